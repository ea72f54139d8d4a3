### Code words by their set, `<set>-<word>`. What a grievance’s decision, outcome and state are called stands with
### the pages of grievances.

## Minerals

mineral-cob = kobalti
mineral-cop = shaba
mineral-gld = dhahabu
mineral-gra = grafiti
mineral-lit = lithiamu
mineral-mic = mika
mineral-plt = platini
mineral-slv = fedha
mineral-tan = tantali
mineral-tin = bati
mineral-tun = tungsteni

## What a kilogram of each counts

basis-cob = kobalti iliyomo
basis-cop = shaba iliyomo
basis-gld = dhahabu safi
basis-gra = kaboni iliyomo
basis-lit = oksidi ya lithiamu iliyomo
basis-mic = mika iliyochambuliwa
basis-plt = platini safi
basis-slv = fedha safi
basis-tan = pentoksidi ya tantali iliyomo
basis-tin = bati iliyomo
basis-tun = trioksidi ya tungsteni iliyomo

## Yes and no

yes-no-yes = ndiyo
yes-no-no = hapana

## Languages

language-en = Kiingereza
language-es = Kihispania
language-fr = Kifaransa
language-sw = Kiswahili

## Organisations

role-operator = mwendeshaji wa rejesta
role-certifier = mthibitishaji
role-producer = shirika la wachimbaji
role-holder = mmiliki wa vyeti
role-buyer = mnunuzi
role-agent = wakala
role-auditor = mkaguzi
role-payee = mlipwaji wa malipo ya ziada
role-lender = mkopeshaji
structure-cooperative = chama cha ushirika
structure-association = jumuiya
structure-registered-group = kikundi kilichosajiliwa
structure-informal-group = kikundi kisicho rasmi
structure-communal-land-group = kikundi cha ardhi ya jamii
structure-womens-group = kikundi cha wanawake
structure-savings-group = kikundi cha akiba
structure-outgrower = wachimbaji wanaouzia mgodi mkubwa
structure-trader-network = mtandao wa wafanyabiashara
structure-tributers = wachimbaji wa mgawo
structure-mixed-venture = ubia na wachimbaji
structure-asm-on-large-mine-concession = wachimbaji wadogo kwenye leseni ya mgodi mkubwa
structure-service-network-public = mtandao wa huduma wa umma
structure-service-network-private = mtandao wa huduma wa binafsi
structure-service-network-non-profit = mtandao wa huduma usio wa faida
organisation-state-applied = linasubiri ufunguo wa kwanza
organisation-state-active = linafanya kazi
organisation-state-suspended = limesimamishwa
organisation-state-closed = limefungwa

## Keys and proposals

key-purpose-signing = ufunguo wa saini, wa kila siku
key-purpose-recovery = ufunguo wa dharura, uliochapishwa
key-end-retired = umebadilishwa kwa kawaida
key-end-compromised = umeangukia mikono isiyofaa
key-state-awaiting = unasubiri kuthibitishwa
key-state-active = unafanya kazi
key-state-revoked = umebatilishwa
key-state-vetoed = umekataliwa
proposal-state-open = linasubiri mtu wa pili
proposal-state-approved = limeidhinishwa
proposal-state-cancelled = limeondolewa
proposal-state-lapsed = limekwisha muda

## Programmes and certificates

level-entry = ya kuanzia
level-good = nzuri
level-leading = ya juu
resale-none = hairuhusiwi
mandate-power-declare = kutoa matamko ya uzalishaji
mandate-power-offer = kuweka krediti sokoni
mandate-state-awaiting = yanasubiri idhini ya mmiliki
mandate-state-in-force = yanatumika
mandate-state-ended = yamekwisha
verification-first-party = na mzalishaji mwenyewe
verification-second-party = na mshirika wa biashara
verification-third-party = na mtu wa tatu asiye na upande
equivalence-extent-full = kikamilifu
equivalence-extent-partial = kwa sehemu
certificate-state-applied = kimeombwa
certificate-state-under-audit = kinakaguliwa
certificate-state-certified = kinatumika
certificate-state-suspended = kimesimamishwa
certificate-state-rejected = kimekataliwa
certificate-state-expired = kimekwisha muda
certificate-state-withdrawn = kimeondolewa kabisa
certificate-state-surrendered = kimerudishwa
withdrawal-cause-fraud = udanganyifu
withdrawal-cause-nonconformity = kutofuata kanuni
withdrawal-cause-audit-refused = ukaguzi ulikataliwa
withdrawal-cause-other = chanzo kingine
declaration-state-declared = linamsubiri mthibitishaji
declaration-state-approved = limeidhinishwa
declaration-state-rejected = limekataliwa
declaration-state-withdrawn = limeondolewa
declaration-state-lapsed = limekwisha muda

## Credits

block-state-available = zinapatikana
block-state-escrowed = zimewekwa kando
block-state-frozen = zimezuiwa
block-state-outstanding = bado hazijatumika
block-state-retired = zimestaafishwa
block-state-cancelled = zimefutwa
block-state-expired = zimekwisha muda
batch-flag-fraud = limewekwa alama: udanganyifu
cancellation-reason-owner = mzalishaji ameziacha
cancellation-reason-sold-physically = ziliuzwa kama madini yaliyothibitishwa
cancellation-reason-certificate-withdrawn = cheti kiliondolewa
cancellation-reason-refunded = fedha zilirudishwa baada ya udanganyifu
transfer-state-pending = uko njiani
transfer-state-settled = umefika
transfer-state-withdrawn = umeondolewa
transfer-state-refused = umekataliwa
transfer-state-voided = umefutwa na rejesta
void-reason-key-revoked = ufunguo umebatilishwa
void-reason-hold = umezuiwa
void-reason-suspension = shirika limesimamishwa
trust-state-waiting = inasubiri
trust-state-counting = inaaminiwa

## Holds and grievances

hold-reason-grievance = malalamiko
hold-reason-investigation = uchunguzi
hold-reason-legal-order = amri ya kisheria
hold-reason-security = usalama
hold-reason-owner-request = mmiliki aliomba
hold-reason-owner-breach = mmiliki alivunja kanuni
hold-reason-certificate-suspended = cheti kimesimamishwa
hold-reason-fraud = udanganyifu
hold-scope-unsold = zilizobaki kwa mzalishaji
hold-scope-all = kundi zima
hold-state-in-force = linatumika
hold-state-released = limeondolewa
hold-state-lapsed = limekwisha lenyewe
hold-target-key = ufunguo
hold-target-account = akaunti
hold-target-organisation = shirika
hold-target-batch = kundi
hold-target-certificate = krediti za cheti
severity-1 = 1: watu wako hatarini
severity-2 = 2: zito
severity-3 = 3: linapaswa kurekebishwa
severity-4 = 4: swali

## Markets, orders and deals

time-in-force-gtd = linabaki hadi tarehe fulani
time-in-force-ioc = linatimiza kinachowezekana sasa, kilichobaki kinakwisha
time-in-force-fok = lote sasa, au hakuna
deal-side-buy = kununua
deal-side-sell = kuuza
market-state-open = liko wazi
market-state-halted = limesimamishwa
halt-reason-investigation = uchunguzi
halt-reason-legal-order = amri ya kisheria
halt-reason-price = bei zisizo za kawaida
halt-reason-programme = suala la programu
halt-reason-technical = hitilafu ya kiufundi
order-state-open = liko wazi
order-state-partly-filled = limetimizwa kwa sehemu
order-state-filled = limetimizwa lote
order-state-cancelled = limefutwa
order-state-expired = limekwisha muda
cancel-reason-owner = limeondolewa na mwenyewe
cancel-reason-group = lilikutana na kundi lake lenyewe
cancel-reason-suspension = shirika au cheti kimesimamishwa
cancel-reason-key-revoked = ufunguo umebatilishwa
cancel-reason-fill-limit = mauzo mengi mno kwa mara moja
cancel-reason-unfilled = hakuna zaidi la kutimiza sasa
cancel-reason-hold = limezuiwa
cancel-reason-mandate = mamlaka ya mmiliki yamekwisha
cancel-reason-floor = chini ya malipo ya ziada ya chini kabisa
cancel-reason-operator = limefutwa na mwendeshaji
deal-state-open = yanasubiri jibu
deal-state-accepted = yamekubaliwa, yatakamilika karibuni
deal-state-settled = yamekamilika
deal-state-declined = yamekataliwa
deal-state-withdrawn = yameondolewa
deal-state-lapsed = yamekwisha muda
deal-state-voided = yamefutwa na rejesta

## Premium and money

payee-kind-operations = uendeshaji
payee-kind-community = jamii
payee-kind-women = vikundi vya wanawake
payee-kind-holder = mmiliki wa cheti
payee-kind-administration = utawala
instalment-kind-certification = gharama za uthibitishaji
instalment-kind-prefinance = marejesho ya fedha za awali
plan-state-offered = unamsubiri mzalishaji
plan-state-in-force = unatumika
plan-state-closed = umelipwa wote
rail-bank-transfer = uhamisho wa benki
rail-mobile-money = pesa kwa simu
payout-state-planned = yamepangwa
payout-state-approved = yameidhinishwa, yako njiani
payout-state-instructed = yako njiani: benki ina faili
payout-state-accepted = yako njiani: benki imekubali
payout-state-unknown = haijulikani: benki inaulizwa
payout-state-settled = yamelipwa, stakabadhi bado haijatiwa saini
payout-state-disputed = yanabishaniwa: hayajafika
payout-state-confirmed = stakabadhi imetiwa saini
payout-state-short-received = stakabadhi imetiwa saini, yamefika pungufu
payout-state-cancelled = yameghairiwa
payout-state-rejected = yamekataliwa na benki
payout-state-returned = yalilipwa, yakarudishwa
payout-report-accepted = benki imekubali
payout-report-rejected = benki imekataa
payout-report-settled = benki imelipa
payout-report-returned = yalilipwa na yakarudishwa
payout-report-unknown = haijulikani
receipt-outcome-confirmed = stakabadhi imetiwa saini
receipt-outcome-short-received = stakabadhi imetiwa saini, yamefika pungufu
leg-state-routed = kwenye akaunti ya mlipwaji
leg-state-on-its-way = njiani
leg-state-receipt-signed = stakabadhi imetiwa saini
leg-state-unconfirmed = imetumwa, haijathibitishwa
leg-state-stopped = imezuiwa baada ya udanganyifu
stop-fraud = yamesimamishwa: udanganyifu
stop-hold = yamesimamishwa: zuio
stop-key-revoked = yamesimamishwa: ufunguo umebatilishwa
deposit-state-booked = imeingizwa
deposit-state-unassigned = mwenyewe bado hajulikani
deposit-state-recalled = imerudishwa na benki
cash-account-bank = benki
cash-account-cash = fedha za mwanachama
cash-account-escrow = zimewekwa kando
cash-account-transit = njiani
cash-account-fees = ada za mwendeshaji
cash-account-suspense = akaunti ya muda: mwenyewe hajulikani
cash-account-operator-loss = zimebebwa na mwendeshaji

## Use, claims and findings

footprint-basis-purchased = kilichonunuliwa
footprint-basis-used = kilichotumika
footprint-basis-estimated = kilichokadiriwa
claim-type-support = limesaidia uzalishaji uliothibitishwa
claim-type-match = linalingana na sehemu ya matumizi yako
claim-type-premium = malipo ya ziada yanayowafikia wachimbaji
claim-type-step = linasaidia wachimbaji wa ngazi ya kuanzia
claim-type-none = hakuna dai
wording-support-1 = limesaidia uzalishaji uliothibitishwa, maneno 1
wording-match-1 = linalingana na sehemu ya matumizi, maneno 1
wording-premium-1 = malipo ya ziada yaliyofika, maneno 1
wording-step-1 = linasaidia wachimbaji wa ngazi ya kuanzia, maneno 1
wording-none-1 = hakuna dai, maneno 1
finding-outcome-confirmed = umethibitishwa
finding-outcome-qualified = umethibitishwa kwa masharti
finding-outcome-disputed = unabishaniwa

## The log

cause-founding = uanzishaji
cause-instruction = maelekezo yaliyotiwa saini
cause-clock = saa
cause-continuation = inaendeleza ingizo lililotangulia
form-version-1 = toleo la 1
instruction-type-instruction = maelekezo
visibility-public = kila mtu anaweza kusoma
visibility-members = wahusika na wakaguzi wanaweza kusoma

## Reasons. The line above each group names an act and every token that it offers; a token that stands in an earlier
## group as well is said there.

# revoke_key: lost, stolen, person_left, replaced, unknown_key
reason-lost = umepotea
reason-stolen = umeibiwa
reason-person-left = mwenye nao ameondoka
reason-replaced = nafasi yake imechukuliwa
reason-unknown-key = hakuna anayeujua hapa

# suspend_organisation: breach_of_rules, investigation, complaint, security, unpaid_fees, legal_order, own_request
reason-breach-of-rules = kanuni zimevunjwa
reason-investigation = uchunguzi
reason-complaint = lalamiko
reason-security = usalama
reason-unpaid-fees = ada hazijalipwa
reason-legal-order = amri ya kisheria
reason-own-request = kwa ombi lake lenyewe

# reinstate_organisation: breach_ended, investigation_closed, order_lifted, unfounded, mistake
reason-breach-ended = kanuni zinafuatwa tena
reason-investigation-closed = uchunguzi umefungwa
reason-order-lifted = amri ya kisheria imeondolewa
reason-unfounded = halikuwa na msingi
reason-mistake = kosa

# close_organisation: own_request, dissolved, merged, never_confirmed, breach_of_rules
reason-dissolved = shirika limevunjwa
reason-merged = limeungana na lingine
reason-never-confirmed = halikuthibitisha ufunguo wowote

# correct_money: wrong_member, wrong_amount, booked_twice, bank_correction, loss_covered, mistake
reason-wrong-member = mwanachama asiye sahihi
reason-wrong-amount = kiasi kisicho sahihi
reason-booked-twice = zimeingizwa mara mbili
reason-bank-correction = benki imerekebisha
reason-loss-covered = hasara inafidiwa

# cancel_payout: details_changed, planned_wrongly, wrong_amount, under_review, own_request
reason-details-changed = maelezo ya malipo yamebadilika
reason-planned-wrongly = yalipangwa kimakosa
reason-under-review = yanachunguzwa

# report_payout: account_unknown, account_closed, name_differs, limit_exceeded, bank_checks, wrong_currency, not_collected, technical
reason-account-unknown = hakuna akaunti kama hiyo
reason-account-closed = akaunti imefungwa
reason-name-differs = jina halilingani
reason-limit-exceeded = yamezidi kikomo cha benki
reason-bank-checks = yamezuiwa na ukaguzi wa benki
reason-wrong-currency = sarafu isiyo sahihi
reason-not-collected = hayakuchukuliwa kwa wakati
reason-technical = hitilafu ya kiufundi

# confirm_receipt: bank_charge, mobile_money_charge, exchange, tax, partly_paid, unexplained
reason-bank-charge = benki ilikata tozo
reason-mobile-money-charge = tozo ya pesa kwa simu
reason-exchange = kubadilisha sarafu
reason-tax = kodi
reason-partly-paid = imefika sehemu tu
reason-unexplained = haijulikani kwa nini

# dispute_payout: nothing_arrived, wrong_amount, wrong_account, wrong_recipient, account_blocked
reason-nothing-arrived = hakuna kilichofika
reason-wrong-account = yalikwenda akaunti isiyo sahihi
reason-wrong-recipient = mtu mwingine aliyapokea
reason-account-blocked = akaunti imezuiwa

# refund_fraud: fraud, investigation_closed, court_decision
reason-fraud = udanganyifu
reason-court-decision = mahakama imeamua

# withdraw_accreditation: breach_of_rules, expired_scope, conflict_of_interest, replaced, own_request
reason-expired-scope = utambuzi wake wenyewe umekwisha muda
reason-conflict-of-interest = mgongano wa maslahi

# reject_certificate: incomplete, outside_scope, audit_failed, audit_refused, safety_risk, mercury_found, unpaid_fees
reason-incomplete = ombi halijakamilika
reason-outside-scope = nje ya kinachothibitishwa na programu
reason-audit-failed = ukaguzi haukufaulu
reason-audit-refused = ukaguzi ulikataliwa
reason-safety-risk = hatari kwa usalama
reason-mercury-found = zebaki imepatikana

# suspend_certificate: audit_overdue, safety_incident, production_in_doubt, mercury_suspected, child_labour_suspected, members_not_compliant, grievance, investigation
reason-audit-overdue = ukaguzi umechelewa
reason-safety-incident = tukio la usalama
reason-production-in-doubt = uzalishaji unatiliwa shaka
reason-mercury-suspected = inashukiwa kuna matumizi ya zebaki
reason-child-labour-suspected = inashukiwa kuna watoto kazini
reason-members-not-compliant = wanachama wachache mno wanatimiza masharti
reason-grievance = malalamiko

# reinstate_certificate: corrected, members_comply_again, investigation_closed, unfounded, mistake
reason-corrected = limerekebishwa
reason-members-comply-again = wanachama wa kutosha wanatimiza masharti tena

# withdraw_certificate: not_corrected, mixed_production, false_declaration, false_documents, mercury_found, child_labour_found, audit_refused, grievance_upheld
reason-not-corrected = halikurekebishwa kwa wakati
reason-mixed-production = uzalishaji wa wengine ulichanganywa
reason-false-declaration = tamko la uzalishaji la uongo
reason-false-documents = nyaraka za uongo
reason-child-labour-found = watoto walikutwa kazini
reason-grievance-upheld = malalamiko yamethibitishwa

# surrender_certificate: mine_closed, deposit_exhausted, other_programme, too_costly, dissolved, own_request
reason-mine-closed = mgodi umefungwa
reason-deposit-exhausted = madini yamekwisha
reason-other-programme = inahamia programu nyingine
reason-too-costly = gharama kubwa mno

# release_certificate_hold: corrected, investigation_closed, cleared, unfounded
reason-cleared = imechunguzwa, hakuna tatizo

# extend_maximum: new_members, new_shaft, new_equipment, reassessed, mistake
reason-new-members = wanachama wapya
reason-new-shaft = shimo jipya la mgodi
reason-new-equipment = vifaa vipya
reason-reassessed = kimekokotolewa upya

# reject_declaration: evidence_missing, evidence_contradicts, volume_implausible, grade_unproven, wrong_period, mixed_production, not_exclusive
reason-evidence-missing = ushahidi unakosekana
reason-evidence-contradicts = ushahidi unasema tofauti
reason-volume-implausible = uzito hauaminiki
reason-grade-unproven = usafi haujathibitishwa
reason-wrong-period = kipindi kisicho sahihi
reason-not-exclusive = nembo nyingine inatumika pia

# revoke_equivalence: programme_changed, programme_ended, superseded, not_equivalent, own_request, mistake
reason-programme-changed = programu imebadilika
reason-programme-ended = programu imekwisha
reason-superseded = mpya umechukua nafasi yake
reason-not-equivalent = imeonekana si sawa

# cancel_credits: over_issued, counted_twice, sold_otherwise, other_scheme, own_request, mistake
reason-over-issued = zilitolewa kupita kiasi
reason-counted-twice = zilihesabiwa mara mbili
reason-sold-otherwise = madini yaliuzwa kwingine kama yaliyothibitishwa
reason-other-scheme = zimehesabiwa kwenye mfumo mwingine

# release_hold: cleared, corrected, order_lifted, unfounded, own_request, mistake

# publish_finding: records_agree, wrong_footprint_year, footprint_overstated, footprint_understated, method_unsuitable, claimed_twice, records_missing
reason-records-agree = kumbukumbu zinalingana
reason-wrong-footprint-year = matumizi ni ya mwaka mwingine
reason-footprint-overstated = matumizi ni madogo kuliko yaliyotajwa
reason-footprint-understated = matumizi ni makubwa kuliko yaliyotajwa
reason-method-unsuitable = njia ya kukokotoa haifai
reason-claimed-twice = jambo lilelile limedaiwa mara mbili
reason-records-missing = kumbukumbu zinakosekana

## Reasons that no form offers, for entries that have them: the register's own when it cancels a payout, and others.

reason-hold = zuio
reason-key-revoked = ufunguo umebatilishwa
reason-evidence-incomplete = ushahidi haujakamilika
reason-footprint-year = matumizi ni ya mwaka mwingine

## What a retirement is for.

# retire purpose: annual_claim, product, collection, campaign, event, gift, order
purpose-annual-claim = dai la mwaka
purpose-product = bidhaa
purpose-collection = mkusanyo wa bidhaa
purpose-campaign = kampeni
purpose-event = tukio
purpose-gift = zawadi
purpose-order = agizo la mteja

## Purposes that the demonstration has; they are not offered.

purpose-batteries-2026 = betri 2026
purpose-capacitors = kapasita
purpose-cases-2026 = kasha za saa 2026
purpose-collections-2026 = mikusanyo 2026
purpose-solder-2026 = solda 2026
purpose-wedding-ring = pete ya ndoa

## How the use of a mineral was worked out.

# record_footprint method: purchase_records, bill_of_materials, stock_balance, weighed, supplier_statements, laboratory_analysis, industry_average, estimate
method-purchase-records = kwa kumbukumbu za manunuzi
method-bill-of-materials = kwa orodha za vifaa
method-stock-balance = kwa akiba ya mwanzo na mwisho
method-weighed = kwa kupima uzito
method-supplier-statements = kwa taarifa za wauzaji
method-laboratory-analysis = kwa uchambuzi wa maabara
method-industry-average = kwa wastani wa sekta
method-estimate = kwa makadirio

## What the use of a mineral is counted over.

# record_footprint scope: products, product_line, collection, components, company, one_site
scope-products = bidhaa zote
scope-product-line = aina moja ya bidhaa
scope-collection = mkusanyo wa bidhaa
scope-components = vipuri vilivyonunuliwa
scope-company = kampuni nzima
scope-one-site = eneo moja

## Scopes that the demonstration has; they are not offered.

scope-batteries-2026 = betri 2026
scope-capacitors = kapasita
scope-collections-2026 = mikusanyo 2026

## Who quotes a rate of exchange.

# plan_payout source: central_bank, bank_quote, payment_provider, market_data
source-central-bank = benki kuu
source-bank-quote = benki inayolipa
source-payment-provider = mtoa huduma za malipo
source-market-data = takwimu za soko
