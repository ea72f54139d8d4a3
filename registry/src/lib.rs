//! The register: one state and its verbs. Pure: no clock, file, socket or randomness.
