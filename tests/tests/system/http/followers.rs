//! A second and a third server on the same database: they show what the first stores, hand on or refuse what is not
//! theirs, and one of them takes over.

use std::time::Duration;

use orebook_registry::values::Timestamp;
use orebook_store::{Batch, JournalRow, Tip, Writer};
use orebook_tests::each_database;
use orebook_tests::group::Group;
use orebook_tests::house::{Answer, House, Http, audit, token};
use orebook_tests::load::Load;
use orebook_tests::postgres::cluster;
use orebook_tests::scenario::Scenario;
use orebook_tests::served::Served;
use orebook_tests::until;
use orebook_tlog::{Checkpoint, Edge, VerifierKey, leaf_hash};

/// A read that shows an entry at the least.
pub(super) fn at_least(http: &Http, path: &str, sequence: &str) -> Answer {
    http.send("GET", path, &[("orebook-min-sequence", sequence)], Vec::new())
}

/// The size of the log that a server shows, by the checkpoint that it signed.
pub(super) fn shown(served: &Served, group: &Group) -> Checkpoint {
    let key: VerifierKey = std::fs::read_to_string(group.data(0).join("log.vkey")).unwrap().trim_end().parse().unwrap();
    Checkpoint::open(&served.http.get("/log/checkpoint").body, &key).unwrap()
}

/// A server as the operator asks it.
pub(super) fn of_operator(served: &Served, scenario: &Scenario) -> Http {
    let operator = &scenario.operator;
    served.http.with_token(token::token(&served.http, &operator.id.to_string(), &operator.keys[0].secret))
}

/// The servers of a group, the first of which leads.
pub(super) fn started(group: &Group, servers: usize) -> Vec<Served> {
    let first = group.start(0);
    first.until_ready();
    let mut all = vec![first];
    for place in 1..servers {
        let next = group.start(place);
        next.until_following();
        all.push(next);
    }
    all
}

#[test]
fn followers_show_what_the_leader_stores_with_the_same_checkpoints() {
    let database = cluster().database();
    let mut scenario = Scenario::founded();
    let group = Group::founded(&scenario, &database.location(), 3, false, None);
    let servers = started(&group, 3);
    scenario.advance_to(group.now());
    let load = Load::signed(&mut scenario, 60);
    load.send_again(&servers[0].http);
    let last = shown(&servers[0], &group).size - 1;
    for follower in &servers[1..] {
        let answer = at_least(&follower.http, "/v1/organisations", &last.to_string());
        assert_eq!((answer.status, answer.header("orebook-sequence")), (200, last.to_string().as_str()));
        assert_eq!(answer.body, servers[0].http.get("/v1/organisations").body);
        let (mine, yours) = (follower.http.get("/log/checkpoint").body, servers[0].http.get("/log/checkpoint").body);
        assert_eq!(mine, yours, "a checkpoint is the same whoever signs it");
        let page = follower.http.send("GET", "/", &[("accept", "text/html")], Vec::new());
        assert_eq!((page.status, page.header("orebook-sequence")), (200, last.to_string().as_str()));
        assert_eq!(follower.http.get("/readyz").status, 200);
        assert!(follower.http.get("/status").body.contains("Reads along"));
    }
    drop(servers);
    audit(&database.location(), group.data(1));
}

#[test]
fn what_is_stored_and_not_shown_yet_is_waited_for() {
    let database = cluster().database();
    let mut scenario = Scenario::founded();
    let group = Group::founded(&scenario, &database.location(), 2, false, None);
    let servers = started(&group, 2);
    scenario.advance_to(group.now());
    let (operator, http) = (scenario.operator.id, of_operator(&servers[1], &scenario));
    // A follower looks every 15 ms: most of these are asked for before it shows them.
    let load = Load::signed(&mut scenario, 30);
    for instruction in load.instructions() {
        let id = serde_json::from_slice::<serde_json::Value>(instruction).unwrap()["id"].as_str().unwrap().to_owned();
        let stored = servers[0].http.post("/v1/instructions", instruction.clone());
        assert_eq!(stored.status, 201, "{}", stored.body);
        let fate = http.get(&format!("/v1/instructions/{id}?organisation={operator}"));
        assert_eq!(fate.status, 200, "{}", fate.body);
        assert_eq!((fate.text("/sequence"), fate.entry()), (stored.text("/sequence"), stored.entry()));
    }
    drop(servers);
    audit(&database.location(), group.data(1));
}

#[test]
fn a_follower_refuses_what_is_not_shown_in_time_and_what_is_no_sequence() {
    let database = cluster().database();
    let scenario = Scenario::founded();
    let group = Group::founded(&scenario, &database.location(), 2, false, None);
    let servers = started(&group, 2);
    let size = shown(&servers[1], &group).size;
    let answer = at_least(&servers[1].http, "/v1/organisations", &(size + 5).to_string());
    assert_eq!((answer.status, answer.code()), (503, "sequence_is_not_reached"), "{}", answer.body);
    assert_eq!(answer.json["facts"], serde_json::json!({ "asked": size + 5, "shown": size }));
    assert_eq!(answer.header("retry-after"), "1");
    for wrong in ["", "-1", "1.0", "last", "99999999999999999999999"] {
        let answer = at_least(&servers[1].http, "/v1/organisations", wrong);
        assert_eq!((answer.status, answer.code()), (400, "parameter_is_malformed"), "{wrong}: {}", answer.body);
    }
    drop(servers);
    audit(&database.location(), group.data(0));
}

#[test]
fn a_follower_that_does_not_forward_says_who_leads_and_forecasts_by_itself() {
    let database = cluster().database();
    let mut scenario = Scenario::founded();
    let group = Group::founded(&scenario, &database.location(), 2, false, None);
    let servers = started(&group, 2);
    scenario.advance_to(group.now());
    let load = Load::signed(&mut scenario, 1);
    let refused = servers[1].http.post("/v1/instructions", b"{}".to_vec());
    assert_eq!((refused.status, refused.code()), (503, "not_leading"), "{}", refused.body);
    let leader = group.address(0);
    assert_eq!((refused.text("/facts/leader"), refused.header("orebook-leader")), (leader.as_str(), leader.as_str()));
    let waiting = servers[1].http.get("/leadz");
    assert_eq!((waiting.status, waiting.code()), (503, "not_leading"));
    load.send_again(&servers[0].http);
    drop(servers);
    audit(&database.location(), group.data(0));
}

#[test]
fn a_follower_that_forwards_answers_as_the_leader_does_and_shows_what_it_stored() {
    let database = cluster().database();
    let mut scenario = Scenario::founded();
    let group = Group::founded(&scenario, &database.location(), 2, true, None);
    let servers = started(&group, 2);
    scenario.advance_to(group.now());
    let load = Load::signed(&mut scenario, 40);
    load.send_again(&servers[1].http);
    let size = shown(&servers[1], &group).size;
    assert!(size > 40, "an answer goes out when what was stored is shown here: {size}");
    let of = |served: &Served, body: &[u8]| {
        let answer = served.http.post("/v1/instructions", body.to_vec());
        (answer.status, answer.code().to_owned(), answer.text("/detail").to_owned(), answer.json["facts"].clone())
    };
    for wrong in [&b"{}"[..], b"{\"a\":1 }", b"[1,2", &[b'x'; 20_000]] {
        assert_eq!(of(&servers[1], wrong), of(&servers[0], wrong), "{:?}", String::from_utf8_lossy(wrong));
    }
    // What was handed on once goes no further.
    let headers = [("content-type", "application/json"), ("orebook-forwarded", "1")];
    let back = servers[1].http.send("POST", "/v1/instructions", &headers, b"{}".to_vec());
    assert_eq!((back.status, back.code()), (503, "not_leading"));
    drop(servers);
    audit(&database.location(), group.data(1));
}

#[test]
fn a_follower_takes_over_from_what_it_shows_and_the_third_follows_it() {
    let database = cluster().database();
    let mut scenario = Scenario::founded();
    let group = Group::founded(&scenario, &database.location(), 3, true, None);
    let mut servers = started(&group, 3);
    scenario.advance_to(group.now());
    let load = Load::signed(&mut scenario, 90);
    let third = servers.pop().unwrap();
    let (second, first) = (servers.pop().unwrap(), servers.pop().unwrap());
    let http = third.http.clone();
    load.send_while(&http, || {
        until("some answers", || (load.answered() >= 30).then_some(()));
        first.kill();
        until("somebody to lead", || {
            [&second, &third].iter().any(|one| one.http.get("/leadz").status == 200).then_some(())
        });
    });
    load.send_again(&third.http);
    let (leads, follows): (Vec<&Served>, Vec<&Served>) =
        [&second, &third].into_iter().partition(|one| one.http.get("/leadz").status == 200);
    assert_eq!((leads.len(), follows.len()), (1, 1));
    let size = shown(leads[0], &group).size;
    assert_eq!(at_least(&follows[0].http, "/v1/organisations", &(size - 1).to_string()).status, 200);
    assert_eq!(shown(follows[0], &group), shown(leads[0], &group));
    drop((second, third));
    audit(&database.location(), group.data(2));
}

#[test]
fn a_follower_shows_nothing_that_does_not_lead_to_the_head() {
    let database = cluster().database();
    let mut scenario = Scenario::founded();
    let group = Group::founded(&scenario, &database.location(), 2, false, None);
    let servers = started(&group, 2);
    scenario.advance_to(group.now());
    Load::signed(&mut scenario, 3).send_again(&servers[0].http);
    let size = shown(&servers[0], &group).size;
    assert_eq!(at_least(&servers[1].http, "/v1/organisations", &(size - 1).to_string()).status, 200);
    // Somebody who can write into the database adds an entry that nobody decided.
    database.execute(&format!(
        "begin;
         insert into journal select {size}, time, kind, organisation, instruction, entry, leaf from journal
             where sequence = {size} - 1;
         update head set size = size + 1;
         commit;"
    ));
    let reason = until("the follower to refuse", || {
        let answer = servers[1].http.get("/readyz");
        (answer.status == 503).then_some(answer)
    });
    assert!(reason.text("/detail").contains("another tree than the head states"), "{}", reason.body);
    assert_eq!(servers[1].http.get("/v1/organisations").status, 503);
    database.execute(&format!("delete from journal where sequence = {size}; update head set size = {size};"));
    servers[1].until_following();
    // Another history of the same length, as after a failover of the database that lost what was acknowledged.
    let root = database.execute("select encode(root, 'hex') from head");
    database.execute("update head set root = decode(repeat('ab', 32), 'hex')");
    until("the follower to refuse", || (servers[1].http.get("/readyz").status == 503).then_some(()));
    database.execute(&format!("update head set root = decode('{}', 'hex')", root.trim()));
    servers[1].until_following();
    drop(servers);
    audit(&database.location(), group.data(1));
}

/// Writes an entry as a program would that knows rules 2, and has adopted them.
fn adopt_later_rules(writer: &mut Writer) {
    let head = writer.head().unwrap();
    let entry = format!(
        r#"{{"cause":"clock","events":[{{"party":{{"rules_adopted":{{"rules":"2"}}}}}}],"sequence":"{}","time":"{}","v":"1"}}"#,
        head.size,
        Timestamp::from_ms(head.time)
    );
    let leaf = leaf_hash(entry.as_bytes());
    let mut edge = Edge::from_bytes(head.size.unsigned_abs(), &head.edge).unwrap();
    edge.push(leaf);
    let row = JournalRow {
        sequence: head.size,
        time: head.time,
        kind: "clock".to_owned(),
        organisation: None,
        instruction: None,
        entry: entry.into_bytes(),
        leaf: leaf.to_vec(),
    };
    let after = Tip { size: head.size + 1, root: edge.root().to_vec(), edge: edge.to_bytes(), time: head.time };
    writer.append(&Batch { before: head.size, after, journal: vec![row], ..Batch::default() }).unwrap();
}

const REASON: &str = "decided by a newer version: rules 2 are unknown here";

#[test]
fn a_follower_that_reads_of_later_rules_shows_nothing_more_and_goes_on_saying_why() {
    let database = cluster().database();
    let location = database.location();
    let group = Group::founded(&Scenario::founded(), &location, 2, false, None);
    let first = group.start(0);
    first.until_ready();
    first.stop();
    let mut newer = orebook_tests::lead(&location);
    let follower = group.start(1);
    follower.until_following();
    adopt_later_rules(&mut newer);
    until("the follower to refuse", || (follower.http.get("/readyz").status == 503).then_some(()));
    // Half a look leaves nothing behind that a later one stumbles over.
    for _ in 0..100 {
        let waiting = follower.http.get("/readyz");
        assert_eq!(waiting.status, 503);
        assert!(waiting.text("/detail").contains(REASON), "{}", waiting.body);
    }
}

#[test]
fn a_log_that_later_rules_decide_is_neither_led_nor_followed() {
    each_database(|location| {
        let mut house = House::founded(location);
        house.leave_twin();
        house.stop();
        adopt_later_rules(&mut orebook_tests::lead(location));
        let running = house.on(location);
        let reason = running.until_ready(Duration::from_secs(1)).unwrap_err();
        assert!(reason.contains(REASON), "{reason}");
        let waiting = Http::new(running.url()).get("/readyz");
        assert_eq!((waiting.status, waiting.code()), (503, "not_ready"), "{}", waiting.body);
        running.stop();
        // Somebody else leads it.
        let newer = orebook_tests::lead(location);
        let running = house.on(location);
        let reason = running.until_ready(Duration::from_secs(1)).unwrap_err();
        assert!(reason.contains(REASON), "{reason}");
        drop((running, newer));
    });
}
