//! The tree: from the entries up to the signed root.
//!
//! Entries and tiles are two copies of the same history. Each is taken up to a root of its own, so that when they
//! differ it can be said which of them is the one that was signed.

use std::collections::{BTreeMap, BTreeSet};

use orebook_tlog::{Checkpoint, Edge, Hash, TILE_WIDTH, TilePath, empty_root};

use crate::archive::Reader;
use crate::report::{Finding, rule};
use crate::stack::TileStack;

/// The tree as far as it has been read.
pub(crate) struct Tree<'a> {
    reader: &'a Reader,
    /// Over the entries.
    entries: Edge,
    /// Over the leaves in the tiles, from the first entry on that differs from them.
    tiles: Option<Edge>,
    /// The tiles that the lowest level implies.
    stack: TileStack,
    differing: Option<Differing>,
    findings: Vec<Finding>,
    /// Roots over so many first entries, where somebody asks.
    marks: BTreeMap<u64, Hash>,
    wanted: BTreeSet<u64>,
}

/// Entries whose bytes do not hash to their leaves.
struct Differing {
    first: u64,
    count: u64,
}

impl<'a> Tree<'a> {
    pub fn new(reader: &'a Reader) -> Tree<'a> {
        Tree {
            reader,
            entries: Edge::new(),
            tiles: None,
            stack: TileStack::default(),
            differing: None,
            findings: Vec::new(),
            marks: BTreeMap::from([(0, empty_root())]),
            wanted: BTreeSet::new(),
        }
    }

    /// Asks for the root over the first so many entries.
    pub fn mark(&mut self, size: u64) {
        self.wanted.insert(size);
    }

    /// The roots that were asked for, as far as entries have been read.
    pub fn marks(&self) -> &BTreeMap<u64, Hash> {
        &self.marks
    }

    /// How many entries have been read, and their root.
    pub fn entries(&self) -> (u64, Hash) {
        (self.entries.size(), self.entries.root())
    }

    /// Whether nothing was found so far.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty() && self.differing.is_none()
    }

    /// Takes up the entries of one bundle, of which there should be `width`.
    pub fn bundle(&mut self, index: u64, width: u16, leaves: &[Hash]) {
        let first = index * u64::from(TILE_WIDTH);
        let path = TilePath { level: 0, index, width };
        let logged = self.tile(path).unwrap_or_else(|| leaves.to_vec());
        for ((leaf, logged), entry) in leaves.iter().zip(&logged).zip(first..) {
            if leaf != logged {
                self.note_difference(entry);
            }
            self.entries.push(*leaf);
            if self.wanted.contains(&self.entries.size()) {
                self.marks.insert(self.entries.size(), self.entries.root());
            }
            self.push_logged(*logged, entry);
        }
        // Where entries are missing, their leaves in the tiles still count for the tiles' own root.
        if let Some(missing) = logged.get(leaves.len()..).filter(|missing| !missing.is_empty()) {
            self.tiles.get_or_insert_with(|| self.entries.clone());
            let next = first + leaves.len() as u64;
            missing.iter().zip(next..).for_each(|(logged, entry)| self.push_logged(*logged, entry));
        }
    }

    fn note_difference(&mut self, entry: u64) {
        self.tiles.get_or_insert_with(|| self.entries.clone());
        self.differing.get_or_insert(Differing { first: entry, count: 0 }).count += 1;
    }

    fn push_logged(&mut self, leaf: Hash, entry: u64) {
        if let Some(tiles) = &mut self.tiles {
            tiles.push(leaf);
        }
        for (path, hashes) in self.stack.push(leaf) {
            if path.level > 0 {
                self.check_tile(path, &hashes, entry);
            }
        }
    }

    fn check_tile(&mut self, path: TilePath, implied: &[Hash], last: u64) {
        let below = 1_u64.checked_shl(8 * u32::from(path.level)).unwrap_or(u64::MAX);
        let first = path.index.saturating_mul(u64::from(TILE_WIDTH)).saturating_mul(below);
        let Some(stored) = self.tile(path) else { return };
        if let Some(at) = stored.iter().zip(implied).position(|(stored, implied)| stored != implied) {
            let from = first.saturating_add(below.saturating_mul(at as u64)).min(last);
            let detail = format!("hash {at} of {path} does not follow from the tiles below it");
            self.findings.push(Finding::at(from, rule::TILE, detail));
        }
    }

    /// A tile of the archive; its absence is a finding.
    fn tile(&mut self, path: TilePath) -> Option<Vec<Hash>> {
        let tile = self.reader.hashes(path);
        if let Err(error) = &tile {
            self.findings.push(Finding::general(rule::TILE_THERE, error.to_string()));
        }
        tile.ok()
    }

    /// The findings, once all entries are taken up.
    pub fn finish(mut self, stated: &Checkpoint) -> Vec<Finding> {
        let partial: Vec<(TilePath, Vec<Hash>)> =
            self.stack.partial().map(|(path, hashes)| (path, hashes.to_vec())).collect();
        for (path, hashes) in partial.into_iter().filter(|(path, _)| path.level > 0) {
            self.check_tile(path, &hashes, stated.size.saturating_sub(1));
        }
        let signed = |edge: &Edge| edge.size() == stated.size && edge.root() == stated.root;
        let entries_signed = signed(&self.entries);
        let tiles_signed = self.tiles.as_ref().map_or(entries_signed, signed);
        if let Some(Differing { first, count }) = self.differing {
            self.findings.insert(0, differing(first, count, entries_signed, tiles_signed));
        } else if !entries_signed && self.entries.size() == stated.size {
            let detail = "entries and tiles agree with one another, but not with the checkpoint: \
                          both were made anew after it was signed, or it is the checkpoint of another log";
            self.findings.push(Finding::general(rule::ROOT, detail));
        }
        self.findings
    }
}

fn differing(first: u64, count: u64, entries_signed: bool, tiles_signed: bool) -> Finding {
    let more = match count {
        1 => String::new(),
        _ => format!(", nor do {} further entries", count - 1),
    };
    let verdict = match (entries_signed, tiles_signed) {
        (true, _) => "the checkpoint was signed over the entries: the tiles were altered",
        (false, true) => "the checkpoint was signed over the tiles: the entries were altered",
        (false, false) => "the checkpoint was signed over neither",
    };
    Finding::at(first, rule::LEAF, format!("the entry's bytes do not hash to its leaf{more}; {verdict}"))
}
