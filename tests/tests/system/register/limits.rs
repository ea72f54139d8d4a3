//! Limits of one's own: above them an order, a transfer or a retirement needs two persons.

use orebook_registry::instruction::*;
use orebook_registry::values::{BatchId, Money};
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, World, events, usd, value};

fn code<T>(result: Result<T, Refusal>) -> String {
    result.map(|_| "ok".to_owned()).unwrap_or_else(|refusal| refusal.code())
}

/// The name of the first event: what the act became.
fn became(result: Result<Vec<NewEntry>, Refusal>) -> String {
    result.map_or_else(|r| r.code(), |entries| events(&entries).next().map_or("", |e| e.name().1).to_owned())
}

fn limits(masses: &[(&str, &str)], values: &[Money]) -> Act {
    let mass = |(mineral, mass): &(&str, &str)| MassLimit { mass: value(mass), mineral: value(mineral) };
    Act::SetLimits(SetLimits { masses: masses.iter().map(mass).collect(), values: values.to_vec() })
}

/// Lumen with two signing persons (keys 0 and 2) has bought two kilograms and has more money.
fn stage() -> (World, Actor, BatchId) {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let lumen = world.scenario.with_second_signer(&lumen);
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "2", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
    (world, lumen, batch)
}

fn approve_last(world: &World) -> Act {
    let found = world.scenario.registry.parties.open_proposals().last().map(|(id, p)| (id, p.digest));
    let (proposal, digest) = found.unwrap();
    Act::Approve(Approve { digest, proposal })
}

#[test]
fn an_order_above_the_limit_of_its_currency_is_a_proposal_first() {
    let (mut world, lumen, _) = stage();
    assert_eq!(became(world.scenario.act(&lumen, limits(&[], &[usd("4200.00")]))), "limits_set");
    let bid = |world: &World, mass: &str, price: &str| Act::PlaceBuyOrder(world.bid(&lumen, mass, price));
    let rows = [("1", "4200.00", "buy_order_placed"), ("1.001", "4200.00", "proposed"), ("1", "4210.00", "proposed")];
    for (mass, price, expected) in rows {
        let bid = bid(&world, mass, price);
        assert_eq!(became(world.scenario.act(&lumen, bid)), expected, "{mass} kg at {price}");
    }
    let orders = world.scenario.registry.markets.orders().count();
    let approve = approve_last(&world);
    assert_eq!(code(world.scenario.act(&lumen, approve.clone())), "another_person_must_approve");
    assert_eq!(became(world.scenario.act_by(&lumen, 2, approve)), "approved");
    assert_eq!(world.scenario.registry.markets.orders().count(), orders + 1);
    let impossible = bid(&world, "99", "4200.00");
    assert_eq!(code(world.scenario.act(&lumen, impossible)), "cash_must_cover_escrow", "not worth a proposal");
}

#[test]
fn offers_are_limited_as_bids_are_and_other_currencies_are_free() {
    let (mut world, _, batch) = stage();
    let clara = world.clara.clone();
    let clara = world.scenario.with_second_signer(&clara);
    let shillings = Money::parse("1", value("UGX")).unwrap();
    let offer = |world: &World, mass: &str| Act::PlaceSellOrder(world.offer(&clara, batch, mass, "5000.00"));
    world.scenario.act(&clara, limits(&[], &[shillings])).unwrap();
    let one = offer(&world, "1");
    assert_eq!(became(world.scenario.act(&clara, one)), "sell_order_placed", "no limit in USD");
    world.scenario.act(&clara, limits(&[], &[shillings, usd("4999.99")])).unwrap();
    let one = offer(&world, "1");
    assert_eq!(became(world.scenario.act(&clara, one)), "proposed");
}

#[test]
fn transfers_and_retirements_are_limited_by_mass_for_each_mineral() {
    let (mut world, lumen, batch) = stage();
    let second = Act::OpenAccount(OpenAccount { name: value("second") });
    world.scenario.act(&lumen, second).unwrap();
    let (to, _) = world.scenario.registry.credits.accounts_of(lumen.id).last().unwrap();
    world.scenario.act(&lumen, limits(&[("GLD", "0.5"), ("TIN", "0")], &[])).unwrap();
    for (mass, expected) in [("0.5", "transferred"), ("0.501", "proposed")] {
        let blocks = world.blocks(lumen.account, batch, mass);
        let transfer = Transfer { blocks, from: lumen.account, to };
        assert_eq!(became(world.scenario.act(&lumen, Act::Transfer(transfer))), expected, "{mass} kg moved");
    }
    for (mass, expected) in [("0.5", "retired"), ("0.501", "proposed")] {
        let blocks = world.blocks(lumen.account, batch, mass);
        let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
        assert_eq!(became(world.scenario.act(&lumen, Act::Retire(retire))), expected, "{mass} kg retired");
    }
    let approve = approve_last(&world);
    let entries = world.scenario.act_by(&lumen, 2, approve).unwrap();
    assert_eq!(events(&entries).map(|e| e.name().1).collect::<Vec<_>>(), ["approved", "retired"]);
    assert_eq!(entries.len(), 2, "a retirement is public: it stands in a continuation of its own");
}

#[test]
fn one_person_lowers_a_limit_and_two_raise_or_remove_it() {
    let (mut world, lumen, _) = stage();
    let rows = [
        (limits(&[("GLD", "2")], &[]), "limits_set"),
        (limits(&[("GLD", "1")], &[]), "limits_set"),
        (limits(&[("GLD", "1")], &[usd("100.00")]), "limits_set"),
        (limits(&[("GLD", "1")], &[usd("100.01")]), "proposed"),
        (limits(&[("GLD", "1.001")], &[usd("100.00")]), "proposed"),
        (limits(&[("GLD", "1")], &[]), "proposed"),
        (limits(&[], &[usd("100.00")]), "proposed"),
        (limits(&[("GLD", "1"), ("TIN", "0")], &[usd("99.99")]), "limits_set"),
        (limits(&[], &[]), "proposed"),
    ];
    for (act, expected) in rows {
        let told = format!("{act:?}");
        assert_eq!(became(world.scenario.act(&lumen, act)), expected, "{told}");
    }
    let approve = approve_last(&world);
    assert_eq!(became(world.scenario.act_by(&lumen, 2, approve)), "approved");
    let record = world.scenario.registry.parties.organisation(lumen.id).unwrap();
    assert!(record.limits.masses.is_empty() && record.limits.values.is_empty());
}

#[test]
fn a_limit_needs_two_persons_with_signing_keys_and_names_each_thing_once() {
    let (mut world, lumen, _) = stage();
    let orfebre = world.buyers[1].clone();
    let refused = world.scenario.act(&orfebre, limits(&[("GLD", "1")], &[])).unwrap_err();
    assert_eq!(refused, Refusal::TwoPersonsMustHaveKeys { persons: 1 }, "a recovery key does not count");
    assert_eq!(became(world.scenario.act(&orfebre, limits(&[], &[]))), "limits_set", "none were set, none are");
    assert_eq!(code(world.scenario.act(&lumen, limits(&[("GLD", "1"), ("GLD", "2")], &[]))), "field_must_be");
    assert_eq!(code(world.scenario.act(&lumen, limits(&[], &[usd("1.00"), usd("2.00")]))), "field_must_be");
}

#[test]
fn a_forecast_tells_what_two_persons_would_make_true() {
    let (mut world, lumen, _) = stage();
    world.scenario.act(&lumen, limits(&[], &[usd("1.00")])).unwrap();
    let bid = Act::PlaceBuyOrder(world.bid(&lumen, "1", "4200.00"));
    let events = world.scenario.registry.forecast(world.scenario.now(), lumen.id, &bid).unwrap();
    assert_eq!(events.iter().map(|e| e.name().1).collect::<Vec<_>>(), ["buy_order_placed"]);
    let suspend = SuspendOrganisation { organisation: lumen.id, reason: value("complaint") };
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::SuspendOrganisation(suspend)).unwrap();
    let refused = world.scenario.registry.forecast(world.scenario.now(), lumen.id, &bid).unwrap_err();
    assert_eq!(refused.code(), "organisation_must_be_active");
}
