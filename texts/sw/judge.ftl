# Meza za wanaoamua: wathibitishaji na wakaguzi.

## Mthibitishaji: kinachosubiri

certifier-waits-application = { $name } ameomba cheti
certifier-waits-audit = Ukaguzi wa { $name } unaendelea
certifier-waits-declaration = { $by } ametoa tamko la { $mass }
certifier-waits-end = Cheti cha { $name } kinakwisha karibuni
certifier-waits-inspection = Kikundi { $name } kinahitaji ukaguzi mpya
certifier-waits-more = { $others ->
    [one] Tamko moja zaidi linasubiri
   *[other] Matamko { $others } zaidi yanasubiri
}
certifier-waits-suspension = Simamisha { $name }: wanachama wanaotimiza ni wachache mno

## Mthibitishaji: foleni

certifier-declarations = Matamko
certifier-declarations-lead = Tamko linakuwa krediti pale tu unapoliidhinisha. Angalia ushahidi na hesabu kabla ya kuamua.
certifier-declaration-of = { $name }: { $period }
certifier-to-judge = Yanakusubiri
certifier-to-judge-lead = Linaloisha muda mapema zaidi liko mwanzo.
certifier-none-to-judge = Hakuna tamko linalosubiri. Mzalishaji unayemthibitisha akitamka alichochimba, litaonekana hapa.
certifier-judged = Yaliyoamuliwa
certifier-none-judged = Bado hakuna lililoamuliwa.
certifier-judge = Angalia na uamue
certifier-class = Krediti
certifier-would-issue = Krediti likiidhinishwa lote
certifier-would-be-refused = hakuna: kuliidhinisha lote kungekataliwa
certifier-files = { $files ->
    [one] faili moja
   *[other] faili { $files }
}
certifier-files-here = { $files ->
    [one] faili moja, iliyo hapa { $here }
   *[other] faili { $files }, zilizo hapa { $here }
}

## Mthibitishaji: tamko moja

certifier-lapses = linakwisha muda { $time } asipoamua mtu
certifier-certificate = Cheti
certifier-batch = Krediti zilizotolewa
certifier-declared-on = Lilitolewa
certifier-period = Kipindi
certifier-valid = Cheti ni halali
certifier-year = Mwaka wa cheti
certifier-audited-on = Siku ya ukaguzi
certifier-holder = Mmiliki wa cheti
certifier-site = Eneo la mgodi
certifier-grievance = { $grave } – lilipokelewa { $since }, bado liko wazi
certifier-grievances = Kuna lalamiko lililo wazi kuhusu mzalishaji huyu, cheti chake au krediti zake
certifier-evidence = Ushahidi
certifier-evidence-lead = Mzalishaji alitia sahihi alama ya kila faili. Faili iliyo hapa imehakikiwa kuwa ndiyo yenyewe.
certifier-file = Faili { $number }
certifier-file-open = Fungua faili { $number }
certifier-files-not-for-you = Nafasi yako hairuhusu kusoma nyaraka. Muulize msimamizi wa shirika lako.
certifier-sums = Hesabu
certifier-sum-what = Hatua
certifier-sum-mass = Uzito
certifier-sum-gross = Uzito wote kwenye mizani
certifier-sum-fineness = × kiwango cha usafi
certifier-sum-fine = Uzito safi uliotamkwa
certifier-sum-maximum = Kiwango cha juu cha mwaka
certifier-sum-issued-before = Zilizotolewa mwaka huu
certifier-sum-pending = Matamko mengine yanayosubiri
certifier-sum-sold-before = Yaliyouzwa kama madini yaliyothibitishwa mwaka huu
certifier-sum-sold = Yaliyouzwa kama madini yaliyothibitishwa, ya uzalishaji huu
certifier-sum-room = Nafasi iliyobaki mwaka huu
certifier-sum-verified = Uzito unaouthibitisha
certifier-sum-carry = Uliobaki kutoka awali, chini ya kiasi kidogo kabisa
certifier-sum-cut = Uliokatwa na kiwango cha juu
certifier-sum-kept = Unaobaki kwa wakati ujao, chini ya kiasi kidogo kabisa
certifier-sum-issued = Krediti ambazo ungetoa
certifier-sum-refused = Kwa uzito huu rejesta ingekataa idhini yako
certifier-others = Matamko mengine ya mwaka huu na eneo hili
certifier-no-others = Hakuna kingine kilichotamkwa mwaka huu wa cheti, na hakuna kinachogusa kipindi hiki.
certifier-sold = Yaliyouzwa kama yamethibitishwa
certifier-state = Hali
certifier-touches = linagusa kipindi hiki
certifier-checks = Rejesta inakagua nini
certifier-checks-lead = Idhini inakataliwa yote haya yasipotimia.
certifier-holds = inatimia
certifier-broken = haitimii
certifier-rule-independence = Wewe si wa kundi moja na mzalishaji wala mmiliki wa cheti.
certifier-rule-accreditation = Leo una ruhusa ya kuthibitisha katika programu hii na madini haya.
certifier-rule-open = Bado hakuna aliyeamua tamko hili.
certifier-rule-production = Cheti kinapokea uzalishaji, na hakijauzwa zaidi ya kinachofunika.
certifier-rule-members = Wanachama wa kutosha wa kikundi wanatimiza masharti.
certifier-rule-inspection = Ukaguzi wa kikundi ni wa hivi karibuni vya kutosha.
certifier-rule-period = Kila siku ya kipindi ilikuwa imethibitishwa.
certifier-rule-audit = Ukaguzi ni wa hivi karibuni vya kutosha.
certifier-decision = Uamuzi wako
certifier-verified = Uzito safi uliouthibitisha, kwa kilo
certifier-verified-hint = Usizidi uliotamkwa. Unatia sahihi kwenye ukurasa unaofuata.
certifier-review-approval = Pitia idhini
certifier-reckon-again = Hesabu tena

## Mthibitishaji: vyeti

certifier-certificates = Vyeti
certifier-certificates-lead = Unaowathibitisha, walioomba, na kinachokwisha karibuni.
certifier-certificate-of = { $name }: { $what }
certifier-groups = Ukaguzi wa vikundi
certifier-groups-lead = Wanachama wa kikundi hukaguliwa kila mwaka. Bila ukaguzi wa karibuni, au wanaotimiza wakiwa wachache mno, hakuna kinachotolewa.
certifier-by-inspection = Kwa mwisho wa ukaguzi
certifier-no-groups = Huthibitishi kikundi chochote. Cheti kinakuwa cha kikundi kinapotolewa pamoja na idadi ya wanachama.
certifier-applications = Maombi
certifier-no-applications = Hakuna aliyeomba. Ombi kwako linakaa hapa hadi utoe cheti au ulikatae.
certifier-in-force = Vinavyotumika, kinachokwisha mapema kwanza
certifier-none-in-force = Hakuna cheti chako kinachotumika.
certifier-ended = Vilivyokwisha
certifier-none-ended = Bado hakuna kilichokwisha.
certifier-accreditations = Unachoruhusiwa kuthibitisha
certifier-no-accreditations = Huna ruhusa ya kuthibitisha. Muulize mwendeshaji.
certifier-accreditation-counts = inahesabika leo
certifier-accreditation-not-now = haihesabiki leo
certifier-accreditation-withdrawn = iliondolewa { $day }
certifier-minerals = Madini
certifier-verification = Uthibitisho
certifier-applied-on = Kiliombwa
certifier-inspected-on = Kilikaguliwa
certifier-inspection-until = Ukaguzi unahesabika hadi
certifier-comply = Wanachama wanaotimiza
certifier-members = Wanachama
certifier-failed = Waliotolewa kwenye kiasi
certifier-must-suspend = Lazima ukisimamishe
certifier-too-few = wanaotimiza ni wachache mno
certifier-valid-to = Siku ya mwisho
certifier-room-left = Nafasi iliyobaki mwaka huu
certifier-open-declarations = Matamko yanayosubiri
certifier-since = Tangu
certifier-now = Kinasema nini
certifier-number = Namba
certifier-producer = Mzalishaji
certifier-mandate = Mamlaka ya mmiliki wa cheti
certifier-held = Krediti ambazo hazijauzwa zimezuiwa tangu
certifier-oversold = Yaliyouzwa zaidi ya yaliyofunikwa
certifier-continues = Cheti kilichotangulia
certifier-years = Miaka yake
certifier-no-years = Bado hakuna kilichotamkwa chini yake.
certifier-year-from = Mwaka kuanzia { $day }
certifier-uncredited = Ulioidhinishwa, ukakatwa na kiwango cha juu
certifier-cancelled = Krediti zilizofutwa kwa madini yaliyouzwa
certifier-none-declared = Bado hakuna kilichotamkwa chini yake.
certifier-history = Historia, mpya kwanza
certifier-by = Na
certifier-reason = Sababu
certifier-cause = Chanzo

## Mkaguzi: kinachosubiri

auditor-waits-finding = Matokeo yanadaiwa kuhusu { $beneficiary }: { $mineral }
auditor-waits-more = { $others ->
    [one] Matokeo mengine ya ukaguzi mmoja yanadaiwa
   *[other] Matokeo mengine ya kaguzi { $others } yanadaiwa
}

## Mkaguzi: madai, ustaafishaji, matokeo

auditor-duties = Matokeo yanayodaiwa
auditor-duties-lead = Anayestaafisha madini katika siku 365 kuliko programu inavyoruhusu bila matokeo, anadaiwa matokeo ya mkaguzi.
auditor-duties-by-day = Kwa siku ya mwisho
auditor-no-duties = Hakuna matokeo yanayodaiwa. Ustaafishaji wa mtu ukivuka kikomo cha programu, utaonekana hapa.
auditor-in-a-year = Zilizostaafishwa katika siku 365
auditor-threshold = Bila matokeo, zisizidi
auditor-crossed-by = Kikomo kilivukwa kwa
auditor-mass-on = { $mass } tarehe { $on }
auditor-until-then = Hadi matokeo yatoke
auditor-only-none = ustaafishaji usio na dai tu ndio unaokubaliwa
auditor-independence = Uhuru wa mkaguzi
auditor-not-independent = Shirika lako ni la kundi moja na mwenye krediti, mnufaika au mthibitishaji, hivyo haliwezi kuukagua ustaafishaji huu.
auditor-judge = Angalia na ukague
auditor-retirements = Ustaafishaji
auditor-retirements-lead = Kila ustaafishaji ni wa umma. Hapa uko pamoja na nyaraka ambazo si za umma.
auditor-newest-first = Mpya kwanza
auditor-none-retired = Hakuna ustaafishaji kama huo.
auditor-search = Mnufaika, au namba ya ustaafishaji
auditor-retired-for = { $mass }, { $mineral }, kwa { $name }
auditor-on = Tarehe
auditor-claim = Dai
auditor-no-finding = bado hakuna matokeo
auditor-findings = Matokeo yako
auditor-findings-lead = Matokeo ni ya umma na yanabaki. Ya baadaye yanachukua nafasi ya ya awali.
auditor-none-found = Bado hujachapisha yoyote.
auditor-publish = Chapisha matokeo
auditor-publish-later = Chapisha matokeo mapya
auditor-reason = Sababu
auditor-report = SHA-256 ya ripoti
auditor-counts = Nafasi yake
auditor-latest = ya mwisho kuhusu ustaafishaji huu
auditor-followed = mengine yamefuata

## Mkaguzi: ustaafishaji mmoja

auditor-judge-lead = Linganisha unachosema na matumizi, asili na nyaraka zilizo hapa chini. Matokeo yako yanataja SHA-256 ya ripoti yako.
auditor-says = Unasema nini
auditor-hidden = Matokeo ya mwisho yanaubishia, hivyo ukurasa wa umma hauonyeshi maneno haya.
auditor-beneficiary = Mnufaika
auditor-number = Namba ya usajili
auditor-holder = Aliyemiliki na kustaafisha
auditor-principal = Kwa niaba ya
auditor-claim-period = Kipindi cha dai
auditor-purpose = Kusudi
auditor-product = Bidhaa au kampeni
auditor-public-page = Ukurasa wa umma
auditor-measured-by = Unapimwa kwa nini
auditor-measured-lead = { $others ->
    [0] Hakuna ustaafishaji mwingine unaotaja matumizi haya.
    [one] Ustaafishaji mmoja zaidi unataja matumizi haya.
   *[other] Ustaafishaji { $others } zaidi unataja matumizi haya.
}
auditor-use-recorded = Matumizi yaliyorekodiwa
auditor-use = Uzito uliotumika
auditor-retired-against = Zilizostaafishwa kwa matumizi haya, jumla
auditor-share = Sehemu
auditor-use-period = Kipindi cha matumizi
auditor-scope = Kinachohesabiwa
auditor-method = Jinsi ilivyohesabiwa
auditor-basis = Takwimu hii ni nini
auditor-recorded-on = Yalirekodiwa
auditor-use-number = Namba
auditor-use-covers = yanafunika zilizostaafishwa
auditor-use-exceeded = zimestaafishwa zaidi ya zilizotumika
auditor-origin = Krediti zinatoka wapi
auditor-origin-lead = Kila kundi la krediti pamoja na cheti chake na ushahidi ambao mthibitishaji aliuona. Unachofungua kinaandikwa katika kumbukumbu ya usalama ya mwenyewe.
auditor-certificate-is = cheti: { $state }
auditor-retired-of-it = Zilizostaafishwa kati yake
auditor-issued = Zilizotolewa zote
auditor-mined = Yalichimbwa
auditor-certified-by = Imethibitishwa na
auditor-papers = Nyaraka
auditor-statement = Taarifa ya ustaafishaji
auditor-entry = Ingizo la rejesta
auditor-checked-by = Huhakikiwa bila mtandao kwa
auditor-bundle = Kifurushi
auditor-statement-file = Taarifa
auditor-proof = Uthibitisho
auditor-entry-file = Ingizo
auditor-consent = Idhini ya mnufaika
auditor-before = Matokeo na marekebisho hadi sasa
auditor-nothing-before = Bado hakuna.
auditor-corrected = Ulirekebishwa na mwenyewe { $day }
auditor-found-by = { $auditor }, { $day }

## Mkaguzi: rejesta nzima

auditor-log = Rejesta nzima
auditor-log-lead = Chukua rejesta na uipitie yote kwenye mashine isiyo na mtandao: kila sahihi, kila uamuzi, kila kilo.
auditor-log-name = Jina
auditor-log-size = Maingizo
auditor-log-last = Ingizo la mwisho
auditor-log-root = Mzizi wa mti
auditor-log-key = Ufunguo wa kuhakiki, kama rejesta hii inavyosema
auditor-log-key-elsewhere = Usiuchukue ufunguo hapa peke yake. Ulinganishe na ule wa mkataba wako, wa ripoti iliyochapishwa, au wa mtu mwingine.
auditor-log-steps = Jinsi ya kuihakiki
auditor-log-step-token = Mwombe mwendeshaji msimbo wa mkaguzi; hapa chini unaitwa TOKEN. Au chukua faili kwenye orodha iliyo hapa chini kwa kivinjari hiki.
auditor-log-step-fetch = Chukua kwanza kituo cha ukaguzi, kisha maingizo na alama zake, katika folda zilezile kama hapa.
auditor-log-step-verify = Endesha programu ya kuhakiki kwenye folda hiyo. Inataja ingizo popote inapopata jambo.
auditor-log-step-keep = Tunza folda hiyo. Wakati ujao programu inathibitisha kwamba rejesta imekua tu.
auditor-log-commands = Amri
auditor-log-files = Faili
auditor-log-files-lead = Maingizo ya wanachama si ya umma: tunza faili kwa uangalifu.
auditor-log-files-not-for-you = Maingizo huchukuliwa na msimamizi wa shirika lako, au kwa msimbo wa mkaguzi.
auditor-log-what = Nini
auditor-log-file = Faili
auditor-entries-of = Maingizo { $from } hadi { $to }
auditor-hashes = Alama, ngazi { $level }
auditor-log-one = Hakiki ustaafishaji mmoja badala yake
