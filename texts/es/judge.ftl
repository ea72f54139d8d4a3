# Los escritorios de quienes juzgan: certificadores y auditores.

## Certificador: lo que espera

certifier-waits-application = { $name } ha solicitado un certificado
certifier-waits-audit = La auditoría de { $name } está en curso
certifier-waits-declaration = { $by } ha declarado { $mass }
certifier-waits-end = El certificado de { $name } termina pronto
certifier-waits-inspection = El grupo { $name } necesita una nueva inspección
certifier-waits-more = { $others ->
    [one] Espera una declaración más
   *[other] Esperan { $others } declaraciones más
}
certifier-waits-suspension = Suspenda a { $name }: cumplen muy pocos miembros

## Certificador: la cola

certifier-declarations = Declaraciones
certifier-declarations-lead = Una declaración se convierte en créditos solo cuando usted la aprueba. Mire las pruebas y las cuentas antes de decidir.
certifier-declaration-of = { $name }: { $period }
certifier-to-judge = Esperan su decisión
certifier-to-judge-lead = La que caduca primero va primero.
certifier-none-to-judge = No espera ninguna declaración. Cuando un productor que usted certifica declare lo que extrajo, aparecerá aquí.
certifier-judged = Decididas
certifier-none-judged = Todavía no se ha decidido ninguna.
certifier-judge = Ver y decidir
certifier-class = Créditos
certifier-would-issue = Créditos si se aprueba todo
certifier-would-be-refused = ninguno: se rechazaría una aprobación de todo
certifier-files = { $files ->
    [one] un archivo
   *[other] { $files } archivos
}
certifier-files-here = { $files ->
    [one] un archivo, { $here } aquí
   *[other] { $files } archivos, { $here } aquí
}

## Certificador: una declaración

certifier-lapses = caduca el { $time } si nadie decide
certifier-certificate = Certificado
certifier-batch = Créditos emitidos
certifier-declared-on = Declarada
certifier-period = Período
certifier-valid = Válido
certifier-year = Año del certificado
certifier-audited-on = Día de la auditoría
certifier-holder = Titular del certificado
certifier-site = Sitio
certifier-grievance = { $grave } – admitida el { $since }, aún abierta
certifier-grievances = Hay una queja abierta sobre este productor, su certificado o sus créditos
certifier-evidence = Pruebas
certifier-evidence-lead = El productor firmó la huella de cada archivo. Si el archivo está aquí, se ha comprobado que es exactamente ese.
certifier-file = Archivo { $number }
certifier-file-open = Abrir el archivo { $number }
certifier-files-not-for-you = Su función no permite leer documentos. Pregunte a un administrador de su organización.
certifier-sums = Las cuentas
certifier-sum-what = Paso
certifier-sum-mass = Masa
certifier-sum-gross = Masa bruta, según la balanza
certifier-sum-fineness = × ley o pureza
certifier-sum-fine = Masa fina declarada
certifier-sum-maximum = Máximo anual
certifier-sum-issued-before = Emitido en este año
certifier-sum-pending = Otras declaraciones que esperan
certifier-sum-sold-before = Vendido como metal certificado en este año
certifier-sum-sold = Vendido como metal certificado, de esta producción
certifier-sum-room = Espacio que queda en el año
certifier-sum-verified = Masa que usted verifica
certifier-sum-carry = Guardado de antes, menos de la cantidad mínima
certifier-sum-cut = Cortado por el máximo
certifier-sum-kept = Guardado para la próxima vez, menos de la cantidad mínima
certifier-sum-issued = Créditos que usted emitiría
certifier-sum-refused = Con esta masa, el registro rechazaría su aprobación
certifier-others = Otras declaraciones de este año y sitio
certifier-no-others = No se declaró nada más en este año del certificado, y nada coincide con el período.
certifier-sold = Vendido como certificado
certifier-state = Estado
certifier-touches = coincide con este período
certifier-checks = Lo que comprueba el registro
certifier-checks-lead = Una aprobación se rechaza si no se cumple todo esto.
certifier-holds = se cumple
certifier-broken = no se cumple
certifier-rule-independence = Usted no es del mismo grupo que el productor ni que el titular.
certifier-rule-accreditation = Usted está acreditado hoy para este programa y mineral.
certifier-rule-open = Nadie ha decidido aún sobre la declaración.
certifier-rule-production = El certificado admite producción, y no se vendió más de lo que cubre.
certifier-rule-members = Cumplen suficientes miembros del grupo.
certifier-rule-inspection = La inspección del grupo es bastante reciente.
certifier-rule-period = Todos los días del período estuvieron certificados.
certifier-rule-audit = La auditoría es bastante reciente.
certifier-decision = Su decisión
certifier-verified = Masa fina que usted verificó, en kilogramos
certifier-verified-hint = No más de lo declarado. Usted firma en la página siguiente.
certifier-review-approval = Revisar la aprobación
certifier-reckon-again = Volver a calcular

## Certificador: certificados

certifier-certificates = Certificados
certifier-certificates-lead = A quién certifica usted, quién lo ha solicitado y qué termina pronto.
certifier-certificate-of = { $name }: { $what }
certifier-groups = Inspecciones de grupos
certifier-groups-lead = Los miembros de un grupo se inspeccionan cada año. Sin inspección reciente, o si cumplen muy pocos miembros, no se emite nada.
certifier-by-inspection = Por el fin de la inspección
certifier-no-groups = Usted no certifica a ningún grupo. Un certificado es de grupo cuando se otorga con un número de miembros.
certifier-applications = Solicitudes
certifier-no-applications = Nadie ha solicitado nada. Una solicitud a usted queda aquí hasta que la otorgue o la rechace.
certifier-in-force = En vigor, primero el que termina antes
certifier-none-in-force = Ningún certificado suyo está en vigor.
certifier-ended = Terminados
certifier-none-ended = Todavía no ha terminado ninguno.
certifier-accreditations = Lo que usted puede certificar
certifier-no-accreditations = Usted no está acreditado. Pregunte al operador.
certifier-accreditation-counts = vale hoy
certifier-accreditation-not-now = no vale hoy
certifier-accreditation-withdrawn = retirada el { $day }
certifier-minerals = Minerales
certifier-verification = Verificado
certifier-applied-on = Solicitado
certifier-inspected-on = Inspeccionado
certifier-inspection-until = La inspección vale hasta
certifier-comply = Miembros que cumplen
certifier-members = Miembros
certifier-failed = Excluidos del volumen
certifier-must-suspend = Usted debe suspenderlo
certifier-too-few = cumplen muy pocos miembros
certifier-valid-to = Último día
certifier-room-left = Espacio que queda en el año
certifier-open-declarations = Declaraciones que esperan
certifier-since = Desde
certifier-now = Lo que dice
certifier-number = Número
certifier-producer = Productor
certifier-mandate = Poderes del titular
certifier-held = Créditos sin vender, retenidos desde
certifier-oversold = Se vendió más de lo cubierto
certifier-continues = El certificado anterior
certifier-years = Sus años
certifier-no-years = Todavía no se ha declarado nada con él.
certifier-year-from = Año desde el { $day }
certifier-uncredited = Aprobado y cortado por el máximo
certifier-cancelled = Créditos cancelados por metal vendido
certifier-none-declared = Todavía no se ha declarado nada con él.
certifier-history = Historia, lo más nuevo primero
certifier-by = Por
certifier-reason = Motivo
certifier-cause = Causa

## Auditor: lo que espera

auditor-waits-finding = Falta un dictamen sobre { $beneficiary }: { $mineral }
auditor-waits-more = { $others ->
    [one] Falta un dictamen más
   *[other] Faltan { $others } dictámenes más
}

## Auditor: deberes, retiros, dictámenes

auditor-duties = Dictámenes pendientes
auditor-duties-lead = Quien retira en 365 días más de un mineral de lo que el programa permite sin dictamen debe el de un auditor.
auditor-duties-by-day = Por el día en que vencen
auditor-no-duties = No falta ningún dictamen. Cuando los retiros de alguien pasen el umbral del programa, aparecerá aquí.
auditor-in-a-year = Retirado en 365 días
auditor-threshold = Sin dictamen, como máximo
auditor-crossed-by = Pasó el umbral con
auditor-mass-on = { $mass } el { $on }
auditor-until-then = Hasta el dictamen
auditor-only-none = solo se aceptan retiros sin afirmación
auditor-independence = Independencia
auditor-not-independent = Su organización es del mismo grupo que el tenedor, el beneficiario o un certificador, así que no puede juzgar este retiro.
auditor-judge = Ver y juzgar
auditor-retirements = Retiros
auditor-retirements-lead = Todo retiro es público. Aquí está con los documentos que no lo son.
auditor-newest-first = Lo más nuevo primero
auditor-none-retired = No hay ningún retiro así.
auditor-search = Beneficiario, o número del retiro
auditor-retired-for = { $mass } de { $mineral } para { $name }
auditor-on = Fecha
auditor-claim = Afirmación
auditor-no-finding = aún sin dictamen
auditor-findings = Sus dictámenes
auditor-findings-lead = Los dictámenes son públicos y se quedan. Uno posterior ocupa el lugar del anterior.
auditor-none-found = Usted todavía no ha publicado ninguno.
auditor-publish = Publicar un dictamen
auditor-publish-later = Publicar un dictamen posterior
auditor-reason = Motivo
auditor-report = SHA-256 del informe
auditor-counts = Vigencia
auditor-latest = el último sobre este retiro
auditor-followed = le ha seguido otro posterior

## Auditor: un retiro

auditor-judge-lead = Compare lo que dice con el consumo, el origen y los documentos de abajo. Su dictamen nombra el SHA-256 de su informe.
auditor-says = Lo que dice
auditor-hidden = El último dictamen lo disputa, así que la página pública no muestra este texto.
auditor-beneficiary = Beneficiario
auditor-number = Número de registro
auditor-holder = Tenido y retirado por
auditor-principal = En nombre de
auditor-claim-period = Período de la afirmación
auditor-purpose = Propósito
auditor-product = Producto o campaña
auditor-public-page = La página pública
auditor-measured-by = Con qué se mide
auditor-measured-lead = { $others ->
    [0] Ningún otro retiro cita este consumo.
    [one] Un retiro más cita este consumo.
   *[other] { $others } retiros más citan este consumo.
}
auditor-use-recorded = Consumo registrado
auditor-use = Masa consumida
auditor-retired-against = Retirado contra él, en total
auditor-share = Parte
auditor-use-period = Período del consumo
auditor-scope = Qué se cuenta
auditor-method = Cómo se calculó
auditor-basis = Qué es la cifra
auditor-recorded-on = Registrado
auditor-use-number = Número
auditor-use-covers = cubre lo retirado
auditor-use-exceeded = se retiró más de lo consumido
auditor-origin = De dónde vienen los créditos
auditor-origin-lead = Cada lote con su certificado y las pruebas que vio el certificador. Lo que usted abre se anota en el registro de seguridad de su dueño.
auditor-certificate-is = certificado: { $state }
auditor-retired-of-it = Retirado de él
auditor-issued = Emitido en total
auditor-mined = Extraído
auditor-certified-by = Certificado por
auditor-papers = Documentos
auditor-statement = Constancia del retiro
auditor-entry = Asiento del registro
auditor-checked-by = Se comprueba sin red con
auditor-bundle = Paquete
auditor-statement-file = Constancia
auditor-proof = Prueba
auditor-entry-file = Asiento
auditor-consent = Consentimiento del beneficiario
auditor-before = Dictámenes y correcciones hasta ahora
auditor-nothing-before = Todavía no hay ninguno.
auditor-corrected = Corregido por su tenedor el { $day }
auditor-found-by = { $auditor }, { $day }

## Auditor: el registro entero

auditor-log = El registro entero
auditor-log-lead = Llévese el registro y repáselo todo en una máquina sin red: cada firma, cada decisión, cada kilogramo.
auditor-log-name = Nombre
auditor-log-size = Asientos
auditor-log-last = Último asiento
auditor-log-root = Raíz del árbol
auditor-log-key = Clave de verificación, según este registro
auditor-log-key-elsewhere = No tome la clave solo de aquí. Compárela con la de su contrato, de un informe impreso o de otra persona.
auditor-log-steps = Cómo comprobarlo
auditor-log-step-token = Pida al operador un código de acceso de auditor; abajo es TOKEN. O tome los archivos de la lista de abajo en este navegador.
auditor-log-step-fetch = Traiga primero el punto de control y después los asientos y las huellas, en las mismas carpetas que aquí.
auditor-log-step-verify = Ejecute el verificador sobre esa carpeta. Nombra el asiento donde encuentre algo.
auditor-log-step-keep = Guarde la carpeta. La próxima vez el verificador prueba que el registro solo ha crecido.
auditor-log-commands = Órdenes
auditor-log-files = Archivos
auditor-log-files-lead = Los asientos de los miembros no son públicos: trate los archivos con cuidado.
auditor-log-files-not-for-you = Los asientos los descarga un administrador de su organización, o se descargan con un código de acceso de auditor.
auditor-log-what = Qué
auditor-log-file = Archivo
auditor-entries-of = Asientos { $from } a { $to }
auditor-hashes = Huellas, nivel { $level }
auditor-log-one = Comprobar en cambio un solo retiro
