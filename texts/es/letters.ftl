# Letters: what they say, why they come, and the pages where a kind is declined.

letter-colon = :
letter-greeting = Hola, { $name }:
letter-why = Recibe esta carta porque figura en el registro como { $role } de { $organisation }.
letter-automatic = La envió un programa. Nadie lee las respuestas.
letter-decline = No recibir más cartas de este tipo

## Declining

unsubscribe-title = ¿No recibir más cartas de este tipo?
unsubscribe-ask = Ya no recibirá cartas del tipo «{ $kind }». Las cartas sobre claves, dinero en camino y otros asuntos urgentes seguirán llegando.
unsubscribe-button = No recibirlas más
unsubscribe-done-title = Hecho
unsubscribe-done = Ya no recibirá cartas del tipo «{ $kind }». Quien administra las personas de su organización puede volver a activarlas.
unsubscribe-invalid-title = Este enlace no funciona
unsubscribe-invalid = Está incompleto o es de otro registro. Copie el enlace entero de la carta.

letter-kind-declaration-received = declaración recibida
letter-kind-declaration-approved = declaración aprobada
letter-kind-declaration-rejected = declaración rechazada
letter-kind-credits-issued = créditos emitidos
letter-kind-trade-confirmation = confirmación de compraventa
letter-kind-premium-paid = prima abonada

## Labels of figures

letter-label-amount = Importe
letter-label-batch = Lote
letter-label-beneficiary = Beneficiario
letter-label-block = Bloque de serie
letter-label-certificate = Certificado
letter-label-declaration = Declaración
letter-label-deducted = Descontado por cuotas
letter-label-due-at = Plazo
letter-label-ends-at = Válido hasta
letter-label-fee = Comisión
letter-label-file = Archivo de pago
letter-label-from = De la cuenta
letter-label-frozen = Qué está congelado
letter-label-gross = Precio total
letter-label-hold = Retención
letter-label-hold-reason = Motivo
letter-label-issued = Emitido
letter-label-key = Clave
letter-label-lapses-at = Termina por sí sola
letter-label-leg-administration = Para la administración
letter-label-leg-community = Para la comunidad
letter-label-leg-holder = Para el titular
letter-label-leg-operations = Para la operación
letter-label-leg-women = Para grupos de mujeres
letter-label-mass = Masa
letter-label-mineral = Mineral
letter-label-other = Otra parte
letter-label-payout = Pago
letter-label-period-from = Desde
letter-label-period-to = Hasta
letter-label-person = Persona
letter-label-price = Precio por crédito
letter-label-producer = Productor
letter-label-rail = Vía de pago
letter-label-reason = Motivo
letter-label-retirement = Retiro
letter-label-role = Función
letter-label-settles-at = Surte efecto
letter-label-to = A la cuenta
letter-label-trade = Operación
letter-label-transfer = Transferencia
letter-label-url = Dirección
letter-label-use-until = Utilizable hasta
letter-label-valid-to = Último día
letter-label-verified = Verificado
letter-label-works-from = En vigor desde

## Words that are figures

letter-word-role-admin = administrador
letter-word-role-clerk = gestor
letter-word-role-trader = operador de mercado
letter-word-role-signatory = firmante
letter-word-role-viewer = lector
letter-word-role-contact = contacto
letter-word-target-key = Una clave
letter-word-target-account = Una cuenta
letter-word-target-organisation = Toda la actividad de su organización
letter-word-rail-bank-transfer = transferencia bancaria
letter-word-rail-mobile-money = dinero móvil

## The letters

letter-login-subject = Su enlace para entrar
letter-login-1 = Abra este enlace para entrar en el registro. Sirve una sola vez, hasta el { $ends_at }.
letter-login-2 = Si no lo ha pedido, no haga nada: sin el enlace nadie puede entrar.
letter-login-action = Entrar
letter-login-why = Recibe esta carta porque alguien pidió entrar con su dirección.

letter-invitation-subject = { $organisation } le invita al registro
letter-invitation-1 = { $organisation } le invita a trabajar en su nombre en el registro de créditos de minería artesanal.
letter-invitation-2 = La invitación sirve una sola vez, hasta el { $ends_at }. Si no conoce a { $organisation }, no haga nada.
letter-invitation-action = Aceptar la invitación
letter-invitation-why = Recibe esta carta porque { $organisation } dio su dirección.

letter-declaration-received-subject = { $producer } declaró { $mass } de { $mineral }
letter-declaration-received-1 = { $producer } ha declarado producción con un certificado suyo: { $mass } de { $mineral }, del { $period_from } al { $period_to }.
letter-declaration-received-2 = Revise las pruebas y apruebe o rechace la declaración. Si no hace ninguna de las dos cosas, caduca.
letter-declaration-received-action = Ver la declaración

letter-declaration-approved-subject = Su declaración fue aprobada: { $verified } verificados
letter-declaration-approved-1 = Su certificador ha verificado { $verified } de { $mineral }. Se le emitieron créditos por { $issued }.
letter-declaration-approved-2 = La masa que no completa un lote se guarda para la próxima declaración.
letter-declaration-approved-action = Ver sus declaraciones

letter-declaration-rejected-subject = Su declaración fue rechazada
letter-declaration-rejected-1 = Su certificador ha rechazado su declaración de { $mass } de { $mineral }. El motivo indicado: { $reason }.
letter-declaration-rejected-2 = Pregunte a su certificador qué falta. Puede volver a declarar la misma producción.
letter-declaration-rejected-action = Ver sus declaraciones

letter-credits-issued-subject = Créditos emitidos: { $mass } de { $mineral }
letter-credits-issued-1 = En su cuenta hay créditos por { $mass } de { $mineral }. Un crédito representa un kilogramo.
letter-credits-issued-2 = Se pueden vender o retirar hasta el { $use_until }; después caducan.
letter-credits-issued-action = Ver el lote

letter-transfer-leaving-subject = Una transferencia de { $mass } sale de su cuenta
letter-transfer-leaving-1 = Créditos por { $mass } de { $mineral } pasan de su cuenta a { $other }. La transferencia surte efecto el { $settles_at }.
letter-transfer-leaving-2 = Si no la quería, retírela antes: firme withdraw_transfer para { $transfer }. Después revise sus claves, porque una de ellas la firmó.
letter-transfer-leaving-action = Retirar la transferencia

letter-transfer-arriving-subject = Una transferencia de { $mass } está en camino hacia usted
letter-transfer-arriving-1 = { $other } le envía créditos por { $mass } de { $mineral }. Son suyos a partir del { $settles_at }.
letter-transfer-arriving-2 = Si no los quiere, rechace la transferencia antes: firme refuse_transfer para { $transfer }.
letter-transfer-arriving-action = Rechazar la transferencia

letter-trade-bought-subject = Compró { $mass } de { $mineral } por { $gross }
letter-trade-bought-1 = Compró créditos por { $mass } de { $mineral } a { $price } por crédito: { $gross }, más una comisión de { $fee }.
letter-trade-bought-2 = Los créditos están en su cuenta. Úselos hasta el { $use_until }.
letter-trade-bought-action = Ver la compra y adónde fue su dinero

letter-trade-sold-subject = Vendió { $mass } de { $mineral } por { $gross }
letter-trade-sold-1 = Vendió créditos por { $mass } de { $mineral } a { $price } por crédito: { $gross }.
letter-trade-sold-2 = El dinero se repartió según su plan de prima, y se descontó lo que debe por un plan de cuotas.
letter-trade-sold-action = Ver qué llegó a quién

letter-premium-paid-subject = Prima para usted: { $amount }
letter-premium-paid-1 = { $producer } vendió créditos por { $mass } de { $mineral }. Su parte de la prima es de { $amount }.
letter-premium-paid-2 = Está en su cuenta del registro hasta que se le pague.
letter-premium-paid-action = Ver sus pagos

letter-payout-sent-subject = Se ordenó un pago de { $amount } a su favor
letter-payout-sent-1 = Se ordenó al banco pagarle { $amount }. Puede tardar algunos días.
letter-payout-sent-2 = Cuando llegue el dinero, firme el recibo. Si no ha llegado después de cinco días hábiles, avise al operador.
letter-payout-sent-action = Ver sus pagos

letter-confirm-receipt-subject = ¿Llegaron { $amount }? Firme el recibo, por favor
letter-confirm-receipt-1 = El banco dice que se le pagaron { $amount }. Mire su cuenta allí.
letter-confirm-receipt-2 = Si el dinero llegó, firme confirm_receipt con el importe recibido. Si no llegó, o llegó menos, dígalo con el mismo acto. A los compradores se les dice cuánta prima se confirmó: su recibo cuenta.
letter-confirm-receipt-action = Ver el pago

letter-retirement-statement-subject = Constancia de retiro: { $mass } de { $mineral } para { $beneficiary }
letter-retirement-statement-1 = Se retiraron créditos por { $mass } de { $mineral } para { $beneficiary }. Es definitivo: no se pueden volver a vender ni usar.
letter-retirement-statement-2 = El archivo adjunto contiene la constancia y todo lo que la prueba. Guárdelo: se puede comprobar sin este registro, con orebook-verify o con la página del enlace.
letter-retirement-statement-action = Ver la inscripción pública

letter-certificate-expiring-subject = Un certificado termina en { $days } días
letter-certificate-expiring-1 = El certificado { $certificate } de { $mineral } termina el { $valid_to }, es decir, en { $days } días.
letter-certificate-expiring-2 = La producción posterior a ese día no se puede declarar con él. Solicite a tiempo el siguiente certificado.
letter-certificate-expiring-action = Ver el certificado

letter-key-added-subject = Una nueva clave para { $organisation }
letter-key-added-1 = Se añadió una nueva clave para { $organisation }. Podrá firmar cuando se confirme.
letter-key-added-2 = Si no lo hizo nadie de ustedes, revoque la clave enseguida con otra clave y avise al operador.
letter-key-added-action = Ver sus claves

letter-key-added-for-subject = El operador añadió una clave para { $organisation }
letter-key-added-for-1 = El operador del registro añadió una clave para { $organisation }, como hace cuando una organización ha perdido la suya.
letter-key-added-for-2 = Si no lo pidió, rechace la clave antes de que entre en vigor: firme veto_key con cualquiera de sus claves y avise al operador.
letter-key-added-for-action = Ver sus claves

letter-key-confirmed-subject = Una clave de { $organisation } ya puede firmar
letter-key-confirmed-1 = Se confirmó una clave de { $organisation }. Lo que firme les obliga desde ahora.
letter-key-confirmed-2 = Si no conoce esta clave, revóquela enseguida con otra clave y avise al operador.
letter-key-confirmed-action = Ver sus claves

letter-key-revoked-subject = Se revocó una clave de { $organisation }
letter-key-revoked-1 = Se revocó una clave de { $organisation }. Ya no firma nada, y terminan sus órdenes y transferencias abiertas.
letter-key-revoked-2 = Si no lo hizo nadie de ustedes, avise enseguida al operador.
letter-key-revoked-action = Ver sus claves

letter-key-vetoed-subject = Se rechazó una clave para { $organisation }
letter-key-vetoed-1 = Se rechazó, antes de que entrara en vigor, una clave que se había añadido para { $organisation }. No firmará nunca.
letter-key-vetoed-2 = Si no lo hizo nadie de ustedes, avise enseguida al operador.
letter-key-vetoed-action = Ver sus claves

letter-bank-details-changed-subject = Cambió adónde se paga a { $organisation }
letter-bank-details-changed-1 = Se firmaron nuevos datos de pago para { $organisation }. El dinero irá allí a partir del { $works_from }.
letter-bank-details-changed-2 = Si no lo quería, revoque antes la clave que los firmó. Entonces siguen en vigor los datos anteriores. Avise también al operador.
letter-bank-details-changed-action = Ver su organización

letter-bank-details-restored-subject = Datos de pago de { $organisation }: se retiró un cambio
letter-bank-details-restored-1 = Se retiró el cambio de adónde se paga a { $organisation }. El dinero va adonde iba antes del cambio.
letter-bank-details-restored-2 = Si no lo quería, avise al operador. Un nuevo cambio vuelve a esperar antes de que el dinero vaya allí.
letter-bank-details-restored-action = Ver su organización

letter-bank-details-set-subject = Se indicó adónde se paga a { $organisation }
letter-bank-details-set-1 = Se firmaron datos de pago para { $organisation }, los primeros. El dinero va allí desde ahora.
letter-bank-details-set-2 = Si no lo quería, firme otros, que entran en vigor tras una espera, y avise enseguida al operador.
letter-bank-details-set-action = Ver su organización

letter-contact-set-subject = Contacto de { $organisation }: la primera dirección
letter-contact-set-1 = Se indicó una dirección a la que el registro escribe para { $organisation }. Es la primera y vale desde ahora.
letter-contact-set-2 = Si no lo quería, avise enseguida al operador.
letter-contact-set-action = Ver su cuenta

letter-contact-changed-subject = Cambió el contacto de { $organisation }
letter-contact-changed-1 = Cambió la dirección a la que el registro escribe para { $organisation }. Esta carta va también a la dirección anterior.
letter-contact-changed-2 = Si no lo quería, avise enseguida al operador.
letter-contact-changed-action = Ver su cuenta

letter-frozen-subject = Congelación: { $organisation }
letter-frozen-1 = Queda congelado por el operador: { $target }. El motivo: { $hold_reason }. Termina por sí sola el { $lapses_at }, si no se prorroga.
letter-frozen-2 = No se pierde nada: los créditos y el dinero siguen siendo suyos. Pregunte al operador si no conoce el motivo.
letter-frozen-action = Ver la retención

letter-credits-frozen-subject = Créditos del lote { $batch } retenidos
letter-credits-frozen-1 = El operador ha retenido créditos del lote { $batch } ({ $mineral }). El motivo: { $hold_reason }. La retención termina por sí sola el { $lapses_at }, si no se prorroga.
letter-credits-frozen-2 = Hasta entonces esos créditos no se pueden vender, transferir ni retirar. Siguen siendo de quien son. Pregunte al operador si no conoce el motivo.
letter-credits-frozen-action = Ver el lote

letter-certificate-fraud-subject = Un certificado de { $producer } fue retirado por fraude
letter-certificate-fraud-1 = { $certifier } ha retirado por fraude el certificado de { $producer } ({ $mineral }). El motivo indicado: { $reason }.
letter-certificate-fraud-2 = Los créditos que aún tenía el productor se cancelan. Los que se compraron quedan retenidos hasta que el operador resuelva el caso; lo retirado sigue retirado, con una señal.
letter-certificate-fraud-action = Ver el productor

letter-audit-due-subject = Su retiro necesita el dictamen de un auditor
letter-audit-due-1 = Con el retiro de { $mass } de { $mineral } para { $beneficiary } se ha declarado tanto que un auditor debe revisarlo.
letter-audit-due-2 = Pida un dictamen a un auditor del registro. El plazo termina el { $due_at }; hasta entonces, la inscripción lo indica.
letter-audit-due-action = Ver el retiro

letter-audit-overdue-subject = El dictamen sobre su retiro está vencido
letter-audit-overdue-1 = No ha llegado el dictamen de un auditor sobre el retiro de { $mass } de { $mineral } para { $beneficiary }. La inscripción pública indica ahora que está vencido.
letter-audit-overdue-2 = Las declaraciones siguientes para este beneficiario esperan hasta que llegue. Pida un dictamen a un auditor del registro.
letter-audit-overdue-action = Ver el retiro

letter-webhook-disabled-subject = Se desactivó un webhook de { $organisation }
letter-webhook-disabled-1 = El registro ya no llama a un webhook de { $organisation }. El motivo: { $reason }.
letter-webhook-disabled-2 = No se pierde nada: recupere con el cursor lo que le faltó, repare el receptor y vuelva a activar el webhook.
letter-webhook-disabled-action = Ver sus webhooks
