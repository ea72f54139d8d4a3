//! How far a long verification has come: a bar on a terminal, plain lines elsewhere.

use std::io::{IsTerminal, stderr};

use indicatif::{ProgressBar, ProgressStyle};
use orebook_verifier::Progress;

/// A log of fewer entries is verified before anybody wonders.
const LONG: u64 = 20_000;

/// Tells on the standard error.
pub enum Bar {
    /// Of a short log nothing is told.
    Silent,
    /// A bar that grows.
    Drawn(ProgressBar),
    /// A line for each tenth.
    Lines {
        /// Tenths told.
        told: u64,
    },
}

impl Bar {
    /// For a log of so many entries.
    pub fn of(size: u64) -> Bar {
        if size < LONG {
            return Bar::Silent;
        }
        if !stderr().is_terminal() {
            return Bar::Lines { told: 0 };
        }
        let bar = ProgressBar::new(size);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} entries, {eta} to go") {
            bar.set_style(style);
        }
        Bar::Drawn(bar)
    }

    /// Tells how far it has come.
    pub fn tell(&mut self, progress: &Progress) {
        match self {
            Bar::Silent => {}
            Bar::Drawn(bar) => bar.set_position(progress.done),
            Bar::Lines { told } => {
                let tenths = progress.done.saturating_mul(10) / progress.size.max(1);
                if tenths > *told {
                    *told = tenths;
                    eprintln!("{} of {} entries", progress.done, progress.size);
                }
            }
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Bar::Drawn(bar) = self {
            bar.finish_and_clear();
        }
    }
}
