//! The register's own keys, and the acts that adopt others. The secrets follow from their number: the first log key, the
//! second, and so on.

use orebook_document::SecretKey;
use orebook_registry::instruction::*;
use orebook_registry::party::adopt_issuer::did_web;
use orebook_tlog::VerifierKey;

use super::{ORIGIN, Scenario, actor};

impl Scenario {
    /// The key that signs the log's checkpoints now.
    pub fn log_key(&self) -> SecretKey {
        self.own_key("log", self.registry.own_keys().log().len().max(1))
    }

    /// The key that signs retirement statements now.
    pub fn issuer_key(&self) -> SecretKey {
        self.own_key("issuer", self.registry.own_keys().issuers().len().max(1))
    }

    /// The log key that would be adopted next.
    pub fn next_log_key(&self) -> SecretKey {
        self.own_key("log", self.registry.own_keys().log().len() + 1)
    }

    /// The issuer key that would be adopted next.
    pub fn next_issuer_key(&self) -> SecretKey {
        self.own_key("issuer", self.registry.own_keys().issuers().len() + 1)
    }

    fn own_key(&self, purpose: &str, number: usize) -> SecretKey {
        match number {
            1 => actor::secret(self.seed, purpose),
            number => actor::secret(self.seed, &format!("{purpose}-{number}")),
        }
    }

    /// The act that adopts the next log key.
    ///
    /// # Panics
    /// Never: a derived key is sound.
    pub fn adopt_log_key(&self, previous: KeyEnd) -> AdoptLogKey {
        let key = self.next_log_key();
        let log_key = VerifierKey::new(ORIGIN, key.public().as_bytes()).expect("a derived key is sound").to_string();
        let possession = key.sign_text(format!("orebook:adopt_log_key:{ORIGIN}:{log_key}").as_bytes());
        AdoptLogKey { log_key, possession, previous }
    }

    /// The act that adopts the next issuer, as the `did:web` of the origin or under its own `did:key`.
    pub fn adopt_issuer(&self, of_web: bool, previous: KeyEnd) -> AdoptIssuer {
        let secret = self.next_issuer_key();
        let key = secret.public();
        let did = if of_web { did_web(ORIGIN) } else { key.to_string() };
        let possession = secret.sign_text(format!("orebook:adopt_issuer:{ORIGIN}:{key}").as_bytes());
        AdoptIssuer { issuer: Issuer { did, key }, possession, previous }
    }
}
