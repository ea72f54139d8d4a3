//! A log of small entries and the deliveries that tell of them, under a clock that the test moves.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use orebook_document::SecretKey;
use orebook_server::webhooks::deliveries::Deliveries;
use orebook_server::webhooks::round::Office;
use orebook_server::webhooks::settings::Settings;
use orebook_server::webhooks::signature::Secret;
use orebook_server::webhooks::target::Guard;
use orebook_server::webhooks::{Hooks, Now};
use orebook_store::{
    Batch, InvolvedRow, JournalRow, Letters, Location, PostingRow, Reader, WebhookAttemptRow, WebhookRow, Writer,
};
use orebook_tests::house::{Answer, House};
use orebook_tests::receiver::Receiver;
use orebook_tests::scenario::Actor;
use orebook_tests::until;

use super::super::super::store::fixture::tip;

/// Who is told.
pub const CLARA: &str = "org_01CLARA0000000000000000000";
pub const LUMEN: &str = "org_01LUMEN0000000000000000000";
/// The log's origin.
pub const ORIGIN: &str = "test.orebook.example/log";

/// Deliveries on a database, and all that drives them.
pub struct Stage {
    pub hooks: Arc<Hooks>,
    pub key: SecretKey,
    location: Location,
    writer: Writer,
    letters: Letters,
    reader: Reader,
    settings: Settings,
    size: Arc<AtomicU64>,
    clock: Arc<AtomicI64>,
    deliveries: Option<Deliveries>,
}

/// A request of a member's program.
pub fn ask(house: &House, actor: &Actor, method: &str, path: &str, body: &str) -> Answer {
    ask_with(house, actor, method, path, body, &[])
}

/// The same with more headers.
pub fn ask_with(
    house: &House,
    actor: &Actor,
    method: &str,
    path: &str,
    body: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let json = [("content-type", "application/json")];
    let sent = if body.is_empty() { &[][..] } else { &json[..] };
    house.member(actor).send(method, path, &[sent, headers].concat(), body.as_bytes().to_vec())
}

/// What deliveries on the loopback address are made by: patience that a busy machine does not exhaust, and a test can wait for.
pub fn settings() -> Settings {
    let patience = std::time::Duration::from_secs(1);
    Settings { allow_loopback: true, connect: patience, whole: patience }
}

/// The wall's time, in milliseconds.
pub fn wall() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_millis()).unwrap()
}

impl Stage {
    /// With deliveries to the loopback address.
    pub fn set(location: &Location) -> Self {
        Self::with(location, settings(), Guard::new(true))
    }

    /// With other settings, and a guard.
    pub fn with(location: &Location, settings: Settings, guard: Guard) -> Self {
        let (clock, key) = (Arc::new(AtomicI64::new(wall())), SecretKey::from_seed([9; 32]));
        let seen = clock.clone();
        let now: Now = Arc::new(move || seen.load(Ordering::SeqCst));
        let hooks = Arc::new(Hooks::with(&settings, guard, key.clone(), now));
        let writer = orebook_tests::lead(location);
        let reader = Reader::open(location, 1).unwrap();
        let mut stage = Self {
            hooks,
            key,
            location: location.clone(),
            writer,
            letters: Letters::of(location),
            reader,
            settings,
            size: Arc::default(),
            clock,
            deliveries: None,
        };
        stage.start();
        stage
    }

    /// Starts deliveries, as a server does.
    pub fn start(&mut self) {
        let reader = Reader::open(&self.location, 2).unwrap();
        let office = Office::new(self.hooks.clone(), reader, Letters::of(&self.location), ORIGIN);
        let size = self.size.clone();
        let leading = move || Some(size.load(Ordering::SeqCst)).filter(|size| *size > 0);
        self.deliveries = Some(Deliveries::start(office, Box::new(leading)).unwrap());
    }

    /// Stops them: what is under way is cut off after a moment.
    pub fn stop(&mut self) {
        self.deliveries = None;
    }

    /// Writes an entry that concerns some, with what each may read; answers its sequence.
    pub fn entry(&mut self, kind: &str, events: &str, concerned: &[(&str, &str)]) -> i64 {
        let sequence = self.writer.head().unwrap().size;
        let entry = format!(r#"{{"cause":"instruction","events":{events},"sequence":"{sequence}","v":"1"}}"#);
        let posting = |(ordinal, organisation): (i32, &str)| PostingRow {
            sequence,
            ordinal,
            account: format!("cash:{organisation}"),
            currency: "USD".to_owned(),
            amount: if ordinal == 0 { -1_250 } else { 1_250 },
            trade: Some("trd_1".to_owned()),
            ..PostingRow::default()
        };
        let involved = |(organisation, reads): &(&str, &str)| InvolvedRow {
            organisation: (*organisation).to_owned(),
            sequence,
            reads: (*reads).to_owned(),
        };
        let row = JournalRow {
            sequence,
            time: 1_780_000_000_000 + sequence,
            kind: kind.to_owned(),
            entry: entry.into_bytes(),
            leaf: vec![7; 32],
            ..JournalRow::default()
        };
        let batch = Batch {
            before: sequence,
            after: tip(sequence + 1),
            journal: vec![row],
            involved: concerned.iter().map(involved).collect(),
            postings: (0..).zip([CLARA, LUMEN]).map(posting).collect(),
            ..Batch::default()
        };
        self.writer.append(&batch).unwrap();
        self.size.store(u64::try_from(sequence + 1).unwrap(), Ordering::SeqCst);
        sequence
    }

    /// Writes so many entries that concern one organisation.
    pub fn entries(&mut self, organisation: &str, many: i64) -> Vec<String> {
        let events = r#"[{"credit":{"transferred":{}}}]"#;
        (0..many).map(|_| self.entry("transfer", events, &[(organisation, "yes")]).to_string()).collect()
    }

    /// A webhook that is told of everything from now on.
    pub fn webhook(&mut self, organisation: &str, receiver: &Receiver) -> String {
        self.webhook_to(organisation, &receiver.url(), "")
    }

    /// A webhook that is told of some types.
    pub fn webhook_to(&mut self, organisation: &str, url: &str, types: &str) -> String {
        let row = WebhookRow {
            id: format!("whk_{}", uuid::Uuid::now_v7().simple()),
            organisation: organisation.to_owned(),
            url: url.to_owned(),
            types: types.to_owned(),
            secret: Secret::generate().unwrap().text(),
            made_at: self.now(),
            version: 1,
            state: "active".to_owned(),
            delivered: self.writer.head().unwrap().size - 1,
            ..WebhookRow::default()
        };
        assert!(self.letters.keep_webhook(&row, 16, &[]).unwrap());
        row.id
    }

    /// A webhook as it stands.
    pub fn row(&self, id: &str) -> WebhookRow {
        self.reader.read(|read| read.webhook(id)).unwrap().unwrap()
    }

    /// Waits until a webhook stands so.
    pub fn until(&self, id: &str, awaited: &str, condition: impl Fn(&WebhookRow) -> bool) -> WebhookRow {
        until(awaited, || Some(self.row(id)).filter(&condition))
    }

    /// Waits until a webhook has been told of an entry.
    pub fn until_told(&self, id: &str, sequence: &str) {
        self.until(id, "the entry to be told", |row| row.delivered.to_string() == sequence);
    }

    /// The attempts of a webhook, oldest first.
    pub fn attempts(&self, id: &str) -> Vec<WebhookAttemptRow> {
        let mut rows = self.reader.read(|read| read.webhook_attempts(id, None, 2_000)).unwrap();
        rows.reverse();
        rows
    }

    /// Changes a webhook as its owner would.
    pub fn change(&self, id: &str, change: impl FnOnce(&mut WebhookRow)) {
        let mut row = self.row(id);
        change(&mut row);
        row.version += 1;
        assert!(self.letters.change_webhook(&row, &[]).unwrap());
        self.hooks.stir();
    }

    /// Has a webhook told again from an entry on.
    pub fn replay(&self, id: &str, from: i64) {
        assert!(self.letters.move_webhook(id, from - 1).unwrap());
        self.hooks.stir();
    }

    /// Takes a webhook away.
    pub fn erase(&self, id: &str) {
        assert!(self.letters.erase_webhook(id, &[]).unwrap());
    }

    /// The time.
    pub fn now(&self) -> i64 {
        self.clock.load(Ordering::SeqCst)
    }

    /// Moves the clock.
    pub fn move_to(&self, moment: i64) {
        self.clock.store(moment, Ordering::SeqCst);
    }

    /// How long deliveries wait.
    pub fn patience(&self) -> std::time::Duration {
        self.settings.whole
    }

    /// Has everything looked at once more under the present time: somebody else is told of a new entry.
    pub fn look_around(&mut self) {
        let receiver = Receiver::new();
        let witness = self.webhook("org_01WITNESS00000000000000000", &receiver);
        let [sequence] = self.entries("org_01WITNESS00000000000000000", 1).try_into().unwrap();
        self.until_told(&witness, &sequence);
        self.erase(&witness);
    }
}
