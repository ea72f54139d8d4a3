//! A real server on both databases. Every house ends with an audit.

mod bad_input;
mod crash;
mod credits;
mod description;
mod faults;
mod idempotency;
mod journey;
mod matrix;
mod pages;
