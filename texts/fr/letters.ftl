# Letters: what they say, why they come, and the pages where a kind is declined.

letter-colon =  :
letter-greeting = Bonjour { $name },
letter-why = Vous recevez cette lettre parce que vous êtes inscrit au registre comme { $role } de { $organisation }.
letter-automatic = Elle a été envoyée par un programme. Personne ne lit les réponses.
letter-decline = Ne plus recevoir de lettres de ce type

## Declining

unsubscribe-title = Ne plus recevoir de lettres de ce type ?
unsubscribe-ask = Vous ne recevrez plus de lettres du type « { $kind } ». Les lettres sur les clés, l’argent en route et les autres affaires urgentes continueront d’arriver.
unsubscribe-button = Ne plus les recevoir
unsubscribe-done-title = C’est fait
unsubscribe-done = Vous ne recevrez plus de lettres du type « { $kind } ». La personne qui gère les membres de votre organisation peut les rétablir.
unsubscribe-invalid-title = Ce lien ne fonctionne pas
unsubscribe-invalid = Il est incomplet ou vient d’un autre registre. Copiez le lien entier de la lettre.

letter-kind-declaration-received = déclaration reçue
letter-kind-declaration-approved = déclaration approuvée
letter-kind-declaration-rejected = déclaration rejetée
letter-kind-credits-issued = crédits émis
letter-kind-trade-confirmation = avis d’opération
letter-kind-premium-paid = prime versée

## Labels of figures

letter-label-amount = Montant
letter-label-batch = Lot
letter-label-beneficiary = Bénéficiaire
letter-label-block = Bloc de série
letter-label-certificate = Certificat
letter-label-declaration = Déclaration
letter-label-deducted = Déduit pour les échéances
letter-label-due-at = Échéance
letter-label-ends-at = Valable jusqu’au
letter-label-fee = Commission
letter-label-file = Fichier de paiement
letter-label-from = Du compte
letter-label-frozen = Ce qui est gelé
letter-label-gross = Prix total
letter-label-hold = Gel
letter-label-hold-reason = Motif
letter-label-issued = Émis
letter-label-key = Clé
letter-label-lapses-at = Prend fin de lui-même
letter-label-leg-administration = Pour l’administration
letter-label-leg-community = Pour la communauté
letter-label-leg-holder = Pour le titulaire
letter-label-leg-operations = Pour l’exploitation
letter-label-leg-women = Pour les groupes de femmes
letter-label-mass = Masse
letter-label-mineral = Minerai
letter-label-other = Autre partie
letter-label-payout = Paiement
letter-label-period-from = Du
letter-label-period-to = Au
letter-label-person = Personne
letter-label-price = Prix du crédit
letter-label-producer = Producteur
letter-label-rail = Voie de paiement
letter-label-reason = Motif
letter-label-retirement = Retrait
letter-label-role = Rôle
letter-label-settles-at = Prend effet
letter-label-to = Au compte
letter-label-trade = Opération
letter-label-transfer = Transfert
letter-label-url = Adresse
letter-label-use-until = À utiliser jusqu’au
letter-label-valid-to = Dernier jour
letter-label-verified = Vérifié
letter-label-works-from = En vigueur à partir du

## Words that are figures

letter-word-role-admin = administrateur
letter-word-role-clerk = gestionnaire
letter-word-role-trader = négociateur
letter-word-role-signatory = signataire
letter-word-role-viewer = lecteur
letter-word-role-contact = contact
letter-word-target-key = Une clé
letter-word-target-account = Un compte
letter-word-target-organisation = Toute l’activité de votre organisation
letter-word-rail-bank-transfer = virement bancaire
letter-word-rail-mobile-money = monnaie mobile

## The letters

letter-login-subject = Votre lien de connexion
letter-login-1 = Ouvrez ce lien pour vous connecter au registre. Il fonctionne une seule fois, jusqu’au { $ends_at }.
letter-login-2 = Si vous ne l’avez pas demandé, ne faites rien : sans ce lien, personne n’entre.
letter-login-action = Se connecter
letter-login-why = Vous recevez cette lettre parce que quelqu’un a demandé à se connecter avec votre adresse.

letter-invitation-subject = { $organisation } vous invite au registre
letter-invitation-1 = { $organisation } vous invite à travailler en son nom dans le registre des crédits de la mine artisanale.
letter-invitation-2 = L’invitation fonctionne une seule fois, jusqu’au { $ends_at }. Si vous ne connaissez pas { $organisation }, ne faites rien.
letter-invitation-action = Accepter l’invitation
letter-invitation-why = Vous recevez cette lettre parce que { $organisation } a donné votre adresse.

letter-declaration-received-subject = Déclaration de { $producer } : { $mass } ({ $mineral })
letter-declaration-received-1 = { $producer } a déclaré une production sous l’un de vos certificats : { $mass } ({ $mineral }), du { $period_from } au { $period_to }.
letter-declaration-received-2 = Examinez les preuves, puis approuvez ou rejetez la déclaration. Si vous ne faites ni l’un ni l’autre, elle devient caduque.
letter-declaration-received-action = Voir la déclaration

letter-declaration-approved-subject = Votre déclaration est approuvée : { $verified } vérifiés
letter-declaration-approved-1 = Votre certificateur a vérifié { $verified } ({ $mineral }). Des crédits pour { $issued } vous ont été émis.
letter-declaration-approved-2 = La masse qui ne fait pas un lot entier est gardée pour la prochaine déclaration.
letter-declaration-approved-action = Voir vos déclarations

letter-declaration-rejected-subject = Votre déclaration est rejetée
letter-declaration-rejected-1 = Votre certificateur a rejeté votre déclaration de { $mass } ({ $mineral }). Le motif indiqué : { $reason }.
letter-declaration-rejected-2 = Demandez à votre certificateur ce qui manque. Vous pouvez déclarer de nouveau la même production.
letter-declaration-rejected-action = Voir vos déclarations

letter-credits-issued-subject = Crédits émis : { $mass } ({ $mineral })
letter-credits-issued-1 = Des crédits pour { $mass } ({ $mineral }) sont sur votre compte. Un crédit représente un kilogramme.
letter-credits-issued-2 = Ils peuvent être vendus ou retirés jusqu’au { $use_until } ; ensuite ils expirent.
letter-credits-issued-action = Voir le lot

letter-transfer-leaving-subject = Un transfert de { $mass } quitte votre compte
letter-transfer-leaving-1 = Des crédits pour { $mass } ({ $mineral }) passent de votre compte à { $other }. Le transfert prend effet le { $settles_at }.
letter-transfer-leaving-2 = Si vous ne l’avez pas voulu, reprenez-le avant : signez withdraw_transfer pour { $transfer }. Vérifiez ensuite vos clés, car l’une d’elles l’a signé.
letter-transfer-leaving-action = Retirer le transfert

letter-transfer-arriving-subject = Un transfert de { $mass } est en route vers vous
letter-transfer-arriving-1 = { $other } vous envoie des crédits pour { $mass } ({ $mineral }). Ils sont à vous à partir du { $settles_at }.
letter-transfer-arriving-2 = Si vous n’en voulez pas, refusez le transfert avant : signez refuse_transfer pour { $transfer }.
letter-transfer-arriving-action = Refuser le transfert

letter-trade-bought-subject = Vous avez acheté { $mass } ({ $mineral }) pour { $gross }
letter-trade-bought-1 = Vous avez acheté des crédits pour { $mass } ({ $mineral }) à { $price } le crédit : { $gross }, plus une commission de { $fee }.
letter-trade-bought-2 = Les crédits sont sur votre compte. Utilisez-les jusqu’au { $use_until }.
letter-trade-bought-action = Voir l’achat et où est allé votre argent

letter-trade-sold-subject = Vous avez vendu { $mass } ({ $mineral }) pour { $gross }
letter-trade-sold-1 = Vous avez vendu des crédits pour { $mass } ({ $mineral }) à { $price } le crédit : { $gross }.
letter-trade-sold-2 = L’argent a été réparti selon votre plan de prime, et ce que vous devez par un plan d’échéances en a été déduit.
letter-trade-sold-action = Voir ce qui est parvenu à qui

letter-premium-paid-subject = Prime pour vous : { $amount }
letter-premium-paid-1 = { $producer } a vendu des crédits pour { $mass } ({ $mineral }). Votre part de la prime est de { $amount }.
letter-premium-paid-2 = Elle est sur votre compte dans le registre jusqu’à ce qu’elle vous soit payée.
letter-premium-paid-action = Voir vos paiements

letter-payout-sent-subject = Un paiement de { $amount } en votre faveur a été ordonné
letter-payout-sent-1 = La banque a reçu l’ordre de vous payer { $amount }. Cela peut prendre quelques jours.
letter-payout-sent-2 = Quand l’argent est arrivé, signez le reçu. S’il n’est pas arrivé après cinq jours ouvrables, prévenez l’opérateur.
letter-payout-sent-action = Voir vos paiements

letter-confirm-receipt-subject = Avez-vous reçu { $amount } ? Merci de signer le reçu
letter-confirm-receipt-1 = La banque indique que { $amount } vous ont été payés. Regardez votre compte chez elle.
letter-confirm-receipt-2 = Si l’argent est arrivé, signez confirm_receipt avec le montant reçu. S’il n’est pas arrivé, ou s’il en manque, dites-le par le même acte. Les acheteurs apprennent combien de prime a été confirmé : votre reçu compte.
letter-confirm-receipt-action = Voir le paiement

letter-retirement-statement-subject = Attestation de retrait : { $mass } ({ $mineral }) pour { $beneficiary }
letter-retirement-statement-1 = Des crédits pour { $mass } ({ $mineral }) ont été retirés pour { $beneficiary }. C’est définitif : ils ne peuvent plus être vendus ni utilisés.
letter-retirement-statement-2 = Le fichier joint contient l’attestation et tout ce qui la prouve. Gardez-le : il peut être vérifié sans ce registre, avec orebook-verify ou la page du lien.
letter-retirement-statement-action = Voir l’inscription publique

letter-certificate-expiring-subject = Un certificat prend fin dans { $days } jours
letter-certificate-expiring-1 = Le certificat { $certificate } ({ $mineral }) prend fin le { $valid_to }, dans { $days } jours.
letter-certificate-expiring-2 = La production postérieure à ce jour ne peut pas être déclarée sous ce certificat. Demandez à temps le certificat suivant.
letter-certificate-expiring-action = Voir le certificat

letter-key-added-subject = Une nouvelle clé pour { $organisation }
letter-key-added-1 = Une nouvelle clé a été ajoutée pour { $organisation }. Elle pourra signer une fois confirmée.
letter-key-added-2 = Si aucun d’entre vous ne l’a fait, révoquez aussitôt la clé avec une autre clé et prévenez l’opérateur.
letter-key-added-action = Voir vos clés

letter-key-added-for-subject = L’opérateur a ajouté une clé pour { $organisation }
letter-key-added-for-1 = L’opérateur du registre a ajouté une clé pour { $organisation }, comme il le fait quand une organisation a perdu la sienne.
letter-key-added-for-2 = Si vous ne l’avez pas demandé, refusez la clé avant qu’elle n’entre en vigueur : signez veto_key avec l’une de vos clés et prévenez l’opérateur.
letter-key-added-for-action = Voir vos clés

letter-key-confirmed-subject = Une clé de { $organisation } peut maintenant signer
letter-key-confirmed-1 = Une clé de { $organisation } a été confirmée. Ce qu’elle signe vous engage désormais.
letter-key-confirmed-2 = Si vous ne connaissez pas cette clé, révoquez-la aussitôt avec une autre clé et prévenez l’opérateur.
letter-key-confirmed-action = Voir vos clés

letter-key-revoked-subject = Une clé de { $organisation } a été révoquée
letter-key-revoked-1 = Une clé de { $organisation } a été révoquée. Elle ne signe plus rien, et ses ordres et transferts en cours prennent fin.
letter-key-revoked-2 = Si aucun d’entre vous ne l’a fait, prévenez aussitôt l’opérateur.
letter-key-revoked-action = Voir vos clés

letter-key-vetoed-subject = Une clé pour { $organisation } a été refusée
letter-key-vetoed-1 = Une clé ajoutée pour { $organisation } a été refusée avant son entrée en vigueur. Elle ne signera jamais.
letter-key-vetoed-2 = Si aucun d’entre vous ne l’a fait, prévenez aussitôt l’opérateur.
letter-key-vetoed-action = Voir vos clés

letter-bank-details-changed-subject = Les coordonnées de paiement de { $organisation } ont changé
letter-bank-details-changed-1 = De nouvelles coordonnées de paiement ont été signées pour { $organisation }. L’argent y sera versé à partir du { $works_from }.
letter-bank-details-changed-2 = Si vous ne l’avez pas voulu, révoquez avant cette date la clé qui les a signées. Les anciennes coordonnées restent alors en vigueur. Prévenez aussi l’opérateur.
letter-bank-details-changed-action = Voir votre organisation

letter-bank-details-restored-subject = Coordonnées de paiement de { $organisation } : une modification a été annulée
letter-bank-details-restored-1 = La modification des coordonnées de paiement de { $organisation } a été annulée. L’argent est versé là où il l’était auparavant.
letter-bank-details-restored-2 = Si vous ne l’avez pas voulu, prévenez l’opérateur. Une nouvelle modification attendra de nouveau avant de servir.
letter-bank-details-restored-action = Voir votre organisation

letter-bank-details-set-subject = Les coordonnées de paiement de { $organisation } ont été données
letter-bank-details-set-1 = Des coordonnées de paiement ont été signées pour { $organisation }, les premières. L’argent y est versé dès maintenant.
letter-bank-details-set-2 = Si vous ne l’avez pas voulu, signez-en d’autres, qui prennent effet après un délai, et prévenez aussitôt l’opérateur.
letter-bank-details-set-action = Voir votre organisation

letter-contact-set-subject = Contact de { $organisation } : la première adresse
letter-contact-set-1 = Une adresse à laquelle le registre écrit pour { $organisation } a été donnée. C’est la première, et elle compte dès maintenant.
letter-contact-set-2 = Si vous ne l’avez pas voulu, prévenez aussitôt l’opérateur.
letter-contact-set-action = Voir votre compte

letter-contact-changed-subject = Le contact de { $organisation } a changé
letter-contact-changed-1 = L’adresse à laquelle le registre écrit pour { $organisation } a changé. Cette lettre est aussi envoyée à l’ancienne adresse.
letter-contact-changed-2 = Si vous ne l’avez pas voulu, prévenez aussitôt l’opérateur.
letter-contact-changed-action = Voir votre compte

letter-frozen-subject = Gel : { $organisation }
letter-frozen-1 = L’opérateur a décidé un gel. Objet du gel : { $target }. Motif : { $hold_reason }. Il prend fin de lui-même le { $lapses_at }, s’il n’est pas prolongé.
letter-frozen-2 = Rien n’est perdu : les crédits et l’argent restent à vous. Demandez à l’opérateur si vous ne savez pas pourquoi.
letter-frozen-action = Voir le gel

letter-credits-frozen-subject = Des crédits du lot { $batch } sont gelés
letter-credits-frozen-1 = L’opérateur a gelé des crédits du lot { $batch } ({ $mineral }). Motif : { $hold_reason }. Le gel prend fin de lui-même le { $lapses_at }, s’il n’est pas prolongé.
letter-credits-frozen-2 = D’ici là, ces crédits ne peuvent être ni vendus, ni transférés, ni retirés. Ils restent à qui ils sont. Demandez à l’opérateur si vous ne savez pas pourquoi.
letter-credits-frozen-action = Voir le lot

letter-certificate-fraud-subject = Un certificat de { $producer } a été retiré pour fraude
letter-certificate-fraud-1 = { $certifier } a retiré pour fraude le certificat de { $producer } ({ $mineral }). Motif donné : { $reason }.
letter-certificate-fraud-2 = Les crédits que le producteur avait encore sont annulés. Ceux qui ont été achetés sont gelés jusqu’à ce que l’opérateur ait réglé l’affaire ; ce qui a été retiré le reste, avec un signalement.
letter-certificate-fraud-action = Voir le producteur

letter-audit-due-subject = Votre retrait appelle l’avis d’un auditeur
letter-audit-due-1 = Avec le retrait de { $mass } ({ $mineral }) pour { $beneficiary }, les déclarations ont atteint un volume qu’un auditeur doit examiner.
letter-audit-due-2 = Demandez un avis à un auditeur du registre. Il est attendu le { $due_at } ; jusque-là, l’inscription le signale.
letter-audit-due-action = Voir le retrait

letter-audit-overdue-subject = L’avis d’auditeur sur votre retrait est en retard
letter-audit-overdue-1 = Aucun avis d’auditeur n’est arrivé sur le retrait de { $mass } ({ $mineral }) pour { $beneficiary }. L’inscription publique signale maintenant le retard.
letter-audit-overdue-2 = Les déclarations suivantes pour ce bénéficiaire attendent cet avis. Demandez-le à un auditeur du registre.
letter-audit-overdue-action = Voir le retrait

letter-webhook-disabled-subject = Un webhook de { $organisation } a été désactivé
letter-webhook-disabled-1 = Le registre n’appelle plus un webhook de { $organisation }. Le motif : { $reason }.
letter-webhook-disabled-2 = Rien n’est perdu : récupérez par le curseur ce qui vous a manqué, réparez le récepteur et réactivez le webhook.
letter-webhook-disabled-action = Voir vos webhooks
