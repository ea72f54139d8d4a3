# Programmes: the list with the rules of the register, and the page of one.

programme-accepted-as = { $from } inakubaliwa kama { $to }
programme-basis = Kinachohesabika
programme-certificates = Vyeti
programme-certificates-told = { $count ->
    [0] hakuna cheti kinachotumika
    [one] cheti kimoja kinatumika
   *[other] vyeti { $count } vinatumika
  }
programme-certifiers = Wathibitishaji
programme-changed = { $after }, kabla { $before }
programme-claims = Mnunuzi anaweza kudai kwamba:
programme-complaints = Malalamiko na mazuio
programme-credits = Krediti
programme-ecological = pia ya kiikolojia
programme-equivalences = Ulinganifu wa ngazi
programme-equivalences-lead = Ngazi za programu tofauti zinazokubaliwa moja kama nyingine. Hazitengenezi krediti wala hazibadilishi dai lolote.
programme-fee-told = Ada ya mnunuzi { $fee }
programme-first = Toleo la kwanza.
programme-levels = Ngazi
programme-levels-lead = Cheti hutolewa kwa ngazi moja, inayoamua kile kinachoweza kudaiwa kwa krediti zake.
programme-list = Programu
programme-list-lead = Programu huweka kanuni ambazo uzalishaji unathibitishwa na krediti zinatolewa, kuuzwa na kustaafishwa.
programme-lot = Uzito mdogo kabisa
programme-mineral = Madini
programme-minerals = Madini
programme-minerals-lead = Krediti moja ni kilo moja ya kinachohesabika.
programme-money = Malipo ya ziada na ada
programme-no-certifier = Bado hakuna mthibitishaji aliyeidhinishwa.
programme-no-change = Hakuna kanuni iliyobadilika.
programme-no-threshold = hakuna
programme-none = Bado hakuna programu. Mwendeshaji akiweka moja, itakuwa hapa na kanuni zake.
programme-paying = Makubaliano na ulipaji
programme-records = Rekodi
programme-register = Kanuni za rejesta
programme-register-lead = Zinamhusu kila mtu, kwa programu yoyote.
programme-revoked = ulikwisha { $day }
programme-rules = Kanuni
programme-safety = Funguo na uhamisho
programme-threshold = Matokeo ya mkaguzi juu ya
programme-version-from = Toleo la { $version }, kuanzia { $day }
programme-version-since = Toleo la { $version }, linatumika tangu { $day }
programme-versions = Matoleo
programme-withdrawn = uliondolewa { $day }
