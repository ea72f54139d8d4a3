//! A small real witness (c2sp.org/tlog-witness): it cosigns over HTTP whatever continues what it cosigned before, and
//! nothing else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpResponse, HttpServer, web};
use orebook_tlog::{AddCheckpoint, Checkpoint, Cosigner, VerifierKey, WitnessKey, verify_consistency};

/// A witness that listens, until it is dropped.
pub struct Witness {
    inner: Arc<Inner>,
    url: String,
    handle: ServerHandle,
}

struct Inner {
    cosigner: Cosigner,
    log: VerifierKey,
    /// The checkpoint that it cosigned last, of each log.
    seen: Mutex<BTreeMap<String, Checkpoint>>,
    /// What it answers instead, when it is to be out of order.
    fault: Mutex<Option<(u16, String)>>,
    /// The time that it signs, when it is to be a strange one.
    time: Mutex<Option<u64>>,
}

impl Witness {
    /// A witness of one log.
    ///
    /// # Panics
    /// If it cannot listen.
    pub fn of(log: VerifierKey, name: &str, seed: u8) -> Self {
        let cosigner = Cosigner::new(name, [seed; 32]).expect("a name");
        let (seen, fault, time) = (Mutex::default(), Mutex::default(), Mutex::default());
        let inner = Arc::new(Inner { cosigner, log, seen, fault, time });
        let (sender, receiver) = std::sync::mpsc::channel();
        let served = inner.clone();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let data = web::Data::from(served);
                let app = move || App::new().app_data(data.clone()).route("/add-checkpoint", web::post().to(add));
                let server =
                    HttpServer::new(app).workers(1).disable_signals().bind(("127.0.0.1", 0)).expect("it listens");
                let address = server.addrs()[0];
                let server = server.run();
                sender.send((address, server.handle())).expect("somebody waits");
                server.await
            })
        });
        let (address, handle) = receiver.recv().expect("it listens");
        Self { inner, url: format!("http://{address}"), handle }
    }

    /// Its submission prefix.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its key.
    pub fn key(&self) -> &WitnessKey {
        self.inner.cosigner.verifier_key()
    }

    /// Entries of the checkpoint that it cosigned last.
    pub fn size(&self) -> u64 {
        lock(&self.inner.seen).values().map(|seen| seen.size).max().unwrap_or(0)
    }

    /// From now on it signs this time.
    pub fn sign_at(&self, time: Option<u64>) {
        *lock(&self.inner.time) = time;
    }

    /// From now on it answers this, or works again.
    pub fn answer(&self, fault: Option<(u16, &str)>) {
        *lock(&self.inner.fault) = fault.map(|(status, body)| (status, body.to_owned()));
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn add(inner: web::Data<Inner>, body: String) -> HttpResponse {
    let answer = |status: u16, body: String| {
        let status = actix_web::http::StatusCode::from_u16(status).expect("a status");
        HttpResponse::build(status).body(body)
    };
    if let Some((status, body)) = lock(&inner.fault).clone() {
        return answer(status, body);
    }
    let (status, body) = inner.decide(&body);
    answer(status, body)
}

impl Inner {
    /// The steps of the standard, in its order.
    fn decide(&self, body: &str) -> (u16, String) {
        let refuse = |status, why: &str| (status, format!("{why}\n"));
        let Ok(AddCheckpoint { old, proof, checkpoint: note }) = body.parse() else {
            return refuse(400, "not a request");
        };
        let Ok(checkpoint) = Checkpoint::open(&note, &self.log) else { return refuse(403, "not signed by the log") };
        let mut seen = lock(&self.seen);
        let known = seen.get(&checkpoint.origin);
        if old > checkpoint.size {
            return refuse(400, "the old size is larger");
        }
        let (size, root) = known.map_or((0, orebook_tlog::empty_root()), |known| (known.size, known.root));
        if old != size || (checkpoint.size == size && checkpoint.root != root) {
            return (409, format!("{size}\n"));
        }
        if verify_consistency(size, &root, checkpoint.size, &checkpoint.root, &proof).is_err() {
            return refuse(422, "not consistent");
        }
        let time = lock(&self.time).unwrap_or(1_790_000_000 + checkpoint.size);
        let line = self.cosigner.cosign(&note, time).expect("a note");
        seen.insert(checkpoint.origin.clone(), checkpoint);
        (200, line)
    }
}
