//! An account joins an organisation's trusted list; it counts after some days. Transfers to it, and a producer's deals
//! with its owner, then settle at once.

use super::Credits;
use crate::event::AccountTrusted;
use crate::instruction::{Role, TrustAccount};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    asker: &Asker,
    now: Timestamp,
    trust: &TrustAccount,
) -> Result<AccountTrusted, Refusal> {
    let organisation = asker.organisation;
    // An account to which nothing could be transferred, or sold by a deal, might as well not exist.
    let buys = |owner: OrganisationId| parties.has_role(owner, Role::Buyer) || parties.has_role(owner, Role::Agent);
    let within_reach = |owner: &OrganisationId| {
        parties.same_group(*owner, organisation)
            || parties.is_agent(*owner, organisation)
            || parties.is_agent(organisation, *owner)
            || parties.has_role(organisation, Role::Producer) && buys(*owner)
    };
    let owner = credits
        .owner(trust.account)
        .filter(within_reach)
        .ok_or(Refusal::MustExist { kind: "account", id: trust.account.to_string() })?;
    if credits.trusted.find(organisation, trust.account).is_some() {
        return Err(Refusal::AccountMustNotBeTrusted {});
    }
    if owner == organisation {
        return Err(Refusal::FieldMustBe { field: "account", rule: "another organisation's; one's own need no trust" });
    }
    let hours = i64::from(parties.parameters().trust_wait_hours.0);
    Ok(AccountTrusted { account: trust.account, key: asker.key, organisation, works_at: now.plus_hours(hours) })
}
