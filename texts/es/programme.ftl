# Programmes: the list with the rules of the register, and the page of one.

programme-accepted-as = { $from } se acepta como { $to }
programme-basis = Lo que cuenta
programme-certificates = Certificados
programme-certificates-told = { $count ->
    [0] ningún certificado en vigor
    [one] un certificado en vigor
   *[other] { $count } certificados en vigor
  }
programme-certifiers = Certificadores
programme-changed = { $after }, antes { $before }
programme-claims = Lo que puede afirmar un comprador:
programme-complaints = Quejas y retenciones
programme-credits = Créditos
programme-ecological = también ecológico
programme-equivalences = Equivalencias
programme-equivalences-lead = Niveles de distintos programas que se aceptan unos como otros. No crean créditos ni cambian ninguna afirmación.
programme-fee-told = Comisión del comprador: { $fee }
programme-first = La primera versión.
programme-levels = Niveles
programme-levels-lead = Cada certificado se otorga en un nivel, que decide lo que se puede afirmar con sus créditos.
programme-list = Programas
programme-list-lead = Un programa fija las reglas con que se certifica la producción y se emiten, venden y retiran los créditos.
programme-lot = Masa mínima
programme-mineral = Mineral
programme-minerals = Minerales
programme-minerals-lead = Un crédito representa un kilogramo de lo que cuenta.
programme-money = Prima y comisiones
programme-no-certifier = Todavía no hay ningún certificador acreditado.
programme-no-change = No cambió ninguna regla.
programme-no-threshold = ninguno
programme-none = Todavía no hay ningún programa. Cuando el operador defina uno, estará aquí con sus reglas.
programme-paying = Acuerdos y pagos
programme-records = Inscripciones
programme-register = Reglas del registro
programme-register-lead = Valen para todos, sea cual sea el programa.
programme-revoked = terminada el { $day }
programme-rules = Reglas
programme-safety = Claves y transferencias
programme-threshold = Dictamen de auditor por encima de
programme-version-from = Versión { $version }, desde el { $day }
programme-version-since = Versión { $version }, en vigor desde el { $day }
programme-versions = Versiones
programme-withdrawn = retirada el { $day }
