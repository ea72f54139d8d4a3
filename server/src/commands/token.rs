//! `orebook token`: auditors' access to the entries of members.

use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, Subcommand};
use orebook_registry::values::Timestamp;
use orebook_store::{Letters, Reader};

use crate::auditor::new_token;
use crate::config::{Config, Place, Service};

/// Lines of uses that are shown.
const USES: i64 = 200;

/// What is done with tokens.
#[derive(Debug, Args)]
pub struct Token {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make a token; it is printed once and never again
    New {
        /// Whose it is
        #[arg(long)]
        name: String,
    },
    /// List all tokens
    List,
    /// End a token at once
    Revoke {
        /// Its id, as `list` shows it
        id: String,
    },
    /// What was read with a token, newest first
    Uses {
        /// Its id
        id: String,
    },
}

/// Does it. The server may run meanwhile.
pub fn run(command: &Token) -> Result<(), String> {
    let config = Config::of(&command.place, &Service::default())?;
    let text = |error: orebook_store::StoreError| error.to_string();
    let letters = Letters::of(&config.database);
    let reader = Reader::open(&config.database, 1).map_err(text)?;
    match &command.verb {
        Verb::New { name } => {
            if name.trim().is_empty() || name.len() > 200 {
                return Err("--name: 1 to 200 bytes".to_owned());
            }
            let (token, row) = new_token(name, now()?)?;
            letters.keep_auditor_token(&row).map_err(text)?;
            println!("{token}");
            Ok(())
        }
        Verb::List => {
            for row in reader.read(|read| read.auditor_tokens()).map_err(text)? {
                let state = row.revoked_at.map(|at| format!("revoked {}", time(at))).unwrap_or("in force".to_owned());
                println!("{}  {}  {state}  {}", row.id, time(row.made_at), row.name);
            }
            Ok(())
        }
        Verb::Revoke { id } => match letters.revoke_auditor_token(id, now()?.ms()).map_err(text)? {
            true => Ok(()),
            false => Err(format!("no token {id} is in force")),
        },
        Verb::Uses { id } => {
            for used in reader.read(|read| read.auditor_uses(id, USES)).map_err(text)? {
                println!("{}  {}", time(used.time), used.resource);
            }
            Ok(())
        }
    }
}

fn time(ms: i64) -> Timestamp {
    Timestamp::from_ms(ms)
}

fn now() -> Result<Timestamp, String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?;
    Ok(Timestamp::from_ms(i64::try_from(now.as_millis()).unwrap_or(0)))
}
