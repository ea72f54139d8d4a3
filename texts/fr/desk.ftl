# The desk of every member.

desk-due = à faire avant le { $time }
desk-keys = Clés
desk-look = Chercher
desk-nothing = Rien ne vous attend.
desk-overdue = en retard depuis le { $time }
desk-waiting = Ce qui vous attend
desk-ways = Votre travail
desk-waits-key = Une clé attend d’être confirmée : { $person }
desk-waits-proposal = Une deuxième personne doit signer : { $act }
