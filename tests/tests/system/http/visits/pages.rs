//! Every page, as the table in `tests/browser/pages.mjs` has it.

use super::stage::Visited;

#[test]
fn every_page_is_for_everybody_on_any_screen_and_weighs_little() {
    let visited = Visited::demo();
    visited.play("every_page");
    visited.audit();
}

#[test]
fn pages_bear_long_words_and_paper_and_are_read_without_scripts() {
    let visited = Visited::demo();
    visited.play("plain");
    visited.audit();
}
