//! Single calls that the tables of scenarios have no words for.

use orebook_market::{Order, Refusal, SelectiveBook, Side};

use crate::terms::{ANYTHING, Kind, Wish, facts};

const BID: Order<u64> = Order { id: 1, side: Side::Buy, price: 100, quantity: 1, arrival: 5 };
const ASK: Order<u64> = Order { side: Side::Sell, ..BID };

fn peru() -> Kind {
    Kind(facts("peru"))
}

#[test]
fn both_books_go_by_one_clock() {
    let mut book = SelectiveBook::default();
    book.rest_bid(BID, Some(Wish(facts("peru")))).unwrap();
    for arrival in [0, 4, 5] {
        let late = Err(Refusal::ArrivalMustGrow { arrival_last: 5, arrival });
        assert_eq!(book.rest_bid(Order { arrival, ..BID }, ANYTHING), late);
        assert_eq!(book.rest_bid(Order { arrival, ..BID }, Some(Wish(0))), late);
        assert_eq!(book.rest_offer(Order { arrival, ..ASK }, peru()), late);
    }
    book.rest_offer(Order { price: 101, arrival: 6, ..ASK }, peru()).unwrap();
    let late = Err(Refusal::ArrivalMustGrow { arrival_last: 6, arrival: 6 });
    assert_eq!(book.rest_bid(Order { arrival: 6, ..BID }, Some(Wish(0))), late);
    assert_eq!(book.len(), 2);
}

#[test]
fn an_offer_is_an_ask_and_a_bid_a_bid() {
    let mut book: SelectiveBook<u64, Kind, Wish> = SelectiveBook::default();
    assert_eq!(book.rest_offer(BID, peru()), Err(Refusal::SideMustBe { side: Side::Sell }));
    assert_eq!(book.rest_bid(ASK, ANYTHING), Err(Refusal::SideMustBe { side: Side::Buy }));
    assert!(book.is_empty());
}

#[test]
fn a_copy_of_a_book_is_a_book_of_its_own() {
    let mut book: SelectiveBook<u64, Kind, Wish> = SelectiveBook::default();
    let place = book.rest_offer(ASK, peru()).unwrap();
    let copy = book.clone();
    book.remove(place).unwrap();
    assert!(book.is_empty());
    assert_eq!((copy.get(place), copy.kind(place)), (Some(ASK), Some(&peru())));
    copy.check().unwrap();
}

#[test]
fn kinds_and_wishes_are_counted_while_they_are_at_rest() {
    let mut book: SelectiveBook<u64, Kind, Wish> = SelectiveBook::default();
    let mut places = Vec::new();
    for n in 0..200_u64 {
        let (bid, ask) = (Order { arrival: 10 + n * 2, ..BID }, Order { price: 101, arrival: 11 + n * 2, ..ASK });
        places.push(book.rest_bid(bid, Some(Wish((n / 2) as u8))).unwrap());
        places.push(book.rest_offer(ask, Kind((n / 2) as u8)).unwrap());
    }
    assert_eq!((book.wishes(), book.kinds()), (100, 100));
    book.check().unwrap();
    // More lanes fall empty than are kept.
    for place in places.drain(..360) {
        book.remove(place).unwrap();
        book.check().unwrap();
    }
    assert_eq!((book.wishes(), book.kinds()), (10, 10));
    book.rest_bid(Order { arrival: 1000, ..BID }, Some(Wish(0))).unwrap();
    book.rest_bid(Order { arrival: 1001, ..BID }, Some(Wish(89))).unwrap();
    assert_eq!((book.wishes(), book.kinds()), (12, 10));
    book.check().unwrap();
}
