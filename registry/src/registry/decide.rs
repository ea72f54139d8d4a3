//! Deciding: who asks, whether they may, and which area's verb answers. Nothing is decided here but that.

use super::*;

impl Registry {
    /// What one instruction would make true at `now`, or why it is refused. Looks no further than the instruction.
    pub fn decide(&self, now: Timestamp, opened: &Opened<Instruction>) -> Result<Vec<Event>, Refusal> {
        let instruction = opened.document();
        let asker = self.admit(now, opened)?;
        let mut ids = self.mint(now);
        match &instruction.act {
            Act::Found(_) => Err(Refusal::RegisterMustNotBeFounded {}),
            Act::ConfirmKey(_) => {
                let confirmed = party::confirm_key::decide(&self.parties, &asker, now)?;
                Ok(vec![Event::Party(PartyEvent::KeyConfirmed(confirmed))])
            }
            Act::Void(act) => Ok(vec![Event::Party(PartyEvent::NameSpent(party::void::decide(
                &self.parties,
                &asker,
                instruction.id,
                act,
            )?))]),
            act if party::two_persons::needed(self, &asker, act) => {
                self.propose(&mut ids, &asker, now, act, Digest(opened.identity()))
            }
            Act::Approve(act) => self.approve(&mut ids, &asker, now, act),
            act => self.decide_act(&mut ids, &asker, now, act),
        }
    }

    /// The events that an act would make if this organisation signed it now: the forecast behind a dry run.
    pub fn forecast(&self, now: Timestamp, organisation: OrganisationId, act: &Act) -> Result<Vec<Event>, Refusal> {
        let now = self.not_before_last(now);
        let existing = self.parties.existing(organisation)?;
        party::suspend_organisation::check(organisation, existing, act)?;
        let asker = self.forecast_asker(organisation, existing)?;
        party::recovery::check(&asker, act)?;
        let mut ids = self.mint(now);
        self.credits.holds().check_signer(&asker, act)?;
        match act {
            Act::Found(_) | Act::ConfirmKey(_) | Act::Void(_) => {
                Err(Refusal::FieldMustBe { field: "act", rule: "one that can be forecast" })
            }
            Act::Approve(act) => {
                // Whoever may approve: the second person is not known before there is a signature.
                let proposal = self.parties.proposals.find(act.proposal).filter(|p| p.organisation == organisation);
                let proposal = proposal.ok_or(Refusal::MustExist { kind: "proposal", id: act.proposal.to_string() })?;
                self.decide_act(&mut ids, &asker, now, &proposal.act)
            }
            act => self.decide_act(&mut ids, &asker, now, act),
        }
    }

    /// Whether the act, if this organisation signed it now, would be a proposal that another person approves.
    pub fn needs_two_persons(&self, organisation: OrganisationId, act: &Act) -> bool {
        let asker = self.parties.existing(organisation).and_then(|record| self.forecast_asker(organisation, record));
        asker.is_ok_and(|asker| party::two_persons::needed(self, &asker, act))
    }

    /// Identity, then authority: the signature itself was checked when the instruction was opened.
    fn admit(&self, now: Timestamp, opened: &Opened<Instruction>) -> Result<Asker, Refusal> {
        let instruction = opened.document();
        if instruction.registry != self.origin() {
            return Err(Refusal::RegistryMustBe { expected: self.origin().to_owned() });
        }
        instruction.must_be_of_this_form()?;
        let organisation = instruction.organisation;
        let key = self.parties.key(&opened.key()).filter(|key| key.organisation == organisation);
        let key = key.ok_or(Refusal::KeyMustBeKnown { organisation })?;
        if let Some(name) = self.parties.instructions.find(organisation, instruction.id) {
            return Err(Refusal::IdWasUsedForAnotherInstruction { sequence: name.sequence });
        }
        let confirms = matches!(instruction.act, Act::ConfirmKey(_));
        match key.state {
            KeyState::Revoked(sequence) | KeyState::Vetoed(sequence) => {
                return Err(Refusal::KeyMustNotBeRevoked { sequence });
            }
            KeyState::Awaiting if !confirms => return Err(Refusal::KeyMustBeConfirmed {}),
            _ => {}
        }
        check_times(now, opened)?;
        let record = self.parties.existing(organisation)?;
        party::suspend_organisation::check(organisation, record, &instruction.act)?;
        let asker = Asker { organisation, key: opened.key(), person: key.person.clone(), purpose: key.purpose };
        party::recovery::check(&asker, &instruction.act)?;
        self.credits.holds().check_signer(&asker, &instruction.act)?;
        Ok(asker)
    }

    /// Whoever may sign: a signing key if there is one, else a recovery key.
    fn forecast_asker(&self, organisation: OrganisationId, record: &party::Organisation) -> Result<Asker, Refusal> {
        let active = self.parties.keys_of(organisation).filter(|(_, key)| key.state == KeyState::Active);
        let (key, found) = active
            .min_by_key(|(_, key)| key.purpose)
            .ok_or(Refusal::OrganisationMustBeActive { organisation, state: record.state })?;
        Ok(Asker { organisation, key: *key, person: found.person.clone(), purpose: found.purpose })
    }

    pub(super) fn mint(&self, now: Timestamp) -> IdMint {
        IdMint::new(now, self.size, 0)
    }

    fn propose(
        &self,
        ids: &mut IdMint,
        asker: &Asker,
        now: Timestamp,
        act: &Act,
        digest: Digest,
    ) -> Result<Vec<Event>, Refusal> {
        // What a suspended organisation may do, it may do alone: its proposals were cancelled.
        self.parties.existing(asker.organisation)?.require_active(asker.organisation)?;
        // A proposal reserves nothing, but what would be refused now is not worth a second person's time.
        self.decide_act(&mut ids.clone(), asker, now, act)?;
        let proposed = Proposed {
            act: act.clone(),
            digest,
            key: asker.key,
            lapses_at: now.plus_days(i64::from(self.parties.parameters().proposal_lapse_days.0)),
            organisation: asker.organisation,
            person: asker.person.clone(),
            proposal: ids.mint(),
        };
        Ok(vec![Event::Party(PartyEvent::Proposed(Box::new(proposed)))])
    }

    fn approve(
        &self,
        ids: &mut IdMint,
        asker: &Asker,
        now: Timestamp,
        approve: &crate::instruction::Approve,
    ) -> Result<Vec<Event>, Refusal> {
        let proposal = party::approve::admit(&self.parties, asker, approve)?;
        let mut events = vec![Event::Party(PartyEvent::Approved(ProposalEnded { proposal: approve.proposal }))];
        events.extend(self.decide_act(ids, asker, now, &proposal.act)?);
        Ok(events)
    }
}

/// `created` not more than a minute ahead, `expires` after it by an hour at the most and not past, and the id
/// made when it was signed.
pub(super) fn check_times(now: Timestamp, opened: &Opened<Instruction>) -> Result<(), Refusal> {
    const SKEW_SECONDS: i64 = 60;
    const HOUR_SECONDS: i64 = 3600;
    let (created, expires) = (opened.created(), opened.document().expires);
    if expires <= created || expires.unix() > created.unix() + HOUR_SECONDS {
        return Err(Refusal::ExpiryMustBeWithinAnHour { created, expires });
    }
    if Timestamp::from(created) > now.plus_seconds(SKEW_SECONDS) {
        return Err(Refusal::InstructionMustNotComeFromTheFuture { created, now });
    }
    if Timestamp::from(expires) <= now {
        return Err(Refusal::InstructionMustNotBeExpired { expires, now });
    }
    let apart = opened.document().id.ms() - created.unix() * 1000;
    if apart.abs() > SKEW_SECONDS * 1000 { Err(Refusal::IdMustBeMadeAtSigning { created }) } else { Ok(()) }
}
