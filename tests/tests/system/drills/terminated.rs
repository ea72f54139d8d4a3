//! The leader's session is terminated under load: whether its COMMIT was carried out, nobody tells it.

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::postgres::cluster;
use orebook_tests::until;

use super::Stage;

const INSTRUCTIONS: usize = 12;

/// Cuts every connection to the database but the one that asks.
const TERMINATE: &str = "select count(pg_terminate_backend(pid)) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()";

#[test]
fn a_terminated_session_loses_nothing() {
    let database = cluster().database();
    let location = database.location();
    let drill = Drill::on(&location, "session terminated");
    Stage::new().serve_through(drill, &location, (cycles(5, 120), INSTRUCTIONS), |cycle, load| {
        until("some answers", || (load.answered() > cycle % (INSTRUCTIONS / 2)).then_some(()));
        until("sessions to cut", || (database.execute(TERMINATE) != "0").then_some(()));
    });
}
