//! The worked example of the documentation, word for word.

use super::{LevelView, checksum};

fn level(price: &str, mass: &str, orders: u32) -> LevelView {
    LevelView { price: price.to_owned(), mass: mass.to_owned(), orders }
}

#[test]
fn the_checksum_is_that_of_the_worked_example() {
    let bids = vec![level("4210.00", "1.5", 2), level("4200.00", "0.25", 1)];
    let restricted = vec![level("4250.00", "1", 1)];
    let offers = vec![level("4240.00", "2.412", 1)];
    let columns = [("bid", &bids), ("restricted", &restricted), ("offer", &offers)];
    let page = include_str!("../../../../docs/api.md");
    let example = page.split("A book with these levels").nth(1).unwrap();
    let text = example.split("```\n").nth(1).unwrap();
    let told = example.split("has the checksum `").nth(1).and_then(|rest| rest.split('`').next()).unwrap();
    assert_eq!(format!("{:08x}", crc32fast::hash(text.as_bytes())), told);
    assert_eq!(checksum(&columns), told);
    assert_eq!(checksum(&[]), "00000000", "an empty book has no lines");
}
