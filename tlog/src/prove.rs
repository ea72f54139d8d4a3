//! Roots and proofs for a tree of any size up to the log's, from its tiles.
//!
//! Both kinds of proof are lists of subtrees. The definitions of RFC 9162 walk from the root down,
//! the proof is written from the leaf up: hence the reversals.

use std::ops::Range;

use crate::hash::Hash;
use crate::source::{ProveError, Reader, TileSource};

/// The root of the tree of the first `size` entries.
pub fn root<S: TileSource>(source: &S, size: u64) -> Result<Hash, ProveError<S::Error>> {
    Reader::new(source, size).range(0..size)
}

/// `PATH(index, D[size])` of RFC 9162, section 2.1.3.1: that the entry `index` is in the tree of the
/// first `size` entries. The leaf's sibling comes first.
pub fn inclusion_proof<S: TileSource>(source: &S, index: u64, size: u64) -> Result<Vec<Hash>, ProveError<S::Error>> {
    if index >= size {
        return Err(ProveError::IndexBeyondSize { index, size });
    }
    hashes(source, size, inclusion_ranges(index, size))
}

/// `PROOF(old, D[new])` of RFC 9162, section 2.1.4.1: that the tree of the first `new` entries
/// continues that of the first `old`. The proof is empty if the sizes are equal or `old` is 0.
pub fn consistency_proof<S: TileSource>(source: &S, old: u64, new: u64) -> Result<Vec<Hash>, ProveError<S::Error>> {
    if old > new {
        return Err(ProveError::SizesReversed { old, new });
    }
    hashes(source, new, consistency_ranges(old, new))
}

fn hashes<S: TileSource>(source: &S, size: u64, ranges: Vec<Range<u64>>) -> Result<Vec<Hash>, ProveError<S::Error>> {
    let mut reader = Reader::new(source, size);
    ranges.into_iter().rev().map(|range| reader.range(range)).collect()
}

/// The siblings on the way from the root down to the leaf.
fn inclusion_ranges(index: u64, size: u64) -> Vec<Range<u64>> {
    let mut ranges = Vec::new();
    let mut tree = 0..size;
    while tree.end - tree.start > 1 {
        let middle = split(&tree);
        if index < middle {
            ranges.push(middle..tree.end);
            tree.end = middle;
        } else {
            ranges.push(tree.start..middle);
            tree.start = middle;
        }
    }
    ranges
}

/// `SUBPROOF(m, D[n], b)` of section 2.1.4.1. `b`, whether the old tree is known to the verifier as
/// the whole subtree, is here whether the subtree still begins at entry 0.
fn consistency_ranges(old: u64, new: u64) -> Vec<Range<u64>> {
    let mut ranges = Vec::new();
    if old == 0 {
        return ranges;
    }
    let mut tree = 0..new;
    while tree.end != old {
        let middle = split(&tree);
        if old <= middle {
            ranges.push(middle..tree.end);
            tree.end = middle;
        } else {
            ranges.push(tree.start..middle);
            tree.start = middle;
        }
    }
    if tree.start != 0 {
        ranges.push(tree);
    }
    ranges
}

/// Where a tree of at least two leaves divides: after the largest power of two smaller than it.
fn split(tree: &Range<u64>) -> u64 {
    tree.start + (1 << (tree.end - tree.start - 1).ilog2())
}
