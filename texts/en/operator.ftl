# The operator’s desk.

operator-about = About
operator-accounts = Accounts
operator-accounts-none = It has no account yet.
operator-accreditations = Who may certify
operator-accreditations-none = Nobody is accredited yet. Accredit a certifier first; it then grants certificates.
operator-approve-one = Approve this one
operator-approved-at = Approved
operator-approvers = Who can approve
operator-approvers-none = nobody now: another person needs a key first
operator-balances = At the bank
operator-balances-lead = What the register holds for everybody, beside what the bank said last.
operator-balances-none = Nothing was ever booked at the bank.
operator-bank = Bank and deposits
operator-bank-accepted = The bank accepted it
operator-bank-else = The bank says something else
operator-bank-lead = Money that arrived is booked by its bank reference, each once. A second person approves.
operator-bank-paid = The bank paid it
operator-bank-search = Member or bank reference
operator-booked-at = Booked
operator-booked-then = The register held then
operator-came-back = It came back
operator-case = Number of the case
operator-certificate = Number of the certificate
operator-certificates = Certificates
operator-certificates-none = It takes part in no certificate.
operator-certifier = Certifier
operator-close = Close for good
operator-closed = This page is not open to your role
operator-closed-text = It shows what people of your role do not see. An admin of your organisation can give you another role, on the page “People”.
operator-code = Code
operator-country = Country
operator-decision = Decision
operator-deposits = Deposits
operator-deposits-none = No deposit is found. When money arrives, book it with the bank’s reference.
operator-deposits-of = See its deposits
operator-deposits-unassigned = Whose owner is not known
operator-deposits-unassigned-none = Every deposit has its owner.
operator-details = Where it is paid
operator-details-change = A change waits until
operator-details-none = not known yet: it cannot be paid
operator-differs = differs from the statement of { $day }
operator-end = End it
operator-ended = ended on { $day }
operator-ending = Certificates to watch
operator-ending-lead = Their certifiers act; you remind them, and stop what must be stopped.
operator-ending-none = No certificate ends within 90 days without a new one.
operator-ending-soon = Ending within 90 days
operator-ends = ends on { $day }
operator-equivalences = What counts as what
operator-equivalences-none = No equivalence was recorded.
operator-expected = Expected to arrive
operator-extend = Extend
operator-extent = How much is accepted
operator-failed-tries = Failed tries
operator-failure = What went wrong
operator-fee = Buyer’s fee
operator-fees = Fees of the operator
operator-file = Payment file
operator-file-broken = { $count ->
    [one] one payout of it was cancelled: cancel the others as well, and plan them anew
   *[other] { $count } payouts of it were cancelled: cancel the others as well, and plan them anew
}
operator-file-cancel = Cancel { $amount } to { $payee }
operator-file-download = Download the payment file
operator-file-unconfigured = cannot be made: the configuration says nothing of { $missing }
operator-file-waits = to be handed to the bank
operator-floor = Minimum premium per kg
operator-fraud = Withdrawn for fraud
operator-fraud-none = No certificate was withdrawn for fraud.
operator-given-up = given up
operator-grievances = Grievances
operator-grievances-closed = Closed cases
operator-grievances-lead = What was written is for handlers alone: it stands in no log, and nothing is kept of whoever wrote it.
operator-grievances-none = There is no such case.
operator-grievances-open = Open cases
operator-grievances-overdue = Overdue cases
operator-group = Group
operator-group-fails = too few members comply: it must be suspended
operator-halt = Halt
operator-holds = Holds
operator-holds-from = holds from { $day }
operator-holds-lead = A hold works at once, is public with its reason, and ends by itself. Extending it needs a second person.
operator-holds-none = Nothing is held. A key, an account, an organisation or a batch can be.
operator-holds-of = What is held
operator-holds-of-none = Nothing of it is held.
operator-holds-open = In force
operator-holds-search = Name of what is held
operator-hook-disabled = disabled
operator-hook-fails = fails, and is tried again
operator-hooks = Webhooks that fail
operator-hooks-none = Every webhook delivers.
operator-in-force = in force since { $day }
operator-inspection-due = its inspection is too old: nothing is issued
operator-key = Public key
operator-keys = Keys
operator-keys-lead = By the persons whose they are. Only the organisation itself can revoke a key; you can hold one that is in wrong hands.
operator-keys-none = It has no key.
operator-lapses = ends by itself on { $time }
operator-lapses-never = until it is released
operator-last-day = Last day
operator-letter-audit-duty = Audit due
operator-letter-bank-details-changed = Change of payout details
operator-letter-certificate-expiring = Certificate ends soon
operator-letter-confirm-receipt = Reminder of a receipt
operator-letter-contact-changed = Change of contact details
operator-letter-credits-issued = Credits issued
operator-letter-declaration-approved = Declaration approved
operator-letter-declaration-received = Declaration received
operator-letter-declaration-rejected = Declaration rejected
operator-letter-frozen = Hold
operator-letter-invitation = Invitation
operator-letter-key-changed = Change of a key
operator-letter-login = Link to log in
operator-letter-payout-sent = Payout sent
operator-letter-premium-paid = Premium routed
operator-letter-retirement-statement = Retirement statement
operator-letter-trade-confirmation = Trade
operator-letter-transfer-waiting = Transfer on its way
operator-letter-webhook-disabled = Webhook disabled
operator-letters = Letters that did not arrive
operator-letters-none = No letter was given up.
operator-letters-waiting = { $count ->
    [one] One letter waits to be sent.
   *[other] { $count } letters wait to be sent.
}
operator-levels = Levels
operator-loss = Borne by the operator
operator-lot = Smallest mass
operator-made-at = Made
operator-markets = Halts and markets
operator-markets-all = All markets
operator-markets-lead = A halted market takes no orders; those that are there stay, and can be taken back. Everybody reads why.
operator-markets-none = There is no market yet. Open one for a kind of credits and a currency.
operator-member = The member
operator-member-itself = Who it is
operator-members = Members
operator-members-found = Found
operator-members-lead = Those that cannot act stand first: suspended, or without a confirmed key.
operator-members-none = Nobody is called so. Look for a part of the name, the code, the registration number, or a whole public key.
operator-members-search = Name, code, number or public key
operator-minerals = Minerals
operator-minimum = Least value of an order
operator-money = Money
operator-next-try = Tried next
operator-next-version = Prepare the next version
operator-no-money = It holds no money
operator-notices = Notices that failed
operator-notices-lead = Tell these members another way, and mend the address with them. That you looked stands in their security log.
operator-number = Number
operator-of-sales = From sales of
operator-organisation = Organisation
operator-outcome = Outcome
operator-oversold = sold more than it covers: nothing is issued
operator-paid = Paid
operator-paid-at = { $count ->
    [one] a day ago, { $time }
   *[other] { $count } days ago, { $time }
}
operator-parameters = Waiting times and limits
operator-parameters-lead = They hold for everybody. A change needs a second person, and counts for what is decided afterwards.
operator-parameters-now = In force now
operator-payee = The payee
operator-payee-held = the payee is held: it cannot go
operator-payee-inactive = the payee is not active: it cannot go
operator-payee-no-details = nobody knows where to pay it
operator-payments = Payouts
operator-payments-bank = With the bank
operator-payments-bank-lead = Record what the bank says, each with its reference. What nobody knows of is never sent again.
operator-payments-bank-none = The bank owes no answer.
operator-payments-files = To hand to the bank
operator-payments-files-lead = Download the file, hand it over once, and say so with the very same file.
operator-payments-files-none = No approved file waits. Approve planned payouts first.
operator-payments-lead = Two persons let a payout go; the bank gets it by file; its answer is recorded here.
operator-payments-planned = To approve
operator-payments-planned-none = No payout is planned. Plan one from the premium that waits below.
operator-payments-together = { $count ->
    [one] One payout · { $sum }
   *[other] { $count } payouts · { $sum }
}
operator-people = Invite people
operator-placed-by = Placed by
operator-plan = Plan its payout
operator-plannable = to be planned
operator-premium = Premium that waits for its payees
operator-premium-lead = What sales brought them, and nobody has planned to pay. A payee without keys needs you to say where it is paid.
operator-premium-none = All premium is paid, or planned to be.
operator-producer = Producer
operator-programmes = Programmes
operator-programmes-none = There is no programme yet. Define one before anything else.
operator-proposals = Proposals
operator-proposals-lead = What one person of the operator proposed takes effect when another has signed it too.
operator-proposals-none = Nothing waits for a second person.
operator-proposals-open = Waiting for a second person
operator-proposed-by = Proposed by
operator-rail = Way of payment
operator-reason = Reason
operator-receipt-reminded = receipt missing: remind the payee
operator-receipt-unconfirmed = publicly unconfirmed
operator-receipts = Missing receipts
operator-receipts-lead = One letter asks payees for it when the bank has paid; after that, remind them yourself. In the end the public is told. Where nothing arrived, ask the bank.
operator-receipts-missing = Paid, and not signed for
operator-receipts-none = Every payout that was paid has its receipt.
operator-reconciled = agrees with the statement of { $day }
operator-reconciled-never = never compared with the bank
operator-reference = Reference
operator-registration = Registration number
operator-reinstate = Lift the suspension
operator-release = Release
operator-reopen = Open again
operator-replaced = replaced
operator-roles = Roles
operator-rules = Programmes and rules
operator-rules-lead = Everybody can read these. A version is never changed: a later one takes its place.
operator-scope = Which credits
operator-severity = How grave, by its handler
operator-severity-wished = How grave, by its sender
operator-since = Since
operator-statement = The bank’s statement said
operator-structure = Structure
operator-suspend = Suspend
operator-suspense = In suspense
operator-tick = Price step per kg
operator-took-back = The bank took it back
operator-tried = Tried
operator-tries = { $count ->
    [one] once, on { $last }
   *[other] { $count } times, last on { $last }
}
operator-unsound = Not in order
operator-unsound-none = No certificate is oversold, and every group complies.
operator-until = until { $day }
operator-verification = Verification
operator-version = version { $version }
operator-waits-certificates = { $count ->
    [one] One certificate ends within 30 days
   *[other] { $count } certificates end within 30 days
}
operator-waits-deposits = { $count ->
    [one] One deposit has no known owner
   *[other] { $count } deposits have no known owner
}
operator-waits-files = { $count ->
    [one] One payment file is to be handed to the bank
   *[other] { $count } payment files are to be handed to the bank
}
operator-waits-grievances = { $count ->
    [one] One grievance waits for a handler
   *[other] { $count } grievances wait for a handler
}
operator-waits-holds = { $count ->
    [one] One hold lapses within 7 days
   *[other] { $count } holds lapse within 7 days
}
operator-waits-hooks = { $count ->
    [one] One webhook fails
   *[other] { $count } webhooks fail
}
operator-waits-letters = { $count ->
    [one] One letter did not arrive
   *[other] { $count } letters did not arrive
}
operator-waits-markets = { $count ->
    [one] One market is halted
   *[other] { $count } markets are halted
}
operator-waits-members = { $count ->
    [one] One organisation has not confirmed a key
   *[other] { $count } organisations have not confirmed a key
}
operator-waits-planned = { $count ->
    [one] One payout waits for approval
   *[other] { $count } payouts wait for approval
}
operator-waits-premium = { $count ->
    [one] One payout of premium can be planned
   *[other] { $count } payouts of premium can be planned
}
operator-waits-proposals = { $count ->
    [one] One proposal waits for a second person
   *[other] { $count } proposals wait for a second person
}
operator-waits-receipts = { $count ->
    [one] One payout lacks its receipt
   *[other] { $count } payouts lack their receipts
}
operator-waits-unknown = { $count ->
    [one] Of one payout nobody knows what became
   *[other] Of { $count } payouts nobody knows what became
}
operator-withdraw = Withdraw
operator-withdrawn = withdrawn on { $day }
operator-works-from = Works from
