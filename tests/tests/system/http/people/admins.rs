//! What admins may do with the people of their organisation, and with nobody else's.

use orebook_registry::instruction::Role;
use orebook_store::Location;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{Actor, Scenario};
use serde_json::json;

use super::stage::{Browser, Stage};

/// A register with a co-operative.
fn with_coop(location: &Location) -> (Stage<'_>, Actor) {
    let mut scenario = Scenario::founded();
    let coop = scenario.register("Coop", "CO", &[Role::Producer]);
    (Stage::of(House::of(location, scenario), location), coop)
}

fn whom(email: &str, role: &str) -> serde_json::Value {
    json!({ "email": email, "name": "Bo Ndlovu", "role": role, "language": "sw" })
}

fn invite(browser: &Browser, body: &serde_json::Value) -> orebook_tests::house::Answer {
    browser.json("POST", "/v1/invitations", &[], &body.to_string())
}

#[test]
fn an_invited_person_joins_in_the_role_and_language_of_the_invitation() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let made = invite(&admin, &whom("Bo@Operator.example", "clerk"));
        assert_eq!((made.status, made.text("/email"), made.text("/role")), (201, "bo@operator.example", "clerk"));
        assert_eq!(made.text("/invited_by"), stage.person("ada@operator.example").id);
        assert!(!made.body.contains("/invitation/"), "whoever invites never sees the link");
        let id = made.text("/id").to_owned();
        let listed = admin.get("/v1/invitations");
        assert_eq!((listed.text("/items/0/id"), listed.header("etag")), (id.as_str(), ""));

        // Another one to the same address takes its place.
        let link = stage.invitation(stage.operator(), "bo@operator.example", "trader");
        let listed = admin.get("/v1/invitations");
        assert_eq!(listed.json["items"].as_array().unwrap().len(), 1);
        assert_eq!((listed.text("/items/0/role"), listed.text("/items/0/invited_by")), ("trader", "operator"));
        let page = stage.http().get(&link);
        assert_eq!(page.status, 200);
        for told in ["You are invited", "Trader: reads money", "bo@operator.example"] {
            assert!(page.body.contains(told), "{told}: {}", page.body);
        }
        assert_eq!(admin.get("/v1/people").json["items"].as_array().unwrap().len(), 1, "to open it makes nobody");
        let bo = stage.entered(&stage.press(&link, &[]));
        let person = stage.person("bo@operator.example");
        assert_eq!((person.role.as_str(), person.language.as_str()), ("trader", "en"));
        assert_eq!(bo.get(&format!("/v1/people/{}", person.id)).text("/role"), "trader");
        assert_eq!(stage.press(&link, &[]).status, 410, "it works once");
        assert_eq!(admin.get("/v1/invitations").json["items"].as_array().unwrap().len(), 0);
        assert_eq!(admin.get("/v1/people").json["items"].as_array().unwrap().len(), 2);
        let csv = admin.send("GET", "/v1/people", &[("accept", "text/csv")], Vec::new());
        assert!(csv.body.starts_with("email,") || csv.body.contains("bo@operator.example"), "{}", csv.body);
        stage.audit();
    });
}

#[test]
fn an_invitation_ends_after_a_week_or_when_it_is_withdrawn() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        let in_time = stage.invitation(stage.operator(), "bo@operator.example", "clerk");
        let late = stage.invitation(stage.operator(), "cy@operator.example", "clerk");
        let withdrawn = stage.invitation(stage.operator(), "di@operator.example", "clerk");
        let admin = stage.logged_in("ada@operator.example");
        let items = admin.get("/v1/invitations").json["items"].as_array().unwrap().clone();
        let id = items.iter().find(|item| item["email"] == "di@operator.example").unwrap()["id"].as_str().unwrap();
        let path = format!("/v1/invitations/{id}");
        assert_eq!(admin.json("DELETE", &path, &[], "").status, 204);
        assert_eq!(admin.json("DELETE", &path, &[], "").code(), "must_exist");
        assert_eq!(admin.get(&path).header("allow"), "DELETE");
        for wrong in ["inv_", "inv_00", &id.to_uppercase(), &id.replace("inv_", "")] {
            assert_eq!(
                admin.json("DELETE", &format!("/v1/invitations/{wrong}"), &[], "").code(),
                "must_exist",
                "{wrong}"
            );
        }
        assert_eq!(stage.press(&withdrawn, &[]).status, 410);
        assert_eq!(stage.http().get(&withdrawn).status, 410);
        stage.pass(7 * 86_400 - 60);
        assert_eq!(stage.press(&in_time, &[]).status, 303);
        stage.pass(60);
        assert_eq!(stage.press(&late, &[]).status, 410);
        assert_eq!(stage.http().get(&late).status, 410);
        let kinds = stage.kinds();
        assert_eq!(kinds.iter().filter(|kind| *kind == "invitation_withdrawn").count(), 1);
        stage.audit();
    });
}

#[test]
fn the_operators_admin_invites_the_first_admin_of_an_organisation_and_no_other_admin_does() {
    each_database(|location| {
        let (stage, coop) = with_coop(location);
        let operator = stage.admin();
        let mut body = whom("bo@coop.example", "admin");
        body["organisation"] = json!(coop.id);
        let made = invite(&operator, &body);
        assert_eq!((made.status, made.text("/organisation")), (201, coop.id.to_string().as_str()));
        let listed = operator.get(&format!("/v1/invitations?organisation={}", coop.id));
        assert_eq!(listed.text("/items/0/email"), "bo@coop.example");
        assert!(operator.get("/v1/invitations").json["items"].as_array().unwrap().is_empty());

        let bo = stage.joined(coop.id, "bo@coop.example", "admin");
        assert_eq!(invite(&bo, &whom("cy@coop.example", "viewer")).text("/organisation"), coop.id.to_string());
        body["organisation"] = json!(stage.operator());
        body["email"] = json!("di@coop.example");
        let foreign = invite(&bo, &body);
        assert_eq!((foreign.status, foreign.code()), (404, "must_exist"));
        body["organisation"] = json!("org_00000000000000000000000000");
        let (absent, unknown) = (invite(&bo, &body), invite(&operator, &body));
        assert_eq!((absent.code(), unknown.code()), ("must_exist", "must_exist"));
        let path = format!("/v1/invitations?organisation={}", stage.operator());
        assert_eq!(bo.get(&path).code(), "must_exist");
        // The people of others are not there, for the operator neither.
        let (ada, own) = (stage.person("ada@operator.example").id, stage.person("bo@coop.example").id);
        for (browser, id) in [(&bo, &ada), (&operator, &own)] {
            let path = format!("/v1/people/{id}");
            assert_eq!(browser.get(&path).code(), "must_exist");
            assert_eq!(browser.json("DELETE", &path, &[], "").code(), "must_exist");
            let body = json!({ "role": "viewer", "language": "en" }).to_string();
            assert_eq!(browser.json("PUT", &path, &[("if-match", "\"x\"")], &body).code(), "must_exist");
        }
        assert_eq!(bo.get("/v1/people").json["items"].as_array().unwrap().len(), 1);
        assert!(stage.log(coop.id).iter().any(|row| row.kind == "invited" && row.actor == ada));
        stage.audit();
    });
}

#[test]
fn two_people_do_not_log_in_with_one_address() {
    each_database(|location| {
        let (stage, coop) = with_coop(location);
        let admin = stage.admin();
        let taken = invite(&admin, &whom("ada@operator.example", "viewer"));
        assert_eq!((taken.status, taken.code()), (409, "email_must_be_new"));
        // Of another organisation it is not told here, but to whoever reads the letter.
        let bo = stage.joined(coop.id, "bo@coop.example", "admin");
        assert_eq!(invite(&bo, &whom("ada@operator.example", "viewer")).status, 201);
        let link = stage.invitation(coop.id, "ada@operator.example", "viewer");
        let refused = stage.press(&link, &[]);
        assert_eq!(refused.status, 409);
        assert!(refused.body.contains("Somebody logs in with this address already"), "{}", refused.body);
        // The link is not spent by it.
        let id = stage.person("ada@operator.example").id;
        stage.joined(stage.operator(), "cy@operator.example", "admin");
        assert_eq!(admin.json("DELETE", &format!("/v1/people/{id}"), &[], "").status, 204, "one may end oneself");
        assert_eq!(stage.press(&link, &[]).status, 303);
        assert_eq!(stage.person("ada@operator.example").organisation, coop.id.to_string());
        stage.audit();
    });
}

#[test]
fn an_organisation_keeps_an_admin() {
    each_database(|location| {
        let stage = Stage::set(location);
        let ada = stage.admin();
        stage.joined(stage.operator(), "cy@operator.example", "clerk");
        let id = stage.person("ada@operator.example").id;
        let path = format!("/v1/people/{id}");
        let tag = ada.get(&path).header("etag").to_owned();
        let change = |browser: &Browser, path: &str, role: &str, tag: &str| {
            let body = json!({ "role": role, "language": "en" }).to_string();
            browser.json("PUT", path, &[("if-match", tag)], &body)
        };
        for refused in [ada.json("DELETE", &path, &[], ""), change(&ada, &path, "clerk", &tag)] {
            assert_eq!((refused.status, refused.code()), (409, "organisation_must_keep_an_admin"));
        }
        assert!(ada.is_in());
        assert_eq!(change(&ada, &path, "admin", &tag).status, 200, "what stays as it is ends nothing");
        assert!(ada.is_in());
        let other = stage.person("cy@operator.example").id;
        let other = format!("/v1/people/{other}");
        let tag = ada.get(&other).header("etag").to_owned();
        assert_eq!(change(&ada, &other, "admin", &tag).status, 200);
        let stale = change(&ada, &other, "viewer", &tag);
        assert_eq!((stale.status, stale.code()), (412, "if_match_must_be_current"));
        let body = json!({ "role": "viewer", "language": "en" }).to_string();
        let bare = ada.json("PUT", &other, &[], &body);
        assert_eq!((bare.status, bare.code()), (428, "if_match_is_required"));
        assert_eq!(ada.json("DELETE", &path, &[], "").status, 204);
        let cy = stage.logged_in("cy@operator.example");
        assert_eq!(cy.json("DELETE", &other, &[], "").code(), "organisation_must_keep_an_admin");
        stage.audit();
    });
}

#[test]
fn only_admins_keep_people_and_nobody_does_without_a_session() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        let id = stage.person("ada@operator.example").id;
        let person = format!("/v1/people/{id}");
        let change = json!({ "role": "viewer", "language": "en" }).to_string();
        let body = whom("di@operator.example", "admin").to_string();
        let rows = [
            ("GET", "/v1/people", ""),
            ("PUT", person.as_str(), change.as_str()),
            ("DELETE", &person, ""),
            ("POST", "/v1/invitations", &body),
            ("GET", "/v1/invitations", ""),
            ("DELETE", "/v1/invitations/inv_00", ""),
            ("GET", "/v1/security-log", ""),
        ];
        let visitor = stage.browser("");
        for role in ["clerk", "trader", "signatory", "viewer"] {
            let browser = stage.joined(stage.operator(), &format!("{role}@operator.example"), role);
            for (method, path, body) in rows {
                let answer = browser.json(method, path, &[], body);
                assert_eq!((answer.status, answer.code()), (403, "permission_is_required"), "{role} {method} {path}");
                assert_eq!(answer.text("/facts/permission"), "people");
            }
            assert_eq!(browser.get(&person).code(), "must_exist", "{role}");
            assert_eq!(browser.get("/account/people").header("location"), "/account");
        }
        for (method, path, body) in rows.iter().chain(&[("GET", "/v1/sessions", ""), ("DELETE", "/v1/sessions", "")]) {
            let answer = visitor.json(method, path, &[], body);
            assert_eq!((answer.status, answer.code()), (401, "token_is_required"), "{method} {path}");
        }
        assert_eq!(visitor.get(&person).code(), "token_is_required");
        stage.audit();
    });
}

#[test]
fn what_is_malformed_invites_and_changes_nobody() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let rows = [
            ("email", json!("bo"), "parameter_is_malformed"),
            ("email", json!("bo@x.example\r\nBcc: all@x.example"), "parameter_is_malformed"),
            ("name", json!(""), "parameter_is_malformed"),
            ("name", json!("Bo\r\nBcc: all@x.example"), "parameter_is_malformed"),
            ("name", json!("x".repeat(201)), "parameter_is_malformed"),
            ("role", json!("Admin"), "parameter_is_malformed"),
            ("role", json!("owner"), "parameter_is_malformed"),
            ("language", json!("de"), "parameter_is_malformed"),
            ("organisation", json!("x"), "parameter_is_malformed"),
            ("email", json!(7), "document_is_malformed"),
            ("more", json!("x"), "document_is_malformed"),
        ];
        for (field, value, code) in rows {
            let mut body = whom("bo@operator.example", "clerk");
            body[field] = value;
            let answer = invite(&admin, &body);
            assert_eq!((answer.status, answer.code()), (400, code), "{body}");
        }
        let id = stage.person("ada@operator.example").id;
        for (body, code) in [
            (json!({ "role": "boss", "language": "en" }), "parameter_is_malformed"),
            (json!({ "role": "admin", "language": "xx" }), "parameter_is_malformed"),
            (json!({ "role": "admin" }), "document_is_malformed"),
        ] {
            let answer = admin.json("PUT", &format!("/v1/people/{id}"), &[("if-match", "*")], &body.to_string());
            assert_eq!((answer.status, answer.code()), (400, code), "{body}");
        }
        for (path, code) in [
            ("/v1/people?limit=0", "parameter_is_malformed"),
            ("/v1/people?cursor=x", "parameter_is_malformed"),
            ("/v1/people?at=0", "parameter_is_malformed"),
            ("/v1/people?x=1", "request_is_malformed"),
            ("/v1/invitations?organisation=x", "parameter_is_malformed"),
            ("/v1/security-log?at=0", "parameter_is_malformed"),
        ] {
            assert_eq!(admin.get(path).code(), code, "{path}");
        }
        assert_eq!(
            admin.send("POST", "/v1/invitations", &[super::stage::OWN], Vec::new()).code(),
            "media_type_not_supported"
        );
        assert!(admin.get("/v1/invitations").json["items"].as_array().unwrap().is_empty());
        stage.audit();
    });
}

#[test]
fn lists_come_in_pages() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        for n in 0..5 {
            stage.joined(stage.operator(), &format!("n{n}@operator.example"), "viewer");
            invite(&admin, &whom(&format!("m{n}@operator.example"), "viewer"));
        }
        for (path, field, count) in
            [("/v1/people", "email", 6), ("/v1/invitations", "email", 5), ("/v1/security-log", "id", 23)]
        {
            let (mut seen, mut next) = (Vec::new(), String::new());
            loop {
                let page = admin.get(&format!("{path}?limit=2{next}"));
                assert_eq!(page.status, 200, "{}", page.body);
                let items = page.json["items"].as_array().unwrap();
                assert!((1..=2).contains(&items.len()));
                seen.extend(items.iter().map(|item| item[field].as_str().unwrap().to_owned()));
                match page.json["next"].as_str() {
                    Some(cursor) => next = format!("&cursor={cursor}"),
                    None => break,
                }
            }
            let distinct: std::collections::BTreeSet<_> = seen.iter().collect();
            assert_eq!((distinct.len(), seen.len()), (count, count), "{path}: {seen:?}");
        }
        stage.audit();
    });
}
