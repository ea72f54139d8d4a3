//! The replay: every instruction decided again at the time of its entry, by the very code that decided it first.
//!
//! What the register writes is compared with what stands in the log, byte for byte. That one comparison covers the
//! canonical form, the ids, the figures of every event, the blinds and the consequences: an entry that differs in
//! anything is not what the rules give. Only then is it asked what differs.
//!
//! After the first finding the state is not that of the log any more, so nothing later could be judged: the replay
//! stops there.

use std::collections::VecDeque;
use std::num::NonZeroU64;

use orebook_document::Opened;
use orebook_registry::instruction::Instruction;
use orebook_registry::party::OwnKeys;
use orebook_registry::values::Timestamp;
use orebook_registry::{Cause, Contradiction, NewEntry, Outcome, Registry, invariants};
use orebook_tlog::VerifierKey;

use crate::difference;
use crate::prepare::{Outline, Prepared};
use crate::report::{Figures, Finding, rule};
use crate::verify::Options;

/// The register as far as it has been replayed.
pub(crate) struct Replay<'a> {
    key: &'a VerifierKey,
    registry: Registry,
    /// Entries that the last cause wrote and that the log must hold next.
    expected: VecDeque<NewEntry>,
    replayed: u64,
    signatures: u64,
    invariants_every: NonZeroU64,
    finding: Option<Finding>,
}

impl<'a> Replay<'a> {
    pub fn new(key: &'a VerifierKey, options: &Options) -> Replay<'a> {
        let (registry, expected, invariants_every) = (Registry::new(), VecDeque::new(), options.invariants_every);
        Replay { key, registry, expected, replayed: 0, signatures: 0, invariants_every, finding: None }
    }

    /// The keys that the log names, as far as it was replayed.
    pub fn own_keys(&self) -> &OwnKeys {
        self.registry.own_keys()
    }

    /// Whether nothing was found and every consequence of the last cause has been read.
    pub fn is_between_causes(&self) -> bool {
        self.finding.is_none() && self.expected.is_empty()
    }

    /// Replays the next entry, unless there was a finding before.
    pub fn entry(&mut self, entry: &Prepared) {
        if self.finding.is_some() {
            return;
        }
        let step = match &entry.outline {
            Some(outline) => self.step(self.replayed, entry, outline),
            None => self.follow(self.replayed, &entry.bytes),
        };
        match step {
            Ok(()) => self.replayed += 1,
            Err(finding) => self.finding = Some(finding),
        }
    }

    /// Applies an entry that was decided again another time: its root tells that it is the same.
    fn follow(&mut self, index: u64, bytes: &[u8]) -> Result<(), Finding> {
        let followed = self.registry.follow(bytes, Timestamp::from_ms(0));
        followed.map_err(|error| Finding::at(index, rule::READABLE, error.to_string()))
    }

    fn step(&mut self, index: u64, entry: &Prepared, outline: &Result<Outline, String>) -> Result<(), Finding> {
        let outline = outline
            .as_ref()
            .map_err(|error| Finding::at(index, rule::READABLE, format!("the bytes are no entry: {error}")))?;
        if outline.sequence != index {
            let detail = format!("the entry says it is entry {}", outline.sequence);
            return Err(Finding::at(index, rule::SEQUENCE, detail));
        }
        self.signatures += u64::from(outline.instruction.is_ok());
        if self.expected.is_empty() {
            self.expected = self.cause(index, outline)?.into();
        }
        let expected = self.expected.pop_front().ok_or_else(|| {
            Finding::at(index, rule::CLOCK_NEEDLESS, "nothing was due and the day was open, so there is no such entry")
        })?;
        if expected.bytes != entry.bytes {
            return Err(difference::explain(index, &expected, &entry.bytes));
        }
        if (index + 1).is_multiple_of(self.invariants_every.get()) {
            self.check_invariants(index)?;
        }
        Ok(())
    }

    /// Decides a cause again: its own entry and all that follows from it.
    fn cause(&mut self, index: u64, outline: &Outline) -> Result<Vec<NewEntry>, Finding> {
        if (outline.cause == Cause::Founding) != (index == 0) {
            let detail = "entry 0, and no other, founds the register";
            return Err(Finding::at(index, rule::FIRST, detail));
        }
        if let Some(last) = self.registry.time().filter(|last| outline.time < *last) {
            let detail = format!("the entry was decided at {}, the one before it at {last}", outline.time);
            return Err(Finding::at(index, rule::TIME, detail));
        }
        let opened = || {
            let unopened = outline.instruction.as_ref();
            unopened.map_err(|unopened| Finding::at(index, unopened.rule, unopened.detail.clone()))
        };
        match outline.cause {
            Cause::Founding => self.found(index, opened()?),
            Cause::Instruction => self.submit(index, outline.time, opened()?),
            Cause::Clock => self.registry.advance(outline.time).map_err(contradiction(index)),
            Cause::Continuation => {
                let detail = "nothing more follows from the entry before it, so there is no such continuation";
                Err(Finding::at(index, rule::CONTINUATION, detail))
            }
        }
    }

    fn found(&mut self, index: u64, opened: &Opened<Instruction>) -> Result<Vec<NewEntry>, Finding> {
        let outcome = self.registry.found(opened).map_err(contradiction(index))?;
        let entries = accepted(index, outcome)?;
        let origin = self.registry.origin();
        if origin != self.key.name() {
            let detail = format!("the register was founded as {origin}; the key given is {}", self.key);
            return Err(Finding::at(index, rule::LOG_KEY, detail));
        }
        Ok(entries)
    }

    fn submit(&mut self, index: u64, time: Timestamp, opened: &Opened<Instruction>) -> Result<Vec<NewEntry>, Finding> {
        let overdue = self.registry.advance(time).map_err(contradiction(index))?;
        if let Some(clock) = overdue.first() {
            let names: Vec<&str> = clock.events.iter().map(|event| event.name().1).collect();
            let detail = match names.as_slice() {
                [] => format!("the first entry of {} must be a clock entry", time.date()),
                names => format!("a clock entry must come before it, for this was due: {}", names.join(", ")),
            };
            return Err(Finding::at(index, rule::CLOCK_MISSING, detail));
        }
        let outcome = self.registry.submit(time, opened).map_err(contradiction(index))?;
        accepted(index, outcome)
    }

    fn check_invariants(&self, index: u64) -> Result<(), Finding> {
        invariants::check(&self.registry)
            .map_err(|broken| Finding::at(index, rule::INVARIANT, format!("after this entry: {broken}")))
    }

    /// The figures, and the finding if there was one.
    pub fn finish(mut self) -> (Figures, Option<Finding>) {
        if self.finding.is_none() {
            self.finding = self.end().err();
        }
        (Figures::of(&self.registry, self.replayed, self.signatures), self.finding)
    }

    fn end(&self) -> Result<(), Finding> {
        if let Some(expected) = self.expected.front() {
            let detail = format!("the log ends here, but {} must still follow from the entry before", expected.kind);
            return Err(Finding::at(expected.sequence, rule::CONSEQUENCE, detail));
        }
        match self.replayed.checked_sub(1) {
            Some(last) => self.check_invariants(last),
            None => Err(Finding::general(rule::FIRST, "the log is empty: it has no founding entry")),
        }
    }
}

fn accepted(index: u64, outcome: Outcome) -> Result<Vec<NewEntry>, Finding> {
    match outcome {
        Outcome::Accepted(entries) => Ok(entries),
        Outcome::Replayed(name) => {
            let detail = format!("the same instruction was accepted as entry {}", name.sequence);
            Err(Finding::at(index, rule::REPLAYED, detail))
        }
        Outcome::Refused(refusal) => {
            let detail = format!("the rules refuse its instruction ({}): {refusal}", refusal.code());
            Err(Finding::at(index, rule::ACCEPTED, detail))
        }
    }
}

fn contradiction(index: u64) -> impl FnOnce(Contradiction) -> Finding {
    move |contradiction| Finding::at(index, rule::CONTRADICTION, contradiction.to_string())
}
