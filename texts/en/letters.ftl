# Letters: what they say, why they come, and the pages where a kind is declined.

letter-colon = :
letter-greeting = Hello { $name },
letter-why = You get this letter because you are { $role } of { $organisation } in the register.
letter-automatic = It was sent by a program. Nobody reads answers to it.
letter-decline = Stop letters of this kind

## Declining

unsubscribe-title = Stop letters of this kind?
unsubscribe-ask = You will get no more letters of the kind “{ $kind }”. Letters about keys, money on its way and other urgent matters still come.
unsubscribe-button = Stop them
unsubscribe-done-title = Stopped
unsubscribe-done = You will get no more letters of the kind “{ $kind }”. Somebody who keeps your organisation's people can turn them on again.
unsubscribe-invalid-title = This link does not work
unsubscribe-invalid = It is not complete, or was made by another register. Copy the whole link from the letter.

letter-kind-declaration-received = declaration received
letter-kind-declaration-approved = declaration approved
letter-kind-declaration-rejected = declaration rejected
letter-kind-credits-issued = credits issued
letter-kind-trade-confirmation = trade confirmation
letter-kind-premium-paid = premium paid

## Labels of figures

letter-label-amount = Amount
letter-label-batch = Batch
letter-label-beneficiary = Beneficiary
letter-label-block = Serial block
letter-label-certificate = Certificate
letter-label-declaration = Declaration
letter-label-deducted = Taken for instalments
letter-label-due-at = Due
letter-label-ends-at = Works until
letter-label-fee = Fee
letter-label-file = Payment file
letter-label-from = From account
letter-label-frozen = What is frozen
letter-label-gross = Price in all
letter-label-hold = Hold
letter-label-hold-reason = Reason
letter-label-issued = Issued
letter-label-key = Key
letter-label-lapses-at = Ends by itself
letter-label-leg-administration = For administration
letter-label-leg-community = For the community
letter-label-leg-holder = For the holder
letter-label-leg-operations = For operations
letter-label-leg-women = For women’s groups
letter-label-mass = Mass
letter-label-mineral = Mineral
letter-label-other = Other side
letter-label-payout = Payout
letter-label-period-from = From
letter-label-period-to = To
letter-label-person = Person
letter-label-price = Price of a credit
letter-label-producer = Producer
letter-label-rail = Way of payment
letter-label-reason = Reason
letter-label-retirement = Retirement
letter-label-role = Role
letter-label-settles-at = Takes effect
letter-label-to = To account
letter-label-trade = Trade
letter-label-transfer = Transfer
letter-label-url = Address
letter-label-use-until = To be used until
letter-label-valid-to = Last day
letter-label-verified = Verified
letter-label-works-from = In force from

## Words that are figures

letter-word-role-admin = an administrator
letter-word-role-clerk = a clerk
letter-word-role-trader = a trader
letter-word-role-signatory = a signatory
letter-word-role-viewer = a viewer
letter-word-role-contact = a contact
letter-word-target-key = A key
letter-word-target-account = An account
letter-word-target-organisation = All that your organisation does
letter-word-rail-bank-transfer = a bank transfer
letter-word-rail-mobile-money = mobile money

## The letters

letter-login-subject = Your link to log in
letter-login-1 = Open this link to log in to the register. It works once, until { $ends_at }.
letter-login-2 = If you did not ask for it, do nothing: without the link nobody gets in.
letter-login-action = Log in
letter-login-why = You get this letter because somebody asked to log in with your address.

letter-invitation-subject = { $organisation } invites you to the register
letter-invitation-1 = { $organisation } invites you to work for it in the register of artisanal mining credits.
letter-invitation-2 = The invitation works once, until { $ends_at }. If you do not know { $organisation }, do nothing.
letter-invitation-action = Accept the invitation
letter-invitation-why = You get this letter because { $organisation } gave your address.

letter-declaration-received-subject = { $producer } declared { $mass } of { $mineral }
letter-declaration-received-1 = { $producer } has declared production under a certificate of yours: { $mass } of { $mineral }, from { $period_from } to { $period_to }.
letter-declaration-received-2 = Look at the evidence, then approve or reject the declaration. If you do neither, it lapses.
letter-declaration-received-action = Look at the declaration

letter-declaration-approved-subject = Your declaration was approved: { $verified } verified
letter-declaration-approved-1 = Your certifier has verified { $verified } of { $mineral }. Credits for { $issued } were issued to you.
letter-declaration-approved-2 = Mass that makes no whole lot is kept for the next declaration.
letter-declaration-approved-action = Look at your declarations

letter-declaration-rejected-subject = Your declaration was rejected
letter-declaration-rejected-1 = Your certifier has rejected your declaration of { $mass } of { $mineral }. The reason given: { $reason }.
letter-declaration-rejected-2 = Ask your certifier what is missing. You may declare the same production again.
letter-declaration-rejected-action = Look at your declarations

letter-credits-issued-subject = Credits issued: { $mass } of { $mineral }
letter-credits-issued-1 = Credits for { $mass } of { $mineral } are in your account. One credit stands for one kilogram.
letter-credits-issued-2 = They can be sold or retired until { $use_until }; then they expire.
letter-credits-issued-action = Look at the batch

letter-transfer-leaving-subject = A transfer of { $mass } is leaving your account
letter-transfer-leaving-1 = { $mass } of { $mineral } in credits go from your account to { $other }. The transfer takes effect on { $settles_at }.
letter-transfer-leaving-2 = If you did not want this, withdraw it before then: sign withdraw_transfer for { $transfer }. Then look at your keys, for one of them signed it.
letter-transfer-leaving-action = Withdraw the transfer

letter-transfer-arriving-subject = A transfer of { $mass } is on its way to you
letter-transfer-arriving-1 = { $other } sends you { $mass } of { $mineral } in credits. They are yours from { $settles_at } on.
letter-transfer-arriving-2 = If you do not want them, refuse the transfer before then: sign refuse_transfer for { $transfer }.
letter-transfer-arriving-action = Refuse the transfer

letter-trade-bought-subject = You bought { $mass } of { $mineral } for { $gross }
letter-trade-bought-1 = You bought credits for { $mass } of { $mineral } at { $price } a credit: { $gross }, and a fee of { $fee }.
letter-trade-bought-2 = The credits are in your account. Use them until { $use_until }.
letter-trade-bought-action = Look at the purchase and where its money went

letter-trade-sold-subject = You sold { $mass } of { $mineral } for { $gross }
letter-trade-sold-1 = You sold credits for { $mass } of { $mineral } at { $price } a credit: { $gross }.
letter-trade-sold-2 = The money was shared out by your premium plan, and what you owe by an instalment plan was taken from it.
letter-trade-sold-action = Look at what reached whom

letter-premium-paid-subject = Premium for you: { $amount }
letter-premium-paid-1 = { $producer } sold credits for { $mass } of { $mineral }. Your part of the premium is { $amount }.
letter-premium-paid-2 = It stands in your account in the register until it is paid out to you.
letter-premium-paid-action = Look at your payouts

letter-payout-sent-subject = A payment of { $amount } to you was ordered
letter-payout-sent-1 = The bank was told to pay you { $amount }. It can take some days.
letter-payout-sent-2 = When the money has arrived, sign the receipt. If it has not arrived after five working days, tell the operator.
letter-payout-sent-action = Look at your payouts

letter-confirm-receipt-subject = Has { $amount } arrived? Please sign the receipt
letter-confirm-receipt-1 = The bank says that { $amount } was paid to you. Look at your account there.
letter-confirm-receipt-2 = If it has arrived, sign confirm_receipt with the amount that you received. If it has not, or it is less, say so with the same act. Buyers are told how much premium was confirmed, so your receipt counts.
letter-confirm-receipt-action = Look at the payout

letter-retirement-statement-subject = Retirement statement: { $mass } of { $mineral } for { $beneficiary }
letter-retirement-statement-1 = Credits for { $mass } of { $mineral } were retired for { $beneficiary }. That is final: they cannot be sold or used again.
letter-retirement-statement-2 = The attached file holds the statement and everything that proves it. Keep it: it can be checked without this register, with orebook-verify or the page behind the link.
letter-retirement-statement-action = Look at the public record

letter-certificate-expiring-subject = A certificate ends in { $days } days
letter-certificate-expiring-1 = The certificate { $certificate } for { $mineral } ends on { $valid_to }. That is in { $days } days.
letter-certificate-expiring-2 = Production after that day cannot be declared under it. Apply for the next certificate in time.
letter-certificate-expiring-action = Look at the certificate

letter-key-added-subject = A new key for { $organisation }
letter-key-added-1 = A new key was added for { $organisation }. It can sign once it has been confirmed.
letter-key-added-2 = If nobody of you did this, revoke the key at once with another key, and tell the operator.
letter-key-added-action = Look at your keys

letter-key-added-for-subject = The operator added a key for { $organisation }
letter-key-added-for-1 = The operator of the register has added a key for { $organisation }, as it does when an organisation has lost its own.
letter-key-added-for-2 = If you did not ask for this, refuse the key before it comes into force: sign veto_key with any key of yours, and tell the operator.
letter-key-added-for-action = Look at your keys

letter-key-confirmed-subject = A key of { $organisation } can sign now
letter-key-confirmed-1 = A key of { $organisation } was confirmed. What it signs binds you from now on.
letter-key-confirmed-2 = If you do not know this key, revoke it at once with another key, and tell the operator.
letter-key-confirmed-action = Look at your keys

letter-key-revoked-subject = A key of { $organisation } was revoked
letter-key-revoked-1 = A key of { $organisation } was revoked. It signs nothing any more, and its open orders and transfers end.
letter-key-revoked-2 = If nobody of you did this, tell the operator at once.
letter-key-revoked-action = Look at your keys

letter-key-vetoed-subject = A key for { $organisation } was refused
letter-key-vetoed-1 = A key that had been added for { $organisation } was refused before it came into force. It will never sign.
letter-key-vetoed-2 = If nobody of you did this, tell the operator at once.
letter-key-vetoed-action = Look at your keys

letter-bank-details-changed-subject = Where { $organisation } is paid was changed
letter-bank-details-changed-1 = New payment details were signed for { $organisation }. Money goes there from { $works_from } on.
letter-bank-details-changed-2 = If you did not want this, revoke the key that signed it before then. The old details then stay in force. Tell the operator as well.
letter-bank-details-changed-action = Look at your organisation

letter-bank-details-restored-subject = Payment details of { $organisation }: a change was taken back
letter-bank-details-restored-1 = The change of where { $organisation } is paid was taken back. Money goes where it went before the change.
letter-bank-details-restored-2 = If you did not want this, tell the operator. A new change waits again before money goes there.
letter-bank-details-restored-action = Look at your organisation

letter-bank-details-set-subject = Where { $organisation } is paid was set
letter-bank-details-set-1 = Payment details were signed for { $organisation }, the first ones. Money goes there from now on.
letter-bank-details-set-2 = If you did not want this, sign others, which come into force after a wait, and tell the operator at once.
letter-bank-details-set-action = Look at your organisation

letter-contact-set-subject = Contact of { $organisation }: the first address
letter-contact-set-1 = An address was given to which the register writes for { $organisation }. It is the first one, and counts from now on.
letter-contact-set-2 = If you did not want this, tell the operator at once.
letter-contact-set-action = Look at your account

letter-contact-changed-subject = The contact of { $organisation } was changed
letter-contact-changed-1 = The address to which the register writes for { $organisation } was changed. This letter goes to the old address as well.
letter-contact-changed-2 = If you did not want this, tell the operator at once.
letter-contact-changed-action = Look at your account

letter-frozen-subject = Frozen: { $organisation }
letter-frozen-1 = { $target } was frozen by the operator. The reason: { $hold_reason }. It ends by itself on { $lapses_at }, if it is not extended.
letter-frozen-2 = Nothing is lost: credits and money stay yours. Ask the operator if you do not know why.
letter-frozen-action = Look at the hold

letter-credits-frozen-subject = Credits of batch { $batch } are held
letter-credits-frozen-1 = The operator has placed a hold on credits of batch { $batch } ({ $mineral }). The reason: { $hold_reason }. It ends by itself on { $lapses_at }, if it is not extended.
letter-credits-frozen-2 = Until then those credits cannot be sold, transferred or retired. They stay whose they are. Ask the operator if you do not know why.
letter-credits-frozen-action = Look at the batch

letter-certificate-fraud-subject = A certificate of { $producer } was withdrawn for fraud
letter-certificate-fraud-1 = { $certifier } has withdrawn the certificate of { $producer } for { $mineral } for fraud. The reason given: { $reason }.
letter-certificate-fraud-2 = Credits that the producer still had are cancelled. Those that were bought are held until the operator has settled the case; what was retired stays retired, and is flagged.
letter-certificate-fraud-action = Look at the producer

letter-audit-due-subject = An auditor's finding is due on your retirement
letter-audit-due-1 = With the retirement of { $mass } of { $mineral } for { $beneficiary }, so much has been claimed that an auditor must look at it.
letter-audit-due-2 = Ask an auditor of the register for a finding. It is due on { $due_at }; until it comes, the record says so.
letter-audit-due-action = Look at the retirement

letter-audit-overdue-subject = An auditor's finding on your retirement is overdue
letter-audit-overdue-1 = No auditor's finding has come on the retirement of { $mass } of { $mineral } for { $beneficiary }. The public record now says that it is overdue.
letter-audit-overdue-2 = Further claims for this beneficiary wait until a finding has come. Ask an auditor of the register for one.
letter-audit-overdue-action = Look at the retirement

letter-webhook-disabled-subject = A webhook of { $organisation } was switched off
letter-webhook-disabled-1 = The register calls a webhook of { $organisation } no more. The reason: { $reason }.
letter-webhook-disabled-2 = Nothing is lost: fetch what you missed by its cursor, mend the receiver, and switch the webhook on again.
letter-webhook-disabled-action = Look at your webhooks
