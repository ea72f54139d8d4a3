//! Money over HTTP: statements, purchases, payouts up to the signed receipt, and what the public is told of premium.

mod bank_lines;
mod bank_page;
mod bank_twice;
mod bank_unmatched;
pub mod camt;
mod details;
mod figures;
mod files;
mod payouts;
mod premiums;
mod purchases;
mod reconciliation;
mod retirement;
pub mod stage;
mod statements;
mod told_pages;
