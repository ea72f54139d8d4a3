# Producers: the list, and the page of one.

producer-all = Onyesha wote
producer-any = Yoyote
producer-audited = Ukaguzi ulifanyika
producer-batch-told = { $issued } zilitolewa · { $retired } zimestaafishwa · { $outstanding } zimebaki
producer-batches = Makundi ya krediti
producer-by-month = { $mineral }: zilizotolewa na zilizostaafishwa kwa mwezi
producer-cancelled = zimefutwa
producer-case-closed = Yalifungwa { $day }: { $outcome }.
producer-certificate = Cheti
producer-certificates = Vyeti
producer-certifier = Mthibitishaji
producer-code = Kodi katika namba za mfululizo
producer-concerns = Malalamiko
producer-confirmed = stakabadhi imetiwa saini
producer-country = Nchi
producer-credits = Krediti
producer-credits-lead = Krediti moja ni kilo moja iliyothibitishwa. Krediti zilizostaafishwa zimetumika kabisa.
producer-declared = Uzalishaji uliotamkwa
producer-declared-lead = Unaonekana na mzalishaji, mthibitishaji wake na wakaguzi tu.
producer-expired = zimekwisha muda
producer-fine = Uzito unaohesabika
producer-found = { $count ->
    [one] Mzalishaji mmoja
   *[other] Wazalishaji { $count }
  }
producer-held = Zimezuiwa: { $reason }
producer-holder = Mmiliki wa cheti
producer-inspected = Ukaguzi wa wanachama
producer-inspected-told = { $members ->
    [one] { $day }: mwanachama mmoja, { $compliant } wanafuata kanuni
   *[other] { $day }: wanachama { $members }, { $compliant } wanafuata kanuni
  }
producer-issued = zilizotolewa
producer-issued-of = { $mass } za { $mineral } zimetolewa
producer-list = Wazalishaji
producer-list-lead = Mashirika ya wachimbaji yaliyopewa cheti. Hapa halihifadhiwi jina la mchimbaji wala mahali kamili.
producer-maximum = Kiwango cha juu cha mwaka
producer-mineral = Madini
producer-name = Jina
producer-no-certificate = Bado halijapewa cheti. Likipewa, hali na historia ya cheti itakuwa hapa.
producer-no-concern = Hakuna malalamiko juu yake yaliyoshughulikiwa.
producer-no-plan = Halina mpango wa malipo ya ziada unaotumika. Kabla ya kuuza mara ya kwanza lazima litangaze mmoja.
producer-no-premium = Bado hakuna mwezi wa kuonyesha.
producer-no-retirement = Bado hakuna krediti zake zilizostaafishwa. Kila ustaafishaji utakuwa hapa, pamoja na mnufaika wake.
producer-none = Bado hakuna cheti kilichotolewa. Wazalishaji watakuwa hapa kikitolewa.
producer-none-found = Hakuna mzalishaji wa namna hiyo. Jaribu sehemu ya jina, au nchi au madini mengine.
producer-note-ended = Kimekwisha. Krediti zilizotolewa kabla bado zinaweza kuuzwa na kustaafishwa.
producer-note-fraud = Kiliondolewa kwa udanganyifu. Krediti ambazo hazijauzwa zimefutwa, zilizouzwa zimezuiwa, na ustaafishaji wake una onyo.
producer-note-oversold = Kimeuzwa zaidi ya kinachothibitishwa. Hakuna krediti zinazotolewa hadi hilo lifidiwe.
producer-note-suspended = Hakuna tamko wala krediti zinazotolewa, na krediti ambazo hazijauzwa zimezuiwa. Zilizonunuliwa kabla zinaendelea kutumika.
producer-note-withdrawn = Kiliondolewa kabisa. Krediti zake ambazo hazijauzwa zimefutwa; zilizonunuliwa kabla zinaendelea kutumika.
producer-outstanding = zilizobaki
producer-paid = yametoka benki
producer-payee = Nani analipwa
producer-period = Kipindi
producer-plan = { $code }, unatumika tangu { $day }
producer-plan-lead = Kinachobaki cha kila malipo ya ziada baada ya awamu kinagawanywa hivi. Mzalishaji ametia saini mpango huu.
producer-plan-title = Malipo ya ziada yanakokwenda
producer-premium = Yaliyotokea kwa malipo ya ziada
producer-premium-by-month = Malipo ya ziada kwa { $currency } kwa mwezi
producer-premium-lead = Kwa stakabadhi zilizotiwa saini na waliolipwa. Mwezi husemwa siku 30 baada ya kwisha, kwa takwimu zilizopunguzwa hadi tarakimu mbili, ili mtu asijue mnunuzi alilipa kiasi gani.
producer-raise = Toa malalamiko
producer-raise-lead = Huhitaji akaunti wala jina.
producer-retired = zilizostaafishwa
producer-retirements = Ustaafishaji wa karibuni
producer-retirements-lead = Kila mmoja unaonyeshwa na uzito wake wote, ambao unaweza kuwa wa wazalishaji kadhaa.
producer-routed = yamegawiwa walipwaji
producer-search = Tafuta
producer-share = Fungu
producer-split = Kati ya zilizobaki: { $available } zinapatikana, { $escrowed } zimewekwa kando, { $frozen } zimezuiwa.
producer-state = Hali
producer-structure = Aina ya shirika
producer-terms = Masharti ya cheti
producer-unconfirmed = { $count ->
    [one] Malipo mamoja yalitoka benki zamani, na stakabadhi bado haijatiwa saini.
   *[other] Malipo { $count } yalitoka benki zamani, na stakabadhi zake bado hazijatiwa saini.
  }
producer-valid = Kinatumika
producer-verified = Kimehakikiwa
producer-was-expired = Kilikwisha muda
producer-was-granted = Kilitolewa na { $certifier }
producer-was-reinstated = Usimamishaji uliondolewa na { $certifier }
producer-was-surrendered = Mzalishaji alikirudisha
producer-was-suspended = Kilisimamishwa na { $certifier }
producer-was-withdrawn = Kiliondolewa na { $by } ({ $cause })
producer-where = Mahali
producer-who = Ni nani
producer-women-led = Linaongozwa na wanawake
