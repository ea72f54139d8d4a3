//! One quota for many clients. Whoever has asked for nothing for the whole of a quota's window has a full quota, so may be
//! forgotten: clients are kept in two generations, and when a window is over the older one goes. At most so many are
//! kept in each; an address that comes when it is full shares one bucket with all others that do. Members have room always:
//! there are no more of them than the register has.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::{Clock, MonotonicClock, Reference};
use governor::middleware::StateInformationMiddleware;
use governor::nanos::Nanos;
use governor::state::{InMemoryState, NotKeyed, StateStore};
use governor::{Quota as Rate, RateLimiter};
use parking_lot::Mutex;

use super::client::Client;
use super::settings::Quota;

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// It is served, and so many more would be now.
    Served {
        /// Requests.
        left: u32,
    },
    /// It is refused; after this time one would be served.
    Refused {
        /// Until then.
        wait: Duration,
    },
}

/// A quota, and what each client has left of it.
pub struct Limiter<C: Clock = MonotonicClock> {
    inner: RateLimiter<Client, Kept, C, StateInformationMiddleware>,
    generations: Arc<Mutex<Generations>>,
    window: Duration,
    begun: Mutex<C::Instant>,
}

#[derive(Default)]
struct Generations {
    young: BTreeMap<Client, InMemoryState>,
    old: BTreeMap<Client, InMemoryState>,
    others: InMemoryState,
    clients_max: usize,
}

/// Where the limiter keeps what it knows of clients.
struct Kept(Arc<Mutex<Generations>>);

impl StateStore for Kept {
    type Key = Client;

    fn measure_and_replace<T, F, E>(&self, client: &Client, decide: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        let mut generations = self.0.lock();
        // One look-up is enough for whoever asked a moment ago.
        if let Some(state) = generations.young.get(client) {
            return state.measure_and_replace(&NotKeyed::NonKey, decide);
        }
        generations.newcomer(client).measure_and_replace(&NotKeyed::NonKey, decide)
    }
}

impl Generations {
    /// The state of a client that is not among the young.
    fn newcomer(&mut self, client: &Client) -> &InMemoryState {
        let known = self.old.remove(client);
        let is_stranger = known.is_none() && matches!(client, Client::Address(_));
        if is_stranger && self.young.len() >= self.clients_max {
            return &self.others;
        }
        self.young.entry(client.clone()).or_insert(known.unwrap_or_default())
    }
}

impl Limiter {
    /// Whole quotas for all, by this machine's clock.
    pub fn of(quota: Quota, clients_max: usize) -> Self {
        Self::with_clock(quota, clients_max, MonotonicClock)
    }
}

impl<C: Clock> Limiter<C> {
    /// Whole quotas for all.
    pub fn with_clock(quota: Quota, clients_max: usize, clock: C) -> Self {
        let generations = Arc::new(Mutex::new(Generations { clients_max, ..Generations::default() }));
        let rate = Rate::with_period(quota.period()).unwrap_or(Rate::per_second(quota.requests));
        let rate = rate.allow_burst(quota.requests);
        let (begun, window) = (Mutex::new(clock.now()), Duration::from_secs(quota.seconds.get().into()));
        let inner = RateLimiter::new(rate, Kept(generations.clone()), clock);
        Self { inner, generations, window, begun }
    }

    /// Counts a request of a client.
    pub fn count(&self, client: Client) -> Counted {
        self.forget();
        match self.inner.check_key(&client) {
            Ok(snapshot) => Counted::Served { left: snapshot.remaining_burst_capacity() },
            Err(until) => Counted::Refused { wait: until.wait_time_from(self.inner.clock().now()) },
        }
    }

    /// Ends a generation when its window is over.
    fn forget(&self) {
        let now = self.inner.clock().now();
        let mut begun = self.begun.lock();
        if Duration::from(now.duration_since(*begun)) < self.window {
            return;
        }
        *begun = now;
        let mut generations = self.generations.lock();
        // What is dropped has not been asked for since before the window that is over now.
        generations.old = std::mem::take(&mut generations.young);
    }

    /// For how many clients something is kept.
    pub fn clients(&self) -> usize {
        let generations = self.generations.lock();
        generations.young.len() + generations.old.len()
    }
}
