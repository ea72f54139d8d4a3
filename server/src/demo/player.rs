//! The player: signs what the story asks for, sends it over HTTP, and tells it in a line.

use std::sync::Arc;
use std::time::{Duration, Instant};

use orebook_document::{Seconds, SecretKey, canonical, sha256, sign};
use orebook_registry::instruction::{Act, CONTEXT, Instruction, InstructionId, InstructionType, Severity};
use orebook_registry::values::{OrganisationId, Timestamp};
use parking_lot::Mutex;
use reqwest::blocking::Client;
use serde_json::{Value, json};

use super::json;
use crate::app::Shared;
use crate::clock::Clock;
use crate::commands::access_token;
use crate::founding::Foundation;
use crate::grievance::Filing;
use crate::grievance::receipt::Receipt;
use crate::http;
use crate::running::Running;

pub(super) const ORIGIN: &str = "demo.orebook.example/log";
/// After this time the operator asks for another token.
const TOKEN_KEPT: Duration = Duration::from_secs(300);

pub(super) const OPERATOR: &str = "Orebook Demo Registry";

/// A key of the play: its seed is the hash of its owner's name, so the key is worthless anywhere else.
pub(super) fn key(owner: &str, person: &str) -> SecretKey {
    SecretKey::from_seed(sha256(format!("orebook demo key\n{owner}\n{person}").as_bytes()))
}

/// The demo's founding.
pub(super) fn foundation(start: Timestamp) -> Result<Foundation, String> {
    Ok(Foundation {
        origin: ORIGIN.to_owned(),
        operator: OPERATOR.parse().map_err(|error| format!("{error}"))?,
        country: "NL".parse().map_err(|error| format!("{error}"))?,
        time: Seconds::from_unix(start.seconds()).map_err(|error| error.to_string())?,
        log: key(OPERATOR, "log"),
        issuer: key(OPERATOR, "issuer"),
        did_web: false,
        persons: [key(OPERATOR, "first"), key(OPERATOR, "second")],
        id: id(start, 0)?,
    })
}

/// A UUIDv7 of a moment and a counter.
fn id(now: Timestamp, counter: u64) -> Result<InstructionId, String> {
    let ms = u64::try_from(now.ms()).unwrap_or(0);
    let random = sha256(format!("orebook demo id\n{counter}").as_bytes());
    let mut bytes = [0; 10];
    bytes.copy_from_slice(&random[..10]);
    InstructionId::from_uuid(uuid::Builder::from_unix_timestamp_millis(ms, &bytes).into_uuid())
        .ok_or_else(|| "no UUIDv7".to_owned())
}

/// Sends signed instructions as the story goes.
pub(super) struct Player {
    shared: Arc<Shared>,
    client: Client,
    url: String,
    clock: Clock,
    counter: u64,
    /// The operator's access token, and when it was asked for.
    token: Mutex<Option<(String, Instant)>>,
}

/// Who signs: an organisation, by one of its persons.
pub(super) struct Signer<'a> {
    pub name: &'a str,
    pub id: OrganisationId,
    pub person: &'a str,
}

impl Player {
    pub(super) fn new(running: &Running, clock: Clock) -> Result<Self, String> {
        let client = http::client().build().map_err(|error| error.to_string())?;
        Ok(Self {
            shared: running.shared.clone(),
            client,
            url: running.url(),
            clock,
            counter: 0,
            token: Mutex::default(),
        })
    }

    /// Files a grievance as anybody would, but for its receipt and its digest: these follow from the demo's seed, since
    /// the digest stands in the log. Answers both.
    pub(super) fn file_grievance(&self, kind: &str, about: &str, words: &str) -> Result<(String, String), String> {
        let seed = sha256(format!("orebook demo grievance\n{about}").as_bytes());
        let mut id = [0; 16];
        id.copy_from_slice(&seed[..16]);
        let filing = Filing {
            kind: kind.to_owned(),
            severity: Severity::One,
            about: Some(about.to_owned()),
            text: words.to_owned(),
        };
        self.shared.state(|registry| filing.check(registry)).map_err(|problem| problem.to_string())?;
        let receipt = Receipt::of_bytes(&seed);
        let row = filing.open_as(self.clock.now(), &id, &receipt);
        self.shared.letters.keep_grievance(&row).map_err(|error| error.to_string())?;
        Ok((receipt.to_string(), row.digest))
    }

    /// A case, by its receipt.
    pub(super) fn case(&self, receipt: &str) -> Result<Value, String> {
        self.get(&format!("/v1/grievances/{receipt}"))
    }

    /// Moves the clock to a day, 08:00. An instruction must follow: what is due is written before it.
    pub(super) fn day(&mut self, date: &str) -> Result<(), String> {
        let moment = format!("{date}T08:00:00.000Z").parse().map_err(|error| format!("{date}: {error}"))?;
        self.clock.move_to(moment);
        println!("\n── {date} ──");
        Ok(())
    }

    /// Signs and sends an act; the answer is the receipt of an accepted one.
    pub(super) fn act(&mut self, signer: &Signer<'_>, act: Value) -> Result<Value, String> {
        let (status, answer) = self.send(signer, act)?;
        if status == 201 { Ok(answer) } else { Err(format!("{} was refused: {answer}", signer.name)) }
    }

    /// Signs and sends an act that must be refused with this code; the answer is the problem.
    pub(super) fn refused(&mut self, signer: &Signer<'_>, act: Value, code: &str) -> Result<Value, String> {
        let (status, answer) = self.send(signer, act)?;
        let given = json::text(&answer, "code").unwrap_or("");
        if (400..500).contains(&status) && given == code {
            Ok(answer)
        } else {
            Err(format!("expected {code}, got {status}: {answer}"))
        }
    }

    /// Status and body of the answer to a signed act. Every instruction is signed a second after the one before.
    fn send(&mut self, signer: &Signer<'_>, act: Value) -> Result<(u16, Value), String> {
        let now = self.clock.now().plus_seconds(if self.counter == 0 { 0 } else { 1 });
        self.clock.move_to(now);
        self.counter += 1;
        let act: Act = serde_json::from_value(act.clone()).map_err(|error| format!("{error} in {act}"))?;
        let created = Seconds::from_unix(now.seconds()).map_err(|error| error.to_string())?;
        let instruction = Instruction {
            context: vec![CONTEXT.to_owned()],
            act,
            expires: Seconds::from_unix(created.unix() + 600).map_err(|error| error.to_string())?,
            id: id(now, self.counter)?,
            organisation: signer.id,
            proof: None,
            registry: ORIGIN.to_owned(),
            kind: InstructionType::Instruction,
        };
        let bytes = canonical(&sign(instruction, &key(signer.name, signer.person), created))
            .map_err(|error| error.to_string())?;
        let request = self
            .client
            .post(format!("{}/v1/instructions", self.url))
            .header("content-type", "application/json")
            .body(bytes);
        let answer = request.send().map_err(|error| error.to_string())?;
        let status = answer.status().as_u16();
        let text = answer.text().map_err(|error| error.to_string())?;
        Ok((status, serde_json::from_str(&text).unwrap_or(json!(text))))
    }

    /// A read of the API by the operator.
    pub(super) fn get(&self, path: &str) -> Result<Value, String> {
        self.read(path, self.client.get(format!("{}{path}", self.url)).bearer_auth(self.token()?))
    }

    /// The same by anybody.
    pub(super) fn get_as_public(&self, path: &str) -> Result<Value, String> {
        self.read(path, self.client.get(format!("{}{path}", self.url)))
    }

    /// The operator's access token; a new one after half the time of the one before.
    fn token(&self) -> Result<String, String> {
        let mut kept = self.token.lock();
        if let Some((token, _)) = kept.as_ref().filter(|(_, since)| since.elapsed() < TOKEN_KEPT) {
            return Ok(token.clone());
        }
        let operator = self.shared.state(|registry| registry.founding().map(|founding| founding.operator));
        let operator = operator.ok_or("there is no operator yet")?.to_string();
        let token = access_token::ask(&self.client, &self.url, &operator, &key(OPERATOR, "first"), None)?;
        *kept = Some((token.clone(), Instant::now()));
        Ok(token)
    }

    fn read(&self, path: &str, request: reqwest::blocking::RequestBuilder) -> Result<Value, String> {
        let answer = request.send().map_err(|error| error.to_string())?;
        let status = answer.status();
        let text = answer.text().map_err(|error| error.to_string())?;
        if !status.is_success() {
            return Err(format!("{path}: {status}: {text}"));
        }
        serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
    }

    /// The bytes of a file.
    pub(super) fn bytes(&self, path: &str) -> Result<Vec<u8>, String> {
        let answer = self
            .client
            .get(format!("{}{path}", self.url))
            .bearer_auth(self.token()?)
            .send()
            .map_err(|error| error.to_string())?;
        let status = answer.status();
        let bytes = answer.bytes().map_err(|error| error.to_string())?;
        if status.is_success() { Ok(bytes.to_vec()) } else { Err(format!("{path}: {status}: {bytes:?}")) }
    }

    /// Puts something beside the register.
    pub(super) fn put(&self, path: &str, body: &Value) -> Result<(), String> {
        let request = self.client.put(format!("{}{path}", self.url)).header("content-type", "application/json");
        let answer = request.body(body.to_string()).send().map_err(|error| error.to_string())?;
        let status = answer.status();
        let text = answer.text().map_err(|error| error.to_string())?;
        if status.is_success() { Ok(()) } else { Err(format!("{path}: {status}: {text}")) }
    }

    /// Uploads the evidence of a declaration, as its declarer.
    pub(super) fn hand_in(&self, signer: &Signer<'_>, declaration: &str, file: &str) -> Result<(), String> {
        let key = key(signer.name, signer.person);
        let token = access_token::ask(&self.client, &self.url, &signer.id.to_string(), &key, None)?;
        let path = format!("/v1/declarations/{declaration}/evidence/{}", hex::encode(sha256(file.as_bytes())));
        let request = self.client.put(format!("{}{path}", self.url)).bearer_auth(token).body(file.to_owned());
        let answer = request.send().map_err(|error| error.to_string())?;
        let status = answer.status();
        let text = answer.text().map_err(|error| error.to_string())?;
        if status.is_success() { Ok(()) } else { Err(format!("{path}: {status}: {text}")) }
    }

    /// The first event of one kind in an entry or its continuations: `("credit", "issued")`.
    pub(super) fn event(&self, receipt: &Value, area: &str, name: &str) -> Result<Value, String> {
        self.events(receipt, area, name)?.into_iter().next().ok_or_else(|| format!("no {area}/{name} in {receipt}"))
    }

    /// All events of one kind in an entry and its continuations, in order.
    pub(super) fn events(&self, receipt: &Value, area: &str, name: &str) -> Result<Vec<Value>, String> {
        let (first, last): (u64, u64) = (json::read(receipt, "sequence")?, json::read(receipt, "last")?);
        let mut found = Vec::new();
        for sequence in first..=last {
            let entry = if sequence == first {
                json::at(receipt, "entry")?.clone()
            } else {
                self.get(&format!("/log/entry/{sequence}"))?
            };
            let events = json::at(&entry, "events")?.as_array().cloned().unwrap_or_default();
            found.extend(
                events
                    .into_iter()
                    .filter_map(|mut event| event.pointer_mut(&format!("/{area}/{name}")).map(Value::take)),
            );
        }
        Ok(found)
    }
}

/// Tells one step: who, what, serials, money.
pub(super) fn tell(who: &str, what: impl std::fmt::Display) {
    println!("  {who}: {what}");
}

/// Compares what came out with what the story says.
pub(super) fn expect(what: &str, found: &str, expected: &str) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{what}: expected {expected}, found {found}")) }
}
