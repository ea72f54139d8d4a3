//! The market in which bids may be restricted to offers of certain kinds.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod auditor;
mod calls;
mod members;
mod priority;
mod scenarios;
mod terms;
mod twin;
