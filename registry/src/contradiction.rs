//! A contradiction: an event that does not fit the state. On the server it is a bug and nothing is committed;
//! for the auditor it is a finding.

/// What should have held, in words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("contradiction: not true that {rule}")]
pub struct Contradiction {
    rule: &'static str,
}

impl Contradiction {
    pub(crate) const fn new(rule: &'static str) -> Self {
        Self { rule }
    }

    pub(crate) const fn unless(holds: bool, rule: &'static str) -> Result<(), Self> {
        if holds { Ok(()) } else { Err(Self { rule }) }
    }
}
