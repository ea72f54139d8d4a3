//! Where nothing is sent, whatever a webhook says: names that lead elsewhere, and names that are moved in between.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use orebook_server::webhooks::settings::Settings;
use orebook_server::webhooks::target::{Guard, Lookup};
use orebook_tests::each_database;
use orebook_tests::receiver::Receiver;

use super::stage::{CLARA, Stage, settings};

/// A resolver that gives one answer after another, and goes on with the last.
fn changing(answers: Vec<&'static str>) -> (Lookup, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = asked.clone();
    let lookup = move |_: &str| {
        let at = counted.fetch_add(1, Ordering::SeqCst).min(answers.len() - 1);
        Ok(vec![answers[at].parse::<IpAddr>().unwrap()])
    };
    (Arc::new(lookup), asked)
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[test]
fn a_name_that_is_moved_to_the_own_network_after_it_was_registered_leads_nowhere() {
    each_database(|location| {
        let receiver = Receiver::new();
        let (lookup, asked) = changing(vec!["93.184.215.14", "127.0.0.1"]);
        let strict = Settings { allow_loopback: false, ..settings() };
        let mut stage = Stage::with(location, strict, Guard::with(false, lookup));
        let url = format!("https://rebound.example:{}/", receiver.port());
        assert_eq!(wait(stage.hooks.post.check(&url)), Ok(()), "public when it was registered");
        let webhook = stage.webhook_to(CLARA, &url, "");
        stage.entries(CLARA, 1);
        let row = stage.until(&webhook, "the attempt to fail", |row| row.tries == 1);
        let failure = stage.attempts(&webhook).remove(0).failure.unwrap();
        assert!(failure.contains("not public: loopback (127.0.0.0/8)"), "{failure}");
        assert_eq!(asked.load(Ordering::SeqCst), 2, "asked once more, by the connection itself");
        stage.move_to(row.retry_at.unwrap());
        stage.until(&webhook, "it to fail again", |row| row.tries == 2);
        assert_eq!(receiver.ids(), Vec::<String>::new());
    });
}

#[test]
fn a_connection_is_made_to_the_very_address_that_was_looked_at() {
    each_database(|location| {
        let receiver = Receiver::new();
        // No name server knows this name: only what the guard was told can lead to the receiver.
        let (lookup, asked) = changing(vec!["127.0.0.1", "10.255.255.1"]);
        let mut stage = Stage::with(location, settings(), Guard::with(true, lookup));
        let webhook = stage.webhook_to(CLARA, &format!("http://told.invalid:{}/", receiver.port()), "");
        let [told] = stage.entries(CLARA, 1).try_into().unwrap();
        stage.until_told(&webhook, &told);
        let [delivery] = receiver.deliveries().try_into().unwrap();
        assert_eq!(delivery.header("host"), format!("told.invalid:{}", receiver.port()));
        assert_eq!(asked.load(Ordering::SeqCst), 1, "looked at once, and that was used");
        stage.entries(CLARA, 1);
        stage.until(&webhook, "the next attempt to fail", |row| row.tries == 1);
        let failure = stage.attempts(&webhook).pop().unwrap().failure.unwrap();
        assert!(failure.contains("private (10.0.0.0/8)"), "each delivery looks anew: {failure}");
    });
}

#[test]
fn what_was_registered_while_loopback_was_allowed_is_refused_once_it_is_not() {
    each_database(|location| {
        let receiver = Receiver::new();
        let strict = Settings { allow_loopback: false, ..settings() };
        let mut stage = Stage::with(location, strict, Guard::new(false));
        let plain = stage.webhook(CLARA, &receiver);
        let address = stage.webhook_to(CLARA, &format!("https://127.0.0.1:{}/", receiver.port()), "");
        let name = stage.webhook_to(CLARA, &format!("https://localhost:{}/", receiver.port()), "");
        stage.entries(CLARA, 1);
        for (webhook, told) in [(plain, "begins with https://"), (address, "loopback"), (name, "loopback")] {
            stage.until(&webhook, "the attempt to fail", |row| row.tries == 1);
            let failure = stage.attempts(&webhook).remove(0).failure.unwrap();
            assert!(failure.contains(told), "{failure}");
        }
        assert_eq!(receiver.ids(), Vec::<String>::new());
    });
}
