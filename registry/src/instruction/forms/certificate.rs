//! The bodies of acts on programmes, certificates and declarations.

use serde::{Deserialize, Serialize};

use super::*;
use crate::event::Number;

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
        /// What a beneficiary may retire in a year before an auditor's finding is due.
        audit_thresholds: Vec<AuditThreshold>,
        community_bps_min: Bps,
        /// Least share of a group's members that must comply.
        compliant_bps_min: Bps,
        declare_within_days: Count,
        /// How far back a change of state may take effect.
        effective_days_back: Count,
        /// How long certificates of entry level may last in all, per producer and site.
        entry_months_max: Count,
        fee_bps: Bps,
        holder_bps_max: Bps,
        /// How old a group's internal inspection may be at an issuance.
        inspection_age_months_max: Count,
        instalment_bps_max: Bps,
        plan_wait_days: Count,
        prefinance_bps_max: Bps,
        resale: Resale,
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
    WithdrawAccreditation { accreditation: AccreditationId, reason: Token }
    ApplyCertificate {
        certifier: OrganisationId,
        /// The certificate that this one renews, or goes a level up from.
        #[serde(default, skip_serializing_if = "Option::is_none")] continues: Option<CertificateId>,
        country: Country,
        ecological: YesNo,
        /// Who manages the certificate, when that is not the producer.
        #[serde(default, skip_serializing_if = "Option::is_none")] holder: Option<OrganisationId>,
        level: Level,
        /// What the holder's keys may do for the producer; absent, nothing.
        #[serde(default, skip_serializing_if = "Vec::is_empty")] mandate: Vec<MandatePower>,
        mineral: Mineral,
        programme: ProgrammeCode,
        region: Region,
        /// The programme's own name of the site; never coordinates.
        site: Reference,
    }
    AcceptMandate { certificate: CertificateId }
    EndMandate { certificate: CertificateId }
    BeginAudit { certificate: CertificateId }
    GroupTerms {
        /// Share of the members that comply.
        compliant: Bps,
        /// Day of the internal inspection.
        inspected_on: Date,
        members: Count,
    }
    GrantCertificate {
        audited_on: Date,
        certificate: CertificateId,
        /// Counts as certified from this day; not in the future, and only so far back as the programme allows.
        effective: Date,
        /// Given for a group of members with an internal inspection.
        #[serde(default, skip_serializing_if = "Option::is_none")] group: Option<GroupTerms>,
        maximum: Mass,
        valid_from: Date,
        valid_to: Date,
        verification: Verification,
    }
    RejectCertificate {
        certificate: CertificateId,
        /// SHA-256 of salt and text, which stay outside the log. The same wherever a judgement has a note.
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        reason: Token,
    }
    SuspendCertificate {
        certificate: CertificateId,
        effective: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        reason: Token,
    }
    ReinstateCertificate {
        certificate: CertificateId,
        effective: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        reason: Token,
    }
    WithdrawCertificate {
        cause: WithdrawalCause,
        certificate: CertificateId,
        effective: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        reason: Token,
    }
    SurrenderCertificate { certificate: CertificateId, effective: Date, reason: Token }
    ReleaseCertificateHold {
        certificate: CertificateId,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        reason: Token,
    }
    ExtendMaximum {
        certificate: CertificateId,
        maximum: Mass,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        reason: Token,
    }
    RecordInspection {
        certificate: CertificateId,
        /// Share of the members that comply.
        compliant: Bps,
        /// Members taken out of the certified volume.
        failed: Number,
        inspected_on: Date,
        /// The new, lower yearly maximum, without those who failed.
        #[serde(default, skip_serializing_if = "Option::is_none")] maximum: Option<Mass>,
        members: Count,
    }
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
    RejectDeclaration {
        declaration: DeclarationId,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        reason: Token,
    }
    WithdrawDeclaration { declaration: DeclarationId }
    RecordPhysicalSale {
        certificate: CertificateId,
        /// Fine mass sold under a certified claim, of which no declaration knows. Nothing, to make good what was short.
        mass: Mass,
        sold_on: Date,
    }
    ProgrammeLevel { level: Level, programme: ProgrammeCode }
    RecordEquivalence {
        extent: EquivalenceExtent,
        /// What is accepted.
        from: ProgrammeLevel,
        /// First day.
        from_date: Date,
        /// As what it is accepted.
        to: ProgrammeLevel,
        /// Last day.
        until: Date,
    }
    RevokeEquivalence {
        /// From this day on it no longer holds.
        effective: Date,
        equivalence: EquivalenceId,
        reason: Token,
    }
}
