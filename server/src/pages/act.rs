//! Acts on pages: a form for each, a page that tells in plain words what is about to be signed, and the answer.

pub mod asked;
pub mod fill;
pub mod form;
mod forms;
pub mod inputs;
pub mod read;
pub mod show;
pub mod sign;
pub mod tell;
pub mod told;
