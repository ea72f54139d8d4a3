//! kill -9 under load.

use orebook_store::Location;
use orebook_tests::drill::{Chance, Drill, cycles};
use orebook_tests::served::Served;
use orebook_tests::until;

use super::{Place, Stage, on_file, on_postgres};

const INSTRUCTIONS: usize = 24;
/// A register of its own for so many cycles: or the later ones would do nothing but replay.
const PART: usize = 50;

/// Starts what was killed, settles what is open, and kills it again under load. Each start is a recovery.
fn part(drill: &mut Drill, cycles: usize, location: &Location, mut stage: Stage) {
    let mut chance = Chance::seeded();
    for cycle in 0..cycles {
        let served = Served::start_leading(location, stage.data());
        stage.look(&served);
        if cycle > 0 {
            stage.loads[cycle - 1].send_again(&served.http);
            stage.look(&served);
        }
        let kill_after = 1 + chance.below(INSTRUCTIONS - 4);
        let http = served.http.clone();
        let load = stage.load(INSTRUCTIONS);
        load.send_while(&http, || {
            until("enough answers", || (load.answered() >= kill_after).then_some(()));
            served.kill();
        });
        drill.cycle();
    }
    let served = Served::start_leading(location, stage.data());
    stage.loads.last().unwrap().send_again(&served.http);
    stage.look(&served);
    served.kill();
    stage.settle(drill, location);
}

fn killed(place: Place) {
    let (mut drill, mut left) = (None, cycles(4, 200));
    while left > 0 {
        let cycles = left.min(PART);
        place(&mut |location, stage| {
            part(drill.get_or_insert_with(|| Drill::on(location, "killed")), cycles, location, stage);
        });
        left -= cycles;
    }
    drill.unwrap().end();
}

#[test]
fn a_server_killed_under_load_on_sqlite_loses_nothing() {
    killed(on_file);
}

#[test]
fn a_server_killed_under_load_on_postgres_loses_nothing() {
    killed(on_postgres);
}
