# Fomu, yanayosemwa kabla ya sahihi, na matokeo yake.

answer-done = Imesainiwa na kuandikwa
answer-entry = Ni ingizo { $sequence } la rejesta, la { $time }.
answer-followed = { $entries ->
    [one] Ingizo moja zaidi limefuata, kwa mfano mauzo.
   *[other] Maingizo { $entries } zaidi yamefuata, kwa mfano mauzo.
}
answer-proof = Uthibitisho kwamba imo kwenye rejesta
answer-proposed = Itaanza kutumika mtu wa pili wa shirika lako atakapoisaini pia.
answer-title = Matokeo yake
ecological = ya kiikolojia
fault-count = Andika namba kamili.
fault-currency = Andika sarafu kwa herufi tatu, kwa mfano USD.
fault-day = Chagua siku.
fault-digest = Chagua faili, au andika SHA-256 yake kwa herufi na tarakimu 64.
fault-form = Sehemu hazilingani. Tafadhali angalia kila moja tena.
fault-id = Hii si namba ya rejesta: inakili nzima.
fault-key = Huu si ufunguo wa umma: huanza na did:key:z6Mk.
fault-mass = Andika kilogramu, kwa mfano 2.409, kwa desimali zisizozidi sita.
fault-missing = Tafadhali jaza hapa.
fault-money = Andika kiasi bila desimali zaidi ya zile za sarafu, kwa mfano 4200.00.
fault-one = Tafadhali chagua moja.
fault-percent = Andika asilimia kati ya 0 na 100 kwa desimali zisizozidi mbili, kwa mfano 54.33.
fault-serials = Moja kati ya hizi si namba ya mfululizo: inakili nzima, pamoja na tarakimu zake mbili za mwisho.
fault-token = Tumia herufi ndogo, tarakimu na mistari ya chini tu.
fault-words = Tumia herufi zisizozidi 200, bila herufi zisizoonekana na bila nafasi mwanzoni au mwishoni.
figure-cancelled = Kilichobaki kinaisha, kwa sababu
figure-fee = Ada
figure-gross = Malipo ya ziada kwa jumla
figure-left = Kinachobaki huru cha pesa zako
figure-mass = Uzito
figure-missing = Kinachokosekana
figure-outcome = Kinahesabika kama
figure-recovered = Kilichopatikana
figure-released = Kinarudi papo hapo
figure-rests = Kinachobaki wazi
figure-room = Nafasi iliyobaki katika mwaka wa cheti
figure-set-aside = Kilichowekwa kando
figure-shortfall = Kinachobebwa na mwendeshaji
figure-total = Jumla
figure-trades = Mauzo ya papo hapo
figure-until = Hadi
figure-word-confirmed = risiti imesainiwa
figure-word-not-filled = haikuweza kutimizwa papo hapo
figure-word-short-received = kilichofika ni kidogo kuliko kilichotumwa
form-currency = Sarafu
form-faulty = Kuna kitu hakijakaa sawa. Kimewekewa alama hapa chini; hakuna kilichotumwa.
form-optional = (paweza kubaki wazi)
in-grams = gramu { $number }
in-kilograms = kilogramu { $number }
in-milligrams = miligramu { $number }
in-tonnes = tani { $number }
review-and-sign = Kagua na usaini
sign-about-to = Unakaribia kusaini
sign-again = Ulisaini kitu hiki hiki muda mfupi uliopita. Saini tena tu kama unakitaka mara mbili.
sign-button = Saini
sign-bytes = Kinachosainiwa hasa
sign-bytes-text = Herufi hizi ndizo unazosaini. Pamoja nazo huenda shirika lako, rejesta, namba iliyotengenezwa kwenye kivinjari hiki, na saa. Hati nzima inaonekana hapa chini unaposaini.
sign-change = Badilisha
sign-download = Pakua faili
sign-elsewhere = Ufunguo wangu uko mahali pengine
sign-elsewhere-text = Pakua tendo, lisaini pale ulipo ufunguo wako, kisha bandika matokeo hapa.
sign-go-on = Endelea
sign-here = Saini kwenye kivinjari hiki
sign-no-crypto = Kivinjari hiki hakiwezi kusaini. Tumia Chrome, Firefox au Safari ya sasa kwa muunganisho salama (https), au saini mahali pengine kama ilivyo hapa chini.
sign-no-key = Kwenye kivinjari hiki hakuna ufunguo wa shirika lako unaoruhusiwa kusaini hili.
sign-no-script = Kusaini kwenye kivinjari kunahitaji JavaScript. Bila hiyo, saini mahali pengine kama ilivyo hapa chini.
sign-paste = Maandishi yaliyosainiwa
sign-proposed = Unaidhinisha:
sign-reaches = Nini kinamfikia nani
sign-ready = Ufunguo wako uko kwenye kivinjari hiki. Soma yaliyo hapo juu, kisha saini.
sign-second-person = Mtu wa pili wa shirika lako lazima asaini pia kabla haijaanza kutumika.
sign-signing = Inasaini na kutuma …
sign-submit = Tuma
sign-to-keys = Kwenye funguo
sign-waiting = Imesainiwa na kuhifadhiwa kwenye kivinjari hiki, lakini jibu halijafika. Itatumwa tena yenyewe mara muunganisho utakapopatikana; inahesabika mara moja tu.
sign-would = Kinachofuata
sign-would-be-refused = Kwa hali ilivyo, hili lingekataliwa
trades-at-once = { $trades ->
    [one] moja
   *[other] { $trades }
}
