//! The security log: who logged in, was refused, changed a key or a role, exported, or read what is private of others.
//! It stands beside the log and names ids alone: no secret, no address.
//!
//! ```text
//! record       one row, written before its cause is answered
//! record_read  a row in a queue, written behind the reader ──▶ thread ──▶ up to 256 rows a transaction
//!                                      └── full: the read is refused as `busy`, never made unrecorded
//! ```

use std::thread::JoinHandle;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, TrySendError, bounded, select};
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_store::{Letters, Location, SecurityRow};

use super::{By, Member};
use crate::app::Shared;
use crate::problem::Problem;

/// Who acts where nobody was recognised.
pub const ANYONE: &str = "anyone";

/// Rows that wait to be written.
const WAITING_MAX: usize = 4_096;
/// Rows of one transaction.
const TOGETHER: usize = 256;
/// Most characters of a subject.
const SUBJECT_MAX: usize = 300;
/// When the database fails, the rows are tried again after this time.
const PAUSE: Duration = Duration::from_millis(200);

macro_rules! kinds {
    ($($(#[$meta:meta])* $variant:ident = $word:literal,)+) => {
        /// What happened.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind { $($(#[$meta])* $variant),+ }
        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Its name in the log.
            pub const fn word(self) -> &'static str { match self { $(Self::$variant => $word),+ } }
        }
    };
}

kinds! {
    /// A person logged in. Subject: their id.
    Login = "login",
    /// A link of theirs was refused. Subject: why.
    LoginRefused = "login_refused",
    /// A link was made for them. Subject: their id.
    LoginLinkSent = "login_link_sent",
    /// They signed out. Subject: their id.
    Logout = "logout",
    /// Their sessions ended otherwise. Subject: whose.
    SessionEnded = "session_ended",
    /// Somebody was invited. Subject: the invitation's id.
    Invited = "invited",
    /// An invitation was withdrawn. Subject: its id.
    InvitationWithdrawn = "invitation_withdrawn",
    /// An invitation was accepted. Subject: the new person's id.
    Joined = "joined",
    /// A person has another role. Subject: whose.
    RoleChanged = "role_changed",
    /// A person was ended. Subject: who.
    PersonEnded = "person_ended",
    /// A program was made. Subject: its id.
    ClientMade = "client_made",
    /// A program was revoked. Subject: its id.
    ClientRevoked = "client_revoked",
    /// A key was added to a program. Subject: its id and the key.
    ClientKeyAdded = "client_key_added",
    /// A key of a program was revoked. Subject: its id and the key.
    ClientKeyRevoked = "client_key_revoked",
    /// A webhook was made or changed. Subject: its id.
    WebhookSet = "webhook_set",
    /// A webhook has a new secret. Subject: its id.
    WebhookRotated = "webhook_rotated",
    /// A webhook was taken away. Subject: its id.
    WebhookRemoved = "webhook_removed",
    /// No access token was given. Subject: the code of the refusal.
    TokenRefused = "token_refused",
    /// Entries or private things were taken away as a whole. Subject: the path.
    Export = "export",
    /// The operator erased an evidence file. Subject: its digest.
    EvidenceErased = "evidence_erased",
    /// Contact details were erased. Subject: their digest.
    ContactDetailsErased = "contact_details_erased",
    /// Payout details were erased. Subject: their digest.
    PayoutDetailsErased = "payout_details_erased",
    /// The text of a note was erased. Subject: its digest.
    NoteErased = "note_erased",
    /// The operator took in a bank's statements. Subject: their ids.
    BankStatementsTaken = "bank_statements_taken",
    /// A line of the bank's was set aside. Subject: its id.
    BankLineSetAside = "bank_line_set_aside",
    /// A line that was set aside waits again. Subject: its id.
    BankLineTakenBack = "bank_line_taken_back",
    /// Somebody read what is private of another organisation. Subject: the path.
    PrivateRead = "private_read",
}

/// Queues rows for the thread that writes them.
#[derive(Debug, Clone)]
pub struct SecurityLog {
    sender: Sender<SecurityRow>,
}

/// The thread that writes queued rows. Dropped, it writes what waits and ends.
pub struct Recorder {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl By {
    /// The id of the program or person: the actor of what they do.
    pub fn id(&self) -> &str {
        match self {
            By::Client(id) | By::User(id) => id,
        }
    }
}

impl SecurityLog {
    /// Starts the thread, which has a connection of its own: it delays nobody else's writing.
    pub fn start(location: &Location) -> std::io::Result<(Self, Recorder)> {
        let (sender, rows) = bounded(WAITING_MAX);
        let (stop, stopped) = bounded(0);
        let letters = Letters::of(location);
        let run = move || write_all(&letters, &rows, &stopped);
        let thread = std::thread::Builder::new().name("security log".into()).spawn(run)?;
        Ok((Self { sender }, Recorder { stop: Some(stop), thread: Some(thread) }))
    }

    /// Queues a row without waiting.
    fn queue(&self, row: SecurityRow) -> Result<(), Problem> {
        self.sender.try_send(row).map_err(|error| match error {
            TrySendError::Full(_) => Problem::busy("the security log is behind; what it cannot record is not shown"),
            TrySendError::Disconnected(_) => Problem::busy("the security log has stopped"),
        })
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A row, for whoever writes it together with its cause.
pub fn row(now: Timestamp, organisation: OrganisationId, actor: &str, kind: Kind, subject: &str) -> SecurityRow {
    SecurityRow {
        organisation: organisation.to_string(),
        id: uuid::Uuid::now_v7().simple().to_string(),
        time: now.ms(),
        actor: actor.to_owned(),
        kind: kind.word().to_owned(),
        // No database holds NUL, and no reader needs the other control characters.
        subject: subject.chars().filter(|c| !c.is_control()).take(SUBJECT_MAX).collect(),
    }
}

/// Writes that something happened, before it is answered. Blocks.
pub fn record(
    shared: &Shared,
    organisation: OrganisationId,
    actor: &str,
    kind: Kind,
    subject: &str,
) -> Result<(), Problem> {
    Ok(shared.letters.record_security(&[row(shared.wall.now(), organisation, actor, kind, subject)])?)
}

/// Queues that a member reads something of an organisation that is private. It never waits; when the queue is full,
/// the read must be refused with the problem. Up to a queue's length is lost if the machine fails that moment.
pub fn record_read(shared: &Shared, of: OrganisationId, member: &Member, path: &str) -> Result<(), Problem> {
    shared.security.queue(row(shared.wall.now(), of, member.by.id(), Kind::PrivateRead, path))
}

/// Writes rows as they come, until it is told to stop: then what still waits.
fn write_all(letters: &Letters, rows: &Receiver<SecurityRow>, stopped: &Receiver<()>) {
    loop {
        let mut together = Vec::new();
        select! {
            recv(rows) -> row => together.extend(row),
            recv(stopped) -> _ => return write_last(letters, &rows.try_iter().collect::<Vec<_>>()),
        }
        together.extend(rows.try_iter().take(TOGETHER - 1));
        while let Err(error) = letters.record_security(&together) {
            tracing::warn!(%error, "the security log cannot be written; trying again");
            if stopped.recv_timeout(PAUSE).is_err_and(|error| error.is_disconnected()) {
                together.extend(rows.try_iter());
                return write_last(letters, &together);
            }
        }
    }
}

fn write_last(letters: &Letters, rows: &[SecurityRow]) {
    if let Err(error) = letters.record_security(rows) {
        tracing::error!(%error, rows = rows.len(), "rows of the security log are lost");
    }
}
