//! What the scripts stand on.

use orebook_tests::browser::{kept, play};
use serde_json::json;

#[test]
fn the_harness_finds_what_is_wrong_with_a_page() {
    let told = play("finds", &json!({ "url": "", "output": kept(), "sessions": {}, "places": {} }));
    assert!(told.lines().all(|line| line.starts_with("ok")), "{told}");
}

#[test]
#[should_panic(expected = "nobody is logged in as nobody-of-these")]
fn a_script_that_fails_fails_its_test() {
    play("stranger", &json!({ "url": "http://127.0.0.1:9", "output": kept(), "sessions": {}, "places": {} }));
}
