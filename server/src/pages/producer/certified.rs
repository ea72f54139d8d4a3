//! The certificates of a producer, told in sentences with their days.

use orebook_registry::certificate::{self, CertificateState, Standing};
use orebook_registry::instruction::WithdrawalCause;
use orebook_registry::values::{CertificateId, OrganisationId};
use orebook_texts::Texts;

use crate::pages::names::Names;
use crate::view::View;

/// The newest declarations, which are shown.
const DECLARED: usize = 12;

/// The state of a certificate, as it is shown.
pub struct State {
    /// In words.
    pub word: String,
    /// How the stylesheet paints it.
    pub class: &'static str,
}

/// A certificate that was granted.
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// What it is for.
    pub class: String,
    /// Its state now.
    pub state: State,
    /// What became of it, by day.
    pub history: Vec<(String, String)>,
    /// Its terms.
    pub facts: Vec<(&'static str, String)>,
    /// What is wrong with it beside its state.
    pub notes: Vec<String>,
}

/// A declaration, for those whom it concerns.
pub struct Declared {
    /// Its period.
    pub period: String,
    /// What of.
    pub class: String,
    /// How much, fine.
    pub fine: String,
    /// What became of it.
    pub state: String,
}

/// The state now: of a withdrawal with its cause.
pub fn state_of(t: Texts, c: &certificate::Certificate) -> State {
    let word = t.word("certificate-state", c.state().word()).into_owned();
    let cause = c.standings().last().and_then(|standing| standing.cause);
    State {
        word: match cause {
            Some(WithdrawalCause::Fraud) => format!("{word}: {}", t.word("withdrawal-cause", "fraud")),
            _ => word,
        },
        class: match c.state() {
            CertificateState::Certified => "state",
            CertificateState::Suspended | CertificateState::Withdrawn => "state held",
            CertificateState::Applied | CertificateState::UnderAudit => "state wait",
            CertificateState::Expired | CertificateState::Surrendered | CertificateState::Rejected => "state past",
        },
    }
}

/// Whether no other granted certificate continues it.
pub fn is_latest(id: CertificateId, all: &[(CertificateId, &certificate::Certificate)]) -> bool {
    !all.iter().any(|(_, other)| other.continues == Some(id))
}

/// The certificates of a producer that were granted, newest first.
pub fn certificates(names: &Names<'_>, producer: OrganisationId) -> Vec<Certificate> {
    let own = names.registry.certificates.certificates();
    let granted = own.filter(|(_, c)| c.producer == producer && c.terms.is_some());
    let mut all: Vec<Certificate> = granted.map(|(id, c)| told(names, id, c)).collect();
    all.reverse();
    all
}

fn told(names: &Names<'_>, id: CertificateId, c: &certificate::Certificate) -> Certificate {
    let t = names.t;
    let granted = c.standings().iter().position(|s| s.state == CertificateState::Certified).unwrap_or(0);
    let history = c.standings().iter().enumerate().skip(granted);
    let history = history.map(|(n, standing)| (t.day(standing.effective), happened(names, n == granted, standing)));
    Certificate {
        id,
        class: names.class(&c.class),
        state: state_of(t, c),
        history: history.collect(),
        facts: facts(names, c),
        notes: notes(names, c),
    }
}

fn happened(names: &Names<'_>, is_grant: bool, standing: &Standing) -> String {
    let t = names.t;
    let by = standing.by.map(|by| names.organisation(by)).unwrap_or_default();
    let reason = standing.reason.as_ref().map(|reason| t.word("reason", reason.as_str()).into_owned());
    let told = match standing.state {
        CertificateState::Certified if is_grant => t.producer_was_granted(by),
        CertificateState::Certified => t.producer_was_reinstated(by),
        CertificateState::Suspended => t.producer_was_suspended(by),
        CertificateState::Withdrawn => {
            let cause = standing.cause.map(|cause| t.word("withdrawal-cause", cause.word())).unwrap_or_default();
            t.producer_was_withdrawn(by, cause)
        }
        CertificateState::Expired => t.producer_was_expired().to_owned(),
        CertificateState::Surrendered => t.producer_was_surrendered().to_owned(),
        CertificateState::Applied | CertificateState::UnderAudit | CertificateState::Rejected => {
            t.word("certificate-state", standing.state.word()).into_owned()
        }
    };
    reason.map_or_else(|| format!("{told}."), |reason| format!("{told}: {reason}."))
}

fn facts(names: &Names<'_>, c: &certificate::Certificate) -> Vec<(&'static str, String)> {
    let t = names.t;
    let mut facts = Vec::new();
    if let Some(terms) = &c.terms {
        facts.push((t.producer_valid(), t.from_to(t.day(terms.valid_from), t.day(terms.valid_to))));
        facts.push((t.producer_maximum(), t.mass(c.maximum_of(u16::MAX))));
        facts.push((t.producer_verified(), t.word("verification", terms.verification.word()).into_owned()));
        facts.push((t.producer_audited(), t.day(terms.audited_on)));
    }
    facts.push((t.producer_certifier(), names.organisation(c.certifier)));
    if c.holder != c.producer {
        facts.push((t.producer_holder(), names.organisation(c.holder)));
    }
    facts.push((t.producer_where(), format!("{} ({})", names.country(c.country), c.region)));
    if let Some(group) = &c.group {
        let compliant = t.percent(group.compliant.points().into());
        let (members, day) = (u64::from(group.members.0), t.day(group.inspected_on));
        facts.push((t.producer_inspected(), t.producer_inspected_told(compliant, day, members)));
    }
    facts
}

fn notes(names: &Names<'_>, c: &certificate::Certificate) -> Vec<String> {
    let t = names.t;
    let fraud = c.standings().last().is_some_and(|standing| standing.cause == Some(WithdrawalCause::Fraud));
    let state = match c.state() {
        CertificateState::Suspended => Some(t.producer_note_suspended()),
        CertificateState::Withdrawn if fraud => Some(t.producer_note_fraud()),
        CertificateState::Withdrawn => Some(t.producer_note_withdrawn()),
        CertificateState::Expired | CertificateState::Surrendered => Some(t.producer_note_ended()),
        CertificateState::Applied
        | CertificateState::UnderAudit
        | CertificateState::Rejected
        | CertificateState::Certified => None,
    };
    let oversold = c.oversold_year().map(|_| t.producer_note_oversold());
    state.into_iter().chain(oversold).map(str::to_owned).collect()
}

/// What was declared last, newest first, as far as whoever asks may know it.
pub fn declared(seen: &View, names: &Names<'_>, producer: OrganisationId) -> Vec<Declared> {
    let registry = names.registry;
    let own = registry.certificates.declarations().filter_map(|(_, d)| {
        let c = registry.certificates.certificate(d.certificate).filter(|c| c.producer == producer)?;
        Some((d, c))
    });
    let own: Vec<_> = own.collect();
    let t = names.t;
    let rows = own.into_iter().rev().filter(|(_, c)| seen.sees([c.producer, c.holder, c.certifier]));
    let row = |(d, c): (&certificate::Declaration, &certificate::Certificate)| Declared {
        period: t.from_to(t.day(d.period_from), t.day(d.period_to)),
        class: names.class(&c.class),
        fine: t.mass(d.fine),
        state: t.word("declaration-state", d.state.word()).into_owned(),
    };
    rows.take(DECLARED).map(row).collect()
}
