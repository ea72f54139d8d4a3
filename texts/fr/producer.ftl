# Producers: the list, and the page of one.

producer-all = Tout afficher
producer-any = Tous
producer-audited = Audité le
producer-batch-told = { $issued } émis · { $retired } retirés · { $outstanding } restants
producer-batches = Lots
producer-by-month = { $mineral } : émis et retiré par mois
producer-cancelled = annulé
producer-case-closed = Close le { $day } : { $outcome }.
producer-certificate = Certificat
producer-certificates = Certificats
producer-certifier = Certificateur
producer-code = Code dans les numéros de série
producer-concerns = Plaintes
producer-confirmed = reçu signé
producer-country = Pays
producer-credits = Crédits
producer-credits-lead = Un crédit représente un kilogramme certifié. Les crédits retirés sont consommés pour toujours.
producer-declared = Production déclarée
producer-declared-lead = Visible du producteur, de son certificateur et des auditeurs seulement.
producer-expired = expiré
producer-fine = Masse qui compte
producer-found = { $count ->
    [one] { $count } producteur
   *[other] { $count } producteurs
  }
producer-held = Gelé : { $reason }
producer-holder = Titulaire du certificat
producer-inspected = Inspection des membres
producer-inspected-told = { $members ->
    [one] { $day } : { $members } membre, { $compliant } respectent les règles
   *[other] { $day } : { $members } membres, { $compliant } respectent les règles
  }
producer-issued = émis
producer-issued-of = { $mass } ({ $mineral }) émis
producer-list = Producteurs
producer-list-lead = Organisations minières auxquelles un certificat a été accordé. Aucun nom de mineur et aucun lieu exact n’est conservé ici.
producer-maximum = Maximum annuel
producer-mineral = Minerai
producer-name = Nom
producer-no-certificate = Aucun certificat ne lui a encore été accordé. Dès qu’un certificat l’est, son état et son histoire se trouvent ici.
producer-no-concern = Aucune plainte à son sujet n’a été prise en charge.
producer-no-plan = Il n’a aucun plan de prime en vigueur. Avant sa première vente, il doit en publier un.
producer-no-premium = Il n’y a pas encore de mois à montrer.
producer-no-retirement = Aucun de ses crédits n’a encore été retiré. Chaque retrait se trouvera ici, avec son bénéficiaire.
producer-none = Aucun certificat n’a encore été accordé. Les producteurs se trouveront ici dès qu’un certificat le sera.
producer-none-found = Aucun producteur ne correspond. Essayez une partie du nom, ou un autre pays ou minerai.
producer-note-ended = Il a pris fin. Les crédits émis auparavant peuvent encore être vendus et retirés.
producer-note-fraud = Il a été retiré pour fraude. Les crédits non vendus sont annulés, les crédits vendus sont gelés, et les retraits faits avec eux portent un avertissement.
producer-note-oversold = Il a été vendu plus que ce qui est couvert. Rien n’est émis avant compensation.
producer-note-suspended = Rien ne peut être déclaré ni émis, et les crédits non vendus sont gelés. Ceux qui ont été achetés auparavant restent utilisables.
producer-note-withdrawn = Il a été retiré définitivement. Ses crédits non vendus sont annulés ; ceux qui ont été achetés auparavant restent utilisables.
producer-outstanding = restant
producer-paid = parti de la banque
producer-payee = Qui est payé
producer-period = Période
producer-plan = { $code }, en vigueur depuis le { $day }
producer-plan-lead = Ce qui reste de chaque prime après les échéances se partage ainsi. Le producteur a signé le plan.
producer-plan-title = Où va la prime
producer-premium = Ce que la prime est devenue
producer-premium-by-month = Prime en { $currency } par mois
producer-premium-lead = D’après les reçus signés par ceux qui ont été payés. Un mois est publié 30 jours après sa fin, en chiffres arrondis vers le bas à deux chiffres, afin que personne ne sache ce qu’un acheteur a payé.
producer-raise = Déposer une plainte
producer-raise-lead = Il ne vous faut ni compte ni nom.
producer-retired = retiré
producer-retirements = Derniers retraits
producer-retirements-lead = Chaque retrait est montré avec toute sa masse, qui peut venir de plusieurs producteurs.
producer-routed = réparti aux destinataires
producer-search = Chercher
producer-share = Part
producer-split = De ce qui reste : { $available } disponibles, { $escrowed } mis de côté, { $frozen } gelés.
producer-state = État
producer-structure = Forme d’organisation
producer-terms = Conditions du certificat
producer-unconfirmed = { $count ->
    [one] { $count } versement a quitté la banque il y a longtemps, et aucun reçu n’est encore signé.
   *[other] { $count } versements ont quitté la banque il y a longtemps, et aucun reçu n’est encore signé pour eux.
  }
producer-valid = Valable
producer-verified = Vérifié
producer-was-expired = Il a expiré
producer-was-granted = Accordé par { $certifier }
producer-was-reinstated = Suspension levée par { $certifier }
producer-was-surrendered = Le producteur l’a rendu
producer-was-suspended = Suspendu par { $certifier }
producer-was-withdrawn = Retiré par { $by } ({ $cause })
producer-where = Où
producer-who = Qui c’est
producer-women-led = Dirigée par des femmes
