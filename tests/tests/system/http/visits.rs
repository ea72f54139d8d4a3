//! Visits to the demo's register: scripts of `tests/browser` drive a real browser through it.

mod brand;
mod coop;
mod harness;
mod hostile;
mod journey;
mod judge;
mod keys;
mod market;
mod operator;
mod pages;
pub mod stage;
