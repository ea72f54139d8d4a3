//! Single calls that the tables of scenarios have no words for.

use orebook_market::{Book, Order, Refusal, Side};

#[test]
fn an_order_cannot_be_rested_behind_its_time() {
    let mut book = Book::default();
    let order = Order { id: 1_u64, side: Side::Buy, price: 1, quantity: 1, arrival: 5 };
    assert!(book.rest(order).is_ok());
    for arrival in [0, 4, 5] {
        let late = Order { side: Side::Sell, arrival, ..order };
        assert_eq!(book.rest(late), Err(Refusal::ArrivalMustGrow { arrival_last: 5, arrival }));
    }
    assert_eq!(book.len(), 1);
}

#[test]
fn an_order_passed_over_keeps_its_place() {
    let mut book = Book::default();
    let ask = Order { id: 0_u64, side: Side::Sell, price: 100, quantity: 5, arrival: 0 };
    for (id, price) in [(1, 100), (2, 100), (3, 101), (4, 103)] {
        book.rest(Order { id, price, arrival: id, ..ask }).unwrap();
    }
    let bid = Order { id: 9, side: Side::Buy, price: 102, quantity: 20, arrival: 9 };
    let arriving = book.rest(bid).unwrap();
    let mut traded = Vec::new();
    let admits = |order: &Order<u64>| order.id != 1;
    while let Some(crossing) = book.crossing_of(arriving, admits).unwrap() {
        traded.push((crossing.trade.ask, crossing.trade.price));
        book.fill(crossing.bid, crossing.ask, crossing.trade.quantity).unwrap();
    }
    assert_eq!(traded, [(2, 100), (3, 101)]);
    assert_eq!(book.quantity_within(Side::Sell, 102, admits), 0);
    // The book stays crossed with the ask passed over, which is still first for everyone else.
    assert_eq!(book.crossing().map(|crossing| crossing.trade.ask), Some(1));
    book.check().unwrap();
}

#[test]
fn a_copy_of_a_book_is_a_book_of_its_own() {
    let mut book = Book::default();
    let order = Order { id: 1_u64, side: Side::Buy, price: 1, quantity: 1, arrival: 5 };
    let handle = book.rest(order).unwrap();
    let copy = book.clone();
    book.remove(handle).unwrap();
    assert!(book.is_empty());
    assert_eq!(copy.get(handle), Some(order));
    assert_eq!((copy.quantity(Side::Buy), copy.quantity(Side::Sell)), (1, 0));
}
