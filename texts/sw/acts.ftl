### Every signed act: what it is called, what signing it does, and the fields of its form. `field-<field>` is a field’s
### label, `field-<act>-<field>` its label in one act, and either with `-hint` says how to fill it in.

## Organisations and their keys

act-void = Batilisha maelekezo yaliyopotea njiani
act-void-does = Kama maelekezo uliyotia saini hayajafika kwenye rejesta, hayataweza tena kufanya kazi: namba yake imekwisha kutumika. Hakuna kingine kinachobadilika. Hili haliwezi kutenguliwa.
act-register-organisation = Sajili shirika
act-register-organisation-does = Shirika linakuwa mwanachama kwa jina, majukumu na funguo za kwanza unazotoa. Linaweza kutenda mara tu litakapothibitisha mmojawapo wa funguo hizo. Jina, msimbo na majukumu haviwezi kubadilishwa baadaye.
act-add-key = Ongeza ufunguo wa shirika lako
act-add-key-does = Ufunguo utaweza kutia saini kwa niaba ya shirika lako ukishathibitishwa kwa ufunguo wenyewe. Ukiwa wa mtu mwingine, lazima mtu wa pili aidhinishe. Unaweza kubatilishwa baadaye, lakini hauhamii kamwe kwa shirika lingine.
act-add-key-for = Ongeza ufunguo wa shirika lingine
act-add-key-for-does = Ni kwa shirika lisiloweza kuongeza ufunguo lenyewe; lazima mtu wa pili wa mwendeshaji aidhinishe. Kama lina ufunguo unaofanya kazi, ule mpya husubiri, wawakilishi wake hujulishwa, nalo linaweza kuukataa. Ufunguo unaweza kubatilishwa baadaye.
act-confirm-key = Thibitisha ufunguo huu
act-confirm-key-does = Unatia saini kwa ufunguo mpya wenyewe. Kuanzia hapo, kinachotiwa saini kwa ufunguo huo kinalifunga shirika lako. Unaweza kubatilishwa wakati wowote.
act-veto-key = Kataa ufunguo ulioongezwa kwa ajili yenu
act-veto-key-does = Ufunguo ambao mwendeshaji aliongeza kwa shirika lako hautatia saini kamwe. Funguo zenu nyingine haziguswi. Uamuzi huu ni wa kudumu.
act-revoke-key = Batilisha ufunguo
act-revoke-key-does = Kuanzia sasa ufunguo hautii saini tena, na vyote vilivyo wazi vya ufunguo huo vinakwisha: maagizo, makubaliano, uhamisho na mapendekezo. Kilichotiwa saini nao na ambacho tayari kimefanyika kinabaki. Ni wa kudumu: ufunguo hautafanya kazi tena kamwe.
act-open-account = Fungua akaunti nyingine
act-open-account-does = Shirika lako linapata akaunti nyingine ya kuhifadhi krediti. Hakuna kinachohamishwa. Akaunti iliyofunguliwa inabaki.
act-set-limits = Weka kikomo cha ufunguo mmoja
act-set-limits-does = Juu ya vikomo hivi, maagizo, makubaliano, uhamisho, ustaafishaji na utoaji wa fedha vinahitaji mtu wa pili wa shirika lako. Vinachukua nafasi ya vikomo vyote vya awali; usichokitaja hakina kikomo. Unaweza kuvibadilisha, lakini kupandisha au kuondoa kikomo kunahitaji mtu wa pili.
act-approve = Idhinisha pendekezo
act-approve-does = Unatia saini kama mtu wa pili kwa kile hasa kinachosemwa na pendekezo. Linaanza kutumika mara moja, kama kanuni bado zinaruhusu. Kama linaweza kutenguliwa baadaye hutegemea kitendo kilichopendekezwa.
act-cancel-proposal = Ondoa pendekezo
act-cancel-proposal-does = Pendekezo la shirika lako linakwisha bila kufanya kazi. Hakuna kilichokuwa kimewekwa kando kwa ajili yake. Linaweza kutolewa tena.
act-suspend-organisation = Simamisha shirika
act-suspend-organisation-does = Shirika litaweza tu kuondoa vitu vyake na kutia saini stakabadhi. Maagizo, makubaliano, mapendekezo na uhamisho wake unaotoka, vilivyo wazi, vinakwisha, na malipo yake yanasubiri. Unaweza kuondoa usimamishaji huu baadaye.
act-reinstate-organisation = Ondoa usimamishaji wa shirika
act-reinstate-organisation-does = Kuanzia sasa shirika linaweza kutenda tena. Vilivyokwisha kwa usimamishaji havirudi vyenyewe. Linaweza kusimamishwa tena.
act-close-organisation = Funga shirika kwa kudumu
act-close-organisation-does = Shirika linakwisha, na jina lake na msimbo wake havitapewa mwingine kamwe. Lazima lisiwe na chochote, na kusiwe na chochote kilicho njiani kwenda kwake. Uamuzi huu ni wa kudumu.
act-set-contact-details = Weka watu ambao rejesta itawaandikia
act-set-contact-details-does = Barua za shirika zitakwenda kwa watu hawa. Maelezo yanabaki nje ya kumbukumbu ya umma, ambayo huhifadhi alama yake tu. Mabadiliko husubiri kabla ya kuanza kutumika na yanaweza kuondolewa hadi hapo.
act-withdraw-contact-details = Ondoa mabadiliko ya mawasiliano
act-withdraw-contact-details-does = Mabadiliko yanayosubiri hayataanza kutumika. Mawasiliano yanayotumika yanabaki. Unaweza kuweka mapya wakati wowote.
act-appoint-agent = Teua wakala
act-appoint-agent-does = Shirika hili linaweza kukuhifadhia krediti na kustaafisha krediti kwa niaba yako. Haliwezi kuuza unachokituma kwake wala kukitumia kwa mtu mwingine. Unaweza kusitisha wakati wowote.
act-dismiss-agent = Mwondoe wakala
act-dismiss-agent-does = Kuanzia sasa wakala hastaafishi tena chochote kwa niaba yako. Krediti zako ambazo bado anazo zinaweza tu kurudishwa kwako. Unaweza kumteua tena.

## The register itself

act-adopt-parameters = Weka muda wa kusubiri wa rejesta
act-adopt-parameters-does = Muda na vikomo hivi vinawahusu wote kwa yote yatakayoamuliwa kuanzia sasa; nyakati zilizokwisha kupangwa zinabaki. Lazima mtu wa pili wa mwendeshaji aidhinishe. Vinaweza kubadilishwa tena kwa njia ileile.
act-adopt-rules = Pitisha kanuni mpya
act-adopt-rules-does = Kanuni mpya zinaamua yote yatakayosainiwa kuanzia sasa; yaliyokwisha kuamuliwa yanabaki. Kila seva lazima itumie toleo linalozijua. Lazima mtu wa pili wa mwendeshaji aidhinishe. Haziwezi kurudishwa nyuma.
act-adopt-issuer = Badilisha ufunguo unaotia saini taarifa
act-adopt-issuer-does = Kuanzia sasa ufunguo mwingine wa rejesta unatia saini taarifa za ustaafishaji. Lazima mtu wa pili wa mwendeshaji aidhinishe. Ni wa kudumu: ufunguo wa awali haurudi tena.
act-adopt-log-key = Badilisha ufunguo unaotia saini kumbukumbu
act-adopt-log-key-does = Kuanzia sasa ufunguo mwingine unatia saini vituo vya ukaguzi vya kumbukumbu ya umma, na kila anayeihakiki anauhitaji. Lazima mtu wa pili wa mwendeshaji aidhinishe. Ni wa kudumu: ufunguo wa awali haurudi tena.

## Grievances

act-triage-grievance = Amua jinsi malalamiko yatakavyoshughulikiwa
act-triage-grievance-does = Unasema kwa niaba ya mwendeshaji ni mazito kiasi gani na yatafanywa nini. Yote mawili ni ya umma; habari za aliyetuma si za umma. Hadi malalamiko yafungwe unaweza kuamua upya.
act-close-grievance = Funga malalamiko
act-close-grievance-does = Malalamiko yanakwisha kwa matokeo unayotoa, na kila mtu anaweza kuyasoma. Uamuzi huu ni wa mwisho: jambo jipya linahitaji malalamiko mapya.

## Money at the bank

act-deposit = Ingiza amana ya mwanachama
act-deposit-does = Fedha zilizofika benki zinaingizwa kwa mwanachama, ambaye anaweza kuzitumia kuanzia hapo. Lazima mtu wa pili wa mwendeshaji aidhinishe. Kosa hurekebishwa tu kwa ingizo lingine.
act-deposit-unknown = Ingiza amana ya mtumaji asiyejulikana
act-deposit-unknown-does = Fedha zilizofika benki zinawekwa kwenye akaunti ya muda hadi mwenyewe ajulikane; hadi hapo hakuna anayeweza kuzitumia. Lazima mtu wa pili wa mwendeshaji aidhinishe. Kosa hurekebishwa tu kwa ingizo lingine.
act-assign-deposit = Mpe mwenyewe amana yake
act-assign-deposit-does = Amana iliyokuwa ikimsubiri mwenyewe inaingizwa kwa mwanachama unayemtaja, ambaye anaweza kuitumia kuanzia hapo. Lazima mtu wa pili wa mwendeshaji aidhinishe. Kosa hurekebishwa tu kwa ingizo lingine.
act-recall-deposit = Ingiza amana iliyorudishwa na benki
act-recall-deposit-does = Fedha zinatoka kwenye akaunti ya mwanachama kadiri zilivyo hazijatumika; zilizobaki zinabebwa na mwendeshaji. Lazima mtu wa pili wa mwendeshaji aidhinishe. Kosa hurekebishwa tu kwa ingizo lingine.
act-book-charge = Ingiza tozo ya benki
act-book-charge-does = Tozo inalipwa kutoka kwenye ada alizopata mwendeshaji; hakuna mwanachama anayeilipa. Kosa hurekebishwa tu kwa ingizo lingine.
act-correct-money = Rekebisha ingizo lenye kosa
act-correct-money-does = Fedha zinahama kati ya akaunti mbili kurekebisha ingizo la awali, ambalo linabaki kuonekana. Lazima mtu wa pili wa mwendeshaji aidhinishe, na wanachama wanaohusika wanaliona. Hutenguliwa tu kwa marekebisho mengine.
act-reconcile-bank = Ingiza salio la benki
act-reconcile-bank-does = Salio la taarifa ya benki linaingizwa kando ya lile lililo kwenye rejesta. Hakuna fedha zinazohama. Salio lililoingizwa linabaki; la baadaye linakaa kando yake.

## Payouts

act-set-payout-details = Weka mahali malipo yanapokwenda
act-set-payout-details-does = Kuanzia sasa malipo yatakwenda huko. Maelezo yanabaki nje ya kumbukumbu ya umma, ambayo huhifadhi alama yake tu. Mabadiliko husubiri kabla ya kuanza kutumika na yanaweza kuondolewa hadi hapo.
act-withdraw-payout-details = Ondoa mabadiliko ya maelezo ya malipo
act-withdraw-payout-details-does = Mabadiliko yanayosubiri hayataanza kutumika. Malipo yanakwenda yalikokuwa yakienda. Unaweza kuweka maelezo mapya wakati wowote.
act-withdraw-money = Omba fedha zako ambazo hazijatumika
act-withdraw-money-does = Mwendeshaji anaombwa kulipa kiasi hiki mahali unapolipwa. Malipo ya ziada yanayomsubiri mlipwaji wake hayaguswi. Unaweza kughairi malipo hadi mwendeshaji ayaidhinishe.
act-plan-payout = Panga ulipaji wa malipo ya ziada
act-plan-payout-does = Malipo ya ziada ambayo mauzo ya mzalishaji yalimletea mlipwaji yanapangwa kulipwa. Fedha hazihami hadi watu wawili wa mwendeshaji waidhinishe. Yanaweza kughairiwa hadi benki ipate faili.
act-approve-payouts = Idhinisha malipo
act-approve-payouts-does = Fedha za malipo haya zinatoka kwenye akaunti za walipwaji katika rejesta na ziko njiani; kwa pamoja yanakuwa faili moja la benki. Lazima mtu wa pili wa mwendeshaji aidhinishe. Kila malipo yanaweza kughairiwa hadi benki ipate faili.
act-cancel-payout = Ghairi malipo
act-cancel-payout-does = Malipo yanakwisha kabla benki haijaambiwa, na kilichokuwa kimetoka kwenye akaunti hurudi mara moja. Hili haliwezi kutenguliwa, lakini malipo mapya yanaweza kupangwa.
act-instruct-payouts = Ingiza kwamba benki imepata faili
act-instruct-payouts-does = Unatamka kwamba faili la malipo limekabidhiwa benki. Kuanzia hapo malipo yake hayawezi kughairiwa tena. Hili haliwezi kutenguliwa: kabidhi faili mara moja tu.
act-report-payout = Ingiza benki inachosema kuhusu malipo
act-report-payout-does = Malipo yanaendelea kama benki inavyoripoti. Benki ikiyakataa au kuyarudisha, fedha zinarudi kwenye akaunti ya mlipwaji, na lazima mtu wa pili wa mwendeshaji aidhinishe. Ripoti inabaki kwenye rejesta.
act-confirm-receipt = Tia saini stakabadhi ya malipo
act-confirm-receipt-does = Unatamka kiasi gani cha malipo kimefika; wanunuzi wanaambiwa ni malipo ya ziada kiasi gani yamethibitishwa. Kwa mlipwaji asiye na ufunguo, watu wawili wa mzalishaji hutia saini, pamoja na stakabadhi ya karatasi. Stakabadhi haiwezi kuondolewa.
act-dispute-payout = Sema kwamba malipo hayajafika
act-dispute-payout-does = Malipo yanawekwa alama kuwa yanabishaniwa, na mwendeshaji lazima ayachunguze. Fedha zikifika baadaye, bado unaweza kutia saini stakabadhi.
act-refund-fraud = Warudishie wanunuzi fedha baada ya udanganyifu
act-refund-fraud-does = Krediti zilizonunuliwa chini ya cheti kilichoondolewa kwa udanganyifu zinafutwa, na wanunuzi wake wanarudishiwa kiasi cha malipo ya ziada kilichoweza kuzuiwa. Krediti zilizostaafishwa zinabaki zimestaafishwa. Lazima mtu wa pili wa mwendeshaji aidhinishe; uamuzi huu ni wa kudumu.

## Programmes and certifiers

act-define-programme = Weka programu au toleo lake linalofuata
act-define-programme-does = Ngazi, madini na kanuni zake zinatumika kuanzia siku unayotaja, na kila mtu anaweza kuzisoma. Toleo haliwezi kubadilishwa wala kuondolewa; toleo la baadaye linaweza kuchukua nafasi yake.
act-accredit = Mpe mthibitishaji ithibati
act-accredit-does = Mthibitishaji anaweza kutoa vyeti na kuidhinisha uzalishaji chini ya programu hii, kwa madini na siku unazotaja. Kila mtu anaweza kusoma hivyo. Unaweza kuondoa ithibati.
act-withdraw-accreditation = Ondoa ithibati
act-withdraw-accreditation-does = Kuanzia sasa mthibitishaji hawezi kutoa vyeti wala kuidhinisha uzalishaji chini yake. Vyeti vilivyokwisha kutolewa vinabaki. Ithibati hii hairudi; mpya inaweza kutolewa.
act-record-equivalence = Ingiza ulinganifu wa ngazi
act-record-equivalence-does = Kila mtu anaweza kusoma kwamba ngazi ya programu moja inakubaliwa kama ya nyingine. Haitengenezi krediti wala haibadilishi dai lolote. Unaweza kuusitisha.
act-revoke-equivalence = Sitisha ulinganifu wa ngazi
act-revoke-equivalence-does = Kuanzia siku unayotaja, ulinganifu huu hautumiki tena. Krediti na madai hayaguswi. Hili haliwezi kutenguliwa, lakini ulinganifu mpya unaweza kuingizwa.

## Certificates

act-apply-certificate = Omba cheti
act-apply-certificate-does = Unamwomba mthibitishaji unayemtaja athibitishe eneo lako. Hakuna kinachothibitishwa hadi mthibitishaji atoe cheti. Hadi ukaguzi uanze unaweza kurudisha ombi.
act-accept-mandate = Kubali kuwa mmiliki wa cheti
act-accept-mandate-does = Unakuwa mmiliki wa cheti, kwa mamlaka ambayo ombi linakupa. Kuanzia sasa wewe na mzalishaji hamwezi kamwe kuuziana. Mzalishaji anaweza kusitisha mamlaka yako wakati wowote.
act-end-mandate = Sitisha mamlaka ya mmiliki
act-end-mandate-does = Mmiliki hawezi tena kutoa matamko wala kuuza kwa niaba yako chini ya cheti hiki, na maagizo ya kuuza aliyotia saini yanafutwa. Anabaki kutajwa kama mmiliki. Hili haliwezi kutenguliwa kwa cheti hiki.
act-begin-audit = Anza ukaguzi
act-begin-audit-does = Kila mtu anaweza kuona kwamba ombi linakaguliwa. Kuanzia sasa linakwisha tu unapotoa cheti au kukataa. Hili haliwezi kutenguliwa.
act-grant-certificate = Toa cheti
act-grant-certificate-does = Mzalishaji anaweza kutoa matamko ya uzalishaji chini yake na kupata krediti, hadi kiwango cha juu cha mwaka. Kila mtu anaweza kukisoma. Unaweza kukisimamisha au kukiondoa baadaye, lakini si kukifuta kana kwamba hakikutolewa.
act-reject-certificate = Kataa ombi la cheti
act-reject-certificate-does = Ombi linakwisha bila cheti, na kila mtu anaweza kusoma sababu. Uamuzi huu ni wa mwisho; mzalishaji anaweza kuomba upya.
act-suspend-certificate = Simamisha cheti
act-suspend-certificate-does = Hakuna kinachoweza kutolewa tamko wala krediti chini yake, maagizo ya kuuza na makubaliano yake yanakwisha, na krediti ambazo hazijauzwa zinazuiwa. Krediti zilizonunuliwa zinaendelea kutumika, na kila mtu anaweza kusoma sababu. Unaweza kuondoa usimamishaji baadaye.
act-reinstate-certificate = Ondoa usimamishaji wa cheti
act-reinstate-certificate-does = Cheti kinahesabika tena kuanzia siku unayotaja, na krediti zake ambazo hazijauzwa zinakuwa huru. Maagizo ya kuuza na makubaliano yaliyokwisha hayarudi yenyewe. Unaweza kukisimamisha tena.
act-withdraw-certificate = Ondoa cheti kwa kudumu
act-withdraw-certificate-does = Cheti kinakwisha kabisa; krediti zake ambazo hazijauzwa zinafutwa na matamko yake yaliyo wazi yanakwisha muda. Kama chanzo ni udanganyifu, krediti zilizonunuliwa zinazuiwa na malipo ya ziada ambayo hayajalipwa yanasimamishwa. Uamuzi huu ni wa kudumu na wa wazi kwa umma; krediti zilizostaafishwa zinabaki zimestaafishwa.
act-surrender-certificate = Rudisha cheti kwa kudumu
act-surrender-certificate-does = Cheti au ombi lako linakwisha kuanzia siku unayotaja. Kilichozalishwa kabla ya hapo bado kinaweza kutolewa tamko kwa muda, na krediti zilizotolewa bado zinaweza kuuzwa. Uamuzi huu ni wa kudumu.
act-release-certificate-hold = Achilia krediti za cheti kilichokwisha
act-release-certificate-hold-does = Krediti zilizobaki zimezuiwa wakati cheti kilichosimamishwa kilipokwisha zinakuwa huru tena, na mzalishaji wake anaweza kuziuza. Cheti chenyewe kinabaki kimekwisha. Hili haliwezi kutenguliwa.
act-extend-maximum = Pandisha kiwango cha juu cha mwaka
act-extend-maximum-does = Kuanzia mwaka huu wa cheti, krediti zinaweza kutolewa kwa uzalishaji mkubwa zaidi. Kila mtu anaweza kusoma hivyo. Huwezi kukirudisha chini; ukaguzi wa ndani wa kikundi pekee unaweza kukishusha tena.
act-record-inspection = Ingiza ukaguzi wa ndani wa kikundi
act-record-inspection-does = Unaingiza idadi ya wanachama wa kikundi, wanaotimiza masharti na waliotolewa kwenye kiasi kilichothibitishwa. Wakiwa wachache mno, hakuna tamko linaloweza kutolewa hadi ukaguzi bora zaidi. Ni wa wazi kwa umma na unabaki; ukaguzi unaofuata unachukua nafasi yake.

## How premium is shared

act-adopt-premium-plan = Weka mgawanyo wa malipo yako ya ziada
act-adopt-premium-plan-does = Malipo ya ziada ya mauzo yako chini ya programu hii yanakwenda kwa walipwaji hawa kwa mafungu haya, na kila mtu anaweza kuyasoma. Mpango wa kwanza unatumika mara moja, wa baadaye baada ya muda wa kusubiri. Unaweza kuubadilisha kwa mpango mwingine; kilichokwisha kugawanywa kinabaki hivyo.
act-open-instalment-plan = Mpe mzalishaji mpango wa awamu
act-open-instalment-plan-does = Unapendekeza kulipwa kutoka kila mauzo ya mzalishaji, hadi jumla yote itimie. Hakuna kinachokatwa hadi mzalishaji akubali. Pendekezo hili haliwezi kuondolewa.
act-accept-instalment-plan = Kubali mpango wa awamu
act-accept-instalment-plan-does = Kuanzia sasa kiwango hiki kinakatwa kwenye kila mauzo yako ya sarafu hii kwa ajili ya mdai, hadi jumla yote ilipwe. Walipwaji wako wanagawana kinachobaki. Huwezi kuusitisha mapema.

## Production

act-declare = Toa tamko la uzalishaji
act-declare-does = Unatamka kilichochimbwa katika kipindi hiki na kwamba hakuna nembo nyingine inayotumika kwa ajili yake. Mthibitishaji analikagua tamko; likiidhinishwa, mzalishaji anapewa krediti. Unaweza kuliondoa hadi uamuzi utolewe.
act-approve-declaration = Idhinisha tamko
act-approve-declaration-does = Kwa uzito uliouthibitisha, mzalishaji anapewa krediti mara moja na anaweza kuziuza. Hili haliwezi kutenguliwa; kosa linaweza kushughulikiwa tu kwa kusimamisha au kuondoa cheti.
act-reject-declaration = Kataa tamko
act-reject-declaration-does = Hakuna krediti zinazotolewa, na mzalishaji anaambiwa sababu. Uamuzi huu ni wa mwisho kwa tamko hili; uzalishaji uleule unaweza kutolewa tamko tena.
act-withdraw-declaration = Ondoa tamko
act-withdraw-declaration-does = Tamko linakwisha bila uamuzi, na hakuna krediti zinazotolewa kwa ajili yake. Unaweza kutoa tamko la kipindi kilekile tena.
act-record-physical-sale = Ingiza madini yaliyouzwa kama yaliyothibitishwa
act-record-physical-sale-does = Madini yaliyouzwa kama yaliyothibitishwa hayapaswi kuwa pia kwenye krediti: kwanza unatumika uzito ambao bado haujapewa krediti, kisha krediti zako zinazopatikana zinafutwa. Isipotosha, cheti kinawekwa alama na hakuna krediti zaidi zinazotolewa hadi pengo lifidiwe. Hili haliwezi kutenguliwa.
act-cancel-credits = Futa kwa kudumu krediti ambazo hazijauzwa
act-cancel-credits-does = Krediti unazotaja zinatoka kwenye rejesta bila kutumika, na hakuna anayelipwa kwa ajili yake. Kila mtu anaweza kusoma hivyo, pamoja na sababu. Uamuzi huu ni wa kudumu.

## Transfers

act-transfer = Hamisha krediti
act-transfer-does = Krediti zinakwenda kwenye akaunti nyingine: mara moja ndani ya shirika lako au kwa akaunti unayoiamini, vinginevyo baada ya muda wa kusubiri. Zikiwa njiani unaweza kuzirudisha. Baada ya hapo ziko mikononi mwa mpokeaji.
act-withdraw-transfer = Ondoa uhamisho
act-withdraw-transfer-does = Krediti zilizo njiani zinarudi mara moja kwenye akaunti yako, na mpokeaji hapati chochote. Unaweza kuzihamisha tena.
act-refuse-transfer = Kataa uhamisho
act-refuse-transfer-does = Krediti zilizo njiani kuja kwako zinarudi kwa mtumaji mara moja. Hili haliwezi kutenguliwa; mtumaji anaweza kuzituma tena.
act-trust-account = Amini akaunti ya mwingine
act-trust-account-does = Baada ya muda wa kusubiri, uhamisho na makubaliano yako na akaunti hii yanakamilika mara moja, hivyo huwezi tena kuyaondoa. Unaweza kusitisha wakati wowote.
act-distrust-account = Acha kuamini akaunti
act-distrust-account-does = Kuanzia sasa uhamisho na makubaliano yako na akaunti hii yanasubiri tena, hivyo unaweza kuyaondoa. Yaliyokwisha kukamilika yanabaki. Unaweza kuiamini tena.

## Holds

act-place-hold = Weka zuio
act-place-hold-does = Ufunguo, akaunti, shirika au kundi linazuiwa kwa muda, na vyote vilivyo wazi vyake vinakwisha. Kila mtu anaweza kusoma hivyo, pamoja na sababu. Zuio litakwisha lenyewe lisipoongezwa muda, na unaweza kuliondoa mapema.
act-extend-hold = Ongeza muda wa zuio
act-extend-hold-does = Zuio linaendelea kwa muhula mmoja zaidi, na kila mtu anaweza kusoma hivyo. Lazima mtu wa pili wa mwendeshaji aidhinishe. Bado linaweza kuondolewa mapema.
act-release-hold = Ondoa zuio
act-release-hold-does = Kilichozuiwa kinakuwa huru tena, isipokuwa kama kuna zuio lingine. Vilivyokwisha zuio lilipowekwa havirudi vyenyewe. Baada ya udanganyifu, lazima mtu wa pili wa mwendeshaji aidhinishe.

## Markets and orders

act-open-market = Fungua soko
act-open-market-does = Krediti za aina hii zinaweza kuuzwa na kununuliwa kwa sarafu hii, si chini ya malipo ya ziada ya chini kabisa unayoweka. Kila mtu anaweza kuliona. Soko haliwezi kufungwa tena, ila kusimamishwa tu.
act-place-sell-order = Weka krediti sokoni ziuzwe
act-place-sell-order-does = Krediti unazotaja zinawekwa kando na kuonyeshwa wanunuzi kwa bei yako. Mtu akinunua, zinatoka kwenye akaunti yako kwa kudumu na malipo ya ziada yanakwenda kwa walipwaji wako kulingana na mpango wako. Unaweza kurudisha zile ambazo hazijauzwa.
act-place-buy-order = Weka ombi la kununua krediti
act-place-buy-order-does = Fedha za ombi lako na ada yake zinawekwa kando. Agizo la kuuza likifikia bei yako unanunua mara moja, na ununuzi hauwezi kutenguliwa; kisichohitajika hurudi mara moja. Unaweza kurudisha ambacho hakijanunuliwa.
act-cancel-order = Ondoa agizo
act-cancel-order-does = Kilichobaki cha agizo kinatoka sokoni, na kilichokuwa kimewekwa kando kwa ajili yake hurudi mara moja. Yaliyokwisha kuuzwa au kununuliwa yanabaki. Unaweza kuweka agizo jipya.
act-reduce-order = Punguza agizo
act-reduce-order-does = Agizo linapungua kwa uzito unaotaja na linabaki na nafasi yake. Kilichokuwa kimewekwa kando kwa sehemu hiyo hurudi mara moja. Haliwezi kuongezwa tena.
act-halt-market = Simamisha soko
act-halt-market-does = Hakuna maagizo yanayopokelewa wala makubaliano yanayofanywa hadi ulifungue tena. Maagizo yaliyopo yanabaki na yanaweza kuondolewa. Kila mtu anaweza kusoma sababu.
act-reopen-market = Fungua tena soko lililosimamishwa
act-reopen-market-does = Kuanzia sasa maagizo na makubaliano yanapokelewa tena, na maagizo yaliyobaki yanahesabika kama awali. Unaweza kulisimamisha tena.
act-set-floor = Weka malipo ya ziada ya chini kabisa
act-set-floor-does = Kuanzia sasa hakuna anayeweza kuuza au kununua kwa chini ya hapo. Maagizo yaliyo chini yake yanafutwa, na kilichokuwa kimewekwa kando kwa ajili yake hurudi mara moja. Unaweza kuyabadilisha tena, lakini maagizo hayo hayarudi.

## Direct deals

act-propose-deal = Pendekeza makubaliano ya moja kwa moja
act-propose-deal-does = Unapendekeza makubaliano kwa shirika moja kwa bei yako, na upande wako unawekwa kando: krediti, au fedha pamoja na ada. Unaweza kuyaondoa hadi yakamilike. Baada ya hapo krediti na fedha zimebadilishana mikono kwa kudumu.
act-accept-deal = Kubali makubaliano
act-accept-deal-does = Upande wako unawekwa kando, na makubaliano yanakamilika mara moja au baada ya muda wa kusubiri. Yanaposubiri, upande wowote unaweza kuyaondoa. Baada ya hapo krediti na fedha zimebadilishana mikono kwa kudumu.
act-decline-deal = Kataa makubaliano
act-decline-deal-does = Makubaliano yanakwisha, na kilichokuwa kimewekwa kando na upande wa pili humrudia mara moja. Hili haliwezi kutenguliwa; makubaliano mapya yanaweza kupendekezwa.
act-withdraw-deal = Ondoa makubaliano
act-withdraw-deal-does = Makubaliano ambayo hayajakamilika yanakwisha kwa pande zote mbili, na kilichowekwa kando hurudi mara moja. Hili haliwezi kutenguliwa; makubaliano mapya yanaweza kupendekezwa.

## Use and retirement

act-record-footprint = Ingiza kiasi cha madini kilichotumika
act-record-footprint-does = Unatamka ni kiasi gani cha madini kilitumika katika kipindi fulani; madai ya kulingana na sehemu ya matumizi hayo yanategemea hili. Ingizo hili haliwezi kuondolewa. Linaweza kurekebishwa tu baada ya ustaafishaji unaolitaja, kwa muda maalumu.
act-record-consent = Ingiza idhini ya shirika
act-record-consent-does = Unatamka kwamba shirika limekubali kwa maandishi kutajwa; hadi siku unayotoa unaweza kustaafisha krediti kwa niaba yake. Karatasi inabaki nje ya rejesta, ambayo huhifadhi alama yake. Idhini haiwezi kuondolewa na inakwisha siku yake ya mwisho.
act-retire = Staafisha krediti kwa kudumu
act-retire-does = Krediti zinatumika kabisa kwa niaba ya mnufaika; hakuna anayeweza tena kuziuza, kuzihamisha wala kuzitumia. Rekodi ni ya umma, pamoja na dai lake. Ni ya kudumu: maneno machache tu yanaweza kurekebishwa, kwa muda mfupi.
act-retire-list = Staafisha krediti kwa wanufaika kadhaa
act-retire-list-does = Mistari yote inastaafishwa, au hakuna hata mmoja. Krediti zinatumika kabisa, kila mstari kwa mnufaika wake, na kila rekodi ni ya umma. Ni ya kudumu: maneno machache tu yanaweza kurekebishwa, kwa muda mfupi.
act-correct-retirement = Rekebisha maneno ya ustaafishaji
act-correct-retirement-does = Unachotoa kinachukua nafasi ya kile rekodi inachosema, na kila mtu anaweza kuona vyote viwili. Krediti, mnufaika na aina ya dai vinabaki. Unaweza kufanya hivi mara moja, na mara moja tena baada ya matokeo ya mkaguzi; hili haliwezi kutenguliwa.
act-publish-finding = Chapisha matokeo ya ukaguzi wa ustaafishaji
act-publish-finding-does = Matokeo yako yanakaa kando ya ustaafishaji ili kila mtu ayasome. Ukiyabishia, dai lake halionyeshwi tena. Huwezi kuyaondoa matokeo; mengine yanaweza kufuata baadaye.

## Fields that many acts have

field-account = Akaunti
field-accept-deal-account = Akaunti yako
field-cancel-credits-account = Akaunti ambamo krediti zimo
field-place-buy-order-account = Akaunti ambako krediti zinakwenda
field-place-sell-order-account = Akaunti ambamo krediti zimo
field-propose-deal-account = Akaunti yako
field-retire-account = Akaunti ambamo krediti zimo
field-retire-list-account = Akaunti ambamo krediti zimo
field-trust-account-account = Akaunti ya shirika lingine
field-amount = Kiasi
field-amount-hint = Kwa nukta ya desimali, bila desimali zaidi ya zile za sarafu, kwa mfano 12750.00
field-batch = Kundi
field-blocks = Krediti (namba za mfululizo)
field-blocks-hint = Moja kwa kila mstari, kama ilivyochapishwa, kwa mfano OBK-GLD-CO-K7Q2-2026-0007-00000001-00000250-19
field-certificate = Cheti
field-certifier = Mthibitishaji
field-country = Nchi
field-currency = Sarafu
field-currency-hint = Herufi tatu, kwa mfano USD
field-digest = Alama ya faili
field-digest-hint = SHA-256 ya faili, inayokokotolewa kwenye kivinjari hiki; faili lenyewe halitumwi.
field-ecological = Ya kiikolojia
field-ecological-hint = Yamechimbwa bila zebaki wala sianidi
field-effective = Inahesabika kuanzia
field-effective-hint = Kwa mpangilio wa mwaka-mwezi-siku; leo, au nyuma kadiri programu inavyoruhusu.
field-from = Kutoka
field-holder = Mmiliki
field-holder-hint = Anayesimamia cheti, kama si mzalishaji. Vinginevyo acha wazi.
field-key = Ufunguo wa umma
field-key-hint = Huanza na did:key:.
field-kind = Aina
field-level = Ngazi
field-market = Soko
field-mass = Uzito
field-mass-hint = Kwa kilo, kwa mfano 2.409
field-mineral = Madini
field-minerals = Aina za madini
field-money = Makubaliano na malipo
field-money-hint = Acha wazi ili kubakiza takwimu za mwanzo.
field-name = Jina
field-open-account-name = Jina la akaunti
field-define-programme-name = Jina la programu
field-register-organisation-name = Jina lililosajiliwa
field-note = Maelezo mafupi
field-note-hint = Maneno yako yanabaki nje ya kumbukumbu ya umma, ambayo huhifadhi alama yake tu, na yanaweza kufutwa.
field-organisation = Shirika
field-parameters = Kanuni
field-payee = Mlipwaji
field-period-from = Siku ya kwanza ya kipindi
field-period-from-hint = Kwa mpangilio wa mwaka-mwezi-siku, kwa mfano 2026-01-01
field-period-to = Siku ya mwisho ya kipindi
field-period-to-hint = Kwa mpangilio wa mwaka-mwezi-siku; kipindi hakizidi miezi kumi na miwili.
field-declare-period-to = Siku ya mwisho ya kipindi
field-declare-period-to-hint = Kwa mpangilio wa mwaka-mwezi-siku; kabla ya leo, ndani ya mwaka uleule wa kalenda na mwaka uleule wa cheti kama siku ya kwanza.
field-producer = Mzalishaji
field-programme = Programu
field-programme-hint = Msimbo wake wa herufi tatu, kwa mfano HZN
field-purpose = Lengo
field-purpose-hint = Msimbo wa herufi ndogo, tarakimu na mistari ya chini, kwa mfano annual_claim; kila mtu anaweza kuusoma.
field-reason = Sababu
field-reason-hint = Msimbo wa herufi ndogo, tarakimu na mistari ya chini, kwa mfano audit_overdue; wengine wanaweza kuusoma.
field-confirm-receipt-reason = Kwa nini kimefika pungufu
field-confirm-receipt-reason-hint = Ni kama tu kimefika pungufu ya kilichotumwa; msimbo kama bank_charge.
field-halt-market-reason = Sababu
field-halt-market-reason-hint = Chagua kwenye orodha; kila mtu anaweza kuisoma.
field-place-hold-reason = Sababu
field-place-hold-reason-hint = Chagua kwenye orodha; kila mtu anaweza kuisoma.
field-reference = Kumbukumbu namba ya benki
field-reference-hint = Kama benki inavyoitoa: herufi, tarakimu na . / - _ : tu, zisizozidi 64. Inatumika mara moja tu.
field-registration-number = Namba ya usajili
field-registration-number-hint = Kama ilivyo kwenye rejesta rasmi ya nchi; herufi, tarakimu na . / - _ : tu.
field-retirement = Ustaafishaji
field-scope = Kinachohesabiwa
field-scope-hint = Matumizi yanahesabiwa kwa kitu gani, kama msimbo wa herufi ndogo, tarakimu na mistari ya chini, kwa mfano products; huonekana kwenye dai.
field-place-hold-scope = Krediti zipi
field-place-hold-scope-hint = Zile ambazo bado ziko kwa mzalishaji, au zote za kundi.
field-to = Kwenda
field-until = Siku ya mwisho
field-until-hint = Kwa mpangilio wa mwaka-mwezi-siku; siku hiyo bado inahesabika.
field-place-buy-order-until = Linabaki hadi
field-place-buy-order-until-hint = Ombi linakwisha siku hii ikiisha kwa saa za UTC, ndani ya siku 180. Ukiacha wazi, linabaki siku 30.
field-place-sell-order-until = Linabaki hadi
field-place-sell-order-until-hint = Agizo linakwisha siku hii ikiisha kwa saa za UTC, ndani ya siku 180 na kabla ya muda wa krediti kwisha. Ukiacha wazi, linabaki siku 30.
field-propose-deal-until = Yakubaliwe hadi
field-propose-deal-until-hint = Hadi mwisho wa siku hii kwa saa za UTC; ndani ya siku chache, kama rejesta inavyoweka.
field-verification = Uhakiki
field-women-led = Linaongozwa na wanawake

## Organisations and their keys

field-agent = Wakala
field-code = Msimbo
field-define-programme-code = Msimbo wa programu
field-define-programme-code-hint = Herufi kubwa tatu, kwa mfano HZN
field-register-organisation-code = Msimbo kwenye namba za mfululizo
field-register-organisation-code-hint = Herufi, tarakimu, herufi, tarakimu, kwa mfano K7Q2; herufi zisizo A E I O U Y, tarakimu 2 hadi 9.
field-details = Maelezo
field-details-hint = Yanabaki nje ya kumbukumbu ya umma, ambayo huhifadhi alama yake tu, inayokokotolewa kwenye kivinjari hiki.
field-set-contact-details-details = Watu ambao rejesta inawaandikia
field-set-contact-details-details-hint = Yanabaki nje ya kumbukumbu ya umma, ambayo huhifadhi alama yake tu, inayokokotolewa kwenye kivinjari hiki.
field-set-contact-details-organisation = Kwa shirika gani
field-set-contact-details-organisation-hint = Ni pale tu mwendeshaji anapofanya kwa niaba ya shirika lisilo na ufunguo.
field-set-payout-details-details = Mahali malipo yanapokwenda
field-set-payout-details-details-hint = Yanabaki nje ya kumbukumbu ya umma, ambayo huhifadhi alama yake tu, inayokokotolewa kwenye kivinjari hiki.
field-set-payout-details-organisation = Kwa mlipwaji gani
field-set-payout-details-organisation-hint = Ni pale tu mwendeshaji anapofanya kwa niaba ya mlipwaji asiye na ufunguo.
field-group = Kikundi
field-register-organisation-group = Kundi la mashirika
field-register-organisation-group-hint = Shirika ambalo linajiunga na kundi lake; wanachama wake hawauziani kamwe. Acha wazi kama ni kundi lake lenyewe.
field-id = Namba ya maelekezo
field-id-hint = Huanza na urn:uuid:.
field-keys = Funguo za kwanza
field-keys-hint = Angalau mbili, mmojawapo wa dharura; aliye mlipwaji tu anaweza asiwe na ufunguo.
field-masses = Vikomo vya krediti
field-masses-hint = Kwa uhamisho au ustaafishaji wa ufunguo mmoja, kwa kila madini. Kisichotajwa hakina kikomo.
field-person = Mtu
field-person-hint = Lebo kama first au office_2, kamwe si jina la mtu: herufi ndogo, tarakimu na mistari ya chini, zisizozidi 16.
field-proposal = Pendekezo
field-approve-digest = Alama ya pendekezo
field-approve-digest-hint = Inafunga saini yako na kile hasa alichotia saini mtu wa kwanza.
field-add-key-purpose = Aina ya ufunguo
field-add-key-purpose-hint = Wa saini kwa kazi za kila siku, wa dharura kwa ufunguo uliochapishwa na kufungiwa.
field-add-key-for-purpose = Aina ya ufunguo
field-add-key-for-purpose-hint = Wa saini kwa kazi za kila siku, wa dharura kwa ufunguo uliochapishwa na kufungiwa.
field-register-organisation-purpose = Aina ya ufunguo
field-register-organisation-purpose-hint = Wa saini kwa kazi za kila siku, wa dharura kwa ufunguo uliochapishwa na kufungiwa.
field-roles = Majukumu
field-structure = Muundo
field-structure-hint = Jinsi shirika la wachimbaji lilivyoundwa; kwa wazalishaji tu.
field-set-limits-mass = Kikomo
field-set-limits-mass-hint = Kwa kilo, kwa mfano 2.409
field-values = Vikomo vya fedha
field-values-hint = Kwa agizo, makubaliano au utoaji wa fedha wa ufunguo mmoja, kwa kila sarafu. Kisichotajwa hakina kikomo.
field-value = Kiasi

## The register itself

field-did = Kitambulisho (DID)
field-did-hint = Huanza na did:web: au did:key:.
field-issuer = Ufunguo wa taarifa
field-log-key = Ufunguo wa kumbukumbu
field-log-key-hint = Jina, namba na ufunguo kwenye mstari mmoja, vikitenganishwa kwa alama ya kujumlisha.
field-operator = Mwendeshaji
field-origin = Jina la kumbukumbu
field-persons = Watu wa kwanza
field-possession = Saini ya ufunguo mpya
field-possession-hint = Inathibitisha kwamba ufunguo mpya uko mikononi mwa rejesta.
field-previous = Ufunguo wa awali umekuwaje
field-rules = Toleo la kanuni
field-correction-after-finding-days = Siku za kurekebisha ustaafishaji baada ya matokeo ya mkaguzi
field-correction-hours = Saa za kurekebisha ustaafishaji
field-deal-days-max = Siku za kukubali makubaliano, zisizozidi
field-details-wait-hours = Saa za kusubiri maelezo ya mawasiliano au malipo yaliyobadilishwa
field-finding-due-days = Siku ambazo matokeo ya mkaguzi yanatakiwa
field-fraud-hold-days = Siku ambazo krediti zinabaki zimezuiwa baada ya udanganyifu, angalau
field-hold-days = Siku ambazo zuio linakwisha lenyewe
field-key-wait-hours = Saa za kusubiri ufunguo ulioongezwa na mwendeshaji
field-proposal-lapse-days = Siku ambazo pendekezo linakwisha muda
field-receipt-reminder-days = Siku ambazo stakabadhi isiyopo huhesabiwa kuwa inadaiwa
field-receipt-tolerance = Kiasi kinachoweza kupungua kwenye malipo
field-receipt-tolerance-hint = Kwa asilimia, kwa mfano 1. Vipande kumi kamili vya sarafu huruhusiwa daima.
field-receipt-unconfirmed-days = Siku ambazo malipo yanatangazwa kuwa hayajathibitishwa
field-transfer-wait-hours = Saa za kusubiri uhamisho kwa wengine
field-triage-days = Siku za kazi za kuanza kushughulikia malalamiko
field-triage-grave-hours = Saa za kuanza kushughulikia malalamiko ya ukatili au watoto
field-trust-wait-hours = Saa hadi akaunti iaminiwe

## Grievances and holds

field-decision = Uamuzi
field-grievance = Namba ya kesi
field-grievance-hint = Tarakimu na herufi 64, kama orodha ya malalamiko inavyoonyesha.
field-hold = Zuio
field-outcome = Matokeo
field-severity = Uzito wa jambo
field-target = Kinachozuiwa

## Money at the bank

field-deposit = Amana
field-correct-money-from = Zinatoka
field-correct-money-from-hint = bank, fees, suspense, operator_loss, au cash: ikifuatwa na msimbo wa shirika
field-correct-money-to = Zinakwenda
field-correct-money-to-hint = bank, fees, suspense, operator_loss, au cash: ikifuatwa na msimbo wa shirika
field-mends = Ingizo linalorekebishwa
field-mends-hint = Namba yake kwenye kumbukumbu
field-on = Siku ya taarifa ya benki
field-on-hint = Kwa mpangilio wa mwaka-mwezi-siku; si baada ya leo.
field-statement = Salio kwenye taarifa
field-statement-hint = Kwa nukta ya desimali, bila desimali zaidi ya zile za sarafu, kwa mfano 12750.00

## Payouts

field-accepted = Benki imekubali
field-rejected = Benki imekataa
field-returned = Yalilipwa na yakarudishwa
field-settled = Benki imelipa
field-unknown = Haijulikani
field-unknown-hint = Huenda yalilipwa: hayatumwi tena kamwe.
field-exchange = Malipo kwa sarafu nyingine
field-exchange-hint = Ni taarifa tu: hakuna kinachobadilishwa kwenye rejesta.
field-expected = Kiasi kinachotarajiwa kufika
field-expected-hint = Kwa nukta ya desimali, bila desimali zaidi ya zile za sarafu; sarafu isiyo na senti huandikwa kwa namba kamili.
field-file = Faili la malipo
field-instruct-payouts-digest = Alama ya faili la malipo
field-instruct-payouts-digest-hint = SHA-256 ya faili lilelile ambalo benki ililipokea, inayokokotolewa kwenye kivinjari hiki.
field-paper = Stakabadhi ya karatasi
field-paper-hint = Kwa mlipwaji asiye na ufunguo: SHA-256 ya stakabadhi iliyopigwa picha, inayokokotolewa kwenye kivinjari hiki.
field-payout = Malipo
field-payouts = Malipo
field-payouts-hint = Misimbo yake, inayoanza na pay_, mmoja kwa kila mstari; yote ya sarafu moja na njia moja ya malipo, yasiyozidi 200.
field-rail = Njia ya malipo
field-rate = Kiwango
field-open-instalment-plan-rate = Sehemu ya kila mauzo
field-open-instalment-plan-rate-hint = Kwa asilimia, kwa mfano 10
field-plan-payout-rate = Kiwango cha kubadilisha fedha
field-plan-payout-rate-hint = Kwa nukta ya desimali, kama kinavyotangazwa, kwa mfano 3712.5
field-received = Kiasi kilichopokelewa
field-received-hint = Kilichofika, kwa nukta ya desimali, kwa mfano 6500.00
field-report = Ripoti
field-publish-finding-report = Ripoti yako
field-publish-finding-report-hint = SHA-256 ya ripoti, inayokokotolewa kwenye kivinjari hiki; ripoti yenyewe haitumwi.
field-report-payout-report = Benki inasema nini
field-source = Nani ametangaza kiwango
field-source-hint = Msimbo wa herufi ndogo, tarakimu na mistari ya chini, kwa mfano central_bank

## Programmes and certifiers

field-accreditation = Ithibati
field-accredit-from = Siku ya kwanza
field-accredit-from-hint = Kwa mpangilio wa mwaka-mwezi-siku, kwa mfano 2026-01-01
field-claims = Madai yanayoruhusiwa
field-effective-from = Itatumika kuanzia
field-effective-from-hint = Kwa mpangilio wa mwaka-mwezi-siku; si kabla ya leo.
field-equivalence = Ulinganifu wa ngazi
field-extent = Kinakubaliwa kiasi gani
field-from-date = Siku ya kwanza
field-from-date-hint = Kwa mpangilio wa mwaka-mwezi-siku, kwa mfano 2026-01-01
field-record-equivalence-from = Ngazi inayokubaliwa
field-record-equivalence-to = Ngazi ambayo inakubaliwa kuwa sawa nayo
field-revoke-equivalence-effective = Hautumiki tena kuanzia
field-revoke-equivalence-effective-hint = Kwa mpangilio wa mwaka-mwezi-siku; leo au baadaye, au nyuma kadiri programu inavyoruhusu.
field-levels = Ngazi
field-version = Toleo
field-version-hint = 1 kwa la kwanza, kisha moja zaidi kila mara.
field-administration-bps-max = Kiasi cha juu cha uthibitishaji na utawala
field-administration-bps-max-hint = Kwa asilimia, kwa mfano 15
field-approve-within-days = Siku za kuidhinisha uzalishaji baada ya cheti kwisha
field-audit-age-months-max = Umri wa juu wa ukaguzi, kwa miezi
field-audit-thresholds = Wakati matokeo ya mkaguzi yanatakiwa
field-audit-thresholds-hint = Kwa kila madini, kiasi ambacho mnufaika anaweza kustaafisha katika siku 365 bila matokeo ya mkaguzi.
field-define-programme-mass = Kikomo cha siku 365
field-define-programme-mass-hint = Kwa kilo, kwa mfano 5
field-community-bps-min = Fungu la chini la jamii
field-community-bps-min-hint = Kwa asilimia, kwa mfano 10
field-compliant-bps-min = Sehemu ya chini ya wanachama wanaotimiza masharti
field-compliant-bps-min-hint = Kwa asilimia, kwa mfano 80
field-declare-within-days = Siku za kutoa tamko la uzalishaji baada ya cheti kwisha
field-effective-days-back = Siku za nyuma ambazo mabadiliko yanaweza kuhesabika
field-entry-months-max = Miezi katika ngazi ya kuanzia, isiyozidi
field-fee-bps = Ada ya mnunuzi
field-fee-bps-hint = Kwa asilimia, kwa mfano 1
field-holder-bps-max = Fungu la juu la mmiliki
field-holder-bps-max-hint = Kwa asilimia, kwa mfano 10
field-inspection-age-months-max = Umri wa juu wa ukaguzi wa ndani, kwa miezi
field-instalment-bps-max = Awamu ya juu ya uthibitishaji
field-instalment-bps-max-hint = Kwa asilimia ya kila mauzo, kwa mfano 10
field-plan-wait-days = Siku hadi mpango mpya wa malipo ya ziada uanze kutumika
field-prefinance-bps-max = Marejesho ya juu ya fedha za awali
field-prefinance-bps-max-hint = Kwa asilimia ya kila mauzo, kwa mfano 20
field-resale = Kuuza tena
field-retire-within-months = Miezi ya kustaafisha krediti baada ya kununua
field-unsold-months = Miezi ambayo krediti zisizouzwa zinadumu
field-women-bps-min = Fungu la chini la wanawake
field-women-bps-min-hint = Kwa asilimia, kwa mfano 15

## Certificates

field-audited-on = Siku ya ukaguzi
field-audited-on-hint = Kwa mpangilio wa mwaka-mwezi-siku; si baada ya leo.
field-cause = Chanzo
field-cause-hint = Kama ni udanganyifu, krediti zilizonunuliwa pia zinazuiwa.
field-compliant = Sehemu ya wanachama wanaotimiza masharti
field-compliant-hint = Kwa asilimia, kwa mfano 92.5
field-continues = Cheti kinachoendelezwa
field-continues-hint = Kinapohuisha cha awali au kupanda ngazi.
field-failed = Wanachama waliotolewa kwenye kiasi
field-failed-hint = Wangapi wameshindwa; 0 kama hakuna.
field-grant-certificate-group = Kikundi cha wanachama
field-grant-certificate-group-hint = Kwa kikundi chenye ukaguzi wa ndani tu.
field-inspected-on = Siku ya ukaguzi wa ndani
field-inspected-on-hint = Kwa mpangilio wa mwaka-mwezi-siku; si baada ya leo.
field-mandate = Mamlaka ya mmiliki
field-mandate-hint = Kile ambacho mmiliki anaweza kumfanyia mzalishaji; hakuna, ukiacha wazi.
field-maximum = Kiwango cha juu cha mwaka
field-maximum-hint = Kwa kilo zinazohesabika kama krediti, kama dhahabu safi, kwa mfano 40.5
field-extend-maximum-maximum = Kiwango kipya cha juu cha mwaka
field-extend-maximum-maximum-hint = Kwa kilo; zaidi ya ilivyo sasa.
field-record-inspection-maximum = Kiwango kipya cha juu cha mwaka
field-record-inspection-maximum-hint = Kwa kilo, bila wanachama walioshindwa; acha wazi ili kubakiza cha sasa.
field-members = Wanachama
field-region = Mkoa
field-region-hint = ISO 3166-2, kwa mfano CO-ANT
field-site = Eneo la mgodi
field-site-hint = Jina ambalo programu inalipa eneo, kamwe si viwianishi vya ramani; herufi, tarakimu na . / - _ : tu.
field-valid-from = Kinatumika kuanzia
field-valid-from-hint = Kwa mpangilio wa mwaka-mwezi-siku; miaka ya cheti inahesabiwa kuanzia siku hii.
field-valid-to = Siku ya mwisho
field-valid-to-hint = Kwa mpangilio wa mwaka-mwezi-siku; siku hiyo cheti bado kinahesabika.

## How premium is shared

field-adopt-premium-plan-kind = Fungu ni la nini
field-open-instalment-plan-kind = Kinacholipwa
field-payees = Walipwaji
field-payees-hint = Mafungu yao lazima yafikie 100 % kwa pamoja.
field-plan = Mpango wa awamu
field-share = Fungu
field-share-hint = Kwa asilimia ya kinachobaki baada ya awamu, kwa desimali zisizozidi mbili, kwa mfano 54.33; hutiwa saini kwa sehemu za mia, kama 5433.
field-total = Jumla ya kulipwa
field-total-hint = Kwa nukta ya desimali, bila desimali zaidi ya zile za sarafu, kwa mfano 1500.00

## Production

field-declaration = Tamko
field-evidence = Faili za ushahidi
field-evidence-hint = SHA-256 ya kila faili, inayokokotolewa kwenye kivinjari hiki; faili zisizozidi 20.
field-exclusive = Hakuna nembo nyingine inayotumika
field-exclusive-hint = Unatamka kwamba uzalishaji huu hauuzwi kwa dai lingine la uthibitisho zaidi ya unalotoa hapa.
field-gross = Uzito wote
field-gross-hint = Kwa kilo kama ulivyopimwa, kwa mfano 20.412
field-ppm = Usafi au kiwango cha madini
field-ppm-hint = Sehemu kwa milioni, bila alama za mkato: 916000 kwa dhahabu ya karati 22, 1000000 kwa madini safi
field-sold-on = Siku ya mauzo
field-sold-on-hint = Kwa mpangilio wa mwaka-mwezi-siku; si baada ya leo.
field-sold-physically = Yaliyouzwa kama madini yaliyothibitishwa
field-sold-physically-hint = Uzito safi wa uzalishaji huu kwa kilo, kwa mfano 1.2; 0 kama hakuna.
field-record-physical-sale-mass = Uzito uliouzwa kama uliothibitishwa
field-record-physical-sale-mass-hint = Uzito safi kwa kilo, kwa mfano 1.2; 0 kufidia kilichopungua awali.
field-verified = Uzito uliouthibitisha
field-verified-hint = Uzito safi kwa kilo, kwa mfano 16.33; usiozidi uliotolewa tamko.

## Transfers

field-transfer = Uhamisho
field-transfer-from = Kutoka akaunti
field-transfer-from-hint = Akaunti yako ambamo krediti zimo
field-transfer-to = Kwenda akaunti
field-transfer-to-hint = Ya shirika lako, ya kundi lako, au ya wakala wako au unayemwakilisha; huanza na acc_.

## Markets, orders and deals

field-by = Punguza kwa
field-by-hint = Kwa kilo, kwa mfano 0.5; pungufu ya kilichobaki cha agizo.
field-client-order = Jina lako la agizo
field-client-order-hint = Herufi, tarakimu na . / - _ : tu, zisizozidi 64; lisiwe la agizo lako lingine lililo wazi.
field-counterparty = Upande wa pili
field-countries = Nchi
field-countries-hint = Misimbo ya herufi mbili, kama CO, mmoja kwa kila mstari. Kilichochimbwa huko tu; acha wazi kwa nchi yoyote.
field-deal = Makubaliano
field-floor = Malipo ya ziada ya chini kwa kilo
field-floor-hint = Kwa nukta ya desimali, kwa mfano 2000.00; idadi kamili ya hatua za bei.
field-set-floor-floor = Malipo mapya ya ziada ya chini kwa kilo
field-set-floor-floor-hint = Kwa nukta ya desimali, kwa mfano 2000.00; maagizo yaliyo chini yake yanafutwa.
field-minimum = Thamani ya chini ya agizo
field-minimum-hint = Kwa nukta ya desimali, kwa mfano 50.00
field-order = Agizo
field-price = Bei kwa kilo
field-price-hint = Malipo ya ziada tu, si madini yenyewe; kwa nukta ya desimali, kwa mfano 4200.00
field-place-buy-order-price = Bei ya juu kabisa kwa kilo
field-place-buy-order-price-hint = Malipo ya ziada tu, si madini yenyewe; kwa nukta ya desimali, kwa mfano 4200.00. Unaweza kulipa pungufu, kamwe si zaidi.
field-place-sell-order-price = Bei ya chini kabisa kwa kilo
field-place-sell-order-price-hint = Malipo ya ziada tu, si madini yenyewe; kwa nukta ya desimali, kwa mfano 4200.00. Unaweza kupata zaidi, kamwe si pungufu.
field-producers = Wazalishaji
field-producers-hint = Misimbo yao, inayoanza na org_, mmoja kwa kila mstari. Kilichochimbwa na hawa tu; acha wazi kwa yeyote.
field-restriction = Krediti hizi tu
field-restriction-hint = Kinachokubaliwa na ombi lako; ukiacha wazi, chochote cha soko hili.
field-side = Unataka
field-structures = Miundo
field-structures-hint = Za mashirika ya wachimbaji ya aina hii tu; acha wazi kwa lolote.
field-tick = Hatua ya bei kwa kilo
field-tick-hint = Kwa nukta ya desimali, kwa mfano 10.00; bei zote ni mafungu yake kamili.
field-time-in-force = Linabaki kwa muda gani
field-unnamed = Ficha jina langu
field-unnamed-hint = Orodha ya maagizo ya kuuza haitakuonyesha wewe wala kundi.
field-years = Miaka ya uzalishaji
field-years-hint = Kwa mfano 2026, mmoja kwa kila mstari; acha wazi kwa mwaka wowote.

## Use and retirement

field-basis = Takwimu hii ni ya nini
field-beneficiary = Mnufaika
field-beneficiary-hint = Shirika, kamwe si mtu; liandikwe kama lilivyosajiliwa hasa au kama idhini yake inavyolitaja.
field-record-footprint-beneficiary = Matumizi ya nani
field-record-footprint-beneficiary-hint = Ni pale tu unapoyaingiza kama wakala; ukiacha wazi, ni yako mwenyewe.
field-claim = Dai
field-claim-hint = Rejesta ndiyo inaandika maneno yake, na kila mtu anaweza kuyasoma.
field-match = Linalingana na sehemu ya matumizi
field-none = Hakuna dai
field-none-hint = Kwa mwenye krediti mwenyewe tu; rekodi bado ni ya umma.
field-premium = Malipo ya ziada yaliyofika
field-premium-hint = Ni pale tu walipwaji wametia saini stakabadhi za sehemu yake.
field-step = Linasaidia wachimbaji wa ngazi ya kuanzia
field-support = Limesaidia uzalishaji uliothibitishwa
field-consent = Idhini
field-consent-hint = Ambayo kwayo wakala anastaafisha kwa niaba ya shirika lisilo mwanachama.
field-record-consent-digest = Alama ya idhini iliyotiwa saini
field-record-consent-digest-hint = SHA-256 ya waraka, inayokokotolewa kwenye kivinjari hiki; waraka wenyewe hautumwi.
field-footprint = Matumizi ya madini yaliyorekodiwa
field-footprint-hint = Matumizi ambayo krediti zinalingana na sehemu yake.
field-correct-retirement-footprint = Matumizi ya madini yaliyorekebishwa
field-correct-retirement-footprint-hint = Kwa dai linalolingana na sehemu ya matumizi tu; acha wazi ili kuyabakiza.
field-correct-retirement-mass = Uzito uliotumika
field-correct-retirement-mass-hint = Uzito safi au uliomo, kwa kilo, kwa mfano 3.6
field-record-footprint-mass = Uzito uliotumika
field-record-footprint-mass-hint = Uzito safi au uliomo, kwa kilo, kwa mfano 3.6
field-lines = Mistari
field-lines-hint = Mmoja kwa kila mnufaika, isiyozidi 50.
field-method = Njia ya kukokotoa
field-method-hint = Msimbo wa herufi ndogo, tarakimu na mistari ya chini, kwa mfano bill_of_materials
field-principal = Mwanachama unayemstaafishia
field-principal-hint = Kama wakala wake tu; ukiacha wazi, krediti zinastaafishwa kwa niaba yako mwenyewe.
field-product = Bidhaa au kampeni
field-product-hint = Jina lisilozidi herufi 80; lisidai chochote lenyewe.
