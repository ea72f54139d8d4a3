//! Claims before they are made: the live preview of a text, and what the linter has against a product's name.

use actix_web::{HttpRequest, HttpResponse, post, web};
use orebook_registry::claim::linter::faults;
use orebook_registry::claim::preview::{Supposed, preview};
use orebook_registry::claim::wording::InLanguages;
use orebook_registry::instruction::ClaimType;
use orebook_registry::values::{Date, ProductName, Text};
use serde::{Deserialize, Serialize};

use super::instructions::require_json;
use super::parse;
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// What is supposed of a retirement; what is absent is supposed as said.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimCheck {
    /// Name of the product or campaign, to be read by the linter.
    pub product: Option<String>,
    /// Type of claim; `support`.
    pub claim: Option<String>,
    /// Mineral code; `GLD`.
    pub mineral: Option<String>,
    /// Kilograms; `1`.
    pub mass: Option<String>,
    /// For whom; an ellipsis.
    pub beneficiary: Option<String>,
    /// ISO 3166-1 code of the country of production; `CO`.
    pub country: Option<String>,
    /// Kilograms of the use that a `match` is measured against; as much as is retired.
    pub footprint: Option<String>,
}

/// The same text in every language.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[allow(missing_docs)]
pub struct InLanguagesView {
    pub en: String,
    pub es: String,
    pub fr: String,
    pub sw: String,
}

impl From<InLanguages> for InLanguagesView {
    fn from(text: InLanguages) -> Self {
        let InLanguages { en, es, fr, sw } = text;
        Self { en, es, fr, sw }
    }
}

/// What the linter has against a name.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct NameFault {
    /// The words it was found in, folded.
    pub word: String,
    /// The rule's code.
    pub rule: String,
    /// Where the rule comes from.
    pub source: String,
    /// The language of the words; absent when the writing itself is at fault.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
}

/// What a retirement would say, and whether its product's name would be taken.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ClaimCheckView {
    /// The claim; absent for `none`, and for `premium`, whose figures follow from receipts alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<InLanguagesView>,
    /// What always follows it.
    pub disclosure: InLanguagesView,
    /// What is wrong with the name; empty when it would be taken.
    pub problems: Vec<NameFault>,
}

/// What a retirement would say, in four languages, and what is wrong with its product's name. Nothing is stored.
#[utoipa::path(
    tag = "retirements",
    request_body = ClaimCheck,
    responses((status = 200, body = ClaimCheckView), (status = 400, body = ProblemBody), (status = 415, body = ProblemBody))
)]
#[post("/v1/claims/check")]
pub async fn check_claim(shared: Data, request: HttpRequest, body: web::Bytes) -> Result<HttpResponse, Problem> {
    require_json(request.headers())?;
    let check: ClaimCheck = serde_json::from_slice(&body)
        .map_err(|error| Problem::bad_request("document_is_malformed", error.to_string()))?;
    let product: Option<ProductName> = check.product.as_deref().map(|name| parse("product", name)).transpose()?;
    let today = shared.state(orebook_registry::Registry::time).map_or(0, |time| time.date().year());
    let supposed = supposed(&check, today)?;
    let text = shared.state(|registry| preview(&supposed, registry.origin()));
    let text = text.ok_or_else(|| Problem::internal("every supposed claim has a text"))?;
    let problems = product.iter().flat_map(|name| faults(name.as_str())).map(|fault| NameFault {
        word: fault.word,
        rule: fault.rule.to_owned(),
        source: fault.source.to_owned(),
        language: fault.language.to_owned(),
    });
    Ok(HttpResponse::Ok().json(ClaimCheckView {
        claim: text.claim.map(Into::into),
        disclosure: text.disclosure.into(),
        problems: problems.collect(),
    }))
}

fn supposed(check: &ClaimCheck, year: i32) -> Result<Supposed, Problem> {
    let mass = parse("mass", check.mass.as_deref().unwrap_or("1"))?;
    let day = |rest: &str| parse::<Date>("period", &format!("{year:04}-{rest}"));
    let claim: ClaimType = parse("claim", check.claim.as_deref().unwrap_or("support"))?;
    Ok(Supposed {
        name: parse::<Text>("beneficiary", check.beneficiary.as_deref().unwrap_or("…"))?,
        claim,
        mineral: parse("mineral", check.mineral.as_deref().unwrap_or("GLD"))?,
        mass,
        country: parse("country", check.country.as_deref().unwrap_or("CO"))?,
        footprint: check.footprint.as_deref().map_or(Ok(mass), |mass| parse("footprint", mass))?,
        period: (day("01-01")?, day("12-31")?),
    })
}
