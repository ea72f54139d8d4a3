//! Letters that no entry causes, as the rest of the server asks for them.

use orebook_document::sha256;
use orebook_registry::values::Timestamp;
use orebook_store::{LetterRow, PersonRow};

use super::facts::{Facts, Figure};
use super::kind::Kind;

/// To whom a letter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// What it calls them.
    pub name: String,
    /// Where they read it.
    pub address: String,
    /// `en`, `es`, `fr` or `sw`; what is none of them is `en`.
    pub language: String,
    /// The person who logs in, if there is one already.
    pub person: Option<String>,
    /// For whom they log in, or will.
    pub organisation: Option<String>,
    /// `admin`, `clerk`, `trader`, `signatory` or `viewer`; nothing for an organisation's contact.
    pub role: Option<String>,
}

impl Recipient {
    /// The word, among the texts, for what they are.
    pub(super) fn role_word(&self) -> String {
        format!("role_{}", self.role.as_deref().unwrap_or("contact"))
    }
}

impl From<&PersonRow> for Recipient {
    fn from(row: &PersonRow) -> Self {
        Self {
            name: row.name.clone(),
            address: row.email.clone(),
            language: row.language.clone(),
            person: Some(row.id.clone()),
            organisation: Some(row.organisation.clone()),
            role: Some(row.role.clone()),
        }
    }
}

/// A letter that no entry causes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letter {
    /// A link that logs in. Nothing of it is kept once it was sent or has ended.
    Login {
        /// To whom.
        to: Recipient,
        /// The whole address, with its secret.
        link: String,
        /// Until when it works; afterwards the letter is not sent any more.
        ends_at: Timestamp,
    },
    /// A link that joins an organisation.
    Invitation {
        /// To whom.
        to: Recipient,
        /// What the organisation is called.
        organisation: String,
        /// `admin`, `clerk`, `trader`, `signatory` or `viewer`.
        role: String,
        /// The whole address, with its secret.
        link: String,
        /// Until when it works; afterwards the letter is not sent any more.
        ends_at: Timestamp,
    },
    /// A webhook that is called no more: one letter to each person of the organisation that should know.
    WebhookDisabled {
        /// To whom.
        to: Recipient,
        /// What the organisation is called.
        organisation: String,
        /// The address that was called.
        url: String,
        /// Why it is called no more: in English, since it is a program's answer.
        reason: String,
    },
}

impl Letter {
    /// The row that waits to be sent. `now` is the wall's clock, not the register's.
    pub fn row(self, now: Timestamp) -> Result<LetterRow, String> {
        let told = |facts: Facts, organisation: String| facts.tell("organisation", organisation);
        let (kind, to, facts, ends_at) = match self {
            Self::Login { to, link, ends_at } => {
                (Kind::Login, to, Facts::new("login", link).tell("ends_at", ends_at), Some(ends_at))
            }
            Self::Invitation { to, organisation, role, link, ends_at } => {
                let facts = told(Facts::new("invitation", link), organisation);
                let facts = facts.list("role", Figure::Word(format!("role_{role}"))).list("ends_at", ends_at);
                (Kind::Invitation, to, facts, Some(ends_at))
            }
            Self::WebhookDisabled { to, organisation, url, reason } => {
                let facts = told(Facts::new("webhook_disabled", "/v1/webhooks"), organisation);
                let facts = facts.tell("role", Figure::Word(to.role_word()));
                (Kind::WebhookDisabled, to, facts.list("url", url).list("reason", reason), None)
            }
        };
        let id = uuid::Uuid::now_v7().simple().to_string();
        row(id, kind, &to, &facts, now, ends_at)
    }
}

/// A letter that waits from now on.
pub(super) fn row(
    id: String,
    kind: Kind,
    to: &Recipient,
    facts: &Facts,
    now: Timestamp,
    ends_at: Option<Timestamp>,
) -> Result<LetterRow, String> {
    Ok(LetterRow {
        id,
        kind: kind.word().to_owned(),
        organisation: to.organisation.clone(),
        person: to.person.clone(),
        name: to.name.clone(),
        address: to.address.clone(),
        language: to.language.clone(),
        facts: facts.to_json()?,
        made_at: now.ms(),
        due_at: now.ms(),
        ends_at: ends_at.map(Timestamp::ms),
        tries: 0,
        state: "waiting".to_owned(),
        failure: None,
        sent_at: None,
    })
}

/// Sixteen digits that stand for an address in a Message-ID, which others can read.
pub(super) fn digest(address: &str) -> String {
    hex::encode(&sha256(address.as_bytes())[..8])
}
