//! `orebook serve`.

use std::time::Duration;

use crate::clock::Clock;
use crate::config::Config;
use crate::running::Running;

/// Serves until it is told to stop.
pub fn run(config: &Config) -> Result<(), String> {
    let clock = Clock::of_data(&config.data).map_err(|error| format!("{}: {error}", config.data.display()))?;
    let running = Running::start(config, clock)?;
    warn_of_private_reads(config);
    match running.until_ready(Duration::from_secs(2)) {
        Ok(()) => println!("serving {} on {}", config.database, running.url()),
        Err(reason) => println!("listening on {}, not leading yet: {reason}", running.url()),
    }
    until_told()?;
    println!("stopping");
    running.stop();
    Ok(())
}

/// Until members can prove who they are, private reads go by the address alone: say so where it cannot be missed.
pub fn warn_of_private_reads(config: &Config) {
    tracing::warn!(
        "private reads (holdings, orders, cash, keys) are open to every program on this machine, and to nobody else; access tokens come later"
    );
    if !config.listen.ip().is_loopback() {
        tracing::warn!(address = %config.listen, "listening beyond the loopback address: writes and public reads are open to the network, private reads are not");
    }
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
