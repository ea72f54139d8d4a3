//! A webhook that is switched off: its organisation's administrators are told.

use orebook_registry::instruction::{Act, OpenAccount};
use orebook_tests::house::House;
use orebook_tests::mail::{MailServer, Security};
use orebook_tests::receiver::{Behaviour, Receiver};
use orebook_tests::scenario::{World, value};
use orebook_tests::{each_database, until};
use serde_json::json;

use super::super::webhooks::stage::ask;
use super::stage::person;

#[test]
fn administrators_are_told_that_a_webhook_was_switched_off() {
    each_database(|location| {
        let (world, _) = World::issued();
        let lumen = world.buyers[0].clone();
        let ann = person(location, lumen.id, "es", "Ana Lectora", "admin");
        person(location, lumen.id, "en", "Ben", "trader");
        let mail = MailServer::start(Security::Starttls);
        let mut house = House::with_mail(location, world.scenario, mail.settings());
        std::fs::write(house.data().join("orebook.toml"), "[webhooks]\nallow_loopback = true\n").unwrap();
        house.restart();
        let receiver = Receiver::new();
        receiver.always(Behaviour::Status(410));
        let made = ask(&house, &lumen, "POST", "/v1/webhooks", &json!({ "url": receiver.url() }).to_string());
        assert_eq!(made.status, 201, "{}", made.body);
        assert_eq!(house.act(&lumen, Act::OpenAccount(OpenAccount { name: value("Second") })).status, 201);
        let letter =
            until("the letter", || mail.received().into_iter().find(|letter| letter.section() == "webhook_disabled"));
        assert_eq!(letter.to, ann.email);
        let text = letter.parsed().body_text(0).unwrap().into_owned();
        assert!(text.contains(&receiver.url()) && text.contains("it answered 410"), "{text}");
        house.audit();
    });
}
