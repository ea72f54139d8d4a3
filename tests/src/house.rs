//! A house: a real server on a real database, with a scenario as its twin.
//!
//! Time is the scenario's. Whatever is played goes over HTTP to the server and into the twin, which must give the
//! very same entries. A house that was audited is beyond doubt: the log verifies, every table is as replayed.

mod answer;
mod founding;
mod http;
pub mod token;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use orebook_registry::instruction::{Act, ConfirmKey};
use orebook_registry::values::Timestamp;
use orebook_registry::{Cause, Entry, NewEntry, Outcome};
use orebook_server::app::Shared;
use orebook_server::clock::Clock;
use orebook_server::commands::{Checked, check, export};
use orebook_server::config::{Config, Place, Service};
use orebook_server::keys::RegistryKeys;
use orebook_server::notices::settings::Settings;
use orebook_server::running::Running;
use orebook_store::{Location, Reader};
use orebook_verifier::{archive, verify};
use tempfile::TempDir;

use crate::scenario::{Actor, Scenario};

pub use answer::Answer;
pub use founding::found;
pub use http::Http;

/// How long a server may take to lead.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A running server, its twin, and the clock of both.
pub struct House {
    /// The twin.
    pub scenario: Scenario,
    /// Speaks to the server, as the operator.
    pub http: Http,
    location: Location,
    clock: Clock,
    data: TempDir,
    running: Option<Running>,
    mail: Option<Settings>,
    apart: bool,
}

impl House {
    /// A register just founded, the operator's second key confirmed.
    pub fn founded(location: &Location) -> Self {
        Self::of(location, Scenario::founded())
    }

    /// A server in which everything has happened that happened in a scenario: instruction by instruction over HTTP,
    /// at the same times.
    ///
    /// # Panics
    /// If an entry of the server is not the scenario's, byte for byte.
    pub fn of(location: &Location, scenario: Scenario) -> Self {
        Self::built(location, scenario, None)
    }

    /// The same, and it sends letters: of all that happens in it, so to whoever is kept as a person before.
    ///
    /// # Panics
    /// If an entry of the server is not the scenario's, byte for byte.
    pub fn with_mail(location: &Location, scenario: Scenario, mail: Settings) -> Self {
        Self::built(location, scenario, Some(mail))
    }

    fn built(location: &Location, scenario: Scenario, mail: Option<Settings>) -> Self {
        let data = tempfile::tempdir().expect("a temporary directory");
        let first = &scenario.entries()[0];
        found(&scenario, data.path());
        let clock = Clock::script(first.time);
        let running = start(location, data.path(), &clock, mail.as_ref());
        running.until_ready(PATIENCE).expect("it leads");
        let http = operators(Http::new(running.url()), &scenario);
        let house = Self {
            scenario,
            http,
            location: location.clone(),
            clock,
            data,
            running: Some(running),
            mail,
            apart: false,
        };
        for entry in house.scenario.entries() {
            house.play_entry(entry);
        }
        house.clock.move_to(house.scenario.now());
        house
    }

    fn play_entry(&self, entry: &NewEntry) {
        self.clock.move_to(entry.time);
        match entry.cause {
            Cause::Clock => self.nudge(),
            Cause::Instruction => {
                let read = Entry::parse(&entry.bytes).expect("an entry can be read");
                let instruction = read.instruction.expect("it has an instruction").get().as_bytes().to_vec();
                let answer = self.submit(&instruction);
                assert_eq!((answer.status, answer.entry()), (201, text(&entry.bytes)), "{}", answer.body);
            }
            Cause::Founding | Cause::Continuation => {}
        }
    }

    /// Has the server look at the clock: what is due is written before whatever is asked.
    fn nudge(&self) {
        let act = serde_json::json!({ "act": Act::ConfirmKey(ConfirmKey {}) });
        let path = format!("/v1/dry-run?organisation={}", self.scenario.operator.id);
        let answer = self.http.post(&path, act.to_string().into_bytes());
        assert!(answer.status < 500, "{}", answer.body);
    }

    /// Moves the clock of server and twin, and has both write what falls due.
    pub fn advance_to(&mut self, time: Timestamp) {
        let due = self.scenario.advance_to(time);
        self.clock.move_to(time);
        if !due.is_empty() {
            self.nudge();
        }
    }

    /// Moves both clocks some seconds on.
    pub fn advance(&mut self, seconds: i64) {
        self.advance_to(self.scenario.now().plus_seconds(seconds));
    }

    /// The canonical bytes of an act, signed a second after whatever came before.
    pub fn sign(&mut self, actor: &Actor, act: Act) -> Vec<u8> {
        self.advance(1);
        self.scenario.sign(actor, act)
    }

    /// Sends bytes to the server alone.
    pub fn submit(&self, bytes: &[u8]) -> Answer {
        self.http.anyone().post("/v1/instructions", bytes.to_vec())
    }

    /// Sends signed bytes to the server and plays them in the twin.
    ///
    /// # Panics
    /// If the two differ in what they make of it.
    pub fn play(&mut self, bytes: &[u8]) -> Answer {
        let answer = self.submit(bytes);
        match self.scenario.submit(bytes) {
            Outcome::Accepted(entries) => {
                assert_eq!((answer.status, answer.entry()), (201, text(&entries[0].bytes)), "{}", answer.body);
                let last = entries.last().map(|entry| entry.sequence.to_string());
                assert_eq!(Some(answer.text("/last")), last.as_deref());
            }
            Outcome::Replayed(name) => {
                assert_eq!((answer.status, answer.text("/sequence")), (200, name.sequence.to_string().as_str()));
            }
            Outcome::Refused(refusal) => assert_eq!(answer.code(), refusal.code(), "{}", answer.body),
        }
        answer
    }

    /// Signs an act with the actor's first key and plays it.
    pub fn act(&mut self, actor: &Actor, act: Act) -> Answer {
        let bytes = self.sign(actor, act);
        self.play(&bytes)
    }

    /// Speaks to the server as a member.
    pub fn member(&self, actor: &Actor) -> Http {
        let token = token::token(&self.http, &actor.id.to_string(), &actor.keys[0].secret);
        self.http.with_token(token)
    }

    /// A read of the server, as the operator.
    pub fn get(&self, path: &str) -> Answer {
        self.http.get(path)
    }

    /// Moves the time outside the log on, by which tokens and sessions end.
    ///
    /// # Panics
    /// If the server does not run.
    pub fn move_wall(&self, seconds: u64) {
        self.running.as_ref().expect("it runs").shared.wall.advance(Duration::from_secs(seconds));
        self.http.move_wall(seconds);
    }

    /// From now on the server is told what the twin is not.
    pub fn leave_twin(&mut self) {
        self.apart = true;
    }

    /// Stops the server in order and starts it anew on the same data.
    pub fn restart(&mut self) {
        self.stop();
        let running = start(&self.location, self.data.path(), &self.clock, self.mail.as_ref());
        running.until_ready(PATIENCE).expect("it leads again");
        self.http = operators(Http::new(running.url()), &self.scenario);
        self.running = Some(running);
    }

    /// Stops the server in order and starts it anew on the same data, with other settings.
    pub fn restart_with(&mut self, adjust: impl FnOnce(&mut Config)) {
        self.stop();
        let mut config = config(&self.location, self.data.path());
        adjust(&mut config);
        let running = Running::start(&config, self.clock.clone()).expect("the server starts");
        running.until_ready(PATIENCE).expect("it leads again");
        self.http = Http::new(running.url());
        self.running = Some(running);
    }

    /// Speaks to its admin address.
    ///
    /// # Panics
    /// If it has none.
    pub fn admin(&self) -> Http {
        let admin = self.running.as_ref().and_then(|running| running.admin).expect("it has an admin address");
        Http::new(format!("http://{admin}"))
    }

    /// Stops the server in order.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop();
        }
    }

    /// Another server on the same data directory and another database.
    pub fn on(&self, location: &Location) -> Running {
        start(location, self.data.path(), &self.clock, None)
    }

    /// What its handlers share.
    ///
    /// # Panics
    /// If it was stopped.
    pub fn shared(&self) -> Arc<Shared> {
        self.running.as_ref().expect("it runs").shared.clone()
    }

    /// The running server: what its handlers share, and the wall's clock among it.
    ///
    /// # Panics
    /// If it was stopped.
    pub fn running(&self) -> &Running {
        self.running.as_ref().expect("it runs")
    }

    /// Its data directory.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// What `orebook check` says now.
    ///
    /// # Panics
    /// If a table is not as the journal says.
    pub fn check(&self) -> Checked {
        let reader = Reader::open(&self.location, 1).expect("the database can be read");
        check(&reader).expect("every table is as replayed")
    }

    /// Stops the server, and goes through everything it leaves behind.
    ///
    /// # Panics
    /// If there is anything to find.
    pub fn audit(mut self) {
        self.stop();
        let size = audit(&self.location, self.data.path());
        if !self.apart {
            assert_eq!(size, self.scenario.entries().len() as u64, "the twin's log is as long");
        }
    }
}

/// The same with the operator's access token.
fn operators(http: Http, scenario: &Scenario) -> Http {
    let operator = &scenario.operator;
    let token = token::token(&http, &operator.id.to_string(), &operator.keys[0].secret);
    http.with_token(token)
}

/// Exports the archive, verifies it, and checks every table. Answers the number of entries.
///
/// # Panics
/// If there is anything to find.
pub fn audit(location: &Location, data: &Path) -> u64 {
    let keys = RegistryKeys::of_data(data).expect("the keys are there");
    let reader = Reader::open(location, 1).expect("the database can be read");
    let checked = check(&reader).expect("every table is as replayed");
    let out = tempfile::tempdir().expect("a temporary directory");
    let (checkpoint, key) = export(&reader, &keys, out.path()).expect("the archive is written");
    let archive = archive::Reader::open(out.path()).expect("the archive can be opened");
    let report = verify(&archive, &key).expect("the archive is usable");
    assert_eq!(report.findings, [], "an auditor finds nothing");
    assert_eq!((checkpoint.size, report.size), (checked.entries, checked.entries));
    checked.entries
}

/// The settings of a server on some data, on a port that is free.
///
/// # Panics
/// If they are not sound.
pub fn config(location: &Location, data: &Path) -> Config {
    let place = Place { data: Some(data.to_owned()), ..Place::default() };
    let service = Service { listen: Some(([127, 0, 0, 1], 0).into()), workers: Some(2), ..Service::default() };
    let config = Config::of(&place, &service).expect("the settings are sound");
    // One address plays everybody: limits have tests of their own.
    Config { database: location.clone(), limits: None, ..config }
}

fn start(location: &Location, data: &Path, clock: &Clock, mail: Option<&Settings>) -> Running {
    let config = config(location, data);
    // Letters tell where to go: to a name that is the same in every run.
    let site = mail.map(|_| "https://registry.example".parse().expect("a site"));
    let config =
        Config { mail: mail.cloned().or(config.mail.clone()), base_url: site.or(config.base_url.clone()), ..config };
    Running::start(&config, clock.clone()).expect("the server starts")
}

fn text(entry: &[u8]) -> &str {
    std::str::from_utf8(entry).expect("an entry is text")
}
