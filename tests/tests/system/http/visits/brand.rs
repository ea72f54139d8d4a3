//! A brand's officer who has no mouse.

use super::stage::Visited;

#[test]
fn a_brand_buys_and_retires_with_the_keyboard_alone() {
    let visited = Visited::demo();
    visited.play("brand");
    visited.audit();
}
