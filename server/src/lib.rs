//! The composition root of Orebook: HTTP server, sequencer and commands.

pub mod access;
pub mod api;
pub mod app;
pub mod auditor;
pub mod clock;
pub mod commands;
pub mod config;
pub mod demo;
pub mod founding;
pub mod grievance;
pub mod guard;
mod hmac;
pub mod http;
mod jwt;
pub mod keys;
pub mod openapi;
pub mod pages;
pub mod payout;
pub mod problem;
pub mod rendered;
pub mod routes;
pub mod running;
pub mod sequencer;
pub mod tiles;
pub mod view;
pub mod webhooks;
pub mod witnesses;
