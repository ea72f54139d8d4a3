//! The rules of the book as tables: instructions on the left, the answer on the right.
//!
//! ```text
//! sell a 10 @ 105        rests 10                    rest, then trade while the book is crossed
//! buy  b 4  @ 106        4 of a @ 105, rests 0       trades in order, then what is left
//! ioc buy c 9 @ 105      6 of a @ 105, drops 3       what is left does not stay
//! reduce a 2             3                           what is left
//! cancel a               3                           what was left
//! book                   bids 100 b4 c3 | asks 105 a4
//! open buy 105           4                           what a buyer limited to 105 would find
//! ```

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::Write;

use orebook_market::{Book, Handle, Order, Refusal, Side};

/// A book under test. Orders are named by single words and keep their handle after they have
/// left, as a careless caller would.
#[derive(Default)]
struct Bench {
    book: Book<u64>,
    names: Vec<String>,
    handles: BTreeMap<String, Handle>,
}

fn check(table: &str) {
    let mut bench = Bench::default();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (instruction, expected) = line.split_once("  ").expect("two columns");
        let expected = expected.trim();
        let words: Vec<&str> = instruction.split(' ').collect();
        let answer = bench.answer(&words).unwrap_or_else(|refusal| refusal.to_string());
        assert_eq!(answer, expected, "\n{line}\n{table}");
        bench.book.check().expect(line);
    }
}

impl Bench {
    fn answer(&mut self, words: &[&str]) -> Result<String, Refusal> {
        match words {
            ["ioc", side, name, quantity, "@", price] => {
                let (mut trades, left) = self.submit(side, name, quantity, price)?;
                if left > 0 {
                    self.book.remove(self.handles[*name])?;
                }
                write!(trades, "drops {left}").unwrap();
                Ok(trades)
            }
            [side, name, quantity, "@", price] => {
                let (mut trades, left) = self.submit(side, name, quantity, price)?;
                write!(trades, "rests {left}").unwrap();
                Ok(trades)
            }
            ["reduce", name, by] => Ok(self.book.reduce(self.handles[*name], by.parse().unwrap())?.to_string()),
            ["cancel", name] => Ok(self.book.remove(self.handles[*name])?.quantity.to_string()),
            ["fill", bid, ask, quantity] => {
                let (bid, ask) = (self.handles[*bid], self.handles[*ask]);
                let left = self.book.fill(bid, ask, quantity.parse().unwrap())?;
                Ok(format!("{} {}", left.bid, left.ask))
            }
            ["open", side, limit] => {
                let (side, limit) = (side_of(side).opposite(), limit.parse().unwrap());
                Ok(self.book.quantity_within(side, limit, |_| true).to_string())
            }
            ["book"] => Ok(format!("bids{} | asks{}", self.draw(Side::Buy), self.draw(Side::Sell))),
            other => panic!("no such instruction: {other:?}"),
        }
    }

    fn submit(&mut self, side: &str, name: &str, quantity: &str, price: &str) -> Result<(String, u64), Refusal> {
        let (id, side) = (self.names.len() as u64, side_of(side));
        let (price, mut left) = (price.parse().unwrap(), quantity.parse().unwrap());
        let handle = self.book.rest(Order { id, side, price, quantity: left, arrival: id })?;
        self.names.push(name.to_owned());
        self.handles.insert(name.to_owned(), handle);
        let mut trades = String::new();
        while let Some(crossing) = self.book.crossing() {
            let trade = crossing.trade;
            assert_eq!(trade.arriving, side);
            let resting = if side == Side::Buy { trade.ask } else { trade.bid };
            let resting = &self.names[resting as usize];
            write!(trades, "{} of {resting} @ {}, ", trade.quantity, trade.price).unwrap();
            self.book.fill(crossing.bid, crossing.ask, trade.quantity)?;
            left -= trade.quantity;
        }
        Ok((trades, left))
    }

    fn draw(&self, side: Side) -> String {
        let mut text = String::new();
        for level in self.book.depth(side, usize::MAX) {
            write!(text, " {}", level.price).unwrap();
            let orders = self.book.walk(side).map(|(_, order)| order);
            for order in orders.filter(|order| order.price == level.price) {
                write!(text, " {}{}", self.names[order.id as usize], order.quantity).unwrap();
            }
        }
        text
    }
}

fn side_of(word: &str) -> Side {
    if word == "buy" { Side::Buy } else { Side::Sell }
}

#[test]
fn orders_that_do_not_meet_rest() {
    check(
        "
        book                  bids | asks
        buy a 5 @ 100         rests 5
        sell b 5 @ 101        rests 5
        buy c 1 @ 99          rests 1
        sell d 1 @ 102        rests 1
        book                  bids 100 a5 99 c1 | asks 101 b5 102 d1
        ",
    );
}

#[test]
fn the_best_price_goes_first() {
    check(
        "
        sell a 5 @ 103        rests 5
        sell b 5 @ 101        rests 5
        sell c 5 @ 102        rests 5
        buy d 12 @ 103        5 of b @ 101, 5 of c @ 102, 2 of a @ 103, rests 0
        buy e 5 @ 97          rests 5
        buy f 5 @ 99          rests 5
        buy g 5 @ 98          rests 5
        sell h 12 @ 97        5 of f @ 99, 5 of g @ 98, 2 of e @ 97, rests 0
        book                  bids 97 e3 | asks 103 a3
        ",
    );
}

#[test]
fn at_one_price_the_first_to_arrive_goes_first() {
    check(
        "
        sell a 2 @ 100        rests 2
        sell b 2 @ 100        rests 2
        sell c 2 @ 100        rests 2
        buy d 3 @ 100         2 of a @ 100, 1 of b @ 100, rests 0
        sell e 1 @ 100        rests 1
        buy f 4 @ 100         1 of b @ 100, 2 of c @ 100, 1 of e @ 100, rests 0
        book                  bids | asks
        ",
    );
}

#[test]
fn a_trade_is_at_the_price_of_the_order_that_arrived_first() {
    check(
        "
        sell a 1 @ 100        rests 1
        buy b 1 @ 250         1 of a @ 100, rests 0
        buy c 1 @ 250         rests 1
        sell d 1 @ 100        1 of c @ 250, rests 0
        ",
    );
}

#[test]
fn what_is_left_of_an_arriving_order_rests_at_its_own_limit() {
    check(
        "
        sell a 3 @ 100        rests 3
        buy b 10 @ 105        3 of a @ 100, rests 7
        book                  bids 105 b7 | asks
        sell c 8 @ 90         7 of b @ 105, rests 1
        book                  bids | asks 90 c1
        ",
    );
}

#[test]
fn reducing_keeps_the_place_and_cancelling_gives_it_up() {
    check(
        "
        sell a 9 @ 100        rests 9
        sell b 9 @ 100        rests 9
        sell c 9 @ 100        rests 9
        reduce a 8            1
        cancel b              9
        sell b 9 @ 100        rests 9
        book                  bids | asks 100 a1 c9 b9
        buy d 11 @ 100        1 of a @ 100, 9 of c @ 100, 1 of b @ 100, rests 0
        ",
    );
}

#[test]
fn an_order_reduced_to_nothing_leaves() {
    check(
        "
        buy a 9 @ 100         rests 9
        reduce a 4            5
        reduce a 5            0
        reduce a 1            unknown order
        book                  bids | asks
        ",
    );
}

#[test]
fn an_immediate_order_leaves_nothing_behind() {
    check(
        "
        sell a 4 @ 100        rests 4
        sell b 4 @ 101        rests 4
        ioc buy c 9 @ 100     4 of a @ 100, drops 5
        ioc buy d 1 @ 90      drops 1
        ioc buy e 4 @ 101     4 of b @ 101, drops 0
        book                  bids | asks
        ",
    );
}

#[test]
fn the_open_quantity_stops_at_the_limit() {
    check(
        "
        sell a 4 @ 100        rests 4
        sell b 5 @ 101        rests 5
        buy c 6 @ 99          rests 6
        buy d 7 @ 98          rests 7
        open buy 99           0
        open buy 100          4
        open buy 101          9
        open sell 100         0
        open sell 99          6
        open sell 1           13
        ",
    );
}

#[test]
fn prices_may_be_as_far_apart_as_numbers_go() {
    check(
        "
        sell a 1 @ 18446744073709551615    rests 1
        sell b 1 @ 1000000000000000        rests 1
        buy c 1 @ 0                        rests 1
        buy d 1 @ 1                        rests 1
        book  bids 1 d1 0 c1 | asks 1000000000000000 b1 18446744073709551615 a1
        buy e 3 @ 18446744073709551615     1 of b @ 1000000000000000, 1 of a @ 18446744073709551615, rests 1
        sell f 3 @ 0                       1 of e @ 18446744073709551615, 1 of d @ 1, 1 of c @ 0, rests 0
        book                               bids | asks
        ",
    );
}

#[test]
fn quantities_add_up_beyond_64_bits() {
    check(
        "
        sell a 18446744073709551615 @ 7    rests 18446744073709551615
        sell b 18446744073709551615 @ 7    rests 18446744073709551615
        open buy 7                         36893488147419103230
        buy c 18446744073709551615 @ 7     18446744073709551615 of a @ 7, rests 0
        open buy 7                         18446744073709551615
        ",
    );
}

#[test]
fn what_breaks_a_rule_is_refused_and_changes_nothing() {
    check(
        "
        buy a 0 @ 100         quantity must be positive
        buy a 5 @ 100         rests 5
        sell b 5 @ 101        rests 5
        reduce a 0            quantity must be positive
        reduce a 6            quantity must not exceed order: 6 asked, 5 left
        fill a b 1            prices must cross: 100 bid, 101 asked
        fill b a 1            fill must join a bid and an ask
        fill a a 1            fill must join a bid and an ask
        fill a b 6            quantity must not exceed order: 6 asked, 5 left
        fill a b 0            quantity must be positive
        book                  bids 100 a5 | asks 101 b5
        cancel a              5
        cancel a              unknown order
        fill a b 1            unknown order
        book                  bids | asks 101 b5
        ",
    );
}
