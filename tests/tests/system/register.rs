//! The register's rules, verb by verb, on a real log.
#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails, as it should")]

mod certificates;
mod claims;
mod door;
mod issuance;
mod log;
mod market;
mod parties;
mod premium;
mod product_names;
mod refusals;
mod retirement;
mod statements;
mod transfers;
mod wordings;
mod world;
