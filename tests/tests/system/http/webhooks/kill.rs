//! A server that is killed after a delivery was sent and before it was recorded: it is told again, with the same id.

use orebook_registry::instruction::{Act, ConfirmKey};
use orebook_server::keys;
use orebook_server::webhooks::signature::{Secret, public_text};
use orebook_store::{Letters, WebhookRow, Writer};
use orebook_tests::house::{audit, found};
use orebook_tests::receiver::{Behaviour, Receiver};
use orebook_tests::scenario::Scenario;
use orebook_tests::served::{Served, set_clock};
use orebook_tests::{each_database, until};

#[test]
fn a_server_killed_before_it_recorded_a_delivery_makes_it_again_with_the_same_id() {
    each_database(|location| {
        let data = tempfile::tempdir().unwrap();
        let mut scenario = Scenario::founded();
        found(&scenario, data.path());
        set_clock(data.path(), scenario.now());
        std::fs::write(data.path().join("orebook.toml"), "[webhooks]\nallow_loopback = true\n").unwrap();
        let served = Served::start_leading(location, data.path());
        let operator = scenario.operator.clone();
        scenario.advance_to(orebook_tests::served::clock_of(data.path()));
        let bytes = scenario.sign_by(&operator, 1, Act::ConfirmKey(ConfirmKey {}));
        assert_eq!(served.http.post("/v1/instructions", bytes).status, 201);
        served.kill();
        let organisation = operator.id.to_string();
        let receiver = Receiver::new();
        let row = WebhookRow {
            id: "whk_1".to_owned(),
            organisation,
            url: receiver.url(),
            secret: Secret::generate().unwrap().text(),
            version: 1,
            state: "active".to_owned(),
            delivered: -1,
            ..WebhookRow::default()
        };
        assert!(Letters::of(location).keep_webhook(&row, 16, &[]).unwrap());

        receiver.next(Behaviour::Hang);
        let served = Served::start_leading(location, data.path());
        until("the first delivery to come", || (receiver.ids().len() == 1).then_some(()));
        served.kill();
        let again = Served::start_leading(location, data.path());
        until("all to be told", || (receiver.ids().len() >= 3).then_some(()));
        assert_eq!(receiver.ids()[..3], ["0", "0", "1"]);
        let deliveries = receiver.deliveries();
        assert_eq!(deliveries[0].body, deliveries[1].body);
        let key = keys::read(&data.path().join("keys/webhook.pem")).unwrap();
        assert!(public_text(&key.public()).starts_with("whpk_"), "the key was made at the first start");
        let library = standardwebhooks::Webhook::new(&row.secret).unwrap();
        for delivery in deliveries {
            assert!(library.verify(&delivery.body, &delivery.headers).is_ok());
        }
        drop(again);
        until("its lease to come free", || Writer::lead(location).ok().map(drop));
        audit(location, data.path());
    });
}
