//! The wall's clock is set, forwards and backwards, under a server that leads and before one starts.

use orebook_store::Location;
use orebook_tests::drill::{Drill, cycles};
use orebook_tests::preload::Preload;
use orebook_tests::served::Served;
use orebook_tests::until;

use super::{Stage, on_file, on_postgres};

const INSTRUCTIONS: usize = 6;
const SECOND: i64 = 1_000;
const HOUR: i64 = 3_600 * SECOND;

fn until_it_says(served: &Served, reason: &str) {
    until(reason, || served.ready().err().filter(|said| said.contains(reason)).map(drop));
}

/// An honest client is told to come again.
fn refuses(served: &Served) {
    let refused = served.http.get("/v1/batches");
    assert_eq!((refused.status, refused.code()), (503, "not_ready"), "{}", refused.body);
}

fn clock_is_set(location: &Location, mut stage: Stage) {
    let mut drill = Drill::on(location, "clock set");
    let preload = Preload::watching(stage.data());
    let (mut ahead, mut served) = (0, Served::start_under(&preload, location, stage.data(), &[]).unwrap());
    served.until_ready();
    for _ in 0..cycles(1, 25) {
        // Some seconds forwards: the writer stops, and leads again.
        ahead += 10 * SECOND;
        preload.set_clock(ahead);
        let load = stage.load_after(INSTRUCTIONS, ahead);
        load.send_again(&served.http);
        stage.loads.push(load);
        drill.cycle();
        // Backwards: before the last entry nobody leads.
        preload.set_clock(ahead - 60 * SECOND);
        until_it_says(&served, "which is before the last entry");
        refuses(&served);
        drill.cycle();
        // Far forwards: expiry is final.
        preload.set_clock(ahead + 72 * HOUR);
        until_it_says(&served, "more than 48 hours after the last entry");
        refuses(&served);
        drill.cycle();
        // Put right, it leads by itself.
        preload.set_clock(ahead);
        let load = stage.load_after(INSTRUCTIONS, ahead);
        load.send_again(&served.http);
        stage.look(&served);
        stage.loads.push(load);
        drill.cycle();
    }
    for (moved, reason) in [(-HOUR, "which is before the last entry"), (49 * HOUR, "--accept-time")] {
        served.kill();
        preload.set_clock(ahead + moved);
        served = Served::start_under(&preload, location, stage.data(), &[]).unwrap();
        until_it_says(&served, reason);
        refuses(&served);
        drill.cycle();
    }
    served.kill();
    served = Served::start_under(&preload, location, stage.data(), &["--accept-time"]).unwrap();
    served.until_ready();
    let load = stage.load_after(INSTRUCTIONS, ahead + 49 * HOUR);
    load.send_again(&served.http);
    stage.look(&served);
    stage.loads.push(load);
    served.kill();
    stage.settle(&mut drill, location);
    drill.end();
}

#[test]
fn a_clock_that_is_set_stops_the_writer_and_expires_nothing_on_sqlite() {
    on_file(&mut clock_is_set);
}

#[test]
fn a_clock_that_is_set_stops_the_writer_and_expires_nothing_on_postgres() {
    on_postgres(&mut clock_is_set);
}
