# Les bureaux de ceux qui jugent : certificateurs et auditeurs.

## Certificateur : ce qui attend

certifier-waits-application = { $name } a demandé un certificat
certifier-waits-audit = L’audit de { $name } est en cours
certifier-waits-declaration = { $by } a déclaré { $mass }
certifier-waits-end = Le certificat de { $name } prend bientôt fin
certifier-waits-inspection = Le groupe { $name } a besoin d’une nouvelle inspection
certifier-waits-more = { $others ->
    [one] Une autre déclaration attend
   *[other] { $others } autres déclarations attendent
}
certifier-waits-suspension = Suspendez { $name } : trop peu de membres sont conformes

## Certificateur : la file

certifier-declarations = Déclarations
certifier-declarations-lead = Une déclaration ne devient des crédits que si vous l’approuvez. Regardez les preuves et le calcul avant de décider.
certifier-declaration-of = { $name } : { $period }
certifier-to-judge = Attendent votre décision
certifier-to-judge-lead = Celle qui devient caduque la première est en tête.
certifier-none-to-judge = Aucune déclaration n’attend. Quand un producteur que vous certifiez déclare ce qu’il a extrait, cela apparaît ici.
certifier-judged = Décidées
certifier-none-judged = Rien n’a encore été décidé.
certifier-judge = Voir et décider
certifier-class = Crédits
certifier-would-issue = Crédits si tout est approuvé
certifier-would-be-refused = aucun : une approbation du tout serait refusée
certifier-files = { $files ->
    [one] un fichier
   *[other] { $files } fichiers
}
certifier-files-here = { $files ->
    [one] un fichier, { $here } ici
   *[other] { $files } fichiers, { $here } ici
}

## Certificateur : une déclaration

certifier-lapses = devient caduque le { $time } si personne ne décide
certifier-certificate = Certificat
certifier-batch = Crédits émis
certifier-declared-on = Déclarée
certifier-period = Période
certifier-valid = Valable
certifier-year = Année du certificat
certifier-audited-on = Jour de l’audit
certifier-holder = Titulaire du certificat
certifier-site = Site
certifier-grievance = { $grave } – prise en charge le { $since }, encore ouverte
certifier-grievances = Une plainte est ouverte sur ce producteur, son certificat ou ses crédits
certifier-evidence = Preuves
certifier-evidence-lead = Le producteur a signé l’empreinte de chaque fichier. Un fichier présent ici est, vérification faite, exactement celui-là.
certifier-file = Fichier { $number }
certifier-file-open = Ouvrir le fichier { $number }
certifier-files-not-for-you = Votre rôle ne permet pas de lire les documents. Demandez à un administrateur de votre organisation.
certifier-sums = Le calcul
certifier-sum-what = Étape
certifier-sum-mass = Masse
certifier-sum-gross = Masse brute, telle que pesée
certifier-sum-fineness = × teneur ou titre
certifier-sum-fine = Masse fine déclarée
certifier-sum-maximum = Maximum annuel
certifier-sum-issued-before = Émis cette année
certifier-sum-pending = Autres déclarations en attente
certifier-sum-sold-before = Vendu comme métal certifié cette année
certifier-sum-sold = Vendu comme métal certifié, de cette production
certifier-sum-room = Place qui reste dans l’année
certifier-sum-verified = Masse que vous vérifiez
certifier-sum-carry = Gardé d’avant, moins que la plus petite quantité
certifier-sum-cut = Coupé par le maximum
certifier-sum-kept = Gardé pour la prochaine fois, moins que la plus petite quantité
certifier-sum-issued = Crédits que vous émettriez
certifier-sum-refused = Pour cette masse, le registre refuserait votre approbation
certifier-others = Autres déclarations de cette année et de ce site
certifier-no-others = Rien d’autre n’a été déclaré cette année du certificat, et rien ne touche la période.
certifier-sold = Vendu comme certifié
certifier-state = État
certifier-touches = touche cette période
certifier-checks = Ce que le registre vérifie
certifier-checks-lead = Une approbation est refusée si tout ceci n’est pas respecté.
certifier-holds = respecté
certifier-broken = non respecté
certifier-rule-independence = Vous n’êtes d’aucun groupe avec le producteur ni le titulaire.
certifier-rule-accreditation = Vous êtes accrédité aujourd’hui pour ce programme et ce minerai.
certifier-rule-open = Personne n’a encore décidé de la déclaration.
certifier-rule-production = Le certificat admet de la production, et il n’a pas été vendu plus qu’il ne couvre.
certifier-rule-members = Assez de membres du groupe sont conformes.
certifier-rule-inspection = L’inspection du groupe est assez récente.
certifier-rule-period = Chaque jour de la période était certifié.
certifier-rule-audit = L’audit est assez récent.
certifier-decision = Votre décision
certifier-verified = Masse fine que vous avez vérifiée, en kilogrammes
certifier-verified-hint = Pas plus que ce qui a été déclaré. Vous signez à la page suivante.
certifier-review-approval = Relire l’approbation
certifier-reckon-again = Recalculer

## Certificateur : certificats

certifier-certificates = Certificats
certifier-certificates-lead = Qui vous certifiez, qui a fait une demande, et ce qui prend bientôt fin.
certifier-certificate-of = { $name } : { $what }
certifier-groups = Inspections des groupes
certifier-groups-lead = Les membres d’un groupe sont inspectés chaque année. Sans inspection récente, ou si trop peu de membres sont conformes, rien n’est émis.
certifier-by-inspection = Par fin de l’inspection
certifier-no-groups = Vous ne certifiez aucun groupe. Un certificat est celui d’un groupe quand il est accordé avec un nombre de membres.
certifier-applications = Demandes
certifier-no-applications = Personne n’a fait de demande. Une demande reste ici jusqu’à ce que vous l’accordiez ou la rejetiez.
certifier-in-force = En vigueur, la fin la plus proche d’abord
certifier-none-in-force = Aucun de vos certificats n’est en vigueur.
certifier-ended = Terminés
certifier-none-ended = Aucun n’a encore pris fin.
certifier-accreditations = Ce que vous pouvez certifier
certifier-no-accreditations = Vous n’êtes pas accrédité. Demandez à l’opérateur.
certifier-accreditation-counts = compte aujourd’hui
certifier-accreditation-not-now = ne compte pas aujourd’hui
certifier-accreditation-withdrawn = retirée le { $day }
certifier-minerals = Minerais
certifier-verification = Vérifié
certifier-applied-on = Demandé
certifier-inspected-on = Inspecté
certifier-inspection-until = L’inspection compte jusqu’au
certifier-comply = Membres conformes
certifier-members = Membres
certifier-failed = Sortis du volume
certifier-must-suspend = Vous devez le suspendre
certifier-too-few = trop peu de membres sont conformes
certifier-valid-to = Dernier jour
certifier-room-left = Place qui reste dans l’année
certifier-open-declarations = Déclarations en attente
certifier-since = Depuis
certifier-now = Ce qu’il dit
certifier-number = Numéro
certifier-producer = Producteur
certifier-mandate = Pouvoirs du titulaire
certifier-held = Crédits non vendus gelés depuis
certifier-oversold = Vendu plus que couvert
certifier-continues = Le certificat précédent
certifier-years = Ses années
certifier-no-years = Rien n’a encore été déclaré sous ce certificat.
certifier-year-from = Année à partir du { $day }
certifier-uncredited = Approuvé, coupé par le maximum
certifier-cancelled = Crédits annulés pour du métal vendu
certifier-none-declared = Rien n’a encore été déclaré sous ce certificat.
certifier-history = Histoire, le plus récent d’abord
certifier-by = Par
certifier-reason = Motif
certifier-cause = Cause

## Auditeur : ce qui attend

auditor-waits-finding = Constat dû sur { $beneficiary } : { $mineral }
auditor-waits-more = { $others ->
    [one] Un autre constat est dû
   *[other] { $others } autres constats sont dus
}

## Auditeur : devoirs, retraits, constats

auditor-duties = Constats dus
auditor-duties-lead = Qui retire en 365 jours plus d’un minerai que le programme ne permet sans constat doit celui d’un auditeur.
auditor-duties-by-day = Par jour d’échéance
auditor-no-duties = Aucun constat n’est dû. Quand les retraits de quelqu’un passent le seuil du programme, cela apparaît ici.
auditor-in-a-year = Retiré en 365 jours
auditor-threshold = Sans constat, au plus
auditor-crossed-by = A passé le seuil avec
auditor-mass-on = { $mass } le { $on }
auditor-until-then = Jusqu’au constat
auditor-only-none = seuls les retraits sans allégation sont acceptés
auditor-independence = Indépendance
auditor-not-independent = Votre organisation est d’un même groupe que le détenteur, le bénéficiaire ou un certificateur ; elle ne peut pas juger ce retrait.
auditor-judge = Voir et juger
auditor-retirements = Retraits
auditor-retirements-lead = Tout retrait est public. Il est ici avec les documents qui ne le sont pas.
auditor-newest-first = Le plus récent d’abord
auditor-none-retired = Il n’y a pas de tel retrait.
auditor-search = Bénéficiaire, ou numéro du retrait
auditor-retired-for = { $mass } ({ $mineral }) pour { $name }
auditor-on = Date
auditor-claim = Allégation
auditor-no-finding = pas encore de constat
auditor-findings = Vos constats
auditor-findings-lead = Les constats sont publics et restent. Un constat ultérieur prend la place du précédent.
auditor-none-found = Vous n’en avez encore publié aucun.
auditor-publish = Publier un constat
auditor-publish-later = Publier un nouveau constat
auditor-reason = Motif
auditor-report = SHA-256 du rapport
auditor-counts = Valeur
auditor-latest = le dernier sur ce retrait
auditor-followed = un autre a suivi

## Auditeur : un retrait

auditor-judge-lead = Comparez ce qu’il dit avec la consommation, l’origine et les documents ci-dessous. Votre constat nomme le SHA-256 de votre rapport.
auditor-says = Ce qu’il dit
auditor-hidden = Le dernier constat le conteste ; la page publique ne montre donc pas ce texte.
auditor-beneficiary = Bénéficiaire
auditor-number = Numéro d’inscription
auditor-holder = Détenu et retiré par
auditor-principal = Pour le compte de
auditor-claim-period = Période de l’allégation
auditor-purpose = But
auditor-product = Produit ou campagne
auditor-public-page = La page publique
auditor-measured-by = À quoi il se mesure
auditor-measured-lead = { $others ->
    [0] Aucun autre retrait ne cite cette consommation.
    [one] Un autre retrait cite cette consommation.
   *[other] { $others } autres retraits citent cette consommation.
}
auditor-use-recorded = Consommation enregistrée
auditor-use = Masse consommée
auditor-retired-against = Retiré en regard, en tout
auditor-share = Part
auditor-use-period = Période de la consommation
auditor-scope = Ce qui est compté
auditor-method = Méthode de calcul
auditor-basis = Ce qu’est le chiffre
auditor-recorded-on = Enregistré
auditor-use-number = Numéro
auditor-use-covers = couvre ce qui a été retiré
auditor-use-exceeded = il a été retiré plus que consommé
auditor-origin = D’où viennent les crédits
auditor-origin-lead = Chaque lot avec son certificat et les preuves que le certificateur a vues. Ce que vous ouvrez est noté dans le journal de sécurité de son propriétaire.
auditor-certificate-is = certificat : { $state }
auditor-retired-of-it = Retiré de ce lot
auditor-issued = Émis en tout
auditor-mined = Extrait
auditor-certified-by = Certifié par
auditor-papers = Documents
auditor-statement = Attestation de retrait
auditor-entry = Écriture du registre
auditor-checked-by = Se vérifie hors ligne avec
auditor-bundle = Dossier
auditor-statement-file = Attestation
auditor-proof = Preuve
auditor-entry-file = Écriture
auditor-consent = Consentement du bénéficiaire
auditor-before = Constats et corrections jusqu’ici
auditor-nothing-before = Il n’y en a pas encore.
auditor-corrected = Corrigé par son détenteur le { $day }
auditor-found-by = { $auditor }, { $day }

## Auditeur : le registre entier

auditor-log = Le registre entier
auditor-log-lead = Emportez le registre et parcourez-le tout entier sur une machine sans réseau : chaque signature, chaque décision, chaque kilogramme.
auditor-log-name = Nom
auditor-log-size = Écritures
auditor-log-last = Dernière écriture
auditor-log-root = Racine de l’arbre
auditor-log-key = Clé de vérification, selon ce registre
auditor-log-key-elsewhere = Ne prenez pas la clé ici seulement. Comparez-la à celle de votre contrat, d’un rapport imprimé ou d’un tiers.
auditor-log-steps = Comment le vérifier
auditor-log-step-token = Demandez à l’opérateur un code d’accès d’auditeur ; ci-dessous, c’est TOKEN. Ou prenez les fichiers de la liste ci-dessous dans ce navigateur.
auditor-log-step-fetch = Prenez d’abord le point de contrôle, puis les écritures et les empreintes, dans les mêmes dossiers qu’ici.
auditor-log-step-verify = Lancez le vérificateur sur ce dossier. Il nomme l’écriture partout où il trouve quelque chose.
auditor-log-step-keep = Gardez le dossier. La prochaine fois, le vérificateur prouve que le registre n’a fait que grandir.
auditor-log-commands = Commandes
auditor-log-files = Fichiers
auditor-log-files-lead = Les écritures des membres ne sont pas publiques : traitez les fichiers avec soin.
auditor-log-files-not-for-you = Les écritures sont emportées par un administrateur de votre organisation, ou avec un code d’accès d’auditeur.
auditor-log-what = Quoi
auditor-log-file = Fichier
auditor-entries-of = Écritures { $from } à { $to }
auditor-hashes = Empreintes, niveau { $level }
auditor-log-one = Vérifier plutôt un seul retrait
