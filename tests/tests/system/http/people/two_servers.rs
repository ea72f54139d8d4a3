//! Two servers on one database: what one of them ends, the other honours.

use std::sync::Arc;
use std::time::{Duration, Instant};

use orebook_server::access::session;
use orebook_server::app::Shared;
use orebook_store::Letters;
use orebook_tests::house::{Http, PATIENCE};
use orebook_tests::{each_database, until};

use super::stage::{Browser, Stage};

/// Whether a server recognises a browser, asked as its middleware asks: a server that does not lead answers no request.
fn knows(shared: &Arc<Shared>, browser: &Browser) -> bool {
    let secret = browser.cookie.split_once('=').unwrap().1.to_owned();
    let ask = session::member(shared, &secret, shared.wall.now());
    actix_web::rt::System::new().block_on(ask).unwrap().is_some()
}

#[test]
fn a_session_that_one_server_began_and_ended_the_other_knows_and_forgets() {
    each_database(|location| {
        let stage = Stage::set(location);
        let other = stage.house.on(location);
        let admin = stage.admin();
        assert!(knows(&other.shared, &admin), "begun after the other server started");
        let here = stage.logged_in("ada@operator.example");
        assert!(knows(&other.shared, &here));
        assert_eq!(admin.json("DELETE", "/v1/sessions", &[], "").status, 204);
        let ended = Instant::now();
        until("the end of the session", || (!knows(&other.shared, &admin)).then_some(()));
        assert!(ended.elapsed() < Duration::from_secs(5), "{:?}", ended.elapsed());
        assert!(!knows(&other.shared, &here));
        other.stop();
        stage.audit();
    });
}

#[test]
fn what_another_server_ends_is_over_here_within_seconds() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        assert!(admin.is_in());
        // As another server would write it.
        Letters::of(location).end_sessions_of(&stage.person("ada@operator.example").id, &[]).unwrap();
        let ended = Instant::now();
        until("the end of the session", || (!admin.is_in()).then_some(()));
        assert!(ended.elapsed() < Duration::from_secs(5), "{:?}", ended.elapsed());
        let bo = stage.joined(stage.operator(), "bo@operator.example", "admin");
        assert!(bo.is_in());
        let person = stage.person("bo@operator.example");
        let viewer = orebook_store::PersonRow { role: "clerk".into(), ..person.clone() };
        Letters::of(location).change_person(&person, &viewer, None, &[]).unwrap();
        until("the other role", || (!bo.is_in()).then_some(()));
        stage.audit();
    });
}

#[test]
fn a_server_that_takes_over_goes_on_with_the_sessions() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let other = stage.house.on(location);
        let (stays, leaves) = (stage.admin(), stage.logged_in("ada@operator.example"));
        assert_eq!(leaves.form("/logout", "").status, 303);
        stage.house.stop();
        other.until_ready(PATIENCE).unwrap();
        let http = Http::new(other.url());
        let get =
            |browser: &Browser| http.send("GET", "/v1/sessions", &[("cookie", &browser.cookie)], Vec::new()).status;
        assert_eq!((get(&stays), get(&leaves)), (200, 401));
        other.stop();
        stage.house.restart();
        stage.audit();
    });
}
