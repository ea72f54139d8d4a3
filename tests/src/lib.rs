//! Whole-system tests.

pub mod scenario;
