//! The whole system, one module per area.

mod register;
mod simulation;
