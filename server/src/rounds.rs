//! Work in the background: a thread that does something again and again until it is dropped.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

/// A thread that works in rounds. Dropping it waits for the round under way.
pub struct Rounds {
    stop: Arc<(Mutex<bool>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

impl Rounds {
    /// Starts it. A round answers how long to rest before the next.
    pub fn start(name: &str, mut round: impl FnMut() -> Duration + Send + 'static) -> std::io::Result<Rounds> {
        let stop: Arc<(Mutex<bool>, Condvar)> = Arc::default();
        let told = stop.clone();
        let run = move || {
            loop {
                let rest = round();
                let (stopped, changed) = &*told;
                let mut stopped = stopped.lock();
                if !*stopped {
                    changed.wait_for(&mut stopped, rest);
                }
                if *stopped {
                    return;
                }
            }
        };
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(run)?;
        Ok(Rounds { stop, thread: Some(thread) })
    }
}

impl Drop for Rounds {
    fn drop(&mut self) {
        let (stopped, changed) = &*self.stop;
        *stopped.lock() = true;
        changed.notify_one();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
