//! The bodies of events on organisations, keys and proposals.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    /// The register begins.
    Founded { issuer: Issuer, log_key: String, name: Text, operator: OrganisationId, country: Country, origin: String, persons: Vec<KeyOfPerson>, rules: String }
    OrganisationRegistered {
        /// Its first holding account, for those who hold credits.
        #[serde(default, skip_serializing_if = "Option::is_none")] account: Option<AccountId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] code: Option<OrganisationCode>,
        country: Country,
        /// The organisation that its group is named after; its own id if it is a group of its own.
        group: OrganisationId,
        keys: Vec<KeyOfPerson>,
        name: Text,
        organisation: OrganisationId,
        #[serde(default, skip_serializing_if = "Option::is_none")] registration_number: Option<Reference>,
        roles: Vec<Role>,
        #[serde(default, skip_serializing_if = "Option::is_none")] structure: Option<Structure>,
        #[serde(default, skip_serializing_if = "Option::is_none")] women_led: Option<YesNo>,
    }
    KeyAdded { key: PublicKey, organisation: OrganisationId, person: Person, purpose: KeyPurpose }
    /// Added by the operator: the organisation and the key, so that it can be told.
    KeyAddedFor {
        key: PublicKey, organisation: OrganisationId, person: Person, purpose: KeyPurpose,
        /// It cannot be confirmed before; absent, when the organisation has no key that could object.
        #[serde(default, skip_serializing_if = "Option::is_none")] works_from: Option<Timestamp>,
    }
    KeyVetoed { key: PublicKey, organisation: OrganisationId }
    KeyConfirmed { key: PublicKey, organisation: OrganisationId }
    KeyRevoked { key: PublicKey, organisation: OrganisationId, reason: Token }
    NameSpent { id: InstructionId, organisation: OrganisationId }
    Proposed { act: Act, digest: Digest, key: PublicKey, lapses_at: Timestamp, organisation: OrganisationId, person: Person, proposal: ProposalId }
    ProposalEnded { proposal: ProposalId }
    OrganisationStanding { organisation: OrganisationId, reason: Token }
    LimitsSet { masses: Vec<MassLimit>, organisation: OrganisationId, values: Vec<Money> }
    ParametersAdopted { parameters: RegisterParameters }
    RulesAdopted { rules: Count }
    IssuerAdopted { issuer: Issuer, previous: KeyEnd }
    LogKeyAdopted { log_key: String, previous: KeyEnd }
    /// The agent may hold and retire credits for the principal, or may no longer.
    AgentNamed { agent: OrganisationId, principal: OrganisationId }
    GrievanceTriaged {
        #[serde(default, skip_serializing_if = "Option::is_none")] batch: Option<BatchId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] certificate: Option<CertificateId>,
        decision: GrievanceDecision,
        grievance: Digest,
        /// The person slot of the operator that signed.
        handler: Person,
        #[serde(default, skip_serializing_if = "Option::is_none")] producer: Option<OrganisationId>,
        severity: Severity,
    }
    GrievanceClosed { grievance: Digest, handler: Person, outcome: GrievanceOutcome }
    ContactDetailsSet { details: Digest, key: PublicKey, organisation: OrganisationId, /** Those before count until then. */ works_from: Timestamp }
    ContactDetailsWithdrawn { details: Digest, organisation: OrganisationId }
}
