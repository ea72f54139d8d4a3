//! Money over HTTP: statements, purchases, payouts up to the signed receipt, and what the public is told of premium.

mod details;
mod figures;
mod files;
mod payouts;
mod premiums;
mod purchases;
mod reconciliation;
mod retirement;
mod stage;
mod statements;
