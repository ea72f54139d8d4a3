//! The geometry of charts.

use orebook_registry::values::{Currency, Date, Mass};
use orebook_texts::{Texts, Tongue};

use super::depth::{Book, Step, depth};
use super::months::{Month, Series, Told, months};
use super::prices::{Day, prices};
use super::shares::shares;
use super::*;

fn t() -> Texts {
    Texts::of(Tongue::English)
}

fn usd() -> Currency {
    "USD".parse().unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn step(price: i64, kilograms: u64) -> Step {
    Step { price: usd().minor(price), mass: Mass::from_mg(kilograms * 1_000_000), orders: 1 }
}

fn day(day: &str, average: i64, milligrams: u64) -> Day {
    Day { day: date(day), trades: 1, mass: Mass::from_mg(milligrams), average }
}

/// All numbers of a path lie in the plot.
fn is_inside(path: &str) -> bool {
    let numbers = path.split(|c: char| !c.is_ascii_digit() && c != '-').filter(|number| !number.is_empty());
    numbers.map(|number| number.parse::<i128>().unwrap()).all(|number| (0..=SIZE).contains(&number))
}

#[test]
fn a_value_has_its_place_between_two_others() {
    for (value, from, to, expected) in [
        (5, 0, 10, 500),
        (0, 0, 10, 0),
        (10, 0, 10, 1000),
        (-3, 0, 10, 0),
        (99, 0, 10, 1000),
        (7, 7, 7, 500),
        (i128::from(u64::MAX), 0, i128::from(u64::MAX), 1000),
    ] {
        assert_eq!(place(value, from, to), expected, "{value} in {from}..{to}");
    }
}

#[test]
fn what_is_there_is_seen_and_what_is_not_has_no_height() {
    assert_eq!(height_of(0, 100), SIZE);
    assert_eq!(height_of(1, 1_000_000_000), SIZE - 10);
    assert_eq!(height_of(100, 100), 0);
    assert_eq!(height_of(-5, 100), SIZE);
    assert_eq!(height_of(5, 0), SIZE);
}

#[test]
fn a_book_without_orders_has_no_picture() {
    assert!(depth(t(), &Book::default()).is_none());
}

#[test]
fn a_book_rises_in_steps_from_its_best_prices_to_both_ends() {
    let book = Book {
        bids: vec![step(400, 1), step(300, 1)],
        offers: vec![step(600, 2), step(700, 2)],
        restricted: Vec::new(),
    };
    let chart = depth(t(), &book).unwrap();
    let paths: Vec<(&str, &str)> =
        chart.plots[0].shapes.iter().map(|shape| (shape.class, shape.path.as_str())).collect();
    // 280 to 720: a twentieth of what lies between lowest and highest is left at each end.
    assert_eq!(paths[0], ("bid", "M272 1000V750H45V500H0V1000Z"));
    assert_eq!(paths[1], ("ask", "M727 1000V500H954V0H1000V1000Z"));
    assert_eq!(chart.table.rows.len(), 4);
    assert_eq!(chart.table.rows[0][1], "7.00\u{a0}USD", "the highest offer stands first");
}

#[test]
fn one_order_and_orders_at_one_price_have_a_step() {
    for book in [
        Book { offers: vec![step(500, 3)], ..Book::default() },
        Book { bids: vec![step(500, 3)], offers: vec![step(500, 3)], ..Book::default() },
        Book { restricted: vec![step(500, u64::MAX / 1_000_000)], ..Book::default() },
        Book { bids: vec![step(i64::MAX, u64::MAX / 1_000_000); 3], offers: vec![step(1, 1)], ..Book::default() },
    ] {
        let chart = depth(t(), &book).unwrap();
        for shape in &chart.plots[0].shapes {
            assert!(is_inside(&shape.path), "{}", shape.path);
            assert!(shape.path.contains('V') && shape.path.ends_with('Z'));
        }
        assert!(chart.labels.iter().all(|label| label.x <= 100));
    }
}

#[test]
fn days_without_trades_have_no_picture_and_one_day_is_a_dot() {
    let window = (date("2026-05-01"), date("2026-07-29"));
    assert!(prices(t(), usd(), window, &[]).is_none());
    let chart = prices(t(), usd(), window, &[day("2026-05-01", 420_000, 3_000_000)]).unwrap();
    let shapes = &chart.plots[0].shapes;
    assert_eq!(
        (shapes[0].path.as_str(), shapes[1].path.as_str()),
        ("M5 500", "M5 500h0"),
        "in the middle of the scale"
    );
    assert_eq!(chart.plots[1].shapes[0].path, "M1 1000V0H9V1000Z");
}

#[test]
fn the_dearest_day_is_at_the_top_and_equal_days_are_level() {
    let window = (date("2026-05-01"), date("2026-05-10"));
    let chart =
        prices(t(), usd(), window, &[day("2026-05-01", 100, 1), day("2026-05-10", 300, i64::MAX as u64)]).unwrap();
    assert_eq!(chart.plots[0].shapes[0].path, "M50 1000L950 0");
    assert!(chart.plots.iter().flat_map(|plot| &plot.shapes).all(|shape| is_inside(&shape.path)));
    let level = prices(t(), usd(), window, &[day("2026-05-01", 100, 5), day("2026-05-10", 100, 5)]).unwrap();
    assert_eq!(level.plots[0].shapes[0].path, "M50 500L950 500");
}

fn told(written: &dyn Fn(i128) -> String) -> Told<'_> {
    let series = [("issued", "issued"), ("retired", "retired")];
    let series = series.map(|(class, name)| Series { class, name: name.to_owned() }).into();
    Told { caption: "Gold".to_owned(), series, written }
}

#[test]
fn months_in_between_are_told_and_only_the_newest_are_drawn() {
    let written = |value: i128| value.to_string();
    let month = |first: &str, values: [i128; 2]| Month { first: date(first), values: values.into() };
    assert!(months(t(), &told(&written), &[]).is_none());
    let chart = months(t(), &told(&written), &[month("2026-05-01", [4, 0]), month("2026-07-01", [0, 2])]).unwrap();
    let rows: Vec<&str> = chart.table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(rows, ["July 2026", "June 2026", "May 2026"]);
    assert_eq!(chart.plots[0].shapes[0].path, "M41 1000V0H164V1000Z");
    assert_eq!(chart.plots[0].shapes[1].path, "M833 1000V500H956V1000Z");
    let long = months(t(), &told(&written), &[month("2001-01-01", [1, 1]), month("2026-12-01", [1, 1])]).unwrap();
    assert_eq!(long.table.rows.len(), 24);
    assert!(long.plots[0].shapes.iter().all(|shape| is_inside(&shape.path)));
}

#[test]
fn months_bear_nothing_what_came_back_and_huge_values() {
    let written = |value: i128| value.to_string();
    for values in [[0, 0], [-5, 3], [i128::from(i64::MAX), i128::from(i64::MAX)]] {
        let only = [Month { first: date("2026-05-01"), values: values.into() }];
        let chart = months(t(), &told(&written), &only).unwrap();
        assert!(chart.plots[0].shapes.iter().all(|shape| is_inside(&shape.path)), "{values:?}");
        assert_eq!(chart.table.rows[0][1], values[0].to_string());
    }
}

#[test]
fn shares_fill_the_bar_whatever_they_are() {
    let filled = |parts: &[i128]| {
        let bar = shares(String::new(), parts).unwrap();
        let last = bar.pieces.last().unwrap();
        assert!(bar.pieces.windows(2).all(|two| two[0].from + two[0].width <= two[1].from), "{bar:?}");
        last.from + last.width
    };
    for parts in [&[1][..], &[3_334, 3_333, 3_333], &[i128::from(i64::MAX), 1, i128::from(i64::MAX)], &[5; 40]] {
        assert_eq!(filled(parts), SIZE, "{parts:?}");
    }
    assert!(shares(String::new(), &[]).is_none());
    assert!(shares(String::new(), &[0, 0]).is_none());
    let shades: Vec<usize> = shares(String::new(), &[1; 8]).unwrap().pieces.iter().map(|piece| piece.shade).collect();
    assert_eq!(shades, [0, 1, 2, 3, 4, 5, 6, 0]);
}
