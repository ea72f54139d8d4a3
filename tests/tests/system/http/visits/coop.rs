//! A mining organisation's work on a telephone, from the pit to the receipt.

use super::stage::Visited;

#[test]
fn production_is_declared_and_offered_and_receipts_are_signed_on_a_telephone() {
    let visited = Visited::demo();
    visited.play("coop");
    visited.audit();
}
