//! The public pages of the demo's register, in a real browser.

use orebook_registry::Entry;
use orebook_store::Location;
use orebook_tests::archive::{copy, entries};
use orebook_tests::browser::{open, picture, width_wanted};
use orebook_tests::demo::demo;
use orebook_tests::golden::golden;
use orebook_tests::house::{Answer, audit};
use orebook_tests::served::{Served, set_clock};
use tempfile::TempDir;

/// The demo's register, served a moment after its last entry.
pub fn served() -> (TempDir, Served) {
    let data = tempfile::tempdir().unwrap();
    copy(demo().data(), data.path());
    let last = entries(&demo().archive()).pop().unwrap();
    set_clock(data.path(), Entry::parse(&last).unwrap().time.plus_seconds(1));
    let location = Location::Sqlite(data.path().join("register.db"));
    let served = Served::start_leading(&location, data.path());
    (data, served)
}

/// Kills it, and goes through what it leaves behind.
pub fn audited(data: &TempDir, served: Served) {
    served.kill();
    audit(&Location::Sqlite(data.path().join("register.db")), data.path());
}

/// The id of the ring's retirement: Lumen's first.
pub fn first_retirement(served: &Served) -> String {
    let list = served.http.get("/v1/retirements?text=Lumen").json;
    let items = list["items"].as_array().unwrap();
    items.last().unwrap()["id"].as_str().unwrap().to_owned()
}

fn pages(served: &Served) -> Vec<(&'static str, String)> {
    let retirement = first_retirement(served);
    vec![
        ("home", "/".to_owned()),
        ("search", "/?q=Lumen".to_owned()),
        ("nothing-found", "/?q=nobody".to_owned()),
        ("retirement", format!("/retirements/{retirement}")),
        ("grievance", "/grievance".to_owned()),
        ("grievance-sw", "/grievance?lang=sw".to_owned()),
        ("problem", "/problems/period_must_be_certified".to_owned()),
    ]
}

/// The text of a page: no tags, no escapes, blanks made one.
fn text(html: &str) -> String {
    let body = html.split("<body>").nth(1).unwrap_or(html);
    let mut text = String::new();
    let mut inside = false;
    for letter in body.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    let escapes = [("&#38;", "&"), ("&amp;", "&"), ("&#39;", "'"), ("&#34;", "\""), ("&nbsp;", " ")];
    let text = escapes.iter().fold(text, |text, (escape, letter)| text.replace(escape, letter));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn policy(answer: &Answer) -> &str {
    answer.header("content-security-policy")
}

#[test]
fn every_page_opens_without_a_complaint_and_runs_no_script() {
    let (data, served) = served();
    for (name, path) in pages(&served) {
        let answer = served.http.get(&path);
        assert_eq!(answer.status, 200, "{name}");
        assert!(policy(&answer).starts_with("default-src 'none'") && !policy(&answer).contains("script"), "{name}");
        let seen = open(&format!("{}{path}", served.http.url()));
        assert_eq!(seen.complaints, Vec::<String>::new(), "{name}");
        // What is told to search engines is no script.
        let scripts =
            seen.dom.matches("<script").count() - seen.dom.matches(r#"<script type="application/ld+json">"#).count();
        assert!(scripts == 0 && !seen.dom.contains("style=\""), "{name} works without scripts");
        assert_eq!(text(&seen.dom), text(&answer.body), "{name}: the browser shows what was sent");
        for width in [360, 1280] {
            picture(&format!("{}{path}", served.http.url()), name, width);
        }
    }
    audited(&data, served);
}

#[test]
fn no_page_is_wider_than_a_telephone() {
    let (data, served) = served();
    let style = served.http.get("/assets/orebook.css").body;
    for (name, path) in pages(&served) {
        let html = served.http.get(&path).body;
        for width in [360, 320] {
            let wanted = width_wanted(&html, &style, width);
            assert!(wanted <= width, "{name} wants {wanted} of {width} pixels");
        }
    }
    audited(&data, served);
}

#[test]
fn a_retirement_says_its_claim_and_directly_after_what_it_does_not_say() {
    let (data, served) = served();
    let id = first_retirement(&served);
    let record = served.http.get(&format!("/v1/retirements/{id}"));
    let seen = open(&format!("{}/retirements/{id}", served.http.url()));
    let shown = text(&seen.dom);
    let (claim, disclosure) = (record.text("/claim_text"), record.text("/disclosure"));
    assert!(shown.contains(&format!("{claim} {disclosure}")), "{shown}");
    for block in record.json["blocks"].as_array().unwrap() {
        let printed = shown.replace(' ', "");
        assert!(printed.contains(block.as_str().unwrap()), "{block} in {shown}");
    }
    for payee in ["Quebrada Clara Women's Fund", "Quebrada Clara School Fund", "20 %"] {
        assert!(shown.contains(payee), "{payee} in {shown}");
    }
    for expected in ["Lumen & Vale Jewellery", "Check it yourself", "Retired, final"] {
        assert!(shown.contains(expected), "{expected} in {shown}");
    }
    audited(&data, served);
}

#[test]
fn a_search_leads_to_the_retirement() {
    let (data, served) = served();
    let id = first_retirement(&served);
    let found = open(&format!("{}/?q=Lumen", served.http.url())).dom;
    assert!(found.contains(&format!("/retirements/{id}")), "{found}");
    let block = served.http.get(&format!("/v1/retirements/{id}")).text("/blocks/0").to_owned();
    for asked in [&id, &block] {
        let answer = served.http.get(&format!("/?q={asked}"));
        assert_eq!((answer.status, answer.header("location")), (303, format!("/retirements/{id}").as_str()));
    }
    let nothing = open(&format!("{}/?q=%3Cscript%3Ealert(1)%3C/script%3E", served.http.url()));
    assert!(nothing.complaints.is_empty() && !nothing.dom.contains("<script"), "{}", nothing.dom);
    audited(&data, served);
}

#[test]
fn what_is_published_is_the_same_byte_for_byte_as_it_was() {
    let (data, served) = served();
    let id = first_retirement(&served);
    let record = served.http.get(&format!("/v1/retirements/{id}"));
    let statement = served.http.get(&format!("/v1/retirements/{id}/statement")).body;
    golden("demo-checkpoint.txt", &served.http.get("/log/checkpoint").body);
    golden("demo-statement.json", &statement);
    golden("demo-entry.json", &served.http.get(&format!("/log/entry/{}", record.text("/sequence"))).body);
    golden("demo-proof.txt", &served.http.get(&format!("/v1/retirements/{id}/proof")).body);
    golden("demo-retirement.txt", &format!("{}\n", text(&served.http.get(&format!("/retirements/{id}")).body)));
    golden("demo-home.txt", &format!("{}\n", text(&served.http.get("/").body)));
    golden("demo-told.txt", &without_paths(&demo().told));
    audited(&data, served);
}

/// What the play tells, up to where it names this machine's directory.
fn without_paths(told: &str) -> String {
    told.lines().take_while(|line| !line.contains("orebook-verify")).map(|line| format!("{line}\n")).collect()
}
