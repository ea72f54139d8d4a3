//! The tiles of a growing tree, of each level only the one that is being filled: a log of any length is written and
//! checked with a few hundred hashes in memory.

use orebook_tlog::{Edge, Hash, TILE_WIDTH, TilePath, node_hash};

use crate::archive::{ArchiveError, Reader};

/// The unfinished tile of each level.
#[derive(Debug, Default)]
pub(crate) struct TileStack {
    rows: Vec<Row>,
}

#[derive(Debug, Default)]
struct Row {
    index: u64,
    hashes: Vec<Hash>,
}

impl TileStack {
    /// The unfinished tiles of a tree of this size, out of an archive.
    pub fn resume(reader: &Reader, size: u64) -> Result<TileStack, ArchiveError> {
        let mut rows = Vec::new();
        for level in 0..8_u8 {
            let hashes = size >> (8 * u32::from(level));
            if hashes == 0 {
                break;
            }
            let (index, width) = (hashes / u64::from(TILE_WIDTH), hashes % u64::from(TILE_WIDTH));
            let hashes = match u16::try_from(width).unwrap_or(0) {
                0 => Vec::new(),
                width => reader.hashes(TilePath { level, index, width })?,
            };
            rows.push(Row { index, hashes });
        }
        Ok(TileStack { rows })
    }

    /// The hashes of the unfinished tile of leaves.
    pub fn leaves(&self) -> &[Hash] {
        self.rows.first().map_or(&[], |row| &row.hashes)
    }

    /// The right edge of the tree: a row of so many hashes is perfect subtrees, one for each bit of their number.
    pub fn edge(&self) -> Edge {
        let (mut size, mut subtrees) = (0, Vec::new());
        for (level, row) in self.rows.iter().enumerate().rev() {
            size += (row.hashes.len() as u64) << (8 * level);
            let mut rest = row.hashes.as_slice();
            while !rest.is_empty() {
                let (perfect, behind) = rest.split_at(1 << rest.len().ilog2());
                subtrees.extend_from_slice(&perfect_root(perfect));
                rest = behind;
            }
        }
        Edge::from_bytes(size, &subtrees).unwrap_or_default()
    }

    /// Appends a leaf hash. Answers the tiles that it filled, the lowest first.
    pub fn push(&mut self, leaf: Hash) -> Vec<(TilePath, Vec<Hash>)> {
        let mut filled = Vec::new();
        let mut hash = leaf;
        for level in 0.. {
            if self.rows.len() == usize::from(level) {
                self.rows.push(Row::default());
            }
            let row = &mut self.rows[usize::from(level)];
            row.hashes.push(hash);
            if row.hashes.len() < usize::from(TILE_WIDTH) {
                break;
            }
            let tile = std::mem::take(&mut row.hashes);
            hash = perfect_root(&tile);
            filled.push((TilePath { level, index: row.index, width: TILE_WIDTH }, tile));
            row.index += 1;
        }
        filled
    }

    /// The tiles that are not full, the lowest first.
    pub fn partial(&self) -> impl Iterator<Item = (TilePath, &[Hash])> {
        let unfinished = self.rows.iter().zip(0..).filter(|(row, _)| !row.hashes.is_empty());
        unfinished.map(|(row, level)| {
            let width = u16::try_from(row.hashes.len()).unwrap_or(TILE_WIDTH);
            (TilePath { level, index: row.index, width }, row.hashes.as_slice())
        })
    }
}

/// The root above the hashes of a full tile.
fn perfect_root(tile: &[Hash]) -> Hash {
    match tile {
        [only] => *only,
        _ => {
            let (left, right) = tile.split_at(tile.len() / 2);
            node_hash(&perfect_root(left), &perfect_root(right))
        }
    }
}
