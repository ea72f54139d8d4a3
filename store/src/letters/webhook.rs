//! Webhooks: their settings, and how far they have come.

use diesel::prelude::*;

use super::Letters;
use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::row::{SecurityRow, WebhookAttemptRow, WebhookRow};
use crate::schema::{webhook, webhook_attempt};

/// Attempts that are kept of a webhook.
const ATTEMPTS: i64 = 1_000;
/// Milliseconds that an attempt is kept.
const KEPT: i64 = 30 * 24 * 3_600 * 1_000;

/// How far a webhook has come, and by which attempts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Which webhook.
    pub webhook: String,
    /// Of which version it was when this round of attempts began: changed meanwhile, it begins again.
    pub version: i64,
    /// The last entry told when the round began: moved meanwhile, it stays where it was moved to.
    pub from: i64,
    /// The last entry told now.
    pub delivered: i64,
    /// Failed attempts with the next one.
    pub tries: i64,
    /// When that is tried again.
    pub retry_at: Option<i64>,
    /// Why the webhook is disabled, if it is from now on.
    pub disabled: Option<String>,
    /// The attempts, in order.
    pub attempts: Vec<WebhookAttemptRow>,
}

impl Letters {
    /// Keeps a new webhook, unless its organisation has `most` of them; answers whether it was kept.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_webhook(&self, row: &WebhookRow, most: i64, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| {
            let own = webhook::table.filter(webhook::organisation.eq(&row.organisation));
            let many: i64 = own.count().get_result(connection)?;
            if many >= most {
                return Ok(0);
            }
            diesel::insert_into(webhook::table).values(row).execute(connection)
        })
    }

    /// Changes a webhook that still is of the version before this one; answers whether it was.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn change_webhook(&self, row: &WebhookRow, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| {
            let before = webhook::table.find(&row.id).filter(webhook::version.eq(row.version - 1));
            let settings = (
                webhook::url.eq(&row.url),
                webhook::types.eq(&row.types),
                webhook::secret.eq(&row.secret),
                webhook::previous_secret.eq(&row.previous_secret),
                webhook::previous_until.eq(row.previous_until),
                webhook::version.eq(row.version),
                webhook::state.eq(&row.state),
                webhook::reason.eq(&row.reason),
                webhook::tries.eq(row.tries),
                webhook::retry_at.eq(row.retry_at),
            );
            diesel::update(before).set(settings).execute(connection)
        })
    }

    /// Has a webhook go on after another entry, as if nothing later had been told; answers whether there is such a
    /// webhook. It is another version from then on: a round under way that began at this very entry moves it no more.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn move_webhook(&self, id: &str, delivered: i64) -> Result<bool, StoreError> {
        self.write(|connection| {
            let version = webhook::version.eq(webhook::version + 1);
            let place =
                (webhook::delivered.eq(delivered), webhook::tries.eq(0), webhook::retry_at.eq(None::<i64>), version);
            diesel::update(webhook::table.find(id)).set(place).execute(connection)
        })
        .map(|rows| rows > 0)
    }

    /// Erases a webhook and its attempts; answers whether there was one.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn erase_webhook(&self, id: &str, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| {
            let attempts = webhook_attempt::table.filter(webhook_attempt::webhook.eq(id));
            diesel::delete(attempts).execute(connection)?;
            diesel::delete(webhook::table.find(id)).execute(connection)
        })
    }

    /// Records attempts, and how far the webhook has come by them; answers false, and moves nothing, when it was changed
    /// or moved meanwhile, or is gone.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn record_progress(&self, progress: &Progress) -> Result<bool, StoreError> {
        self.write(|connection| {
            connection.transaction(|connection| {
                // A write comes first: SQLite refuses at once, without waiting, to write after a read that is outdated.
                let moved = come(connection, progress)?;
                let found = webhook::table.find(&progress.webhook).select(webhook::id);
                if found.first::<String>(connection).optional()?.is_some() {
                    keep_attempts(connection, &progress.attempts)?;
                }
                Ok(moved)
            })
        })
    }

    /// Records an attempt that moves nothing, as a test does.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn record_attempt(&self, attempt: &WebhookAttemptRow) -> Result<(), StoreError> {
        self.write(|connection| {
            connection.transaction(|connection| keep_attempts(connection, std::slice::from_ref(attempt)))
        })
    }
}

/// Moves a webhook on, and disables it if that is how it ended.
fn come(connection: &mut AnyConnection, progress: &Progress) -> QueryResult<bool> {
    let row = webhook::table.find(&progress.webhook);
    let here = row.filter(webhook::version.eq(progress.version)).filter(webhook::delivered.eq(progress.from));
    let place = (
        webhook::delivered.eq(progress.delivered),
        webhook::tries.eq(progress.tries),
        webhook::retry_at.eq(progress.retry_at),
    );
    let moved = diesel::update(here).set(place).execute(connection)? > 0;
    if let Some(reason) = progress.disabled.as_ref().filter(|_| moved) {
        let end = (
            webhook::state.eq("disabled"),
            webhook::reason.eq(Some(reason)),
            webhook::version.eq(progress.version + 1),
        );
        diesel::update(row).set(end).execute(connection)?;
    }
    Ok(moved)
}

/// Keeps attempts of one webhook, and forgets those that are too many or too old.
fn keep_attempts(connection: &mut AnyConnection, attempts: &[WebhookAttemptRow]) -> QueryResult<()> {
    for attempt in attempts {
        diesel::insert_into(webhook_attempt::table).values(attempt).execute(connection)?;
    }
    let Some(newest) = attempts.last() else { return Ok(()) };
    let own = || webhook_attempt::table.filter(webhook_attempt::webhook.eq(&newest.webhook));
    let beyond = own().order(webhook_attempt::id.desc()).offset(ATTEMPTS).select(webhook_attempt::id);
    let beyond: Option<String> = beyond.first(connection).optional()?;
    if let Some(beyond) = beyond {
        diesel::delete(own().filter(webhook_attempt::id.le(beyond))).execute(connection)?;
    }
    diesel::delete(own().filter(webhook_attempt::time.lt(newest.time - KEPT))).execute(connection).map(drop)
}
