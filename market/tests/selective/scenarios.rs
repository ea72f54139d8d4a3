//! The rules for restricted bids as tables: instructions on the left, the answer on the right.
//!
//! ```text
//! sell a 10 @ 105 of peru+women     rests 10                        an offer and its facts
//! buy b 4 @ 106                     4 of a @ 105, rests 0           a bid for anything
//! buy c 4 @ 106 for women           4 of a @ 105, rests 0           a bid for offers with these facts
//! meet buy 106 for rwanda           nobody                          whom such a bid would meet
//! meet sell 104 of peru             c4                              whom such an offer would meet
//! reduce a 2                        3                               what is left
//! cancel a                          3                               what was left
//! book                              bids 100 b4 | for 100 c3 women | asks 105 a4 peru
//! ```

use std::collections::BTreeMap;
use std::fmt::Write;

use orebook_market::{Order, Place, Refusal, SelectiveBook, Side};

use crate::terms::{ANYTHING, FACTS, Kind, Wish, facts};

#[derive(Default)]
struct Bench {
    book: SelectiveBook<u64, Kind, Wish>,
    names: Vec<String>,
    places: BTreeMap<String, Place>,
}

fn check(table: &str) {
    let mut bench = Bench::default();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (instruction, expected) = line.split_once("  ").expect("two columns");
        let words: Vec<&str> = instruction.split(' ').collect();
        let answer = bench.answer(&words).unwrap_or_else(|refusal| refusal.to_string());
        assert_eq!(answer, expected.trim(), "\n{line}\n{table}");
        bench.book.check().expect(line);
    }
}

impl Bench {
    fn answer(&mut self, words: &[&str]) -> Result<String, Refusal> {
        match words {
            ["sell", name, quantity, "@", price, "of", kind] => {
                let order = self.order(Side::Sell, quantity, price);
                let rested = self.book.rest_offer(order, Kind(facts(kind)))?;
                self.submit(name, order, rested)
            }
            ["buy", name, quantity, "@", price, wish @ ..] => {
                let order = self.order(Side::Buy, quantity, price);
                let rested = self.book.rest_bid(order, wish_of(wish))?;
                self.submit(name, order, rested)
            }
            ["meet", "buy", limit, wish @ ..] => {
                let wish = wish_of(wish);
                Ok(self.draw_all(self.book.would_meet_bid(limit.parse().unwrap(), wish.as_ref())))
            }
            ["meet", "sell", limit, "of", kind] => {
                Ok(self.draw_all(self.book.would_meet_offer(limit.parse().unwrap(), &Kind(facts(kind)))))
            }
            ["reduce", name, by] => Ok(self.book.reduce(self.places[*name], by.parse().unwrap())?.to_string()),
            ["cancel", name] => Ok(self.book.remove(self.places[*name])?.quantity.to_string()),
            ["fill", bid, ask, quantity] => {
                let (bid, ask) = (self.places[*bid], self.places[*ask]);
                let left = self.book.fill(bid, ask, quantity.parse().unwrap())?;
                Ok(format!("{} {}", left.bid, left.ask))
            }
            ["book"] => Ok(self.draw()),
            other => panic!("no such instruction: {other:?}"),
        }
    }

    fn order(&self, side: Side, quantity: &str, price: &str) -> Order<u64> {
        let id = self.names.len() as u64;
        Order { id, side, price: price.parse().unwrap(), quantity: quantity.parse().unwrap(), arrival: id }
    }

    fn submit(&mut self, name: &str, order: Order<u64>, place: Place) -> Result<String, Refusal> {
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        let (mut trades, mut left) = (String::new(), order.quantity);
        while let Some(meeting) = self.book.next_for(place) {
            let trade = meeting.trade;
            assert_eq!(trade.arriving, order.side);
            let resting = if order.side == Side::Buy { trade.ask } else { trade.bid };
            write!(trades, "{} of {} @ {}, ", trade.quantity, self.names[resting as usize], trade.price).unwrap();
            self.book.fill(meeting.bid, meeting.ask, trade.quantity)?;
            left -= trade.quantity;
        }
        assert_eq!(self.book.crossing(), None);
        write!(trades, "rests {left}").unwrap();
        Ok(trades)
    }

    fn draw_all(&self, met: impl Iterator<Item = (Place, Order<u64>)>) -> String {
        let drawn: Vec<String> = met.map(|(_, order)| self.draw_order(order)).collect();
        if drawn.is_empty() { "nobody".to_owned() } else { drawn.join(" ") }
    }

    fn draw_order(&self, order: Order<u64>) -> String {
        format!("{}{}", self.names[order.id as usize], order.quantity)
    }

    fn draw(&self) -> String {
        let mut text = "bids".to_owned();
        for (_, order) in self.book.walk(Side::Buy) {
            write!(text, " {} {}", order.price, self.draw_order(order)).unwrap();
        }
        text.push_str(" | for");
        for (_, order, wish) in self.book.walk_restricted() {
            write!(text, " {} {} {}", order.price, self.draw_order(order), words(wish.0)).unwrap();
        }
        text.push_str(" | asks");
        for (place, order) in self.book.walk(Side::Sell) {
            let kind = self.book.kind(place).unwrap();
            write!(text, " {} {} {}", order.price, self.draw_order(order), words(kind.0)).unwrap();
        }
        text
    }
}

fn wish_of(words: &[&str]) -> Option<Wish> {
    match words {
        ["for", wish] => Some(Wish(facts(wish))),
        _ => ANYTHING,
    }
}

fn words(facts: u8) -> String {
    let words: Vec<&str> = (0..FACTS.len()).filter(|at| facts >> at & 1 == 1).map(|at| FACTS[at]).collect();
    if words.is_empty() { "-".to_owned() } else { words.join("+") }
}

#[test]
fn a_restricted_bid_trades_with_what_it_admits_and_passes_over_the_rest() {
    check(
        "
        sell a 5 @ 100 of rwanda          rests 5
        sell b 5 @ 101 of peru            rests 5
        sell c 5 @ 102 of peru+women      rests 5
        buy d 7 @ 102 for peru            5 of b @ 101, 2 of c @ 102, rests 0
        book                              bids | for | asks 100 a5 rwanda 102 c3 peru+women
        ",
    );
}

#[test]
fn an_offer_passed_over_keeps_its_place() {
    check(
        "
        sell a 2 @ 100 of rwanda          rests 2
        sell b 2 @ 100 of peru            rests 2
        sell c 2 @ 100 of rwanda          rests 2
        buy d 1 @ 100 for peru            1 of b @ 100, rests 0
        buy e 5 @ 100                     2 of a @ 100, 1 of b @ 100, 2 of c @ 100, rests 0
        ",
    );
}

#[test]
fn a_market_may_rest_with_a_bid_above_an_ask() {
    check(
        "
        sell a 5 @ 100 of rwanda          rests 5
        buy b 5 @ 110 for peru            rests 5
        book                              bids | for 110 b5 peru | asks 100 a5 rwanda
        sell c 3 @ 109 of peru            3 of b @ 110, rests 0
        buy d 9 @ 105                     5 of a @ 100, rests 4
        book                              bids 105 d4 | for 110 b2 peru | asks
        ",
    );
}

#[test]
fn an_offer_takes_the_higher_price_whether_restricted_or_not() {
    check(
        "
        buy a 1 @ 100                     rests 1
        buy b 1 @ 101 for peru            rests 1
        buy c 1 @ 102                     rests 1
        buy d 1 @ 103 for rwanda          rests 1
        buy e 1 @ 99 for peru+women       rests 1
        sell f 9 @ 99 of peru             1 of c @ 102, 1 of b @ 101, 1 of a @ 100, rests 6
        book                              bids | for 103 d1 rwanda 99 e1 peru+women | asks 99 f6 peru
        ",
    );
}

#[test]
fn at_one_price_the_first_to_arrive_goes_first_whether_restricted_or_not() {
    check(
        "
        buy a 1 @ 100 for women           rests 1
        buy b 1 @ 100                     rests 1
        buy c 1 @ 100 for peru            rests 1
        buy d 1 @ 100 for rwanda          rests 1
        buy e 1 @ 100                     rests 1
        buy f 1 @ 100 for women           rests 1
        sell g 9 @ 90 of peru+women       1 of a @ 100, 1 of b @ 100, 1 of c @ 100, 1 of e @ 100, 1 of f @ 100, rests 4
        ",
    );
}

#[test]
fn a_wish_for_no_fact_admits_all_and_counts_as_restricted() {
    check(
        "
        buy a 2 @ 100 for -               rests 2
        buy b 2 @ 100                     rests 2
        book                              bids 100 b2 | for 100 a2 - | asks
        sell c 3 @ 100 of -               2 of a @ 100, 1 of b @ 100, rests 0
        ",
    );
}

#[test]
fn a_restricted_bid_keeps_its_place_when_it_is_made_smaller() {
    check(
        "
        buy a 9 @ 100 for peru            rests 9
        buy b 9 @ 100 for peru            rests 9
        reduce a 8                        1
        sell c 2 @ 100 of peru            1 of a @ 100, 1 of b @ 100, rests 0
        reduce b 8                        0
        reduce b 1                        unknown order
        book                              bids | for | asks
        ",
    );
}

#[test]
fn a_forecast_names_whom_an_order_would_meet() {
    check(
        "
        sell a 1 @ 100 of rwanda          rests 1
        sell b 2 @ 101 of peru            rests 2
        sell c 3 @ 101 of peru+women      rests 3
        sell d 4 @ 103 of women           rests 4
        meet buy 99                       nobody
        meet buy 101                      a1 b2 c3
        meet buy 102 for peru             b2 c3
        meet buy 103 for women            c3 d4
        meet buy 999 for rwanda+women     nobody
        buy e 5 @ 99 for peru             rests 5
        buy f 6 @ 98                      rests 6
        buy g 7 @ 98 for women            rests 7
        meet sell 98 of peru+women        e5 f6 g7
        meet sell 98 of rwanda            f6
        meet sell 99 of peru              e5
        meet sell 100 of peru             nobody
        ",
    );
}

#[test]
fn prices_may_be_as_far_apart_as_numbers_go() {
    check(
        "
        sell a 1 @ 18446744073709551615 of peru     rests 1
        sell b 1 @ 0 of rwanda                      rests 1
        buy c 2 @ 18446744073709551615 for peru     1 of a @ 18446744073709551615, rests 1
        buy d 1 @ 0 for peru                        rests 1
        sell e 3 @ 0 of peru                        1 of c @ 18446744073709551615, 1 of d @ 0, rests 1
        ",
    );
}

#[test]
fn what_breaks_a_rule_is_refused_and_changes_nothing() {
    check(
        "
        buy a 0 @ 100 for peru            quantity must be positive
        sell a 0 @ 100 of peru            quantity must be positive
        buy a 5 @ 100 for peru            rests 5
        sell b 5 @ 100 of rwanda          rests 5
        sell c 5 @ 101 of peru            rests 5
        fill a b 5                        wish must admit kind
        fill a c 5                        prices must cross: 100 bid, 101 asked
        fill a a 5                        fill must join a bid and an ask
        fill b a 5                        fill must join a bid and an ask
        fill a b 6                        quantity must not exceed order: 6 asked, 5 left
        fill a b 0                        quantity must be positive
        reduce a 6                        quantity must not exceed order: 6 asked, 5 left
        reduce a 0                        quantity must be positive
        book                              bids | for 100 a5 peru | asks 100 b5 rwanda 101 c5 peru
        cancel a                          5
        cancel a                          unknown order
        fill a b 1                        unknown order
        ",
    );
}
