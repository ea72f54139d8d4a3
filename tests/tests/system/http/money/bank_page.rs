//! The page of bank statements, as a browser without scripts uses it.

use orebook_registry::instruction::Act;
use orebook_server::payout::deposit_reference_of;
use orebook_tests::each_database;
use orebook_tests::house::Answer;

use super::camt::{Paper, Told, credit, debit, statement};
use super::stage::{approved, furnished, together};
use crate::http::people::stage::{Browser, FORM, OWN, Stage};

const PAGE: &str = "/desk/bank/lines";

/// Sends a file as a browser's form does.
fn upload(browser: &Browser, csrf: &str, file: &[u8], headers: &[(&str, &str)]) -> Answer {
    let head = format!(
        "--b-7\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--b-7\r\nContent-Disposition: form-data; \
         name=\"file\"; filename=\"s.xml\"\r\nContent-Type: text/xml\r\n\r\n"
    );
    let body = [head.as_bytes(), file, b"\r\n--b-7--\r\n"].concat();
    let kind = ("content-type", "multipart/form-data; boundary=b-7");
    browser.send("POST", PAGE, &[&[kind], headers].concat(), body)
}

/// The token of a page's forms.
fn csrf(page: &Answer) -> String {
    let from = page.body.split("name=\"csrf\" value=\"").nth(1).unwrap_or_else(|| panic!("{}", page.body));
    from.split('"').next().unwrap().to_owned()
}

/// The id of the first line with a button of a kind.
fn line(page: &Answer, button: &str) -> String {
    let end = page.body.find(&format!("/{button}\" method=\"post\"")).unwrap_or_else(|| panic!("{}", page.body));
    page.body[..end].rsplit('/').next().unwrap().to_owned()
}

#[test]
fn a_statement_is_taken_in_and_its_lines_are_signed_or_set_aside() {
    each_database(|location| {
        let (world, _) = approved();
        let house = furnished(location, &world);
        let lumen = world.world.buyers[0].id;
        let member = deposit_reference_of(lumen).unwrap().to_string();
        let mut stage = Stage::of(house, location);
        let ada = stage.admin();
        let page = ada.get(PAGE);
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(
            page.body.contains("No line of the bank waits.") && page.body.contains("type=\"file\""),
            "{}",
            page.body
        );
        let token = csrf(&page);
        let paper = Paper {
            closing: Some("1.00"),
            ..statement("S-1", vec![debit("2.00", "W-1"), Told { creditor: &member, ..credit("25000.00", "W-2") }])
        };
        let taken = upload(&ada, &token, &paper.xml(), &[OWN]);
        assert_eq!(taken.status, 201, "{}", taken.body);
        assert!(taken.body.contains("New lines: 2. Known before: 0. Left out: 0."), "{}", taken.body);
        assert!(taken.body.contains("The bank has") && taken.body.contains("money left for something unknown"));
        let again = upload(&ada, &token, &paper.xml(), &[OWN]);
        assert!(again.status == 200 && again.body.contains("New lines: 0. Known before: 2."), "{}", again.body);
        assert!(ada.get("/desk").body.contains("2 lines of the bank are to be booked"));

        let form = taken.body.split("href=\"/act/deposit?").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let form = ada.get(&format!("/act/deposit?{}", form.replace("&#38;", "&").replace("&amp;", "&")));
        assert_eq!(form.status, 200);
        assert!(form.body.contains("value=\"25000.00\"") && form.body.contains("value=\"W-2\""), "it is filled in");
        let waiting = stage.house.get("/v1/bank-lines").json["items"].clone();
        let deposit = waiting.as_array().unwrap().iter().find(|line| line["reference"] == "W-2").unwrap();
        let act: Act = serde_json::from_value(deposit["suggestion"]["acts"][0].clone()).unwrap();
        let operator = stage.house.scenario.operator.clone();
        together(&mut stage.house, &operator, 1, act);
        let page = ada.get(PAGE);
        assert!(
            !page.body.contains("/act/deposit?") && page.body.contains("W-2"),
            "it is told among those booked last"
        );

        let unknown = line(&page, "aside");
        let press = |path: &str, body: String, headers: &[(&str, &str)]| {
            ada.send("POST", path, &[&[FORM], headers].concat(), body.into_bytes())
        };
        let aside = format!("{PAGE}/{unknown}/aside");
        assert_eq!(press(&aside, format!("csrf={token}&reason="), &[OWN]).status, 400);
        let done = press(&aside, format!("csrf={token}&reason=a+mistake"), &[OWN]);
        assert_eq!((done.status, done.header("location")), (303, PAGE), "{}", done.body);
        assert!(ada.get(PAGE).body.contains("a mistake"));
        assert_eq!(press(&aside, format!("csrf={token}&reason=again"), &[OWN]).status, 409);
        assert_eq!(line(&ada.get(PAGE), "back"), unknown);
        assert_eq!(press(&format!("{PAGE}/{unknown}/back"), format!("csrf={token}"), &[OWN]).status, 303);
        assert!(ada.get("/desk").body.contains("One line of the bank is to be booked"));
        stage.audit();
    });
}

#[test]
fn a_file_that_is_none_and_a_form_of_elsewhere_are_refused() {
    each_database(|location| {
        let (world, _) = approved();
        let house = furnished(location, &world);
        let stage = Stage::of(house, location);
        let ada = stage.admin();
        let token = csrf(&ada.get(PAGE));
        let good = statement("S-1", vec![credit("1.00", "W-1")]).xml();
        for (file, status, said) in [
            (Vec::new(), 400, "Choose the file of a statement."),
            (b"<a/>".to_vec(), 400, "This is no statement that can be read. Line 1, Document."),
            (vec![b' '; 8 * 1024 * 1024 + 1], 413, "A statement has 8 MiB at the most."),
            (vec![b' '; 9 * 1024 * 1024], 413, "A statement has 8 MiB at the most."),
            (Paper { currency: "EUR", ..statement("S-1", vec![]) }.xml(), 409, "[payouts.accounts.EUR]"),
            (
                Paper { account: "1234", ..statement("S-1", vec![]) }.xml(),
                422,
                "The statement is of 1234. The register’s account in USD is NL91ABNA0417164300.",
            ),
        ] {
            let answer = upload(&ada, &token, &file, &[OWN]);
            assert_eq!(answer.status, status, "{said}");
            assert!(answer.body.contains(said), "{said}: {}", answer.body);
        }
        assert_eq!(upload(&ada, "wrong", &good, &[OWN]).status, 403);
        assert_eq!(upload(&ada, &token, &good, &[("sec-fetch-site", "cross-site")]).status, 403);
        assert_eq!(upload(&ada, &token, &good, &[]).status, 403, "a browser says where a form comes from");
        assert_eq!(ada.send("POST", PAGE, &[FORM, OWN], Vec::new()).status, 415);
        let broken = ("content-type", "multipart/form-data; boundary=b-7");
        assert_eq!(ada.send("POST", PAGE, &[broken, OWN], b"--b-7\r\n".to_vec()).status, 400);
        assert!(ada.get(PAGE).body.contains("No line of the bank waits."), "nothing of all that was kept");
        let reader = stage.joined(stage.operator(), "rea@operator.example", "viewer");
        assert_eq!(reader.get(PAGE).status, 403);
        assert_eq!(upload(&reader, &token, &good, &[OWN]).status, 403);
        stage.audit();
    });
}
