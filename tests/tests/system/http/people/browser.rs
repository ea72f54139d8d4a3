//! The pages in a real browser: on a small telephone, without a complaint, in every language.

use orebook_store::Location;
use orebook_tests::browser::{open, picture, width_wanted};
use orebook_tests::house::Answer;

use super::stage::{FORM, OWN, Stage};

const LANGUAGES: [&str; 4] = ["en", "es", "fr", "sw"];

#[test]
fn every_page_fits_a_telephone_and_the_browser_takes_it_without_a_complaint() {
    let directory = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(directory.path().join("register.db"));
    orebook_store::migrate(&location).unwrap();
    let stage = Stage::set(&location);
    let admin = stage.admin();
    stage.joined(stage.operator(), "a.rather.long.name.of.somebody@cooperativa-minera.example", "signatory");
    let style = stage.http().get("/assets/orebook.css").body;
    let url = stage.house.http.url().to_owned();
    let ask = |path: &str, form: &str| stage.http().send("POST", path, &[FORM, OWN], form.as_bytes().to_vec());
    let link = stage.login_link("ada@operator.example");
    let invitation = stage.invitation(stage.operator(), "bo.of.the.mine@operator.example", "clerk");
    for language in LANGUAGES {
        let of = |path: &str| format!("{path}?lang={language}");
        let pages: [(&str, Answer); 9] = [
            ("login", stage.http().get(&of("/login"))),
            ("login-fault", ask(&of("/login"), "email=x")),
            ("login-sent", ask(&of("/login"), "email=eve%40operator.example")),
            ("login-link", stage.http().get(&of(&link))),
            ("login-spent", ask(&of("/login/x"), "")),
            ("invitation", stage.http().get(&of(&invitation))),
            ("invitation-spent", ask(&of("/invitation/x"), "")),
            ("account", admin.get(&of("/account"))),
            ("account-people", admin.get(&of("/account/people"))),
        ];
        for (name, page) in &pages {
            assert!(page.body.contains(&format!("lang=\"{language}\"")), "{language} {name}: {}", page.body);
            let wanted = width_wanted(&page.body, &style, 320);
            assert!(wanted <= 320, "{language} {name} wants {wanted} of 320 pixels");
            kept(directory.path(), &page.body, &style, &format!("{name}-{language}"));
        }
        for path in [of("/login"), of(&link), of(&invitation)] {
            assert_eq!(open(&format!("{url}{path}")).complaints, Vec::<String>::new(), "{path}");
        }
    }
    // A page of another site that presses our buttons by itself: a real browser says where it comes from.
    for (n, link) in [&link, &invitation].into_iter().enumerate() {
        let elsewhere = directory.path().join(format!("elsewhere-{n}.html"));
        let form =
            format!("<form action=\"{url}{link}\" method=post></form><script>document.forms[0].submit()</script>");
        std::fs::write(&elsewhere, form).unwrap();
        open(&format!("file://{}", elsewhere.display()));
    }
    let link = stage.login_link("ada@operator.example");
    assert_eq!(stage.press(&link, &[]).status, 303);
    assert_eq!(stage.press(&invitation, &[]).status, 303, "it was not spent");
    stage.audit();
}

/// A picture of a page as it was answered, its style written into it.
fn kept(directory: &std::path::Path, html: &str, style: &str, name: &str) {
    let file = directory.join(format!("{name}.html"));
    let styled =
        html.replace("<link rel=\"stylesheet\" href=\"/assets/orebook.css\">", &format!("<style>{style}</style>"));
    std::fs::write(&file, styled).unwrap();
    picture(&format!("file://{}", file.display()), name, 320);
}
