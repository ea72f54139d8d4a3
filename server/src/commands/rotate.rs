//! `orebook rotate`: makes the register's next log or issuer key, and the act that adopts it. Nothing changes until two
//! persons of the operator have signed that act.

use clap::{Args, ValueEnum};
use orebook_document::SecretKey;
use orebook_registry::instruction::{Act, AdoptIssuer, AdoptLogKey, Issuer, KeyEnd};
use orebook_registry::party::adopt_issuer::did_web;
use orebook_tlog::NoteSigner;

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
        Which::Log if rotate.did_web => return Err("--did-web: only the issuer has a DID".to_owned()),
        Which::Log => ("log", adopt_log_key(own.origin(), &key, previous)?),
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
