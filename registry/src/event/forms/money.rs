//! The bodies of events on deposits and plans.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    Deposited { amount: Money, deposit: DepositId, organisation: OrganisationId, reference: Reference }
    PremiumPlanAdopted {
        /// In force from this moment; a first plan at once.
        in_force_from: Timestamp,
        payees: Vec<PayeeShare>, plan: PremiumPlanId, producer: OrganisationId, programme: ProgrammeCode,
    }
    PremiumPlanNamed { plan: PremiumPlanId }
    InstalmentPlanOpened { creditor: OrganisationId, kind: InstalmentKind, plan: InstalmentPlanId, producer: OrganisationId, programme: ProgrammeCode, rate: Bps, total: Money }
    InstalmentPlanNamed { plan: InstalmentPlanId }
}
