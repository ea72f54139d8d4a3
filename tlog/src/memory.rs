//! A tree held in memory, for the verifier and for tests.

use crate::hash::{Hash, perfect_root};
use crate::path::TILE_WIDTH;
use crate::source::TileSource;

/// All tiles of a log in memory. A tile holds every eighth level of the tree only, so an entry
/// costs 32 bytes and an eighth of a byte.
#[derive(Clone, Debug, Default)]
pub struct MemoryTree {
    /// For each level of tiles the hashes of all its tiles, end to end.
    levels: Vec<Vec<Hash>>,
}

/// The tree is not so large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the tree has no tile {index} of level {level} with {width} hashes")]
pub struct TileMissing {
    /// The level of the tile.
    pub level: u8,
    /// The index of the tile within its level.
    pub index: u64,
    /// The hashes asked for.
    pub width: u16,
}

impl MemoryTree {
    /// The empty tree.
    pub fn new() -> MemoryTree {
        MemoryTree::default()
    }

    /// Appends the leaf hash of one entry.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for level in 0.. {
            if level == self.levels.len() {
                self.levels.push(Vec::new());
            }
            let row = &mut self.levels[level];
            row.push(hash);
            let (full, rest) = row.as_chunks::<{ TILE_WIDTH as usize }>();
            match full.last() {
                Some(tile) if rest.is_empty() => hash = perfect_root(tile),
                _ => return,
            }
        }
    }

    /// How many entries the tree has.
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| leaves.len() as u64)
    }

    /// The leaf hash of an entry.
    pub fn leaf(&self, index: u64) -> Option<Hash> {
        self.levels.first()?.get(usize::try_from(index).ok()?).copied()
    }
}

impl TileSource for MemoryTree {
    type Error = TileMissing;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<Hash>, TileMissing> {
        let missing = TileMissing { level, index, width };
        let row = self.levels.get(usize::from(level)).ok_or(missing)?;
        let start = usize::try_from(index).ok().and_then(|index| index.checked_mul(usize::from(TILE_WIDTH)));
        let start = start.ok_or(missing)?;
        let hashes = row.get(start..).and_then(|rest| rest.get(..usize::from(width)));
        Ok(hashes.ok_or(missing)?.to_vec())
    }
}

impl FromIterator<Hash> for MemoryTree {
    fn from_iter<I: IntoIterator<Item = Hash>>(leaves: I) -> MemoryTree {
        let mut tree = MemoryTree::new();
        leaves.into_iter().for_each(|leaf| tree.push(leaf));
        tree
    }
}
