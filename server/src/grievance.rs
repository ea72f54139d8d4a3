//! Grievances: filed by anybody without an account, read again by a receipt code, triaged and closed by signed acts.
//! The text stands beside the log; the register knows a case by the digest of its id.

pub mod deadline;
pub mod receipt;

use std::time::Instant;

use orebook_registry::Registry;
use orebook_registry::certificate::Certificate;
use orebook_registry::instruction::{Digest, Role, Severity};
use orebook_registry::values::{BatchId, CertificateId, OrganisationId, Timestamp};
use orebook_store::GrievanceRow;
use parking_lot::Mutex;

use crate::problem::Problem;
use receipt::Receipt;

/// Most characters of a grievance.
pub const TEXT_MAX: usize = 4_000;

/// What kinds there are: the first two are grave, and are triaged within hours.
pub const KINDS: [&str; 9] =
    ["violence", "children", "forced_labour", "safety", "environment", "payment", "corruption", "false_claim", "other"];

/// What somebody files.
pub struct Filing {
    /// One of the kinds.
    pub kind: String,
    /// How grave the sender finds it.
    pub severity: Severity,
    /// Id of a certificate, batch or producer.
    pub about: Option<String>,
    /// What is wrong.
    pub text: String,
}

impl Filing {
    /// Refuses what cannot be taken up.
    pub fn check(&self, registry: &Registry) -> Result<(), Problem> {
        let malformed = |detail: &str| Err(Problem::bad_request("grievance_is_malformed", detail));
        if !KINDS.contains(&self.kind.as_str()) {
            return malformed(&format!("kind: one of {}", KINDS.join(", ")));
        }
        let is_plain = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
        let length = self.text.chars().count();
        if self.text.trim().is_empty() || length > TEXT_MAX || !self.text.chars().all(is_plain) {
            return malformed("text: 1 to 4000 characters, no control characters but line ends and tabs");
        }
        match &self.about {
            Some(about) if !is_known(registry, about) => {
                Err(Problem::not_found("certificate, batch or producer", about))
            }
            _ => Ok(()),
        }
    }

    /// The case, and the code by which its sender alone can read it. Nothing else of the sender enters.
    pub fn open(self, now: Timestamp) -> Result<(GrievanceRow, Receipt), Problem> {
        let mut id = [0; 16];
        getrandom::fill(&mut id).map_err(Problem::internal)?;
        let receipt = Receipt::random()?;
        Ok((self.open_as(now, &id, &receipt), receipt))
    }

    /// The same with an id and a code that somebody else has chosen.
    pub fn open_as(self, now: Timestamp, id: &[u8; 16], receipt: &Receipt) -> GrievanceRow {
        const MINUTE_MS: i64 = 60_000;
        GrievanceRow {
            id: hex::encode(id),
            digest: digest(id).to_string(),
            receipt: receipt.hash(),
            // The very second could tell who sent it.
            filed_at: now.ms() - now.ms().rem_euclid(MINUTE_MS),
            kind: self.kind,
            severity: self.severity.to_string(),
            about: self.about,
            content: self.text,
        }
    }
}

fn digest(id: &[u8; 16]) -> Digest {
    Digest(orebook_document::sha256(id))
}

/// Whether the public may know of it: else an answer would tell that there is an application.
fn is_known(registry: &Registry, about: &str) -> bool {
    let granted = |c: &Certificate| c.terms.is_some();
    let certificate = about.parse::<CertificateId>().ok().and_then(|id| registry.certificates.certificate(id));
    let producer = about.parse::<OrganisationId>().ok().and_then(|id| registry.parties.organisation(id));
    certificate.is_some_and(granted)
        || producer.is_some_and(|o| o.roles.contains(&Role::Producer))
        || about.parse::<BatchId>().is_ok_and(|id| registry.credits.batch(id).is_some())
}

/// How many may be filed: of all senders together, since none of them is known.
pub struct Quota(Mutex<(Instant, u32)>);

/// Filed in one window of time at the most.
const QUOTA: u32 = 20;
/// Seconds of a window.
const WINDOW: u64 = 60;

impl Default for Quota {
    fn default() -> Self {
        Self(Mutex::new((Instant::now(), 0)))
    }
}

impl Quota {
    /// Takes one, if there is one left in this minute.
    pub fn take(&self) -> Result<(), Problem> {
        let (since, taken) = &mut *self.0.lock();
        if since.elapsed().as_secs() >= WINDOW {
            (*since, *taken) = (Instant::now(), 0);
        }
        if *taken == QUOTA {
            return Err(Problem::too_many("grievances are filed faster than they can be read", QUOTA, WINDOW));
        }
        *taken += 1;
        Ok(())
    }
}
