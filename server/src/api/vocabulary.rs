//! What software of others needs to read a statement: the JSON-LD context of its members, and the registry's DID
//! document, which lists the keys of its issuers.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpResponse, get};
use orebook_registry::instruction::{Issuer, KeyEnd};
use orebook_registry::party::adopt_issuer::did_web;
use orebook_registry::party::{OwnKeys, Tenure};
use serde_json::{Value, json};

use crate::app::Data;
use crate::problem::ProblemBody;

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
        "retirementId": term("retirementId"),
    });
    json!({ "@context": {
        "@version": "1.1".parse::<serde_json::Number>().ok(),
        "@protected": true,
        "RetirementStatement": term("RetirementStatement"),
        "TransparencyLogEntry": { "@id": term("TransparencyLogEntry"), "@context": {
            "@protected": true,
            "approval": term("approval"),
            "instruction": term("instruction"),
            "leafHash": term("leafHash"),
            "logIndex": term("logIndex"),
            "logOrigin": term("logOrigin"),
        } },
        "retirement": { "@id": term("retirement"), "@context": retirement },
    } })
}

/// The registry's DID document: the issuers that ever were, for their statements stay. A key that was compromised is
/// named, but asserts nothing any more: what it signed before is told apart by its place in the log alone.
#[utoipa::path(tag = "retirements", responses((status = 200, content_type = "application/did+json", description = "a DID document (W3C DID 1.0)"), (status = 503, body = ProblemBody)))]
#[get("/.well-known/did.json")]
pub async fn get_did_document(shared: Data) -> HttpResponse {
    let document = shared.state(|registry| did_document(&did_web(registry.origin()), registry.own_keys()));
    HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/did+json")).body(document.to_string())
}

/// Statements of a `did:key` name that key by itself; those of the `did:web` by its place in this document.
fn did_document(did: &str, own: &OwnKeys) -> Value {
    let method = |held: &Tenure<Issuer>| held.key.key.verification_method_of(did);
    let sound = |held: &&Tenure<Issuer>| !matches!(held.ended, Some((KeyEnd::Compromised, _)));
    let described = |held: &Tenure<Issuer>| {
        json!({
            "controller": did, "id": method(held), "publicKeyMultibase": held.key.key.multibase(), "type": "Multikey",
        })
    };
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "assertionMethod": own.issuers().iter().filter(sound).map(method).collect::<Vec<_>>(),
        "id": did,
        "verificationMethod": own.issuers().iter().map(described).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_context_is_of_json_ld_1_1() {
        assert!(context("orebook.example").to_string().contains("\"@version\":1.1"));
    }
}
