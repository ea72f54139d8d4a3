//! The store, on both databases: what is true of one must be true of the other.

mod append;
mod copy;
mod fence;
pub mod fixture;
mod letters;
mod migration;
mod outage;
mod plans;
mod read;
mod search;
mod snapshot;
mod webhooks;
