//! People: how they come in, what their sessions are worth, and how those end.

mod admins;
mod browser;
mod commands;
mod cookies;
mod forgery;
mod links;
mod pages;
mod security_log;
mod sessions;
pub mod stage;
mod two_servers;
