//! The composition root: HTTP server, sequencer and commands of Orebook.
