//! Keys that are made in a browser, and what is signed with them.

use super::stage::Visited;

#[test]
fn keys_are_made_and_kept_in_the_browser_and_what_they_sign_counts_once() {
    let visited = Visited::demo();
    visited.play("keys");
    visited.audit();
}
