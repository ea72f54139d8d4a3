//! What waits to be decided. Each organisation has a line of its own, and the decider takes from them in turn, so that one
//! which sends without end waits behind itself. How much may be taken in is a matter of time: what would not be answered
//! soon is refused at the door, which costs nothing, instead of answered late, which costs everybody.
//!
//! ```text
//! handlers ──▶ urgent:   holds, revocations, cancellations   ──▶ half of a batch at the least, if there is so much
//!          ──▶ ordinary: everything else                     ──▶ the rest
//!                 ▲                                                │
//!                 └── room, by how long the last ones waited ◀── answered
//! ```

mod room;

use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant};

use orebook_registry::instruction::Act;
use orebook_registry::values::OrganisationId;
use parking_lot::{Condvar, Mutex};

use super::standing::Unavailable;
use room::{ROOM_MAX, Room};

/// Most that a lane may hold, however little each organisation has of it.
const HELD_MAX: usize = 2 * ROOM_MAX;

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
    /// What was taken out and is not answered yet, in the order in which it was taken.
    under_way: VecDeque<UnderWay>,
    room: Room,
    /// Nothing is taken in any more, for nobody will take it out.
    closed: bool,
}

/// What was taken out at one time.
struct UnderWay {
    of: Vec<(Lane, OrganisationId)>,
    /// When the one came that had waited longest.
    since: Instant,
}

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        let (urgent, ordinary) = (Lines::default(), Lines::default());
        Self { urgent, ordinary, under_way: VecDeque::new(), room: Room::default(), closed: false }
    }
}

impl<T> Default for Intake<T> {
    fn default() -> Self {
        Self { waiting: Mutex::default(), came: Condvar::new() }
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
        waiting.lines(lane).push(organisation, item, Instant::now());
        self.came.notify_one();
        Ok(())
    }

    /// What is decided next: waits for it a while, and answers so many items at the most. If there is any, whoever takes it
    /// says [`Intake::answered`] once, after all of it.
    pub fn take(&self, most: usize, patience: Duration) -> Vec<T> {
        let mut waiting = self.waiting.lock();
        if waiting.len() == 0 {
            self.came.wait_for(&mut waiting, patience);
        }
        waiting.take(most)
    }

    /// What was taken first of all that is under way is answered.
    pub fn answered(&self) {
        self.waiting.lock().answered(Instant::now());
    }

    /// Takes nothing in from now on.
    pub fn close(&self) {
        self.waiting.lock().closed = true;
    }

    /// Takes everything out; whatever was under way is given up.
    pub fn drain(&self) -> Vec<T> {
        let mut waiting = self.waiting.lock();
        let items = waiting.take(usize::MAX);
        let closed = waiting.closed;
        *waiting = Waiting { closed, ..Waiting::default() };
        items
    }

    /// How much waits to be decided.
    pub fn len(&self) -> usize {
        self.waiting.lock().len()
    }

    /// How long what was answered last had waited; nothing while nothing is under way.
    pub fn wait(&self) -> Duration {
        let waiting = self.waiting.lock();
        let oldest = waiting.under_way.front().map(|first| first.since.elapsed());
        oldest.map_or(Duration::ZERO, |oldest| oldest.max(waiting.room.waited()))
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

    /// While there is room, everybody is let in. When there is none, whoever holds less than an equal share is let in all
    /// the same: those who fill the room stand back for those who ask for little.
    fn admits(&mut self, lane: Lane, organisation: OrganisationId) -> Result<(), Unavailable> {
        if self.closed {
            return Err(Unavailable::NotReady("stopping".to_owned()));
        }
        let room = match lane {
            Lane::Urgent => ROOM_MAX,
            Lane::Ordinary => self.room.size(),
        };
        let lines = self.lines(lane);
        let share = room / (lines.others(organisation) + 1);
        let (held, own) = (lines.held, lines.held_by(organisation));
        if lane == Lane::Ordinary && held >= room {
            self.room.was_full();
        }
        if held < HELD_MAX && (held < room || own < share) { Ok(()) } else { Err(Unavailable::Busy) }
    }

    fn take(&mut self, most: usize) -> Vec<T> {
        let room = most.min(self.len());
        let (mut taken, mut of, mut since) = (Vec::with_capacity(room), Vec::with_capacity(room), None);
        while taken.len() < most {
            let urgent_first = taken.len() < most.div_ceil(2) || self.ordinary.len == 0;
            let lane = if urgent_first && self.urgent.len > 0 { Lane::Urgent } else { Lane::Ordinary };
            let Some((organisation, came, item)) = self.lines(lane).pop() else { break };
            taken.push(item);
            of.push((lane, organisation));
            since = Some(since.map_or(came, |since: Instant| since.min(came)));
        }
        self.under_way.extend(since.map(|since| UnderWay { of, since }));
        taken
    }

    fn answered(&mut self, now: Instant) {
        let Some(first) = self.under_way.pop_front() else { return };
        for (lane, organisation) in first.of {
            self.lines(lane).release(organisation);
        }
        self.room.learn(first.since, now);
    }
}

/// A line for each organisation, and whose turn is next.
struct Lines<T> {
    of: BTreeMap<OrganisationId, Line<T>>,
    turns: VecDeque<OrganisationId>,
    /// How much waits.
    len: usize,
    /// How much waits or is under way.
    held: usize,
}

struct Line<T> {
    waiting: VecDeque<(Instant, T)>,
    held: usize,
}

impl<T> Default for Lines<T> {
    fn default() -> Self {
        Self { of: BTreeMap::new(), turns: VecDeque::new(), len: 0, held: 0 }
    }
}

impl<T> Lines<T> {
    fn push(&mut self, organisation: OrganisationId, item: T, now: Instant) {
        let line = self.of.entry(organisation).or_insert_with(|| Line { waiting: VecDeque::new(), held: 0 });
        if line.waiting.is_empty() {
            self.turns.push_back(organisation);
        }
        line.waiting.push_back((now, item));
        line.held += 1;
        self.len += 1;
        self.held += 1;
    }

    fn pop(&mut self) -> Option<(OrganisationId, Instant, T)> {
        let organisation = self.turns.pop_front()?;
        let line = self.of.get_mut(&organisation)?;
        let (came, item) = line.waiting.pop_front()?;
        if !line.waiting.is_empty() {
            self.turns.push_back(organisation);
        }
        self.len -= 1;
        Some((organisation, came, item))
    }

    /// One that was popped is answered.
    fn release(&mut self, organisation: OrganisationId) {
        let Some(line) = self.of.get_mut(&organisation) else { return };
        line.held -= 1;
        self.held -= 1;
        if line.held == 0 {
            self.of.remove(&organisation);
        }
    }

    fn held_by(&self, organisation: OrganisationId) -> usize {
        self.of.get(&organisation).map_or(0, |line| line.held)
    }

    fn others(&self, organisation: OrganisationId) -> usize {
        self.of.len() - usize::from(self.of.contains_key(&organisation))
    }
}

#[cfg(test)]
mod tests;
