//! Asking others over HTTP: with limits on time and length, and TLS by rustls.

use std::io::Read;
use std::sync::Once;
use std::time::Duration;

use reqwest::blocking::{Client, ClientBuilder};
use reqwest::redirect::Policy;

use crate::cause;

/// A client under construction; TLS is that of rustls with ring, as nothing else is compiled in.
pub fn client() -> ClientBuilder {
    install_provider();
    Client::builder().redirect(Policy::none())
}

/// The same for whoever waits without blocking.
pub fn waiting_client() -> reqwest::ClientBuilder {
    install_provider();
    reqwest::Client::builder().redirect(Policy::none())
}

fn install_provider() {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        // It fails only if there is a provider already.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
}

/// Posts a text; answers the status and at most so many bytes of what came back.
pub fn post_text(url: &str, body: String, patience: Duration, longest: u64) -> Result<(u16, String), String> {
    let client = client().timeout(patience).build().map_err(|error| error.to_string())?;
    let answer = client.post(url).body(body).send().map_err(|error| cause::told(&error.without_url()))?;
    let status = answer.status().as_u16();
    let mut bytes = Vec::new();
    answer.take(longest + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > longest {
        return Err(format!("it answered more than {longest} bytes"));
    }
    let text = String::from_utf8(bytes).map_err(|_| "it answered no text".to_owned())?;
    Ok((status, text))
}

#[cfg(test)]
mod tests;
