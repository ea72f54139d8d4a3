### Code words by their set, `<set>-<word>`. What a grievance’s decision, outcome and state are called stands with
### the pages of grievances.

## Minerals

mineral-cob = cobalt
mineral-cop = cuivre
mineral-gld = or
mineral-gra = graphite
mineral-lit = lithium
mineral-mic = mica
mineral-plt = platine
mineral-slv = argent
mineral-tan = tantale
mineral-tin = étain
mineral-tun = tungstène

## What a kilogram of each counts

basis-cob = cobalt contenu
basis-cop = cuivre contenu
basis-gld = or fin
basis-gra = carbone contenu
basis-lit = oxyde de lithium contenu
basis-mic = mica trié
basis-plt = platine fin
basis-slv = argent fin
basis-tan = pentoxyde de tantale contenu
basis-tin = étain contenu
basis-tun = trioxyde de tungstène contenu

## Yes and no

yes-no-yes = oui
yes-no-no = non

## Languages

language-en = anglais
language-es = espagnol
language-fr = français
language-sw = swahili

## Organisations

role-operator = opérateur du registre
role-certifier = certificateur
role-producer = organisation minière
role-holder = titulaire de certificats
role-buyer = acheteur
role-agent = agent
role-auditor = auditeur
role-payee = destinataire de prime
role-lender = prêteur
structure-cooperative = coopérative
structure-association = association
structure-registered-group = groupe enregistré
structure-informal-group = groupe informel
structure-communal-land-group = groupe sur terre communautaire
structure-womens-group = groupe de femmes
structure-savings-group = groupe d’épargne
structure-outgrower = mineurs fournissant une mine plus grande
structure-trader-network = réseau de négociants
structure-tributers = mineurs au tribut
structure-mixed-venture = entreprise mixte avec des mineurs
structure-asm-on-large-mine-concession = petits mineurs sur la concession d’une grande mine
structure-service-network-public = réseau de services public
structure-service-network-private = réseau de services privé
structure-service-network-non-profit = réseau de services à but non lucratif
organisation-state-applied = attend sa première clé
organisation-state-active = active
organisation-state-suspended = suspendue
organisation-state-closed = close

## Keys and proposals

key-purpose-signing = clé de signature, pour tous les jours
key-purpose-recovery = clé de secours, imprimée
key-end-retired = remplacée de façon ordinaire
key-end-compromised = en de mauvaises mains
key-state-awaiting = attend sa confirmation
key-state-active = en service
key-state-revoked = révoquée
key-state-vetoed = refusée
proposal-state-open = attend une deuxième personne
proposal-state-approved = approuvée
proposal-state-cancelled = reprise
proposal-state-lapsed = caduque

## Programmes and certificates

level-entry = entrée
level-good = bon
level-leading = exemplaire
resale-none = non permise
mandate-power-declare = déclarer la production
mandate-power-offer = mettre des crédits en vente
mandate-state-awaiting = attend l’accord du titulaire
mandate-state-in-force = en vigueur
mandate-state-ended = terminés
verification-first-party = par le producteur lui-même
verification-second-party = par un partenaire commercial
verification-third-party = par un tiers indépendant
equivalence-extent-full = en entier
equivalence-extent-partial = en partie
certificate-state-applied = demandé
certificate-state-under-audit = en cours d’audit
certificate-state-certified = en vigueur
certificate-state-suspended = suspendu
certificate-state-rejected = rejeté
certificate-state-expired = expiré
certificate-state-withdrawn = retiré définitivement
certificate-state-surrendered = rendu
withdrawal-cause-fraud = fraude
withdrawal-cause-nonconformity = règles non respectées
withdrawal-cause-audit-refused = audit refusé
withdrawal-cause-other = autre cause
declaration-state-declared = attend le certificateur
declaration-state-approved = approuvée
declaration-state-rejected = rejetée
declaration-state-withdrawn = reprise
declaration-state-lapsed = caduque

## Credits

block-state-available = disponible
block-state-escrowed = mis de côté
block-state-frozen = gelé
block-state-outstanding = pas encore consommé
block-state-retired = retiré
block-state-cancelled = annulé
block-state-expired = expiré
batch-flag-fraud = signalé : fraude
cancellation-reason-owner = abandon par le producteur
cancellation-reason-sold-physically = vendu comme métal certifié
cancellation-reason-certificate-withdrawn = certificat retiré
cancellation-reason-refunded = remboursé après une fraude
transfer-state-pending = en route
transfer-state-settled = arrivé
transfer-state-withdrawn = repris
transfer-state-refused = refusé
transfer-state-voided = annulé par le registre
void-reason-key-revoked = clé révoquée
void-reason-hold = gelé
void-reason-suspension = organisation suspendue
trust-state-waiting = en attente
trust-state-counting = de confiance

## Holds and grievances

hold-reason-grievance = une plainte
hold-reason-investigation = une enquête
hold-reason-legal-order = une décision de justice
hold-reason-security = la sécurité
hold-reason-owner-request = à la demande du titulaire
hold-reason-owner-breach = le titulaire a enfreint les règles
hold-reason-certificate-suspended = le certificat est suspendu
hold-reason-fraud = une fraude
hold-scope-unsold = ce qui est encore chez le producteur
hold-scope-all = tout le lot
hold-state-in-force = en vigueur
hold-state-released = levé
hold-state-lapsed = a pris fin de lui-même
hold-target-key = une clé
hold-target-account = un compte
hold-target-organisation = une organisation
hold-target-batch = un lot
hold-target-certificate = les crédits d’un certificat
severity-1 = 1 : des personnes sont en danger
severity-2 = 2 : grave
severity-3 = 3 : il faudrait y remédier
severity-4 = 4 : une question

## Markets, orders and deals

time-in-force-gtd = reste jusqu’à une date
time-in-force-ioc = échange ce qu’il peut maintenant, le reste prend fin
time-in-force-fok = tout maintenant ou rien
deal-side-buy = acheter
deal-side-sell = vendre
market-state-open = ouvert
market-state-halted = arrêté
halt-reason-investigation = une enquête
halt-reason-legal-order = une décision de justice
halt-reason-price = prix inhabituels
halt-reason-programme = une affaire du programme
halt-reason-technical = une panne technique
order-state-open = ouvert
order-state-partly-filled = échangé en partie
order-state-filled = échangé en entier
order-state-cancelled = annulé
order-state-expired = expiré
cancel-reason-owner = repris par son propriétaire
cancel-reason-group = a rencontré son propre groupe
cancel-reason-suspension = organisation ou certificat suspendu
cancel-reason-key-revoked = clé révoquée
cancel-reason-fill-limit = trop d’opérations à la fois
cancel-reason-unfilled = plus rien à échanger maintenant
cancel-reason-hold = gelé
cancel-reason-mandate = fin des pouvoirs du titulaire
cancel-reason-floor = sous la prime minimale
cancel-reason-operator = annulé par l’opérateur
deal-state-open = attend une réponse
deal-state-accepted = accepté, réglé sous peu
deal-state-settled = réglé
deal-state-declined = refusé
deal-state-withdrawn = repris
deal-state-lapsed = caduc
deal-state-voided = annulé par le registre

## Premium and money

payee-kind-operations = exploitation
payee-kind-community = communauté
payee-kind-women = groupes de femmes
payee-kind-holder = titulaire du certificat
payee-kind-administration = administration
instalment-kind-certification = frais de certification
instalment-kind-prefinance = remboursement de préfinancement
plan-state-offered = attend le producteur
plan-state-in-force = en vigueur
plan-state-closed = entièrement payé
rail-bank-transfer = virement bancaire
rail-mobile-money = monnaie mobile
payout-state-planned = prévu
payout-state-approved = approuvé, en route
payout-state-instructed = en route : la banque a le fichier
payout-state-accepted = en route : accepté par la banque
payout-state-unknown = inconnu : la banque est interrogée
payout-state-settled = payé, reçu pas encore signé
payout-state-disputed = contesté : il n’est pas arrivé
payout-state-confirmed = reçu signé
payout-state-short-received = reçu signé, il en manque
payout-state-cancelled = annulé
payout-state-rejected = rejeté par la banque
payout-state-returned = payé, puis revenu
payout-report-accepted = la banque l’a accepté
payout-report-rejected = la banque l’a rejeté
payout-report-settled = la banque l’a payé
payout-report-returned = il a été payé et il est revenu
payout-report-unknown = on ne sait pas
receipt-outcome-confirmed = reçu signé
receipt-outcome-short-received = reçu signé, il en manque
leg-state-routed = sur le compte du destinataire
leg-state-on-its-way = en route
leg-state-receipt-signed = reçu signé
leg-state-unconfirmed = envoyée, non confirmée
leg-state-stopped = gelée après une fraude
stop-fraud = arrêté : fraude
stop-hold = arrêté : un gel
stop-key-revoked = arrêté : clé révoquée
deposit-state-booked = inscrit
deposit-state-unassigned = propriétaire encore inconnu
deposit-state-recalled = repris par la banque
cash-account-bank = à la banque
cash-account-cash = argent d’un membre
cash-account-escrow = mis de côté
cash-account-transit = en route
cash-account-fees = commissions de l’opérateur
cash-account-suspense = en attente : propriétaire inconnu
cash-account-operator-loss = supporté par l’opérateur

## Use, claims and findings

footprint-basis-purchased = acheté
footprint-basis-used = utilisé
footprint-basis-estimated = estimé
claim-type-support = a soutenu la production certifiée
claim-type-match = égale une part de votre consommation
claim-type-premium = combien de prime parvient aux mineurs
claim-type-step = soutient des mineurs du niveau d’entrée
claim-type-none = aucune allégation
wording-support-1 = a soutenu la production certifiée, texte 1
wording-match-1 = égale une part de la consommation, texte 1
wording-premium-1 = combien de prime est arrivé, texte 1
wording-step-1 = soutient des mineurs du niveau d’entrée, texte 1
wording-none-1 = aucune allégation, texte 1
finding-outcome-confirmed = confirmé
finding-outcome-qualified = confirmé avec réserves
finding-outcome-disputed = contesté

## The log

cause-founding = fondation
cause-instruction = une instruction signée
cause-clock = l’horloge
cause-continuation = suite de l’écriture précédente
form-version-1 = version 1
instruction-type-instruction = instruction
visibility-public = lisible par tous
visibility-members = lisible par les intéressés et les auditeurs

## Reasons. The line above each group names an act and every token that it offers; a token that stands in an earlier
## group as well is said there.

# revoke_key: lost, stolen, person_left, replaced, unknown_key
reason-lost = perdue
reason-stolen = volée
reason-person-left = sa personne est partie
reason-replaced = remplacée par une autre
reason-unknown-key = personne ici ne la connaît

# suspend_organisation: breach_of_rules, investigation, complaint, security, unpaid_fees, legal_order, own_request
reason-breach-of-rules = règles enfreintes
reason-investigation = une enquête
reason-complaint = une réclamation
reason-security = sécurité
reason-unpaid-fees = frais impayés
reason-legal-order = une décision de justice
reason-own-request = à sa propre demande

# reinstate_organisation: breach_ended, investigation_closed, order_lifted, unfounded, mistake
reason-breach-ended = les règles sont de nouveau respectées
reason-investigation-closed = l’enquête est close
reason-order-lifted = la décision de justice est levée
reason-unfounded = c’était sans fondement
reason-mistake = une erreur

# close_organisation: own_request, dissolved, merged, never_confirmed, breach_of_rules
reason-dissolved = l’organisation est dissoute
reason-merged = fusionnée avec une autre
reason-never-confirmed = n’a jamais confirmé de clé

# correct_money: wrong_member, wrong_amount, booked_twice, bank_correction, loss_covered, mistake
reason-wrong-member = mauvais membre
reason-wrong-amount = mauvais montant
reason-booked-twice = inscrit deux fois
reason-bank-correction = corrigé par la banque
reason-loss-covered = une perte est couverte

# cancel_payout: details_changed, planned_wrongly, wrong_amount, under_review, own_request
reason-details-changed = les coordonnées de paiement ont changé
reason-planned-wrongly = prévu par erreur
reason-under-review = en cours d’examen

# report_payout: account_unknown, account_closed, name_differs, limit_exceeded, bank_checks, wrong_currency, not_collected, technical
reason-account-unknown = compte inexistant
reason-account-closed = compte clos
reason-name-differs = le nom ne correspond pas
reason-limit-exceeded = dépasse une limite de la banque
reason-bank-checks = arrêté par les contrôles de la banque
reason-wrong-currency = mauvaise monnaie
reason-not-collected = non encaissé à temps
reason-technical = une panne technique

# confirm_receipt: bank_charge, mobile_money_charge, exchange, tax, partly_paid, unexplained
reason-bank-charge = une banque a pris des frais
reason-mobile-money-charge = frais de monnaie mobile
reason-exchange = change de monnaie
reason-tax = impôt
reason-partly-paid = une partie seulement est arrivée
reason-unexplained = inexpliqué

# dispute_payout: nothing_arrived, wrong_amount, wrong_account, wrong_recipient, account_blocked
reason-nothing-arrived = rien n’est arrivé
reason-wrong-account = il est allé sur un mauvais compte
reason-wrong-recipient = quelqu’un d’autre l’a reçu
reason-account-blocked = le compte est bloqué

# refund_fraud: fraud, investigation_closed, court_decision
reason-fraud = fraude
reason-court-decision = un tribunal a décidé

# withdraw_accreditation: breach_of_rules, expired_scope, conflict_of_interest, replaced, own_request
reason-expired-scope = sa propre reconnaissance a expiré
reason-conflict-of-interest = conflit d’intérêts

# reject_certificate: incomplete, outside_scope, audit_failed, audit_refused, safety_risk, mercury_found, unpaid_fees
reason-incomplete = la demande est incomplète
reason-outside-scope = hors de ce que le programme certifie
reason-audit-failed = l’audit n’est pas réussi
reason-audit-refused = l’audit a été refusé
reason-safety-risk = un risque pour la sécurité
reason-mercury-found = mercure trouvé

# suspend_certificate: audit_overdue, safety_incident, production_in_doubt, mercury_suspected, child_labour_suspected, members_not_compliant, grievance, investigation
reason-audit-overdue = l’audit est en retard
reason-safety-incident = un incident de sécurité
reason-production-in-doubt = la production est en doute
reason-mercury-suspected = usage de mercure soupçonné
reason-child-labour-suspected = travail d’enfants soupçonné
reason-members-not-compliant = trop peu de membres conformes
reason-grievance = une plainte

# reinstate_certificate: corrected, members_comply_again, investigation_closed, unfounded, mistake
reason-corrected = c’est corrigé
reason-members-comply-again = assez de membres sont de nouveau conformes

# withdraw_certificate: not_corrected, mixed_production, false_declaration, false_documents, mercury_found, child_labour_found, audit_refused, grievance_upheld
reason-not-corrected = pas corrigé à temps
reason-mixed-production = production d’autres mélangée
reason-false-declaration = une fausse déclaration de production
reason-false-documents = faux documents
reason-child-labour-found = travail d’enfants constaté
reason-grievance-upheld = une plainte est confirmée

# surrender_certificate: mine_closed, deposit_exhausted, other_programme, too_costly, dissolved, own_request
reason-mine-closed = la mine est fermée
reason-deposit-exhausted = le gisement est épuisé
reason-other-programme = passe à un autre programme
reason-too-costly = trop coûteux

# release_certificate_hold: corrected, investigation_closed, cleared, unfounded
reason-cleared = examiné et éclairci

# extend_maximum: new_members, new_shaft, new_equipment, reassessed, mistake
reason-new-members = nouveaux membres
reason-new-shaft = un nouveau puits
reason-new-equipment = nouvel équipement
reason-reassessed = calculé à nouveau

# reject_declaration: evidence_missing, evidence_contradicts, volume_implausible, grade_unproven, wrong_period, mixed_production, not_exclusive
reason-evidence-missing = des preuves manquent
reason-evidence-contradicts = les preuves disent autre chose
reason-volume-implausible = la masse n’est pas plausible
reason-grade-unproven = teneur ou titre non prouvé
reason-wrong-period = mauvaise période
reason-not-exclusive = un autre label est aussi utilisé

# revoke_equivalence: programme_changed, programme_ended, superseded, not_equivalent, own_request, mistake
reason-programme-changed = un programme a changé
reason-programme-ended = un programme a pris fin
reason-superseded = remplacée par une plus récente
reason-not-equivalent = non équivalents après examen

# cancel_credits: over_issued, counted_twice, sold_otherwise, other_scheme, own_request, mistake
reason-over-issued = trop ont été émis
reason-counted-twice = compté deux fois
reason-sold-otherwise = le métal a été vendu comme certifié ailleurs
reason-other-scheme = compté dans un autre système

# release_hold: cleared, corrected, order_lifted, unfounded, own_request, mistake

# publish_finding: records_agree, wrong_footprint_year, footprint_overstated, footprint_understated, method_unsuitable, claimed_twice, records_missing
reason-records-agree = les pièces concordent
reason-wrong-footprint-year = la consommation est d’une autre année
reason-footprint-overstated = la consommation est moindre que déclaré
reason-footprint-understated = la consommation est plus grande que déclaré
reason-method-unsuitable = la méthode ne convient pas
reason-claimed-twice = la même chose a été affirmée deux fois
reason-records-missing = des pièces manquent

## Reasons that no form offers, for entries that have them: the register's own when it cancels a payout, and others.

reason-hold = un gel
reason-key-revoked = clé révoquée
reason-evidence-incomplete = preuves incomplètes
reason-footprint-year = la consommation est d’une autre année

## What a retirement is for.

# retire purpose: annual_claim, product, collection, campaign, event, gift, order
purpose-annual-claim = allégation annuelle
purpose-product = un produit
purpose-collection = une collection
purpose-campaign = une campagne
purpose-event = un événement
purpose-gift = un cadeau
purpose-order = une commande d’un client

## Purposes that the demonstration has; they are not offered.

purpose-batteries-2026 = batteries 2026
purpose-capacitors = condensateurs
purpose-cases-2026 = boîtiers 2026
purpose-collections-2026 = collections 2026
purpose-solder-2026 = soudure 2026
purpose-wedding-ring = une alliance

## How the use of a mineral was worked out.

# record_footprint method: purchase_records, bill_of_materials, stock_balance, weighed, supplier_statements, laboratory_analysis, industry_average, estimate
method-purchase-records = d’après les achats enregistrés
method-bill-of-materials = d’après les nomenclatures
method-stock-balance = d’après les stocks au début et à la fin
method-weighed = par pesée
method-supplier-statements = d’après les déclarations des fournisseurs
method-laboratory-analysis = par analyse de laboratoire
method-industry-average = d’après les moyennes du secteur
method-estimate = par estimation

## What the use of a mineral is counted over.

# record_footprint scope: products, product_line, collection, components, company, one_site
scope-products = tous les produits
scope-product-line = une ligne de produits
scope-collection = une collection
scope-components = pièces achetées
scope-company = toute l’entreprise
scope-one-site = un site

## Scopes that the demonstration has; they are not offered.

scope-batteries-2026 = batteries 2026
scope-capacitors = condensateurs
scope-collections-2026 = collections 2026

## Who quotes a rate of exchange.

# plan_payout source: central_bank, bank_quote, payment_provider, market_data
source-central-bank = banque centrale
source-bank-quote = la banque qui paie
source-payment-provider = un prestataire de paiement
source-market-data = données de marché
