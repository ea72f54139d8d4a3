//! Backup and restore, damaged inputs, and versions that do not know one another.

mod damaged;
mod drill;
mod files;
mod pages;
mod refused;
mod settings;
mod stage;
mod start;
