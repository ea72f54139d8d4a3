//! The evidence files of declarations, as pages of the desk show them: which are here, and where one is read.

use orebook_store::EvidenceRow;
use orebook_texts::Texts;

use crate::app::Data;
use crate::problem::Problem;

/// A file that a declaration names.
pub struct File {
    /// Its SHA-256.
    pub digest: String,
    /// The beginning of it, for the eye.
    pub short: String,
    /// Whether it is still to be sent here.
    pub missing: bool,
    /// How it stands, in words.
    pub state: String,
    /// Where it is read.
    pub link: Option<String>,
}

/// What is kept of these digests.
pub async fn rows(shared: &Data, digests: Vec<String>) -> Result<Vec<EvidenceRow>, Problem> {
    if digests.is_empty() {
        return Ok(Vec::new());
    }
    shared.clone().into_inner().tables(move |read| Ok(read.evidence_among(&digests)?)).await
}

/// A file of a declaration. One that was erased anywhere is erased everywhere.
pub fn file(t: Texts, rows: &[EvidenceRow], declaration: &str, digest: &str) -> File {
    let mut same = rows.iter().filter(|row| row.digest == digest);
    let erased = same.clone().any(|row| row.erased_at.is_some());
    let here = same.find(|row| row.declaration == declaration).filter(|_| !erased);
    let state = match here {
        _ if erased => t.coop_file_erased().to_owned(),
        Some(row) => t.coop_file_here(t.whole((row.size + 1023) / 1024), row.media_type.clone()),
        None => t.coop_file_missing().to_owned(),
    };
    File {
        short: digest.get(..12).unwrap_or(digest).to_owned(),
        missing: here.is_none() && !erased,
        link: here.map(|_| format!("/v1/declarations/{declaration}/evidence/{digest}")),
        state,
        digest: digest.to_owned(),
    }
}
