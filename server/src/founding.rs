//! The founding of a register: its keys, and the signed instruction that becomes entry 0.

use std::path::Path;

use orebook_document::{Seconds, SecretKey, canonical, sign};
use orebook_registry::instruction::{
    Act, CONTEXT, Found, Instruction, InstructionId, InstructionType, Issuer, KeyOfPerson, KeyPurpose, Operator,
};
use orebook_registry::party::adopt_issuer::did_web;
use orebook_registry::values::{Country, IdMint, OrganisationId, Text, Timestamp};
use orebook_tlog::NoteSigner;

use crate::keys;

/// What a register is founded with.
pub struct Foundation {
    /// Origin of the log: `registry.example/log`.
    pub origin: String,
    /// Who operates it.
    pub operator: Text,
    /// Where the operator is registered.
    pub country: Country,
    /// When.
    pub time: Seconds,
    /// Signs checkpoints.
    pub log: SecretKey,
    /// Signs statements.
    pub issuer: SecretKey,
    /// The issuer is the `did:web` of the origin's host, not its key's `did:key`.
    pub did_web: bool,
    /// The operator's two persons.
    pub persons: [SecretKey; 2],
    /// UUIDv7 of the founding instruction.
    pub id: InstructionId,
}

impl Foundation {
    /// The operator's id, which follows from the founding.
    pub fn operator_id(&self) -> OrganisationId {
        IdMint::new(Timestamp::from(self.time), 0, 0).mint()
    }

    fn issuer_did(&self) -> String {
        if self.did_web { did_web(&self.origin) } else { self.issuer.public().to_string() }
    }

    /// The canonical bytes of the signed founding instruction.
    pub fn instruction(&self) -> Result<Vec<u8>, String> {
        let person = |name: &str, key: &SecretKey| {
            let person = name.parse().map_err(|_| "a person slot is a word".to_owned())?;
            Ok::<_, String>(KeyOfPerson { key: key.public(), person, purpose: KeyPurpose::Signing })
        };
        let found = Found {
            issuer: Issuer { did: self.issuer_did(), key: self.issuer.public() },
            log_key: self.signer()?.verifier_key().to_string(),
            operator: Operator { country: self.country, name: self.operator.clone() },
            origin: self.origin.clone(),
            persons: vec![person("first", &self.persons[0])?, person("second", &self.persons[1])?],
            rules: "1".to_owned(),
        };
        let instruction = Instruction {
            context: vec![CONTEXT.to_owned()],
            act: Act::Found(found),
            expires: Seconds::from_unix(self.time.unix() + 600).map_err(|error| error.to_string())?,
            id: self.id,
            organisation: self.operator_id(),
            proof: None,
            registry: self.origin.clone(),
            kind: InstructionType::Instruction,
        };
        canonical(&sign(instruction, &self.persons[0], self.time)).map_err(|error| error.to_string())
    }

    /// Signs checkpoints under the origin.
    pub fn signer(&self) -> Result<NoteSigner, String> {
        NoteSigner::new(&self.origin, self.log.seed()).map_err(|error| error.to_string())
    }

    /// Writes keys, `log.vkey` and `founding.json` into a data directory that has none.
    pub fn write(&self, data: &Path) -> Result<(), String> {
        let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", data.display());
        let directory = data.join("keys");
        std::fs::create_dir_all(&directory).map_err(|error| failed(&error))?;
        if data.join("founding.json").exists() {
            return Err(failed(&"this directory holds a register already"));
        }
        for (name, key) in [
            ("log", &self.log),
            ("issuer", &self.issuer),
            ("operator-first", &self.persons[0]),
            ("operator-second", &self.persons[1]),
        ] {
            keys::write(&directory.join(format!("{name}.pem")), key).map_err(|error| error.to_string())?;
        }
        let vkey = format!("{}\n", self.signer()?.verifier_key());
        std::fs::write(data.join("log.vkey"), vkey).map_err(|error| failed(&error))?;
        std::fs::write(data.join("founding.json"), self.instruction()?).map_err(|error| failed(&error))
    }
}
