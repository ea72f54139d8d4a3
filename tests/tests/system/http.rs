//! A real server on both databases. Every house ends with an audit.

mod bad_input;
mod idempotency;
mod journey;
