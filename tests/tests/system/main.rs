//! Whole-system tests: one binary, so that they link once and share one PostgreSQL cluster.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod documents;
mod http;
mod manifests;
mod measure;
mod museum;
mod register;
mod simulation;
mod store;
mod worked_bytes;
