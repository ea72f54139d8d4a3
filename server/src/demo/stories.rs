//! The stories, in order of time, each with its figures compared.

use serde_json::{Value, json};

use super::cast::{Cast, producer};
use super::json::{at, text};
use super::player::{Player, expect, tell};
use super::setup::{approve, declaration, declare, issue, operator, second_operator, signer};

const LUMEN: &str = "Lumen & Vale Jewellery";
const ORFEBRE: &str = "Orfebre Siete";
const HALDEN: &str = "Halden Mobility SE";
const KESTREL: &str = "Kestrel Circuits Inc";
const PERRIN: &str = "Maison Perrin Horlogers";
const SUNDA: &str = "Sunda Solder Co";

/// All of them.
pub(super) fn play(player: &mut Player, cast: &mut Cast) -> Result<(), String> {
    first_sales(player, cast)?;
    expired_certificate(player, cast)?;
    midyear_issuance(player, cast)?;
    deposits(
        player,
        cast,
        "2026-07-10",
        &[
            (LUMEN, "20000.00", "USD"),
            (ORFEBRE, "5000.00", "USD"),
            (HALDEN, "640000.00", "USD"),
            (PERRIN, "40000.00", "USD"),
            (KESTREL, "2000000", "UGX"),
        ],
    )?;
    two_producers_one_bid(player, cast)?;
    instalments_end(player, cast)?;
    shillings(player, cast)?;
    ring_and_year(player, cast)?;
    too_much(player, cast)
}

/// P5's first half-year: issued in May, sold to two buyers.
fn first_sales(player: &mut Player, cast: &mut Cast) -> Result<(), String> {
    let p5 = producer("P5")?;
    let d = p5.declaration.as_ref().ok_or("P5 declares")?;
    player.day(d.declared)?;
    let declared = declare(player, cast, p5, d)?;
    player.day(d.approved)?;
    approve(player, cast, p5, d, &declared)?;
    deposits(player, cast, "2026-05-15", &[(KESTREL, "10000.00", "USD"), (SUNDA, "5000.00", "USD")])?;
    for (day, buyer, mass, gross) in
        [("2026-05-20", KESTREL, "4000", "6400.00"), ("2026-05-25", SUNDA, "2000", "3200.00")]
    {
        player.day(day)?;
        offer(player, cast, "P5", "tin entry", mass, ["1.60", "USD"])?;
        let trades = bid(player, cast, buyer, "tin entry", mass, ["1.60", "USD"])?;
        expect("gross", money(&trades[0], "gross")?, gross)?;
    }
    Ok(())
}

/// Story 6: a certificate that has expired.
fn expired_certificate(player: &mut Player, cast: &mut Cast) -> Result<(), String> {
    player.day("2026-06-15")?;
    println!("  Story: production of an expired certificate");
    issue(player, cast, "P10")?;
    let p10 = producer("P10")?;
    let may = declaration(cast, p10, ["2026-05-01", "2026-05-31"], ["1000", "550000", "0"])?;
    let problem = player.refused(&signer(cast, p10.name)?, may, "period_must_be_certified")?;
    expect("first uncertified day", text(&problem, "facts/day")?, "2026-05-01")?;
    tell(p10.name, format!("declared May too, and was refused: {}", text(&problem, "detail")?));
    Ok(())
}

fn midyear_issuance(player: &mut Player, cast: &mut Cast) -> Result<(), String> {
    let all = ["P1", "P2", "P3", "P4", "P6", "P7", "P11"];
    player.day("2026-07-06")?;
    let mut declared = Vec::new();
    for id in all {
        let p = producer(id)?;
        let d = p.declaration.as_ref().ok_or("a producer declares")?;
        declared.push((p, d, declare(player, cast, p, d)?));
    }
    player.day("2026-07-08")?;
    declared.into_iter().try_for_each(|(p, d, declaration)| approve(player, cast, p, d, &declaration))
}

/// Each deposit is proposed by one operator person and approved by the other.
fn deposits(player: &mut Player, cast: &Cast, day: &str, all: &[(&str, &str, &str)]) -> Result<(), String> {
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

/// Story 1: one bid meets two offers, to the cent.
fn two_producers_one_bid(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-07-13")?;
    offer(player, cast, "P1", "gold good", "2.412", ["4200.00", "USD"])?;
    offer(player, cast, "P11", "gold good", "0.588", ["4250.00", "USD"])?;
    player.day("2026-07-14")?;
    println!("  Story: one bid, two producers");
    let trades = bid(player, cast, LUMEN, "gold good", "3", ["4250.00", "USD"])?;
    let [first, second] = trades.as_slice() else { return Err(format!("two fills were expected: {trades:?}")) };
    expect("gross", money(first, "gross")?, "10130.40")?;
    expect("fee", money(first, "fee")?, "101.30")?;
    expect("instalment", money(first, "deductions/0/amount")?, "800.00")?;
    legs(first, &["5069.21", "1462.07", "1866.08", "933.04"])?;
    expect("gross", money(second, "gross")?, "2499.00")?;
    expect("fee", money(second, "fee")?, "24.99")?;
    legs(second, &["833.16", "832.92", "832.92"])?;
    // 20,000.00 less 12,629.40 gross and 126.29 fee: the surplus of 121.81 has come back.
    balance(player, cast, LUMEN, "7244.31")
}

/// Story 3: a certification is paid off out of two sales.
fn instalments_end(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-07-16")?;
    println!("  Story: the last instalment");
    for (mass, gross, withheld, routed) in
        [("1", "2100.00", "210.00", "1890.00"), ("0.862", "1810.20", "100.00", "1710.20")]
    {
        offer(player, cast, "P3", "gold entry", mass, ["2100.00", "USD"])?;
        let trades = bid(player, cast, ORFEBRE, "gold entry", mass, ["2100.00", "USD"])?;
        expect("gross", money(&trades[0], "gross")?, gross)?;
        expect("withheld", money(&trades[0], "deductions/0/amount")?, withheld)?;
        expect("routed", &sum_of_legs(&trades[0])?, routed)?;
    }
    tell(
        "Nyati Ridge Women Miners",
        "has paid its certification: 310.00 USD in two instalments, and nothing is withheld any more",
    );
    Ok(())
}

/// Story 11: a currency without decimals.
fn shillings(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-07-20")?;
    println!("  Story: shillings have no cents");
    offer(player, cast, "P7", "tungsten entry", "333", ["4417", "UGX"])?;
    let trades = bid(player, cast, KESTREL, "tungsten entry", "333", ["4417", "UGX"])?;
    expect("gross", money(&trades[0], "gross")?, "1470861")?;
    expect("fee", money(&trades[0], "fee")?, "14708")?;
    expect("instalment", money(&trades[0], "deductions/0/amount")?, "147086")?;
    legs(&trades[0], &["719207", "207436", "264755", "132377"])
}

/// Story 1, continued: a ring, and the year.
fn ring_and_year(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-07-31")?;
    println!("  Story: a ring and a year");
    let footprint = json!({ "basis": "used", "mass": "3.6", "method": "bill_of_materials", "mineral": "GLD", "period_from": "2026-01-01", "period_to": "2026-12-31", "scope": "collections_2026" });
    let receipt = player.act(&signer(cast, LUMEN)?, json!({ "record_footprint": footprint }))?;
    let footprint = text(&player.event(&receipt, "claim", "footprint_recorded")?, "footprint")?.to_owned();
    tell(LUMEN, "recorded that its collections of 2026 use 3.6 kg of gold");
    let holdings = holdings(player, cast, LUMEN)?;
    let [clara, mthunzi] = holdings.as_slice() else { return Err(format!("two blocks were expected: {holdings:?}")) };
    let (ring, rest) = cut(clara, 3_000)?;
    retire(player, cast, LUMEN, &[ring], json!({ "support": {} }), "wedding_ring")?;
    let retired = retire(
        player,
        cast,
        LUMEN,
        &[rest, mthunzi.clone()],
        json!({ "match": { "footprint": footprint } }),
        "collections_2026",
    )?;
    expect("percent", text(&retired, "claim/match/percent")?, "83")
}

/// Story 8: more than the certificate allows.
fn too_much(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-10-05")?;
    println!("  Story: more than the certificate allows");
    let p1 = producer("P1")?;
    let act = declaration(cast, p1, ["2026-07-01", "2026-09-30"], ["32.5", "800000", "25"])?;
    let problem = player.refused(&signer(cast, p1.name)?, act, "maximum_is_exceeded")?;
    expect("room", text(&problem, "facts/room")?, "-0.412")?;
    tell(p1.name, format!("declared 26 kg and was refused: {}", text(&problem, "detail")?));
    Ok(())
}

fn offer(
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
fn bid(
    player: &mut Player,
    cast: &Cast,
    buyer: &str,
    market: &str,
    mass: &str,
    [price, currency]: [&str; 2],
) -> Result<Vec<Value>, String> {
    let order = json!({
        "account": cast.account(buyer)?.to_string(), "market": cast.market(market)?.to_string(), "mass": mass,
        "price": { "amount": price, "currency": currency }, "time_in_force": "gtd",
    });
    let receipt = player.act(&signer(cast, buyer)?, json!({ "place_buy_order": order }))?;
    tell(buyer, format!("bids {price} {currency} per kg for {mass} kg ({market})"));
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

fn money<'a>(value: &'a Value, path: &str) -> Result<&'a str, String> {
    text(value, &format!("{path}/amount"))
}

fn legs(trade: &Value, expected: &[&str]) -> Result<(), String> {
    let legs = at(trade, "legs")?.as_array().cloned().unwrap_or_default();
    let found = legs.iter().map(|leg| money(leg, "amount")).collect::<Result<Vec<_>, _>>()?;
    if found == expected { Ok(()) } else { Err(format!("legs: expected {expected:?}, found {found:?}")) }
}

fn sum_of_legs(trade: &Value) -> Result<String, String> {
    let mut sum = None;
    for leg in at(trade, "legs")?.as_array().into_iter().flatten() {
        let leg: orebook_registry::values::Money =
            serde_json::from_value(at(leg, "amount")?.clone()).map_err(|error| error.to_string())?;
        let before = sum.unwrap_or(leg.currency.minor(0));
        sum = Some(leg.currency.minor(before.minor + leg.minor));
    }
    Ok(sum.map(|sum| sum.amount()).unwrap_or_default())
}

fn balance(player: &Player, cast: &Cast, name: &str, expected: &str) -> Result<(), String> {
    let cash = player.get(&format!("/v1/cash?organisation={}", cast.member(name)?.id))?;
    expect("balance", text(&cash, "balances/0/amount")?, expected)
}

fn holdings(player: &Player, cast: &Cast, name: &str) -> Result<Vec<String>, String> {
    let answer = player.get(&format!("/v1/holdings?organisation={}", cast.member(name)?.id))?;
    let items = at(&answer, "items")?.as_array().cloned().unwrap_or_default();
    items.iter().map(|item| text(item, "serial").map(str::to_owned)).collect()
}

/// Cuts so many milligrams off the front of a block.
fn cut(block: &str, milligrams: u64) -> Result<(String, String), String> {
    let whole: orebook_registry::serial::SerialBlock = block.parse().map_err(|error| format!("{error}"))?;
    let (mut front, mut rest) = (whole.clone(), whole);
    front.to = front.from + milligrams;
    rest.from = front.to;
    Ok((front.to_string(), rest.to_string()))
}

fn retire(
    player: &mut Player,
    cast: &Cast,
    holder: &str,
    blocks: &[String],
    claim: Value,
    purpose: &str,
) -> Result<Value, String> {
    let (_, country, number) =
        super::cast::BUYERS.into_iter().find(|(name, _, _)| *name == holder).ok_or("a buyer retires")?;
    let act = json!({
        "account": cast.account(holder)?.to_string(), "beneficiary": { "country": country, "name": holder, "registration_number": number }, "blocks": blocks,
        "claim": claim, "period_from": "2026-01-01", "period_to": "2026-12-31", "purpose": purpose,
    });
    let receipt = player.act(&signer(cast, holder)?, json!({ "retire": act }))?;
    let retired = player.event(&receipt, "claim", "retired")?;
    let id = text(&retired, "retirement")?;
    tell(holder, format!("retired {} kg for ever: {}", text(&retired, "mass")?, blocks.join(", ")));
    let record = player.get(&format!("/v1/retirements/{id}"))?;
    tell("  claim", text(&record, "claim_text")?);
    tell("  disclosure", text(&record, "disclosure")?);
    Ok(retired)
}
