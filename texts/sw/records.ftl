# Records that everybody may look up: the first page, retirements, serial numbers, batches, findings, how to check, status.

## The first page

home-title = Orebook – nani alilipwa kwa ajili ya madini
home-about = Tazama chapa inadai nini kuhusu dhahabu, bati, tantali, tungsteni, kobalti au mika ya migodi midogo, na uone ni wachimbaji gani waliolipwa.
home-look = Tafuta dai.
home-see = Ona wachimbaji waliolipwa.
home-label = Ustaafishaji, namba ya mfululizo, kundi, mzalishaji au chapa
home-button = Tafuta
home-found = Yaliyopatikana kwa “{ $query }”
home-nothing = Hakuna kilichopatikana kwa “{ $query }”
home-nothing-help = Angalia kama umeandika sawasawa, au tafuta kwa sehemu ya jina tu. Kila ustaafishaji uliowahi kufanyika umo kwenye rejesta hii.
home-latest-again = Rudi kwenye mapya zaidi
home-first-found = Ni ustaafishaji { $count } mpya zaidi tu unaoonyeshwa. Andika sehemu kubwa zaidi ya jina ili orodha iwe fupi.
home-retirements = Ustaafishaji
home-producers = Wazalishaji
home-batches = Makundi
home-issued = { $producers ->
    [one] zimethibitishwa na kutolewa, za mzalishaji { $producers }
   *[other] zimethibitishwa na kutolewa, za wazalishaji { $producers }
}
home-retired = { $brands ->
    [one] zimestaafishwa kwa kudumu, na shirika { $brands }
   *[other] zimestaafishwa kwa kudumu, na mashirika { $brands }
}
home-premium = malipo ya ziada kwa wachimbaji na mifuko yao hadi { $month }; kati yake, wametia saini stakabadhi za { $confirmed }
home-premium-unsigned = malipo ya ziada kwa wachimbaji na mifuko yao hadi { $month }; bado hawajatia saini stakabadhi yoyote
home-premium-rule = Kiasi cha fedha hukadiriwa kwenda chini, na hutangazwa siku thelathini baada ya mwezi kwisha, ili mtu yeyote asiweze kujua mnunuzi mmoja alilipa kiasi gani.
home-what = “Book and claim” (kuandika na kudai) ni nini
home-what-1 = Madini ya mgodi mdogo hupita njia yake ya kawaida: huuzwa, huchanganywa na kuyeyushwa pamoja na ya wengine, na hakuna anayeweza kuyafuatilia.
home-what-2 = Jambo lake la pekee – kazi iliyothibitishwa, ya watu wanaolipwa kwa kazi hiyo – huandikwa kwenye rejesta hii kama krediti, moja kwa kila kilo.
home-what-3 = Chapa hununua krediti na kulipa malipo ya ziada, yanayokwenda kwenye mifuko ya wachimbaji wenyewe; kisha krediti zinastaafishwa kwa jina lake, mara moja tu na kwa kudumu.
home-what-4 = Hivyo chapa inaweza kusema imewalipa nani, lakini si kwamba madini yao yamo kwenye bidhaa yake.
home-how = Jinsi inavyofanya kazi
home-step-1 = 1 · Chama cha ushirika kinathibitishwa
home-step-1-text = Mthibitishaji huru hukitembelea, na huweka kiasi ambacho kinaweza kutolea tamko kwa mwaka.
home-step-2 = 2 · Kila kilo iliyothibitishwa inakuwa krediti moja
home-step-2-text = Madini yanauzwa kama kawaida. Krediti inauzwa peke yake, kwa malipo ya ziada.
home-step-3 = 3 · Chapa inanunua krediti
home-step-3-text = Malipo ya ziada yanakwenda kwenye mifuko ya wachimbaji wenyewe, kwa mpango walioutia saini. Wanatia saini stakabadhi ya kinachofika.
home-step-4 = 4 · Chapa inastaafisha krediti, mara moja tu
home-step-4-text = Dai lake linachapishwa hapa, pamoja na uthibitisho ambao unaweza kuuhakiki bila sisi.
home-latest = Ustaafishaji wa karibuni
home-none = Bado hakuna. Wa kwanza utaonekana hapa mara tu chapa itakapostaafisha krediti.
home-for = Kwa niaba ya
home-mass = Uzito
home-from = Kutoka
home-date = Tarehe

## A retirement

retirement-title = { $mass } za { $mineral }, zimestaafishwa kwa niaba ya { $beneficiary }
retirement-h1 = { $mass } za { $mineral }, kwa niaba ya { $beneficiary }
retirement-final = Zimestaafishwa kwa kudumu
retirement-flagged = Umewekwa alama: udanganyifu
retirement-found-confirmed = Umethibitishwa na mkaguzi
retirement-found-qualified = Umethibitishwa kwa masharti
retirement-found-disputed = Unabishaniwa na mkaguzi
retirement-entry = ingizo { $sequence }
retirement-claim-disputed = Mkaguzi analibishia dai hili, kwa hiyo halionyeshwi. Rekodi inabaki.
retirement-claim-none = Ustaafishaji huu hautoi dai lolote.
retirement-flag-text = Cheti cha krediti za ustaafishaji huu kiliondolewa kwa udanganyifu. Ustaafishaji ni wa kudumu na unabaki kwenye rejesta; yaliyojulikana yako kwenye historia yake hapa chini.
retirement-check = Hakiki mwenyewe
retirement-check-text = Saini mbili na uthibitisho mmoja. Hakuna kitu hapa kinachokutaka uuamini ukurasa huu.
retirement-holder = Mwenye krediti
retirement-holder-key = ametia saini kwa ufunguo { $key }
retirement-holder-signed = maelekezo yake yaliyotiwa saini yamo kwenye ingizo
retirement-registry = Rejesta
retirement-registry-signed = imetia saini taarifa
retirement-log = Kwenye kumbukumbu
retirement-log-place = ingizo { $sequence } kati ya { $entries }
retirement-bundle = Pakua kifurushi
retirement-here-link = Hakiki hapa
retirement-qr = Msimbo wenye anwani ya rekodi hii
retirement-print = Kwa kumbukumbu zako: chapisha ukurasa huu, unatosha kwenye karatasi moja.
retirement-for = Kwa nani, kwa lengo gani
retirement-beneficiary = Mnufaika
retirement-country = Nchi
retirement-registered = Namba ya usajili
retirement-by = Zimestaafishwa na
retirement-product = Bidhaa
retirement-claim = Dai
retirement-kind = Krediti
retirement-period = Kipindi
retirement-footprint = Matumizi yake katika kipindi hicho
retirement-purpose = Lengo
retirement-what = Kilichostaafishwa
retirement-serial = Namba za mfululizo
retirement-mass = Uzito
retirement-mined = Yamechimbwa na
retirement-batch = kundi
retirement-further = Namba nyingine za mfululizo ziko kwenye anwani iliyo hapa chini.
retirement-premium = Malipo ya ziada yamemfikia nani
retirement-premium-text = Kila mara krediti hizi zilipouzwa, malipo ya ziada yalilipwa juu ya bei ya madini yenyewe. Kwanza hukatwa awamu za uthibitishaji na za fedha za awali. Kinachobaki hugawanywa kwa mpango ambao mzalishaji aliutia saini, hadi senti ya mwisho, wakati uleule krediti zinapobadilisha mikono.
retirement-premium-none = Hakuna mauzo ya krediti hizi kwenye rejesta hii, kwa hiyo hakuna malipo ya ziada yaliyolipwa hapa kwa ajili yake.
retirement-trades = { $trades ->
    [one] Mauzo { $trades } ya { $producer }, yaliyogawanywa kwa mpango wake wa { $date }
   *[other] Mauzo { $trades } ya { $producer }, yaliyogawanywa kwa mpango wake wa { $date }
}
retirement-payee = Mlipwaji
retirement-share = Fungu
retirement-where = Liko wapi
retirement-state-words = Fungu huwa kwenye akaunti ya mlipwaji mara moja; huwa njiani likishatumwa; na stakabadhi huwa imetiwa saini mlipwaji akishatia saini kwamba limefika. “Imetumwa, haijathibitishwa” maana yake hakuna aliyetia saini kwa fungu lote kwa wakati.
retirement-history = Matokeo ya wakaguzi na historia
retirement-no-finding = Hakuna mkaguzi aliyechapisha matokeo kuhusu ustaafishaji huu.
retirement-happened-retired = Zimestaafishwa na { $name }
retirement-happened-corrected = Umerekebishwa na mwenye krediti: { $fields }
retirement-happened-found = Matokeo ya { $auditor }: { $outcome } ({ $reason })
retirement-happened-withdrawn = Cheti kimeondolewa na { $name } kwa sababu ya udanganyifu, kuanzia { $date }
retirement-report = Alama ya ripoti
retirement-here = Hakiki hapa
retirement-here-summary = Fanya uhakiki kwenye ukurasa huu
retirement-here-text = Uhakiki unafanyika kwenye kivinjari chako na hautumi chochote. Andika au bandika ufunguo wa kuhakiki wa kumbukumbu kama ulivyoupata kwingine: kwenye mkataba, kwa mkaguzi, au kwenye ripoti iliyochapishwa.
retirement-frame = Uhakiki wa ustaafishaji huu
retirement-without = Hakiki bila sisi
retirement-without-text = Hifadhi kifurushi, kisha ukihakiki kwenye kompyuta isiyo na mtandao wowote:
retirement-without-more = Jinsi ya kuhakiki, hatua kwa hatua
retirement-files = Faili za ustaafishaji huu
retirement-file-bundle = kifurushi: yote kwenye faili moja
retirement-file-page = kifurushi kama ukurasa unaojihakiki wenyewe
retirement-file-statement = taarifa, katika muundo wa “verifiable credential”
retirement-file-token = taarifa kama tokeni
retirement-file-proof = uthibitisho wa mahali pake kwenye kumbukumbu
retirement-wrong = Kuna kosa kwenye rekodi hii? Tuambie

## A serial block

serial-title = Namba za mfululizo { $serial }
serial-h1 = Kilichotokea kwa namba hizi za mfululizo
serial-of-batch = Kundi
serial-mined = Yamechimbwa na
serial-kind = Krediti
serial-certificate = Cheti
serial-now = Hali yake sasa
serial-now-text = Nani ana krediti ambazo bado hazijatumika si habari ya umma.
serial-part = Sehemu
serial-mass = Uzito
serial-state = Hali
serial-retired-for = Kwa niaba ya
serial-rest = Zilizobaki za namba hizi
serial-history = Historia
serial-issued = zimetolewa
serial-entry = Ingizo
serial-what = Kilichotokea
serial-history-cut = Ni sehemu { $count } za kwanza tu zinazoonyeshwa.

## A batch

batch-title = Kundi { $serial }
batch-producer = Yamechimbwa na
batch-country = Nchi
batch-certificate = Cheti
batch-period = Yamechimbwa
batch-kind = Krediti
batch-ecological = bila zebaki wala sianidi
batch-certifier = Yamethibitishwa na
batch-figures = Kilichotokea kwa krediti zake
batch-figures-text = Krediti za { $issued } zilitolewa. Hivi ndivyo zilivyo sasa:
batch-state = Hali
batch-mass = Uzito
batch-share = Sehemu
batch-blocks = Namba za mfululizo zilizokwisha
batch-blocks-none = Bado hakuna krediti zake zilizostaafishwa, zilizofutwa au zilizokwisha muda.
batch-block = Namba za mfululizo
batch-retirement = Ustaafishaji
batch-retirements = Ustaafishaji wa kundi hili
batch-retirements-none = Bado hakuna krediti za kundi hili zilizostaafishwa. Ustaafishaji utaonekana hapa.
batch-mass-of-it = za kundi hili
batch-standing = Unachopaswa kujua
batch-flagged = Limewekwa alama: udanganyifu
batch-note-fraud = Cheti kiliondolewa kwa udanganyifu: krediti ambazo hazijauzwa zinafutwa, na zilizonunuliwa zinazuiwa hadi jambo hilo limalizike. Zilizostaafishwa zinabaki zimestaafishwa, zikiwa na alama hii.
batch-note-fraud-settled = Cheti kiliondolewa kwa udanganyifu: krediti ambazo hazijauzwa zinafutwa. Jambo hilo limemalizika: zilizonunuliwa hazijazuiwa tena, au zilifutwa na fedha kurudishwa. Zilizostaafishwa zinabaki zimestaafishwa, zikiwa na alama hii.
batch-note-suspended = Cheti kimesimamishwa: mzalishaji wake hatoi matamko wala hauzi. Krediti zilizonunuliwa zinaendelea kutumika.
batch-note-withdrawn = Cheti kiliondolewa: krediti ambazo hazijauzwa zinafutwa. Krediti zilizonunuliwa zinaendelea kutumika.
batch-note-ended = Cheti kimekwisha: krediti zilizotolewa zinaendelea kutumika hadi muda wake uishe.
batch-held = Limezuiwa tangu { $date }: { $scope }. Sababu: { $reason }.

## Auditors’ findings

finding-title = Matokeo ya wakaguzi
finding-lead = Wakaguzi huru huchunguza ustaafishaji na kuchapisha walichogundua. Ustaafishaji unabaki kwenye rejesta, bila kujali walichogundua.
finding-means = Maana ya matokeo
finding-means-confirmed = Dai ni sahihi: takwimu na nyaraka zinaliunga mkono.
finding-means-qualified = Dai ni sahihi kwa jumla, lakini kwa sharti linalotajwa kwenye sababu. Mwenye krediti ana muda wa kulirekebisha.
finding-means-disputed = Dai si sahihi. Halionyeshwi tena; ustaafishaji na historia yake vinabaki.
finding-none = Bado hakuna matokeo yaliyochapishwa. Ya kwanza yataonekana hapa.
finding-retirement = Ustaafishaji
finding-outcome = Matokeo
finding-reason = Sababu
finding-auditor = Mkaguzi
finding-date = Tarehe

## How to check

verify-title = Jinsi ya kuhakiki yanayosemwa na rejesta hii
verify-lead = Yote yaliyo hapa yanaweza kuhakikiwa na mtu mwingine, kwa programu za kompyuta ambazo mwendeshaji hakuziandika, hata kama mwendeshaji hayupo tena. Kwanza unahitaji kitu kimoja: ufunguo wa kuhakiki wa kumbukumbu. Unapaswa kuwa umeupata kwingine: kwenye mkataba, kwa mkaguzi, au kwenye ripoti iliyochapishwa.
verify-browser = 1 · Ustaafishaji mmoja, kwenye kivinjari hiki
verify-browser-text = Pakua kifurushi kwenye ukurasa wa ustaafishaji. Kisha fungua ukurasa wa kuhakiki, uuhifadhi ukipenda, na uupe kifurushi na ufunguo. Haupakui chochote wala hautumi chochote; bila mtandao unafanya kazi vilevile.
verify-browser-open = Fungua ukurasa unaohakiki kifurushi
verify-file = 2 · Faili moja, kwenye kompyuta yako
verify-file-text = Kifurushi kilekile, kwa mstari wa amri na bila mtandao:
verify-file-other = Taarifa ni “verifiable credential” ya W3C, kwa hiyo programu za kompyuta za wengine zinaweza kuisoma pia.
verify-log = 3 · Kumbukumbu nzima
verify-log-text = Wakaguzi hupewa kumbukumbu nzima kwa pamoja. Programu ya kompyuta hupitia kila saini, kila uamuzi na kila kilo, na hutaja ingizo kama kuna kosa:
verify-witness = 4 · Vituo vya ukaguzi na mashahidi
verify-witness-text = Kituo cha ukaguzi ni mstari mmoja unaowakilisha yote yaliyoandikwa hadi sasa. Hifadhi kimoja: kumbukumbu ya baadaye lazima ikiendeleze. Mashahidi ni watu wa nje wanaotia saini kituo cha ukaguzi pale tu kinapoendeleza kile cha mwisho walichokiona; hivyo hakuna anayeweza kuonyeshwa historia nyingine.
verify-witnesses = Mashahidi
verify-witness-name = Shahidi
verify-witness-size = Maingizo aliyoyatia saini
verify-witness-time = Lini
verify-no-witness = Rejesta hii haimwombi shahidi yeyote wa nje atie saini.
verify-key = Ufunguo wa kuhakiki wa kumbukumbu hii
verify-key-text = Ulinganishe na ule ulioupata kwingine. Kama huna, ukurasa huu peke yake hauwezi kujithibitisha.
verify-checkpoint = Kituo kipya zaidi cha ukaguzi
verify-checkpoint-text = Maingizo { $size }.
verify-checkpoint-file = Kituo cha ukaguzi kama faili
verify-not = Yasiyoweza kuonyeshwa na uhakiki wowote
verify-not-mine = Kile ambacho mthibitishaji alikiona mgodini. Rejesta huonyesha nani alisema nini, lini, na kwamba alitia saini.
verify-not-metal = Mahali madini yalikokwenda. Krediti haziyafuati.
verify-not-later = Yatakayoingizwa baada ya kituo cha ukaguzi ulichokihakiki: marekebisho, matokeo ya mkaguzi, kuondolewa kwa cheti.
verify-data = Data huria
verify-data-text = Kila usiku yote yaliyo ya umma huandikwa kwenye faili: makundi, vyeti, masoko, mashirika, malipo ya ziada, programu, ustaafishaji na mauzo, kama CSV na kama mistari ya JSON, pamoja na kituo cha ukaguzi kinachohusika.
verify-data-none = Bado hakuna nakala. Ya kwanza itaonekana hapa baada ya usiku huu.
verify-data-day = Nakala ya { $day }
verify-data-rows = { $count ->
    [one] mstari { $count }
   *[other] mistari { $count }
}
verify-data-list = Nakala zote, kwa programu za kompyuta

## Status

status-title = Hali ya rejesta
status-writing = Inaandika
status-writing-text = Maelekezo yanapokelewa na kuandikwa.
status-following = Inasoma
status-following-text = Seva nyingine ya rejista hii inaandika. Hii inaonyesha kilichoandikwa muda mfupi baadaye.
status-not-writing = Haiandiki
status-not-writing-text = Kwa sasa seva hii haipokei chochote. Unachotuma kinakataliwa, hakipotei: kitume tena baadaye.
status-reason = Sababu
status-origin = Rejesta
status-last = Ingizo la mwisho
status-entries = Maingizo
status-checkpoint = Kituo cha ukaguzi kinahusu
status-clock = Saa ya rejesta
status-version = Toleo la programu ya kompyuta
status-dump = Nakala ya mwisho ya data huria
status-dump-none = bado hakuna
status-witnesses = Mashahidi
status-witness-behind = { $name }: maingizo { $size }, { $time }
status-witness-never = { $name }: bado hajatia saini
status-no-witness = Hakuna shahidi wa nje anayeombwa atie saini.
status-help = Kama kuna kitu hakifanyi kazi
status-help-text = Subiri dakika moja, kisha jaribu tena: fomu iliyotumwa mara mbili inahesabika mara moja. Tatizo likiendelea, au kama kuna kosa hapa, mwambie mwendeshaji; huhitaji akaunti kwa hilo.
status-help-link = Mwambie mwendeshaji
status-programs = Kwa programu za kompyuta: { $paths }

## Refusals, and pages that there are not

problem-kind = Kukataliwa · HTTP { $status }
problem-means = Kilichotumwa hukataliwa kwa msimbo huu kanuni yake isipotimizwa. Kanuni:
problem-help = Unachoweza kufanya
problem-figures = Kikikataliwa, unaambiwa takwimu za jambo lako.
problem-spent = Hakuna kilichobadilishwa, na namba ya maelekezo haijatumika: maelekezo yaleyale, bila kubadilisha hata herufi moja, yanaweza kutumwa tena hadi muda wake uishe.
