# Records that everybody may look up: the first page, retirements, serial numbers, batches, findings, how to check, status.

## The first page

home-title = Orebook – who was paid for the metal
home-about = Look up what a brand claims about gold, tin, tantalum, tungsten, cobalt or mica from small mines, and see which miners were paid.
home-look = Look a claim up.
home-see = See which miners were paid.
home-label = Retirement, serial number, batch, producer or brand
home-button = Look up
home-found = Found for “{ $query }”
home-nothing = Nothing found for “{ $query }”
home-nothing-help = Check the spelling, or look for a part of a name only. Every retirement ever made is in this register.
home-latest-again = Back to the latest
home-first-found = Only the newest { $count } are shown. Write more of the name to find fewer.
home-retirements = Retirements
home-producers = Producers
home-batches = Batches
home-issued = { $producers ->
    [one] certified and issued, by { $producers } producer
   *[other] certified and issued, by { $producers } producers
}
home-retired = { $brands ->
    [one] retired for ever, by { $brands } organisation
   *[other] retired for ever, by { $brands } organisations
}
home-premium = premium to miners and their funds until { $month }; they have signed for { $confirmed } of it
home-premium-unsigned = premium to miners and their funds until { $month }; they have not signed for any of it yet
home-premium-rule = Amounts of money are rounded down and told thirty days after a month has ended, so that nobody can work out what one buyer paid.
home-what = What book and claim is
home-what-1 = The metal of a small mine goes its usual way: it is sold, mixed and smelted with that of others, and nobody can follow it.
home-what-2 = What is special about it – certified work, by people who are paid for it – is written in this book as credits, one for each kilogram.
home-what-3 = A brand buys credits and pays a premium, which goes to the miners’ own funds; the credits are then retired in its name, once and for ever.
home-what-4 = So a brand may say whom it has paid, but not that their metal is in its product.
home-how = How it works
home-step-1 = 1 · A co-operative is certified
home-step-1-text = An independent certifier visits, and sets how much it may claim in a year.
home-step-2 = 2 · Each certified kilogram becomes one credit
home-step-2-text = The metal is sold as usual. The credit is sold apart, for a premium.
home-step-3 = 3 · A brand buys the credit
home-step-3-text = The premium goes to the miners’ own funds, by a plan that they signed. They sign for what arrives.
home-step-4 = 4 · The brand retires it, once
home-step-4-text = Its claim is published here, with a proof that you can check without us.
home-latest = Latest retirements
home-none = There is none yet. The first one will stand here as soon as a brand has retired credits.
home-for = For
home-mass = Mass
home-from = From
home-date = Date

## A retirement

retirement-title = { $mass } of { $mineral }, retired for { $beneficiary }
retirement-h1 = { $mass } of { $mineral }, for { $beneficiary }
retirement-final = Retired, final
retirement-flagged = Flagged: fraud
retirement-found-confirmed = Confirmed by an auditor
retirement-found-qualified = Confirmed with reservations
retirement-found-disputed = Disputed by an auditor
retirement-entry = entry { $sequence }
retirement-claim-disputed = An auditor disputes this claim, so it is not shown. The record stays.
retirement-claim-none = No claim is made with this retirement.
retirement-flag-text = The certificate behind credits of this retirement was withdrawn for fraud. The retirement is final and stays in the register; what became known stands in its history below.
retirement-check = Check it yourself
retirement-check-text = Two signatures and one proof. Nothing here asks you to trust this page.
retirement-holder = Holder
retirement-holder-key = signed with key { $key }
retirement-holder-signed = its signed instruction is in the entry
retirement-registry = Registry
retirement-registry-signed = signed the statement
retirement-log = In the log
retirement-log-place = entry { $sequence } of { $entries }
retirement-bundle = Download the bundle
retirement-here-link = Check it here
retirement-qr = Code with the address of this record
retirement-print = For the file: print this page, it fits one sheet.
retirement-for = For whom, for what
retirement-beneficiary = Beneficiary
retirement-country = Country
retirement-registered = Registered as
retirement-by = Retired by
retirement-product = Product
retirement-claim = Claim
retirement-kind = Credits
retirement-period = Period
retirement-footprint = Its use in that time
retirement-purpose = Purpose
retirement-what = What was retired
retirement-serial = Serial block
retirement-mass = Mass
retirement-mined = Mined by
retirement-batch = batch
retirement-further = Further serial blocks stand at the address below.
retirement-premium = Whom the premium has reached
retirement-premium-text = Every trade of these credits paid a premium on top of the metal’s own price. What is left after instalments for certification and pre-finance is shared by the plan that the producer signed, to the last cent, in the same moment as the credits change hands.
retirement-premium-none = No trade of these credits is in this register, so no premium was paid for them here.
retirement-trades = { $trades ->
    [one] One trade with { $producer }, shared by its plan of { $date }
   *[other] { $trades } trades with { $producer }, shared by its plan of { $date }
}
retirement-payee = Payee
retirement-share = Share
retirement-where = Where it is
retirement-state-words = A share is in the payee’s account at once, on its way when it has been sent, and signed for when the payee has signed that it arrived. Sent, not confirmed: nobody has signed for all of it in time.
retirement-history = Findings and history
retirement-no-finding = No auditor has published a finding on it.
retirement-happened-retired = Retired by { $name }
retirement-happened-corrected = Corrected by its holder: { $fields }
retirement-happened-found = { $auditor } found: { $outcome } ({ $reason })
retirement-happened-withdrawn = Certificate withdrawn for fraud by { $name }, with effect from { $date }
retirement-report = Digest of the report
retirement-here = Check it here
retirement-here-summary = Run the checks in this page
retirement-here-text = The checks run in your browser and send nothing. Type or paste the log’s verifier key as you have it from elsewhere: a contract, an auditor, a printed report.
retirement-frame = The checks of this retirement
retirement-without = Check it without us
retirement-without-text = Keep the bundle and check it on a machine without any network:
retirement-without-more = How to check, step by step
retirement-files = Files of this retirement
retirement-file-bundle = bundle: all of it in one file
retirement-file-page = the bundle as a page that checks itself
retirement-file-statement = statement, a verifiable credential
retirement-file-token = the statement as a token
retirement-file-proof = proof of its place in the log
retirement-wrong = Something about this record is wrong? Tell us

## A serial block

serial-title = Serial block { $serial }
serial-h1 = What became of this serial block
serial-of-batch = Batch
serial-mined = Mined by
serial-kind = Credits
serial-certificate = Certificate
serial-now = What it is now
serial-now-text = Who holds credits that are not used up yet is not public.
serial-part = Part
serial-mass = Mass
serial-state = State
serial-retired-for = Retired for
serial-rest = The rest of this block
serial-history = History
serial-issued = issued
serial-entry = Entry
serial-what = What happened
serial-history-cut = Only the first { $count } parts are listed.

## A batch

batch-title = Batch { $serial }
batch-producer = Mined by
batch-country = Country
batch-certificate = Certificate
batch-period = Mined
batch-kind = Credits
batch-ecological = without mercury and cyanide
batch-certifier = Certified by
batch-figures = What became of its credits
batch-figures-text = { $issued } were issued. This is what became of them:
batch-state = State
batch-mass = Mass
batch-share = Share
batch-blocks = Blocks that have ended
batch-blocks-none = None of its credits has been retired, cancelled or has expired yet.
batch-block = Serial block
batch-retirement = Retirement
batch-retirements = Retirements made of it
batch-retirements-none = Nothing has been retired of this batch yet. The retirements will stand here.
batch-mass-of-it = of this batch
batch-standing = What you should know
batch-flagged = Flagged: fraud
batch-note-fraud = The certificate was withdrawn for fraud: unsold credits are cancelled, bought ones are held until that is settled. What was retired stays retired, with this flag.
batch-note-fraud-settled = The certificate was withdrawn for fraud: unsold credits are cancelled. That is settled: bought credits are held no more, or were cancelled and refunded. What was retired stays retired, with this flag.
batch-note-suspended = The certificate is suspended: its producer neither declares nor sells. Bought credits stay usable.
batch-note-withdrawn = The certificate was withdrawn: unsold credits are cancelled. Bought credits stay usable.
batch-note-ended = The certificate has ended: credits that were issued stay usable until they expire.
batch-held = Held since { $date }: { $scope }. Reason: { $reason }.

## Auditors’ findings

finding-title = Auditors’ findings
finding-lead = Independent auditors look into retirements and publish what they found. A retirement stays in the register whatever they find.
finding-means = What the outcomes mean
finding-means-confirmed = The claim is right: figures and documents bear it out.
finding-means-qualified = The claim is right on the whole, with a reservation that the reason names. Its holder has time to correct it.
finding-means-disputed = The claim does not hold. It is no longer shown; the retirement and its history stay.
finding-none = No finding has been published yet. The first one will stand here.
finding-retirement = Retirement
finding-outcome = Outcome
finding-reason = Reason
finding-auditor = Auditor
finding-date = Date

## How to check

verify-title = How to check what this register says
verify-lead = Whatever stands here can be checked by somebody else, with programs that the operator did not write, also when the operator is gone. You need one thing beforehand: the log’s verifier key, which you should have from elsewhere – a contract, an auditor, a printed report.
verify-browser = 1 · One retirement, in this browser
verify-browser-text = Download the bundle on the retirement’s page. Then open the checking page, save it if you like, and give it the bundle and the key. It loads nothing and sends nothing; without a network it works the same.
verify-browser-open = Open the page that checks a bundle
verify-file = 2 · One file, on a machine of yours
verify-file-text = The same bundle, on a command line and without a network:
verify-file-other = The statement is a W3C verifiable credential, so software of others can read it too.
verify-log = 3 · The whole log
verify-log-text = Auditors get the whole log as an archive. The program goes through every signature, every decision and every kilogram, and names the entry if something is wrong:
verify-witness = 4 · Checkpoints and witnesses
verify-witness-text = A checkpoint is one line that stands for everything written so far. Keep one: a later log must continue it. Witnesses are outsiders who sign a checkpoint only if it continues the last one that they saw, so nobody can be shown another history.
verify-witnesses = Witnesses
verify-witness-name = Witness
verify-witness-size = Entries it has signed for
verify-witness-time = When
verify-no-witness = No outside witness is asked at this register.
verify-key = Verifier key of this log
verify-key-text = Compare it with the one that you have from elsewhere. If you have none, this page alone proves nothing about itself.
verify-checkpoint = Newest checkpoint
verify-checkpoint-text = { $size } entries.
verify-checkpoint-file = The checkpoint as a file
verify-not = What no check can show
verify-not-mine = What a certifier saw at the mine. The register shows who said what, when, and signed it.
verify-not-metal = Where the metal went. Credits do not follow it.
verify-not-later = What will be entered after the checkpoint that you checked: a correction, a finding, the withdrawal of a certificate.
verify-data = Open data
verify-data-text = Each night everything public is written to files: batches, certificates, markets, organisations, premiums, programmes, retirements and trades, as CSV and as JSON lines, with the checkpoint that they belong to.
verify-data-none = There is no dump yet. The first one will stand here after the night.
verify-data-day = Dump of { $day }
verify-data-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
verify-data-list = All dumps, for programs

## Status

status-title = Status of the register
status-writing = Writes
status-writing-text = Instructions are taken in and written down.
status-following = Reads along
status-following-text = Another server of this register writes. This one shows what is written, moments later.
status-not-writing = Does not write
status-not-writing-text = This server takes nothing in at present. What you send is refused, not lost: send it again later.
status-reason = Reason
status-origin = Register
status-last = Last entry
status-entries = Entries
status-checkpoint = Checkpoint over
status-clock = Time of the register
status-version = Version of the program
status-dump = Last dump of open data
status-dump-none = none yet
status-witnesses = Witnesses
status-witness-behind = { $name }: { $size } entries, { $time }
status-witness-never = { $name }: has not signed yet
status-no-witness = No outside witness is asked.
status-help = If something does not work
status-help-text = Wait a minute and try again: a form that was sent twice counts once. If it goes on, or if something here is wrong, tell the operator; you need no account for that.
status-help-link = Tell the operator
status-programs = For programs: { $paths }

## Refusals, and pages that there are not

problem-kind = Refusal · HTTP { $status }
problem-means = Something that was sent is refused with this code when its rule does not hold. The rule:
problem-help = What you can do
problem-figures = With the refusal you are told the figures of your case.
problem-spent = Nothing was changed, and the instruction’s id was not spent: the same bytes may be sent again until they expire.
