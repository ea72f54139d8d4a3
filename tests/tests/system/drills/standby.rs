//! A synchronous standby never answers: COMMIT waits, and nothing is acknowledged meanwhile.

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::postgres::{Cluster, Durability, TestDatabase};
use orebook_tests::served::Served;
use orebook_tests::until;

use super::Stage;

const INSTRUCTIONS: usize = 4;

/// Ends the sessions that wait for the standby. Theirs is committed here, and nobody is told so.
const TERMINATE_WAITING: &str = "select count(pg_terminate_backend(pid)) from pg_stat_activity
    where datname = current_database() and wait_event = 'SyncRep'";

const WAITING: &str = "select count(*) from pg_stat_activity
    where datname = current_database() and wait_event = 'SyncRep'";

/// Names the standbys that every commit waits for, and waits until that is in force.
fn wait_for_standbys(database: &TestDatabase<'_>, names: &str) {
    database.execute(&format!("alter system set synchronous_standby_names = '{names}'"));
    database.execute("select pg_reload_conf()");
    until("the setting", || (database.execute("show synchronous_standby_names") == names).then_some(()));
}

#[test]
fn a_standby_that_never_answers_makes_no_false_acknowledgement() {
    let cluster = Cluster::start(Durability::Relaxed);
    let database = cluster.database();
    let location = database.location();
    let (mut stage, mut drill) = (Stage::new(), Drill::on(&location, "standby silent"));
    let served = Served::start_leading(&location, stage.data());
    let http = served.http.clone();
    for cycle in 0..cycles(4, 110) {
        wait_for_standbys(&database, "nobody");
        let load = stage.load(INSTRUCTIONS);
        load.send_while(&http, || {
            until("a commit that waits", || (database.execute(WAITING) != "0").then_some(()));
            assert_eq!(load.acknowledged(), 0, "nothing is acknowledged that the standby does not have");
            // Half of them end without an answer; the others wait until there is no standby to wait for.
            if cycle % 2 == 0 {
                until("a session to end", || (database.execute(TERMINATE_WAITING) != "0").then_some(()));
                until("an answer", || (load.answered() > 0).then_some(()));
                assert_eq!(load.acknowledged(), 0, "what has no outcome is not acknowledged");
            }
            wait_for_standbys(&database, "");
        });
        load.send_again(&http);
        stage.look(&served);
        drill.cycle();
    }
    served.kill();
    stage.settle(&mut drill, &location);
    drill.end();
}
