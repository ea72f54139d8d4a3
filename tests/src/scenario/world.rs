//! The usual world: the programme HZN with two accredited certifiers, two gold producers with certificates, premium
//! plans and batches, a market, and buyers with money. The figures are those of the demo's stories.

use orebook_registry::event::*;
use orebook_registry::instruction::*;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};

use super::terms::{Certification, HZN, certification, declaration, gold_market, programme, usd};
use super::{Actor, Scenario, at, value};

/// The usual people and things.
#[derive(Debug, Clone)]
pub struct World {
    /// The register, its clock and its operator.
    pub scenario: Scenario,
    /// Certifier of P11, third party.
    pub acacia: Actor,
    /// Certifier of P1, third party, to which P1 owes 800.00 USD at ten percent a sale.
    pub cordillera: Actor,
    /// P1, Cooperativa Minera Quebrada Clara.
    pub clara: Actor,
    /// P11, Mthunzi Gold Sisters.
    pub sisters: Actor,
    /// Buyers: Lumen & Vale with 20,000.00 USD, Orfebre Siete with 5,000.00, Maison Perrin with 40,000.00.
    pub buyers: [Actor; 3],
    /// P1's certificate, at most 45 kg a year.
    pub clara_certificate: CertificateId,
    /// P11's certificate, at most 10 kg a year.
    pub sisters_certificate: CertificateId,
    /// Gold, HZN good, in USD: tick 10.00, floor 4,000.00, least order 10.00.
    pub market: MarketId,
}

impl World {
    /// On 2026-01-09 everybody has joined, certificates run, plans are signed and the market is open.
    pub fn certified() -> Self {
        Self::certified_from(Scenario::founded())
    }

    /// The same upon a scenario just founded.
    pub fn certified_from(mut scenario: Scenario) -> Self {
        let operator = scenario.operator.clone();
        scenario.act(&operator, Act::DefineProgramme(programme())).expect("the programme is defined");
        let acacia = scenario.register("Acacia Assurance Ltd", "KE", &[Role::Certifier]);
        let cordillera = scenario.register("Cordillera Verifica SAS", "CO", &[Role::Certifier]);
        for certifier in [&acacia, &cordillera] {
            accredit(&mut scenario, certifier);
        }
        let clara = scenario.register("Cooperativa Minera Quebrada Clara", "CO", &[Role::Producer]);
        let mut registration = scenario.registration("Mthunzi Gold Sisters", "ZW", &[Role::Producer]);
        registration.act.code = Some(value("M3S4"));
        registration.act.women_led = Some(YesNo::Yes);
        let sisters = scenario.join(registration);
        let buyers = [("Lumen & Vale Jewellery", "GB"), ("Orfebre Siete", "ES"), ("Maison Perrin Horlogers", "CH")]
            .map(|(name, country)| scenario.register(name, country, &[Role::Buyer]));
        let (none, market) = (CertificateId::from(0), open_market(&mut scenario));
        let mut world = Self {
            scenario,
            acacia,
            cordillera,
            clara,
            sisters,
            buyers,
            clara_certificate: none,
            sisters_certificate: none,
            market,
        };
        world.certify_both();
        world.adopt_both_plans();
        world
    }

    /// On 2026-07-13 the first half of the year is issued, 12.412 kg and 2.62 kg, and the buyers have their money.
    /// Answers the batches of P1 and P11.
    pub fn issued() -> (Self, [BatchId; 2]) {
        let mut world = Self::certified();
        let batches = world.issue_both();
        (world, batches)
    }

    /// The same upon the world as certified.
    pub fn issue_both(&mut self) -> [BatchId; 2] {
        self.scenario.advance_to(at("2026-07-06"));
        let half = ["2026-01-01", "2026-06-30"];
        let (clara, sisters) = (self.clara_certificate, self.sisters_certificate);
        let batches = [(clara, "20.412", "8"), (sisters, "3.12", "0.5")]
            .map(|(c, gross, sold)| self.issue(c, gross, sold, half).expect("the half year is issued"));
        self.scenario.advance_to(at("2026-07-10"));
        self.fund();
        self.scenario.advance_to(at("2026-07-13"));
        batches
    }

    /// The buyers' deposits.
    pub fn fund(&mut self) {
        for (n, amount) in ["20000.00", "5000.00", "40000.00"].into_iter().enumerate() {
            let buyer = self.buyers[n].clone();
            self.deposit(&buyer, amount, &format!("DEPOSIT-{n}")).expect("money arrives");
        }
    }

    fn certify_both(&mut self) {
        let [clara, sisters] = [self.clara.clone(), self.sisters.clone()];
        let [acacia, cordillera] = [self.acacia.clone(), self.cordillera.clone()];
        let terms = certification("CO-ANT", "45");
        self.clara_certificate = self.certify(&clara, &cordillera, terms).expect("P1 is certified");
        let terms = certification("ZW-MW", "10");
        self.sisters_certificate = self.certify(&sisters, &acacia, terms).expect("P11 is certified");
    }

    fn adopt_both_plans(&mut self) {
        use PayeeKind::{Community, Operations, Women};
        let [clara, sisters, cordillera] = [self.clara.clone(), self.sisters.clone(), self.cordillera.clone()];
        let shares = [(Operations, 5_433), (Community, 1_567), (Women, 2_000), (Community, 1_000)];
        self.adopt_plan(&clara, "Clara", &shares).expect("P1's plan is in order");
        let shares = [(Operations, 3_334), (Women, 3_333), (Community, 3_333)];
        self.adopt_plan(&sisters, "Sisters", &shares).expect("P11's plan is in order");
        self.owe(&cordillera, &clara, 1_000, "800.00").expect("P1 signs the instalments");
        self.scenario.advance_to(at("2026-01-09"));
    }

    /// Registers a payee for each share and adopts the plan. Answers what was written last.
    pub fn adopt_plan(
        &mut self,
        producer: &Actor,
        name: &str,
        shares: &[(PayeeKind, u16)],
    ) -> Result<Vec<NewEntry>, Refusal> {
        let payee = |(n, (kind, points)): (usize, &(PayeeKind, u16))| PayeeShare {
            kind: *kind,
            payee: self.scenario.register_payee(&format!("{name} Fund {n}"), "CO").id,
            share: Bps::new(*points).expect("within the whole"),
        };
        let payees = shares.iter().enumerate().map(payee).collect();
        self.scenario.act(producer, Act::AdoptPremiumPlan(AdoptPremiumPlan { payees, programme: value(HZN) }))
    }

    /// A certification plan in USD, opened by the certifier and signed by the producer.
    pub fn owe(&mut self, creditor: &Actor, debtor: &Actor, rate: u16, total: &str) -> Result<Vec<NewEntry>, Refusal> {
        let open = OpenInstalmentPlan {
            kind: InstalmentKind::Certification,
            producer: debtor.id,
            programme: value(HZN),
            rate: Bps::new(rate).expect("within the whole"),
            total: usd(total),
        };
        self.scenario.act(creditor, Act::OpenInstalmentPlan(open))?;
        let (plan, _) = self.scenario.registry.cash.instalment_plans().last().expect("a plan was opened");
        self.scenario.act(debtor, Act::AcceptInstalmentPlan(AcceptInstalmentPlan { plan }))
    }

    /// From application to grant.
    pub fn certify(
        &mut self,
        producer: &Actor,
        certifier: &Actor,
        terms: Certification,
    ) -> Result<CertificateId, Refusal> {
        let application = ApplyCertificate { certifier: certifier.id, ..terms.application };
        self.scenario.act(producer, Act::ApplyCertificate(application))?;
        let (certificate, _) = self.scenario.registry.certificates.certificates().last().expect("applied for");
        if let Some(holder) = terms.application.holder {
            let holder = self.scenario.actor(holder);
            self.scenario.act(&holder, Act::AcceptMandate(AcceptMandate { certificate }))?;
        }
        self.scenario.act(certifier, Act::BeginAudit(BeginAudit { certificate }))?;
        self.scenario.act(certifier, Act::GrantCertificate(GrantCertificate { certificate, ..terms.grant }))?;
        Ok(certificate)
    }

    /// Declaration and approval in full of pure metal, of which some was sold physically.
    pub fn issue(
        &mut self,
        certificate: CertificateId,
        gross: &str,
        sold: &str,
        period: [&str; 2],
    ) -> Result<BatchId, Refusal> {
        let declaration = self.declare(certificate, gross, sold, period)?;
        self.approve(declaration, gross)
    }

    /// A declaration of pure metal.
    pub fn declare(
        &mut self,
        certificate: CertificateId,
        gross: &str,
        sold: &str,
        period: [&str; 2],
    ) -> Result<DeclarationId, Refusal> {
        let producer = self.party_of(certificate, |c| c.producer);
        self.scenario.act(&producer, Act::Declare(declaration(certificate, gross, sold, period)))?;
        Ok(self.scenario.registry.certificates.declarations().last().map(|(id, _)| id).expect("declared"))
    }

    /// The certifier's approval of a declaration.
    pub fn approve(&mut self, declaration: DeclarationId, verified: &str) -> Result<BatchId, Refusal> {
        let found = self.scenario.registry.certificates.declaration(declaration).map(|d| d.certificate);
        let certifier = self.party_of(found.expect("a declaration that exists"), |c| c.certifier);
        let approve = ApproveDeclaration { declaration, verified: value(verified) };
        self.scenario.act(&certifier, Act::ApproveDeclaration(approve))?;
        Ok(self.scenario.registry.credits.batches().last().map(|(id, _)| id).expect("issued"))
    }

    fn party_of(
        &self,
        certificate: CertificateId,
        party: impl Fn(&orebook_registry::certificate::Certificate) -> OrganisationId,
    ) -> Actor {
        let found = self.scenario.registry.certificates.certificate(certificate).map(party);
        self.scenario.actor(found.expect("a certificate that exists"))
    }

    /// A deposit in USD, signed by both persons of the operator.
    pub fn deposit(&mut self, member: &Actor, amount: &str, reference: &str) -> Result<Vec<NewEntry>, Refusal> {
        let deposit = Deposit { amount: usd(amount), organisation: member.id, reference: value(reference) };
        let operator = self.scenario.operator.clone();
        self.scenario.act_together(&operator, Act::Deposit(deposit))
    }

    /// An offer that rests thirty days.
    pub fn offer(&self, seller: &Actor, batch: BatchId, mass: &str, price: &str) -> PlaceSellOrder {
        PlaceSellOrder {
            account: seller.account,
            batch,
            client_order: None,
            market: self.market,
            mass: value(mass),
            price: usd(price),
            time_in_force: TimeInForce::Gtd,
            unnamed: None,
            until: None,
        }
    }

    /// A bid that rests thirty days.
    pub fn bid(&self, buyer: &Actor, mass: &str, price: &str) -> PlaceBuyOrder {
        PlaceBuyOrder {
            account: buyer.account,
            client_order: None,
            market: self.market,
            mass: value(mass),
            price: usd(price),
            restriction: None,
            time_in_force: TimeInForce::Gtd,
            until: None,
        }
    }

    /// A retirement of blocks by their holder, for itself and the year 2026.
    pub fn retirement(&self, holder: &Actor, blocks: Vec<SerialBlock>, claim: Claim) -> Retire {
        let record = self.scenario.registry.parties.organisation(holder.id).expect("the holder is registered");
        Retire {
            account: holder.account,
            beneficiary: Beneficiary {
                country: record.country,
                name: record.name.clone(),
                registration_number: record.registration_number.clone(),
            },
            blocks,
            claim,
            consent: None,
            period_from: value("2026-01-01"),
            period_to: value("2026-12-31"),
            principal: None,
            product: None,
            purpose: value("products"),
        }
    }

    /// The lowest available blocks of an account in one batch, up to a mass; fewer where there are no more.
    pub fn blocks(&self, account: AccountId, batch: BatchId, mass: &str) -> Vec<SerialBlock> {
        let mut left = value::<Mass>(mass).mg();
        let mut blocks = Vec::new();
        for (range, block) in self.scenario.registry.credits.holdings(account) {
            if range.batch == batch && block.state == orebook_registry::credit::BlockState::Available && left > 0 {
                let to = range.to.min(range.from + left);
                left -= to - range.from;
                blocks.extend(self.scenario.registry.credits.serial(orebook_registry::credit::Range { to, ..range }));
            }
        }
        blocks
    }
}

/// Every event of some entries, in order.
pub fn events(entries: &[NewEntry]) -> impl Iterator<Item = &Event> {
    entries.iter().flat_map(|entry| &entry.events)
}

fn accredit(scenario: &mut Scenario, certifier: &Actor) {
    let accredit = Accredit {
        certifier: certifier.id,
        from: value("2026-01-01"),
        minerals: programme().minerals,
        programme: value(HZN),
        until: value("2030-12-31"),
        verification: Verification::ThirdParty,
    };
    let operator = scenario.operator.clone();
    scenario.act(&operator, Act::Accredit(accredit)).expect("the certifier is accredited");
}

fn open_market(scenario: &mut Scenario) -> MarketId {
    let operator = scenario.operator.clone();
    scenario.act(&operator, Act::OpenMarket(gold_market())).expect("the market opens");
    scenario.registry.markets.markets().next().map(|(id, _)| id).expect("a market is open")
}
