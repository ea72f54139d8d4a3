//! What is told of an event. It is written down when the letter leaves the outbox: from the entry, which never changes,
//! and the names and classes of what it names. What the register becomes before the letter is sent does not alter it.

use std::cmp::Ordering;

use orebook_registry::Registry;
use orebook_registry::event::{
    CertificateEvent, ClaimEvent, CreditEvent, Declared, Deduction, Event, HoldPlaced, Leg, MoneyEvent, PartyEvent,
    Retired, TradeEvent, Transferred,
};
use orebook_registry::instruction::{HoldTarget, PayeeKind, Role};
use orebook_registry::mineral::Mineral;
use orebook_registry::values::*;

use super::{Facts, Figure, name, text};
use crate::notices::kind::Kind;
use crate::notices::owed::Owed;
use crate::pages::desk::coop::COOP;

/// Where whoever is paid sees it.
const PAYOUTS: &str = "/desk/payouts";

/// The facts of a letter that an event of an entry at a time causes.
pub fn facts_of(registry: &Registry, time: Timestamp, owed: &Owed<'_>) -> Option<Facts> {
    let facts = match owed.event {
        Event::Party(event) => of_party(event, time),
        Event::Certificate(event) => of_certificate(registry, event),
        Event::Credit(event) => of_credit(registry, owed.to, event),
        Event::Money(event) => of_money(registry, owed.to, event, time),
        Event::Trade(event) => of_trade(registry, owed.kind, owed.to, event),
        Event::Claim(event) => of_claim(registry, owed.kind, event),
    };
    facts.map(|facts| facts.tell("organisation", name(registry, owed.to)))
}

/// The page of its payouts and of where it is paid, for those who have one; else another.
fn page_of_payee(registry: &Registry, organisation: OrganisationId, page: &str, other: impl Into<String>) -> String {
    let roles = registry.parties.organisation(organisation).map(|organisation| &organisation.roles);
    let is_paid = roles.is_some_and(|roles| roles.iter().any(|role: &Role| COOP.contains(role)));
    if is_paid { page.to_owned() } else { other.into() }
}

fn of_party(event: &PartyEvent, time: Timestamp) -> Option<Facts> {
    let told = |section: &str, key: PublicKey| Facts::new(section, "/keys").list("key", text(key));
    Some(match event {
        PartyEvent::KeyAdded(e) => told("key_added", e.key).list("person", text(&e.person)),
        PartyEvent::KeyAddedFor(e) => {
            let facts = told("key_added_for", e.key).list("person", text(&e.person));
            match e.works_from {
                Some(works_from) => facts.list("works_from", works_from),
                None => facts,
            }
        }
        PartyEvent::KeyConfirmed(e) => told("key_confirmed", e.key),
        PartyEvent::KeyRevoked(e) => told("key_revoked", e.key).list("reason", plain(&e.reason)),
        PartyEvent::KeyVetoed(e) => told("key_vetoed", e.key),
        // The first ones count at once, and there is no address before them.
        PartyEvent::ContactDetailsSet(e) => {
            let section = if e.works_from > time { "contact_changed" } else { "contact_set" };
            Facts::new(section, "/account").list("works_from", e.works_from)
        }
        _ => return None,
    })
}

fn of_certificate(registry: &Registry, event: &CertificateEvent) -> Option<Facts> {
    let declared = |id: DeclarationId| {
        let declaration = registry.certificates.declaration(id)?;
        Some((declaration, registry.certificates.certificate(declaration.certificate)?, "/desk/declarations"))
    };
    match event {
        CertificateEvent::Declared(Declared { certificate, declaration, fine, period_from, period_to, .. }) => {
            let producer = registry.certificates.certificate(*certificate)?;
            let facts = Facts::new("declaration_received", format!("/desk/certifier/declarations/{declaration}"));
            let facts = facts.list("producer", name(registry, producer.producer));
            let facts = facts.list("mineral", producer.class.mineral).list("mass", *fine);
            let facts = facts.list("period_from", *period_from).list("period_to", *period_to);
            Some(facts.list("declaration", text(declaration)))
        }
        CertificateEvent::DeclarationApproved(e) => {
            let (_, certificate, link) = declared(e.declaration)?;
            let facts = Facts::new("declaration_approved", link).list("mineral", certificate.class.mineral);
            let facts = facts.list("verified", e.verified).list("issued", e.issued);
            Some(facts.list("declaration", text(e.declaration)))
        }
        CertificateEvent::DeclarationRejected(e) => {
            let (declaration, certificate, link) = declared(e.declaration)?;
            let facts = Facts::new("declaration_rejected", link).list("mineral", certificate.class.mineral);
            let facts = facts.list("mass", declaration.fine).list("reason", plain(&e.reason));
            Some(facts.list("declaration", text(e.declaration)))
        }
        CertificateEvent::Withdrawn(e) => {
            let certificate = registry.certificates.certificate(e.certificate)?;
            let facts = Facts::new("certificate_fraud", format!("/producers/{}", certificate.producer));
            let facts = facts.tell("certifier", name(registry, certificate.certifier));
            let facts = facts.list("producer", name(registry, certificate.producer));
            let facts = facts.list("mineral", certificate.class.mineral).list("reason", plain(&e.reason));
            Some(facts.list("works_from", e.effective).list("certificate", text(e.certificate)))
        }
        _ => None,
    }
}

fn of_credit(registry: &Registry, to: OrganisationId, event: &CreditEvent) -> Option<Facts> {
    match event {
        CreditEvent::Issued(e) => {
            let facts = Facts::new("credits_issued", format!("/batches/{}", e.batch));
            let facts = facts.list("mineral", e.block.batch.mineral).list("mass", e.block.mass());
            Some(facts.list("block", text(&e.block)).list("use_until", e.expires_on).list("batch", text(e.batch)))
        }
        CreditEvent::Transferred(Transferred { blocks, from, settles_at, to: target, transfer, .. }) => {
            let owner = |account: AccountId| registry.credits.account(account).map(|a| a.organisation);
            let (leaving, other) = if owner(*from) == Some(to) { (true, *target) } else { (false, *from) };
            let (section, act) =
                if leaving { ("transfer_leaving", "withdraw") } else { ("transfer_arriving", "refuse") };
            let mass = blocks.iter().fold(Mass::default(), |sum, block| sum.plus(block.mass()));
            let facts = Facts::new(section, format!("/act/{act}_transfer?transfer={transfer}"));
            let facts = facts.list("other", name(registry, owner(other)?)).list("mass", mass);
            let facts = facts.list("mineral", blocks.first()?.batch.mineral);
            let facts = facts.list("from", text(from)).list("to", text(target));
            Some(facts.list("settles_at", (*settles_at)?).list("transfer", text(transfer)))
        }
        CreditEvent::HoldPlaced(HoldPlaced { hold, lapses_at, reason, target, .. }) => {
            let (what, which) = match target {
                HoldTarget::Key(target) => ("target_key", text(target.key)),
                HoldTarget::Account(target) => ("target_account", text(target.account)),
                HoldTarget::Organisation(target) => ("target_organisation", text(target.organisation)),
                HoldTarget::Batch(target) => {
                    let batch = registry.credits.batch(target.batch)?;
                    let facts = Facts::new("credits_frozen", format!("/batches/{}", target.batch));
                    let facts = facts.list("batch", text(&batch.serial)).list("mineral", batch.class.mineral);
                    let facts = facts.list("hold_reason", Figure::Word(format!("hold_{reason}")));
                    return Some(facts.list("lapses_at", *lapses_at).list("hold", text(hold)));
                }
            };
            let facts = Facts::new("frozen", "/desk").tell("target", Figure::Word(what.to_owned()));
            let facts = facts.list("frozen", which).list("hold_reason", Figure::Word(format!("hold_{reason}")));
            Some(facts.list("lapses_at", *lapses_at).list("hold", text(hold)))
        }
        _ => None,
    }
}

fn of_money(registry: &Registry, to: OrganisationId, event: &MoneyEvent, time: Timestamp) -> Option<Facts> {
    let payouts = registry.cash.payouts();
    match event {
        MoneyEvent::PayoutDetailsSet(e) => {
            // Those that come back were in force before their entry; the first ones count at once; changed ones wait.
            let section = match e.works_from.cmp(&time) {
                Ordering::Less => "bank_details_restored",
                Ordering::Equal => "bank_details_set",
                Ordering::Greater => "bank_details_changed",
            };
            let facts = Facts::new(section, page_of_payee(registry, to, "/desk/details", "/desk"));
            let facts = facts.list("rail", Figure::Word(format!("rail_{}", e.rail))).list("key", text(e.key));
            Some(if e.works_from < time { facts } else { facts.list("works_from", e.works_from) })
        }
        MoneyEvent::PayoutsInstructed(e) => {
            let all = payouts.file(e.file)?.payouts.iter().filter_map(|id| payouts.find(*id));
            let own = all.filter(|payout| payout.payee == to).map(|payout| payout.amount);
            let facts = Facts::new("payout_sent", page_of_payee(registry, to, PAYOUTS, "/desk/money"));
            Some(facts.list("amount", sum(own)?).list("file", text(e.file)))
        }
        MoneyEvent::PayoutReported(e) => {
            let sign = format!("/act/confirm_receipt?payout={}", e.payout);
            let facts = Facts::new("confirm_receipt", page_of_payee(registry, to, PAYOUTS, sign));
            Some(facts.list("amount", payouts.find(e.payout)?.amount).list("payout", text(e.payout)))
        }
        _ => None,
    }
}

/// What a trade and the settlement of a deal have in common.
struct Sale<'e> {
    market: MarketId,
    mass: Mass,
    price: Money,
    gross: Money,
    fee: Money,
    legs: &'e [Leg],
    deductions: &'e [Deduction],
    buyer: OrganisationId,
    seller: OrganisationId,
    trade: TradeId,
    use_until: Date,
}

macro_rules! sale {
    ($event:expr) => {
        Sale {
            market: $event.market,
            mass: $event.mass,
            price: $event.price,
            gross: $event.gross,
            fee: $event.fee,
            legs: &$event.legs,
            deductions: &$event.deductions,
            buyer: $event.buyer,
            seller: $event.seller,
            trade: $event.trade,
            use_until: $event.use_until,
        }
    };
}

fn of_trade(registry: &Registry, kind: Kind, to: OrganisationId, event: &TradeEvent) -> Option<Facts> {
    let sale = match event {
        TradeEvent::Traded(traded) => sale!(traded),
        TradeEvent::DealSettled(settled) => sale!(settled),
        _ => return None,
    };
    let mineral = registry.markets.market(sale.market)?.class.mineral;
    match kind {
        Kind::PremiumPaid => of_legs(registry, to, mineral, &sale),
        _ => Some(of_sale(to, mineral, &sale)),
    }
}

fn of_legs(registry: &Registry, to: OrganisationId, mineral: Mineral, sale: &Sale<'_>) -> Option<Facts> {
    let own = || sale.legs.iter().filter(|leg| leg.payee == to);
    let facts = Facts::new("premium_paid", PAYOUTS);
    let facts = by_kind(facts.list("amount", sum(own().map(|leg| leg.amount))?), own());
    let facts = facts.list("producer", name(registry, sale.seller)).list("mineral", mineral).list("mass", sale.mass);
    Some(facts.list("trade", text(sale.trade)))
}

/// Who the other side is, is not told: a market is anonymous.
fn of_sale(to: OrganisationId, mineral: Mineral, sale: &Sale<'_>) -> Facts {
    let figures = |facts: Facts| {
        let facts = facts.list("mineral", mineral).list("mass", sale.mass).list("price", sale.price);
        facts.list("gross", sale.gross)
    };
    if sale.buyer == to {
        let facts = figures(Facts::new("trade_bought", "/desk/holdings"));
        facts.list("fee", sale.fee).list("use_until", sale.use_until).list("trade", text(sale.trade))
    } else {
        let facts = by_kind(figures(Facts::new("trade_sold", "/desk/trades")), sale.legs);
        let deducted = sum(sale.deductions.iter().map(|deduction| deduction.amount));
        let facts = deducted.into_iter().fold(facts, |facts, amount| facts.list("deducted", amount));
        facts.list("trade", text(sale.trade))
    }
}

/// Lists what legs are for, each purpose once, in the order of the legs.
fn by_kind<'l>(facts: Facts, legs: impl IntoIterator<Item = &'l Leg>) -> Facts {
    let mut kinds: Vec<(PayeeKind, Vec<Money>)> = Vec::new();
    for leg in legs {
        match kinds.iter_mut().find(|(kind, _)| *kind == leg.kind) {
            Some((_, amounts)) => amounts.push(leg.amount),
            None => kinds.push((leg.kind, vec![leg.amount])),
        }
    }
    let named = kinds.into_iter().filter_map(|(kind, amounts)| Some((format!("leg_{kind}"), sum(amounts)?)));
    named.fold(facts, |facts, (name, amount)| facts.list(&name, amount))
}

fn of_claim(registry: &Registry, kind: Kind, event: &ClaimEvent) -> Option<Facts> {
    match event {
        ClaimEvent::Retired(retired) if kind == Kind::AuditDuty => {
            Some(of_retirement("audit_due", retired)?.list("due_at", retired.finding_due_at?))
        }
        ClaimEvent::Retired(retired) => {
            let attached = Some(retired.retirement.to_string());
            Some(Facts { attached, ..of_retirement("retirement_statement", retired)? })
        }
        ClaimEvent::AuditOverdue(e) => {
            of_retirement("audit_overdue", &registry.claims.retirement(e.retirement)?.record)
        }
        _ => None,
    }
}

fn of_retirement(section: &str, retired: &Retired) -> Option<Facts> {
    let facts = Facts::new(section, format!("/retirements/{}", retired.retirement));
    let facts = facts.list("beneficiary", text(&retired.beneficiary.name)).list("mass", retired.mass);
    let facts = facts.list("mineral", retired.blocks.first()?.batch.mineral);
    Some(facts.list("retirement", text(retired.retirement)))
}

/// The sum of amounts of one currency; nothing of none.
fn sum(amounts: impl IntoIterator<Item = Money>) -> Option<Money> {
    let mut amounts = amounts.into_iter();
    let first = amounts.next()?;
    let minor = amounts.try_fold(first.minor, |sum, amount| sum.checked_add(amount.minor))?;
    Some(Money { minor, ..first })
}

/// A member's own code for a reason, as words.
fn plain(reason: &Token) -> Figure {
    text(reason.to_string().replace('_', " "))
}
