//! `orebook config --check`: would a server start with this? It reads what `serve` reads, tells of each thing in a line, and
//! writes nothing.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;

use orebook_registry::instruction::{Instruction, LENGTH_MAX};
use orebook_registry::party::OwnKeys;
use orebook_store::{Location, Look, Reader, StoreError};
use orebook_tlog::VerifierKey;

use crate::backup::refuse_unfinished;
use crate::clock::Clock;
use crate::config::{Config, Place, Service};
use crate::guard::{Guard, LogKeys};
use crate::keys::RegistryKeys;
use crate::rules;

/// What was found of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// It is in order.
    Fine(String),
    /// A server would start, and somebody should know.
    Warning(String),
    /// A server would not start.
    Wrong(String),
}

/// Prints the lines; an error if a server would not start.
pub fn run(place: &Place, service: &Service) -> Result<(), String> {
    let lines = config_check(place, service);
    let mut wrong = 0;
    for line in &lines {
        match line {
            Line::Fine(what) => println!("ok       {what}"),
            Line::Warning(what) => println!("warning  {what}"),
            Line::Wrong(what) => {
                wrong += 1;
                println!("error    {what}");
            }
        }
    }
    if wrong == 0 { Ok(()) } else { Err(format!("a server would not start: {wrong} errors")) }
}

/// Looks at everything.
pub fn config_check(place: &Place, service: &Service) -> Vec<Line> {
    let config = match Config::of(place, service) {
        Ok(config) => config,
        Err(error) => return vec![Line::Wrong(format!("settings: {error}"))],
    };
    let mut lines = vec![Line::Fine(match place.settings() {
        Some(file) => format!("settings: {}, flags and environment", file.display()),
        None => "settings: flags, environment and defaults; there is no file".to_owned(),
    })];
    let keys = of_data(&config, &mut lines);
    let own = of_database(&config, &mut lines);
    if let (Some(keys), Some(own)) = (&keys, &own) {
        lines.push(of_log_key(keys, own));
        lines.push(of_issuers(keys, own));
    }
    if let Some(keys) = &keys {
        lines.push(of_checkpoints(&config, keys, own.as_ref().unwrap_or(&OwnKeys::default())));
    }
    lines.push(listens("listen", config.listen));
    lines.extend(config.admin.map(|admin| listens("admin address", admin)));
    of_services(&config, &mut lines);
    lines
}

/// The data directory: its keys, its founding, its clock.
fn of_data(config: &Config, lines: &mut Vec<Line>) -> Option<RegistryKeys> {
    let data = &config.data;
    if !data.is_dir() {
        lines.push(Line::Wrong(format!("{}: no directory; run `orebook init`, or name it by --data", data.display())));
        return None;
    }
    if let Err(error) = refuse_unfinished(data) {
        lines.push(Line::Wrong(error.to_string()));
    }
    if let Err(error) = Clock::of_data(data) {
        lines.push(Line::Wrong(format!("{}: {error}", data.join("clock-offset-ms").display())));
    }
    lines.extend(permissions(&data.join("keys")));
    match RegistryKeys::of_data(data).and_then(|keys| keys.log_signers().map(|signers| (keys, signers.len()))) {
        Ok((keys, count)) => {
            lines.push(Line::Fine(format!("data: {} of the log {}, {count} log keys", data.display(), keys.origin())));
            Some(keys)
        }
        Err(error) => {
            lines.push(Line::Wrong(format!("{error}; `orebook init` makes keys, a backup of them is put there")));
            None
        }
    }
}

/// Secret keys are for their owner alone, and those of persons for the persons.
fn permissions(keys: &Path) -> Vec<Line> {
    let mut lines = Vec::new();
    for entry in std::fs::read_dir(keys).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".pem") {
            continue;
        }
        #[cfg(unix)]
        if let Ok(metadata) = entry.metadata() {
            let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o777;
            if mode & 0o077 != 0 {
                lines.push(Line::Warning(format!(
                    "{}: mode {mode:o}, others may read it; run chmod 600 on it",
                    path.display()
                )));
            }
        }
        if name.starts_with("operator-") {
            lines.push(Line::Warning(format!(
                "{}: the key of a person; move it to that person and off the server",
                path.display()
            )));
        }
    }
    lines.sort_by_key(|line| format!("{line:?}"));
    lines
}

/// The database: reachable, whole, known to this version. Answers the register's own keys.
fn of_database(config: &Config, lines: &mut Vec<Line>) -> Option<OwnKeys> {
    let database = &config.database;
    let wrong = |error: &dyn std::fmt::Display| Line::Wrong(format!("database {database}: {error}"));
    let examined = match orebook_store::examine(database, Look::Quick) {
        Ok(examined) => examined,
        Err(error) => {
            lines.push(wrong(&error));
            return None;
        }
    };
    if examined.taken.is_empty() {
        lines.push(founding(config));
        return None;
    }
    let steps = examined.taken.len();
    lines.push(match examined.pending.as_slice() {
        [] => Line::Fine(format!("database {database}: of this version, {steps} steps")),
        pending => Line::Warning(format!(
            "database {database}: `serve` will take {} steps: {}",
            pending.len(),
            pending.join(", ")
        )),
    });
    let read = Reader::open(database, 1).map_err(|error| error.to_string()).and_then(|reader| {
        rules::require_known_founding(&reader)?;
        own_keys(&reader).map_err(|error| error.to_string())
    });
    match read {
        Ok((0, _)) => {
            lines.push(founding(config));
            None
        }
        Ok((entries, own)) => {
            lines.push(Line::Fine(format!("journal: {entries} entries, by rules that are known here")));
            Some(own)
        }
        Err(error) => {
            lines.push(wrong(&error));
            None
        }
    }
}

/// An empty database is founded from a file.
fn founding(config: &Config) -> Line {
    let (database, path) = (&config.database, config.data.join("founding.json"));
    let directory = match database {
        Location::Sqlite(file) => file.parent().filter(|parent| !parent.as_os_str().is_empty() && !parent.is_dir()),
        Location::Postgres(_) => None,
    };
    if let Some(missing) = directory {
        return Line::Wrong(format!("database {database}: there is no directory {}; make it", missing.display()));
    }
    match std::fs::read(&path) {
        Ok(bytes) if orebook_document::read::<Instruction>(&bytes, LENGTH_MAX).is_ok() => Line::Warning(format!(
            "database {database}: empty; `serve` will found the register from {}",
            path.display()
        )),
        Ok(_) => Line::Wrong(format!("{}: no signed instruction; run `orebook init` anew", path.display())),
        Err(error) => Line::Wrong(format!(
            "database {database}: empty, and {}: {error}; run `orebook init`, or name the register's database by --database",
            path.display()
        )),
    }
}

/// Entries, and the keys that they name. Another program may write on meanwhile.
fn own_keys(reader: &Reader) -> Result<(u64, OwnKeys), StoreError> {
    let (mut entries, mut own) = (0, OwnKeys::default());
    reader.snapshot(|read| {
        read.each_journal(0, |rows| {
            entries += rows.len() as u64;
            // An entry that cannot be read is for `check` to tell.
            rows.iter().for_each(|row| drop(own.learn(&row.entry)));
            Ok::<_, StoreError>(())
        })
    })?;
    Ok((entries, own))
}

fn of_log_key(keys: &RegistryKeys, own: &OwnKeys) -> Line {
    let named = |key: &str| key.split('+').next().unwrap_or_default() == keys.origin();
    match own.log_key_at(u64::MAX) {
        Some(key) if !named(key) => Line::Wrong(format!(
            "the log's key in force is {key}, and the data directory is of {}: name another --data or --database",
            keys.origin()
        )),
        Some(key) if keys.holds(key) => Line::Fine(format!("log key: {key} is in force and here")),
        key => Line::Wrong(format!(
            "log key: {} is in force, and no file keys/log*.pem holds it; put it there",
            key.unwrap_or("none")
        )),
    }
}

fn of_issuers(keys: &RegistryKeys, own: &OwnKeys) -> Line {
    let missing = own.issuers().iter().map(|held| &held.key.key).find(|key| keys.issuer(key).is_none());
    match missing {
        Some(key) => Line::Warning(format!(
            "issuer: no file keys/issuer*.pem holds {key}; statements of its time are answered with 503 until it is there"
        )),
        None => Line::Fine("issuer: the key in force and those before it are here".to_owned()),
    }
}

/// Every checkpoint that the guard knows: can it be read, and is it of this log? Whether the journal continues it, a start
/// tells.
fn of_checkpoints(config: &Config, keys: &RegistryKeys, own: &OwnKeys) -> Line {
    let log_keys = keys
        .known(own)
        .unwrap_or_else(|_| LogKeys { origin: keys.origin().to_owned(), keys: Vec::<VerifierKey>::new() });
    let known = Guard::knowing(&config.data, config.checkpoints.clone()).known();
    match known.and_then(|known| known.stated(&log_keys)) {
        Ok(sizes) => match sizes.into_iter().max() {
            Some(size) => Line::Fine(format!("guard: the journal must continue a checkpoint over {size} entries")),
            None => Line::Warning(
                "guard: no checkpoint is known; give the newest by --checkpoint if this is not a new register"
                    .to_owned(),
            ),
        },
        Err(error) => Line::Wrong(format!("guard: {error}")),
    }
}

fn listens(what: &str, address: SocketAddr) -> Line {
    match TcpListener::bind(address) {
        Ok(_) => Line::Fine(format!("{what}: {address} is free")),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            Line::Warning(format!("{what}: {address} is in use; by a server that runs already?"))
        }
        Err(error) => Line::Wrong(format!("{what}: {address}: {error}; name another address")),
    }
}

/// What the settings turn on.
fn of_services(config: &Config, lines: &mut Vec<Line>) {
    lines.push(match &config.base_url {
        Some(site) => Line::Fine(format!("base_url: {site}")),
        None => Line::Warning("base_url: not set; people log in on this machine only".to_owned()),
    });
    lines.push(match &config.mail {
        None => Line::Warning("mail: no [mail]; no letters are sent".to_owned()),
        Some(mail) => match mail.ca.as_deref().map(std::fs::read).transpose() {
            Ok(_) => Line::Fine(format!("mail: by {}:{}; the server was not asked", mail.server, mail.port)),
            Err(error) => Line::Wrong(format!("mail: ca: {error}")),
        },
    });
    lines.push(match &config.witnesses {
        Some(witnesses) => Line::Fine(format!(
            "witnesses: {} of {} must cosign; they were not asked",
            witnesses.quorum,
            witnesses.witnesses.len()
        )),
        None => Line::Warning("witnesses: no [witnesses]; nobody outside cosigns".to_owned()),
    });
    lines.push(of_evidence(config));
}

fn of_evidence(config: &Config) -> Line {
    let settings = &config.evidence;
    if let Some(s3) = &settings.s3 {
        let files = [&s3.access_key_file, &s3.secret_key_file];
        let unreadable = files.into_iter().flatten().find_map(|file| Some((file, std::fs::read(file).err()?)));
        return match unreadable {
            Some((file, error)) => Line::Wrong(format!("evidence: {}: {error}", file.display())),
            None => Line::Fine(format!("evidence: bucket {} at {}; it was not asked", s3.bucket, s3.endpoint)),
        };
    }
    let directory = &settings.directory;
    match std::fs::metadata(directory) {
        Ok(found) if found.is_dir() => Line::Fine(format!("evidence: {}", directory.display())),
        Ok(_) => Line::Wrong(format!("evidence: {} is no directory", directory.display())),
        Err(_) => Line::Fine(format!("evidence: {} will be made", directory.display())),
    }
}
