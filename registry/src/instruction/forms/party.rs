//! The bodies of acts on organisations, keys and proposals.

use serde::{Deserialize, Serialize};

use super::*;

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
    /// The operator's way, for an organisation that cannot add the key itself.
    AddKeyFor { key: PublicKey, organisation: OrganisationId, person: Person, purpose: KeyPurpose }
    VetoKey { key: PublicKey }
    ConfirmKey {}
    RevokeKey { key: PublicKey, reason: Token }
    Approve {
        /// Identity of the proposing instruction: SHA-256 of its canonical bytes without proof, in hexadecimal.
        digest: Digest,
        proposal: ProposalId,
    }
    CancelProposal { proposal: ProposalId }
    SuspendOrganisation { organisation: OrganisationId, reason: Token }
    ReinstateOrganisation { organisation: OrganisationId, reason: Token }
    CloseOrganisation { organisation: OrganisationId, reason: Token }
    /// What one key of the organisation may do alone. It replaces whatever was set before; what is not named has no
    /// limit.
    SetLimits { /** Of a transfer or retirement, per mineral. */ masses: Vec<MassLimit>, /** Of an order, per currency. */ values: Vec<Money> }
    MassLimit { mass: Mass, mineral: Mineral }
    AdoptParameters { parameters: RegisterParameters }
    AdoptRules { rules: Count }
    AdoptIssuer {
        issuer: Issuer,
        /// The new key's own signature over `orebook:adopt_issuer:<origin>:<issuer's key>`.
        possession: String,
        /// What became of the key before it.
        previous: KeyEnd,
    }
    AdoptLogKey {
        /// The log's next verifier key, `name+hash+base64`.
        log_key: String,
        /// The new key's own signature over `orebook:adopt_log_key:<origin>:<log_key>`.
        possession: String,
        /// What became of the key before it.
        previous: KeyEnd,
    }
    /// The waiting times and limits that are the register's own. A programme's are in its `parameters`.
    RegisterParameters {
        /// Within which a holder may correct a retirement's wording.
        correction_hours: Count,
        /// Within which it may do so once more after an auditor's finding.
        correction_after_finding_days: Count,
        /// Within which an auditor's finding is due once an audit threshold is crossed.
        finding_due_days: Count,
        /// After which bought credits held for fraud may be settled.
        fraud_hold_days: Count,
        /// After which a hold signed by one person lapses.
        hold_days: Count,
        /// Which a key added by the operator waits.
        key_wait_hours: Count,
        /// Those of deals and payouts; absent, as at the founding.
        #[serde(default, skip_serializing_if = "Option::is_none")] money: Option<MoneyParameters>,
        proposal_lapse_days: Count,
        /// Which a transfer to an organisation that is not on the sender's trusted list waits.
        transfer_wait_hours: Count,
        /// Working days within which a grievance is triaged.
        triage_days: Count,
        /// The same where violence or children are alleged.
        triage_grave_hours: Count,
        /// Which an addition to the trusted list waits.
        trust_wait_hours: Count,
    }
    MoneyParameters {
        /// Within which a direct deal may be accepted at the longest.
        deal_days_max: Count,
        /// Which changed contact and payout details wait.
        details_wait_hours: Count,
        /// How much less than was sent may arrive and be confirmed.
        receipt_tolerance: Bps,
        /// After which a payee is reminded of its receipt.
        receipt_reminder_days: Count,
        /// After which a payout without a receipt is publicly unconfirmed.
        receipt_unconfirmed_days: Count,
    }
    AppointAgent { agent: OrganisationId }
    DismissAgent { agent: OrganisationId }
    TriageGrievance {
        /// What it is about: at most one of batch, certificate and producer.
        #[serde(default, skip_serializing_if = "Option::is_none")] batch: Option<BatchId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] certificate: Option<CertificateId>,
        decision: GrievanceDecision,
        /// SHA-256 of the id of the case, which stands outside the log.
        grievance: Digest,
        #[serde(default, skip_serializing_if = "Option::is_none")] producer: Option<OrganisationId>,
        severity: Severity,
    }
    CloseGrievance { grievance: Digest, outcome: GrievanceOutcome }
    /// Whom an organisation is reached by: the details stand outside the log, here is their digest.
    SetContactDetails {
        /// SHA-256(salt ‖ details).
        details: Digest,
        /// The organisation without a key of its own for which the operator records them.
        #[serde(default, skip_serializing_if = "Option::is_none")] organisation: Option<OrganisationId>,
    }
    WithdrawContactDetails {}
}

impl Default for RegisterParameters {
    /// What holds from the founding on.
    fn default() -> Self {
        Self {
            correction_hours: Count(24),
            correction_after_finding_days: Count(30),
            finding_due_days: Count(90),
            fraud_hold_days: Count(30),
            hold_days: Count(30),
            key_wait_hours: Count(72),
            money: None,
            proposal_lapse_days: Count(7),
            transfer_wait_hours: Count(24),
            triage_days: Count(2),
            triage_grave_hours: Count(24),
            trust_wait_hours: Count(72),
        }
    }
}

impl Default for MoneyParameters {
    /// What holds from the founding on.
    fn default() -> Self {
        Self {
            deal_days_max: Count(5),
            details_wait_hours: Count(72),
            receipt_tolerance: Bps::new(100).unwrap_or_default(),
            receipt_reminder_days: Count(14),
            receipt_unconfirmed_days: Count(30),
        }
    }
}

impl RegisterParameters {
    /// Those of deals and payouts in force.
    pub fn money(&self) -> MoneyParameters {
        self.money.clone().unwrap_or_default()
    }
}
