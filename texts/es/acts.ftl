### Every signed act: what it is called, what signing it does, and the fields of its form. `field-<field>` is a field’s
### label, `field-<act>-<field>` its label in one act, and either with `-hint` says how to fill it in.

## Organisations and their keys

act-void = Invalidar una instrucción perdida
act-void-does = Si una instrucción que usted firmó no llegó al registro, ya no podrá surtir efecto: su número queda gastado. No cambia nada más. No se puede deshacer.
act-register-organisation = Registrar una organización
act-register-organisation-does = La organización pasa a ser miembro con el nombre, las funciones y las primeras claves que usted indique. Podrá actuar en cuanto confirme una de esas claves. El nombre, el código y las funciones no se pueden cambiar después.
act-add-key = Añadir una clave para su organización
act-add-key-does = La clave podrá firmar por su organización cuando se confirme con la propia clave. Si es para otra persona, debe aprobarla una segunda persona. Después se puede revocar, pero nunca pasa a otra organización.
act-add-key-for = Añadir una clave para otra organización
act-add-key-for-does = Es para una organización que no puede añadir la clave por sí misma; debe aprobarlo una segunda persona del operador. Si tiene una clave que funciona, la nueva espera, se avisa a sus contactos y la organización puede rechazarla. Después se puede revocar.
act-confirm-key = Confirmar esta clave
act-confirm-key-does = Se firma con la propia clave nueva. Desde entonces, lo que firme la clave obliga a su organización. Se puede revocar en cualquier momento.
act-veto-key = Rechazar una clave añadida para ustedes
act-veto-key-does = La clave que el operador añadió para su organización no firmará nunca. Sus demás claves no se tocan. Es definitivo.
act-revoke-key = Revocar una clave
act-revoke-key-does = Desde ahora la clave no firma nada, y termina lo que tenga abierto: órdenes, acuerdos, transferencias y propuestas. Lo que firmó y ya surtió efecto se mantiene. Es definitivo: la clave no vuelve a funcionar.
act-open-account = Abrir otra cuenta
act-open-account-does = Su organización recibe otra cuenta en la que puede tener créditos. No se mueve nada. Una cuenta abierta ya no se elimina.
act-set-limits = Fijar lo que una clave puede hacer sola
act-set-limits-does = Por encima de estos límites, las órdenes, acuerdos, transferencias, retiros de créditos y retiros de dinero necesitan una segunda persona de su organización. Sustituyen todos los límites anteriores; lo que no se nombra no tiene límite. Se pueden cambiar, pero subir o quitar uno requiere una segunda persona.
act-approve = Aprobar una propuesta
act-approve-does = Usted firma como segunda persona exactamente lo que dice la propuesta. Surte efecto de inmediato, si las reglas aún lo permiten. Que se pueda deshacer después depende del acto propuesto.
act-cancel-proposal = Retirar una propuesta
act-cancel-proposal-does = La propuesta de su organización termina sin efecto. No se había apartado nada para ella. Se puede volver a proponer.
act-suspend-organisation = Suspender una organización
act-suspend-organisation-does = La organización podrá hacer poco más que retirar lo suyo y firmar recibos. Terminan sus órdenes, acuerdos, propuestas y transferencias de salida abiertos, y los pagos a su favor esperan. La suspensión se puede levantar después.
act-reinstate-organisation = Levantar la suspensión de una organización
act-reinstate-organisation-does = Desde ahora la organización puede volver a actuar. Lo que terminó con la suspensión no vuelve por sí solo. Se la puede suspender de nuevo.
act-close-organisation = Cerrar una organización definitivamente
act-close-organisation-does = La organización termina, y nadie más recibirá su nombre ni su código. No debe tener nada, y nada puede estar en camino hacia ella. Es definitivo.
act-set-contact-details = Fijar a quién escribe el registro
act-set-contact-details-does = Las cartas para la organización irán a estas personas. Los datos quedan fuera de la bitácora pública, que solo guarda su huella. Un cambio espera antes de surtir efecto y hasta entonces se puede retirar.
act-withdraw-contact-details = Retirar un cambio de contactos
act-withdraw-contact-details-does = El cambio que aún espera no surte efecto. Los contactos en vigor se mantienen. Puede fijar otros en cualquier momento.
act-appoint-agent = Nombrar un agente
act-appoint-agent-does = La organización podrá tener créditos por usted y retirarlos en su nombre. No puede vender lo que usted le envíe ni usarlo para nadie más. Puede ponerle fin en cualquier momento.
act-dismiss-agent = Poner fin al encargo de un agente
act-dismiss-agent-does = Desde ahora el agente ya no retira nada por usted. Los créditos suyos que aún tenga solo se le pueden devolver. Puede volver a nombrarlo.

## The register itself

act-adopt-parameters = Fijar los plazos del registro
act-adopt-parameters-does = Estos plazos y límites valen para todos en lo que se decida desde ahora; los momentos ya fijados se mantienen. Debe aprobarlo una segunda persona del operador. Se pueden volver a cambiar de la misma manera.
act-adopt-rules = Adoptar reglas posteriores
act-adopt-rules-does = Desde ahora deciden reglas posteriores sobre lo que se firme; lo decidido se mantiene. Todos los servidores deben usar una versión que las conozca. Debe aprobarlo una segunda persona del operador. No se pueden retirar.
act-adopt-issuer = Cambiar la clave que firma las constancias
act-adopt-issuer-does = Desde ahora otra clave del registro firma las constancias de retiro. Debe aprobarlo una segunda persona del operador. Es definitivo: la clave anterior no vuelve.
act-adopt-log-key = Cambiar la clave que firma la bitácora
act-adopt-log-key-does = Desde ahora otra clave firma los puntos de control de la bitácora pública, y la necesita quien la compruebe. Debe aprobarlo una segunda persona del operador. Es definitivo: la clave anterior no vuelve.

## Grievances

act-triage-grievance = Decidir cómo se atiende una queja
act-triage-grievance-does = Usted dice por el operador qué tan grave es y qué se hará. Ambas cosas son públicas; nada lo es de quien la envió. Hasta que se cierre la queja, puede decidir de nuevo.
act-close-grievance = Cerrar una queja
act-close-grievance-does = La queja termina con el resultado que usted indique, y todos pueden leerlo. Es definitivo: lo nuevo necesita una queja nueva.

## Money at the bank

act-deposit = Anotar un depósito de un miembro
act-deposit-does = El dinero que llegó al banco se anota a favor del miembro, que desde entonces puede gastarlo. Debe aprobarlo una segunda persona del operador. Un error solo se corrige con otro asiento.
act-deposit-unknown = Anotar un depósito de remitente desconocido
act-deposit-unknown-does = El dinero que llegó al banco queda en una cuenta transitoria hasta que se conozca su dueño; hasta entonces nadie puede gastarlo. Debe aprobarlo una segunda persona del operador. Un error solo se corrige con otro asiento.
act-assign-deposit = Asignar un depósito a su dueño
act-assign-deposit-does = El depósito que esperaba a su dueño se anota a favor del miembro que usted indique, que desde entonces puede gastarlo. Debe aprobarlo una segunda persona del operador. Un error solo se corrige con otro asiento.
act-recall-deposit = Anotar que el banco recuperó un depósito
act-recall-deposit-does = El dinero sale de la cuenta del miembro en lo que no se haya usado; el resto lo asume el operador. Debe aprobarlo una segunda persona del operador. Un error solo se corrige con otro asiento.
act-book-charge = Anotar un cargo del banco
act-book-charge-does = El cargo se paga con las comisiones que ganó el operador; no lo paga ningún miembro. Un error solo se corrige con otro asiento.
act-correct-money = Corregir un asiento equivocado
act-correct-money-does = El dinero pasa de una cuenta a otra para corregir un asiento anterior, que sigue visible. Debe aprobarlo una segunda persona del operador, y lo ven los miembros afectados. Solo se deshace con otra corrección.
act-reconcile-bank = Anotar el saldo que indica el banco
act-reconcile-bank-does = El saldo del extracto bancario se anota junto a lo que tiene el registro. No se mueve dinero. El saldo anotado se mantiene; uno posterior queda a su lado.

## Payouts

act-set-payout-details = Fijar adónde van los pagos
act-set-payout-details-does = Desde ahora los pagos irán allí. Los datos quedan fuera de la bitácora pública, que solo guarda su huella. Un cambio espera antes de surtir efecto y hasta entonces se puede retirar.
act-withdraw-payout-details = Retirar un cambio de datos de pago
act-withdraw-payout-details-does = El cambio que aún espera no surte efecto. Los pagos van adonde iban antes. Puede fijar otros datos en cualquier momento.
act-withdraw-money = Pedir su dinero no usado
act-withdraw-money-does = Se pide al operador que pague el importe adonde usted cobra. La prima que espera a su destinatario no se toca. Puede cancelar el pago hasta que el operador lo haya aprobado.
act-plan-payout = Planificar un pago de prima
act-plan-payout-does = Se planifica el pago de la prima que las ventas de un productor aportaron a un destinatario. No se mueve dinero hasta que lo aprueben dos personas del operador. Se puede cancelar hasta que el banco tenga el archivo.
act-approve-payouts = Aprobar pagos
act-approve-payouts-does = El dinero de estos pagos sale de las cuentas de los destinatarios en el registro y queda en camino; juntos forman un archivo para el banco. Debe aprobarlo una segunda persona del operador. Cada uno se puede cancelar hasta que el banco tenga el archivo.
act-cancel-payout = Cancelar un pago
act-cancel-payout-does = El pago termina antes de que el banco sepa de él, y lo que había salido de la cuenta vuelve de inmediato. No se puede deshacer, pero se puede planificar otro pago.
act-instruct-payouts = Anotar que el banco tiene el archivo
act-instruct-payouts-does = Usted declara que el archivo de pago se entregó al banco. Desde entonces sus pagos ya no se pueden cancelar. No se puede deshacer: entregue el archivo una sola vez.
act-report-payout = Anotar lo que dice el banco de un pago
act-report-payout-does = El pago avanza según lo que informa el banco. Si lo rechazó o lo devolvió, el dinero vuelve a la cuenta del destinatario y debe aprobarlo una segunda persona del operador. Lo informado queda en el registro.
act-confirm-receipt = Firmar el recibo de un pago
act-confirm-receipt-does = Usted declara cuánto llegó del pago; a los compradores se les dice cuánta prima se confirmó. Por un destinatario sin clave firman dos personas del productor, con el recibo en papel. Un recibo no se puede retirar.
act-dispute-payout = Decir que un pago no llegó
act-dispute-payout-does = El pago queda marcado como disputado y el operador debe examinarlo. Si el dinero llega después, aún puede firmar el recibo.
act-refund-fraud = Reembolsar a los compradores tras un fraude
act-refund-fraud-does = Se cancelan los créditos comprados con un certificado retirado por fraude, y sus compradores recuperan lo que se pudo detener de la prima. Los créditos retirados siguen retirados. Debe aprobarlo una segunda persona del operador; es definitivo.

## Programmes and certifiers

act-define-programme = Definir un programa o su versión siguiente
act-define-programme-does = Sus niveles, minerales y reglas valen desde el día que usted indique, y todos pueden leerlos. Una versión no se puede cambiar ni retirar; otra posterior puede sustituirla.
act-accredit = Acreditar a un certificador
act-accredit-does = El certificador puede otorgar certificados y aprobar producción en este programa, para los minerales y días que usted indique. Todos pueden leerlo. La acreditación se puede retirar.
act-withdraw-accreditation = Retirar una acreditación
act-withdraw-accreditation-does = Desde ahora el certificador no puede otorgar certificados ni aprobar producción con ella. Los certificados ya otorgados se mantienen. La acreditación no vuelve; se puede dar otra.
act-record-equivalence = Anotar una equivalencia
act-record-equivalence-does = Todos pueden leer que el nivel de un programa se acepta como el de otro. No crea créditos ni cambia ninguna afirmación. Se le puede poner fin.
act-revoke-equivalence = Poner fin a una equivalencia
act-revoke-equivalence-does = Desde el día que usted indique, la equivalencia ya no vale. No se toca ningún crédito ni ninguna afirmación. No se puede deshacer, pero se puede anotar otra.

## Certificates

act-apply-certificate = Solicitar un certificado
act-apply-certificate-does = Usted pide al certificador que indique que certifique un sitio suyo. Nada queda certificado hasta que el certificador lo otorgue. Hasta que empiece la auditoría, puede devolver la solicitud.
act-accept-mandate = Aceptar ser titular de un certificado
act-accept-mandate-does = Usted pasa a ser titular del certificado, con los poderes que le da la solicitud. Desde ahora usted y el productor no pueden comprarse ni venderse nunca entre sí. El productor puede poner fin a sus poderes en cualquier momento.
act-end-mandate = Poner fin a los poderes del titular
act-end-mandate-does = El titular ya no puede declarar ni ofrecer por usted con este certificado, y se cancelan las ofertas que firmó. Sigue figurando como titular. No se puede deshacer para este certificado.
act-begin-audit = Comenzar la auditoría
act-begin-audit-does = Todos pueden ver que la solicitud está en auditoría. Desde ahora solo termina cuando usted la otorgue o la rechace. No se puede deshacer.
act-grant-certificate = Otorgar el certificado
act-grant-certificate-does = El productor puede declarar producción con él y recibir créditos, hasta el máximo anual. Todos pueden leerlo. Después se puede suspender o retirar, pero no deshacer.
act-reject-certificate = Rechazar la solicitud
act-reject-certificate-does = La solicitud termina sin certificado, y todos pueden leer el motivo. Es definitivo; el productor puede volver a solicitarlo.
act-suspend-certificate = Suspender el certificado
act-suspend-certificate-does = No se puede declarar ni emitir nada con él, terminan sus ofertas y acuerdos, y los créditos no vendidos quedan retenidos. Los comprados siguen siendo utilizables, y todos pueden leer el motivo. La suspensión se puede levantar después.
act-reinstate-certificate = Levantar la suspensión del certificado
act-reinstate-certificate-does = El certificado vuelve a contar desde el día que usted indique, y sus créditos no vendidos quedan libres. Las ofertas y acuerdos que terminaron no vuelven por sí solos. Se puede suspender de nuevo.
act-withdraw-certificate = Retirar el certificado definitivamente
act-withdraw-certificate-does = El certificado termina para siempre; se cancelan sus créditos no vendidos y caducan sus declaraciones abiertas. Si la causa es fraude, los créditos comprados quedan retenidos y se detiene la prima aún no pagada. Es definitivo y público; los créditos retirados siguen retirados.
act-surrender-certificate = Devolver el certificado definitivamente
act-surrender-certificate-does = Su certificado o solicitud termina desde el día que usted indique. Lo producido antes aún se puede declarar durante un tiempo, y los créditos emitidos se pueden seguir vendiendo. Es definitivo.
act-release-certificate-hold = Liberar los créditos de un certificado terminado
act-release-certificate-hold-does = Los créditos que quedaron retenidos cuando terminó un certificado suspendido vuelven a estar libres, y su productor puede venderlos. El certificado sigue terminado. No se puede deshacer.
act-extend-maximum = Aumentar el máximo anual
act-extend-maximum-does = Desde este año del certificado se pueden emitir créditos por más producción. Todos pueden leerlo. No se puede retirar; solo la inspección de un grupo puede volver a bajarlo.
act-record-inspection = Anotar la inspección de un grupo
act-record-inspection-does = Usted anota cuántos miembros tiene el grupo, cuántos cumplen y cuántos salen del volumen. Si cumplen muy pocos, no se puede declarar nada hasta una inspección mejor. Es público y se mantiene; la siguiente inspección la sustituye.

## How premium is shared

act-adopt-premium-plan = Fijar cómo se reparte su prima
act-adopt-premium-plan-does = La prima de sus ventas en este programa va a estos destinatarios en estas partes, y todos pueden leerlo. El primer plan vale de inmediato; uno posterior, después de un plazo. Se puede sustituir por otro plan; lo ya repartido se mantiene.
act-open-instalment-plan = Ofrecer un plan de cuotas a un productor
act-open-instalment-plan-does = Usted ofrece cobrar de cada venta del productor, hasta el total. No se descuenta nada hasta que el productor acepte. La oferta no se puede retirar.
act-accept-instalment-plan = Aceptar un plan de cuotas
act-accept-instalment-plan-does = Desde ahora se descuenta la tasa de cada venta suya en esta moneda para el acreedor, hasta pagar el total. Sus destinatarios se reparten lo que queda. No se le puede poner fin antes.

## Production

act-declare = Declarar producción
act-declare-does = Usted declara lo que se extrajo en el período y que no se usa ninguna otra etiqueta para ello. El certificador lo revisa; cuando lo aprueba, se emiten créditos al productor. Puede retirar la declaración hasta que se decida.
act-approve-declaration = Aprobar la declaración
act-approve-declaration-does = Por la masa que usted verificó se emiten de inmediato créditos al productor, que se pueden vender. No se puede deshacer; ante un error solo queda suspender o retirar el certificado.
act-reject-declaration = Rechazar la declaración
act-reject-declaration-does = No se emiten créditos, y se comunica el motivo al productor. Es definitivo para esta declaración; la misma producción se puede volver a declarar.
act-withdraw-declaration = Retirar una declaración
act-withdraw-declaration-does = La declaración termina sin decisión, y no se emiten créditos por ella. Puede volver a declarar el mismo período.
act-record-physical-sale = Anotar metal vendido como certificado
act-record-physical-sale-does = El metal vendido como certificado no puede estar además en créditos: primero se gasta la masa aún sin créditos y después se cancelan sus créditos disponibles. Si no alcanza, el certificado queda señalado y no se emite más hasta compensarlo. No se puede deshacer.
act-cancel-credits = Cancelar definitivamente créditos no vendidos
act-cancel-credits-does = Los créditos que usted nombra salen del registro sin usarse, y nadie cobra por ellos. Todos pueden leerlo, con el motivo. Es definitivo.

## Transfers

act-transfer = Transferir créditos
act-transfer-does = Los créditos pasan a la otra cuenta: de inmediato dentro de su organización o a una cuenta de confianza; si no, después de un plazo. Mientras están en camino, puede retirarlos. Después quedan en manos del receptor.
act-withdraw-transfer = Retirar una transferencia
act-withdraw-transfer-does = Los créditos que están en camino vuelven de inmediato a su cuenta, y el receptor no recibe nada. Puede volver a transferirlos.
act-refuse-transfer = Rechazar una transferencia
act-refuse-transfer-does = Los créditos que están en camino hacia usted vuelven de inmediato al remitente. No se puede deshacer; el remitente puede enviarlos otra vez.
act-trust-account = Confiar en la cuenta de otra organización
act-trust-account-does = Después de un plazo, sus transferencias y acuerdos con esta cuenta se liquidan de inmediato, de modo que ya no podrá retirarlos. Puede ponerle fin en cualquier momento.
act-distrust-account = Dejar de confiar en una cuenta
act-distrust-account-does = Desde ahora sus transferencias y acuerdos con esta cuenta vuelven a esperar, de modo que puede retirarlos. Lo liquidado se mantiene. Puede volver a confiar en ella.

## Holds

act-place-hold = Imponer una retención
act-place-hold-does = La clave, la cuenta, la organización o el lote queda detenido por un tiempo, y termina lo que tenga abierto. Todos pueden leerlo, con el motivo. La retención termina por sí sola si no se prorroga, y se puede levantar antes.
act-extend-hold = Prorrogar una retención
act-extend-hold-does = La retención dura un plazo más, y todos pueden leerlo. Debe aprobarlo una segunda persona del operador. Aún se puede levantar antes.
act-release-hold = Levantar una retención
act-release-hold-does = Lo retenido vuelve a estar libre, salvo que lo cubra otra retención. Lo que terminó al imponerla no vuelve por sí solo. Tras un fraude, debe aprobarlo una segunda persona del operador.

## Markets and orders

act-open-market = Abrir un mercado
act-open-market-does = Los créditos de esta clase se pueden comprar y vender en esta moneda, a no menos de la prima mínima que usted fije. Todos pueden verlo. Un mercado no se puede volver a cerrar, solo detener.
act-place-sell-order = Ofrecer créditos en venta
act-place-sell-order-does = Los créditos que usted nombra se apartan y se muestran a los compradores a su precio. Cuando alguien compra, salen definitivamente de su cuenta y la prima va a sus destinatarios según su plan. Puede retirar lo que no se haya vendido.
act-place-buy-order = Hacer una oferta de compra
act-place-buy-order-does = Se aparta el dinero de su oferta de compra y de la comisión. Cuando una oferta de venta alcanza su precio, usted compra de inmediato y en firme; lo que no se necesita vuelve de inmediato. Puede retirar lo que no se haya comprado.
act-cancel-order = Retirar una orden
act-cancel-order-does = Lo que queda de la orden sale del mercado, y lo apartado para ella vuelve de inmediato. Lo ya negociado se mantiene. Puede poner una orden nueva.
act-reduce-order = Reducir una orden
act-reduce-order-does = La orden se reduce en la masa que usted indique y conserva su lugar. Lo apartado para esa parte vuelve de inmediato. No se puede volver a aumentar.
act-halt-market = Detener un mercado
act-halt-market-does = No se aceptan órdenes ni acuerdos hasta que usted lo vuelva a abrir. Las órdenes que ya están se mantienen y se pueden retirar. Todos pueden leer el motivo.
act-reopen-market = Reabrir un mercado detenido
act-reopen-market-does = Desde ahora se vuelven a aceptar órdenes y acuerdos, y las órdenes que quedaron cuentan como antes. Se puede detener de nuevo.
act-set-floor = Fijar la prima mínima
act-set-floor-does = Desde ahora nadie puede vender ni comprar por menos. Las órdenes por debajo se cancelan, y lo apartado para ellas vuelve de inmediato. Se puede cambiar de nuevo, pero esas órdenes no vuelven.

## Direct deals

act-propose-deal = Proponer un acuerdo directo
act-propose-deal-does = Usted propone a una organización un acuerdo a su precio, y su parte se aparta: los créditos, o el dinero con la comisión. Puede retirarlo hasta que se liquide. Entonces los créditos y el dinero cambian de manos en firme.
act-accept-deal = Aceptar un acuerdo
act-accept-deal-does = Su parte se aparta, y el acuerdo se liquida de inmediato o después de un plazo. Mientras espera, cualquiera de las partes puede retirarlo. Entonces los créditos y el dinero cambian de manos en firme.
act-decline-deal = Rechazar un acuerdo
act-decline-deal-does = El acuerdo termina, y lo que la otra parte había apartado le vuelve de inmediato. No se puede deshacer; se puede proponer otro acuerdo.
act-withdraw-deal = Retirar un acuerdo
act-withdraw-deal-does = Un acuerdo que aún no se ha liquidado termina para ambas partes, y lo apartado vuelve de inmediato. No se puede deshacer; se puede proponer otro acuerdo.

## Use and retirement

act-record-footprint = Anotar cuánto mineral se consumió
act-record-footprint-does = Usted declara cuánto de un mineral se consumió en un período; en ello se apoyan las afirmaciones de que los créditos equivalen a una parte de ese consumo. El asiento no se puede retirar. Solo tras un retiro que lo cite se puede corregir, durante un tiempo.
act-record-consent = Anotar el consentimiento de una organización
act-record-consent-does = Usted declara que la organización aceptó por escrito ser nombrada; hasta el día que indique puede retirar créditos para ella. El documento queda fuera del registro, que guarda su huella. El consentimiento no se puede retirar y termina con su último día.
act-retire = Retirar créditos definitivamente
act-retire-does = Los créditos se consumen para siempre a nombre del beneficiario; nadie puede volver a venderlos, moverlos ni usarlos. La inscripción es pública, con lo que afirma. Es definitivo: solo se pueden corregir unas pocas palabras, por poco tiempo.
act-retire-list = Retirar créditos para varios beneficiarios
act-retire-list-does = Se retiran todas las líneas o ninguna. Los créditos se consumen para siempre, cada línea para su beneficiario, y cada inscripción es pública. Es definitivo: solo se pueden corregir unas pocas palabras, por poco tiempo.
act-correct-retirement = Corregir lo que dice un retiro
act-correct-retirement-does = Lo que usted indique sustituye lo que dice la inscripción, y todos pueden ver ambas cosas. Los créditos, el beneficiario y el tipo de afirmación se mantienen. Se puede hacer una vez, y otra tras el dictamen de un auditor; no se puede deshacer.
act-publish-finding = Publicar un dictamen sobre un retiro
act-publish-finding-does = Su dictamen queda junto al retiro para que todos lo lean. Si lo disputa, su afirmación deja de mostrarse. El dictamen no se puede retirar; puede seguir otro posterior.

## Fields that many acts have

field-account = Cuenta
field-accept-deal-account = Su cuenta
field-cancel-credits-account = Cuenta en la que están los créditos
field-place-buy-order-account = Cuenta adonde van los créditos
field-place-sell-order-account = Cuenta en la que están los créditos
field-propose-deal-account = Su cuenta
field-retire-account = Cuenta en la que están los créditos
field-retire-list-account = Cuenta en la que están los créditos
field-trust-account-account = Cuenta de la otra organización
field-amount = Importe
field-amount-hint = Con coma o punto decimal y, como máximo, los decimales de la moneda, por ejemplo 12750,00
field-batch = Lote
field-blocks = Créditos (bloques de serie)
field-blocks-hint = Uno por línea, tal como está impreso, por ejemplo OBK-GLD-CO-K7Q2-2026-0007-00000001-00000250-19
field-certificate = Certificado
field-certifier = Certificador
field-country = País
field-currency = Moneda
field-currency-hint = Tres letras, por ejemplo USD
field-digest = Huella del archivo
field-digest-hint = SHA-256 del archivo, calculado en este navegador; el archivo no se envía.
field-ecological = Ecológico
field-ecological-hint = Extraído sin mercurio y sin cianuro
field-effective = Cuenta desde
field-effective-hint = Como AAAA-MM-DD; hoy, o tan atrás como permita el programa.
field-from = De
field-holder = Titular
field-holder-hint = Quien administra el certificado, si no es el productor. Si no, déjelo vacío.
field-key = Clave pública
field-key-hint = Empieza con did:key:.
field-kind = Tipo
field-level = Nivel
field-market = Mercado
field-mass = Masa
field-mass-hint = En kilogramos, por ejemplo 2,409
field-mineral = Mineral
field-minerals = Minerales
field-money = Acuerdos y pagos
field-money-hint = Déjelo vacío para conservar las cifras de la fundación.
field-name = Nombre
field-open-account-name = Nombre de la cuenta
field-define-programme-name = Nombre del programa
field-register-organisation-name = Nombre legal
field-note = Nota
field-note-hint = Sus palabras quedan fuera de la bitácora pública, que solo guarda su huella, y se pueden borrar.
field-organisation = Organización
field-parameters = Reglas
field-payee = Destinatario
field-period-from = Primer día del período
field-period-from-hint = Como AAAA-MM-DD, por ejemplo 2026-01-01
field-period-to = Último día del período
field-period-to-hint = Como AAAA-MM-DD; un período dura como máximo doce meses.
field-declare-period-to = Último día del período
field-declare-period-to-hint = Como AAAA-MM-DD; antes de hoy, en el mismo año calendario y el mismo año del certificado que el primer día.
field-producer = Productor
field-programme = Programa
field-programme-hint = Su código de tres letras, por ejemplo HZN
field-purpose = Finalidad
field-purpose-hint = Un código de minúsculas, cifras y guiones bajos, por ejemplo annual_claim; todos pueden leerlo.
field-reason = Motivo
field-reason-hint = Un código de minúsculas, cifras y guiones bajos, por ejemplo audit_overdue; otros pueden leerlo.
field-confirm-receipt-reason = Por qué llegó menos
field-confirm-receipt-reason-hint = Solo si llegó menos de lo enviado; un código como bank_charge.
field-halt-market-reason = Motivo
field-halt-market-reason-hint = Elija de la lista; todos pueden leerlo.
field-place-hold-reason = Motivo
field-place-hold-reason-hint = Elija de la lista; todos pueden leerlo.
field-reference = Referencia del banco
field-reference-hint = Como la da el banco: solo letras sin acentos, cifras y . / - _ :, como máximo 64. Se usa una sola vez.
field-registration-number = Número de registro
field-registration-number-hint = Como en el registro oficial del país; solo letras sin acentos, cifras y . / - _ :.
field-retirement = Retiro
field-scope = Qué se cuenta
field-scope-hint = Sobre qué se cuenta el consumo, como código de minúsculas, cifras y guiones bajos, por ejemplo products; aparece en la afirmación.
field-place-hold-scope = Qué créditos
field-place-hold-scope-hint = Los que aún tiene el productor, o todos los del lote.
field-to = A
field-until = Último día
field-until-hint = Como AAAA-MM-DD; ese día aún vale.
field-place-buy-order-until = Vale hasta
field-place-buy-order-until-hint = La oferta termina al acabar este día en UTC, como máximo dentro de 180 días. Si lo deja vacío, vale 30 días.
field-place-sell-order-until = Vale hasta
field-place-sell-order-until-hint = La oferta termina al acabar este día en UTC, como máximo dentro de 180 días y antes de que caduquen los créditos. Si lo deja vacío, vale 30 días.
field-propose-deal-until = Se puede aceptar hasta
field-propose-deal-until-hint = Hasta el final de este día en UTC; como máximo dentro de unos días, según fije el registro.
field-verification = Verificación
field-women-led = Dirigida por mujeres

## Organisations and their keys

field-agent = Agente
field-code = Código
field-define-programme-code = Código del programa
field-define-programme-code-hint = Tres letras mayúsculas, por ejemplo HZN
field-register-organisation-code = Código en los números de serie
field-register-organisation-code-hint = Letra, cifra, letra, cifra, por ejemplo K7Q2; letras sin A E I O U Y, cifras del 2 al 9.
field-details = Datos
field-details-hint = Quedan fuera de la bitácora pública, que solo guarda su huella, calculada en este navegador.
field-set-contact-details-details = A quién escribe el registro
field-set-contact-details-details-hint = Quedan fuera de la bitácora pública, que solo guarda su huella, calculada en este navegador.
field-set-contact-details-organisation = Para qué organización
field-set-contact-details-organisation-hint = Solo cuando el operador lo hace por una organización sin clave.
field-set-payout-details-details = Adónde van los pagos
field-set-payout-details-details-hint = Quedan fuera de la bitácora pública, que solo guarda su huella, calculada en este navegador.
field-set-payout-details-organisation = Para qué destinatario
field-set-payout-details-organisation-hint = Solo cuando el operador lo hace por un destinatario sin clave.
field-group = Grupo
field-register-organisation-group = Grupo de organizaciones
field-register-organisation-group-hint = Una organización a cuyo grupo se une; sus miembros no negocian nunca entre sí. Déjelo vacío para un grupo propio.
field-id = Número de la instrucción
field-id-hint = Empieza con urn:uuid:.
field-keys = Primeras claves
field-keys-hint = Al menos dos, una de ellas de recuperación; quien solo es destinatario puede no tener ninguna.
field-masses = Límites de créditos
field-masses-hint = Para una transferencia o un retiro con una sola clave, por mineral. Lo que no se nombra no tiene límite.
field-person = Persona
field-person-hint = Una etiqueta como first u office_2, nunca un nombre: minúsculas, cifras y guiones bajos, como máximo 16.
field-proposal = Propuesta
field-approve-digest = Huella de la propuesta
field-approve-digest-hint = Une su firma exactamente a lo que firmó la primera persona.
field-add-key-purpose = Tipo de clave
field-add-key-purpose-hint = De firma para cada día, de recuperación para la clave impresa guardada en la caja fuerte.
field-add-key-for-purpose = Tipo de clave
field-add-key-for-purpose-hint = De firma para cada día, de recuperación para la clave impresa guardada en la caja fuerte.
field-register-organisation-purpose = Tipo de clave
field-register-organisation-purpose-hint = De firma para cada día, de recuperación para la clave impresa guardada en la caja fuerte.
field-roles = Funciones
field-structure = Estructura
field-structure-hint = Cómo está formada la organización minera; solo para productores.
field-set-limits-mass = Límite
field-set-limits-mass-hint = En kilogramos, por ejemplo 2,409
field-values = Límites de dinero
field-values-hint = Para una orden, un acuerdo o un retiro de dinero con una sola clave, por moneda. Lo que no se nombra no tiene límite.
field-value = Importe

## The register itself

field-did = Identificador (DID)
field-did-hint = Empieza con did:web: o did:key:.
field-issuer = Clave de las constancias
field-log-key = Clave de la bitácora
field-log-key-hint = Nombre, número y clave en una línea, separados por signos más.
field-operator = Operador
field-origin = Nombre de la bitácora
field-persons = Primeras personas
field-possession = Firma de la clave nueva
field-possession-hint = Prueba que la clave nueva está en manos del registro.
field-previous = Qué pasó con la clave anterior
field-rules = Versión de las reglas
field-correction-after-finding-days = Días para corregir un retiro tras un dictamen
field-correction-hours = Horas para corregir un retiro
field-deal-days-max = Días para aceptar un acuerdo, como máximo
field-details-wait-hours = Horas que esperan los datos de contacto o de pago cambiados
field-finding-due-days = Días en que debe llegar el dictamen de un auditor
field-fraud-hold-days = Días que los créditos quedan retenidos tras un fraude, como mínimo
field-hold-days = Días tras los cuales una retención termina por sí sola
field-key-wait-hours = Horas que espera una clave añadida por el operador
field-proposal-lapse-days = Días tras los cuales caduca una propuesta
field-receipt-reminder-days = Días tras los cuales se da por debido un recibo que falta
field-receipt-tolerance = Cuánto puede faltar de un pago
field-receipt-tolerance-hint = En porcentaje, por ejemplo 1. Siempre se admiten diez unidades enteras de la moneda.
field-receipt-unconfirmed-days = Días tras los cuales un pago figura públicamente sin confirmar
field-transfer-wait-hours = Horas que espera una transferencia a otros
field-triage-days = Días hábiles para atender una queja
field-triage-grave-hours = Horas para atender una queja sobre violencia o niños
field-trust-wait-hours = Horas hasta que una cuenta es de confianza

## Grievances and holds

field-decision = Decisión
field-grievance = Número del caso
field-grievance-hint = 64 cifras y letras, tal como las muestra la lista de quejas.
field-hold = Retención
field-outcome = Resultado
field-severity = Qué tan grave es
field-target = Qué se detiene

## Money at the bank

field-deposit = Depósito
field-correct-money-from = Sale de
field-correct-money-from-hint = bank, fees, suspense, operator_loss, o cash: seguido del código de la organización
field-correct-money-to = Va a
field-correct-money-to-hint = bank, fees, suspense, operator_loss, o cash: seguido del código de la organización
field-mends = Asiento que corrige
field-mends-hint = Su número en la bitácora
field-on = Día del extracto
field-on-hint = Como AAAA-MM-DD; no después de hoy.
field-statement = Saldo del extracto
field-statement-hint = Con coma o punto decimal y, como máximo, los decimales de la moneda, por ejemplo 12750,00

## Payouts

field-accepted = El banco lo aceptó
field-rejected = El banco lo rechazó
field-returned = Se pagó y fue devuelto
field-settled = El banco lo pagó
field-unknown = No se sabe
field-unknown-hint = Puede que se haya pagado: no se envía nunca otra vez.
field-exchange = Pago en otra moneda
field-exchange-hint = Solo es información: en el registro no se convierte nada.
field-expected = Importe que se espera que llegue
field-expected-hint = Con coma o punto decimal y, como máximo, los decimales de la moneda; una moneda sin centavos lleva números enteros.
field-file = Archivo de pago
field-instruct-payouts-digest = Huella del archivo de pago
field-instruct-payouts-digest-hint = SHA-256 del mismo archivo que recibió el banco, calculado en este navegador.
field-paper = Recibo en papel
field-paper-hint = Para un destinatario sin clave: SHA-256 del recibo escaneado, calculado en este navegador.
field-payout = Pago
field-payouts = Pagos
field-payouts-hint = Sus códigos, que empiezan con pay_, uno por línea; todos de una misma moneda y vía de pago, como máximo 200.
field-rail = Vía de pago
field-rate = Tasa
field-open-instalment-plan-rate = Parte de cada venta
field-open-instalment-plan-rate-hint = En porcentaje, por ejemplo 10
field-plan-payout-rate = Tipo de cambio
field-plan-payout-rate-hint = Con coma o punto decimal, tal como se cotiza, por ejemplo 3712,5
field-received = Importe recibido
field-received-hint = Lo que llegó, con coma o punto decimal, por ejemplo 6500,00
field-report = Informe
field-publish-finding-report = Su informe
field-publish-finding-report-hint = SHA-256 del informe, calculado en este navegador; el informe no se envía.
field-report-payout-report = Lo que dice el banco
field-source = Quién cotiza el tipo
field-source-hint = Un código de minúsculas, cifras y guiones bajos, por ejemplo central_bank

## Programmes and certifiers

field-accreditation = Acreditación
field-accredit-from = Primer día
field-accredit-from-hint = Como AAAA-MM-DD, por ejemplo 2026-01-01
field-claims = Afirmaciones permitidas
field-effective-from = En vigor desde
field-effective-from-hint = Como AAAA-MM-DD; no antes de hoy.
field-equivalence = Equivalencia
field-extent = Cuánto se acepta
field-from-date = Primer día
field-from-date-hint = Como AAAA-MM-DD, por ejemplo 2026-01-01
field-record-equivalence-from = Nivel que se acepta
field-record-equivalence-to = Nivel como el que se acepta
field-revoke-equivalence-effective = Deja de valer desde
field-revoke-equivalence-effective-hint = Como AAAA-MM-DD; hoy o después, o tan atrás como permita el programa.
field-levels = Niveles
field-version = Versión
field-version-hint = 1 para la primera, después una más cada vez.
field-administration-bps-max = Máximo para certificación y administración
field-administration-bps-max-hint = En porcentaje, por ejemplo 15
field-approve-within-days = Días para aprobar producción tras el fin de un certificado
field-audit-age-months-max = Antigüedad máxima de la auditoría, en meses
field-audit-thresholds = Cuándo hace falta el dictamen de un auditor
field-audit-thresholds-hint = Por mineral, lo que un beneficiario puede retirar en 365 días sin dictamen.
field-define-programme-mass = Umbral en 365 días
field-define-programme-mass-hint = En kilogramos, por ejemplo 5
field-community-bps-min = Parte mínima para la comunidad
field-community-bps-min-hint = En porcentaje, por ejemplo 10
field-compliant-bps-min = Parte mínima de miembros que cumplen
field-compliant-bps-min-hint = En porcentaje, por ejemplo 80
field-declare-within-days = Días para declarar producción tras el fin de un certificado
field-effective-days-back = Días hacia atrás que puede contar un cambio
field-entry-months-max = Meses en el nivel de entrada, como máximo
field-fee-bps = Comisión del comprador
field-fee-bps-hint = En porcentaje, por ejemplo 1
field-holder-bps-max = Parte máxima para el titular
field-holder-bps-max-hint = En porcentaje, por ejemplo 10
field-inspection-age-months-max = Antigüedad máxima de la inspección, en meses
field-instalment-bps-max = Cuota máxima por certificación
field-instalment-bps-max-hint = En porcentaje de cada venta, por ejemplo 10
field-plan-wait-days = Días hasta que vale un nuevo plan de prima
field-prefinance-bps-max = Devolución máxima de la prefinanciación
field-prefinance-bps-max-hint = En porcentaje de cada venta, por ejemplo 20
field-resale = Reventa
field-retire-within-months = Meses para retirar los créditos tras la compra
field-unsold-months = Meses que duran los créditos no vendidos
field-women-bps-min = Parte mínima para las mujeres
field-women-bps-min-hint = En porcentaje, por ejemplo 15

## Certificates

field-audited-on = Día de la auditoría
field-audited-on-hint = Como AAAA-MM-DD; no después de hoy.
field-cause = Causa
field-cause-hint = Con fraude, también se retienen los créditos comprados.
field-compliant = Parte de miembros que cumplen
field-compliant-hint = En porcentaje, por ejemplo 92,5
field-continues = Certificado que continúa
field-continues-hint = Cuando renueva uno anterior o sube un nivel.
field-failed = Miembros que salen del volumen
field-failed-hint = Cuántos no cumplieron; 0 si ninguno.
field-grant-certificate-group = Grupo de miembros
field-grant-certificate-group-hint = Solo para un grupo con inspección interna.
field-inspected-on = Día de la inspección interna
field-inspected-on-hint = Como AAAA-MM-DD; no después de hoy.
field-mandate = Poderes del titular
field-mandate-hint = Lo que el titular puede hacer por el productor; nada, si se deja vacío.
field-maximum = Máximo anual
field-maximum-hint = En kilogramos que cuentan como créditos, como oro fino, por ejemplo 40,5
field-extend-maximum-maximum = Nuevo máximo anual
field-extend-maximum-maximum-hint = En kilogramos; más que ahora.
field-record-inspection-maximum = Nuevo máximo anual
field-record-inspection-maximum-hint = En kilogramos, sin los miembros que no cumplieron; déjelo vacío para conservar el actual.
field-members = Miembros
field-region = Región
field-region-hint = ISO 3166-2, por ejemplo CO-ANT
field-site = Sitio
field-site-hint = El nombre que el programa da al sitio, nunca coordenadas; solo letras sin acentos, cifras y . / - _ :.
field-valid-from = Válido desde
field-valid-from-hint = Como AAAA-MM-DD; los años del certificado se cuentan desde este día.
field-valid-to = Último día
field-valid-to-hint = Como AAAA-MM-DD; ese día el certificado aún vale.

## How premium is shared

field-adopt-premium-plan-kind = Para qué es la parte
field-open-instalment-plan-kind = Qué se paga
field-payees = Destinatarios
field-payees-hint = Sus partes deben sumar 100 %.
field-plan = Plan de cuotas
field-share = Parte
field-share-hint = En porcentaje de lo que queda tras las cuotas, con dos decimales como máximo, por ejemplo 54,33; se firma en centésimas, como 5433.
field-total = Total por pagar
field-total-hint = Con coma o punto decimal y, como máximo, los decimales de la moneda, por ejemplo 1500,00

## Production

field-declaration = Declaración
field-evidence = Archivos de prueba
field-evidence-hint = SHA-256 de cada archivo, calculado en este navegador; como máximo 20 archivos.
field-exclusive = No se usa otra etiqueta
field-exclusive-hint = Usted declara que esta producción no se vende con ninguna otra afirmación de certificación que la indicada aquí.
field-gross = Masa bruta
field-gross-hint = En kilogramos tal como se pesó, por ejemplo 20,412
field-ppm = Ley o pureza
field-ppm-hint = Partes por millón, sin puntos: 916000 para oro de 22 quilates, 1000000 para metal puro
field-sold-on = Día de la venta
field-sold-on-hint = Como AAAA-MM-DD; no después de hoy.
field-sold-physically = Vendido como metal certificado
field-sold-physically-hint = Masa fina de esta producción en kilogramos, por ejemplo 1,2; 0 si no hubo.
field-record-physical-sale-mass = Masa vendida como certificada
field-record-physical-sale-mass-hint = Masa fina en kilogramos, por ejemplo 1,2; 0 para compensar lo que antes faltó.
field-verified = Masa que usted verificó
field-verified-hint = Masa fina en kilogramos, por ejemplo 16,33; no más que lo declarado.

## Transfers

field-transfer = Transferencia
field-transfer-from = De la cuenta
field-transfer-from-hint = Su cuenta en la que están los créditos
field-transfer-to = A la cuenta
field-transfer-to-hint = De su organización, de su grupo, o de su agente o representado; empieza con acc_.

## Markets, orders and deals

field-by = Reducir en
field-by-hint = En kilogramos, por ejemplo 0,5; menos que lo que queda de la orden.
field-client-order = Su propio nombre para la orden
field-client-order-hint = Solo letras sin acentos, cifras y . / - _ :, como máximo 64; no debe tenerlo otra orden abierta suya.
field-counterparty = Otra parte
field-countries = Países
field-countries-hint = Códigos de dos letras, como CO, uno por línea. Solo lo extraído allí; vacío para cualquiera.
field-deal = Acuerdo
field-floor = Prima mínima por kilogramo
field-floor-hint = Con coma o punto decimal, por ejemplo 2000,00; un número entero de pasos de precio.
field-set-floor-floor = Nueva prima mínima por kilogramo
field-set-floor-floor-hint = Con coma o punto decimal, por ejemplo 2000,00; las órdenes por debajo se cancelan.
field-minimum = Valor mínimo de una orden
field-minimum-hint = Con coma o punto decimal, por ejemplo 50,00
field-order = Orden
field-price = Precio por kilogramo
field-price-hint = Solo la prima, no el metal; con coma o punto decimal, por ejemplo 4200,00
field-place-buy-order-price = Precio máximo por kilogramo
field-place-buy-order-price-hint = Solo la prima, no el metal; con coma o punto decimal, por ejemplo 4200,00. Puede pagar menos, nunca más.
field-place-sell-order-price = Precio mínimo por kilogramo
field-place-sell-order-price-hint = Solo la prima, no el metal; con coma o punto decimal, por ejemplo 4200,00. Puede recibir más, nunca menos.
field-producers = Productores
field-producers-hint = Sus códigos, que empiezan con org_, uno por línea. Solo lo extraído por estos; vacío para cualquiera.
field-restriction = Solo créditos de
field-restriction-hint = Lo que acepta su oferta; si se deja vacío, todo lo de este mercado.
field-side = Usted quiere
field-structures = Estructuras
field-structures-hint = Solo de organizaciones mineras así; vacío para cualquiera.
field-tick = Paso de precio por kilogramo
field-tick-hint = Con coma o punto decimal, por ejemplo 10,00; todos los precios son múltiplos de él.
field-time-in-force = Cuánto tiempo vale
field-unnamed = Ocultar mi nombre
field-unnamed-hint = La lista de ofertas no muestra entonces ni a usted ni el lote.
field-years = Años de producción
field-years-hint = Por ejemplo 2026, uno por línea; vacío para cualquiera.

## Use and retirement

field-basis = Qué es la cifra
field-beneficiary = Beneficiario
field-beneficiary-hint = Una organización, nunca una persona; escrita exactamente como está registrada o como la nombra su consentimiento.
field-record-footprint-beneficiary = De quién es el consumo
field-record-footprint-beneficiary-hint = Solo cuando lo anota como agente; vacío, es el suyo propio.
field-claim = Afirmación
field-claim-hint = El registro redacta su texto, y todos pueden leerlo.
field-match = Equivale a una parte del consumo
field-none = Sin afirmación
field-none-hint = Solo para el propio dueño de los créditos; la inscripción es pública de todos modos.
field-premium = Cuánta prima llegó
field-premium-hint = Solo cuando los destinatarios hayan firmado recibos por una parte.
field-step = Apoya a mineros del nivel de entrada
field-support = Apoyó la producción certificada
field-consent = Consentimiento
field-consent-hint = Con el que un agente retira para una organización que no es miembro.
field-record-consent-digest = Huella del consentimiento firmado
field-record-consent-digest-hint = SHA-256 del documento, calculado en este navegador; el documento no se envía.
field-footprint = Consumo registrado del mineral
field-footprint-hint = El consumo del que los créditos equivalen a una parte.
field-correct-retirement-footprint = Consumo del mineral corregido
field-correct-retirement-footprint-hint = Solo para una afirmación que equivale a una parte del consumo; déjelo vacío para conservarlo.
field-correct-retirement-mass = Masa consumida
field-correct-retirement-mass-hint = Masa fina o contenida, en kilogramos, por ejemplo 3,6
field-record-footprint-mass = Masa consumida
field-record-footprint-mass-hint = Masa fina o contenida, en kilogramos, por ejemplo 3,6
field-lines = Líneas
field-lines-hint = Una por beneficiario, como máximo 50.
field-method = Cómo se calculó
field-method-hint = Un código de minúsculas, cifras y guiones bajos, por ejemplo bill_of_materials
field-principal = Miembro para el que retira
field-principal-hint = Solo como su agente; vacío, los créditos se retiran para usted mismo.
field-product = Producto o campaña
field-product-hint = Un nombre de 80 caracteres como máximo; no debe afirmar nada por sí mismo.
