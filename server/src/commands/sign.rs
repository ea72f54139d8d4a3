//! `orebook keygen`, `sign` and `submit`: what a member needs to take part from a shell.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use orebook_document::{Seconds, canonical};
use orebook_registry::instruction::{Act, CONTEXT, Instruction, InstructionId, InstructionType};
use orebook_registry::values::Timestamp;
use serde::Deserialize;

use crate::{http, keys};

/// Where a key is written.
#[derive(Debug, Args)]
pub struct Keygen {
    /// New file for the secret key (PKCS#8 PEM, mode 0600)
    out: PathBuf,
}

/// What is signed, by whom, for which register.
#[derive(Debug, Args)]
pub struct Sign {
    /// File with the act, for example {"cancel_order":{"order":"ord_…"}}
    act: PathBuf,
    /// Secret key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Organisation that the key belongs to
    #[arg(long, value_name = "ID")]
    organisation: String,
    /// Server whose origin and time are used
    #[arg(long, value_name = "URL", required_unless_present = "registry")]
    server: Option<String>,
    /// Origin of the log, when no server is asked
    #[arg(long)]
    registry: Option<String>,
}

/// What is submitted where.
#[derive(Debug, Args)]
pub struct Submit {
    /// File with the signed instruction
    file: PathBuf,
    /// Server to submit it to
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    server: String,
}

#[derive(Deserialize)]
struct Version {
    origin: String,
    now: Timestamp,
}

/// Makes a key pair and prints the public key.
pub fn keygen(keygen: &Keygen) -> Result<(), String> {
    let key = keys::generate().map_err(|error| error.to_string())?;
    keys::write(&keygen.out, &key).map_err(|error| error.to_string())?;
    println!("{}", key.public());
    Ok(())
}

/// Signs an act and prints the canonical instruction.
pub fn sign(sign: &Sign) -> Result<(), String> {
    let text = std::fs::read(&sign.act).map_err(|error| format!("{}: {error}", sign.act.display()))?;
    let act: Act = serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", sign.act.display()))?;
    let key = keys::read(&sign.key).map_err(|error| error.to_string())?;
    let organisation = sign.organisation.parse().map_err(|error| format!("--organisation: {error}"))?;
    let (origin, now) = match &sign.server {
        Some(server) => ask(server).map(|version| (sign.registry.clone().unwrap_or(version.origin), version.now))?,
        None => (sign.registry.clone().unwrap_or_default(), here()?),
    };
    let bytes = signed(act, organisation, origin, now, &key)?;
    use std::io::Write;
    std::io::stdout().write_all(&bytes).map_err(|error| error.to_string())
}

fn signed(
    act: Act,
    organisation: orebook_registry::values::OrganisationId,
    registry: String,
    now: Timestamp,
    key: &orebook_document::SecretKey,
) -> Result<Vec<u8>, String> {
    let created = Seconds::from_unix(now.seconds()).map_err(|error| error.to_string())?;
    let ms = u64::try_from(now.ms()).unwrap_or(0);
    let time =
        uuid::Timestamp::from_unix(uuid::NoContext, ms / 1000, u32::try_from(ms % 1000).unwrap_or(0) * 1_000_000);
    let instruction = Instruction {
        context: vec![CONTEXT.to_owned()],
        act,
        expires: Seconds::from_unix(created.unix() + 600).map_err(|error| error.to_string())?,
        id: InstructionId::from_uuid(uuid::Uuid::new_v7(time)).ok_or("no UUIDv7")?,
        organisation,
        proof: None,
        registry,
        kind: InstructionType::Instruction,
    };
    canonical(&orebook_document::sign(instruction, key, created)).map_err(|error| error.to_string())
}

fn here() -> Result<Timestamp, String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?;
    Ok(Timestamp::from_ms(i64::try_from(now.as_millis()).unwrap_or(0)))
}

fn ask(server: &str) -> Result<Version, String> {
    let client = http::client().build().map_err(|error| error.to_string())?;
    let answer = client.get(format!("{server}/version")).send();
    let text = answer.and_then(|answer| answer.text()).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| format!("{server}/version: {error}"))
}

/// Submits an instruction and prints the answer; a refusal is an error.
pub fn submit(submit: &Submit) -> Result<(), String> {
    let bytes = std::fs::read(&submit.file).map_err(|error| format!("{}: {error}", submit.file.display()))?;
    let client = http::client().build().map_err(|error| error.to_string())?;
    let request = client
        .post(format!("{}/v1/instructions", submit.server))
        .header("content-type", "application/json")
        .body(bytes);
    let answer = request.send().map_err(|error| error.to_string())?;
    let (status, text) = (answer.status(), answer.text().map_err(|error| error.to_string())?);
    if status.is_success() {
        println!("{text}");
        Ok(())
    } else {
        Err(format!("{status}: {text}"))
    }
}
