//! Links by e-mail: to log in, and to join. A link is a secret in a path. It works once, for a short time, and only when
//! it is confirmed by POST: whoever merely opens it, such as a mail scanner, changes nothing.
//!
//! | kind | path | works for | of several |
//! |---|---|---|---|
//! | login | `/login/{secret}` | 15 minutes | the newest, of a person |
//! | invitation | `/invitation/{secret}` | 7 days | the newest, into an organisation, of an address |

use orebook_registry::claim::wording::Language;
use orebook_registry::values::{OrganisationId, Text, Timestamp};
use orebook_store::{Letters, LinkRow, Reader};

use super::address::Address;
use super::people::Role;
use super::secret::Secret;
use super::security::{self, Kind};
use super::site::Site;
use crate::app::Shared;
use crate::notices::{self, Letter, Recipient};
use crate::problem::Problem;

const LOGIN_MS: i64 = 15 * 60_000;
const INVITATION_MS: i64 = 7 * 86_400_000;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// To log in.
    Login,
    /// To join an organisation.
    Invitation,
}

impl LinkKind {
    /// Its name in the table, and the first part of its path.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::Invitation => "invitation",
        }
    }
}

/// A letter with a link. It has no `Debug`: the link is a secret until it is used.
pub struct LinkMail {
    /// What the link is for.
    pub kind: LinkKind,
    /// To whom.
    pub to: Address,
    /// What they are called.
    pub name: Text,
    /// In which language they are written to.
    pub language: Language,
    /// Whose person they are or become.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
    /// The whole link.
    pub link: String,
    /// Until when it works.
    pub ends_at: Timestamp,
}

/// Hands a letter to the post. Where no mail server is configured nothing is sent, and nothing is logged, for the link is
/// a secret: `orebook login-link` and `orebook invite` print one on the server's machine.
pub fn deliver(shared: &Shared, mail: LinkMail) -> Result<(), Problem> {
    let LinkMail { kind, to, name, language, organisation, role, link, ends_at } = mail;
    let called = shared.state(|registry| registry.parties.organisation(organisation).map(|o| o.name.to_string()));
    let to = Recipient {
        name: name.to_string(),
        address: to.to_string(),
        language: language.word().to_owned(),
        person: None,
        organisation: Some(organisation.to_string()),
        role: Some(role.word().to_owned()),
    };
    let letter = match kind {
        LinkKind::Login => Letter::Login { to, link, ends_at },
        LinkKind::Invitation => {
            let (organisation, role) = (called.unwrap_or_default(), role.word().to_owned());
            Letter::Invitation { to, organisation, role, link, ends_at }
        }
    };
    notices::queue(shared, [letter]).map_err(Problem::internal)
}

/// Whoever is invited, and by whom.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Into which organisation.
    pub organisation: OrganisationId,
    /// To where the letter goes.
    pub email: Address,
    /// What they are called.
    pub name: Text,
    /// As what.
    pub role: Role,
    /// In which language they are written to.
    pub language: Language,
    /// The user's id, or `operator` for the command on the server's machine.
    pub by: String,
}

/// Where links are made: of the server, or of a command on its machine.
pub struct Desk<'a> {
    /// Reads people.
    pub reader: &'a Reader,
    /// Keeps links.
    pub letters: &'a Letters,
    /// Where links lead to.
    pub site: &'a Site,
    /// When.
    pub now: Timestamp,
}

impl<'a> Desk<'a> {
    /// Of a server.
    pub fn of(shared: &'a Shared) -> Self {
        Self { reader: &shared.reader, letters: &shared.letters, site: &shared.people.site, now: shared.wall.now() }
    }

    /// A link for whoever logs in with an address, if anybody does. Blocks.
    pub fn login_link(&self, email: &Address, actor: &str) -> Result<Option<LinkMail>, Problem> {
        let person = self.reader.read(|read| read.person_of_email(email.as_str()))?;
        let Some(person) = person else { return Ok(None) };
        let organisation: OrganisationId = person.organisation.parse().map_err(Problem::internal)?;
        let (secret, ends_at) = (Secret::random()?, self.now.ms() + LOGIN_MS);
        let row = LinkRow {
            hash: secret.hash().to_vec(),
            kind: LinkKind::Login.word().to_owned(),
            person: Some(person.id.clone()),
            email: person.email,
            made_at: self.now.ms(),
            ends_at,
            ..LinkRow::default()
        };
        let log = security::row(self.now, organisation, actor, Kind::LoginLinkSent, &person.id);
        self.letters.keep_link(&row, &[log])?;
        Ok(Some(LinkMail {
            kind: LinkKind::Login,
            to: email.clone(),
            name: person.name.parse().map_err(Problem::internal)?,
            language: person.language.parse().map_err(Problem::internal)?,
            organisation,
            role: person.role.parse().map_err(Problem::internal)?,
            link: self.link(LinkKind::Login, &secret),
            ends_at: Timestamp::from_ms(ends_at),
        }))
    }

    /// An invitation, and the letter that brings it. Blocks.
    pub fn invite(&self, invitation: Invitation) -> Result<(LinkRow, LinkMail), Problem> {
        let Invitation { organisation, email, name, role, language, by } = invitation;
        let (secret, ends_at) = (Secret::random()?, self.now.ms() + INVITATION_MS);
        let row = LinkRow {
            hash: secret.hash().to_vec(),
            kind: LinkKind::Invitation.word().to_owned(),
            organisation: Some(organisation.to_string()),
            email: email.to_string(),
            name: Some(name.to_string()),
            language: Some(language.word().to_owned()),
            role: Some(role.word().to_owned()),
            made_by: Some(by.clone()),
            made_at: self.now.ms(),
            ends_at,
            ..LinkRow::default()
        };
        let log = security::row(self.now, organisation, &by, Kind::Invited, &invitation_id(&row));
        self.letters.keep_link(&row, &[log])?;
        let (kind, ends_at) = (LinkKind::Invitation, Timestamp::from_ms(ends_at));
        let link = self.link(kind, &secret);
        Ok((row, LinkMail { kind, to: email, name, language, organisation, role, link, ends_at }))
    }

    fn link(&self, kind: LinkKind, secret: &Secret) -> String {
        format!("{}/{}/{}", self.site, kind.word(), secret.text())
    }
}

/// An invitation's id: it names the hash, which opens nothing.
pub fn invitation_id(row: &LinkRow) -> String {
    format!("inv_{}", hex::encode(&row.hash))
}

/// The hash that an invitation's id names.
pub fn invitation_hash(id: &str) -> Option<Vec<u8>> {
    let hash = id.strip_prefix("inv_").filter(|digits| digits.len() == 64).and_then(|digits| hex::decode(digits).ok());
    hash.filter(|hash| format!("inv_{}", hex::encode(hash)) == id)
}
