//! The register's rules, verb by verb, on a real log.

mod world;
