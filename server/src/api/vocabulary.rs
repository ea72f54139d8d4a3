//! What software of others needs to read a statement: the JSON-LD context of its members, and the issuer's DID
//! document where the issuer is a `did:web`.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpResponse, get};
use serde_json::{Value, json};

use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// The JSON-LD context that retirement statements name second.
#[utoipa::path(tag = "retirements", responses((status = 200, content_type = "application/ld+json", description = "a JSON-LD 1.1 context"), (status = 503, body = ProblemBody)))]
#[get("/ns/retirement/v1")]
pub async fn get_context(shared: Data) -> HttpResponse {
    let host = shared.state(|registry| registry.origin().split('/').next().unwrap_or_default().to_owned());
    HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/ld+json")).body(context(&host).to_string())
}

/// Terms that the credentials' own context defines (`id`, `type`, `name`, `evidence`, `proof`) are not defined again.
fn context(host: &str) -> Value {
    let term = |name: &str| format!("https://{host}/ns/retirement/v1#{name}");
    let text = |name: &str| json!({ "@id": term(name), "@container": "@language" });
    let date = |name: &str| json!({ "@id": term(name), "@type": "http://www.w3.org/2001/XMLSchema#date" });
    let list = |name: &str| json!({ "@id": term(name), "@container": "@set" });
    let retirement = json!({
        "@protected": true,
        "beneficiary": { "@id": term("beneficiary"), "@context": {
            "@protected": true, "country": term("country"), "registration_number": term("registrationNumber"),
        } },
        "blocks": { "@id": term("blocks"), "@container": "@list" },
        "claimPeriodFrom": date("claimPeriodFrom"),
        "claimPeriodTo": date("claimPeriodTo"),
        "claimText": text("claimText"),
        "claimType": term("claimType"),
        "countries": list("countries"),
        "disclosure": text("disclosure"),
        "ecological": term("ecological"),
        "level": term("level"),
        "massKg": term("massKg"),
        "mineral": term("mineral"),
        "producers": list("producers"),
        "product": term("product"),
        "productionYears": list("productionYears"),
        "programme": term("programme"),
    });
    json!({ "@context": {
        "@version": "1.1".parse::<serde_json::Number>().ok(),
        "@protected": true,
        "RetirementStatement": term("RetirementStatement"),
        "TransparencyLogEntry": { "@id": term("TransparencyLogEntry"), "@context": {
            "@protected": true,
            "instruction": term("instruction"),
            "leafHash": term("leafHash"),
            "logIndex": term("logIndex"),
            "logOrigin": term("logOrigin"),
        } },
        "retirement": { "@id": term("retirement"), "@context": retirement },
    } })
}

/// The DID document of an issuer that is a `did:web`; an issuer that is a `did:key` needs none.
#[utoipa::path(tag = "retirements", responses((status = 200, content_type = "application/did+json", description = "a DID document (W3C DID 1.0)"), (status = 404, body = ProblemBody)))]
#[get("/.well-known/did.json")]
pub async fn get_did_document(shared: Data) -> Result<HttpResponse, Problem> {
    let issuer = shared.state(|registry| registry.founding().map(|founding| founding.issuer.clone()));
    let issuer = issuer.filter(|issuer| issuer.did.starts_with("did:web:"));
    let issuer = issuer.ok_or_else(|| Problem::not_found("DID document", "did.json"))?;
    let document = did_document(&issuer.did, &issuer.key.to_string());
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/did+json")).body(document.to_string()))
}

/// Statements name the key by its own `did:key`; the document says that it signs for this DID.
fn did_document(did: &str, key: &str) -> Value {
    let multibase = key.strip_prefix("did:key:").unwrap_or(key);
    let method = format!("{key}#{multibase}");
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "assertionMethod": [method],
        "id": did,
        "verificationMethod": [
            { "controller": did, "id": method, "publicKeyMultibase": multibase, "type": "Multikey" }
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_did_web_issuer_says_that_the_key_of_its_statements_signs_for_it() {
        let document = did_document("did:web:orebook.example", "did:key:z6MkX");
        assert_eq!(document["id"], "did:web:orebook.example");
        assert_eq!(document["assertionMethod"][0], "did:key:z6MkX#z6MkX");
        assert_eq!(document["verificationMethod"][0]["id"], document["assertionMethod"][0]);
        assert_eq!(document["verificationMethod"][0]["publicKeyMultibase"], "z6MkX");
    }

    #[test]
    fn the_context_is_of_json_ld_1_1() {
        assert!(context("orebook.example").to_string().contains("\"@version\":1.1"));
    }
}
