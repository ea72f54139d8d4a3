//! What follows by itself, one step at a time: deadlines first, then owed cancellations, then one fill of a crossed
//! book, then the remainder of an immediate-or-cancel order. A step cannot be refused.

use crate::Contradiction;
use crate::credit::Credits;
use crate::event::*;
use crate::instruction::HoldScope;
use crate::registry::Registry;
use crate::trade::fill;
use crate::values::*;

/// The next step at `now`, each seeing the state after the one before.
pub(crate) fn next(
    registry: &Registry,
    ids: &mut IdMint,
    now: Timestamp,
    fills: u64,
) -> Result<Option<Event>, Contradiction> {
    if let Some(event) = due(registry, now).or_else(|| owed(registry)) {
        return Ok(Some(event));
    }
    let Registry { parties, certificates, credits, cash, markets, .. } = registry;
    if let Some(event) = fill::step(parties, certificates, credits, cash, markets, ids, now, fills)? {
        return Ok(Some(Event::Trade(event)));
    }
    let unfilled = markets.immediate().map(|order| OrderCancelled { order, reason: CancelReason::Unfilled });
    Ok(unfilled.map(|event| Event::Trade(TradeEvent::OrderCancelled(event))))
}

/// Kinds of deadlines in the order in which those of one moment are applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    Proposal(ProposalId),
    ListAddition((OrganisationId, AccountId)),
    PlanVersion(PremiumPlanId),
    Certificate(CertificateId),
    Declaration(DeclarationId),
    Hold(HoldId),
    Audit(RetirementId),
    Transfer(TransferId),
    Order(OrderId),
    Credits(BatchId),
}

fn deadlines(registry: &Registry) -> impl Iterator<Item = (Timestamp, Due)> {
    let Registry { parties, certificates, credits, cash, markets, claims, .. } = registry;
    [
        parties.proposals.first_deadline().map(|(time, id)| (time, Due::Proposal(id))),
        credits.first_trust_deadline().map(|(time, id)| (time, Due::ListAddition(id))),
        cash.first_deadline().map(|(time, id)| (time, Due::PlanVersion(id))),
        certificates.first_certificate_deadline().map(|(time, id)| (time, Due::Certificate(id))),
        certificates.first_declaration_deadline().map(|(time, id)| (time, Due::Declaration(id))),
        credits.holds().first_deadline().map(|(time, id)| (time, Due::Hold(id))),
        claims.first_audit_deadline().map(|(time, id)| (time, Due::Audit(id))),
        credits.first_transfer_deadline().map(|(time, id)| (time, Due::Transfer(id))),
        markets.first_deadline().map(|(time, id)| (time, Due::Order(id))),
        credits.first_expiry().map(|(time, id)| (time, Due::Credits(id))),
    ]
    .into_iter()
    .flatten()
}

/// The moment of the earliest deadline.
pub(crate) fn first_deadline(registry: &Registry) -> Option<Timestamp> {
    deadlines(registry).map(|(time, _)| time).min()
}

/// The first deadline that is due, by (time, kind, id).
pub(crate) fn due(registry: &Registry, now: Timestamp) -> Option<Event> {
    let (time, due) = deadlines(registry).min().filter(|(time, _)| *time <= now)?;
    Some(match due {
        Due::Proposal(proposal) => Event::Party(PartyEvent::ProposalLapsed(ProposalEnded { proposal })),
        Due::ListAddition((organisation, account)) => {
            Event::Credit(CreditEvent::TrustStarted(TrustedAccountNamed { account, organisation }))
        }
        Due::PlanVersion(plan) => Event::Money(MoneyEvent::PremiumPlanStarted(PremiumPlanNamed { plan })),
        Due::Certificate(certificate) => {
            Event::Certificate(CertificateEvent::Expired(CertificateNamed { certificate }))
        }
        Due::Declaration(declaration) => {
            Event::Certificate(CertificateEvent::DeclarationLapsed(DeclarationEnded { declaration }))
        }
        Due::Hold(hold) => Event::Credit(CreditEvent::HoldLapsed(HoldNamed { hold })),
        Due::Audit(retirement) => Event::Claim(ClaimEvent::AuditOverdue(AuditOverdue { retirement })),
        Due::Transfer(transfer) => Event::Credit(CreditEvent::TransferSettled(TransferNamed { transfer })),
        Due::Order(order) => Event::Trade(TradeEvent::OrderExpired(OrderNamed { order })),
        Due::Credits(batch) => {
            Event::Credit(CreditEvent::Expired(CreditsExpired { batch, last_day: time.date().less_days(1) }))
        }
    })
}

/// What a revoked key, a hold, or a certificate that is suspended or withdrawn takes with it, by id.
fn owed(registry: &Registry) -> Option<Event> {
    let Registry { parties, certificates, credits, markets, .. } = registry;
    let proposal = parties
        .proposals
        .first_owed()
        .map(|proposal| Event::Party(PartyEvent::ProposalCancelled(ProposalEnded { proposal })));
    let order = || {
        markets
            .first_owed()
            .map(|(order, reason)| Event::Trade(TradeEvent::OrderCancelled(OrderCancelled { order, reason })))
    };
    let declaration = || {
        let lapsed = |declaration| CertificateEvent::DeclarationLapsed(DeclarationEnded { declaration });
        certificates.first_owed().map(|declaration| Event::Certificate(lapsed(declaration)))
    };
    proposal
        .or_else(|| owed_by_accounts(credits))
        .or_else(order)
        .or_else(declaration)
        .or_else(|| owed_by_batches(credits))
}

fn owed_by_accounts(credits: &Credits) -> Option<Event> {
    let trust = credits.first_owed_trust().map(|(organisation, account)| {
        Event::Credit(CreditEvent::AccountDistrusted(TrustedAccountNamed { account, organisation }))
    });
    let transfer = || {
        credits
            .first_owed_transfer()
            .map(|(transfer, reason)| Event::Credit(CreditEvent::TransferVoided(TransferVoided { reason, transfer })))
    };
    trust.or_else(transfer)
}

/// Last of all: whatever was offered of the batch has come back by then.
fn owed_by_batches(credits: &Credits) -> Option<Event> {
    let (reason, scope) = (CancellationReason::CertificateWithdrawn, HoldScope::Unsold);
    let batch = credits.first_owed_cancellation()?;
    Some(Event::Credit(CreditEvent::Cancelled(CreditsCancelled { batch, reason, scope })))
}
