//! The hashes of the tree (RFC 9162, section 2.1.1).
//!
//! ```text
//! MTH({})      = SHA-256()
//! MTH({entry}) = SHA-256(0x00 ‖ entry)
//! MTH(D[n])    = SHA-256(0x01 ‖ MTH(D[0:k]) ‖ MTH(D[k:n]))     k = the largest power of two < n
//! ```
//!
//! The byte before leaf and node keeps one from being passed off as the other.

use sha2::{Digest, Sha256};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash of an entry.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0x00]).chain_update(entry).finalize().into()
}

/// The hash of the node above `left` and `right`.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut node = [0x01; 65];
    node[1..33].copy_from_slice(left);
    node[33..].copy_from_slice(right);
    Sha256::digest(node).into()
}

/// The root of the tree without entries.
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// The root above the roots of perfect subtrees that stand side by side, the larger ones left.
pub(crate) fn fold(subtrees: &[Hash]) -> Hash {
    subtrees.iter().rev().copied().reduce(|right, left| node_hash(&left, &right)).unwrap_or_else(empty_root)
}

/// The root of a perfect subtree from all the hashes of one of its levels, a power of two of them.
pub(crate) fn perfect_root(level: &[Hash]) -> Hash {
    match level {
        [only] => *only,
        _ => {
            let (left, right) = level.split_at(level.len() / 2);
            node_hash(&perfect_root(left), &perfect_root(right))
        }
    }
}
