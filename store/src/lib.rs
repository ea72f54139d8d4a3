//! The two databases: the only crate that names diesel.
