//! Whole-system tests, and what they stand on.
//!
//! Tests start what they need and leave nothing behind. There is no order between them, each has a
//! database of its own, and none sleeps for a fixed time: [`until`] waits for the condition itself.

pub mod archive;
pub mod browser;
pub mod bucket;
mod codes;
pub mod damage;
pub mod demo;
pub mod disk;
pub mod drill;
pub mod golden;
pub mod group;
pub mod house;
pub mod load;
pub mod mail;
pub mod postgres;
pub mod preload;
pub mod programs;
pub mod proxy;
pub mod receiver;
pub mod scenario;
pub mod script;
pub mod served;
pub mod simulation;
pub mod twin;
pub mod witness;

pub use codes::refusal_codes;

use std::time::{Duration, Instant};

use orebook_store::{LeadError, Location, Writer};

/// Runs a test on a fresh, migrated SQLite file, then on a fresh, migrated PostgreSQL database.
pub fn each_database(test: impl Fn(&Location)) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = Location::Sqlite(directory.path().join("register.db"));
    orebook_store::migrate(&file).expect("a new file can be migrated");
    eprintln!("on {file}");
    test(&file);

    let database = postgres::cluster().database();
    eprintln!("on {}", database.location());
    test(&database.location());
}

/// Waits until the closure answers something, and answers that.
///
/// # Panics
/// After half a minute, with the name of what was awaited.
pub fn until<T>(awaited: &str, mut condition: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + Duration::from_secs(30);
    loop {
        if let Some(answer) = condition() {
            return answer;
        }
        assert!(Instant::now() < end, "waited in vain for {awaited}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Leads. A leader that has just ended holds the lease until PostgreSQL has seen its session end.
///
/// # Panics
/// If another goes on leading, or the database cannot be used.
pub fn lead(location: &Location) -> Writer {
    until("the lease", || match Writer::lead(location) {
        Err(LeadError::Held) => None,
        led => Some(led.expect("the database can be used")),
    })
}
