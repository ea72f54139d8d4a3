//! Recognising who asks, once for each request, before anything else looks at it.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};

use super::bearer;
use crate::app::Data;

/// Puts the [`Member`](super::Member) that asks into the request's extensions. Whoever shows a token that is worth nothing
/// is refused, even where none is needed: a client that believes itself known should hear that it is not.
pub async fn recognise(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if let Some(shared) = request.app_data::<Data>()
        && let Some(authorization) = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok())
        && let Some(member) = bearer::member(shared, authorization)?
    {
        request.extensions_mut().insert(member);
    }
    next.call(request).await
}
