//! What a witness is asked (c2sp.org/tlog-witness, `add-checkpoint`): to cosign a checkpoint that
//! continues the last one it cosigned.
//!
//! ```text
//! old 20852014
//! <consistency proof from the old size, a base64 hash a line>
//!
//! <checkpoint, a signed note>
//! ```
//! It answers with signature lines; or, when it knows another size, with that size and status 409.

use std::fmt;
use std::str::FromStr;

use crate::hash::Hash;
use crate::lines::{parse_decimal, parse_hash, write_base64};

/// The standard allows no longer proof: a tree has at most 2⁶³ entries.
const PROOF_MAX: usize = 63;

/// The body of a request `add-checkpoint`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size that the witness is thought to have cosigned last; 0 for none.
    pub old: u64,
    /// The consistency proof from there to the checkpoint.
    pub proof: Vec<Hash>,
    /// The checkpoint, a signed note.
    pub checkpoint: String,
}

/// The text is not of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a request is a line `old`, at most 63 base64 hashes, a blank line and a checkpoint")]
pub struct AddCheckpointError;

impl FromStr for AddCheckpoint {
    type Err = AddCheckpointError;

    fn from_str(text: &str) -> Result<AddCheckpoint, AddCheckpointError> {
        parse(text).ok_or(AddCheckpointError)
    }
}

fn parse(text: &str) -> Option<AddCheckpoint> {
    let (head, checkpoint) = text.split_once("\n\n")?;
    let mut lines = head.split('\n');
    let old = parse_decimal(lines.next()?.strip_prefix("old ")?)?;
    let proof = lines.map(parse_hash).collect::<Option<Vec<Hash>>>()?;
    let sound = proof.len() <= PROOF_MAX && !checkpoint.is_empty();
    sound.then(|| AddCheckpoint { old, proof, checkpoint: checkpoint.to_owned() })
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "old {}", self.old)?;
        for hash in &self.proof {
            writeln!(out, "{}", write_base64(hash))?;
        }
        write!(out, "\n{}", self.checkpoint)
    }
}
