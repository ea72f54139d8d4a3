//! Load: clients that send signed instructions at once and keep every acknowledgement.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use orebook_registry::instruction::{Act, ConfirmKey, Role, Void};

use crate::house::Http;
use crate::scenario::Scenario;

const CLIENTS: usize = 4;

/// Instructions that a register has or has not acknowledged.
#[derive(Debug, Default)]
pub struct Load {
    instructions: Vec<Vec<u8>>,
    /// By the instruction's place: the sequence that was acknowledged.
    acknowledged: Mutex<BTreeMap<usize, u64>>,
    answered: AtomicUsize,
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
                    while let Some(bytes) = self.instructions.get(next.fetch_add(1, Ordering::SeqCst)) {
                        let place = self.instructions.iter().position(|other| other == bytes);
                        if !self.send(http, place.expect("it is one of them")) {
                            return;
                        }
                    }
                });
            }
            meanwhile();
        });
    }

    /// Whether there was an answer.
    fn send(&self, http: &Http, place: usize) -> bool {
        let json = [("content-type", "application/json")];
        let answer = http.try_send("POST", "/v1/instructions", &json, self.instructions[place].clone());
        self.answered.fetch_add(1, Ordering::SeqCst);
        let Ok(answer) = answer else { return false };
        match answer.status {
            200 | 201 => {
                let sequence = answer.text("/sequence").parse().expect("a sequence");
                let before = self.acknowledged.lock().expect("no client panicked").insert(place, sequence);
                assert!(before.is_none_or(|before| before == sequence && answer.status == 200), "{}", answer.body);
            }
            503 => assert!(["outcome_unknown", "not_ready", "busy"].contains(&answer.code()), "{}", answer.body),
            _ => panic!("{} {}", answer.status, answer.body),
        }
        true
    }

    /// Sends every instruction again, acknowledged or not: what was acknowledged is there, under the same sequence;
    /// what was not is there now; nothing is there twice.
    ///
    /// # Panics
    /// If that is not so.
    pub fn send_again(&self, http: &Http) {
        for place in 0..self.instructions.len() {
            assert!(self.send(http, place), "there is an answer to instruction {place}");
        }
        let acknowledged = self.acknowledged.lock().expect("no client panicked");
        assert_eq!(acknowledged.len(), self.instructions.len(), "every instruction has its entry");
        let sequences: BTreeSet<u64> = acknowledged.values().copied().collect();
        assert_eq!(sequences.len(), acknowledged.len(), "and each an entry of its own");
    }
}
