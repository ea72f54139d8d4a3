//! What goes wrong on pages.

use super::stage::Visited;

#[test]
fn what_goes_wrong_is_told_and_loses_nothing() {
    let visited = Visited::demo();
    visited.play("hostile");
    visited.audit();
}
