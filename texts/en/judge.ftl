# The desks of those who judge: certifiers and auditors.

## Certifier: what waits

certifier-waits-application = { $name } has applied for a certificate
certifier-waits-audit = The audit of { $name } is under way
certifier-waits-declaration = { $by } has declared { $mass }
certifier-waits-end = The certificate of { $name } ends soon
certifier-waits-inspection = The group { $name } needs a new inspection
certifier-waits-more = { $others ->
    [one] One more declaration waits
   *[other] { $others } more declarations wait
}
certifier-waits-suspension = Suspend { $name }: too few members comply

## Certifier: the queue

certifier-declarations = Declarations
certifier-declarations-lead = A declaration becomes credits only when you approve it. Look at the evidence and the arithmetic before you decide.
certifier-declaration-of = { $name }: { $period }
certifier-to-judge = Waiting for you
certifier-to-judge-lead = The one that lapses first stands first.
certifier-none-to-judge = No declaration waits. When a producer that you certify declares what it mined, it stands here.
certifier-judged = Decided
certifier-none-judged = Nothing has been decided yet.
certifier-judge = Look and decide
certifier-class = Credits
certifier-would-issue = Credits if approved in full
certifier-would-be-refused = none: an approval in full would be refused
certifier-files = { $files ->
    [one] one file
   *[other] { $files } files
}
certifier-files-here = { $files ->
    [one] one file, { $here } here
   *[other] { $files } files, { $here } here
}

## Certifier: one declaration

certifier-lapses = lapses { $time } if nobody decides
certifier-certificate = Certificate
certifier-batch = Credits issued
certifier-declared-on = Declared
certifier-period = Period
certifier-valid = Valid
certifier-year = Certificate year
certifier-audited-on = Day of the audit
certifier-holder = Holder of the certificate
certifier-site = Site
certifier-grievance = { $grave } – taken up { $since }, still open
certifier-grievances = A grievance is open about this producer, certificate or its credits
certifier-evidence = Evidence
certifier-evidence-lead = The producer signed the digest of each file. A file that is here has been checked to be the very one.
certifier-file = File { $number }
certifier-file-open = Open file { $number }
certifier-files-not-for-you = Your role does not read documents. Ask an administrator of your organisation.
certifier-sums = The arithmetic
certifier-sum-what = Step
certifier-sum-mass = Mass
certifier-sum-gross = Gross mass, as weighed
certifier-sum-fineness = × grade or fineness
certifier-sum-fine = Fine mass declared
certifier-sum-maximum = Yearly maximum
certifier-sum-issued-before = Issued in this year
certifier-sum-pending = Other declarations that wait
certifier-sum-sold-before = Sold as certified metal in this year
certifier-sum-sold = Sold as certified metal, of this production
certifier-sum-room = Room left in the year
certifier-sum-verified = Mass that you verify
certifier-sum-carry = Kept from before, less than a lot
certifier-sum-cut = Cut off by the maximum
certifier-sum-kept = Kept for the next time, less than a lot
certifier-sum-issued = Credits that you would issue
certifier-sum-refused = For this mass the register would refuse your approval
certifier-others = Other declarations of this year and site
certifier-no-others = Nothing else was declared in this certificate year, and nothing touches the period.
certifier-sold = Sold as certified
certifier-state = State
certifier-touches = touches this period
certifier-checks = What the register checks
certifier-checks-lead = An approval is refused unless all of this holds.
certifier-holds = holds
certifier-broken = does not hold
certifier-rule-independence = You are of no group with the producer or the holder.
certifier-rule-accreditation = You are accredited for this programme and mineral today.
certifier-rule-open = Nobody has decided the declaration yet.
certifier-rule-production = The certificate takes production, and no more was sold than it covers.
certifier-rule-members = Enough members of the group comply.
certifier-rule-inspection = The group’s inspection is recent enough.
certifier-rule-period = Every day of the period was certified.
certifier-rule-audit = The audit is recent enough.
certifier-decision = Your decision
certifier-verified = Fine mass that you verified, in kilograms
certifier-verified-hint = Not more than was declared. You sign on the next page.
certifier-review-approval = Review the approval
certifier-reckon-again = Reckon again

## Certifier: certificates

certifier-certificates = Certificates
certifier-certificates-lead = Whom you certify, who has applied, and what soon runs out.
certifier-certificate-of = { $name }: { $what }
certifier-groups = Inspections of groups
certifier-groups-lead = A group’s members are inspected every year. Without a recent inspection, or with too few members who comply, nothing is issued.
certifier-by-inspection = By the end of the inspection
certifier-no-groups = You certify no group. A certificate becomes a group’s when it is granted with a number of members.
certifier-applications = Applications
certifier-no-applications = Nobody has applied. An application to you stands here until you grant or reject it.
certifier-in-force = In force, the soonest end first
certifier-none-in-force = No certificate of yours is in force.
certifier-ended = Ended
certifier-none-ended = None has ended yet.
certifier-accreditations = What you may certify
certifier-no-accreditations = You are not accredited. Ask the operator.
certifier-accreditation-counts = counts today
certifier-accreditation-not-now = does not count today
certifier-accreditation-withdrawn = withdrawn { $day }
certifier-minerals = Minerals
certifier-verification = Verified
certifier-applied-on = Applied
certifier-inspected-on = Inspected
certifier-inspection-until = The inspection counts until
certifier-comply = Members who comply
certifier-members = Members
certifier-failed = Taken out of the volume
certifier-must-suspend = You must suspend it
certifier-too-few = too few members comply
certifier-valid-to = Last day
certifier-room-left = Room left in the year
certifier-open-declarations = Declarations that wait
certifier-since = Since
certifier-now = What it says
certifier-number = Number
certifier-producer = Producer
certifier-mandate = Powers of the holder
certifier-held = Unsold credits held since
certifier-oversold = More sold than covered
certifier-continues = The certificate before it
certifier-years = Its years
certifier-no-years = Nothing has been declared under it yet.
certifier-year-from = Year from { $day }
certifier-uncredited = Approved, cut off by the maximum
certifier-cancelled = Credits cancelled for sold metal
certifier-none-declared = Nothing has been declared under it yet.
certifier-history = History, newest first
certifier-by = By
certifier-reason = Reason
certifier-cause = Cause

## Auditor: what waits

auditor-waits-finding = Finding owed on { $beneficiary }: { $mineral }
auditor-waits-more = { $others ->
    [one] One more finding is owed
   *[other] { $others } more findings are owed
}

## Auditor: duties, retirements, findings

auditor-duties = Findings that are owed
auditor-duties-lead = Who retires more of a mineral in 365 days than the programme allows without one owes an auditor’s finding.
auditor-duties-by-day = By the day they are due
auditor-no-duties = No finding is owed. When somebody’s retirements pass the programme’s threshold, it stands here.
auditor-in-a-year = Retired in 365 days
auditor-threshold = Without a finding at most
auditor-crossed-by = Passed the threshold with
auditor-mass-on = { $mass } on { $on }
auditor-until-then = Until the finding
auditor-only-none = only retirements without a claim are accepted
auditor-independence = Independence
auditor-not-independent = Your organisation is of one group with the holder, the beneficiary or a certifier, so it cannot judge this retirement.
auditor-judge = Look and judge
auditor-retirements = Retirements
auditor-retirements-lead = Every retirement is public. Here it stands with the papers that are not.
auditor-newest-first = Newest first
auditor-none-retired = There is no such retirement.
auditor-search = Beneficiary, or number of the retirement
auditor-retired-for = { $mass } of { $mineral } for { $name }
auditor-on = On
auditor-claim = Claim
auditor-no-finding = no finding yet
auditor-findings = Your findings
auditor-findings-lead = Findings are public and stay. A later one takes the place of an earlier one.
auditor-none-found = You have published none yet.
auditor-publish = Publish a finding
auditor-publish-later = Publish a later finding
auditor-reason = Reason
auditor-report = SHA-256 of the report
auditor-counts = Standing
auditor-latest = the latest on this retirement
auditor-followed = a later one has followed

## Auditor: one retirement

auditor-judge-lead = Compare what it says with the use, the origin and the papers below. Your finding names the SHA-256 of your report.
auditor-says = What it says
auditor-hidden = The latest finding disputes it, so the public page does not show this text.
auditor-beneficiary = Beneficiary
auditor-number = Registration number
auditor-holder = Held and retired by
auditor-principal = On behalf of
auditor-claim-period = Claim period
auditor-purpose = Purpose
auditor-product = Product or campaign
auditor-public-page = The public page
auditor-measured-by = What it is measured by
auditor-measured-lead = { $others ->
    [0] No other retirement cites this use.
    [one] One more retirement cites this use.
   *[other] { $others } more retirements cite this use.
}
auditor-use-recorded = Recorded use
auditor-use = Mass used
auditor-retired-against = Retired against it, in all
auditor-share = Share
auditor-use-period = Period of the use
auditor-scope = Scope
auditor-method = Method
auditor-basis = Basis
auditor-recorded-on = Recorded
auditor-use-number = Number
auditor-use-covers = covers what was retired
auditor-use-exceeded = more was retired than was used
auditor-origin = Where the credits come from
auditor-origin-lead = Each batch with its certificate and the evidence that the certifier saw. What you open is noted in its owner’s security log.
auditor-certificate-is = certificate { $state }
auditor-retired-of-it = Retired of it
auditor-issued = Issued in all
auditor-mined = Mined
auditor-certified-by = Certified by
auditor-papers = Papers
auditor-statement = Retirement statement
auditor-entry = Entry of the log
auditor-checked-by = Checked offline by
auditor-bundle = Bundle
auditor-statement-file = Statement
auditor-proof = Proof
auditor-entry-file = Log entry
auditor-consent = Consent of the beneficiary
auditor-before = Findings and corrections so far
auditor-nothing-before = There are none yet.
auditor-corrected = Corrected by its holder on { $day }
auditor-found-by = { $auditor }, { $day }

## Auditor: the log

auditor-log = The whole log
auditor-log-lead = Take the log away and go through all of it on a machine without a network: every signature, every decision, every kilogram.
auditor-log-name = Name
auditor-log-size = Entries
auditor-log-last = Last entry
auditor-log-root = Root of the tree
auditor-log-key = Verifier key, as this register says
auditor-log-key-elsewhere = Do not take the key from here alone. Compare it with the one in your contract, in a printed report, or from a second party.
auditor-log-steps = How to check it
auditor-log-step-token = Ask the operator for an auditor’s token; it stands as TOKEN below. Or take the files from the list below in this browser.
auditor-log-step-fetch = Fetch the checkpoint first, then the entries and the hashes, into the same folders as here.
auditor-log-step-verify = Run the verifier on that folder. It names the entry wherever it finds something.
auditor-log-step-keep = Keep the folder. Next time the verifier proves that the log has only grown.
auditor-log-commands = Commands
auditor-log-files = Files
auditor-log-files-lead = The entries of members are not public: handle the files with care.
auditor-log-files-not-for-you = The entries are taken away by an administrator of your organisation, or with an auditor’s token.
auditor-log-what = What
auditor-log-file = File
auditor-entries-of = Entries { $from } to { $to }
auditor-hashes = Hashes, level { $level }
auditor-log-one = Check a single retirement instead
