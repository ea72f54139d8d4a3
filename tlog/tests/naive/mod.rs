//! The tree straight from the definitions of RFC 6962, section 2.1: recursive, over all leaves.

#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::BTreeMap;
use std::ops::Range;

use orebook_tlog::{Hash, MemoryTree, empty_root, leaf_hash, node_hash};

/// Leaf hashes of the entries "0", "1", ….
pub fn leaves(count: usize) -> Vec<Hash> {
    (0..count).map(|index| leaf_hash(index.to_string().as_bytes())).collect()
}

pub fn memory(leaves: &[Hash]) -> MemoryTree {
    leaves.iter().copied().collect()
}

/// MTH(D[n]).
pub fn mth(d: &[Hash]) -> Hash {
    match d {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let k = split(d.len());
            node_hash(&mth(&d[..k]), &mth(&d[k..]))
        }
    }
}

/// The largest power of two smaller than `n`.
fn split(n: usize) -> usize {
    n.next_power_of_two() / 2
}

/// The definitions for one list D; it remembers the hashes it has computed.
pub struct Definition<'a> {
    d: &'a [Hash],
    known: BTreeMap<(usize, usize), Hash>,
}

impl<'a> Definition<'a> {
    pub fn new(d: &'a [Hash]) -> Definition<'a> {
        Definition { d, known: BTreeMap::new() }
    }

    /// MTH(D[of]).
    fn mth(&mut self, of: Range<usize>) -> Hash {
        *self.known.entry((of.start, of.end)).or_insert_with(|| mth(&self.d[of]))
    }

    /// PATH(m, D[of]).
    pub fn path(&mut self, m: usize, of: Range<usize>) -> Vec<Hash> {
        if of.len() == 1 {
            return Vec::new();
        }
        let k = split(of.len());
        let (left, right) = (of.start..of.start + k, of.start + k..of.end);
        let (mut path, sibling) =
            if m < k { (self.path(m, left), self.mth(right)) } else { (self.path(m - k, right), self.mth(left)) };
        path.push(sibling);
        path
    }

    /// PROOF(m, D[0:n]).
    pub fn proof(&mut self, m: usize, n: usize) -> Vec<Hash> {
        if m == 0 { Vec::new() } else { self.subproof(m, 0..n, true) }
    }

    /// SUBPROOF(m, D[of], b).
    fn subproof(&mut self, m: usize, of: Range<usize>, b: bool) -> Vec<Hash> {
        if m == of.len() {
            return if b { Vec::new() } else { vec![self.mth(of)] };
        }
        let k = split(of.len());
        let (left, right) = (of.start..of.start + k, of.start + k..of.end);
        let (mut proof, sibling) = if m <= k {
            (self.subproof(m, left, b), self.mth(right))
        } else {
            (self.subproof(m - k, right, false), self.mth(left))
        };
        proof.push(sibling);
        proof
    }
}
