# The desk of every member.

desk-due = due { $time }
desk-keys = Keys
desk-look = Look up
desk-nothing = Nothing waits for you.
desk-overdue = overdue since { $time }
desk-waiting = What waits for you
desk-ways = Your work
desk-waits-key = A key waits to be confirmed: { $person }
desk-waits-proposal = A second person must sign: { $act }
