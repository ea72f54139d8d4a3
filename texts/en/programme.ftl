# Programmes: the list with the rules of the register, and the page of one.

programme-accepted-as = { $from } is accepted as { $to }
programme-basis = What counts
programme-certificates = Certificates
programme-certificates-told = { $count ->
    [0] no certificate in force
    [one] one certificate in force
   *[other] { $count } certificates in force
  }
programme-certifiers = Certifiers
programme-changed = { $after }, before { $before }
programme-claims = What a buyer may claim:
programme-complaints = Grievances and holds
programme-credits = Credits
programme-ecological = also ecological
programme-equivalences = Equivalences
programme-equivalences-lead = Levels of different programmes that are accepted as each other’s. They create no credits and change no claim.
programme-fee-told = Buyer’s fee { $fee }
programme-first = The first version.
programme-levels = Levels
programme-levels-lead = A certificate is granted at one level. It decides what may be claimed with credits from it.
programme-list = Programmes
programme-list-lead = A programme sets the rules by which production is certified and credits are issued, sold and claimed.
programme-lot = Smallest mass
programme-mineral = Mineral
programme-minerals = Minerals
programme-minerals-lead = One credit stands for one kilogram of what counts.
programme-money = Premium and fees
programme-no-certifier = No certifier is accredited yet.
programme-no-change = No rule was changed.
programme-no-threshold = none
programme-none = There is no programme yet. Once the operator defines one, it stands here with its rules.
programme-paying = Deals and payouts
programme-records = Records
programme-register = Rules of the register
programme-register-lead = They hold for everybody, whatever the programme.
programme-revoked = ended on { $day }
programme-rules = Rules
programme-safety = Keys and transfers
programme-threshold = Auditor’s finding due above
programme-version-from = Version { $version }, from { $day } on
programme-version-since = Version { $version }, in force since { $day }
programme-versions = Versions
programme-withdrawn = withdrawn on { $day }
