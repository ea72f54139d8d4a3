//! Links by e-mail: to log in, and to join. A link is a secret in a path. It works once, for a short time, and only when
//! it is confirmed by POST: whoever merely opens it, such as a mail scanner, changes nothing.
//!
//! | kind | path | works for | of several |
//! |---|---|---|---|
//! | login | `/login/{secret}` | 15 minutes | the newest, of a person |
//! | invitation | `/invitation/{secret}` | 7 days | the newest, into an organisation, of an address |

use orebook_registry::claim::wording::Language;
use orebook_registry::values::{OrganisationId, Text, Timestamp};
use orebook_store::{LetterRow, Letters, LinkRow, Reader};

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

/// Where links are made: of the server, or of a command on its machine, which prints them.
pub struct Desk<'a> {
    /// Reads people.
    pub reader: &'a Reader,
    /// Keeps links.
    pub letters: &'a Letters,
    /// Where links lead to.
    pub site: &'a Site,
    /// When.
    pub now: Timestamp,
    /// The server that sends the letter of each link, if one does.
    pub post: Option<&'a Shared>,
}

impl<'a> Desk<'a> {
    /// Of a server. Where no mail server is configured no letter is sent, and nothing is logged, for the link is a secret:
    /// `orebook login-link` and `orebook invite` print one on the server's machine.
    pub fn of(shared: &'a Shared) -> Self {
        let (reader, letters, site, post) = (&shared.reader, &shared.letters, &shared.people.site, Some(shared));
        Self { reader, letters, site, now: shared.wall.now(), post }
    }

    /// A link for whoever logs in with an address, if anybody does, and the letter that brings it. Blocks.
    pub fn login_link(&self, email: &Address, actor: &str) -> Result<Option<String>, Problem> {
        let person = self.reader.read(|read| read.person_of_email(email.as_str()))?;
        let Some(person) = person else { return Ok(None) };
        let organisation: OrganisationId = person.organisation.parse().map_err(Problem::internal)?;
        let (secret, ends_at) = (Secret::random()?, self.now.ms() + LOGIN_MS);
        let row = LinkRow {
            hash: secret.hash().to_vec(),
            kind: LinkKind::Login.word().to_owned(),
            person: Some(person.id.clone()),
            email: person.email.clone(),
            made_at: self.now.ms(),
            ends_at,
            ..LinkRow::default()
        };
        let link = self.link(LinkKind::Login, &secret);
        let (to, ends_at) = (Recipient::from(&person), Timestamp::from_ms(ends_at));
        let letters = self.posted(Letter::Login { to, link: link.clone(), ends_at })?;
        let log = security::row(self.now, organisation, actor, Kind::LoginLinkSent, &person.id);
        self.letters.keep_link(&row, &letters, &[log])?;
        Ok(Some(link))
    }

    /// An invitation, its link, and the letter that brings it. Blocks.
    pub fn invite(&self, invitation: Invitation) -> Result<(LinkRow, String), Problem> {
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
        let to = Recipient {
            name: name.to_string(),
            address: email.to_string(),
            language: language.word().to_owned(),
            person: None,
            organisation: Some(organisation.to_string()),
            role: Some(role.word().to_owned()),
        };
        let called = self.post.map(|shared| notices::called(shared, organisation)).unwrap_or_default();
        let (link, ends_at) = (self.link(LinkKind::Invitation, &secret), Timestamp::from_ms(ends_at));
        let (role, letters_link) = (role.word().to_owned(), link.clone());
        let letter = Letter::Invitation { to, organisation: called, role, link: letters_link, ends_at };
        let log = security::row(self.now, organisation, &by, Kind::Invited, &invitation_id(&row));
        self.letters.keep_link(&row, &self.posted(letter)?, &[log])?;
        Ok((row, link))
    }

    /// The row of a letter that is stored with its link; none of a command, or where no letters are sent.
    fn posted(&self, letter: Letter) -> Result<Vec<LetterRow>, Problem> {
        match self.post {
            Some(shared) => notices::rows(shared, [letter]).map_err(Problem::internal),
            None => Ok(Vec::new()),
        }
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
