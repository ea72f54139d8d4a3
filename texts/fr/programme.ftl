# Programmes: the list with the rules of the register, and the page of one.

programme-accepted-as = { $from } est accepté comme { $to }
programme-basis = Ce qui compte
programme-certificates = Certificats
programme-certificates-told = { $count ->
    [0] aucun certificat en vigueur
    [one] { $count } certificat en vigueur
   *[other] { $count } certificats en vigueur
  }
programme-certifiers = Certificateurs
programme-changed = { $after }, auparavant { $before }
programme-claims = Ce qu’un acheteur peut affirmer :
programme-complaints = Plaintes et gels
programme-credits = Crédits
programme-ecological = aussi écologique
programme-equivalences = Équivalences
programme-equivalences-lead = Niveaux de programmes différents acceptés l’un comme l’autre. Elles ne créent aucun crédit et ne changent aucune allégation.
programme-fee-told = Commission de l’acheteur : { $fee }
programme-first = La première version.
programme-levels = Niveaux
programme-levels-lead = Un certificat est accordé à un niveau, qui décide de ce que l’on peut affirmer avec ses crédits.
programme-list = Programmes
programme-list-lead = Un programme fixe les règles selon lesquelles la production est certifiée et les crédits sont émis, vendus et retirés.
programme-lot = Masse minimale
programme-mineral = Minerai
programme-minerals = Minerais
programme-minerals-lead = Un crédit représente un kilogramme de ce qui compte.
programme-money = Prime et commissions
programme-no-certifier = Aucun certificateur n’est encore accrédité.
programme-no-change = Aucune règle n’a changé.
programme-no-threshold = aucun
programme-none = Il n’y a pas encore de programme. Dès que l’opérateur en définit un, il se trouve ici avec ses règles.
programme-paying = Accords et versements
programme-records = Inscriptions
programme-register = Règles du registre
programme-register-lead = Elles valent pour tous, quel que soit le programme.
programme-revoked = terminée le { $day }
programme-rules = Règles
programme-safety = Clés et transferts
programme-threshold = Constat d’auditeur dû au-delà de
programme-version-from = Version { $version }, à partir du { $day }
programme-version-since = Version { $version }, en vigueur depuis le { $day }
programme-versions = Versions
programme-withdrawn = retirée le { $day }
