//! The way to the mail server: encrypted, tried again, given up.

use orebook_registry::values::Timestamp;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::mail::{Fault, MailServer, Security, Stage};
use orebook_tests::scenario::Scenario;

use super::stage::{in_state, login, queued, stranger, wait_for_state, wall, webhook_disabled};

#[test]
fn letters_go_out_by_starttls_by_implicit_tls_and_in_clear_to_this_machine() {
    each_database(|location| {
        for (security, encrypted) in [(Security::Starttls, true), (Security::Implicit, true), (Security::Clear, false)] {
            let (mail, clock) = (MailServer::start_for(security, "register", "pass word"), wall());
            orebook_store::revert_all(location).unwrap();
            orebook_store::migrate(location).unwrap();
            let house = House::with_mail(location, Scenario::founded(), mail.settings(&clock));
            queued(location, [login(stranger("ann@reader.example", "en"), clock.now())], &clock);
            let received = mail.wait_for(1);
            assert_eq!((received[0].to.as_str(), received[0].encrypted), ("ann@reader.example", encrypted));
            assert_eq!(received[0].login, Some(("register".to_owned(), "pass word".to_owned())));
            let sent = wait_for_state(location, "sent", 1);
            assert_eq!(sent[0].facts, "{}", "the link is kept no longer");
            assert_eq!(received[0].header("Message-ID"), format!("<{}@registry.example>", sent[0].id));
            house.audit();
        }
    });
}

#[test]
fn a_server_that_cannot_encrypt_or_has_another_certificate_is_given_nothing() {
    each_database(|location| {
        let (mail, other, clock) = (MailServer::start(Security::Starttls), MailServer::start(Security::Clear), wall());
        let wrong_authority = orebook_server::notices::settings::Settings { ca: Some(other.ca()), ..mail.settings(&clock) };
        let house = House::with_mail(location, Scenario::founded(), wrong_authority);
        queued(location, [webhook_disabled(stranger("ann@reader.example", "en"))], &clock);
        let waiting = until_tried(location, 1);
        assert_eq!(waiting.tries, 1);
        assert!(mail.received().is_empty());
        house.audit();
    });
}

/// The one letter, once it was tried so often.
fn until_tried(location: &orebook_store::Location, tries: i32) -> orebook_store::LetterRow {
    orebook_tests::until("a try", || in_state(location, "waiting").into_iter().find(|row| row.tries == tries))
}

#[test]
fn what_fails_for_now_is_tried_again_later_with_the_same_message_id() {
    each_database(|location| {
        let (mail, clock) = (MailServer::start(Security::Starttls), wall());
        let house = House::with_mail(location, Scenario::founded(), mail.settings(&clock));
        let faults = [
            (Stage::Greeting, Fault::Cut),
            (Stage::Sender, Fault::Answer(451)),
            (Stage::Recipient, Fault::Answer(450)),
            (Stage::Recipient, Fault::Cut),
            (Stage::Letter, Fault::Answer(452)),
        ];
        for (tries, (stage, fault)) in (1..).zip(faults) {
            mail.fail(stage, fault);
            if tries == 1 {
                queued(location, [webhook_disabled(stranger("ann@reader.example", "en"))], &clock);
            }
            let waiting = until_tried(location, tries);
            let failure = waiting.failure.clone().unwrap();
            if let Fault::Answer(code) = fault {
                assert!(failure.contains(&code.to_string()), "{failure}");
            }
            assert!(waiting.due_at >= clock.now().plus_seconds(60).ms(), "not at once");
            assert!(mail.received().is_empty(), "{stage:?} {fault:?}");
            clock.move_to(Timestamp::from_ms(waiting.due_at));
        }
        let sent = wait_for_state(location, "sent", 1);
        assert_eq!(sent[0].tries, 6);
        let received = mail.wait_for(1);
        assert_eq!(received[0].header("Message-ID"), format!("<{}@registry.example>", sent[0].id));
        house.audit();
    });
}

#[test]
fn a_letter_whose_acknowledgement_was_lost_comes_again_as_the_very_same() {
    each_database(|location| {
        let (mail, clock) = (MailServer::start(Security::Implicit), wall());
        let house = House::with_mail(location, Scenario::founded(), mail.settings(&clock));
        mail.fail(Stage::Letter, Fault::Cut);
        queued(location, [webhook_disabled(stranger("ann@reader.example", "en"))], &clock);
        let waiting = until_tried(location, 1);
        clock.move_to(Timestamp::from_ms(waiting.due_at));
        wait_for_state(location, "sent", 1);
        let received = mail.wait_for(2);
        for name in ["Message-ID", "Date", "Subject"] {
            assert_eq!(received[0].header(name), received[1].header(name), "{name}");
        }
        house.audit();
    });
}

#[test]
fn an_address_that_is_refused_for_good_ends_its_letter_at_once_and_no_other() {
    each_database(|location| {
        let (mail, clock) = (MailServer::start(Security::Starttls), wall());
        mail.forget("gone@reader.example");
        let house = House::with_mail(location, Scenario::founded(), mail.settings(&clock));
        let to = ["ann@reader.example", "gone@reader.example", "ben@reader.example"];
        queued(location, to.map(|address| webhook_disabled(stranger(address, "en"))), &clock);
        let dead = wait_for_state(location, "dead", 1);
        assert_eq!((dead[0].address.as_str(), dead[0].tries), ("gone@reader.example", 1));
        assert!(dead[0].failure.clone().unwrap().contains("550"), "{:?}", dead[0].failure);
        wait_for_state(location, "sent", 2);
        assert_eq!(mail.wait_for(2).len(), 2);
        house.audit();
    });
}

#[test]
fn a_letter_is_given_up_after_seven_pauses_and_a_login_link_when_it_has_ended() {
    each_database(|location| {
        let (mail, clock) = (MailServer::start(Security::Clear), wall());
        let house = House::with_mail(location, Scenario::founded(), mail.settings(&clock));
        for _ in 0..8 {
            mail.fail(Stage::Sender, Fault::Answer(451));
        }
        let started = clock.now();
        queued(location, [webhook_disabled(stranger("ann@reader.example", "en"))], &clock);
        for tries in 1..=7 {
            let due_at = until_tried(location, tries).due_at;
            clock.move_to(Timestamp::from_ms(due_at));
        }
        let dead = wait_for_state(location, "dead", 1);
        assert_eq!(dead[0].tries, 8);
        let days = (clock.now().ms() - started.ms()) / 86_400_000;
        assert!((1..=3).contains(&days), "given up after {days} days");

        mail.fail(Stage::Sender, Fault::Answer(451));
        queued(location, [login(stranger("ben@reader.example", "en"), clock.now())], &clock);
        until_tried(location, 1);
        clock.move_to(clock.now().plus_seconds(900));
        let dead = wait_for_state(location, "dead", 2);
        let login = dead.iter().find(|row| row.kind == "login").unwrap();
        assert_eq!(login.facts, "{}", "the link is kept no longer");
        assert!(mail.received().is_empty());
        house.audit();
    });
}

#[test]
fn a_mail_server_that_refuses_our_login_ends_no_letter() {
    each_database(|location| {
        let (mail, clock) = (MailServer::start_for(Security::Starttls, "register", "right"), wall());
        let login = Some(("register".to_owned(), "wrong".to_owned()));
        let settings = orebook_server::notices::settings::Settings { login, ..mail.settings(&clock) };
        let house = House::with_mail(location, Scenario::founded(), settings);
        queued(location, [webhook_disabled(stranger("ann@reader.example", "en"))], &clock);
        let waiting = until_tried(location, 1);
        assert!(waiting.failure.unwrap().contains("535"));
        house.audit();
    });
}
