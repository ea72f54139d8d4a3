//! How long a body may take to arrive. The head of a request has ten seconds by itself; without a limit for what follows,
//! whoever sends half a body would hold a connection for ever.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage, rt};
use futures_util::Stream;
use tokio::time::{Instant, Sleep, sleep, sleep_until};

use crate::problem::Problem;

/// So long a body may take, and a second more for each kilobyte that has come: as a bad connection still manages.
const GRACE: Duration = Duration::from_secs(30);
const BYTES_A_SECOND: u64 = 1024;
/// How long a chunked body that nobody reads is held on to: until the answer is written, behind which its connection is
/// then closed. Of one that was let go, actix would wait for the rest, however long that takes.
const HELD: Duration = Duration::from_secs(1);

/// Gives a request up whose body arrives too slowly.
pub(crate) async fn arriving(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let body = match request.take_payload() {
        Payload::None => return next.call(request).await,
        payload => Rc::new(Body { payload: RefCell::new(payload), state: Cell::new(State::Arriving) }),
    };
    let chunked = request.chunked().unwrap_or(false);
    let read: Pin<Box<dyn Stream<Item = _>>> = Box::pin(Reading::of(body.clone()));
    request.set_payload(read.into());
    let answered = next.call(request).await;
    let state = body.state.get();
    if chunked && state != State::Arrived {
        rt::spawn(async move {
            sleep(HELD).await;
            drop(body);
        });
    }
    if state == State::Late {
        let detail = "the body of the request did not arrive in time";
        return Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "request_took_too_long", detail).into());
    }
    answered
}

/// How far a body has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Arriving,
    Arrived,
    Late,
}

struct Body {
    payload: RefCell<Payload>,
    state: Cell<State>,
}

/// A body that fails when it falls behind.
struct Reading {
    body: Rc<Body>,
    began: Instant,
    bytes: u64,
    ends: Pin<Box<Sleep>>,
}

impl Reading {
    fn of(body: Rc<Body>) -> Self {
        let began = Instant::now();
        Self { body, began, bytes: 0, ends: Box::pin(sleep_until(began + GRACE)) }
    }
}

impl Stream for Reading {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = Pin::new(&mut *self.body.payload.borrow_mut()).poll_next(context);
        match &piece {
            Poll::Ready(Some(Ok(bytes))) => {
                self.bytes += bytes.len() as u64;
                let ends = self.began + GRACE + Duration::from_secs(self.bytes / BYTES_A_SECOND);
                self.ends.as_mut().reset(ends);
            }
            Poll::Ready(None) => self.body.state.set(State::Arrived),
            Poll::Ready(Some(Err(_))) => {}
            Poll::Pending if self.ends.as_mut().poll(context).is_ready() => {
                self.body.state.set(State::Late);
                return Poll::Ready(Some(Err(PayloadError::Io(std::io::ErrorKind::TimedOut.into()))));
            }
            Poll::Pending => {}
        }
        piece
    }
}
