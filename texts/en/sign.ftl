# Forms, what is told before a signature, and what became of it.

answer-done = Signed and recorded
answer-entry = It is entry { $sequence } of the register, of { $time }.
answer-followed = { $entries ->
    [one] One further entry followed of it, such as a trade.
   *[other] { $entries } further entries followed of it, such as trades.
}
answer-proof = The proof that it is in the register
answer-proposed = It takes effect when a second person of your organisation has signed it too.
answer-title = What became of it
ecological = ecological
fault-count = Write a whole number.
fault-currency = Write the currency as three letters, such as USD.
fault-day = Choose a day.
fault-digest = Choose the file, or write its SHA-256 as 64 letters and digits.
fault-form = The fields do not fit together. Please look at each again.
fault-id = This is not a number of the register: copy it whole.
fault-key = This is not a public key: it begins with did:key:z6Mk.
fault-mass = Write kilograms, such as 2.409, with at most six decimals.
fault-missing = Please fill this in.
fault-money = Write an amount with the currency’s decimals at the most, such as 4200.00.
fault-one = Please choose one.
fault-percent = Write a percentage from 0 to 100 with at most two decimals, such as 54.33.
fault-serials = One of these is not a serial number: copy it whole, with its two last digits.
fault-token = Use lower-case letters, digits and underscores only.
fault-words = Use at most 200 letters, without invisible ones and without blanks at either end.
figure-cancelled = What is left ends, because
figure-fee = Fee
figure-gross = Premium in all
figure-left = Left free of your money
figure-mass = Mass
figure-missing = Missing
figure-outcome = Counts as
figure-recovered = Found of it
figure-released = Returns at once
figure-rests = Stays open
figure-room = Room left in the certificate’s year
figure-set-aside = Set aside
figure-shortfall = Borne by the operator
figure-total = Total
figure-trades = Trades at once
figure-until = Until
figure-word-confirmed = receipt signed
figure-word-not-filled = it could not be filled at once
figure-word-short-received = less arrived than was sent
form-currency = Currency
form-faulty = Something is not right yet. It is marked below; nothing was sent.
form-optional = (may stay empty)
in-grams = { $number } grams
in-kilograms = { $number } kilograms
in-milligrams = { $number } milligrams
in-tonnes = { $number } tonnes
review-and-sign = Review and sign
sign-about-to = You are about to sign
sign-again = You signed this very thing a short while ago. Sign again only if you want it twice.
sign-button = Sign
sign-bytes = What exactly is signed
sign-bytes-text = These characters are what you sign. With them go your organisation, the register, a number made in this browser, and the time. The whole document appears below when you sign.
sign-change = Change
sign-download = Download the file
sign-elsewhere = My key is elsewhere
sign-elsewhere-text = Download the act, sign it where your key is, and paste the result here.
sign-go-on = Go on
sign-here = Sign in this browser
sign-no-crypto = This browser cannot sign. Use a current Chrome, Firefox or Safari over a safe connection (https), or sign elsewhere as below.
sign-no-key = No key of your organisation that may sign this is in this browser.
sign-no-script = Signing in the browser needs JavaScript. Without it, sign elsewhere as below.
sign-paste = The signed text
sign-proposed = You approve:
sign-reaches = What reaches whom
sign-ready = Your key is in this browser. Read what stands above, then sign.
sign-second-person = A second person of your organisation must sign this too before it takes effect.
sign-signing = Signing and sending …
sign-submit = Send
sign-to-keys = To the keys
sign-waiting = It is signed and kept in this browser, but no answer has come. It is sent again by itself as soon as there is a connection; it counts once only.
sign-would = What follows
sign-would-be-refused = As things stand this would be refused
trades-at-once = { $trades ->
    [one] one
   *[other] { $trades }
}
