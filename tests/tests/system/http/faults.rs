//! The database goes away, somebody else leads, the past is lost: a server says so, and comes back by itself.

use std::time::{Duration, Instant};

use orebook_registry::instruction::*;
use orebook_registry::values::OrderId;
use orebook_store::Location;
use orebook_tests::archive::copy_database;
use orebook_tests::house::{House, Http, audit, found};
use orebook_tests::load::Load;
use orebook_tests::postgres::cluster;
use orebook_tests::scenario::{Scenario, value};
use orebook_tests::served::{Served, clock_of, set_clock};
use orebook_tests::{each_database, until};

/// Cuts every connection to the database but the one that asks.
const TERMINATE: &str = "select count(pg_terminate_backend(pid)) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()";

fn until_ready(http: &Http) {
    until("the server to lead again", || (http.get("/leadz").status == 200).then_some(()));
}

/// Spends a new id each time, of a moment before the house was founded: a void may not look far ahead.
fn void() -> Act {
    const BEFORE_MS: u128 = 1_767_225_600_000;
    let random = uuid::Uuid::now_v7().as_u128() & ((1 << 80) - 1);
    let id = uuid::Uuid::from_u128(BEFORE_MS << 80 | random);
    Act::Void(Void { id: value(&format!("urn:uuid:{id}")) })
}

#[test]
fn a_server_that_loses_its_session_while_nobody_asks_anything_leads_again_by_itself() {
    let database = cluster().database();
    let mut house = House::founded(&database.location());
    let epoch = || database.execute("select epoch from head");
    let before = epoch();
    database.execute(TERMINATE);
    until("a new epoch", || (epoch() != before).then_some(()));
    until_ready(&house.http);
    let operator = house.scenario.operator.clone();
    assert_eq!(house.act(&operator, void()).status, 201);
    house.audit();
}

#[test]
fn a_leader_that_only_refuses_for_longer_than_its_session_may_be_idle_goes_on_leading() {
    let database = cluster().database();
    let mut house = House::founded(&database.location());
    let epoch = || database.execute("select epoch from head");
    let (before, operator) = (epoch(), house.scenario.operator.clone());
    let nothing = Act::CancelOrder(CancelOrder { order: OrderId::from(7) });
    let end = Instant::now() + orebook_store::IDLE_DEFAULT + Duration::from_secs(1);
    while Instant::now() < end {
        let refused = house.act(&operator, nothing.clone());
        assert!((400..500).contains(&refused.status), "{}", refused.body);
    }
    assert_eq!(house.act(&operator, void()).status, 201);
    assert_eq!(epoch(), before);
    house.audit();
}

#[test]
fn an_instruction_that_meets_a_lost_session_is_answered_with_outcome_unknown() {
    let database = cluster().database();
    let mut house = House::founded(&database.location());
    let operator = house.scenario.operator.clone();
    let bytes = house.sign(&operator, void());
    database.execute(TERMINATE);
    let answer = house.submit(&bytes);
    assert_eq!((answer.status, answer.code()), (503, "outcome_unknown"), "{}", answer.body);
    assert_eq!(answer.header("retry-after"), "1");
    until_ready(&house.http);
    assert_eq!(house.play(&bytes).status, 201);
    assert_eq!(house.play(&bytes).status, 200);
    house.audit();
}

#[test]
fn a_second_server_waits_until_the_first_is_gone() {
    let database = cluster().database();
    let location = database.location();
    let data = tempfile::tempdir().unwrap();
    let mut scenario = Scenario::founded();
    found(&scenario, data.path());
    set_clock(data.path(), scenario.now());
    let first = Served::start_leading(&location, data.path());
    let second = Served::start(&location, data.path());
    scenario.advance_to(clock_of(data.path()));
    let load = Load::signed(&mut scenario, 60);
    let http = first.http.clone();
    load.send_while(&http, || {
        until("some answers", || (load.answered() >= 20).then_some(()));
        let refused = second.http.post("/v1/instructions", b"{}".to_vec());
        assert_eq!((refused.status, refused.code()), (503, "not_leading"), "{}", refused.body);
        let waiting = second.http.get("/leadz");
        assert_eq!((waiting.status, waiting.code()), (503, "not_leading"), "{}", waiting.body);
        first.kill();
    });
    second.until_ready();
    load.send_again(&second.http);
    second.kill();
    audit(&location, data.path());
}

#[test]
fn a_server_does_not_lead_from_an_older_copy_of_its_database() {
    let directory = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(directory.path().join("register.db"));
    let older = Location::Sqlite(directory.path().join("older.db"));
    let mut house = House::founded(&location);
    let operator = house.scenario.operator.clone();
    house.act(&operator, void());
    house.stop();
    copy_database(&directory.path().join("register.db"), &directory.path().join("older.db"));
    house.restart();
    house.act(&operator, void());
    house.act(&operator, void());
    house.stop();

    let restored = house.on(&older);
    let reason = restored.until_ready(Duration::from_secs(1)).unwrap_err();
    assert!(reason.contains("the journal has 3 entries, but a checkpoint over 5 was published"), "{reason}");
    let http = Http::new(restored.url());
    let waiting = http.get("/readyz");
    assert_eq!((waiting.status, waiting.code()), (503, "not_ready"));
    assert!(waiting.text("/detail").contains("older than what the world has seen"), "{}", waiting.body);
    restored.stop();

    // An empty database is the oldest of all: it must not become a second history.
    let empty = house.on(&Location::Sqlite(directory.path().join("empty.db")));
    let reason = empty.until_ready(Duration::from_secs(1)).unwrap_err();
    assert!(reason.contains("the journal has 0 entries, but a checkpoint over 5 was published"), "{reason}");
    empty.stop();
    house.restart();
    house.act(&operator, void());
    house.audit();
}

#[test]
fn a_server_stopped_in_order_under_load_loses_nothing_it_acknowledged() {
    each_database(|location| {
        let mut house = House::founded(location);
        house.leave_twin();
        let load = Load::signed(&mut house.scenario, 300);
        let http = house.http.clone();
        load.send_while(&http, || {
            until("some answers", || (load.answered() >= 50).then_some(()));
            house.stop();
        });
        house.restart();
        load.send_again(&house.http);
        house.audit();
    });
}
