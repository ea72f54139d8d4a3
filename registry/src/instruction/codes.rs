//! The code words that instructions and events are made of.

use crate::values::codes;

codes! {
    /// What an organisation may do.
    Role {
        Operator = "operator", Certifier = "certifier", Producer = "producer", Holder = "holder", Buyer = "buyer",
        Agent = "agent", Auditor = "auditor", Payee = "payee", Lender = "lender",
    }
}
codes! {
    /// How a mining organisation is built (IIED, Box 4).
    Structure {
        Cooperative = "cooperative", Association = "association", RegisteredGroup = "registered_group",
        InformalGroup = "informal_group", CommunalLandGroup = "communal_land_group", WomensGroup = "womens_group",
        SavingsGroup = "savings_group", Outgrower = "outgrower", TraderNetwork = "trader_network",
        Tributers = "tributers", MixedVenture = "mixed_venture", AsmOnLargeMine = "asm_on_large_mine_concession",
        ServiceNetworkPublic = "service_network_public", ServiceNetworkPrivate = "service_network_private",
        ServiceNetworkNonProfit = "service_network_non_profit",
    }
}
codes! {
    /// Everyday key or printed recovery key.
    KeyPurpose { Signing = "signing", Recovery = "recovery" }
}
codes! {
    /// Why a key of the register itself was followed by another.
    KeyEnd { Retired = "retired", Compromised = "compromised" }
}
codes! {
    /// Where an organisation stands: `applied → active ⇄ suspended → closed`, and `applied → closed`.
    OrganisationState { Applied = "applied", Active = "active", Suspended = "suspended", Closed = "closed" }
}
codes! {
    /// Level of a certificate; one step up at a time.
    Level { Entry = "entry", Good = "good", Leading = "leading" }
}
codes! {
    /// Whether credits of a programme may be sold again once bought: they may not.
    Resale { None = "none" }
}
codes! {
    /// What a holder's keys may do for the producer.
    MandatePower { Declare = "declare", Offer = "offer" }
}
codes! {
    /// Why a certificate was withdrawn.
    WithdrawalCause { Fraud = "fraud", Nonconformity = "nonconformity", AuditRefused = "audit_refused", Other = "other" }
}
codes! {
    /// How much of one programme's level another accepts as its own.
    EquivalenceExtent { Full = "full", Partial = "partial" }
}
codes! {
    /// Who verified.
    Verification { FirstParty = "first_party", SecondParty = "second_party", ThirdParty = "third_party" }
}
codes! {
    /// What a share of premium is for.
    PayeeKind { Operations = "operations", Community = "community", Women = "women", Holder = "holder", Administration = "administration" }
}
codes! {
    /// The two kinds of deduction, in their rank.
    InstalmentKind { Certification = "certification", Prefinance = "prefinance" }
}
codes! {
    /// How long an order rests: until a moment; not at all; not at all, and then only if all of it trades.
    TimeInForce { Gtd = "gtd", Ioc = "ioc", Fok = "fok" }
}
codes! {
    /// Which side of a deal its proposer is on.
    DealSide { Buy = "buy", Sell = "sell" }
}
codes! {
    /// Why a market takes no orders for a while.
    HaltReason {
        Investigation = "investigation", LegalOrder = "legal_order", Price = "price", Programme = "programme", Technical = "technical",
    }
}
codes! {
    /// How money leaves the bank.
    Rail { BankTransfer = "bank_transfer", MobileMoney = "mobile_money" }
}
codes! {
    /// What a footprint counts.
    FootprintBasis { Purchased = "purchased", Used = "used", Estimated = "estimated" }
}
codes! {
    /// Types of claims.
    ClaimType { Support = "support", Match = "match", Premium = "premium", Step = "step", None = "none" }
}
codes! {
    /// What an auditor found of a retirement.
    FindingOutcome { Confirmed = "confirmed", Qualified = "qualified", Disputed = "disputed" }
}
codes! {
    /// Why something is held.
    HoldReason {
        Grievance = "grievance", Investigation = "investigation", LegalOrder = "legal_order", Security = "security",
        OwnerRequest = "owner_request", OwnerBreach = "owner_breach",
        CertificateSuspended = "certificate_suspended", Fraud = "fraud",
    }
}
codes! {
    /// Which blocks of a batch a hold covers: those still in the producer's hands, or all.
    HoldScope { Unsold = "unsold", All = "all" }
}
codes! {
    /// How grave a grievance is: 1 endangers people and may bring a hold, 4 is a question.
    Severity { One = "1", Two = "2", Three = "3", Four = "4" }
}
codes! {
    /// What a handler decides on a grievance.
    GrievanceDecision { Accepted = "accepted", Referred = "referred", OutOfScope = "out_of_scope", Duplicate = "duplicate" }
}
codes! {
    /// How a grievance ended.
    GrievanceOutcome { Remedied = "remedied", PartlyRemedied = "partly_remedied", NotUpheld = "not_upheld", HandedOver = "handed_over" }
}
