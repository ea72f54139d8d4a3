//! The register's rules, verb by verb, on a real log.
#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails, as it should")]

mod adversary;
mod agents;
mod block_states;
mod cancellation;
mod certificates;
mod claims;
mod door;
mod ends;
mod equivalences;
mod grievances;
mod groups;
mod holds;
mod issuance;
mod keys;
mod lesser_states;
mod limits;
mod log;
mod lost_keys;
mod mandates;
mod market;
mod organisations;
mod overdue;
mod parties;
mod party_tables;
mod physical_sales;
mod premium;
mod product_names;
mod refusals;
mod retirement;
mod statements;
mod states;
mod transfers;
mod trust;
mod wordings;
mod world;
