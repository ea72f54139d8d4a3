### Every signed act: what it is called, what signing it does, and the fields of its form. `field-<field>` is a field’s
### label, `field-<act>-<field>` its label in one act, and either with `-hint` says how to fill it in.

## Organisations and their keys

act-void = Rendre sans effet une instruction perdue
act-void-does = Si une instruction que vous avez signée n’est pas parvenue au registre, elle ne pourra plus jamais prendre effet : son numéro est épuisé. Rien d’autre ne change. C’est irréversible.
act-register-organisation = Inscrire une organisation
act-register-organisation-does = L’organisation devient membre avec le nom, les rôles et les premières clés que vous indiquez. Elle peut agir dès qu’elle a confirmé l’une de ces clés. Le nom, le code et les rôles ne peuvent plus être modifiés ensuite.
act-add-key = Ajouter une clé à votre organisation
act-add-key-does = La clé pourra signer pour votre organisation une fois confirmée avec la clé elle-même. Si elle est destinée à une autre personne, une deuxième personne doit approuver. Une clé peut être révoquée plus tard, mais ne passe jamais à une autre organisation.
act-add-key-for = Ajouter une clé à une autre organisation
act-add-key-for-does = Pour une organisation qui ne peut pas ajouter la clé elle-même ; une deuxième personne de l’opérateur doit approuver. Si elle a une clé en service, la nouvelle attend, ses contacts sont prévenus et elle peut la refuser. Une clé peut être révoquée plus tard.
act-confirm-key = Confirmer cette clé
act-confirm-key-does = Vous signez avec la nouvelle clé elle-même. Dès lors, ce que la clé signe engage votre organisation. Elle peut être révoquée à tout moment.
act-veto-key = Refuser une clé ajoutée pour vous
act-veto-key-does = La clé que l’opérateur a ajoutée pour votre organisation ne signera jamais. Vos autres clés ne sont pas touchées. C’est définitif.
act-revoke-key = Révoquer une clé
act-revoke-key-does = Désormais, la clé ne signe plus rien, et ce qu’elle a d’ouvert prend fin : ordres, accords, transferts et propositions. Ce qu’elle a signé et qui a pris effet demeure. C’est définitif : la clé ne fonctionnera plus jamais.
act-open-account = Ouvrir un compte de plus
act-open-account-does = Votre organisation reçoit un compte de plus où détenir des crédits. Rien ne bouge. Un compte ouvert reste.
act-set-limits = Fixer ce qu’une clé peut faire seule
act-set-limits-does = Au-delà de ces limites, les ordres, accords, transferts, retraits de crédits et retraits d’argent demandent une deuxième personne de votre organisation. Elles remplacent toutes les limites antérieures ; ce que vous ne nommez pas n’a pas de limite. Vous pouvez les modifier, mais en relever ou en supprimer une demande une deuxième personne.
act-approve = Approuver une proposition
act-approve-does = Vous signez comme deuxième personne exactement ce que dit la proposition. Elle prend effet aussitôt, si les règles le permettent encore. Qu’elle puisse être défaite ensuite dépend de l’acte proposé.
act-cancel-proposal = Reprendre une proposition
act-cancel-proposal-does = La proposition de votre organisation prend fin sans effet. Rien n’avait été mis de côté pour elle. Elle peut être faite de nouveau.
act-suspend-organisation = Suspendre une organisation
act-suspend-organisation-does = L’organisation ne peut guère plus que reprendre ce qui est à elle et signer des reçus. Ses ordres, accords, propositions et transferts sortants ouverts prennent fin, et les paiements en sa faveur attendent. Vous pourrez lever la suspension.
act-reinstate-organisation = Lever la suspension d’une organisation
act-reinstate-organisation-does = L’organisation peut de nouveau agir. Ce qui a pris fin avec la suspension ne revient pas de lui-même. Elle peut être suspendue de nouveau.
act-close-organisation = Clore une organisation définitivement
act-close-organisation-does = L’organisation prend fin, et personne n’aura plus jamais son nom ni son code. Elle ne doit rien détenir, et rien ne doit être en route vers elle. C’est définitif.
act-set-contact-details = Indiquer à qui le registre écrit
act-set-contact-details-does = Les lettres pour l’organisation iront à ces personnes. Les coordonnées restent hors du journal public, qui n’en garde que l’empreinte. Un changement attend avant de prendre effet et peut être repris jusque-là.
act-withdraw-contact-details = Reprendre un changement de contacts
act-withdraw-contact-details-does = Le changement qui attend encore ne prend pas effet. Les contacts en vigueur restent. Vous pouvez en indiquer d’autres à tout moment.
act-appoint-agent = Nommer un agent
act-appoint-agent-does = L’organisation peut détenir des crédits pour vous et en retirer en votre nom. Elle ne peut ni vendre ce que vous lui envoyez ni l’utiliser pour quelqu’un d’autre. Vous pouvez y mettre fin à tout moment.
act-dismiss-agent = Mettre fin au rôle d’un agent
act-dismiss-agent-does = Désormais, l’agent ne retire plus rien pour vous. Ceux de vos crédits qu’il détient encore ne peuvent que vous être rendus. Vous pouvez le nommer de nouveau.

## The register itself

act-adopt-parameters = Fixer les délais du registre
act-adopt-parameters-does = Ces délais et limites valent pour tous dans ce qui est décidé à partir de maintenant ; les moments déjà fixés restent. Une deuxième personne de l’opérateur doit approuver. Ils peuvent être modifiés de nouveau de la même façon.
act-adopt-rules = Adopter des règles plus récentes
act-adopt-rules-does = Des règles plus récentes décident de ce qui est signé à partir de maintenant ; ce qui est décidé reste. Chaque serveur doit utiliser une version qui les connaît. Une deuxième personne de l’opérateur doit approuver. Elles ne peuvent pas être retirées.
act-adopt-issuer = Changer la clé qui signe les attestations
act-adopt-issuer-does = Désormais, une autre clé du registre signe les attestations de retrait. Une deuxième personne de l’opérateur doit approuver. C’est définitif : la clé précédente ne revient pas.
act-adopt-log-key = Changer la clé qui signe le journal
act-adopt-log-key-does = Désormais, une autre clé signe les points de contrôle du journal public, et quiconque vérifie le journal en a besoin. Une deuxième personne de l’opérateur doit approuver. C’est définitif : la clé précédente ne revient pas.

## Grievances

act-triage-grievance = Décider de la suite d’une plainte
act-triage-grievance-does = Vous dites pour l’opérateur quelle est sa gravité et quelle suite lui est donnée. Les deux sont publics ; rien ne l’est de qui l’a envoyée. Tant que la plainte n’est pas close, vous pouvez décider de nouveau.
act-close-grievance = Clore une plainte
act-close-grievance-does = La plainte prend fin avec le résultat que vous indiquez, et chacun peut le lire. C’est définitif : ce qui est nouveau demande une nouvelle plainte.

## Money at the bank

act-deposit = Inscrire un dépôt pour un membre
act-deposit-does = L’argent arrivé à la banque est inscrit au compte du membre, qui peut alors le dépenser. Une deuxième personne de l’opérateur doit approuver. Une erreur ne se répare que par une nouvelle écriture.
act-deposit-unknown = Inscrire un dépôt d’origine inconnue
act-deposit-unknown-does = L’argent arrivé à la banque reste en attente jusqu’à ce que son propriétaire soit connu ; personne ne peut le dépenser d’ici là. Une deuxième personne de l’opérateur doit approuver. Une erreur ne se répare que par une nouvelle écriture.
act-assign-deposit = Attribuer un dépôt à son propriétaire
act-assign-deposit-does = Le dépôt qui attendait son propriétaire est inscrit au compte du membre que vous nommez, qui peut alors le dépenser. Une deuxième personne de l’opérateur doit approuver. Une erreur ne se répare que par une nouvelle écriture.
act-recall-deposit = Inscrire la reprise d’un dépôt par la banque
act-recall-deposit-does = L’argent quitte le compte du membre pour autant qu’il n’a pas servi ; l’opérateur supporte le reste. Une deuxième personne de l’opérateur doit approuver. Une erreur ne se répare que par une nouvelle écriture.
act-book-charge = Inscrire des frais de la banque
act-book-charge-does = Les frais sont payés sur les commissions que l’opérateur a gagnées ; aucun membre ne les paie. Une erreur ne se répare que par une nouvelle écriture.
act-correct-money = Corriger une écriture erronée
act-correct-money-does = De l’argent passe d’un compte à un autre pour réparer une écriture antérieure, qui reste visible. Une deuxième personne de l’opérateur doit approuver, et les membres concernés le voient. Cela ne se défait que par une autre correction.
act-reconcile-bank = Inscrire le solde qu’indique la banque
act-reconcile-bank-does = Le solde du relevé bancaire est inscrit à côté de ce que porte le registre. Aucun argent ne bouge. Un solde inscrit reste ; un solde ultérieur s’ajoute à côté.

## Payouts

act-set-payout-details = Indiquer où vont les paiements
act-set-payout-details-does = Désormais, les paiements iront là. Les coordonnées restent hors du journal public, qui n’en garde que l’empreinte. Un changement attend avant de prendre effet et peut être repris jusque-là.
act-withdraw-payout-details = Reprendre un changement de coordonnées
act-withdraw-payout-details-does = Le changement qui attend encore ne prend pas effet. Les paiements vont où ils allaient avant. Vous pouvez indiquer d’autres coordonnées à tout moment.
act-withdraw-money = Demander votre argent inutilisé
act-withdraw-money-does = L’opérateur est prié de verser le montant là où vous êtes payé. La prime qui attend son destinataire n’est pas touchée. Vous pouvez annuler le paiement tant que l’opérateur ne l’a pas approuvé.
act-plan-payout = Prévoir un versement de prime
act-plan-payout-does = La prime que les ventes d’un producteur ont apportée à un destinataire est prévue au paiement. Aucun argent ne bouge avant que deux personnes de l’opérateur l’aient approuvé. Tant que la banque n’a pas le fichier, il peut être annulé.
act-approve-payouts = Approuver des paiements
act-approve-payouts-does = L’argent de ces paiements quitte les comptes des destinataires dans le registre et se met en route ; ensemble, ils forment un fichier pour la banque. Une deuxième personne de l’opérateur doit approuver. Chacun peut être annulé tant que la banque n’a pas le fichier.
act-cancel-payout = Annuler un paiement
act-cancel-payout-does = Le paiement prend fin avant que la banque n’en soit informée, et ce qui avait quitté le compte revient aussitôt. C’est irréversible, mais un nouveau paiement peut être prévu.
act-instruct-payouts = Inscrire que la banque a le fichier
act-instruct-payouts-does = Vous déclarez que le fichier de paiement a été remis à la banque. Dès lors, ses paiements ne peuvent plus être annulés. C’est irréversible : ne remettez le fichier qu’une fois.
act-report-payout = Inscrire ce que la banque dit d’un paiement
act-report-payout-does = Le paiement avance selon ce que la banque rapporte. Si elle l’a rejeté ou renvoyé, l’argent revient au compte du destinataire, et une deuxième personne de l’opérateur doit approuver. Ce qui est rapporté reste au registre.
act-confirm-receipt = Signer le reçu d’un paiement
act-confirm-receipt-does = Vous déclarez combien est arrivé du paiement ; les acheteurs apprennent combien de prime a été confirmé. Pour un destinataire sans clé, deux personnes du producteur signent, avec le reçu papier. Un reçu ne peut pas être repris.
act-dispute-payout = Dire qu’un paiement n’est pas arrivé
act-dispute-payout-does = Le paiement est marqué comme contesté, et l’opérateur doit l’examiner. Si l’argent arrive tout de même, vous pouvez encore signer le reçu.
act-refund-fraud = Rembourser les acheteurs après une fraude
act-refund-fraud-does = Les crédits achetés sous un certificat retiré pour fraude sont annulés, et leurs acheteurs récupèrent ce qui a pu être arrêté de la prime. Les crédits retirés le restent. Une deuxième personne de l’opérateur doit approuver ; c’est définitif.

## Programmes and certifiers

act-define-programme = Définir un programme ou sa version suivante
act-define-programme-does = Ses niveaux, minerais et règles valent à partir du jour que vous indiquez, et chacun peut les lire. Une version ne peut être ni modifiée ni reprise ; une version ultérieure peut la remplacer.
act-accredit = Accréditer un certificateur
act-accredit-does = Le certificateur peut délivrer des certificats et approuver la production sous ce programme, pour les minerais et les jours que vous indiquez. Chacun peut le lire. Vous pouvez retirer l’accréditation.
act-withdraw-accreditation = Retirer une accréditation
act-withdraw-accreditation-does = Désormais, le certificateur ne peut plus ni délivrer de certificats ni approuver de production sous elle. Les certificats déjà délivrés restent. L’accréditation ne revient pas ; une nouvelle peut être donnée.
act-record-equivalence = Inscrire une équivalence
act-record-equivalence-does = Chacun peut lire que le niveau d’un programme est accepté comme celui d’un autre. Cela ne crée aucun crédit et ne change aucune allégation. Vous pouvez y mettre fin.
act-revoke-equivalence = Mettre fin à une équivalence
act-revoke-equivalence-does = À partir du jour que vous indiquez, l’équivalence ne vaut plus. Aucun crédit ni aucune allégation n’est touché. C’est irréversible, mais une nouvelle peut être inscrite.

## Certificates

act-apply-certificate = Demander un certificat
act-apply-certificate-does = Vous demandez au certificateur que vous nommez de certifier l’un de vos sites. Rien n’est certifié avant qu’il ne l’ait accordé. Tant que l’audit n’a pas commencé, vous pouvez rendre la demande.
act-accept-mandate = Accepter d’être titulaire d’un certificat
act-accept-mandate-does = Vous devenez titulaire du certificat, avec les pouvoirs que la demande vous donne. Désormais, vous et le producteur ne pouvez plus jamais commercer entre vous. Le producteur peut mettre fin à vos pouvoirs à tout moment.
act-end-mandate = Mettre fin aux pouvoirs du titulaire
act-end-mandate-does = Le titulaire ne peut plus ni déclarer ni offrir pour vous sous ce certificat, et les offres qu’il a signées sont annulées. Il reste nommé comme titulaire. C’est irréversible pour ce certificat.
act-begin-audit = Commencer l’audit
act-begin-audit-does = Chacun peut voir que la demande est en cours d’audit. Désormais, elle ne prend fin que si vous l’accordez ou la rejetez. C’est irréversible.
act-grant-certificate = Accorder le certificat
act-grant-certificate-does = Le producteur peut déclarer sa production sous ce certificat et recevoir des crédits, jusqu’au maximum annuel. Chacun peut le lire. Vous pourrez le suspendre ou le retirer, mais pas l’effacer.
act-reject-certificate = Rejeter la demande
act-reject-certificate-does = La demande prend fin sans certificat, et chacun peut lire le motif. C’est définitif ; le producteur peut faire une nouvelle demande.
act-suspend-certificate = Suspendre le certificat
act-suspend-certificate-does = Rien ne peut être déclaré ni émis sous ce certificat, ses offres et accords prennent fin, et les crédits non vendus sont gelés. Les crédits achetés restent utilisables, et chacun peut lire le motif. Vous pourrez lever la suspension.
act-reinstate-certificate = Lever la suspension du certificat
act-reinstate-certificate-does = Le certificat compte de nouveau à partir du jour que vous indiquez, et ses crédits non vendus sont libres. Les offres et accords terminés ne reviennent pas d’eux-mêmes. Vous pouvez le suspendre de nouveau.
act-withdraw-certificate = Retirer le certificat définitivement
act-withdraw-certificate-does = Le certificat prend fin pour toujours ; ses crédits non vendus sont annulés et ses déclarations ouvertes deviennent caduques. Si la cause est une fraude, les crédits achetés sont gelés et la prime pas encore versée est arrêtée. C’est définitif et public ; les crédits retirés le restent.
act-surrender-certificate = Rendre le certificat définitivement
act-surrender-certificate-does = Votre certificat ou votre demande prend fin à partir du jour que vous indiquez. Ce qui a été produit avant peut encore être déclaré pendant un temps, et les crédits émis peuvent encore être vendus. C’est définitif.
act-release-certificate-hold = Libérer les crédits d’un certificat terminé
act-release-certificate-hold-does = Les crédits restés gelés à la fin d’un certificat suspendu redeviennent libres, et leur producteur peut les vendre. Le certificat lui-même reste terminé. C’est irréversible.
act-extend-maximum = Relever le maximum annuel
act-extend-maximum-does = Dès cette année du certificat, des crédits peuvent être émis pour davantage de production. Chacun peut le lire. Vous ne pouvez pas revenir dessus ; seule l’inspection d’un groupe peut l’abaisser de nouveau.
act-record-inspection = Inscrire l’inspection d’un groupe
act-record-inspection-does = Vous inscrivez combien de membres compte le groupe, combien sont conformes et combien sont sortis du volume. Si trop peu sont conformes, rien ne peut être déclaré avant une meilleure inspection. C’est public et cela reste ; l’inspection suivante la remplace.

## How premium is shared

act-adopt-premium-plan = Fixer le partage de votre prime
act-adopt-premium-plan-does = La prime de vos ventes sous ce programme va à ces destinataires selon ces parts, et chacun peut le lire. Un premier plan vaut aussitôt, un plan ultérieur après un délai. Vous pouvez le remplacer par un autre ; ce qui a été réparti le reste.
act-open-instalment-plan = Offrir un plan d’échéances à un producteur
act-open-instalment-plan-does = Vous proposez d’être payé sur chacune des ventes du producteur, jusqu’au total. Rien n’est retenu avant que le producteur n’accepte. L’offre ne peut pas être reprise.
act-accept-instalment-plan = Accepter un plan d’échéances
act-accept-instalment-plan-does = Désormais, le taux est retenu sur chacune de vos ventes dans cette monnaie pour le créancier, jusqu’au paiement du total. Vos destinataires se partagent le reste. Vous ne pouvez pas y mettre fin plus tôt.

## Production

act-declare = Déclarer une production
act-declare-does = Vous déclarez ce qui a été extrait pendant la période et qu’aucun autre label n’est utilisé pour cela. Le certificateur vérifie ; à l’approbation, des crédits sont émis au producteur. Vous pouvez reprendre la déclaration tant que rien n’est décidé.
act-approve-declaration = Approuver la déclaration
act-approve-declaration-does = Pour la masse que vous avez vérifiée, des crédits sont émis aussitôt au producteur et peuvent être vendus. C’est irréversible ; face à une erreur, il ne reste que la suspension ou le retrait du certificat.
act-reject-declaration = Rejeter la déclaration
act-reject-declaration-does = Aucun crédit n’est émis, et le producteur apprend le motif. C’est définitif pour cette déclaration ; la même production peut être déclarée de nouveau.
act-withdraw-declaration = Reprendre une déclaration
act-withdraw-declaration-does = La déclaration prend fin sans décision, et aucun crédit n’est émis pour elle. Vous pouvez déclarer de nouveau la même période.
act-record-physical-sale = Inscrire du métal vendu comme certifié
act-record-physical-sale-does = Le métal vendu comme certifié ne doit pas être aussi en crédits : la masse pas encore créditée est d’abord épuisée, puis vos crédits disponibles sont annulés. Si cela ne suffit pas, le certificat est signalé et plus rien n’est émis avant compensation. C’est irréversible.
act-cancel-credits = Annuler définitivement des crédits non vendus
act-cancel-credits-does = Les crédits que vous nommez quittent le registre sans avoir servi, et personne n’est payé pour eux. Chacun peut le lire, avec le motif. C’est définitif.

## Transfers

act-transfer = Transférer des crédits
act-transfer-does = Les crédits vont sur l’autre compte : aussitôt au sein de votre organisation ou vers un compte de confiance, sinon après un délai. Tant qu’ils sont en route, vous pouvez les reprendre. Ensuite, ils sont entre les mains du receveur.
act-withdraw-transfer = Reprendre un transfert
act-withdraw-transfer-does = Les crédits en route reviennent aussitôt sur votre compte, et le receveur n’obtient rien. Vous pouvez les transférer de nouveau.
act-refuse-transfer = Refuser un transfert
act-refuse-transfer-does = Les crédits en route vers vous reviennent aussitôt à l’expéditeur. C’est irréversible ; l’expéditeur peut les envoyer de nouveau.
act-trust-account = Faire confiance au compte d’un autre
act-trust-account-does = Après un délai, vos transferts et accords vers ce compte se règlent aussitôt, si bien que vous ne pouvez plus les reprendre. Vous pouvez y mettre fin à tout moment.
act-distrust-account = Ne plus faire confiance à un compte
act-distrust-account-does = Désormais, vos transferts et accords vers ce compte attendent de nouveau, si bien que vous pouvez les reprendre. Ce qui est réglé le reste. Vous pouvez lui faire confiance de nouveau.

## Holds

act-place-hold = Décider un gel
act-place-hold-does = La clé, le compte, l’organisation ou le lot est arrêté pour un temps, et ce qui est ouvert prend fin. Chacun peut le lire, avec le motif. Le gel prend fin de lui-même s’il n’est pas prolongé, et vous pouvez le lever plus tôt.
act-extend-hold = Prolonger un gel
act-extend-hold-does = Le gel dure un terme de plus, et chacun peut le lire. Une deuxième personne de l’opérateur doit approuver. Il peut toujours être levé plus tôt.
act-release-hold = Lever un gel
act-release-hold-does = Ce qui était gelé redevient libre, sauf si un autre gel le couvre. Ce qui a pris fin avec le gel ne revient pas de lui-même. Après une fraude, une deuxième personne de l’opérateur doit approuver.

## Markets and orders

act-open-market = Ouvrir un marché
act-open-market-does = Les crédits de cette sorte peuvent s’échanger dans cette monnaie, jamais sous la prime minimale que vous fixez. Chacun peut le voir. Un marché ne peut pas être refermé, seulement arrêté.
act-place-sell-order = Mettre des crédits en vente
act-place-sell-order-does = Les crédits que vous nommez sont mis de côté et montrés aux acheteurs à votre prix. Quand quelqu’un achète, ils quittent votre compte définitivement et la prime va à vos destinataires selon votre plan. Vous pouvez reprendre ce qui n’a pas été vendu.
act-place-buy-order = Faire une offre d’achat
act-place-buy-order-does = L’argent de votre offre d’achat et de la commission est mis de côté. Quand une offre de vente rejoint votre prix, vous achetez aussitôt et définitivement ; ce qui n’est pas nécessaire revient aussitôt. Vous pouvez reprendre ce qui n’a pas été acheté.
act-cancel-order = Reprendre un ordre
act-cancel-order-does = Ce qui reste de l’ordre quitte le marché, et ce qui était mis de côté pour lui revient aussitôt. Ce qui a été échangé le reste. Vous pouvez passer un nouvel ordre.
act-reduce-order = Réduire un ordre
act-reduce-order-does = L’ordre diminue de la masse que vous indiquez et garde sa place. Ce qui était mis de côté pour cette part revient aussitôt. Il ne peut pas être augmenté de nouveau.
act-halt-market = Arrêter un marché
act-halt-market-does = Aucun ordre n’est pris et aucun accord n’est conclu tant que vous ne le rouvrez pas. Les ordres déjà là restent et peuvent être repris. Chacun peut lire le motif.
act-reopen-market = Rouvrir un marché arrêté
act-reopen-market-does = Désormais, les ordres et les accords sont de nouveau pris, et les ordres restés comptent comme avant. Vous pouvez l’arrêter de nouveau.
act-set-floor = Fixer la prime minimale
act-set-floor-does = Désormais, personne ne peut vendre ni acheter à moins. Les ordres en dessous sont annulés, et ce qui était mis de côté pour eux revient aussitôt. Vous pouvez la modifier de nouveau, mais ces ordres ne reviennent pas.

## Direct deals

act-propose-deal = Proposer un accord direct
act-propose-deal-does = Vous proposez un accord à une organisation, à votre prix, et votre côté est mis de côté : les crédits, ou l’argent avec la commission. Vous pouvez le reprendre tant qu’il n’est pas réglé. Ensuite, crédits et argent ont changé de mains définitivement.
act-accept-deal = Accepter un accord
act-accept-deal-does = Votre côté est mis de côté, et l’accord se règle aussitôt ou après un délai. Tant qu’il attend, chacune des parties peut le reprendre. Ensuite, crédits et argent ont changé de mains définitivement.
act-decline-deal = Refuser un accord
act-decline-deal-does = L’accord prend fin, et ce que l’autre partie avait mis de côté lui revient aussitôt. C’est irréversible ; un nouvel accord peut être proposé.
act-withdraw-deal = Reprendre un accord
act-withdraw-deal-does = Un accord pas encore réglé prend fin pour les deux parties, et ce qui était mis de côté revient aussitôt. C’est irréversible ; un nouvel accord peut être proposé.

## Use and retirement

act-record-footprint = Inscrire la quantité de minerai consommée
act-record-footprint-does = Vous déclarez quelle quantité d’un minerai a été consommée pendant une période ; les allégations disant que des crédits égalent une part de cette consommation s’y appuient. Cette écriture ne peut pas être reprise. Seul un retrait qui la cite permet de la corriger, pendant un temps.
act-record-consent = Inscrire le consentement d’une organisation
act-record-consent-does = Vous déclarez que l’organisation a accepté par écrit d’être nommée ; jusqu’au jour indiqué, vous pouvez retirer des crédits pour elle. Le document reste hors du registre, qui en garde l’empreinte. Le consentement ne peut pas être repris et prend fin avec son dernier jour.
act-retire = Retirer des crédits définitivement
act-retire-does = Les crédits sont consommés pour toujours au nom du bénéficiaire ; personne ne peut plus les vendre, les déplacer ni les utiliser. L’inscription est publique, avec ce qu’elle affirme. C’est définitif : seuls quelques mots peuvent être corrigés, pendant peu de temps.
act-retire-list = Retirer des crédits pour plusieurs bénéficiaires
act-retire-list-does = Toutes les lignes sont retirées, ou aucune. Les crédits sont consommés pour toujours, chaque ligne pour son bénéficiaire, et chaque inscription est publique. C’est définitif : seuls quelques mots peuvent être corrigés, pendant peu de temps.
act-correct-retirement = Corriger ce que dit un retrait
act-correct-retirement-does = Ce que vous indiquez remplace ce que dit l’inscription, et chacun peut voir les deux. Les crédits, le bénéficiaire et le type d’allégation restent. Vous pouvez le faire une fois, et une fois encore après le constat d’un auditeur ; c’est irréversible.
act-publish-finding = Publier un constat sur un retrait
act-publish-finding-does = Votre constat figure à côté du retrait, lisible par tous. Si vous le contestez, son allégation n’est plus montrée. Le constat ne peut pas être repris ; un autre peut suivre.

## Fields that many acts have

field-account = Compte
field-accept-deal-account = Votre compte
field-cancel-credits-account = Compte où sont les crédits
field-place-buy-order-account = Compte où vont les crédits
field-place-sell-order-account = Compte où sont les crédits
field-propose-deal-account = Votre compte
field-retire-account = Compte où sont les crédits
field-retire-list-account = Compte où sont les crédits
field-trust-account-account = Compte de l’autre organisation
field-amount = Montant
field-amount-hint = Avec une virgule ou un point et, au plus, les décimales de la monnaie, par exemple 12750,00
field-batch = Lot
field-blocks = Crédits (blocs de série)
field-blocks-hint = Un par ligne, tel qu’imprimé, par exemple OBK-GLD-CO-K7Q2-2026-0007-00000001-00000250-19
field-certificate = Certificat
field-certifier = Certificateur
field-country = Pays
field-currency = Monnaie
field-currency-hint = Trois lettres, par exemple USD
field-digest = Empreinte du fichier
field-digest-hint = SHA-256 du fichier, calculé dans ce navigateur ; le fichier lui-même n’est pas envoyé.
field-ecological = Écologique
field-ecological-hint = Extrait sans mercure et sans cyanure
field-effective = Vaut à partir du
field-effective-hint = Sous la forme AAAA-MM-JJ ; aujourd’hui, ou aussi loin en arrière que le programme le permet.
field-from = De
field-holder = Titulaire
field-holder-hint = Qui gère le certificat, si ce n’est pas le producteur. Sinon, laissez vide.
field-key = Clé publique
field-key-hint = Elle commence par did:key:.
field-kind = Type
field-level = Niveau
field-market = Marché
field-mass = Masse
field-mass-hint = En kilogrammes, par exemple 2,409
field-mineral = Minerai
field-minerals = Minerais
field-money = Accords et paiements
field-money-hint = Laissez vide pour garder les chiffres de la fondation.
field-name = Nom
field-open-account-name = Nom du compte
field-define-programme-name = Nom du programme
field-register-organisation-name = Nom légal
field-note = Note
field-note-hint = Vos mots restent hors du journal public, qui n’en garde que l’empreinte, et peuvent être effacés.
field-organisation = Organisation
field-parameters = Règles
field-payee = Destinataire
field-period-from = Premier jour de la période
field-period-from-hint = Sous la forme AAAA-MM-JJ, par exemple 2026-01-01
field-period-to = Dernier jour de la période
field-period-to-hint = Sous la forme AAAA-MM-JJ ; une période dure au plus douze mois.
field-declare-period-to = Dernier jour de la période
field-declare-period-to-hint = Sous la forme AAAA-MM-JJ ; avant aujourd’hui, dans la même année civile et la même année du certificat que le premier jour.
field-producer = Producteur
field-programme = Programme
field-programme-hint = Son code de trois lettres, par exemple HZN
field-purpose = Finalité
field-purpose-hint = Un code en minuscules, chiffres et tirets bas, par exemple annual_claim ; chacun peut le lire.
field-reason = Motif
field-reason-hint = Un code en minuscules, chiffres et tirets bas, par exemple audit_overdue ; d’autres peuvent le lire.
field-confirm-receipt-reason = Pourquoi il est arrivé moins
field-confirm-receipt-reason-hint = Seulement s’il est arrivé moins que l’envoi ; un code tel que bank_charge.
field-halt-market-reason = Motif
field-halt-market-reason-hint = Choisissez dans la liste ; chacun peut le lire.
field-place-hold-reason = Motif
field-place-hold-reason-hint = Choisissez dans la liste ; chacun peut le lire.
field-reference = Référence de la banque
field-reference-hint = Telle que la banque la donne : lettres sans accents, chiffres et . / - _ : seulement, 64 au plus. Elle ne sert qu’une fois.
field-registration-number = Numéro d’enregistrement
field-registration-number-hint = Comme au registre officiel du pays ; lettres sans accents, chiffres et . / - _ : seulement.
field-retirement = Retrait
field-scope = Ce qui est compté
field-scope-hint = Ce sur quoi porte la consommation, en un code de minuscules, chiffres et tirets bas, par exemple products ; il figure dans l’allégation.
field-place-hold-scope = Quels crédits
field-place-hold-scope-hint = Ceux encore chez le producteur, ou tous ceux du lot.
field-to = À
field-until = Dernier jour
field-until-hint = Sous la forme AAAA-MM-JJ ; ce jour compte encore.
field-place-buy-order-until = Reste jusqu’au
field-place-buy-order-until-hint = L’offre prend fin avec ce jour en UTC, dans 180 jours au plus. Sans indication, elle reste 30 jours.
field-place-sell-order-until = Reste jusqu’au
field-place-sell-order-until-hint = L’offre prend fin avec ce jour en UTC, dans 180 jours au plus et avant l’expiration des crédits. Sans indication, elle reste 30 jours.
field-propose-deal-until = À accepter jusqu’au
field-propose-deal-until-hint = Jusqu’à la fin de ce jour en UTC ; dans quelques jours au plus, comme le fixe le registre.
field-verification = Vérification
field-women-led = Dirigée par des femmes

## Organisations and their keys

field-agent = Agent
field-code = Code
field-define-programme-code = Code du programme
field-define-programme-code-hint = Trois lettres majuscules, par exemple HZN
field-register-organisation-code = Code dans les numéros de série
field-register-organisation-code-hint = Lettre, chiffre, lettre, chiffre, par exemple K7Q2 ; lettres sans A E I O U Y, chiffres de 2 à 9.
field-details = Coordonnées
field-details-hint = Elles restent hors du journal public, qui n’en garde que l’empreinte, calculée dans ce navigateur.
field-set-contact-details-details = À qui le registre écrit
field-set-contact-details-details-hint = Elles restent hors du journal public, qui n’en garde que l’empreinte, calculée dans ce navigateur.
field-set-contact-details-organisation = Pour quelle organisation
field-set-contact-details-organisation-hint = Seulement quand l’opérateur le fait pour une organisation sans clé.
field-set-payout-details-details = Où vont les paiements
field-set-payout-details-details-hint = Elles restent hors du journal public, qui n’en garde que l’empreinte, calculée dans ce navigateur.
field-set-payout-details-organisation = Pour quel destinataire
field-set-payout-details-organisation-hint = Seulement quand l’opérateur le fait pour un destinataire sans clé.
field-group = Groupe
field-register-organisation-group = Groupe d’organisations
field-register-organisation-group-hint = Une organisation dont elle rejoint le groupe ; ses membres ne commercent jamais entre eux. Laissez vide pour un groupe à elle seule.
field-id = Numéro de l’instruction
field-id-hint = Il commence par urn:uuid:.
field-keys = Premières clés
field-keys-hint = Deux au moins, dont une clé de secours ; un simple destinataire peut n’en avoir aucune.
field-masses = Limites en crédits
field-masses-hint = Pour un transfert ou un retrait par une seule clé, par minerai. Ce qui n’est pas nommé n’a pas de limite.
field-person = Personne
field-person-hint = Une étiquette telle que first ou office_2, jamais un nom : minuscules, chiffres et tirets bas, 16 au plus.
field-proposal = Proposition
field-approve-digest = Empreinte de la proposition
field-approve-digest-hint = Elle lie votre signature à ce que la première personne a signé, exactement.
field-add-key-purpose = Type de clé
field-add-key-purpose-hint = De signature pour tous les jours, de secours pour la clé imprimée gardée au coffre.
field-add-key-for-purpose = Type de clé
field-add-key-for-purpose-hint = De signature pour tous les jours, de secours pour la clé imprimée gardée au coffre.
field-register-organisation-purpose = Type de clé
field-register-organisation-purpose-hint = De signature pour tous les jours, de secours pour la clé imprimée gardée au coffre.
field-roles = Rôles
field-structure = Structure
field-structure-hint = Comment l’organisation minière est bâtie ; pour les producteurs seulement.
field-set-limits-mass = Limite
field-set-limits-mass-hint = En kilogrammes, par exemple 2,409
field-values = Limites en argent
field-values-hint = Pour un ordre, un accord ou un retrait d’argent par une seule clé, par monnaie. Ce qui n’est pas nommé n’a pas de limite.
field-value = Montant

## The register itself

field-did = Identifiant (DID)
field-did-hint = Il commence par did:web: ou did:key:.
field-issuer = Clé des attestations
field-log-key = Clé du journal
field-log-key-hint = Nom, numéro et clé sur une ligne, séparés par des signes plus.
field-operator = Opérateur
field-origin = Nom du journal
field-persons = Premières personnes
field-possession = Signature de la nouvelle clé
field-possession-hint = Elle prouve que la nouvelle clé est entre les mains du registre.
field-previous = Ce qu’est devenue la clé précédente
field-rules = Version des règles
field-correction-after-finding-days = Jours pour corriger un retrait après un constat
field-correction-hours = Heures pour corriger un retrait
field-deal-days-max = Jours pour accepter un accord, au plus
field-details-wait-hours = Heures d’attente de coordonnées modifiées
field-finding-due-days = Jours dans lesquels le constat d’un auditeur est attendu
field-fraud-hold-days = Jours de gel des crédits après une fraude, au moins
field-hold-days = Jours après lesquels un gel prend fin de lui-même
field-key-wait-hours = Heures d’attente d’une clé ajoutée par l’opérateur
field-proposal-lapse-days = Jours après lesquels une proposition devient caduque
field-receipt-reminder-days = Jours après lesquels un reçu manquant est dit dû
field-receipt-tolerance = Ce qui peut manquer à un paiement
field-receipt-tolerance-hint = En pour cent, par exemple 1. Dix unités entières de la monnaie sont toujours admises.
field-receipt-unconfirmed-days = Jours après lesquels un paiement est publiquement non confirmé
field-transfer-wait-hours = Heures d’attente d’un transfert à d’autres
field-triage-days = Jours ouvrables pour prendre une plainte en charge
field-triage-grave-hours = Heures pour prendre en charge une plainte sur des violences ou des enfants
field-trust-wait-hours = Heures avant qu’un compte ne soit de confiance

## Grievances and holds

field-decision = Décision
field-grievance = Numéro du dossier
field-grievance-hint = 64 chiffres et lettres, tels que la liste des plaintes les montre.
field-hold = Gel
field-outcome = Résultat
field-severity = Gravité
field-target = Ce qui est arrêté

## Money at the bank

field-deposit = Dépôt
field-correct-money-from = Pris sur
field-correct-money-from-hint = bank, fees, suspense, operator_loss, ou cash: suivi du code de l’organisation
field-correct-money-to = Versé sur
field-correct-money-to-hint = bank, fees, suspense, operator_loss, ou cash: suivi du code de l’organisation
field-mends = Écriture qu’elle corrige
field-mends-hint = Son numéro dans le journal
field-on = Jour du relevé
field-on-hint = Sous la forme AAAA-MM-JJ ; pas après aujourd’hui.
field-statement = Solde du relevé
field-statement-hint = Avec une virgule ou un point et, au plus, les décimales de la monnaie, par exemple 12750,00

## Payouts

field-accepted = La banque l’a accepté
field-rejected = La banque l’a rejeté
field-returned = Il a été payé et il est revenu
field-settled = La banque l’a payé
field-unknown = On ne sait pas
field-unknown-hint = Il a peut-être été payé : il n’est jamais renvoyé.
field-exchange = Paiement dans une autre monnaie
field-exchange-hint = Pour information seulement : rien n’est converti dans le registre.
field-expected = Montant qui devrait arriver
field-expected-hint = Avec une virgule ou un point et, au plus, les décimales de la monnaie ; une monnaie sans centimes prend des nombres entiers.
field-file = Fichier de paiement
field-instruct-payouts-digest = Empreinte du fichier de paiement
field-instruct-payouts-digest-hint = SHA-256 du fichier même que la banque a reçu, calculé dans ce navigateur.
field-paper = Reçu papier
field-paper-hint = Pour un destinataire sans clé : SHA-256 du reçu numérisé, calculé dans ce navigateur.
field-payout = Paiement
field-payouts = Paiements
field-payouts-hint = Leurs codes, qui commencent par pay_, un par ligne ; tous d’une même monnaie et d’une même voie de paiement, 200 au plus.
field-rail = Voie de paiement
field-rate = Taux
field-open-instalment-plan-rate = Part de chaque vente
field-open-instalment-plan-rate-hint = En pour cent, par exemple 10
field-plan-payout-rate = Taux de change
field-plan-payout-rate-hint = Avec une virgule ou un point, tel qu’il est coté, par exemple 3712,5
field-received = Montant reçu
field-received-hint = Ce qui est arrivé, avec une virgule ou un point, par exemple 6500,00
field-report = Rapport
field-publish-finding-report = Votre rapport
field-publish-finding-report-hint = SHA-256 du rapport, calculé dans ce navigateur ; le rapport lui-même n’est pas envoyé.
field-report-payout-report = Ce que dit la banque
field-source = Qui cote le taux
field-source-hint = Un code en minuscules, chiffres et tirets bas, par exemple central_bank

## Programmes and certifiers

field-accreditation = Accréditation
field-accredit-from = Premier jour
field-accredit-from-hint = Sous la forme AAAA-MM-JJ, par exemple 2026-01-01
field-claims = Allégations permises
field-effective-from = En vigueur à partir du
field-effective-from-hint = Sous la forme AAAA-MM-JJ ; pas avant aujourd’hui.
field-equivalence = Équivalence
field-extent = Ce qui est accepté
field-from-date = Premier jour
field-from-date-hint = Sous la forme AAAA-MM-JJ, par exemple 2026-01-01
field-record-equivalence-from = Niveau accepté
field-record-equivalence-to = Niveau comme lequel il est accepté
field-revoke-equivalence-effective = Ne vaut plus à partir du
field-revoke-equivalence-effective-hint = Sous la forme AAAA-MM-JJ ; aujourd’hui ou plus tard, ou aussi loin en arrière que le programme le permet.
field-levels = Niveaux
field-version = Version
field-version-hint = 1 pour la première, puis une de plus à chaque fois.
field-administration-bps-max = Maximum pour certification et administration
field-administration-bps-max-hint = En pour cent, par exemple 15
field-approve-within-days = Jours pour approuver une production après la fin d’un certificat
field-audit-age-months-max = Ancienneté maximale de l’audit, en mois
field-audit-thresholds = Quand le constat d’un auditeur est dû
field-audit-thresholds-hint = Par minerai, ce qu’un bénéficiaire peut retirer en 365 jours sans constat.
field-define-programme-mass = Seuil sur 365 jours
field-define-programme-mass-hint = En kilogrammes, par exemple 5
field-community-bps-min = Part minimale pour la communauté
field-community-bps-min-hint = En pour cent, par exemple 10
field-compliant-bps-min = Part minimale de membres conformes
field-compliant-bps-min-hint = En pour cent, par exemple 80
field-declare-within-days = Jours pour déclarer une production après la fin d’un certificat
field-effective-days-back = Jours en arrière à partir desquels un changement peut valoir
field-entry-months-max = Mois au niveau d’entrée, au plus
field-fee-bps = Commission de l’acheteur
field-fee-bps-hint = En pour cent, par exemple 1
field-holder-bps-max = Part maximale pour le titulaire
field-holder-bps-max-hint = En pour cent, par exemple 10
field-inspection-age-months-max = Ancienneté maximale de l’inspection, en mois
field-instalment-bps-max = Échéance maximale pour la certification
field-instalment-bps-max-hint = En pour cent de chaque vente, par exemple 10
field-plan-wait-days = Jours avant qu’un nouveau plan de prime ne vaille
field-prefinance-bps-max = Remboursement maximal du préfinancement
field-prefinance-bps-max-hint = En pour cent de chaque vente, par exemple 20
field-resale = Revente
field-retire-within-months = Mois pour retirer les crédits après l’achat
field-unsold-months = Mois de validité des crédits non vendus
field-women-bps-min = Part minimale pour les femmes
field-women-bps-min-hint = En pour cent, par exemple 15

## Certificates

field-audited-on = Jour de l’audit
field-audited-on-hint = Sous la forme AAAA-MM-JJ ; pas après aujourd’hui.
field-cause = Cause
field-cause-hint = En cas de fraude, les crédits achetés sont gelés aussi.
field-compliant = Part de membres conformes
field-compliant-hint = En pour cent, par exemple 92,5
field-continues = Certificat qu’il continue
field-continues-hint = Quand il en renouvelle un ou monte d’un niveau.
field-failed = Membres sortis du volume
field-failed-hint = Combien ont échoué ; 0 si aucun.
field-grant-certificate-group = Groupe de membres
field-grant-certificate-group-hint = Seulement pour un groupe avec inspection interne.
field-inspected-on = Jour de l’inspection interne
field-inspected-on-hint = Sous la forme AAAA-MM-JJ ; pas après aujourd’hui.
field-mandate = Pouvoirs du titulaire
field-mandate-hint = Ce que le titulaire peut faire pour le producteur ; rien, si c’est laissé vide.
field-maximum = Maximum annuel
field-maximum-hint = En kilogrammes qui comptent comme crédits, tels que l’or fin, par exemple 40,5
field-extend-maximum-maximum = Nouveau maximum annuel
field-extend-maximum-maximum-hint = En kilogrammes ; plus qu’actuellement.
field-record-inspection-maximum = Nouveau maximum annuel
field-record-inspection-maximum-hint = En kilogrammes, sans les membres qui ont échoué ; laissez vide pour garder l’actuel.
field-members = Membres
field-region = Région
field-region-hint = ISO 3166-2, par exemple CO-ANT
field-site = Site
field-site-hint = Le nom que le programme donne au site, jamais de coordonnées ; lettres sans accents, chiffres et . / - _ : seulement.
field-valid-from = Valable à partir du
field-valid-from-hint = Sous la forme AAAA-MM-JJ ; les années du certificat courent à partir de ce jour.
field-valid-to = Dernier jour
field-valid-to-hint = Sous la forme AAAA-MM-JJ ; le certificat vaut encore ce jour-là.

## How premium is shared

field-adopt-premium-plan-kind = À quoi sert la part
field-open-instalment-plan-kind = Ce qui est remboursé
field-payees = Destinataires
field-payees-hint = Leurs parts doivent faire 100 % ensemble.
field-plan = Plan d’échéances
field-share = Part
field-share-hint = En pour cent de ce qui reste après les échéances, avec deux décimales au plus, par exemple 54,33 ; il est signé en centièmes, comme 5433.
field-total = Total à payer
field-total-hint = Avec une virgule ou un point et, au plus, les décimales de la monnaie, par exemple 1500,00

## Production

field-declaration = Déclaration
field-evidence = Fichiers de preuve
field-evidence-hint = SHA-256 de chaque fichier, calculé dans ce navigateur ; 20 fichiers au plus.
field-exclusive = Aucun autre label n’est utilisé
field-exclusive-hint = Vous déclarez que cette production n’est vendue sous aucune autre allégation de certification que celle indiquée ici.
field-gross = Masse brute
field-gross-hint = En kilogrammes tels que pesés, par exemple 20,412
field-ppm = Teneur ou titre
field-ppm-hint = Parties par million, sans espaces : 916000 pour de l’or à 22 carats, 1000000 pour du métal pur
field-sold-on = Jour de la vente
field-sold-on-hint = Sous la forme AAAA-MM-JJ ; pas après aujourd’hui.
field-sold-physically = Vendu comme métal certifié
field-sold-physically-hint = Masse fine de cette production en kilogrammes, par exemple 1,2 ; 0 s’il n’y en a pas.
field-record-physical-sale-mass = Masse vendue comme certifiée
field-record-physical-sale-mass-hint = Masse fine en kilogrammes, par exemple 1,2 ; 0 pour compenser ce qui manquait avant.
field-verified = Masse que vous avez vérifiée
field-verified-hint = Masse fine en kilogrammes, par exemple 16,33 ; pas plus que ce qui a été déclaré.

## Transfers

field-transfer = Transfert
field-transfer-from = Du compte
field-transfer-from-hint = Votre compte où sont les crédits
field-transfer-to = Au compte
field-transfer-to-hint = De votre organisation, de votre groupe, ou de votre agent ou mandant ; il commence par acc_.

## Markets, orders and deals

field-by = Réduire de
field-by-hint = En kilogrammes, par exemple 0,5 ; moins que ce qui reste de l’ordre.
field-client-order = Votre propre nom pour l’ordre
field-client-order-hint = Lettres sans accents, chiffres et . / - _ : seulement, 64 au plus ; aucun de vos ordres ouverts ne le porte.
field-counterparty = Autre partie
field-countries = Pays
field-countries-hint = Codes de deux lettres, tels que CO, un par ligne. Seulement ce qui y a été extrait ; vide pour tous.
field-deal = Accord
field-floor = Prime minimale par kilogramme
field-floor-hint = Avec une virgule ou un point, par exemple 2000,00 ; un nombre entier de pas de prix.
field-set-floor-floor = Nouvelle prime minimale par kilogramme
field-set-floor-floor-hint = Avec une virgule ou un point, par exemple 2000,00 ; les ordres en dessous sont annulés.
field-minimum = Valeur minimale d’un ordre
field-minimum-hint = Avec une virgule ou un point, par exemple 50,00
field-order = Ordre
field-price = Prix par kilogramme
field-price-hint = La prime seulement, pas le métal ; avec une virgule ou un point, par exemple 4200,00
field-place-buy-order-price = Prix maximal par kilogramme
field-place-buy-order-price-hint = La prime seulement, pas le métal ; avec une virgule ou un point, par exemple 4200,00. Vous paierez peut-être moins, jamais plus.
field-place-sell-order-price = Prix minimal par kilogramme
field-place-sell-order-price-hint = La prime seulement, pas le métal ; avec une virgule ou un point, par exemple 4200,00. Vous recevrez peut-être plus, jamais moins.
field-producers = Producteurs
field-producers-hint = Leurs codes, qui commencent par org_, un par ligne. Seulement ce que ceux-ci ont extrait ; vide pour tous.
field-restriction = Seulement des crédits de
field-restriction-hint = Ce que votre offre prend ; sans indication, tout ce qu’offre ce marché.
field-side = Vous voulez
field-structures = Structures
field-structures-hint = Seulement de telles organisations minières ; laissez vide pour toutes.
field-tick = Pas de prix par kilogramme
field-tick-hint = Avec une virgule ou un point, par exemple 10,00 ; tous les prix en sont des multiples.
field-time-in-force = Durée
field-unnamed = Masquer mon nom
field-unnamed-hint = La liste des offres ne montre alors ni vous ni le lot.
field-years = Années de production
field-years-hint = Par exemple 2026, une par ligne ; vide pour toutes.

## Use and retirement

field-basis = Ce qu’est le chiffre
field-beneficiary = Bénéficiaire
field-beneficiary-hint = Une organisation, jamais une personne ; écrite exactement comme elle est inscrite ou comme son consentement la nomme.
field-record-footprint-beneficiary = De qui est la consommation
field-record-footprint-beneficiary-hint = Seulement si vous l’inscrivez comme agent ; vide, c’est la vôtre.
field-claim = Allégation
field-claim-hint = Le registre en rédige le texte, et chacun peut le lire.
field-match = Égale une part de la consommation
field-none = Aucune allégation
field-none-hint = Pour le détenteur lui-même seulement ; l’inscription est publique quand même.
field-premium = Combien de prime est arrivé
field-premium-hint = Seulement quand des destinataires ont signé des reçus pour une part.
field-step = Soutient des mineurs du niveau d’entrée
field-support = A soutenu la production certifiée
field-consent = Consentement
field-consent-hint = Par lequel un agent retire pour une organisation non membre.
field-record-consent-digest = Empreinte du consentement signé
field-record-consent-digest-hint = SHA-256 du document, calculé dans ce navigateur ; le document lui-même n’est pas envoyé.
field-footprint = Consommation enregistrée du minerai
field-footprint-hint = La consommation dont les crédits égalent une part.
field-correct-retirement-footprint = Consommation du minerai corrigée
field-correct-retirement-footprint-hint = Seulement pour une allégation qui égale une part de la consommation ; laissez vide pour la garder.
field-correct-retirement-mass = Masse consommée
field-correct-retirement-mass-hint = Masse fine ou contenue, en kilogrammes, par exemple 3,6
field-record-footprint-mass = Masse consommée
field-record-footprint-mass-hint = Masse fine ou contenue, en kilogrammes, par exemple 3,6
field-lines = Lignes
field-lines-hint = Une par bénéficiaire, 50 au plus.
field-method = Méthode de calcul
field-method-hint = Un code en minuscules, chiffres et tirets bas, par exemple bill_of_materials
field-principal = Membre pour lequel vous retirez
field-principal-hint = Seulement comme son agent ; vide, les crédits sont retirés pour vous-même.
field-product = Produit ou campagne
field-product-hint = Un nom de 80 caractères au plus ; il ne doit rien affirmer par lui-même.
