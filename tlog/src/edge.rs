//! The right edge: all that is needed of a tree to append to it.

use crate::hash::{Hash, fold, node_hash};

/// The roots of the perfect subtrees of which a tree consists, one for each bit of its size.
///
/// ```text
/// size 6 = 0b110        ┌─ A ─┐
///                      ┌┴┐   ┌┴┐  ┌B┐
///                      0 1   2 3  4 5        edge = [A, B]
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    /// From left to right, so from the largest to the smallest.
    subtrees: Vec<Hash>,
}

/// The bytes are not an edge of a tree of this size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the edge has {found} bytes, a tree of this size needs {expected}")]
pub struct EdgeError {
    /// 32 bytes for each bit of the size that is set.
    pub expected: usize,
    /// The bytes given.
    pub found: usize,
}

impl Edge {
    /// The edge of the empty tree.
    pub fn new() -> Edge {
        Edge::default()
    }

    /// For callers that have computed the subtrees.
    pub(crate) fn from_subtrees(size: u64, subtrees: Vec<Hash>) -> Edge {
        Edge { size, subtrees }
    }

    /// Appends the leaf hash of one entry.
    pub fn push(&mut self, leaf: Hash) {
        let mut subtree = leaf;
        for _ in 0..self.size.trailing_ones() {
            let left = self.subtrees.pop().expect("the edge has a subtree for each bit of its size");
            subtree = node_hash(&left, &subtree);
        }
        self.subtrees.push(subtree);
        self.size += 1;
    }

    /// How many entries the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree.
    pub fn root(&self) -> Hash {
        fold(&self.subtrees)
    }

    /// The root of the perfect subtree of 2^`level` leaves, if the tree has one at its edge.
    pub(crate) fn subtree(&self, level: u32) -> Option<Hash> {
        let larger = self.size.checked_shr(level)?;
        (larger & 1 == 1).then(|| self.subtrees[larger.count_ones() as usize - 1])
    }

    /// The subtrees end to end, the largest first: 32 bytes for each bit of the size.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.subtrees.concat()
    }

    /// The edge of a tree of `size` entries from its [`to_bytes`](Edge::to_bytes).
    pub fn from_bytes(size: u64, bytes: &[u8]) -> Result<Edge, EdgeError> {
        let (subtrees, rest) = bytes.as_chunks::<32>();
        if subtrees.len() != size.count_ones() as usize || !rest.is_empty() {
            let expected = size.count_ones() as usize * 32;
            return Err(EdgeError { expected, found: bytes.len() });
        }
        Ok(Edge { size, subtrees: subtrees.to_vec() })
    }
}
