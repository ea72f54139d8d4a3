//! Full tiles of the tree.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::schema::tile;

impl Reading<'_> {
    /// The hashes of a full tile; none if the tree has not filled it yet.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn tile(&mut self, level: i32, idx: i64) -> Result<Option<Vec<u8>>, StoreError> {
        let hashes = tile::table.find((level, idx)).select(tile::hashes);
        Ok(hashes.first(self.connection).optional()?)
    }
}
