//! A batch of new leaves on an old edge, with inclusion proofs for all of them.
//!
//! An inclusion proof names the siblings along the way from the leaf to the root. For a leaf of the
//! batch each of them either holds new leaves or is a subtree of the old edge, so edge and batch
//! are enough and the tree need not be at hand. Every node is hashed once for all proofs.

use crate::edge::Edge;
use crate::hash::{Hash, empty_root, node_hash};

/// The tree after a batch was appended, as far as the batch's own proofs need it.
#[derive(Clone, Debug)]
pub struct BatchTree {
    first: u64,
    size: u64,
    levels: Vec<Level>,
}

/// The nodes of one level: those that hold new leaves and, if its parent does too, the subtree of
/// the old edge left of them.
#[derive(Clone, Debug)]
struct Level {
    /// The index of the first node within its level, always even.
    first: u64,
    /// The perfect nodes, from left to right.
    perfect: Vec<Hash>,
    /// The root of what lies right of the last perfect node.
    ragged: Option<Hash>,
}

impl BatchTree {
    /// Appends `leaves` to the tree whose edge is `edge_before`.
    pub fn new(edge_before: Edge, leaves: Vec<Hash>) -> BatchTree {
        let first = edge_before.size();
        let size = first + leaves.len() as u64;
        let mut levels: Vec<Level> = Vec::new();
        let mut new = leaves;
        let mut ragged = None;
        for level in 0..height(size) {
            let old = edge_before.subtree(level);
            let first = (first >> level) - u64::from(old.is_some());
            let perfect: Vec<Hash> = old.into_iter().chain(new).collect();
            let (pairs, single) = perfect.as_chunks::<2>();
            new = pairs.iter().map(|[left, right]| node_hash(left, right)).collect();
            let ragged_above = match (single, ragged) {
                ([left], Some(right)) => Some(node_hash(left, &right)),
                ([left], None) => Some(*left),
                _ => ragged,
            };
            levels.push(Level { first, perfect, ragged });
            ragged = ragged_above;
        }
        BatchTree { first, size, levels }
    }

    /// How many entries the tree has after the batch.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root after the batch.
    pub fn root(&self) -> Hash {
        match self.levels.last() {
            None => empty_root(),
            // The topmost level has one perfect node and perhaps leaves right of it.
            Some(top) => match top.ragged {
                Some(right) => node_hash(&top.perfect[0], &right),
                None => top.perfect[0],
            },
        }
    }

    /// The edge after the batch.
    pub fn edge_after(&self) -> Edge {
        let last_nodes = self.levels.iter().rev().map(|level| level.perfect.as_chunks::<2>().1);
        Edge::from_subtrees(self.size, last_nodes.flatten().copied().collect())
    }

    /// The proof that the entry `index` is in the tree after the batch, its sibling first
    /// (RFC 9162, section 2.1.3.1); `None` if the entry is not of this batch.
    pub fn inclusion(&self, index: u64) -> Option<Vec<Hash>> {
        if !(self.first..self.size).contains(&index) {
            return None;
        }
        let siblings = self.levels.iter().zip(0..);
        Some(siblings.filter_map(|(level, height)| level.node((index >> height) ^ 1)).collect())
    }
}

impl Level {
    /// The node `index` of this level, perfect or ragged; `None` right of the tree.
    fn node(&self, index: u64) -> Option<Hash> {
        let offset = index.checked_sub(self.first)? as usize;
        match self.perfect.get(offset) {
            Some(node) => Some(*node),
            None if offset == self.perfect.len() => self.ragged,
            None => None,
        }
    }
}

/// How many levels of perfect nodes a tree of this size has.
fn height(size: u64) -> u32 {
    u64::BITS - size.leading_zeros()
}
