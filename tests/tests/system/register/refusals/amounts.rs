//! Figures that do not fit.

use orebook_registry::instruction::*;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{AccountId, CertificateId, PublicKey};
use orebook_tests::scenario::{certification, gold_market, programme, usd, value};

use super::{Row, Stage, refusal};

/// The point of order one.
const WEAK: &str = "did:key:z6MkeXATEjyXENzBXBxgC5EHk2JE5aqd7qMGGtDpLUH1e2Sj";
const JULY: [&str; 2] = ["2026-07-01", "2026-07-10"];

fn certify(
    s: &mut Stage,
    alter: impl FnOnce(&mut orebook_tests::scenario::Certification),
) -> Result<CertificateId, orebook_registry::Refusal> {
    let mut terms = certification("CO-CHO", "45");
    terms.application.site = value("SITE-2");
    terms.grant.effective = value("2026-07-01");
    alter(&mut terms);
    s.world.certify(&s.clara.clone(), &s.cordillera.clone(), terms)
}

fn suspend(effective: &str, certificate: CertificateId) -> Act {
    Act::SuspendCertificate(SuspendCertificate {
        certificate,
        effective: value(effective),
        note: None,
        reason: value("finding"),
    })
}

fn footprint(mineral: &str, mass: &str) -> Act {
    Act::RecordFootprint(RecordFootprint {
        basis: FootprintBasis::Used,
        beneficiary: None,
        mass: value(mass),
        method: value("weighed"),
        mineral: value(mineral),
        period_from: value("2026-01-01"),
        period_to: value("2026-12-31"),
        scope: value("products"),
    })
}

fn cite(s: &mut Stage, mineral: &str, mass: &str) -> orebook_registry::Refusal {
    s.world.scenario.act(&s.lumen.clone(), footprint(mineral, mass)).expect("recorded");
    let (footprint, _) = s.world.scenario.registry.claims.footprints().last().expect("recorded");
    s.retire(|r| r.claim = Claim::Match(MatchClaim { footprint }))
}

fn adopt(s: &mut Stage, shares: &[(PayeeKind, u16)]) -> orebook_registry::Refusal {
    refusal(s.world.adopt_plan(&s.clara.clone(), "Try", shares))
}

fn leading(alter: impl FnOnce(&mut OpenMarket)) -> Act {
    let mut market = OpenMarket { level: Level::Leading, ..gold_market() };
    alter(&mut market);
    Act::OpenMarket(market)
}

pub const ROWS: &[Row] = &[
    ("new_key_must_sign", |s| {
        let possession = s.world.scenario.adopt_issuer(false, KeyEnd::Retired).possession;
        let adopt = AdoptLogKey { possession, ..s.world.scenario.adopt_log_key(KeyEnd::Retired) };
        s.by_operator(Act::AdoptLogKey(adopt))
    }),
    ("roles_exclude_each_other", |s| {
        let registration = s.world.scenario.registration("Both", "GB", &[Role::Buyer, Role::Certifier]);
        s.by_operator(Act::RegisterOrganisation(registration.act))
    }),
    ("key_is_too_weak", |s| {
        let key = value::<PublicKey>(WEAK);
        s.by_lumen(Act::AddKey(AddKey { key, person: value("first"), purpose: KeyPurpose::Signing }))
    }),
    ("level_must_be_of_programme", |s| refusal(certify(s, |c| c.application.mineral = value("PLT")))),
    ("dates_must_be_in_order", |s| refusal(s.world.declare(s.world.clara_certificate, "1", "0", [JULY[1], JULY[0]]))),
    ("effective_date_is_out_of_range", |s| s.by_cordillera(suspend("2026-07-14", s.world.clara_certificate))),
    ("period_must_be_in_one_year", |s| {
        refusal(s.world.declare(s.world.clara_certificate, "1", "0", ["2025-12-31", "2026-07-10"]))
    }),
    ("period_must_have_ended", |s| {
        refusal(s.world.declare(s.world.clara_certificate, "1", "0", ["2026-07-01", "2026-07-13"]))
    }),
    ("verified_must_not_exceed_fine", |s| {
        let declared = s.world.declare(s.world.clara_certificate, "1", "0", JULY).expect("declared");
        refusal(s.world.approve(declared, "1.001"))
    }),
    ("sold_must_not_exceed_verified", |s| refusal(s.world.declare(s.world.clara_certificate, "1", "1.001", JULY))),
    ("maximum_is_exceeded", |s| refusal(s.world.declare(s.world.clara_certificate, "26", "25", JULY))),
    ("nothing_to_issue", |s| {
        let declared = s.world.declare(s.world.clara_certificate, "1", "1", JULY).expect("declared");
        refusal(s.world.approve(declared, "1"))
    }),
    ("batch_is_too_large", |s| {
        let copper = |c: &mut orebook_tests::scenario::Certification| {
            c.application.mineral = value("COP");
            c.grant.maximum = value("200000000");
        };
        let certificate = certify(s, copper).expect("certified");
        refusal(s.world.issue(certificate, "100000000", "0", JULY))
    }),
    ("mass_must_be_on_lot", |s| s.bid("1.0005", "4200.00")),
    ("amount_must_be_positive", |s| s.bid("0", "4200.00")),
    ("amount_is_too_large", |s| s.bid("1000000", "999999990.00")),
    ("currency_must_be", |s| {
        let mut bid = s.world.bid(&s.lumen, "1", "4200.00");
        bid.price.currency = value("EUR");
        s.by_lumen(Act::PlaceBuyOrder(bid))
    }),
    ("price_must_be_on_tick", |s| s.bid("1", "4205.00")),
    ("trades_must_not_round", |s| s.by_operator(leading(|m| m.tick = usd("1.25")))),
    ("price_must_not_be_below_floor", |s| s.bid("1", "3990.00")),
    ("order_is_too_small", |s| s.bid("0.002", "4200.00")),
    ("order_must_end_in_time", |s| {
        let now = s.world.scenario.seconds_from_now(1);
        let bid = PlaceBuyOrder { until: Some(now), ..s.world.bid(&s.lumen, "1", "4200.00") };
        s.by_lumen(Act::PlaceBuyOrder(bid))
    }),
    ("batch_must_be_of_market", |s| {
        s.world.scenario.act(&s.operator.clone(), leading(|_| ())).expect("open");
        s.world.market = s.world.scenario.registry.markets.markets().last().expect("open").0;
        let offer = s.world.offer(&s.clara, s.batch, "1", "4200.00");
        s.by_clara(Act::PlaceSellOrder(offer))
    }),
    ("too_many_blocks", |s| {
        let batch = s.world.blocks(s.lumen.account, s.batch, "1")[0].batch.clone();
        let block = |n: u64| SerialBlock { batch: batch.clone(), from: n * 1_000, to: (n + 1) * 1_000 };
        s.retire(|r| r.blocks = (0..201).map(block).collect())
    }),
    ("available_credits_must_cover_mass", |s| {
        let offer = s.world.offer(&s.clara, s.batch, "12", "4200.00");
        s.by_clara(Act::PlaceSellOrder(offer))
    }),
    ("cash_must_cover_escrow", |s| s.bid("5", "4200.00")),
    ("shares_must_sum_to_whole", |s| adopt(s, &[(PayeeKind::Women, 5_000), (PayeeKind::Community, 4_999)])),
    ("share_is_below_minimum", |s| adopt(s, &[(PayeeKind::Women, 1_499), (PayeeKind::Community, 8_501)])),
    ("share_is_above_maximum", |s| {
        adopt(s, &[(PayeeKind::Women, 4_000), (PayeeKind::Community, 4_999), (PayeeKind::Holder, 1_001)])
    }),
    ("rate_is_above_maximum", |s| refusal(s.world.owe(&s.cordillera.clone(), &s.clara.clone(), 1_001, "1.00"))),
    ("costs_are_above_maximum", |s| {
        adopt(s, &[(PayeeKind::Women, 4_000), (PayeeKind::Community, 4_499), (PayeeKind::Administration, 1_501)])
    }),
    ("transfer_must_stay_in_group", |s| {
        let blocks = s.world.blocks(s.lumen.account, s.batch, "1");
        let to: AccountId = s.world.buyers[1].account;
        s.by_lumen(Act::Transfer(Transfer { blocks, from: s.lumen.account, to }))
    }),
    ("blocks_must_be_of_one_class", |s| {
        let certificate = certify(s, |c| c.application.level = Level::Leading).expect("certified");
        let batch = s.world.issue(certificate, "1", "0", JULY).expect("issued");
        s.world.scenario.act(&s.operator.clone(), leading(|_| ())).expect("open");
        s.world.market = s.world.scenario.registry.markets.markets().last().expect("open").0;
        let (offer, bid) = (s.world.offer(&s.clara, batch, "1", "4200.00"), s.world.bid(&s.lumen, "1", "4200.00"));
        s.world.scenario.act(&s.clara.clone(), Act::PlaceSellOrder(offer)).expect("an offer");
        s.world.scenario.act(&s.lumen.clone(), Act::PlaceBuyOrder(bid)).expect("a bid");
        let other = s.world.blocks(s.lumen.account, batch, "1");
        s.retire(|r| r.blocks.extend(other))
    }),
    ("blocks_must_not_overlap", |s| s.retire(|r| r.blocks.push(r.blocks[0].clone()))),
    ("claim_is_not_permitted", |s| {
        let mut second =
            DefineProgramme { version: Count(2), effective_from: s.world.scenario.now().date(), ..programme() };
        second.levels.iter_mut().for_each(|level| level.claims = vec![ClaimType::None]);
        s.world.scenario.act(&s.operator.clone(), Act::DefineProgramme(second)).expect("version 2");
        s.retire(|_| ())
    }),
    ("beneficiary_must_be_holder", |s| s.retire(|r| r.beneficiary.country = value("FR"))),
    ("claim_must_not_exceed_footprint", |s| cite(s, "GLD", "0.9")),
    ("footprint_must_fit", |s| cite(s, "TIN", "100")),
    ("beneficiary_must_fit", |s| {
        let registration = s.world.scenario.registration("ClaimBridge", "NL", &[Role::Agent, Role::Buyer]);
        let agent = s.world.scenario.join(registration);
        s.world.scenario.act(&s.lumen.clone(), Act::AppointAgent(AppointAgent { agent: agent.id })).expect("appointed");
        s.world.deposit(&agent, "5000.00", "AGENT").expect("money arrives");
        let (offer, bid) = (s.world.offer(&s.clara, s.batch, "1", "4200.00"), s.world.bid(&agent, "1", "4200.00"));
        s.world.scenario.act(&s.clara.clone(), Act::PlaceSellOrder(offer)).expect("an offer");
        s.world.scenario.act(&agent, Act::PlaceBuyOrder(bid)).expect("a bid");
        let blocks = s.world.blocks(agent.account, s.batch, "1");
        let retire = s.world.retirement(&agent, blocks, Claim::Support(PlainClaim {}));
        s.refused(&agent, Act::Retire(Retire { principal: Some(s.lumen.id), ..retire }))
    }),
    ("claim_period_must_be_in_footprint", |s| {
        s.world.scenario.act(&s.lumen.clone(), footprint("GLD", "1")).expect("recorded");
        let (footprint, _) = s.world.scenario.registry.claims.footprints().last().expect("recorded");
        s.retire(|r| {
            r.claim = Claim::Match(MatchClaim { footprint });
            r.period_from = value("2025-12-31");
            r.period_to = value("2026-12-30");
        })
    }),
    ("premium_must_be_confirmed", |s| s.retire(|r| r.claim = Claim::Premium(PlainClaim {}))),
    ("product_name_must_not_claim", |s| s.retire(|r| r.product = Some(value("Mercury-free ring")))),
    ("product_name_must_be_plain", |s| s.retire(|r| r.product = Some(value("Rin\u{0433}")))),
];
