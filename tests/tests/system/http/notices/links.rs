//! Links that log in and links that invite: stored with the letters that bring them, and not sent once they are dead.

use orebook_store::{Letters, Location};
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::mail::{Fault, MailServer, Received, Security, Stage as At};
use orebook_tests::scenario::Scenario;
use serde_json::json;

use super::super::people::stage::{Browser, FORM, OWN, Stage};
use super::stage::{in_state, person, queued, stranger, wait_for_state, wait_until, webhook_disabled};

const ADA: &str = "ada@operator.example";

fn furnished<'l>(location: &'l Location, mail: &MailServer) -> Stage<'l> {
    let house = House::with_mail(location, Scenario::founded(), mail.settings());
    // What the founding owes is owed to nobody, as long as nobody is there.
    orebook_tests::until("an empty outbox", || {
        let rows = house.shared().reader.read(|read| read.outbox_after((i64::MIN, i32::MIN), 1)).unwrap();
        rows.is_empty().then_some(())
    });
    Stage::of(house, location)
}

/// Asks for a login link, as the page does.
fn ask(stage: &Stage<'_>, email: &str) -> Answer {
    stage.http().send("POST", "/login", &[FORM, OWN], format!("email={}", email.replace('@', "%40")).into_bytes())
}

fn invite(admin: &Browser, name: &str, email: &str) -> Answer {
    let whom = json!({ "email": email, "name": name, "role": "clerk", "language": "sw" });
    admin.json("POST", "/v1/invitations", &[], &whom.to_string())
}

/// The path of the link in a letter.
fn link(letter: &Received) -> String {
    let text = letter.parsed().body_text(0).unwrap().into_owned();
    let link = text.lines().find_map(|line| line.strip_prefix("https://registry.example"));
    link.unwrap_or_else(|| panic!("no link in {text}")).to_owned()
}

#[test]
fn links_come_by_mail_and_let_their_readers_in() {
    each_database(|location| {
        let mail = MailServer::start(Security::Starttls);
        let stage = furnished(location, &mail);
        let admin = stage.admin();
        assert!(mail.received().is_empty(), "a command prints its link");

        assert_eq!(ask(&stage, "nobody@operator.example").status, 200);
        assert_eq!(ask(&stage, ADA).status, 200);
        let received = mail.wait_for(1);
        assert_eq!((received[0].to.as_str(), received[0].section().as_str()), (ADA, "login"));
        assert_eq!(received[0].header("List-Unsubscribe"), "");
        assert!(stage.entered(&stage.press(&link(&received[0]), &[])).is_in());

        let invited = invite(&admin, "Bo Ndlovu", "bo@operator.example");
        assert_eq!(invited.status, 201, "{}", invited.body);
        let received = mail.wait_for(2);
        let letter = &received[1];
        assert_eq!((letter.to.as_str(), letter.section().as_str()), ("bo@operator.example", "invitation"));
        assert_eq!(letter.header("Content-Language"), "sw");
        assert!(stage.entered(&stage.press(&link(letter), &[])).is_in());
        for sent in wait_for_state(location, "sent", 2) {
            assert_eq!(sent.facts, "{}", "no link is kept");
        }
        stage.audit();
    });
}

#[test]
fn a_name_or_address_with_a_line_break_is_refused_before_anything_is_queued() {
    each_database(|location| {
        let mail = MailServer::start(Security::Clear);
        let stage = furnished(location, &mail);
        let admin = stage.admin();
        for evil in ["\r\nBcc: victim@example.org", "\nBcc: victim@example.org", "\rx", "\0x", "\u{85}x", "\u{2028}x"] {
            let name = invite(&admin, &format!("Bo{evil}"), "bo@operator.example");
            assert_eq!(name.status, 400, "{evil:?} {}", name.body);
            let address = invite(&admin, "Bo", &format!("bo@operator.example{evil}"));
            assert_eq!(address.status, 400, "{evil:?} {}", address.body);
        }
        let form = "email=ada%40operator.example%0D%0ABcc%3A%20victim%40example.org";
        let asked = stage.http().send("POST", "/login", &[FORM, OWN], form.as_bytes().to_vec());
        assert_eq!(asked.status, 400);
        for state in ["waiting", "sent", "dead"] {
            assert_eq!(in_state(location, state), []);
        }
        stage.audit();
    });
}

#[test]
fn the_letter_of_a_dead_link_is_not_sent_any_more() {
    each_database(|location| {
        let mail = MailServer::start(Security::Clear);
        let stage = furnished(location, &mail);
        let admin = stage.admin();
        mail.fail(At::Sender, Fault::Answer(451));
        mail.fail(At::Sender, Fault::Answer(451));
        assert_eq!(invite(&admin, "Bo", "bo@operator.example").status, 201);
        let first = tried(location);
        assert_eq!(invite(&admin, "Bo", "bo@operator.example").status, 201, "it takes the place of the first");
        let second = orebook_tests::until("the second letter", || {
            in_state(location, "waiting").into_iter().find(|row| row.id != first.id && row.tries == 1)
        });
        assert_eq!(in_state(location, "waiting").len(), 1);
        wait_until(&stage.house, second.due_at.max(first.due_at));
        let received = mail.wait_for(1);
        assert!(received[0].header("Message-ID").starts_with(&format!("<{}@", second.id)));
        wait_for_state(location, "sent", 1);

        mail.fail(At::Sender, Fault::Answer(451));
        let invited = invite(&admin, "Cy", "cy@operator.example");
        let waiting = tried(location);
        let withdrawn = admin.json("DELETE", &format!("/v1/invitations/{}", invited.text("/id")), &[], "");
        assert_eq!(withdrawn.status, 204, "{}", withdrawn.body);
        assert_eq!(in_state(location, "waiting"), []);
        wait_until(&stage.house, waiting.due_at);

        let gone = person(location, stage.operator(), "fr", "Gil", "viewer");
        let to = orebook_server::notices::Recipient::from(&gone);
        mail.fail(At::Sender, Fault::Answer(451));
        queued(&stage.house, [webhook_disabled(to)]);
        let waiting = tried(location);
        Letters::of(location).end_person(&gone, 1, &[]).unwrap();
        wait_until(&stage.house, waiting.due_at);
        queued(&stage.house, [webhook_disabled(stranger("ann@reader.example"))]);
        let received = mail.wait_for(2);
        assert_eq!(received[1].to, "ann@reader.example", "whoever left is written to no more");
        stage.audit();
    });
}

/// The one letter that waits, once it was tried.
fn tried(location: &Location) -> orebook_store::LetterRow {
    orebook_tests::until("a try", || {
        let waiting = in_state(location, "waiting");
        waiting.into_iter().find(|row| row.tries == 1)
    })
}

#[test]
fn without_a_mail_server_the_page_answers_the_same_and_the_command_prints_the_link() {
    each_database(|location| {
        let stage = Stage::of(House::founded(location), location);
        stage.admin();
        // In this order: of two links the newer one counts, and the page makes its link behind its answer.
        assert!(stage.entered(&stage.press(&stage.login_link(ADA), &[])).is_in());
        assert_eq!(ask(&stage, ADA).status, 200);
        for state in ["waiting", "sent", "dead"] {
            assert_eq!(in_state(location, state), []);
        }
        stage.audit();
    });
}
