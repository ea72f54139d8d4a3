//! Under a server that leads, the n-th write or sync fails: n = 1, 2, 3 … until the commit needs no more of them.

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::preload::{Fault, Of, Preload};
use orebook_tests::served::Served;

use super::Stage;

const INSTRUCTIONS: usize = 4;

#[test]
fn a_commit_that_meets_an_error_of_the_disk_is_not_acknowledged() {
    let mut stage = Stage::new();
    let (location, preload) = (stage.file(), Preload::watching(stage.data()));
    let mut drill = Drill::on(&location, "error in a commit");
    let mut served = Served::start_under(&preload, &location, stage.data(), &[]).unwrap();
    served.until_ready();
    for fault in [Fault::Io, Fault::NoSpace].into_iter().cycle().take(cycles(2, 6)) {
        let mut n = 1;
        loop {
            let load = stage.load(INSTRUCTIONS);
            preload.fail_at(n, Of::WriteAheadLog, fault);
            load.send_while(&served.http, || {});
            if !preload.disarm() {
                assert_eq!(load.acknowledged(), INSTRUCTIONS, "nothing failed");
                break;
            }
            load.send_again(&served.http);
            stage.look(&served);
            drill.cycle();
            // Of those that were answered with an error, some are on the disk: a crash finds them again.
            if n % 8 == 3 {
                served.kill();
                served = Served::start_under(&preload, &location, stage.data(), &[]).unwrap();
                served.until_ready();
            }
            n += if n < 4 { 1 } else { cycles(7, 1) };
        }
    }
    served.kill();
    stage.settle(&mut drill, &location);
    drill.end();
}
