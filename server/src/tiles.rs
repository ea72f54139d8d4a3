//! Hash tiles out of the tables: full ones are stored. Partial ones are those that the sequencer has at hand; without it
//! they are cut from the journal's leaves and from the tiles below, which takes many reads.

use std::sync::Arc;

use orebook_store::{Reader, StoreError};
use orebook_tlog::{Hash, TILE_WIDTH, TileSource, decode_tile};

use crate::sequencer::{Tiles, root_of_full};

/// Why a tile could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The journal does not reach that far.
    #[error("tile {level}/{index} is not in the tables")]
    Missing {
        /// Level of the tile.
        level: u8,
        /// Index in the level.
        index: u64,
    },
}

/// The tables as a source of tiles.
pub struct Tables<'a> {
    reader: &'a Reader,
    partial: Arc<Tiles>,
}

impl<'a> Tables<'a> {
    /// Over these tables alone.
    pub fn new(reader: &'a Reader) -> Self {
        Self::with(reader, Arc::default())
    }

    /// With the tiles that are not full at hand.
    pub fn with(reader: &'a Reader, partial: Arc<Tiles>) -> Self {
        Self { reader, partial }
    }

    fn stored(&self, level: u8, index: u64) -> Result<Option<Vec<Hash>>, ReadError> {
        let idx = i64::try_from(index).unwrap_or(i64::MAX);
        let bytes = self.reader.read(|read| read.tile(i32::from(level), idx))?;
        Ok(bytes.and_then(|bytes| decode_tile(&bytes, TILE_WIDTH).ok()))
    }

    fn leaves(&self, index: u64, width: u16) -> Result<Vec<Hash>, ReadError> {
        let from = i64::try_from(index * u64::from(TILE_WIDTH)).unwrap_or(i64::MAX);
        let leaves = self.reader.read(|read| read.leaves(from..from + i64::from(width)))?;
        leaves.into_iter().map(|leaf| leaf.try_into().map_err(|_| ReadError::Missing { level: 0, index })).collect()
    }
}

impl TileSource for Tables<'_> {
    type Error = ReadError;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<Hash>, ReadError> {
        let missing = || ReadError::Missing { level, index };
        if let Some(tile) = self.partial.first(level, index, width) {
            return Ok(tile);
        }
        if let Some(mut tile) = self.stored(level, index)? {
            tile.truncate(usize::from(width));
            return Ok(tile);
        }
        let tile = match level.checked_sub(1) {
            None => self.leaves(index, width)?,
            Some(below) => {
                let first = index * u64::from(TILE_WIDTH);
                let full = |n| self.stored(below, n)?.map(|tile| root_of_full(&tile)).ok_or_else(missing);
                (first..first + u64::from(width)).map(full).collect::<Result<_, _>>()?
            }
        };
        if tile.len() == usize::from(width) { Ok(tile) } else { Err(missing()) }
    }
}
