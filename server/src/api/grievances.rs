//! Grievances: filed and read without an account; listed for the operator; summed for everybody.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, get, post, web};
use orebook_registry::instruction::{Digest, Severity};
use orebook_registry::party::{Grievance, Grievances};
use orebook_registry::values::Timestamp;
use orebook_store::{GrievanceCount, GrievanceRow};
use serde::{Deserialize, Serialize};

use super::ask::{Listing, Look, PageQuery};
use super::list::Part;
use super::{List, parse};
use crate::access::Permission;
use crate::app::{Data, Shared};
use crate::grievance::deadline::{triage_due, triage_rule};
use crate::grievance::receipt::Receipt;
use crate::grievance::{Filing, KINDS};
use crate::problem::{Problem, ProblemBody};

/// What somebody files. Nothing else of the sender is kept.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FilingBody {
    /// `violence`, `children`, `forced_labour`, `safety`, `environment`, `payment`, `corruption`, `false_claim` or
    /// `other`.
    #[schema(example = "payment")]
    pub kind: String,
    /// How grave you find it: `1` the most, `4` the least.
    #[schema(value_type = String, example = "3")]
    pub severity: Severity,
    /// Id of the certificate, batch or producer.
    #[serde(default)]
    pub about: Option<String>,
    /// What is wrong: at most 4,000 characters. Name nobody who could be harmed by it.
    pub text: String,
}

/// The receipt of a grievance.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FiledView {
    /// Keep it: it is told once, and is the only way to read the case.
    #[schema(example = "7Q2K-…")]
    pub receipt: String,
    /// The digest by which the log names the case.
    pub grievance: String,
    /// By when a handler must have taken it up.
    pub triage_due: String,
}

/// A receipt code, in a body: so it stands in no list of addresses.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiptBody {
    /// As it was told.
    pub receipt: String,
}

/// A case.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CaseView {
    /// The digest by which the log names it.
    pub grievance: String,
    /// `filed`, `triaged` or `closed`.
    pub state: String,
    /// What kind.
    pub kind: String,
    /// How grave its sender finds it.
    pub severity_wished: String,
    /// What it is about, as its sender says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// When, to the minute.
    pub filed_at: String,
    /// By when it must be triaged.
    pub triage_due: String,
    /// `yes` when it was not triaged by then.
    pub overdue: String,
    /// How grave its handler finds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// What its handler decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// The entry of its first triage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triaged_in: Option<String>,
    /// How it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The entry of its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_in: Option<String>,
    /// What the sender wrote: for the handler alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What can be told of all cases: no names, and nothing that was written.
#[derive(Debug, Default, Serialize, utoipa::ToSchema)]
pub struct GrievanceSummary {
    /// All cases ever filed here.
    pub filed: String,
    /// Of these, not triaged yet.
    pub awaiting: String,
    /// Of these, not triaged although they should be.
    pub overdue: String,
    /// Triaged after their deadline.
    pub triaged_late: String,
    /// Taken up and not closed, however they reached the handlers.
    pub open: String,
    /// Taken up and closed.
    pub closed: String,
    /// Cases by kind.
    pub kinds: BTreeMap<String, String>,
    /// What was taken up, by severity.
    pub severities: BTreeMap<String, String>,
    /// What was closed, by outcome.
    pub outcomes: BTreeMap<String, String>,
}

/// Which cases.
#[derive(Debug, Clone, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CaseFilter {
    /// `open` (not closed), `overdue`, `closed` or `all`; `open` unless asked.
    pub state: Option<String>,
}

/// Files a grievance. No account, no name, no address: nothing of the sender is kept but what is written here.
#[utoipa::path(
    tag = "grievances",
    request_body(content = FilingBody, content_type = "application/json"),
    responses((status = 201, body = FiledView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody), (status = 413, body = ProblemBody), (status = 415, body = ProblemBody), (status = 429, body = ProblemBody))
)]
#[post("/v1/grievances")]
pub async fn file_grievance(
    shared: Data,
    request: actix_web::HttpRequest,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    super::instructions::require_json(request.headers())?;
    let body: FilingBody = read(&body)?;
    let FilingBody { kind, severity, about, text } = body;
    let filed = file(&shared, Filing { kind, severity, about, text }).await?;
    Ok(HttpResponse::Created().json(filed))
}

fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|error| Problem::bad_request("document_is_malformed", error.to_string()))
}

/// Keeps a filing, for the API and the page alike.
pub(crate) async fn file(shared: &Data, filing: Filing) -> Result<FiledView, Problem> {
    let now = shared.clock.now();
    let due = shared.state(|registry| {
        filing.check(registry)?;
        Ok::<_, Problem>(triage_due(now, &filing.kind, registry.parties.parameters()))
    })?;
    shared.quota.take()?;
    let (row, receipt) = filing.open(now)?;
    let grievance = row.digest.clone();
    shared.clone().into_inner().blocking(move |shared| Ok(shared.letters.keep_grievance(&row)?)).await?;
    Ok(FiledView { receipt: receipt.to_string(), grievance, triage_due: due.to_string() })
}

/// Reads a case by its receipt code, given in the body.
#[utoipa::path(
    tag = "grievances",
    request_body(content = ReceiptBody, content_type = "application/json"),
    responses((status = 200, body = CaseView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody), (status = 415, body = ProblemBody))
)]
#[post("/v1/grievances/lookup")]
pub async fn look_up_grievance(
    shared: Data,
    request: actix_web::HttpRequest,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    super::instructions::require_json(request.headers())?;
    let body: ReceiptBody = read(&body)?;
    Ok(no_store(case_of(&shared, &body.receipt).await?))
}

/// Reads a case by its receipt code. A proxy may keep the address: the look-up by POST is safer.
#[utoipa::path(
    tag = "grievances",
    params(("receipt" = String, Path, description = "the receipt code")),
    responses((status = 200, body = CaseView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/grievances/{receipt}")]
pub async fn get_grievance(shared: Data, receipt: web::Path<String>) -> Result<HttpResponse, Problem> {
    Ok(no_store(case_of(&shared, &receipt).await?))
}

fn no_store(case: CaseView) -> HttpResponse {
    HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(case)
}

/// The case of a receipt. The code itself is never repeated in an answer.
pub(crate) async fn case_of(shared: &Data, receipt: &str) -> Result<CaseView, Problem> {
    let receipt: Receipt = parse("receipt", receipt)?;
    let hash = receipt.hash();
    let row = shared.clone().into_inner().tables(move |read| Ok(read.grievance_of_receipt(&hash)?)).await?;
    let row = row.ok_or_else(|| Problem::not_found("grievance", "of this receipt"))?;
    Ok(CaseView { text: None, ..case(shared, row) })
}

/// A case as its table and the register have it, with what was written.
fn case(shared: &Shared, row: GrievanceRow) -> CaseView {
    let now = shared.clock.now();
    shared.state(|registry| {
        let filed_at = Timestamp::from_ms(row.filed_at);
        let due = triage_due(filed_at, &row.kind, registry.parties.parameters());
        let digest = row.digest.parse::<Digest>().ok();
        let known = digest.and_then(|digest| registry.parties.grievances().find(digest));
        let closed = known.and_then(|known| known.closed.as_ref());
        let triaged = known.map_or(now, |known| known.first_triaged.1);
        CaseView {
            grievance: row.digest,
            state: match (known, closed) {
                (None, _) => "filed",
                (Some(_), None) => "triaged",
                (Some(_), Some(_)) => "closed",
            }
            .to_owned(),
            kind: row.kind,
            severity_wished: row.severity,
            about: row.about,
            filed_at: filed_at.to_string(),
            triage_due: due.to_string(),
            overdue: if triaged > due { "yes" } else { "no" }.to_owned(),
            severity: known.map(|known| known.triage.severity.to_string()),
            decision: known.map(|known| known.triage.decision.to_string()),
            triaged_in: known.map(|known| known.first_triaged.0.to_string()),
            outcome: closed.map(|(outcome, ..)| outcome.to_string()),
            closed_in: closed.map(|(_, sequence, _)| sequence.to_string()),
            text: Some(row.content),
        }
    })
}

/// Cases in the order of their filing, with what was written: for the operator's handlers.
#[utoipa::path(tag = "grievances", params(CaseFilter, PageQuery), responses((status = 200, body = List<CaseView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/grievances")]
pub async fn list_grievances(list: Listing<CaseFilter>) -> Result<HttpResponse, Problem> {
    list.asking().operator(Permission::Read)?;
    if list.page.at.is_some() {
        return Err(Problem::bad_request("parameter_is_malformed", "at: what was written has no earlier state"));
    }
    let state = list.filter.state.clone().unwrap_or_else(|| "open".to_owned());
    if !["open", "overdue", "closed", "all"].contains(&state.as_str()) {
        return Err(Problem::bad_request("parameter_is_malformed", "state: open, overdue, closed or all"));
    }
    let seen = list.view().await?;
    list.of_tables(seen, move |seen, after, limit| {
        let state = state.clone();
        async move {
            let work = move |shared: &Shared| cases(shared, after.as_deref(), limit + 1, |case| passes(&state, case));
            let found = seen.shared().blocking(work).await?;
            Ok(Part::cut(found, limit, |(place, _)| place.clone(), |(_, case)| case))
        }
    })
    .await
}

/// The cases of such a state after a place, at most so many, with what was written: for pages of the operator alone.
pub(crate) fn cases_in(
    shared: &Shared,
    state: &str,
    after: Option<&str>,
    limit: i64,
) -> Result<Part<CaseView>, Problem> {
    let found = cases(shared, after, limit + 1, |case| passes(state, case))?;
    Ok(Part::cut(found, limit, |(place, _)| place.clone(), |(_, case)| case))
}

fn passes(state: &str, case: &CaseView) -> bool {
    match state {
        "open" => case.state != "closed",
        "overdue" => case.overdue == "yes" && case.state == "filed",
        "closed" => case.state == "closed",
        _ => true,
    }
}

/// The cases after a place that pass, at most so many, with their places.
fn cases(
    shared: &Shared,
    after: Option<&str>,
    limit: i64,
    passes: impl Fn(&CaseView) -> bool,
) -> Result<Vec<(String, CaseView)>, Problem> {
    const ROWS: i64 = 200;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut found = Vec::new();
    let mut place = after.unwrap_or("0.").to_owned();
    loop {
        let (filed_at, id) = place.split_once('.').unwrap_or(("0", ""));
        let filed_at = filed_at.parse().map_err(Problem::internal)?;
        let rows = shared.reader.read(|read| read.grievances_after((filed_at, id), ROWS))?;
        let is_last = rows.len() < usize::try_from(ROWS).unwrap_or(0);
        for row in rows {
            place = format!("{}.{}", row.filed_at, row.id);
            let case = case(shared, row);
            if passes(&case) {
                found.push((place.clone(), case));
            }
            if found.len() == limit {
                return Ok(found);
            }
        }
        if is_last {
            return Ok(found);
        }
    }
}

/// How many grievances there are of which kind, and how they were handled: without names.
#[utoipa::path(tag = "grievances", responses((status = 200, body = GrievanceSummary), (status = 400, body = ProblemBody)))]
#[get("/v1/grievances/summary")]
pub async fn get_grievance_summary(look: Look) -> Result<HttpResponse, Problem> {
    let shared = look.shared.clone().into_inner();
    let now = shared.clock.now();
    let rule = shared.state(|registry| triage_rule(registry.parties.parameters()));
    let counts = shared.tables(move |read| Ok(read.grievance_counts(&rule, now.ms())?)).await?;
    let summary = shared.state(|registry| summary(&counts, registry.parties.grievances()));
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-cache")).json(summary))
}

/// What was filed is counted by the tables, what became of it by the register.
fn summary(counts: &[GrievanceCount], taken_up: &Grievances) -> GrievanceSummary {
    let filed = |passes: &dyn Fn(&GrievanceCount) -> bool| {
        counts.iter().filter(|count| passes(count)).map(|count| count.cases).sum::<i64>().to_string()
    };
    let by = |code: &dyn Fn(&Grievance) -> Option<String>| {
        let mut sums = BTreeMap::<String, u64>::new();
        taken_up.iter().filter_map(|(_, case)| code(case)).for_each(|code| *sums.entry(code).or_default() += 1);
        sums.into_iter().map(|(code, sum)| (code, sum.to_string())).collect::<BTreeMap<_, _>>()
    };
    let closed = taken_up.iter().filter(|(_, case)| case.closed.is_some()).count();
    GrievanceSummary {
        filed: filed(&|_| true),
        awaiting: filed(&|count| count.triaged == 0),
        overdue: filed(&|count| count.triaged == 0 && count.late == 1),
        triaged_late: filed(&|count| count.triaged == 1 && count.late == 1),
        open: (taken_up.iter().count() - closed).to_string(),
        closed: closed.to_string(),
        kinds: KINDS.into_iter().map(|kind| (kind.to_owned(), filed(&|count| count.kind == kind))).collect(),
        severities: by(&|case| Some(case.triage.severity.to_string())),
        outcomes: by(&|case| case.closed.as_ref().map(|(outcome, ..)| outcome.to_string())),
    }
}
