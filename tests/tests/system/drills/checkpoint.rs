//! While SQLite moves its write-ahead log into the database, the n-th write or sync fails. What is acknowledged meanwhile is
//! in the log, and stays there.

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::preload::{Fault, Of, Preload};
use orebook_tests::served::Served;

use super::Stage;

const INSTRUCTIONS: usize = 2;
/// Until the log is long enough.
const FILLING: usize = 24;
/// Far more than it takes until SQLite moves the log: that is at a thousand pages.
const LOADS_MAX: usize = 4_000;

#[test]
fn a_checkpoint_that_meets_an_error_of_the_disk_loses_nothing() {
    let mut stage = Stage::new();
    let (location, preload) = (stage.file(), Preload::watching(stage.data()));
    let mut drill = Drill::on(&location, "error in a checkpoint");
    let mut served = Served::start_under(&preload, &location, stage.data(), &[]).unwrap();
    served.until_ready();
    let (mut n, most, mut filled) = (1, cycles(6, 400), false);
    for loads in 0.. {
        assert!(loads < LOADS_MAX, "there is a checkpoint");
        let fault = if n % 2 == 0 { Fault::NoSpace } else { Fault::Io };
        preload.fail_at(n, Of::Database, fault);
        let load = stage.load(if filled { INSTRUCTIONS } else { FILLING });
        load.send_while(&served.http, || {});
        let (fired, whole) = (preload.disarm(), preload.counted() > 0);
        load.send_again(&served.http);
        filled = fired;
        if fired {
            n += 1;
            drill.cycle();
            // In the middle of it a crash; the start that follows moves the log, and it has to be filled anew.
            if n == 40 {
                stage.look(&served);
                served.kill();
                served = Served::start_under(&preload, &location, stage.data(), &[]).unwrap();
                served.until_ready();
                filled = false;
            }
        } else if whole {
            // It has come to its end without an error.
            break;
        }
        if n > most {
            break;
        }
    }
    served.kill();
    stage.settle(&mut drill, &location);
    drill.end();
}
