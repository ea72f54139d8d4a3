//! The transparency log: Merkle tree, proofs, notes, checkpoints and tiles (C2SP). Knows no credits.
//!
//! The log is an append-only list of entries. A Merkle tree over them (RFC 9162, section 2.1) gives
//! every state of the list one hash, its root. The log signs size and root together, the
//! *checkpoint*; an *inclusion proof* shows that an entry is in the tree of a checkpoint, a
//! *consistency proof* that one tree continues another.
//!
//! | module | what | standard |
//! |---|---|---|
//! | `hash`, `edge`, `batch`, `memory` | the tree, written | RFC 9162, 2.1.1 |
//! | `source`, `prove` | proofs from tiles | RFC 9162, 2.1.3.1, 2.1.4.1 |
//! | `verify` | proofs, checked | RFC 9162, 2.1.3.2, 2.1.4.2 |
//! | `note`, `vkey` | signed notes | c2sp.org/signed-note |
//! | `checkpoint` | checkpoints | c2sp.org/tlog-checkpoint |
//! | `cosignature` | signatures of witnesses | c2sp.org/tlog-cosignature |
//! | `witness` | what a witness is asked | c2sp.org/tlog-witness |
//! | `proof` | an inclusion proof as a file | c2sp.org/tlog-proof |
//! | `path`, `tile` | names and contents of tiles and entry bundles | c2sp.org/tlog-tiles |
//!
//! Nothing here reads a file, a clock or the network.

mod batch;
mod checkpoint;
mod cosignature;
mod edge;
mod hash;
mod lines;
mod memory;
mod note;
mod path;
mod proof;
mod prove;
mod source;
mod tile;
mod verify;
mod vkey;
mod witness;

pub use batch::BatchTree;
pub use checkpoint::{Checkpoint, CheckpointError};
pub use cosignature::{Cosignature, CosignatureError, Cosigner};
pub use edge::{Edge, EdgeError};
pub use hash::{Hash, empty_root, leaf_hash, node_hash};
pub use memory::{MemoryTree, TileMissing};
pub use note::{NoteError, NoteSigner, SIGNATURES_MAX};
pub use path::{EntriesPath, PathError, TILE_WIDTH, TilePath, entry_bundles, tiles};
pub use proof::{TlogProof, TlogProofError};
pub use prove::{consistency_proof, inclusion_proof, root};
pub use source::{ProveError, TileSource};
pub use tile::{BundleError, TileError, decode_bundle, decode_tile, encode_bundle, encode_tile};
pub use verify::{VerifyError, verify_consistency, verify_inclusion};
pub use vkey::{NamedKey, VerifierKey, VerifierKeyError, WitnessKey};
pub use witness::{AddCheckpoint, AddCheckpointError};
