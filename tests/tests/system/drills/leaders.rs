//! The leader is frozen past its lease, another one leads, and it wakes up believing that it leads: not one row is its.

use std::path::Path;

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::postgres::cluster;
use orebook_tests::served::Served;
use orebook_tests::until;

use super::Stage;

const INSTRUCTIONS: usize = 6;
/// The database drops a silent leader after this many milliseconds.
const IDLE_MS: &str = "700";
/// Clients that send at once.
const CLIENTS: usize = 4;

/// A server on a data directory of its own, with the keys of the stage's.
fn second(stage: &Stage) -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    orebook_tests::archive::copy(stage.data(), data.path());
    data
}

fn stopped(id: u32) -> bool {
    let status = std::fs::read_to_string(Path::new("/proc").join(id.to_string()).join("status")).unwrap_or_default();
    status.lines().any(|line| line.starts_with("State:\tT"))
}

#[test]
fn a_leader_that_wakes_up_after_its_lease_writes_nothing() {
    let database = cluster().database();
    let location = database.location();
    let (mut stage, mut drill) = (Stage::new(), Drill::on(&location, "two leaders"));
    let other = second(&stage);
    let more = ["--idle-ms", IDLE_MS];
    let mut leader = Served::start_told(&location, stage.data(), &more);
    leader.until_ready();
    let mut standby = Served::start_told(&location, other.path(), &more);
    for _ in 0..cycles(2, 60) {
        let (of_frozen, of_new) = (stage.new_load(INSTRUCTIONS), stage.new_load(INSTRUCTIONS));
        of_frozen.send_while(&leader.http, || {
            // Frozen with instructions under way, and with more that come meanwhile.
            until("an answer", || (of_frozen.answered() > 0).then_some(()));
            leader.signal("STOP");
            until("it to freeze", || stopped(leader.id()).then_some(()));
            standby.until_ready();
            of_new.send_again(&standby.http);
            let (size, held) = (database.execute("select size from head"), of_frozen.acknowledged());
            leader.signal("CONT");
            until("the stale leader to give up", || leader.ready().is_err().then_some(()));
            assert_eq!(database.execute("select size from head"), size, "not one row is the stale leader's");
            assert!(of_frozen.acknowledged() <= held + CLIENTS, "only what was stored before can still be answered");
        });
        of_frozen.send_again(&standby.http);
        stage.look(&standby);
        stage.loads.extend([of_frozen, of_new]);
        std::mem::swap(&mut leader, &mut standby);
        drill.cycle();
    }
    drop((leader, standby));
    stage.settle(&mut drill, &location);
    drill.end();
}
