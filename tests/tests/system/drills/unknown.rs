//! The connection is cut at the COMMIT: before it, after it, and when the server has answered.

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::postgres::cluster;
use orebook_tests::proxy::{Cut, Proxy};
use orebook_tests::served::Served;
use orebook_tests::until;

use super::Stage;

const INSTRUCTIONS: usize = 8;

#[test]
fn a_commit_whose_outcome_is_unknown_loses_and_doubles_nothing() {
    for cut in Cut::ALL {
        let database = cluster().database();
        let proxy = Proxy::before(cluster().socket());
        let location = database.through(&proxy);
        let name = match cut {
            Cut::BeforeCommit => "cut before COMMIT",
            Cut::AfterCommit => "cut after COMMIT",
            Cut::BeforeAnswer => "cut before the answer",
        };
        let (mut stage, mut drill) = (Stage::new(), Drill::on(&location, name));
        let served = Served::start_leading(&location, stage.data());
        let http = served.http.clone();
        for _ in 0..cycles(4, 110) {
            let load = stage.load(INSTRUCTIONS);
            let fired = proxy.fired();
            proxy.cut_next(cut);
            load.send_while(&http, || until("a cut", || (proxy.fired() > fired).then_some(())));
            load.send_again(&http);
            stage.look(&served);
            drill.cycle();
        }
        served.kill();
        stage.settle(&mut drill, &database.location());
        drill.end();
    }
}
