# Records that everybody may look up: the first page, retirements, serial numbers, batches, findings, how to check, status.

## The first page

home-title = Orebook – a quién se pagó por el metal
home-about = Busque lo que una marca afirma sobre el oro, el estaño, el tantalio, el wolframio, el cobalto o la mica de minas pequeñas, y vea a qué mineros se pagó.
home-look = Busque una afirmación.
home-see = Vea a qué mineros se pagó.
home-label = Retiro, número de serie, lote, productor o marca
home-button = Buscar
home-found = Resultados para «{ $query }»
home-nothing = No se encontró nada para «{ $query }»
home-nothing-help = Revise cómo está escrito o busque solo una parte del nombre. Todos los retiros hechos hasta hoy están en este registro.
home-latest-again = Volver a lo más reciente
home-first-found = Solo se muestran los { $count } más recientes. Escriba más del nombre para que la lista sea más corta.
home-retirements = Retiros
home-producers = Productores
home-batches = Lotes
home-issued = { $producers ->
    [one] certificados y emitidos, de { $producers } productor
   *[other] certificados y emitidos, de { $producers } productores
}
home-retired = { $brands ->
    [one] retirados para siempre, por { $brands } organización
   *[other] retirados para siempre, por { $brands } organizaciones
}
home-premium = de prima para los mineros y sus fondos hasta { $month }; de ello, han firmado recibos por { $confirmed }
home-premium-unsigned = de prima para los mineros y sus fondos hasta { $month }; todavía no han firmado ningún recibo
home-premium-rule = Los importes de dinero se redondean hacia abajo y se publican treinta días después de que termina el mes, para que nadie pueda calcular lo que pagó un comprador.
home-what = Qué es «book and claim» (anotar y afirmar)
home-what-1 = El metal de una mina pequeña sigue su camino habitual: se vende, se mezcla y se funde con el de otros, y nadie puede seguirle el rastro.
home-what-2 = Lo que tiene de especial – un trabajo certificado, de personas a las que se paga por él – se anota en este registro como créditos, uno por cada kilogramo.
home-what-3 = Una marca compra créditos y paga una prima, que va a los fondos de los propios mineros; después los créditos se retiran a su nombre, una sola vez y para siempre.
home-what-4 = Así, una marca puede decir a quién ha pagado, pero no que el metal de ellos esté en su producto.
home-how = Cómo funciona
home-step-1 = 1 · Se certifica una cooperativa
home-step-1-text = Un certificador independiente la visita y fija cuánto puede declarar al año.
home-step-2 = 2 · Cada kilogramo certificado es un crédito
home-step-2-text = El metal se vende como siempre. El crédito se vende aparte, por una prima.
home-step-3 = 3 · Una marca compra el crédito
home-step-3-text = La prima va a los fondos de los propios mineros, según un plan que ellos firmaron. Por lo que llega, firman un recibo.
home-step-4 = 4 · La marca lo retira, una sola vez
home-step-4-text = Su afirmación se publica aquí, con una prueba que usted puede comprobar sin nosotros.
home-latest = Últimos retiros
home-none = Todavía no hay ninguno. El primero aparecerá aquí en cuanto una marca haya retirado créditos.
home-for = Para
home-mass = Masa
home-from = Origen
home-date = Fecha

## A retirement

retirement-title = { $mass } de { $mineral }: retiro para { $beneficiary }
retirement-h1 = { $mass } de { $mineral }, para { $beneficiary }
retirement-final = Retiro definitivo
retirement-flagged = Señalado: fraude
retirement-found-confirmed = Confirmado por un auditor
retirement-found-qualified = Confirmado con reservas
retirement-found-disputed = Disputado por un auditor
retirement-entry = asiento { $sequence }
retirement-claim-disputed = Un auditor disputa esta afirmación, por eso no se muestra. La inscripción se mantiene.
retirement-claim-none = Con este retiro no se afirma nada.
retirement-flag-text = El certificado que respaldaba créditos de este retiro fue retirado por fraude. El retiro es definitivo y sigue en el registro; lo que se supo figura abajo, en su historia.
retirement-check = Compruébelo por su cuenta
retirement-check-text = Dos firmas y una prueba. Nada aquí le pide que confíe en esta página.
retirement-holder = Titular
retirement-holder-key = firmó con la clave { $key }
retirement-holder-signed = su instrucción firmada está en el asiento
retirement-registry = Registro
retirement-registry-signed = firmó la constancia
retirement-log = En la bitácora
retirement-log-place = asiento { $sequence } de { $entries }
retirement-bundle = Descargar el paquete
retirement-here-link = Comprobarlo aquí
retirement-qr = Código con la dirección de esta inscripción
retirement-print = Para archivar: imprima esta página, cabe en una hoja.
retirement-for = Para quién y para qué
retirement-beneficiary = Beneficiario
retirement-country = País
retirement-registered = Número de registro
retirement-by = Retirado por
retirement-product = Producto
retirement-claim = Afirmación
retirement-kind = Créditos
retirement-period = Período
retirement-footprint = Su consumo en ese período
retirement-purpose = Finalidad
retirement-what = Qué se retiró
retirement-serial = Bloque de serie
retirement-mass = Masa
retirement-mined = Extraído por
retirement-batch = lote
retirement-further = Los demás bloques de serie están en la dirección de abajo.
retirement-premium = A quién ha llegado la prima
retirement-premium-text = En cada venta de estos créditos se pagó una prima, además del precio del propio metal. Primero se descuentan las cuotas por certificación y prefinanciación. Lo que queda se reparte según el plan que firmó el productor, hasta el último centavo, en el mismo momento en que los créditos cambian de manos.
retirement-premium-none = En este registro no hay ninguna venta de estos créditos, así que aquí no se pagó prima por ellos.
retirement-trades = { $trades ->
    [one] Una venta de { $producer }, repartida según su plan del { $date }
   *[other] { $trades } ventas de { $producer }, repartidas según su plan del { $date }
}
retirement-payee = Destinatario
retirement-share = Parte
retirement-where = Dónde está
retirement-state-words = Una parte está de inmediato en la cuenta del destinatario; está en camino cuando se ha enviado; y tiene el recibo firmado cuando el destinatario ha firmado que llegó. «Enviada, sin confirmar» significa que nadie ha firmado a tiempo por toda ella.
retirement-history = Dictámenes e historia
retirement-no-finding = Ningún auditor ha publicado un dictamen sobre él.
retirement-happened-retired = Retirado por { $name }
retirement-happened-corrected = Corregido por su titular: { $fields }
retirement-happened-found = Dictamen de { $auditor }: { $outcome } ({ $reason })
retirement-happened-withdrawn = { $name } retiró el certificado por fraude, con efecto desde el { $date }
retirement-report = Huella del informe
retirement-here = Compruébelo aquí
retirement-here-summary = Hacer las comprobaciones en esta página
retirement-here-text = Las comprobaciones se hacen en su navegador y no envían nada. Escriba o pegue la clave de verificación de la bitácora tal como la tiene por otra vía: un contrato, un auditor, un informe impreso.
retirement-frame = Las comprobaciones de este retiro
retirement-without = Compruébelo sin nosotros
retirement-without-text = Guarde el paquete y compruébelo en una computadora sin ninguna red:
retirement-without-more = Cómo comprobarlo, paso a paso
retirement-files = Archivos de este retiro
retirement-file-bundle = paquete: todo en un solo archivo
retirement-file-page = el paquete como página que se comprueba a sí misma
retirement-file-statement = constancia, una credencial verificable
retirement-file-token = la constancia como token
retirement-file-proof = prueba de su lugar en la bitácora
retirement-wrong = ¿Algo está mal en esta inscripción? Cuéntenos

## A serial block

serial-title = Bloque de serie { $serial }
serial-h1 = Qué fue de este bloque de serie
serial-of-batch = Lote
serial-mined = Extraído por
serial-kind = Créditos
serial-certificate = Certificado
serial-now = Qué es ahora
serial-now-text = No es público quién tiene los créditos que aún no se han consumido.
serial-part = Parte
serial-mass = Masa
serial-state = Estado
serial-retired-for = Retirado para
serial-rest = El resto de este bloque
serial-history = Historia
serial-issued = emitido
serial-entry = Asiento
serial-what = Qué pasó
serial-history-cut = Solo se muestran las primeras { $count } partes.

## A batch

batch-title = Lote { $serial }
batch-producer = Extraído por
batch-country = País
batch-certificate = Certificado
batch-period = Extraído
batch-kind = Créditos
batch-ecological = sin mercurio ni cianuro
batch-certifier = Certificado por
batch-figures = Qué fue de sus créditos
batch-figures-text = Se emitieron créditos por { $issued }. Esto fue de ellos:
batch-state = Estado
batch-mass = Masa
batch-share = Parte
batch-blocks = Bloques terminados
batch-blocks-none = Ninguno de sus créditos se ha retirado, se ha cancelado ni ha caducado todavía.
batch-block = Bloque de serie
batch-retirement = Retiro
batch-retirements = Retiros de este lote
batch-retirements-none = Todavía no se ha retirado nada de este lote. Los retiros aparecerán aquí.
batch-mass-of-it = de este lote
batch-standing = Lo que conviene saber
batch-flagged = Señalado: fraude
batch-note-fraud = El certificado fue retirado por fraude: los créditos no vendidos se cancelan y los comprados quedan retenidos hasta que el caso se resuelva. Lo que ya se retiró sigue retirado, con esta señal.
batch-note-fraud-settled = El certificado fue retirado por fraude: los créditos no vendidos se cancelan. El caso está resuelto: los comprados ya no están retenidos, o se cancelaron y se reembolsaron. Lo que ya se retiró sigue retirado, con esta señal.
batch-note-suspended = El certificado está suspendido: su productor no declara ni vende. Los créditos comprados siguen siendo utilizables.
batch-note-withdrawn = El certificado fue retirado: los créditos no vendidos se cancelan. Los créditos comprados siguen siendo utilizables.
batch-note-ended = El certificado ha terminado: los créditos emitidos siguen siendo utilizables hasta que caduquen.
batch-held = Retenido desde el { $date }: { $scope }. Motivo: { $reason }.

## Auditors’ findings

finding-title = Dictámenes de auditores
finding-lead = Auditores independientes examinan retiros y publican lo que encontraron. Un retiro sigue en el registro, encuentren lo que encuentren.
finding-means = Qué significan los resultados
finding-means-confirmed = La afirmación es correcta: las cifras y los documentos la respaldan.
finding-means-qualified = La afirmación es correcta en general, con una reserva que el motivo indica. Su titular tiene tiempo para corregirla.
finding-means-disputed = La afirmación no se sostiene. Ya no se muestra; el retiro y su historia se mantienen.
finding-none = Todavía no se ha publicado ningún dictamen. El primero aparecerá aquí.
finding-retirement = Retiro
finding-outcome = Resultado
finding-reason = Motivo
finding-auditor = Auditor
finding-date = Fecha

## How to check

verify-title = Cómo comprobar lo que dice este registro
verify-lead = Todo lo que figura aquí lo puede comprobar otra persona, con programas que el operador no escribió, también cuando el operador ya no exista. Antes necesita una sola cosa: la clave de verificación de la bitácora. Debe tenerla por otra vía: un contrato, un auditor, un informe impreso.
verify-browser = 1 · Un retiro, en este navegador
verify-browser-text = Descargue el paquete en la página del retiro. Después abra la página de comprobación, guárdela si quiere, y dele el paquete y la clave. No carga nada ni envía nada; sin red funciona igual.
verify-browser-open = Abrir la página que comprueba un paquete
verify-file = 2 · Un archivo, en su computadora
verify-file-text = El mismo paquete, en una línea de comandos y sin red:
verify-file-other = La constancia es una credencial verificable del W3C, así que también la pueden leer programas de otros.
verify-log = 3 · Toda la bitácora
verify-log-text = Los auditores reciben toda la bitácora como un archivo. El programa repasa cada firma, cada decisión y cada kilogramo, y nombra el asiento si algo está mal:
verify-witness = 4 · Puntos de control y testigos
verify-witness-text = Un punto de control es una línea que representa todo lo escrito hasta ahora. Guarde uno: una bitácora posterior debe continuarlo. Los testigos son gente de fuera que firma un punto de control solo si continúa el último que vio; así no se puede mostrar a nadie otra historia.
verify-witnesses = Testigos
verify-witness-name = Testigo
verify-witness-size = Asientos por los que ha firmado
verify-witness-time = Cuándo
verify-no-witness = En este registro no se pide la firma de ningún testigo de fuera.
verify-key = Clave de verificación de esta bitácora
verify-key-text = Compárela con la que tiene por otra vía. Si no tiene ninguna, esta página por sí sola no prueba nada sobre sí misma.
verify-checkpoint = Último punto de control
verify-checkpoint-text = { $size } asientos.
verify-checkpoint-file = El punto de control como archivo
verify-not = Lo que ninguna comprobación puede mostrar
verify-not-mine = Lo que un certificador vio en la mina. El registro muestra quién dijo qué y cuándo, y que lo firmó.
verify-not-metal = Adónde fue el metal. Los créditos no lo siguen.
verify-not-later = Lo que se anote después del punto de control que usted comprobó: una corrección, un dictamen, el retiro de un certificado.
verify-data = Datos abiertos
verify-data-text = Cada noche todo lo público se escribe en archivos: lotes, certificados, mercados, organizaciones, primas, programas, retiros y ventas, en CSV y en líneas JSON, con el punto de control al que corresponden.
verify-data-none = Todavía no hay ninguna copia. La primera aparecerá aquí después de esta noche.
verify-data-day = Copia del { $day }
verify-data-rows = { $count ->
    [one] { $count } fila
   *[other] { $count } filas
}
verify-data-list = Todas las copias, para programas

## Status

status-title = Estado del registro
status-writing = Registra
status-writing-text = Las instrucciones se reciben y se registran.
status-following = Lee
status-following-text = Otro servidor de este registro escribe. Este muestra lo escrito instantes después.
status-not-writing = No registra
status-not-writing-text = Este servidor no recibe nada en este momento. Lo que envíe se rechaza, no se pierde: envíelo de nuevo más tarde.
status-reason = Motivo
status-origin = Registro
status-last = Último asiento
status-entries = Asientos
status-checkpoint = Punto de control sobre
status-clock = Hora del registro
status-version = Versión del programa
status-dump = Última copia de datos abiertos
status-dump-none = todavía ninguna
status-witnesses = Testigos
status-witness-behind = { $name }: { $size } asientos, { $time }
status-witness-never = { $name }: todavía no ha firmado
status-no-witness = No se pide la firma de ningún testigo de fuera.
status-help = Si algo no funciona
status-help-text = Espere un minuto y vuelva a intentarlo: un formulario enviado dos veces cuenta una sola vez. Si continúa, o si algo está mal aquí, avise al operador; para eso no necesita cuenta.
status-help-link = Avisar al operador
status-programs = Para programas: { $paths }

## Refusals, and pages that there are not

problem-kind = Rechazo · HTTP { $status }
problem-means = Lo que se envía se rechaza con este código cuando no se cumple su regla. La regla:
problem-help = Qué puede hacer
problem-figures = Con el rechazo se le dicen las cifras de su caso.
problem-spent = No se cambió nada, y el número de la instrucción no quedó gastado: lo mismo, sin cambiar ni una letra, se puede enviar otra vez hasta que venza.
