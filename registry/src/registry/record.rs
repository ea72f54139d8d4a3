//! Recording: deciding, stepping and applying joined into the entries of the log. The server and the verifier call
//! the very same functions.

use super::*;
use crate::credit::Range;
use crate::entry::EntryName;

/// What an instruction will write first, if it is accepted.
#[derive(Debug, Clone)]
pub struct Plan {
    entry: NewEntry,
    own: Vec<Event>,
    /// Goes into a continuation.
    public: Vec<Event>,
}

impl Registry {
    /// Founds the register: entry 0.
    pub fn found(&mut self, opened: &Opened<Instruction>) -> Result<Outcome, Contradiction> {
        if self.founding.is_some() {
            return Ok(Outcome::Refused(Refusal::RegisterMustNotBeFounded {}));
        }
        let instruction = opened.document();
        let Act::Found(found) = &instruction.act else {
            return Ok(Outcome::Refused(Refusal::RegistryMustBe { expected: String::new() }));
        };
        let now = Timestamp::from(opened.created());
        if let Err(refusal) = instruction
            .must_be_of_this_form()
            .and_then(|()| check_founding_time(now))
            .and_then(|()| check_times(now, opened))
        {
            return Ok(Outcome::Refused(refusal));
        }
        if instruction.registry != found.origin {
            return Ok(Outcome::Refused(Refusal::RegistryMustBe { expected: found.origin.clone() }));
        }
        match party::found::decide(&mut self.mint(now), opened.key(), instruction.organisation, found) {
            Ok(founded) => {
                let events = vec![Event::Party(PartyEvent::Founded(founded))];
                let plan = self.plan(Cause::Founding, now, opened, events);
                Ok(Outcome::Accepted(self.record(plan, opened)?))
            }
            Err(refusal) => Ok(Outcome::Refused(refusal)),
        }
    }

    /// Writes what is due by the clock: the day's first entry and everything whose time has come.
    pub fn advance(&mut self, now: Timestamp) -> Result<Vec<NewEntry>, Contradiction> {
        let Some(last) = self.time else { return Ok(Vec::new()) };
        let now = last.max(now);
        let opens_day = now.date() > last.date();
        if !opens_day && step::due(self, now).is_none() {
            return Ok(Vec::new());
        }
        let origin = Origin { sequence: self.size, time: now, proof_value: None };
        let mut entries = Vec::new();
        self.record_clock(&origin, &mut entries)?;
        self.record_steps(&origin, &mut entries)?;
        Ok(entries)
    }

    /// Decides an instruction at `now` and applies what it makes true. [`Registry::advance`] must have been called
    /// with the same `now` before.
    pub fn submit(&mut self, now: Timestamp, opened: &Opened<Instruction>) -> Result<Outcome, Contradiction> {
        match self.consider(now, opened) {
            Verdict::Replayed(name) => Ok(Outcome::Replayed(name)),
            Verdict::Refused(refusal) => Ok(Outcome::Refused(refusal)),
            Verdict::Planned(plan) => Ok(Outcome::Accepted(self.accept(*plan, opened)?)),
        }
    }

    /// The first half of [`Registry::submit`]: looks and changes nothing, so that a panic in it harms nobody else.
    pub fn consider(&self, now: Timestamp, opened: &Opened<Instruction>) -> Verdict {
        let now = self.not_before_last(now);
        if let Some(name) = self.replayed(opened) {
            return Verdict::Replayed(name);
        }
        match self.decide(now, opened).map(|events| self.plan(Cause::Instruction, now, opened, events)) {
            Ok(plan) if self.fits(&plan, opened) => Verdict::Planned(Box::new(plan)),
            Ok(_) => Verdict::Refused(Refusal::FieldMustBe {
                field: "act",
                rule: "small enough for an entry of 60000 bytes: ask in parts",
            }),
            Err(refusal) => Verdict::Refused(refusal),
        }
    }

    /// Whether both the entry and the continuation of its public events can be written.
    fn fits(&self, plan: &Plan, opened: &Opened<Instruction>) -> bool {
        let Plan { entry, public, .. } = plan;
        let origin = Origin { sequence: entry.sequence, time: entry.time, proof_value: Some(opened.proof_value()) };
        let follows = || entry::continuation(&origin, public, entry.sequence + 1).len();
        entry.bytes.len() <= entry::LENGTH_MAX && (public.is_empty() || follows() <= entry::LENGTH_MAX)
    }

    /// The second half: writes the planned entry, and every step that follows.
    pub fn accept(&mut self, plan: Plan, opened: &Opened<Instruction>) -> Result<Vec<NewEntry>, Contradiction> {
        self.record(plan, opened)
    }

    /// The name of an instruction whose very bytes were accepted before, when its key is one of the organisation.
    pub fn replayed(&self, opened: &Opened<Instruction>) -> Option<Name> {
        let instruction = opened.document();
        let known = self.parties.key(&opened.key()).is_some_and(|key| key.organisation == instruction.organisation);
        let name = self.parties.instructions.find(instruction.organisation, instruction.id).filter(|_| known)?;
        (name.identity == Some(Digest(opened.identity()))).then(|| name.clone())
    }

    /// The entry that an instruction's events will be, written before anything is applied.
    fn plan(&self, cause: Cause, now: Timestamp, opened: &Opened<Instruction>, events: Vec<Event>) -> Plan {
        let members = opened.document().act.visibility() == Visibility::Members;
        // An entry is public only when all its parts are; a public consequence of a members' instruction
        // is logged as a continuation of its own.
        let (own, public): (Vec<Event>, Vec<Event>) =
            events.into_iter().partition(|e| !members || e.visibility() == Visibility::Members);
        let bytes = entry::first(cause, &own, Some(opened.bytes()), self.size, now);
        let name = Some(EntryName {
            organisation: opened.document().organisation,
            id: opened.document().id,
            identity: Digest(opened.identity()),
        });
        let entry = NewEntry { name, bytes, ..self.blank(cause, opened.document().act.word(), now) };
        Plan { entry, own, public }
    }

    /// Applies an instruction's own events and every step that follows, entry by entry.
    fn record(&mut self, plan: Plan, opened: &Opened<Instruction>) -> Result<Vec<NewEntry>, Contradiction> {
        let Plan { entry, own, public } = plan;
        let origin = Origin { sequence: entry.sequence, time: entry.time, proof_value: Some(opened.proof_value()) };
        let mut entries = vec![self.enter(entry, own)?];
        if !public.is_empty() {
            entries.push(self.continue_with(&origin, public)?);
        }
        self.record_steps(&origin, &mut entries)?;
        Ok(entries)
    }

    fn record_steps(&mut self, origin: &Origin<'_>, entries: &mut Vec<NewEntry>) -> Result<(), Contradiction> {
        while let Some(event) = self.next_step(origin.time)? {
            entries.push(self.continue_with(origin, vec![event])?);
        }
        Ok(())
    }

    /// Deadlines fill a clock entry until the next would pass the limit, then continue.
    fn record_clock(&mut self, origin: &Origin<'_>, entries: &mut Vec<NewEntry>) -> Result<(), Contradiction> {
        const ROOM: usize = entry::LENGTH_MAX - 300;
        loop {
            let first = entries.is_empty();
            let cause = if first { Cause::Clock } else { Cause::Continuation };
            let mut entry = self.blank(cause, "clock", origin.time);
            self.open_entry(&entry);
            let mut length = 0;
            while let Some(event) = step::due(self, origin.time) {
                length += entry::canonical_events(std::slice::from_ref(&event)).len();
                if length > ROOM {
                    break;
                }
                self.apply_into(&mut entry, event)?;
            }
            entry.bytes = if first {
                entry::first(cause, &entry.events, None, entry.sequence, origin.time)
            } else {
                entry.kind = entry.events.first().map_or("", |event| event.name().1);
                entry::continuation(origin, &entry.events, entry.sequence)
            };
            entries.push(entry);
            if step::due(self, origin.time).is_none() {
                return Ok(());
            }
        }
    }

    fn continue_with(&mut self, origin: &Origin<'_>, events: Vec<Event>) -> Result<NewEntry, Contradiction> {
        let kind = events.first().map_or("", |e| e.name().1);
        let bytes = entry::continuation(origin, &events, self.size);
        let entry = NewEntry { bytes, ..self.blank(Cause::Continuation, kind, origin.time) };
        self.enter(entry, events)
    }

    fn blank(&self, cause: Cause, kind: &'static str, time: Timestamp) -> NewEntry {
        let (sequence, bytes) = (self.size, Vec::new());
        NewEntry {
            sequence,
            time,
            cause,
            kind,
            bytes,
            events: Vec::new(),
            postings: Vec::new(),
            ended: Vec::new(),
            delivered: Vec::new(),
            involved: Involved::default(),
            name: None,
        }
    }

    fn enter(&mut self, mut entry: NewEntry, events: Vec<Event>) -> Result<NewEntry, Contradiction> {
        self.open_entry(&entry);
        entry.involved.reads(entry.name.map(|name| name.organisation));
        events.into_iter().try_for_each(|event| self.apply_into(&mut entry, event))?;
        Ok(entry)
    }

    fn apply_into(&mut self, entry: &mut NewEntry, event: Event) -> Result<(), Contradiction> {
        self.involve(&event, &mut entry.involved);
        self.apply(&event)?;
        entry.postings.extend_from_slice(self.cash.last_postings());
        entry.ended.extend_from_slice(self.credits.last_ended());
        entry.delivered.extend(self.delivered(&event));
        entry.events.push(event);
        Ok(())
    }

    /// The blocks that a trade delivered.
    fn delivered(&self, event: &Event) -> Option<(TradeId, Vec<Range>)> {
        let trade = match event {
            Event::Trade(TradeEvent::Traded(traded)) => traded.trade,
            Event::Trade(TradeEvent::DealSettled(settled)) => settled.trade,
            _ => return None,
        };
        Some((trade, self.credits.last_delivered().to_vec()))
    }

    /// Counts an entry and files its name, before its events are applied.
    fn open_entry(&mut self, entry: &NewEntry) {
        self.open(entry.cause, entry.time, entry.name);
    }

    fn open(&mut self, cause: Cause, time: Timestamp, name: Option<EntryName>) {
        let sequence = self.size;
        self.size += 1;
        self.time = Some(time);
        self.parties.instructions.forget_before(time);
        if cause != Cause::Continuation {
            self.cause = CauseState { sequence, ordinal: 0, fills: 0, name: name.map(|n| (n.organisation, n.id)) };
            self.markets.begin_cause();
        } else if let Some((organisation, id)) = self.cause.name {
            self.parties.instructions.extend(organisation, id, sequence);
        }
        if let Some(EntryName { organisation, id, identity }) = name {
            self.parties.instructions.remember(
                organisation,
                id,
                Name { identity: Some(identity), sequence, last: sequence },
                time,
            );
        }
    }

    /// Applies an entry of the log without deciding again: what a server does at start-up. `until` is the time of the
    /// last entry that will be applied: names that would be forgotten by then are not filed.
    pub fn follow(&mut self, bytes: &[u8], until: Timestamp) -> Result<(), FollowError> {
        let entry = entry::Entry::parse(bytes)?;
        if entry.sequence.0 != self.size {
            return Err(Contradiction::new("an entry's sequence is its place in the log").into());
        }
        let name = if Names::keeps(entry.time, until) { entry.name() } else { None };
        self.open(entry.cause, entry.time, name);
        entry.events.iter().try_for_each(|event| self.apply(event))?;
        Ok(())
    }

    /// As [`Registry::follow`], and answers the entry with what it moved: what the tables should hold of it.
    pub fn retrace(&mut self, bytes: &[u8], until: Timestamp) -> Result<NewEntry, FollowError> {
        let parsed = entry::Entry::parse(bytes)?;
        if parsed.sequence.0 != self.size {
            return Err(Contradiction::new("an entry's sequence is its place in the log").into());
        }
        let kind = match parsed.cause {
            Cause::Clock => "clock",
            Cause::Founding | Cause::Instruction => parsed.act_word().unwrap_or(""),
            Cause::Continuation => parsed.events.first().map_or("", |event| event.name().1),
        };
        let mut entry =
            NewEntry { bytes: bytes.to_vec(), name: parsed.name(), ..self.blank(parsed.cause, kind, parsed.time) };
        let kept = NewEntry { name: entry.name.filter(|_| Names::keeps(parsed.time, until)), ..entry.clone() };
        self.open_entry(&kept);
        entry.involved.reads(entry.name.map(|name| name.organisation));
        parsed.events.into_iter().try_for_each(|event| self.apply_into(&mut entry, event))?;
        Ok(entry)
    }

    /// The same for an entry decided by this very process: what the copy that readers see does after each commit.
    pub fn follow_new(&mut self, entry: &NewEntry) -> Result<(), Contradiction> {
        Contradiction::unless(entry.sequence == self.size, "entries are followed in order")?;
        self.open_entry(entry);
        entry.events.iter().try_for_each(|event| self.apply(event))
    }
}

/// Dates are written with the years 2000 to 2199, and ids count milliseconds from 1970.
fn check_founding_time(now: Timestamp) -> Result<(), Refusal> {
    let rule = "in the years 2000 to 2199";
    if (2000..=2199).contains(&now.date().year()) {
        Ok(())
    } else {
        Err(Refusal::FieldMustBe { field: "created", rule })
    }
}

/// Why an entry could not be followed.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// It cannot be read.
    #[error("the entry cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// It does not fit the state.
    #[error(transparent)]
    Contradiction(#[from] Contradiction),
}
