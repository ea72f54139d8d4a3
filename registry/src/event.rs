//! What happened: the facts an entry adds to the register. An event holds all that `apply` needs, so a copy of the
//! state follows the log without knowing an instruction.

use serde::{Deserialize, Serialize};

use crate::instruction::{DefineProgramme, RevokeEquivalence};

mod forms;

pub use forms::*;

/// Who may read an entry. An entry is public only when its instruction and all its events are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    /// Anyone.
    Public,
    /// The organisations named in it, and auditors.
    Members,
}

/// One fact, filed under the area that applies it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Organisations, keys, proposals.
    Party(PartyEvent),
    /// Programmes, certificates, declarations.
    Certificate(CertificateEvent),
    /// Accounts, batches, blocks.
    Credit(CreditEvent),
    /// Cash and premium plans.
    Money(MoneyEvent),
    /// Markets, orders, trades.
    Trade(TradeEvent),
    /// Footprints and retirements.
    Claim(ClaimEvent),
}

impl Event {
    /// Who may read it.
    pub fn visibility(&self) -> Visibility {
        match self {
            Self::Party(e) => e.visibility(),
            Self::Certificate(e) => e.visibility(),
            Self::Credit(e) => e.visibility(),
            Self::Money(e) => e.visibility(),
            Self::Trade(e) => e.visibility(),
            Self::Claim(e) => e.visibility(),
        }
    }

    /// Area and name, as on the wire: `("credit", "issued")`.
    pub fn name(&self) -> (&'static str, &'static str) {
        match self {
            Self::Party(e) => ("party", e.word()),
            Self::Certificate(e) => ("certificate", e.word()),
            Self::Credit(e) => ("credit", e.word()),
            Self::Money(e) => ("money", e.word()),
            Self::Trade(e) => ("trade", e.word()),
            Self::Claim(e) => ("claim", e.word()),
        }
    }

    /// The names of all that there are.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let tables = [
            PartyEvent::TABLE,
            CertificateEvent::TABLE,
            CreditEvent::TABLE,
            MoneyEvent::TABLE,
            TradeEvent::TABLE,
            ClaimEvent::TABLE,
        ];
        tables.into_iter().flatten().map(|(name, _)| *name)
    }

    /// How many ids it gave out: the ordinal in the cause runs on by as many.
    pub fn ids(&self) -> u16 {
        match self {
            Self::Party(PartyEvent::Founded(_) | PartyEvent::Proposed(_)) => 1,
            Self::Party(PartyEvent::OrganisationRegistered(e)) => 1 + u16::from(e.account.is_some()),
            Self::Certificate(
                CertificateEvent::Accredited(_)
                | CertificateEvent::Applied(_)
                | CertificateEvent::Declared(_)
                | CertificateEvent::EquivalenceRecorded(_),
            ) => 1,
            Self::Credit(
                CreditEvent::AccountOpened(_)
                | CreditEvent::Issued(_)
                | CreditEvent::Transferred(_)
                | CreditEvent::HoldPlaced(_),
            ) => 1,
            Self::Money(
                MoneyEvent::Deposited(_)
                | MoneyEvent::DepositedUnknown(_)
                | MoneyEvent::PremiumPlanAdopted(_)
                | MoneyEvent::InstalmentPlanOpened(_)
                | MoneyEvent::PayoutPlanned(_)
                | MoneyEvent::PayoutsApproved(_),
            ) => 1,
            Self::Trade(
                TradeEvent::MarketOpened(_)
                | TradeEvent::SellOrderPlaced(_)
                | TradeEvent::BuyOrderPlaced(_)
                | TradeEvent::Traded(_)
                | TradeEvent::DealProposed(_)
                | TradeEvent::DealSettled(_),
            ) => 1,
            Self::Claim(ClaimEvent::ClaimCorrected(_) | ClaimEvent::AuditOverdue(_)) => 0,
            Self::Claim(_) => 1,
            _ => 0,
        }
    }
}

/// Declares an area's events: wire names and visibility.
macro_rules! events {
    ($($(#[$meta:meta])* $area:ident { $($variant:ident($body:ty) = $word:literal, $visibility:ident;)+ })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum $area { $(#[serde(rename = $word)] $variant($body)),+ }
        impl $area {
            /// The event's name on the wire.
            pub const fn word(&self) -> &'static str { match self { $(Self::$variant(_) => $word),+ } }
            /// Who may read it.
            pub const fn visibility(&self) -> Visibility { match self { $(Self::$variant(_) => Visibility::$visibility),+ } }
            /// All names with their visibility.
            pub const TABLE: &'static [(&'static str, Visibility)] = &[$(($word, Visibility::$visibility)),+];
        }
    )+};
}

events! {
    /// Organisations, keys, proposals.
    PartyEvent {
        Founded(Founded) = "founded", Public;
        OrganisationRegistered(OrganisationRegistered) = "organisation_registered", Members;
        KeyAdded(KeyAdded) = "key_added", Members;
        KeyConfirmed(KeyConfirmed) = "key_confirmed", Members;
        KeyRevoked(KeyRevoked) = "key_revoked", Members;
        KeyAddedFor(KeyAddedFor) = "key_added_for", Members;
        KeyVetoed(KeyVetoed) = "key_vetoed", Members;
        LimitsSet(LimitsSet) = "limits_set", Members;
        OrganisationSuspended(OrganisationStanding) = "organisation_suspended", Members;
        OrganisationReinstated(OrganisationStanding) = "organisation_reinstated", Members;
        OrganisationClosed(OrganisationStanding) = "organisation_closed", Members;
        NameSpent(NameSpent) = "name_spent", Members;
        Proposed(Box<Proposed>) = "proposed", Members;
        Approved(ProposalEnded) = "approved", Members;
        ProposalCancelled(ProposalEnded) = "proposal_cancelled", Members;
        ProposalLapsed(ProposalEnded) = "proposal_lapsed", Members;
        ParametersAdopted(ParametersAdopted) = "parameters_adopted", Public;
        RulesAdopted(RulesAdopted) = "rules_adopted", Public;
        IssuerAdopted(IssuerAdopted) = "issuer_adopted", Public;
        LogKeyAdopted(LogKeyAdopted) = "log_key_adopted", Public;
        AgentAppointed(AgentNamed) = "agent_appointed", Members;
        AgentDismissed(AgentNamed) = "agent_dismissed", Members;
        GrievanceTriaged(GrievanceTriaged) = "grievance_triaged", Public;
        GrievanceClosed(GrievanceClosed) = "grievance_closed", Public;
        ContactDetailsSet(ContactDetailsSet) = "contact_details_set", Members;
        ContactDetailsWithdrawn(ContactDetailsWithdrawn) = "contact_details_withdrawn", Members;
    }
    /// Programmes, certificates, declarations.
    CertificateEvent {
        ProgrammeDefined(DefineProgramme) = "programme_defined", Public;
        Accredited(Accredited) = "accredited", Public;
        AccreditationWithdrawn(AccreditationWithdrawn) = "accreditation_withdrawn", Public;
        Applied(Applied) = "applied", Members;
        MandateAccepted(CertificateNamed) = "mandate_accepted", Members;
        MandateEnded(CertificateNamed) = "mandate_ended", Members;
        AuditBegun(CertificateNamed) = "audit_begun", Public;
        Granted(Granted) = "granted", Public;
        Rejected(CertificateJudged) = "rejected", Public;
        Suspended(StateChanged) = "suspended", Public;
        Reinstated(StateChanged) = "reinstated", Public;
        Withdrawn(Withdrawn) = "withdrawn", Public;
        Surrendered(StateChanged) = "surrendered", Public;
        HoldReleased(CertificateJudged) = "certificate_hold_released", Public;
        MaximumExtended(MaximumExtended) = "maximum_extended", Public;
        Inspected(Inspected) = "inspected", Public;
        Expired(CertificateNamed) = "certificate_expired", Public;
        Declared(Declared) = "declared", Members;
        DeclarationApproved(DeclarationApproved) = "declaration_approved", Members;
        DeclarationRejected(DeclarationRejected) = "declaration_rejected", Members;
        DeclarationWithdrawn(DeclarationEnded) = "declaration_withdrawn", Members;
        DeclarationLapsed(DeclarationEnded) = "declaration_lapsed", Members;
        PhysicalSaleRecorded(PhysicalSaleRecorded) = "physical_sale_recorded", Members;
        EquivalenceRecorded(EquivalenceRecorded) = "equivalence_recorded", Public;
        EquivalenceRevoked(RevokeEquivalence) = "equivalence_revoked", Public;
    }
    /// Accounts, batches, blocks.
    CreditEvent {
        AccountOpened(AccountOpened) = "account_opened", Members;
        Issued(Issued) = "issued", Public;
        Transferred(Transferred) = "transferred", Members;
        TransferSettled(TransferNamed) = "transfer_settled", Members;
        TransferWithdrawn(TransferNamed) = "transfer_withdrawn", Members;
        TransferRefused(TransferNamed) = "transfer_refused", Members;
        TransferVoided(TransferVoided) = "transfer_voided", Members;
        AccountTrusted(AccountTrusted) = "account_trusted", Members;
        TrustStarted(TrustedAccountNamed) = "trust_started", Members;
        AccountDistrusted(TrustedAccountNamed) = "account_distrusted", Members;
        HoldPlaced(HoldPlaced) = "hold_placed", Public;
        HoldExtended(HoldExtended) = "hold_extended", Public;
        HoldReleased(HoldReleased) = "hold_released", Public;
        HoldLapsed(HoldNamed) = "hold_lapsed", Public;
        BlocksCancelled(BlocksCancelled) = "blocks_cancelled", Public;
        Cancelled(CreditsCancelled) = "credits_cancelled", Public;
        Expired(CreditsExpired) = "credits_expired", Public;
    }
    /// Cash and premium plans.
    MoneyEvent {
        Deposited(Deposited) = "deposited", Members;
        DepositedUnknown(DepositedUnknown) = "deposited_unknown", Members;
        DepositAssigned(DepositAssigned) = "deposit_assigned", Members;
        DepositRecalled(DepositRecalled) = "deposit_recalled", Members;
        ChargeBooked(ChargeBooked) = "charge_booked", Members;
        MoneyCorrected(MoneyCorrected) = "money_corrected", Members;
        BankReconciled(BankReconciled) = "bank_reconciled", Members;
        PremiumPlanAdopted(PremiumPlanAdopted) = "premium_plan_adopted", Public;
        PremiumPlanStarted(PremiumPlanNamed) = "premium_plan_started", Public;
        InstalmentPlanOpened(InstalmentPlanOpened) = "instalment_plan_opened", Members;
        InstalmentPlanAccepted(InstalmentPlanNamed) = "instalment_plan_accepted", Members;
        PayoutDetailsSet(PayoutDetailsSet) = "payout_details_set", Members;
        PayoutPlanned(PayoutPlanned) = "payout_planned", Members;
        PayoutsApproved(PayoutsApproved) = "payouts_approved", Members;
        PayoutCancelled(PayoutCancelled) = "payout_cancelled", Members;
        PayoutsInstructed(PayoutsInstructed) = "payouts_instructed", Members;
        PayoutReported(PayoutReported) = "payout_reported", Members;
        ReceiptSigned(ReceiptSigned) = "receipt_signed", Members;
        PayoutDisputed(PayoutDisputed) = "payout_disputed", Members;
        FraudSettled(FraudSettled) = "fraud_settled", Public;
        FraudRefunded(FraudRefunded) = "fraud_refunded", Members;
    }
    /// Markets, orders, trades.
    TradeEvent {
        MarketOpened(MarketOpened) = "market_opened", Public;
        SellOrderPlaced(SellOrderPlaced) = "sell_order_placed", Members;
        BuyOrderPlaced(BuyOrderPlaced) = "buy_order_placed", Members;
        OrderCancelled(OrderCancelled) = "order_cancelled", Members;
        OrderExpired(OrderNamed) = "order_expired", Members;
        OrderReduced(OrderReduced) = "order_reduced", Members;
        Traded(Box<Traded>) = "traded", Members;
        MarketHalted(MarketHalted) = "market_halted", Public;
        MarketReopened(MarketNamed) = "market_reopened", Public;
        FloorSet(FloorSet) = "floor_set", Public;
        DealProposed(DealProposed) = "deal_proposed", Members;
        DealAccepted(DealAccepted) = "deal_accepted", Members;
        DealDeclined(DealNamed) = "deal_declined", Members;
        DealWithdrawn(DealNamed) = "deal_withdrawn", Members;
        DealLapsed(DealNamed) = "deal_lapsed", Members;
        DealMatured(DealNamed) = "deal_matured", Members;
        DealVoided(DealVoided) = "deal_voided", Members;
        DealSettled(Box<DealSettled>) = "deal_settled", Members;
    }
    /// Footprints and retirements.
    ClaimEvent {
        FootprintRecorded(FootprintRecorded) = "footprint_recorded", Members;
        ConsentRecorded(ConsentRecorded) = "consent_recorded", Members;
        Retired(Box<Retired>) = "retired", Public;
        ClaimCorrected(ClaimCorrected) = "claim_corrected", Public;
        FindingPublished(FindingPublished) = "finding_published", Public;
        AuditOverdue(AuditOverdue) = "audit_overdue", Public;
    }
}
