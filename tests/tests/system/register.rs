//! The register's rules, verb by verb, on a real log.
#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails, as it should")]

mod certificates;
mod claims;
mod door;
mod grievances;
mod issuance;
mod keys;
mod limits;
mod log;
mod lost_keys;
mod market;
mod organisations;
mod parties;
mod party_tables;
mod premium;
mod product_names;
mod refusals;
mod retirement;
mod transfers;
mod wordings;
mod world;
