# The desk of every member.

desk-due = vence el { $time }
desk-held-account = Su cuenta { $account } está retenida desde el { $date }. Motivo: { $reason }.
desk-held-key = La clave de { $person } está retenida desde el { $date }: no firma nada. Motivo: { $reason }.
desk-held-means = Qué significa
desk-held-organisation = Su organización está retenida desde el { $date }: solo puede retirar lo suyo y firmar lo que llegó. Motivo: { $reason }.
desk-held-until = Termina por sí sola el { $end }, si no se prorroga.
desk-keys = Claves
desk-look = Buscar
desk-nothing = Nada le espera.
desk-overdue = vencido desde el { $time }
desk-waiting = Qué le espera
desk-ways = Su trabajo
desk-waits-key = Una clave espera su confirmación: { $person }
desk-waits-proposal = Debe firmar una segunda persona: { $act }
