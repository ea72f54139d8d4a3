//! Rows of webhooks and of attempts to deliver, which stand beside the log.

use diesel::prelude::*;

use crate::schema::{webhook, webhook_attempt};

/// Where an organisation is told of what concerns it.
#[derive(Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = webhook, treat_none_as_default_value = false)]
pub struct WebhookRow {
    /// `whk_` and 32 hexadecimal digits.
    pub id: String,
    /// Whom it tells.
    pub organisation: String,
    /// Where.
    pub url: String,
    /// Words of the types it wants, separated by spaces; empty: all.
    pub types: String,
    /// `whsec_` and the secret in base64.
    pub secret: String,
    /// The secret before it.
    pub previous_secret: Option<String>,
    /// Until when that signs as well.
    pub previous_until: Option<i64>,
    /// When.
    pub made_at: i64,
    /// Raised by one with every change of its settings or state.
    pub version: i64,
    /// `active` or `disabled`.
    pub state: String,
    /// Why it is disabled.
    pub reason: Option<String>,
    /// The last entry that was told or passed over; -1 before the first.
    pub delivered: i64,
    /// Failed attempts to tell the next one.
    pub tries: i64,
    /// Before that it is not tried again.
    pub retry_at: Option<i64>,
}

/// Secrets are left out: what is printed may end in a log.
impl std::fmt::Debug for WebhookRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WebhookRow").field("id", &self.id).field("state", &self.state).finish_non_exhaustive()
    }
}

/// An attempt to deliver.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = webhook_attempt, treat_none_as_default_value = false)]
pub struct WebhookAttemptRow {
    /// Which webhook.
    pub webhook: String,
    /// A UUIDv7, so that ids are in the order of time.
    pub id: String,
    /// When it ended.
    pub time: i64,
    /// `webhook-id`: the same for each attempt with the same message.
    pub message: String,
    /// Type of the event (column `type`).
    pub kind: String,
    /// Status of the answer, if there was one.
    pub status: Option<i64>,
    /// Milliseconds.
    pub duration: i64,
    /// What went wrong, if it did.
    pub failure: Option<String>,
}
