//! Webhooks, those that have something to tell, and attempts to deliver.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::{WebhookAttemptRow, WebhookRow};
use crate::schema::{involved, webhook, webhook_attempt};

impl Reading<'_> {
    /// The webhook with this id.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn webhook(&mut self, id: &str) -> Result<Option<WebhookRow>, StoreError> {
        let row = webhook::table.find(id).select(WebhookRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// An organisation's webhooks, oldest first.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn webhooks_of(&mut self, organisation: &str) -> Result<Vec<WebhookRow>, StoreError> {
        let rows = webhook::table.filter(webhook::organisation.eq(organisation));
        Ok(rows.order((webhook::made_at, webhook::id)).select(WebhookRow::as_select()).load(self.connection)?)
    }

    /// The active webhooks whose organisations are concerned by entries after the last one told, each with when it may
    /// be tried again, if an attempt has failed. Ids in order.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn webhooks_behind(&mut self) -> Result<Vec<(String, Option<i64>)>, StoreError> {
        let news = involved::table
            .filter(involved::organisation.eq(webhook::organisation))
            .filter(involved::sequence.gt(webhook::delivered));
        let rows = webhook::table.filter(webhook::state.eq("active")).filter(exists(news));
        Ok(rows.order(webhook::id).select((webhook::id, webhook::retry_at)).load(self.connection)?)
    }

    /// The webhooks that are disabled, or whose last attempt failed: oldest first, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn webhooks_failing(&mut self, limit: i64) -> Result<Vec<WebhookRow>, StoreError> {
        let rows = webhook::table.filter(webhook::state.eq("disabled").or(webhook::tries.gt(0)));
        let rows = rows.order((webhook::made_at, webhook::id)).limit(limit);
        Ok(rows.select(WebhookRow::as_select()).load(self.connection)?)
    }

    /// The attempts of a webhook before the one with this id, newest first, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn webhook_attempts(
        &mut self,
        webhook: &str,
        before: Option<&str>,
        limit: i64,
    ) -> Result<Vec<WebhookAttemptRow>, StoreError> {
        let rows = webhook_attempt::table.filter(webhook_attempt::webhook.eq(webhook));
        // `~` comes after every character of an id.
        let rows = rows.filter(webhook_attempt::id.lt(before.unwrap_or("~"))).order(webhook_attempt::id.desc());
        Ok(rows.limit(limit).select(WebhookAttemptRow::as_select()).load(self.connection)?)
    }
}
