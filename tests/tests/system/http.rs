//! A real server on both databases. Every house ends with an audit.

mod idempotency;
mod journey;
