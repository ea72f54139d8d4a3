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
    /// Level of a certificate; one step up at a time.
    Level { Entry = "entry", Good = "good", Leading = "leading" }
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
    /// How long an order rests: until a moment, or not at all.
    TimeInForce { Gtd = "gtd", Ioc = "ioc" }
}
codes! {
    /// What a footprint counts.
    FootprintBasis { Purchased = "purchased", Used = "used", Estimated = "estimated" }
}
codes! {
    /// Types of claims.
    ClaimType { Support = "support", Match = "match", None = "none" }
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
