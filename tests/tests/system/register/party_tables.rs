//! Tables of what is allowed, made by trying it: every state of an organisation and of a key with every act of the
//! parties' area and some of the others. A reader sees the rules in the golden files; a change of one is a diff.

use std::collections::BTreeSet;

use orebook_document::SecretKey;
use orebook_registry::instruction::*;
use orebook_registry::money::CashAccount;
use orebook_registry::party::{ALLOWED_WHILE_SUSPENDED, RECOVERY_KEY_SIGNS, two_persons};
use orebook_registry::values::{BatchId, OrderId, Token};
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::golden::golden;
use orebook_tests::scenario::{Actor, World, events, usd, value};
use orebook_tests::script::Script;

/// Lumen, with a signing key of `first` (0), a recovery key of `second` (1) and a signing key of `second` (2), has two
/// kilograms, an open bid, a pending transfer, an agent, a proposal, a deal to accept and a payout that has settled.
#[derive(Clone)]
struct Stage {
    world: World,
    operator: Actor,
    lumen: Actor,
    retail: Actor,
    bridge: Actor,
    batch: BatchId,
}

impl Stage {
    fn set() -> Self {
        let (mut world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let operator = world.scenario.operator.clone();
        let lumen = world.scenario.with_second_signer(&lumen);
        let mut registration = world.scenario.registration("Lumen Retail", "GB", &[Role::Buyer]);
        registration.act.group = Some(lumen.id);
        let retail = world.scenario.join(registration);
        let bridge = world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
        let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "2", "4200.00"));
        world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
        world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
        let bid = Act::PlaceBuyOrder(world.bid(&lumen, "0.5", "4200.00"));
        world.scenario.act(&lumen, bid).unwrap();
        let mut script = Script::upon(world);
        script.knows("B1", batch);
        script.plays(
            "
            details lumen    bank                          ok
            take    lumen    P1 1                          ok
            approve operator F1 P1 bank                    ok
            instruct operator F1                           ok
            report  operator P1 accepted                   ok
            report  operator P1 settled BANK-1             ok
            deal    clara    D1 sell lumen B1 0.1@4200     ok
        ",
        );
        let world = script.world;
        let mut stage = Self { world, operator, lumen, retail, bridge, batch };
        let open = |name: &str| Act::OpenAccount(OpenAccount { name: value(name) });
        stage.by(0, open("second")).unwrap();
        let transfer = stage.transfer("0.5");
        stage.by(0, transfer).unwrap();
        let proposed = stage.add_key("proposed", "third");
        stage.by(0, proposed).unwrap();
        stage
    }

    fn by(&mut self, key: usize, act: Act) -> Result<Vec<NewEntry>, Refusal> {
        self.world.scenario.act_by(&self.lumen.clone(), key, act)
    }

    fn by_operator(&mut self, act: Act) -> Result<Vec<NewEntry>, Refusal> {
        self.world.scenario.act(&self.operator.clone(), act)
    }

    fn transfer(&self, mass: &str) -> Act {
        let blocks = self.world.blocks(self.lumen.account, self.batch, mass);
        Act::Transfer(Transfer { blocks, from: self.lumen.account, to: self.retail.account })
    }

    fn add_key(&self, name: &str, person: &str) -> Act {
        let key = self.world.scenario.key(name).public();
        Act::AddKey(AddKey { key, person: value(person), purpose: KeyPurpose::Signing })
    }

    fn add_key_for(&self, name: &str) -> Act {
        let (key, organisation) = (self.world.scenario.key(name).public(), self.lumen.id);
        Act::AddKeyFor(AddKeyFor { key, organisation, person: value("first"), purpose: KeyPurpose::Signing })
    }

    fn act_upon(&self, word: &str) -> Act {
        let organisation = self.lumen.id;
        match word {
            "suspend_organisation" => Act::SuspendOrganisation(SuspendOrganisation { organisation, reason: reason() }),
            "reinstate_organisation" => {
                Act::ReinstateOrganisation(ReinstateOrganisation { organisation, reason: reason() })
            }
            "close_organisation" => Act::CloseOrganisation(CloseOrganisation { organisation, reason: reason() }),
            "deposit" => Act::Deposit(Deposit { amount: usd("1.00"), organisation, reference: value("LATE") }),
            _ => self.add_key_for("operator's way"),
        }
    }

    /// One of each act that Lumen may try.
    fn acts(&mut self) -> Vec<Act> {
        let registration = self.world.scenario.registration("Newcomer", "GB", &[Role::Buyer]);
        let open = Act::OpenAccount(OpenAccount { name: value("third") });
        let unused = self.world.scenario.instruction(self.lumen.id, open.clone()).id;
        let registry = &self.world.scenario.registry;
        let proposal = registry.parties.open_proposals().find(|(_, p)| p.organisation == self.lumen.id);
        let (proposal, digest) = proposal.map(|(id, p)| (id, p.digest)).unwrap_or((0.into(), Digest([0; 32])));
        let order = registry.markets.orders_of(self.lumen.id).next().map_or(0.into(), |(id, _)| id);
        let transfer = registry.credits.pending_transfers().next().map_or(0.into(), |(id, _)| id);
        let blocks = self.world.blocks(self.lumen.account, self.batch, "0.1");
        let (second, agent) = (self.lumen.keys[2].secret.public(), self.bridge.id);
        vec![
            Act::Void(Void { id: unused }),
            Act::RegisterOrganisation(registration.act),
            self.add_key("own", "second"),
            self.add_key("another's", "first"),
            Act::ConfirmKey(ConfirmKey {}),
            Act::RevokeKey(RevokeKey { key: second, reason: reason() }),
            Act::Approve(Approve { digest, proposal }),
            Act::CancelProposal(CancelProposal { proposal }),
            self.add_key_for("by a member"),
            Act::VetoKey(VetoKey { key: self.world.scenario.key("waiting").public() }),
            Act::SetLimits(SetLimits { masses: vec![], values: vec![usd("100.00")] }),
            self.act_upon("suspend_organisation"),
            self.act_upon("reinstate_organisation"),
            self.act_upon("close_organisation"),
            Act::AdoptParameters(AdoptParameters { parameters: RegisterParameters::default() }),
            Act::AdoptRules(AdoptRules { rules: Count(1) }),
            Act::AdoptIssuer(self.world.scenario.adopt_issuer(false, KeyEnd::Retired)),
            Act::AdoptLogKey(self.world.scenario.adopt_log_key(KeyEnd::Retired)),
            Act::AppointAgent(AppointAgent { agent }),
            Act::DismissAgent(DismissAgent { agent }),
            Act::Deposit(Deposit { amount: usd("1.00"), organisation: self.lumen.id, reference: value("OWN") }),
            Act::SetContactDetails(SetContactDetails { details: Digest([6; 32]), organisation: None }),
            Act::SetContactDetails(SetContactDetails { details: Digest([6; 32]), organisation: Some(agent) }),
            Act::WithdrawContactDetails(WithdrawContactDetails {}),
            open,
            self.transfer("0.1"),
            Act::WithdrawTransfer(WithdrawTransfer { transfer }),
            Act::PlaceBuyOrder(self.world.bid(&self.lumen, "0.1", "4200.00")),
            Act::PlaceSellOrder(self.world.offer(&self.lumen, self.batch, "0.1", "4200.00")),
            Act::CancelOrder(CancelOrder { order }),
            Act::RetireList(RetireList { account: self.lumen.account, lines: Vec::new() }),
            Act::Retire(self.world.retirement(&self.lumen, blocks, Claim::Support(PlainClaim {}))),
            Act::ExtendHold(ExtendHold { hold: 0.into() }),
            Act::ReleaseHold(ReleaseHold { hold: 0.into(), reason: reason() }),
        ]
        .into_iter()
        .chain(self.acts_of_trade(order))
        .chain(self.acts_of_money())
        .collect()
    }

    /// Whether it is another's deal or payout makes no difference to one whose state forbids the act.
    fn acts_of_trade(&self, order: OrderId) -> Vec<Act> {
        let deal = self.world.scenario.registry.markets.deals.iter().next().map_or(0.into(), |(id, _)| id);
        let propose = ProposeDeal {
            account: self.lumen.account,
            batch: self.batch,
            counterparty: self.world.clara.id,
            market: self.world.market,
            mass: value("0.1"),
            price: usd("4200.00"),
            side: DealSide::Buy,
            until: self.world.scenario.seconds_from_now(86_400),
        };
        vec![
            Act::ReduceOrder(ReduceOrder { by: value("0.1"), order }),
            Act::ProposeDeal(propose),
            Act::AcceptDeal(AcceptDeal { account: self.lumen.account, deal }),
            Act::DeclineDeal(DeclineDeal { deal }),
            Act::WithdrawDeal(WithdrawDeal { deal }),
            Act::HaltMarket(HaltMarket { market: self.world.market, reason: HaltReason::Price }),
        ]
    }

    fn acts_of_money(&self) -> Vec<Act> {
        let cash = &self.world.scenario.registry.cash;
        let payout = cash.payouts().iter().next().map_or(0.into(), |(id, _)| id);
        let deposit = cash.deposits().next().map_or(0.into(), |(id, _)| id);
        let (amount, organisation) = (usd("1.00"), self.lumen.id);
        let details =
            |organisation| SetPayoutDetails { details: Digest([5; 32]), organisation, rail: Rail::BankTransfer };
        let (from, to) = (CashAccount::Fees, CashAccount::Suspense);
        let receipt = ConfirmReceipt { note: None, paper: None, payout, reason: None, received: amount };
        let rejected = PayoutReport::Rejected(BankRefused { reason: reason(), reference: None });
        vec![
            Act::DepositUnknown(DepositUnknown { amount, reference: value("OWN") }),
            Act::AssignDeposit(AssignDeposit { deposit, organisation }),
            Act::RecallDeposit(RecallDeposit { deposit, reference: value("OWN") }),
            Act::CorrectMoney(CorrectMoney { amount, from, mends: value("0"), reason: reason(), to }),
            Act::SetPayoutDetails(details(None)),
            Act::SetPayoutDetails(details(Some(self.retail.id))),
            Act::WithdrawPayoutDetails(WithdrawPayoutDetails {}),
            Act::WithdrawMoney(WithdrawMoney { amount }),
            Act::ApprovePayouts(ApprovePayouts { payouts: vec![payout], rail: Rail::BankTransfer }),
            Act::CancelPayout(CancelPayout { payout, reason: reason() }),
            Act::ReportPayout(ReportPayout { payout, report: rejected }),
            Act::ConfirmReceipt(receipt),
            Act::DisputePayout(DisputePayout { note: None, payout, reason: reason() }),
            Act::RefundFraud(RefundFraud { certificate: self.world.clara_certificate, reason: reason() }),
        ]
    }
}

fn reason() -> Token {
    value("rehearsal")
}

/// The first event, or why not.
fn outcome(result: Result<Vec<NewEntry>, Refusal>) -> String {
    match result {
        Ok(entries) => events(&entries).next().map_or("", |event| event.name().1).to_owned(),
        Err(refusal) => format!("– {}", refusal.code()),
    }
}

/// Rows of cells under a heading, in columns as wide as they need to be.
fn table(title: &str, rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}", width = *width));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    format!("{title}\n\n{}\n", lines.join("\n"))
}

fn row(first: &str, cells: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(first.to_owned()).chain(cells).collect()
}

/// The stage in each state of Lumen. Nothing it holds could be closed, so *closed* is a member that held nothing.
fn states_of_lumen() -> Vec<(&'static str, Stage)> {
    let active = Stage::set();
    let mut applied = active.clone();
    let registration = applied.world.scenario.registration("Applicant", "GB", &[Role::Buyer]);
    let applicant = applied.world.scenario.admit(registration).unwrap();
    let spare = applicant.keys[1].secret.clone();
    applied.lumen = applicant.with_key("second", spare);
    let mut suspended = active.clone();
    suspended.by_operator(suspended.act_upon("suspend_organisation")).unwrap();
    let mut closed = active.clone();
    let gone = closed.world.scenario.register("Gone", "GB", &[Role::Buyer]);
    closed.lumen = closed.world.scenario.with_second_signer(&gone);
    for word in ["suspend_organisation", "close_organisation"] {
        let act = closed.act_upon(word);
        closed.by_operator(act).unwrap();
    }
    vec![("applied", applied), ("active", active), ("suspended", suspended), ("closed", closed)]
}

#[test]
fn what_the_operator_does_to_an_organisation_in_each_state() {
    let states = states_of_lumen();
    let mut rows = vec![row("act of the operator", states.iter().map(|(name, _)| (*name).to_owned()))];
    for word in ["suspend_organisation", "reinstate_organisation", "close_organisation", "add_key_for", "deposit"] {
        let cells = states.iter().map(|(_, stage)| {
            let mut stage = stage.clone();
            let act = stage.act_upon(word);
            outcome(stage.by_operator(act))
        });
        rows.push(row(word, cells.collect::<Vec<_>>().into_iter()));
    }
    golden("organisation-states.txt", &table("What the operator may do to an organisation that is …", &rows));
}

#[test]
fn what_an_organisation_signs_in_each_state() {
    let mut states = states_of_lumen();
    let mut rows = vec![row("act", states.iter().map(|(name, _)| (*name).to_owned()))];
    let acts: Vec<Vec<Act>> = states.iter_mut().map(|(_, stage)| stage.acts()).collect();
    for place in 0..acts[0].len() {
        let cells = states.iter().zip(&acts).map(|((_, stage), acts)| {
            let mut stage = stage.clone();
            outcome(stage.by(0, acts[place].clone()))
        });
        rows.push(row(acts[0][place].word(), cells.collect::<Vec<_>>().into_iter()));
    }
    let tried: BTreeSet<&str> = acts[0].iter().map(Act::word).collect();
    let ruled = two_persons::TABLE.iter().map(|(act, _)| act).chain(ALLOWED_WHILE_SUSPENDED).chain(RECOVERY_KEY_SIGNS);
    for act in ruled {
        assert!(tried.contains(act), "{act} has a rule of the parties, and no row");
    }
    golden("organisation-acts.txt", &table("What an organisation may sign with its first key while it is …", &rows));
}

/// The stage with Lumen's key of each kind and state, and its place among the keys.
fn kinds_of_keys() -> Vec<(&'static str, Stage, usize)> {
    let stage = Stage::set();
    let with = |stage: &Stage, secret: SecretKey| {
        let mut stage = stage.clone();
        stage.lumen = stage.lumen.clone().with_key("first", secret);
        stage
    };
    let fresh = stage.world.scenario.key("fresh");
    let mut awaiting = stage.clone();
    let add = awaiting.add_key("fresh", "first");
    awaiting.by(0, add).unwrap();
    let waiting_key = stage.world.scenario.key("waiting");
    let mut waiting = stage.clone();
    let operator = waiting.operator.clone();
    let add = waiting.add_key_for("waiting");
    waiting.world.scenario.act_together(&operator, add).unwrap();
    let mut vetoed = waiting.clone();
    vetoed.by(0, Act::VetoKey(VetoKey { key: waiting_key.public() })).unwrap();
    let mut revoked = awaiting.clone();
    revoked.by(0, Act::RevokeKey(RevokeKey { key: fresh.public(), reason: reason() })).unwrap();
    vec![
        ("awaiting", with(&awaiting, fresh.clone()), 3),
        ("awaiting, of the operator", with(&waiting, waiting_key.clone()), 3),
        ("active signing key", stage.clone(), 2),
        ("active recovery key", stage.clone(), 1),
        ("revoked", with(&revoked, fresh), 3),
        ("vetoed", with(&vetoed, waiting_key), 3),
    ]
}

#[test]
fn what_a_key_of_each_kind_and_state_signs() {
    let mut kinds = kinds_of_keys();
    let mut rows = vec![row("act", kinds.iter().map(|(name, ..)| (*name).to_owned()))];
    let acts: Vec<Vec<Act>> = kinds.iter_mut().map(|(_, stage, _)| stage.acts()).collect();
    for place in 0..acts[0].len() {
        let cells = kinds.iter().zip(&acts).map(|((_, stage, key), acts)| {
            let mut stage = stage.clone();
            outcome(stage.by(*key, acts[place].clone()))
        });
        rows.push(row(acts[0][place].word(), cells.collect::<Vec<_>>().into_iter()));
    }
    golden("key-acts.txt", &table("What a key may sign that is …", &rows));
}

#[test]
fn what_is_done_to_a_key_of_each_kind_and_state() {
    let kinds = kinds_of_keys();
    let mut rows = vec![row("act upon the key", kinds.iter().map(|(name, ..)| (*name).to_owned()))];
    let revoke = |key| Act::RevokeKey(RevokeKey { key, reason: reason() });
    let veto = |key| Act::VetoKey(VetoKey { key });
    let again = |key| Act::AddKey(AddKey { key, person: value("first"), purpose: KeyPurpose::Signing });
    type Upon<'a> = &'a dyn Fn(orebook_registry::values::PublicKey) -> Act;
    let tries: [(&str, usize, Upon<'_>); 7] = [
        ("revoke_key by a signing key of first", 0, &revoke),
        ("revoke_key by a signing key of second", 2, &revoke),
        ("revoke_key by the recovery key", 1, &revoke),
        ("veto_key by a signing key", 0, &veto),
        ("veto_key by the recovery key", 1, &veto),
        ("add_key again", 0, &again),
        ("confirm_key by itself after the waiting time", 9, &again),
    ];
    for (name, by, upon) in tries {
        let cells = kinds.iter().map(|(_, stage, key)| {
            let mut stage = stage.clone();
            let public = stage.lumen.keys[*key].secret.public();
            if by < stage.lumen.keys.len() {
                return outcome(stage.by(by, upon(public)));
            }
            stage.world.scenario.advance_to(stage.world.scenario.now().plus_days(3));
            outcome(stage.by(*key, Act::ConfirmKey(ConfirmKey {})))
        });
        rows.push(row(name, cells.collect::<Vec<_>>().into_iter()));
    }
    golden("key-states.txt", &table("What may be done to a key that is …", &rows));
}
