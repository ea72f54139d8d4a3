//! `orebook restore`: a backup becomes a register again, in an empty place.

use std::path::PathBuf;

use clap::Args;

use crate::backup::{Wanted, restore};
use crate::config::{Config, Place, Service};

/// What is restored, and where to.
#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    place: Place,
    /// The backup
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
    /// Directory of the register's secret keys, if the backup has none [default: keys in the data directory]
    #[arg(long, value_name = "DIR")]
    keys: Option<PathBuf>,
    /// Checkpoints that the restored journal must be a continuation of
    #[arg(long = "checkpoint", env = "OREBOOK_CHECKPOINTS", value_delimiter = ',', value_name = "FILE")]
    checkpoints: Vec<PathBuf>,
}

/// Restores it, and says what it is now.
pub fn run(command: &Restore) -> Result<(), String> {
    let service = Service { checkpoints: command.checkpoints.clone(), ..Service::default() };
    let config = Config::of(&command.place, &service)?;
    let wanted = Wanted { from: &command.from, config: &config, keys: command.keys.as_deref() };
    let restored = restore(&wanted).map_err(|error| error.to_string())?;
    println!("restored   {} in {}", config.database, config.data.display());
    println!(
        "log        {}, {} entries until {}",
        restored.manifest.origin, restored.manifest.size, restored.manifest.time
    );
    println!("root       {}", restored.manifest.root);
    println!(
        "state      digest {} of journal, balances, holdings and all else, as `orebook check` prints it",
        restored.checked.digest
    );
    println!("checked    the journal was replayed, and every table compared with it");
    for remark in &restored.remarks {
        println!("look       {remark}");
    }
    println!(
        "Until {} only: what was erased or ended beside the log since must be erased or ended again.",
        restored.manifest.made_at
    );
    Ok(())
}
