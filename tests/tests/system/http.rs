//! A real server on both databases. Every house ends with an audit.

mod access;
mod bad_input;
mod certificates;
mod claims;
mod crash;
mod credits;
mod description;
mod dry_run;
mod examples;
mod faults;
mod flags;
mod grievance_page;
mod grievances;
mod idempotency;
mod involved;
mod journey;
mod lists;
mod lookups;
mod market;
mod matrix;
mod money;
mod notes;
mod orders;
mod pages;
mod proof;
mod two_persons;
