//! A small kind of document for the tests.

use orebook_document::{Document, Proof, Purpose, Seconds, SecretKey, canonical, sign};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    #[serde(rename = "@context")]
    pub context: Vec<String>,
    pub lines: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
    #[serde(rename = "to")]
    pub recipient: Recipient,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    pub name: String,
}

impl Document for Letter {
    const PURPOSE: Purpose = Purpose::CapabilityInvocation;

    fn context(&self) -> &[String] {
        &self.context
    }

    fn proof(&self) -> Option<&Proof> {
        self.proof.as_ref()
    }

    fn set_proof(&mut self, proof: Option<Proof>) {
        self.proof = proof;
    }
}

pub fn key() -> SecretKey {
    SecretKey::from_seed([7; 32])
}

pub fn noon() -> Seconds {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

pub fn letter() -> Letter {
    Letter {
        context: vec!["urn:example:letter:v1".into()],
        lines: vec!["Dear \"C\",".into(), "\u{1F600}\\".into()],
        note: None,
        proof: None,
        recipient: Recipient { name: "Clara".into() },
    }
}

/// The canonical bytes of the signed letter.
pub fn signed() -> Vec<u8> {
    canonical(&sign(letter(), &key(), noon())).unwrap()
}
