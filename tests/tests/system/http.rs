//! A real server on both databases. Every house ends with an audit.

mod bad_input;
mod claims;
mod crash;
mod description;
mod faults;
mod grievances;
mod idempotency;
mod journey;
mod lists;
mod lookups;
mod matrix;
mod pages;
mod two_persons;
