//! Checking proofs, step by step as RFC 9162 writes them down.

use crate::hash::{Hash, empty_root, node_hash};

/// Why a proof does not prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The entry is not in a tree of this size.
    #[error("a tree of {size} entries has no entry {index}")]
    IndexBeyondSize {
        /// The entry.
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
    /// More or fewer hashes than a proof for these sizes has.
    #[error("the proof has the wrong number of hashes, {found}")]
    ProofLength {
        /// The hashes given.
        found: usize,
    },
    /// The hashes lead to another root than that of the older tree.
    #[error("the proof does not lead to the root of the older tree")]
    OldRoot,
    /// The hashes lead to another root than that of the (newer) tree.
    #[error("the proof does not lead to the root of the tree")]
    Root,
}

/// Checks that the entry with leaf hash `leaf` is entry `index` of the tree with this size and root
/// (RFC 9162, section 2.1.3.2).
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> Result<(), VerifyError> {
    if index >= size {
        return Err(VerifyError::IndexBeyondSize { index, size });
    }
    let (mut node, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for sibling in proof {
        if last == 0 {
            return Err(VerifyError::ProofLength { found: proof.len() });
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            climb_while_left(&mut node, &mut last);
        } else {
            hash = node_hash(&hash, sibling);
        }
        (node, last) = (node >> 1, last >> 1);
    }
    check(last == 0, VerifyError::ProofLength { found: proof.len() })?;
    check(hash == *root, VerifyError::Root)
}

/// Checks that the tree of `new_size` continues the tree of `old_size`
/// (RFC 9162, section 2.1.4.2).
///
/// The standard leaves two cases open: every tree continues the empty one, and a tree continues
/// itself; both proofs are empty.
pub fn verify_consistency(
    old_size: u64,
    old_root: &Hash,
    new_size: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), VerifyError> {
    let length = VerifyError::ProofLength { found: proof.len() };
    if old_size > new_size {
        return Err(VerifyError::SizesReversed { old: old_size, new: new_size });
    }
    if old_size == 0 {
        check(proof.is_empty(), length)?;
        check(*old_root == empty_root(), VerifyError::OldRoot)?;
        return check(new_size != 0 || *new_root == empty_root(), VerifyError::Root);
    }
    if old_size == new_size {
        check(proof.is_empty(), length)?;
        return check(old_root == new_root, VerifyError::Root);
    }
    // A perfect old tree is its own first node, and the proof leaves it out.
    let (first, path) =
        if old_size.is_power_of_two() { (old_root, proof) } else { proof.split_first().ok_or(length)? };
    check(!path.is_empty(), length)?;
    let (old, new) = climb(old_size, new_size, first, path).ok_or(length)?;
    check(old == *old_root, VerifyError::OldRoot)?;
    check(new == *new_root, VerifyError::Root)
}

/// Steps 3 to 7 of section 2.1.4.2: both roots, or `None` if the path has the wrong length.
fn climb(old_size: u64, new_size: u64, first: &Hash, path: &[Hash]) -> Option<(Hash, Hash)> {
    let shift = (old_size - 1).trailing_ones();
    let (mut node, mut last) = ((old_size - 1) >> shift, (new_size - 1) >> shift);
    let (mut old, mut new) = (*first, *first);
    for sibling in path {
        if last == 0 {
            return None;
        }
        if node & 1 == 1 || node == last {
            old = node_hash(sibling, &old);
            new = node_hash(sibling, &new);
            climb_while_left(&mut node, &mut last);
        } else {
            new = node_hash(&new, sibling);
        }
        (node, last) = (node >> 1, last >> 1);
    }
    (last == 0).then_some((old, new))
}

/// A node at the right end without a sibling is its own parent: go up until it is a right child.
fn climb_while_left(node: &mut u64, last: &mut u64) {
    while *node & 1 == 0 && *node != 0 {
        *node >>= 1;
        *last >>= 1;
    }
}

fn check(holds: bool, error: VerifyError) -> Result<(), VerifyError> {
    if holds { Ok(()) } else { Err(error) }
}
