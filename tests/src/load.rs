//! Load: clients that send signed instructions at once and keep every acknowledgement.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use orebook_registry::instruction::{Act, ConfirmKey, Role, Void};

use crate::house::Http;
use crate::scenario::Scenario;
use crate::until;

const CLIENTS: usize = 4;

/// Instructions that a register has or has not acknowledged.
#[derive(Debug, Default)]
pub struct Load {
    instructions: Vec<Vec<u8>>,
    /// By the instruction's place: the sequence that was acknowledged.
    acknowledged: Mutex<BTreeMap<usize, u64>>,
    answered: AtomicUsize,
    /// When each was first acknowledged.
    moments: Mutex<Vec<Instant>>,
    /// A file that grows meanwhile, and how long it was when each acknowledgement had come, by place.
    noted: Option<PathBuf>,
    lengths: Mutex<BTreeMap<usize, u64>>,
}

/// An acknowledgement that a client holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The sequence it named.
    pub sequence: u64,
    /// What was acknowledged.
    pub instruction: Vec<u8>,
    /// How long the noted file was when it had come; 0 without one.
    pub noted_at: u64,
}

impl Load {
    /// So many instructions of the operator: payees to register, and ids to spend.
    ///
    /// # Panics
    /// Never, in a scenario that was founded.
    pub fn signed(scenario: &mut Scenario, count: usize) -> Self {
        let operator = scenario.operator.clone();
        let mut instructions = Vec::new();
        for n in 0..count {
            // An id of the scenario's own clock: a void may not look far ahead.
            let id = scenario.instruction(operator.id, Act::ConfirmKey(ConfirmKey {})).id;
            let act = if n.is_multiple_of(3) {
                Act::Void(Void { id })
            } else {
                let mut payee = scenario.registration(&format!("Payee {id}"), "CO", &[Role::Payee]).act;
                payee.keys.clear();
                Act::RegisterOrganisation(payee)
            };
            instructions.push(scenario.sign(&operator, act));
        }
        Self { instructions, ..Self::default() }
    }

    /// What it sends.
    pub fn instructions(&self) -> &[Vec<u8>] {
        &self.instructions
    }

    /// Notes with each first acknowledgement how long a file is.
    pub fn noting(self, file: PathBuf) -> Self {
        Self { noted: Some(file), ..self }
    }

    /// What was acknowledged so far.
    ///
    /// # Panics
    /// If a client panicked.
    pub fn acknowledgements(&self) -> Vec<Acknowledgement> {
        let acknowledged = self.acknowledged.lock().expect("no client panicked");
        let lengths = self.lengths.lock().expect("no client panicked");
        let acknowledgement = |(place, sequence): (&usize, &u64)| Acknowledgement {
            sequence: *sequence,
            instruction: self.instructions[*place].clone(),
            noted_at: lengths.get(place).copied().unwrap_or(0),
        };
        acknowledged.iter().map(acknowledgement).collect()
    }

    /// How long it took at the most from one acknowledgement to the next.
    ///
    /// # Panics
    /// If a client panicked.
    pub fn longest_gap(&self) -> Duration {
        let moments = self.moments.lock().expect("no client panicked");
        moments.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or_default()
    }

    /// How many were acknowledged so far.
    ///
    /// # Panics
    /// If a client panicked.
    pub fn acknowledged(&self) -> usize {
        self.acknowledged.lock().expect("no client panicked").len()
    }

    /// How many were answered so far, in whatever way.
    pub fn answered(&self) -> usize {
        self.answered.load(Ordering::SeqCst)
    }

    /// Sends all of them, several at once, while something else happens. A client ends with its first lost
    /// connection; answers of 503 leave an instruction unacknowledged.
    ///
    /// # Panics
    /// If an answer is neither an acknowledgement nor 503.
    pub fn send_while(&self, http: &Http, meanwhile: impl FnOnce()) {
        let next = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..CLIENTS {
                scope.spawn(|| {
                    loop {
                        let place = next.fetch_add(1, Ordering::SeqCst);
                        if place >= self.instructions.len() || self.send(http, place).is_none() {
                            return;
                        }
                    }
                });
            }
            meanwhile();
        });
    }

    /// Whether it was acknowledged; nothing if there was no answer.
    fn send(&self, http: &Http, place: usize) -> Option<bool> {
        let json = [("content-type", "application/json")];
        let answer = http.try_send("POST", "/v1/instructions", &json, self.instructions[place].clone());
        self.answered.fetch_add(1, Ordering::SeqCst);
        let answer = answer.ok()?;
        match answer.status {
            200 | 201 => {
                let sequence = answer.text("/sequence").parse().expect("a sequence");
                let before = self.acknowledged.lock().expect("no client panicked").insert(place, sequence);
                if before.is_none() {
                    self.moments.lock().expect("no client panicked").push(Instant::now());
                }
                assert!(before.is_none_or(|before| before == sequence && answer.status == 200), "{}", answer.body);
                if let Some(length) =
                    self.noted.as_ref().map(|file| std::fs::metadata(file).map_or(0, |meta| meta.len()))
                {
                    self.lengths.lock().expect("no client panicked").entry(place).or_insert(length);
                }
            }
            503 => assert!(
                ["outcome_unknown", "not_ready", "not_leading", "busy"].contains(&answer.code()),
                "{}",
                answer.body
            ),
            _ => panic!("{} {}", answer.status, answer.body),
        }
        Some(answer.status < 300)
    }

    /// Sends every instruction again, acknowledged or not, until it is: what was acknowledged is there, under the same
    /// sequence; what was not is there now; nothing is there twice. A server that has not noticed yet what it has lost
    /// answers 503 meanwhile.
    ///
    /// # Panics
    /// If that is not so.
    pub fn send_again(&self, http: &Http) {
        for place in 0..self.instructions.len() {
            until("an instruction to be acknowledged", || self.send(http, place)?.then_some(()));
        }
        let acknowledged = self.acknowledged.lock().expect("no client panicked");
        assert_eq!(acknowledged.len(), self.instructions.len(), "every instruction has its entry");
        let sequences: BTreeSet<u64> = acknowledged.values().copied().collect();
        assert_eq!(sequences.len(), acknowledged.len(), "and each an entry of its own");
    }
}
