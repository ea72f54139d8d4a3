# The desk of a brand and its agents.

## Ways, and what waits

brand-buy = Comprar créditos
brand-deals = Acuerdos directos
brand-footprints = Consumo de minerales
brand-holdings = Lo que tenemos
brand-many = Retirar muchos con una lista
brand-money = Dinero
brand-retire = Retirar créditos
brand-retirements = Nuestros retiros
brand-waits-correction = Todavía puede corregir las palabras de un retiro: { $what }
brand-waits-deal = { $by } propone un acuerdo directo por { $mass }
brand-waits-expiry = Retire { $mass } de { $of } antes de que caduquen los créditos
brand-waits-finding = Se debe el dictamen de un auditor sobre lo que usted retiró de { $mineral }
brand-waits-order = Su oferta de compra por { $mass } de { $of } termina pronto

## Buying

brand-all-figures = Todas las cifras
brand-all-markets = Todos los mercados
brand-and-retire = Retirarlos enseguida: después de comprar, ir directamente a la afirmación
brand-best-price = Mejor precio por kilogramo
brand-bid = Hacer una oferta
brand-buy-lead = El precio es solo la prima, nunca el metal. Elija un mercado; antes de firmar verá qué llega a quién.
brand-buy-verb = Comprar
brand-faulty = Algo del formulario todavía no se puede leer. Escriba masas como 0.5 y precios como 4200.00.
brand-floor = Mínimo por kilogramo
brand-free-money = Libre para ello: { $free }.
brand-fund = Enviar dinero
brand-halted = Este mercado está detenido:
brand-how = Cómo
brand-into-account = A qué cuenta
brand-markets = Mercados
brand-mass-offered = Masa
brand-mass-to-buy = Cuánto (kilogramos)
brand-no-offer = Nada todavía
brand-no-offer-text = Nadie ofrece aquí ahora. Su oferta de compra espera la próxima oferta a su precio.
brand-no-trade = En este momento no se puede comprar nada a este precio.
brand-now = Comprar ahora; lo que no se consigue enseguida vuelve
brand-of-whom = Extraído por
brand-on-offer = En venta
brand-only-countries = Solo de estos países
brand-only-of = Solo de
brand-only-women = Solo de organizaciones dirigidas por mujeres
brand-only-years = Solo de estos años
brand-pays = Usted paga { $gross } por ellos y una comisión de { $fee }.
brand-price = Precio por kilogramo
brand-price-hint = Puede pagar menos, nunca más. No menos de { $floor }.
brand-price-max = Precio máximo por kilogramo ({ $currency })
brand-rest-ends = { $mass } no se puede conseguir enseguida; su dinero vuelve.
brand-restrict = Solo ciertos créditos
brand-rests = { $mass } queda como oferta de compra hasta el { $until }; para ello se apartan { $aside }.
brand-returns = De los { $of } apartados al principio, { $amount } le vuelven de inmediato.
brand-say-mass = Diga cuánto quiere comprar: entonces verá cuánto cuesta y qué llega a quién.
brand-then-retire = Después de firmar, «Continuar» lleva a la afirmación sobre lo comprado.
brand-trades = Compras inmediatas
brand-trades-now = { $trades ->
    [one] Se compran { $mass } de inmediato, en una operación.
   *[other] Se compran { $mass } de inmediato, en { $trades } operaciones.
}
brand-until = La oferta queda hasta el
brand-wait = Hacer una oferta; lo que no se consigue enseguida espera hasta un día
brand-work-out = Calcular
brand-would-come-to = Qué resultaría

## Retiring

brand-blocks = Números de serie
brand-bought = Usted ha comprado { $mass }. Abajo están marcados: diga para qué se retiran.
brand-bought-nothing = Todavía no se pudo comprar nada de esto. Lo que ya tiene se puede retirar abajo.
brand-choose-first = Marque créditos o escriba una masa: entonces verá aquí, palabra por palabra, lo que todos leerán.
brand-crosses = Con este retiro se debe el dictamen de un auditor, hasta el { $due }.
brand-footprint = { $mass } consumidos, { $period }, { $scope }; { $claimed } ya afirmados
brand-for-good = Es definitivo: los créditos retirados no vuelven nunca.
brand-further-blocks = { $blocks ->
    [one] Hay otro bloque que no se muestra; una masa se toma de todos.
   *[other] Hay otros { $blocks } bloques que no se muestran; una masa se toma de todos.
}
brand-lint = Un nombre no puede decir esto:
brand-mass = Solo esta cantidad (kilogramos)
brand-mass-hint = Primero los más antiguos. Si queda vacío, se retira todo lo marcado.
brand-mass-retired = Se retiran
brand-no-claim = Sin afirmación: el registro solo dice que los créditos se retiraron.
brand-no-footprint = Todavía no hay ningún consumo de este mineral anotado.
brand-other-languages = Lo mismo en los otros idiomas
brand-period-from = Para el período desde
brand-period-to = hasta
brand-preview = Mostrar lo que diría
brand-record-footprint = Anotar un consumo
brand-retire-lead = Los créditos retirados se consumen para siempre, para un beneficiario y con una afirmación, y todos pueden comprobarlo. Las palabras de la afirmación son del propio registro.
brand-retire-none = Usted no tiene créditos que se puedan retirar ahora.
brand-usable-until = Utilizable hasta el { $until }.
brand-which-credits = Qué créditos
brand-which-footprint = Equivale a una parte de qué consumo
brand-whom = Para quién
brand-would-say = Lo que todos leerán

## Retiring many

brand-many-cannot = Corrija primero las líneas marcadas: una lista se retira entera o no se retira.
brand-many-cannot-line = Corrija primero la línea marcada, o quítela de la lista.
brand-many-choose = O elija un archivo
brand-many-columns = Cómo se llaman las columnas
brand-many-columns-text = La primera línea nombra las columnas, en cualquier orden. Solo la masa es obligatoria; las demás pueden faltar o quedar vacías.
brand-many-done = firmado
brand-many-empty = La lista no tiene líneas debajo de la primera. Cada línea es un retiro.
brand-many-enough = Para esta línea solo quedan { $left }.
brand-many-example = Por ejemplo:
brand-many-forecast = Qué resulta
brand-many-header = La primera línea debe nombrar las columnas; «{ $column }» no es ninguna.
brand-many-in-beneficiary = Para quién: nombre o número de una organización para la que usted puede retirar. Vacío: ustedes mismos.
brand-many-in-claim = Una de { $claims }. Vacío: la primera que estos créditos permiten.
brand-many-in-footprint = Solo para «match»: el número del consumo anotado. Vacío: el único que haya.
brand-many-in-mass = Kilogramos, como 0.25. Se toman primero los créditos más antiguos.
brand-many-in-period = Un día, como 2026-07-31. Vacío: el primer o el último día de este año.
brand-many-in-purpose = Una de { $purposes }, u otro código. Vacío: la primera de estas.
brand-many-lead = Cada línea de una lista se convierte en un retiro propio, con su propia página pública. No se firma nada antes de que usted haya visto qué resulta de cada línea.
brand-many-length = La lista es demasiado larga para una sola firma. Divídala en dos.
brand-many-line = Línea
brand-many-list = La lista, tal como la guarda una hoja de cálculo (CSV)
brand-many-mass-missing = La lista necesita una columna llamada mass.
brand-many-most = Solo se toman las primeras { $most } líneas. Ponga las demás en otra lista.
brand-many-next = Revisar y firmar la línea { $line }
brand-many-no-claim = Estos créditos no permiten esta afirmación: { $claim }
brand-many-nobody = No se conoce, o usted no puede retirar para ella: { $name }
brand-many-none-left = Todas las líneas de esta lista están firmadas.
brand-many-one-by-one = Usted firma línea por línea, en este orden; «Continuar» lleva de vuelta aquí cada vez.
brand-many-sure = se retiraría
brand-many-total = { $lines ->
    [one] Una línea, { $mass } en total.
   *[other] { $lines } líneas, { $mass } en total.
}
brand-many-try = Probar la lista
brand-many-whole = Usted firma toda la lista de una vez: se retiran todas las líneas o ninguna.
brand-many-wrong = no se puede retirar

## Holdings

brand-arrived = { $arrived } de { $of } confirmados con recibo firmado
brand-blocks-held = Créditos
brand-clock-stopped = Su plazo está detenido desde
brand-held-because = retenido: { $reasons }
brand-held-for = Se tiene para
brand-holdings-lead = Los créditos no duran para siempre: después de su último día ya no se pueden retirar. El más próximo está primero.
brand-in-account = Cuenta
brand-in-deal = apartado para un acuerdo
brand-in-order = apartado para una orden
brand-in-transfer = en camino a otra cuenta
brand-instalment = { $amount } de ello devuelve prefinanciación o certificación
brand-last-day = Último día para retirar
brand-mined-by = Extraído por
brand-no-bids = No tiene ninguna oferta de compra abierta.
brand-no-blocks = No tiene créditos. Lo que compre aparecerá aquí, con su último día.
brand-no-purchases = Todavía no ha comprado nada. Cada compra aparecerá aquí, con lo que ha avanzado su prima.
brand-open-bids = Ofertas de compra abiertas
brand-paid = Pagado
brand-paid-with-fee = { $paid }, de ello { $fee } de comisión
brand-purchases = Compras
brand-purchases-lead = Hasta dónde ha llegado la prima de cada una: abonada a quién, pagada y confirmada por el recibo que ellos mismos firmaron.
brand-retire-verb = Retirar
brand-serial = Números de serie
brand-set-aside-for-it = Apartado para ella
brand-stays-until = Queda hasta el
brand-use-soon = úselo hasta el { $day }

## Retirements and audits

brand-audits = Auditorías
brand-audits-lead = Quien retira mucho de un mineral en 365 días necesita el dictamen de un auditor. Pasada la fecha debida, ese mineral solo se puede retirar sin afirmación hasta que se publique.
brand-bundle = Prueba para comprobar sin conexión
brand-correct-until = Las palabras se pueden corregir hasta el
brand-crossed-by = Superado con
brand-finding-due = Dictamen de auditor debido hasta el
brand-in-365-days = Retirado en 365 días
brand-no-audits = No se debe ningún dictamen: usted no ha retirado nada en 365 días.
brand-no-finding-due = no se debe dictamen
brand-none-retired = Todavía no ha retirado nada. Cada retiro aparecerá aquí, con su constancia.
brand-qr = Código QR
brand-retired = Retiros
brand-retirements-lead = Lo que ha retirado, con los archivos para su documentación y sus productos. Cada retiro tiene una página pública que todos pueden comprobar.
brand-statement-file = Constancia (archivo firmado)
brand-threshold = Se debe un dictamen por encima de

## Money

brand-account-of = Cuenta para { $currency }
brand-amount = Importe
brand-ask-account = Pregunte al operador a qué cuenta debe pagar.
brand-balance = Saldo
brand-closing = Al final
brand-csv = Guardar como CSV
brand-day = Día
brand-deposits = Depósitos
brand-free = libre
brand-from = Desde
brand-fund-text = Pague por transferencia bancaria e indique la referencia de abajo: por ella sabe el operador que el dinero es suyo. Se puede gastar en cuanto esté anotado.
brand-in = Entra
brand-no-deposits = Ninguno todavía. Un depósito aparece aquí en cuanto está anotado.
brand-no-money = Todavía no tiene dinero aquí.
brand-no-movement = En estos días no se movió dinero.
brand-opening = Al principio
brand-out = Sale
brand-paid-to = A favor de
brand-quote = Referencia que debe indicar
brand-quote-name = A nombre de
brand-reference = Referencia
brand-set-aside = { $amount } apartado para ofertas y acuerdos
brand-show = Mostrar
brand-state = Estado
brand-statement = Extracto
brand-to = Hasta
brand-what = Qué
brand-withdraw = Pedir que se devuelva
brand-moved-buy-order-placed = Apartado para una oferta de compra
brand-moved-deal-accepted = Apartado para un acuerdo
brand-moved-deal-proposed = Apartado para un acuerdo
brand-moved-deposited = Depósito
brand-moved-deposit-assigned = Depósito
brand-moved-deposit-recalled = Depósito recuperado por el banco
brand-moved-order-cancelled = Vuelto de una oferta de compra
brand-moved-order-expired = Vuelto de una oferta de compra que terminó
brand-moved-order-reduced = Vuelto de una oferta de compra
brand-moved-traded = Compra: vuelto de la oferta
brand-moved-deal-settled = Acuerdo liquidado
brand-moved-deal-lapsed = Vuelto de un acuerdo que venció
brand-moved-deal-voided = Vuelto de un acuerdo
brand-moved-payout-planned = Pagado
brand-moved-payout-cancelled = Pago cancelado
brand-moved-payout-reported = Pago devuelto
brand-moved-fraud-refunded = Devuelto tras un fraude
brand-moved-money-corrected = Corrección

## Deals

brand-deals-lead = Compre de un lote determinado a su propio precio, directamente a quien lo extrajo. El dinero se aparta cuando usted propone, y nadie más puede tomar el acuerdo.
brand-no-batches = No queda ningún lote del que se puedan comprar créditos.
brand-no-deals = Todavía no ha propuesto ningún acuerdo.
brand-none-offered = Nadie le propone un acuerdo ahora.
brand-not-used-up = Aún sin consumir
brand-offered-to-us = Se le proponen
brand-our-deals = Sus acuerdos
brand-propose = Proponer un acuerdo
brand-propose-lead = Lotes que todavía tienen créditos. El productor ve su propuesta y la acepta o la rechaza.
brand-settles = Se liquida
brand-you-buy = Usted compra de
brand-you-sell = Usted vende de

## Use of minerals

brand-claimed-of = { $claimed } de { $mass } afirmados
brand-footprints-lead = Cuánto de un mineral consumió usted. La afirmación de que los créditos equivalen a una parte de su consumo se apoya en uno de estos asientos y nunca lo supera.
brand-no-footprints = Todavía no hay ninguno. Lo necesita para la afirmación «equivale a una parte de su consumo».
brand-nothing-claimed = nada afirmado todavía
brand-period = Período
brand-recorded = Anotados
brand-scope = Contado sobre
