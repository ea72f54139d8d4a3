//! A client of one server, which follows no redirect and adds nothing of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use reqwest::Method;
use reqwest::blocking::Client;

use orebook_server::http;

use super::Answer;

/// Speaks to one server.
#[derive(Debug, Clone)]
pub struct Http {
    client: Client,
    url: String,
    /// The access token that requests carry, unless they say otherwise.
    token: Option<String>,
    /// Seconds by which the server's wall clock was moved on.
    ahead: Arc<AtomicU64>,
}

impl Http {
    /// To the server at a base URL.
    ///
    /// # Panics
    /// If a client cannot be made.
    pub fn new(url: String) -> Self {
        let client = http::client().timeout(Duration::from_secs(30)).no_proxy();
        Self { client: client.build().expect("a client"), url, token: None, ahead: Arc::default() }
    }

    /// The same with an access token.
    pub fn with_token(&self, token: String) -> Self {
        Self { token: Some(token), ..self.clone() }
    }

    /// The same without any.
    pub fn anyone(&self) -> Self {
        Self { token: None, ..self.clone() }
    }

    /// Goes by a clock that was moved on, as the server does.
    pub fn move_wall(&self, seconds: u64) {
        self.ahead.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The time by the server's wall clock, in seconds since 1970.
    pub fn now(&self) -> u64 {
        let real = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        real + self.ahead.load(Ordering::Relaxed)
    }

    /// The base URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A read.
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], Vec::new())
    }

    /// A JSON body.
    pub fn post(&self, path: &str, body: Vec<u8>) -> Answer {
        self.send("POST", path, &[("content-type", "application/json")], body)
    }

    /// Any request. An empty `authorization` stands for none.
    ///
    /// # Panics
    /// If there is no answer.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        self.try_send(method, path, headers, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// Any request; the error says why there is no answer.
    pub fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Result<Answer, reqwest::Error> {
        let method = Method::from_bytes(method.as_bytes()).unwrap_or_default();
        let mut request = self.client.request(method, format!("{}{path}", self.url)).body(body);
        for (name, value) in headers.iter().filter(|header| **header != ("authorization", "")) {
            request = request.header(*name, *value);
        }
        if let Some(token) = self.token.as_ref().filter(|_| headers.iter().all(|(name, _)| *name != "authorization")) {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let answer = request.send()?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let bytes = answer.bytes()?.to_vec();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let json = serde_json::from_str(&body).unwrap_or_default();
        Ok(Answer { status, headers, bytes, body, json })
    }
}
