//! One delivery: signed, posted, and judged by the status of the answer. What is answered besides is not kept.

use std::error::Error;
use std::time::Instant;

use orebook_document::SecretKey;
use orebook_store::WebhookRow;
use reqwest::header::{CONTENT_TYPE, RETRY_AFTER, USER_AGENT};
use reqwest::{Client, Response};

use super::schedule::retry_after;
use super::settings::Settings;
use super::signature::{self, Secret};
use super::target::{Guard, Unfit};

/// Media type of an event in the structured form of CloudEvents.
pub const EVENT: &str = "application/cloudevents+json";
/// Most bytes of an answer that are read.
const ANSWER_MAX: usize = 4_096;

/// Something to deliver.
#[derive(Debug, Clone)]
pub struct Message {
    /// `webhook-id`: the same for each attempt.
    pub id: String,
    /// Type of the event.
    pub kind: String,
    /// The event.
    pub body: Vec<u8>,
}

/// What became of an attempt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Status of the answer, if there was one.
    pub status: Option<u16>,
    /// What went wrong, if it did.
    pub failure: Option<String>,
    /// Milliseconds.
    pub duration: i64,
    /// How long the receiver asks to be left alone, in milliseconds.
    pub wait: Option<i64>,
}

impl Outcome {
    /// The receiver wants nothing more, ever.
    pub fn is_gone(&self) -> bool {
        self.status == Some(410)
    }
}

/// Posts deliveries.
pub struct Post {
    guard: Guard,
    /// Without certificate authorities on this machine there is none; the server runs all the same.
    client: Result<Client, String>,
    key: SecretKey,
}

impl Post {
    /// One that signs with the registry's key, and connects to what the guard lets through.
    pub fn new(settings: &Settings, guard: Guard, key: SecretKey) -> Self {
        let client = crate::http::waiting_client()
            .no_proxy()
            .referer(false)
            // A kept connection would lead to an address that was looked at for another delivery.
            .pool_max_idle_per_host(0)
            .dns_resolver(guard.clone())
            .connect_timeout(settings.connect)
            .timeout(settings.whole);
        let client = client.build().map_err(|error| error.to_string());
        if let Err(error) = &client {
            tracing::warn!(%error, "webhooks cannot be delivered from this machine");
        }
        Self { guard, client, key }
    }

    /// Refuses a URL that nothing would be sent to.
    pub async fn check(&self, url: &str) -> Result<(), Unfit> {
        self.guard.check(url).await.map(drop)
    }

    /// The key by which `v1a` signatures are verified.
    pub fn public_key(&self) -> orebook_document::PublicKey {
        self.key.public()
    }

    /// Makes one attempt, at `now` in milliseconds since 1970.
    pub async fn deliver(&self, webhook: &WebhookRow, message: &Message, now: i64) -> Outcome {
        let begun = Instant::now();
        let mut outcome = match self.send(webhook, message, now).await {
            Ok(response) => judged(response, now).await,
            Err(failure) => Outcome { failure: Some(failure), ..Outcome::default() },
        };
        outcome.duration = i64::try_from(begun.elapsed().as_millis()).unwrap_or(i64::MAX);
        outcome
    }

    async fn send(&self, webhook: &WebhookRow, message: &Message, now: i64) -> Result<Response, String> {
        let client = self.client.as_ref().map_err(|_| "this server makes no connections".to_owned())?;
        let url = self.guard.parse(&webhook.url).map_err(|unfit| unfit.to_string())?;
        let timestamp = now.div_euclid(1_000);
        let signed = signature::signed(&message.id, timestamp, &message.body);
        let mut signatures: Vec<String> = secrets(webhook, now).map(|secret| secret.sign(&signed)).collect();
        signatures.push(signature::sign_as_registry(&self.key, &signed));
        let request = client
            .post(url)
            .header(CONTENT_TYPE, EVENT)
            .header(USER_AGENT, concat!("Orebook-Webhooks/", env!("CARGO_PKG_VERSION")))
            .header("webhook-id", &message.id)
            .header("webhook-timestamp", timestamp.to_string())
            .header("webhook-signature", signatures.join(" "))
            .body(message.body.clone());
        request.send().await.map_err(|error| why(&error))
    }
}

/// The secret in force, and the one before it while that still signs.
fn secrets(webhook: &WebhookRow, now: i64) -> impl Iterator<Item = Secret> {
    let before = webhook.previous_secret.as_deref().filter(|_| webhook.previous_until.is_some_and(|until| now < until));
    [Some(webhook.secret.as_str()), before].into_iter().flatten().filter_map(Secret::parse)
}

async fn judged(mut response: Response, now: i64) -> Outcome {
    let status = response.status();
    let asked = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
    let asked = asked.filter(|_| status == 429 || status == 503).and_then(|header| retry_after(header, now));
    // A short answer is heard out, so that its sender need not take us for broken; a long one is cut off.
    let mut read = 0;
    while read < ANSWER_MAX
        && let Ok(Some(chunk)) = response.chunk().await
    {
        read += chunk.len();
    }
    let failure = match status.as_u16() {
        200..=299 => None,
        300..=399 => Some(format!("it answered {}; redirects are not followed", status.as_u16())),
        other => Some(format!("it answered {other}")),
    };
    Outcome { status: Some(status.as_u16()), failure, duration: 0, wait: asked }
}

/// In words for the webhook's owner. The causes that libraries name may hold addresses; only our own are repeated.
fn why(error: &reqwest::Error) -> String {
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(inner) = cause {
        if let Some(unfit) = inner.downcast_ref::<Unfit>() {
            return unfit.to_string();
        }
        cause = inner.source();
    }
    let told = match (error.is_connect(), error.is_timeout()) {
        (true, true) => "it did not take the connection in time",
        (true, false) => "no connection could be made",
        (false, true) => "it did not answer in time",
        (false, false) => "the connection broke before it answered",
    };
    told.to_owned()
}
