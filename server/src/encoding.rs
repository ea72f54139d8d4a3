//! Which answers are compressed: not those so small that it gains nothing. (Pictures but SVG are left out by the
//! framework.)

use actix_web::Error;
use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{CONTENT_ENCODING, HeaderMap, HeaderValue, VARY};
use actix_web::middleware::Next;

/// Bodies below this many bytes go out in one packet either way.
const LEAST: u64 = 1_024;

/// The mark that keeps a body from being compressed. It is taken off again: a field of this value is not sent
/// (RFC 9110 §8.4.1).
const AS_IT_IS: HeaderValue = HeaderValue::from_static("identity");

const BY_ENCODING: &str = "accept-encoding";

/// Marks what is too small. Stands inside of whatever compresses.
pub async fn plain_when_small(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let mut response = next.call(request).await?;
    if matches!(response.response().body().size(), BodySize::Sized(bytes) if bytes < LEAST) {
        response.headers_mut().insert(CONTENT_ENCODING, AS_IT_IS);
    }
    Ok(response)
}

/// Takes the mark off, and tells caches of everything else that it has more than one form, whichever this is.
pub fn head(headers: &mut HeaderMap) {
    if headers.get(CONTENT_ENCODING) == Some(&AS_IT_IS) {
        headers.remove(CONTENT_ENCODING);
        return;
    }
    let mut told = headers.get_all(VARY).filter_map(|value| value.to_str().ok());
    if !told.any(|value| value.contains(BY_ENCODING)) {
        headers.append(VARY, HeaderValue::from_static(BY_ENCODING));
    }
}
