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
                Ok(vec![Event::Party(PartyEvent::KeyConfirmed(party::confirm_key::decide(&self.parties, &asker)?))])
            }
            Act::Void(act) => Ok(vec![Event::Party(PartyEvent::NameSpent(party::void::decide(
                &self.parties,
                &asker,
                instruction.id,
                act,
            )?))]),
            act if Self::needs_second_person(&asker, act) => {
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
        let active = self.parties.keys_of(organisation).find(|(_, key)| key.state == KeyState::Active);
        let (key, record) =
            active.filter(|_| existing.active).ok_or(Refusal::OrganisationMustBeActive { organisation })?;
        let asker = Asker { organisation, key: *key, person: record.person.clone() };
        let mut ids = self.mint(now);
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

    /// Whether the act, asked by this organisation's first active key, would be a proposal that another person approves.
    pub fn needs_two_persons(&self, organisation: OrganisationId, act: &Act) -> bool {
        let active = self.parties.keys_of(organisation).find(|(_, key)| key.state == KeyState::Active);
        active.is_some_and(|(key, record)| {
            let asker = Asker { organisation, key: *key, person: record.person.clone() };
            Self::needs_second_person(&asker, act)
        })
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
            KeyState::Revoked(sequence) => return Err(Refusal::KeyMustNotBeRevoked { sequence }),
            KeyState::Awaiting if !confirms => return Err(Refusal::KeyMustBeConfirmed {}),
            _ => {}
        }
        check_times(now, opened)?;
        if !confirms && !self.parties.existing(organisation)?.active {
            return Err(Refusal::OrganisationMustBeActive { organisation });
        }
        Ok(Asker { organisation, key: opened.key(), person: key.person.clone() })
    }

    pub(super) fn mint(&self, now: Timestamp) -> IdMint {
        IdMint::new(now, self.size, 0)
    }

    /// Which acts need a second person.
    fn needs_second_person(asker: &Asker, act: &Act) -> bool {
        match act {
            Act::Deposit(_) | Act::AdoptParameters(_) => true,
            Act::AddKey(add) => party::add_key::needs_second_person(asker, add),
            _ => false,
        }
    }

    fn propose(
        &self,
        ids: &mut IdMint,
        asker: &Asker,
        now: Timestamp,
        act: &Act,
        digest: Digest,
    ) -> Result<Vec<Event>, Refusal> {
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

    fn decide_act(&self, ids: &mut IdMint, asker: &Asker, now: Timestamp, act: &Act) -> Result<Vec<Event>, Refusal> {
        let Self { parties, certificates, credits, cash, markets, claims, .. } = self;
        let event =
            match act {
                Act::Found(_) | Act::Void(_) | Act::ConfirmKey(_) | Act::Approve(_) => {
                    return Err(Refusal::FieldMustBe { field: "act", rule: "one that can be proposed" });
                }
                Act::RegisterOrganisation(act) => Event::Party(PartyEvent::OrganisationRegistered(
                    party::register_organisation::decide(parties, ids, asker, act)?,
                )),
                Act::AddKey(act) => Event::Party(PartyEvent::KeyAdded(party::add_key::decide(parties, asker, act)?)),
                Act::RevokeKey(act) => {
                    Event::Party(PartyEvent::KeyRevoked(party::revoke_key::decide(parties, asker, act)?))
                }
                Act::AdoptParameters(act) => {
                    Event::Party(PartyEvent::ParametersAdopted(party::adopt_parameters::decide(parties, asker, act)?))
                }
                Act::AppointAgent(act) => {
                    Event::Party(PartyEvent::AgentAppointed(party::appoint_agent::decide(parties, asker, act)?))
                }
                Act::DismissAgent(act) => {
                    Event::Party(PartyEvent::AgentDismissed(party::appoint_agent::decide_dismiss(parties, asker, act)?))
                }
                Act::TriageGrievance(act) => Event::Party(PartyEvent::GrievanceTriaged(
                    party::triage_grievance::decide(parties, certificates, credits, asker, act)?,
                )),
                Act::CloseGrievance(act) => {
                    Event::Party(PartyEvent::GrievanceClosed(party::close_grievance::decide(parties, asker, act)?))
                }
                Act::OpenAccount(act) => {
                    Event::Credit(CreditEvent::AccountOpened(credit::open_account::decide(credits, ids, asker, act)?))
                }
                Act::Deposit(act) => {
                    Event::Money(MoneyEvent::Deposited(money::deposit::decide(parties, cash, ids, asker, act)?))
                }
                Act::DefineProgramme(act) => Event::Certificate(CertificateEvent::ProgrammeDefined(
                    certificate::define_programme::decide(parties, certificates, asker, now, act)?,
                )),
                Act::Accredit(act) => Event::Certificate(CertificateEvent::Accredited(certificate::accredit::decide(
                    parties,
                    certificates,
                    ids,
                    asker,
                    now,
                    act,
                )?)),
                Act::ApplyCertificate(act) => Event::Certificate(CertificateEvent::Applied(
                    certificate::apply_certificate::decide(parties, certificates, ids, asker, now, act)?,
                )),
                Act::BeginAudit(act) => Event::Certificate(CertificateEvent::AuditBegun(
                    certificate::audit::decide_begin(parties, certificates, asker, act)?,
                )),
                Act::GrantCertificate(act) => Event::Certificate(CertificateEvent::Granted(
                    certificate::grant::decide(parties, certificates, asker, now, act)?,
                )),
                Act::RejectCertificate(act) => Event::Certificate(CertificateEvent::Rejected(
                    certificate::audit::decide_reject(parties, certificates, asker, act)?,
                )),
                Act::SuspendCertificate(act) => Event::Certificate(CertificateEvent::Suspended(
                    certificate::suspend::decide(parties, certificates, asker, now, act)?,
                )),
                Act::ReinstateCertificate(act) => Event::Certificate(CertificateEvent::Reinstated(
                    certificate::suspend::decide_reinstate(parties, certificates, asker, now, act)?,
                )),
                Act::AdoptPremiumPlan(act) => Event::Money(MoneyEvent::PremiumPlanAdopted(
                    money::adopt_premium_plan::decide(parties, certificates, cash, ids, asker, now, act)?,
                )),
                Act::OpenInstalmentPlan(act) => Event::Money(MoneyEvent::InstalmentPlanOpened(
                    money::open_instalment_plan::decide(parties, certificates, ids, asker, now, act)?,
                )),
                Act::AcceptInstalmentPlan(act) => Event::Money(MoneyEvent::InstalmentPlanAccepted(
                    money::accept_instalment_plan::decide(parties, certificates, cash, asker, now, act)?,
                )),
                Act::Declare(act) => Event::Certificate(CertificateEvent::Declared(certificate::declare::decide(
                    parties,
                    certificates,
                    ids,
                    asker,
                    now,
                    act,
                )?)),
                Act::ApproveDeclaration(act) => {
                    let (approved, issued) =
                        certificate::approve_declaration::decide(parties, certificates, credits, ids, asker, now, act)?;
                    return Ok(vec![
                        Event::Certificate(CertificateEvent::DeclarationApproved(approved)),
                        Event::Credit(CreditEvent::Issued(issued)),
                    ]);
                }
                Act::RejectDeclaration(act) => Event::Certificate(CertificateEvent::DeclarationRejected(
                    certificate::reject_declaration::decide(parties, certificates, asker, act)?,
                )),
                Act::Transfer(act) => Event::Credit(CreditEvent::Transferred(credit::transfer::decide(
                    parties, credits, ids, asker, now, act,
                )?)),
                Act::WithdrawTransfer(act) => Event::Credit(CreditEvent::TransferWithdrawn(
                    credit::transfer::decide_withdraw(credits, asker, act)?,
                )),
                Act::OpenMarket(act) => Event::Trade(TradeEvent::MarketOpened(trade::open_market::decide(
                    parties,
                    certificates,
                    markets,
                    ids,
                    asker,
                    now,
                    act,
                )?)),
                Act::PlaceSellOrder(act) => Event::Trade(TradeEvent::SellOrderPlaced(trade::place_sell_order::decide(
                    parties, credits, cash, markets, ids, asker, now, act,
                )?)),
                Act::PlaceBuyOrder(act) => Event::Trade(TradeEvent::BuyOrderPlaced(trade::place_buy_order::decide(
                    parties,
                    certificates,
                    credits,
                    cash,
                    markets,
                    ids,
                    asker,
                    now,
                    act,
                )?)),
                Act::CancelOrder(act) => {
                    Event::Trade(TradeEvent::OrderCancelled(trade::cancel_order::decide(markets, asker, act)?))
                }
                Act::RecordFootprint(act) => Event::Claim(ClaimEvent::FootprintRecorded(
                    claim::record_footprint::decide(parties, claims, ids, asker, act)?,
                )),
                Act::Retire(act) => Event::Claim(ClaimEvent::Retired(Box::new(claim::retire::decide(
                    parties,
                    certificates,
                    credits,
                    claims,
                    ids,
                    asker,
                    now,
                    act,
                )?))),
            };
        Ok(vec![event])
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
