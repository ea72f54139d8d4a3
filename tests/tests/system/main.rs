//! Whole-system tests: one binary, so that they link once and share one PostgreSQL cluster.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod documents;
mod drills;
mod http;
mod manifests;
mod measure;
mod museum;
mod operation;
mod register;
mod runbook;
mod simulation;
mod store;
mod worked_bytes;
