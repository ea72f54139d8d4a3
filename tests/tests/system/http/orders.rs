//! Own orders and deals: what is open, and what became of what has ended.

use orebook_registry::event::{Event, TradeEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::{Mass, OrderId, YesNo};
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{Actor, World, events, usd, value};
use serde_json::Value;

fn items(answer: &Answer) -> &Vec<Value> {
    answer.json["items"].as_array().unwrap_or_else(|| panic!("{}", answer.body))
}

/// Places a bid and answers its order.
fn buy(world: &mut World, buyer: &Actor, bid: PlaceBuyOrder) -> OrderId {
    world.scenario.act(buyer, Act::PlaceBuyOrder(bid)).unwrap();
    world.scenario.registry.markets.orders().map(|(id, _)| id).max().unwrap()
}

#[test]
fn an_order_tells_its_own_name_its_restriction_and_what_it_was_reduced_by() {
    each_database(|location| {
        let (mut world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let restricted = Restriction {
            countries: vec![value("CO")],
            producers: vec![],
            structures: vec![],
            women_led: None,
            years: vec![Count(2026)],
        };
        let bid = PlaceBuyOrder {
            client_order: Some(value("LV-1")),
            restriction: Some(restricted),
            ..world.bid(&lumen, "2", "4200.00")
        };
        let reduced = buy(&mut world, &lumen, bid);
        let low = world.bid(&lumen, "0.25", "4100.00");
        let low = buy(&mut world, &lumen, low);
        let market = world.market;
        let mut house = House::of(location, world.scenario.clone());
        house.act(&lumen, Act::ReduceOrder(ReduceOrder { by: value("0.5"), order: reduced }));
        let offer = PlaceSellOrder {
            time_in_force: TimeInForce::Ioc,
            unnamed: Some(YesNo::Yes),
            ..world.offer(&clara, batch, "0.5", "4200.00")
        };
        house.act(&clara, Act::PlaceSellOrder(offer));
        let list = format!("/v1/orders?organisation={}", lumen.id);
        let called = house.get(&format!("{list}&client_order=LV-1"));
        assert_eq!(items(&called).len(), 1, "{}", called.body);
        assert_eq!(items(&house.get(&format!("{list}&client_order=LV-2"))).len(), 0);
        assert_eq!(items(&house.get(&list)).len(), 2);
        for (pointer, expected) in [
            ("/items/0/client_order", "LV-1"),
            ("/items/0/mass", "1.5"),
            ("/items/0/filled", "0.5"),
            ("/items/0/state", "partly_filled"),
            ("/items/0/time_in_force", "gtd"),
            ("/items/0/reserved/amount", "4242.00"),
            ("/items/0/restriction/countries/0", "CO"),
            ("/items/0/restriction/years/0", "2026"),
        ] {
            assert_eq!(called.text(pointer), expected, "{pointer} in {}", called.body);
        }
        let path = format!("/v1/orders/{reduced}");
        house.act(&lumen, Act::ReduceOrder(ReduceOrder { by: value("0.25"), order: reduced }));
        house.act(&lumen, Act::CancelOrder(CancelOrder { order: reduced }));
        let ended = house.get(&path);
        for (pointer, expected) in [
            ("/state", "cancelled"),
            ("/reason", "owner"),
            ("/mass", "1.25"),
            ("/filled", "0.5"),
            ("/client_order", "LV-1"),
            ("/restriction/countries/0", "CO"),
        ] {
            assert_eq!(ended.text(pointer), expected, "{pointer} in {}", ended.body);
        }
        let operator = house.scenario.operator.clone();
        let raised = house.act(&operator, Act::SetFloor(SetFloor { floor: usd("4150.00"), market }));
        assert_eq!(raised.status, 201, "{}", raised.body);
        let below = house.get(&format!("/v1/orders/{low}"));
        assert_eq!((below.text("/state"), below.text("/reason")), ("cancelled", "floor"));
        let sold = sold_order(&house);
        let sold = house.get(&format!("/v1/orders/{sold}"));
        assert_eq!((sold.text("/state"), sold.text("/filled"), sold.text("/unnamed")), ("filled", "0.5", "yes"));
        assert_eq!(sold.text("/time_in_force"), "ioc");
        house.audit();
    });
}

fn sold_order(house: &House) -> OrderId {
    let sold = events(house.scenario.entries()).find_map(|event| match event {
        Event::Trade(TradeEvent::Traded(traded)) => Some((traded.sell_order, traded.mass)),
        _ => None,
    });
    let (order, mass) = sold.unwrap();
    assert_eq!(mass, value::<Mass>("0.5"));
    order
}

#[test]
fn a_deal_is_told_to_both_sides_and_is_not_on_the_tape() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let (clara, [lumen, orfebre, _]) = (world.clara.clone(), world.buyers.clone());
        let mut house = House::of(location, world.scenario.clone());
        let propose = ProposeDeal {
            account: clara.account,
            batch,
            counterparty: lumen.id,
            market: world.market,
            mass: value("1"),
            price: usd("4200.00"),
            side: DealSide::Sell,
            until: house.scenario.seconds_from_now(86_400),
        };
        assert_eq!(house.act(&clara, Act::ProposeDeal(propose)).status, 201);
        let list = |house: &House, of: &Actor| house.get(&format!("/v1/deals?organisation={}", of.id));
        assert_eq!(items(&list(&house, &orfebre)).len(), 0);
        let open = list(&house, &lumen);
        assert_eq!(open.json, list(&house, &clara).json);
        for (pointer, expected) in [
            ("/items/0/state", "open"),
            ("/items/0/side", "sell"),
            ("/items/0/proposer", &clara.id.to_string()),
            ("/items/0/counterparty", &lumen.id.to_string()),
            ("/items/0/gross/amount", "4200.00"),
            ("/items/0/fee/amount", "42.00"),
            ("/items/0/lapses_at", "2026-07-14T09:00:00.000Z"),
        ] {
            assert_eq!(open.text(pointer), expected, "{pointer} in {}", open.body);
        }
        let path = format!("/v1/deals/{}", open.text("/items/0/id"));
        let deal = value(open.text("/items/0/id"));
        house.act(&lumen, Act::AcceptDeal(AcceptDeal { account: lumen.account, deal }));
        let accepted = house.get(&path);
        assert_eq!(accepted.text("/state"), "accepted");
        assert!(accepted.json["lapses_at"].is_null() && accepted.json["settles_at"].is_string(), "{}", accepted.body);
        house.advance(8 * 86_400);
        let settled = house.get(&path);
        assert_eq!(settled.text("/state"), "settled");
        assert!(settled.json["settles_at"].is_null());
        let tape = house.get(&format!("/v1/markets/{}/trades", world.market));
        assert_eq!(items(&tape).len(), 0, "a deal is between two");
        assert_eq!(house.get("/v1/deals/del_00000000000000000000000000").code(), "must_exist");
        house.audit();
    });
}
