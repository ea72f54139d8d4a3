### Every signed act: what it is called, what signing it does, and the fields of its form. `field-<field>` is a field’s
### label, `field-<act>-<field>` its label in one act, and either with `-hint` says how to fill it in.

## Organisations and their keys

act-void = Make a lost instruction worthless
act-void-does = If an instruction that you signed has not reached the register, it can never take effect any more: its number is used up. Nothing else changes. This cannot be undone.
act-register-organisation = Register an organisation
act-register-organisation-does = The organisation becomes a member with the name, roles and first keys that you give. It can act as soon as it has confirmed one of these keys. Name, code and roles cannot be changed later.
act-add-key = Add a key for your organisation
act-add-key-does = The key can sign for your organisation once it has been confirmed with the key itself. If it is for another person, a second person must approve. A key can be revoked later, but it never passes to another organisation.
act-add-key-for = Add a key for another organisation
act-add-key-for-does = This is for an organisation that cannot add the key itself; a second person of the operator must approve. If it has a key that works, the new one waits, its contacts are told, and it can refuse the key. A key can be revoked later.
act-confirm-key = Confirm this key
act-confirm-key-does = You sign this with the new key itself. From then on, what the key signs binds your organisation. It can be revoked at any time.
act-veto-key = Refuse a key that was added for you
act-veto-key-does = The key that the operator added for your organisation will never sign. Your other keys are not touched. This is permanent.
act-revoke-key = Revoke a key
act-revoke-key-does = From now on the key signs nothing, and what is open of it ends: orders, deals, transfers and proposals. What it signed and what has taken effect stays. This is permanent: the key never works again.
act-open-account = Open a further account
act-open-account-does = Your organisation gets another account in which it can hold credits. Nothing moves. An account that was opened stays.
act-set-limits = Set what one key may do alone
act-set-limits-does = Above these limits, orders, deals, transfers, retirements and withdrawals need a second person of your organisation. They replace all earlier limits; what you do not name has no limit. You can change them, but raising or removing one needs a second person.
act-approve = Approve a proposal
act-approve-does = You sign as the second person for exactly what the proposal says. It then takes effect at once, if the rules still allow it. Whether it can be undone afterwards depends on the act that was proposed.
act-cancel-proposal = Take a proposal back
act-cancel-proposal-does = The proposal of your organisation ends without effect. Nothing was set aside for it. It can be proposed again.
act-suspend-organisation = Suspend an organisation
act-suspend-organisation-does = The organisation can do little more than take things back and sign receipts. Its open orders, deals, proposals and outgoing transfers end, and payouts to it wait. You can lift the suspension later.
act-reinstate-organisation = Lift an organisation’s suspension
act-reinstate-organisation-does = From now on the organisation can act again. What ended with the suspension does not come back by itself. It can be suspended again.
act-close-organisation = Close an organisation for good
act-close-organisation-does = The organisation ends, and nobody else ever gets its name or code. It must hold nothing, and nothing may be on its way to it. This is permanent.
act-set-contact-details = Set whom the register writes to
act-set-contact-details-does = Letters for the organisation go to these persons. The details stay outside the public log, which keeps only their digest. A change waits before it takes effect and can be taken back until then.
act-withdraw-contact-details = Take a change of contacts back
act-withdraw-contact-details-does = The change that still waits does not take effect. The contacts in force stay as they are. You can set new ones at any time.
act-appoint-agent = Appoint an agent
act-appoint-agent-does = The organisation may hold credits for you and retire credits in your name. It can neither sell what you send to it nor use it for anybody else. You can end this at any time.
act-dismiss-agent = Dismiss an agent
act-dismiss-agent-does = From now on the agent retires nothing more for you. Credits of yours that it still holds can only be sent back to you. You can appoint it again.

## The register itself

act-adopt-parameters = Set the register’s waiting times
act-adopt-parameters-does = These waiting times and limits hold for everybody in what is decided from now on; moments already fixed stay. A second person of the operator must approve. They can be changed again in the same way.
act-adopt-rules = Adopt later rules
act-adopt-rules-does = Later rules decide what is signed from now on; what was decided stays. Every server must run a version that knows them. A second person of the operator must approve. They cannot be taken back.
act-adopt-issuer = Change the key that signs statements
act-adopt-issuer-does = From now on another key of the register signs retirement statements. A second person of the operator must approve. This is permanent: the key before it never comes back.
act-adopt-log-key = Change the key that signs the log
act-adopt-log-key-does = From now on another key signs the checkpoints of the public log, and everybody who checks the log needs it. A second person of the operator must approve. This is permanent: the key before it never comes back.

## Grievances

act-triage-grievance = Decide how a grievance is handled
act-triage-grievance-does = You say for the operator how grave it is and what becomes of it. Both are public; nothing of the sender is. Until the grievance is closed you can decide anew.
act-close-grievance = Close a grievance
act-close-grievance-does = The grievance ends with the outcome that you give, and everybody can read it. This is final: what is new needs a new grievance.

## Money at the bank

act-deposit = Book a deposit for a member
act-deposit-does = Money that arrived at the bank is booked to the member, who can spend it from then on. A second person of the operator must approve. A mistake can only be mended by a further entry.
act-deposit-unknown = Book a deposit of an unknown sender
act-deposit-unknown-does = Money that arrived at the bank is kept in suspense until its owner is known; nobody can spend it until then. A second person of the operator must approve. A mistake can only be mended by a further entry.
act-assign-deposit = Give a deposit to its owner
act-assign-deposit-does = The deposit that waited for its owner is booked to the member you name, who can spend it from then on. A second person of the operator must approve. A mistake can only be mended by a further entry.
act-recall-deposit = Record that the bank took a deposit back
act-recall-deposit-does = The money leaves the member’s account as far as it is unused; the operator bears the rest. A second person of the operator must approve. A mistake can only be mended by a further entry.
act-book-charge = Book a charge of the bank
act-book-charge-does = The charge is paid out of the fees that the operator has earned; no member pays it. A mistake can only be mended by a further entry.
act-correct-money = Correct a wrong booking
act-correct-money-does = Money moves between two accounts to mend an earlier entry, which stays visible. A second person of the operator must approve, and the members touched see it. It can only be undone by another correction.
act-reconcile-bank = Record the bank’s own balance
act-reconcile-bank-does = The balance on the bank’s statement is recorded beside what the register has booked. No money moves. A recorded balance stays; a later one stands beside it.

## Payouts

act-set-payout-details = Set where payouts go
act-set-payout-details-does = From now on payouts go there. The details stay outside the public log, which keeps only their digest. A change waits before it takes effect and can be taken back until then.
act-withdraw-payout-details = Take a change of payout details back
act-withdraw-payout-details-does = The change that still waits does not take effect. Payouts go where they went before. You can set new details at any time.
act-withdraw-money = Ask for your unused money
act-withdraw-money-does = The operator is asked to pay the amount to where you are paid. Premium that waits for its payee is not touched. You can cancel the payout until the operator has approved it.
act-plan-payout = Plan a payout of premium
act-plan-payout-does = Premium that a producer’s sales brought to a payee is planned for payment. No money moves until two persons of the operator have approved it. Until the bank has the file it can be cancelled.
act-approve-payouts = Approve payouts
act-approve-payouts-does = The money of these payouts leaves the payees’ accounts in the register and is on its way; together they make one file for the bank. A second person of the operator must approve. Each can be cancelled until the bank has the file.
act-cancel-payout = Cancel a payout
act-cancel-payout-does = The payout ends before the bank is told of it, and what had left the account returns at once. This cannot be undone, but a new payout can be planned.
act-instruct-payouts = Record that the bank has the file
act-instruct-payouts-does = You state that the payment file was handed to the bank. From then on its payouts cannot be cancelled any more. This cannot be undone: hand the file over once only.
act-report-payout = Record what the bank says of a payout
act-report-payout-does = The payout goes on as the bank reports it. If the bank rejected or returned it, the money goes back to the payee’s account, and a second person of the operator must approve. A report stays in the register.
act-confirm-receipt = Sign the receipt for a payout
act-confirm-receipt-does = You state how much of the payout arrived; buyers are told how much premium was confirmed. For a payee without a key, two persons of the producer sign, with the paper receipt. A receipt cannot be taken back.
act-dispute-payout = Say that a payout did not arrive
act-dispute-payout-does = The payout is marked as disputed, and the operator has to look into it. If the money arrives after all, you can still sign the receipt.
act-refund-fraud = Refund buyers after a fraud
act-refund-fraud-does = Credits bought under a certificate withdrawn for fraud are cancelled, and their buyers get back what could be stopped of the premium. Retired credits stay retired. A second person of the operator must approve; this is permanent.

## Programmes and certifiers

act-define-programme = Define a programme or its next version
act-define-programme-does = Its levels, minerals and rules hold from the day you name, and everybody can read them. A version can be neither changed nor taken back; a later version can replace it.
act-accredit = Accredit a certifier
act-accredit-does = The certifier may grant certificates and approve production under this programme, for the minerals and days you name. Everybody can read it. You can withdraw the accreditation.
act-withdraw-accreditation = Withdraw an accreditation
act-withdraw-accreditation-does = From now on the certifier can neither grant certificates nor approve production under it. Certificates already granted stay. The accreditation does not come back; a new one can be given.
act-record-equivalence = Record an equivalence
act-record-equivalence-does = Everybody can read that one programme’s level is accepted as another’s. It creates no credits and changes no claim. You can end it.
act-revoke-equivalence = End an equivalence
act-revoke-equivalence-does = From the day you name the equivalence no longer holds. No credits and no claims are touched. This cannot be undone, but a new one can be recorded.

## Certificates

act-apply-certificate = Apply for a certificate
act-apply-certificate-does = You ask the certifier you name to certify a site of yours. Nothing is certified until the certifier has granted it. Until the audit begins you can give the application back.
act-accept-mandate = Accept to hold a certificate
act-accept-mandate-does = You become the certificate’s holder, with the powers that the application gives you. From now on you and the producer can never trade with each other. The producer can end your powers at any time.
act-end-mandate = End the holder’s powers
act-end-mandate-does = The holder can no longer declare or offer for you under this certificate, and the offers it signed are cancelled. It stays named as the holder. This cannot be undone for this certificate.
act-begin-audit = Begin the audit
act-begin-audit-does = Everybody can see that the application is being audited. From now on it ends only when you grant or reject it. This cannot be undone.
act-grant-certificate = Grant the certificate
act-grant-certificate-does = The producer may declare production under it and get credits, up to the yearly maximum. Everybody can read it. You can suspend or withdraw it later, but not undo it.
act-reject-certificate = Reject the application
act-reject-certificate-does = The application ends without a certificate, and everybody can read the reason. This is final; the producer can apply anew.
act-suspend-certificate = Suspend the certificate
act-suspend-certificate-does = Nothing can be declared or issued under it, its offers and deals end, and unsold credits are held. Credits that were bought stay usable, and everybody can read the reason. You can lift the suspension later.
act-reinstate-certificate = Lift the certificate’s suspension
act-reinstate-certificate-does = The certificate counts again from the day you name, and its unsold credits are free. Offers and deals that ended do not come back by themselves. You can suspend it again.
act-withdraw-certificate = Withdraw the certificate for good
act-withdraw-certificate-does = The certificate ends for ever; its unsold credits are cancelled and its open declarations lapse. If the cause is fraud, bought credits are held and premium not yet paid out is stopped. This is permanent and public; retired credits stay retired.
act-surrender-certificate = Give the certificate back for good
act-surrender-certificate-does = Your certificate or application ends from the day you name. What was produced before may still be declared for a while, and issued credits can still be sold. This is permanent.
act-release-certificate-hold = Free the credits of an ended certificate
act-release-certificate-hold-does = Credits that stayed held when a suspended certificate ended are free again, and their producer can sell them. The certificate itself stays ended. This cannot be undone.
act-extend-maximum = Raise the yearly maximum
act-extend-maximum-does = From this certificate year on, credits may be issued for more production. Everybody can read it. You cannot take it back; only the inspection of a group can lower it again.
act-record-inspection = Record a group’s inspection
act-record-inspection-does = You record how many members the group has, how many comply and how many are taken out of the volume. If too few comply, nothing can be declared until a better inspection. It is public and stays; the next inspection replaces it.

## How premium is shared

act-adopt-premium-plan = Set how your premium is shared
act-adopt-premium-plan-does = The premium of your sales under this programme goes to these payees in these shares, and everybody can read it. A first plan holds at once, a later one after a waiting time. You can replace it with another plan; what was shared out stays so.
act-open-instalment-plan = Offer a producer an instalment plan
act-open-instalment-plan-does = You offer to be paid from each of the producer’s sales, up to the total. Nothing is withheld until the producer accepts. The offer cannot be taken back.
act-accept-instalment-plan = Accept an instalment plan
act-accept-instalment-plan-does = From now on the rate is withheld from each of your sales in this currency for the creditor, until the total is paid. Your payees share what is left. You cannot end it earlier.

## Production

act-declare = Declare production
act-declare-does = You state what was mined in the period and that no other label is used for it. The certifier checks it; when it is approved, credits are issued to the producer. You can take it back until it is decided.
act-approve-declaration = Approve the declaration
act-approve-declaration-does = For the mass that you verified, credits are issued to the producer at once and can be sold. This cannot be undone; a mistake can only be met by a suspension or withdrawal of the certificate.
act-reject-declaration = Reject the declaration
act-reject-declaration-does = No credits are issued, and the producer is told the reason. This is final for this declaration; the same production may be declared again.
act-withdraw-declaration = Take a declaration back
act-withdraw-declaration-does = The declaration ends undecided, and no credits are issued for it. You may declare the same period again.
act-record-physical-sale = Record metal sold as certified
act-record-physical-sale-does = Metal sold as certified must not be in credits as well: mass not yet credited is used up first, then your available credits are cancelled. If that is not enough, the certificate is flagged and no more is issued until it is made good. This cannot be undone.
act-cancel-credits = Cancel unsold credits for good
act-cancel-credits-does = The credits you name leave the register unused, and nobody is paid for them. Everybody can read it, with the reason. This is permanent.

## Transfers

act-transfer = Transfer credits
act-transfer-does = The credits go to the other account: at once within your organisation or to an account you trust, else after a waiting time. While they are on their way you can take them back. After that they are in the receiver’s hands.
act-withdraw-transfer = Take a transfer back
act-withdraw-transfer-does = The credits that are on their way return to your account at once, and the receiver gets nothing. You can transfer them again.
act-refuse-transfer = Refuse a transfer
act-refuse-transfer-does = The credits that are on their way to you return to the sender at once. This cannot be undone; the sender can send them again.
act-trust-account = Trust another’s account
act-trust-account-does = After a waiting time, transfers and deals of yours to this account settle at once, so that you can no longer take them back. You can end this at any time.
act-distrust-account = Trust an account no longer
act-distrust-account-does = From now on transfers and deals of yours to this account wait again, so that you can take them back. What has settled stays so. You can trust it again.

## Holds

act-place-hold = Place a hold
act-place-hold-does = The key, account, organisation or batch is stopped for a while, and what is open of it ends. Everybody can read it, with the reason. It ends by itself unless it is extended, and you can release it earlier.
act-extend-hold = Extend a hold
act-extend-hold-does = The hold lasts for one more term, and everybody can read it. A second person of the operator must approve. It can still be released earlier.
act-release-hold = Release a hold
act-release-hold-does = What was held is free again, unless another hold covers it. What ended when the hold was placed does not come back by itself. After fraud, a second person of the operator must approve.

## Markets and orders

act-open-market = Open a market
act-open-market-does = Credits of this kind can be traded in this currency, at no less than the minimum premium you set. Everybody can see it. A market cannot be closed again, only halted.
act-place-sell-order = Offer credits for sale
act-place-sell-order-does = The credits you name are set aside and shown to buyers at your price. When somebody buys, they leave your account for good and the premium goes to your payees by your plan. You can take back what has not been sold.
act-place-buy-order = Bid for credits
act-place-buy-order-does = The money for your bid and the fee on it is set aside. When an offer meets your price you buy at once and for good; what is not needed returns at once. You can take back what has not been bought.
act-cancel-order = Take an order back
act-cancel-order-does = What is left of the order leaves the market, and what was set aside for it returns at once. What has been traded stays so. You can place a new order.
act-reduce-order = Make an order smaller
act-reduce-order-does = The order gets smaller by the mass you name and keeps its place. What was set aside for that part returns at once. It cannot be made larger again.
act-halt-market = Halt a market
act-halt-market-does = No orders are taken and no deals are made until you open it again. Orders already there stay and can be taken back. Everybody can read the reason.
act-reopen-market = Open a halted market again
act-reopen-market-does = From now on orders and deals are taken again, and the orders that stayed count as before. You can halt it again.
act-set-floor = Set the minimum premium
act-set-floor-does = From now on nobody can offer or bid less. Orders below it are cancelled, and what was set aside for them returns at once. You can change it again, but those orders do not come back.

## Direct deals

act-propose-deal = Propose a direct deal
act-propose-deal-does = You offer one organisation a deal at your price, and your side is set aside: the credits, or the money with the fee. You can take it back until it has settled. Then credits and money have changed hands for good.
act-accept-deal = Accept a deal
act-accept-deal-does = Your side is set aside, and the deal settles at once or after a waiting time. While it waits either side can take it back. Then credits and money have changed hands for good.
act-decline-deal = Decline a deal
act-decline-deal-does = The deal ends, and what the other side had set aside returns to it at once. This cannot be undone; a new deal can be proposed.
act-withdraw-deal = Take a deal back
act-withdraw-deal-does = A deal that has not settled ends for both sides, and what was set aside returns at once. This cannot be undone; a new deal can be proposed.

## Use and retirement

act-record-footprint = Record how much mineral was used
act-record-footprint-does = You state how much of a mineral was used in a period; claims to equal a share of that use rest on it. It cannot be taken back. Only after a retirement that cites it can it be corrected, for a while.
act-record-consent = Record an organisation’s consent
act-record-consent-does = You state that the organisation agreed in writing to be named; until the day you give you can retire credits for it. The paper stays outside the register, which keeps its digest. It cannot be taken back and ends with its last day.
act-retire = Retire credits for good
act-retire-does = The credits are used up for ever for the beneficiary; nobody can sell, move or use them again. The record is public, with what it claims. This is permanent: only a few words can be corrected, for a short time.
act-retire-list = Retire credits for several beneficiaries
act-retire-list-does = All lines are retired, or none. The credits are used up for ever, each line for its beneficiary, and each record is public. This is permanent: only a few words can be corrected, for a short time.
act-correct-retirement = Correct what a retirement says
act-correct-retirement-does = What you give replaces what the record says, and everybody can see both. Credits, beneficiary and kind of claim stay. You can do this once, and once more after an auditor’s finding; it cannot be undone.
act-publish-finding = Publish a finding on a retirement
act-publish-finding-does = Your finding stands beside the retirement for everybody to read. If you dispute it, its claim is no longer shown. You cannot take the finding back; a later one can follow.

## Fields that many acts have

field-account = Account
field-accept-deal-account = Your account
field-cancel-credits-account = Account the credits are in
field-place-buy-order-account = Account the credits go to
field-place-sell-order-account = Account the credits are in
field-propose-deal-account = Your account
field-retire-account = Account the credits are in
field-retire-list-account = Account the credits are in
field-trust-account-account = Account of the other organisation
field-amount = Amount
field-amount-hint = With a decimal point and at most the currency’s own decimals, for example 12750.00
field-batch = Batch
field-blocks = Credits (serial blocks)
field-blocks-hint = One a line, as printed, for example OBK-GLD-CO-K7Q2-2026-0007-00000001-00000250-19
field-certificate = Certificate
field-certifier = Certifier
field-country = Country
field-currency = Currency
field-currency-hint = Three letters, for example USD
field-digest = Digest of the file
field-digest-hint = SHA-256 of the file, worked out in this browser; the file itself is not sent.
field-ecological = Ecological
field-ecological-hint = Mined without mercury and without cyanide
field-effective = Counts from
field-effective-hint = As YYYY-MM-DD; today, or as far back as the programme allows.
field-from = From
field-holder = Holder
field-holder-hint = Who manages the certificate, if it is not the producer. Leave it empty otherwise.
field-key = Public key
field-key-hint = It begins with did:key:.
field-kind = Kind
field-level = Level
field-market = Market
field-mass = Mass
field-mass-hint = In kilograms, for example 2.409
field-mineral = Mineral
field-minerals = Minerals
field-money = Deals and payouts
field-money-hint = Leave it empty to keep the figures of the founding.
field-name = Name
field-open-account-name = Name of the account
field-define-programme-name = Name of the programme
field-register-organisation-name = Registered name
field-note = Note
field-note-hint = Your words stay outside the public log, which keeps only their digest, and can be erased.
field-organisation = Organisation
field-parameters = Rules
field-payee = Payee
field-period-from = First day of the period
field-period-from-hint = As YYYY-MM-DD, for example 2026-01-01
field-period-to = Last day of the period
field-period-to-hint = As YYYY-MM-DD; a period is at most twelve months long.
field-declare-period-to = Last day of the period
field-declare-period-to-hint = As YYYY-MM-DD; before today, in the same calendar year and the same certificate year as the first day.
field-producer = Producer
field-programme = Programme
field-programme-hint = Its code of three letters, for example HZN
field-purpose = Purpose
field-purpose-hint = A code of lower-case letters, digits and underscores, for example annual_claim; everybody can read it.
field-reason = Reason
field-reason-hint = A code of lower-case letters, digits and underscores, for example audit_overdue; others can read it.
field-confirm-receipt-reason = Why less arrived
field-confirm-receipt-reason-hint = Only if less arrived than was sent; a code such as bank_charge.
field-halt-market-reason = Reason
field-halt-market-reason-hint = Choose from the list; everybody can read it.
field-place-hold-reason = Reason
field-place-hold-reason-hint = Choose from the list; everybody can read it.
field-reference = Bank’s reference
field-reference-hint = As the bank gives it: letters without accents, digits and . / - _ : only, at most 64. It is used once.
field-registration-number = Registration number
field-registration-number-hint = As in the official register of the country; letters without accents, digits and . / - _ : only.
field-retirement = Retirement
field-scope = What is counted
field-scope-hint = What the use is counted over, as a code of lower-case letters, digits and underscores, for example products; it appears in the claim.
field-place-hold-scope = Which credits
field-place-hold-scope-hint = Those still with the producer, or all of the batch.
field-to = To
field-until = Last day
field-until-hint = As YYYY-MM-DD; it still counts on that day.
field-place-buy-order-until = Stays until
field-place-buy-order-until-hint = The bid ends with this day in UTC, at most 180 days ahead. Left empty, it stays for 30 days.
field-place-sell-order-until = Stays until
field-place-sell-order-until-hint = The offer ends with this day in UTC, at most 180 days ahead and before the credits expire. Left empty, it stays for 30 days.
field-propose-deal-until = To be accepted by
field-propose-deal-until-hint = Until the end of this day in UTC; a few days ahead at most, as the register sets it.
field-verification = Verification
field-women-led = Led by women

## Organisations and their keys

field-agent = Agent
field-code = Code
field-define-programme-code = Code of the programme
field-define-programme-code-hint = Three capital letters, for example HZN
field-register-organisation-code = Code in serial numbers
field-register-organisation-code-hint = Letter, digit, letter, digit, for example K7Q2; letters without A E I O U Y, digits from 2 to 9.
field-details = Details
field-details-hint = They stay outside the public log, which keeps only their digest, worked out in this browser.
field-set-contact-details-details = Whom the register writes to
field-set-contact-details-details-hint = They stay outside the public log, which keeps only their digest, worked out in this browser.
field-set-contact-details-organisation = For which organisation
field-set-contact-details-organisation-hint = Only when the operator does it for an organisation without a key.
field-set-payout-details-details = Where payouts go
field-set-payout-details-details-hint = They stay outside the public log, which keeps only their digest, worked out in this browser.
field-set-payout-details-organisation = For which payee
field-set-payout-details-organisation-hint = Only when the operator does it for a payee without a key.
field-group = Group
field-register-organisation-group = Group of organisations
field-register-organisation-group-hint = An organisation whose group it joins; its members never trade with each other. Leave it empty for a group of its own.
field-id = Number of the instruction
field-id-hint = It begins with urn:uuid:.
field-keys = First keys
field-keys-hint = Two at least, one of them a recovery key; a mere payee may have none.
field-masses = Limits for credits
field-masses-hint = For a transfer or retirement by one key, per mineral. What is not named has no limit.
field-person = Person
field-person-hint = A label such as first or office_2, never a name: lower-case letters, digits and underscores, at most 16.
field-proposal = Proposal
field-approve-digest = Digest of the proposal
field-approve-digest-hint = It ties your signature to exactly what the first person signed.
field-add-key-purpose = Kind of key
field-add-key-purpose-hint = Signing for every day, recovery for the printed key in the safe.
field-add-key-for-purpose = Kind of key
field-add-key-for-purpose-hint = Signing for every day, recovery for the printed key in the safe.
field-register-organisation-purpose = Kind of key
field-register-organisation-purpose-hint = Signing for every day, recovery for the printed key in the safe.
field-roles = Roles
field-structure = Structure
field-structure-hint = How the mining organisation is built; for producers only.
field-set-limits-mass = Limit
field-set-limits-mass-hint = In kilograms, for example 2.409
field-values = Limits for money
field-values-hint = For an order, deal or withdrawal by one key, per currency. What is not named has no limit.
field-value = Amount

## The register itself

field-did = Identifier (DID)
field-did-hint = It begins with did:web: or did:key:.
field-issuer = Key for statements
field-log-key = Key of the log
field-log-key-hint = Name, number and key in one line, with plus signs between them.
field-operator = Operator
field-origin = Name of the log
field-persons = First persons
field-possession = Signature of the new key
field-possession-hint = It proves that the new key is in the register’s hands.
field-previous = What became of the key before it
field-rules = Version of the rules
field-correction-after-finding-days = Days to correct a retirement after a finding
field-correction-hours = Hours to correct a retirement
field-deal-days-max = Days in which a deal can be accepted, at most
field-details-wait-hours = Hours that changed contact or payout details wait
field-finding-due-days = Days in which an auditor’s finding is due
field-fraud-hold-days = Days that credits stay held after fraud, at least
field-hold-days = Days after which a hold ends by itself
field-key-wait-hours = Hours that a key added by the operator waits
field-proposal-lapse-days = Days after which a proposal lapses
field-receipt-reminder-days = Days after which a missing receipt is called due
field-receipt-tolerance = How much may be missing from a payout
field-receipt-tolerance-hint = In percent, for example 1. Ten whole units of the currency are always allowed.
field-receipt-unconfirmed-days = Days after which a payout is publicly unconfirmed
field-transfer-wait-hours = Hours that a transfer to others waits
field-triage-days = Working days to take up a grievance
field-triage-grave-hours = Hours to take up a grievance about violence or children
field-trust-wait-hours = Hours until an account is trusted

## Grievances and holds

field-decision = Decision
field-grievance = Number of the case
field-grievance-hint = 64 digits and letters, as the list of grievances shows them.
field-hold = Hold
field-outcome = Outcome
field-severity = How grave it is
field-target = What is stopped

## Money at the bank

field-deposit = Deposit
field-correct-money-from = Taken from
field-correct-money-from-hint = bank, fees, suspense, operator_loss, or cash: followed by the organisation’s id
field-correct-money-to = Given to
field-correct-money-to-hint = bank, fees, suspense, operator_loss, or cash: followed by the organisation’s id
field-mends = Entry that it mends
field-mends-hint = Its number in the log
field-on = Day of the statement
field-on-hint = As YYYY-MM-DD; not after today.
field-statement = Balance on the statement
field-statement-hint = With a decimal point and at most the currency’s own decimals, for example 12750.00

## Payouts

field-accepted = The bank accepted it
field-rejected = The bank rejected it
field-returned = It was paid and came back
field-settled = The bank paid it
field-unknown = Nobody knows
field-unknown-hint = It may have been paid: it is never sent again.
field-exchange = Payment in another currency
field-exchange-hint = Information only: nothing is converted in the register.
field-expected = Amount expected to arrive
field-expected-hint = With a decimal point and at most the currency’s own decimals; a currency without cents takes whole numbers.
field-file = Payment file
field-instruct-payouts-digest = Digest of the payment file
field-instruct-payouts-digest-hint = SHA-256 of the very file that the bank received, worked out in this browser.
field-paper = Paper receipt
field-paper-hint = For a payee without a key: SHA-256 of the scanned receipt, worked out in this browser.
field-payout = Payout
field-payouts = Payouts
field-payouts-hint = Their codes, beginning with pay_, one a line; all of one currency and one way of payment, 200 at the most.
field-rail = Way of payment
field-rate = Rate
field-open-instalment-plan-rate = Share of each sale
field-open-instalment-plan-rate-hint = In percent, for example 10
field-plan-payout-rate = Rate of exchange
field-plan-payout-rate-hint = With a decimal point, as it is quoted, for example 3712.5
field-received = Amount received
field-received-hint = What arrived, with a decimal point, for example 6500.00
field-report = Report
field-publish-finding-report = Your report
field-publish-finding-report-hint = SHA-256 of the report, worked out in this browser; the report itself is not sent.
field-report-payout-report = What the bank says
field-source = Who quotes the rate
field-source-hint = A code of lower-case letters, digits and underscores, for example central_bank

## Programmes and certifiers

field-accreditation = Accreditation
field-accredit-from = First day
field-accredit-from-hint = As YYYY-MM-DD, for example 2026-01-01
field-claims = Permitted claims
field-effective-from = In force from
field-effective-from-hint = As YYYY-MM-DD; not before today.
field-equivalence = Equivalence
field-extent = How much is accepted
field-from-date = First day
field-from-date-hint = As YYYY-MM-DD, for example 2026-01-01
field-record-equivalence-from = Level that is accepted
field-record-equivalence-to = Level it is accepted as
field-revoke-equivalence-effective = No longer holds from
field-revoke-equivalence-effective-hint = As YYYY-MM-DD; today or later, or as far back as the programme allows.
field-levels = Levels
field-version = Version
field-version-hint = 1 for the first, then one more each time.
field-administration-bps-max = Most for certification and administration
field-administration-bps-max-hint = In percent, for example 15
field-approve-within-days = Days to approve production after a certificate’s end
field-audit-age-months-max = Oldest audit allowed, in months
field-audit-thresholds = When an auditor’s finding is due
field-audit-thresholds-hint = For each mineral, what a beneficiary may retire in 365 days without a finding.
field-define-programme-mass = Threshold in 365 days
field-define-programme-mass-hint = In kilograms, for example 5
field-community-bps-min = Least share for the community
field-community-bps-min-hint = In percent, for example 10
field-compliant-bps-min = Least share of members that comply
field-compliant-bps-min-hint = In percent, for example 80
field-declare-within-days = Days to declare production after a certificate’s end
field-effective-days-back = Days that a change may count back
field-entry-months-max = Months at entry level, at most
field-fee-bps = Buyer’s fee
field-fee-bps-hint = In percent, for example 1
field-holder-bps-max = Largest share for the holder
field-holder-bps-max-hint = In percent, for example 10
field-inspection-age-months-max = Oldest inspection allowed, in months
field-instalment-bps-max = Highest instalment for certification
field-instalment-bps-max-hint = In percent of each sale, for example 10
field-plan-wait-days = Days until a new premium plan holds
field-prefinance-bps-max = Highest repayment of pre-finance
field-prefinance-bps-max-hint = In percent of each sale, for example 20
field-resale = Resale
field-retire-within-months = Months to retire credits after purchase
field-unsold-months = Months that unsold credits last
field-women-bps-min = Least share for women
field-women-bps-min-hint = In percent, for example 15

## Certificates

field-audited-on = Day of the audit
field-audited-on-hint = As YYYY-MM-DD; not after today.
field-cause = Cause
field-cause-hint = With fraud, bought credits are held as well.
field-compliant = Share of members that comply
field-compliant-hint = In percent, for example 92.5
field-continues = Certificate that it continues
field-continues-hint = When it renews an earlier one or goes a level up.
field-failed = Members taken out of the volume
field-failed-hint = How many failed; 0 if none.
field-grant-certificate-group = Group of members
field-grant-certificate-group-hint = Only for a group with an internal inspection.
field-inspected-on = Day of the internal inspection
field-inspected-on-hint = As YYYY-MM-DD; not after today.
field-mandate = Powers of the holder
field-mandate-hint = What the holder may do for the producer; nothing, if left empty.
field-maximum = Yearly maximum
field-maximum-hint = In kilograms that count as credits, such as fine gold, for example 40.5
field-extend-maximum-maximum = New yearly maximum
field-extend-maximum-maximum-hint = In kilograms; more than it is now.
field-record-inspection-maximum = New yearly maximum
field-record-inspection-maximum-hint = In kilograms, without the members who failed; leave it empty to keep the present one.
field-members = Members
field-region = Region
field-region-hint = ISO 3166-2, for example CO-ANT
field-site = Site
field-site-hint = The programme’s own name of the site, never coordinates; letters without accents, digits and . / - _ : only.
field-valid-from = Valid from
field-valid-from-hint = As YYYY-MM-DD; the years of the certificate run from this day.
field-valid-to = Last day
field-valid-to-hint = As YYYY-MM-DD; the certificate still counts on that day.

## How premium is shared

field-adopt-premium-plan-kind = What the share is for
field-open-instalment-plan-kind = What is paid back
field-payees = Payees
field-payees-hint = Their shares must make 100 % together.
field-plan = Instalment plan
field-share = Share
field-share-hint = In percent of what is left after instalments, with at most two decimals, for example 54.33; it is signed in hundredths, as 5433.
field-total = Total to be paid
field-total-hint = With a decimal point and at most the currency’s own decimals, for example 1500.00

## Production

field-declaration = Declaration
field-evidence = Evidence files
field-evidence-hint = SHA-256 of each file, worked out in this browser; 20 files at the most.
field-exclusive = No other label is used
field-exclusive-hint = You state that this production is sold under no other certified claim than you give here.
field-gross = Gross mass
field-gross-hint = In kilograms as weighed, for example 20.412
field-ppm = Grade or fineness
field-ppm-hint = Parts per million, without commas: 916000 for 22-carat gold, 1000000 for pure metal
field-sold-on = Day of the sale
field-sold-on-hint = As YYYY-MM-DD; not after today.
field-sold-physically = Sold as certified metal
field-sold-physically-hint = Fine mass of this production in kilograms, for example 1.2; 0 if none.
field-record-physical-sale-mass = Mass sold as certified
field-record-physical-sale-mass-hint = Fine mass in kilograms, for example 1.2; 0 to make good what was short before.
field-verified = Mass that you verified
field-verified-hint = Fine mass in kilograms, for example 16.33; not more than was declared.

## Transfers

field-transfer = Transfer
field-transfer-from = From account
field-transfer-from-hint = Your account that the credits are in
field-transfer-to = To account
field-transfer-to-hint = Of your own organisation, of your group, or of your agent or principal; it begins with acc_.

## Markets, orders and deals

field-by = Reduce by
field-by-hint = In kilograms, for example 0.5; less than what is left of the order.
field-client-order = Your own name for the order
field-client-order-hint = Letters without accents, digits and . / - _ : only, at most 64; none of your open orders has it.
field-counterparty = Other side
field-countries = Countries
field-countries-hint = Codes of two letters, such as CO, one a line. Only what was mined there; empty for any.
field-deal = Deal
field-floor = Minimum premium per kilogram
field-floor-hint = With a decimal point, for example 2000.00; a whole number of price steps.
field-set-floor-floor = New minimum premium per kilogram
field-set-floor-floor-hint = With a decimal point, for example 2000.00; orders below it are cancelled.
field-minimum = Least value of an order
field-minimum-hint = With a decimal point, for example 50.00
field-order = Order
field-price = Price per kilogram
field-price-hint = The premium only, not the metal; with a decimal point, for example 4200.00
field-place-buy-order-price = Highest price per kilogram
field-place-buy-order-price-hint = The premium only, not the metal; with a decimal point, for example 4200.00. You may pay less, never more.
field-place-sell-order-price = Least price per kilogram
field-place-sell-order-price-hint = The premium only, not the metal; with a decimal point, for example 4200.00. You may get more, never less.
field-producers = Producers
field-producers-hint = Their codes, beginning with org_, one a line. Only what these have mined; empty for any.
field-restriction = Only credits from
field-restriction-hint = What your bid takes; left empty, anything in this market.
field-side = You want to
field-structures = Structures
field-structures-hint = Only from such mining organisations; leave it empty for any.
field-tick = Price step per kilogram
field-tick-hint = With a decimal point, for example 10.00; all prices are whole numbers of it.
field-time-in-force = How long it stays
field-unnamed = Hide my name
field-unnamed-hint = The list of offers then shows neither you nor the batch.
field-years = Years of production
field-years-hint = For example 2026, one a line; empty for any.

## Use and retirement

field-basis = What the figure is
field-beneficiary = Beneficiary
field-beneficiary-hint = An organisation, never a person; written exactly as it is registered or as its consent names it.
field-record-footprint-beneficiary = Whose use it is
field-record-footprint-beneficiary-hint = Only when you record it as an agent; empty, it is your own.
field-claim = Claim
field-claim-hint = The register writes its words, and everybody can read them.
field-match = Equals a share of the use
field-none = No claim
field-none-hint = For the holder itself only; the record is public all the same.
field-premium = How much premium arrived
field-premium-hint = Only once payees have signed receipts for some of it.
field-step = Supports miners at entry level
field-support = Supported certified production
field-consent = Consent
field-consent-hint = By which an agent retires for an organisation that is no member.
field-record-consent-digest = Digest of the signed consent
field-record-consent-digest-hint = SHA-256 of the document, worked out in this browser; the document itself is not sent.
field-footprint = Recorded use of the mineral
field-footprint-hint = The use of which the credits equal a share.
field-correct-retirement-footprint = Corrected use of the mineral
field-correct-retirement-footprint-hint = Only for a claim that equals a share of the use; leave it empty to keep it.
field-correct-retirement-mass = Mass used
field-correct-retirement-mass-hint = Fine or contained mass in kilograms, for example 3.6
field-record-footprint-mass = Mass used
field-record-footprint-mass-hint = Fine or contained mass in kilograms, for example 3.6
field-lines = Lines
field-lines-hint = One for each beneficiary, 50 at the most.
field-method = How it was worked out
field-method-hint = A code of lower-case letters, digits and underscores, for example bill_of_materials
field-principal = Member you retire for
field-principal-hint = Only as its agent; empty, the credits are retired for yourself.
field-product = Product or campaign
field-product-hint = A name of 80 characters at the most; it must not claim anything of its own.
