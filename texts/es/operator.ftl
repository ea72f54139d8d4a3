# The operator’s desk.

operator-about = Sobre
operator-accounts = Cuentas
operator-accounts-none = Aún no tiene ninguna cuenta.
operator-accreditations = Quién puede certificar
operator-accreditations-none = Aún no hay nadie acreditado. Acredite primero a un certificador; él otorga los certificados.
operator-approve-one = Aprobar este
operator-approved-at = Aprobado
operator-approvers = Quién puede aprobar
operator-approvers-none = nadie ahora: antes otra persona necesita una clave
operator-balances = En el banco
operator-balances-lead = Lo que el registro guarda para todos, junto a lo último que dijo el banco.
operator-balances-none = Nunca se anotó nada en el banco.
operator-bank = Banco y depósitos
operator-bank-accepted = El banco lo aceptó
operator-bank-else = El banco dice otra cosa
operator-bank-lead = El dinero recibido se anota por su referencia bancaria, una sola vez. Una segunda persona aprueba.
operator-bank-paid = El banco lo pagó
operator-bank-search = Miembro o referencia bancaria
operator-booked-at = Anotado
operator-booked-then = El registro tenía entonces
operator-came-back = Fue devuelto
operator-case = Número del caso
operator-certificate = Número del certificado
operator-certificates = Certificados
operator-certificates-none = No figura en ningún certificado.
operator-certifier = Certificador
operator-close = Cerrar definitivamente
operator-closed = Esta página no está abierta a su función
operator-closed-text = Muestra lo que las personas con su función no ven. Un administrador de su organización puede darle otra función en la página «Personas».
operator-code = Código
operator-country = País
operator-decision = Decisión
operator-deposits = Depósitos
operator-deposits-none = No se encuentra ningún depósito. Cuando llegue dinero, anótelo con la referencia del banco.
operator-deposits-of = Ver sus depósitos
operator-deposits-unassigned = De dueño aún desconocido
operator-deposits-unassigned-none = Cada depósito tiene dueño.
operator-details = Dónde se le paga
operator-details-change = Un cambio espera hasta
operator-details-none = aún desconocido: no se le puede pagar
operator-differs = difiere del extracto del { $day }
operator-end = Ponerle fin
operator-ended = terminó el { $day }
operator-ending = Certificados por vigilar
operator-ending-lead = Sus certificadores actúan; usted les recuerda y detiene lo que haya que detener.
operator-ending-none = Ningún certificado vence en 90 días sin que haya uno nuevo.
operator-ending-soon = Vencen en 90 días
operator-ends = vence el { $day }
operator-equivalences = Qué equivale a qué
operator-equivalences-none = No se anotó ninguna equivalencia.
operator-expected = Se espera que llegue
operator-extend = Prolongar
operator-extent = Cuánto se acepta
operator-failed-tries = Intentos fallidos
operator-failure = Qué falló
operator-fee = Comisión del comprador
operator-fees = Comisiones del operador
operator-file = Archivo de pago
operator-file-broken = { $count ->
    [one] se canceló un pago suyo: cancele también los demás y planifíquelos de nuevo
   *[other] se cancelaron { $count } pagos suyos: cancele también los demás y planifíquelos de nuevo
}
operator-file-cancel = Cancelar { $amount } para { $payee }
operator-file-download = Descargar el archivo de pago
operator-file-unconfigured = no se puede crear: la configuración no dice nada de { $missing }
operator-file-waits = por entregar al banco
operator-floor = Prima mínima por kg
operator-fraud = Retirados por fraude
operator-fraud-none = Ningún certificado se retiró por fraude.
operator-given-up = abandonada
operator-grievances = Quejas
operator-grievances-closed = Casos cerrados
operator-grievances-lead = Lo escrito es solo para quienes atienden el caso: no está en ningún registro público, y de quien lo escribió no se guarda nada.
operator-grievances-none = No hay ningún caso así.
operator-grievances-open = Casos abiertos
operator-grievances-overdue = Casos vencidos
operator-group = Grupo
operator-group-fails = cumplen muy pocos miembros: debe suspenderse
operator-halt = Detener
operator-holds = Retenciones
operator-holds-from = rige desde el { $day }
operator-holds-lead = Una retención actúa de inmediato, es pública con su motivo y termina por sí sola. Prolongarla requiere una segunda persona.
operator-holds-none = Nada está retenido. Puede retenerse una clave, una cuenta, una organización o un lote.
operator-holds-of = Qué está retenido
operator-holds-of-none = Nada suyo está retenido.
operator-holds-open = Vigentes
operator-holds-search = Nombre de lo retenido
operator-hook-disabled = desactivado
operator-hook-fails = falla y se reintenta
operator-hooks = Webhooks que fallan
operator-hooks-none = Todos los webhooks entregan.
operator-in-force = en vigor desde el { $day }
operator-inspection-due = su inspección es demasiado antigua: no se emite nada
operator-key = Clave pública
operator-keys = Claves
operator-keys-lead = Según las personas a quienes pertenecen. Solo la propia organización puede revocar una clave; usted puede retener una que esté en malas manos.
operator-keys-none = No tiene ninguna clave.
operator-lapses = termina por sí sola el { $time }
operator-lapses-never = hasta que se levante
operator-last-day = Último día
operator-letter-audit-duty = Auditoría pendiente
operator-letter-bank-details-changed = Cambio de datos de pago
operator-letter-certificate-expiring = Certificado por vencer
operator-letter-confirm-receipt = Recordatorio de un recibo
operator-letter-contact-changed = Cambio de datos de contacto
operator-letter-credits-issued = Créditos emitidos
operator-letter-declaration-approved = Declaración aprobada
operator-letter-declaration-received = Declaración recibida
operator-letter-declaration-rejected = Declaración rechazada
operator-letter-frozen = Retención
operator-letter-invitation = Invitación
operator-letter-key-changed = Cambio de una clave
operator-letter-login = Enlace para entrar
operator-letter-payout-sent = Pago enviado
operator-letter-premium-paid = Prima repartida
operator-letter-retirement-statement = Constancia de retiro
operator-letter-trade-confirmation = Operación
operator-letter-transfer-waiting = Transferencia en camino
operator-letter-webhook-disabled = Webhook desactivado
operator-letters = Cartas que no llegaron
operator-letters-none = No se abandonó ninguna carta.
operator-letters-waiting = { $count ->
    [one] Una carta espera su envío.
   *[other] { $count } cartas esperan su envío.
}
operator-levels = Niveles
operator-loss = Asumido por el operador
operator-lot = Masa mínima
operator-made-at = Hecha
operator-markets = Detenciones y mercados
operator-markets-all = Todos los mercados
operator-markets-lead = Un mercado detenido no acepta órdenes; las que hay se quedan y pueden retirarse. Todos leen el motivo.
operator-markets-none = Aún no hay mercados. Abra uno para un tipo de créditos y una moneda.
operator-member = El miembro
operator-member-itself = Quién es
operator-members = Miembros
operator-members-found = Encontrados
operator-members-lead = Primero los que no pueden actuar: suspendidos o sin clave confirmada.
operator-members-none = Nadie se llama así. Busque una parte del nombre, el código, el número de registro o una clave pública entera.
operator-members-search = Nombre, código, número o clave pública
operator-minerals = Minerales
operator-minimum = Valor mínimo de una orden
operator-money = Dinero
operator-next-try = Próximo intento
operator-next-version = Preparar la versión siguiente
operator-no-money = No tiene dinero
operator-notices = Avisos fallidos
operator-notices-lead = Avise a estos miembros por otra vía y corrija con ellos la dirección. Que usted miró consta en su registro de seguridad.
operator-number = Número
operator-of-sales = Por ventas de
operator-organisation = Organización
operator-outcome = Resultado
operator-oversold = vendió más de lo que cubre: no se emite nada
operator-paid = Pagado
operator-paid-at = { $count ->
    [one] hace un día, { $time }
   *[other] hace { $count } días, { $time }
}
operator-parameters = Plazos y límites
operator-parameters-lead = Rigen para todos. Un cambio requiere una segunda persona y vale para lo que se decida después.
operator-parameters-now = En vigor ahora
operator-payee = El destinatario
operator-payee-held = el destinatario está retenido: no puede salir
operator-payee-inactive = el destinatario no está activo: no puede salir
operator-payee-no-details = no se sabe dónde pagarlo
operator-payments = Pagos
operator-payments-bank = En el banco
operator-payments-bank-lead = Anote lo que dice el banco, cada pago con su referencia. Lo que nadie sabe no se envía otra vez.
operator-payments-bank-none = El banco no debe ninguna respuesta.
operator-payments-files = Por entregar al banco
operator-payments-files-lead = Descargue el archivo, entréguelo una sola vez y declárelo con el mismo archivo.
operator-payments-files-none = No espera ningún archivo aprobado. Apruebe antes los pagos planificados.
operator-payments-lead = Dos personas liberan un pago; el banco lo recibe por archivo; su respuesta se anota aquí.
operator-payments-planned = Por aprobar
operator-payments-planned-none = No hay pagos planificados. Planifique uno con la prima que espera más abajo.
operator-payments-together = { $count ->
    [one] Un pago · { $sum }
   *[other] { $count } pagos · { $sum }
}
operator-people = Invitar a personas
operator-placed-by = Impuesta por
operator-plan = Planificar su pago
operator-plannable = por planificar
operator-premium = Prima que espera a sus destinatarios
operator-premium-lead = Lo que les trajeron las ventas y nadie ha planificado pagar. Si un destinatario no tiene claves, usted indica dónde se le paga.
operator-premium-none = Toda la prima está pagada o planificada.
operator-producer = Productor
operator-programmes = Programas
operator-programmes-none = Aún no hay programas. Defina uno antes que nada.
operator-proposals = Propuestas
operator-proposals-lead = Lo que propuso una persona del operador surte efecto cuando otra también lo firma.
operator-proposals-none = Nada espera a una segunda persona.
operator-proposals-open = Esperan a una segunda persona
operator-proposed-by = Propuesto por
operator-rail = Vía de pago
operator-reason = Motivo
operator-receipt-reminded = falta el recibo: recuérdeselo al destinatario
operator-receipt-unconfirmed = públicamente sin confirmar
operator-receipts = Recibos que faltan
operator-receipts-lead = Una carta se lo pide a los destinatarios cuando el banco ha pagado; después, recuérdeselo usted. Al final se informa al público. Si no llegó nada, pregunte al banco.
operator-receipts-missing = Pagado y sin recibo firmado
operator-receipts-none = Cada pago hecho tiene su recibo.
operator-reconciled = coincide con el extracto del { $day }
operator-reconciled-never = nunca comparado con el banco
operator-reference = Referencia
operator-registration = Número de registro
operator-reinstate = Levantar la suspensión
operator-release = Levantar
operator-reopen = Reabrir
operator-replaced = sustituida
operator-roles = Funciones
operator-rules = Programas y reglas
operator-rules-lead = Todos pueden leerlas. Una versión nunca se cambia: otra posterior la sustituye.
operator-scope = Qué créditos
operator-severity = Gravedad según quien lo atiende
operator-severity-wished = Gravedad según quien lo envió
operator-since = Desde
operator-statement = El extracto del banco decía
operator-structure = Estructura
operator-suspend = Suspender
operator-suspense = En espera
operator-tick = Paso de precio por kg
operator-took-back = El banco lo recuperó
operator-tried = Intentada
operator-tries = { $count ->
    [one] una vez, el { $last }
   *[other] { $count } veces, la última el { $last }
}
operator-unsound = No están en orden
operator-unsound-none = Ningún certificado vendió de más y todos los grupos cumplen.
operator-until = hasta el { $day }
operator-verification = Verificación
operator-version = versión { $version }
operator-waits-certificates = { $count ->
    [one] Un certificado vence en 30 días
   *[other] { $count } certificados vencen en 30 días
}
operator-waits-deposits = { $count ->
    [one] Un depósito no tiene dueño conocido
   *[other] { $count } depósitos no tienen dueño conocido
}
operator-waits-files = { $count ->
    [one] Hay un archivo de pago por entregar al banco
   *[other] Hay { $count } archivos de pago por entregar al banco
}
operator-waits-grievances = { $count ->
    [one] Una queja espera quien la atienda
   *[other] { $count } quejas esperan quien las atienda
}
operator-waits-holds = { $count ->
    [one] Una retención termina en 7 días
   *[other] { $count } retenciones terminan en 7 días
}
operator-waits-hooks = { $count ->
    [one] Falla un webhook
   *[other] Fallan { $count } webhooks
}
operator-waits-letters = { $count ->
    [one] No llegó una carta
   *[other] No llegaron { $count } cartas
}
operator-waits-markets = { $count ->
    [one] Hay un mercado detenido
   *[other] Hay { $count } mercados detenidos
}
operator-waits-members = { $count ->
    [one] Una organización no ha confirmado ninguna clave
   *[other] { $count } organizaciones no han confirmado ninguna clave
}
operator-waits-planned = { $count ->
    [one] Un pago espera aprobación
   *[other] { $count } pagos esperan aprobación
}
operator-waits-premium = { $count ->
    [one] Se puede planificar un pago de prima
   *[other] Se pueden planificar { $count } pagos de prima
}
operator-waits-proposals = { $count ->
    [one] Una propuesta espera a una segunda persona
   *[other] { $count } propuestas esperan a una segunda persona
}
operator-waits-receipts = { $count ->
    [one] A un pago le falta el recibo
   *[other] A { $count } pagos les falta el recibo
}
operator-waits-unknown = { $count ->
    [one] De un pago nadie sabe qué pasó
   *[other] De { $count } pagos nadie sabe qué pasó
}
operator-withdraw = Retirar
operator-withdrawn = retirada el { $day }
operator-works-from = Funciona desde
