//! A brand and its agents: money, purchases, holdings, retirements.

pub mod buy;
pub mod deals;
pub mod footprints;
pub mod holdings;
pub mod many;
pub mod money;
mod own;
pub mod retire;
pub mod retirements;
mod stock;

use orebook_registry::Registry;
use orebook_registry::claim::audit::Claimant;
use orebook_registry::instruction::{DealSide, Role};
use orebook_registry::trade::{Deal, DealState};
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_texts::Texts;

use super::{Waiting, Way};
use crate::pages::act::asked::escaped;
use crate::pages::names::{Names, capital};

/// Whose pages these are.
pub const BRAND: &[Role] = &[Role::Buyer, Role::Agent];
/// Credits that can be used no longer than this many days are told of.
const DAYS_AHEAD: u64 = 60;
/// Orders that end within so many are, too.
const ORDER_DAYS_AHEAD: i64 = 3;

/// The pages of the desk.
pub fn ways(t: Texts) -> Vec<Way> {
    let way = |link, name| Way { link, name };
    vec![
        way("/desk/buy", t.brand_buy()),
        way("/desk/retire", t.brand_retire()),
        way("/desk/holdings", t.brand_holdings()),
        way("/desk/retirements", t.brand_retirements()),
        way("/desk/money", t.brand_money()),
        way("/desk/deals", t.brand_deals()),
        way("/desk/footprints", t.brand_footprints()),
        way("/desk/retire/many", t.brand_many()),
    ]
}

/// What waits.
pub fn waiting(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let mut all = expiring(names, me, now);
    all.extend(findings(names, me));
    all.extend(deals(names, me));
    all.extend(orders(names, me, now));
    all.extend(corrections(names, me, now));
    all
}

/// Available credits whose last day is near, by day and class.
fn expiring(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let until = now.date().plus_days(DAYS_AHEAD);
    let mut sums = std::collections::BTreeMap::new();
    for block in stock::available(names.registry, me, now.date()).into_iter().filter(|one| one.expires_on <= until) {
        let sum = sums.entry((block.expires_on, block.class)).or_insert(orebook_registry::values::Mass::default());
        *sum = sum.plus(block.serial.mass());
    }
    let told = sums.into_iter().map(|((day, class), mass)| Waiting {
        text: names.t.brand_waits_expiry(names.t.mass(mass), names.class(&class)),
        link: format!("/desk/retire?class={}", stock::class_key(&class)),
        due: Some(day.end()),
    });
    told.collect()
}

/// Auditors' findings that are owed.
fn findings(names: Names<'_>, me: OrganisationId) -> Vec<Waiting> {
    let own = names.registry.claims.audits.tallies().filter(|((whose, _), _)| *whose == Claimant::Member(me));
    let told = own.filter_map(|((_, mineral), tally)| {
        let duty = tally.duty()?;
        let text = names.t.brand_waits_finding(names.mineral(*mineral));
        Some(Waiting { text, link: "/desk/retirements#audits".to_owned(), due: Some(duty.due_at) })
    });
    told.collect()
}

/// Deals in which others propose to sell.
fn deals(names: Names<'_>, me: OrganisationId) -> Vec<Waiting> {
    let offered = |deal: &&Deal| {
        deal.state == DealState::Open && deal.counterparty.organisation == me && side_of(deal, me) == DealSide::Buy
    };
    let of = names.registry.markets.deals.of(me).map(|(_, deal)| deal).filter(offered);
    let told = of.map(|deal| Waiting {
        text: names.t.brand_waits_deal(names.organisation(deal.proposer.organisation), names.t.mass(deal.mass)),
        link: "/desk/deals".to_owned(),
        due: Some(deal.deadline),
    });
    told.collect()
}

/// Bids that end soon.
fn orders(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let soon = now.plus_days(ORDER_DAYS_AHEAD);
    let own = names.registry.markets.orders_of(me).filter(|(_, order)| order.expires_at <= soon);
    let told = own.map(|(_, order)| Waiting {
        text: names.t.brand_waits_order(names.t.mass(order.mass), names.market(order.market)),
        link: "/desk/holdings#orders".to_owned(),
        due: Some(order.expires_at),
    });
    told.collect()
}

/// Retirements whose words can still be mended.
fn corrections(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let told = own::newest(names.registry, me).take(own::LOOKED_AT).filter_map(|(id, retirement)| {
        let until = own::correctable_until(names.registry, retirement, now)?;
        let text = names.t.brand_waits_correction(names.of_id(&id.to_string()).unwrap_or_default());
        Some(Waiting { text, link: "/desk/retirements".to_owned(), due: Some(until) })
    });
    told.collect()
}

/// A link to buy in a market.
fn to_buy(market: impl std::fmt::Display) -> String {
    format!("/desk/buy?market={}", escaped(&market.to_string()))
}

/// The accounts of a member, to choose from.
fn accounts(registry: &Registry, me: OrganisationId) -> Vec<(String, String)> {
    registry.credits.accounts_of(me).map(|(id, account)| (id.to_string(), account.name.to_string())).collect()
}

/// The side that a member is on, whoever proposed.
fn side_of(deal: &Deal, me: OrganisationId) -> DealSide {
    if deal.buyer().organisation == me { DealSide::Buy } else { DealSide::Sell }
}

/// A word of a set, with a capital letter.
fn titled(t: Texts, set: &str, word: &str) -> String {
    capital(&t.word(set, word))
}
