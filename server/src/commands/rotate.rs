//! `orebook rotate`: makes the register's next log or issuer key, and the act that adopts it. Nothing changes until two
//! persons of the operator have signed that act.

use std::path::Path;

use clap::{Args, ValueEnum};
use orebook_document::SecretKey;
use orebook_registry::instruction::{Act, AdoptIssuer, AdoptLogKey, Issuer, KeyEnd};
use orebook_registry::party::adopt_issuer::did_web;
use orebook_tlog::NoteSigner;
use serde_json::Value;

use crate::config::{Config, Place, Service};
use crate::keys::{self, RegistryKeys};

/// Which key is followed, and why.
#[derive(Debug, Args)]
pub struct Rotate {
    #[command(flatten)]
    place: Place,
    /// Which key
    which: Which,
    /// The key in force is in wrong hands: from the adoption on it counts for nothing
    #[arg(long)]
    compromised: bool,
    /// The new issuer is the did:web of the origin's host, which serves /.well-known/did.json
    #[arg(long)]
    did_web: bool,
    /// The new issuer is its own did:key, though the register was founded with a did:web
    #[arg(long, conflicts_with = "did_web")]
    did_key: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Which {
    /// Signs checkpoints
    Log,
    /// Signs retirement statements
    Issuer,
}

/// Writes the key beside the others and prints the act.
pub fn run(rotate: &Rotate) -> Result<(), String> {
    let config = Config::of(&rotate.place, &Service::default())?;
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let own = RegistryKeys::of_data(&config.data).map_err(|error| text(&error))?;
    let key = keys::generate().map_err(|error| text(&error))?;
    let previous = if rotate.compromised { KeyEnd::Compromised } else { KeyEnd::Retired };
    let (name, act) = match rotate.which {
        Which::Log if rotate.did_web || rotate.did_key => return Err("only the issuer has a DID".to_owned()),
        Which::Log => ("log", adopt_log_key(own.origin(), &key, previous)?),
        Which::Issuer if !rotate.did_web && !rotate.did_key && founded_with_did_web(&config.data) => {
            return Err("the register was founded with a did:web: say --did-web to keep it, or --did-key".to_owned());
        }
        Which::Issuer => ("issuer", adopt_issuer(own.origin(), &key, previous, rotate.did_web)),
    };
    let directory = config.data.join("keys");
    let path = (2..1000).map(|n| directory.join(format!("{name}-{n:03}.pem"))).find(|path| !path.exists());
    let path = path.ok_or_else(|| format!("{}: too many keys", directory.display()))?;
    keys::write(&path, &key).map_err(|error| text(&error))?;
    eprintln!("{}: the new key; every server of the register needs it", path.display());
    println!("{}", serde_json::to_string(&act).map_err(|error| text(&error))?);
    Ok(())
}

/// Whether whoever verifies statements was told at the founding to look at a host.
fn founded_with_did_web(data: &Path) -> bool {
    let founding = std::fs::read(data.join("founding.json")).ok();
    let founding: Option<Value> = founding.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let did = founding.as_ref().and_then(|founding| founding.pointer("/act/found/issuer/did")?.as_str());
    did.is_some_and(|did| did.starts_with("did:web:"))
}

/// The act that adopts a log key, with the key's own signature.
pub fn adopt_log_key(origin: &str, key: &SecretKey, previous: KeyEnd) -> Result<Act, String> {
    let signer = NoteSigner::new(origin, key.seed()).map_err(|error| error.to_string())?;
    let log_key = signer.verifier_key().to_string();
    let possession = key.sign_text(format!("orebook:adopt_log_key:{origin}:{log_key}").as_bytes());
    Ok(Act::AdoptLogKey(AdoptLogKey { log_key, possession, previous }))
}

/// The act that adopts an issuer, with the key's own signature.
pub fn adopt_issuer(origin: &str, key: &SecretKey, previous: KeyEnd, of_web: bool) -> Act {
    let public = key.public();
    let did = if of_web { did_web(origin) } else { public.to_string() };
    let possession = key.sign_text(format!("orebook:adopt_issuer:{origin}:{public}").as_bytes());
    Act::AdoptIssuer(AdoptIssuer { issuer: Issuer { did, key: public }, possession, previous })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_founding_tells_of_which_kind_its_issuer_is() {
        let data = tempfile::tempdir().unwrap();
        assert!(!founded_with_did_web(data.path()), "there is no founding");
        for (did, is) in [("did:web:registry.example", true), ("did:key:z6Mk", false)] {
            let founding = serde_json::json!({ "act": { "found": { "issuer": { "did": did } } } });
            std::fs::write(data.path().join("founding.json"), founding.to_string()).unwrap();
            assert_eq!(founded_with_did_web(data.path()), is, "{did}");
        }
    }
}
