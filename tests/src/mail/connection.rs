//! One connection to the mail server. What SMTP is, `mailin` knows.

use std::io::{BufReader, Error, ErrorKind, Read, Result, Write};
use std::net::{IpAddr, Ipv4Addr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use mailin::{Action, AuthMechanism, Handler, Response, Session, SessionBuilder, response};
use rustls::{ServerConnection, StreamOwned};

use super::{Fault, Inner, Received, Security, Stage, locked};

/// What the connection and its session tell each other.
#[derive(Default)]
struct Line {
    encrypted: AtomicBool,
    cut: AtomicBool,
    /// The answer that is given is the last one.
    last: AtomicBool,
}

/// Speaks with a client until it goes, or is cut off.
pub(super) fn serve(inner: &Arc<Inner>, stream: TcpStream) -> Result<()> {
    let line = Arc::new(Line::default());
    let mut builder = SessionBuilder::new("localhost");
    if inner.security == Security::Starttls {
        builder.enable_start_tls();
    }
    if inner.login.is_some() {
        builder.enable_auth(AuthMechanism::Plain).insecure_enable_plaintext_auth();
    }
    let talker = Talker { inner: inner.clone(), line: line.clone(), to: String::new(), bytes: Vec::new(), login: None };
    let mut session = builder.build(IpAddr::V4(Ipv4Addr::LOCALHOST), talker);
    if inner.security == Security::Implicit {
        line.encrypted.store(true, Ordering::SeqCst);
        let mut stream = secured(inner, stream)?;
        greet(inner, &session, stream.get_mut())?;
        return talk(&mut session, &line, &mut stream).map(drop);
    }
    let mut clear = BufReader::new(stream);
    greet(inner, &session, clear.get_mut())?;
    if talk(&mut session, &line, &mut clear)? {
        let mut stream = secured(inner, clear.into_inner())?;
        session.tls_active();
        line.encrypted.store(true, Ordering::SeqCst);
        talk(&mut session, &line, &mut stream)?;
    }
    Ok(())
}

type Secured = BufReader<StreamOwned<ServerConnection, TcpStream>>;

fn secured(inner: &Inner, stream: TcpStream) -> Result<Secured> {
    let connection = ServerConnection::new(inner.tls.clone()).map_err(Error::other)?;
    Ok(BufReader::new(StreamOwned::new(connection, stream)))
}

fn greet(inner: &Arc<Inner>, session: &Session<Talker>, stream: &mut impl Write) -> Result<()> {
    match inner.fault_at(Stage::Greeting) {
        Some(Fault::Cut) => return Err(ErrorKind::ConnectionAborted.into()),
        Some(Fault::Hang) => inner.hang(),
        Some(Fault::Answer(code)) => {
            write!(stream, "{code} not now\r\n")?;
            return Err(ErrorKind::ConnectionAborted.into());
        }
        None => {}
    }
    session.greeting().write_to(stream)?;
    stream.flush()
}

/// A reader that can be written to.
trait Duplex: std::io::BufRead {
    fn writer(&mut self) -> &mut dyn Write;
}

impl<S: Read + Write> Duplex for BufReader<S> {
    fn writer(&mut self) -> &mut dyn Write {
        self.get_mut()
    }
}

/// Answers line by line; true when the client wants the rest encrypted.
fn talk(session: &mut Session<Talker>, line: &Line, stream: &mut impl Duplex) -> Result<bool> {
    loop {
        let mut read = Vec::new();
        if stream.read_until(b'\n', &mut read)? == 0 {
            return Ok(false);
        }
        let answer = session.process(&read);
        if line.cut.load(Ordering::SeqCst) {
            return Ok(false);
        }
        answer.write_to(stream.writer())?;
        stream.writer().flush()?;
        if line.last.load(Ordering::SeqCst) {
            return Ok(false);
        }
        match answer.action {
            Action::Close => return Ok(false),
            Action::UpgradeTls => return Ok(true),
            Action::NoReply | Action::Reply => {}
        }
    }
}

/// Decides what becomes of letters.
struct Talker {
    inner: Arc<Inner>,
    line: Arc<Line>,
    to: String,
    bytes: Vec<u8>,
    login: Option<(String, String)>,
}

impl Talker {
    /// What is answered at a stage, when something is to go wrong there.
    fn fault(&self, stage: Stage) -> Option<Response> {
        Some(match self.inner.fault_at(stage)? {
            Fault::Answer(code) => Response::custom(code, "as it was told".to_owned()),
            Fault::Cut => {
                self.line.cut.store(true, Ordering::SeqCst);
                response::NO_SERVICE
            }
            Fault::Hang => {
                self.inner.hang();
                self.line.cut.store(true, Ordering::SeqCst);
                response::NO_SERVICE
            }
        })
    }

    fn keep(&mut self) {
        let encrypted = self.line.encrypted.load(Ordering::SeqCst);
        let (to, bytes) = (self.to.clone(), std::mem::take(&mut self.bytes));
        locked(&self.inner.received).push(Received { to, bytes, encrypted, login: self.login.clone() });
    }
}

impl Handler for Talker {
    fn mail(&mut self, _: IpAddr, _: &str, _: &str) -> Response {
        self.bytes.clear();
        self.fault(Stage::Sender).unwrap_or(response::OK)
    }

    fn rcpt(&mut self, to: &str) -> Response {
        self.to = to.to_owned();
        if locked(&self.inner.unknown).iter().any(|address| address == to) {
            return Response::custom(550, format!("<{to}> is not known here"));
        }
        self.fault(Stage::Recipient).unwrap_or(response::OK)
    }

    fn data(&mut self, buffer: &[u8]) -> Result<()> {
        self.bytes.extend_from_slice(buffer);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        match self.inner.peek(Stage::Letter) {
            // The library takes whatever follows a refused letter for more of it, so nothing may follow.
            Some(Fault::Answer(_)) => self.line.last.store(true, Ordering::SeqCst),
            _ => self.keep(),
        }
        self.fault(Stage::Letter).unwrap_or(response::OK)
    }

    fn auth_plain(&mut self, _: &str, user: &str, password: &str) -> Response {
        let given = (user.to_owned(), password.to_owned());
        if self.inner.login.as_ref() != Some(&given) {
            return response::INVALID_CREDENTIALS;
        }
        self.login = Some(given);
        response::AUTH_OK
    }
}

impl Inner {
    fn peek(&self, stage: Stage) -> Option<Fault> {
        locked(&self.faults).front().filter(|(at, _)| *at == stage).map(|(_, fault)| *fault)
    }

    /// The next fault, if it is of this stage; it is then used up.
    fn fault_at(&self, stage: Stage) -> Option<Fault> {
        let mut faults = locked(&self.faults);
        let (at, fault) = *faults.front()?;
        if at != stage {
            return None;
        }
        faults.pop_front();
        Some(fault)
    }

    /// Keeps silent until it is mended.
    fn hang(&self) {
        self.hanging.store(true, Ordering::SeqCst);
        while self.hanging.load(Ordering::SeqCst) {
            std::thread::park_timeout(Duration::from_millis(5));
        }
    }
}
