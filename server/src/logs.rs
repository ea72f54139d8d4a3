//! The program's log, on standard error: one line an event, for people or as JSON for programs.

use std::io::IsTerminal;

use serde::Deserialize;
use tracing_subscriber::EnvFilter;

/// How a line is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

impl Format {
    /// The word in the configuration.
    pub const fn word(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
        }
    }

    /// Writes the log in this form from now on. `RUST_LOG` chooses what is in it.
    pub fn begin(self, default_filter: &str) {
        let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(default_filter));
        // Colours are for a terminal: in a file or a journal their codes would stand among the words.
        let colours = std::io::stderr().is_terminal();
        let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
        match self {
            Format::Text => log.init(),
            Format::Json => {
                log.json().flatten_event(true).with_current_span(false).with_span_list(false).init();
                // What a panic says may hold a value that somebody sent: where it was is enough to find it.
                std::panic::set_hook(Box::new(|panic| {
                    let place = panic.location().map(ToString::to_string).unwrap_or_default();
                    tracing::error!(place, "panic");
                }));
            }
        }
    }
}
