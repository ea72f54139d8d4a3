# Producers: the list, and the page of one.

producer-all = Show all
producer-any = Any
producer-audited = Audited on
producer-batch-told = { $issued } issued · { $retired } retired · { $outstanding } left
producer-batches = Batches
producer-by-month = { $mineral }, issued and retired by month
producer-cancelled = cancelled
producer-case-closed = Closed on { $day }: { $outcome }.
producer-certificate = Certificate
producer-certificates = Certificates
producer-certifier = Certifier
producer-code = Code in serial numbers
producer-concerns = Grievances
producer-confirmed = receipt signed
producer-country = Country
producer-credits = Credits
producer-credits-lead = One credit stands for one certified kilogram. Retired credits are used up for good.
producer-declared = Declared production
producer-declared-lead = Seen by the producer, its certifier and auditors only.
producer-expired = expired
producer-fine = Mass that counts
producer-found = { $count ->
    [one] One producer
   *[other] { $count } producers
  }
producer-held = Held: { $reason }
producer-holder = Holder of the certificate
producer-inspected = Inspection of members
producer-inspected-told = { $members ->
    [one] { $day }: one member, { $compliant } keep the rules
   *[other] { $day }: { $members } members, { $compliant } keep the rules
  }
producer-issued = issued
producer-issued-of = { $mass } of { $mineral } issued
producer-list = Producers
producer-list-lead = Mining organisations that were granted a certificate. No miner’s name and no exact place is kept here.
producer-maximum = Yearly maximum
producer-mineral = Mineral
producer-name = Name
producer-no-certificate = No certificate was granted to it yet. Once one is, its state and history stand here.
producer-no-concern = Nothing was taken up about it.
producer-no-plan = It has no premium plan in force. Before its first sale it must publish one.
producer-no-premium = There is no month to show yet.
producer-no-retirement = None of its credits was retired yet. Each retirement will stand here, with whom it is for.
producer-none = No certificate was granted yet. Producers stand here once one is.
producer-none-found = No producer is like that. Try part of the name, or another country or mineral.
producer-note-ended = It has ended. Credits issued before can still be sold and retired.
producer-note-fraud = It was withdrawn for fraud. Unsold credits are cancelled, sold ones are held, and retirements from them carry a warning.
producer-note-oversold = More was sold than is covered. Nothing is issued until this is made good.
producer-note-suspended = Nothing can be declared or issued, and unsold credits are held. Credits bought before stay usable.
producer-note-withdrawn = It was withdrawn for good. Its unsold credits are cancelled; credits bought before stay usable.
producer-outstanding = left
producer-paid = left the bank
producer-payee = Who is paid
producer-period = Period
producer-plan = { $code }, in force since { $day }
producer-plan-lead = What is left of each premium after instalments is shared like this. The plan was signed by the producer.
producer-plan-title = Where the premium goes
producer-premium = What became of the premium
producer-premium-by-month = Premium in { $currency } by month
producer-premium-lead = By signed receipts of those who were paid. A month is told 30 days after its end, in figures rounded down to two digits, so that nobody learns what a buyer paid.
producer-raise = Raise a grievance
producer-raise-lead = You need no account and no name.
producer-retired = retired
producer-retirements = Latest retirements
producer-retirements-lead = Each is shown with its whole mass, which may be of several producers.
producer-routed = routed to the payees
producer-search = Search
producer-share = Share
producer-split = Of what is left: { $available } available, { $escrowed } set aside, { $frozen } held.
producer-state = State
producer-structure = Kind of organisation
producer-terms = Terms of the certificate
producer-unconfirmed = { $count ->
    [one] One payout left the bank long ago, and no receipt is signed yet.
   *[other] { $count } payouts left the bank long ago, and no receipt is signed for them yet.
  }
producer-valid = Valid
producer-verified = Verified
producer-was-expired = It expired
producer-was-granted = Granted by { $certifier }
producer-was-reinstated = Suspension lifted by { $certifier }
producer-was-surrendered = The producer gave it back
producer-was-suspended = Suspended by { $certifier }
producer-was-withdrawn = Withdrawn by { $by } ({ $cause })
producer-where = Where
producer-who = Who it is
producer-women-led = Led by women
