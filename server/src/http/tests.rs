//! What is told of whoever does not answer.

use std::net::TcpListener;
use std::time::Duration;

use super::post_text;

#[test]
fn whoever_is_not_there_is_told_with_the_cause_and_without_the_address() {
    // A port that was free a moment ago: nobody listens there any more.
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).unwrap();
    let url = format!("http://{free}/secret");
    let failure = post_text(&url, String::new(), Duration::from_secs(5), 1).unwrap_err();
    assert!(failure.contains("refused"), "{failure}");
    assert!(!failure.contains("secret"), "{failure}");
    assert_eq!(failure.matches("refused").count(), 1, "{failure}");
}
