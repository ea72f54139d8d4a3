//! Premium plans (how the net premium is shared) and instalment plans (what is withheld before).

use crate::instruction::{InstalmentKind, PayeeKind, PayeeShare, ProgrammeCode};
use crate::values::*;

/// A version of a producer's premium plan for its credits under one programme.
#[derive(Debug, Clone)]
pub struct PremiumPlan {
    /// Who signed it.
    pub producer: OrganisationId,
    /// For credits of this programme.
    pub programme: ProgrammeCode,
    /// Shares of the net premium, in the order that breaks ties.
    pub payees: Vec<PayeeShare>,
    /// In force from this moment.
    pub in_force_from: Timestamp,
}

impl PremiumPlan {
    /// Sum of the shares of one kind, in basis points.
    pub fn share_of(&self, kind: PayeeKind) -> u64 {
        share_of(&self.payees, kind)
    }
}

pub(super) fn share_of(payees: &[PayeeShare], kind: PayeeKind) -> u64 {
    payees.iter().filter(|p| p.kind == kind).map(|p| u64::from(p.share.points())).sum()
}

codes! {
    /// `offered → in_force → closed`.
    PlanState { Offered = "offered", InForce = "in_force", Closed = "closed" }
}

/// A debt that is paid from each sale until its total is reached.
#[derive(Debug, Clone)]
pub struct InstalmentPlan {
    /// Certification or pre-finance: its rank.
    pub kind: InstalmentKind,
    /// Who is paid.
    pub creditor: OrganisationId,
    /// Who owes.
    pub producer: OrganisationId,
    /// Under which programme's limits.
    pub programme: ProgrammeCode,
    /// Share of each trade's gross premium.
    pub rate: Bps,
    /// What is owed in all.
    pub total: Money,
    /// What is still owed.
    pub outstanding: Money,
    /// Where it stands.
    pub state: PlanState,
}
