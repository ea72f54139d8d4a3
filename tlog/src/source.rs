//! Where the hashes of a large tree come from.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::hash::{Hash, fold, perfect_root};
use crate::path::{TILE_HEIGHT, TILE_WIDTH, TilePath};

/// A log's hash tiles, wherever they lie: in memory, in a database, in files, behind a URL.
pub trait TileSource {
    /// Why a tile could not be had.
    type Error;

    /// The first `width` hashes (1–256) of the tile `index` of `level`.
    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<Hash>, Self::Error>;
}

/// Why a proof could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProveError<E> {
    /// The entry is not in the tree.
    #[error("a tree of {size} entries has no entry {index}")]
    IndexBeyondSize {
        /// The entry asked for.
        index: u64,
        /// The entries of the tree.
        size: u64,
    },
    /// The older tree is larger than the newer.
    #[error("a tree of {new} entries does not continue one of {old}")]
    SizesReversed {
        /// The size of the older tree.
        old: u64,
        /// The size of the newer tree.
        new: u64,
    },
    /// The source gave a tile with another number of hashes than asked for.
    #[error("{path} has {found} hashes")]
    TileWidth {
        /// The tile asked for.
        path: TilePath,
        /// How many hashes came.
        found: usize,
    },
    /// The source failed.
    #[error("the source of tiles failed: {0}")]
    Source(E),
}

/// Reads the nodes of the tree of `size` entries, each tile at most once.
pub(crate) struct Reader<'a, S> {
    source: &'a S,
    size: u64,
    tiles: BTreeMap<(u8, u64), Vec<Hash>>,
}

impl<'a, S: TileSource> Reader<'a, S> {
    pub fn new(source: &'a S, size: u64) -> Reader<'a, S> {
        Reader { source, size, tiles: BTreeMap::new() }
    }

    /// `MTH(D[range])`. The range begins at a multiple of the largest power of two it holds, as all
    /// ranges in the definitions of RFC 9162 do.
    pub fn range(&mut self, range: Range<u64>) -> Result<Hash, ProveError<S::Error>> {
        let mut subtrees = Vec::new();
        let mut start = range.start;
        while start < range.end {
            let level = (range.end - start).ilog2();
            subtrees.push(self.perfect_node(level, start >> level)?);
            start += 1 << level;
        }
        Ok(fold(&subtrees))
    }

    /// The root of the perfect subtree of 2^`level` leaves, the `index`-th of that size.
    fn perfect_node(&mut self, level: u32, index: u64) -> Result<Hash, ProveError<S::Error>> {
        let above_row = level % TILE_HEIGHT;
        let first = index << above_row;
        let tile = self.tile((level / TILE_HEIGHT) as u8, first / u64::from(TILE_WIDTH))?;
        let offset = (first % u64::from(TILE_WIDTH)) as usize;
        Ok(perfect_root(&tile[offset..offset + (1 << above_row)]))
    }

    fn tile(&mut self, level: u8, index: u64) -> Result<&[Hash], ProveError<S::Error>> {
        if !self.tiles.contains_key(&(level, index)) {
            let path = TilePath::in_tree(level, index, self.size);
            let tile = self.source.tile(level, index, path.width).map_err(ProveError::Source)?;
            if tile.len() != usize::from(path.width) {
                return Err(ProveError::TileWidth { path, found: tile.len() });
            }
            self.tiles.insert((level, index), tile);
        }
        Ok(&self.tiles[&(level, index)])
    }
}
