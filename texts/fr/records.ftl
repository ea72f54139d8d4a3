# Records that everybody may look up: the first page, retirements, serial numbers, batches, findings, how to check, status.

## The first page

home-title = Orebook – qui a été payé pour le métal
home-about = Cherchez ce qu’une marque affirme de l’or, de l’étain, du tantale, du tungstène, du cobalt ou du mica de petites mines, et voyez quels mineurs ont été payés.
home-look = Cherchez une allégation.
home-see = Voyez quels mineurs ont été payés.
home-label = Retrait, numéro de série, lot, producteur ou marque
home-button = Chercher
home-found = Résultats pour « { $query } »
home-nothing = Rien trouvé pour « { $query } »
home-nothing-help = Vérifiez l’orthographe, ou ne cherchez qu’une partie du nom. Tous les retraits faits à ce jour sont dans ce registre.
home-latest-again = Revenir au plus récent
home-first-found = Seuls les { $count } plus récents sont montrés. Écrivez davantage du nom pour raccourcir la liste.
home-retirements = Retraits
home-producers = Producteurs
home-batches = Lots
home-issued = { $producers ->
    [one] certifiés et émis, de { $producers } producteur
   *[other] certifiés et émis, de { $producers } producteurs
}
home-retired = { $brands ->
    [one] retirés pour toujours, par { $brands } organisation
   *[other] retirés pour toujours, par { $brands } organisations
}
home-premium = de prime pour les mineurs et leurs fonds jusqu’en { $month } ; ils ont signé des reçus pour { $confirmed }
home-premium-unsigned = de prime pour les mineurs et leurs fonds jusqu’en { $month } ; ils n’ont encore signé aucun reçu
home-premium-rule = Les montants sont arrondis vers le bas et publiés trente jours après la fin du mois, pour que personne ne puisse calculer ce qu’un acheteur a payé.
home-what = Ce qu’est « book and claim » (inscrire et affirmer)
home-what-1 = Le métal d’une petite mine prend son chemin habituel : il est vendu, mélangé et fondu avec celui d’autres mines, et personne ne peut le suivre.
home-what-2 = Ce qu’il a de particulier – un travail certifié, fait par des gens payés pour cela – est inscrit dans ce registre sous forme de crédits, un par kilogramme.
home-what-3 = Une marque achète des crédits et paie une prime, qui va aux fonds des mineurs eux-mêmes ; les crédits sont ensuite retirés à son nom, une seule fois et pour toujours.
home-what-4 = Une marque peut donc dire qui elle a payé, mais pas que leur métal est dans son produit.
home-how = Comment cela marche
home-step-1 = 1 · Une coopérative est certifiée
home-step-1-text = Un certificateur indépendant la visite et fixe combien elle peut déclarer par an.
home-step-2 = 2 · Chaque kilogramme certifié devient un crédit
home-step-2-text = Le métal est vendu comme d’habitude. Le crédit est vendu à part, contre une prime.
home-step-3 = 3 · Une marque achète le crédit
home-step-3-text = La prime va aux fonds des mineurs eux-mêmes, selon un plan qu’ils ont signé. Ils signent un reçu pour ce qui arrive.
home-step-4 = 4 · La marque le retire, une seule fois
home-step-4-text = Son allégation est publiée ici, avec une preuve que vous pouvez vérifier sans nous.
home-latest = Derniers retraits
home-none = Il n’y en a pas encore. Le premier figurera ici dès qu’une marque aura retiré des crédits.
home-for = Pour
home-mass = Masse
home-from = Origine
home-date = Date

## A retirement

retirement-title = { $mass } ({ $mineral }) : retrait pour { $beneficiary }
retirement-h1 = { $mass } ({ $mineral }), pour { $beneficiary }
retirement-final = Retrait définitif
retirement-flagged = Signalé : fraude
retirement-found-confirmed = Confirmé par un auditeur
retirement-found-qualified = Confirmé avec réserves
retirement-found-disputed = Contesté par un auditeur
retirement-entry = écriture { $sequence }
retirement-claim-disputed = Un auditeur conteste cette allégation ; elle n’est donc pas montrée. L’inscription demeure.
retirement-claim-none = Ce retrait ne comporte aucune allégation.
retirement-flag-text = Le certificat dont viennent des crédits de ce retrait a été retiré pour fraude. Le retrait est définitif et reste au registre ; ce qui a été appris figure plus bas, dans son histoire.
retirement-check = Vérifiez vous-même
retirement-check-text = Deux signatures et une preuve. Rien ici ne vous demande de croire cette page.
retirement-holder = Détenteur
retirement-holder-key = a signé avec la clé { $key }
retirement-holder-signed = son instruction signée est dans l’écriture
retirement-registry = Registre
retirement-registry-signed = a signé l’attestation
retirement-log = Dans le journal
retirement-log-place = écriture { $sequence } sur { $entries }
retirement-bundle = Télécharger le paquet
retirement-here-link = Vérifier ici
retirement-qr = Code avec l’adresse de cette inscription
retirement-print = Pour vos archives : imprimez cette page, elle tient sur une feuille.
retirement-for = Pour qui, pour quoi
retirement-beneficiary = Bénéficiaire
retirement-country = Pays
retirement-registered = Numéro d’enregistrement
retirement-by = Retiré par
retirement-product = Produit
retirement-claim = Allégation
retirement-kind = Crédits
retirement-period = Période
retirement-footprint = Sa consommation pendant cette période
retirement-purpose = Finalité
retirement-what = Ce qui a été retiré
retirement-serial = Bloc de série
retirement-mass = Masse
retirement-mined = Extrait par
retirement-batch = lot
retirement-further = Les autres blocs de série se trouvent à l’adresse ci-dessous.
retirement-premium = À qui la prime est parvenue
retirement-premium-text = À chaque vente de ces crédits, une prime a été payée en plus du prix du métal lui-même. Les échéances pour la certification et le préfinancement sont d’abord retenues. Le reste est partagé selon le plan que le producteur a signé, au centime près, au moment même où les crédits changent de mains.
retirement-premium-none = Aucune vente de ces crédits n’est dans ce registre ; aucune prime n’a donc été payée pour eux ici.
retirement-trades = { $trades ->
    [one] Une vente par { $producer }, partagée selon son plan du { $date }
   *[other] { $trades } ventes par { $producer }, partagées selon son plan du { $date }
}
retirement-payee = Destinataire
retirement-share = Part
retirement-where = Où elle est
retirement-state-words = Une part est aussitôt sur le compte du destinataire ; elle est en route quand elle a été envoyée ; son reçu est signé quand le destinataire a signé qu’elle est arrivée. « Envoyée, non confirmée » veut dire que personne n’a signé à temps pour la part entière.
retirement-history = Constats et histoire
retirement-no-finding = Aucun auditeur n’a publié de constat à son sujet.
retirement-happened-retired = Retiré par { $name }
retirement-happened-corrected = Corrigé par son détenteur : { $fields }
retirement-happened-found = { $auditor } a constaté : { $outcome } ({ $reason })
retirement-happened-withdrawn = { $name } a retiré le certificat pour fraude, avec effet au { $date }
retirement-report = Empreinte du rapport
retirement-here = Vérifiez ici
retirement-here-summary = Faire les vérifications dans cette page
retirement-here-text = Les vérifications se font dans votre navigateur et n’envoient rien. Tapez ou collez la clé de vérification du journal telle que vous l’avez d’ailleurs : d’un contrat, d’un auditeur, d’un rapport imprimé.
retirement-frame = Les vérifications de ce retrait
retirement-without = Vérifiez sans nous
retirement-without-text = Gardez le paquet et vérifiez-le sur un ordinateur sans aucun réseau :
retirement-without-more = Comment vérifier, pas à pas
retirement-files = Fichiers de ce retrait
retirement-file-bundle = paquet : le tout en un seul fichier
retirement-file-page = le paquet sous forme de page qui se vérifie elle-même
retirement-file-statement = attestation, au format « verifiable credential »
retirement-file-token = l’attestation sous forme de jeton
retirement-file-proof = preuve de sa place dans le journal
retirement-wrong = Quelque chose ne va pas dans cette inscription ? Dites-le-nous

## A serial block

serial-title = Bloc de série { $serial }
serial-h1 = Ce qu’est devenu ce bloc de série
serial-of-batch = Lot
serial-mined = Extrait par
serial-kind = Crédits
serial-certificate = Certificat
serial-now = Ce qu’il est maintenant
serial-now-text = Qui détient les crédits pas encore consommés n’est pas public.
serial-part = Partie
serial-mass = Masse
serial-state = État
serial-retired-for = Retiré pour
serial-rest = Le reste de ce bloc
serial-history = Histoire
serial-issued = émis
serial-entry = Écriture
serial-what = Ce qui s’est passé
serial-history-cut = Seules les { $count } premières parties sont montrées.

## A batch

batch-title = Lot { $serial }
batch-producer = Extrait par
batch-country = Pays
batch-certificate = Certificat
batch-period = Extrait
batch-kind = Crédits
batch-ecological = sans mercure ni cyanure
batch-certifier = Certifié par
batch-figures = Ce que sont devenus ses crédits
batch-figures-text = Des crédits pour { $issued } ont été émis. Voici ce qu’ils sont devenus :
batch-state = État
batch-mass = Masse
batch-share = Part
batch-blocks = Blocs terminés
batch-blocks-none = Aucun de ses crédits n’a encore été retiré ni annulé, et aucun n’a expiré.
batch-block = Bloc de série
batch-retirement = Retrait
batch-retirements = Retraits sur ce lot
batch-retirements-none = Rien n’a encore été retiré de ce lot. Les retraits figureront ici.
batch-mass-of-it = de ce lot
batch-standing = Ce qu’il faut savoir
batch-flagged = Signalé : fraude
batch-note-fraud = Le certificat a été retiré pour fraude : les crédits non vendus sont annulés, les crédits achetés sont gelés jusqu’à ce que l’affaire soit réglée. Les crédits retirés le restent, avec ce signalement.
batch-note-fraud-settled = Le certificat a été retiré pour fraude : les crédits non vendus sont annulés. L’affaire est réglée : les crédits achetés ne sont plus gelés, ou ont été annulés et remboursés. Les crédits retirés le restent, avec ce signalement.
batch-note-suspended = Le certificat est suspendu : son producteur ne déclare plus et ne vend plus. Les crédits achetés restent utilisables.
batch-note-withdrawn = Le certificat a été retiré : les crédits non vendus sont annulés. Les crédits achetés restent utilisables.
batch-note-ended = Le certificat a pris fin : les crédits émis restent utilisables jusqu’à leur expiration.
batch-held = Gelé depuis le { $date } : { $scope }. Motif : { $reason }.

## Auditors’ findings

finding-title = Constats des auditeurs
finding-lead = Des auditeurs indépendants examinent des retraits et publient ce qu’ils ont constaté. Un retrait reste au registre, quoi qu’ils constatent.
finding-means = Ce que veulent dire les résultats
finding-means-confirmed = L’allégation est juste : les chiffres et les documents l’appuient.
finding-means-qualified = L’allégation est juste dans l’ensemble, avec une réserve que le motif indique. Son détenteur a du temps pour la corriger.
finding-means-disputed = L’allégation ne tient pas. Elle n’est plus montrée ; le retrait et son histoire restent.
finding-none = Aucun constat n’a encore été publié. Le premier figurera ici.
finding-retirement = Retrait
finding-outcome = Résultat
finding-reason = Motif
finding-auditor = Auditeur
finding-date = Date

## How to check

verify-title = Comment vérifier ce que dit ce registre
verify-lead = Tout ce qui figure ici peut être vérifié par quelqu’un d’autre, avec des programmes que l’opérateur n’a pas écrits, même quand l’opérateur n’existe plus. Il vous faut d’abord une seule chose : la clé de vérification du journal. Vous devez l’avoir d’ailleurs : d’un contrat, d’un auditeur, d’un rapport imprimé.
verify-browser = 1 · Un retrait, dans ce navigateur
verify-browser-text = Téléchargez le paquet sur la page du retrait. Ouvrez ensuite la page de vérification, enregistrez-la si vous voulez, et donnez-lui le paquet et la clé. Elle ne charge rien et n’envoie rien ; sans réseau, elle marche tout aussi bien.
verify-browser-open = Ouvrir la page qui vérifie un paquet
verify-file = 2 · Un fichier, sur votre ordinateur
verify-file-text = Le même paquet, en ligne de commande et sans réseau :
verify-file-other = L’attestation suit la norme « verifiable credential » du W3C ; les programmes d’autres peuvent donc la lire aussi.
verify-log = 3 · Le journal entier
verify-log-text = Les auditeurs reçoivent le journal entier sous forme d’archive. Le programme passe en revue chaque signature, chaque décision et chaque kilogramme, et nomme l’écriture si quelque chose ne va pas :
verify-witness = 4 · Points de contrôle et témoins
verify-witness-text = Un point de contrôle est une ligne qui représente tout ce qui a été écrit jusqu’ici. Gardez-en un : un journal ultérieur doit le continuer. Les témoins sont des gens de l’extérieur qui ne signent un point de contrôle que s’il continue le dernier qu’ils ont vu ; ainsi, on ne peut montrer une autre histoire à personne.
verify-witnesses = Témoins
verify-witness-name = Témoin
verify-witness-size = Écritures pour lesquelles il a signé
verify-witness-time = Quand
verify-no-witness = Ce registre ne demande la signature d’aucun témoin extérieur.
verify-key = Clé de vérification de ce journal
verify-key-text = Comparez-la avec celle que vous avez d’ailleurs. Si vous n’en avez pas, cette page seule ne prouve rien sur elle-même.
verify-checkpoint = Dernier point de contrôle
verify-checkpoint-text = { $size } écritures.
verify-checkpoint-file = Le point de contrôle en fichier
verify-not = Ce qu’aucune vérification ne peut montrer
verify-not-mine = Ce qu’un certificateur a vu à la mine. Le registre montre qui a dit quoi, quand, et qu’il l’a signé.
verify-not-metal = Où le métal est allé. Les crédits ne le suivent pas.
verify-not-later = Ce qui sera inscrit après le point de contrôle que vous avez vérifié : une correction, un constat, le retrait d’un certificat.
verify-data = Données ouvertes
verify-data-text = Chaque nuit, tout ce qui est public est écrit dans des fichiers : lots, certificats, marchés, organisations, primes, programmes, retraits et ventes, en CSV et en lignes JSON, avec le point de contrôle dont ils relèvent.
verify-data-none = Il n’y a pas encore de copie. La première figurera ici après cette nuit.
verify-data-day = Copie du { $day }
verify-data-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
verify-data-list = Toutes les copies, pour les programmes

## Status

status-title = État du registre
status-writing = Enregistre
status-writing-text = Les instructions sont reçues et enregistrées.
status-following = Lit
status-following-text = Un autre serveur de ce registre écrit. Celui-ci montre ce qui est écrit quelques instants plus tard.
status-not-writing = N’enregistre pas
status-not-writing-text = Ce serveur ne reçoit rien en ce moment. Ce que vous envoyez est refusé, pas perdu : renvoyez-le plus tard.
status-reason = Motif
status-origin = Registre
status-last = Dernière écriture
status-entries = Écritures
status-checkpoint = Point de contrôle sur
status-clock = Heure du registre
status-version = Version du programme
status-dump = Dernière copie des données ouvertes
status-dump-none = pas encore
status-witnesses = Témoins
status-witness-behind = { $name } : { $size } écritures, { $time }
status-witness-never = { $name } : n’a pas encore signé
status-no-witness = La signature d’aucun témoin extérieur n’est demandée.
status-help = Si quelque chose ne marche pas
status-help-text = Attendez une minute et réessayez : un formulaire envoyé deux fois ne compte qu’une fois. Si cela continue, ou si quelque chose ne va pas ici, prévenez l’opérateur ; il ne faut pas de compte pour cela.
status-help-link = Prévenir l’opérateur
status-programs = Pour les programmes : { $paths }

## Refusals, and pages that there are not

problem-kind = Refus · HTTP { $status }
problem-means = Ce qui est envoyé est refusé avec ce code quand sa règle n’est pas respectée. La règle :
problem-help = Ce que vous pouvez faire
problem-figures = Avec le refus, vous apprenez les chiffres de votre cas.
problem-spent = Rien n’a été modifié, et le numéro de l’instruction n’est pas épuisé : la même chose, sans changer une seule lettre, peut être renvoyée jusqu’à son expiration.
