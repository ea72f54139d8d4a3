//! What the stories are made of: deposits, offers, bids and retirements, each told in a line or two.

use serde_json::{Value, json};

use super::cast::{Cast, producer};
use super::json::{at, text};
use super::player::{Player, expect, tell};
use super::setup::{operator, second_operator, signer};

/// Each deposit is proposed by one operator person and approved by the other.
pub(super) fn deposits(player: &mut Player, cast: &Cast, day: &str, all: &[(&str, &str, &str)]) -> Result<(), String> {
    player.day(day)?;
    for (number, (member, amount, currency)) in all.iter().enumerate() {
        let deposit = json!({ "amount": { "amount": amount, "currency": currency }, "organisation": cast.member(member)?.id.to_string(), "reference": format!("BANK-{day}-{}", number + 1) });
        let receipt = player.act(&operator(cast)?, json!({ "deposit": deposit }))?;
        let proposed = player.event(&receipt, "party", "proposed")?;
        let approve = json!({ "digest": text(&proposed, "digest")?, "proposal": text(&proposed, "proposal")? });
        player.act(&second_operator(cast)?, json!({ "approve": approve }))?;
        tell(member, format!("{amount} {currency} arrived at the bank; two persons of the operator signed for it"));
    }
    Ok(())
}

pub(super) fn offer(
    player: &mut Player,
    cast: &Cast,
    id: &str,
    market: &str,
    mass: &str,
    [price, currency]: [&str; 2],
) -> Result<(), String> {
    let p = producer(id)?;
    let order = json!({
        "account": cast.account(p.name)?.to_string(), "batch": cast.batch(id)?.to_string(), "market": cast.market(market)?.to_string(), "mass": mass,
        "price": { "amount": price, "currency": currency }, "time_in_force": "gtd",
    });
    player.act(&signer(cast, p.name)?, json!({ "place_sell_order": order }))?;
    tell(p.name, format!("offers {mass} kg ({market}) at {price} {currency} per kg"));
    Ok(())
}

/// Places a bid and answers its trades.
pub(super) fn bid(
    player: &mut Player,
    cast: &Cast,
    buyer: &str,
    market: &str,
    mass: &str,
    price: [&str; 2],
) -> Result<Vec<Value>, String> {
    let order = bid_of(cast, buyer, market, mass, price)?;
    tell(buyer, format!("bids {} {} per kg for {mass} kg ({market})", price[0], price[1]));
    placed(player, cast, buyer, order)
}

/// The same, for credits of some countries only.
pub(super) fn bid_in_countries(
    player: &mut Player,
    cast: &Cast,
    buyer: &str,
    market: &str,
    mass: &str,
    price: [&str; 2],
    countries: &[&str],
) -> Result<Vec<Value>, String> {
    let mut order = bid_of(cast, buyer, market, mass, price)?;
    order["restriction"] = json!({ "countries": countries });
    let from = countries.join(" and ");
    tell(buyer, format!("bids {} {} per kg for {mass} kg ({market}), mined in {from}", price[0], price[1]));
    placed(player, cast, buyer, order)
}

fn bid_of(cast: &Cast, buyer: &str, market: &str, mass: &str, [price, currency]: [&str; 2]) -> Result<Value, String> {
    Ok(json!({
        "account": cast.account(buyer)?.to_string(), "market": cast.market(market)?.to_string(), "mass": mass,
        "price": { "amount": price, "currency": currency }, "time_in_force": "gtd",
    }))
}

fn placed(player: &mut Player, cast: &Cast, buyer: &str, order: Value) -> Result<Vec<Value>, String> {
    let currency = text(&order, "price/currency")?.to_owned();
    let receipt = player.act(&signer(cast, buyer)?, json!({ "place_buy_order": order }))?;
    let trades = player.events(&receipt, "trade", "traded")?;
    for trade in &trades {
        let (gross, fee, mass) = (money(trade, "gross")?, money(trade, "fee")?, text(trade, "mass")?);
        tell(
            "matched",
            format!("{mass} kg for {gross} {currency}, fee {fee}; credits and money change hands in one step"),
        );
        for deduction in at(trade, "deductions")?.as_array().into_iter().flatten() {
            tell("  instalment", format!("{} {currency} to the certifier", money(deduction, "amount")?));
        }
        for leg in at(trade, "legs")?.as_array().into_iter().flatten() {
            let name =
                cast.organisations.iter().find(|(_, m)| text(leg, "payee").is_ok_and(|id| id == m.id.to_string()));
            tell(
                "  premium",
                format!("{} {currency} to {}", money(leg, "amount")?, name.map_or("?", |(name, _)| name)),
            );
        }
    }
    if trades.is_empty() { Err(format!("{buyer} bought nothing")) } else { Ok(trades) }
}

pub(super) fn money<'a>(value: &'a Value, path: &str) -> Result<&'a str, String> {
    text(value, &format!("{path}/amount"))
}

pub(super) fn legs(trade: &Value, expected: &[&str]) -> Result<(), String> {
    let legs = at(trade, "legs")?.as_array().cloned().unwrap_or_default();
    let found = legs.iter().map(|leg| money(leg, "amount")).collect::<Result<Vec<_>, _>>()?;
    if found == expected { Ok(()) } else { Err(format!("legs: expected {expected:?}, found {found:?}")) }
}

pub(super) fn sum_of_legs(trade: &Value) -> Result<String, String> {
    let mut sum = None;
    for leg in at(trade, "legs")?.as_array().into_iter().flatten() {
        let leg: orebook_registry::values::Money =
            serde_json::from_value(at(leg, "amount")?.clone()).map_err(|error| error.to_string())?;
        let before = sum.unwrap_or(leg.currency.minor(0));
        sum = Some(leg.currency.minor(before.minor + leg.minor));
    }
    Ok(sum.map(|sum| sum.amount()).unwrap_or_default())
}

pub(super) fn balance(player: &Player, cast: &Cast, name: &str, expected: &str) -> Result<(), String> {
    let cash = player.get(&format!("/v1/cash?organisation={}", cast.member(name)?.id))?;
    expect("balance", text(&cash, "balances/0/amount")?, expected)
}

pub(super) fn holdings(player: &Player, cast: &Cast, name: &str) -> Result<Vec<String>, String> {
    let answer = player.get(&format!("/v1/holdings?organisation={}", cast.member(name)?.id))?;
    let items = at(&answer, "items")?.as_array().cloned().unwrap_or_default();
    items.iter().map(|item| text(item, "serial").map(str::to_owned)).collect()
}

/// Cuts so many milligrams off the front of a block.
pub(super) fn cut(block: &str, milligrams: u64) -> Result<(String, String), String> {
    let whole: orebook_registry::serial::SerialBlock = block.parse().map_err(|error| format!("{error}"))?;
    let (mut front, mut rest) = (whole.clone(), whole);
    front.to = front.from + milligrams;
    rest.from = front.to;
    Ok((front.to_string(), rest.to_string()))
}

/// What is retired, and what it says.
pub(super) struct Retirement<'a> {
    pub blocks: &'a [String],
    pub claim: Value,
    pub period: [&'a str; 2],
    pub product: Option<&'a str>,
    pub purpose: &'a str,
}

impl Retirement<'_> {
    /// The act by which a buyer retires for itself.
    pub(super) fn act(&self, cast: &Cast, holder: &str) -> Result<Value, String> {
        let (_, country, number) =
            super::cast::BUYERS.into_iter().find(|(name, _, _)| *name == holder).ok_or("a buyer retires")?;
        let mut act = json!({
            "account": cast.account(holder)?.to_string(), "beneficiary": { "country": country, "name": holder, "registration_number": number }, "blocks": self.blocks,
            "claim": self.claim, "period_from": self.period[0], "period_to": self.period[1], "purpose": self.purpose,
        });
        if let Some(product) = self.product {
            act["product"] = json!(product);
        }
        Ok(json!({ "retire": act }))
    }
}

pub(super) const YEAR: [&str; 2] = ["2026-01-01", "2026-12-31"];

pub(super) fn retire(
    player: &mut Player,
    cast: &Cast,
    holder: &str,
    retirement: &Retirement<'_>,
) -> Result<Value, String> {
    let receipt = player.act(&signer(cast, holder)?, retirement.act(cast, holder)?)?;
    let retired = player.event(&receipt, "claim", "retired")?;
    let id = text(&retired, "retirement")?;
    tell(holder, format!("retired {} kg for ever: {}", text(&retired, "mass")?, retirement.blocks.join(", ")));
    let record = player.get(&format!("/v1/retirements/{id}"))?;
    tell("  claim", text(&record, "claim_text")?);
    tell("  disclosure", text(&record, "disclosure")?);
    Ok(retired)
}

/// Records a footprint and answers its id.
pub(super) fn footprint(
    player: &mut Player,
    cast: &Cast,
    buyer: &str,
    [mineral, mass, scope]: [&str; 3],
    [from, to]: [&str; 2],
) -> Result<String, String> {
    let footprint = json!({ "basis": "used", "mass": mass, "method": "bill_of_materials", "mineral": mineral, "period_from": from, "period_to": to, "scope": scope });
    let receipt = player.act(&signer(cast, buyer)?, json!({ "record_footprint": footprint }))?;
    tell(buyer, format!("recorded a use of {mass} kg of {mineral} from {from} to {to}"));
    Ok(text(&player.event(&receipt, "claim", "footprint_recorded")?, "footprint")?.to_owned())
}
