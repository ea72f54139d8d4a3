//! The contents of tiles and entry bundles (c2sp.org/tlog-tiles).
//!
//! A tile is its hashes end to end. A bundle is its entries end to end, each after its length in
//! two bytes, big-endian. Neither says how many it holds; its path does.

use crate::hash::Hash;

/// Why bytes are not a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a tile of {width} hashes does not have {found} bytes")]
pub struct TileError {
    /// The hashes expected.
    pub width: u16,
    /// The bytes given.
    pub found: usize,
}

/// Why entries do not make a bundle, or bytes are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// Two bytes cannot tell the entry's length.
    #[error("the entry at position {position} has {length} bytes, the limit is 65535")]
    EntryTooLong {
        /// The place of the entry in the bundle, counted from 0.
        position: usize,
        /// Its bytes.
        length: usize,
    },
    /// The bytes end within the entry.
    #[error("the bundle ends within the entry at position {position}")]
    Truncated {
        /// The place of the entry in the bundle, counted from 0.
        position: usize,
    },
    /// There are bytes behind the last entry.
    #[error("the bundle has {length} bytes behind its last entry")]
    Trailing {
        /// How many.
        length: usize,
    },
}

/// The bytes of a tile.
pub fn encode_tile(hashes: &[Hash]) -> Vec<u8> {
    hashes.concat()
}

/// The `width` hashes of a tile.
pub fn decode_tile(bytes: &[u8], width: u16) -> Result<Vec<Hash>, TileError> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    if hashes.len() != usize::from(width) || !rest.is_empty() {
        return Err(TileError { width, found: bytes.len() });
    }
    Ok(hashes.to_vec())
}

/// The bytes of a bundle with these entries.
pub fn encode_bundle<E: AsRef<[u8]>>(entries: impl IntoIterator<Item = E>) -> Result<Vec<u8>, BundleError> {
    let mut bundle = Vec::new();
    for (position, entry) in entries.into_iter().enumerate() {
        let entry = entry.as_ref();
        let length =
            u16::try_from(entry.len()).map_err(|_| BundleError::EntryTooLong { position, length: entry.len() })?;
        bundle.extend_from_slice(&length.to_be_bytes());
        bundle.extend_from_slice(entry);
    }
    Ok(bundle)
}

/// The `width` entries of a bundle.
pub fn decode_bundle(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, BundleError> {
    let mut rest = bytes;
    let mut entries = Vec::with_capacity(usize::from(width));
    for position in 0..usize::from(width) {
        let (entry, behind) = split_entry(rest).ok_or(BundleError::Truncated { position })?;
        entries.push(entry);
        rest = behind;
    }
    match rest.len() {
        0 => Ok(entries),
        length => Err(BundleError::Trailing { length }),
    }
}

fn split_entry(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}
