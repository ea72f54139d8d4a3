//! Several servers of one register on one PostgreSQL, each with a data directory and an address of its own.

use std::net::TcpListener;
use std::path::Path;

use orebook_store::Location;
use tempfile::TempDir;

use crate::archive::copy;
use crate::house::found;
use crate::scenario::Scenario;
use crate::served::{Served, clock_of, set_clock};

/// Where they stand. None of them runs by itself.
pub struct Group {
    location: Location,
    homes: Vec<Home>,
}

struct Home {
    data: TempDir,
    address: String,
}

impl Group {
    /// Homes for so many servers of a register just founded. Those that forward hand writes to the one that leads;
    /// `replica` is where they read while they follow, if not in the database itself.
    ///
    /// # Panics
    /// If they cannot be made.
    pub fn founded(
        scenario: &Scenario,
        location: &Location,
        servers: usize,
        forward: bool,
        replica: Option<&str>,
    ) -> Self {
        let first = home();
        found(scenario, first.data.path());
        set_clock(first.data.path(), scenario.now());
        let mut homes = vec![first];
        for _ in 1..servers {
            let next = home();
            copy(homes[0].data.path(), next.data.path());
            homes.push(next);
        }
        for home in &homes {
            let replica = replica.map(|url| format!("replica = \"{url}\"\n")).unwrap_or_default();
            let settings = format!("[cluster]\naddress = \"http://{}\"\nforward = {forward}\n{replica}", home.address);
            std::fs::write(home.data.path().join("orebook.toml"), settings).expect("the settings are written");
        }
        Self { location: location.clone(), homes }
    }

    /// Starts one of them, and waits until it listens.
    ///
    /// # Panics
    /// If it ends first.
    pub fn start(&self, place: usize) -> Served {
        let Home { data, address } = &self.homes[place];
        Served::start_at(&self.location, data.path(), address)
    }

    /// Where one of them is reached.
    pub fn address(&self, place: usize) -> String {
        format!("http://{}", self.homes[place].address)
    }

    /// The data directory of one of them.
    pub fn data(&self, place: usize) -> &Path {
        self.homes[place].data.path()
    }

    /// The time that all of them have.
    pub fn now(&self) -> orebook_registry::values::Timestamp {
        clock_of(self.data(0))
    }
}

/// A directory, and a port that was free a moment ago.
fn home() -> Home {
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    Home { data: tempfile::tempdir().expect("a temporary directory"), address: port.to_string() }
}
