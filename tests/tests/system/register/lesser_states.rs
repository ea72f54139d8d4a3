//! The smaller state machines, each with every act and the passing of time in each of its states: tables that are
//! compared with a committed file.

use orebook_registry::Refusal;
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_tests::golden::golden;
use orebook_tests::scenario::{Actor, World, usd, value};

const CASE: Digest = Digest([7; 32]);

/// The usual world with its batches, a sister company of Lumen's, an agent, an auditor and a lender.
#[derive(Clone)]
struct Stage {
    world: World,
    batch: BatchId,
    sister: Actor,
    agent: Actor,
    auditor: Actor,
    lender: Actor,
}

/// How something comes to a state: the words played before.
type Way = (&'static str, &'static [&'static str]);

/// A state machine: its name, its states with the way to each, and what is tried in each.
struct Machine {
    name: &'static str,
    states: &'static [Way],
    tried: &'static [&'static str],
}

#[rustfmt::skip]
const MACHINES: &[Machine] = &[
    Machine {
        name: "order",
        states: &[
            ("open", &["offer 2"]),
            ("partly filled", &["offer 2", "bid 1"]),
            ("filled", &["offer 2", "bid 2"]),
            ("cancelled", &["offer 2", "cancel"]),
            ("expired", &["offer 2", "31 days"]),
        ],
        tried: &["cancel", "cancel by another", "bid 1", "31 days"],
    },
    Machine {
        name: "proposal",
        states: &[
            ("open", &["propose"]),
            ("approved", &["propose", "approve"]),
            ("cancelled", &["propose", "cancel proposal"]),
            ("lapsed", &["propose", "8 days"]),
        ],
        tried: &["approve", "approve by the proposer", "approve another text", "approve by another", "cancel proposal", "8 days"],
    },
    Machine {
        name: "hold",
        states: &[
            ("none", &[]),
            ("placed", &["hold"]),
            ("prolonged", &["hold", "extend hold"]),
            ("released", &["hold", "release hold"]),
            ("lapsed", &["hold", "31 days"]),
            ("of a suspension", &["suspend"]),
            ("of a fraud", &["withdraw for fraud"]),
            ("of a fraud, thirty days on", &["withdraw for fraud", "31 days"]),
        ],
        tried: &["extend hold", "release hold", "release hold by a member", "31 days"],
    },
    Machine {
        name: "grievance",
        states: &[("not known", &[]), ("triaged", &["triage"]), ("closed", &["triage", "close case"])],
        tried: &["triage", "triage by a member", "close case"],
    },
    Machine {
        name: "account on a trusted list",
        states: &[
            ("absent", &[]),
            ("waiting", &["trust"]),
            ("trusted", &["trust", "4 days"]),
            ("struck off", &["trust", "4 days", "distrust"]),
        ],
        tried: &["trust", "distrust", "4 days"],
    },
    Machine {
        name: "agent",
        states: &[("not appointed", &[]), ("appointed", &["appoint"]), ("dismissed", &["appoint", "dismiss"])],
        tried: &["appoint", "dismiss", "retire by the agent"],
    },
    Machine {
        name: "instalment plan",
        states: &[
            ("offered", &["offer plan"]),
            ("in force", &["offer plan", "accept plan"]),
            ("paid off", &["offer plan", "accept plan", "offer 2", "bid 2"]),
        ],
        tried: &["accept plan", "accept plan by another"],
    },
    Machine {
        name: "equivalence",
        states: &[("none", &[]), ("recorded", &["equivalence"]), ("revoked", &["equivalence", "revoke equivalence"])],
        tried: &["equivalence", "revoke equivalence", "revoke equivalence by a member"],
    },
    Machine {
        name: "accreditation",
        states: &[("in force", &[]), ("withdrawn", &["withdraw accreditation"])],
        tried: &["withdraw accreditation", "suspend"],
    },
    Machine {
        name: "retirement",
        states: &[
            ("new", &["buy", "retire"]),
            ("a day old", &["buy", "retire", "2 days"]),
            ("corrected", &["buy", "retire", "correct"]),
            ("found", &["buy", "retire", "2 days", "find"]),
            ("found and corrected", &["buy", "retire", "2 days", "find", "correct"]),
            ("found long ago", &["buy", "retire", "2 days", "find", "31 days"]),
        ],
        tried: &["correct", "correct by another", "find", "find by a buyer", "retire the same"],
    },
];

impl Stage {
    fn set() -> Self {
        let (mut world, [batch, _]) = World::issued();
        let mut registration = world.scenario.registration("Lumen Holding", "GB", &[Role::Buyer]);
        registration.act.group = Some(world.buyers[0].id);
        let sister = world.scenario.join(registration);
        let agent = world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
        let auditor = world.scenario.register("Nordlicht", "DE", &[Role::Auditor]);
        let lender = world.scenario.register("Mkopo Bank", "KE", &[Role::Lender]);
        Self { world, batch, sister, agent, auditor, lender }
    }

    /// Plays a word; answers the code of a refusal.
    fn play(&mut self, word: &str) -> Result<(), String> {
        if let Some(days) = word.strip_suffix(" days") {
            let later = self.world.scenario.now().plus_days(days.parse().unwrap());
            self.world.scenario.advance_to(later);
            return Ok(());
        }
        let code = |refusal: Refusal| refusal.code();
        if word == "extend hold" {
            let (operator, act) = self.act(word);
            return self.world.scenario.act_together(&operator, act).map(drop).map_err(code);
        }
        if word == "release hold" {
            let (operator, act) = self.act(word);
            let released = self.world.scenario.act(&operator, act).map_err(code)?;
            let proposed = released.iter().flat_map(|e| &e.events).any(|e| e.name().1 == "proposed");
            return if proposed { self.play("approve") } else { Ok(()) };
        }
        let key = usize::from(word == "approve" || word == "approve another text");
        let (actor, act) = self.act(word);
        self.world.scenario.act_by(&actor, key, act).map(drop).map_err(code)
    }

    fn act(&self, word: &str) -> (Actor, Act) {
        let registry = &self.world.scenario.registry;
        let operator = self.world.scenario.operator.clone();
        let (clara, lumen, cordillera) =
            (self.world.clara.clone(), self.world.buyers[0].clone(), self.world.cordillera.clone());
        let hold = registry.credits.holds().iter().next().map_or(HoldId::from(1), |(id, _)| id);
        let released = ReleaseHold { hold, reason: value("settled") };
        let (certificate, today) = (self.world.clara_certificate, registry.time().expect("founded").date());
        match word {
            "offer 2" => (clara.clone(), Act::PlaceSellOrder(self.world.offer(&clara, self.batch, "2", "4200.00"))),
            "bid 1" | "bid 2" => (lumen.clone(), Act::PlaceBuyOrder(self.world.bid(&lumen, &word[4..], "4200.00"))),
            "cancel" | "cancel by another" => {
                let order = registry.markets.orders_of(clara.id).next().map_or(OrderId::from(1), |(id, _)| id);
                (if word == "cancel" { clara } else { lumen }, Act::CancelOrder(CancelOrder { order }))
            }
            "propose" => {
                let (amount, reference) = (usd("10.00"), value("NEW-1"));
                (operator, Act::Deposit(Deposit { amount, organisation: lumen.id, reference }))
            }
            "approve" | "approve by the proposer" | "approve another text" | "approve by another" => {
                let open = registry.parties.open_proposals().next().map(|(id, p)| (id, p.digest));
                let (proposal, digest) = open.unwrap_or((ProposalId::from(1), CASE));
                let digest = if word == "approve another text" { CASE } else { digest };
                let actor = if word == "approve by another" { lumen } else { operator };
                (actor, Act::Approve(Approve { digest, proposal }))
            }
            "cancel proposal" => {
                let open = registry.parties.open_proposals().next().map_or(ProposalId::from(1), |(id, _)| id);
                (operator, Act::CancelProposal(CancelProposal { proposal: open }))
            }
            "hold" => {
                let target = HoldTarget::Batch(BatchTarget { batch: self.batch, scope: HoldScope::Unsold });
                (operator, Act::PlaceHold(PlaceHold { grievance: None, reason: HoldReason::Investigation, target }))
            }
            "extend hold" => (operator, Act::ExtendHold(ExtendHold { hold })),
            "release hold" => (operator, Act::ReleaseHold(released)),
            "release hold by a member" => (clara, Act::ReleaseHold(released)),
            "suspend" => {
                let (effective, note, reason) = (today, None, value("finding"));
                let suspend = SuspendCertificate { certificate, effective, note, reason };
                (cordillera, Act::SuspendCertificate(suspend))
            }
            "withdraw for fraud" => {
                let (cause, effective, note) = (WithdrawalCause::Fraud, today, None);
                let withdraw = WithdrawCertificate { cause, certificate, effective, note, reason: value("finding") };
                (cordillera, Act::WithdrawCertificate(withdraw))
            }
            _ => self.act_of_members(word),
        }
    }

    fn act_of_members(&self, word: &str) -> (Actor, Act) {
        let registry = &self.world.scenario.registry;
        let operator = self.world.scenario.operator.clone();
        let (clara, lumen) = (self.world.clara.clone(), self.world.buyers[0].clone());
        match word {
            "triage" | "triage by a member" => {
                let (batch, certificate, producer) = (Some(self.batch), None, None);
                let (decision, severity) = (GrievanceDecision::Accepted, Severity::Two);
                let triage = TriageGrievance { batch, certificate, decision, grievance: CASE, producer, severity };
                (if word == "triage" { operator } else { lumen }, Act::TriageGrievance(triage))
            }
            "close case" => {
                let outcome = GrievanceOutcome::Remedied;
                (operator, Act::CloseGrievance(CloseGrievance { grievance: CASE, outcome }))
            }
            "trust" => (lumen, Act::TrustAccount(TrustAccount { account: self.sister.account })),
            "distrust" => (lumen, Act::DistrustAccount(DistrustAccount { account: self.sister.account })),
            "appoint" => (lumen, Act::AppointAgent(AppointAgent { agent: self.agent.id })),
            "dismiss" => (lumen, Act::DismissAgent(DismissAgent { agent: self.agent.id })),
            "retire by the agent" => {
                let block = self.world.blocks(clara.account, self.batch, "1");
                let retire = self.world.retirement(&lumen, block, Claim::None(PlainClaim {}));
                let (account, principal) = (self.agent.account, Some(lumen.id));
                (self.agent.clone(), Act::Retire(Retire { account, principal, ..retire }))
            }
            "offer plan" => {
                let open = OpenInstalmentPlan {
                    kind: InstalmentKind::Prefinance,
                    producer: clara.id,
                    programme: value("HZN"),
                    rate: Bps::new(500).expect("within the whole"),
                    total: usd("100.00"),
                };
                (self.lender.clone(), Act::OpenInstalmentPlan(open))
            }
            "accept plan" | "accept plan by another" => {
                let plan = registry.cash.instalment_plans().last().map_or(InstalmentPlanId::from(1), |(id, _)| id);
                let actor = if word == "accept plan" { clara } else { self.world.sisters.clone() };
                (actor, Act::AcceptInstalmentPlan(AcceptInstalmentPlan { plan }))
            }
            _ => self.act_of_judges(word),
        }
    }

    fn act_of_judges(&self, word: &str) -> (Actor, Act) {
        let registry = &self.world.scenario.registry;
        let operator = self.world.scenario.operator.clone();
        let (lumen, orfebre) = (self.world.buyers[0].clone(), self.world.buyers[1].clone());
        let retirement = registry.claims.retirements().next().map_or(RetirementId::from(1), |(id, _)| id);
        match word {
            "equivalence" => {
                let side = |level| ProgrammeLevel { level, programme: value("HZN") };
                let record = RecordEquivalence {
                    extent: EquivalenceExtent::Partial,
                    from: side(Level::Good),
                    from_date: value("2026-01-01"),
                    to: side(Level::Entry),
                    until: value("2027-12-31"),
                };
                (operator, Act::RecordEquivalence(record))
            }
            "revoke equivalence" | "revoke equivalence by a member" => {
                let known = registry.certificates.equivalences().next().map_or(EquivalenceId::from(1), |(id, _)| id);
                let effective = registry.time().expect("founded").date();
                let revoke = RevokeEquivalence { effective, equivalence: known, reason: value("revised") };
                (if word.ends_with("member") { lumen } else { operator }, Act::RevokeEquivalence(revoke))
            }
            "withdraw accreditation" => {
                let of = self.world.cordillera.id;
                let known = registry.certificates.accreditations().find(|(_, a)| a.certifier == of);
                let accreditation = known.expect("Cordillera is accredited").0;
                let withdraw = WithdrawAccreditation { accreditation, reason: value("revised") };
                (operator, Act::WithdrawAccreditation(withdraw))
            }
            "retire" | "retire the same" => {
                let bought = self.world.blocks(lumen.account, self.batch, "1");
                let ended = registry.claims.retirement(retirement).map(|r| r.record.blocks.clone());
                let blocks = if word == "retire" { bought } else { ended.expect("retired") };
                let retire = self.world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
                (lumen, Act::Retire(retire))
            }
            "correct" | "correct by another" => {
                let (footprint, product, registration_number) = (None, None, None);
                let purpose = Some(value("rings"));
                let correct = CorrectRetirement { footprint, product, purpose, registration_number, retirement };
                (if word == "correct" { lumen } else { orfebre }, Act::CorrectRetirement(correct))
            }
            "find" | "find by a buyer" => {
                let (outcome, reason) = (FindingOutcome::Qualified, value("scope"));
                let finding = PublishFinding { outcome, reason, report: CASE, retirement };
                (if word == "find" { self.auditor.clone() } else { orfebre }, Act::PublishFinding(finding))
            }
            _ => panic!("{word} is no word of these tables"),
        }
    }

    fn come_to(&mut self, way: &[&str]) {
        for word in way {
            let played = match *word {
                "buy" => self.play("offer 2").and_then(|()| self.play("bid 1")),
                word => self.play(word),
            };
            assert_eq!(played, Ok(()), "{word} on the way to a state");
        }
    }
}

#[test]
fn every_act_and_the_time_in_every_state_of_the_smaller_machines() {
    let stage = Stage::set();
    let mut table = "What becomes of each act, and of time, in every state of the smaller machines.\n".to_owned();
    for Machine { name, states, tried } in MACHINES {
        for (state, way) in *states {
            table += &format!("\n{name}: {state}\n");
            let mut there = stage.clone();
            there.come_to(way);
            for word in *tried {
                let mut tried = there.clone();
                let before = tried.world.scenario.entries().len();
                let answer = match tried.play(word) {
                    Ok(()) => {
                        let entries = &tried.world.scenario.entries()[before..];
                        let events = entries.iter().flat_map(|entry| &entry.events).map(|event| event.name().1);
                        events.collect::<Vec<_>>().join(", ")
                    }
                    Err(code) => format!("– {code}"),
                };
                table += &format!("    {word:<32}{answer}\n");
            }
        }
    }
    golden("lesser-states.txt", &table);
}
