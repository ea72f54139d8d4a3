//! Bodies that are the same for all who ask between two commits: made once, kept as their bytes. A body is kept under
//! the size of the log that it tells of, and the register at a size is always the same, so nothing kept is ever wrong;
//! after the next commit nobody asks for it any more.

use std::collections::BTreeMap;

use actix_web::http::header::HeaderValue;
use actix_web::web::Bytes;
use parking_lot::Mutex;

/// Bodies that are kept at once: whoever asks for one thing in many ways costs no more room than this.
const KEPT_MAX: usize = 64;

/// A JSON body, and the link to the page that follows it.
#[derive(Debug, Clone)]
pub struct Body {
    /// Its bytes.
    pub json: Bytes,
    /// The value of `Link`.
    pub link: Option<HeaderValue>,
}

/// The bodies that are kept, by name, each with the size of the log that it tells of.
#[derive(Debug, Default)]
pub struct Rendered(Mutex<BTreeMap<String, (u64, Body)>>);

impl Rendered {
    /// The body of this name, if it tells of a log of this size.
    pub fn find(&self, name: &str, size: u64) -> Option<Body> {
        self.0.lock().get(name).filter(|(kept, _)| *kept == size).map(|(_, body)| body.clone())
    }

    /// Keeps a body in the place of the one of the same name.
    pub fn keep(&self, name: String, size: u64, body: Body) {
        let mut kept = self.0.lock();
        if kept.len() >= KEPT_MAX && !kept.contains_key(&name) {
            kept.clear();
        }
        kept.insert(name, (size, body));
    }
}
