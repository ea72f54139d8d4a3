# Les formulaires, ce qui est dit avant une signature, et ce qu’elle est devenue.

answer-done = Signé et enregistré
answer-entry = C’est l’écriture { $sequence } du registre, du { $time }.
answer-followed = { $entries ->
    [one] Une autre écriture en a suivi, par exemple une vente.
   *[other] { $entries } autres écritures en ont suivi, par exemple des ventes.
}
answer-proof = La preuve que c’est dans le registre
answer-proposed = Cela prend effet quand une deuxième personne de votre organisation l’a signé aussi.
answer-title = Ce que c’est devenu
ecological = écologique
fault-count = Écrivez un nombre entier.
fault-currency = Écrivez la monnaie en trois lettres, par exemple USD.
fault-day = Choisissez un jour.
fault-digest = Choisissez le fichier, ou écrivez son SHA-256 en 64 lettres et chiffres.
fault-form = Les champs ne vont pas ensemble. Relisez chacun d’eux.
fault-id = Ce n’est pas un numéro du registre : copiez-le en entier.
fault-key = Ce n’est pas une clé publique : elle commence par did:key:z6Mk.
fault-mass = Écrivez des kilogrammes, par exemple 2,409, avec six décimales au plus.
fault-missing = Remplissez ce champ, s’il vous plaît.
fault-money = Écrivez un montant sans plus de décimales que la monnaie, par exemple 4200,00.
fault-one = Choisissez une possibilité, s’il vous plaît.
fault-percent = Écrivez un pourcentage de 0 à 100 avec deux décimales au plus, par exemple 54,33.
fault-serials = L’un d’eux n’est pas un numéro de série : copiez-le en entier, avec ses deux derniers chiffres.
fault-token = N’utilisez que des minuscules sans accent, des chiffres et des tirets bas.
fault-words = Utilisez 200 lettres au plus, sans lettre invisible ni espace aux extrémités.
figure-cancelled = Le reste prend fin, parce que
figure-fee = Frais
figure-gross = Prime en tout
figure-left = Reste libre de votre argent
figure-mass = Masse
figure-missing = Manque
figure-outcome = Compte comme
figure-recovered = Retrouvé
figure-released = Revient aussitôt
figure-rests = Reste ouvert
figure-room = Marge restant dans l’année du certificat
figure-set-aside = Mis de côté
figure-shortfall = À la charge de l’opérateur
figure-total = Total
figure-trades = Ventes immédiates
figure-until = Jusqu’au
figure-word-confirmed = reçu signé
figure-word-not-filled = cela n’a pas pu être exécuté aussitôt
figure-word-short-received = il est arrivé moins que ce qui a été envoyé
form-currency = Monnaie
form-faulty = Quelque chose ne va pas encore. C’est marqué ci-dessous ; rien n’a été envoyé.
form-optional = (peut rester vide)
in-grams = { $number } grammes
in-kilograms = { $number } kilogrammes
in-milligrams = { $number } milligrammes
in-tonnes = { $number } tonnes
review-and-sign = Relire et signer
sign-about-to = Vous allez signer
sign-again = Vous avez signé exactement cela il y a peu. Ne signez de nouveau que si vous le voulez deux fois.
sign-button = Signer
sign-bytes = Ce qui est signé exactement
sign-bytes-text = Ces caractères sont ce que vous signez. S’y ajoutent votre organisation, le registre, un numéro fait dans ce navigateur et l’heure. Le document entier apparaît ci-dessous quand vous signez.
sign-change = Modifier
sign-download = Télécharger le fichier
sign-elsewhere = Ma clé est ailleurs
sign-elsewhere-text = Téléchargez l’acte, signez-le là où est votre clé, et collez le résultat ici.
sign-go-on = Continuer
sign-here = Signer dans ce navigateur
sign-no-crypto = Ce navigateur ne sait pas signer. Utilisez un Chrome, Firefox ou Safari actuel avec une connexion sûre (https), ou signez ailleurs comme ci-dessous.
sign-no-key = Aucune clé de votre organisation pouvant signer ceci n’est dans ce navigateur.
sign-no-script = Pour signer dans le navigateur, il faut JavaScript. Sans lui, signez ailleurs comme ci-dessous.
sign-paste = Le texte signé
sign-proposed = Vous approuvez :
sign-reaches = Ce qui parvient à qui
sign-ready = Votre clé est dans ce navigateur. Lisez ce qui précède, puis signez.
sign-second-person = Une deuxième personne de votre organisation doit le signer aussi avant que cela prenne effet.
sign-signing = Signature et envoi …
sign-submit = Envoyer
sign-to-keys = Vers les clés
sign-waiting = C’est signé et gardé dans ce navigateur, mais aucune réponse n’est venue. C’est renvoyé tout seul dès qu’il y a une connexion ; cela ne compte qu’une fois.
sign-would = Ce qui en suit
sign-would-be-refused = En l’état, ceci serait refusé
trades-at-once = { $trades ->
    [one] une
   *[other] { $trades }
}
