# The desk of every member.

desk-due = mwisho { $time }
desk-keys = Funguo
desk-look = Tafuta
desk-nothing = Hakuna kinachokusubiri.
desk-overdue = imechelewa tangu { $time }
desk-waiting = Kinachokusubiri
desk-ways = Kazi yako
desk-waits-key = Ufunguo unasubiri kuthibitishwa: { $person }
desk-waits-proposal = Mtu wa pili lazima asaini: { $act }
