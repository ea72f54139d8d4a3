//! The bodies of acts on programmes, certificates and declarations.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    DefineProgramme {
        code: ProgrammeCode,
        /// First day of this version; not before the day of its entry.
        effective_from: Date,
        levels: Vec<LevelTerms>,
        minerals: Vec<Mineral>,
        name: Text,
        parameters: ProgrammeParameters,
        version: Count,
    }
    LevelTerms { claims: Vec<ClaimType>, /** Whether certificates of this level may carry the ecological flag. */ ecological: YesNo, level: Level }
    ProgrammeParameters {
        administration_bps_max: Bps,
        approve_within_days: Count,
        audit_age_months_max: Count,
        /// Above which a beneficiary owes an auditor's finding; a mineral that is not named has none.
        audit_thresholds: Vec<AuditThreshold>,
        community_bps_min: Bps,
        declare_within_days: Count,
        fee_bps: Bps,
        holder_bps_max: Bps,
        instalment_bps_max: Bps,
        plan_wait_days: Count,
        prefinance_bps_max: Bps,
        retire_within_months: Count,
        unsold_months: Count,
        women_bps_min: Bps,
    }
    /// The mass of a mineral that a beneficiary may retire in 365 days without an audit.
    AuditThreshold { mass: Mass, mineral: Mineral }
    Accredit {
        certifier: OrganisationId,
        from: Date,
        minerals: Vec<Mineral>,
        programme: ProgrammeCode,
        until: Date,
        verification: Verification,
    }
    ApplyCertificate {
        certifier: OrganisationId,
        country: Country,
        ecological: YesNo,
        /// Who manages the certificate, when that is not the producer.
        #[serde(default, skip_serializing_if = "Option::is_none")] holder: Option<OrganisationId>,
        level: Level,
        mineral: Mineral,
        programme: ProgrammeCode,
        region: Region,
        /// The programme's own name of the site; never coordinates.
        site: Reference,
    }
    BeginAudit { certificate: CertificateId }
    GrantCertificate {
        audited_on: Date,
        certificate: CertificateId,
        /// Counts as certified from this day; not in the future, at most 30 days back.
        effective: Date,
        maximum: Mass,
        valid_from: Date,
        valid_to: Date,
        verification: Verification,
    }
    RejectCertificate { certificate: CertificateId, reason: Token }
    SuspendCertificate { certificate: CertificateId, effective: Date, reason: Token }
    ReinstateCertificate { certificate: CertificateId, effective: Date, reason: Token }
    Declare {
        certificate: CertificateId,
        /// SHA-256 of each evidence file.
        evidence: Vec<Digest>,
        /// The producer states that no other label is used for this production.
        exclusive: YesNo,
        gross: Mass,
        period_from: Date,
        period_to: Date,
        /// Grade or fineness.
        ppm: Ppm,
        /// Fine mass of the same production sold under any certified claim.
        sold_physically: Mass,
    }
    ApproveDeclaration { declaration: DeclarationId, verified: Mass }
    RejectDeclaration { declaration: DeclarationId, reason: Token }
}
