//! The bodies of events on programmes, certificates and declarations.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    Accredited { accreditation: AccreditationId, certifier: OrganisationId, from: Date, minerals: Vec<Mineral>, programme: ProgrammeCode, until: Date, verification: Verification }
    Applied {
        certificate: CertificateId, certifier: OrganisationId, country: Country, ecological: YesNo, holder: OrganisationId, level: Level,
        mineral: Mineral, producer: OrganisationId, programme: ProgrammeCode, region: Region, site: Reference,
    }
    CertificateNamed { certificate: CertificateId }
    Granted { audited_on: Date, certificate: CertificateId, effective: Date, maximum: Mass, valid_from: Date, valid_to: Date, verification: Verification }
    StateChanged { certificate: CertificateId, effective: Date, reason: Token }
    Declared {
        certificate: CertificateId,
        /// What it counts against the year's maximum until it is decided: min(fine, maximum − used).
        counted: Mass,
        declaration: DeclarationId, evidence: Vec<Digest>, fine: Mass, gross: Mass, period_from: Date, period_to: Date, ppm: Ppm, sold_physically: Mass,
    }
    DeclarationApproved { /** Kept for the certificate's next issuance: less than a lot. */ carry: Mass, declaration: DeclarationId, issued: Mass, verified: Mass }
    DeclarationEnded { declaration: DeclarationId }
}
