//! `orebook init`: keys and founding of a new register.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use orebook_document::Seconds;
use orebook_registry::instruction::InstructionId;

use crate::founding::Foundation;
use crate::keys;

/// What a register is founded with.
#[derive(Debug, Args)]
pub struct Init {
    /// Directory to write keys and founding to
    #[arg(long, env = "OREBOOK_DATA", value_name = "DIR")]
    data: PathBuf,
    /// Origin of the log, for example registry.example/log: it can never change
    #[arg(long)]
    origin: String,
    /// Legal name of the operator
    #[arg(long)]
    operator: String,
    /// ISO 3166-1 code of the operator's country
    #[arg(long)]
    country: String,
    /// The issuer is the did:web of the origin's host, which serves /.well-known/did.json [default: a did:key]
    #[arg(long)]
    did_web: bool,
}

/// Makes them.
pub fn run(init: &Init) -> Result<(), String> {
    let key = || keys::generate().map_err(|error| error.to_string());
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?;
    let foundation = Foundation {
        origin: init.origin.clone(),
        operator: init.operator.parse().map_err(|error| format!("--operator: {error}"))?,
        country: init.country.parse().map_err(|error| format!("--country: {error}"))?,
        time: Seconds::from_unix(i64::try_from(now.as_secs()).unwrap_or(0)).map_err(|error| error.to_string())?,
        log: key()?,
        issuer: key()?,
        did_web: init.did_web,
        persons: [key()?, key()?],
        id: InstructionId::from_uuid(uuid::Uuid::now_v7()).ok_or("no UUIDv7")?,
    };
    foundation.write(&init.data)?;
    println!("data directory   {}", init.data.display());
    println!("operator         {}", foundation.operator_id());
    println!("verifier key     {}", foundation.signer()?.verifier_key());
    println!("Give the verifier key to auditors. Move keys/operator-second.pem to the second person, and confirm it:");
    println!("  echo '{{\"confirm_key\":{{}}}}' > confirm.json");
    println!(
        "  orebook sign confirm.json --key keys/operator-second.pem --organisation {} --server http://127.0.0.1:8080 > signed.json",
        foundation.operator_id()
    );
    println!("  orebook submit signed.json --server http://127.0.0.1:8080");
    Ok(())
}
