//! The story: an operator, a certifier, a co-op with two payees, and a brand; from the founding to a retirement and
//! the day after.

use super::*;
use orebook_registry::event::Event;

/// The parties, by number of their first key; the second key is ten higher.
pub const OPERATOR: u8 = 1;
pub const CERTIFIER: u8 = 2;
pub const COOP: u8 = 3;
pub const BRAND: u8 = 4;

pub struct Story {
    pub log: Log,
    pub operator: OrganisationId,
    pub brand: OrganisationId,
    pub brand_account: AccountId,
    pub market: MarketId,
    /// Entry of the retirement.
    pub retired: usize,
    pub retirement: RetirementId,
}

fn keys(number: u8) -> Vec<KeyOfPerson> {
    let key =
        |number: u8, person: &str, purpose| KeyOfPerson { key: secret(number).public(), person: v(person), purpose };
    vec![key(number, "a", KeyPurpose::Signing), key(number + 10, "b", KeyPurpose::Recovery)]
}

fn organisation(name: &str, roles: &[Role], number: Option<u8>) -> RegisterOrganisation {
    let produces = roles.contains(&Role::Producer);
    RegisterOrganisation {
        code: produces.then(|| v("K7Q2")),
        country: v("CO"),
        group: None,
        keys: number.map(keys).unwrap_or_default(),
        name: v(name),
        registration_number: None,
        roles: roles.to_vec(),
        structure: produces.then_some(Structure::Cooperative),
        women_led: produces.then_some(YesNo::Yes),
    }
}

fn programme() -> DefineProgramme {
    DefineProgramme {
        code: v("FMX"),
        effective_from: v("2026-01-01"),
        levels: vec![LevelTerms {
            claims: vec![ClaimType::Support, ClaimType::Match, ClaimType::None],
            ecological: YesNo::Yes,
            level: Level::Good,
        }],
        minerals: vec![v("GLD")],
        name: v("Fairmined example"),
        parameters: ProgrammeParameters {
            administration_bps_max: v("1500"),
            approve_within_days: v("180"),
            audit_age_months_max: v("15"),
            audit_thresholds: vec![AuditThreshold { mass: v("5"), mineral: v("GLD") }],
            community_bps_min: v("1000"),
            compliant_bps_min: v("8000"),
            declare_within_days: v("90"),
            effective_days_back: v("30"),
            entry_months_max: v("36"),
            fee_bps: v("150"),
            holder_bps_max: v("1000"),
            inspection_age_months_max: v("15"),
            instalment_bps_max: v("1000"),
            plan_wait_days: v("7"),
            prefinance_bps_max: v("2000"),
            resale: Resale::None,
            retire_within_months: v("12"),
            unsold_months: v("24"),
            women_bps_min: v("1500"),
        },
        version: v("1"),
    }
}

impl Story {
    pub fn told() -> Story {
        let mut log = Log::new("2026-11-20T09:00:00.000Z");
        let operator = found(&mut log);
        log.submit(operator, OPERATOR + 10, Act::ConfirmKey(ConfirmKey {}));
        let register = |log: &mut Log, name: &str, roles: &[Role], number: Option<u8>| {
            let act = Act::RegisterOrganisation(organisation(name, roles, number));
            let first = log.submit(operator, OPERATOR, act);
            let id: OrganisationId = log.id(first, "org");
            if let Some(number) = number {
                log.submit(id, number, Act::ConfirmKey(ConfirmKey {}));
            }
            (id, first)
        };
        let (certifier, _) = register(&mut log, "Certifica", &[Role::Certifier], Some(CERTIFIER));
        let (coop, coop_entry) =
            register(&mut log, "Cooperativa Río Claro", &[Role::Producer, Role::Payee], Some(COOP));
        let (women, _) = register(&mut log, "Fondo de Mujeres", &[Role::Payee], None);
        let (village, _) = register(&mut log, "Comunidad", &[Role::Payee], None);
        let (brand, brand_entry) = register(&mut log, "Atelier Clara", &[Role::Buyer], Some(BRAND));
        log.submit(brand, BRAND + 10, Act::ConfirmKey(ConfirmKey {}));
        let coop_account = log.id(coop_entry, "acc");
        let brand_account = log.id(brand_entry, "acc");
        log.submit(operator, OPERATOR, Act::DefineProgramme(programme()));
        let batch = issue(&mut log, operator, certifier, coop);
        let payees = [
            (coop, PayeeKind::Operations, "7333"),
            (women, PayeeKind::Women, "1667"),
            (village, PayeeKind::Community, "1000"),
        ];
        let payees = payees.map(|(payee, kind, share)| PayeeShare { kind, payee, share: v(share) }).to_vec();
        log.submit(coop, COOP, Act::AdoptPremiumPlan(AdoptPremiumPlan { payees, programme: v("FMX") }));
        deposit(&mut log, operator, brand);
        let (market, bought) = trade(&mut log, operator, (coop, coop_account, batch), (brand, brand_account));
        let (retired, retirement) = retire(&mut log, brand, brand_account, bought);
        let revoke = RevokeKey { key: secret(BRAND + 10).public(), reason: v("lost") };
        log.submit(brand, BRAND + 10, Act::RevokeKey(revoke));
        // Two days later: the order that rested has expired, and the day is opened.
        log.now = v("2026-11-22T08:00:00.000Z");
        log.submit(brand, BRAND, Act::OpenAccount(OpenAccount { name: v("Campaign") }));
        Story { log, operator, brand, brand_account, market, retired, retirement }
    }
}

fn found(log: &mut Log) -> OrganisationId {
    let operator = IdMint::new(log.now, 0, 0).mint();
    let mut persons = keys(OPERATOR);
    persons[1].purpose = KeyPurpose::Signing;
    let found = Found {
        issuer: Issuer { did: secret(201).public().to_string(), key: secret(201).public() },
        log_key: log_key().to_string(),
        operator: Operator { country: v("CH"), name: v("Orebook Foundation") },
        origin: ORIGIN.to_owned(),
        persons,
        rules: "1".to_owned(),
    };
    log.submit(operator, OPERATOR, Act::Found(found));
    operator
}

fn issue(log: &mut Log, operator: OrganisationId, certifier: OrganisationId, coop: OrganisationId) -> BatchId {
    let (from, until) = (v("2026-01-01"), v("2027-12-31"));
    let third = Verification::ThirdParty;
    let accredit =
        Accredit { certifier, from, minerals: vec![v("GLD")], programme: v("FMX"), until, verification: third };
    log.submit(operator, OPERATOR, Act::Accredit(accredit));
    let apply = ApplyCertificate {
        certifier,
        continues: None,
        country: v("CO"),
        ecological: YesNo::Yes,
        holder: None,
        level: Level::Good,
        mandate: Vec::new(),
        mineral: v("GLD"),
        programme: v("FMX"),
        region: v("CO-ANT"),
        site: v("FMX-0417"),
    };
    let first = log.submit(coop, COOP, Act::ApplyCertificate(apply));
    let certificate = log.id(first, "crt");
    log.submit(certifier, CERTIFIER, Act::BeginAudit(BeginAudit { certificate }));
    let grant = GrantCertificate {
        audited_on: v("2026-10-15"),
        certificate,
        effective: v("2026-10-25"),
        group: None,
        maximum: v("60"),
        valid_from: v("2026-10-01"),
        valid_to: v("2027-09-30"),
        verification: third,
    };
    log.submit(certifier, CERTIFIER, Act::GrantCertificate(grant));
    let declare = Declare {
        certificate,
        evidence: vec![Digest([7; 32])],
        exclusive: YesNo::Yes,
        gross: v("4.5"),
        period_from: v("2026-10-25"),
        period_to: v("2026-11-15"),
        ppm: v("912345"),
        sold_physically: v("0"),
    };
    let first = log.submit(coop, COOP, Act::Declare(declare));
    let declaration = log.id(first, "dcl");
    let approve = ApproveDeclaration { declaration, verified: v("4.1") };
    let first = log.submit(certifier, CERTIFIER, Act::ApproveDeclaration(approve));
    log.id(first, "bat")
}

fn deposit(log: &mut Log, operator: OrganisationId, brand: OrganisationId) {
    let deposit = Deposit { amount: money("20000.00"), organisation: brand, reference: v("BANK-7788") };
    let first = log.submit(operator, OPERATOR, Act::Deposit(deposit));
    let proposal = log.id(first, "prp");
    let proposed = log.registry.parties.open_proposals().next().unwrap().1.digest;
    log.submit(operator, OPERATOR + 10, Act::Approve(Approve { digest: proposed, proposal }));
}

/// Opens a market, offers, bids in two steps; the rest of the offer expires in the night.
fn trade(
    log: &mut Log,
    operator: OrganisationId,
    (coop, account, batch): (OrganisationId, AccountId, BatchId),
    (brand, brand_account): (OrganisationId, AccountId),
) -> (MarketId, Vec<orebook_registry::serial::SerialBlock>) {
    let open = OpenMarket {
        currency: v("USD"),
        ecological: YesNo::Yes,
        floor: money("2000.00"),
        level: Level::Good,
        mineral: v("GLD"),
        minimum: money("10.00"),
        programme: v("FMX"),
        tick: money("10.00"),
    };
    let first = log.submit(operator, OPERATOR, Act::OpenMarket(open));
    let market = log.id(first, "mkt");
    let until = Some(v("2026-11-21T18:00:00Z"));
    let (gtd, ioc) = (TimeInForce::Gtd, TimeInForce::Ioc);
    let sell = |mass: &str, price: &str| PlaceSellOrder {
        account,
        batch,
        client_order: None,
        market,
        mass: v(mass),
        price: money(price),
        time_in_force: gtd,
        unnamed: None,
        until,
    };
    log.submit(coop, COOP, Act::PlaceSellOrder(sell("1.2", "4000.00")));
    log.submit(coop, COOP, Act::PlaceSellOrder(sell("2", "4010.00")));
    let buy = PlaceBuyOrder {
        account: brand_account,
        client_order: None,
        market,
        mass: v("2.111"),
        price: money("4050.00"),
        restriction: None,
        time_in_force: gtd,
        until: None,
    };
    log.submit(brand, BRAND, Act::PlaceBuyOrder(buy.clone()));
    // Below every offer: it finds nothing, and its remainder is cancelled.
    log.submit(brand, BRAND, Act::PlaceBuyOrder(PlaceBuyOrder { price: money("4000.00"), time_in_force: ioc, ..buy }));
    let holdings = log.registry.credits.holdings(brand_account);
    (market, holdings.map(|(range, _)| log.registry.credits.serial(range).unwrap()).collect())
}

fn retire(
    log: &mut Log,
    brand: OrganisationId,
    account: AccountId,
    blocks: Vec<orebook_registry::serial::SerialBlock>,
) -> (usize, RetirementId) {
    let period = (v("2026-01-01"), v("2026-12-31"));
    let footprint = RecordFootprint {
        basis: FootprintBasis::Purchased,
        beneficiary: None,
        mass: v("8"),
        method: v("purchase_records"),
        mineral: v("GLD"),
        period_from: period.0,
        period_to: period.1,
        scope: v("collection_2026"),
    };
    let first = log.submit(brand, BRAND, Act::RecordFootprint(footprint));
    let footprint = log.id(first, "ftp");
    let retire = Retire {
        account,
        beneficiary: Beneficiary { country: v("CO"), name: v("Atelier Clara"), registration_number: None },
        blocks,
        claim: Claim::Match(MatchClaim { footprint }),
        consent: None,
        period_from: period.0,
        period_to: period.1,
        principal: None,
        product: None,
        purpose: v("jewellery"),
    };
    let first = log.submit(brand, BRAND, Act::Retire(retire));
    (first, log.id(first, "ret"))
}

/// The events that an entry holds, by name.
pub fn event_names(entry: &[u8]) -> Vec<&'static str> {
    let entry = orebook_registry::entry::Entry::parse(entry).unwrap();
    entry.events.iter().map(|event: &Event| event.name().1).collect()
}
