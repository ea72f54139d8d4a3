//! Checkpoints (c2sp.org/tlog-checkpoint, version 1): what a log signs about itself.
//!
//! ```text
//! example.com/log
//! 20852163
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//! ```
//!
//! The standard allows further lines; here there are none, for no auditor could check them.

use std::fmt;
use std::str::FromStr;

use crate::hash::Hash;
use crate::lines::{parse_decimal, parse_hash, write_base64};
use crate::note::{self, NoteError, NoteSigner};
use crate::vkey::VerifierKey;

/// The state of a log: its name, how many entries it has, and the root over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log, which is also the name of its key.
    pub origin: String,
    /// How many entries the log has.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

/// Why a checkpoint is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// The signed note is refused.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The text is not three lines: origin, size without leading zeros, root in base64.
    #[error("a checkpoint is three lines: origin, size, root")]
    Form,
    /// The origin is not the name of the key.
    #[error("the origin of the checkpoint is not the name of the key")]
    Origin,
}

impl Checkpoint {
    /// The checkpoint as a note signed by its log, whose name must be the origin.
    ///
    /// Whoever calls this vouches that the log never signed another history.
    pub fn sign(&self, signer: &NoteSigner) -> Result<String, CheckpointError> {
        self.sign_all(std::slice::from_ref(signer))
    }

    /// The same with a signature of each of several keys, all named after the origin: while a log
    /// changes its key, whoever knows either of them reads the checkpoint.
    pub fn sign_all(&self, signers: &[NoteSigner]) -> Result<String, CheckpointError> {
        if signers.iter().any(|signer| self.origin != signer.verifier_key().name()) {
            return Err(CheckpointError::Origin);
        }
        Ok(note::sign_all(&self.to_string(), signers)?)
    }

    /// What a note says that has the form of a checkpoint. Nothing is verified.
    pub fn stated(note: &str) -> Result<Checkpoint, CheckpointError> {
        note::split(note)?.0.parse()
    }

    /// The checkpoint in a note that `key` signed.
    pub fn open(note: &str, key: &VerifierKey) -> Result<Checkpoint, CheckpointError> {
        let checkpoint: Checkpoint = key.verify(note)?.parse()?;
        if checkpoint.origin != key.name() {
            return Err(CheckpointError::Origin);
        }
        Ok(checkpoint)
    }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    fn from_str(text: &str) -> Result<Checkpoint, CheckpointError> {
        parse(text).ok_or(CheckpointError::Form)
    }
}

fn parse(text: &str) -> Option<Checkpoint> {
    let mut lines = text.strip_suffix('\n')?.split('\n');
    let origin = lines.next().filter(|origin| !origin.is_empty())?.to_owned();
    let size = parse_decimal(lines.next()?)?;
    let root = parse_hash(lines.next()?)?;
    lines.next().is_none().then_some(Checkpoint { origin, size, root })
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}\n{}\n{}\n", self.origin, self.size, write_base64(&self.root))
    }
}
