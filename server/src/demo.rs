//! `orebook demo`: the whole journey on believable, invented data, played through the HTTP API with signed
//! instructions on a scripted clock. Every story ends in figures that are compared, not only printed. Keys, ids and
//! times follow from a fixed seed, so the log is the same byte for byte on every machine and both databases.

mod acts;
mod cast;
mod json;
mod other_days;
mod player;
mod premium;
mod setup;
mod stories;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use orebook_registry::values::Timestamp;
use orebook_store::Reader;

use crate::clock::Clock;
use crate::commands::export;
use crate::config::{self, Config, Place, Service};
use crate::keys::RegistryKeys;
use crate::payout::settings::Settings;
use crate::running::Running;

use cast::Cast;
use player::Player;

/// When the demo's clock starts.
const STARTS: &str = "2026-01-05T08:00:00.000Z";

/// Where the demo is played.
#[derive(Debug, Args)]
pub struct Demo {
    /// Empty directory to play in [default: a new temporary one]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Database: `sqlite:PATH` or `postgres://…`, empty [default: sqlite in the directory]
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Port to serve on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Play, write the archive, and exit
    #[arg(long)]
    once: bool,
}

/// Plays the demo.
pub fn run(demo: &Demo) -> Result<(), String> {
    let data =
        demo.data.clone().unwrap_or_else(|| std::env::temp_dir().join(format!("orebook-demo-{}", std::process::id())));
    if data.join("founding.json").exists() {
        return Err(format!("{}: holds a register already; name an empty directory", data.display()));
    }
    std::fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    let place = Place { data: Some(data.clone()), database: demo.database.clone(), config: None };
    let port = if demo.once { 0 } else { demo.port };
    let service = Service { listen: Some(SocketAddr::from(([127, 0, 0, 1], port))), ..Service::default() };
    let file = data.join(config::FILE);
    if !file.exists() {
        let debtor = Settings::demo()?.describe();
        std::fs::write(&file, debtor).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    // It plays much in little time, all from one address.
    let config = Config { limits: None, ..Config::of(&place, &service)? };
    let start: Timestamp = STARTS.parse().map_err(|error| format!("{STARTS}: {error}"))?;
    let clock = Clock::script(start);
    player::foundation(start)?.write(&data)?;
    let running = Running::start(&config, clock.clone())?;
    running.until_ready(Duration::from_secs(30))?;
    play(&running, &clock)?;
    let keys = RegistryKeys::of_data(&data).map_err(|error| error.to_string())?;
    let reader = Reader::open(&config.database, 1).map_err(|error| error.to_string())?;
    let archive = data.join("archive");
    let (checkpoint, _) = export(&reader, &keys, &archive)?;
    println!("\nThe log has {} entries. An auditor checks all of it offline, and asks nobody:", checkpoint.size);
    println!("  orebook-verify {} --key \"$(cat {})\" --no-memory", archive.display(), data.join("log.vkey").display());
    if demo.once {
        running.stop();
        return Ok(());
    }
    let offset = clock.run_on();
    std::fs::write(data.join("clock-offset-ms"), offset.to_string()).map_err(|error| error.to_string())?;
    serve(&running, &config)
}

/// All stories, in order of time.
fn play(running: &Running, clock: &Clock) -> Result<(), String> {
    let mut player = Player::new(running, clock.clone())?;
    let mut cast = Cast::default();
    setup::play(&mut player, &mut cast)?;
    stories::play(&mut player, &mut cast)?;
    Ok(())
}

fn serve(running: &Running, config: &Config) -> Result<(), String> {
    let latest = running.shared.state(|registry| registry.claims.retirements().next_back().map(|(id, _)| id));
    println!("\nOpen in a browser:");
    println!("  {}/                    look a claim up", running.url());
    if let Some(id) = latest {
        println!("  {}/retirements/{id}    the last retirement", running.url());
    }
    println!("  {}/docs/               the API", running.url());
    println!("Ctrl-C stops; `orebook serve --data {}` goes on from here.", config.data.display());
    crate::commands::until_told()
}
