# The operator’s desk.

operator-about = Au sujet de
operator-accounts = Comptes
operator-accounts-none = Elle n’a pas encore de compte.
operator-accreditations = Qui peut certifier
operator-accreditations-none = Personne n’est encore accrédité. Accréditez d’abord un certificateur ; c’est lui qui délivre les certificats.
operator-approve-one = Approuver celui-ci
operator-approved-at = Approuvé
operator-approvers = Qui peut approuver
operator-approvers-none = personne pour l’instant : une autre personne doit d’abord avoir une clé
operator-balances = À la banque
operator-balances-lead = Ce que le registre détient pour tous, à côté de ce que la banque a dit en dernier.
operator-balances-none = Rien n’a encore été inscrit à la banque.
operator-bank = Banque et dépôts
operator-bank-accepted = La banque l’a accepté
operator-bank-else = La banque dit autre chose
operator-bank-lead = L’argent arrivé est inscrit par sa référence bancaire, une seule fois. Une deuxième personne approuve.
operator-bank-paid = La banque l’a payé
operator-bank-search = Membre ou référence bancaire
operator-booked-at = Inscrit
operator-booked-then = Le registre détenait alors
operator-came-back = Il est revenu
operator-case = Numéro du dossier
operator-certificate = Numéro du certificat
operator-certificates = Certificats
operator-certificates-none = Elle n’a part à aucun certificat.
operator-certifier = Certificateur
operator-close = Clore définitivement
operator-closed = Cette page n’est pas ouverte à votre rôle
operator-closed-text = Elle montre ce que les personnes de votre rôle ne voient pas. Un administrateur de votre organisation peut vous donner un autre rôle, à la page « Personnes ».
operator-code = Code
operator-country = Pays
operator-decision = Décision
operator-deposits = Dépôts
operator-deposits-none = Aucun dépôt trouvé. Quand de l’argent arrive, inscrivez-le avec la référence de la banque.
operator-deposits-of = Voir ses dépôts
operator-deposits-unassigned = Dont le propriétaire est inconnu
operator-deposits-unassigned-none = Chaque dépôt a son propriétaire.
operator-details = Où elle est payée
operator-details-change = Un changement attend jusqu’au
operator-details-none = pas encore connu : on ne peut pas la payer
operator-differs = diffère du relevé du { $day }
operator-end = Y mettre fin
operator-ended = terminée le { $day }
operator-ending = Certificats à surveiller
operator-ending-lead = Leurs certificateurs agissent ; vous le leur rappelez, et arrêtez ce qui doit l’être.
operator-ending-none = Aucun certificat ne finit dans les 90 jours sans qu’un nouveau le remplace.
operator-ending-soon = Finissent dans les 90 jours
operator-ends = finit le { $day }
operator-equivalences = Ce qui équivaut à quoi
operator-equivalences-none = Aucune équivalence n’est inscrite.
operator-expected = Montant attendu
operator-extend = Prolonger
operator-extent = Ce qui est accepté
operator-failed-tries = Essais manqués
operator-failure = Ce qui n’a pas marché
operator-fee = Commission de l’acheteur
operator-fees = Commissions de l’opérateur
operator-file = Fichier de paiement
operator-file-broken = { $count ->
    [one] un de ses paiements a été annulé : annulez aussi les autres et prévoyez-les de nouveau
   *[other] { $count } de ses paiements ont été annulés : annulez aussi les autres et prévoyez-les de nouveau
}
operator-file-cancel = Annuler { $amount } à { $payee }
operator-file-download = Télécharger le fichier de paiement
operator-file-unconfigured = ne peut être fait : la configuration ne dit rien de { $missing }
operator-file-waits = à remettre à la banque
operator-floor = Prime minimale par kg
operator-fraud = Retirés pour fraude
operator-fraud-none = Aucun certificat n’a été retiré pour fraude.
operator-given-up = abandonnée
operator-grievances = Plaintes
operator-grievances-closed = Dossiers clos
operator-grievances-lead = Ce qui est écrit est pour les seuls responsables : cela ne figure dans aucun journal, et rien n’est gardé de qui l’a écrit.
operator-grievances-none = Il n’y a pas de tel dossier.
operator-grievances-open = Dossiers ouverts
operator-grievances-overdue = Dossiers en retard
operator-group = Groupe
operator-group-fails = trop peu de membres sont conformes : il doit être suspendu
operator-halt = Arrêter
operator-holds = Gels
operator-holds-from = vaut dès le { $day }
operator-holds-lead = Un gel agit aussitôt, est public avec son motif, et prend fin de lui-même. Le prolonger demande une deuxième personne.
operator-holds-none = Rien n’est gelé. Une clé, un compte, une organisation ou un lot peut l’être.
operator-holds-of = Ce qui est gelé
operator-holds-of-none = Rien d’elle n’est gelé.
operator-holds-open = En vigueur
operator-holds-search = Nom de ce qui est gelé
operator-hook-disabled = désactivé
operator-hook-fails = échoue, et est réessayé
operator-hooks = Webhooks en échec
operator-hooks-none = Tous les webhooks livrent.
operator-in-force = en vigueur depuis le { $day }
operator-inspection-due = son inspection est trop ancienne : rien n’est émis
operator-key = Clé publique
operator-keys = Clés
operator-keys-lead = Par les personnes à qui elles sont. Seule l’organisation peut révoquer une clé ; vous pouvez geler celle qui est en de mauvaises mains.
operator-keys-none = Elle n’a pas de clé.
operator-lapses = prend fin de lui-même le { $time }
operator-lapses-never = jusqu’à ce qu’il soit levé
operator-last-day = Dernier jour
operator-letter-audit-duty = Audit à faire
operator-letter-bank-details-changed = Changement de coordonnées de paiement
operator-letter-certificate-expiring = Certificat bientôt fini
operator-letter-confirm-receipt = Rappel d’un reçu
operator-letter-contact-changed = Changement de coordonnées
operator-letter-credits-issued = Crédits émis
operator-letter-declaration-approved = Déclaration approuvée
operator-letter-declaration-received = Déclaration reçue
operator-letter-declaration-rejected = Déclaration rejetée
operator-letter-frozen = Gel
operator-letter-invitation = Invitation
operator-letter-key-changed = Changement d’une clé
operator-letter-login = Lien de connexion
operator-letter-payout-sent = Paiement envoyé
operator-letter-premium-paid = Prime répartie
operator-letter-retirement-statement = Attestation de retrait
operator-letter-trade-confirmation = Transaction
operator-letter-transfer-waiting = Transfert en route
operator-letter-webhook-disabled = Webhook désactivé
operator-letters = Lettres qui ne sont pas arrivées
operator-letters-none = Aucune lettre n’a été abandonnée.
operator-letters-waiting = { $count ->
    [one] Une lettre attend d’être envoyée.
   *[other] { $count } lettres attendent d’être envoyées.
}
operator-levels = Niveaux
operator-loss = Supporté par l’opérateur
operator-lot = Plus petite masse
operator-made-at = Faite
operator-markets = Arrêts et marchés
operator-markets-all = Tous les marchés
operator-markets-lead = Un marché arrêté ne prend pas d’ordres ; ceux qui y sont restent et peuvent être repris. Chacun lit pourquoi.
operator-markets-none = Il n’y a pas encore de marché. Ouvrez-en un pour une sorte de crédits et une monnaie.
operator-member = Le membre
operator-member-itself = Qui elle est
operator-members = Membres
operator-members-found = Trouvés
operator-members-lead = D’abord ceux qui ne peuvent agir : suspendus, ou sans clé confirmée.
operator-members-none = Personne ne porte ce nom. Cherchez une partie du nom, le code, le numéro d’enregistrement ou une clé publique entière.
operator-members-search = Nom, code, numéro ou clé publique
operator-minerals = Minerais
operator-minimum = Valeur minimale d’un ordre
operator-money = Argent
operator-next-try = Prochain essai
operator-next-version = Préparer la version suivante
operator-no-money = Elle n’a pas d’argent
operator-notices = Avis en échec
operator-notices-lead = Prévenez ces membres autrement, et corrigez l’adresse avec eux. Leur journal de sécurité note que vous avez regardé.
operator-number = Numéro
operator-of-sales = Des ventes de
operator-organisation = Organisation
operator-outcome = Résultat
operator-oversold = a vendu plus qu’il ne couvre : rien n’est émis
operator-paid = Payé
operator-paid-at = { $count ->
    [one] il y a { $count } jour, { $time }
   *[other] il y a { $count } jours, { $time }
}
operator-parameters = Délais et limites
operator-parameters-lead = Ils valent pour tous. Un changement demande une deuxième personne, et compte pour ce qui est décidé ensuite.
operator-parameters-now = En vigueur maintenant
operator-payee = Le destinataire
operator-payee-held = le destinataire est gelé : il ne peut partir
operator-payee-inactive = le destinataire n’est pas actif : il ne peut partir
operator-payee-no-details = on ne sait pas où le payer
operator-payments = Paiements
operator-payments-bank = À la banque
operator-payments-bank-lead = Inscrivez ce que dit la banque, chacun avec sa référence. Ce dont nul ne sait rien n’est jamais renvoyé.
operator-payments-bank-none = La banque ne doit aucune réponse.
operator-payments-files = À remettre à la banque
operator-payments-files-lead = Téléchargez le fichier, remettez-le une seule fois, et déclarez-le avec ce fichier même.
operator-payments-files-none = Aucun fichier approuvé n’attend. Approuvez d’abord les paiements prévus.
operator-payments-lead = Deux personnes laissent partir un paiement ; la banque le reçoit par fichier ; sa réponse s’inscrit ici.
operator-payments-planned = À approuver
operator-payments-planned-none = Aucun paiement n’est prévu. Prévoyez-en un avec la prime qui attend ci-dessous.
operator-payments-together = { $count ->
    [one] Un paiement · { $sum }
   *[other] { $count } paiements · { $sum }
}
operator-people = Inviter des personnes
operator-placed-by = Décidé par
operator-plan = Prévoir son paiement
operator-plannable = à prévoir
operator-premium = Prime qui attend ses destinataires
operator-premium-lead = Ce que des ventes leur ont apporté, et que nul n’a prévu de payer. Pour un destinataire sans clé, c’est vous qui dites où il est payé.
operator-premium-none = Toute la prime est payée, ou prévue.
operator-producer = Producteur
operator-programmes = Programmes
operator-programmes-none = Il n’y a pas encore de programme. Définissez-en un avant toute chose.
operator-proposals = Propositions
operator-proposals-lead = Ce qu’une personne de l’opérateur a proposé prend effet quand une autre l’a signé aussi.
operator-proposals-none = Rien n’attend une deuxième personne.
operator-proposals-open = En attente d’une deuxième personne
operator-proposed-by = Proposé par
operator-rail = Voie de paiement
operator-reason = Motif
operator-receipt-reminded = reçu manquant : relancez le destinataire
operator-receipt-unconfirmed = publiquement non confirmé
operator-receipts = Reçus manquants
operator-receipts-lead = Une lettre le demande aux destinataires quand la banque a payé ; ensuite, relancez-les vous-même. À la fin le public le voit. Si rien n’est arrivé, demandez à la banque.
operator-receipts-missing = Payé, sans reçu signé
operator-receipts-none = Chaque paiement fait a son reçu.
operator-reconciled = concorde avec le relevé du { $day }
operator-reconciled-never = jamais comparé à la banque
operator-reference = Référence
operator-registration = Numéro d’enregistrement
operator-reinstate = Lever la suspension
operator-release = Lever
operator-reopen = Rouvrir
operator-replaced = remplacée
operator-roles = Rôles
operator-rules = Programmes et règles
operator-rules-lead = Chacun peut les lire. Une version ne change jamais : une suivante la remplace.
operator-scope = Quels crédits
operator-severity = Gravité selon le responsable
operator-severity-wished = Gravité selon l’auteur
operator-since = Depuis
operator-statement = Le relevé de la banque disait
operator-structure = Structure
operator-suspend = Suspendre
operator-suspense = En attente
operator-tick = Pas de prix par kg
operator-took-back = La banque l’a repris
operator-tried = Essayée
operator-tries = { $count ->
    [one] une fois, le { $last }
   *[other] { $count } fois, la dernière le { $last }
}
operator-unsound = Pas en règle
operator-unsound-none = Aucun certificat n’a trop vendu, et chaque groupe est conforme.
operator-until = jusqu’au { $day }
operator-verification = Vérification
operator-version = version { $version }
operator-waits-certificates = { $count ->
    [one] Un certificat finit dans les 30 jours
   *[other] { $count } certificats finissent dans les 30 jours
}
operator-waits-deposits = { $count ->
    [one] Un dépôt n’a pas de propriétaire connu
   *[other] { $count } dépôts n’ont pas de propriétaire connu
}
operator-waits-files = { $count ->
    [one] Un fichier de paiement est à remettre à la banque
   *[other] { $count } fichiers de paiement sont à remettre à la banque
}
operator-waits-grievances = { $count ->
    [one] Une plainte attend un responsable
   *[other] { $count } plaintes attendent un responsable
}
operator-waits-holds = { $count ->
    [one] Un gel prend fin dans les 7 jours
   *[other] { $count } gels prennent fin dans les 7 jours
}
operator-waits-hooks = { $count ->
    [one] Un webhook échoue
   *[other] { $count } webhooks échouent
}
operator-waits-letters = { $count ->
    [one] Une lettre n’est pas arrivée
   *[other] { $count } lettres ne sont pas arrivées
}
operator-waits-markets = { $count ->
    [one] Un marché est arrêté
   *[other] { $count } marchés sont arrêtés
}
operator-waits-members = { $count ->
    [one] Une organisation n’a confirmé aucune clé
   *[other] { $count } organisations n’ont confirmé aucune clé
}
operator-waits-planned = { $count ->
    [one] Un paiement attend d’être approuvé
   *[other] { $count } paiements attendent d’être approuvés
}
operator-waits-premium = { $count ->
    [one] Un paiement de prime peut être prévu
   *[other] { $count } paiements de prime peuvent être prévus
}
operator-waits-proposals = { $count ->
    [one] Une proposition attend une deuxième personne
   *[other] { $count } propositions attendent une deuxième personne
}
operator-waits-receipts = { $count ->
    [one] Il manque le reçu d’un paiement
   *[other] Il manque le reçu de { $count } paiements
}
operator-waits-unknown = { $count ->
    [one] D’un paiement, nul ne sait ce qu’il est devenu
   *[other] De { $count } paiements, nul ne sait ce qu’ils sont devenus
}
operator-withdraw = Retirer
operator-withdrawn = retirée le { $day }
operator-works-from = En service dès
