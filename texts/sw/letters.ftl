# Letters: what they say, why they come, and the pages where a kind is declined.

letter-colon = :
letter-greeting = Habari { $name },
letter-why = Unapokea barua hii kwa sababu umesajiliwa kama { $role } wa { $organisation } kwenye rejista.
letter-automatic = Imetumwa na programu. Hakuna anayesoma majibu yake.
letter-decline = Acha kupokea barua za aina hii

## Declining

unsubscribe-title = Je, uache kupokea barua za aina hii?
unsubscribe-ask = Hutapokea tena barua za aina “{ $kind }”. Barua kuhusu funguo, fedha zilizo njiani na mambo mengine ya haraka zitaendelea kuja.
unsubscribe-button = Acha kuzipokea
unsubscribe-done-title = Imefanyika
unsubscribe-done = Hutapokea tena barua za aina “{ $kind }”. Msimamizi wa watu wa shirika lako anaweza kuzirudisha.
unsubscribe-invalid-title = Kiungo hiki hakifanyi kazi
unsubscribe-invalid = Hakijakamilika, au kimetoka rejista nyingine. Nakili kiungo chote kutoka kwenye barua.

letter-kind-declaration-received = tamko limepokelewa
letter-kind-declaration-approved = tamko limeidhinishwa
letter-kind-declaration-rejected = tamko limekataliwa
letter-kind-credits-issued = krediti zimetolewa
letter-kind-trade-confirmation = uthibitisho wa mauzo
letter-kind-premium-paid = malipo ya ziada

## Labels of figures

letter-label-amount = Kiasi
letter-label-batch = Kundi
letter-label-beneficiary = Mnufaika
letter-label-block = Namba za mfululizo
letter-label-certificate = Cheti
letter-label-declaration = Tamko
letter-label-deducted = Imekatwa kwa awamu
letter-label-due-at = Mwisho wa muda
letter-label-ends-at = Inafanya kazi hadi
letter-label-fee = Ada
letter-label-file = Faili la malipo
letter-label-from = Kutoka akaunti
letter-label-frozen = Kilichozuiwa
letter-label-gross = Bei yote
letter-label-hold = Zuio
letter-label-hold-reason = Sababu
letter-label-issued = Zilizotolewa
letter-label-key = Ufunguo
letter-label-lapses-at = Litakwisha lenyewe
letter-label-leg-administration = Kwa utawala
letter-label-leg-community = Kwa jamii
letter-label-leg-holder = Kwa mmiliki
letter-label-leg-operations = Kwa uendeshaji
letter-label-leg-women = Kwa vikundi vya wanawake
letter-label-mass = Uzito
letter-label-mineral = Madini
letter-label-other = Upande wa pili
letter-label-payout = Malipo
letter-label-period-from = Kuanzia
letter-label-period-to = Hadi
letter-label-person = Mtu
letter-label-price = Bei ya krediti moja
letter-label-producer = Mzalishaji
letter-label-rail = Njia ya malipo
letter-label-reason = Sababu
letter-label-retirement = Uondoaji
letter-label-role = Nafasi
letter-label-settles-at = Utaanza kutumika
letter-label-to = Kwenda akaunti
letter-label-trade = Mauzo
letter-label-transfer = Uhamisho
letter-label-url = Anwani
letter-label-use-until = Zitumike hadi
letter-label-valid-to = Siku ya mwisho
letter-label-verified = Zilizothibitishwa
letter-label-works-from = Itatumika kuanzia

## Words that are figures

letter-word-role-admin = msimamizi
letter-word-role-clerk = karani
letter-word-role-trader = mfanyabiashara
letter-word-role-signatory = mtia saini
letter-word-role-viewer = msomaji
letter-word-role-contact = mwakilishi
letter-word-target-key = Ufunguo
letter-word-target-account = Akaunti
letter-word-target-organisation = Shughuli zote za shirika lako
letter-word-rail-bank-transfer = uhamisho wa benki
letter-word-rail-mobile-money = pesa kwa simu

## The letters

letter-login-subject = Kiungo chako cha kuingia
letter-login-1 = Fungua kiungo hiki ili kuingia kwenye rejista. Kinafanya kazi mara moja tu, hadi { $ends_at }.
letter-login-2 = Kama hukukiomba, usifanye lolote: bila kiungo hiki hakuna anayeweza kuingia.
letter-login-action = Ingia
letter-login-why = Unapokea barua hii kwa sababu mtu aliomba kuingia kwa anwani yako.

letter-invitation-subject = { $organisation } inakualika kwenye rejista
letter-invitation-1 = { $organisation } inakualika kufanya kazi kwa niaba yake kwenye rejista ya krediti za uchimbaji mdogo wa madini.
letter-invitation-2 = Mwaliko unafanya kazi mara moja tu, hadi { $ends_at }. Kama huijui { $organisation }, usifanye lolote.
letter-invitation-action = Kubali mwaliko
letter-invitation-why = Unapokea barua hii kwa sababu { $organisation } ilitoa anwani yako.

letter-declaration-received-subject = { $producer } ametoa tamko la { $mass } za { $mineral }
letter-declaration-received-1 = { $producer } ametoa tamko la uzalishaji chini ya cheti ulichotoa: { $mass } za { $mineral }, kuanzia { $period_from } hadi { $period_to }.
letter-declaration-received-2 = Angalia ushahidi, kisha uidhinishe au ukatae tamko. Usipofanya lolote, tamko litakwisha muda wake.
letter-declaration-received-action = Tazama tamko

letter-declaration-approved-subject = Tamko lako limeidhinishwa: { $verified } zimethibitishwa
letter-declaration-approved-1 = Mthibitishaji wako amethibitisha { $verified } za { $mineral }. Umepewa krediti za { $issued }.
letter-declaration-approved-2 = Uzito usiotosha kifungu kizima umehifadhiwa kwa tamko lijalo.
letter-declaration-approved-action = Tazama matamko yako

letter-declaration-rejected-subject = Tamko lako limekataliwa
letter-declaration-rejected-1 = Mthibitishaji wako amekataa tamko lako la { $mass } za { $mineral }. Sababu iliyotolewa: { $reason }.
letter-declaration-rejected-2 = Muulize mthibitishaji wako kinachokosekana. Unaweza kutoa tena tamko la uzalishaji uleule.
letter-declaration-rejected-action = Tazama matamko yako

letter-credits-issued-subject = Krediti zimetolewa: { $mass } za { $mineral }
letter-credits-issued-1 = Krediti za { $mass } za { $mineral } ziko kwenye akaunti yako. Krediti moja ni kilo moja.
letter-credits-issued-2 = Zinaweza kuuzwa au kuondolewa kwa kudumu hadi { $use_until }; baada ya hapo muda wake unakwisha.
letter-credits-issued-action = Tazama kundi

letter-transfer-leaving-subject = Uhamisho wa { $mass } unatoka kwenye akaunti yako
letter-transfer-leaving-1 = Krediti za { $mass } za { $mineral } zinatoka kwenye akaunti yako kwenda kwa { $other }. Uhamisho utaanza kutumika { $settles_at }.
letter-transfer-leaving-2 = Kama hukutaka hivyo, uondoe kabla ya wakati huo: tia saini withdraw_transfer kwa { $transfer }. Kisha kagua funguo zako, kwa sababu mmoja wao ulitia saini.
letter-transfer-leaving-action = Ondoa uhamisho

letter-transfer-arriving-subject = Uhamisho wa { $mass } unakuja kwako
letter-transfer-arriving-1 = { $other } anakutumia krediti za { $mass } za { $mineral }. Zitakuwa zako kuanzia { $settles_at }.
letter-transfer-arriving-2 = Kama huzitaki, kataa uhamisho kabla ya wakati huo: tia saini refuse_transfer kwa { $transfer }.
letter-transfer-arriving-action = Kataa uhamisho

letter-trade-bought-subject = Umenunua { $mass } za { $mineral } kwa { $gross }
letter-trade-bought-1 = Umenunua krediti za { $mass } za { $mineral } kwa { $price } kwa krediti moja: { $gross }, pamoja na ada ya { $fee }.
letter-trade-bought-2 = Krediti ziko kwenye akaunti yako. Zitumie hadi { $use_until }.
letter-trade-bought-action = Tazama ununuzi na fedha zilikokwenda

letter-trade-sold-subject = Umeuza { $mass } za { $mineral } kwa { $gross }
letter-trade-sold-1 = Umeuza krediti za { $mass } za { $mineral } kwa { $price } kwa krediti moja: { $gross }.
letter-trade-sold-2 = Fedha zimegawanywa kulingana na mpango wako wa malipo ya ziada, na deni lako la mpango wa awamu limekatwa humo.
letter-trade-sold-action = Tazama nani amepata nini

letter-premium-paid-subject = Malipo yako ya ziada: { $amount }
letter-premium-paid-1 = { $producer } ameuza krediti za { $mass } za { $mineral }. Sehemu yako ya malipo ya ziada ni { $amount }.
letter-premium-paid-2 = Yako kwenye akaunti yako ya rejista hadi utakapolipwa.
letter-premium-paid-action = Tazama malipo yako

letter-payout-sent-subject = Malipo yako ya { $amount } yameagizwa
letter-payout-sent-1 = Benki imeagizwa kukulipa { $amount }. Inaweza kuchukua siku kadhaa.
letter-payout-sent-2 = Fedha zikifika, tia saini stakabadhi. Zisipofika baada ya siku tano za kazi, mwambie mwendeshaji.
letter-payout-sent-action = Tazama malipo yako

letter-confirm-receipt-subject = Je, { $amount } zimefika? Tafadhali tia saini stakabadhi
letter-confirm-receipt-1 = Benki inasema kwamba umelipwa { $amount }. Angalia akaunti yako ya benki.
letter-confirm-receipt-2 = Kama zimefika, tia saini confirm_receipt kwa kiasi ulichopokea. Kama hazijafika, au zimepungua, sema hivyo kwa kitendo hichohicho. Wanunuzi wanaambiwa ni malipo kiasi gani yamethibitishwa, kwa hiyo stakabadhi yako ni muhimu.
letter-confirm-receipt-action = Tazama malipo

letter-retirement-statement-subject = Taarifa ya uondoaji: { $mass } za { $mineral } kwa { $beneficiary }
letter-retirement-statement-1 = Krediti za { $mass } za { $mineral } zimeondolewa kwa kudumu kwa niaba ya { $beneficiary }. Ni uamuzi wa mwisho: haziwezi kuuzwa wala kutumika tena.
letter-retirement-statement-2 = Faili lililoambatishwa lina taarifa na kila kitu kinachoithibitisha. Lihifadhi: linaweza kuhakikiwa bila rejista hii, kwa orebook-verify au kwa ukurasa wa kiungo.
letter-retirement-statement-action = Tazama rekodi ya umma

letter-certificate-expiring-subject = Cheti kitakwisha baada ya siku { $days }
letter-certificate-expiring-1 = Cheti { $certificate } cha { $mineral } kitakwisha { $valid_to }, yaani baada ya siku { $days }.
letter-certificate-expiring-2 = Uzalishaji wa baada ya siku hiyo hauwezi kutolewa tamko chini ya cheti hicho. Omba cheti kinachofuata mapema.
letter-certificate-expiring-action = Tazama cheti

letter-key-added-subject = Ufunguo mpya wa { $organisation }
letter-key-added-1 = Ufunguo mpya umeongezwa kwa { $organisation }. Utaweza kutia saini ukishathibitishwa.
letter-key-added-2 = Kama hakuna kati yenu aliyefanya hivyo, ubatilishe ufunguo huo mara moja kwa ufunguo mwingine, na umwambie mwendeshaji.
letter-key-added-action = Tazama funguo zako

letter-key-added-for-subject = Mwendeshaji ameongeza ufunguo wa { $organisation }
letter-key-added-for-1 = Mwendeshaji wa rejista ameongeza ufunguo wa { $organisation }, kama anavyofanya shirika linapopoteza ufunguo wake.
letter-key-added-for-2 = Kama hukuomba hivyo, ukatae ufunguo huo kabla haujaanza kutumika: tia saini veto_key kwa ufunguo wako wowote, na umwambie mwendeshaji.
letter-key-added-for-action = Tazama funguo zako

letter-key-confirmed-subject = Ufunguo wa { $organisation } sasa unaweza kutia saini
letter-key-confirmed-1 = Ufunguo wa { $organisation } umethibitishwa. Utakachotia saini kitawafunga kuanzia sasa.
letter-key-confirmed-2 = Kama huujui ufunguo huu, ubatilishe mara moja kwa ufunguo mwingine, na umwambie mwendeshaji.
letter-key-confirmed-action = Tazama funguo zako

letter-key-revoked-subject = Ufunguo wa { $organisation } umebatilishwa
letter-key-revoked-1 = Ufunguo wa { $organisation } umebatilishwa. Hautii saini tena, na maagizo na uhamisho wake ulio wazi unakwisha.
letter-key-revoked-2 = Kama hakuna kati yenu aliyefanya hivyo, mwambie mwendeshaji mara moja.
letter-key-revoked-action = Tazama funguo zako

letter-key-vetoed-subject = Ufunguo wa { $organisation } umekataliwa
letter-key-vetoed-1 = Ufunguo uliokuwa umeongezwa kwa { $organisation } umekataliwa kabla haujaanza kutumika. Hautatia saini kamwe.
letter-key-vetoed-2 = Kama hakuna kati yenu aliyefanya hivyo, mwambie mwendeshaji mara moja.
letter-key-vetoed-action = Tazama funguo zako

letter-bank-details-changed-subject = Mahali pa kulipia { $organisation } pamebadilishwa
letter-bank-details-changed-1 = Maelezo mapya ya malipo yametiwa saini kwa { $organisation }. Fedha zitakwenda huko kuanzia { $works_from }.
letter-bank-details-changed-2 = Kama hukutaka hivyo, ubatilishe ufunguo uliotia saini kabla ya wakati huo. Maelezo ya zamani yataendelea kutumika. Mwambie mwendeshaji pia.
letter-bank-details-changed-action = Tazama shirika lako

letter-bank-details-restored-subject = Maelezo ya malipo ya { $organisation }: badiliko limeondolewa
letter-bank-details-restored-1 = Badiliko la mahali pa kulipia { $organisation } limeondolewa. Fedha zinakwenda zilikokwenda kabla ya badiliko.
letter-bank-details-restored-2 = Kama hukutaka hivyo, mwambie mwendeshaji. Badiliko jipya litasubiri tena kabla fedha hazijaenda huko.
letter-bank-details-restored-action = Tazama shirika lako

letter-bank-details-set-subject = Mahali pa kulipia { $organisation } pamewekwa
letter-bank-details-set-1 = Maelezo ya malipo yametiwa saini kwa { $organisation }, ya kwanza. Fedha zinakwenda huko tangu sasa.
letter-bank-details-set-2 = Kama hukutaka hivyo, tia saini mengine, yatakayoanza kutumika baada ya kusubiri, na mwambie mwendeshaji mara moja.
letter-bank-details-set-action = Tazama shirika lako

letter-contact-set-subject = Mawasiliano ya { $organisation }: anwani ya kwanza
letter-contact-set-1 = Anwani ambayo rejista huiandikia { $organisation } imetolewa. Ni ya kwanza, na inatumika tangu sasa.
letter-contact-set-2 = Kama hukutaka hivyo, mwambie mwendeshaji mara moja.
letter-contact-set-action = Tazama akaunti yako

letter-contact-changed-subject = Mawasiliano ya { $organisation } yamebadilishwa
letter-contact-changed-1 = Anwani ambayo rejista huiandikia { $organisation } imebadilishwa. Barua hii imetumwa pia kwa anwani ya zamani.
letter-contact-changed-2 = Kama hukutaka hivyo, mwambie mwendeshaji mara moja.
letter-contact-changed-action = Tazama akaunti yako

letter-frozen-subject = Zuio: { $organisation }
letter-frozen-1 = Mwendeshaji ameweka zuio. Kilichozuiwa: { $target }. Sababu: { $hold_reason }. Litakwisha lenyewe { $lapses_at }, lisipoongezwa muda.
letter-frozen-2 = Hakuna kilichopotea: krediti na fedha bado ni zako. Muulize mwendeshaji kama hujui sababu.
letter-frozen-action = Tazama zuio

letter-credits-frozen-subject = Krediti za kundi { $batch } zimezuiwa
letter-credits-frozen-1 = Mwendeshaji amezuia krediti za kundi { $batch } ({ $mineral }). Sababu: { $hold_reason }. Zuio litakwisha lenyewe { $lapses_at }, lisipoongezwa muda.
letter-credits-frozen-2 = Hadi hapo krediti hizo haziwezi kuuzwa, kuhamishwa wala kustaafishwa. Zinabaki kuwa za wenyewe. Muulize mwendeshaji kama hujui sababu.
letter-credits-frozen-action = Tazama kundi

letter-certificate-fraud-subject = Cheti cha { $producer } kimeondolewa kwa sababu ya udanganyifu
letter-certificate-fraud-1 = { $certifier } ameondoa cheti cha { $producer } ({ $mineral }) kwa sababu ya udanganyifu. Sababu iliyotolewa: { $reason }.
letter-certificate-fraud-2 = Krediti ambazo mzalishaji bado alikuwa nazo zimefutwa. Zilizonunuliwa zimezuiwa hadi mwendeshaji amalize suala hili; zilizostaafishwa zinabaki hivyo, zikiwa na alama.
letter-certificate-fraud-action = Tazama mzalishaji

letter-audit-due-subject = Uondoaji wako unahitaji maoni ya mkaguzi
letter-audit-due-1 = Kwa uondoaji wa { $mass } za { $mineral } kwa niaba ya { $beneficiary }, yaliyodaiwa yamefikia kiasi ambacho lazima mkaguzi akiangalie.
letter-audit-due-2 = Omba maoni ya mkaguzi wa rejista. Yanatakiwa kufikia { $due_at }; hadi yatakapokuja, rekodi inasema hivyo.
letter-audit-due-action = Tazama uondoaji

letter-audit-overdue-subject = Maoni ya mkaguzi kuhusu uondoaji wako yamechelewa
letter-audit-overdue-1 = Hakuna maoni ya mkaguzi yaliyokuja kuhusu uondoaji wa { $mass } za { $mineral } kwa niaba ya { $beneficiary }. Rekodi ya umma sasa inasema yamechelewa.
letter-audit-overdue-2 = Madai mengine ya mnufaika huyu yanasubiri hadi maoni yaje. Yaombe kwa mkaguzi wa rejista.
letter-audit-overdue-action = Tazama uondoaji

letter-webhook-disabled-subject = Webhook ya { $organisation } imezimwa
letter-webhook-disabled-1 = Rejista haiiti tena webhook ya { $organisation }. Sababu: { $reason }.
letter-webhook-disabled-2 = Hakuna kilichopotea: chukua ulichokosa kwa kutumia kasa yake, rekebisha mpokeaji, kisha uiwashe tena webhook.
letter-webhook-disabled-action = Tazama webhook zako
