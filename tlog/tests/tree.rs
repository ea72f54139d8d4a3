//! Roots, edges and batches against the definitions and against the vectors of others.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod naive;

use naive::{Definition, leaves, memory, mth};
use orebook_tlog::{
    BatchTree, Edge, EdgeError, Hash, MemoryTree, TileMissing, TileSource, empty_root, leaf_hash, root,
    verify_inclusion,
};
use proptest::prelude::*;

fn unhex(text: &str) -> Hash {
    hex::decode(text).unwrap().try_into().unwrap()
}

/// The eight entries of Certificate Transparency's tests and the root after each of them.
const CT: [(&str, &str); 8] = [
    ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    ("00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    ("10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    ("2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    ("3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    ("40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
    ("5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
    ("606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
];

fn ct_leaves() -> Vec<Hash> {
    CT.iter().map(|(entry, _)| leaf_hash(&hex::decode(entry).unwrap())).collect()
}

#[test]
fn the_empty_tree_has_the_hash_of_nothing_as_root() {
    let nothing = unhex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_eq!(empty_root(), nothing);
    assert_eq!(Edge::new().root(), nothing);
    assert_eq!(root(&MemoryTree::new(), 0), Ok(nothing));
    assert_eq!(BatchTree::new(Edge::new(), Vec::new()).root(), nothing);
}

#[test]
fn the_roots_of_certificate_transparency_come_out() {
    let tree = memory(&ct_leaves());
    let mut edge = Edge::new();
    for (size, (leaf, (_, expected))) in (1..).zip(ct_leaves().into_iter().zip(CT)) {
        edge.push(leaf);
        assert_eq!(edge.root(), unhex(expected));
        assert_eq!(root(&tree, size), Ok(unhex(expected)));
    }
}

#[test]
fn the_inclusion_proofs_of_certificate_transparency_come_out() {
    let all = BatchTree::new(Edge::new(), ct_leaves());
    let expected = [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ];
    assert_eq!(all.inclusion(0).unwrap(), expected.map(unhex));
    let expected = [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ];
    assert_eq!(all.inclusion(5).unwrap(), expected.map(unhex));
}

#[test]
fn the_root_of_every_tree_is_that_of_the_definition() {
    let leaves = leaves(1_100);
    let tree = memory(&leaves);
    let mut edge = Edge::new();
    for size in 0..=leaves.len() {
        let expected = mth(&leaves[..size]);
        assert_eq!(edge.root(), expected, "{size}");
        assert_eq!(root(&tree, size as u64), Ok(expected), "{size}");
        if let Some(leaf) = leaves.get(size) {
            edge.push(*leaf);
        }
    }
}

#[test]
fn an_edge_survives_its_bytes() {
    let mut edge = Edge::new();
    for leaf in leaves(100) {
        assert_eq!(Edge::from_bytes(edge.size(), &edge.to_bytes()), Ok(edge.clone()));
        edge.push(leaf);
    }
    assert_eq!(edge.to_bytes().len(), 3 * 32); // 100 = 0b1100100
}

#[test]
fn bytes_of_another_size_are_no_edge() {
    let found = |size, found| Edge::from_bytes(size, &vec![0; found]).unwrap_err();
    assert_eq!(found(0, 32), EdgeError { expected: 0, found: 32 });
    assert_eq!(found(3, 32), EdgeError { expected: 64, found: 32 });
    assert_eq!(found(3, 65), EdgeError { expected: 64, found: 65 });
    assert_eq!(found(u64::MAX, 0), EdgeError { expected: 64 * 32, found: 0 });
}

/// Appends `new` leaves to a tree of `old` and compares everything with the whole tree.
fn check_batch(old: usize, new: usize) {
    let leaves = leaves(old + new);
    let mut edge = Edge::new();
    leaves[..old].iter().for_each(|leaf| edge.push(*leaf));
    let batch = BatchTree::new(edge.clone(), leaves[old..].to_vec());
    leaves[old..].iter().for_each(|leaf| edge.push(*leaf));
    assert_eq!(batch.size(), leaves.len() as u64);
    assert_eq!(batch.edge_after(), edge, "{old} + {new}");
    assert_eq!(batch.root(), mth(&leaves), "{old} + {new}");
    let mut definition = Definition::new(&leaves);
    for index in 0..leaves.len() + 2 {
        let expected = (old..old + new).contains(&index).then(|| definition.path(index, 0..leaves.len()));
        assert_eq!(batch.inclusion(index as u64), expected, "{index} of {old} + {new}");
    }
}

#[test]
fn every_proof_of_every_small_batch_is_that_of_the_whole_tree() {
    for old in 0..40 {
        for new in 0..40 {
            check_batch(old, new);
        }
    }
}

#[test]
fn the_proofs_of_large_batches_are_those_of_the_whole_tree() {
    for (old, new) in [(0, 256), (1, 256), (255, 2), (256, 256), (511, 1), (700, 68), (1023, 130)] {
        check_batch(old, new);
    }
}

#[test]
fn a_batch_needs_no_more_of_a_huge_tree_than_its_edge() {
    let size = (1 << 40) + 12_345;
    let edge = Edge::from_bytes(size, &vec![7; 32 * size.count_ones() as usize]).unwrap();
    let batch = BatchTree::new(edge, leaves(256));
    for (leaf, index) in leaves(256).iter().zip(size..) {
        let proof = batch.inclusion(index).unwrap();
        assert_eq!(verify_inclusion(leaf, index, size + 256, &proof, &batch.root()), Ok(()));
    }
}

#[test]
fn a_tree_in_memory_has_no_tiles_beyond_its_size() {
    let tree = memory(&leaves(300));
    assert_eq!(tree.size(), 300);
    assert_eq!(tree.leaf(299), Some(leaves(300)[299]));
    assert_eq!(tree.leaf(300), None);
    assert_eq!(tree.tile(0, 0, 256).unwrap(), leaves(256));
    assert_eq!(tree.tile(0, 1, 44).unwrap(), leaves(300)[256..]);
    assert_eq!(tree.tile(1, 0, 1).unwrap(), [mth(&leaves(256))]);
    for (level, index, width) in [(0, 1, 45), (0, 2, 1), (1, 0, 2), (2, 0, 1), (0, u64::MAX, 1)] {
        assert_eq!(tree.tile(level, index, width), Err(TileMissing { level, index, width }));
    }
}

proptest! {
    #[test]
    fn batches_one_after_another_make_the_same_tree(sizes in prop::collection::vec(0usize..40, 0..20)) {
        let leaves = leaves(sizes.iter().sum());
        let mut edge = Edge::new();
        let mut rest = &leaves[..];
        for size in sizes {
            let (batch, behind) = rest.split_at(size);
            let first = edge.size();
            let tree = BatchTree::new(edge, batch.to_vec());
            for (leaf, index) in batch.iter().zip(first..) {
                let proof = tree.inclusion(index).unwrap();
                prop_assert_eq!(verify_inclusion(leaf, index, tree.size(), &proof, &tree.root()), Ok(()));
            }
            (edge, rest) = (tree.edge_after(), behind);
        }
        prop_assert_eq!(edge.root(), mth(&leaves));
    }
}
