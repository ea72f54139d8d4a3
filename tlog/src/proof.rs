//! An inclusion proof that stands alone, with its checkpoint (c2sp.org/tlog-proof, version 1).
//!
//! ```text
//! c2sp.org/tlog-proof@v1
//! index 73894
//! gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
//! … the hash next to the leaf first, the one below the root last
//!
//! example.com/log
//! 109482
//! sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=
//!
//! — example.com/log hI2DJw…
//! ```
//!
//! The optional line `extra …` is not authenticated by anything: this log never writes it and
//! refuses to read it.

use std::fmt;
use std::str::FromStr;

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::hash::Hash;
use crate::lines::{parse_decimal, parse_hash, write_base64};
use crate::verify::{VerifyError, verify_inclusion};
use crate::vkey::VerifierKey;

const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// That an entry is in the log, checkable without the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlogProof {
    /// Which entry of the log, counted from 0.
    pub index: u64,
    /// The inclusion proof, the leaf's sibling first.
    pub hashes: Vec<Hash>,
    /// The signed note of a checkpoint that contains the entry, verbatim.
    pub checkpoint: String,
}

/// Why a proof is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TlogProofError {
    /// The text is not of the form.
    #[error("a proof is a header, an index, base64 hashes, a blank line and a checkpoint")]
    Form,
    /// The checkpoint is refused.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The hashes do not lead from the entry to the checkpoint.
    #[error(transparent)]
    Inclusion(#[from] VerifyError),
}

impl TlogProof {
    /// Checks that the entry with this leaf hash is in the log of `key`, and returns the checkpoint
    /// that says so.
    pub fn verify(&self, leaf: &Hash, key: &VerifierKey) -> Result<Checkpoint, TlogProofError> {
        let checkpoint = Checkpoint::open(&self.checkpoint, key)?;
        verify_inclusion(leaf, self.index, checkpoint.size, &self.hashes, &checkpoint.root)?;
        Ok(checkpoint)
    }
}

impl FromStr for TlogProof {
    type Err = TlogProofError;

    fn from_str(text: &str) -> Result<TlogProof, TlogProofError> {
        parse(text).ok_or(TlogProofError::Form)
    }
}

fn parse(text: &str) -> Option<TlogProof> {
    let (head, checkpoint) = text.split_once("\n\n")?;
    let mut lines = head.split('\n');
    if lines.next() != Some(HEADER) || checkpoint.is_empty() {
        return None;
    }
    let index = parse_decimal(lines.next()?.strip_prefix("index ")?)?;
    let hashes = lines.map(parse_hash).collect::<Option<Vec<Hash>>>()?;
    Some(TlogProof { index, hashes, checkpoint: checkpoint.to_owned() })
}

impl fmt::Display for TlogProof {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{HEADER}\nindex {}", self.index)?;
        for hash in &self.hashes {
            writeln!(out, "{}", write_base64(hash))?;
        }
        write!(out, "\n{}", self.checkpoint)
    }
}
