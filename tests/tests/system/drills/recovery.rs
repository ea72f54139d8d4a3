//! A server that was killed starts again, and the n-th write or sync of its start fails.

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::preload::{Fault, Of, Preload};
use orebook_tests::served::Served;

use super::Stage;

const INSTRUCTIONS: usize = 3;

#[test]
fn a_recovery_that_meets_an_error_of_the_disk_comes_to_its_end_later() {
    let mut stage = Stage::new();
    let (location, preload) = (stage.file(), Preload::watching(stage.data()));
    let mut drill = Drill::on(&location, "error in a recovery");
    let mut served = Served::start_leading(&location, stage.data());
    for fault in [Fault::Io, Fault::Kill, Fault::NoSpace].into_iter().take(cycles(2, 3)) {
        let mut n = 1;
        loop {
            stage.load(INSTRUCTIONS).send_again(&served.http);
            stage.look(&served);
            served.kill();
            preload.fail_at(n, Of::All, fault);
            let started = Served::start_under(&preload, &location, stage.data(), &[]);
            let fired = preload.disarm();
            served = match started {
                Ok(served) if !fired || fault != Fault::Kill => served,
                _ => Served::start_under(&preload, &location, stage.data(), &[]).unwrap(),
            };
            served.until_ready();
            stage.loads.last().unwrap().send_again(&served.http);
            if !fired {
                break;
            }
            drill.cycle();
            n += cycles(9, 1);
        }
    }
    served.kill();
    stage.settle(&mut drill, &location);
    drill.end();
}
