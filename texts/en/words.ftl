### Code words by their set, `<set>-<word>`. What a grievance’s decision, outcome and state are called stands with
### the pages of grievances.

## Minerals

mineral-cob = cobalt
mineral-cop = copper
mineral-gld = gold
mineral-gra = graphite
mineral-lit = lithium
mineral-mic = mica
mineral-plt = platinum
mineral-slv = silver
mineral-tan = tantalum
mineral-tin = tin
mineral-tun = tungsten

## What a kilogram of each counts

basis-cob = contained cobalt
basis-cop = contained copper
basis-gld = fine gold
basis-gra = contained carbon
basis-lit = contained lithium oxide
basis-mic = sorted mica
basis-plt = fine platinum
basis-slv = fine silver
basis-tan = contained tantalum pentoxide
basis-tin = contained tin
basis-tun = contained tungsten trioxide

## Yes and no

yes-no-yes = yes
yes-no-no = no

## Languages

language-en = English
language-es = Spanish
language-fr = French
language-sw = Swahili

## Organisations

role-operator = operator of the register
role-certifier = certifier
role-producer = mining organisation
role-holder = holder of certificates
role-buyer = buyer
role-agent = agent
role-auditor = auditor
role-payee = payee of premium
role-lender = lender
structure-cooperative = cooperative
structure-association = association
structure-registered-group = registered group
structure-informal-group = informal group
structure-communal-land-group = group on communal land
structure-womens-group = women’s group
structure-savings-group = savings group
structure-outgrower = miners who supply a larger mine
structure-trader-network = traders’ network
structure-tributers = tributers
structure-mixed-venture = joint venture with miners
structure-asm-on-large-mine-concession = small miners on a large mine’s concession
structure-service-network-public = public service network
structure-service-network-private = private service network
structure-service-network-non-profit = non-profit service network
organisation-state-applied = waits for its first key
organisation-state-active = active
organisation-state-suspended = suspended
organisation-state-closed = closed

## Keys and proposals

key-purpose-signing = signing key, for every day
key-purpose-recovery = recovery key, printed
key-end-retired = replaced in the ordinary way
key-end-compromised = in wrong hands
key-state-awaiting = waits for confirmation
key-state-active = works
key-state-revoked = revoked
key-state-vetoed = refused
proposal-state-open = waits for a second person
proposal-state-approved = approved
proposal-state-cancelled = taken back
proposal-state-lapsed = lapsed

## Programmes and certificates

level-entry = entry
level-good = good
level-leading = leading
resale-none = not allowed
mandate-power-declare = declare production
mandate-power-offer = offer credits for sale
mandate-state-awaiting = waits for the holder’s consent
mandate-state-in-force = in force
mandate-state-ended = ended
verification-first-party = by the producer itself
verification-second-party = by a business partner
verification-third-party = by an independent third party
equivalence-extent-full = in full
equivalence-extent-partial = in part
certificate-state-applied = applied for
certificate-state-under-audit = being audited
certificate-state-certified = in force
certificate-state-suspended = suspended
certificate-state-rejected = rejected
certificate-state-expired = expired
certificate-state-withdrawn = withdrawn for good
certificate-state-surrendered = given back
withdrawal-cause-fraud = fraud
withdrawal-cause-nonconformity = rules not kept
withdrawal-cause-audit-refused = audit refused
withdrawal-cause-other = another cause
declaration-state-declared = waits for the certifier
declaration-state-approved = approved
declaration-state-rejected = rejected
declaration-state-withdrawn = taken back
declaration-state-lapsed = lapsed

## Credits

block-state-available = available
block-state-escrowed = set aside
block-state-frozen = held
block-state-outstanding = not used up yet
block-state-retired = retired
block-state-cancelled = cancelled
block-state-expired = expired
batch-flag-fraud = flagged: fraud
cancellation-reason-owner = given up by the producer
cancellation-reason-sold-physically = sold as certified metal
cancellation-reason-certificate-withdrawn = certificate withdrawn
cancellation-reason-refunded = refunded after fraud
transfer-state-pending = on its way
transfer-state-settled = arrived
transfer-state-withdrawn = taken back
transfer-state-refused = refused
transfer-state-voided = ended by the register
void-reason-key-revoked = key revoked
void-reason-hold = held
void-reason-suspension = organisation suspended
trust-state-waiting = waiting
trust-state-counting = trusted

## Holds and grievances

hold-reason-grievance = a grievance
hold-reason-investigation = an investigation
hold-reason-legal-order = a legal order
hold-reason-security = security
hold-reason-owner-request = the owner asked for it
hold-reason-owner-breach = the owner broke the rules
hold-reason-certificate-suspended = the certificate is suspended
hold-reason-fraud = fraud
hold-scope-unsold = what is still with the producer
hold-scope-all = all of the batch
hold-state-in-force = held
hold-state-released = released
hold-state-lapsed = ended by itself
hold-target-key = a key
hold-target-account = an account
hold-target-organisation = an organisation
hold-target-batch = a batch
hold-target-certificate = a certificate’s credits
severity-1 = 1: people are in danger
severity-2 = 2: grave
severity-3 = 3: it should be mended
severity-4 = 4: a question

## Markets, orders and deals

time-in-force-gtd = stays until a date
time-in-force-ioc = trades what it can now, the rest ends
time-in-force-fok = all of it now, or nothing
deal-side-buy = buy
deal-side-sell = sell
market-state-open = open
market-state-halted = halted
halt-reason-investigation = an investigation
halt-reason-legal-order = a legal order
halt-reason-price = unusual prices
halt-reason-programme = a matter of the programme
halt-reason-technical = a technical fault
order-state-open = open
order-state-partly-filled = traded in part
order-state-filled = traded in full
order-state-cancelled = cancelled
order-state-expired = expired
cancel-reason-owner = taken back by its owner
cancel-reason-group = met its own group
cancel-reason-suspension = organisation or certificate suspended
cancel-reason-key-revoked = key revoked
cancel-reason-fill-limit = too many trades at once
cancel-reason-unfilled = nothing more to meet now
cancel-reason-hold = held
cancel-reason-mandate = the holder’s powers ended
cancel-reason-floor = below the minimum premium
cancel-reason-operator = cancelled by the operator
deal-state-open = waits for an answer
deal-state-accepted = accepted, settles soon
deal-state-settled = settled
deal-state-declined = declined
deal-state-withdrawn = taken back
deal-state-lapsed = lapsed
deal-state-voided = ended by the register

## Premium and money

payee-kind-operations = operations
payee-kind-community = community
payee-kind-women = women’s groups
payee-kind-holder = holder of the certificate
payee-kind-administration = administration
instalment-kind-certification = costs of certification
instalment-kind-prefinance = repayment of pre-finance
plan-state-offered = waits for the producer
plan-state-in-force = in force
plan-state-closed = paid off
rail-bank-transfer = bank transfer
rail-mobile-money = mobile money
payout-state-planned = planned
payout-state-approved = approved, on its way
payout-state-instructed = on its way: the bank has the file
payout-state-accepted = on its way: accepted by the bank
payout-state-unknown = unknown: the bank is being asked
payout-state-settled = paid, receipt not signed yet
payout-state-disputed = disputed: it did not arrive
payout-state-confirmed = receipt signed
payout-state-short-received = receipt signed, too little arrived
payout-state-cancelled = cancelled
payout-state-rejected = rejected by the bank
payout-state-returned = paid, and came back
payout-report-accepted = the bank accepted it
payout-report-rejected = the bank rejected it
payout-report-settled = the bank paid it
payout-report-returned = it was paid and came back
payout-report-unknown = nobody knows
receipt-outcome-confirmed = receipt signed
receipt-outcome-short-received = receipt signed, too little arrived
leg-state-routed = in the payee’s account
leg-state-on-its-way = on its way
leg-state-receipt-signed = receipt signed
leg-state-unconfirmed = sent, not confirmed
leg-state-stopped = held after fraud
stop-fraud = stopped: fraud
stop-hold = stopped: a hold
stop-key-revoked = stopped: key revoked
deposit-state-booked = booked
deposit-state-unassigned = owner not known yet
deposit-state-recalled = taken back by the bank
cash-account-bank = at the bank
cash-account-cash = a member’s money
cash-account-escrow = set aside
cash-account-transit = on its way
cash-account-fees = fees of the operator
cash-account-suspense = in suspense: owner not known
cash-account-operator-loss = borne by the operator

## Use, claims and findings

footprint-basis-purchased = bought
footprint-basis-used = used
footprint-basis-estimated = estimated
claim-type-support = supported certified production
claim-type-match = equals a share of your use
claim-type-premium = how much premium reaches the miners
claim-type-step = supports miners at entry level
claim-type-none = no claim
wording-support-1 = supported certified production, wording 1
wording-match-1 = equals a share of the use, wording 1
wording-premium-1 = how much premium arrived, wording 1
wording-step-1 = supports miners at entry level, wording 1
wording-none-1 = no claim, wording 1
finding-outcome-confirmed = confirmed
finding-outcome-qualified = confirmed with reservations
finding-outcome-disputed = disputed

## The log

cause-founding = founding
cause-instruction = a signed instruction
cause-clock = the clock
cause-continuation = continues the entry before it
form-version-1 = version 1
instruction-type-instruction = instruction
visibility-public = everybody can read it
visibility-members = those concerned and auditors can read it

## Reasons. The line above each group names an act and every token that it offers; a token that stands in an earlier
## group as well is said there.

# revoke_key: lost, stolen, person_left, replaced, unknown_key
reason-lost = lost
reason-stolen = stolen
reason-person-left = its person has left
reason-replaced = replaced by another
reason-unknown-key = nobody here knows it

# suspend_organisation: breach_of_rules, investigation, complaint, security, unpaid_fees, legal_order, own_request
reason-breach-of-rules = rules broken
reason-investigation = an investigation
reason-complaint = a complaint
reason-security = security
reason-unpaid-fees = fees not paid
reason-legal-order = a legal order
reason-own-request = at its own request

# reinstate_organisation: breach_ended, investigation_closed, order_lifted, unfounded, mistake
reason-breach-ended = the rules are kept again
reason-investigation-closed = the investigation is closed
reason-order-lifted = the legal order was lifted
reason-unfounded = it was unfounded
reason-mistake = a mistake

# close_organisation: own_request, dissolved, merged, never_confirmed, breach_of_rules
reason-dissolved = the organisation was dissolved
reason-merged = merged with another
reason-never-confirmed = never confirmed a key

# correct_money: wrong_member, wrong_amount, booked_twice, bank_correction, loss_covered, mistake
reason-wrong-member = wrong member
reason-wrong-amount = wrong amount
reason-booked-twice = booked twice
reason-bank-correction = corrected by the bank
reason-loss-covered = a loss is covered

# cancel_payout: details_changed, planned_wrongly, wrong_amount, under_review, own_request
reason-details-changed = payout details have changed
reason-planned-wrongly = planned by mistake
reason-under-review = under review

# report_payout: account_unknown, account_closed, name_differs, limit_exceeded, bank_checks, wrong_currency, not_collected, technical
reason-account-unknown = no such account
reason-account-closed = account closed
reason-name-differs = the name does not match
reason-limit-exceeded = above a limit of the bank
reason-bank-checks = stopped by the bank’s checks
reason-wrong-currency = wrong currency
reason-not-collected = not collected in time
reason-technical = a technical fault

# confirm_receipt: bank_charge, mobile_money_charge, exchange, tax, partly_paid, unexplained
reason-bank-charge = a bank kept a charge
reason-mobile-money-charge = a charge for mobile money
reason-exchange = exchange of currency
reason-tax = tax
reason-partly-paid = only a part arrived
reason-unexplained = nobody can explain it

# dispute_payout: nothing_arrived, wrong_amount, wrong_account, wrong_recipient, account_blocked
reason-nothing-arrived = nothing arrived
reason-wrong-account = it went to a wrong account
reason-wrong-recipient = somebody else received it
reason-account-blocked = the account is blocked

# refund_fraud: fraud, investigation_closed, court_decision
reason-fraud = fraud
reason-court-decision = a court has decided

# withdraw_accreditation: breach_of_rules, expired_scope, conflict_of_interest, replaced, own_request
reason-expired-scope = its own recognition has expired
reason-conflict-of-interest = conflict of interest

# reject_certificate: incomplete, outside_scope, audit_failed, audit_refused, safety_risk, mercury_found, unpaid_fees
reason-incomplete = the application is incomplete
reason-outside-scope = outside what the programme certifies
reason-audit-failed = the audit was not passed
reason-audit-refused = the audit was refused
reason-safety-risk = a risk to safety
reason-mercury-found = mercury found

# suspend_certificate: audit_overdue, safety_incident, production_in_doubt, mercury_suspected, child_labour_suspected, members_not_compliant, grievance, investigation
reason-audit-overdue = the audit is overdue
reason-safety-incident = a safety incident
reason-production-in-doubt = the production is in doubt
reason-mercury-suspected = use of mercury suspected
reason-child-labour-suspected = child labour suspected
reason-members-not-compliant = too few members comply
reason-grievance = a grievance

# reinstate_certificate: corrected, members_comply_again, investigation_closed, unfounded, mistake
reason-corrected = it was put right
reason-members-comply-again = enough members comply again

# withdraw_certificate: not_corrected, mixed_production, false_declaration, false_documents, mercury_found, child_labour_found, audit_refused, grievance_upheld
reason-not-corrected = it was not put right in time
reason-mixed-production = production of others was mixed in
reason-false-declaration = a false declaration of production
reason-false-documents = false documents
reason-child-labour-found = child labour found
reason-grievance-upheld = a grievance was confirmed

# surrender_certificate: mine_closed, deposit_exhausted, other_programme, too_costly, dissolved, own_request
reason-mine-closed = the mine is closed
reason-deposit-exhausted = the ore is exhausted
reason-other-programme = changes to another programme
reason-too-costly = too costly

# release_certificate_hold: corrected, investigation_closed, cleared, unfounded
reason-cleared = looked into and cleared

# extend_maximum: new_members, new_shaft, new_equipment, reassessed, mistake
reason-new-members = new members
reason-new-shaft = a new shaft or pit
reason-new-equipment = new equipment
reason-reassessed = reckoned anew

# reject_declaration: evidence_missing, evidence_contradicts, volume_implausible, grade_unproven, wrong_period, mixed_production, not_exclusive
reason-evidence-missing = evidence is missing
reason-evidence-contradicts = the evidence says something else
reason-volume-implausible = the mass is not plausible
reason-grade-unproven = grade or fineness not proven
reason-wrong-period = wrong period
reason-not-exclusive = another label is used too

# revoke_equivalence: programme_changed, programme_ended, superseded, not_equivalent, own_request, mistake
reason-programme-changed = a programme has changed
reason-programme-ended = a programme has ended
reason-superseded = superseded by a newer one
reason-not-equivalent = found not to be equivalent

# cancel_credits: over_issued, counted_twice, sold_otherwise, other_scheme, own_request, mistake
reason-over-issued = too many were issued
reason-counted-twice = counted twice
reason-sold-otherwise = the metal was sold as certified elsewhere
reason-other-scheme = counted in another scheme

# release_hold: cleared, corrected, order_lifted, unfounded, own_request, mistake

# publish_finding: records_agree, wrong_footprint_year, footprint_overstated, footprint_understated, method_unsuitable, claimed_twice, records_missing
reason-records-agree = the records agree
reason-wrong-footprint-year = the use is of another year
reason-footprint-overstated = less was used than stated
reason-footprint-understated = more was used than stated
reason-method-unsuitable = the method does not fit
reason-claimed-twice = the same was claimed twice
reason-records-missing = records are missing

## Reasons that no form offers, for entries that have them: the register's own when it cancels a payout, and others.

reason-hold = a hold
reason-key-revoked = key revoked
reason-evidence-incomplete = evidence is incomplete
reason-footprint-year = the use is of another year

## What a retirement is for.

# retire purpose: annual_claim, product, collection, campaign, event, gift, order
purpose-annual-claim = claim for a year
purpose-product = a product
purpose-collection = a collection
purpose-campaign = a campaign
purpose-event = an event
purpose-gift = a gift
purpose-order = a customer’s order

## Purposes that the demonstration has; they are not offered.

purpose-batteries-2026 = batteries 2026
purpose-capacitors = capacitors
purpose-cases-2026 = watch cases 2026
purpose-collections-2026 = collections 2026
purpose-solder-2026 = solder 2026
purpose-wedding-ring = a wedding ring

## How the use of a mineral was worked out.

# record_footprint method: purchase_records, bill_of_materials, stock_balance, weighed, supplier_statements, laboratory_analysis, industry_average, estimate
method-purchase-records = from purchase records
method-bill-of-materials = from lists of materials
method-stock-balance = from stocks at both ends
method-weighed = by weighing
method-supplier-statements = from suppliers’ statements
method-laboratory-analysis = by laboratory analysis
method-industry-average = from averages of the industry
method-estimate = by estimate

## What the use of a mineral is counted over.

# record_footprint scope: products, product_line, collection, components, company, one_site
scope-products = all products
scope-product-line = one line of products
scope-collection = a collection
scope-components = parts that were bought
scope-company = the whole company
scope-one-site = one site

## Scopes that the demonstration has; they are not offered.

scope-batteries-2026 = batteries 2026
scope-capacitors = capacitors
scope-collections-2026 = collections 2026

## Who quotes a rate of exchange.

# plan_payout source: central_bank, bank_quote, payment_provider, market_data
source-central-bank = central bank
source-bank-quote = the paying bank
source-payment-provider = a payment provider
source-market-data = market data
