//! Long random runs under the eyes of the auditor, and proof that he sees what he should.

use orebook_market::{Order, Place, SelectiveBook, Side, Trade};

use crate::auditor::Auditor;
use crate::members::{Habits, Prices, Random, Terms, USUAL};
use crate::terms::{ANYTHING, Kind, Wish, facts};

/// A run of `steps` instructions; every order is matched when it arrives.
fn run(seed: u64, steps: u64, habits: Habits) {
    println!("seed {seed}, {habits:?}");
    let (mut random, mut auditor) = (Random(seed), Auditor::default());
    let mut book: SelectiveBook<u64, Kind, Wish> = SelectiveBook::default();
    let mut places: Vec<(u64, Place)> = Vec::new();
    for id in 1..=steps {
        let kind = random.below(100);
        let at = random.below(places.len().max(1) as u64) as usize;
        if kind < habits.cancels && !places.is_empty() {
            let (id, place) = places.swap_remove(at);
            if book.remove(place).is_ok_and(|order| order.id == id) {
                auditor.removed(id);
            }
        } else if kind < habits.cancels + habits.reductions && !places.is_empty() {
            let (id, place) = places[at];
            if book.reduce(place, 3).is_ok() {
                auditor.reduced(id, 3);
            }
        } else if let Some(place) = arrive(&mut book, &mut auditor, random.order(id, habits)) {
            places.push((id, place));
        }
        // A place is given again: who has left must be forgotten.
        places.retain(|(id, place)| book.get(*place).is_some_and(|order| order.id == *id));
    }
    assert_eq!(book.crossing(), None);
    book.check().unwrap();
}

fn arrive(
    book: &mut SelectiveBook<u64, Kind, Wish>,
    auditor: &mut Auditor,
    (order, terms): (Order<u64>, Terms),
) -> Option<Place> {
    let place = match terms {
        Terms::Offer(kind) => book.rest_offer(order, kind),
        Terms::Bid(wish) => book.rest_bid(order, wish),
    };
    let place = place.ok()?;
    auditor.rested(order, terms);
    while let Some(meeting) = book.next_for(place) {
        auditor.traded(meeting.trade).unwrap();
        book.fill(meeting.bid, meeting.ask, meeting.trade.quantity).unwrap();
    }
    auditor.settled(order.id).unwrap();
    Some(place)
}

#[test]
fn nobody_is_passed_over_in_a_crowd() {
    (1..=20).for_each(|seed| run(seed, 1000, USUAL));
}

#[test]
fn nobody_is_passed_over_in_a_standing_book() {
    (1..=20).for_each(|seed| run(seed, 1000, Habits { prices: Prices::Standing, cancels: 5, ..USUAL }));
}

#[test]
fn nobody_is_passed_over_when_every_bid_is_restricted() {
    (1..=20).for_each(|seed| run(seed, 1000, Habits { restricted: 100, cancels: 5, ..USUAL }));
}

/// Two offers of peru at 100 and a third at 99, one of rwanda at 98, and a bid for peru.
fn audited() -> Auditor {
    let mut auditor = Auditor::default();
    for (id, price, kind) in [(1, 100, "peru"), (2, 100, "peru"), (3, 99, "peru"), (4, 98, "rwanda")] {
        let order = Order { id, side: Side::Sell, price, quantity: 5, arrival: id };
        auditor.rested(order, Terms::Offer(Kind(facts(kind))));
    }
    let bid = Order { id: 9, side: Side::Buy, price: 100, quantity: 20, arrival: 9 };
    auditor.rested(bid, Terms::Bid(Some(Wish(facts("peru")))));
    auditor
}

#[test]
fn the_auditor_sees_every_breach() {
    let good = Trade { bid: 9, ask: 3, price: 99, quantity: 5, arriving: Side::Buy };
    let breaches = [
        Trade { ask: 1, price: 100, ..good },
        Trade { ask: 4, price: 98, ..good },
        Trade { price: 100, ..good },
        Trade { quantity: 4, ..good },
        Trade { arriving: Side::Sell, ..good },
        Trade { ask: 5, ..good },
    ];
    for breach in breaches {
        assert!(audited().traded(breach).is_err(), "{breach:?}");
    }
    let mut auditor = audited();
    auditor.traded(good).unwrap();
    assert!(auditor.traded(Trade { ask: 2, price: 100, ..good }).is_err(), "the earlier of two at one price is first");
    auditor.traded(Trade { ask: 1, price: 100, ..good }).unwrap();
    assert!(auditor.settled(9).is_err());
    auditor.traded(Trade { ask: 2, price: 100, ..good }).unwrap();
    auditor.settled(9).unwrap();
    auditor.removed(9);
    let anyone = Order { id: 10, side: Side::Buy, price: 98, quantity: 1, arrival: 10 };
    auditor.rested(anyone, Terms::Bid(ANYTHING));
    assert!(auditor.settled(10).is_err());
}
