//! The same notes, trees and proofs by the crates `signed_note` and `tlog_tiles`, which nobody here wrote.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_tlog::{
    Checkpoint, Cosigner, Hash, MemoryTree, NoteSigner, TilePath, VerifierKey, consistency_proof, inclusion_proof,
    leaf_hash, root, verify_consistency, verify_inclusion,
};
use signed_note::{Note, Signer, StandardSigner, StandardVerifier, VerifierList};
use tlog_tiles::tile::Tile;
use tlog_tiles::tlog;

const ORIGIN: &str = "registry.example/log";

fn signer(seed: u8) -> NoteSigner {
    NoteSigner::new(ORIGIN, [seed; 32]).unwrap()
}

/// The signer that they make of the same seed.
fn their_signer(seed: u8) -> StandardSigner {
    let vkey = signer(seed).verifier_key().to_string();
    let hash = vkey.split('+').nth(1).unwrap();
    let secret = STANDARD.encode([&[1_u8][..], &[seed; 32]].concat());
    StandardSigner::new(&format!("PRIVATE+KEY+{ORIGIN}+{hash}+{secret}")).unwrap()
}

fn known(key: &VerifierKey) -> VerifierList {
    VerifierList::new(vec![Box::new(StandardVerifier::new(&key.to_string()).unwrap())])
}

fn checkpoint(size: u64, root: Hash) -> Checkpoint {
    Checkpoint { origin: ORIGIN.to_owned(), size, root }
}

#[test]
fn they_open_our_notes_and_we_open_theirs() {
    let ours = checkpoint(7, [3; 32]);
    let note = ours.sign(&signer(1)).unwrap();
    let theirs = Note::from_bytes(note.as_bytes()).unwrap();
    theirs.verify(&known(signer(1).verifier_key())).unwrap();
    assert!(theirs.verify(&known(signer(2).verifier_key())).is_err());
    let text = tlog_tiles::Checkpoint::from_bytes(theirs.text()).unwrap();
    assert_eq!((text.origin(), text.size(), text.hash().0), (ORIGIN, 7, [3; 32]));
    assert!(text.extension().is_empty());

    let mut note = Note::new(ours.to_string().as_bytes(), &[]).unwrap();
    let by_them = their_signer(1);
    note.add_sigs(&[&by_them as &dyn Signer]).unwrap();
    let bytes = String::from_utf8(note.to_bytes()).unwrap();
    assert_eq!(bytes, ours.sign(&signer(1)).unwrap(), "the same bytes");
    assert_eq!(Checkpoint::open(&bytes, signer(1).verifier_key()), Ok(ours));
}

#[test]
fn a_note_of_two_keys_and_a_cosignature_is_opened_by_whoever_knows_one_of_them() {
    let signed = checkpoint(9, [4; 32]).sign_all(&[signer(1), signer(2)]).unwrap();
    let line = Cosigner::new("witness.example", [9; 32]).unwrap().cosign(&signed, 1_790_000_000).unwrap();
    let note = Note::from_bytes((signed + &line).as_bytes()).unwrap();
    for seed in [1, 2] {
        let (verified, others) = note.verify(&known(signer(seed).verifier_key())).unwrap();
        assert_eq!((verified.len(), others.len()), (1, 2));
    }
}

/// Their store of hashes, in the order of their indices.
#[derive(Default)]
struct Stored(Vec<tlog::Hash>);

impl tlog::HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog::Error> {
        Ok(indexes.iter().map(|index| self.0[usize::try_from(*index).unwrap()]).collect())
    }
}

fn plain(proof: Vec<tlog::Hash>) -> Vec<Hash> {
    proof.into_iter().map(|hash| hash.0).collect()
}

fn foreign(proof: &[Hash]) -> Vec<tlog::Hash> {
    proof.iter().copied().map(tlog::Hash).collect()
}

#[test]
fn roots_inclusion_and_consistency_are_the_same_for_every_size_and_entry() {
    const SIZE: u64 = 70;
    let (mut stored, mut ours) = (Stored::default(), MemoryTree::new());
    let mut roots = vec![root(&ours, 0).unwrap()];
    for n in 0..SIZE {
        let entry = format!("entry {n}");
        assert_eq!(tlog::record_hash(entry.as_bytes()).0, leaf_hash(entry.as_bytes()));
        let hashes = tlog::stored_hashes(n, entry.as_bytes(), &stored).unwrap();
        stored.0.extend(hashes);
        ours.push(leaf_hash(entry.as_bytes()));
        let size = n + 1;
        let root = root(&ours, size).unwrap();
        assert_eq!(tlog::tree_hash(size, &stored).unwrap().0, root);
        roots.push(root);
        for index in 0..size {
            let leaf = leaf_hash(format!("entry {index}").as_bytes());
            let by_us = inclusion_proof(&ours, index, size).unwrap();
            let by_them = plain(tlog::prove_record(size, index, &stored).unwrap());
            assert_eq!(by_us, by_them, "entry {index} of {size}");
            verify_inclusion(&leaf, index, size, &by_them, &root).unwrap();
            tlog::check_record(&foreign(&by_us), size, tlog::Hash(root), index, tlog::Hash(leaf)).unwrap();
        }
        for old in 1..=size {
            let by_us = consistency_proof(&ours, old, size).unwrap();
            let by_them = plain(tlog::prove_tree(size, old, &stored).unwrap());
            assert_eq!(by_us, by_them, "from {old} to {size}");
            let old_root = roots[usize::try_from(old).unwrap()];
            verify_consistency(old, &old_root, size, &root, &by_them).unwrap();
            tlog::check_tree(&foreign(&by_us), size, tlog::Hash(root), old, tlog::Hash(old_root)).unwrap();
        }
    }
}

#[test]
fn tiles_have_the_same_names() {
    for (level, index, width) in [(0, 0, 1), (0, 273, 256), (1, 999, 255), (3, 1_234_067, 256), (5, 1_000, 17)] {
        let ours = TilePath { level, index, width }.to_string();
        let theirs = Tile::new(8, level, index, u32::from(width), false).path();
        assert_eq!(theirs.replacen("tile/8/", "tile/", 1), ours, "only their height of a tile is left out");
    }
}
