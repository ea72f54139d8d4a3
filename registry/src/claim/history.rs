//! The history of a retirement: its own entry, and every later one that speaks of it, in the order of the log.

use super::Retirement;
use crate::event::{ClaimCorrected, FindingPublished};
use crate::values::*;

/// What an entry did to a retirement.
#[derive(Debug, Clone, Copy)]
pub enum Chapter<'a> {
    /// It was made.
    Retired,
    /// Its holder corrected it.
    Corrected(&'a ClaimCorrected),
    /// An auditor published a finding on it.
    Found(&'a FindingPublished),
}

/// One entry of a history.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The entry.
    pub sequence: u64,
    /// Its time.
    pub time: Timestamp,
    /// What it did.
    pub chapter: Chapter<'a>,
}

/// The history of a retirement, oldest first.
pub fn history(retirement: &Retirement) -> Vec<Page<'_>> {
    let first = Page { sequence: retirement.sequence, time: retirement.time, chapter: Chapter::Retired };
    let corrections = retirement.corrections.iter().map(|correction| Page {
        sequence: correction.sequence,
        time: correction.time,
        chapter: Chapter::Corrected(&correction.what),
    });
    let findings = retirement.findings.iter().map(|finding| Page {
        sequence: finding.sequence,
        time: finding.time,
        chapter: Chapter::Found(&finding.what),
    });
    let mut pages: Vec<Page<'_>> = std::iter::once(first).chain(corrections).chain(findings).collect();
    pages.sort_by_key(|page| page.sequence);
    pages
}
