//! Every proof of every tree up to 300 leaves, and wrong proofs.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod naive;

use std::cell::RefCell;
use std::collections::BTreeSet;

use naive::{Definition, leaves, memory, mth};
use orebook_tlog::{
    Hash, MemoryTree, ProveError, TileMissing, TileSource, VerifyError, consistency_proof, inclusion_proof,
    verify_consistency, verify_inclusion,
};

const SIZE: usize = 300;

fn roots() -> Vec<Hash> {
    (0..=SIZE).map(|size| mth(&leaves(SIZE)[..size])).collect()
}

#[test]
fn every_inclusion_proof_up_to_300_leaves_is_that_of_the_definition_and_verifies() {
    let (leaves, roots) = (leaves(SIZE), roots());
    let tree = memory(&leaves);
    let mut definition = Definition::new(&leaves);
    for (size, root) in roots.iter().enumerate().skip(1) {
        for (index, leaf) in leaves[..size].iter().enumerate() {
            let proof = inclusion_proof(&tree, index as u64, size as u64).unwrap();
            assert_eq!(proof, definition.path(index, 0..size), "{index} of {size}");
            assert_eq!(verify_inclusion(leaf, index as u64, size as u64, &proof, root), Ok(()));
        }
    }
}

#[test]
fn every_consistency_proof_up_to_300_leaves_is_that_of_the_definition_and_verifies() {
    let (leaves, roots) = (leaves(SIZE), roots());
    let tree = memory(&leaves);
    let mut definition = Definition::new(&leaves);
    for new in 0..=SIZE {
        for old in 0..=new {
            let made = consistency_proof(&tree, old as u64, new as u64).unwrap();
            assert_eq!(made, definition.proof(old, new), "{old} to {new}");
            let (old_root, new_root) = (&roots[old], &roots[new]);
            let verified = verify_consistency(old as u64, old_root, new as u64, new_root, &made);
            assert_eq!(verified, Ok(()), "{old} to {new}");
        }
    }
}

/// All ways to spoil a proof: a bit of each hash, one hash fewer, one more, at either end.
fn spoilt(proof: &[Hash]) -> Vec<Vec<Hash>> {
    let mut spoilt = vec![[proof, &[[9; 32]]].concat(), [&[[9; 32]], proof].concat()];
    for index in 0..proof.len() {
        let mut flipped = proof.to_vec();
        flipped[index][31] ^= 1;
        let mut without = proof.to_vec();
        without.remove(index);
        let mut twice = proof.to_vec();
        twice.insert(index, proof[index]);
        spoilt.extend([flipped, without, twice]);
    }
    spoilt
}

#[test]
fn spoilt_inclusion_proofs_do_not_verify() {
    let leaves = leaves(70);
    let tree = memory(&leaves);
    for size in 1..=70 {
        let root = mth(&leaves[..size as usize]);
        for index in 0..size {
            let leaf = &leaves[index as usize];
            let proof = inclusion_proof(&tree, index, size).unwrap();
            for spoilt in spoilt(&proof) {
                assert!(verify_inclusion(leaf, index, size, &spoilt, &root).is_err());
            }
            let other = if index > 0 { index - 1 } else { size };
            assert!(verify_inclusion(leaf, other, size, &proof, &root).is_err());
            assert_eq!(verify_inclusion(&[1; 32], index, size, &proof, &root), Err(VerifyError::Root));
            assert_eq!(verify_inclusion(leaf, index, size, &proof, &[1; 32]), Err(VerifyError::Root));
        }
    }
}

#[test]
fn spoilt_consistency_proofs_do_not_verify() {
    let leaves = leaves(70);
    let tree = memory(&leaves);
    for new in 0..=70 {
        let new_root = mth(&leaves[..new as usize]);
        for old in 0..=new {
            let old_root = mth(&leaves[..old as usize]);
            let proof = consistency_proof(&tree, old, new).unwrap();
            for spoilt in spoilt(&proof) {
                assert!(verify_consistency(old, &old_root, new, &new_root, &spoilt).is_err());
            }
            assert!(verify_consistency(old, &[1; 32], new, &new_root, &proof).is_err());
            if old > 0 {
                assert!(verify_consistency(old, &old_root, new, &[1; 32], &proof).is_err());
                assert!(verify_consistency(old - 1, &old_root, new, &new_root, &proof).is_err());
            }
        }
    }
}

#[test]
fn a_proof_of_another_size_has_another_length() {
    let leaves = leaves(9);
    let proof = inclusion_proof(&memory(&leaves), 0, 9).unwrap();
    let length = VerifyError::ProofLength { found: 4 };
    assert_eq!(verify_inclusion(&leaves[0], 0, 8, &proof, &mth(&leaves)), Err(length));
    assert_eq!(verify_inclusion(&leaves[0], 0, 17, &proof, &mth(&leaves)), Err(length));
    assert_eq!(verify_consistency(3, &[0; 32], 9, &[0; 32], &[]), Err(VerifyError::ProofLength { found: 0 }));
    assert_eq!(verify_consistency(4, &[0; 32], 9, &[0; 32], &[]), Err(VerifyError::ProofLength { found: 0 }));
}

#[test]
fn entries_beyond_the_tree_and_trees_that_shrink_are_refused() {
    let tree = memory(&leaves(9));
    let beyond = |index, size| Err(ProveError::IndexBeyondSize { index, size });
    assert_eq!(inclusion_proof(&tree, 9, 9), beyond(9, 9));
    assert_eq!(inclusion_proof(&tree, 0, 0), beyond(0, 0));
    let expected = VerifyError::IndexBeyondSize { index: 9, size: 9 };
    assert_eq!(verify_inclusion(&[0; 32], 9, 9, &[], &[0; 32]), Err(expected));
    let reversed = VerifyError::SizesReversed { old: 9, new: 8 };
    assert_eq!(consistency_proof(&tree, 9, 8), Err(ProveError::SizesReversed { old: 9, new: 8 }));
    assert_eq!(verify_consistency(9, &[0; 32], 8, &[0; 32], &[]), Err(reversed));
}

#[test]
fn a_tree_larger_than_the_source_is_an_error_of_the_source() {
    let missing = TileMissing { level: 0, index: 0, width: 12 };
    assert_eq!(inclusion_proof(&memory(&leaves(9)), 0, 12), Err(ProveError::Source(missing)));
}

/// Counts what is read, and cuts tiles short if told to.
struct Watched {
    tree: MemoryTree,
    read: RefCell<Vec<(u8, u64)>>,
    short: bool,
}

impl TileSource for Watched {
    type Error = TileMissing;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<Hash>, TileMissing> {
        self.read.borrow_mut().push((level, index));
        self.tree.tile(level, index, width - u16::from(self.short))
    }
}

#[test]
fn a_proof_reads_each_tile_once_and_few_of_them() {
    let size = 70_000;
    let leaves = leaves(size as usize);
    let watched = Watched { tree: memory(&leaves), read: RefCell::default(), short: false };
    let root = mth(&leaves);
    for index in [0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999] {
        watched.read.take();
        let proof = inclusion_proof(&watched, index, size).unwrap();
        assert_eq!(verify_inclusion(&leaves[index as usize], index, size, &proof, &root), Ok(()));
        check_read(watched.read.take());
    }
    for old in [1, 255, 256, 257, 65_535, 65_536, 65_537, 69_888, 69_999] {
        let proof = consistency_proof(&watched, old, size).unwrap();
        let old_root = mth(&leaves[..old as usize]);
        assert_eq!(verify_consistency(old, &old_root, size, &root, &proof), Ok(()));
        check_read(watched.read.take());
    }
}

fn check_read(read: Vec<(u8, u64)>) {
    let different: BTreeSet<_> = read.iter().collect();
    assert_eq!(different.len(), read.len(), "{read:?}");
    assert!(read.len() <= 5, "{read:?}");
}

#[test]
fn a_source_that_gives_too_few_hashes_is_found_out() {
    let watched = Watched { tree: memory(&leaves(9)), read: RefCell::default(), short: true };
    let error = inclusion_proof(&watched, 0, 9).unwrap_err();
    assert_eq!(error.to_string(), "tile/0/000.p/9 has 8 hashes");
}
