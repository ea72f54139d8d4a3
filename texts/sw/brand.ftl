# The desk of a brand and its agents.

## Ways, and what waits

brand-buy = Nunua krediti
brand-deals = Makubaliano ya moja kwa moja
brand-footprints = Matumizi ya madini
brand-holdings = Tulivyo navyo
brand-many = Staafisha nyingi kwa orodha
brand-money = Fedha
brand-retire = Staafisha krediti
brand-retirements = Ustaafishaji wetu
brand-waits-correction = Bado unaweza kurekebisha maneno ya ustaafishaji: { $what }
brand-waits-deal = { $by } linapendekeza makubaliano ya moja kwa moja ya { $mass }
brand-waits-expiry = Staafisha { $mass } za { $of } kabla krediti hazijaisha muda
brand-waits-finding = Matokeo ya mkaguzi yanadaiwa kwa ulichostaafisha cha { $mineral }
brand-waits-order = Ombi lako la kununua { $mass } za { $of } linakwisha karibuni

## Buying

brand-all-figures = Takwimu zote
brand-all-markets = Masoko yote
brand-and-retire = Zistaafishe mara moja: baada ya kununua, nenda moja kwa moja kwenye dai
brand-best-price = Bei nzuri zaidi kwa kilogramu
brand-bid = Weka ombi
brand-buy-lead = Bei ni malipo ya ziada tu, kamwe si madini yenyewe. Chagua soko; kabla ya kusaini utaona kiasi gani kinamfikia nani.
brand-buy-verb = Nunua
brand-faulty = Kuna kitu kwenye fomu ambacho bado hakisomeki. Andika uzito kama 0.5 na bei kama 4200.00.
brand-floor = Kiwango cha chini kwa kilogramu
brand-free-money = Fedha huru kwa hili: { $free }.
brand-fund = Tuma fedha
brand-halted = Soko hili limesimamishwa:
brand-how = Kwa njia gani
brand-into-account = Kwenye akaunti ipi
brand-markets = Masoko
brand-mass-offered = Uzito
brand-mass-to-buy = Kiasi gani (kilogramu)
brand-no-offer = Bado hakuna
brand-no-offer-text = Hakuna anayeuza hapa kwa sasa. Ombi lako linasubiri mauzo yajayo kwa bei yako.
brand-no-trade = Kwa bei hii hakuna kinachoweza kununuliwa kwa sasa.
brand-now = Nunua sasa; fedha za kisichopatikana mara moja hurudi
brand-of-whom = Yaliyochimbwa na
brand-on-offer = Zinazouzwa
brand-only-countries = Kutoka nchi hizi tu
brand-only-of = Za huyu tu:
brand-only-women = Kutoka mashirika yanayoongozwa na wanawake tu
brand-only-years = Za miaka hii tu
brand-pays = Unalipa { $gross } kwa hizo, na ada ya { $fee }.
brand-price = Bei kwa kilogramu
brand-price-hint = Unaweza kulipa kidogo zaidi, kamwe si zaidi. Si chini ya { $floor }.
brand-price-max = Bei ya juu kabisa kwa kilogramu ({ $currency })
brand-rest-ends = { $mass } hazikuweza kupatikana mara moja; fedha zake zinarudi.
brand-restrict = Krediti fulani tu
brand-rests = { $mass } zinabaki kama ombi la kununua hadi { $until }; { $aside } zinawekwa kando kwa ajili yake.
brand-returns = Kati ya { $of } zilizowekwa kando mwanzoni, { $amount } zinakurudia mara moja.
brand-say-mass = Sema unataka kununua kiasi gani: hapo utaona gharama yake na kiasi gani kinamfikia nani.
brand-then-retire = Baada ya kusaini, “Endelea” inakupeleka kwenye dai la ulichonunua.
brand-trades = Ununuzi wa papo hapo
brand-trades-now = { $trades ->
    [one] { $mass } zinanunuliwa mara moja, kwa mauzo moja.
   *[other] { $mass } zinanunuliwa mara moja, kwa mauzo { $trades }.
}
brand-until = Ombi linabaki hadi
brand-wait = Weka ombi; kisichopatikana mara moja kinasubiri hadi siku fulani
brand-work-out = Kokotoa
brand-would-come-to = Matokeo yatakuwa

## Retiring

brand-blocks = Namba za mfululizo
brand-bought = Umenunua { $mass }. Zimewekewa alama hapa chini: sema zinastaafishwa kwa ajili gani.
brand-bought-nothing = Bado hakuna kilichoweza kununuliwa. Ulizo nazo tayari zinaweza kustaafishwa hapa chini.
brand-choose-first = Weka alama kwenye krediti au andika uzito: hapo utaona hapa, neno kwa neno, kile ambacho kila mtu atasoma.
brand-crosses = Kwa ustaafishaji huu matokeo ya mkaguzi yatadaiwa, kabla ya { $due }.
brand-footprint = { $mass } zimetumika, { $period }, { $scope }; { $claimed } zimeshadaiwa
brand-for-good = Hili ni la kudumu: krediti zilizostaafishwa hazirudi kamwe.
brand-further-blocks = { $blocks ->
    [one] Fungu moja zaidi halionyeshwi; uzito huchukuliwa kutoka yote.
   *[other] Mafungu { $blocks } zaidi hayaonyeshwi; uzito huchukuliwa kutoka yote.
}
brand-lint = Jina haliwezi kusema hili:
brand-mass = Kiasi hiki tu (kilogramu)
brand-mass-hint = Za zamani kwanza. Pakibaki wazi, zote zenye alama zinastaafishwa.
brand-mass-retired = Zinazostaafishwa
brand-no-claim = Hakuna dai: rekodi inasema tu kwamba krediti zilistaafishwa.
brand-no-footprint = Bado hakuna matumizi ya madini haya yaliyoingizwa.
brand-other-languages = Hayo hayo kwa lugha nyingine
brand-period-from = Kwa kipindi cha kuanzia
brand-period-to = hadi
brand-preview = Onyesha itakavyosema
brand-record-footprint = Ingiza matumizi
brand-retire-lead = Krediti zilizostaafishwa zimetumika kabisa, kwa mnufaika mmoja na kwa dai moja, na kila mtu anaweza kulikagua. Maneno ya dai ni ya rejesta yenyewe.
brand-retire-none = Huna krediti zinazoweza kustaafishwa sasa.
brand-usable-until = Zinatumika hadi { $until }.
brand-which-credits = Krediti zipi
brand-which-footprint = Linalingana na sehemu ya matumizi yapi
brand-whom = Kwa ajili ya nani
brand-would-say = Kile ambacho kila mtu atasoma

## Retiring many

brand-many-cannot = Rekebisha kwanza mistari yenye alama: orodha inastaafishwa nzima au haistaafishwi kabisa.
brand-many-cannot-line = Rekebisha kwanza mstari wenye alama, au uondoe kwenye orodha.
brand-many-choose = Au chagua faili
brand-many-columns = Majina ya safu
brand-many-columns-text = Mstari wa kwanza unataja safu, kwa mpangilio wowote. Uzito tu ni lazima; nyingine zinaweza kukosekana au kubaki wazi.
brand-many-done = umesainiwa
brand-many-empty = Orodha haina mistari chini ya ule wa kwanza. Kila mstari ni ustaafishaji mmoja.
brand-many-enough = Kwa mstari huu zimebaki { $left } tu.
brand-many-example = Kwa mfano:
brand-many-forecast = Matokeo yake
brand-many-header = Mstari wa kwanza lazima utaje safu; “{ $column }” si safu.
brand-many-in-beneficiary = Kwa ajili ya nani: jina au namba ya shirika ambalo unaruhusiwa kustaafisha kwa niaba yake. Wazi: ninyi wenyewe.
brand-many-in-claim = Moja ya { $claims }. Wazi: la kwanza ambalo krediti hizi zinaruhusu.
brand-many-in-footprint = Kwa “match” tu: namba ya matumizi yaliyoingizwa. Wazi: yale pekee yaliyopo.
brand-many-in-mass = Kilogramu, kwa mfano 0.25. Krediti za zamani zaidi huchukuliwa kwanza.
brand-many-in-period = Siku, kwa mfano 2026-07-31. Wazi: siku ya kwanza au ya mwisho ya mwaka huu.
brand-many-in-purpose = Moja ya { $purposes }, au msimbo mwingine. Wazi: wa kwanza wa hizi.
brand-many-lead = Kila mstari wa orodha unakuwa ustaafishaji wake, wenye ukurasa wake wa umma. Hakuna kinachosainiwa kabla hujaona matokeo ya kila mstari.
brand-many-length = Orodha ni ndefu mno kwa sahihi moja. Igawanye mara mbili.
brand-many-line = Mstari
brand-many-list = Orodha, jinsi lahajedwali inavyoihifadhi (CSV)
brand-many-mass-missing = Orodha inahitaji safu inayoitwa mass.
brand-many-most = Mistari { $most } ya kwanza tu inachukuliwa. Weka mingine kwenye orodha ya pili.
brand-many-next = Kagua na usaini mstari wa { $line }
brand-many-no-claim = Krediti hizi haziruhusu dai hili: { $claim }
brand-many-nobody = Halijulikani, au huruhusiwi kustaafisha kwa niaba yake: { $name }
brand-many-none-left = Mistari yote ya orodha hii imesainiwa.
brand-many-one-by-one = Unasaini mstari mmoja mmoja, kwa mpangilio huu; “Endelea” inakurudisha hapa kila mara.
brand-many-sure = zingestaafishwa
brand-many-total = { $lines ->
    [one] Mstari mmoja, { $mass } kwa jumla.
   *[other] Mistari { $lines }, { $mass } kwa jumla.
}
brand-many-try = Jaribu orodha
brand-many-whole = Unasaini orodha nzima kwa mara moja: mistari yote inastaafishwa, au hakuna hata mmoja.
brand-many-wrong = haziwezi kustaafishwa

## Holdings

brand-arrived = { $arrived } kati ya { $of } zimethibitishwa kwa stakabadhi iliyotiwa saini
brand-blocks-held = Krediti
brand-clock-stopped = Muda wake umesimamishwa tangu
brand-held-because = zimezuiwa: { $reasons }
brand-held-for = Zinashikwa kwa niaba ya
brand-holdings-lead = Krediti hazidumu milele: baada ya siku yake ya mwisho krediti haiwezi tena kustaafishwa. Inayokaribia zaidi iko juu.
brand-in-account = Akaunti
brand-in-deal = zimewekwa kando kwa makubaliano
brand-in-order = zimewekwa kando kwa agizo
brand-in-transfer = njiani kwenda akaunti nyingine
brand-instalment = { $amount } ya hiyo inalipa ufadhili wa awali au uthibitishaji
brand-last-day = Siku ya mwisho ya kustaafisha
brand-mined-by = Yaliyochimbwa na
brand-no-bids = Huna ombi la kununua lililo wazi.
brand-no-blocks = Huna krediti. Utakazonunua zitakaa hapa, pamoja na siku yake ya mwisho.
brand-no-purchases = Bado hujanunua chochote. Kila ununuzi utakaa hapa, pamoja na umbali ambao malipo yake ya ziada yamefika.
brand-open-bids = Maombi ya kununua yaliyo wazi
brand-paid = Ulilipa
brand-paid-with-fee = { $paid }, pamoja na ada ya { $fee }
brand-purchases = Ununuzi
brand-purchases-lead = Malipo ya ziada ya kila ununuzi yamefika wapi: yameingizwa kwa nani, yamelipwa, na kuthibitishwa kwa stakabadhi waliyotia saini wenyewe.
brand-retire-verb = Staafisha
brand-serial = Namba za mfululizo
brand-set-aside-for-it = Kilichowekwa kando kwa ajili yake
brand-stays-until = Linabaki hadi
brand-use-soon = zitumie kabla ya { $day }

## Retirements and audits

brand-audits = Ukaguzi
brand-audits-lead = Anayestaafisha madini mengi ndani ya siku 365 anahitaji matokeo ya mkaguzi. Baada ya siku inayodaiwa, madini hayo yanaweza kustaafishwa bila dai tu, hadi matokeo yachapishwe.
brand-bundle = Uthibitisho wa kukagua bila mtandao
brand-correct-until = Maneno yanaweza kurekebishwa hadi
brand-crossed-by = Kikomo kilivukwa na
brand-finding-due = Matokeo ya mkaguzi yanadaiwa kabla ya
brand-in-365-days = Zilizostaafishwa ndani ya siku 365
brand-no-audits = Hakuna matokeo yanayodaiwa: hujastaafisha chochote ndani ya siku 365.
brand-no-finding-due = hakuna matokeo yanayodaiwa
brand-none-retired = Bado hujastaafisha chochote. Kila ustaafishaji utakaa hapa, pamoja na taarifa yake.
brand-qr = Msimbo wa QR
brand-retired = Ustaafishaji
brand-retirements-lead = Ulichostaafisha, pamoja na faili za kumbukumbu zako na bidhaa zako. Kila ustaafishaji una ukurasa wa umma ambao kila mtu anaweza kuukagua.
brand-statement-file = Taarifa (faili iliyotiwa saini)
brand-threshold = Matokeo yanadaiwa juu ya

## Money

brand-account-of = Akaunti ya { $currency }
brand-amount = Kiasi
brand-ask-account = Muulize mwendeshaji ulipe kwenye akaunti ipi.
brand-balance = Salio
brand-closing = Mwishoni
brand-csv = Hifadhi kama CSV
brand-day = Siku
brand-deposits = Amana
brand-free = huru
brand-from = Kuanzia
brand-fund-text = Lipa kwa uhamisho wa benki, na utaje kumbukumbu iliyo hapa chini: kwa hiyo mwendeshaji anajua kwamba fedha ni zako. Zinaweza kutumika mara tu zinapoingizwa.
brand-in = Zilizoingia
brand-no-deposits = Bado hakuna. Amana itakaa hapa mara tu inapoingizwa.
brand-no-money = Bado huna fedha hapa.
brand-no-movement = Hakuna fedha zilizosogea katika siku hizi.
brand-opening = Mwanzoni
brand-out = Zilizotoka
brand-paid-to = Inalipwa kwa
brand-quote = Kumbukumbu ya kutaja
brand-quote-name = Kwa jina la
brand-reference = Kumbukumbu
brand-set-aside = { $amount } zimewekwa kando kwa maombi na makubaliano
brand-show = Onyesha
brand-state = Hali
brand-statement = Taarifa ya akaunti
brand-to = Hadi
brand-what = Nini
brand-withdraw = Omba irudishwe
brand-moved-buy-order-placed = Zimewekwa kando kwa ombi la kununua
brand-moved-deal-accepted = Zimewekwa kando kwa makubaliano
brand-moved-deal-proposed = Zimewekwa kando kwa makubaliano
brand-moved-deposited = Amana
brand-moved-deposit-assigned = Amana
brand-moved-deposit-recalled = Amana iliyorudishwa na benki
brand-moved-order-cancelled = Zimerudi kutoka ombi la kununua
brand-moved-order-expired = Zimerudi kutoka ombi lililokwisha
brand-moved-order-reduced = Zimerudi kutoka ombi la kununua
brand-moved-traded = Ununuzi: zimerudi kutoka ombi
brand-moved-deal-settled = Makubaliano yamekamilika
brand-moved-deal-lapsed = Zimerudi kutoka makubaliano yaliyokwisha muda
brand-moved-deal-voided = Zimerudi kutoka makubaliano
brand-moved-payout-planned = Zimelipwa
brand-moved-payout-cancelled = Malipo yameghairiwa
brand-moved-payout-reported = Malipo yamerudi
brand-moved-fraud-refunded = Zimerudishwa baada ya udanganyifu
brand-moved-money-corrected = Marekebisho

## Deals

brand-deals-lead = Nunua kutoka kundi fulani kwa bei yako mwenyewe, moja kwa moja kwa aliyechimba. Fedha zinawekwa kando unapopendekeza, na hakuna mwingine anayeweza kuchukua makubaliano hayo.
brand-no-batches = Hakuna kundi lililobaki ambalo krediti zake zinaweza kununuliwa.
brand-no-deals = Bado hujapendekeza makubaliano yoyote.
brand-none-offered = Hakuna anayekupendekezea makubaliano kwa sasa.
brand-not-used-up = Bado hazijatumika
brand-offered-to-us = Yaliyopendekezwa kwako
brand-our-deals = Makubaliano yako
brand-propose = Pendekeza makubaliano
brand-propose-lead = Makundi ambayo bado yana krediti. Mzalishaji anaona pendekezo lako na kulikubali au kulikataa.
brand-settles = Yanakamilika
brand-you-buy = Unanunua kutoka
brand-you-sell = Unauza kutoka

## Use of minerals

brand-claimed-of = { $claimed } kati ya { $mass } zimedaiwa
brand-footprints-lead = Ulitumia kiasi gani cha madini. Dai kwamba krediti zinalingana na sehemu ya matumizi yako linategemea mojawapo ya haya, na haliyazidi kamwe.
brand-no-footprints = Bado hakuna yaliyoingizwa. Unayahitaji kwa dai “linalingana na sehemu ya matumizi yako”.
brand-nothing-claimed = bado hakuna kilichodaiwa
brand-period = Kipindi
brand-recorded = Yaliyoingizwa
brand-scope = Yanahesabiwa juu ya
