//! Webhooks and the pull feed: who is told what, in which order, how it is signed, and where nothing is ever sent.

mod delivery;
mod feed;
mod guard;
mod kill;
mod retries;
mod routes;
mod signatures;
pub mod stage;
