//! The register's rules, verb by verb, on a real log.
#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails, as it should")]

mod certificates;
mod door;
mod ends;
mod equivalences;
mod groups;
mod issuance;
mod log;
mod mandates;
mod market;
mod parties;
mod physical_sales;
mod premium;
mod refusals;
mod retirement;
mod states;
mod transfers;
mod world;
