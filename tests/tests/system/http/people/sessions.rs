//! Sessions: of limited life, renewed when somebody logs in, ended at once and everywhere.

use orebook_registry::instruction::{Act, CloseOrganisation, Role, SuspendOrganisation};
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{Scenario, value};
use serde_json::json;

use super::stage::{Stage, cookie};

#[test]
fn a_session_is_over_after_half_an_hour_without_use_and_after_twelve_hours_in_any_case() {
    each_database(|location| {
        let stage = Stage::set(location);
        stage.admin();
        let idle = stage.logged_in("ada@operator.example");
        stage.pass(29 * 60);
        assert!(idle.is_in());
        stage.pass(29 * 60);
        assert!(idle.is_in(), "its use has counted");
        stage.pass(30 * 60);
        assert!(!idle.is_in());
        assert_eq!(idle.get("/account").header("location"), "/login");

        let busy = stage.logged_in("ada@operator.example");
        for _ in 0..28 {
            stage.pass(25 * 60);
            assert!(busy.is_in());
        }
        stage.pass(20 * 60);
        assert!(!busy.is_in(), "twelve hours");
        stage.audit();
    });
}

#[test]
fn use_is_written_at_most_once_a_minute() {
    each_database(|location| {
        let stage = Stage::set(location);
        let browser = stage.admin();
        let used = |stage: &Stage<'_>| {
            let id = stage.person("ada@operator.example").id;
            stage.reader().read(|read| read.sessions_of(&id, 0)).unwrap()[0].used_at
        };
        let first = used(&stage);
        stage.pass(30);
        assert!(browser.is_in());
        assert_eq!(used(&stage), first);
        stage.pass(31);
        assert!(browser.is_in());
        let second = used(&stage);
        assert!(second - first >= 61_000, "{first} {second}");
        assert!(browser.is_in());
        assert_eq!(used(&stage), second);
        stage.audit();
    });
}

#[test]
fn logging_in_takes_a_new_session_and_ends_the_one_before() {
    each_database(|location| {
        let stage = Stage::set(location);
        let first = stage.admin();
        let link = stage.login_link("ada@operator.example");
        let second = stage.entered(&stage.press(&link, &[("cookie", &first.cookie)]));
        assert_ne!(first.cookie, second.cookie);
        assert!(!first.is_in() && second.is_in());
        // A cookie that somebody else has put into the browser is not taken over.
        let planted = format!("orebook-session={}", "A".repeat(43));
        let third = stage.entered(&stage.press(&stage.login_link("ada@operator.example"), &[("cookie", &planted)]));
        assert_ne!(third.cookie, planted);
        assert!(!stage.browser(&planted).is_in() && third.is_in() && second.is_in());
        stage.audit();
    });
}

#[test]
fn signing_out_ends_this_session_and_signing_out_everywhere_all_of_them() {
    each_database(|location| {
        let stage = Stage::set(location);
        let first = stage.admin();
        let [second, third] = [(); 2].map(|()| stage.logged_in("ada@operator.example"));
        let other = stage.joined(stage.operator(), "bo@operator.example", "viewer");
        let listed = first.get("/v1/sessions");
        let current = |n: usize| listed.json["items"][n]["current"].as_str().unwrap();
        assert_eq!((listed.json["items"].as_array().unwrap().len(), listed.header("cache-control")), (3, "no-store"));
        assert_eq!([current(0), current(1), current(2)].iter().filter(|current| **current == "yes").count(), 1);

        let out = third.form("/logout", "");
        assert_eq!((out.status, out.header("location")), (303, "/login"));
        assert!(out.header("set-cookie").starts_with("orebook-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"));
        assert!(!third.is_in() && first.is_in() && second.is_in());
        // What was stolen before is worth nothing after.
        assert_eq!(third.json("DELETE", "/v1/sessions", &[], "").status, 401);

        let everywhere = first.json("DELETE", "/v1/sessions", &[], "");
        assert_eq!(everywhere.status, 204);
        assert!(everywhere.header("set-cookie").contains("Max-Age=0"));
        assert!(!first.is_in() && !second.is_in() && other.is_in());
        let [fourth, fifth] = [(); 2].map(|()| stage.logged_in("ada@operator.example"));
        assert_eq!(fourth.form("/account/sign-out-everywhere", "").status, 303);
        assert!(!fourth.is_in() && !fifth.is_in() && other.is_in());
        let kinds = stage.kinds();
        assert_eq!(kinds.iter().filter(|kind| *kind == "logout").count(), 3);
        assert_eq!(kinds.iter().filter(|kind| *kind == "session_ended").count(), 2);
        stage.audit();
    });
}

#[test]
fn another_role_counts_at_once_and_ends_the_sessions_of_the_one_before() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let bo = stage.joined(stage.operator(), "bo@operator.example", "admin");
        assert_eq!(bo.get("/v1/people").status, 200);
        let id = stage.person("bo@operator.example").id;
        let known = admin.get(&format!("/v1/people/{id}"));
        let tag = known.header("etag").to_owned();
        let body = json!({ "role": "viewer", "language": "sw" }).to_string();
        let changed = admin.json("PUT", &format!("/v1/people/{id}"), &[("if-match", &tag)], &body);
        assert_eq!((changed.status, changed.text("/role"), changed.text("/language")), (200, "viewer", "sw"));
        assert_eq!(changed.header("set-cookie"), "");
        assert!(!bo.is_in());
        let bo = stage.logged_in("bo@operator.example");
        assert_eq!(
            (bo.get("/v1/people").status, bo.get("/v1/people").code().to_owned()),
            (403, "permission_is_required".into())
        );
        assert_eq!(bo.get(&format!("/v1/people/{id}")).status, 200, "everybody sees themselves");
        // Another language alone ends nothing.
        let body = json!({ "role": "viewer", "language": "fr" }).to_string();
        let tag = changed.header("etag").to_owned();
        assert_eq!(admin.json("PUT", &format!("/v1/people/{id}"), &[("if-match", &tag)], &body).status, 200);
        assert!(bo.is_in());
        stage.audit();
    });
}

#[test]
fn whoever_changes_their_own_role_goes_on_with_a_new_session() {
    each_database(|location| {
        let stage = Stage::set(location);
        let (ada, elsewhere) = (stage.admin(), stage.logged_in("ada@operator.example"));
        stage.joined(stage.operator(), "bo@operator.example", "admin");
        let id = stage.person("ada@operator.example").id;
        let tag = ada.get(&format!("/v1/people/{id}")).header("etag").to_owned();
        let body = json!({ "role": "clerk", "language": "en" }).to_string();
        let changed = ada.json("PUT", &format!("/v1/people/{id}"), &[("if-match", &tag)], &body);
        assert_eq!(changed.status, 200, "{}", changed.body);
        let renewed = stage.browser(&cookie(&changed));
        assert_ne!(renewed.cookie, ada.cookie);
        assert!(!ada.is_in() && !elsewhere.is_in() && renewed.is_in());
        assert_eq!(renewed.get("/v1/people").status, 403);
        stage.audit();
    });
}

#[test]
fn an_ended_person_is_out_at_once_and_no_link_of_theirs_works() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let bo = stage.joined(stage.operator(), "bo@operator.example", "clerk");
        let link = stage.login_link("bo@operator.example");
        let id = stage.person("bo@operator.example").id;
        assert_eq!(admin.json("DELETE", &format!("/v1/people/{id}"), &[], "").status, 204);
        assert!(!bo.is_in());
        assert_eq!(stage.press(&link, &[]).status, 410);
        let again = admin.json("DELETE", &format!("/v1/people/{id}"), &[], "");
        assert_eq!((again.status, again.code()), (404, "must_exist"));
        // The address is free again: somebody else of this name may come.
        let successor = stage.joined(stage.operator(), "bo@operator.example", "viewer");
        assert!(successor.is_in() && stage.person("bo@operator.example").id != id);
        stage.audit();
    });
}

#[test]
fn sessions_outlive_a_restart() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let coop = scenario.register("Coop", "CO", &[Role::Producer]);
        let mut stage = Stage::of(House::of(location, scenario), location);
        let ada = stage.joined(coop.id, "ada@coop.example", "viewer");
        assert!(ada.is_in());
        stage.house.restart();
        let ada = stage.browser(&ada.cookie);
        assert!(ada.is_in());
        assert!(ada.get("/account").body.contains("<dd>Coop</dd>"));
        stage.audit();
    });
}

#[test]
fn the_sessions_of_a_closed_organisation_count_no_longer() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let coop = scenario.register("Coop", "CO", &[Role::Producer]);
        let mut stage = Stage::of(House::of(location, scenario), location);
        let ada = stage.joined(coop.id, "ada@coop.example", "admin");
        let operator = stage.house.scenario.operator.clone();
        let suspend = SuspendOrganisation { organisation: coop.id, reason: value("complaint") };
        assert_eq!(stage.house.act(&operator, Act::SuspendOrganisation(suspend)).status, 201);
        assert!(ada.is_in(), "a suspended one reads its own");
        let close = CloseOrganisation { organisation: coop.id, reason: value("complaint") };
        assert_eq!(stage.house.act(&operator, Act::CloseOrganisation(close)).status, 201);
        assert!(!ada.is_in());
        stage.audit();
    });
}
