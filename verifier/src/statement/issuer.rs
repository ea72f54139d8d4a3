//! Whose key signed a statement.

use orebook_document::PublicKey;
use orebook_registry::instruction::KeyEnd;
use orebook_registry::party::OwnKeys;

use super::{Checks, Issuers, Parts, ensure, index_of};

pub(super) fn check_issuer(checks: &mut Checks, parts: &Parts, signer: PublicKey, known: Issuers<'_>) {
    let issuer = &parts.issuer;
    if issuer.starts_with("did:key:") && *issuer != signer.to_string() {
        checks.add("the key that signed it is the issuer it names", Err(format!("{issuer} is not {signer}")));
    }
    const KNOWN: &str = "the key that signed it is the registry's";
    match known {
        Issuers::Key(known) => {
            checks.add(KNOWN, ensure(known == signer, || format!("signed by {signer}, not by {known}")))
        }
        Issuers::Logged(own) => {
            let answer = was_issuer(own, parts, signer);
            match compromised(own, signer).filter(|_| answer.is_ok()) {
                Some(entry) => checks.open(
                    KNOWN,
                    &format!(
                        "entry {entry} says that this key is in wrong hands: the log shows what was retired, but not \
                         that these are the registry's words"
                    ),
                ),
                None => checks.add(KNOWN, answer),
            }
        }
        Issuers::Unknown => checks.open(
            KNOWN,
            "a signature is worth as much as is known of its key: give --issuer, the issuer key as the registry \
             publishes it, or --archive, from whose entries it is read",
        ),
    }
}

/// Places in the log decide which key could issue a statement, never dates.
fn was_issuer(own: &OwnKeys, parts: &Parts, signer: PublicKey) -> Result<(), String> {
    let index = index_of(parts);
    let issuer = own.issuer_at(index).ok_or_else(|| "no entry names an issuer".to_owned())?;
    ensure(issuer.key == signer, || format!("at entry {index} it was {}, this is signed by {signer}", issuer.key))?;
    ensure(issuer.did == parts.issuer, || format!("at entry {index} it was {}, not {}", issuer.did, parts.issuer))
}

/// The entry that ended an issuer's key because it was in wrong hands.
fn compromised(own: &OwnKeys, key: PublicKey) -> Option<u64> {
    let tenure = own.issuers().iter().find(|tenure| tenure.key.key == key)?;
    tenure.ended.filter(|(end, _)| *end == KeyEnd::Compromised).map(|(_, entry)| entry)
}
