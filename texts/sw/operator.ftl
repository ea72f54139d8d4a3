# The operator’s desk.

operator-about = Kuhusu
operator-accounts = Akaunti
operator-accounts-none = Bado halina akaunti.
operator-accreditations = Wanaoweza kuthibitisha
operator-accreditations-none = Bado hakuna aliyepewa ithibati. Kwanza mpe mthibitishaji ithibati; yeye ndiye hutoa vyeti.
operator-approve-one = Idhinisha haya
operator-approved-at = Yaliidhinishwa
operator-approvers = Wanaoweza kuidhinisha
operator-approvers-none = hakuna sasa: kwanza mtu mwingine anahitaji ufunguo
operator-balances = Benki
operator-balances-lead = Kiasi ambacho rejesta inawahifadhia wote, kando ya kile benki ilichosema mwisho.
operator-balances-none = Bado hakuna kilichoingizwa benki.
operator-bank = Benki na amana
operator-bank-accepted = Benki imeyakubali
operator-bank-else = Benki inasema jambo jingine
operator-bank-lead = Fedha zilizofika huingizwa kwa kumbukumbu namba ya benki, mara moja tu. Mtu wa pili huidhinisha.
operator-bank-paid = Benki imeyalipa
operator-bank-search = Mwanachama au kumbukumbu namba ya benki
operator-booked-at = Iliingizwa
operator-booked-then = Rejesta ilikuwa na
operator-came-back = Yamerudi
operator-case = Namba ya kesi
operator-certificate = Namba ya cheti
operator-certificates = Vyeti
operator-certificates-none = Halimo katika cheti chochote.
operator-certifier = Mthibitishaji
operator-close = Funga kabisa
operator-closed = Ukurasa huu haujafunguliwa kwa nafasi yako
operator-closed-text = Unaonyesha mambo ambayo watu wa nafasi yako hawayaoni. Msimamizi wa shirika lako anaweza kukupa nafasi nyingine, kwenye ukurasa wa “Watu”.
operator-code = Msimbo
operator-country = Nchi
operator-decision = Uamuzi
operator-deposits = Amana
operator-deposits-none = Hakuna amana iliyopatikana. Fedha zikifika, ziingize kwa kumbukumbu namba ya benki.
operator-deposits-of = Angalia amana zake
operator-deposits-unassigned = Ambazo mwenyewe hajulikani
operator-deposits-unassigned-none = Kila amana ina mwenyewe.
operator-details = Mahali linapolipwa
operator-details-change = Mabadiliko yanasubiri hadi
operator-details-none = bado hapajulikani: haliwezi kulipwa
operator-differs = inatofautiana na taarifa ya { $day }
operator-end = Komesha
operator-ended = ilikwisha { $day }
operator-ending = Vyeti vya kuangaliwa
operator-ending-lead = Wathibitishaji wao ndio hutenda; wewe unawakumbusha, na kuzuia linalopaswa kuzuiwa.
operator-ending-none = Hakuna cheti kinachokwisha ndani ya siku 90 bila kingine kipya.
operator-ending-soon = Vinakwisha ndani ya siku 90
operator-ends = kinakwisha { $day }
operator-equivalences = Kipi ni sawa na kipi
operator-equivalences-none = Hakuna ulinganifu ulioingizwa.
operator-expected = Kinachotarajiwa kufika
operator-extend = Refusha
operator-extent = Kiasi kinachokubaliwa
operator-failed-tries = Majaribio yaliyoshindwa
operator-failure = Kilichokwenda vibaya
operator-fee = Ada ya mnunuzi
operator-fees = Ada za mwendeshaji
operator-file = Faili la malipo
operator-file-broken = { $count ->
    [one] malipo moja yake yameghairiwa: ghairi na mengine, kisha yapange upya
   *[other] malipo { $count } yake yameghairiwa: ghairi na mengine, kisha yapange upya
}
operator-file-cancel = Ghairi { $amount } kwa { $payee }
operator-file-download = Pakua faili la malipo
operator-file-unconfigured = haliwezi kutengenezwa: usanidi hausemi chochote kuhusu { $missing }
operator-file-waits = la kukabidhiwa benki
operator-floor = Malipo ya ziada ya chini kwa kilo
operator-fraud = Vilivyoondolewa kwa udanganyifu
operator-fraud-none = Hakuna cheti kilichoondolewa kwa udanganyifu.
operator-given-up = imeachwa
operator-grievances = Malalamiko
operator-grievances-closed = Kesi zilizofungwa
operator-grievances-lead = Yaliyoandikwa ni ya washughulikiaji peke yao: hayamo katika kumbukumbu yoyote, na hakuna kinachohifadhiwa kuhusu aliyeandika.
operator-grievances-none = Hakuna kesi kama hiyo.
operator-grievances-open = Kesi zilizo wazi
operator-grievances-overdue = Kesi zilizochelewa
operator-group = Kikundi
operator-group-fails = wanachama wachache mno wanatimiza masharti: lazima kisimamishwe
operator-halt = Simamisha
operator-holds = Mazuio
operator-holds-from = inatumika kuanzia { $day }
operator-holds-lead = Zuio huanza mara moja, ni la wazi pamoja na sababu yake, na hukwisha lenyewe. Kulirefusha kunahitaji mtu wa pili.
operator-holds-none = Hakuna kilichozuiwa. Ufunguo, akaunti, shirika au kundi linaweza kuzuiwa.
operator-holds-of = Kilichozuiwa
operator-holds-of-none = Hakuna chake kilichozuiwa.
operator-holds-open = Yanayotumika
operator-holds-search = Jina la kilichozuiwa
operator-hook-disabled = kimezimwa
operator-hook-fails = kinashindwa, na kinajaribiwa tena
operator-hooks = Webhook zinazoshindwa
operator-hooks-none = Kila webhook inafikisha.
operator-in-force = inatumika tangu { $day }
operator-inspection-due = ukaguzi wake ni wa zamani mno: hakuna kinachotolewa
operator-key = Ufunguo wa umma
operator-keys = Funguo
operator-keys-lead = Kwa watu wenye funguo hizo. Shirika lenyewe tu ndilo linaloweza kubatilisha ufunguo; wewe unaweza kuzuia ulio mikononi mwa watu wasiofaa.
operator-keys-none = Halina ufunguo.
operator-lapses = linakwisha lenyewe { $time }
operator-lapses-never = hadi liondolewe
operator-last-day = Siku ya mwisho
operator-letter-audit-duty = Ukaguzi unaotakiwa
operator-letter-bank-details-changed = Mabadiliko ya maelezo ya malipo
operator-letter-certificate-expiring = Cheti kinakaribia kwisha
operator-letter-confirm-receipt = Kumbusho la stakabadhi
operator-letter-contact-changed = Mabadiliko ya mawasiliano
operator-letter-credits-issued = Krediti zimetolewa
operator-letter-declaration-approved = Tamko limeidhinishwa
operator-letter-declaration-received = Tamko limepokelewa
operator-letter-declaration-rejected = Tamko limekataliwa
operator-letter-frozen = Zuio
operator-letter-invitation = Mwaliko
operator-letter-key-changed = Mabadiliko ya ufunguo
operator-letter-login = Kiungo cha kuingia
operator-letter-payout-sent = Malipo yametumwa
operator-letter-premium-paid = Malipo ya ziada yamegawanywa
operator-letter-retirement-statement = Taarifa ya kustaafisha
operator-letter-trade-confirmation = Biashara
operator-letter-transfer-waiting = Uhamisho uko njiani
operator-letter-webhook-disabled = Webhook imezimwa
operator-letters = Barua ambazo hazikufika
operator-letters-none = Hakuna barua iliyoachwa.
operator-letters-waiting = { $count ->
    [one] Barua moja inasubiri kutumwa.
   *[other] Barua { $count } zinasubiri kutumwa.
}
operator-levels = Ngazi
operator-loss = Zimebebwa na mwendeshaji
operator-lot = Uzito mdogo kabisa
operator-made-at = Iliandikwa
operator-markets = Usimamishaji na masoko
operator-markets-all = Masoko yote
operator-markets-lead = Soko lililosimamishwa halipokei maagizo; yaliyopo yanabaki, na yanaweza kuondolewa. Kila mtu anasoma sababu.
operator-markets-none = Bado hakuna soko. Fungua moja kwa aina ya krediti na sarafu.
operator-member = Mwanachama
operator-member-itself = Ni nani
operator-members = Wanachama
operator-members-found = Waliopatikana
operator-members-lead = Wasioweza kutenda wanatangulia: waliosimamishwa, au wasio na ufunguo uliothibitishwa.
operator-members-none = Hakuna mwenye jina hilo. Tafuta sehemu ya jina, msimbo, namba ya usajili, au ufunguo wa umma mzima.
operator-members-search = Jina, msimbo, namba au ufunguo wa umma
operator-minerals = Aina za madini
operator-minimum = Thamani ya chini ya agizo
operator-money = Fedha
operator-next-try = Jaribio lijalo
operator-next-version = Andaa toleo linalofuata
operator-no-money = Halina fedha
operator-notices = Taarifa zilizoshindwa
operator-notices-lead = Wajulishe wanachama hawa kwa njia nyingine, na rekebisheni anwani pamoja. Kwamba umeangalia kumeandikwa katika kumbukumbu yao ya usalama.
operator-number = Namba
operator-of-sales = Kutoka mauzo ya
operator-organisation = Shirika
operator-outcome = Matokeo
operator-oversold = kimeuza zaidi ya kinavyoruhusu: hakuna kinachotolewa
operator-paid = Yalilipwa
operator-paid-at = { $count ->
    [one] siku moja iliyopita, { $time }
   *[other] siku { $count } zilizopita, { $time }
}
operator-parameters = Muda wa kusubiri na mipaka
operator-parameters-lead = Vinawahusu wote. Mabadiliko yanahitaji mtu wa pili, na yanahusu yatakayoamuliwa baadaye.
operator-parameters-now = Vinavyotumika sasa
operator-payee = Mlipwaji
operator-payee-held = mlipwaji amezuiwa: hayawezi kwenda
operator-payee-inactive = mlipwaji hafanyi kazi: hayawezi kwenda
operator-payee-no-details = haijulikani pa kulipa
operator-payments = Ulipaji
operator-payments-bank = Yako benki
operator-payments-bank-lead = Ingiza benki inachosema, kila moja kwa kumbukumbu namba yake. Yasiyojulikana hayatumwi tena kamwe.
operator-payments-bank-none = Hakuna jibu linalosubiriwa kutoka benki.
operator-payments-files = Ya kukabidhi benki
operator-payments-files-lead = Pakua faili, likabidhi mara moja tu, kisha tamka hivyo kwa faili hilohilo.
operator-payments-files-none = Hakuna faili lililoidhinishwa linalosubiri. Kwanza idhinisha malipo yaliyopangwa.
operator-payments-lead = Watu wawili huruhusu malipo; benki huyapata kwa faili; jibu lake huingizwa hapa.
operator-payments-planned = Ya kuidhinisha
operator-payments-planned-none = Hakuna malipo yaliyopangwa. Panga kutoka malipo ya ziada yanayosubiri hapa chini.
operator-payments-together = { $count ->
    [one] Malipo moja · { $sum }
   *[other] Malipo { $count } · { $sum }
}
operator-people = Alika watu
operator-placed-by = Liliwekwa na
operator-plan = Panga malipo yake
operator-plannable = ya kupangwa
operator-premium = Malipo ya ziada yanayowasubiri walipwaji
operator-premium-lead = Mauzo yaliyowaletea, na hakuna aliyepanga kuwalipa. Kwa mlipwaji asiye na ufunguo, wewe ndiye unayesema mahali anapolipwa.
operator-premium-none = Malipo yote ya ziada yamelipwa, au yamepangwa.
operator-producer = Mzalishaji
operator-programmes = Programu
operator-programmes-none = Bado hakuna programu. Weka moja kabla ya jambo lolote.
operator-proposals = Mapendekezo
operator-proposals-lead = Alichopendekeza mtu mmoja wa mwendeshaji huanza kutumika mwingine naye akitia saini.
operator-proposals-none = Hakuna kinachosubiri mtu wa pili.
operator-proposals-open = Yanayosubiri mtu wa pili
operator-proposed-by = Lilipendekezwa na
operator-rail = Njia ya malipo
operator-reason = Sababu
operator-receipt-reminded = stakabadhi haipo: mkumbushe mlipwaji
operator-receipt-unconfirmed = haijathibitishwa, kila mtu anaona
operator-receipts = Stakabadhi zinazokosekana
operator-receipts-lead = Barua moja huwaomba walipwaji stakabadhi benki ikishalipa; baada ya hapo wakumbushe wewe. Mwishowe umma huambiwa. Kama hakuna kilichofika, uliza benki.
operator-receipts-missing = Yamelipwa, hayajatiwa saini
operator-receipts-none = Kila malipo yaliyolipwa yana stakabadhi.
operator-reconciled = inalingana na taarifa ya { $day }
operator-reconciled-never = haijalinganishwa na benki
operator-reference = Kumbukumbu namba
operator-registration = Namba ya usajili
operator-reinstate = Ondoa usimamishaji
operator-release = Ondoa zuio
operator-reopen = Fungua tena
operator-replaced = limebadilishwa
operator-roles = Majukumu
operator-rules = Programu na kanuni
operator-rules-lead = Kila mtu anaweza kuzisoma. Toleo halibadilishwi: linalofuata huchukua nafasi yake.
operator-scope = Krediti zipi
operator-severity = Uzito kwa mshughulikiaji
operator-severity-wished = Uzito kwa mtumaji
operator-since = Tangu
operator-statement = Taarifa ya benki ilisema
operator-structure = Muundo
operator-suspend = Simamisha
operator-suspense = Akaunti ya muda
operator-tick = Hatua ya bei kwa kilo
operator-took-back = Benki imeichukua tena
operator-tried = Ilijaribiwa
operator-tries = { $count ->
    [one] mara moja, { $last }
   *[other] mara { $count }, mwisho { $last }
}
operator-unsound = Havijakaa sawa
operator-unsound-none = Hakuna cheti kilichouza kupita kiasi, na kila kikundi kinatimiza masharti.
operator-until = hadi { $day }
operator-verification = Uhakiki
operator-version = toleo { $version }
operator-waits-certificates = { $count ->
    [one] Cheti kimoja kinakwisha ndani ya siku 30
   *[other] Vyeti { $count } vinakwisha ndani ya siku 30
}
operator-waits-deposits = { $count ->
    [one] Amana moja haina mwenyewe anayejulikana
   *[other] Amana { $count } hazina wenyewe wanaojulikana
}
operator-waits-files = { $count ->
    [one] Faili moja la malipo linasubiri kukabidhiwa benki
   *[other] Mafaili { $count } ya malipo yanasubiri kukabidhiwa benki
}
operator-waits-grievances = { $count ->
    [one] Lalamiko moja linasubiri mshughulikiaji
   *[other] Malalamiko { $count } yanasubiri mshughulikiaji
}
operator-waits-holds = { $count ->
    [one] Zuio moja linakwisha ndani ya siku 7
   *[other] Mazuio { $count } yanakwisha ndani ya siku 7
}
operator-waits-hooks = { $count ->
    [one] Webhook moja inashindwa
   *[other] Webhook { $count } zinashindwa
}
operator-waits-letters = { $count ->
    [one] Barua moja haikufika
   *[other] Barua { $count } hazikufika
}
operator-waits-markets = { $count ->
    [one] Soko moja limesimamishwa
   *[other] Masoko { $count } yamesimamishwa
}
operator-waits-members = { $count ->
    [one] Shirika moja halijathibitisha ufunguo
   *[other] Mashirika { $count } hayajathibitisha ufunguo
}
operator-waits-planned = { $count ->
    [one] Malipo moja yanasubiri kuidhinishwa
   *[other] Malipo { $count } yanasubiri kuidhinishwa
}
operator-waits-premium = { $count ->
    [one] Ulipaji mmoja wa malipo ya ziada unaweza kupangwa
   *[other] Ulipaji { $count } wa malipo ya ziada unaweza kupangwa
}
operator-waits-proposals = { $count ->
    [one] Pendekezo moja linasubiri mtu wa pili
   *[other] Mapendekezo { $count } yanasubiri mtu wa pili
}
operator-waits-receipts = { $count ->
    [one] Malipo moja hayana stakabadhi
   *[other] Malipo { $count } hayana stakabadhi
}
operator-waits-unknown = { $count ->
    [one] Malipo moja haijulikani yamefikia wapi
   *[other] Malipo { $count } haijulikani yamefikia wapi
}
operator-withdraw = Ondoa
operator-withdrawn = iliondolewa { $day }
operator-works-from = Unafanya kazi kuanzia
