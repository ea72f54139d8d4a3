//! Dispatch: which verb decides an act. One exhaustive match, so that a forgotten act does not compile; the acts on
//! money and on markets are told apart in files of their own.

use super::*;

impl Registry {
    pub(super) fn decide_act(
        &self,
        ids: &mut IdMint,
        asker: &Asker,
        now: Timestamp,
        act: &Act,
    ) -> Result<Vec<Event>, Refusal> {
        let Self { parties, certificates, credits, cash, markets, claims, own_keys, .. } = self;
        if let Some(account) = credit::hold::account_of(act) {
            credits.check_own_account(account, asker.organisation)?;
        }
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
                Act::AddKeyFor(act) => {
                    Event::Party(PartyEvent::KeyAddedFor(party::add_key_for::decide(parties, asker, now, act)?))
                }
                Act::VetoKey(act) => Event::Party(PartyEvent::KeyVetoed(party::veto_key::decide(parties, asker, act)?)),
                Act::CancelProposal(act) => {
                    Event::Party(PartyEvent::ProposalCancelled(party::cancel_proposal::decide(parties, asker, act)?))
                }
                Act::SetLimits(act) => {
                    Event::Party(PartyEvent::LimitsSet(party::set_limits::decide(parties, asker, act)?))
                }
                Act::SuspendOrganisation(act) => Event::Party(PartyEvent::OrganisationSuspended(
                    party::suspend_organisation::decide(parties, asker, act)?,
                )),
                Act::ReinstateOrganisation(act) => Event::Party(PartyEvent::OrganisationReinstated(
                    party::reinstate_organisation::decide(parties, asker, act)?,
                )),
                Act::CloseOrganisation(act) => Event::Party(PartyEvent::OrganisationClosed(
                    party::close_organisation::decide(parties, certificates, credits, cash, markets, asker, now, act)?,
                )),
                Act::AdoptParameters(act) => {
                    Event::Party(PartyEvent::ParametersAdopted(party::adopt_parameters::decide(parties, asker, act)?))
                }
                Act::AdoptRules(act) => {
                    Event::Party(PartyEvent::RulesAdopted(party::adopt_rules::decide(parties, asker, act)?))
                }
                Act::AdoptIssuer(act) => Event::Party(PartyEvent::IssuerAdopted(party::adopt_issuer::decide(
                    parties,
                    own_keys,
                    self.origin(),
                    asker,
                    act,
                )?)),
                Act::AdoptLogKey(act) => Event::Party(PartyEvent::LogKeyAdopted(party::adopt_log_key::decide(
                    parties,
                    own_keys,
                    self.origin(),
                    asker,
                    act,
                )?)),
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
                Act::SetContactDetails(act) => Event::Party(PartyEvent::ContactDetailsSet(
                    party::set_contact_details::decide(parties, asker, now, act)?,
                )),
                Act::WithdrawContactDetails(_) => Event::Party(PartyEvent::ContactDetailsWithdrawn(
                    party::withdraw_contact_details::decide(parties, asker, now)?,
                )),
                Act::OpenAccount(act) => {
                    Event::Credit(CreditEvent::AccountOpened(credit::open_account::decide(credits, ids, asker, act)?))
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
                Act::WithdrawAccreditation(act) => Event::Certificate(CertificateEvent::AccreditationWithdrawn(
                    certificate::withdraw_accreditation::decide(parties, certificates, asker, act)?,
                )),
                Act::AcceptMandate(act) => Event::Certificate(CertificateEvent::MandateAccepted(
                    certificate::mandate::decide_accept(parties, certificates, asker, act)?,
                )),
                Act::EndMandate(act) => Event::Certificate(CertificateEvent::MandateEnded(
                    certificate::mandate::decide_end(parties, certificates, asker, act)?,
                )),
                Act::WithdrawCertificate(act) => Event::Certificate(CertificateEvent::Withdrawn(
                    certificate::withdraw::decide(parties, certificates, asker, now, act)?,
                )),
                Act::SurrenderCertificate(act) => Event::Certificate(CertificateEvent::Surrendered(
                    certificate::surrender::decide(parties, certificates, asker, now, act)?,
                )),
                Act::ReleaseCertificateHold(act) => Event::Certificate(CertificateEvent::HoldReleased(
                    certificate::release_hold::decide(parties, certificates, asker, now, act)?,
                )),
                Act::ExtendMaximum(act) => Event::Certificate(CertificateEvent::MaximumExtended(
                    certificate::extend_maximum::decide(parties, certificates, asker, now, act)?,
                )),
                Act::RecordInspection(act) => Event::Certificate(CertificateEvent::Inspected(
                    certificate::inspect::decide(parties, certificates, asker, now, act)?,
                )),
                Act::WithdrawDeclaration(act) => Event::Certificate(CertificateEvent::DeclarationWithdrawn(
                    certificate::withdraw_declaration::decide(parties, certificates, asker, act)?,
                )),
                Act::RecordPhysicalSale(act) => Event::Certificate(CertificateEvent::PhysicalSaleRecorded(
                    certificate::physical_sale::decide(parties, certificates, credits, asker, now, act)?,
                )),
                Act::RecordEquivalence(act) => Event::Certificate(CertificateEvent::EquivalenceRecorded(
                    certificate::equivalence::decide(parties, certificates, ids, asker, now, act)?,
                )),
                Act::RevokeEquivalence(act) => Event::Certificate(CertificateEvent::EquivalenceRevoked(
                    certificate::equivalence::decide_revoke(parties, certificates, asker, now, act)?,
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
                    credit::withdraw_transfer::decide(credits, asker, act)?,
                )),
                Act::RefuseTransfer(act) => {
                    Event::Credit(CreditEvent::TransferRefused(credit::refuse_transfer::decide(credits, asker, act)?))
                }
                Act::TrustAccount(act) => Event::Credit(CreditEvent::AccountTrusted(credit::trust_account::decide(
                    parties, credits, asker, now, act,
                )?)),
                Act::DistrustAccount(act) => Event::Credit(CreditEvent::AccountDistrusted(
                    credit::distrust_account::decide(credits, asker, act)?,
                )),
                Act::CancelCredits(act) => Event::Credit(CreditEvent::BlocksCancelled(credit::cancel_credits::decide(
                    parties, credits, asker, now, act,
                )?)),
                Act::PlaceHold(act) => Event::Credit(CreditEvent::HoldPlaced(credit::place_hold::decide(
                    parties, credits, ids, asker, now, act,
                )?)),
                Act::ExtendHold(act) => Event::Credit(CreditEvent::HoldExtended(credit::extend_hold::decide(
                    parties, credits, asker, now, act,
                )?)),
                Act::ReleaseHold(act) => Event::Credit(CreditEvent::HoldReleased(credit::release_hold::decide(
                    parties, credits, asker, now, act,
                )?)),
                Act::RecordFootprint(act) => Event::Claim(ClaimEvent::FootprintRecorded(
                    claim::record_footprint::decide(parties, claims, ids, asker, act)?,
                )),
                Act::RecordConsent(act) => Event::Claim(ClaimEvent::ConsentRecorded(claim::record_consent::decide(
                    parties, ids, asker, now, act,
                )?)),
                Act::Retire(act) => {
                    let desk = claim::admit::Desk { parties, certificates, credits, cash, claims, asker, now };
                    Event::Claim(ClaimEvent::Retired(Box::new(claim::retire::decide(&desk, ids, act)?)))
                }
                Act::RetireList(act) => {
                    let desk = claim::admit::Desk { parties, certificates, credits, cash, claims, asker, now };
                    let retired = claim::retire_list::decide(&desk, ids, act)?;
                    return Ok(retired.into_iter().map(|e| Event::Claim(ClaimEvent::Retired(Box::new(e)))).collect());
                }
                Act::CorrectRetirement(act) => Event::Claim(ClaimEvent::ClaimCorrected(
                    claim::correct_retirement::decide(parties, claims, asker, now, act)?,
                )),
                Act::PublishFinding(act) => Event::Claim(ClaimEvent::FindingPublished(claim::publish_finding::decide(
                    parties,
                    certificates,
                    credits,
                    claims,
                    ids,
                    asker,
                    act,
                )?)),
                Act::Deposit(_)
                | Act::DepositUnknown(_)
                | Act::AssignDeposit(_)
                | Act::RecallDeposit(_)
                | Act::BookCharge(_)
                | Act::CorrectMoney(_)
                | Act::ReconcileBank(_)
                | Act::AdoptPremiumPlan(_)
                | Act::OpenInstalmentPlan(_)
                | Act::AcceptInstalmentPlan(_)
                | Act::SetPayoutDetails(_)
                | Act::WithdrawPayoutDetails(_)
                | Act::WithdrawMoney(_)
                | Act::PlanPayout(_)
                | Act::ApprovePayouts(_)
                | Act::CancelPayout(_)
                | Act::InstructPayouts(_)
                | Act::ReportPayout(_)
                | Act::ConfirmReceipt(_)
                | Act::DisputePayout(_)
                | Act::RefundFraud(_) => Event::Money(self.decide_money(ids, asker, now, act)?),
                Act::OpenMarket(_)
                | Act::PlaceSellOrder(_)
                | Act::PlaceBuyOrder(_)
                | Act::CancelOrder(_)
                | Act::ReduceOrder(_)
                | Act::HaltMarket(_)
                | Act::ReopenMarket(_)
                | Act::SetFloor(_)
                | Act::ProposeDeal(_)
                | Act::AcceptDeal(_)
                | Act::DeclineDeal(_)
                | Act::WithdrawDeal(_) => Event::Trade(self.decide_trade(ids, asker, now, act)?),
            };
        Ok(vec![event])
    }
}
