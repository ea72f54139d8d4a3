//! How a server stands to the register: it leads, it follows, or it does neither and says why.

use std::time::{Duration, Instant};

/// A follower that has not heard of the database for so long shows nothing any more.
const SILENCE_MAX: Duration = Duration::from_secs(5);

/// What a server does with the register now.
#[derive(Debug, Clone)]
pub enum Standing {
    /// Nothing: neither writes nor reads, for this reason.
    Idle(Idle),
    /// It decides and stores.
    Leads,
    /// It shows what another stores.
    Follows(Follows),
}

/// Why a server neither leads nor follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idle {
    /// One of [`Idle::WORDS`].
    pub word: &'static str,
    /// The same for people.
    pub reason: String,
}

impl Idle {
    /// What it can be, in a word: for whoever watches many servers.
    pub const WORDS: [&str; 14] = [
        "starting",
        "stopping",
        "stopped",
        "lease",
        "database",
        "outcome_unknown",
        "clock",
        "guard",
        "keys",
        "founding",
        "rules",
        "replay",
        "invariant",
        "contradiction",
    ];

    /// A reason that its word tells already.
    pub fn plain(word: &'static str) -> Self {
        Self { word, reason: word.to_owned() }
    }
}

/// What a follower knows of the one that leads.
#[derive(Debug, Clone)]
pub struct Follows {
    /// Where other servers reach it, if it said so.
    pub leader: Option<String>,
    /// When the head was last asked for and answered.
    pub heard: Instant,
}

/// Why the sequencer takes nothing in, or shows nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unavailable {
    /// Too much waits.
    Busy,
    /// It neither leads nor follows, for this reason.
    NotReady(String),
    /// Another server leads, there if it said so.
    Follows(Option<String>),
    /// What is shown ends before the entry that was asked for.
    Behind {
        /// The entry that was asked for.
        asked: u64,
        /// How many entries are shown.
        shown: u64,
    },
}

impl Standing {
    /// Whether it takes instructions in.
    pub fn leads(&self) -> Result<(), Unavailable> {
        match self {
            Self::Leads => Ok(()),
            Self::Follows(follows) => Err(Unavailable::Follows(follows.leader.clone())),
            Self::Idle(idle) => Err(Unavailable::NotReady(idle.reason.clone())),
        }
    }

    /// Whether it shows the register.
    pub fn shows(&self) -> Result<(), Unavailable> {
        match self {
            Self::Leads => Ok(()),
            Self::Follows(follows) if follows.heard.elapsed() <= SILENCE_MAX => Ok(()),
            Self::Follows(follows) => {
                let seconds = follows.heard.elapsed().as_secs();
                Err(Unavailable::NotReady(format!(
                    "it follows, and has not heard of the database for {seconds} seconds"
                )))
            }
            Self::Idle(idle) => Err(Unavailable::NotReady(idle.reason.clone())),
        }
    }

    /// In a word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Idle(_) => "idle",
            Self::Leads => "leads",
            Self::Follows(_) => "follows",
        }
    }
}
