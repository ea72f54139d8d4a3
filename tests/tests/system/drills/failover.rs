//! Two servers on one database, and clients that write without a pause: the leader is killed, or both are exchanged one
//! after the other as for a new version. How long nobody could write is told.

use std::time::Duration;

use orebook_store::Location;
use orebook_tests::drill::{Drill, cycles, shown};
use orebook_tests::group::Group;
use orebook_tests::load::Load;
use orebook_tests::postgres::{TestDatabase, cluster};
use orebook_tests::scenario::Scenario;
use orebook_tests::served::Served;
use orebook_tests::until;
use orebook_tlog::Checkpoint;

const INSTRUCTIONS: usize = 40;

/// Two servers of one register, the second of which follows the first, and what clients have of them.
struct Pair {
    group: Group,
    scenario: Scenario,
    /// The first leads; each with its place in the group.
    servers: Vec<(usize, Served)>,
    loads: Vec<Load>,
    seen: Vec<Checkpoint>,
    gap: Duration,
}

impl Pair {
    fn on(location: &Location) -> Self {
        let scenario = Scenario::founded();
        let group = Group::founded(&scenario, location, 2, true, None);
        let leader = group.start(0);
        leader.until_ready();
        let follower = group.start(1);
        follower.until_following();
        let (loads, seen, gap) = (Vec::new(), Vec::new(), Duration::ZERO);
        Self { group, scenario, servers: vec![(0, leader), (1, follower)], loads, seen, gap }
    }

    /// Clients write through the follower while something ends the leader; a new one is started in its place, and follows.
    fn exchange(&mut self, end: impl FnOnce(Served)) {
        self.scenario.turn_clock_to(self.group.now());
        let load = Load::signed(&mut self.scenario, INSTRUCTIONS);
        let (place, leader) = self.servers.remove(0);
        let other = &self.servers[0].1;
        let new = std::thread::scope(|scope| {
            scope.spawn(|| load.send_again(&other.http));
            until("some acknowledgements", || (load.acknowledged() >= INSTRUCTIONS / 4).then_some(()));
            end(leader);
            other.until_ready();
            self.group.start(place)
        });
        new.until_following();
        self.seen.push(shown(other, self.group.data(0)));
        self.gap = self.gap.max(load.longest_gap());
        self.loads.push(load);
        self.servers.push((place, new));
    }

    fn settle(mut self, mut drill: Drill, location: &Location) {
        let data = self.group.data(1).to_owned();
        self.servers.clear();
        drill.settle(location, &data, &self.loads, &self.seen);
        drill.note(format!("longest gap {} ms", self.gap.as_millis()));
        drill.end();
    }
}

#[test]
fn a_follower_takes_over_when_the_leader_is_killed() {
    let database = cluster().database();
    let (mut pair, mut drill) = (Pair::on(&database.location()), Drill::on(&database.location(), "failover"));
    for _ in 0..cycles(2, 20) {
        pair.exchange(Served::kill);
        drill.cycle();
    }
    pair.settle(drill, &database.location());
}

/// What a newer version adds while the older one still runs: the older one neither sees nor needs it.
fn expand(database: &TestDatabase<'_>, n: usize) {
    database
        .execute(&format!("alter table head add column later_{n} text; create table later_{n} (id text primary key)"));
}

#[test]
fn servers_are_exchanged_one_after_the_other_while_clients_write() {
    let database = cluster().database();
    let (mut pair, mut drill) = (Pair::on(&database.location()), Drill::on(&database.location(), "rolling upgrade"));
    for n in 0..cycles(2, 20) {
        expand(&database, n);
        pair.exchange(Served::stop);
        drill.cycle();
    }
    pair.settle(drill, &database.location());
}
