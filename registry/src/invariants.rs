//! The invariants: each recomputes from scratch what the state keeps as it goes. None may ever fail.

mod certificates;
mod claims;
mod credits;
mod market;

use crate::registry::Registry;

pub use certificates::*;
pub use claims::*;
pub use credits::*;
pub use market::*;

/// An invariant that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{invariant}: {detail}")]
pub struct Broken {
    /// Name of the invariant.
    pub invariant: &'static str,
    /// Where.
    pub detail: String,
}

type Check = fn(&Registry) -> Result<(), String>;

/// All invariants with their names.
pub const ALL: &[(&str, Check)] = &[
    ("blocks_cover_their_batch", blocks_cover_their_batch),
    ("issuers_are_not_approvers", issuers_are_not_approvers),
    ("issuance_stays_within_the_maximum", issuance_stays_within_the_maximum),
    ("frozen_blocks_are_those_under_a_hold", frozen_blocks_are_those_under_a_hold),
    ("holds_stop_days_and_expiry", holds_stop_days_and_expiry),
    ("agents_hold_for_their_principals", agents_hold_for_their_principals),
    ("declared_periods_do_not_overlap", declared_periods_do_not_overlap),
    ("escrowed_credits_are_those_of_open_offers_and_transfers", escrowed_credits),
    ("escrowed_money_is_the_reserve_of_open_bids", escrowed_money),
    ("money_sums_to_nothing", money_sums_to_nothing),
    ("stopped_premium_lies_in_suspense", stopped_premium_lies_in_suspense),
    ("premium_is_followed", premium_is_followed),
    ("sold_credits_are_those_of_trades", sold_credits_are_those_of_trades),
    ("no_book_is_crossed", no_book_is_crossed),
    ("nothing_rests_past_its_date", nothing_rests_past_its_date),
    ("who_is_not_active_has_nothing_open", who_is_not_active_has_nothing_open),
    ("retired_credits_are_those_of_retirements", retired_credits),
    ("claims_stay_within_their_footprint", claims_stay_within_their_footprint),
    ("footprints_do_not_overlap", footprints_do_not_overlap),
    ("audit_tallies_add_up", audit_tallies_add_up),
];

/// Checks all of them.
pub fn check(registry: &Registry) -> Result<(), Broken> {
    ALL.iter().try_for_each(|(invariant, check)| check(registry).map_err(|detail| Broken { invariant, detail }))
}

fn ensure(holds: bool, detail: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(detail()) }
}
