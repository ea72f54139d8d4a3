use actix_web::test::TestRequest;

use super::*;

/// The code that a change is answered with; empty when it may go on.
fn answer(if_match: &[&str], current: &str) -> (u16, String) {
    let request = if_match.iter().fold(TestRequest::put(), |request, value| request.append_header((IF_MATCH, *value)));
    match IfMatch::of(&request.to_http_request()).and_then(|named| named.require(current)) {
        Ok(()) => (0, String::new()),
        Err(problem) => (problem.status.as_u16(), problem.code),
    }
}

#[test]
fn a_change_names_the_state_it_changes() {
    let (before, current) = ("\"5f2a\"", "\"77d0\"");
    let passes = (0, String::new());
    let changed = (412, "if_match_must_be_current".to_owned());
    assert_eq!(answer(&[], current), (428, "if_match_is_required".to_owned()));
    assert_eq!(answer(&[current], current), passes);
    assert_eq!(answer(&["*"], current), passes);
    assert_eq!(answer(&[&format!("{before}, {current}")], current), passes);
    assert_eq!(answer(&[before, current], current), passes);
    assert_eq!(answer(&[before], current), changed);
    assert_eq!(answer(&[&format!("W/{current}")], current), changed, "a weak tag promises nothing");
    assert_eq!(answer(&[current.trim_matches('"')], current), changed, "a tag has quotes");
    assert_eq!(answer(&[""], current), changed);
}
