//! How a server stands to the register: it leads, it follows, or it does neither and says why.

use std::time::{Duration, Instant};

/// A server that has not heard of the database for so long takes nothing in and shows nothing: another may lead by now.
const SILENCE_MAX: Duration = Duration::from_secs(5);
/// A follower that knows for so long of entries that its replica does not have shows nothing any more.
const BEHIND_MAX: Duration = Duration::from_secs(30);

/// What a server does with the register now.
#[derive(Debug, Clone)]
pub enum Standing {
    /// Nothing: neither writes nor reads, for this reason.
    Idle(Idle),
    /// It decides and stores.
    Leads {
        /// When the database last answered.
        heard: Instant,
    },
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
    /// Since when it knows of entries that it cannot show, for the replica it reads does not have them.
    pub behind: Option<Instant>,
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
            Self::Leads { heard } => is_recent("leads", *heard),
            Self::Follows(follows) => Err(Unavailable::Follows(follows.leader.clone())),
            Self::Idle(idle) => Err(Unavailable::NotReady(idle.reason.clone())),
        }
    }

    /// Whether it shows the register.
    pub fn shows(&self) -> Result<(), Unavailable> {
        match self {
            Self::Leads { heard } => is_recent("leads", *heard),
            Self::Follows(Follows { behind: Some(since), .. }) if since.elapsed() > BEHIND_MAX => {
                let seconds = since.elapsed().as_secs();
                Err(Unavailable::NotReady(format!("it follows a replica that is {seconds} seconds behind")))
            }
            Self::Follows(follows) => is_recent("follows", follows.heard),
            Self::Idle(idle) => Err(Unavailable::NotReady(idle.reason.clone())),
        }
    }

    /// In a word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Idle(_) => "idle",
            Self::Leads { .. } => "leads",
            Self::Follows(_) => "follows",
        }
    }
}

fn is_recent(does: &str, heard: Instant) -> Result<(), Unavailable> {
    let silence = heard.elapsed();
    if silence <= SILENCE_MAX {
        return Ok(());
    }
    let seconds = silence.as_secs();
    Err(Unavailable::NotReady(format!("it {does}, and has not heard of the database for {seconds} seconds")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_not_heard_of_the_database_for_long_takes_nothing_in_and_shows_nothing() {
        let now = Instant::now();
        let ago = |seconds| now.checked_sub(Duration::from_secs(seconds)).unwrap_or(now);
        let leads = |seconds| Standing::Leads { heard: ago(seconds) };
        assert_eq!((leads(4).leads(), leads(4).shows()), (Ok(()), Ok(())));
        let silent = Err(Unavailable::NotReady("it leads, and has not heard of the database for 7 seconds".to_owned()));
        assert_eq!((leads(7).leads(), leads(7).shows()), (silent.clone(), silent));
        let follows = |heard, behind: Option<u64>| {
            Standing::Follows(Follows { leader: None, heard: ago(heard), behind: behind.map(ago) })
        };
        assert_eq!(follows(4, Some(29)).shows(), Ok(()));
        let silent =
            Err(Unavailable::NotReady("it follows, and has not heard of the database for 6 seconds".to_owned()));
        assert_eq!(follows(6, None).shows(), silent);
        let behind = Err(Unavailable::NotReady("it follows a replica that is 31 seconds behind".to_owned()));
        assert_eq!(follows(0, Some(31)).shows(), behind);
        assert_eq!(follows(0, Some(31)).leads(), Err(Unavailable::Follows(None)));
    }
}
