//! `orebook serve`.

use std::io::Write;
use std::time::Duration;

use crate::clock::Clock;
use crate::config::Config;
use crate::running::Running;

/// Serves until it is told to stop.
pub fn run(config: &Config) -> Result<(), String> {
    let clock = Clock::of_data(&config.data).map_err(|error| format!("{}: {error}", config.data.display()))?;
    let running = Running::start(config, clock)?;
    match running.until_ready(Duration::from_secs(2)) {
        Ok(()) => {
            let standing = running.shared.sequencer.standing().word();
            println!("serving {} on {} ({standing})", config.database, running.url());
        }
        Err(reason) => println!("listening on {}, neither leading nor following yet: {reason}", running.url()),
    }
    until_told()?;
    // Whoever read the output may be gone by now; that must not disturb the end.
    let _ = writeln!(std::io::stdout(), "stopping");
    running.stop();
    Ok(())
}

/// Waits for SIGINT or SIGTERM.
pub fn until_told() -> Result<(), String> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(async {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate()).map_err(|error| error.to_string())?;
        tokio::select! {
            told = tokio::signal::ctrl_c() => told.map_err(|error| error.to_string()),
            _ = terminate.recv() => Ok(()),
        }
    })
}
