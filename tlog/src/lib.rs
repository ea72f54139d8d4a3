//! The transparency log: Merkle tree, proofs, notes, checkpoints and tiles (C2SP). Knows no credits.
