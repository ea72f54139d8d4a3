//! What could not be sent is seen by the operator.

use orebook_store::Letters;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::mail::{MailServer, Security};
use orebook_tests::scenario::World;

use super::stage::{in_state, queued, stranger, wait_for_state, webhook_disabled};

#[test]
fn dead_letters_are_listed_for_the_operator_in_pages_and_for_nobody_else() {
    each_database(|location| {
        let (world, _) = World::issued();
        let lumen = world.buyers[0].clone();
        let mail = MailServer::start(Security::Clear);
        let house = House::with_mail(location, world.scenario, mail.settings());
        let addresses = ["gone@reader.example", "lost@reader.example", "away@reader.example"];
        addresses.iter().for_each(|address| mail.forget(address));
        let mut letters = addresses.map(|address| webhook_disabled(stranger(address))).to_vec();
        if let orebook_server::notices::Letter::WebhookDisabled { to, .. } = &mut letters[0] {
            to.organisation = Some(lumen.id.to_string());
        }
        queued(&house, letters);
        wait_for_state(location, "dead", 3);
        let mut seen = Vec::new();
        let mut path = "/v1/letters?state=dead&limit=2".to_owned();
        loop {
            let answer = house.get(&path);
            assert_eq!((answer.status, answer.header("cache-control")), (200, "private, no-store"), "{}", answer.body);
            for item in answer.json["items"].as_array().unwrap() {
                assert_eq!((&item["kind"], &item["tries"]), (&"webhook_disabled".into(), &"1".into()));
                assert!(item["failure"].as_str().unwrap().contains("550"), "{item}");
                assert!(item.get("facts").is_none());
                seen.push(item["address"].as_str().unwrap().to_owned());
            }
            match answer.json["next"].as_str() {
                Some(next) => path = format!("/v1/letters?state=dead&limit=2&cursor={next}"),
                None => break,
            }
        }
        seen.sort_unstable();
        let mut expected = addresses.map(str::to_owned).to_vec();
        expected.sort_unstable();
        assert_eq!(seen, expected);
        assert_eq!(house.get("/v1/letters").json["items"].as_array().map(Vec::len), Some(3), "dead unless asked");
        assert_eq!(house.get("/v1/letters?state=sent").json["items"].as_array().map(Vec::len), Some(0));
        for wrong in ["state=lost", "cursor=x", "limit=0", "limit=201", "colour=red"] {
            assert_eq!(house.get(&format!("/v1/letters?{wrong}")).status, 400, "{wrong}");
        }
        assert_eq!(house.http.anyone().get("/v1/letters").code(), "token_is_required");
        assert_eq!(house.member(&lumen).get("/v1/letters").code(), "office_is_required");
        house.audit();
    });
}

#[test]
fn without_a_mail_server_nothing_is_queued_and_no_letter_is_owed() {
    each_database(|location| {
        let (world, _) = World::issued();
        super::stage::person(location, world.clara.id, "en", "Ann", "admin");
        let house = House::of(location, world.scenario);
        queued(&house, [webhook_disabled(stranger("ann@reader.example"))]);
        let owed = house.shared().reader.read(|read| read.outbox_after((i64::MIN, i32::MIN), 1)).unwrap();
        assert_eq!(owed, []);
        for state in ["waiting", "sent", "dead"] {
            assert_eq!(in_state(location, state), []);
        }
        house.audit();
    });
}

#[test]
fn letters_are_forgotten_once_they_are_old_and_wait_no_longer() {
    each_database(|location| {
        let letters = Letters::of(location);
        let row = |id: &str, state: &str, made_at| orebook_store::LetterRow {
            id: id.to_owned(),
            state: state.to_owned(),
            made_at,
            ..Default::default()
        };
        letters
            .queue_letters(&[row("1", "sent", 1), row("2", "waiting", 1), row("3", "dead", 2), row("4", "dead", 3)])
            .unwrap();
        letters.queue_letters(&[row("4", "waiting", 9)]).unwrap();
        assert_eq!(letters.forget_letters(3).unwrap(), 2);
        let left = |state| in_state(location, state).into_iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!((left("sent"), left("waiting"), left("dead")), (vec![], vec!["2".to_owned()], vec!["4".to_owned()]));
    });
}
