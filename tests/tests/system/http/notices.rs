//! Letters: what happens is told in time, in the reader's language, to a real mail server.

mod contacts;
mod declining;
mod killed;
mod letters;
mod links;
mod moving;
mod sending;
mod stage;
mod visible;
mod webhooks;
