//! The database is stopped as a crash would stop it, under load, and comes back.

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::postgres::{Cluster, Durability};
use orebook_tests::until;

use super::Stage;

const INSTRUCTIONS: usize = 40;

#[test]
fn a_database_that_crashes_under_load_loses_nothing() {
    let cluster = Cluster::start(Durability::Real);
    let database = cluster.database();
    let location = database.location();
    let drill = Drill::on(&location, "database restarted");
    Stage::new().serve_through(drill, &location, (cycles(1, 30), INSTRUCTIONS), |cycle, load| {
        until("some answers", || (load.answered() > cycle % (INSTRUCTIONS / 2)).then_some(()));
        cluster.stop_immediately();
        cluster.restart();
    });
}
