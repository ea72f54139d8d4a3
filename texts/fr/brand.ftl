# The desk of a brand and its agents.

## Ways, and what waits

brand-buy = Acheter des crédits
brand-deals = Accords directs
brand-footprints = Consommation de minerais
brand-holdings = Ce que nous détenons
brand-many = Retirer beaucoup par une liste
brand-money = Argent
brand-retire = Retirer des crédits
brand-retirements = Nos retraits
brand-waits-correction = Vous pouvez encore corriger les mots d’un retrait : { $what }
brand-waits-deal = { $by } propose un accord direct sur { $mass }
brand-waits-expiry = Retirez { $mass } de { $of } avant que les crédits n’expirent
brand-waits-finding = Le constat d’un auditeur est dû sur ce que vous avez retiré : { $mineral }
brand-waits-order = Votre offre d’achat de { $mass } de { $of } prend bientôt fin

## Buying

brand-all-figures = Tous les chiffres
brand-all-markets = Tous les marchés
brand-and-retire = Les retirer aussitôt : après l’achat, passer directement à l’allégation
brand-best-price = Meilleur prix par kilogramme
brand-bid = Faire une offre
brand-buy-lead = Le prix est la prime seule, jamais le métal. Choisissez un marché ; avant de signer, vous voyez ce qui parvient à qui.
brand-buy-verb = Acheter
brand-faulty = Quelque chose dans le formulaire n’est pas encore lisible. Écrivez des masses comme 0.5 et des prix comme 4200.00.
brand-floor = Minimum par kilogramme
brand-free-money = Libre pour cela : { $free }.
brand-fund = Envoyer de l’argent
brand-halted = Ce marché est arrêté :
brand-how = Comment
brand-into-account = Sur quel compte
brand-markets = Marchés
brand-mass-offered = Masse
brand-mass-to-buy = Combien (kilogrammes)
brand-no-offer = Rien encore
brand-no-offer-text = Personne n’offre ici pour le moment. Votre offre d’achat attend la prochaine offre à votre prix.
brand-no-trade = Rien ne peut être acheté à ce prix en ce moment.
brand-now = Acheter maintenant ; ce qui ne s’obtient pas aussitôt revient
brand-of-whom = Extrait par
brand-on-offer = En vente
brand-only-countries = Seulement de ces pays
brand-only-of = Seulement de
brand-only-women = Seulement d’organisations dirigées par des femmes
brand-only-years = Seulement de ces années
brand-pays = Vous les payez { $gross }, plus { $fee } de frais.
brand-price = Prix par kilogramme
brand-price-hint = Vous pouvez payer moins, jamais plus. Pas moins de { $floor }.
brand-price-max = Prix maximal par kilogramme ({ $currency })
brand-rest-ends = { $mass } ne peuvent pas être obtenus aussitôt ; leur argent revient.
brand-restrict = Seulement certains crédits
brand-rests = { $mass } restent comme offre d’achat jusqu’au { $until } ; { $aside } sont mis de côté pour cela.
brand-returns = Sur les { $of } mis de côté d’abord, { $amount } vous reviennent aussitôt.
brand-say-mass = Dites combien vous voulez acheter : vous verrez alors ce que cela coûte et ce qui parvient à qui.
brand-then-retire = Après la signature, « Continuer » mène à l’allégation sur ce que vous avez acheté.
brand-trades = Achats immédiats
brand-trades-now = { $trades ->
    [one] { $mass } sont achetés aussitôt, en une opération.
   *[other] { $mass } sont achetés aussitôt, en { $trades } opérations.
}
brand-until = L’offre reste jusqu’au
brand-wait = Faire une offre ; ce qui ne s’obtient pas aussitôt attend jusqu’à un jour
brand-work-out = Calculer
brand-would-come-to = Ce que cela donnerait

## Retiring

brand-blocks = Numéros de série
brand-bought = Vous avez acheté { $mass }. Ces crédits sont cochés ci-dessous : dites pour quoi ils sont retirés.
brand-bought-nothing = Rien de cela n’a encore pu être acheté. Ce que vous détenez déjà peut être retiré ci-dessous.
brand-choose-first = Cochez des crédits ou écrivez une masse : vous verrez alors ici, mot pour mot, ce que tous liront.
brand-crosses = Avec ce retrait, le constat d’un auditeur devient dû, avant le { $due }.
brand-footprint = { $mass } consommés, { $period }, { $scope } ; { $claimed } déjà allégués
brand-for-good = C’est définitif : des crédits retirés ne reviennent jamais.
brand-further-blocks = { $blocks ->
    [one] Un autre bloc n’est pas montré ; une masse est prise dans tous.
   *[other] { $blocks } autres blocs ne sont pas montrés ; une masse est prise dans tous.
}
brand-lint = Un nom ne peut pas dire ceci :
brand-mass = Seulement cette quantité (kilogrammes)
brand-mass-hint = Les plus anciens d’abord. Si le champ reste vide, tout ce qui est coché est retiré.
brand-mass-retired = Retirés
brand-no-claim = Aucune allégation : l’inscription dit seulement que les crédits ont été retirés.
brand-no-footprint = Aucune consommation de ce minerai n’est encore inscrite.
brand-other-languages = La même chose dans les autres langues
brand-period-from = Pour la période du
brand-period-to = au
brand-preview = Montrer ce que cela dirait
brand-record-footprint = Inscrire une consommation
brand-retire-lead = Des crédits retirés sont consommés pour toujours, pour un bénéficiaire et avec une allégation, et chacun peut le vérifier. Les mots de l’allégation sont ceux du registre.
brand-retire-none = Vous ne détenez aucun crédit qui puisse être retiré maintenant.
brand-usable-until = Utilisable jusqu’au { $until }.
brand-which-credits = Quels crédits
brand-which-footprint = Égale une part de quelle consommation
brand-whom = Pour qui
brand-would-say = Ce que tous liront

## Retiring many

brand-many-cannot = Corrigez d’abord les lignes marquées : une liste est retirée tout entière ou pas du tout.
brand-many-cannot-line = Corrigez d’abord la ligne marquée, ou ôtez-la de la liste.
brand-many-choose = Ou choisissez un fichier
brand-many-columns = Comment s’appellent les colonnes
brand-many-columns-text = La première ligne nomme les colonnes, dans n’importe quel ordre. Seule la masse est obligatoire ; les autres peuvent manquer ou rester vides.
brand-many-done = signé
brand-many-empty = La liste n’a aucune ligne sous la première. Chaque ligne est un retrait.
brand-many-enough = Il ne reste que { $left } pour cette ligne.
brand-many-example = Par exemple :
brand-many-forecast = Ce qu’elle devient
brand-many-header = La première ligne doit nommer les colonnes ; « { $column } » n’en est pas une.
brand-many-in-beneficiary = Pour qui : nom ou numéro d’une organisation pour laquelle vous pouvez retirer. Vide : vous-mêmes.
brand-many-in-claim = L’une de { $claims }. Vide : la première que ces crédits permettent.
brand-many-in-footprint = Pour « match » seulement : le numéro de la consommation inscrite. Vide : la seule qu’il y ait.
brand-many-in-mass = Des kilogrammes, comme 0.25. Les crédits les plus anciens sont pris d’abord.
brand-many-in-period = Un jour, comme 2026-07-31. Vide : le premier ou le dernier jour de cette année.
brand-many-in-purpose = L’une de { $purposes }, ou un autre code. Vide : la première.
brand-many-lead = Chaque ligne d’une liste devient un retrait à part, avec sa propre page publique. Rien n’est signé avant que vous ayez vu ce que devient chaque ligne.
brand-many-length = La liste est trop longue pour une seule signature. Partagez-la en deux.
brand-many-line = Ligne
brand-many-list = La liste, telle qu’un tableur l’enregistre (CSV)
brand-many-mass-missing = La liste a besoin d’une colonne nommée mass.
brand-many-most = Seules les { $most } premières lignes sont prises. Mettez les autres dans une autre liste.
brand-many-next = Relire et signer la ligne { $line }
brand-many-no-claim = Ces crédits ne permettent pas cette allégation : { $claim }
brand-many-nobody = Elle n’est pas connue, ou vous ne pouvez pas retirer pour elle : { $name }
brand-many-none-left = Toutes les lignes de cette liste sont signées.
brand-many-one-by-one = Vous signez ligne par ligne, dans cet ordre ; « Continuer » ramène ici chaque fois.
brand-many-sure = serait retiré
brand-many-total = { $lines ->
    [one] Une ligne, { $mass } en tout.
   *[other] { $lines } lignes, { $mass } en tout.
}
brand-many-try = Essayer la liste
brand-many-whole = Vous signez toute la liste d’un coup : toutes les lignes sont retirées, ou aucune.
brand-many-wrong = ne peut pas être retiré

## Holdings

brand-arrived = { $arrived } sur { $of } confirmés par un reçu signé
brand-blocks-held = Crédits
brand-clock-stopped = Son délai est arrêté depuis le
brand-held-because = gelé : { $reasons }
brand-held-for = Détenu pour
brand-holdings-lead = Les crédits ne se gardent pas toujours : après son dernier jour, un crédit ne peut plus être retiré. Le plus proche est en tête.
brand-in-account = Compte
brand-in-deal = mis de côté pour un accord
brand-in-order = mis de côté pour un ordre
brand-in-transfer = en route vers un autre compte
brand-instalment = { $amount } en remboursent le préfinancement ou la certification
brand-last-day = Dernier jour pour retirer
brand-mined-by = Extrait par
brand-no-bids = Aucune de vos offres d’achat n’est ouverte.
brand-no-blocks = Vous ne détenez aucun crédit. Ce que vous achetez se trouvera ici, avec son dernier jour.
brand-no-purchases = Vous n’avez encore rien acheté. Chaque achat se trouvera ici, avec le chemin parcouru par sa prime.
brand-open-bids = Offres d’achat ouvertes
brand-paid = Payé
brand-paid-with-fee = { $paid }, dont { $fee } de frais
brand-purchases = Achats
brand-purchases-lead = Jusqu’où la prime de chacun est arrivée : créditée à qui, versée, et confirmée par le reçu qu’ils ont signé eux-mêmes.
brand-retire-verb = Retirer
brand-serial = Numéros de série
brand-set-aside-for-it = Mis de côté pour elle
brand-stays-until = Reste jusqu’au
brand-use-soon = à utiliser avant le { $day }

## Retirements and audits

brand-audits = Audits
brand-audits-lead = Qui retire beaucoup d’un minerai en 365 jours a besoin du constat d’un auditeur. Passé le jour dû, ce minerai ne peut être retiré que sans allégation tant qu’il n’est pas publié.
brand-bundle = Preuve à vérifier hors ligne
brand-correct-until = Mots corrigeables jusqu’au
brand-crossed-by = Franchi par
brand-finding-due = Constat d’auditeur dû avant le
brand-in-365-days = Retiré en 365 jours
brand-no-audits = Aucun constat n’est dû : vous n’avez rien retiré en 365 jours.
brand-no-finding-due = aucun constat dû
brand-none-retired = Vous n’avez encore rien retiré. Chaque retrait se trouvera ici, avec son attestation.
brand-qr = Code QR
brand-retired = Retraits
brand-retirements-lead = Ce que vous avez retiré, avec les fichiers pour vos dossiers et vos produits. Chaque retrait a une page publique que chacun peut vérifier.
brand-statement-file = Attestation (fichier signé)
brand-threshold = Un constat est dû au-delà de

## Money

brand-account-of = Compte pour { $currency }
brand-amount = Montant
brand-ask-account = Demandez à l’opérateur sur quel compte payer.
brand-balance = Solde
brand-closing = À la fin
brand-csv = Enregistrer en CSV
brand-day = Jour
brand-deposits = Dépôts
brand-free = libres
brand-from = Du
brand-fund-text = Payez par virement et indiquez la référence ci-dessous : c’est à elle que l’opérateur reconnaît votre argent. Il peut être dépensé dès qu’il est inscrit.
brand-in = Entrée
brand-no-deposits = Aucun encore. Un dépôt se trouve ici dès qu’il est inscrit.
brand-no-money = Vous n’avez pas encore d’argent ici.
brand-no-movement = Aucun mouvement d’argent pendant ces jours.
brand-opening = Au début
brand-out = Sortie
brand-paid-to = Payable à
brand-quote = Référence à indiquer
brand-quote-name = Au nom de
brand-reference = Référence
brand-set-aside = { $amount } mis de côté pour des offres et des accords
brand-show = Montrer
brand-state = État
brand-statement = Relevé
brand-to = Au
brand-what = Quoi
brand-withdraw = Se faire rembourser
brand-moved-buy-order-placed = Mis de côté pour une offre d’achat
brand-moved-deal-accepted = Mis de côté pour un accord
brand-moved-deal-proposed = Mis de côté pour un accord
brand-moved-deposited = Dépôt
brand-moved-deposit-assigned = Dépôt
brand-moved-deposit-recalled = Dépôt repris par la banque
brand-moved-order-cancelled = Revenu d’une offre d’achat
brand-moved-order-expired = Revenu d’une offre d’achat terminée
brand-moved-order-reduced = Revenu d’une offre d’achat
brand-moved-traded = Achat : revenu de l’offre
brand-moved-deal-settled = Accord réglé
brand-moved-deal-lapsed = Revenu d’un accord périmé
brand-moved-deal-voided = Revenu d’un accord
brand-moved-payout-planned = Versé
brand-moved-payout-cancelled = Versement annulé
brand-moved-payout-reported = Versement revenu
brand-moved-fraud-refunded = Remboursé après une fraude
brand-moved-money-corrected = Correction

## Deals

brand-deals-lead = Achetez d’un lot précis à votre propre prix, directement à qui l’a extrait. L’argent est mis de côté quand vous proposez, et personne d’autre ne peut prendre l’accord.
brand-no-batches = Il ne reste aucun lot dont des crédits puissent être achetés.
brand-no-deals = Vous n’avez encore proposé aucun accord.
brand-none-offered = Personne ne vous propose d’accord pour le moment.
brand-not-used-up = Pas encore consommé
brand-offered-to-us = On vous propose
brand-our-deals = Vos accords
brand-propose = Proposer un accord
brand-propose-lead = Les lots qui ont encore des crédits. Le producteur voit votre proposition et l’accepte ou la refuse.
brand-settles = Se règle
brand-you-buy = Vous achetez de
brand-you-sell = Vous vendez de

## Use of minerals

brand-claimed-of = { $claimed } sur { $mass } allégués
brand-footprints-lead = Combien d’un minerai vous avez consommé. L’allégation que des crédits égalent une part de votre consommation s’appuie sur l’une de ces écritures, et ne la dépasse jamais.
brand-no-footprints = Aucune n’est encore inscrite. Il vous en faut une pour l’allégation « égale une part de votre consommation ».
brand-nothing-claimed = rien d’allégué encore
brand-period = Période
brand-recorded = Inscrites
brand-scope = Comptée sur
