//! `orebook evidence`: erase an evidence file, and look whether all that are stored are whole.

use clap::{Args, Subcommand};
use orebook_registry::instruction::Digest;
use orebook_registry::values::OrganisationId;
use orebook_store::{EvidenceRow, Letters, Reader};

use crate::access::security::{self, Kind};
use crate::access::wall::Wall;
use crate::config::{Config, Place, Service};
use crate::evidence::Evidence;

/// Who acts on the server's machine, in the security log.
const OPERATOR: &str = "operator";

/// What is done with evidence.
#[derive(Debug, Args)]
pub struct Command {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Erase a file for ever, for all declarations that name it
    Erase {
        /// Its SHA-256
        digest: Digest,
    },
    /// Read every stored file, and name those that are damaged or gone
    Check,
}

/// Does it. The server may run meanwhile.
pub fn run(command: &Command) -> Result<(), String> {
    let config = Config::of(&command.place, &Service::default())?;
    match &command.verb {
        Verb::Erase { digest } => {
            let declarations = erase_evidence(&config, *digest)?;
            println!("erased; declarations that named it: {declarations}");
            Ok(())
        }
        Verb::Check => {
            let (whole, faults) = check_evidence(&config)?;
            println!("{whole} files are whole");
            if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
        }
    }
}

/// Erases a file; answers how many declarations had it. It may be repeated if the storage failed.
pub fn erase_evidence(config: &Config, digest: Digest) -> Result<usize, String> {
    let (reader, name) = (open(config)?, digest.to_string());
    let rows =
        reader.read(|read| read.evidence_among(std::slice::from_ref(&name))).map_err(|error| error.to_string())?;
    let now = Wall::default().now();
    let log = |row: &EvidenceRow| {
        let organisation: OrganisationId = row.organisation.parse().ok()?;
        Some(security::row(now, organisation, OPERATOR, Kind::EvidenceErased, &name))
    };
    let log: Vec<_> = rows.iter().filter(|row| row.erased_at.is_none()).filter_map(log).collect();
    let letters = Letters::of(&config.database);
    letters.erase_evidence(&name, now.ms(), &log).map_err(|error| error.to_string())?;
    let evidence = Evidence::open(&config.evidence)?;
    let removed = evidence.storage.remove(digest).map_err(|error| error.to_string())?;
    if rows.is_empty() && !removed {
        return Err(format!("no evidence {name} is stored"));
    }
    Ok(rows.len())
}

/// Reads every stored file; answers how many are whole, and what is wrong with the others.
pub fn check_evidence(config: &Config) -> Result<(usize, Vec<String>), String> {
    let evidence = Evidence::open(&config.evidence)?;
    let mut rows = open(config)?.read(|read| read.stored_evidence()).map_err(|error| error.to_string())?;
    rows.dedup_by(|one, other| one.digest == other.digest);
    let read = |row: &EvidenceRow| {
        let digest: Digest = row.digest.parse().map_err(|error| format!("{}: {error}", row.digest))?;
        let size = u64::try_from(row.size).unwrap_or(0);
        evidence.read(digest, size).map_err(|error| format!("{} of {}: {error}", row.digest, row.declaration))
    };
    let faults: Vec<String> = rows.iter().filter_map(|row| read(row).err()).collect();
    Ok((rows.len() - faults.len(), faults))
}

fn open(config: &Config) -> Result<Reader, String> {
    Reader::open(&config.database, 1).map_err(|error| error.to_string())
}
