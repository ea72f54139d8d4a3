//! The operator's desk: queues, members, money and markets, signed for from its pages by two persons.

use super::stage::Visited;

#[test]
fn the_operator_works_through_its_queues_from_the_pages_and_two_persons_sign_what_needs_two() {
    let visited = Visited::demo();
    visited.play("operator");
    visited.audit();
}
