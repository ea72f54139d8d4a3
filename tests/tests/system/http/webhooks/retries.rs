//! Failures: when they are tried again, and when no more.

use orebook_server::webhooks::schedule::ATTEMPTS;
use orebook_tests::each_database;
use orebook_tests::receiver::{Behaviour, Receiver};

use super::stage::{CLARA, Stage};

const HOUR: i64 = 3_600_000;

#[test]
fn a_failure_is_tried_again_by_the_schedule_and_ten_of_them_disable() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let receiver = Receiver::new();
        receiver.always(Behaviour::Status(500));
        let webhook = stage.webhook(CLARA, &receiver);
        let told = stage.entries(CLARA, 2);
        let seconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
        for (tries, delay) in (1..).zip(seconds) {
            let row = stage.until(&webhook, "the attempt to fail", |row| row.tries == tries);
            let after = row.retry_at.unwrap() - stage.now();
            assert!((delay * 1_000..=delay * 1_100).contains(&after), "attempt {tries}: {after}");
            assert_eq!((row.state.as_str(), row.delivered), ("active", -1));
            if tries < 4 {
                stage.move_to(row.retry_at.unwrap() - 1);
                stage.look_around();
                assert_eq!(stage.row(&webhook).tries, tries, "not a moment too early");
            }
            stage.move_to(row.retry_at.unwrap());
        }
        let row = stage.until(&webhook, "it to be disabled", |row| row.state == "disabled");
        assert_eq!(row.reason.as_deref(), Some("10 attempts failed, the last one so: it answered 500"));
        assert_eq!((row.tries, row.delivered, row.retry_at), (ATTEMPTS, -1, None));
        assert_eq!(receiver.ids(), vec![told[0].clone(); 10], "the second waits for the first");
        let times: Vec<String> =
            receiver.deliveries().iter().map(|one| one.header("webhook-timestamp").to_owned()).collect();
        assert!(times.windows(2).all(|pair| pair[0] < pair[1]), "each attempt is signed for its own time");

        stage.move_to(stage.now() + 100 * HOUR);
        stage.look_around();
        assert_eq!(receiver.ids().len(), 10, "a disabled one is told nothing");
        receiver.always(Behaviour::Status(204));
        stage.change(&webhook, |row| {
            (row.state, row.reason, row.tries) = ("active".to_owned(), None, 0);
        });
        stage.until_told(&webhook, &told[1]);
        assert_eq!(receiver.ids()[10..], told, "it goes on from where it stopped");
    });
}

#[test]
fn whatever_is_no_status_of_200_to_299_is_a_failure_with_its_reason() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let elsewhere = Receiver::new();
        let cases = [
            (Behaviour::Status(400), "it answered 400"),
            (Behaviour::Status(404), "it answered 404"),
            (Behaviour::Status(500), "it answered 500"),
            (Behaviour::Status(304), "it answered 304; redirects are not followed"),
            (Behaviour::With(301, "location", elsewhere.url()), "it answered 301; redirects are not followed"),
            (Behaviour::With(307, "location", elsewhere.url()), "it answered 307; redirects are not followed"),
            (Behaviour::With(308, "location", "http://169.254.169.254/".into()), "it answered 308; redirects"),
            (Behaviour::Close, "the connection broke before it answered"),
            (Behaviour::Babble, "the connection broke before it answered"),
            (Behaviour::Hang, "it did not answer in time"),
        ];
        let receivers: Vec<_> = cases.iter().map(|_| Receiver::new()).collect();
        let mut webhooks = Vec::new();
        for ((behaviour, _), receiver) in cases.iter().zip(&receivers) {
            receiver.always(behaviour.clone());
            webhooks.push(stage.webhook(CLARA, receiver));
        }
        let nobody = stage.webhook_to("org_2", &format!("http://127.0.0.1:{}/", closed_port()), "");
        stage.entries(CLARA, 1);
        stage.entries("org_2", 1);
        for ((behaviour, told), webhook) in cases.iter().zip(&webhooks) {
            stage.until(webhook, "the attempt to fail", |row| row.tries == 1);
            let failure = stage.attempts(webhook).remove(0).failure.unwrap();
            assert!(failure.contains(told), "{behaviour:?}: {failure}");
        }
        stage.until(&nobody, "the attempt to fail", |row| row.tries == 1);
        assert_eq!(stage.attempts(&nobody)[0].failure.as_deref(), Some("no connection could be made"));
        assert_eq!(elsewhere.ids(), Vec::<String>::new(), "nobody was led on");
    });
}

fn closed_port() -> u16 {
    std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

#[test]
fn gone_disables_at_once() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let receiver = Receiver::new();
        let webhook = stage.webhook(CLARA, &receiver);
        receiver.next(Behaviour::Status(200));
        receiver.next(Behaviour::Status(410));
        let told = stage.entries(CLARA, 3);
        let row = stage.until(&webhook, "it to be disabled", |row| row.state == "disabled");
        assert_eq!(row.reason.as_deref(), Some("it answered 410: it wants nothing more"));
        assert_eq!((row.delivered, row.tries, row.version, row.retry_at), (0, 1, 2, None));
        assert_eq!(receiver.ids(), told[..2]);
    });
}

#[test]
fn one_that_asks_to_be_left_alone_is_left_alone() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let cases = [
            (429, "7200", 2 * HOUR),
            (503, "600", 600_000),
            (503, "9999999", 24 * HOUR),
            (429, "1", 5_000),
            (500, "7200", 5_000),
        ];
        for (status, asked, least) in cases {
            let receiver = Receiver::new();
            receiver.next(Behaviour::With(status, "retry-after", asked.to_owned()));
            let webhook = stage.webhook(CLARA, &receiver);
            let [sequence] = stage.entries(CLARA, 1).try_into().unwrap();
            let row = stage.until(&webhook, "the attempt to fail", |row| row.tries == 1);
            let after = row.retry_at.unwrap() - stage.now();
            assert!((least..=least + 500).contains(&after), "{status} {asked}: {after}");
            stage.move_to(row.retry_at.unwrap());
            stage.until_told(&webhook, &sequence);
            assert_eq!(receiver.ids(), vec![sequence; 2]);
            stage.erase(&webhook);
        }
    });
}

#[test]
fn what_was_cut_off_is_told_again_with_the_same_id_and_a_retry_outlives_a_restart() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let [cut, failing] = [Receiver::new(), Receiver::new()];
        cut.next(Behaviour::Hang);
        failing.next(Behaviour::Status(500));
        let [one, other] = [&cut, &failing].map(|receiver| stage.webhook(CLARA, receiver));
        let told = stage.entries(CLARA, 2);
        let row = stage.until(&other, "the attempt to fail", |row| row.tries == 1);
        orebook_tests::until("the delivery to come", || (cut.ids().len() == 1).then_some(()));
        stage.stop();
        stage.start();
        // Whether the stop cut it off or its patience ended first, it was not taken.
        stage.move_to(row.retry_at.unwrap() + 1_000);
        stage.until_told(&one, &told[1]);
        stage.until_told(&other, &told[1]);
        assert_eq!(cut.ids(), [told[0].clone(), told[0].clone(), told[1].clone()]);
        assert_eq!(
            failing.ids(),
            [told[0].clone(), told[0].clone(), told[1].clone()],
            "tried once by the time of the restart"
        );
    });
}

#[test]
fn attempts_are_kept_for_thirty_days_and_a_thousand_of_them() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let receiver = Receiver::new();
        let webhook = stage.webhook(CLARA, &receiver);
        let told = stage.entries(CLARA, 3);
        stage.until_told(&webhook, &told[2]);
        stage.move_to(stage.now() + 31 * 24 * HOUR);
        let told = stage.entries(CLARA, 1_010);
        stage.until_told(&webhook, &told[1_009]);
        let attempts = stage.attempts(&webhook);
        assert_eq!(attempts.len(), 1_000);
        assert_eq!(attempts[0].message, told[10], "the oldest are forgotten");
    });
}
