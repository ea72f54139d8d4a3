//! `orebook serve` as a process of its own, which can be killed.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use orebook_registry::values::Timestamp;
use orebook_store::Location;

use crate::house::Http;
use crate::preload::Preload;
use crate::programs::orebook;
use crate::until;

/// Any port that is free.
const ANYWHERE: &str = "127.0.0.1:0";

/// A running server program. Dropping it kills it.
pub struct Served {
    process: Child,
    /// Speaks to it.
    pub http: Http,
}

impl Served {
    /// Starts it on a port that is free, and waits until it listens.
    ///
    /// # Panics
    /// If it ends first.
    pub fn start(location: &Location, data: &Path) -> Self {
        Self::start_told(location, data, &[])
    }

    /// The same at an address that others know.
    ///
    /// # Panics
    /// If it ends first.
    pub fn start_at(location: &Location, data: &Path, address: &str) -> Self {
        Self::start_with(location, data, address, &[], Stdio::null(), None).unwrap_or_else(|ended| panic!("{ended}"))
    }

    /// The same with more arguments.
    ///
    /// # Panics
    /// If it ends first.
    pub fn start_told(location: &Location, data: &Path, more: &[&str]) -> Self {
        Self::start_with(location, data, ANYWHERE, more, Stdio::null(), None).unwrap_or_else(|ended| panic!("{ended}"))
    }

    /// The same under a library that watches its files; the error says how it ended.
    pub fn start_under(preload: &Preload, location: &Location, data: &Path, more: &[&str]) -> Result<Self, String> {
        Self::start_with(location, data, ANYWHERE, more, Stdio::null(), Some(preload))
    }

    /// The same with more arguments, and with its log in a file.
    ///
    /// # Panics
    /// If it ends first.
    pub fn start_logging(location: &Location, data: &Path, more: &[&str], log: &Path) -> Self {
        let log = std::fs::File::create(log).expect("the log can be written");
        let started = Self::start_with(location, data, ANYWHERE, more, log.into(), None);
        started.unwrap_or_else(|ended| panic!("{ended}"))
    }

    fn start_with(
        location: &Location,
        data: &Path,
        listen: &str,
        more: &[&str],
        log: Stdio,
        preload: Option<&Preload>,
    ) -> Result<Self, String> {
        without_limits(data);
        let database = match location {
            Location::Sqlite(path) => format!("sqlite:{}", path.display()),
            Location::Postgres(url) => url.clone(),
        };
        let mut command = orebook();
        command.args(["serve", "--listen", listen, "--database", &database, "--data"]).arg(data);
        command.args(more).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
        if let Some(preload) = preload {
            preload.apply(&mut command);
        }
        let mut process = command.spawn().expect("the program starts");
        let output = BufReader::new(process.stdout.take().expect("its output is piped"));
        let line = output.lines().map_while(Result::ok).find(|line| line.contains("http://"));
        let Some(line) = line else { return Err(format!("it ended: {:?}", process.wait())) };
        let url = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap_or_default();
        Ok(Self { http: Http::new(url.trim_end_matches(',').to_owned()), process })
    }

    /// The same, and waits until it leads.
    ///
    /// # Panics
    /// If it does not.
    pub fn start_leading(location: &Location, data: &Path) -> Self {
        let served = Self::start(location, data);
        served.until_ready();
        served
    }

    /// Whether it leads, or why it does not.
    pub fn ready(&self) -> Result<(), String> {
        let answer = self.http.get("/leadz");
        if answer.status == 200 { Ok(()) } else { Err(answer.text("/detail").to_owned()) }
    }

    /// Waits until it leads.
    pub fn until_ready(&self) {
        until("the server to lead", || (self.http.get("/leadz").status == 200).then_some(()));
    }

    /// Waits until it follows another.
    pub fn until_following(&self) {
        until("the server to follow", || {
            let version = self.http.get("/version");
            (version.text("/standing") == "follows").then_some(())
        });
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Sends it a signal, by name.
    ///
    /// # Panics
    /// If it cannot be sent one.
    pub fn signal(&self, name: &str) {
        let mut kill = Command::new("kill");
        let sent = kill.arg(format!("-{name}")).arg(self.id().to_string()).status();
        assert!(sent.is_ok_and(|status| status.success()), "{} cannot be sent {name}", self.id());
    }

    /// Stops it in order.
    ///
    /// # Panics
    /// If it does not end as it should.
    pub fn stop(mut self) {
        self.signal("TERM");
        assert!(self.process.wait().is_ok_and(|status| status.success()), "it stopped in order");
    }

    /// Kills it as a crash would.
    ///
    /// # Panics
    /// If it has ended before.
    pub fn kill(mut self) {
        assert!(matches!(self.process.try_wait(), Ok(None)), "it was still running");
        self.process.kill().expect("a child can be killed");
        self.process.wait().expect("it ends");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One address plays everybody: without limits, unless the data directory has its own.
pub(crate) fn without_limits(data: &Path) {
    let file = data.join("orebook.toml");
    let settings = std::fs::read_to_string(&file).unwrap_or_default();
    if !settings.contains("[limits]") {
        std::fs::write(&file, settings + "\n[limits]\noff = true\n").expect("the settings can be written");
    }
}

/// Sets the clock of a data directory: the register's time goes on from here.
///
/// # Panics
/// If it cannot be written.
pub fn set_clock(data: &Path, now: Timestamp) {
    let offset = now.ms() - wall_ms();
    std::fs::write(data.join("clock-offset-ms"), offset.to_string()).expect("the offset is written");
}

/// The time that a server on this data directory has now.
///
/// # Panics
/// If its clock was not set.
pub fn clock_of(data: &Path) -> Timestamp {
    let text = std::fs::read_to_string(data.join("clock-offset-ms")).expect("the offset was written");
    Timestamp::from_ms(wall_ms() + text.trim().parse::<i64>().expect("milliseconds"))
}

fn wall_ms() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    i64::try_from(since.expect("it is after 1970").as_millis()).expect("and before the year 292 million")
}
