//! The admin address: what whoever operates the register asks, and nobody else. It is off unless configured.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{App, HttpResponse, HttpServer, get};

use crate::api::health;
use crate::app::{Data, Shared};
use crate::metrics::MEDIA_TYPE;
use crate::problem::Problem;

/// Binds and runs it.
pub fn serve(shared: Arc<Shared>, address: SocketAddr) -> std::io::Result<(Server, SocketAddr)> {
    let data = Data::from(shared);
    let app = move || {
        App::new()
            .app_data(data.clone())
            .service(health::livez)
            .service(health::readyz)
            .service(health::leadz)
            .service(get_metrics)
    };
    let server = HttpServer::new(app)
        .workers(1)
        .client_request_timeout(Duration::from_secs(10))
        .shutdown_timeout(1)
        .disable_signals()
        .bind(address)?;
    let bound = server.addrs().first().copied().unwrap_or(address);
    Ok((server.run(), bound))
}

/// All metrics.
#[get("/metrics")]
async fn get_metrics(shared: Data) -> Result<HttpResponse, Problem> {
    let text = shared.clone().into_inner().blocking(|shared| shared.meters.scrape(shared)).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, MEDIA_TYPE))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(text))
}
