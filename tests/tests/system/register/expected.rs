//! What is expected of an order beside what comes of it: in a random market whatever was forecast comes about.

use orebook_registry::event::{CancelReason, Event, TradeEvent};
use orebook_registry::instruction::*;
use orebook_registry::trade::Expected;
use orebook_registry::values::{BatchId, Mass, OrderId, YesNo};
use orebook_registry::{NewEntry, Registry};
use orebook_tests::scenario::{Actor, Checks, World, events, value};

const SEEDS: u64 = 6;
const ORDERS: u64 = 60;

/// Numbers that look random (Knuth's MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A market with two producers, three buyers, and one that is of the first producer's group.
struct Fair {
    world: World,
    batches: [BatchId; 2],
    relative: Actor,
    numbers: Numbers,
}

impl Fair {
    fn opened(seed: u64) -> Self {
        let (mut world, batches) = World::issued();
        world.scenario.checks = Checks::WhenAsked;
        let mut registration = world.scenario.registration("Clara Joyas", "CO", &[Role::Buyer]);
        registration.act.group = Some(world.clara.id);
        let relative = world.scenario.join(registration);
        world.deposit(&relative, "9000.00", "DEPOSIT-R").unwrap();
        Self { world, batches, relative, numbers: Numbers(seed) }
    }

    fn act(&mut self) -> (Actor, Act) {
        let mass = Mass::from_mg(self.numbers.below(300) * 1_000 + 3_000).to_string();
        let price = format!("{}.00", 4_000 + 10 * self.numbers.below(6));
        let time_in_force = [TimeInForce::Gtd, TimeInForce::Gtd, TimeInForce::Ioc, TimeInForce::Fok]
            [usize::try_from(self.numbers.below(4)).unwrap()];
        let which = usize::try_from(self.numbers.below(2)).unwrap();
        if self.numbers.below(2) == 0 {
            let seller = [&self.world.clara, &self.world.sisters][which].clone();
            let offer = self.world.offer(&seller, self.batches[which], &mass, &price);
            let unnamed = (which == 0).then_some(YesNo::Yes);
            return (seller, Act::PlaceSellOrder(PlaceSellOrder { time_in_force, unnamed, ..offer }));
        }
        let [lumen, orfebre, perrin] = &self.world.buyers;
        let buyers = [lumen, orfebre, perrin, &self.relative];
        let buyer = buyers[usize::try_from(self.numbers.below(4)).unwrap()].clone();
        let restriction = (self.numbers.below(3) == 0).then(|| Restriction {
            countries: vec![value(["CO", "ZW"][which])],
            producers: vec![],
            structures: vec![],
            women_led: None,
            years: vec![],
        });
        let bid = PlaceBuyOrder { time_in_force, restriction, ..self.world.bid(&buyer, &mass, &price) };
        (buyer, Act::PlaceBuyOrder(bid))
    }
}

fn expected(registry: &Registry, event: &Event) -> Expected {
    match event {
        Event::Trade(TradeEvent::BuyOrderPlaced(placed)) => Expected::of_bid(registry, placed).unwrap(),
        Event::Trade(TradeEvent::SellOrderPlaced(placed)) => Expected::of_offer(registry, placed).unwrap(),
        other => panic!("{other:?}"),
    }
}

fn placed(entries: &[NewEntry]) -> OrderId {
    let found = events(entries).find_map(|event| match event {
        Event::Trade(TradeEvent::BuyOrderPlaced(placed)) => Some(placed.order),
        Event::Trade(TradeEvent::SellOrderPlaced(placed)) => Some(placed.order),
        _ => None,
    });
    found.unwrap()
}

/// Compares; answers how many trades there were, and why the rest was cancelled.
fn compare(registry: &Registry, expected: &Expected, entries: &[NewEntry]) -> (usize, Option<CancelReason>) {
    let (order, mut trades, mut cancelled) = (placed(entries), 0, None);
    for event in events(entries) {
        match event {
            Event::Trade(TradeEvent::Traded(t)) => {
                let told = &expected.trades[trades];
                assert_eq!((told.price, told.mass, told.gross, told.fee), (t.price, t.mass, t.gross, t.fee));
                assert_eq!((&told.route.deductions, &told.route.legs), (&t.deductions, &t.legs));
                trades += 1;
            }
            Event::Trade(TradeEvent::OrderCancelled(e)) if e.order == order => cancelled = Some(e.reason),
            _ => {}
        }
    }
    assert_eq!((expected.trades.len(), expected.cancelled), (trades, cancelled));
    let rests = registry.markets.order(order);
    assert_eq!(rests.map_or(Mass::default(), |order| order.mass), expected.rests);
    assert_eq!(rests.map_or(0, |order| order.reserve().minor), expected.reserved.minor);
    (trades, cancelled)
}

#[test]
fn whatever_is_expected_of_an_order_comes_about() {
    let (mut trades, mut reasons) = (0, std::collections::BTreeSet::new());
    for seed in 0..SEEDS {
        let mut fair = Fair::opened(seed);
        for _ in 0..ORDERS {
            let (actor, act) = fair.act();
            let now = fair.world.scenario.now();
            let Ok(forecast) = fair.world.scenario.registry.forecast(now, actor.id, &act) else { continue };
            let told = expected(&fair.world.scenario.registry, &forecast[0]);
            let entries = fair.world.scenario.act(&actor, act).unwrap();
            let (traded, cancelled) = compare(&fair.world.scenario.registry, &told, &entries);
            trades += traded;
            reasons.extend(cancelled.map(|reason| reason.to_string()));
        }
        fair.world.scenario.check_all();
    }
    assert!(trades > 50, "{trades} trades");
    assert!(reasons.contains("group") && reasons.contains("unfilled"), "{reasons:?}");
}
