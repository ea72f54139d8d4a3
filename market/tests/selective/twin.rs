//! The market beside its naive twin under seeded random instructions, everything they answer
//! compared after every step. A failure prints its seed; running that seed again repeats it.

use std::collections::BTreeMap;

use orebook_market::naive::NaiveSelectiveBook;
use orebook_market::{Order, Place, Refusal, SelectiveBook, Side};

use crate::members::{Habits, Prices, Random, Terms, USUAL};
use crate::terms::{Kind, Wish};

#[derive(Default)]
struct Twins {
    book: SelectiveBook<u64, Kind, Wish>,
    naive: NaiveSelectiveBook<u64, Kind, Wish>,
    /// Orders that rest, with the places the book gave them.
    live: BTreeMap<u64, Place>,
    next: u64,
}

impl Twins {
    fn any(&self, random: &mut Random) -> Option<(u64, Place)> {
        let at = random.below(self.live.len().max(1) as u64) as usize;
        self.live.iter().nth(at).map(|(id, place)| (*id, *place))
    }

    fn step(&mut self, random: &mut Random, habits: Habits) {
        let Habits { cancels, reductions, fills_at_will, .. } = habits;
        let kind = random.below(100);
        if kind >= cancels + reductions + fills_at_will {
            self.submit(random, habits);
        } else if let (Some((id, place)), Some(other)) = (self.any(random), self.any(random)) {
            if kind < cancels {
                self.cancel(id, place);
            } else if kind < cancels + reductions {
                let by = random.below(12);
                let left = self.book.reduce(place, by);
                assert_eq!(left, self.naive.reduce(id, by));
                self.left(id, left.unwrap_or(1));
            } else {
                self.fill(id, other.0, random.below(12));
            }
        }
    }

    fn cancel(&mut self, id: u64, place: Place) {
        assert_eq!(self.book.remove(place), self.naive.remove(id));
        self.left(id, 0);
    }

    fn submit(&mut self, random: &mut Random, habits: Habits) {
        self.next += 1;
        let id = self.next;
        let (order, terms) = random.order(id, habits);
        let would_meet = self.would_meet(order.price, terms);
        let rested = match terms {
            Terms::Offer(kind) => {
                let rested = self.book.rest_offer(order, kind);
                assert_eq!(rested.map(|_| ()), self.naive.rest_offer(order, kind));
                rested
            }
            Terms::Bid(wish) => {
                let rested = self.book.rest_bid(order, wish);
                assert_eq!(rested.map(|_| ()), self.naive.rest_bid(order, wish));
                rested
            }
        };
        let Ok(place) = rested else { return };
        self.live.insert(id, place);
        let meets: Vec<Order<u64>> = self.book.meets(place).map(|(_, order)| order).collect();
        assert_eq!(meets, self.naive.meets(id));
        assert_eq!(meets, would_meet);
        if !random.percent(habits.unmatched) {
            let open: u128 = would_meet.iter().map(|order| u128::from(order.quantity)).sum();
            let filled = self.match_all(id, place);
            assert_eq!(u128::from(filled), open.min(order.quantity.into()));
        }
    }

    /// Whom an order would meet if it came now; places and both books agree on it.
    fn would_meet(&self, limit: u64, terms: Terms) -> Vec<Order<u64>> {
        let (met, expected): (Vec<_>, _) = match terms {
            Terms::Offer(kind) => {
                (self.book.would_meet_offer(limit, &kind).collect(), self.naive.would_meet_offer(limit, &kind))
            }
            Terms::Bid(wish) => (
                self.book.would_meet_bid(limit, wish.as_ref()).collect(),
                self.naive.would_meet_bid(limit, wish.as_ref()),
            ),
        };
        assert!(met.iter().all(|(place, order)| self.live.get(&order.id) == Some(place)));
        let orders: Vec<Order<u64>> = met.into_iter().map(|(_, order)| order).collect();
        assert_eq!(orders, expected);
        orders
    }

    /// Trades all that the arriving order can, and answers how much that was.
    fn match_all(&mut self, id: u64, place: Place) -> u64 {
        let mut filled = 0;
        loop {
            let meeting = self.book.next_for(place);
            assert_eq!(meeting.map(|meeting| meeting.trade), self.naive.next_for(id));
            let Some(meeting) = meeting else { return filled };
            let trade = meeting.trade;
            assert_eq!(
                [self.live.get(&trade.bid), self.live.get(&trade.ask)],
                [Some(&meeting.bid), Some(&meeting.ask)]
            );
            self.fill(trade.bid, trade.ask, trade.quantity);
            filled += trade.quantity;
        }
    }

    fn fill(&mut self, bid: u64, ask: u64, quantity: u64) {
        let left = self.book.fill(self.live[&bid], self.live[&ask], quantity);
        assert_eq!(left, self.naive.fill(bid, ask, quantity));
        if let Ok(left) = left {
            self.left(bid, left.bid);
            self.left(ask, left.ask);
        }
    }

    fn left(&mut self, id: u64, left: u64) {
        if left == 0
            && let Some(place) = self.live.remove(&id)
        {
            assert_eq!(self.book.get(place), None);
            assert_eq!((self.book.kind(place), self.book.wish(place)), (None, None));
            assert_eq!(self.book.next_for(place), None);
            assert_eq!(self.book.meets(place).count(), 0);
            assert_eq!(self.book.remove(place), Err(Refusal::UnknownOrder));
        }
    }

    fn check(&self) {
        let Self { book, naive, live, .. } = self;
        book.check().unwrap();
        assert_eq!((book.len(), naive.len()), (live.len(), live.len()));
        assert_eq!((book.is_empty(), naive.is_empty()), (live.is_empty(), live.is_empty()));
        assert_eq!((book.wishes(), book.kinds()), (naive.wishes(), naive.kinds()));
        assert_eq!(book.crossing().is_some(), naive.crossing().is_some());
        for side in [Side::Buy, Side::Sell] {
            let walk: Vec<_> = book.walk(side).collect();
            assert!(walk.iter().all(|(place, order)| live.get(&order.id) == Some(place)));
            assert!(walk.iter().all(|(place, order)| book.kind(*place) == naive.kind(order.id)));
            assert!(walk.iter().map(|(_, order)| order).eq(&naive.walk(side)));
            assert_eq!(book.depth(side, usize::MAX), naive.depth(side, usize::MAX));
        }
        let restricted: Vec<_> = book.walk_restricted().collect();
        assert!(restricted.iter().all(|(place, order, _)| live.get(&order.id) == Some(place)));
        assert!(restricted.iter().map(|(_, order, wish)| (*order, *wish)).eq(naive.walk_restricted()));
        assert_eq!(book.depth_restricted(usize::MAX), naive.depth_restricted(usize::MAX));
        let bests = [book.best_bid(), book.best_bid_restricted(), book.best_ask()];
        let firsts = [book.depth(Side::Buy, 1), book.depth_restricted(1), book.depth(Side::Sell, 1)];
        assert_eq!(bests, firsts.map(|levels| levels.first().map(|level| level.price)));
    }
}

fn run(habits: Habits) {
    for seed in 1..=4 {
        println!("seed {seed}, {habits:?}");
        let (mut random, mut twins) = (Random(seed), Twins::default());
        for _ in 0..700 {
            twins.step(&mut random, habits);
            twins.check();
        }
        // Cancel everything: what the lanes kept must not be missed later.
        while let Some((id, place)) = twins.any(&mut random) {
            twins.cancel(id, place);
            twins.check();
        }
        (0..100).for_each(|_| twins.step(&mut random, habits));
        twins.check();
    }
}

#[test]
fn twins_agree_in_a_crowd() {
    run(USUAL);
}

#[test]
fn twins_agree_in_a_standing_book() {
    run(Habits { prices: Prices::Standing, ..USUAL });
}

#[test]
fn twins_agree_at_the_ends_of_all_numbers() {
    run(Habits { prices: Prices::Extreme, ..USUAL });
}

#[test]
fn twins_agree_when_every_bid_is_restricted() {
    run(Habits { restricted: 100, ..USUAL });
}

#[test]
fn twins_agree_when_hardly_a_bid_is_restricted() {
    run(Habits { restricted: 3, unmatched: 0, ..USUAL });
}

#[test]
fn twins_agree_when_all_offers_are_alike() {
    run(Habits { facts: 0, ..USUAL });
}

#[test]
fn twins_agree_when_most_is_cancelled() {
    run(Habits { cancels: 45, reductions: 5, ..USUAL });
}
