//! Certificates and declarations.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::certificate::{Certificate, Declaration, Mandate};
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{CertificateId, DeclarationId, OrganisationId};
use serde::{Deserialize, Serialize};

use super::ask::{At, Listing, Look, PageQuery};
use super::{List, parse};
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};

/// What anyone may know of a certificate.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CertificateView {
    /// Its id.
    pub id: String,
    /// `applied`, `under_audit`, `certified`, `suspended`, `rejected`, `expired`, `withdrawn` or `surrendered`.
    pub state: String,
    /// Who mines.
    pub producer: String,
    /// The producer's name.
    pub producer_name: String,
    /// Who manages the certificate.
    pub holder: String,
    /// Who judges.
    pub certifier: String,
    /// The certifier's name.
    pub certifier_name: String,
    /// Programme code.
    pub programme: String,
    /// Level.
    pub level: String,
    /// `yes` without mercury and cyanide.
    pub ecological: String,
    /// Mineral code.
    pub mineral: String,
    /// ISO 3166-1.
    pub country: String,
    /// ISO 3166-2.
    pub region: String,
    /// The certificate it renews, or goes a level up from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continues: Option<String>,
    /// Where the holder is another than the producer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate: Option<MandateView>,
    /// Since it was granted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms: Option<TermsView>,
    /// Of a group's certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupView>,
    /// More was sold as certified than is covered: nothing is declared or issued.
    pub oversold: bool,
    /// What the producer still holds is held for a suspension.
    pub held: bool,
    /// Every state with the day on which it took effect.
    pub history: Vec<StateView>,
}

/// The holder's powers.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MandateView {
    /// `awaiting` the holder's consent, `in_force` or `ended`.
    pub state: String,
    /// What the holder's keys may do for the producer: `declare`, `offer`.
    pub powers: Vec<String>,
}

/// A group's latest internal inspection.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct GroupView {
    /// Number of members.
    pub members: String,
    /// Members taken out of the certified volume.
    pub failed: String,
    /// Day of the inspection.
    pub inspected_on: String,
    /// Share of the members that comply, in basis points.
    pub compliant: String,
    /// Too few comply: the certifier must suspend, and nothing is declared or issued.
    pub must_be_suspended: bool,
    /// The inspection is too old: nothing is issued.
    pub inspection_is_due: bool,
}

/// What it was granted for.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TermsView {
    /// First day.
    pub valid_from: String,
    /// Last day.
    pub valid_to: String,
    /// Kilograms of one certificate year, as last changed.
    pub maximum: String,
    /// Who verified.
    pub verification: String,
    /// Day of the audit.
    pub audited_on: String,
}

/// A state and the day on which it took effect.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct StateView {
    /// The state.
    pub state: String,
    /// The day.
    pub effective: String,
    /// Who brought it about; absent where time did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Why, as a code word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Of a withdrawal: `fraud`, `nonconformity`, `audit_refused` or `other`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// SHA-256 of salt and text, which stay outside the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What counts against the maximum of a certificate year.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct YearView {
    /// 0 for the first.
    pub year: u16,
    /// Kilograms of the year at the most.
    pub maximum: String,
    /// Kilograms issued.
    pub issued: String,
    /// Kilograms in undecided declarations.
    pub pending: String,
    /// Kilograms sold physically.
    pub sold_physically: String,
    /// Kilograms that are left.
    pub room: String,
    /// Kilograms approved that the maximum cut off.
    pub uncredited: String,
    /// Kilograms of credits cancelled because their metal was sold.
    pub cancelled: String,
    /// Kilograms sold as certified that nothing covers.
    pub short: String,
    /// Kilograms issued and sold beyond the maximum.
    pub over: String,
}

/// A declaration of production.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DeclarationView {
    /// Its id.
    pub id: String,
    /// Its certificate.
    pub certificate: String,
    /// `declared`, `approved`, `rejected`, `withdrawn` or `lapsed`.
    pub state: String,
    /// First day.
    pub period_from: String,
    /// Last day.
    pub period_to: String,
    /// Fine kilograms.
    pub fine: String,
    /// Kilograms sold physically.
    pub sold_physically: String,
}

/// A certificate as its producer, holder and certifier see it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CertificateDetail {
    /// What anyone may know.
    #[serde(flatten)]
    pub certificate: CertificateView,
    /// Its years.
    pub years: Vec<YearView>,
    /// Its declarations.
    pub declarations: Vec<DeclarationView>,
}

fn mandate(mandate: &Mandate) -> Option<MandateView> {
    let (state, powers) = match mandate {
        Mandate::None => return None,
        Mandate::Awaiting(powers) => ("awaiting", powers.as_slice()),
        Mandate::InForce(powers) => ("in_force", powers.as_slice()),
        Mandate::Ended => ("ended", [].as_slice()),
    };
    Some(MandateView { state: state.to_owned(), powers: powers.iter().map(ToString::to_string).collect() })
}

fn group(registry: &Registry, c: &Certificate) -> Option<GroupView> {
    let inspection = c.group.as_ref()?;
    let today = registry.time()?.date();
    Some(GroupView {
        members: inspection.members.to_string(),
        failed: inspection.failed.to_string(),
        inspected_on: inspection.inspected_on.to_string(),
        compliant: inspection.compliant.to_string(),
        must_be_suspended: registry.certificates.group_must_be_compliant(c, today).is_err(),
        inspection_is_due: registry.certificates.inspection_must_be_recent(c, today).is_err(),
    })
}

fn view(registry: &Registry, id: CertificateId, c: &Certificate) -> CertificateView {
    let name = |id| registry.parties.organisation(id).map(|o| o.name.to_string()).unwrap_or_default();
    CertificateView {
        id: id.to_string(),
        state: c.state().to_string(),
        producer: c.producer.to_string(),
        producer_name: name(c.producer),
        holder: c.holder.to_string(),
        certifier: c.certifier.to_string(),
        certifier_name: name(c.certifier),
        programme: c.class.programme.to_string(),
        level: c.class.level.to_string(),
        ecological: c.class.ecological.to_string(),
        mineral: c.class.mineral.to_string(),
        country: c.country.to_string(),
        region: c.region.to_string(),
        continues: c.continues.map(|id| id.to_string()),
        mandate: mandate(&c.mandate),
        group: group(registry, c),
        oversold: c.oversold_year().is_some(),
        held: c.held_since.is_some(),
        terms: c.terms.as_ref().map(|t| TermsView {
            valid_from: t.valid_from.to_string(),
            valid_to: t.valid_to.to_string(),
            maximum: c.maximum_of(u16::MAX).to_string(),
            verification: t.verification.to_string(),
            audited_on: t.audited_on.to_string(),
        }),
        history: c
            .standings()
            .iter()
            .map(|standing| StateView {
                state: standing.state.to_string(),
                effective: standing.effective.to_string(),
                by: standing.by.map(|by| by.to_string()),
                reason: standing.reason.as_ref().map(ToString::to_string),
                cause: standing.cause.map(|cause| cause.to_string()),
                note: standing.note.map(|note| note.to_string()),
            })
            .collect(),
    }
}

/// All certificates that the list tells to everybody.
pub(crate) fn public(registry: &Registry) -> impl Iterator<Item = CertificateView> + '_ {
    let granted = registry.certificates.certificates().filter(|(_, c)| c.terms.is_some());
    granted.map(|(id, c)| view(registry, id, c))
}

fn declaration(id: DeclarationId, d: &Declaration) -> DeclarationView {
    DeclarationView {
        id: id.to_string(),
        certificate: d.certificate.to_string(),
        state: d.state.to_string(),
        period_from: d.period_from.to_string(),
        period_to: d.period_to.to_string(),
        fine: d.fine.to_string(),
        sold_physically: d.sold_physically.to_string(),
    }
}

/// Which certificates.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CertificateFilter {
    /// Id of the producer.
    #[param(value_type = Option<String>)]
    pub producer: Option<OrganisationId>,
    /// Mineral code.
    #[param(value_type = Option<String>)]
    pub mineral: Option<Mineral>,
}

/// Which declarations.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DeclarationFilter {
    /// Id of the certificate.
    #[param(value_type = Option<String>)]
    pub certificate: Option<CertificateId>,
}

/// Certificates that were granted, and one's own applications. In order of application.
#[utoipa::path(tag = "certificates", params(CertificateFilter, PageQuery), responses((status = 200, body = List<CertificateView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/certificates")]
pub async fn list_certificates(list: Listing<CertificateFilter>) -> Result<HttpResponse, Problem> {
    let seen = list.view().await?;
    let shown = seen.clone();
    let CertificateFilter { producer, mineral } = list.filter;
    let item = move |registry: &Registry, id| {
        let passes = |c: &&Certificate| {
            (c.terms.is_some() || shown.sees([c.producer, c.holder, c.certifier]))
                && producer.is_none_or(|p| p == c.producer)
                && mineral.is_none_or(|m| m == c.class.mineral)
        };
        registry.certificates.certificate(id).filter(passes).map(|c| view(registry, id, c))
    };
    list.of_state(seen, |registry| Box::new(registry.certificates.certificates().map(|(id, _)| id)), item).await
}

/// Declarations of production that one has made, may approve or holds the certificate of. In order of their entries.
#[utoipa::path(tag = "certificates", params(DeclarationFilter, PageQuery), responses((status = 200, body = List<DeclarationView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/declarations")]
pub async fn list_declarations(list: Listing<DeclarationFilter>) -> Result<HttpResponse, Problem> {
    list.asking().member(Permission::Read)?;
    let seen = list.view().await?;
    let shown = seen.clone();
    let of = list.filter.certificate;
    let item = move |registry: &Registry, id| {
        let found = registry.certificates.declaration(id).filter(|d| of.is_none_or(|of| of == d.certificate));
        let concerned = |d: &&Declaration| {
            let certificate = registry.certificates.certificate(d.certificate);
            shown.sees(certificate.into_iter().flat_map(|c| [c.producer, c.holder, c.certifier]))
        };
        let found = found.filter(concerned);
        found.map(|d| declaration(id, d))
    };
    list.of_state(seen, |registry| Box::new(registry.certificates.declarations().map(|(id, _)| id)), item).await
}

/// One certificate, with its years and declarations for those concerned.
#[utoipa::path(
    tag = "certificates",
    params(("id" = String, Path, description = "crt_…"), At),
    responses((status = 200, body = CertificateDetail), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/certificates/{id}")]
pub async fn get_certificate(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: CertificateId = parse("id", &id)?;
    let seen = look.view().await?;
    let detail = seen.read(|registry| {
        let c = registry.certificates.certificate(id)?;
        let private = seen.sees([c.producer, c.holder, c.certifier]);
        if !private && c.terms.is_none() {
            return None;
        }
        let years = c.years.iter().map(|(year, used)| YearView {
            year: *year,
            issued: used.issued.to_string(),
            pending: used.pending.to_string(),
            sold_physically: used.physical.to_string(),
            room: c.maximum_of(*year).less(used.total()).to_string(),
            maximum: c.maximum_of(*year).to_string(),
            uncredited: used.uncredited.to_string(),
            cancelled: used.cancelled.to_string(),
            short: used.short.to_string(),
            over: used.over.to_string(),
        });
        let declarations = registry.certificates.declarations().filter(|(_, d)| d.certificate == id);
        Some(CertificateDetail {
            certificate: view(registry, id, c),
            years: years.filter(|_| private).collect(),
            declarations: declarations.filter(|_| private).map(|(id, d)| declaration(id, d)).collect(),
        })
    });
    detail.map(|detail| seen.json(&detail)).ok_or_else(|| Problem::not_found("certificate", id))
}
