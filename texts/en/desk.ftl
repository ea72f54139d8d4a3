# The desk of every member.

desk-due = due { $time }
desk-held-account = Your account { $account } is held since { $date }. Reason: { $reason }.
desk-held-key = The key of { $person } is held since { $date }: it signs nothing. Reason: { $reason }.
desk-held-means = What that means
desk-held-organisation = Your organisation is held since { $date }: it can only take back, and sign for what arrived. Reason: { $reason }.
desk-held-until = It ends by itself on { $end }, if it is not extended.
desk-keys = Keys
desk-look = Look up
desk-nothing = Nothing waits for you.
desk-overdue = overdue since { $time }
desk-waiting = What waits for you
desk-ways = Your work
desk-waits-key = A key waits to be confirmed: { $person }
desk-waits-proposal = A second person must sign: { $act }
