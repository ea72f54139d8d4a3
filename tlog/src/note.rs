//! Signed notes (c2sp.org/signed-note, version 1).
//!
//! ```text
//! text, one or more lines
//!
//! — <key name> <base64(key ID ‖ signature)>
//! ```
//!
//! The text ends in the newline before the blank line; the blank line is not signed.

use std::fmt;

use ed25519_dalek::{Signer, SigningKey};

use crate::lines::{parse_base64, write_base64};
use crate::vkey::{VerifierKey, VerifierKeyError, check_name};

/// How many signatures a note may have. The standard asks for at least 16.
pub const SIGNATURES_MAX: usize = 64;

/// Why a note is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// The text does not end in a newline or contains another control character.
    #[error("the text of a note ends in a newline and has no other control character")]
    Text,
    /// There is no blank line with signature lines after it, or one of those is not well formed.
    #[error("the note does not end in signature lines")]
    Signatures,
    /// More than [`SIGNATURES_MAX`] signatures.
    #[error("the note has too many signatures")]
    TooManySignatures,
    /// No signature by the known key.
    #[error("the note is not signed by the known key")]
    NotSigned,
    /// A signature in the name of the known key that does not verify.
    #[error("the signature of the known key does not verify")]
    WrongSignature,
}

/// One signature line.
pub(crate) struct Line<'a> {
    pub name: &'a str,
    pub id: [u8; 4],
    pub signature: Vec<u8>,
}

/// The text of the note, if `key` signed it.
pub(crate) fn open<'a>(note: &'a str, key: &VerifierKey) -> Result<&'a str, NoteError> {
    let (text, lines) = split(note)?;
    let mut signed = false;
    for line in &lines {
        if line.name != key.name() || line.id != key.id() {
            continue;
        }
        if !key.verifies(text, &line.signature) {
            return Err(NoteError::WrongSignature);
        }
        signed = true;
    }
    if signed { Ok(text) } else { Err(NoteError::NotSigned) }
}

/// The text, and the signature lines behind the last empty line.
pub(crate) fn split(note: &str) -> Result<(&str, Vec<Line<'_>>), NoteError> {
    check_characters(note)?;
    let end = note.rfind("\n\n").ok_or(NoteError::Signatures)? + 1;
    let (text, signatures) = (&note[..end], &note[end + 1..]);
    Ok((text, parse_lines(signatures)?))
}

/// Signature lines, as they stand behind a note's text and in a witness's answer.
pub(crate) fn parse_lines(signatures: &str) -> Result<Vec<Line<'_>>, NoteError> {
    let lines = signatures.strip_suffix('\n').ok_or(NoteError::Signatures)?;
    if lines.split('\n').count() > SIGNATURES_MAX {
        return Err(NoteError::TooManySignatures);
    }
    lines.split('\n').map(parse_line).collect::<Option<_>>().ok_or(NoteError::Signatures)
}

fn parse_line(line: &str) -> Option<Line<'_>> {
    let (name, base64) = line.strip_prefix("— ")?.split_once(' ')?;
    check_name(name).ok()?;
    let bytes = parse_base64(base64)?;
    let (id, signature) = bytes.split_first_chunk::<4>()?;
    let signature = signature.to_vec();
    (!signature.is_empty()).then_some(Line { name, id: *id, signature })
}

fn check_characters(text: &str) -> Result<(), NoteError> {
    match text.bytes().any(|byte| byte < 0x20 && byte != b'\n') {
        true => Err(NoteError::Text),
        false => Ok(()),
    }
}

/// The note: `text`, a blank line, a signature line of each signer.
pub(crate) fn sign_all(text: &str, signers: &[NoteSigner]) -> Result<String, NoteError> {
    check_characters(text)?;
    if !text.ends_with('\n') {
        return Err(NoteError::Text);
    }
    if signers.is_empty() {
        return Err(NoteError::NotSigned);
    }
    let line = |signer: &NoteSigner| {
        let signature = signer.key.sign(text.as_bytes()).to_bytes();
        write_line(signer.verifier.name(), &[&signer.verifier.id()[..], &signature])
    };
    Ok(format!("{text}\n{}", signers.iter().map(line).collect::<String>()))
}

/// A signature line, with its newline.
pub(crate) fn write_line(name: &str, parts: &[&[u8]]) -> String {
    format!("— {name} {}\n", write_base64(&parts.concat()))
}

/// Signs notes with a named Ed25519 key.
#[derive(Clone)]
pub struct NoteSigner {
    key: SigningKey,
    verifier: VerifierKey,
}

impl NoteSigner {
    /// The signer named `name` whose key has this 32-byte seed.
    pub fn new(name: &str, seed: [u8; 32]) -> Result<NoteSigner, VerifierKeyError> {
        check_name(name)?;
        let key = SigningKey::from_bytes(&seed);
        let verifier = VerifierKey::from_parts(name, key.verifying_key());
        Ok(NoteSigner { key, verifier })
    }

    /// The key against which this signer's notes are checked.
    pub fn verifier_key(&self) -> &VerifierKey {
        &self.verifier
    }

    /// The note: `text`, a blank line, one signature line.
    pub fn sign(&self, text: &str) -> Result<String, NoteError> {
        sign_all(text, std::slice::from_ref(self))
    }
}

impl fmt::Debug for NoteSigner {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "NoteSigner(of {})", self.verifier)
    }
}
