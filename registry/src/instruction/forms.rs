//! The bodies of the acts, as they stand in an instruction. Every member is a string, an object or an array of
//! such; an absent name is an absent value.

use serde::{Deserialize, Serialize};

use super::*;

/// Declares plain act bodies: named fields, strict, and absent names for absent values.
macro_rules! forms {
    ($($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident : $type:ty),* $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fmeta])* pub $field: $type),* }
    )+};
}
pub(crate) use forms;

forms! {
    /// A key and the person slot it belongs to.
    KeyOfPerson {
        key: PublicKey,
        person: Person,
        /// `signing` for every day, `recovery` for the printed one in the safe.
        purpose: KeyPurpose,
    }
    Issuer {
        /// `did:web:` of a public https origin, else the issuer key's `did:key:`.
        did: String,
        key: PublicKey,
    }
    Found {
        issuer: Issuer,
        /// The log's verifier key, `name+hash+base64`.
        log_key: String,
        operator: Operator,
        origin: String,
        /// Two persons, each with a key; the first signs, the second confirms.
        persons: Vec<KeyOfPerson>,
        /// Always `1` for now.
        rules: String,
    }
    Operator { country: Country, name: Text }
    Void { id: InstructionId }
    RegisterOrganisation {
        #[serde(default, skip_serializing_if = "Option::is_none")] code: Option<OrganisationCode>,
        country: Country,
        /// An organisation whose group it joins; absent, it is a group of its own.
        #[serde(default, skip_serializing_if = "Option::is_none")] group: Option<OrganisationId>,
        keys: Vec<KeyOfPerson>,
        name: Text,
        #[serde(default, skip_serializing_if = "Option::is_none")] registration_number: Option<Reference>,
        roles: Vec<Role>,
        #[serde(default, skip_serializing_if = "Option::is_none")] structure: Option<Structure>,
        #[serde(default, skip_serializing_if = "Option::is_none")] women_led: Option<YesNo>,
    }
    AddKey { key: PublicKey, person: Person, purpose: KeyPurpose }
    ConfirmKey {}
    RevokeKey { key: PublicKey, reason: Token }
    OpenAccount { name: Text }
    Approve {
        /// Identity of the proposing instruction: SHA-256 of its canonical bytes without proof, in hexadecimal.
        digest: Digest,
        proposal: ProposalId,
    }
    Deposit { amount: Money, organisation: OrganisationId, /** The bank's reference; unique for ever. */ reference: Reference }
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
    AdoptPremiumPlan { payees: Vec<PayeeShare>, programme: ProgrammeCode }
    PayeeShare { kind: PayeeKind, payee: OrganisationId, share: Bps }
    OpenInstalmentPlan { kind: InstalmentKind, producer: OrganisationId, programme: ProgrammeCode, rate: Bps, total: Money }
    AcceptInstalmentPlan { plan: InstalmentPlanId }
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
    Transfer { blocks: Vec<SerialBlock>, from: AccountId, to: AccountId }
    WithdrawTransfer { transfer: TransferId }
    OpenMarket {
        currency: Currency,
        ecological: YesNo,
        /// Least premium per kilogram.
        floor: Money,
        level: Level,
        mineral: Mineral,
        /// Least value of an order.
        minimum: Money,
        programme: ProgrammeCode,
        /// Price step per kilogram.
        tick: Money,
    }
    PlaceSellOrder {
        account: AccountId,
        batch: BatchId,
        market: MarketId,
        mass: Mass,
        /// Least price per kilogram.
        price: Money,
        time_in_force: TimeInForce,
        #[serde(default, skip_serializing_if = "Option::is_none")] until: Option<Seconds>,
    }
    PlaceBuyOrder {
        /// Where the credits go.
        account: AccountId,
        market: MarketId,
        mass: Mass,
        /// Highest price per kilogram.
        price: Money,
        time_in_force: TimeInForce,
        #[serde(default, skip_serializing_if = "Option::is_none")] until: Option<Seconds>,
    }
    CancelOrder { order: OrderId }
    RecordFootprint {
        basis: FootprintBasis,
        mass: Mass,
        method: Token,
        mineral: Mineral,
        period_from: Date,
        period_to: Date,
        /// What the use is counted over, as a code: `products`, `collection_2026` …
        scope: Token,
    }
    Retire {
        account: AccountId,
        beneficiary: Beneficiary,
        blocks: Vec<SerialBlock>,
        claim: Claim,
        period_from: Date,
        period_to: Date,
        purpose: Token,
    }
    Beneficiary { country: Country, name: Text, #[serde(default, skip_serializing_if = "Option::is_none")] registration_number: Option<Reference> }
    /// A claim against a footprint.
    MatchClaim { footprint: FootprintId }
    /// A claim that names nothing further.
    PlainClaim {}
}

/// What a retirement says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// Supported certified production.
    Support(PlainClaim),
    /// Equals a share of the use in a footprint.
    Match(MatchClaim),
    /// No claim text.
    None(PlainClaim),
}

impl Claim {
    /// Its type as a code.
    pub fn claim_type(&self) -> ClaimType {
        match self {
            Self::Support(_) => ClaimType::Support,
            Self::Match(_) => ClaimType::Match,
            Self::None(_) => ClaimType::None,
        }
    }
}
