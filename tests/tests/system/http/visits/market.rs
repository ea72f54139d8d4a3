//! A market with offers, as those who offer, buy and look see it.

use super::stage::Visited;

#[test]
fn offers_are_seen_by_everybody_with_what_would_reach_whom() {
    let visited = Visited::demo();
    visited.play("market");
    visited.audit();
}
