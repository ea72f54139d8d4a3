//! A certifier judges declarations, an auditor a retirement.

use super::stage::Visited;

#[test]
fn declarations_and_retirements_are_judged_in_the_browser() {
    let visited = Visited::demo();
    visited.play("judge");
    visited.audit();
}
