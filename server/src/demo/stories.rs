//! The stories, in order of time, each with its figures compared.

use serde_json::json;

use super::acts::*;
use super::cast::{Cast, producer};
use super::json::text;
use super::other_days as other;
use super::player::{Player, expect, tell};
use super::premium;
use super::setup::{approve, declaration, declare, issue, signer};

const LUMEN: &str = "Lumen & Vale Jewellery";
const ORFEBRE: &str = "Orfebre Siete";
pub(super) const HALDEN: &str = "Halden Mobility SE";
pub(super) const KESTREL: &str = "Kestrel Circuits Inc";
pub(super) const PERRIN: &str = "Maison Perrin Horlogers";
pub(super) const SUNDA: &str = "Sunda Solder Co";

/// All of them.
pub(super) fn play(player: &mut Player, cast: &mut Cast) -> Result<(), String> {
    first_sales(player, cast)?;
    let case = other::grievance(player, cast)?;
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
    premium::deal(player, cast)?;
    instalments_end(player, cast)?;
    let payouts = premium::pay_out(player, cast)?;
    premium::receipts(player, cast, &payouts)?;
    shillings(player, cast)?;
    other::tantalum(player, cast)?;
    premium::claim(player, cast)?;
    other::cobalt(player, cast)?;
    premium::mobile_money(player, cast)?;
    ring_and_year(player, cast)?;
    let claimed = other::year_that_was_not(player, cast)?;
    other::fraud(player, cast, &case)?;
    other::finding(player, cast, &claimed)?;
    too_much(player, cast)?;
    other::names(player, cast)?;
    premium::published(player, cast)
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
    let blocks = holdings(player, cast, SUNDA)?;
    let claim = json!({ "step": {} });
    let solder = Retirement { blocks: &blocks, claim, period: YEAR, product: None, purpose: "solder_2026" };
    let retired = retire(player, cast, SUNDA, &solder)?;
    expect("mass", text(&retired, "mass")?, "2000")
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

/// Story 1: one bid meets two offers, to the cent.
fn two_producers_one_bid(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-07-13")?;
    offer(player, cast, "P1", "gold good", "2.412", ["4200.00", "USD"])?;
    offer(player, cast, "P11", "gold good", "0.588", ["4250.00", "USD"])?;
    player.day("2026-07-14")?;
    println!("  Story: one bid, two producers");
    let trades = bid_in_countries(player, cast, LUMEN, "gold good", "3", ["4250.00", "USD"], &["CO", "ZW"])?;
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
    let footprint = footprint(player, cast, LUMEN, ["GLD", "3.6", "collections_2026"], YEAR)?;
    let holdings = holdings(player, cast, LUMEN)?;
    let [clara, mthunzi] = holdings.as_slice() else { return Err(format!("two blocks were expected: {holdings:?}")) };
    let (ring, rest) = cut(clara, 3_000)?;
    let claim = json!({ "support": {} });
    let ring = Retirement { blocks: &[ring], claim, period: YEAR, product: None, purpose: "wedding_ring" };
    retire(player, cast, LUMEN, &ring)?;
    let (blocks, claim) = ([rest, mthunzi.clone()], json!({ "match": { "footprint": footprint } }));
    let year = Retirement { blocks: &blocks, claim, period: YEAR, product: None, purpose: "collections_2026" };
    let retired = retire(player, cast, LUMEN, &year)?;
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
