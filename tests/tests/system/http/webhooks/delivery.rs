//! What is told, to whom, and in which order.

use orebook_tests::each_database;
use orebook_tests::receiver::{Behaviour, Receiver};
use serde_json::json;

use super::stage::{CLARA, LUMEN, ORIGIN, Stage};

const TRADED: &str = r#"[{"trade":{"buy_order_placed":{"order":"ord_1"}}},{"trade":{"traded":{"price":"4200.00"}}}]"#;

#[test]
fn whoever_may_read_an_entry_is_told_its_events_and_others_their_own_postings_only() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let [clara, lumen] = [Receiver::new(), Receiver::new()];
        let [one, other] = [stage.webhook(CLARA, &clara), stage.webhook(LUMEN, &lumen)];
        let sequence = stage.entry("place_buy_order", TRADED, &[(CLARA, "no"), (LUMEN, "yes")]).to_string();
        stage.until_told(&one, &sequence);
        stage.until_told(&other, &sequence);
        let [whole] = lumen.deliveries().try_into().unwrap();
        assert_eq!(
            whole.event(),
            json!({
                "specversion": "1.0", "id": sequence, "source": format!("//{ORIGIN}"),
                "type": "org.orebook.place_buy_order.v1", "time": "2026-05-28T20:26:40.000Z", "subject": LUMEN,
                "datacontenttype": "application/json",
                "data": {
                    "sequence": sequence, "cause": "instruction", "kind": "place_buy_order",
                    "events": serde_json::from_str::<serde_json::Value>(TRADED).unwrap(),
                },
            })
        );
        let [part] = clara.deliveries().try_into().unwrap();
        assert_eq!(
            part.event(),
            json!({
                "specversion": "1.0", "id": sequence, "source": format!("//{ORIGIN}"),
                "type": "org.orebook.own_part.v1", "time": "2026-05-28T20:26:40.000Z", "subject": CLARA,
                "datacontenttype": "application/json",
                "data": {
                    "sequence": sequence,
                    "postings": [{
                        "account": format!("cash:{CLARA}"), "direction": "out",
                        "money": { "amount": "12.50", "currency": "USD" }, "trade": "trd_1",
                    }],
                },
            })
        );
        assert_eq!((part.path.as_str(), part.header("content-type")), ("/hook", "application/cloudevents+json"));
        assert!(part.header("user-agent").starts_with("Orebook-Webhooks/"));
    });
}

#[test]
fn entries_are_told_in_the_order_of_the_log_each_once() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let receiver = Receiver::new();
        let webhook = stage.webhook(CLARA, &receiver);
        let mut told = stage.entries(CLARA, 130);
        stage.entries(LUMEN, 3);
        told.extend(stage.entries(CLARA, 130));
        stage.until_told(&webhook, &told[told.len() - 1]);
        assert_eq!(receiver.ids(), told);
        let attempts = stage.attempts(&webhook);
        assert_eq!(attempts.iter().map(|attempt| attempt.message.clone()).collect::<Vec<_>>(), told);
        assert!(attempts.iter().all(|attempt| attempt.status == Some(200) && attempt.failure.is_none()));
        assert!(attempts.iter().all(|attempt| attempt.kind == "org.orebook.transfer.v1"));
    });
}

#[test]
fn a_webhook_is_told_of_the_types_and_events_that_it_wants() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let [trades, acts, parts] = [(); 3].map(|()| Receiver::new());
        let [by_event, by_act, by_part] = [(&trades, "traded"), (&acts, "transfer traded"), (&parts, "own_part")]
            .map(|(receiver, types)| stage.webhook_to(CLARA, &receiver.url(), types));
        let first = stage.entry("place_buy_order", TRADED, &[(CLARA, "yes")]).to_string();
        let moved = stage.entries(CLARA, 210);
        let part = stage.entry("place_sell_order", TRADED, &[(CLARA, "no")]).to_string();
        let last = stage.entry("place_sell_order", TRADED, &[(CLARA, "yes")]).to_string();
        stage.until_told(&by_event, &last);
        stage.until_told(&by_act, &last);
        stage.until(&by_part, "the part to be told", |row| row.delivered.to_string() >= part);
        assert_eq!(trades.ids(), [first.clone(), last.clone()]);
        assert_eq!(acts.ids(), [vec![first], moved, vec![last]].concat());
        assert_eq!(parts.ids(), [part]);
    });
}

#[test]
fn told_again_from_an_entry_on_each_event_has_the_id_that_it_had() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let receiver = Receiver::new();
        let webhook = stage.webhook(CLARA, &receiver);
        let told = stage.entries(CLARA, 5);
        stage.until_told(&webhook, &told[4]);
        // At once, while the round before is still ending.
        for _ in 0..20 {
            stage.replay(&webhook, 2);
            stage.until(&webhook, "three to be told again", |row| row.delivered == 4);
        }
        let expected: Vec<&str> = ["0", "1"].into_iter().chain(["2", "3", "4"].repeat(21)).collect();
        assert_eq!(receiver.ids(), expected);
        let bodies: Vec<_> = receiver.deliveries().into_iter().map(|delivery| delivery.body).collect();
        assert!(bodies[5..].chunks(3).all(|again| *again == bodies[2..5]), "and the bytes that it had");
    });
}

#[test]
fn one_that_hangs_stops_nobody_else_and_one_that_floods_is_cut_off() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let [good, hanging, flooding] = [(); 3].map(|()| Receiver::new());
        hanging.always(Behaviour::Hang);
        flooding.always(Behaviour::Flood);
        let [one, two, three] = [&good, &hanging, &flooding].map(|receiver| stage.webhook(CLARA, receiver));
        let told = stage.entries(CLARA, 20);
        stage.until_told(&one, &told[19]);
        assert_eq!(good.ids(), told);
        stage.until_told(&three, &told[19]);
        assert_eq!(flooding.ids(), told, "a status of 200 is enough");
        let taken = flooding.flooded() / told.len();
        assert!(taken < 64 << 20, "of a gigabyte no more than the system buffers is taken: {taken}");
        let row = stage.until(&two, "the one that hangs to fail", |row| row.tries == 1);
        assert_eq!((hanging.ids(), row.delivered), (vec![told[0].clone()], -1));
        let attempt = stage.attempts(&two).remove(0);
        assert_eq!((attempt.status, attempt.failure.as_deref()), (None, Some("it did not answer in time")));
        assert!(u128::try_from(attempt.duration).unwrap() >= stage.patience().as_millis());
    });
}

#[test]
fn more_webhooks_than_are_told_at_once_all_have_their_turn() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let receivers: Vec<Receiver> = (0..24).map(|_| Receiver::new()).collect();
        for hanging in &receivers[..18] {
            hanging.next(Behaviour::Hang);
        }
        let webhooks: Vec<String> =
            (0..).zip(&receivers).map(|(n, receiver)| stage.webhook(&format!("org_{n}"), receiver)).collect();
        for n in 0..24 {
            let organisation = format!("org_{n}");
            stage.entries(&organisation, 2);
        }
        for (n, webhook) in (0..).zip(&webhooks) {
            let last = 2 * n + 1;
            if n < 18 {
                stage.until(webhook, "it to have failed", |row| row.tries == 1);
            } else {
                stage.until(webhook, "it to be told", |row| row.delivered == last);
            }
        }
    });
}

#[test]
fn nothing_is_told_while_the_server_does_not_lead_nor_of_a_webhook_that_was_taken_away() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let [gone, kept] = [Receiver::new(), Receiver::new()];
        let [taken, stays] = [&gone, &kept].map(|receiver| stage.webhook(CLARA, receiver));
        stage.erase(&taken);
        stage.stop();
        let told = stage.entries(CLARA, 2);
        assert_eq!(kept.ids(), Vec::<String>::new());
        stage.start();
        stage.until_told(&stays, &told[1]);
        assert_eq!((kept.ids(), gone.ids()), (told, Vec::new()));
    });
}
