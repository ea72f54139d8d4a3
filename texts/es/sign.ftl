# Formularios, lo que se dice antes de una firma, y lo que resultó de ella.

answer-done = Firmado y registrado
answer-entry = Es el asiento { $sequence } del registro, del { $time }.
answer-followed = { $entries ->
    [one] De él siguió un asiento más, por ejemplo una venta.
   *[other] De él siguieron { $entries } asientos más, por ejemplo ventas.
}
answer-proof = La prueba de que está en el registro
answer-proposed = Tendrá efecto cuando una segunda persona de su organización también lo haya firmado.
answer-title = Qué resultó
ecological = ecológico
fault-count = Escriba un número entero.
fault-currency = Escriba la moneda con tres letras, por ejemplo USD.
fault-day = Elija un día.
fault-digest = Elija el archivo, o escriba su SHA-256 con 64 letras y cifras.
fault-form = Los campos no concuerdan entre sí. Revise cada uno, por favor.
fault-id = Esto no es un número del registro: cópielo entero.
fault-key = Esto no es una clave pública: empieza por did:key:z6Mk.
fault-mass = Escriba kilogramos, por ejemplo 2,409, con seis decimales como máximo.
fault-missing = Complete este campo, por favor.
fault-money = Escriba un importe sin más decimales que los de la moneda, por ejemplo 4200,00.
fault-one = Elija una opción, por favor.
fault-percent = Escriba un porcentaje de 0 a 100 con dos decimales como máximo, por ejemplo 54,33.
fault-serials = Uno de estos no es un número de serie: cópielo entero, con sus dos últimas cifras.
fault-token = Use solo minúsculas sin acento, cifras y guiones bajos.
fault-words = Use 200 letras como máximo, sin letras invisibles y sin espacios en los extremos.
figure-cancelled = Lo que queda termina, porque
figure-fee = Comisión
figure-gross = Prima en total
figure-left = Queda libre de su dinero
figure-mass = Masa
figure-missing = Falta
figure-outcome = Cuenta como
figure-recovered = Se encontró
figure-released = Vuelve enseguida
figure-rests = Queda abierto
figure-room = Margen que queda en el año del certificado
figure-set-aside = Apartado
figure-shortfall = A cargo del operador
figure-total = Total
figure-trades = Ventas inmediatas
figure-until = Hasta
figure-word-confirmed = recibo firmado
figure-word-not-filled = no pudo completarse enseguida
figure-word-short-received = llegó menos de lo enviado
form-currency = Moneda
form-faulty = Algo no está bien todavía. Está marcado abajo; no se envió nada.
form-optional = (puede quedar vacío)
in-grams = { $number } gramos
in-kilograms = { $number } kilogramos
in-milligrams = { $number } miligramos
in-tonnes = { $number } toneladas
review-and-sign = Revisar y firmar
sign-about-to = Está a punto de firmar
sign-again = Firmó exactamente esto hace poco. Firme de nuevo solo si lo quiere dos veces.
sign-button = Firmar
sign-bytes = Qué se firma exactamente
sign-bytes-text = Estos caracteres son lo que firma. Con ellos van su organización, el registro, un número hecho en este navegador y la hora. El documento entero aparece abajo cuando firma.
sign-change = Cambiar
sign-download = Descargar el archivo
sign-elsewhere = Mi clave está en otra parte
sign-elsewhere-text = Descargue el acto, fírmelo donde está su clave y pegue aquí el resultado.
sign-go-on = Continuar
sign-here = Firmar en este navegador
sign-no-crypto = Este navegador no puede firmar. Use un Chrome, Firefox o Safari actual con conexión segura (https), o firme en otra parte como se indica abajo.
sign-no-key = En este navegador no hay ninguna clave de su organización que pueda firmar esto.
sign-no-script = Para firmar en el navegador hace falta JavaScript. Sin él, firme en otra parte como se indica abajo.
sign-paste = El texto firmado
sign-proposed = Usted aprueba:
sign-reaches = Qué llega a quién
sign-ready = Su clave está en este navegador. Lea lo de arriba y después firme.
sign-second-person = Una segunda persona de su organización también debe firmarlo antes de que tenga efecto.
sign-signing = Firmando y enviando …
sign-submit = Enviar
sign-to-keys = A las claves
sign-waiting = Está firmado y guardado en este navegador, pero no llegó respuesta. Se envía de nuevo por sí solo en cuanto haya conexión; cuenta una sola vez.
sign-would = Qué resulta
sign-would-be-refused = Tal como están las cosas, esto sería rechazado
trades-at-once = { $trades ->
    [one] una
   *[other] { $trades }
}
