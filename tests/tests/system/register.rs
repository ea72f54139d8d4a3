//! The register's rules, verb by verb, on a real log.
#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails, as it should")]

mod agents;
mod cancellation;
mod certificates;
mod door;
mod holds;
mod issuance;
mod log;
mod market;
mod parties;
mod premium;
mod refusals;
mod retirement;
mod states;
mod transfers;
mod trust;
mod world;
