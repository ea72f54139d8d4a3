//! The composition root of Orebook: HTTP server, sequencer and commands.

pub mod api;
pub mod app;
pub mod clock;
pub mod guard;
pub mod openapi;
pub mod pages;
pub mod problem;
pub mod routes;
pub mod sequencer;
pub mod tiles;
