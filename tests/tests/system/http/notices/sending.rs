//! The way to the mail server: encrypted, tried again, given up.

use std::collections::BTreeSet;
use std::time::Duration;

use orebook_server::notices::settings::Settings;
use orebook_server::notices::{Letter, Recipient};
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::mail::{Fault, MailServer, Security, Stage};
use orebook_tests::scenario::Scenario;

use super::stage::{in_state, login, now, queued, stranger, wait_for_state, wait_until, webhook_disabled};

#[test]
fn letters_go_out_by_starttls_by_implicit_tls_and_in_clear_to_this_machine() {
    each_database(|location| {
        for (security, encrypted) in [(Security::Starttls, true), (Security::Implicit, true), (Security::Clear, false)]
        {
            let mail = MailServer::start_for(security, "register", "pass word");
            orebook_store::revert_all(location).unwrap();
            orebook_store::migrate(location).unwrap();
            let house = House::with_mail(location, Scenario::founded(), mail.settings());
            queued(&house, [login(stranger("ann@reader.example"), now(&house))]);
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
        let (mail, other) = (MailServer::start(Security::Starttls), MailServer::start(Security::Clear));
        let wrong_authority = Settings { ca: Some(other.ca()), ..mail.settings() };
        let house = House::with_mail(location, Scenario::founded(), wrong_authority);
        queued(&house, [webhook_disabled(stranger("ann@reader.example"))]);
        let waiting = until_tried(location, 1);
        assert_eq!(waiting.tries, 1);
        assert!(mail.received().is_empty());
        house.audit();
    });
}

/// The one letter, once it was tried so often.
fn until_tried(location: &orebook_store::Location, tries: i32) -> orebook_store::LetterRow {
    orebook_tests::until(&format!("try {tries}"), || {
        in_state(location, "waiting").into_iter().find(|row| row.tries == tries)
    })
}

#[test]
fn what_fails_for_now_is_tried_again_later_with_the_same_message_id() {
    each_database(|location| {
        let mail = MailServer::start(Security::Starttls);
        let house = House::with_mail(location, Scenario::founded(), mail.settings());
        let faults = [
            (Stage::Greeting, Fault::Cut),
            (Stage::Sender, Fault::Answer(451)),
            (Stage::Recipient, Fault::Answer(450)),
            (Stage::Recipient, Fault::Cut),
            (Stage::Letter, Fault::Answer(452)),
        ];
        // All of them before the first try, for the next one may follow its due time at once.
        faults.iter().for_each(|(stage, fault)| mail.fail(*stage, *fault));
        queued(&house, [webhook_disabled(stranger("ann@reader.example"))]);
        for (tries, (stage, fault)) in (1..).zip(faults) {
            let waiting = until_tried(location, tries);
            let failure = waiting.failure.clone().unwrap();
            let parts: Vec<&str> = failure.split(": ").collect();
            assert_eq!(parts.iter().collect::<BTreeSet<_>>().len(), parts.len(), "said once: {failure}");
            if let Fault::Answer(code) = fault {
                assert!(failure.contains(&code.to_string()), "{failure}");
            }
            assert!(waiting.due_at >= now(&house).plus_seconds(59).ms(), "not at once");
            assert!(mail.received().is_empty(), "{stage:?} {fault:?}");
            wait_until(&house, waiting.due_at);
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
        let mail = MailServer::start(Security::Implicit);
        let house = House::with_mail(location, Scenario::founded(), mail.settings());
        mail.fail(Stage::Letter, Fault::Cut);
        queued(&house, [webhook_disabled(stranger("ann@reader.example"))]);
        let waiting = until_tried(location, 1);
        wait_until(&house, waiting.due_at);
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
        let mail = MailServer::start(Security::Starttls);
        mail.forget("gone@reader.example");
        let house = House::with_mail(location, Scenario::founded(), mail.settings());
        let to = ["ann@reader.example", "gone@reader.example", "ben@reader.example"];
        queued(&house, to.map(|address| webhook_disabled(stranger(address))));
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
        let mail = MailServer::start(Security::Clear);
        let house = House::with_mail(location, Scenario::founded(), mail.settings());
        for _ in 0..8 {
            mail.fail(Stage::Sender, Fault::Answer(451));
        }
        let started = now(&house);
        queued(&house, [webhook_disabled(stranger("ann@reader.example"))]);
        for tries in 1..=7 {
            let due_at = until_tried(location, tries).due_at;
            wait_until(&house, due_at);
        }
        let dead = wait_for_state(location, "dead", 1);
        assert_eq!(dead[0].tries, 8);
        let days = (now(&house).ms() - started.ms()) / 86_400_000;
        assert!((1..=3).contains(&days), "given up after {days} days");

        mail.fail(Stage::Sender, Fault::Answer(451));
        queued(&house, [login(stranger("ben@reader.example"), now(&house))]);
        until_tried(location, 1);
        wait_until(&house, now(&house).plus_seconds(900).ms());
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
        let mail = MailServer::start_for(Security::Starttls, "register", "right");
        let login = Some(("register".to_owned(), "wrong".to_owned()));
        let settings = Settings { login, ..mail.settings() };
        let house = House::with_mail(location, Scenario::founded(), settings);
        queued(&house, [webhook_disabled(stranger("ann@reader.example"))]);
        let waiting = until_tried(location, 1);
        assert!(waiting.failure.unwrap().contains("535"));
        house.audit();
    });
}

#[test]
fn a_mail_server_that_falls_silent_holds_up_nothing_for_long() {
    each_database(|location| {
        let mail = MailServer::start(Security::Starttls);
        let settings = Settings { patience: Duration::from_millis(500), ..mail.settings() };
        let house = House::with_mail(location, Scenario::founded(), settings);
        mail.fail(Stage::Sender, Fault::Hang);
        queued(&house, [webhook_disabled(stranger("ann@reader.example"))]);
        let waiting = until_tried(location, 1);
        assert_eq!(waiting.failure.as_deref(), Some("the mail server fell silent"));
        queued(&house, [webhook_disabled(stranger("ben@reader.example"))]);
        assert_eq!(mail.wait_for(1)[0].to, "ben@reader.example", "another connection serves");
        mail.mend();
        wait_until(&house, waiting.due_at);
        assert_eq!(mail.wait_for(2)[1].to, "ann@reader.example");
        house.audit();
    });
}

#[test]
fn nothing_that_is_mailed_adds_a_header_or_a_recipient() {
    each_database(|location| {
        let mail = MailServer::start(Security::Clear);
        let house = House::with_mail(location, Scenario::founded(), mail.settings());
        let evil = "x\r\nBcc: victim@example.org\r\n\r\n.\r\nRCPT TO:<victim@example.org>\r\n";
        let to = |name: &str, address: &str| Recipient { name: name.to_owned(), ..stranger(address) };
        let letter = |to| Letter::WebhookDisabled {
            to,
            organisation: evil.to_owned(),
            url: evil.to_owned(),
            reason: format!("{evil}\0"),
        };
        let address = format!("ann@reader.example{evil}");
        queued(&house, [letter(to(evil, "ann@reader.example")), letter(to("Ann", &address))]);
        let dead = wait_for_state(location, "dead", 1);
        assert_eq!((dead[0].address.as_str(), dead[0].tries), (address.as_str(), 1));
        wait_for_state(location, "sent", 1);
        let received = mail.wait_for(1);
        assert_eq!(received[0].to, "ann@reader.example");
        for name in ["Bcc", "RCPT TO"] {
            assert_eq!(received[0].header(name), "", "{name}");
        }
        let parsed = received[0].parsed();
        assert_eq!((parsed.bcc(), parsed.to().map(|to| to.iter().count())), (None, Some(1)));
        house.audit();
    });
}
