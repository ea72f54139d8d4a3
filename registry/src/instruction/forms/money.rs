//! The bodies of acts on deposits and plans.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    Deposit { amount: Money, organisation: OrganisationId, /** The bank's reference; unique for ever. */ reference: Reference }
    AdoptPremiumPlan { payees: Vec<PayeeShare>, programme: ProgrammeCode }
    PayeeShare { kind: PayeeKind, payee: OrganisationId, share: Bps }
    OpenInstalmentPlan { kind: InstalmentKind, producer: OrganisationId, programme: ProgrammeCode, rate: Bps, total: Money }
    AcceptInstalmentPlan { plan: InstalmentPlanId }
}
