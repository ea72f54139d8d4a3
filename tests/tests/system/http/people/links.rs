//! Links: once, for a short time, the newest only, and by POST.

use orebook_tests::each_database;
use orebook_tests::house::Answer;

use super::stage::{FORM, OWN, Stage};

fn is_spent(answer: &Answer) {
    assert_eq!(answer.status, 410, "{}", answer.body);
    assert!(answer.body.contains("This link no longer works") && answer.header("set-cookie").is_empty());
    is_kept_by_nobody(answer);
}

fn is_kept_by_nobody(answer: &Answer) {
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
}

#[test]
fn a_login_link_works_once_by_post_and_opening_it_changes_nothing() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        let link = stage.login_link("ada@operator.example");
        for _ in 0..3 {
            let page = stage.http().get(&link);
            assert_eq!(page.status, 200);
            is_kept_by_nobody(&page);
            assert!(page.body.contains(&format!("action=\"{link}\" method=\"post\"")), "{}", page.body);
            assert!(page.header("set-cookie").is_empty());
            assert_eq!(stage.http().send("HEAD", &link, &[], Vec::new()).status, 200);
        }
        let inside = stage.entered(&stage.press(&link, &[]));
        assert!(inside.is_in());
        is_spent(&stage.press(&link, &[]));
        assert!(inside.is_in(), "whoever tries again ends nothing");
        assert_eq!(&stage.kinds()[..3], ["login_refused", "login", "login_link_sent"]);
        stage.audit();
    });
}

#[test]
fn of_several_links_the_newest_works_and_each_for_fifteen_minutes() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        let [first, second] = [(); 2].map(|()| stage.login_link("ada@operator.example"));
        is_spent(&stage.press(&first, &[]));
        assert!(stage.entered(&stage.press(&second, &[])).is_in());
        let late = stage.login_link("ada@operator.example");
        stage.pass(15 * 60);
        is_spent(&stage.press(&late, &[]));
        let refused = stage.log(stage.operator()).into_iter().find(|row| row.kind == "login_refused").unwrap();
        assert!(refused.subject.ends_with(" link_expired") && refused.actor == "anyone", "{refused:?}");
        let in_time = stage.login_link("ada@operator.example");
        stage.pass(15 * 60 - 10);
        assert!(stage.entered(&stage.press(&in_time, &[])).is_in());
        stage.audit();
    });
}

#[test]
fn a_link_of_one_kind_or_person_opens_nothing_of_another() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        stage.joined(stage.operator(), "bo@operator.example", "viewer");
        let (ada, bo) = (stage.login_link("ada@operator.example"), stage.login_link("bo@operator.example"));
        let invited = stage.invitation(stage.operator(), "cy@operator.example", "clerk");
        is_spent(&stage.press(&invited.replace("/invitation/", "/login/"), &[]));
        is_spent(&stage.press(&ada.replace("/login/", "/invitation/"), &[]));
        // The link says who comes in, whoever presses: another person's session ends where it is used.
        let browser = stage.entered(&stage.press(&bo, &[]));
        let after = stage.entered(&stage.press(&ada, &[("cookie", &browser.cookie)]));
        assert!(!browser.is_in());
        assert!(after.get("/account").body.contains("ada@operator.example"));
        for wrong in
            ["/login/x", "/login/%00", &format!("/login/{}", "A".repeat(43)), &format!("{bo}x"), "/invitation/x"]
        {
            is_spent(&stage.press(wrong, &[]));
        }
        is_spent(&stage.http().get("/login/x"));
        is_spent(&stage.http().get("/invitation/x"));
        let unknown = format!("/login/{}", "A".repeat(43));
        assert_eq!(stage.http().get(&unknown).status, 200, "to open one tells not even whether it works");
        assert_eq!(stage.http().send("DELETE", &unknown, &[], Vec::new()).header("allow"), "GET, POST");
        stage.audit();
    });
}

#[test]
fn of_two_who_press_at_once_one_comes_in() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        let link = stage.login_link("ada@operator.example");
        let pressed: Vec<u16> = std::thread::scope(|scope| {
            let press = || stage.press(&link, &[]).status;
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(press)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(pressed.iter().filter(|status| **status == 303).count(), 1, "{pressed:?}");
        assert_eq!(pressed.iter().filter(|status| **status == 410).count(), 7, "{pressed:?}");
        stage.audit();
    });
}

#[test]
fn an_unknown_address_is_answered_as_a_known_one_byte_for_byte() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        let ask = |form: &str| stage.http().send("POST", "/login", &[FORM, OWN], form.as_bytes().to_vec());
        let known = ask("email=ada%40operator.example");
        let unknown = ask("email=eve%40operator.example");
        assert_eq!((known.status, unknown.status), (200, 200));
        assert_eq!(known.bytes, unknown.bytes);
        let names = |answer: &Answer| {
            let names = answer.headers.iter().filter(|(name, _)| *name != "x-request-id" && *name != "date");
            names.map(|(name, value)| format!("{name}: {value:?}")).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(names(&known), names(&unknown));
        is_kept_by_nobody(&known);
        let made = || stage.kinds().iter().filter(|kind| *kind == "login_link_sent").count();
        orebook_tests::until("the link of the known address", || (made() == 1).then_some(()));
        let spellings = ["email=ADA%40Operator.Example", "email=+ada%40operator.example+"];
        spellings.iter().for_each(|form| assert_eq!(ask(form).bytes, known.bytes));
        orebook_tests::until("the links of other spellings", || (made() == 3).then_some(()));
        for malformed in
            ["email=", "email=ada", "email=a%0D%0ABcc%3A+b%40c.example%40d.example", "email=%00%40b.example"]
        {
            let answer = ask(malformed);
            assert_eq!(answer.status, 400, "{malformed}");
            assert!(answer.body.contains("Please write your e-mail address"), "{}", answer.body);
        }
        let hostile = ask("email=%22%3E%3Cscript%3E");
        assert!(hostile.status == 400 && !hostile.body.contains("<script>"), "{}", hostile.body);
        for form in ["", "email=a%40b.example&other=1", "mail=a%40b.example"] {
            assert_eq!(ask(form).code(), "request_is_malformed", "{form}");
        }
        assert_eq!(stage.http().post("/login", b"{}".to_vec()).code(), "media_type_not_supported");
        stage.audit();
    });
}

#[test]
fn links_are_asked_for_seldom_whether_the_address_is_known_or_not() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        let ask =
            |email: &str| stage.http().send("POST", "/login", &[FORM, OWN], format!("email={email}").into_bytes());
        for email in ["ada%40operator.example", "eve%40operator.example"] {
            let asked: Vec<u16> = (0..7).map(|_| ask(email).status).collect();
            assert_eq!(asked, [200, 200, 200, 200, 200, 429, 429], "{email}");
        }
        let busy = [ask("ada%40operator.example"), ask("eve%40operator.example")];
        let same = busy.each_ref().map(|answer| answer.body.replace("ada@", "").replace("eve@", ""));
        assert_eq!(same[0], same[1]);
        assert!(busy[0].body.contains("Too many links were asked for"));
        stage.audit();
    });
}
