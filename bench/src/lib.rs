//! Measurements, each beside its baseline in the same run.

pub mod matching;
