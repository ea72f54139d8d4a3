//! The page of grievances: a form without a script, the receipt, and the case that its code opens.

use orebook_registry::instruction::*;
use orebook_tests::browser::{open, width_wanted};
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{World, value};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const FAR: (&str, &str) = ("authorization", "");
const LANGUAGES: [&str; 4] = ["en", "es", "fr", "sw"];
/// A page's budget, before it is compressed.
const PAGE_MAX: usize = 14 * 1024;

fn send(house: &House, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
    let headers = [&[FORM, FAR][..], headers].concat();
    house.http.send("POST", path, &headers, form.as_bytes().to_vec())
}

/// What stands in the element of a class.
fn inside<'a>(answer: &'a Answer, class: &str) -> &'a str {
    let after = answer.body.split(&format!("class=\"{class}\"")).nth(1);
    let inner = after.and_then(|rest| rest.split_once('>')).and_then(|(_, rest)| rest.split('<').next());
    inner.unwrap_or_else(|| panic!("no {class} in {}", answer.body))
}

fn is_a_page(answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && policy.contains("form-action 'self'"), "{policy}");
    assert!(!policy.contains("script") && !answer.body.contains("<script"));
    assert!(answer.body.len() <= PAGE_MAX, "{} bytes", answer.body.len());
}

#[test]
fn a_form_is_filed_its_code_shown_once_and_opens_the_case_to_its_end() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let mut house = House::of(location, world.scenario.clone());
        let operator = house.scenario.operator.clone();
        let form = format!("kind=payment&severity=2&about={batch}&text=The+fund%0D%0Awas+not+paid%2C+se%C3%B1ora");
        let filed = send(&house, "/grievance?lang=es", &[("sec-fetch-site", "same-origin")], &form);
        is_a_page(&filed, 201);
        assert!(filed.body.contains("lang=\"es\"") && filed.body.contains("Anote este código"), "{}", filed.body);
        let receipt = inside(&filed, "claim mono").to_owned();
        assert_eq!(receipt.len(), 39, "{receipt}");
        let case = |house: &House| {
            let answer = send(house, "/grievance/case?lang=fr", &[], &format!("receipt={receipt}"));
            is_a_page(&answer, 200);
            assert!(!answer.body.contains("señora") && !answer.body.contains(&receipt), "{}", answer.body);
            assert!(answer.body.contains(&batch.to_string()) && answer.body.contains("Paiement ou prime"));
            answer
        };
        assert_eq!(inside(&case(&house), "state wait"), "Attend d’être pris en charge");
        house.advance(6 * 86_400);
        let late = case(&house);
        assert_eq!(inside(&late, "state held"), "En retard");
        let listed = house.get("/v1/grievances?state=overdue");
        assert_eq!(listed.text("/items/0/text"), "The fund\nwas not paid, señora");
        let grievance = value::<Digest>(listed.text("/items/0/grievance"));
        let triage = TriageGrievance {
            batch: Some(batch),
            certificate: None,
            decision: GrievanceDecision::Accepted,
            grievance,
            producer: None,
            severity: Severity::Two,
        };
        house.act(&operator, Act::TriageGrievance(triage));
        let taken_up = case(&house);
        assert_eq!(inside(&taken_up, "state wait"), "Pris en charge");
        assert!(taken_up.body.contains("Accepté : il est examiné") && !taken_up.body.contains("En retard"));
        let close = CloseGrievance { grievance, outcome: GrievanceOutcome::PartlyRemedied };
        house.act(&operator, Act::CloseGrievance(close));
        let closed = case(&house);
        assert_eq!(inside(&closed, "state"), "Clos");
        assert!(closed.body.contains("Réparé en partie"), "{}", closed.body);
        house.audit();
    });
}

#[test]
fn what_cannot_be_taken_up_comes_back_with_what_was_written() {
    each_database(|location| {
        let (world, _) = World::issued();
        let house = House::of(location, world.scenario.clone());
        let rows = [
            ("kind=other&severity=2&about=&text=++", 400, "Please choose"),
            ("kind=weather&severity=2&about=&text=kept", 400, "Please choose"),
            ("kind=other&severity=&about=&text=kept", 400, "Please choose"),
            ("kind=other&about=&text=kept", 400, "Please choose"),
            ("kind=other&severity=2&about=bat_1&text=kept", 404, "We know no certificate"),
        ];
        for (form, status, fault) in rows {
            let answer = send(&house, "/grievance", &[], form);
            is_a_page(&answer, status);
            assert!(answer.body.contains(fault), "{form}: {}", answer.body);
            assert_eq!(answer.body.contains(">kept</textarea>"), form.ends_with("kept"), "{form}");
        }
        let hostile =
            send(&house, "/grievance", &[], "kind=other&text=%3C%2Ftextarea%3E%3Cscript%3E&about=%22%3E%3Ci%3E");
        is_a_page(&hostile, 400);
        assert!(!hostile.body.contains("<i>"), "{}", hostile.body);
        for receipt in ["", "ABCD", &["0000"; 8].join("-")] {
            let answer = send(&house, "/grievance/case", &[], &format!("receipt={receipt}"));
            assert!(answer.status == 400 || answer.status == 404);
            is_a_page(&answer, answer.status);
            assert!(answer.body.contains("No case opens with this code"), "{}", answer.body);
        }
        for form in ["kind=other&severity=2&text=x&name=me", "receipt=x&other=y"] {
            let path = if form.starts_with("receipt") { "/grievance/case" } else { "/grievance" };
            assert_eq!(send(&house, path, &[], form).code(), "request_is_malformed", "{form}");
        }
        let json = house.http.post("/grievance", b"{}".to_vec());
        assert_eq!((json.status, json.code()), (415, "media_type_not_supported"));
        let longest = format!("kind=other&severity=4&about=&text={}", "%F0%9F%97%BB".repeat(4_000));
        let statuses: Vec<u16> = (0..21).map(|_| send(&house, "/grievance", &[], &longest).status).collect();
        assert_eq!(statuses[..20], [201; 20]);
        let busy = send(&house, "/grievance", &[], "kind=other&severity=4&about=&text=kept");
        assert_eq!(busy.status, 429);
        assert!(busy.body.contains(">kept</textarea>"), "nothing is lost: {}", busy.body);
        house.audit();
    });
}

#[test]
fn a_form_of_another_site_is_refused() {
    each_database(|location| {
        let (world, _) = World::issued();
        let house = House::of(location, world.scenario.clone());
        let own = house.http.url().to_owned();
        let rows: [(&[(&str, &str)], u16); 8] = [
            (&[("sec-fetch-site", "cross-site")], 403),
            (&[("sec-fetch-site", "same-site")], 403),
            (&[("sec-fetch-site", "cross-site"), ("origin", &own)], 403),
            (&[("origin", "https://elsewhere.example")], 403),
            (&[("sec-fetch-site", "same-origin"), ("origin", "null")], 201),
            (&[("origin", &own)], 201),
            (&[("origin", "null")], 201),
            (&[], 201),
        ];
        for (headers, status) in rows {
            let answer = send(&house, "/grievance", headers, "kind=other&severity=4&about=&text=x");
            assert_eq!(answer.status, status, "{headers:?} {}", answer.body);
            if status == 403 {
                assert_eq!(answer.code(), "form_must_be_of_this_site");
                let lookup = send(&house, "/grievance/case", headers, "receipt=x");
                assert_eq!(lookup.code(), "form_must_be_of_this_site");
            }
        }
        assert_eq!(house.http.send("HEAD", "/grievance", &[], Vec::new()).status, 200);
        assert_eq!(house.get("/grievance/case").header("allow"), "POST");
        assert_eq!(house.http.send("DELETE", "/grievance", &[], Vec::new()).header("allow"), "GET, POST");
        house.audit();
    });
}

/// Every text, in the browser: the form from the server, the answers to it as they were sent.
#[test]
fn every_page_of_it_fits_a_telephone_and_the_browser_takes_it_without_a_complaint() {
    let directory = tempfile::tempdir().unwrap();
    let location = orebook_store::Location::Sqlite(directory.path().join("register.db"));
    orebook_store::migrate(&location).unwrap();
    let (world, [batch, _]) = World::issued();
    let house = House::of(&location, world.scenario.clone());
    let style = house.get("/assets/orebook.css").body;
    for language in LANGUAGES {
        let path = format!("/grievance?lang={language}&about={batch}");
        let form = house.get(&path);
        is_a_page(&form, 200);
        assert!(form.body.contains(&format!("<html lang=\"{language}\">")) && form.body.contains(&batch.to_string()));
        let seen = open(&format!("{}{path}", house.http.url()));
        assert_eq!(seen.complaints, Vec::<String>::new(), "{language}");
        let filed = send(&house, &format!("/grievance?lang={language}"), &[], "kind=safety&severity=1&about=&text=x");
        let receipt = inside(&filed, "claim mono");
        let case = send(&house, &format!("/grievance/case?lang={language}"), &[], &format!("receipt={receipt}"));
        let refused = send(&house, &format!("/grievance?lang={language}"), &[], "kind=safety&text=x");
        for (name, page) in [("form", &form), ("receipt", &filed), ("case", &case), ("refused", &refused)] {
            let wanted = width_wanted(&page.body, &style, 320);
            assert!(wanted <= 320, "{language} {name} wants {wanted} of 320 pixels");
        }
    }
    // A page of another site that sends our form by itself: a real browser says where it comes from.
    let elsewhere = directory.path().join("elsewhere.html");
    let html = format!(
        "<form action=\"{}/grievance\" method=post><input name=kind value=other><input name=severity value=1>\
         <input name=text value=forged><input name=about></form><script>document.forms[0].submit()</script>",
        house.http.url()
    );
    std::fs::write(&elsewhere, html).unwrap();
    open(&format!("file://{}", elsewhere.display()));
    let all = house.get("/v1/grievances?state=all").body;
    assert!(all.contains("\"safety\"") && !all.contains("forged"), "{all}");
    house.audit();
}
