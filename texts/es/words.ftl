### Code words by their set, `<set>-<word>`. What a grievance’s decision, outcome and state are called stands with
### the pages of grievances.

## Minerals

mineral-cob = cobalto
mineral-cop = cobre
mineral-gld = oro
mineral-gra = grafito
mineral-lit = litio
mineral-mic = mica
mineral-plt = platino
mineral-slv = plata
mineral-tan = tantalio
mineral-tin = estaño
mineral-tun = wolframio

## What a kilogram of each counts

basis-cob = cobalto contenido
basis-cop = cobre contenido
basis-gld = oro fino
basis-gra = carbono contenido
basis-lit = óxido de litio contenido
basis-mic = mica clasificada
basis-plt = platino fino
basis-slv = plata fina
basis-tan = pentóxido de tantalio contenido
basis-tin = estaño contenido
basis-tun = trióxido de wolframio contenido

## Yes and no

yes-no-yes = sí
yes-no-no = no

## Languages

language-en = inglés
language-es = español
language-fr = francés
language-sw = suajili

## Organisations

role-operator = operador del registro
role-certifier = certificador
role-producer = organización minera
role-holder = titular de certificados
role-buyer = comprador
role-agent = agente
role-auditor = auditor
role-payee = destinatario de prima
role-lender = prestamista
structure-cooperative = cooperativa
structure-association = asociación
structure-registered-group = grupo registrado
structure-informal-group = grupo informal
structure-communal-land-group = grupo en tierra comunal
structure-womens-group = grupo de mujeres
structure-savings-group = grupo de ahorro
structure-outgrower = mineros que abastecen a una mina mayor
structure-trader-network = red de comerciantes
structure-tributers = mineros a la parte
structure-mixed-venture = empresa mixta con mineros
structure-asm-on-large-mine-concession = pequeños mineros en la concesión de una mina grande
structure-service-network-public = red pública de servicios
structure-service-network-private = red privada de servicios
structure-service-network-non-profit = red de servicios sin fines de lucro
organisation-state-applied = espera su primera clave
organisation-state-active = activa
organisation-state-suspended = suspendida
organisation-state-closed = cerrada

## Keys and proposals

key-purpose-signing = clave de firma, para cada día
key-purpose-recovery = clave de recuperación, impresa
key-end-retired = sustituida de forma ordinaria
key-end-compromised = en manos ajenas
key-state-awaiting = espera confirmación
key-state-active = funciona
key-state-revoked = revocada
key-state-vetoed = rechazada
proposal-state-open = espera a una segunda persona
proposal-state-approved = aprobada
proposal-state-cancelled = retirada
proposal-state-lapsed = caducada

## Programmes and certificates

level-entry = entrada
level-good = bueno
level-leading = destacado
resale-none = no se permite
mandate-power-declare = declarar producción
mandate-power-offer = ofrecer créditos en venta
mandate-state-awaiting = espera el consentimiento del titular
mandate-state-in-force = en vigor
mandate-state-ended = terminado
verification-first-party = por el propio productor
verification-second-party = por un socio comercial
verification-third-party = por un tercero independiente
equivalence-extent-full = por completo
equivalence-extent-partial = en parte
certificate-state-applied = solicitado
certificate-state-under-audit = en auditoría
certificate-state-certified = en vigor
certificate-state-suspended = suspendido
certificate-state-rejected = rechazado
certificate-state-expired = vencido
certificate-state-withdrawn = retirado definitivamente
certificate-state-surrendered = devuelto
withdrawal-cause-fraud = fraude
withdrawal-cause-nonconformity = incumplimiento de las reglas
withdrawal-cause-audit-refused = auditoría rechazada
withdrawal-cause-other = otra causa
declaration-state-declared = espera al certificador
declaration-state-approved = aprobada
declaration-state-rejected = rechazada
declaration-state-withdrawn = retirada
declaration-state-lapsed = caducada

## Credits

block-state-available = disponible
block-state-escrowed = apartado
block-state-frozen = retenido
block-state-outstanding = aún sin consumir
block-state-retired = retirado
block-state-cancelled = cancelado
block-state-expired = caducado
batch-flag-fraud = señalado: fraude
cancellation-reason-owner = renuncia del productor
cancellation-reason-sold-physically = vendido como metal certificado
cancellation-reason-certificate-withdrawn = certificado retirado
cancellation-reason-refunded = reembolsado tras un fraude
transfer-state-pending = en camino
transfer-state-settled = llegada
transfer-state-withdrawn = retirada
transfer-state-refused = rechazada
transfer-state-voided = anulada por el registro
void-reason-key-revoked = clave revocada
void-reason-hold = retenida
void-reason-suspension = organización suspendida
trust-state-waiting = en espera
trust-state-counting = de confianza

## Holds and grievances

hold-reason-grievance = una queja
hold-reason-investigation = una investigación
hold-reason-legal-order = una orden judicial
hold-reason-security = seguridad
hold-reason-owner-request = a petición del titular
hold-reason-owner-breach = el titular incumplió las reglas
hold-reason-certificate-suspended = el certificado está suspendido
hold-reason-fraud = fraude
hold-scope-unsold = lo que aún tiene el productor
hold-scope-all = todo el lote
hold-state-in-force = vigente
hold-state-released = levantada
hold-state-lapsed = terminó por sí sola
hold-target-key = una clave
hold-target-account = una cuenta
hold-target-organisation = una organización
hold-target-batch = un lote
hold-target-certificate = los créditos de un certificado
severity-1 = 1: hay personas en peligro
severity-2 = 2: grave
severity-3 = 3: debería corregirse
severity-4 = 4: una pregunta

## Markets, orders and deals

time-in-force-gtd = vale hasta una fecha
time-in-force-ioc = negocia lo que pueda ahora, el resto termina
time-in-force-fok = todo ahora o nada
deal-side-buy = comprar
deal-side-sell = vender
market-state-open = abierto
market-state-halted = detenido
halt-reason-investigation = una investigación
halt-reason-legal-order = una orden judicial
halt-reason-price = precios inusuales
halt-reason-programme = un asunto del programa
halt-reason-technical = un fallo técnico
order-state-open = abierta
order-state-partly-filled = negociada en parte
order-state-filled = negociada por completo
order-state-cancelled = cancelada
order-state-expired = vencida
cancel-reason-owner = retirada por su dueño
cancel-reason-group = encontró a su propio grupo
cancel-reason-suspension = organización o certificado suspendido
cancel-reason-key-revoked = clave revocada
cancel-reason-fill-limit = demasiadas operaciones a la vez
cancel-reason-unfilled = nada más que negociar ahora
cancel-reason-hold = retenida
cancel-reason-mandate = terminaron los poderes del titular
cancel-reason-floor = por debajo de la prima mínima
cancel-reason-operator = cancelada por el operador
deal-state-open = espera respuesta
deal-state-accepted = aceptado, se liquidará pronto
deal-state-settled = liquidado
deal-state-declined = rechazado
deal-state-withdrawn = retirado
deal-state-lapsed = caducado
deal-state-voided = anulado por el registro

## Premium and money

payee-kind-operations = operación
payee-kind-community = comunidad
payee-kind-women = grupos de mujeres
payee-kind-holder = titular del certificado
payee-kind-administration = administración
instalment-kind-certification = costos de certificación
instalment-kind-prefinance = devolución de prefinanciación
plan-state-offered = espera al productor
plan-state-in-force = en vigor
plan-state-closed = pagado por completo
rail-bank-transfer = transferencia bancaria
rail-mobile-money = dinero móvil
payout-state-planned = planificado
payout-state-approved = aprobado, en camino
payout-state-instructed = en camino: el banco tiene el archivo
payout-state-accepted = en camino: aceptado por el banco
payout-state-unknown = desconocido: se pregunta al banco
payout-state-settled = pagado, recibo aún sin firmar
payout-state-disputed = disputado: no llegó
payout-state-confirmed = recibo firmado
payout-state-short-received = recibo firmado, llegó de menos
payout-state-cancelled = cancelado
payout-state-rejected = rechazado por el banco
payout-state-returned = pagado y devuelto
payout-report-accepted = el banco lo aceptó
payout-report-rejected = el banco lo rechazó
payout-report-settled = el banco lo pagó
payout-report-returned = se pagó y fue devuelto
payout-report-unknown = no se sabe
receipt-outcome-confirmed = recibo firmado
receipt-outcome-short-received = recibo firmado, llegó de menos
leg-state-routed = en la cuenta del destinatario
leg-state-on-its-way = en camino
leg-state-receipt-signed = recibo firmado
leg-state-unconfirmed = enviada, sin confirmar
leg-state-stopped = retenida tras un fraude
stop-fraud = detenido: fraude
stop-hold = detenido: una retención
stop-key-revoked = detenido: clave revocada
deposit-state-booked = anotado
deposit-state-unassigned = dueño aún desconocido
deposit-state-recalled = recuperado por el banco
cash-account-bank = en el banco
cash-account-cash = dinero de un miembro
cash-account-escrow = apartado
cash-account-transit = en camino
cash-account-fees = comisiones del operador
cash-account-suspense = en espera: dueño desconocido
cash-account-operator-loss = asumido por el operador

## Use, claims and findings

footprint-basis-purchased = comprado
footprint-basis-used = usado
footprint-basis-estimated = estimado
claim-type-support = apoyó la producción certificada
claim-type-match = equivale a una parte de su consumo
claim-type-premium = cuánta prima llega a los mineros
claim-type-step = apoya a mineros del nivel de entrada
claim-type-none = sin afirmación
wording-support-1 = apoyó la producción certificada, texto 1
wording-match-1 = equivale a una parte del consumo, texto 1
wording-premium-1 = cuánta prima llegó, texto 1
wording-step-1 = apoya a mineros del nivel de entrada, texto 1
wording-none-1 = sin afirmación, texto 1
finding-outcome-confirmed = confirmado
finding-outcome-qualified = confirmado con reservas
finding-outcome-disputed = disputado

## The log

cause-founding = fundación
cause-instruction = una instrucción firmada
cause-clock = el reloj
cause-continuation = continúa el asiento anterior
form-version-1 = versión 1
instruction-type-instruction = instrucción
visibility-public = todos pueden leerlo
visibility-members = pueden leerlo los interesados y los auditores

## Reasons. The line above each group names an act and every token that it offers; a token that stands in an earlier
## group as well is said there.

# revoke_key: lost, stolen, person_left, replaced, unknown_key
reason-lost = perdida
reason-stolen = robada
reason-person-left = su persona se fue
reason-replaced = sustituida por otra
reason-unknown-key = nadie aquí la conoce

# suspend_organisation: breach_of_rules, investigation, complaint, security, unpaid_fees, legal_order, own_request
reason-breach-of-rules = reglas incumplidas
reason-investigation = una investigación
reason-complaint = una reclamación
reason-security = seguridad
reason-unpaid-fees = tarifas sin pagar
reason-legal-order = una orden judicial
reason-own-request = a petición propia

# reinstate_organisation: breach_ended, investigation_closed, order_lifted, unfounded, mistake
reason-breach-ended = las reglas se cumplen de nuevo
reason-investigation-closed = la investigación terminó
reason-order-lifted = se levantó la orden judicial
reason-unfounded = no tenía fundamento
reason-mistake = un error

# close_organisation: own_request, dissolved, merged, never_confirmed, breach_of_rules
reason-dissolved = la organización se disolvió
reason-merged = fusionada con otra
reason-never-confirmed = nunca confirmó una clave

# correct_money: wrong_member, wrong_amount, booked_twice, bank_correction, loss_covered, mistake
reason-wrong-member = miembro equivocado
reason-wrong-amount = importe equivocado
reason-booked-twice = anotado dos veces
reason-bank-correction = corregido por el banco
reason-loss-covered = se cubre una pérdida

# cancel_payout: details_changed, planned_wrongly, wrong_amount, under_review, own_request
reason-details-changed = cambiaron los datos de pago
reason-planned-wrongly = planificado por error
reason-under-review = en revisión

# report_payout: account_unknown, account_closed, name_differs, limit_exceeded, bank_checks, wrong_currency, not_collected, technical
reason-account-unknown = la cuenta no existe
reason-account-closed = cuenta cerrada
reason-name-differs = el nombre no coincide
reason-limit-exceeded = supera un límite del banco
reason-bank-checks = detenido por controles del banco
reason-wrong-currency = moneda equivocada
reason-not-collected = no se cobró a tiempo
reason-technical = un fallo técnico

# confirm_receipt: bank_charge, mobile_money_charge, exchange, tax, partly_paid, unexplained
reason-bank-charge = un banco descontó un cargo
reason-mobile-money-charge = un cargo por dinero móvil
reason-exchange = cambio de moneda
reason-tax = impuesto
reason-partly-paid = solo llegó una parte
reason-unexplained = nadie lo explica

# dispute_payout: nothing_arrived, wrong_amount, wrong_account, wrong_recipient, account_blocked
reason-nothing-arrived = no llegó nada
reason-wrong-account = fue a una cuenta equivocada
reason-wrong-recipient = lo recibió otra persona
reason-account-blocked = la cuenta está bloqueada

# refund_fraud: fraud, investigation_closed, court_decision
reason-fraud = fraude
reason-court-decision = decidió un tribunal

# withdraw_accreditation: breach_of_rules, expired_scope, conflict_of_interest, replaced, own_request
reason-expired-scope = venció su propio reconocimiento
reason-conflict-of-interest = conflicto de intereses

# reject_certificate: incomplete, outside_scope, audit_failed, audit_refused, safety_risk, mercury_found, unpaid_fees
reason-incomplete = la solicitud está incompleta
reason-outside-scope = fuera de lo que certifica el programa
reason-audit-failed = no se superó la auditoría
reason-audit-refused = se rechazó la auditoría
reason-safety-risk = un riesgo para la seguridad
reason-mercury-found = se halló mercurio

# suspend_certificate: audit_overdue, safety_incident, production_in_doubt, mercury_suspected, child_labour_suspected, members_not_compliant, grievance, investigation
reason-audit-overdue = la auditoría está vencida
reason-safety-incident = un incidente de seguridad
reason-production-in-doubt = la producción está en duda
reason-mercury-suspected = se sospecha uso de mercurio
reason-child-labour-suspected = se sospecha trabajo infantil
reason-members-not-compliant = cumplen muy pocos miembros
reason-grievance = una queja

# reinstate_certificate: corrected, members_comply_again, investigation_closed, unfounded, mistake
reason-corrected = se corrigió
reason-members-comply-again = vuelven a cumplir bastantes miembros

# withdraw_certificate: not_corrected, mixed_production, false_declaration, false_documents, mercury_found, child_labour_found, audit_refused, grievance_upheld
reason-not-corrected = no se corrigió a tiempo
reason-mixed-production = se mezcló producción de otros
reason-false-declaration = una declaración de producción falsa
reason-false-documents = documentos falsos
reason-child-labour-found = se halló trabajo infantil
reason-grievance-upheld = se confirmó una queja

# surrender_certificate: mine_closed, deposit_exhausted, other_programme, too_costly, dissolved, own_request
reason-mine-closed = la mina está cerrada
reason-deposit-exhausted = el yacimiento está agotado
reason-other-programme = pasa a otro programa
reason-too-costly = demasiado caro

# release_certificate_hold: corrected, investigation_closed, cleared, unfounded
reason-cleared = examinado y aclarado

# extend_maximum: new_members, new_shaft, new_equipment, reassessed, mistake
reason-new-members = nuevos miembros
reason-new-shaft = un nuevo pozo o frente
reason-new-equipment = nuevo equipo
reason-reassessed = calculado de nuevo

# reject_declaration: evidence_missing, evidence_contradicts, volume_implausible, grade_unproven, wrong_period, mixed_production, not_exclusive
reason-evidence-missing = faltan pruebas
reason-evidence-contradicts = las pruebas dicen otra cosa
reason-volume-implausible = la masa no es verosímil
reason-grade-unproven = ley o pureza sin probar
reason-wrong-period = período equivocado
reason-not-exclusive = también se usa otra etiqueta

# revoke_equivalence: programme_changed, programme_ended, superseded, not_equivalent, own_request, mistake
reason-programme-changed = cambió un programa
reason-programme-ended = terminó un programa
reason-superseded = sustituida por otra más nueva
reason-not-equivalent = no resultó equivalente

# cancel_credits: over_issued, counted_twice, sold_otherwise, other_scheme, own_request, mistake
reason-over-issued = se emitieron de más
reason-counted-twice = contado dos veces
reason-sold-otherwise = el metal se vendió como certificado en otra parte
reason-other-scheme = contado en otro sistema

# release_hold: cleared, corrected, order_lifted, unfounded, own_request, mistake

# publish_finding: records_agree, wrong_footprint_year, footprint_overstated, footprint_understated, method_unsuitable, claimed_twice, records_missing
reason-records-agree = los registros concuerdan
reason-wrong-footprint-year = el consumo es de otro año
reason-footprint-overstated = se consumió menos de lo declarado
reason-footprint-understated = se consumió más de lo declarado
reason-method-unsuitable = el método no es adecuado
reason-claimed-twice = lo mismo se afirmó dos veces
reason-records-missing = faltan registros

## Reasons that no form offers, for entries that have them: the register's own when it cancels a payout, and others.

reason-hold = una retención
reason-key-revoked = clave revocada
reason-evidence-incomplete = pruebas incompletas
reason-footprint-year = el consumo es de otro año

## What a retirement is for.

# retire purpose: annual_claim, product, collection, campaign, event, gift, order
purpose-annual-claim = afirmación anual
purpose-product = un producto
purpose-collection = una colección
purpose-campaign = una campaña
purpose-event = un evento
purpose-gift = un obsequio
purpose-order = un pedido de un cliente

## Purposes that the demonstration has; they are not offered.

purpose-batteries-2026 = baterías 2026
purpose-capacitors = condensadores
purpose-cases-2026 = cajas de reloj 2026
purpose-collections-2026 = colecciones 2026
purpose-solder-2026 = soldadura 2026
purpose-wedding-ring = un anillo de bodas

## How the use of a mineral was worked out.

# record_footprint method: purchase_records, bill_of_materials, stock_balance, weighed, supplier_statements, laboratory_analysis, industry_average, estimate
method-purchase-records = por registros de compra
method-bill-of-materials = por listas de materiales
method-stock-balance = por existencias al inicio y al final
method-weighed = pesando
method-supplier-statements = por declaraciones de proveedores
method-laboratory-analysis = por análisis de laboratorio
method-industry-average = por promedios del sector
method-estimate = por estimación

## What the use of a mineral is counted over.

# record_footprint scope: products, product_line, collection, components, company, one_site
scope-products = todos los productos
scope-product-line = una línea de productos
scope-collection = una colección
scope-components = piezas compradas
scope-company = toda la empresa
scope-one-site = un sitio

## Scopes that the demonstration has; they are not offered.

scope-batteries-2026 = baterías 2026
scope-capacitors = condensadores
scope-collections-2026 = colecciones 2026

## Who quotes a rate of exchange.

# plan_payout source: central_bank, bank_quote, payment_provider, market_data
source-central-bank = banco central
source-bank-quote = el banco pagador
source-payment-provider = un proveedor de pagos
source-market-data = datos de mercado
