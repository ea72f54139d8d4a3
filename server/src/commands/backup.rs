//! `orebook backup`: makes a backup while the register goes on, or looks whether one is whole.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::backup::{Asked, Manifest, Taken, make, verify};
use crate::config::{Config, LAST_BACKUP, Place, Service};

/// What is backed up where, or which backup is looked at.
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    place: Place,
    /// Directory to write the backup to; it must not be there yet
    #[arg(long, value_name = "DIR", required_unless_present = "check", conflicts_with = "check")]
    to: Option<PathBuf>,
    /// Take the secret keys of the server along: whoever reads the backup can then sign as the register
    #[arg(long, conflicts_with = "check")]
    with_keys: bool,
    /// Look whether this backup is whole; needs neither database nor data directory
    #[arg(long, value_name = "DIR")]
    check: Option<PathBuf>,
}

/// Makes it or looks at it, and says what it is.
pub fn run(command: &Backup) -> Result<(), String> {
    match (&command.to, &command.check) {
        (_, Some(backup)) => check(backup),
        (Some(to), None) => back_up(command, to),
        (None, None) => Err("name a directory by --to or --check".to_owned()),
    }
}

fn check(backup: &Path) -> Result<(), String> {
    let verified = verify(backup, BTreeSet::new()).map_err(|error| error.to_string())?;
    tell(&verified.manifest, &verified.digest);
    println!("whole: files, rows, the journal's tree and its signed checkpoint are as written");
    Ok(())
}

fn back_up(command: &Backup, to: &Path) -> Result<(), String> {
    let config = Config::of(&command.place, &Service::default())?;
    let keys = if command.with_keys { Taken::Along } else { Taken::Not };
    let made = make(&Asked { config: &config, settings: command.place.settings(), keys, to });
    let made = made.map_err(|error| error.to_string())?;
    println!("backup     {}", to.display());
    let last = config.data.join(LAST_BACKUP);
    if let Err(error) = std::fs::write(&last, format!("{}\n", made.manifest.made_at)) {
        eprintln!("{}: {error}: the metrics will not know of this backup", last.display());
    }
    tell(&made.manifest, &made.digest);
    Ok(())
}

fn tell(manifest: &Manifest, digest: &str) {
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    let bytes: u64 = manifest.all_files().map(|file| file.bytes).sum();
    println!("log        {}, {} entries until {}", manifest.origin, manifest.size, manifest.time);
    println!("root       {}", manifest.root);
    println!("made       {} by version {}", manifest.made_at, manifest.program);
    println!(
        "holds      {rows} rows of {} tables, {} files, {bytes} bytes",
        manifest.tables.len(),
        manifest.files.len()
    );
    println!("manifest   SHA-256 {digest}");
    if !manifest.evidence_elsewhere.is_empty() {
        println!(
            "not here   {} evidence files: back their directory or bucket up as well",
            manifest.evidence_elsewhere.len()
        );
    }
    if manifest.keys.included {
        println!("KEYS       SECRET KEYS ARE IN THIS BACKUP: whoever reads it can sign as the register. Lock it away.");
        println!("           Keys of persons (operator-*.pem) are not: they belong with the persons.");
    } else {
        println!("keys       not in it. To go on from it these are needed:");
        println!("             log*.pem      {}", manifest.keys.log);
        for issuer in &manifest.keys.issuers {
            println!("             issuer*.pem   {issuer}");
        }
    }
}
