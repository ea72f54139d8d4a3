//! Drills: something goes wrong, again and again. What was acknowledged is there afterwards, once. See `docs/drills.md`.

mod checkpoint;
mod clients;
mod clock;
mod disk_errors;
mod disk_full;
mod failover;
mod first_start;
mod killed;
mod leaders;
mod migration;
mod power;
mod recovery;
mod restarted;
mod standby;
mod terminated;
mod texts;
mod unknown;

use std::path::Path;

use orebook_registry::values::Timestamp;
use orebook_store::Location;
use orebook_tests::drill::{Drill, shown};
use orebook_tests::house::found;
use orebook_tests::load::Load;
use orebook_tests::postgres::cluster;
use orebook_tests::scenario::Scenario;
use orebook_tests::served::{Served, clock_of, set_clock};
use orebook_tlog::Checkpoint;
use tempfile::TempDir;

/// A register to go wrong: its data directory, who signs for it, and what clients have of it.
pub struct Stage {
    data: TempDir,
    scenario: Scenario,
    loads: Vec<Load>,
    seen: Vec<Checkpoint>,
}

impl Stage {
    /// Founded, and not yet served.
    pub fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let scenario = Scenario::founded();
        found(&scenario, data.path());
        set_clock(data.path(), scenario.now());
        std::fs::write(data.path().join("orebook.toml"), "[limits]\noff = true\n").unwrap();
        Self { data, scenario, loads: Vec::new(), seen: Vec::new() }
    }

    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// SQLite's file in the data directory.
    pub fn file(&self) -> Location {
        Location::Sqlite(self.data().join("register.db"))
    }

    /// So many new instructions, signed at the register's time.
    pub fn load(&mut self, count: usize) -> &Load {
        let load = self.new_load(count);
        self.loads.push(load);
        self.loads.last().unwrap()
    }

    /// The same, to be kept in `loads` later.
    pub fn new_load(&mut self, count: usize) -> Load {
        self.load_after(count, 0)
    }

    /// The same, signed so many milliseconds after the register's time.
    pub fn load_after(&mut self, count: usize, later_ms: i64) -> Load {
        self.turn_clock(later_ms);
        Load::signed(&mut self.scenario, count)
    }

    /// What is signed from now on is signed so many milliseconds after the register's time.
    pub fn turn_clock(&mut self, later_ms: i64) {
        let now = clock_of(self.data()).ms() + later_ms;
        self.scenario.turn_clock_to(Timestamp::from_ms(now));
    }

    /// Serves, and has something go wrong under load again and again; what was not acknowledged is sent again each time.
    pub fn serve_through(
        mut self,
        mut drill: Drill,
        location: &Location,
        (cycles, instructions): (usize, usize),
        mut fault: impl FnMut(usize, &Load),
    ) {
        let server = Served::start_leading(location, self.data());
        let http = server.http.clone();
        for cycle in 0..cycles {
            let load = self.new_load(instructions);
            load.send_while(&http, || fault(cycle, &load));
            load.send_again(&http);
            self.loads.push(load);
            self.look(&server);
            drill.cycle();
        }
        server.kill();
        self.settle(&mut drill, location);
        drill.end();
    }

    /// Keeps the checkpoint that a server shows.
    pub fn look(&mut self, served: &Served) {
        self.seen.push(shown(served, self.data.path()));
    }

    /// Goes through everything that is left.
    pub fn settle(&self, drill: &mut Drill, location: &Location) {
        drill.settle(location, self.data(), &self.loads, &self.seen);
    }
}

/// Where a drill is played.
type Place = fn(&mut dyn FnMut(&Location, Stage));

/// On a new SQLite file in the stage's directory.
fn on_file(drill: &mut dyn FnMut(&Location, Stage)) {
    let stage = Stage::new();
    let location = stage.file();
    drill(&location, stage);
}

/// On a new PostgreSQL database.
fn on_postgres(drill: &mut dyn FnMut(&Location, Stage)) {
    let database = cluster().database();
    drill(&database.location(), Stage::new());
}
