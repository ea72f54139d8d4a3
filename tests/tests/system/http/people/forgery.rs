//! What a browser is made to send by a page of another site does not count.

use orebook_tests::each_database;
use serde_json::json;

use super::stage::{FORM, OWN, Stage};

type Headers<'a> = &'a [(&'a str, &'a str)];

#[test]
fn json_with_a_session_is_sent_from_a_page_of_this_site() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let own = stage.house.http.url().to_owned();
        let rows: [(Headers<'_>, bool); 9] = [
            (&[], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "none")], false),
            (&[("sec-fetch-site", "cross-site"), ("origin", &own)], false),
            (&[("origin", "https://elsewhere.example")], false),
            (&[("origin", "null")], false),
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("origin", &own)], true),
        ];
        for (n, (headers, counts)) in rows.into_iter().enumerate() {
            let email = format!("n{n}@operator.example");
            let body = json!({ "email": email, "name": "N", "role": "viewer", "language": "en" }).to_string();
            let headers = [&[("content-type", "application/json")], headers].concat();
            let answer = admin.send("POST", "/v1/invitations", &headers, body.into_bytes());
            assert_eq!(answer.status, if counts { 201 } else { 403 }, "{headers:?} {}", answer.body);
            if !counts {
                assert_eq!(answer.code(), "form_must_be_of_this_site");
            }
        }
        // Nor does the type of the content open another way.
        let plain = [("content-type", "text/plain"), ("sec-fetch-site", "cross-site")];
        assert_eq!(admin.send("POST", "/v1/invitations", &plain, b"{}".to_vec()).code(), "form_must_be_of_this_site");
        assert_eq!(admin.send("DELETE", "/v1/sessions", &[], Vec::new()).code(), "form_must_be_of_this_site");
        assert!(admin.is_in());
        assert_eq!(admin.get("/v1/invitations").json["items"].as_array().unwrap().len(), 2);
        stage.audit();
    });
}

#[test]
fn a_form_with_a_session_carries_its_token() {
    each_database(|location| {
        let stage = Stage::set(location);
        let (admin, other) = (stage.admin(), stage.logged_in("ada@operator.example"));
        let csrf = admin.csrf();
        assert_eq!(csrf.len(), 22);
        assert_ne!(csrf, other.csrf(), "each session has its own");
        let id = stage.person("ada@operator.example").id;
        let invite = "name=Bo&email=bo%40operator.example&role=viewer&language=en";
        let forms = [
            ("/logout".to_owned(), ""),
            ("/account/sign-out-everywhere".to_owned(), ""),
            ("/account/people/invite".to_owned(), invite),
            (format!("/account/people/{id}/role"), "role=viewer&tag=x"),
            (format!("/account/people/{id}/end"), ""),
            ("/account/invitations/inv_00/withdraw".to_owned(), ""),
        ];
        let forged = [String::new(), "&csrf=".into(), format!("&csrf={}", other.csrf()), format!("&csrf={}x", csrf)];
        let forged = [&forged[..], &[format!("&csrf={}", &csrf[1..]), "&csrf=%00".into()]].concat();
        for (path, fields) in &forms {
            for token in &forged {
                let form = format!("{fields}{token}");
                let body = form.trim_start_matches('&').as_bytes().to_vec();
                let answer = admin.send("POST", path, &[FORM, OWN], body);
                assert_eq!((answer.status, answer.code()), (403, "form_must_be_of_this_site"), "{path} {token}");
            }
            // The right token from another site does not help.
            for foreign in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")] {
                let form = format!("{fields}&csrf={csrf}");
                let body = form.trim_start_matches('&').as_bytes().to_vec();
                let answer = admin.send("POST", path, &[FORM, foreign], body);
                assert_eq!((answer.status, answer.code()), (403, "form_must_be_of_this_site"), "{path} {foreign:?}");
            }
            let json = admin.json("POST", path, &[], "{}");
            assert_eq!((json.status, json.code()), (415, "media_type_not_supported"), "{path}");
        }
        assert!(admin.is_in() && other.is_in());
        let people = admin.get("/v1/people");
        assert_eq!((people.json["items"].as_array().unwrap().len(), people.text("/items/0/role")), (1, "admin"));
        assert!(admin.get("/v1/invitations").json["items"].as_array().unwrap().is_empty());
        stage.audit();
    });
}

#[test]
fn nobody_is_logged_in_from_another_site() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        let link = stage.login_link("ada@operator.example");
        let invitation = stage.invitation(stage.operator(), "bo@operator.example", "viewer");
        for path in [link.as_str(), &invitation, "/login"] {
            for foreign in
                [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://x.example")]
            {
                let body = if path == "/login" { b"email=ada%40operator.example".to_vec() } else { Vec::new() };
                let answer = stage.http().send("POST", path, &[FORM, foreign], body);
                assert_eq!((answer.status, answer.code()), (403, "form_must_be_of_this_site"), "{path} {foreign:?}");
                assert_eq!(answer.header("set-cookie"), "");
            }
        }
        assert_eq!(stage.press(&link, &[]).status, 303, "none of it has spent the link");
        assert_eq!(stage.press(&invitation, &[]).status, 303);
        stage.audit();
    });
}
