//! Declining a kind of letters from the letter itself (RFC 8058): whoever holds its link may, without logging in. The
//! link is sealed as the cursors of lists are, under a scope of its own that no path of a list can have.

use orebook_document::SecretKey;

use super::kind::Kind;
use crate::api::cursor::Cursors;

/// Signs and reads such links. Every server of a register has the same key, so a link outlives a restart.
#[derive(Clone)]
pub struct Decliner(Cursors);

const SCOPE: &str = "unsubscribe 1";

impl Decliner {
    /// The key is derived from the issuer's.
    pub fn of(issuer: &SecretKey) -> Self {
        Self(Cursors::of(issuer))
    }

    /// The path by which a person declines a kind.
    pub fn path(&self, person: &str, kind: Kind) -> String {
        format!("/unsubscribe/{}", self.0.seal(SCOPE, &format!("{person} {kind}")))
    }

    /// Who declines what, if the token was made here and the kind may be declined.
    pub fn open(&self, token: &str) -> Option<(String, Kind)> {
        let place = self.0.open(SCOPE, token)?;
        let (person, kind) = place.split_once(' ')?;
        let kind = Kind::of(kind).filter(|kind| kind.is_declinable())?;
        Some((person.to_owned(), kind))
    }
}
