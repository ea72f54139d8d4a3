//! Retirements: search and the record.

use std::str::FromStr;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::claim::statement::Statement;
use orebook_registry::claim::wording;
use orebook_registry::instruction::{ClaimType, ProgrammeCode};
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{Country, Mass, OrganisationId, RetirementId, Timestamp};
use orebook_store::{RetirementFilter, RetirementRow};
use serde::{Deserialize, Serialize};

use super::ask::{At, Listing, Look, PageQuery};
use super::claims::InLanguagesView;
use super::findings::{FindingView, findings_of};
use super::flags::{FlaggedView, flag_of, flagged_of};
use super::list::{Part, page, place};
use super::receipts::PremiumBehindView;
use super::{List, parse};
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// A retirement in a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RetirementRowView {
    /// Its id.
    pub id: String,
    /// Time of its entry.
    pub time: String,
    /// For whom.
    pub beneficiary: String,
    /// Mineral code.
    pub mineral: String,
    /// Programme code.
    pub programme: String,
    /// Level.
    pub level: String,
    /// Type of its claim.
    pub claim: String,
    /// Kilograms.
    pub mass: String,
    /// Countries of production.
    pub countries: Vec<String>,
    /// `fraud`, when the certificate of one of its batches was withdrawn for that. The retirement stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<String>,
}

/// A retirement, whole.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RetirementView {
    /// Its id.
    pub id: String,
    /// Sequence of its entry in the log.
    pub sequence: String,
    /// Time of its entry.
    pub time: String,
    /// For whom.
    pub beneficiary: String,
    /// Kilograms.
    pub mass: String,
    /// Mineral code.
    pub mineral: String,
    /// Serial blocks, as signed.
    pub blocks: Vec<String>,
    /// Type of its claim.
    pub claim: String,
    /// The claim as it may be published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_text: Option<String>,
    /// The claim in every language; absent for `none`, and where the latest finding disputes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_texts: Option<InLanguagesView>,
    /// What always follows it.
    pub disclosure: String,
    /// The same in every language.
    pub disclosures: InLanguagesView,
    /// Name of a product or campaign, as corrected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// What the latest finding says: `confirmed`, `qualified` or `disputed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
    /// Auditors' findings, oldest first.
    pub findings: Vec<FindingView>,
    /// `fraud`, when the certificate of one of its batches was withdrawn for that. The retirement stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<String>,
    /// Its flagged batches; see its history.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub flagged_batches: Vec<FlaggedView>,
    /// What became of the premium of the trades behind it: how it is shared, and how far each share has come.
    pub premium: Vec<PremiumBehindView>,
    /// How often its holder corrected it; see its history.
    pub corrections: String,
    /// The W3C Verifiable Credential; absent while this server lacks the key that signed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Object)]
    pub statement: Option<Statement>,
    /// A C2SP tlog-proof of its entry.
    pub proof: String,
}

/// What to look for.
#[derive(Debug, Default, Clone, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct RetirementQuery {
    /// Text in beneficiary, producer, claim or serial number.
    pub text: Option<String>,
    /// Exact name of the beneficiary.
    pub beneficiary: Option<String>,
    /// Id of a producer.
    pub producer: Option<String>,
    /// Mineral code.
    pub mineral: Option<String>,
    /// Programme code.
    pub programme: Option<String>,
    /// ISO 3166-1 code of a country of production.
    pub country: Option<String>,
    /// A production year.
    pub year: Option<String>,
    /// Type of claim.
    pub claim: Option<String>,
}

/// Retirements, newest first.
#[utoipa::path(tag = "retirements", params(RetirementQuery, PageQuery), responses((status = 200, body = List<RetirementRowView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/retirements")]
pub async fn list_retirements(list: Listing<RetirementQuery>) -> Result<HttpResponse, Problem> {
    let seen = list.view().await?;
    let filter = filter(list.filter.clone())?;
    list.of_tables(seen, move |seen, after, limit| {
        let filter = filter.clone();
        async move {
            let page = page(after, seen.until(), limit + 1)?;
            let rows = seen.shared().tables(move |read| Ok(read.retirements(&filter, &page)?)).await?;
            let view = |row| seen.read(|registry| row_view(registry, row));
            Ok(Part::cut(rows, limit, |row| place(row.sequence, &row.id), view))
        }
    })
    .await
}

/// The newest rows that a query finds.
pub(crate) async fn search(shared: &Data, query: RetirementQuery, limit: i64) -> Result<Vec<RetirementRow>, Problem> {
    let filter = filter(query)?;
    let page = page(None, None, limit)?;
    shared.clone().into_inner().tables(move |read| Ok(read.retirements(&filter, &page)?)).await
}

fn filter(query: RetirementQuery) -> Result<RetirementFilter, Problem> {
    if [&query.text, &query.beneficiary].into_iter().flatten().any(|text| text.len() > 200 || text.contains('\0')) {
        return Err(Problem::bad_request("parameter_is_malformed", "a filter has 200 bytes at the most and no NUL"));
    }
    of_form::<OrganisationId>("producer", query.producer.as_deref())?;
    of_form::<Mineral>("mineral", query.mineral.as_deref())?;
    of_form::<ProgrammeCode>("programme", query.programme.as_deref())?;
    of_form::<Country>("country", query.country.as_deref())?;
    of_form::<ClaimType>("claim", query.claim.as_deref())?;
    let is_year = |text: &str| text.len() == 4 && text.parse().is_ok_and(|year: u16| (2000..2200).contains(&year));
    if query.year.as_deref().is_some_and(|text| !is_year(text)) {
        return Err(Problem::bad_request("parameter_is_malformed", "year: from 2000 to 2199"));
    }
    Ok(RetirementFilter {
        text: query.text.map(|text| text.to_lowercase()),
        beneficiary: query.beneficiary,
        producer: query.producer,
        mineral: query.mineral,
        programme: query.programme,
        country: query.country,
        year: query.year,
        claim: query.claim,
    })
}

/// Refuses a filter that nothing could be found by.
fn of_form<T: FromStr>(kind: &'static str, given: Option<&str>) -> Result<(), Problem>
where
    T::Err: std::fmt::Display,
{
    given.map_or(Ok(()), |text| parse::<T>(kind, text).map(drop))
}

/// A row as the list shows it.
pub(crate) fn row_view(registry: &Registry, row: RetirementRow) -> RetirementRowView {
    let retirement = row.id.parse().ok().and_then(|id| registry.claims.retirement(id));
    RetirementRowView {
        flag: retirement.and_then(|retirement| flag_of(registry, retirement)),
        id: row.id,
        time: Timestamp::from_ms(row.time).to_string(),
        beneficiary: row.beneficiary,
        mineral: row.mineral,
        programme: row.programme,
        level: row.level,
        claim: row.claim,
        mass: Mass::from_mg(u64::try_from(row.mass).unwrap_or(0)).to_string(),
        countries: row.countries.split_whitespace().map(str::to_owned).collect(),
    }
}

/// One retirement with its statement and proof.
#[utoipa::path(tag = "retirements", params(("id" = String, Path, description = "ret_…"), At), responses((status = 200, body = RetirementView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/retirements/{id}")]
pub async fn get_retirement(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: RetirementId = parse("id", &id)?;
    let (seen, shared) = (look.view().await?, look.shared.clone());
    seen.read(|registry| registry.claims.retirement(id).map(drop))
        .ok_or_else(|| Problem::not_found("retirement", id))?;
    let statement = match super::retirement_files::statement_of(&shared, id).await {
        Err(problem) if problem.status == StatusCode::SERVICE_UNAVAILABLE => None,
        statement => Some(statement?),
    };
    let found = seen.read(|registry| {
        let retirement = registry.claims.retirement(id)?;
        let text =
            wording::current(retirement, &registry.claims, &registry.parties, &registry.credits, registry.origin())?;
        let record = registry.claims.current(retirement);
        let mineral = record.blocks.first().map(|b| b.batch.mineral.to_string()).unwrap_or_default();
        Some((
            retirement.sequence,
            RetirementView {
                id: id.to_string(),
                sequence: retirement.sequence.to_string(),
                time: retirement.time.to_string(),
                beneficiary: record.beneficiary.name.to_string(),
                mass: record.mass.to_string(),
                mineral,
                blocks: record.blocks.iter().map(ToString::to_string).collect(),
                claim: record.claim.claim_type().to_string(),
                claim_text: text.claim.as_ref().map(|claim| claim.en.clone()),
                claim_texts: text.claim.map(Into::into),
                disclosure: text.disclosure.en.clone(),
                disclosures: text.disclosure.into(),
                product: record.product.as_ref().map(ToString::to_string),
                standing: retirement.standing().map(|outcome| outcome.to_string()),
                findings: findings_of(registry, retirement),
                flag: flag_of(registry, retirement),
                flagged_batches: flagged_of(registry, retirement),
                premium: super::receipts::views(registry, retirement),
                corrections: retirement.corrections.len().to_string(),
                statement,
                proof: String::new(),
            },
        ))
    });
    let (sequence, view) = found.ok_or_else(|| Problem::not_found("retirement", id))?;
    let proof = super::log::proof_of(&shared, sequence).await?;
    Ok(seen.json(&RetirementView { proof, ..view }))
}
