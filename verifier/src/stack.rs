//! The tiles of a growing tree, of each level only the one that is being filled: a log of any length is written and
//! checked with a few hundred hashes in memory.

use orebook_tlog::{Hash, TILE_WIDTH, TilePath, node_hash};

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
