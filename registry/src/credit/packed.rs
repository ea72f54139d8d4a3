//! The blocks of a batch in little memory: there may be millions, and each costs about what three entries of a plain
//! map do. They cover the batch without gaps, so a block ends where the next begins, and only its first milligram is
//! kept. An account is named by a small number, and what few blocks have stands beside them:
//!
//! ```text
//! first milligram → holder, last usable day, state      every block
//! holder, first milligram                               every block that has not ended
//! first milligram → principal, stopped day, escrow or retirement      those that have one
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops;

use super::{Block, BlockState, Escrow};
use crate::event::CancellationReason;
use crate::values::*;

/// What every block has, and no more.
#[derive(Debug, Clone, Copy)]
struct Row {
    /// Place among the holders.
    holder: u32,
    expires_on: Date,
    standing: Standing,
}

/// The state of a block without the id that belongs to it.
#[derive(Debug, Clone, Copy)]
enum Standing {
    Available,
    Escrowed,
    Frozen,
    Retired,
    Cancelled(CancellationReason),
    Expired,
}

impl Standing {
    const fn is_final(self) -> bool {
        matches!(self, Self::Retired | Self::Cancelled(_) | Self::Expired)
    }
}

/// The blocks of a batch; they cover it from its first milligram to its last.
#[derive(Clone, Default)]
pub struct Blocks {
    end: u64,
    rows: BTreeMap<u64, Row>,
    /// Accounts that ever held a block, in the order in which they came.
    holders: Vec<AccountId>,
    places: BTreeMap<AccountId, u32>,
    /// Blocks that have not ended, by their holder's place and first milligram.
    held: BTreeSet<(u32, u64)>,
    principals: BTreeMap<u64, OrganisationId>,
    stopped: BTreeMap<u64, Date>,
    escrows: BTreeMap<u64, Escrow>,
    retirements: BTreeMap<u64, RetirementId>,
}

impl Blocks {
    /// All of a batch in one block.
    pub(super) fn whole(block: &Block) -> Self {
        let mut blocks = Self { end: block.to, ..Self::default() };
        blocks.put(0, block);
        blocks
    }

    /// All of them with their first milligrams, lowest first.
    pub fn iter(&self) -> impl Iterator<Item = (u64, Block)> {
        self.touching(0..self.end)
    }

    /// Those that a range touches, lowest first.
    pub fn touching(&self, range: ops::Range<u64>) -> impl Iterator<Item = (u64, Block)> {
        let first = self.first_of(range.start).unwrap_or(range.start);
        let ends = self.rows.range(first..).skip(1).map(|(from, _)| *from).chain([self.end]);
        let rows = self.rows.range(first..range.end.max(first));
        rows.zip(ends).map(|((from, row), to)| (*from, self.unpacked(*from, row, to)))
    }

    /// The block that begins at a milligram.
    pub fn get(&self, from: u64) -> Option<Block> {
        let mut rows = self.rows.range(from..);
        let (_, row) = rows.next().filter(|(first, _)| **first == from)?;
        let to = rows.next().map_or(self.end, |(next, _)| *next);
        Some(self.unpacked(from, row, to))
    }

    /// The block that holds a milligram, with its first.
    pub fn at(&self, milligram: u64) -> Option<(u64, Block)> {
        let from = self.first_of(milligram)?;
        Some((from, self.get(from)?))
    }

    /// The blocks of an account that have not ended, lowest first.
    pub fn of(&self, account: AccountId) -> impl Iterator<Item = (u64, Block)> {
        let held = self.places.get(&account).map(|place| self.held.range((*place, 0)..=(*place, u64::MAX)));
        held.into_iter().flatten().filter_map(|(_, from)| Some((*from, self.get(*from)?)))
    }

    /// Those of an account that a range touches and that have not ended, lowest first.
    pub(super) fn of_touching(&self, account: AccountId, range: ops::Range<u64>) -> impl Iterator<Item = (u64, Block)> {
        let held = self.places.get(&account).map(|place| {
            let before = self.held.range((*place, 0)..=(*place, range.start)).next_back();
            let first = before.map_or(range.start, |(_, from)| *from);
            self.held.range((*place, first)..(*place, range.end.max(first)))
        });
        let blocks = held.into_iter().flatten().filter_map(|(_, from)| Some((*from, self.get(*from)?)));
        blocks.filter(move |(_, block)| block.to > range.start)
    }

    /// First milligrams of the blocks that have not ended, lowest first.
    pub(super) fn live(&self) -> Vec<u64> {
        let mut live: Vec<u64> = self.held.iter().map(|(_, from)| *from).collect();
        live.sort_unstable();
        live
    }

    fn first_of(&self, milligram: u64) -> Option<u64> {
        let (from, _) = self.rows.range(..=milligram).next_back()?;
        (milligram < self.end).then_some(*from)
    }

    fn unpacked(&self, from: u64, row: &Row, to: u64) -> Block {
        let state = match row.standing {
            Standing::Available => BlockState::Available,
            Standing::Escrowed => BlockState::Escrowed(self.escrows[&from]),
            Standing::Frozen => BlockState::Frozen,
            Standing::Retired => BlockState::Retired(self.retirements[&from]),
            Standing::Cancelled(reason) => BlockState::Cancelled(reason),
            Standing::Expired => BlockState::Expired,
        };
        Block {
            to,
            account: self.holders[row.holder as usize],
            principal: self.principals.get(&from).copied(),
            expires_on: row.expires_on,
            stopped_since: self.stopped.get(&from).copied(),
            state,
        }
    }

    /// Changes the block that begins at a milligram, or begins one there: then the block before it ends there.
    /// Where it ends itself is the next one's matter.
    pub(super) fn put(&mut self, from: u64, block: &Block) {
        let (standing, escrow, retirement) = match block.state {
            BlockState::Available => (Standing::Available, None, None),
            BlockState::Escrowed(escrow) => (Standing::Escrowed, Some(escrow), None),
            BlockState::Frozen => (Standing::Frozen, None, None),
            BlockState::Retired(retirement) => (Standing::Retired, None, Some(retirement)),
            BlockState::Cancelled(reason) => (Standing::Cancelled(reason), None, None),
            BlockState::Expired => (Standing::Expired, None, None),
        };
        let holder = self.place(block.account);
        let before = self.rows.insert(from, Row { holder, expires_on: block.expires_on, standing });
        if let Some(before) = before.filter(|before| before.holder != holder || standing.is_final()) {
            self.held.remove(&(before.holder, from));
        }
        if !standing.is_final() {
            self.held.insert((holder, from));
        }
        note(&mut self.principals, from, block.principal);
        note(&mut self.stopped, from, block.stopped_since);
        note(&mut self.escrows, from, escrow);
        note(&mut self.retirements, from, retirement);
    }

    /// Takes away the beginning of a block: the one before it reaches as far as it did.
    pub(super) fn join(&mut self, from: u64) {
        if let Some(row) = self.rows.remove(&from) {
            self.held.remove(&(row.holder, from));
        }
        note(&mut self.principals, from, None);
        note(&mut self.stopped, from, None);
        note(&mut self.escrows, from, None);
        note(&mut self.retirements, from, None);
    }

    fn place(&mut self, account: AccountId) -> u32 {
        *self.places.entry(account).or_insert_with(|| {
            self.holders.push(account);
            u32::try_from(self.holders.len() - 1).expect("there are fewer accounts than 2^32")
        })
    }
}

fn note<T>(beside: &mut BTreeMap<u64, T>, from: u64, value: Option<T>) {
    match value {
        Some(value) => beside.insert(from, value),
        None => beside.remove(&from),
    };
}

impl fmt::Debug for Blocks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
