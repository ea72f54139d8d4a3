//! The bodies of events on programmes, certificates and declarations.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    Accredited { accreditation: AccreditationId, certifier: OrganisationId, from: Date, minerals: Vec<Mineral>, programme: ProgrammeCode, until: Date, verification: Verification }
    AccreditationWithdrawn { accreditation: AccreditationId, reason: Token }
    Applied {
        certificate: CertificateId, certifier: OrganisationId,
        #[serde(default, skip_serializing_if = "Option::is_none")] continues: Option<CertificateId>,
        country: Country, ecological: YesNo, holder: OrganisationId, level: Level,
        #[serde(default, skip_serializing_if = "Vec::is_empty")] mandate: Vec<MandatePower>,
        mineral: Mineral, producer: OrganisationId, programme: ProgrammeCode, region: Region, site: Reference,
    }
    CertificateNamed { certificate: CertificateId }
    /// A judgement of the certifier that takes effect with its entry.
    CertificateJudged { certificate: CertificateId, #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>, reason: Token }
    Granted {
        audited_on: Date, certificate: CertificateId, effective: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")] group: Option<GroupTerms>,
        maximum: Mass, valid_from: Date, valid_to: Date, verification: Verification,
    }
    StateChanged { certificate: CertificateId, effective: Date, #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>, reason: Token }
    Withdrawn {
        cause: WithdrawalCause, certificate: CertificateId, effective: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        reason: Token,
    }
    MaximumExtended { certificate: CertificateId, maximum: Mass, #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>, reason: Token }
    Inspected {
        certificate: CertificateId, compliant: Bps, failed: Number, inspected_on: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")] maximum: Option<Mass>,
        members: Count,
    }
    Declared {
        certificate: CertificateId,
        /// What it counts against the year's maximum until it is decided: min(fine, maximum − used).
        counted: Mass,
        declaration: DeclarationId, evidence: Vec<Digest>, fine: Mass, gross: Mass, period_from: Date, period_to: Date, ppm: Ppm, sold_physically: Mass,
    }
    DeclarationApproved { /** Kept for the certificate's next issuance: less than a lot. */ carry: Mass, declaration: DeclarationId, issued: Mass, verified: Mass }
    DeclarationEnded { declaration: DeclarationId }
    DeclarationRejected { declaration: DeclarationId, #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>, reason: Token }
    /// Metal was sold as certified: what covers it, and what nothing covers.
    PhysicalSaleRecorded {
        /// The producer's available credits that are cancelled, oldest batch first.
        cancelled: Vec<MassOfBatch>,
        /// What is left of the carry.
        carry: Mass,
        certificate: CertificateId,
        /// Undecided declarations that count less from now on.
        declarations: Vec<CountedAnew>,
        /// Covered by mass for which no credits were issued.
        from_uncredited: Mass,
        mass: Mass,
        /// Issued and sold beyond the year's maximum, where no credits were left to give way.
        over: Mass,
        /// What nothing covers, of this and earlier sales of the year.
        short: Mass,
        sold_on: Date,
        /// What is left of the year's mass for which no credits were issued, without the carry.
        uncredited: Mass,
    }
    MassOfBatch { batch: BatchId, mass: Mass }
    CountedAnew { counted: Mass, declaration: DeclarationId }
    EquivalenceRecorded { equivalence: EquivalenceId, extent: EquivalenceExtent, from: ProgrammeLevel, from_date: Date, to: ProgrammeLevel, until: Date }
}
