//! The application: what handlers share, and how the server is put together.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::{Compress, Next, from_fn};
use actix_web::rt::net::TcpStream;
use actix_web::{App, Error, HttpResponse, HttpServer, web};
use orebook_registry::Registry;
use orebook_store::{Letters, Reader, Reading};
use tokio::sync::Semaphore;

use crate::access::People;
use crate::access::clients::Clients;
use crate::access::recognise::recognise;
use crate::access::security::SecurityLog;
use crate::access::token::Tokens;
use crate::access::wall::Wall;
use crate::api::cursor::Cursors;
use crate::arriving::arriving;
use crate::clock::Clock;
use crate::cluster::forward::Forward;
use crate::encoding::plain_when_small;
use crate::evidence::Evidence;
use crate::grievance::Quota;
use crate::guard::Guard;
use crate::keys::RegistryKeys;
use crate::limits::{Limits, limited};
use crate::metrics::Meters;
use crate::observed::observed;
use crate::pages::frame::Frame;
use crate::pages::wrong;
use crate::payout::settings::Settings;
use crate::problem::{MEDIA_TYPE, Problem};
use crate::rendered::Rendered;
use crate::routes;
use crate::sequencer::Sequencer;
use crate::tiles::Tables;
use crate::view::{MIN_SEQUENCE, Pasts, SEQUENCE};
use crate::webhooks::Hooks;
use crate::witnesses::Cosigned;

/// Connections that read.
pub const READERS: u32 = 8;
/// Largest body of any request.
pub const BODY_MAX: usize = 64 * 1024;

/// What every handler may use.
pub struct Shared {
    /// Decides and stores.
    pub sequencer: Arc<Sequencer>,
    /// Hands writes to the server that leads, if it is told to.
    pub forward: Option<Forward>,
    /// Reads what was.
    pub reader: Reader,
    /// The same while this server follows, if it was told to read there.
    pub replica: Option<Reader>,
    /// The register's clock.
    pub clock: Clock,
    /// Keeps the last published checkpoint.
    pub guard: Guard,
    /// How many witnesses are asked to cosign.
    pub witnesses: usize,
    /// What witnesses have cosigned.
    pub cosigned: Cosigned,
    /// The keys of the log and of the issuer.
    pub keys: Arc<RegistryKeys>,
    /// As many blocking reads as the pool has connections: waiting happens where it can be refused.
    pub gate: Semaphore,
    /// Earlier states, made again from the journal.
    pub pasts: Pasts,
    /// Keeps grievances, notes, contact details, payout details and payout files, beside the log.
    pub letters: Letters,
    /// How many grievances may be filed.
    pub quota: Quota,
    /// Seals the cursors of lists.
    pub cursors: Cursors,
    /// What everybody is told between two commits, as bytes.
    pub rendered: Rendered,
    /// From where the register pays, if it was told.
    pub payouts: Option<Settings>,
    /// Whether a mail server is configured: where none is, no letter is queued.
    pub sends_letters: bool,
    /// Issues and recognises access tokens.
    pub tokens: Tokens,
    /// Programs that may ask for them.
    pub clients: Clients,
    /// Real time, for what lies outside the log.
    pub wall: Arc<Wall>,
    /// Who logs in here, and with which sessions.
    pub people: People,
    /// Records what matters for security.
    pub security: SecurityLog,
    /// Webhooks, and the key that signs them.
    pub hooks: Arc<Hooks>,
    /// How much is served to whom, unless that is turned off.
    pub limits: Option<Limits>,
    /// Tells when a backup of the data directory was last made.
    pub last_backup: PathBuf,
    /// Where public dumps lie.
    pub exports: PathBuf,
    /// What the server tells of itself.
    pub meters: Arc<Meters>,
    /// Files of declarations.
    pub evidence: Evidence,
}

impl Shared {
    /// Reads the tables on a blocking thread.
    pub async fn tables<T: Send + 'static>(
        self: &Arc<Self>,
        reads: impl FnOnce(&mut Reading<'_>) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        self.blocking(move |shared| shared.histories().read(reads)).await
    }

    /// Runs what may block on a blocking thread.
    pub async fn blocking<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let _permit = self.gate.acquire().await.map_err(Problem::internal)?;
        let shared = self.clone();
        web::block(move || work(&shared)).await.map_err(Problem::internal)?
    }

    /// The log's hash tiles.
    pub fn tiles(&self) -> Tables<'_> {
        Tables::with(self.histories(), self.sequencer.tiles())
    }

    /// Where tables are read that the log fills: a replica may be behind what this server has in memory, from the time when
    /// it led.
    fn histories(&self) -> &Reader {
        self.replica.as_ref().filter(|_| self.sequencer.replica_suffices()).unwrap_or(&self.reader)
    }

    /// Reads the committed state.
    pub fn state<T>(&self, look: impl FnOnce(&Registry) -> T) -> T {
        self.sequencer.read(look)
    }
}

/// What handlers are given.
pub type Data = web::Data<Shared>;

/// Binds and runs the server.
pub fn serve(shared: Arc<Shared>, address: SocketAddr, workers: usize) -> std::io::Result<(Server, SocketAddr)> {
    let data = Data::from(shared);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(data.clone())
            .app_data(web::PayloadConfig::new(BODY_MAX))
            .wrap(from_fn(limited))
            .wrap(from_fn(plain_when_small))
            .wrap(Compress::default())
            .wrap(from_fn(recognise))
            .wrap(from_fn(arriving))
            .wrap(from_fn(showing))
            .wrap(from_fn(heads))
            .wrap(from_fn(problems))
            .wrap(from_fn(observed))
            .configure(routes::all)
            .default_service(web::to(routes::no_such_route))
    })
    // Small answers go out in pieces: without this, the second waits for the peer's delayed acknowledgement.
    .on_connect(|connection, _| {
        if let Some(stream) = connection.downcast_ref::<TcpStream>() {
            let _ = stream.set_nodelay(true);
        }
    })
    .workers(workers)
    .backlog(1024)
    .client_request_timeout(std::time::Duration::from_secs(10))
    .shutdown_timeout(10)
    .disable_signals()
    .bind(address)?;
    let bound = server.addrs().first().copied().unwrap_or(address);
    Ok((server.run(), bound))
}

/// How long a read waits for the entry that it asks for.
pub(crate) const PATIENCE: std::time::Duration = std::time::Duration::from_secs(2);

/// A server that neither leads nor follows has no state to show: it says so instead of answering from an empty or an old
/// one. What is shown is told with every answer, and whoever names an entry waits until it is.
async fn showing(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    const ALWAYS: [&str; 10] = [
        "/livez",
        "/readyz",
        "/leadz",
        "/version",
        "/status",
        "/favicon.ico",
        "/assets/",
        "/docs",
        "/openapi.json",
        "/problems/",
    ];
    let needs_state = !ALWAYS.iter().any(|path| request.path().starts_with(path));
    let Some(shared) = request.app_data::<Data>().filter(|_| needs_state).cloned() else {
        return next.call(request).await;
    };
    shared.sequencer.shows().map_err(Problem::from)?;
    if let Some(sequence) = least_sequence(request.headers())? {
        shared.sequencer.until_shown(sequence, PATIENCE).await.map_err(Problem::from)?;
    }
    let last = shared.sequencer.shown().checked_sub(1);
    let mut response = next.call(request).await?;
    if let Some(last) = last.filter(|_| !response.headers().contains_key(SEQUENCE)) {
        response.headers_mut().insert(HeaderName::from_static(SEQUENCE), HeaderValue::from(last));
    }
    Ok(response)
}

/// The entry that an answer must show at the least, if one is named.
fn least_sequence(headers: &HeaderMap) -> Result<Option<u64>, Problem> {
    let Some(given) = headers.get(MIN_SEQUENCE) else { return Ok(None) };
    let number = given.to_str().ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let number = number.and_then(|text| text.parse().ok());
    let detail = format!("{MIN_SEQUENCE} is the sequence of an entry, in digits");
    number.map(Some).ok_or_else(|| Problem::bad_request("parameter_is_malformed", detail))
}

/// Whatever is answered to GET is answered to HEAD: the connection itself leaves the body out.
async fn heads(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    next.call(request).await
}

/// Gives every request its id, and every answer of 4xx and 5xx the form of a problem.
async fn problems(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    const NAME: HeaderName = HeaderName::from_static("x-request-id");
    // Known before anybody is recognised: what follows may refuse without giving the request back.
    let frame = wrong::wants_page(request.request()).then(|| Frame::of(request.request()));
    let given = request.headers().get(NAME).and_then(|v| v.to_str().ok());
    let plain = given.filter(|id| {
        (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    });
    let id = plain.map_or_else(|| uuid::Uuid::now_v7().to_string(), str::to_owned);
    let response = match next.call(request).await {
        Ok(response) => response.map_into_boxed_body(),
        Err(error) => {
            let known = error.as_error::<Problem>().cloned();
            let problem =
                known.unwrap_or_else(|| generic(error.as_response_error().status_code(), Some(error.to_string())));
            let mut response = answer(&problem, &id, frame);
            if let Ok(value) = HeaderValue::from_str(&id) {
                response.headers_mut().insert(NAME, value);
            }
            return Err(InternalError::from_response(problem.detail.clone(), response).into());
        }
    };
    let mut response = if response.status().is_client_error() || response.status().is_server_error() {
        let frame = frame.map(|_| Frame::of(response.request()));
        as_problem(response, &id, frame)
    } else {
        response
    };
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(NAME, value);
    }
    Ok(response)
}

/// A problem as a page to whoever looks for pages, as JSON to all others.
fn answer(problem: &Problem, id: &str, frame: Option<Frame>) -> HttpResponse {
    let plain = || problem.response(Some(id.to_owned()));
    match frame {
        Some(frame) => wrong::page(problem, frame, plain()).unwrap_or_else(|_| plain()),
        None => plain(),
    }
}

fn as_problem(response: ServiceResponse, id: &str, frame: Option<Frame>) -> ServiceResponse {
    let already = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|v| v.as_bytes() == MEDIA_TYPE.as_bytes() || v.as_bytes().starts_with(b"text/html"));
    let known = response.response().error().and_then(|error| error.as_error::<Problem>()).cloned();
    let problem = match known {
        Some(problem) => problem,
        None if already => return response,
        None => generic(response.status(), response.response().error().map(ToString::to_string)),
    };
    let answer = answer(&problem, id, frame);
    response.into_response(answer).map_into_boxed_body()
}

/// What the framework refused before a handler saw it.
fn generic(status: StatusCode, detail: Option<String>) -> Problem {
    let code = match status {
        StatusCode::NOT_FOUND => "no_such_route",
        StatusCode::METHOD_NOT_ALLOWED => "method_not_allowed",
        StatusCode::PAYLOAD_TOO_LARGE => "body_is_too_large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "media_type_not_supported",
        StatusCode::REQUEST_TIMEOUT => "request_took_too_long",
        s if s.is_server_error() => "internal_error",
        _ => "request_is_malformed",
    };
    Problem::new(status, code, detail.unwrap_or_else(|| status.canonical_reason().unwrap_or("refused").to_owned()))
}
