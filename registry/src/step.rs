//! What follows by itself, one step at a time: deadlines first, then owed cancellations, then one deal that has waited,
//! then one fill of the arriving order, then what is left of it if it does not rest. A step cannot be refused.

use crate::Contradiction;
use crate::credit::Credits;
use crate::event::*;
use crate::money::{Cash, PayoutDetails, Stop};
use crate::registry::Registry;
use crate::trade::{DealState, accept_deal, fill};
use crate::values::*;

/// So many ids a cause gives out before it leaves deals to the next one: ordinals are of sixteen bits, and nothing else
/// makes so many things at once.
const IDS_OF_DEALS: u16 = 60_000;

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
    if let Some(deal) = markets.deals.first_mature().filter(|_| ids.given_out() < IDS_OF_DEALS) {
        let settled = accept_deal::settle(certificates, credits, cash, markets, ids, now, deal)?;
        return Ok(Some(Event::Trade(TradeEvent::DealSettled(Box::new(settled)))));
    }
    if let Some(event) = fill::step(parties, certificates, credits, cash, markets, ids, now, fills)? {
        return Ok(Some(Event::Trade(event)));
    }
    let immediate = markets.arriving().filter(|(_, order)| order.time_in_force.is_immediate());
    let unfilled = immediate.map(|(order, _)| OrderCancelled { order, reason: CancelReason::Unfilled });
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
    Deal(DealId),
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
        markets.deals.first_deadline().map(|(time, id)| (time, Due::Deal(id))),
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
        Due::Deal(deal) => Event::Trade(deal_is_due(registry, deal)),
        Due::Order(order) => Event::Trade(TradeEvent::OrderExpired(OrderNamed { order })),
        Due::Credits(batch) => {
            Event::Credit(CreditEvent::Expired(CreditsExpired { batch, last_day: time.date().less_days(1) }))
        }
    })
}

/// An open deal lapses; an accepted one has waited long enough.
fn deal_is_due(registry: &Registry, deal: DealId) -> TradeEvent {
    match registry.markets.deals.find(deal).map(|deal| deal.state) {
        Some(DealState::Accepted) => TradeEvent::DealMatured(DealNamed { deal }),
        _ => TradeEvent::DealLapsed(DealNamed { deal }),
    }
}

/// What a revoked key, a hold, or a certificate that is suspended or withdrawn takes with it, by id.
fn owed(registry: &Registry) -> Option<Event> {
    let Registry { parties, certificates, credits, cash, markets, .. } = registry;
    let proposal = parties
        .proposals
        .first_owed()
        .map(|proposal| Event::Party(PartyEvent::ProposalCancelled(ProposalEnded { proposal })));
    let contacts = || {
        let withdrawn = parties.contacts.first_owed().map(PartyEvent::ContactDetailsWithdrawn);
        withdrawn.map(Event::Party)
    };
    let order = || {
        markets
            .first_owed()
            .map(|(order, reason)| Event::Trade(TradeEvent::OrderCancelled(OrderCancelled { order, reason })))
    };
    let deal = || {
        let voided = |(deal, reason)| TradeEvent::DealVoided(DealVoided { deal, reason });
        markets.deals.first_owed().map(|owed| Event::Trade(voided(owed)))
    };
    let declaration = || {
        let lapsed = |declaration| CertificateEvent::DeclarationLapsed(DeclarationEnded { declaration });
        certificates.first_owed().map(|declaration| Event::Certificate(lapsed(declaration)))
    };
    proposal
        .or_else(contacts)
        .or_else(|| owed_by_accounts(credits))
        .or_else(order)
        .or_else(deal)
        .or_else(declaration)
        .or_else(|| owed_by_batches(credits))
        .or_else(|| owed_by_cash(cash))
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

/// Whatever was offered of the batch has come back by then.
fn owed_by_batches(credits: &Credits) -> Option<Event> {
    credits.first_owed_cancellation().map(|cancelled| Event::Credit(CreditEvent::Cancelled(cancelled)))
}

/// Last of all: payouts that end, changed details that are taken back, and refunds.
fn owed_by_cash(cash: &Cash) -> Option<Event> {
    let cancelled =
        |(payout, why): (PayoutId, Stop)| Some(PayoutCancelled { payout, reason: why.word().parse().ok()? });
    let ended = cash.payouts().first_owed().and_then(cancelled).map(MoneyEvent::PayoutCancelled);
    let back = |(whose, before): (OrganisationId, PayoutDetails)| MoneyEvent::PayoutDetailsSet(before.event(whose));
    let restored = || cash.payouts().first_owed_details().map(back);
    let refunded = || cash.first_owed_refund().map(MoneyEvent::FraudRefunded);
    ended.or_else(restored).or_else(refunded).map(Event::Money)
}
