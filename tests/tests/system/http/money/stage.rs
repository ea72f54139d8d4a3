//! The stage: Lumen bought of Clara by orders in USD and UGX, Perrin by a deal; four payouts of the premium are approved
//! in three files: by bank in USD and in UGX, by mobile money in UGX.

use orebook_registry::instruction::*;
use orebook_registry::money::Payouts;
use orebook_registry::values::*;
use orebook_store::Location;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{Actor, World, at, gold_market, usd, value};
use serde_json::{Value, json};

/// The salt of all details.
pub const SALT: &str = "8f0c3d0a5b1e4f6a9c7d2e1b0a594837";

/// From where the register pays.
pub const SETTINGS: &str = r#"
[payouts]
name = "Example Registry Foundation"
address = { street = "Keizersgracht", building = "1", post_code = "1015 CN", town = "Amsterdam", country = "NL" }
mobile = "bulk_disbursement"

[payouts.accounts.USD]
account = { iban = "NL91ABNA0417164300" }
agent = { bic = "ABNANL2A" }

[payouts.accounts.UGX]
account = { other = "9030001234567", scheme = "BBAN" }
agent = { member = "040147", system = "UGABA", name = "Example Bank Uganda" }
"#;

/// What has happened, and who is there.
pub struct Stage {
    /// The usual world.
    pub world: World,
    /// Clara, of two signing persons; the second signs by its last key.
    pub clara: Actor,
    /// Its payees, in the order of the plan.
    pub funds: Vec<OrganisationId>,
    /// What was sold of.
    pub batch: BatchId,
}

/// An amount in UGX.
pub fn ugx(amount: &str) -> Money {
    Money::parse(amount, value("UGX")).unwrap()
}

/// Everything is sold; nothing is paid out yet.
pub fn sold() -> Stage {
    let (mut world, [batch, _]) = World::issued();
    let clara = world.scenario.with_second_signer(&world.clara.clone());
    let (lumen, perrin) = (world.buyers[0].clone(), world.buyers[2].clone());
    let offer = world.offer(&clara, batch, "2.412", "4200.00");
    act(&mut world, &clara, Act::PlaceSellOrder(offer));
    for mass in ["2", "0.2"] {
        let bid = world.bid(&lumen, mass, "4200.00");
        act(&mut world, &lumen, Act::PlaceBuyOrder(bid));
    }
    sell_in_ugx(&mut world, &clara, &lumen, batch);
    sell_by_deal(&mut world, &clara, &perrin, batch);
    let (_, plan) = world.scenario.registry.cash.plan_in_force(clara.id, value("HZN")).unwrap();
    let funds = plan.payees.iter().map(|share| share.payee).collect();
    Stage { world, clara, funds, batch }
}

fn act(world: &mut World, actor: &Actor, act: Act) {
    world.scenario.act(actor, act).unwrap();
}

fn sell_in_ugx(world: &mut World, clara: &Actor, lumen: &Actor, batch: BatchId) {
    let operator = world.scenario.operator.clone();
    let terms = OpenMarket {
        currency: value("UGX"),
        floor: ugx("1000000"),
        tick: ugx("1000"),
        minimum: ugx("1000"),
        ..gold_market()
    };
    act(world, &operator, Act::OpenMarket(terms));
    let (market, _) = world.scenario.registry.markets.markets().last().unwrap();
    let deposit = Deposit { amount: ugx("60000000"), organisation: lumen.id, reference: value("DEPOSIT-UGX") };
    world.scenario.act_together(&operator, Act::Deposit(deposit)).unwrap();
    let offer = PlaceSellOrder { market, price: ugx("15000000"), ..world.offer(clara, batch, "1", "4200.00") };
    act(world, clara, Act::PlaceSellOrder(offer));
    let bid = PlaceBuyOrder { market, price: ugx("15000000"), ..world.bid(lumen, "1", "4200.00") };
    act(world, lumen, Act::PlaceBuyOrder(bid));
}

fn sell_by_deal(world: &mut World, clara: &Actor, perrin: &Actor, batch: BatchId) {
    let deal = ProposeDeal {
        account: clara.account,
        batch,
        counterparty: perrin.id,
        market: world.market,
        mass: value("3"),
        price: usd("5000.00"),
        side: DealSide::Sell,
        until: world.scenario.seconds_from_now(2 * 86_400),
    };
    act(world, clara, Act::ProposeDeal(deal));
    let (deal, _) = world.scenario.registry.markets.deals.iter().last().unwrap();
    act(world, perrin, Act::AcceptDeal(AcceptDeal { account: perrin.account, deal }));
    world.scenario.advance_to(at("2026-07-15"));
}

/// Where the payees are paid: two at banks, the third by telephone.
pub fn details(n: usize) -> Value {
    let address = json!({ "street": "Carrera 7", "building": "12-34", "town": "Medellín", "country": "CO" });
    match n {
        0 => json!({
            "name": "Clara Fund 0", "address": address,
            "account": { "iban": "DE89370400440532013000" }, "agent": { "bic": "DEUTDEFF" },
        }),
        1 => json!({
            "name": "Clara Fund 1 – Educación", "address": address,
            "account": { "other": "123456789012", "scheme": "BBAN" },
            "agent": { "member": "026009593", "system": "USABA", "name": "Example Bank" },
        }),
        _ => json!({ "name": format!("Akello Grace {n}"), "account": { "msisdn": "+256772123456" } }),
    }
}

/// The digest that the log has of details.
pub fn digest_of(details: &Value) -> Digest {
    let salt: Vec<u8> = (0..SALT.len() / 2).map(|i| u8::from_str_radix(&SALT[2 * i..2 * i + 2], 16).unwrap()).collect();
    let canonical = orebook_document::canonical(details).unwrap();
    Digest(orebook_document::sha256(&[salt, canonical].concat()))
}

/// Sends details to the server.
pub fn put(house: &House, details: &Value) -> Answer {
    let body = json!({ "salt": SALT, "details": details }).to_string().into_bytes();
    let path = format!("/v1/payout-details/{}", digest_of(details));
    house.http.send("PUT", &path, &[("content-type", "application/json")], body)
}

impl Stage {
    /// The operator says where a payee without a key is paid.
    pub fn set_details(&mut self, n: usize, rail: Rail) {
        let operator = self.world.scenario.operator.clone();
        let set = SetPayoutDetails { details: digest_of(&details(n)), organisation: Some(self.funds[n]), rail };
        self.world.scenario.act_together(&operator, Act::SetPayoutDetails(set)).unwrap();
    }

    /// The operator plans to pay premium of Clara's sales.
    pub fn plan(&mut self, n: usize, amount: Money) -> PayoutId {
        let operator = self.world.scenario.operator.clone();
        let plan = PlanPayout { amount, exchange: None, payee: self.funds[n], producer: self.clara.id };
        self.world.scenario.act(&operator, Act::PlanPayout(plan)).unwrap();
        self.payouts().iter().last().unwrap().0
    }

    /// Two persons of the operator approve.
    pub fn approve(&mut self, payouts: &[PayoutId], rail: Rail) -> PayoutFileId {
        let operator = self.world.scenario.operator.clone();
        let approve = ApprovePayouts { payouts: payouts.to_vec(), rail };
        self.world.scenario.act_together(&operator, Act::ApprovePayouts(approve)).unwrap();
        self.payouts().files().last().unwrap().0
    }

    /// All payouts.
    pub fn payouts(&self) -> &Payouts {
        self.world.scenario.registry.cash.payouts()
    }

    /// What a payee has not been paid.
    pub fn unpaid(&self, n: usize, currency: &str) -> Money {
        let premiums = self.world.scenario.registry.cash.premiums();
        premiums.unpaid(self.funds[n], self.clara.id, value(currency))
    }
}

/// What was approved.
pub struct Approved {
    /// By bank in USD: a part of what the first payee has, and all that the second has.
    pub usd: PayoutFileId,
    /// By bank in UGX.
    pub ugx: PayoutFileId,
    /// By mobile money in UGX.
    pub mobile: PayoutFileId,
    /// The four payouts, in that order.
    pub payouts: [PayoutId; 4],
}

/// Everything is sold, and four payouts are approved.
pub fn approved() -> (Stage, Approved) {
    let mut stage = sold();
    stage.set_details(0, Rail::BankTransfer);
    stage.set_details(1, Rail::BankTransfer);
    stage.set_details(2, Rail::MobileMoney);
    let (whole, in_ugx, mobile) = (stage.unpaid(1, "USD"), stage.unpaid(0, "UGX"), stage.unpaid(2, "UGX"));
    let first = stage.plan(0, usd("5000.00"));
    let second = stage.plan(1, whole);
    let usd = stage.approve(&[first, second], Rail::BankTransfer);
    let third = stage.plan(0, in_ugx);
    let ugx = stage.approve(&[third], Rail::BankTransfer);
    let fourth = stage.plan(2, mobile);
    let mobile = stage.approve(&[fourth], Rail::MobileMoney);
    (stage, Approved { usd, ugx, mobile, payouts: [first, second, third, fourth] })
}

/// A house in which all that has happened, told from where the register pays.
pub fn furnished(location: &Location, stage: &Stage) -> House {
    let mut house = House::of(location, stage.world.scenario.clone());
    std::fs::write(house.data().join("orebook.toml"), SETTINGS).unwrap();
    house.restart();
    house
}

/// An act of two persons over HTTP; the second signs by this key.
pub fn together(house: &mut House, actor: &Actor, second: usize, act: Act) -> Answer {
    let proposed = house.act(actor, act);
    assert_eq!(proposed.status, 201, "{}", proposed.body);
    let (proposal, digest) =
        house.scenario.registry.parties.open_proposals().last().map(|(id, p)| (id, p.digest)).unwrap();
    house.advance(1);
    let bytes = house.scenario.sign_by(actor, second, Act::Approve(Approve { digest, proposal }));
    let approved = house.play(&bytes);
    assert_eq!(approved.status, 201, "{}", approved.body);
    approved
}

/// An act of the operator's first person over HTTP.
pub fn by_operator(house: &mut House, act: Act) -> Answer {
    let operator = house.scenario.operator.clone();
    let answer = house.act(&operator, act);
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer
}

/// The bank has a file, and pays everything in it.
pub fn settle(house: &mut House, file: PayoutFileId) {
    let answer = house.get(&format!("/v1/payout-files/{file}"));
    assert_eq!(answer.status, 200, "{}", answer.body);
    let digest = value(answer.header("etag").trim_matches('"'));
    by_operator(house, Act::InstructPayouts(InstructPayouts { digest, file }));
    let payouts = house.scenario.registry.cash.payouts().file(file).unwrap().payouts.clone();
    for payout in payouts {
        let accepted = PayoutReport::Accepted(BankSaid { reference: None });
        by_operator(house, Act::ReportPayout(ReportPayout { payout, report: accepted }));
        let settled = PayoutReport::Settled(BankPaid { reference: value(&format!("BOOKED-{}", file.ulid())) });
        by_operator(house, Act::ReportPayout(ReportPayout { payout, report: settled }));
    }
}

/// Two signatories of Clara sign for a payee without a key, with the digest of a paper receipt.
pub fn sign_for(house: &mut House, clara: &Actor, payout: PayoutId, received: Money) {
    let confirm =
        ConfirmReceipt { note: None, paper: Some(Digest([9; 32])), payout, reason: Some(value("charges")), received };
    together(house, clara, clara.keys.len() - 1, Act::ConfirmReceipt(confirm));
}

/// An amount in its smallest unit, with its sign.
pub fn minor(amount: &str) -> i64 {
    amount.replace('.', "").parse().unwrap_or_else(|_| panic!("{amount} is no amount"))
}

/// The lines of a CSV without quotes, each as its cells by name.
pub fn csv(answer: &Answer) -> Vec<std::collections::BTreeMap<String, String>> {
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8; header=present", "{}", answer.body);
    let mut lines = answer.body.split_terminator("\r\n").map(|line| line.split(',').map(str::to_owned));
    let names: Vec<String> = lines.next().unwrap().collect();
    lines.map(|cells| names.iter().cloned().zip(cells).collect()).collect()
}

/// The dollars settled, and the second payout signed for in full.
pub fn signed_for(location: &Location) -> (Stage, House) {
    let (stage, approved) = approved();
    let mut house = furnished(location, &stage);
    for n in 0..2 {
        assert_eq!(put(&house, &details(n)).status, 201);
    }
    settle(&mut house, approved.usd);
    let second = stage.payouts().find(approved.payouts[1]).unwrap().amount;
    sign_for(&mut house, &stage.clara, approved.payouts[1], second);
    (stage, house)
}

/// As somebody asks who is not on the loopback address.
pub fn far(house: &House, path: &str) -> Answer {
    house.http.send("GET", path, &[("authorization", "")], Vec::new())
}
