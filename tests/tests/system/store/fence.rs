//! At most one leads, and one that was replaced changes nothing.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use orebook_store::{AppendError, Candidate, Head, LeadError, Location, Reader, StoreError, Writer};
use orebook_tests::postgres::cluster;
use orebook_tests::{each_database, until};

use super::append::contents;
use super::fixture::{batch, lead_again, writer_after};

#[test]
fn a_second_leader_is_told_at_once_and_leads_after_the_first() {
    each_database(|location| {
        let first = Writer::lead(location).unwrap();
        for _ in 0..3 {
            assert!(matches!(Writer::lead(location), Err(LeadError::Held)));
        }
        drop(first);
        assert_eq!(lead_again(location).head().unwrap().epoch, 2, "being refused costs no epoch");
    });
}

#[test]
fn a_batch_must_continue_the_journal() {
    each_database(|location| {
        for before in [0, 4, 6] {
            let mut writer = lead_again(location);
            if writer.head().unwrap().size == 0 {
                writer.append(&batch(0, 5)).unwrap();
            }
            let (head, rows) = (writer.head().unwrap(), contents(location));
            assert!(matches!(writer.append(&batch(before, 2)), Err(AppendError::Fenced)));
            assert!(matches!(writer.append(&batch(5, 2)), Err(AppendError::Poisoned)));
            drop(writer);
            assert_eq!(lead_again(location).head().unwrap().size, head.size);
            assert_eq!(contents(location), rows);
        }
    });
}

/// The first leader is alive and believes it leads. Its lease is taken from it as a freeze or a broken
/// network would: on SQLite the lock file is deleted under it.
#[test]
fn a_replaced_leader_is_fenced_on_sqlite() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("register.db");
    let location = Location::Sqlite(path);
    orebook_store::migrate(&location).unwrap();
    let mut first = writer_after(&location, &[5]);
    std::fs::remove_file(directory.path().join("register.db.lock")).unwrap();

    let mut second = Writer::lead(&location).unwrap();
    let rows = contents(&location);
    assert!(matches!(first.append(&batch(5, 2)), Err(AppendError::Fenced)));
    assert_eq!(contents(&location), rows);
    second.append(&batch(5, 3)).unwrap();
    assert!(matches!(first.append(&batch(8, 2)), Err(AppendError::Poisoned)));
    second.append(&batch(8, 1)).unwrap();
    assert_eq!((second.head().unwrap().epoch, second.head().unwrap().size), (2, 9));
}

/// On PostgreSQL a lease cannot be taken from a living session, so here the epoch alone is raised, as a
/// second leader would: the fence must hold even if the lock should not.
#[test]
fn a_replaced_leader_is_fenced_on_postgres() {
    let database = cluster().database();
    let mut first = writer_after(&database.location(), &[5]);
    database.execute("update head set epoch = epoch + 1");
    let rows = contents(&database.location());
    assert!(matches!(first.append(&batch(5, 2)), Err(AppendError::Fenced)));
    assert_eq!(contents(&database.location()), rows);
    assert_eq!(database.execute("select epoch, size from head"), "2|5");
}

#[test]
fn a_leader_that_falls_silent_loses_its_session_and_one_with_a_heartbeat_keeps_it() {
    let database = cluster().database();
    let location = database.location();
    let idle = Duration::from_millis(900);
    let mut silent = writer_after(&location, &[1]);
    silent.settle(idle).unwrap();
    let mut second = lead_again(&location);
    assert!(matches!(silent.append(&batch(1, 1)), Err(AppendError::Unknown(_))));

    second.settle(idle).unwrap();
    let end = Instant::now() + idle * 2;
    while Instant::now() < end {
        second.heartbeat().unwrap();
        assert!(matches!(Writer::lead(&location), Err(LeadError::Held)));
    }
    second.append(&batch(1, 1)).unwrap();
}

#[test]
fn a_writing_session_waits_for_the_disk_whatever_the_server_says() {
    let database = cluster().database();
    database.execute(
        "do $$ begin execute format('alter database %I set synchronous_commit = off', current_database());
         end $$",
    );
    assert_eq!(database.execute("show synchronous_commit"), "off");
    let mut writer = writer_after(&database.location(), &[]);
    database.execute(
        "create function settings() returns trigger language plpgsql as $$ begin
             insert into seen values (current_setting('synchronous_commit')); return new; end $$;
         create table seen (setting text);
         create trigger settings before insert on journal for each row execute function settings();",
    );
    writer.append(&batch(0, 1)).unwrap();
    assert_eq!(database.execute("select setting from seen"), "on");
}

/// The same test plays both parts: told where by the environment, it is the process to be killed.
#[test]
fn a_killed_process_leaves_no_lease_behind() {
    const TOLD: &str = "OREBOOK_TEST_LEAD";
    if let Ok(location) = std::env::var(TOLD) {
        let _leader = writer_after(&location.parse().unwrap(), &[2]);
        loop {
            std::thread::park();
        }
    }
    each_database(|location| {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::fence::a_killed_process_leaves_no_lease_behind"])
            .env(TOLD, location.to_string())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let reader = Reader::open(location, 1).unwrap();
        until("the other process to append", || {
            let size = reader.read(|reading| Ok::<_, StoreError>(reading.head()?.size)).unwrap();
            (size == 2).then_some(())
        });
        assert!(matches!(Writer::lead(location), Err(LeadError::Held)));
        process.kill().unwrap();
        process.wait().unwrap();
        let mut next = lead_again(location);
        next.append(&batch(2, 2)).unwrap();
        assert_eq!((next.head().unwrap().epoch, next.head().unwrap().size), (2, 4));
    });
}

/// Looking costs nothing: a candidate that is not content leaves the register as it was.
#[test]
fn a_candidate_writes_nothing_and_leads_only_from_where_it_has_looked() {
    each_database(|location| {
        drop(writer_after(location, &[5]));
        let candidate = || until("the lease to come free", || Candidate::take(location).ok());
        let mut first = candidate();
        let head = first.head().unwrap();
        assert_eq!(first.replay(0, 10).unwrap().len(), 5);
        assert!(matches!(Candidate::take(location), Err(LeadError::Held)));
        drop(first);
        let mut second = candidate();
        assert_eq!(second.head().unwrap(), head);
        assert_eq!(second.lead(&head).unwrap().head().unwrap().epoch, head.epoch + 1);
        // Whoever led before was not quite gone.
        for moved in
            [Head { epoch: head.epoch, ..head.clone() }, Head { epoch: head.epoch + 1, size: 4, ..head.clone() }]
        {
            assert!(matches!(candidate().lead(&moved), Err(LeadError::Overtaken)));
        }
        assert_eq!(candidate().head().unwrap().epoch, head.epoch + 1);
    });
}
