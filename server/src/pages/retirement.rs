//! A retirement: the claim, what stands behind it, and how to check it without us.

mod about;
mod premium;
mod story;

use actix_web::{HttpResponse, get, web};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::claim::{Retirement, wording};
use orebook_registry::event::{ClaimFacts, Retired};
use orebook_registry::instruction::FindingOutcome;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::RetirementId;

use super::frame::Frame;
use super::names::Names;
use super::records::{Printed, isolated};
use super::{framed, render};
use crate::api::flags::{Withdrawal, flag_of, withdrawals};
use crate::api::parse;
use crate::api::retirement_files::address;
use crate::app::Data;
use crate::problem::Problem;
use crate::view::View;

#[derive(Template)]
#[template(path = "retirement.html")]
struct Page {
    frame: Frame,
    id: String,
    sequence: u64,
    entries: String,
    date: String,
    title: String,
    heading: String,
    claim: Option<String>,
    disclosure: String,
    language: &'static str,
    disputed: bool,
    flagged: bool,
    /// What the latest finding says, with the class of its mark.
    standing: Option<(&'static str, &'static str)>,
    facts: Vec<(&'static str, String)>,
    blocks: Vec<Block>,
    premium: Vec<premium::Trades>,
    history: Vec<story::Happening>,
    holder_key: String,
    address: String,
    /// What programs are told of it.
    about: about::About,
}

framed!(Page);

/// A serial block, and who mined it.
struct Block {
    serial: Printed,
    mass: String,
    producer: String,
    producer_link: String,
    batch_link: String,
    origin: String,
}

/// The public page of a retirement.
#[get("/retirements/{id}")]
pub async fn show(shared: Data, frame: Frame, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: RetirementId = parse("id", &id)?;
    let seen = View::of(&shared, None, None, None).await?;
    let withdrawals = withdrawals(&seen, id).await?;
    let page = seen.read(|registry| {
        let names = Names { registry, t: frame.t, me: None, office: false };
        registry.claims.retirement(id).and_then(|retirement| page(names, retirement, &withdrawals, &frame))
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

fn page(names: Names<'_>, retirement: &Retirement, withdrawals: &[Withdrawal], frame: &Frame) -> Option<Page> {
    let (registry, t) = (names.registry, names.t);
    let (record, language) = (&registry.claims.current(retirement), frame.language());
    let text = wording::current(retirement, &registry.claims, &registry.parties, &registry.credits, registry.origin())?;
    let claim = text.claim.map(|claim| claim.get(language).to_owned());
    let disclosure = text.disclosure.get(language).to_owned();
    let mineral = record.blocks.first().map(|b| names.mineral(b.batch.mineral)).unwrap_or_default();
    let (mass, name) = (t.mass(record.mass), record.beneficiary.name.to_string());
    let address = address(registry, record.retirement);
    let title = t.retirement_title(isolated(&name), mass.clone(), mineral.clone());
    Some(Page {
        frame: frame.clone(),
        id: record.retirement.to_string(),
        sequence: retirement.sequence,
        entries: t.whole(registry.size()),
        date: t.day(retirement.time.date()),
        heading: t.retirement_h1(isolated(&name), mass, mineral),
        about: about::About {
            title: title.clone(),
            claim: claim.clone(),
            disclosure: disclosure.clone(),
            language: language.word(),
            beneficiary: name,
            date: retirement.time.date().to_string(),
            address: address.clone(),
        },
        title,
        claim,
        disclosure,
        language: language.word(),
        disputed: retirement.is_disputed(),
        flagged: flag_of(registry, retirement).is_some(),
        standing: retirement.standing().map(|outcome| standing(names, outcome)),
        facts: facts(names, record, retirement.is_disputed()),
        blocks: record.blocks.iter().filter_map(|block| self::block(names, block)).collect(),
        premium: premium::behind(names, retirement),
        history: story::told(names, retirement, withdrawals),
        holder_key: String::new(),
        address,
    })
}

fn standing(names: Names<'_>, outcome: FindingOutcome) -> (&'static str, &'static str) {
    match outcome {
        FindingOutcome::Confirmed => ("state", names.t.retirement_found_confirmed()),
        FindingOutcome::Qualified => ("state wait", names.t.retirement_found_qualified()),
        FindingOutcome::Disputed => ("state held", names.t.retirement_found_disputed()),
    }
}

/// For whom it was, and for what.
/// A claim that is disputed is not named either.
fn facts(names: Names<'_>, record: &Retired, is_disputed: bool) -> Vec<(&'static str, String)> {
    let (t, beneficiary) = (names.t, &record.beneficiary);
    let holder = names.organisation(record.holder);
    let footprint = match &record.claim {
        ClaimFacts::Match(facts) => Some(t.mass(facts.footprint_mass)),
        ClaimFacts::Support(_) | ClaimFacts::Premium(_) | ClaimFacts::Step(_) | ClaimFacts::None(_) => None,
    };
    let batch = record.batches.first().and_then(|id| names.registry.credits.batch(*id));
    let period = t.from_to(t.day(record.period_from), t.day(record.period_to));
    let claim = t.word("claim-type", &record.claim.claim_type().to_string()).into_owned();
    let other = Some(holder).filter(|holder| *holder != beneficiary.name.to_string());
    let all = [
        (t.retirement_beneficiary(), Some(beneficiary.name.to_string())),
        (t.retirement_country(), Some(names.country(beneficiary.country))),
        (t.retirement_registered(), beneficiary.registration_number.as_ref().map(ToString::to_string)),
        (t.retirement_by(), other),
        (t.retirement_product(), record.product.as_ref().map(ToString::to_string)),
        (t.retirement_claim(), Some(claim).filter(|_| !is_disputed)),
        (t.retirement_kind(), batch.map(|batch| names.class(&batch.class))),
        (t.retirement_period(), Some(period)),
        (t.retirement_footprint(), footprint),
        (t.retirement_purpose(), Some(t.word("purpose", record.purpose.as_str()).into_owned())),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn block(names: Names<'_>, block: &SerialBlock) -> Option<Block> {
    let registry: &Registry = names.registry;
    let (id, batch) = registry.credits.batch_of_serial(&block.batch)?;
    let region = registry.certificates.certificate(batch.certificate).map(|c| c.region.to_string()).unwrap_or_default();
    let level = names.t.word("level", batch.class.level.word());
    Some(Block {
        serial: Printed::of(block),
        mass: names.t.mass(block.mass()),
        producer: names.organisation(batch.producer),
        producer_link: format!("/producers/{}", batch.producer),
        batch_link: format!("/batches/{id}"),
        origin: format!(
            "{region}, {} · {} {level} · {}",
            names.country(block.batch.country),
            batch.class.programme,
            names.t.from_to(names.t.day(batch.period_from), names.t.day(batch.period_to)),
        ),
    })
}
