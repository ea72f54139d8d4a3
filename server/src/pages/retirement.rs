//! A retirement: the claim, what stands behind it, and how to check it without us.

use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::claim::Retirement;
use orebook_registry::claim::history::{Chapter, history};
use orebook_registry::claim::wording::{self, Language};
use orebook_registry::event::ClaimFacts;
use orebook_registry::instruction::PayeeKind;
use orebook_registry::values::{OrganisationId, RetirementId, country_name};

use super::{grouped, long_date, render};
use crate::api::flags::{Withdrawal, flag_of, withdrawals};
use crate::api::parse;
use crate::api::receipts::{self, LegState};
use crate::app::Data;
use crate::problem::Problem;
use crate::view::View;

#[derive(Template)]
#[template(path = "retirement.html")]
struct Page {
    id: String,
    sequence: u64,
    entries: u64,
    date: String,
    mass: String,
    mineral: String,
    beneficiary: String,
    beneficiary_country: &'static str,
    registered: Option<String>,
    claim: Option<String>,
    claim_type: String,
    disclosure: String,
    language: &'static str,
    languages: Vec<Tongue>,
    standing: &'static str,
    disputed: bool,
    flagged: bool,
    product: Option<String>,
    history: Vec<Happening>,
    period: String,
    footprint: Option<String>,
    purpose: String,
    blocks: Vec<Block>,
    plans: Vec<Plan>,
    receipts: Vec<Receipts>,
    holder_key: String,
}

struct Block {
    batch: String,
    rest: String,
    mass: String,
    producer: String,
    origin: String,
}

/// A language that the claim may be read in.
pub(super) struct Tongue {
    pub code: &'static str,
    pub name: &'static str,
    pub shown: bool,
}

/// What a later entry says of it.
struct Happening {
    date: String,
    text: String,
}

/// Which language is asked for.
#[derive(Debug, serde::Deserialize)]
struct Asked {
    lang: Option<String>,
}

/// How a producer's net premium is shared.
struct Plan {
    producer: String,
    signed: String,
    shares: Vec<Share>,
}

struct Share {
    payee: String,
    kind: &'static str,
    percent: String,
    /// Position and width in the bar, in thousandths of its length.
    from: u64,
    width: u64,
    shade: usize,
}

/// How far the premium of some trades has come.
struct Receipts {
    caption: String,
    legs: Vec<Leg>,
}

struct Leg {
    kind: &'static str,
    percent: String,
    state: &'static str,
}

/// The public page of a retirement.
#[get("/retirements/{id}")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    id: web::Path<String>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let language = super::language::of(&request, asked.lang.as_deref());
    let id: RetirementId = parse("id", &id)?;
    let seen = View::of(&shared, None, None, None).await?;
    let withdrawals = withdrawals(&seen, id).await?;
    let page = seen.read(|registry| {
        registry.claims.retirement(id).and_then(|retirement| page(registry, retirement, &withdrawals, language))
    });
    let page = page.ok_or_else(|| Problem::not_found("retirement", id))?;
    let sequence = page.sequence;
    let row =
        shared.clone().into_inner().tables(move |read| Ok(read.entry(crate::api::log::signed(sequence))?)).await?;
    let holder_key = row.and_then(|row| signer(&row.entry)).unwrap_or_default();
    render(&Page { holder_key, ..page })
}

/// The key that signed an entry's instruction, shortened for the eye.
fn signer(entry: &[u8]) -> Option<String> {
    let entry = orebook_registry::Entry::parse(entry).ok()?;
    let instruction: orebook_registry::instruction::Instruction =
        serde_json::from_str(entry.instruction?.get()).ok()?;
    let method = instruction.proof?.verification_method;
    let key = method.split('#').next_back()?;
    Some(format!("{}…{}", key.get(..8)?, key.get(key.len() - 6..)?))
}

fn page(registry: &Registry, retirement: &Retirement, withdrawals: &[Withdrawal], language: Language) -> Option<Page> {
    let record = &registry.claims.current(retirement);
    let text = wording::current(retirement, &registry.claims, &registry.parties, &registry.credits, registry.origin())?;
    let footprint = match &record.claim {
        ClaimFacts::Match(facts) => Some(format!("{} kg", grouped(&facts.footprint_mass.to_string()))),
        ClaimFacts::Support(_) | ClaimFacts::Premium(_) | ClaimFacts::Step(_) | ClaimFacts::None(_) => None,
    };
    let mineral = record.blocks.first().map(|b| b.batch.mineral.name()).unwrap_or_default();
    Some(Page {
        id: record.retirement.to_string(),
        sequence: retirement.sequence,
        entries: registry.size(),
        date: long_date(retirement.time.date()),
        mass: grouped(&record.mass.to_string()),
        mineral: mineral.to_owned(),
        beneficiary: record.beneficiary.name.to_string(),
        beneficiary_country: country_name(record.beneficiary.country),
        registered: record.beneficiary.registration_number.as_ref().map(ToString::to_string),
        claim: text.claim.map(|claim| claim.get(language).to_owned()),
        claim_type: record.claim.claim_type().to_string(),
        disclosure: text.disclosure.get(language).to_owned(),
        language: language.word(),
        languages: tongues(language),
        standing: retirement.standing().map_or("", orebook_registry::instruction::FindingOutcome::word),
        disputed: retirement.is_disputed(),
        flagged: flag_of(registry, retirement).is_some(),
        product: record.product.as_ref().map(ToString::to_string),
        history: happenings(registry, retirement, withdrawals),
        period: format!("{} to {}", long_date(record.period_from), long_date(record.period_to)),
        footprint,
        purpose: record.purpose.as_str().replace('_', " "),
        blocks: blocks(registry, retirement),
        plans: plans(registry, retirement),
        receipts: receipts(registry, retirement),
        holder_key: String::new(),
    })
}

pub(super) fn tongues(shown: Language) -> Vec<Tongue> {
    let name = |language: &Language| match language {
        Language::English => "English",
        Language::Spanish => "Español",
        Language::French => "Français",
        Language::Swahili => "Kiswahili",
    };
    let tongue =
        |language: &Language| Tongue { code: language.word(), name: name(language), shown: *language == shown };
    Language::ALL.iter().map(tongue).collect()
}

/// Corrections and findings, oldest first.
fn happenings(registry: &Registry, retirement: &Retirement, withdrawals: &[Withdrawal]) -> Vec<Happening> {
    let withdrawn = withdrawals.iter().map(|withdrawal| {
        let (by, effective) = (withdrawal.by(registry), long_date(withdrawal.event.effective));
        let text = format!("Certificate withdrawn for fraud by {by}, with effect from {effective}");
        (withdrawal.sequence, Happening { date: long_date(withdrawal.time.date()), text })
    });
    let later = history(retirement).into_iter().filter_map(|page| {
        let text = match page.chapter {
            Chapter::Retired => return None,
            Chapter::Corrected(_) => "Corrected by its holder".to_owned(),
            Chapter::Found(e) => format!("Found {} by {}: {}", e.outcome, name(registry, e.auditor), e.reason),
        };
        Some((page.sequence, Happening { date: long_date(page.time.date()), text: text.replace('_', " ") }))
    });
    let mut all: Vec<(u64, Happening)> = later.chain(withdrawn).collect();
    all.sort_by_key(|(sequence, _)| *sequence);
    all.into_iter().map(|(_, happening)| happening).collect()
}

fn name(registry: &Registry, id: OrganisationId) -> String {
    registry.parties.organisation(id).map(|o| o.name.to_string()).unwrap_or_default()
}

fn blocks(registry: &Registry, retirement: &Retirement) -> Vec<Block> {
    let view = |block: &orebook_registry::serial::SerialBlock| {
        let (_, batch) = registry.credits.batch_of_serial(&block.batch)?;
        let region =
            registry.certificates.certificate(batch.certificate).map(|c| c.region.to_string()).unwrap_or_default();
        let printed = block.to_string();
        let prefix = format!("{}-", block.batch);
        Some(Block {
            rest: printed.strip_prefix(&prefix).unwrap_or_default().to_owned(),
            batch: prefix,
            mass: grouped(&block.mass().to_string()),
            producer: name(registry, batch.producer),
            origin: format!(
                "{region}, {} · {} {} · {} to {}",
                country_name(block.batch.country),
                batch.class.programme,
                batch.class.level,
                batch.period_from,
                batch.period_to
            ),
        })
    };
    retirement.record.blocks.iter().filter_map(view).collect()
}

/// The shares of the premium plans now in force for the producers behind the retirement. Amounts are not shown:
/// they follow their own delay and rounding.
fn plans(registry: &Registry, retirement: &Retirement) -> Vec<Plan> {
    let batches = retirement.record.batches.iter().filter_map(|id| registry.credits.batch(*id));
    let mut of: Vec<_> = batches.map(|b| (b.producer, b.class.programme)).collect();
    of.sort_unstable();
    of.dedup();
    let view = |(producer, programme)| {
        let (_, plan) = registry.cash.plan_in_force(producer, programme)?;
        let mut from = 0;
        let share = |(shade, p): (usize, &orebook_registry::instruction::PayeeShare)| {
            let points = u64::from(p.share.points());
            let share = Share {
                payee: name(registry, p.payee),
                kind: kind_in_words(p.kind),
                percent: percent(points),
                from: from / 10,
                width: points / 10,
                shade: shade % 4,
            };
            from += points;
            share
        };
        let shares = plan.payees.iter().enumerate().map(share).collect();
        Some(Plan { producer: name(registry, producer), signed: long_date(plan.in_force_from.date()), shares })
    };
    of.into_iter().filter_map(view).collect()
}

fn percent(points: u64) -> String {
    format!("{}.{:02} %", points / 100, points % 100)
}

/// Trades behind the retirement that are alike are told as one. Amounts are not shown.
fn receipts(registry: &Registry, retirement: &Retirement) -> Vec<Receipts> {
    let leg = |leg: receipts::Leg| Leg {
        kind: kind_in_words(leg.kind),
        percent: percent(u64::from(leg.share_bps)),
        state: match leg.state {
            LegState::Unconfirmed => "unconfirmed",
            LegState::Routed => "routed",
            LegState::OnItsWay => "on its way",
            LegState::ReceiptSigned => "receipt signed",
            LegState::Stopped => "stopped",
        },
    };
    let view = |(alike, trades): (receipts::Alike, u64)| Receipts {
        caption: match trades {
            1 => format!("One trade with {}", name(registry, alike.producer)),
            _ => format!("{trades} trades with {}", name(registry, alike.producer)),
        },
        legs: alike.legs.into_iter().map(leg).collect(),
    };
    receipts::behind(registry, retirement).into_iter().map(view).collect()
}

const fn kind_in_words(kind: PayeeKind) -> &'static str {
    match kind {
        PayeeKind::Operations => "operations",
        PayeeKind::Community => "community",
        PayeeKind::Women => "women",
        PayeeKind::Holder => "holder",
        PayeeKind::Administration => "administration",
    }
}
