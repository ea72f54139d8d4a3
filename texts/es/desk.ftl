# The desk of every member.

desk-due = vence el { $time }
desk-keys = Claves
desk-look = Buscar
desk-nothing = Nada le espera.
desk-overdue = vencido desde el { $time }
desk-waiting = Qué le espera
desk-ways = Su trabajo
desk-waits-key = Una clave espera su confirmación: { $person }
desk-waits-proposal = Debe firmar una segunda persona: { $act }
