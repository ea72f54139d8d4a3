//! Configuration: flags, then `OREBOOK_*` in the environment, then a TOML file, then the defaults.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use orebook_store::Location;
use serde::Deserialize;

use crate::access::site::Site;
use crate::cluster;
use crate::evidence;
use crate::exports;
use crate::limits;
use crate::logs::Format;
use crate::notices;
use crate::payout::settings::Settings;
use crate::{webhooks, witnesses};

const DATA: &str = "orebook-data";

/// The file that is read when none is named, if it is there: in the data directory.
pub const FILE: &str = "orebook.toml";

/// The file of the data directory that tells when a backup of it was last made, as a moment.
pub const LAST_BACKUP: &str = "last-backup";

/// Where a register lies, as the commands are told.
#[derive(Debug, Clone, Default, Args)]
pub struct Place {
    /// Directory of keys, founding and the embedded database
    #[arg(long, global = true, env = "OREBOOK_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Database: `sqlite:PATH` or `postgres://…` [default: register.db in the data directory]
    #[arg(long, global = true, env = "OREBOOK_DATABASE", value_name = "URL")]
    pub database: Option<String>,
    /// TOML file with the same settings [default: orebook.toml in the data directory, if there]
    #[arg(long, global = true, env = "OREBOOK_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl Place {
    /// The TOML file that is read: the one that is named, or the one in the data directory, if it is there.
    pub fn settings(&self) -> Option<PathBuf> {
        let beside = self.data.as_deref().unwrap_or(Path::new(DATA)).join(FILE);
        self.config.clone().or_else(|| Some(beside).filter(|file| file.is_file()))
    }
}

/// How a server runs, as `serve` is told.
#[derive(Debug, Clone, Default, Args)]
pub struct Service {
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "OREBOOK_LISTEN", value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// Where people reach the server, without a path: `https://…`, or `http://` on this machine
    #[arg(long, env = "OREBOOK_BASE_URL", value_name = "URL")]
    pub base_url: Option<String>,
    /// Address to tell metrics and health on, for the operator alone [default: none]
    #[arg(long, env = "OREBOOK_ADMIN_LISTEN", value_name = "ADDRESS")]
    pub admin_listen: Option<SocketAddr>,
    /// How a line of the log is written [default: text]
    #[arg(long, env = "OREBOOK_LOG_FORMAT", value_name = "FORMAT")]
    pub log_format: Option<Format>,
    /// HTTP workers [default: one a processor]
    #[arg(long, env = "OREBOOK_WORKERS")]
    pub workers: Option<usize>,
    /// Milliseconds after which PostgreSQL drops a silent leader [default: 2000]
    #[arg(long, env = "OREBOOK_IDLE_MS")]
    pub idle_ms: Option<u64>,
    /// Checkpoints that the journal must be a continuation of
    #[arg(long = "checkpoint", env = "OREBOOK_CHECKPOINTS", value_delimiter = ',', value_name = "FILE")]
    pub checkpoints: Vec<PathBuf>,
    /// Lead although the clock is more than 48 hours after the last entry
    #[arg(long, env = "OREBOOK_ACCEPT_TIME")]
    pub accept_time: bool,
}

/// The same in a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    listen: Option<SocketAddr>,
    base_url: Option<String>,
    workers: Option<usize>,
    idle_ms: Option<u64>,
    #[serde(default)]
    checkpoints: Vec<PathBuf>,
    cluster: Option<toml::Value>,
    payouts: Option<toml::Value>,
    witnesses: Option<toml::Value>,
    evidence: Option<toml::Value>,
    mail: Option<toml::Value>,
    webhooks: Option<toml::Value>,
    limits: Option<toml::Value>,
    exports: Option<toml::Value>,
    #[serde(default)]
    admin: Admin,
    #[serde(default)]
    log: Log,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Admin {
    listen: Option<SocketAddr>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Log {
    format: Option<Format>,
}

/// What is in force.
#[derive(Debug, Clone)]
pub struct Config {
    /// Directory of keys, founding and the embedded database.
    pub data: PathBuf,
    /// The database.
    pub database: Location,
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Where people reach the server, if it was told.
    pub base_url: Option<Site>,
    /// HTTP workers.
    pub workers: usize,
    /// PostgreSQL drops a silent leader after this time.
    pub idle: Duration,
    /// Checkpoints that the journal must continue.
    pub checkpoints: Vec<PathBuf>,
    /// Lead although the clock is far after the last entry.
    pub accept_time: bool,
    /// How this server stands among the others of its register.
    pub cluster: cluster::settings::Settings,
    /// From where the register pays, if it was told.
    pub payouts: Option<Settings>,
    /// Who cosigns checkpoints, if anybody does.
    pub witnesses: Option<witnesses::settings::Settings>,
    /// How letters are sent, if they are.
    pub mail: Option<notices::settings::Settings>,
    /// How webhooks are delivered.
    pub webhooks: webhooks::settings::Settings,
    /// How much is served to whom, unless that is turned off.
    pub limits: Option<limits::settings::Settings>,
    /// When public dumps are made, if they are.
    pub exports: Option<exports::settings::Settings>,
    /// Where metrics and health are told to the operator, if anywhere.
    pub admin: Option<SocketAddr>,
    /// How the log is written.
    pub log: Format,
    /// Where evidence is stored.
    pub evidence: evidence::settings::Settings,
}

impl Config {
    /// Joins flags, environment and file.
    pub fn of(place: &Place, service: &Service) -> Result<Self, String> {
        let file = place.settings().as_deref().map(read).transpose()?.unwrap_or_default();
        let data = place.data.clone().or(file.data).unwrap_or_else(|| PathBuf::from(DATA));
        let database = place.database.clone().or(file.database);
        let database = match database {
            Some(url) => url.parse().map_err(|error| format!("database: {error}"))?,
            None => Location::Sqlite(data.join("register.db")),
        };
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Self {
            evidence: evidence::settings::Settings::of(file.evidence, &data)?,
            data,
            database,
            listen: service.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            base_url: service.base_url.clone().or(file.base_url).map(|url| url.parse()).transpose()?,
            workers: service.workers.or(file.workers).unwrap_or(processors).max(1),
            idle: Duration::from_millis(service.idle_ms.or(file.idle_ms).unwrap_or(2_000).max(100)),
            checkpoints: if service.checkpoints.is_empty() { file.checkpoints } else { service.checkpoints.clone() },
            accept_time: service.accept_time,
            cluster: file.cluster.map(cluster::settings::Settings::of).transpose()?.unwrap_or_default(),
            payouts: file.payouts.map(Settings::of).transpose()?,
            witnesses: file.witnesses.map(witnesses::settings::Settings::of).transpose()?,
            mail: file.mail.map(notices::settings::Settings::of).transpose()?,
            webhooks: file.webhooks.map(webhooks::settings::Settings::of).transpose()?.unwrap_or_default(),
            limits: limits::settings::Settings::of(file.limits)?,
            exports: file.exports.map(exports::settings::Settings::of).transpose()?,
            admin: service.admin_listen.or(file.admin.listen),
            log: service.log_format.or(file.log.format).unwrap_or_default(),
        })
    }

    /// Where people reach the server: as it was told, or where it listens.
    pub fn site(&self) -> Site {
        self.base_url.clone().unwrap_or_else(|| Site::local(self.listen))
    }

    /// What is in force, with passwords masked.
    pub fn describe(&self) -> String {
        let checkpoints: Vec<String> =
            self.checkpoints.iter().map(|path| format!("{:?}", path.display().to_string())).collect();
        let base_url = self.base_url.as_ref().map(|site| format!("base_url = \"{site}\"\n")).unwrap_or_default();
        let payouts = self.payouts.as_ref().map(|payouts| format!("\n{}", payouts.describe())).unwrap_or_default();
        let witnesses = self.witnesses.as_ref().map(|w| format!("\n{}", w.describe())).unwrap_or_default();
        let mail = self.mail.as_ref().map(|mail| format!("\n{}", mail.describe())).unwrap_or_default();
        let limits = limits::settings::Settings::describe(self.limits.as_ref());
        let admin = self.admin.map(|listen| format!("\n[admin]\nlisten = \"{listen}\"\n")).unwrap_or_default();
        let exports = self.exports.map(|exports| format!("\n{}", exports.describe())).unwrap_or_default();
        let (webhooks, evidence, cluster) =
            (self.webhooks.describe(), self.evidence.describe(), self.cluster.describe());
        let log = self.log.word();
        format!(
            "data = {:?}\ndatabase = {:?}\nlisten = \"{}\"\n{base_url}workers = {}\nidle_ms = {}\ncheckpoints = [{}]\n\n{cluster}{payouts}{witnesses}{webhooks}{mail}\n{evidence}\n{limits}{exports}{admin}\n[log]\nformat = \"{log}\"\n",
            self.data.display().to_string(),
            self.database.to_string(),
            self.listen,
            self.workers,
            self.idle.as_millis(),
            checkpoints.join(", ")
        )
    }
}

fn read(path: &Path) -> Result<File, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Whether a TOML file says where data, database or evidence lie; one that cannot be read may.
pub fn names_places(text: &str) -> bool {
    toml::from_str::<toml::Table>(text).map_or(true, |file| {
        let evidence = file.get("evidence").and_then(toml::Value::as_table);
        file.contains_key("data")
            || file.contains_key("database")
            || evidence.is_some_and(|evidence| evidence.contains_key("directory"))
    })
}
