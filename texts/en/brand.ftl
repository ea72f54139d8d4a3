# The desk of a brand and its agents.

## Ways, and what waits

brand-buy = Buy credits
brand-deals = Direct deals
brand-footprints = Use of minerals
brand-holdings = What we hold
brand-many = Retire many from a list
brand-money = Money
brand-retire = Retire credits
brand-retirements = Our retirements
brand-waits-correction = You can still correct the words of a retirement: { $what }
brand-waits-deal = { $by } proposes a direct deal over { $mass }
brand-waits-expiry = Retire { $mass } of { $of } before the credits expire
brand-waits-finding = An auditor’s finding is owed on what you retired of { $mineral }
brand-waits-order = Your bid for { $mass } of { $of } ends soon

## Buying

brand-all-figures = All figures
brand-all-markets = All markets
brand-and-retire = Retire them at once: after buying, go straight on to the claim
brand-best-price = Best price per kilogram
brand-bid = Bid
brand-buy-lead = The price is the premium alone, never the metal. Choose a market; before you sign, you see what reaches whom.
brand-buy-verb = Buy
brand-faulty = Something in the form cannot be read yet. Write masses such as 0.5 and prices such as 4200.00.
brand-floor = Minimum per kilogram
brand-free-money = Free for it: { $free }.
brand-fund = Send money
brand-halted = This market is halted:
brand-how = How
brand-into-account = Into which account
brand-markets = Markets
brand-mass-offered = Mass
brand-mass-to-buy = How much (kilograms)
brand-no-offer = Nothing yet
brand-no-offer-text = Nobody offers here now. Your bid waits for the next offer at your price.
brand-no-trade = Nothing can be bought at this price at this moment.
brand-now = Buy now; what cannot be had at once returns
brand-of-whom = Mined by
brand-on-offer = On offer
brand-only-countries = Only from these countries
brand-only-of = Only of
brand-only-women = Only from organisations led by women
brand-only-years = Only of these years
brand-pays = You pay { $gross } for them, and a fee of { $fee }.
brand-price = Price per kilogram
brand-price-hint = You may pay less, never more. Not below { $floor }.
brand-price-max = Highest price per kilogram ({ $currency })
brand-rest-ends = { $mass } could not be had at once; the money for it returns.
brand-restrict = Only certain credits
brand-rests = { $mass } stays as a bid until { $until }; { $aside } is set aside for it.
brand-returns = Of the { $of } set aside at first, { $amount } returns to you at once.
brand-say-mass = Say how much you want to buy: then you see what it costs and what reaches whom.
brand-then-retire = After signing, “Go on” leads to the claim for what you bought.
brand-trades = Trades at once
brand-trades-now = { $trades ->
    [one] { $mass } is bought at once, in one trade.
   *[other] { $mass } is bought at once, in { $trades } trades.
}
brand-until = The bid stays until
brand-wait = Bid; what cannot be had at once waits until a day
brand-work-out = Work it out
brand-would-come-to = What it would come to

## Retiring

brand-blocks = Serial numbers
brand-bought = You have bought { $mass }. They are ticked below: say for what they are retired.
brand-bought-nothing = Nothing of this could be bought yet. What you hold already can be retired below.
brand-choose-first = Tick credits or write a mass: then you see here, word for word, what everybody will read.
brand-crosses = With this retirement an auditor’s finding becomes due, by { $due }.
brand-footprint = { $mass } used, { $period }, { $scope }; { $claimed } of it claimed already
brand-for-good = This is for good: retired credits never come back.
brand-further-blocks = { $blocks ->
    [one] One further block is not shown; a mass is taken out of all of them.
   *[other] { $blocks } further blocks are not shown; a mass is taken out of all of them.
}
brand-lint = A name may not say this:
brand-mass = Only so much of them (kilograms)
brand-mass-hint = The oldest first. Left empty, everything that is ticked is retired.
brand-mass-retired = Retired
brand-no-claim = No claim: the record only says that the credits were retired.
brand-no-footprint = No use of this mineral is recorded yet.
brand-other-languages = The same in the other languages
brand-period-from = For the period from
brand-period-to = to
brand-preview = Show what it would say
brand-record-footprint = Record a use
brand-retire-lead = Retired credits are used up for ever, for one beneficiary and with one claim, and everybody can check it. The words of the claim are the register’s own.
brand-retire-none = You hold no credits that can be retired now.
brand-usable-until = Usable until { $until }.
brand-which-credits = Which credits
brand-which-footprint = Equals a share of which use
brand-whom = For whom
brand-would-say = What everybody will read

## Retiring many

brand-many-cannot = Correct the marked lines first: a list is retired whole or not at all.
brand-many-cannot-line = Correct the marked line first, or take it out of the list.
brand-many-choose = Or choose a file
brand-many-columns = What the columns are called
brand-many-columns-text = The first line names the columns, in any order. Only the mass must be there; the others may be missing or empty.
brand-many-done = signed
brand-many-empty = The list has no lines below its first. Each line is one retirement.
brand-many-enough = Only { $left } is left for this line.
brand-many-example = For example:
brand-many-forecast = What becomes of it
brand-many-header = The first line must name the columns; “{ $column }” is none of them.
brand-many-in-beneficiary = For whom: name or number of an organisation that you may retire for. Empty: yourselves.
brand-many-in-claim = One of { $claims }. Empty: the first that these credits permit.
brand-many-in-footprint = For “match” only: the number of the recorded use. Empty: the only one there is.
brand-many-in-mass = Kilograms, such as 0.25. The oldest credits are taken first.
brand-many-in-period = A day, such as 2026-07-31. Empty: the first or last day of this year.
brand-many-in-purpose = One of { $purposes }, or another code. Empty: the first of these.
brand-many-lead = Each line of a list becomes a retirement of its own, with a public page of its own. Nothing is signed before you have seen what becomes of each line.
brand-many-length = The list is too long for one signature. Split it into two lists.
brand-many-line = Line
brand-many-list = The list, as a spreadsheet saves it (CSV)
brand-many-mass-missing = The list needs a column named mass.
brand-many-most = Only the first { $most } lines are taken. Put the others into a second list.
brand-many-next = Review and sign line { $line }
brand-many-no-claim = These credits do not permit this claim: { $claim }
brand-many-nobody = It is not known, or you may not retire for it: { $name }
brand-many-none-left = Every line of this list is signed.
brand-many-one-by-one = You sign line by line, in this order; “Go on” leads back here each time.
brand-many-sure = would be retired
brand-many-total = { $lines ->
    [one] One line, { $mass } in all.
   *[other] { $lines } lines, { $mass } in all.
}
brand-many-try = Try the list out
brand-many-whole = You sign the whole list at once: all lines are retired, or none.
brand-many-wrong = cannot be retired

## Holdings

brand-arrived = { $arrived } of { $of } confirmed by a signed receipt
brand-blocks-held = Credits
brand-clock-stopped = Its time has stopped since
brand-held-because = held: { $reasons }
brand-held-for = Held for
brand-holdings-lead = Credits do not keep for ever: after its last day a credit can no longer be retired. The soonest stands first.
brand-in-account = Account
brand-in-deal = set aside for a deal
brand-in-order = set aside for an order
brand-in-transfer = on its way to another account
brand-instalment = { $amount } of it repays pre-finance or certification
brand-last-day = Last day to retire
brand-mined-by = Mined by
brand-no-bids = No bid of yours is open.
brand-no-blocks = You hold no credits. What you buy stands here, with its last day.
brand-no-purchases = You have bought nothing yet. Each purchase stands here, with how far its premium has come.
brand-open-bids = Open bids
brand-paid = Paid
brand-paid-with-fee = { $paid }, of it { $fee } fee
brand-purchases = Purchases
brand-purchases-lead = How far the premium of each has come: credited to whom, paid out, and confirmed by their own signed receipt.
brand-retire-verb = Retire
brand-serial = Serial numbers
brand-set-aside-for-it = Set aside for it
brand-stays-until = Stays until
brand-use-soon = use until { $day }

## Retirements and audits

brand-audits = Audits
brand-audits-lead = Whoever retires much of a mineral within 365 days needs an auditor’s finding. After the due day that mineral can be retired only without a claim, until the finding is published.
brand-bundle = Proof to check offline
brand-correct-until = Words can be corrected until
brand-crossed-by = Crossed by
brand-finding-due = Auditor’s finding due by
brand-in-365-days = Retired within 365 days
brand-no-audits = No finding is owed: you have retired nothing within 365 days.
brand-no-finding-due = no finding due
brand-none-retired = You have retired nothing yet. Each retirement stands here, with its statement.
brand-qr = QR code
brand-retired = Retirements
brand-retirements-lead = What you retired, with the files for your records and your products. Each has a public page that everybody can check.
brand-statement-file = Statement (signed file)
brand-threshold = A finding is due above

## Money

brand-account-of = Account for { $currency }
brand-amount = Amount
brand-ask-account = Ask the operator into which account to pay.
brand-balance = Balance
brand-closing = At the end
brand-csv = Save as CSV
brand-day = Day
brand-deposits = Deposits
brand-free = free
brand-from = From
brand-fund-text = Pay by bank transfer, and quote the reference below: by it the operator knows that the money is yours. It can be spent as soon as it is booked.
brand-in = In
brand-no-deposits = None yet. A deposit stands here once it is booked.
brand-no-money = You have no money here yet.
brand-no-movement = No money moved in these days.
brand-opening = At the beginning
brand-out = Out
brand-paid-to = Paid to
brand-quote = Reference to quote
brand-quote-name = In the name of
brand-reference = Reference
brand-set-aside = { $amount } set aside for bids and deals
brand-show = Show
brand-state = State
brand-statement = Statement
brand-to = To
brand-what = What
brand-withdraw = Have it paid back
brand-moved-buy-order-placed = Set aside for a bid
brand-moved-deal-accepted = Set aside for a deal
brand-moved-deal-proposed = Set aside for a deal
brand-moved-deposited = Deposit
brand-moved-deposit-assigned = Deposit
brand-moved-deposit-recalled = Deposit taken back by the bank
brand-moved-order-cancelled = Returned from a bid
brand-moved-order-expired = Returned from a bid that ended
brand-moved-order-reduced = Returned from a bid
brand-moved-traded = Traded: returned from a bid
brand-moved-deal-settled = Deal settled
brand-moved-deal-lapsed = Returned from a deal that lapsed
brand-moved-deal-voided = Returned from a deal
brand-moved-payout-planned = Paid out
brand-moved-payout-cancelled = Payout cancelled
brand-moved-payout-reported = Payout came back
brand-moved-fraud-refunded = Refunded after fraud
brand-moved-money-corrected = Correction

## Deals

brand-deals-lead = Buy of a certain batch at a price of your own, straight from who mined it. The money is set aside when you propose, and nobody else can take the deal.
brand-no-batches = No batch is left of which credits could be bought.
brand-no-deals = You have proposed no deal yet.
brand-none-offered = Nobody proposes a deal to you now.
brand-not-used-up = Not used up yet
brand-offered-to-us = Proposed to you
brand-our-deals = Your deals
brand-propose = Propose a deal
brand-propose-lead = Batches that still hold credits. The producer sees your proposal and accepts or declines it.
brand-settles = Settles
brand-you-buy = You buy of
brand-you-sell = You sell of

## Use of minerals

brand-claimed-of = { $claimed } of { $mass } claimed
brand-footprints-lead = How much of a mineral you used. A claim that credits equal a share of your use rests on one of these, and never exceeds it.
brand-no-footprints = None is recorded yet. You need one for the claim “equals a share of your use”.
brand-nothing-claimed = nothing claimed yet
brand-period = Period
brand-recorded = Recorded
brand-scope = Counted over
