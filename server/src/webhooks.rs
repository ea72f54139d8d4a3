//! Webhooks: organisations are told of what concerns them, at a URL of theirs, in the order of the log and at least once.
//!
//! ```text
//! commit ──▶ who has something to tell? ──▶ a round for each webhook, several at once:
//!            rows of `involved` after the last entry told ──▶ signed, posted ──▶ how far it came is recorded
//! ```
//! It happens behind the register: an instruction is acknowledged without waiting for anybody. What a webhook delivers
//! can be read by `GET /v1/events` as well.

pub mod address;
pub mod deliveries;
pub mod description;
pub mod message;
pub mod post;
pub mod round;
pub mod schedule;
pub mod settings;
pub mod signature;
pub mod target;

use std::sync::Arc;

use orebook_document::SecretKey;
use orebook_store::WebhookRow;
use tokio::sync::Notify;

use crate::access::wall::Wall;

use post::Post;
use settings::Settings;
use target::Guard;

/// Webhooks of an organisation.
pub const WEBHOOKS_MAX: i64 = 16;
/// Milliseconds for which the secret before the last rotation signs as well.
pub const PREVIOUS_SIGNS: i64 = 24 * 3_600 * 1_000;

/// The time outside the log, in milliseconds since 1970.
pub type Now = Arc<dyn Fn() -> i64 + Send + Sync>;

/// What the API and the deliveries share.
pub struct Hooks {
    /// Posts deliveries.
    pub post: Post,
    /// What time it is.
    pub now: Now,
    stirred: Notify,
}

impl Hooks {
    /// With the registry's key.
    pub fn new(settings: &Settings, key: SecretKey, wall: Arc<Wall>) -> Self {
        Self::with(settings, Guard::new(settings.allow_loopback), key, Arc::new(move || wall.now().ms()))
    }

    /// With another resolver and another clock.
    pub fn with(settings: &Settings, guard: Guard, key: SecretKey, now: Now) -> Self {
        Self { post: Post::new(settings, guard, key), now, stirred: Notify::new() }
    }

    /// Something was set: deliveries look anew, without waiting for the next commit.
    pub fn stir(&self) {
        self.stirred.notify_one();
    }
}

/// Tells an organisation that one of its webhooks was disabled. Called once, after that was recorded, where it may block.
pub type Tell = Box<dyn Fn(&WebhookRow, &str) + Send + Sync>;
