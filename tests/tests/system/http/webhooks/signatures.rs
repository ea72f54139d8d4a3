//! Signatures, verified by a public library and by the published key.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, VerifyingKey};
use orebook_server::webhooks::PREVIOUS_SIGNS;
use orebook_server::webhooks::signature::{Secret, public_text};
use orebook_tests::each_database;
use orebook_tests::receiver::{Delivery, Receiver};
use standardwebhooks::Webhook;

use super::stage::{CLARA, Stage};

/// Whether the registry's own signature is there and verifies with the key as it is published.
fn is_the_registrys(delivery: &Delivery, published: &str) -> bool {
    let key = STANDARD.decode(published.strip_prefix("whpk_").unwrap()).unwrap();
    let key = VerifyingKey::from_bytes(&key.try_into().unwrap()).unwrap();
    let head = format!("{}.{}.", delivery.id(), delivery.header("webhook-timestamp"));
    let signed = [head.as_bytes(), &delivery.body].concat();
    let signatures: Vec<&str> = delivery.header("webhook-signature").split(' ').collect();
    let [asymmetric] = signatures.iter().filter_map(|one| one.strip_prefix("v1a,")).collect::<Vec<_>>()[..] else {
        panic!("one v1a in {signatures:?}");
    };
    let signature = Signature::from_slice(&STANDARD.decode(asymmetric).unwrap()).unwrap();
    key.verify_strict(&signed, &signature).is_ok()
}

fn verifies(secret: &str, delivery: &Delivery) -> bool {
    Webhook::new(secret).unwrap().verify(&delivery.body, &delivery.headers).is_ok()
}

/// The same, whatever time it is: the library compares with the wall's clock.
fn verifies_then(secret: &str, delivery: &Delivery) -> bool {
    let timestamp = delivery.header("webhook-timestamp").parse().unwrap();
    let expected = Webhook::new(secret).unwrap().sign(delivery.id(), timestamp, &delivery.body).unwrap();
    delivery.header("webhook-signature").split(' ').any(|one| one == expected)
}

#[test]
fn a_public_library_verifies_deliveries_and_nothing_that_was_altered() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let receiver = Receiver::new();
        let webhook = stage.webhook(CLARA, &receiver);
        let told = stage.entries(CLARA, 2);
        stage.until_told(&webhook, &told[1]);
        let (secret, published) = (stage.row(&webhook).secret, public_text(&stage.key.public()));
        for delivery in receiver.deliveries() {
            assert!(verifies(&secret, &delivery) && is_the_registrys(&delivery, &published));
            assert!(!verifies(&Secret::generate().unwrap().text(), &delivery), "another secret");
            let mut altered = delivery.clone();
            altered.body.push(b' ');
            assert!(!verifies(&secret, &altered) && !is_the_registrys(&altered, &published));
            for (name, value) in [("webhook-id", "7"), ("webhook-timestamp", "1781827200")] {
                let mut altered = delivery.clone();
                altered.headers.insert(name, value.parse().unwrap());
                assert!(!verifies(&secret, &altered) && !is_the_registrys(&altered, &published), "{name}");
            }
        }
    });
}

#[test]
fn for_a_day_after_a_rotation_both_secrets_sign_and_then_the_new_one_alone() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let receiver = Receiver::new();
        let webhook = stage.webhook(CLARA, &receiver);
        let (old, new) = (stage.row(&webhook).secret, Secret::generate().unwrap().text());
        let until = stage.now() + PREVIOUS_SIGNS;
        stage.change(&webhook, |row| {
            row.previous_secret = Some(std::mem::replace(&mut row.secret, new.clone()));
            row.previous_until = Some(until);
        });
        let [first] = stage.entries(CLARA, 1).try_into().unwrap();
        stage.until_told(&webhook, &first);
        stage.move_to(until - 1);
        let [second] = stage.entries(CLARA, 1).try_into().unwrap();
        stage.until_told(&webhook, &second);
        stage.move_to(until);
        let [third] = stage.entries(CLARA, 1).try_into().unwrap();
        stage.until_told(&webhook, &third);
        let [one, two, three] = receiver.deliveries().try_into().unwrap();
        assert!(verifies(&old, &one) && verifies(&new, &one));
        assert!(verifies_then(&old, &two) && verifies_then(&new, &two));
        assert!(!verifies_then(&old, &three) && verifies_then(&new, &three));
        let published = public_text(&stage.key.public());
        assert!([one, two, three].iter().all(|delivery| is_the_registrys(delivery, &published)));
    });
}

/// The example of the documents: whoever follows it by hand must come to the same.
#[test]
fn the_worked_example_of_the_documents_is_signed_as_they_say() {
    let document = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/api.md")).unwrap();
    let example = document.split("### A signature, worked").nth(1).unwrap();
    let line = |name: &str| {
        let line = example.lines().find(|line| line.starts_with(name));
        line.unwrap_or_else(|| panic!("no line {name}"))[name.len()..].trim().to_owned()
    };
    let (secret, id, body) = (line("secret"), line("webhook-id:"), line("body"));
    let timestamp: i64 = line("webhook-timestamp:").parse().unwrap();
    let signature = Webhook::new(&secret).unwrap().sign(&id, timestamp, body.as_bytes()).unwrap();
    let shown = line("webhook-signature:");
    assert_eq!(shown.split(' ').next(), Some(signature.as_str()));
    let signed = orebook_server::webhooks::signature::signed(&id, timestamp, body.as_bytes());
    assert_eq!(Secret::parse(&secret).unwrap().sign(&signed), signature);
    let delivery = Delivery {
        path: "/".to_owned(),
        headers: [("webhook-id", id), ("webhook-timestamp", timestamp.to_string()), ("webhook-signature", shown)]
            .into_iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect(),
        body: body.into_bytes(),
    };
    assert!(is_the_registrys(&delivery, &line("key")));
}
