//! The JSON API: one file per resource. There is one way to write, `POST /v1/instructions`; everything else reads.

pub mod ask;
pub mod bank_lines;
pub mod bank_statements;
pub mod batches;
pub mod book;
pub mod cash;
pub mod certificates;
pub mod claims;
pub mod clients;
pub mod contact_details;
pub mod credits;
pub mod csv;
pub mod cursor;
pub mod deals;
pub mod deposits;
pub mod equivalences;
pub mod events;
pub mod evidence;
pub mod exports;
pub mod findings;
pub mod flags;
pub mod footprints;
pub mod forecast;
pub mod grievances;
pub mod health;
pub mod holdings;
pub mod holds;
pub(crate) mod if_match;
pub mod instalment_plans;
pub mod instructions;
pub mod invitations;
pub mod letters;
pub mod list;
pub mod listings;
pub mod log;
pub mod markets;
pub mod notes;
pub mod oauth;
pub mod orders;
pub mod organisations;
pub mod payout_details;
pub mod payout_files;
pub mod payouts;
pub mod people;
pub mod premium_plans;
pub mod premiums;
pub mod producers;
pub mod programmes;
pub mod proposals;
pub mod purchases;
pub mod receipts;
pub mod reconciliation;
pub mod retirement_files;
pub mod retirements;
mod salted;
pub mod security_log;
pub mod sessions;
pub mod statements;
pub mod statistics;
pub mod trades;
pub mod transfers;
pub mod trusted_accounts;
pub mod vocabulary;
pub mod webhook_deliveries;
pub mod webhooks;

use std::str::FromStr;

use orebook_registry::Registry;
use orebook_registry::values::OrganisationId;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// A list, and where it goes on.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct List<T> {
    /// The items, in the order the resource names.
    pub items: Vec<T>,
    /// Pass it as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Whose things are asked for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct OfOrganisation {
    /// Id of the organisation; one's own unless it is given. Another's is for the operator and auditors.
    pub organisation: Option<String>,
}

/// Money as it is written everywhere.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct MoneyView {
    /// Decimal string with exactly the currency's decimals.
    #[schema(example = "12750.00")]
    pub amount: String,
    /// ISO 4217.
    #[schema(example = "USD")]
    pub currency: String,
}

impl From<orebook_registry::values::Money> for MoneyView {
    fn from(money: orebook_registry::values::Money) -> Self {
        Self { amount: money.amount(), currency: money.currency.to_string() }
    }
}

/// The name of an organisation; empty where there is none.
pub(crate) fn name_of(registry: &Registry, id: OrganisationId) -> String {
    registry.parties.organisation(id).map(|o| o.name.to_string()).unwrap_or_default()
}

/// Reads a value out of a path or query.
pub fn parse<T: FromStr>(kind: &'static str, text: &str) -> Result<T, Problem>
where
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error: T::Err| Problem::bad_request("parameter_is_malformed", format!("{kind}: {error}")))
}

/// The number of items of a page: 50 unless asked, 200 at the most.
pub fn limit(asked: Option<u32>) -> Result<i64, Problem> {
    match asked.unwrap_or(50) {
        n @ 1..=200 => Ok(i64::from(n)),
        _ => Err(Problem::bad_request("parameter_is_malformed", "limit: a whole number from 1 to 200")),
    }
}
