//! The auditor's program: replays an archive offline.
