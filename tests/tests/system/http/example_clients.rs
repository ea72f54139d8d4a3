//! The example clients of docs/examples, run as they stand there: programs of their own, in languages of their own.
//! Each is played by a member; what it signs must be what the twin makes of the very same bytes.

use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use orebook_document::SecretKey;
use orebook_registry::instruction::*;
use orebook_registry::serial::SerialBlock;
use orebook_registry::{Entry, Outcome};
use orebook_server::keys;
use orebook_server::webhooks::signature::{Secret, sign_as_registry, signed};
use orebook_store::Location;
use orebook_tests::each_database;
use orebook_tests::house::{House, Http};
use orebook_tests::scenario::{Actor, World};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A language's examples, ready to run.
struct Language {
    program: PathBuf,
    client: PathBuf,
    webhook: PathBuf,
}

fn examples(language: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/examples").join(language)
}

/// The first Python that has the library `cryptography`: a machine may have several.
fn python() -> Language {
    let has = |program: &&str| {
        Command::new(program).args(["-c", "import cryptography"]).output().is_ok_and(|o| o.status.success())
    };
    let program = ["python3", "/usr/bin/python3"].iter().find(|program| has(program));
    let program = program.expect("no python3 with the library cryptography: run `make setup`");
    let file = |name: &str| examples("python").join(name);
    Language { program: program.into(), client: file("client.py"), webhook: file("webhook.py") }
}

/// Types are taken out first: Debian's node does not do that yet.
fn typescript(work: &Path) -> Language {
    let file = |name: &str| {
        let out = work.join(name).with_extension("mjs");
        let mut esbuild = Command::new("esbuild");
        esbuild.arg(examples("typescript").join(name)).arg("--format=esm").arg(format!("--outfile={}", out.display()));
        let done = esbuild.output().expect("esbuild is there: run `make setup`");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        out
    };
    Language { program: "node".into(), client: file("client.ts"), webhook: file("webhook.ts") }
}

/// A member whose systems are an example.
struct Integration {
    language: Language,
    settings: Vec<(&'static str, String)>,
    work: TempDir,
}

impl Integration {
    fn of(house: &House, member: &Actor, language: impl FnOnce(&Path) -> Language) -> Self {
        let work = tempfile::tempdir().unwrap();
        let key = work.path().join("signing.pem");
        keys::write(&key, &member.keys[0].secret).unwrap();
        let settings = vec![
            ("OREBOOK_URL", house.http.url().to_owned()),
            ("OREBOOK_ORGANISATION", member.id.to_string()),
            ("OREBOOK_KEY", key.display().to_string()),
        ];
        Self { language: language(work.path()), settings, work }
    }

    /// From now on tokens are asked for by a program of the organisation, with a key of its own.
    fn as_program(&mut self, member: &Http) {
        let secret = SecretKey::from_seed([77; 32]);
        let body = json!({ "name": "stock system", "scope": "read settings", "key": secret.public().to_string() });
        let made = member.post("/v1/clients", body.to_string().into_bytes());
        assert_eq!(made.status, 201, "{}", made.body);
        let key = self.path("program.pem");
        keys::write(&key, &secret).unwrap();
        self.settings.push(("OREBOOK_CLIENT", made.text("/id").to_owned()));
        self.settings.push(("OREBOOK_CLIENT_KEY", key.display().to_string()));
    }

    fn path(&self, name: &str) -> PathBuf {
        self.work.path().join(name)
    }

    fn command(&self, file: &Path) -> Command {
        let mut command = Command::new(&self.language.program);
        command.arg(file).current_dir(self.work.path()).envs(self.settings.iter().map(|(name, value)| (name, value)));
        // No proxy of the machine stands before 127.0.0.1, and nothing is written beside the examples.
        command.env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1").env("PYTHONDONTWRITEBYTECODE", "1");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(&self.language.client).args(arguments).output().expect("it runs: see `make setup`")
    }

    /// What a command prints, line by line.
    fn told(&self, arguments: &[&str]) -> Vec<String> {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    /// What a command is refused with.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// Writes an act where the client reads it.
    fn act(&self, name: &str, act: &Act) {
        std::fs::write(self.path(name), serde_json::to_vec_pretty(act).unwrap()).unwrap();
    }
}

/// A listening example. It is ended when it is dropped.
struct Listener {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
    port: String,
}

impl Listener {
    fn start(integration: &Integration, secret: &str, key: &str) -> Self {
        let mut command = integration.command(&integration.language.webhook);
        command.arg("0").env("OREBOOK_WEBHOOK_SECRET", secret).env("OREBOOK_WEBHOOK_KEY", key);
        let mut process = command.stdout(Stdio::piped()).spawn().expect("it runs: see `make setup`");
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = lines.next().expect("it listens").unwrap();
        let port = line.strip_prefix("listening on ").unwrap_or_else(|| panic!("{line}")).to_owned();
        Self { process, lines, port }
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it says next.
    fn next(&mut self) -> String {
        self.lines.next().expect("it goes on").unwrap()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Signs deliveries as the registry does.
#[derive(Clone)]
struct Forge {
    secret: Secret,
    key: SecretKey,
}

impl Forge {
    /// Delivers an event that was signed some seconds ago, and tells how that is answered.
    fn deliver(&self, to: &Listener, id: &str, seconds_ago: i64) -> u16 {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
        let moment = i64::try_from(now).unwrap() - seconds_ago;
        let body = br#"{"type":"ping"}"#;
        let signed = signed(id, moment, body);
        let signatures = format!("{} {}", self.secret.sign(&signed), sign_as_registry(&self.key, &signed));
        let moment = moment.to_string();
        let headers = [("webhook-id", id), ("webhook-timestamp", &moment), ("webhook-signature", &signatures)];
        Http::new(to.url()).send("POST", "/", &headers, body.to_vec()).status
    }
}

/// A house that sends webhooks to this machine, with a member that holds a kilogram, and blocks of it to retire.
fn furnished(location: &Location) -> (House, World, Vec<SerialBlock>) {
    let (world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    let mut house = House::of(location, world.scenario.clone());
    std::fs::write(house.data().join("orebook.toml"), "[webhooks]\nallow_loopback = true\n").unwrap();
    house.restart();
    house.act(&clara, Act::PlaceSellOrder(offer));
    house.act(&lumen, Act::PlaceBuyOrder(bid));
    let world = World { scenario: house.scenario.clone(), ..world };
    let blocks = world.blocks(lumen.account, batch, "0.25");
    (house, world, blocks)
}

/// Has the twin decide what a client sent. It must come to the same entry as the server.
fn follow(house: &mut House, member: &Http, kept: &Path) -> String {
    let bytes = std::fs::read(kept).unwrap();
    let sent: Value = serde_json::from_slice(&bytes).unwrap();
    let fate = member.get(&format!("/v1/instructions/{}", sent["id"].as_str().unwrap()));
    let Outcome::Accepted(entries) = house.scenario.submit(&bytes) else { panic!("the twin refuses {sent}") };
    assert_eq!(fate.entry().as_bytes(), entries[0].bytes);
    let read = Entry::parse(&entries[0].bytes).unwrap();
    assert_eq!(read.instruction.unwrap().get().as_bytes(), bytes, "the very bytes that the client kept");
    fate.text("/sequence").to_owned()
}

fn check(location: &Location, language: impl FnOnce(&Path) -> Language, program: bool) {
    let (mut house, world, blocks) = furnished(location);
    let lumen = &world.buyers[0];
    let member = house.member(lumen);
    let mut client = Integration::of(&house, lumen, language);
    if program {
        client.as_program(&member);
    }

    // It reads what is its own.
    let holdings = house.get(&format!("/v1/holdings?organisation={}", lumen.id));
    let block = &holdings.json["items"][0];
    let printed = format!("{} {} available", block["serial"].as_str().unwrap(), block["mass"].as_str().unwrap());
    assert_eq!(client.told(&["holdings"]), [printed]);
    let known = client.told(&["events", "place"]);
    assert!(known.iter().any(|line| line.ends_with(" org.orebook.place_buy_order.v1")), "{known:?}");
    assert_eq!(client.told(&["events", "place"]), [""; 0], "nothing twice");

    // It registers a webhook, which then leads to its own listener.
    let registered = client.told(&["webhook", "http://127.0.0.1:9/"]).concat();
    let [id, secret, key] = registered.split(' ').collect::<Vec<_>>()[..] else { panic!("{registered}") };
    let mut listener = Listener::start(&client, secret, key);
    let path = format!("/v1/webhooks/{id}");
    let tag = member.get(&path).header("etag").to_owned();
    let body = json!({ "url": listener.url() }).to_string().into_bytes();
    let set = member.send("PUT", &path, &[("content-type", "application/json"), ("if-match", &tag)], body);
    assert_eq!(set.status, 200, "{}", set.body);

    // It signs and submits; the same bytes again change nothing.
    client.act("retire.json", &Act::Retire(world.retirement(lumen, blocks.clone(), Claim::Support(PlainClaim {}))));
    let first = client.told(&["submit", "retire.json", "retire.signed"]).concat();
    let sequence = follow(&mut house, &member, &client.path("retire.signed"));
    assert_eq!(first, format!("accepted as entry {sequence}"));
    assert_eq!(
        client.told(&["submit", "retire.json", "retire.signed"]).concat(),
        format!("accepted before as entry {sequence}")
    );
    assert!(client.told(&["fate", "retire.signed"]).concat().starts_with(&format!("entry {sequence} up to ")));
    assert_eq!(house.get("/v1/retirements").text("/items/0/mass"), "0.25");

    // What is not plain ASCII is signed as well, and what is refused is told with its code.
    let name = json!({ "open_account": { "name": "Campaña \"Ñandú\" € \u{1F48E}" } });
    std::fs::write(client.path("account.json"), name.to_string()).unwrap();
    client.told(&["submit", "account.json", "account.signed"]);
    let second = follow(&mut house, &member, &client.path("account.signed"));
    let refused = client.refused(&["submit", "retire.json", "again.signed"]);
    assert!(refused.contains("blocks_must_be_available: "), "{refused}");

    // It is told of both, by the feed and by webhooks.
    let told =
        [format!("event {sequence} org.orebook.retire.v1"), format!("event {second} org.orebook.open_account.v1")];
    let lines = client.told(&["events", "place"]);
    assert!(told.iter().all(|line| lines.contains(line)), "{lines:?}");
    let delivered: Vec<String> = lines.iter().map(|_| listener.next()).collect();
    assert_eq!(delivered, lines, "pushed as pulled");

    // What the registry did not sign just now is refused, and what comes again is known.
    let forge = Forge { secret: Secret::parse(secret).unwrap(), key: keys::webhook_key(house.data()).unwrap() };
    assert_eq!(forge.deliver(&listener, "a", 0), 204);
    assert_eq!(listener.next(), "event a ping");
    assert_eq!(Forge { secret: Secret::generate().unwrap(), ..forge.clone() }.deliver(&listener, "b", 0), 401);
    assert_eq!(Forge { key: SecretKey::from_seed([78; 32]), ..forge.clone() }.deliver(&listener, "c", 0), 401);
    assert_eq!(forge.deliver(&listener, "d", 310), 401, "too old");
    assert_eq!(forge.deliver(&listener, "e", -310), 401, "of the future");
    for id in ["b", "c", "d", "e"] {
        assert_eq!(listener.next(), format!("refused {id}"));
    }
    let body = json!({ "from": sequence }).to_string().into_bytes();
    assert!(member.post(&format!("{path}/replay"), body).status < 300);
    let delivered: Vec<String> = lines.iter().map(|_| listener.next()).collect();
    assert!(delivered.iter().all(|line| line.starts_with("again ")), "{delivered:?}");
    drop(listener);
    house.audit();
}

#[test]
fn the_client_in_python_reads_signs_submits_and_verifies_webhooks() {
    each_database(|location| check(location, |_| python(), false));
}

#[test]
fn the_client_in_typescript_does_the_same_as_a_program_with_a_key_of_its_own() {
    each_database(|location| check(location, typescript, true));
}
