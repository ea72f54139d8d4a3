//! The commands of `orebook`, one file each.

pub mod access_token;
mod backup;
mod check;
mod config_check;
mod dumps;
mod evidence;
mod export;
mod init;
mod invite;
mod restore;
mod rotate;
mod serve;
mod sign;
mod token;

use clap::{Parser, Subcommand};
use orebook_store::{Look, Reader};

use crate::config::{Config, Place, Service};
use crate::demo;
use crate::logs::Format;
use crate::rules;

pub(crate) use check::check_restored;
pub use check::{Checked, check};
pub use config_check::{Line, config_check};
pub use evidence::{check_evidence, erase_evidence};
pub use export::export;
pub use invite::{invitation_link, link_for};
pub use rotate::{adopt_issuer, adopt_log_key};
pub use serve::until_told;

/// Registry and market for artisanal and small-scale mining mineral credits.
#[derive(Debug, Parser)]
#[command(name = "orebook", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

impl Cli {
    /// Begins the log as the configuration says. A server has a line for each request; other commands, whose output people
    /// read, have none.
    pub fn begin_log(&self) {
        match &self.command {
            // What is wrong with the configuration is said by the command itself.
            Command::Serve { place, service } => {
                Config::of(place, service).map(|config| config.log).unwrap_or_default().begin("warn,orebook=info");
            }
            _ => Format::Text.begin("warn,orebook=info,orebook::access=off"),
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the keys and the signed founding of a new register
    Init(init::Init),
    /// Serve a register
    Serve {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        service: Service,
    },
    /// Play the demo's stories from an empty directory, then serve
    Demo(demo::Demo),
    /// Bring the database to this version
    Migrate {
        #[command(flatten)]
        place: Place,
    },
    /// Replay the journal and compare every table with it
    Check {
        #[command(flatten)]
        place: Place,
    },
    /// Back up database and data directory while the register goes on, or look whether a backup is whole
    Backup(backup::Backup),
    /// Restore a backup into an empty place
    Restore(restore::Restore),
    /// Write the log as an archive that `orebook-verify` checks offline
    Export(export::Export),
    /// Evidence files: erase one, check all
    Evidence(evidence::Command),
    /// Auditors' access to the entries of members
    Token(token::Token),
    /// Ask a register for an access token
    AccessToken(access_token::AccessToken),
    /// Print a link by which somebody joins an organisation: so its first admin comes in
    Invite(invite::Invite),
    /// Print a link by which somebody logs in, where no mail is sent
    LoginLink(invite::LoginLink),
    /// Make the register's next log or issuer key, and the act that adopts it
    Rotate(rotate::Rotate),
    /// Make a key pair
    Keygen(sign::Keygen),
    /// Sign an act
    Sign(sign::Sign),
    /// Submit a signed instruction
    Submit(sign::Submit),
    /// Print what is in force, with secrets masked
    Config {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        service: Service,
        /// Look whether a server would start with it, and write nothing
        #[arg(long)]
        check: bool,
    },
}

/// Runs a command; the error is for a person to read.
pub fn run(cli: Cli) -> Result<(), String> {
    let of_place = |place: &Place| Config::of(place, &Service::default());
    match cli.command {
        Command::Init(init) => init::run(&init),
        Command::Serve { place, service } => serve::run(&Config::of(&place, &service)?),
        Command::Demo(demo) => demo::run(&demo),
        Command::Migrate { place } => {
            let applied = migrate(&of_place(&place)?)?;
            println!("{}", if applied.is_empty() { "up to date".to_owned() } else { applied.join("\n") });
            Ok(())
        }
        Command::Check { place } => check::run(&of_place(&place)?),
        Command::Backup(command) => backup::run(&command),
        Command::Restore(command) => restore::run(&command),
        Command::Export(export) => export::run(&export),
        Command::Evidence(command) => evidence::run(&command),
        Command::Token(token) => token::run(&token),
        Command::AccessToken(asked) => access_token::run(&asked),
        Command::Invite(command) => invite::invite(&command),
        Command::LoginLink(command) => invite::login_link(&command),
        Command::Rotate(rotate) => rotate::run(&rotate),
        Command::Keygen(keygen) => sign::keygen(&keygen),
        Command::Sign(sign) => sign::sign(&sign),
        Command::Submit(submit) => sign::submit(&submit),
        Command::Config { place, service, check: true } => config_check::run(&place, &service),
        Command::Config { place, service, check: false } => {
            print!("{}", Config::of(&place, &service)?.describe());
            Ok(())
        }
    }
}

/// Brings the database to this version, unless this program must not write to it: it is half restored, damaged, of something
/// else, or of a newer version. Answers the steps that were taken.
pub(crate) fn migrate(config: &Config) -> Result<Vec<String>, String> {
    crate::backup::refuse_unfinished(&config.data).map_err(|error| error.to_string())?;
    let examined = orebook_store::examine(&config.database, Look::Quick).map_err(|error| error.to_string())?;
    if !examined.taken.is_empty() {
        rules::require_known_founding(&Reader::open(&config.database, 1).map_err(|error| error.to_string())?)?;
    }
    orebook_store::take_pending(&config.database).map_err(|error| error.to_string())
}
