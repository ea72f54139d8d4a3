//! The disk fails in the middle of a first start: in a migration, and while the register is founded.

use orebook_store::pending;
use orebook_tests::archive::copy;
use orebook_tests::drill::{Drill, cycles};
use orebook_tests::preload::{Fault, Of, Preload};
use orebook_tests::programs::orebook;
use orebook_tests::served::Served;

use super::Stage;

/// A server on a founded directory, whose n-th change fails; afterwards one that nothing hinders. Whether it failed.
fn start_twice(drill: &mut Drill, before: &Stage, (n, of, fault): (usize, Of, Fault)) -> bool {
    let mut stage = Stage::new();
    copy(before.data(), stage.data());
    let (preload, location) = (Preload::watching(stage.data()), stage.file());
    preload.fail_at(n, of, fault);
    if let Ok(served) = Served::start_under(&preload, &location, stage.data(), &[]) {
        // It leads already, or by itself now that the disk works.
        if !(preload.disarm() && fault == Fault::Kill) {
            served.until_ready();
            served.kill();
        }
    }
    let served = Served::start_leading(&location, stage.data());
    stage.load(2).send_again(&served.http);
    stage.look(&served);
    served.kill();
    stage.settle(drill, &location);
    preload.has_fired()
}

/// Each change in turn; in `make test` the first ones, and every so many of the others.
fn next(n: usize) -> usize {
    n + if n < 4 { 1 } else { cycles(29, 1) }
}

#[test]
fn a_first_migration_that_meets_an_error_can_be_run_again() {
    let stage = Stage::new();
    let mut drill = Drill::on(&stage.file(), "first migration");
    for fault in [Fault::Io, Fault::NoSpace, Fault::Kill] {
        let mut n = 1;
        loop {
            let directory = tempfile::tempdir().unwrap();
            let location = orebook_store::Location::Sqlite(directory.path().join("register.db"));
            let preload = Preload::watching(directory.path());
            preload.fail_at(n, Of::All, fault);
            let migrate = |watched: bool| {
                let mut command = orebook();
                command.args(["migrate", "--data"]).arg(directory.path());
                if watched {
                    preload.apply(&mut command);
                }
                command.output().unwrap()
            };
            let output = migrate(true);
            if output.status.success() {
                assert_eq!(pending(&location).unwrap(), Vec::<String>::new(), "what succeeded is complete");
            } else {
                assert!(preload.has_fired(), "{}", String::from_utf8_lossy(&output.stderr));
                assert!(migrate(false).status.success(), "it can be run again");
                assert_eq!(pending(&location).unwrap(), Vec::<String>::new());
            }
            if !preload.has_fired() {
                break;
            }
            drill.cycle();
            n = next(n);
        }
    }
    drill.end();
}

#[test]
fn a_founding_that_meets_an_error_is_there_or_not() {
    let before = Stage::new();
    orebook_store::migrate(&before.file()).unwrap();
    let mut drill = Drill::on(&before.file(), "founding");
    for fault in [Fault::Kill, Fault::Io, Fault::NoSpace].into_iter().take(cycles(1, 3)) {
        let mut n = 1;
        loop {
            if !start_twice(&mut drill, &before, (n, Of::All, fault)) {
                break;
            }
            drill.cycle();
            n = next(n);
        }
    }
    drill.end();
}

/// Keys that the server makes for itself: half of one would let no later start succeed.
#[test]
fn a_key_that_cannot_be_written_hinders_no_later_start() {
    let before = Stage::new();
    orebook_store::migrate(&before.file()).unwrap();
    let mut drill = Drill::on(&before.file(), "first keys");
    for n in (cycles(2, 1)..).step_by(cycles(5, 1)) {
        if !start_twice(&mut drill, &before, (n, Of::Keys, Fault::NoSpace)) {
            break;
        }
        drill.cycle();
    }
    assert!(drill.cycles() > 1);
    drill.end();
}
