# The desk of every member.

desk-due = mwisho { $time }
desk-held-account = Akaunti yako { $account } imezuiwa tangu { $date }. Sababu: { $reason }.
desk-held-key = Ufunguo wa { $person } umezuiwa tangu { $date }: hausaini chochote. Sababu: { $reason }.
desk-held-means = Maana yake
desk-held-organisation = Shirika lako limezuiwa tangu { $date }: linaweza tu kurudisha na kusaini kilichofika. Sababu: { $reason }.
desk-held-until = Zuio litakwisha lenyewe { $end }, lisipoongezwa muda.
desk-keys = Funguo
desk-look = Tafuta
desk-nothing = Hakuna kinachokusubiri.
desk-overdue = imechelewa tangu { $time }
desk-waiting = Kinachokusubiri
desk-ways = Kazi yako
desk-waits-key = Ufunguo unasubiri kuthibitishwa: { $person }
desk-waits-proposal = Mtu wa pili lazima asaini: { $act }
