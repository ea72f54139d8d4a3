//! A mining organisation and those it pays: producers, certificate holders, payees, lenders.

pub mod declarations;
pub mod declare;
pub mod details;
mod grade;
pub mod offer;
pub mod offers;
pub mod payouts;
pub mod plan;
pub mod production;
mod steps;
pub mod trades;

use orebook_registry::Registry;
use orebook_registry::certificate::{Certificate, CertificateState, DeclarationState, Mandate};
use orebook_registry::instruction::{MandatePower, Role};
use orebook_registry::money::{Payout, PayoutState, PlanState};
use orebook_registry::party::KeyState;
use orebook_registry::trade::DealState;
use orebook_registry::values::{CertificateId, OrganisationId, Timestamp};
use orebook_texts::Texts;

use super::{Waiting, Way, files};
use crate::app::Data;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Whose pages these are.
pub const COOP: &[Role] = &[Role::Producer, Role::Holder, Role::Payee, Role::Lender];
/// Who mines, and who manages certificates for them.
pub const MINES: &[Role] = &[Role::Producer, Role::Holder];
/// So many days before an end it is told of.
const AHEAD_DAYS: i64 = 60;

/// The pages of those who mine.
pub fn ways(t: Texts) -> Vec<Way> {
    vec![
        Way { link: "/desk/declare", name: t.coop_declare() },
        Way { link: "/desk/declarations", name: t.coop_declarations() },
        Way { link: "/desk/production", name: t.coop_production() },
        Way { link: "/desk/offers", name: t.coop_offers() },
        Way { link: "/desk/trades", name: t.coop_trades() },
    ]
}

/// The pages of whoever is paid.
pub fn ways_of_money(t: Texts) -> Vec<Way> {
    vec![
        Way { link: "/desk/payouts", name: t.coop_payouts() },
        Way { link: "/desk/plan", name: t.coop_plan() },
        Way { link: "/desk/details", name: t.coop_details() },
    ]
}

/// What waits of one kind.
type List = fn(Names<'_>, OrganisationId, Timestamp) -> Vec<Waiting>;

/// What waits. Amounts of money are not told here: who reads a desk may not be one who reads money.
pub fn waiting(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let lists: [List; 5] = [receipts, deals, certificates, expiring, offered];
    lists.into_iter().flat_map(|list| list(names, me, now)).chain(rejected(names, me, now)).collect()
}

/// Whose receipt of a payout this organisation signs: its own, or that of a payee without a key whom its sales pay.
pub fn signs_for(registry: &Registry, payout: &Payout, me: OrganisationId) -> bool {
    let has_key = |id| registry.parties.keys_of(id).any(|(_, key)| key.state == KeyState::Active);
    payout.payee == me || payout.producer == Some(me) && !has_key(payout.payee)
}

/// For whom it may do this: itself, and producers that have given it the power, under these certificates.
pub fn may(certificate: &Certificate, me: OrganisationId, power: MandatePower) -> bool {
    certificate.producer == me || certificate.mandates(me, power)
}

/// The certificates that an organisation mines under or manages.
pub fn certificates_of(registry: &Registry, me: OrganisationId) -> impl Iterator<Item = (CertificateId, &Certificate)> {
    registry.certificates.certificates().filter(move |(_, one)| one.producer == me || one.holder == me)
}

/// The day on which the public is told that a receipt is missing.
pub fn receipt_due(registry: &Registry, payout: &Payout) -> Option<Timestamp> {
    let days = registry.parties.parameters().money().receipt_unconfirmed_days;
    payout.settled_at.map(|at| at.plus_days(i64::from(days.0)))
}

fn receipts(names: Names<'_>, me: OrganisationId, _: Timestamp) -> Vec<Waiting> {
    let payouts = names.registry.cash.payouts();
    let of_producer = payouts.of_producer(me).filter(|(_, payout)| payout.payee != me);
    let all = payouts.of_payee(me).chain(of_producer);
    let open = all.filter(|(_, one)| one.state == PayoutState::Settled && signs_for(names.registry, one, me));
    let waiting = |(_, payout): (_, &Payout)| Waiting {
        text: names.t.coop_wait_receipt(names.organisation(payout.payee)),
        link: "/desk/payouts?open=yes".to_owned(),
        due: receipt_due(names.registry, payout),
    };
    open.map(waiting).collect()
}

fn deals(names: Names<'_>, me: OrganisationId, _: Timestamp) -> Vec<Waiting> {
    let all = names.registry.markets.deals.of(me);
    let sells =
        |deal: &orebook_registry::trade::Deal| deal.counterparty.organisation == me && deal.buyer().organisation != me;
    let offered = all.filter(|(_, deal)| deal.state == DealState::Open && sells(deal));
    let waiting = |(_, deal): (_, &orebook_registry::trade::Deal)| Waiting {
        text: names.t.coop_wait_deal(
            names.organisation(deal.proposer.organisation),
            names.t.mass(deal.mass),
            names.money(deal.price),
        ),
        link: "/desk/offers".to_owned(),
        due: Some(deal.deadline),
    };
    offered.map(waiting).collect()
}

fn certificates(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let own = certificates_of(names.registry, me).filter(|(_, one)| one.producer == me);
    let ending = own.filter_map(|(id, one)| {
        let end = one.terms.as_ref()?.valid_to.end();
        let soon = one.state() == CertificateState::Certified && end <= now.plus_days(AHEAD_DAYS);
        soon.then(|| Waiting {
            text: names.t.coop_wait_certificate(names.class(&one.class)),
            link: format!(
                "/act/apply_certificate?programme={}&certifier={}&mineral={}&level={}&ecological={}&country={}&region={}&site={}&continues={id}&then=/desk",
                one.class.programme, one.certifier, one.class.mineral, one.class.level, one.class.ecological,
                one.country.code(), one.region, crate::pages::act::asked::escaped(&one.site.to_string())
            ),
            due: Some(end),
        })
    });
    let mandates = certificates_of(names.registry, me).filter_map(|(id, one)| {
        let awaits = one.holder == me && matches!(one.mandate, Mandate::Awaiting(_));
        awaits.then(|| Waiting {
            text: names.t.coop_wait_mandate(names.organisation(one.producer)),
            link: format!("/act/accept_mandate/review?certificate={id}&then=/desk"),
            due: None,
        })
    });
    ending.chain(mandates).collect()
}

/// Unsold credits that soon expire, those of an account and day as one.
fn expiring(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let soon = production::expiring(names.registry, me, now.plus_days(AHEAD_DAYS).date());
    let waiting = |((mineral, day), mass): ((_, orebook_registry::values::Date), _)| Waiting {
        text: names.t.coop_wait_expiring(names.t.mass(mass), names.mineral(mineral)),
        link: "/desk/production".to_owned(),
        due: Some(day.end()),
    };
    soon.into_iter().map(waiting).collect()
}

/// Instalment plans to accept.
fn offered(names: Names<'_>, me: OrganisationId, _: Timestamp) -> Vec<Waiting> {
    let all = names.registry.cash.instalment_plans();
    let offered = all.filter(|(_, plan)| plan.producer == me && plan.state == PlanState::Offered);
    let waiting = |(id, plan): (_, &orebook_registry::money::InstalmentPlan)| Waiting {
        text: names.t.coop_wait_plan(names.organisation(plan.creditor)),
        link: format!("/act/accept_instalment_plan/review?plan={id}&then=/desk/plan"),
        due: None,
    };
    offered.map(waiting).collect()
}

/// Declarations that were rejected lately and not made again.
fn rejected(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let all =
        || names.registry.certificates.declarations().filter(|(_, one)| declares(names.registry, one.certificate, me));
    let again = |one: &orebook_registry::certificate::Declaration| {
        all().any(|(_, other)| {
            let counts = matches!(other.state, DeclarationState::Declared | DeclarationState::Approved);
            counts
                && other.certificate == one.certificate
                && other.period_from <= one.period_to
                && one.period_from <= other.period_to
        })
    };
    let lately = now.plus_days(-AHEAD_DAYS);
    let open =
        all().filter(|(id, one)| one.state == DeclarationState::Rejected && id.made_at() > lately && !again(one));
    let waiting = |(_, one): (_, &orebook_registry::certificate::Declaration)| Waiting {
        text: names.t.coop_wait_rejected(names.t.day(one.period_from), names.t.day(one.period_to)),
        link: "/desk/declarations".to_owned(),
        due: None,
    };
    open.map(waiting).collect()
}

fn declares(registry: &Registry, certificate: CertificateId, me: OrganisationId) -> bool {
    registry.certificates.certificate(certificate).is_some_and(|one| may(one, me, MandatePower::Declare))
}

/// Declarations whose evidence has not all been sent here: that stands in a table, not in the register.
pub async fn files_missing(shared: &Data, t: Texts, me: OrganisationId) -> Result<Vec<Waiting>, Problem> {
    let open: Vec<(String, Vec<String>, Timestamp)> = shared.state(|registry| {
        let all = registry.certificates.declarations();
        let open =
            all.filter(|(_, one)| one.state == DeclarationState::Declared && declares(registry, one.certificate, me));
        let digests = |all: &[orebook_registry::instruction::Digest]| all.iter().map(ToString::to_string).collect();
        open.map(|(id, one)| (id.to_string(), digests(&one.evidence), one.lapses_at)).collect()
    });
    let rows = files::rows(shared, open.iter().flat_map(|(_, digests, _)| digests.clone()).collect()).await?;
    let waiting = |(id, digests, due): (String, Vec<String>, Timestamp)| {
        let missing = digests.iter().filter(|digest| files::file(t, &rows, &id, digest).missing).count();
        (missing > 0).then(|| Waiting {
            text: t.coop_wait_files(missing),
            link: "/desk/declarations".to_owned(),
            due: Some(due),
        })
    };
    Ok(open.into_iter().filter_map(waiting).collect())
}
