# The desk of every member.

desk-due = à faire avant le { $time }
desk-held-account = Votre compte { $account } est gelé depuis le { $date }. Motif : { $reason }.
desk-held-key = La clé de { $person } est gelée depuis le { $date } : elle ne signe rien. Motif : { $reason }.
desk-held-means = Ce que cela signifie
desk-held-organisation = Votre organisation est gelée depuis le { $date } : elle ne peut que reprendre et signer ce qui est arrivé. Motif : { $reason }.
desk-held-until = Cela prend fin de soi-même le { $end }, si ce n’est pas prolongé.
desk-keys = Clés
desk-look = Chercher
desk-nothing = Rien ne vous attend.
desk-overdue = en retard depuis le { $time }
desk-waiting = Ce qui vous attend
desk-ways = Votre travail
desk-waits-key = Une clé attend d’être confirmée : { $person }
desk-waits-proposal = Une deuxième personne doit signer : { $act }
