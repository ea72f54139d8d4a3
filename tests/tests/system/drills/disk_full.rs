//! The disk is full, until there is room again: the server answers 503, and comes back by itself.

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::preload::Preload;
use orebook_tests::served::Served;
use orebook_tests::until;

use super::Stage;

const INSTRUCTIONS: usize = 8;

#[test]
fn a_full_disk_is_told_and_survived() {
    let mut stage = Stage::new();
    let (location, preload) = (stage.file(), Preload::watching(stage.data()));
    let mut drill = Drill::on(&location, "disk full");
    let mut served = Served::start_under(&preload, &location, stage.data(), &[]).unwrap();
    served.until_ready();
    for cycle in 0..cycles(3, 60) {
        let load = stage.new_load(INSTRUCTIONS);
        // In the middle of a load, or before it.
        load.send_while(&served.http, || {
            until("some answers", || (load.answered() >= cycle % INSTRUCTIONS).then_some(()));
            preload.fill();
        });
        let full = stage.new_load(INSTRUCTIONS);
        full.send_while(&served.http, || {});
        assert_eq!(full.acknowledged(), 0, "nothing is acknowledged that there is no room for");
        until("it to say that it does not lead", || served.ready().is_err().then_some(()));
        assert!(preload.refused() > 0);
        if cycle % 5 == 4 {
            served.kill();
            // It does not start, or waits for room.
            let started = Served::start_under(&preload, &location, stage.data(), &[]);
            let waits = started.inspect(|served| assert!(served.ready().is_err(), "there is no room to lead"));
            preload.free();
            served = match waits {
                Ok(served) => served,
                Err(_) => Served::start_under(&preload, &location, stage.data(), &[]).unwrap(),
            };
        }
        preload.free();
        served.until_ready();
        load.send_again(&served.http);
        full.send_again(&served.http);
        stage.look(&served);
        stage.loads.extend([load, full]);
        drill.cycle();
    }
    served.kill();
    stage.settle(&mut drill, &location);
    drill.end();
}
