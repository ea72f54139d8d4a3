//! A certifier: declarations to judge, certificates to keep.

pub mod certificate;
pub mod certificates;
mod checks;
pub mod declaration;
pub mod declarations;
mod sums;

use orebook_registry::Registry;
use orebook_registry::certificate::{Certificate, CertificateState, DeclarationState};
use orebook_registry::instruction::Role;
use orebook_registry::values::{CertificateId, Date, DeclarationId, OrganisationId, Timestamp};
use orebook_texts::Texts;

use super::{Waiting, Way};
use crate::pages::names::Names;

/// Who judges.
pub const JUDGES: &[Role] = &[Role::Certifier];

/// Where declarations are judged.
pub const QUEUE: &str = "/desk/certifier/declarations";

/// Where certificates are kept.
pub const CERTIFICATES: &str = "/desk/certifier/certificates";

/// Days before an end in which it is told.
const SOON_DAYS: u64 = 60;

/// Declarations that the desk names; the others are counted.
const NAMED: usize = 10;

/// The pages of the desk.
pub fn ways(t: Texts) -> Vec<Way> {
    vec![
        Way { link: QUEUE, name: t.certifier_declarations() },
        Way { link: CERTIFICATES, name: t.certifier_certificates() },
        Way { link: "/desk/certifier/certificates?show=groups", name: t.certifier_groups() },
    ]
}

/// What waits: declarations by their end, applications, certificates and inspections that soon run out.
pub fn waiting(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let (registry, t) = (names.registry, names.t);
    let open = queue(registry, me);
    let declared = open.iter().take(NAMED).filter_map(|(due, id)| {
        let fine = registry.certificates.declaration(*id)?.fine;
        let (_, certificate) = of_declaration(registry, me, *id)?;
        let text = t.certifier_waits_declaration(names.organisation(certificate.producer), t.mass(fine));
        Some(Waiting { text, link: format!("{QUEUE}/{id}"), due: Some(*due) })
    });
    let others = (open.len() > NAMED).then(|| Waiting {
        text: t.certifier_waits_more(open.len() - NAMED),
        link: QUEUE.to_owned(),
        due: open.get(NAMED).map(|(due, _)| *due),
    });
    let kept = own(registry, me).filter_map(|(id, certificate)| {
        let (text, due) = kept(names, certificate, now.date())?;
        Some(Waiting { text, link: format!("{CERTIFICATES}/{id}"), due })
    });
    declared.chain(others).chain(kept).collect()
}

/// What a certificate waits for, and until when.
fn kept(names: Names<'_>, certificate: &Certificate, today: Date) -> Option<(String, Option<Timestamp>)> {
    use CertificateState::{Applied, Certified, Suspended, UnderAudit};
    let (t, soon) = (names.t, today.plus_days(SOON_DAYS));
    let producer = names.organisation(certificate.producer);
    match certificate.state() {
        Applied => Some((t.certifier_waits_application(producer), None)),
        UnderAudit => Some((t.certifier_waits_audit(producer), None)),
        Certified if names.registry.certificates.group_must_be_compliant(certificate, today).is_err() => {
            Some((t.certifier_waits_suspension(producer), Some(today.start())))
        }
        Certified | Suspended => {
            let inspection = inspected_until(names.registry, certificate, today).filter(|until| *until <= soon);
            if let Some(until) = inspection {
                return Some((t.certifier_waits_inspection(producer), Some(until.end())));
            }
            let ends = certificate.terms.as_ref().map(|terms| terms.valid_to).filter(|day| *day <= soon)?;
            Some((t.certifier_waits_end(producer), Some(ends.end())))
        }
        _ => None,
    }
}

/// One's certificates, oldest application first.
fn own(registry: &Registry, me: OrganisationId) -> impl Iterator<Item = (CertificateId, &Certificate)> {
    registry.certificates.certificates().filter(move |(_, one)| one.certifier == me)
}

/// The declarations that one is to judge, by when they lapse.
fn queue(registry: &Registry, me: OrganisationId) -> Vec<(Timestamp, DeclarationId)> {
    let of = |(id, _)| registry.certificates.open_declarations(id);
    let due = |id| registry.certificates.declaration(id).map(|one| (one.lapses_at, id));
    let mut all: Vec<_> = own(registry, me).flat_map(of).filter_map(due).collect();
    all.sort_unstable();
    all
}

/// The certificate of a declaration that one is to judge, or has judged.
fn of_declaration(registry: &Registry, me: OrganisationId, id: DeclarationId) -> Option<(CertificateId, &Certificate)> {
    let id = registry.certificates.declaration(id)?.certificate;
    registry.certificates.certificate(id).filter(|one| one.certifier == me).map(|one| (id, one))
}

/// Until when the inspection of a group counts, by the programme in force.
fn inspected_until(registry: &Registry, certificate: &Certificate, today: Date) -> Option<Date> {
    let inspected_on = certificate.group.as_ref()?.inspected_on;
    let programme = registry.certificates.programme_on(certificate.class.programme, today)?;
    Some(inspected_on.plus_months(u32::from(programme.parameters.inspection_age_months_max.0)))
}

/// The colour of a certificate's state.
pub(super) const fn tone(state: CertificateState) -> &'static str {
    match state {
        CertificateState::Certified => "",
        CertificateState::Applied | CertificateState::UnderAudit => " wait",
        CertificateState::Suspended
        | CertificateState::Rejected
        | CertificateState::Expired
        | CertificateState::Withdrawn
        | CertificateState::Surrendered => " held",
    }
}

/// The colour of a declaration's state.
const fn tone_of(state: DeclarationState) -> &'static str {
    match state {
        DeclarationState::Approved => "",
        DeclarationState::Declared => " wait",
        DeclarationState::Rejected | DeclarationState::Withdrawn | DeclarationState::Lapsed => " held",
    }
}
