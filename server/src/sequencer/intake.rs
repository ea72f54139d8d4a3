//! What waits to be decided. Each organisation has a line of its own, and the decider takes from them in turn, so that one
//! which sends without end waits behind itself. How much may wait is a matter of time: what would not be decided soon is
//! refused at the door, which costs nothing, instead of answered late, which costs everybody.
//!
//! ```text
//! handlers ──▶ urgent:   holds, revocations, cancellations   ──▶ half of a batch at the least, if there is so much
//!          ──▶ ordinary: everything else                     ──▶ the rest
//! ```

use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant};

use orebook_registry::instruction::Act;
use orebook_registry::values::OrganisationId;
use parking_lot::{Condvar, Mutex};

use super::standing::Unavailable;

/// Most that may wait in a lane, whatever the pace.
const WAITING_MAX: usize = 4_096;
/// Most that one organisation may have waiting: the rest of a lane is for those who have less than an equal share.
const ROOM_MAX: usize = WAITING_MAX / 2;
/// How long what waits may take to be decided, as far as the pace tells.
const WAIT_MAX: Duration = Duration::from_millis(100);
/// So much may wait in any case: less would leave the committer without work.
const WAITING_MIN: usize = 64;
/// So much may wait before anything was measured.
const WAITING_UNKNOWN: usize = 512;
/// So many parts of what was known go with one part of what was measured.
const OLD: u128 = 4;

/// Which lane something is taken in by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// What stops something: it must get through when nothing else does.
    Urgent,
    /// Everything else.
    Ordinary,
}

impl Lane {
    /// Both.
    pub const ALL: [Lane; 2] = [Lane::Urgent, Lane::Ordinary];

    /// Of an act that is to be decided.
    pub fn of(act: &Act) -> Self {
        match act {
            Act::PlaceHold(_)
            | Act::ExtendHold(_)
            | Act::RevokeKey(_)
            | Act::VetoKey(_)
            | Act::CancelOrder(_)
            | Act::WithdrawTransfer(_)
            | Act::WithdrawContactDetails(_)
            | Act::WithdrawPayoutDetails(_)
            | Act::HaltMarket(_)
            | Act::SuspendCertificate(_)
            | Act::SuspendOrganisation(_) => Self::Urgent,
            _ => Self::Ordinary,
        }
    }

    /// In a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::Ordinary => "ordinary",
        }
    }
}

/// Everything that waits, and whoever waits for it.
pub(super) struct Intake<T> {
    waiting: Mutex<Waiting<T>>,
    came: Condvar,
}

struct Waiting<T> {
    urgent: Lines<T>,
    ordinary: Lines<T>,
    pace: Pace,
    /// Nothing is taken in any more, for nobody will take it out.
    closed: bool,
}

impl<T> Default for Intake<T> {
    fn default() -> Self {
        let (urgent, ordinary, pace) = (Lines::default(), Lines::default(), Pace::default());
        let waiting = Waiting { urgent, ordinary, pace, closed: false };
        Self { waiting: Mutex::new(waiting), came: Condvar::new() }
    }
}

impl<T> Intake<T> {
    /// Whether an organisation's next item would be taken in.
    pub fn admits(&self, lane: Lane, organisation: OrganisationId) -> Result<(), Unavailable> {
        self.waiting.lock().admits(lane, organisation)
    }

    /// Takes an item in.
    pub fn push(&self, lane: Lane, organisation: OrganisationId, item: T) -> Result<(), Unavailable> {
        let mut waiting = self.waiting.lock();
        waiting.admits(lane, organisation)?;
        waiting.lines(lane).push(organisation, item);
        self.came.notify_one();
        Ok(())
    }

    /// What is decided next: waits for it a while, and answers so many items at the most.
    pub fn take(&self, most: usize, patience: Duration) -> Vec<T> {
        let mut waiting = self.waiting.lock();
        if waiting.len() == 0 {
            waiting.pace.rests();
            self.came.wait_for(&mut waiting, patience);
        }
        let taken = waiting.take(most);
        let more = waiting.len() > 0;
        waiting.pace.took(taken.len(), more, Instant::now());
        taken
    }

    /// Takes nothing in from now on.
    pub fn close(&self) {
        self.waiting.lock().closed = true;
    }

    /// Takes everything out.
    pub fn drain(&self) -> Vec<T> {
        self.waiting.lock().take(usize::MAX)
    }

    /// How much waits.
    pub fn len(&self) -> usize {
        self.waiting.lock().len()
    }

    /// How long what waits will take, as far as the pace tells.
    pub fn wait(&self) -> Duration {
        let waiting = self.waiting.lock();
        waiting.pace.time_of(waiting.len())
    }
}

impl<T> Waiting<T> {
    fn len(&self) -> usize {
        self.urgent.len + self.ordinary.len
    }

    fn lines(&mut self, lane: Lane) -> &mut Lines<T> {
        match lane {
            Lane::Urgent => &mut self.urgent,
            Lane::Ordinary => &mut self.ordinary,
        }
    }

    /// While there is room, everybody is let in. When there is none, whoever has less waiting than an equal share is let
    /// in all the same: those who fill the room stand back for those who ask for little.
    fn admits(&mut self, lane: Lane, organisation: OrganisationId) -> Result<(), Unavailable> {
        if self.closed {
            return Err(Unavailable::NotReady("stopping".to_owned()));
        }
        let room = match lane {
            Lane::Urgent => ROOM_MAX,
            Lane::Ordinary => self.pace.room(),
        };
        let lines = self.lines(lane);
        let share = room / (lines.others(organisation) + 1);
        let fits = lines.len < room || lines.of(organisation) < share;
        if fits && lines.len < WAITING_MAX { Ok(()) } else { Err(Unavailable::Busy) }
    }

    fn take(&mut self, most: usize) -> Vec<T> {
        let mut taken = Vec::with_capacity(most.min(self.len()));
        while taken.len() < most.div_ceil(2)
            && let Some(item) = self.urgent.pop()
        {
            taken.push(item);
        }
        while taken.len() < most
            && let Some(item) = self.ordinary.pop().or_else(|| self.urgent.pop())
        {
            taken.push(item);
        }
        taken
    }
}

/// A line for each organisation, and whose turn is next.
struct Lines<T> {
    of: BTreeMap<OrganisationId, VecDeque<T>>,
    turns: VecDeque<OrganisationId>,
    len: usize,
}

impl<T> Default for Lines<T> {
    fn default() -> Self {
        Self { of: BTreeMap::new(), turns: VecDeque::new(), len: 0 }
    }
}

impl<T> Lines<T> {
    fn push(&mut self, organisation: OrganisationId, item: T) {
        let line = self.of.entry(organisation).or_default();
        if line.is_empty() {
            self.turns.push_back(organisation);
        }
        line.push_back(item);
        self.len += 1;
    }

    fn pop(&mut self) -> Option<T> {
        let organisation = self.turns.pop_front()?;
        let line = self.of.get_mut(&organisation)?;
        let item = line.pop_front()?;
        if line.is_empty() {
            self.of.remove(&organisation);
        } else {
            self.turns.push_back(organisation);
        }
        self.len -= 1;
        Some(item)
    }

    fn of(&self, organisation: OrganisationId) -> usize {
        self.of.get(&organisation).map_or(0, VecDeque::len)
    }

    fn others(&self, organisation: OrganisationId) -> usize {
        self.of.len() - usize::from(self.of.contains_key(&organisation))
    }
}

/// How long an item takes to be decided and stored, measured while there was more to do than was done.
#[derive(Default)]
struct Pace {
    /// Nanoseconds.
    each: Option<u128>,
    /// When so many were taken while more waited.
    last: Option<(Instant, usize)>,
}

impl Pace {
    fn took(&mut self, items: usize, more: bool, now: Instant) {
        if let Some((then, taken)) = self.last {
            let measured = now.duration_since(then).as_nanos() / (taken as u128).max(1);
            self.each = Some(self.each.map_or(measured, |each| (each * OLD + measured) / (OLD + 1)).max(1));
        }
        self.last = more.then_some((now, items));
    }

    /// Nothing waits: what comes next says nothing of the pace.
    fn rests(&mut self) {
        self.last = None;
    }

    fn room(&self) -> usize {
        let Some(each) = self.each else { return WAITING_UNKNOWN };
        usize::try_from(WAIT_MAX.as_nanos() / each).unwrap_or(ROOM_MAX).clamp(WAITING_MIN, ROOM_MAX)
    }

    fn time_of(&self, items: usize) -> Duration {
        let nanoseconds = self.each.unwrap_or(0).saturating_mul(items as u128);
        Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests;
