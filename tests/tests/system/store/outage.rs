//! PostgreSQL goes away in the middle: the outcome is unknown, and the way back is to lead anew.

use orebook_store::{AppendError, Reader, StoreError};
use orebook_tests::postgres::{Cluster, Durability, cluster};

use super::append::contents;
use super::fixture::{batch, lead_again, writer_after};

const TERMINATE: &str = "select count(pg_terminate_backend(pid)) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()";

#[test]
fn a_terminated_session_leaves_the_outcome_unknown() {
    let database = cluster().database();
    let location = database.location();
    let mut writer = writer_after(&location, &[4]);
    assert_eq!(database.execute(TERMINATE), "1");
    assert!(matches!(writer.append(&batch(4, 2)), Err(AppendError::Unknown(_))));
    assert!(matches!(writer.append(&batch(4, 2)), Err(AppendError::Poisoned)));

    let mut next = lead_again(&location);
    assert_eq!((next.head().unwrap().epoch, next.head().unwrap().size), (2, 4));
    next.append(&batch(4, 2)).unwrap();
    assert_eq!(contents(&location).journal, batch(0, 6).journal);
}

#[test]
fn a_pool_replaces_connections_that_were_lost() {
    let database = cluster().database();
    let location = database.location();
    drop(writer_after(&location, &[4]));
    let reader = Reader::open(&location, 2).unwrap();
    let size = || reader.read(|reading| Ok::<_, StoreError>(reading.head()?.size));
    assert_eq!(size().unwrap(), 4);
    database.execute(TERMINATE);
    assert_eq!(size().unwrap(), 4);
}

#[test]
fn a_crashed_server_comes_back_with_every_acknowledged_batch() {
    let cluster = Cluster::start(Durability::Real);
    let database = cluster.database();
    let location = database.location();
    let mut writer = writer_after(&location, &[3, 3]);
    cluster.stop_immediately();
    assert!(matches!(writer.append(&batch(6, 1)), Err(AppendError::Unknown(_))));
    cluster.restart();
    let mut next = lead_again(&location);
    assert_eq!(next.head().unwrap().size, 6);
    assert_eq!(contents(&location).journal, batch(0, 6).journal);
}
