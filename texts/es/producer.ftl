# Producers: the list, and the page of one.

producer-all = Mostrar todos
producer-any = Cualquiera
producer-audited = Auditado el
producer-batch-told = { $issued } emitidos · { $retired } retirados · { $outstanding } restantes
producer-batches = Lotes
producer-by-month = { $mineral }, emitido y retirado por mes
producer-cancelled = cancelado
producer-case-closed = Cerrada el { $day }: { $outcome }.
producer-certificate = Certificado
producer-certificates = Certificados
producer-certifier = Certificador
producer-code = Código en los números de serie
producer-concerns = Quejas
producer-confirmed = recibo firmado
producer-country = País
producer-credits = Créditos
producer-credits-lead = Un crédito representa un kilogramo certificado. Los créditos retirados quedan consumidos para siempre.
producer-declared = Producción declarada
producer-declared-lead = Solo la ven el productor, su certificador y los auditores.
producer-expired = caducado
producer-fine = Masa que cuenta
producer-found = { $count ->
    [one] Un productor
   *[other] { $count } productores
  }
producer-held = Retenido: { $reason }
producer-holder = Titular del certificado
producer-inspected = Inspección de los miembros
producer-inspected-told = { $members ->
    [one] { $day }: un miembro, el { $compliant } cumple las reglas
   *[other] { $day }: { $members } miembros, el { $compliant } cumple las reglas
  }
producer-issued = emitido
producer-issued-of = { $mass } de { $mineral } emitidos
producer-list = Productores
producer-list-lead = Organizaciones mineras a las que se otorgó un certificado. Aquí no se guarda el nombre de ningún minero ni ningún lugar exacto.
producer-maximum = Máximo anual
producer-mineral = Mineral
producer-name = Nombre
producer-no-certificate = Todavía no se le ha otorgado ningún certificado. Cuando se otorgue uno, aquí estarán su estado y su historia.
producer-no-concern = No se ha tratado ninguna queja sobre él.
producer-no-plan = No tiene ningún plan de prima en vigor. Antes de su primera venta debe publicar uno.
producer-no-premium = Todavía no hay ningún mes que mostrar.
producer-no-retirement = Todavía no se ha retirado ninguno de sus créditos. Cada retiro estará aquí, con su beneficiario.
producer-none = Todavía no se ha otorgado ningún certificado. Cuando se otorgue, los productores estarán aquí.
producer-none-found = Ningún productor es así. Pruebe con una parte del nombre, o con otro país u otro mineral.
producer-note-ended = Ha terminado. Los créditos emitidos antes todavía se pueden vender y retirar.
producer-note-fraud = Se retiró por fraude. Los créditos no vendidos están cancelados, los vendidos retenidos, y los retiros hechos con ellos llevan una advertencia.
producer-note-oversold = Se vendió más de lo que está cubierto. No se emite nada hasta que se compense.
producer-note-suspended = No se puede declarar ni emitir nada, y los créditos no vendidos están retenidos. Los comprados antes siguen siendo utilizables.
producer-note-withdrawn = Se retiró definitivamente. Sus créditos no vendidos están cancelados; los comprados antes siguen siendo utilizables.
producer-outstanding = restante
producer-paid = salió del banco
producer-payee = Quién cobra
producer-period = Período
producer-plan = { $code }, en vigor desde el { $day }
producer-plan-lead = Lo que queda de cada prima después de las cuotas se reparte así. El plan lo firmó el productor.
producer-plan-title = Adónde va la prima
producer-premium = Qué fue de la prima
producer-premium-by-month = Prima en { $currency } por mes
producer-premium-lead = Según los recibos que firmaron quienes cobraron. Un mes se publica 30 días después de terminar, con cifras redondeadas hacia abajo a dos dígitos, para que nadie sepa lo que pagó un comprador.
producer-raise = Presentar una queja
producer-raise-lead = No necesita cuenta ni dar su nombre.
producer-retired = retirado
producer-retirements = Últimos retiros
producer-retirements-lead = Cada retiro se muestra con toda su masa, que puede ser de varios productores.
producer-routed = repartida a los destinatarios
producer-search = Buscar
producer-share = Parte
producer-split = De lo que queda: { $available } disponibles, { $escrowed } apartados, { $frozen } retenidos.
producer-state = Estado
producer-structure = Tipo de organización
producer-terms = Condiciones del certificado
producer-unconfirmed = { $count ->
    [one] Un pago salió del banco hace mucho, y todavía no hay recibo firmado.
   *[other] { $count } pagos salieron del banco hace mucho, y todavía no hay recibo firmado de ellos.
  }
producer-valid = Válido
producer-verified = Verificado
producer-was-expired = Venció
producer-was-granted = Otorgado por { $certifier }
producer-was-reinstated = Suspensión levantada por { $certifier }
producer-was-surrendered = El productor lo devolvió
producer-was-suspended = Suspendido por { $certifier }
producer-was-withdrawn = Retirado por { $by } ({ $cause })
producer-where = Dónde
producer-who = Quién es
producer-women-led = Dirigida por mujeres
