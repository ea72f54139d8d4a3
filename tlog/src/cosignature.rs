//! Cosignatures (c2sp.org/tlog-cosignature, version 1): a witness signs that at some time it saw a
//! checkpoint, and that the checkpoint continued every one it had signed before.
//!
//! ```text
//! signed:   cosignature/v1
//!           time 1779440400
//!           example.com/log
//!           20852163
//!           CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//!
//! line:     — <witness> <base64(key ID ‖ time, 8 bytes big-endian ‖ signature)>
//! ```

use std::fmt;

use ed25519_dalek::{Signer, SigningKey};

use crate::note::{self, NoteError};
use crate::vkey::{VerifierKeyError, WitnessKey, check_name};

/// That a witness saw a checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cosignature {
    /// When, in seconds since 1970, as the witness says.
    pub time: u64,
    signature: [u8; 64],
}

/// Why a cosignature does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CosignatureError {
    /// The note, or the witness's answer, is not well formed.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// None of the lines is by this witness.
    #[error("there is no cosignature by this witness")]
    NotSigned,
    /// A line in the name of this witness that does not verify.
    #[error("the cosignature of this witness does not verify")]
    Wrong,
}

impl WitnessKey {
    /// The cosignature of this witness on a note; the latest, should there be several.
    pub fn cosignature(&self, note: &str) -> Result<Cosignature, CosignatureError> {
        let (text, lines) = note::split(note)?;
        self.latest(text, &lines)
    }

    /// The cosignature in what a witness answered about a note: signature lines alone.
    pub fn answered(&self, note: &str, answer: &str) -> Result<Cosignature, CosignatureError> {
        let (text, _) = note::split(note)?;
        self.latest(text, &note::parse_lines(answer)?)
    }

    /// The signature line of a cosignature by this witness.
    pub fn line(&self, cosignature: &Cosignature) -> String {
        let Cosignature { time, signature } = cosignature;
        note::write_line(self.name(), &[&self.id(), &time.to_be_bytes(), signature])
    }

    fn latest(&self, text: &str, lines: &[note::Line<'_>]) -> Result<Cosignature, CosignatureError> {
        let own = lines.iter().filter(|line| line.name == self.name() && line.id == self.id());
        let all: Vec<Cosignature> = own.map(|line| self.open(text, &line.signature)).collect::<Result<_, _>>()?;
        all.into_iter().max_by_key(|cosignature| cosignature.time).ok_or(CosignatureError::NotSigned)
    }

    fn open(&self, text: &str, bytes: &[u8]) -> Result<Cosignature, CosignatureError> {
        let (time, signature) = bytes.split_first_chunk::<8>().ok_or(CosignatureError::Wrong)?;
        let signature: [u8; 64] = signature.try_into().map_err(|_| CosignatureError::Wrong)?;
        let time = u64::from_be_bytes(*time);
        match self.verifies(&signed_text(text, time), &signature) {
            true => Ok(Cosignature { time, signature }),
            false => Err(CosignatureError::Wrong),
        }
    }
}

fn signed_text(text: &str, time: u64) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// Cosigns checkpoints as a witness does. Whoever uses it vouches for what a witness must check.
#[derive(Clone)]
pub struct Cosigner {
    key: SigningKey,
    verifier: WitnessKey,
}

impl Cosigner {
    /// The witness named `name` whose key has this 32-byte seed.
    pub fn new(name: &str, seed: [u8; 32]) -> Result<Cosigner, VerifierKeyError> {
        check_name(name)?;
        let key = SigningKey::from_bytes(&seed);
        let verifier = WitnessKey::from_parts(name, key.verifying_key());
        Ok(Cosigner { key, verifier })
    }

    /// The key against which its cosignatures are checked.
    pub fn verifier_key(&self) -> &WitnessKey {
        &self.verifier
    }

    /// The signature line for a note, at a time in seconds since 1970.
    pub fn cosign(&self, note: &str, time: u64) -> Result<String, NoteError> {
        let (text, _) = note::split(note)?;
        let signature = self.key.sign(signed_text(text, time).as_bytes()).to_bytes();
        Ok(self.verifier.line(&Cosignature { time, signature }))
    }
}

impl fmt::Debug for Cosigner {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Cosigner(of {})", self.verifier)
    }
}
