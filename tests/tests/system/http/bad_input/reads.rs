//! Reads and dry runs that ask for what cannot be.

use orebook_registry::values::{AccountId, BatchId, OrganisationId};

use super::Row;
use super::stage::Stage;

const PARAMETER: &str = "parameter_is_malformed";

pub fn rows(stage: &Stage) -> Vec<Row> {
    [queries(stage), paths(stage), dry_runs(stage)].into_iter().flatten().collect()
}

fn queries(stage: &Stage) -> Vec<Row> {
    let (lumen, market) = (stage.lumen.id, &stage.market);
    let form = "request_is_malformed";
    vec![
        Row::read("/v1/retirements?limit=0", 400, PARAMETER),
        Row::read("/v1/retirements?limit=201", 400, PARAMETER),
        Row::read("/v1/retirements?limit=-1", 400, form),
        Row::read("/v1/retirements?limit=ten", 400, form),
        Row::read("/v1/retirements?limit=1.5", 400, form),
        Row::read("/v1/retirements?colour=red", 400, form),
        Row::read("/v1/retirements?cursor=", 400, PARAMETER),
        Row::read("/v1/retirements?cursor=1", 400, PARAMETER),
        Row::read("/v1/retirements?cursor=x.y", 400, PARAMETER),
        Row::read(format!("/v1/retirements?cursor=99999999999999999999.{lumen}"), 400, PARAMETER),
        Row::read(format!("/v1/retirements?text={}", "t".repeat(201)), 400, PARAMETER),
        Row::read("/v1/retirements?text=%00", 400, PARAMETER),
        Row::read("/v1/retirements?limit=5&limit=6", 400, form),
        Row::read(format!("/v1/markets/{market}/trades?cursor=;drop"), 400, PARAMETER),
        Row::read(format!("/v1/markets/{market}/trades?limit=1000"), 400, PARAMETER),
        Row::read(format!("/v1/cash?organisation={lumen}&cursor=1.x"), 400, PARAMETER),
        Row::read("/v1/cash?organization=org_1", 400, form),
        Row::read("/v1/cash?organisation=lumen", 400, PARAMETER),
        Row::read(format!("/v1/cash?organisation={}", OrganisationId::from(1)), 404, "must_exist"),
        Row::read("/v1/holdings?organisation=a&organisation=b", 400, form),
        Row::read("/v1/holdings?organisation=", 400, PARAMETER),
        Row::read("/v1/orders?organisation=org_1", 400, PARAMETER),
        Row::read(format!("/v1/orders?organisation={lumen}&all=1"), 400, form),
        Row::read(format!("/v1/orders?organisation={lumen}&client_order=%00"), 400, PARAMETER),
        Row::read("/v1/deals?organisation=del_1", 400, PARAMETER),
        Row::read("/v1/listings?producer=org_1", 400, form),
        Row::read("/v1/listings?country=Colombia", 400, form),
        Row::read(format!("/v1/markets/{market}/statistics?days=1.5"), 400, form),
        Row::read("/v1/proposals?organisation=%27", 400, PARAMETER),
        Row::read("/v1/instructions/urn:uuid:1", 400, PARAMETER),
        Row::read(format!("/v1/instructions/urn:uuid:1?organisation={lumen}"), 400, PARAMETER),
    ]
}

fn paths(stage: &Stage) -> Vec<Row> {
    let serial = stage.serial.as_str();
    vec![
        Row::read(format!("/v1/batches/{}", stage.batch.to_string().to_lowercase()), 400, PARAMETER),
        Row::read(format!("/v1/batches/{}", stage.market), 400, PARAMETER),
        Row::read(format!("/v1/batches/{}", BatchId::from(1)), 404, "must_exist"),
        Row::read("/v1/organisations/me", 400, PARAMETER),
        Row::read(format!("/v1/organisations/{}", OrganisationId::from(1)), 404, "must_exist"),
        Row::read(format!("/v1/organisations/{}", AccountId::from(1)), 400, PARAMETER),
        Row::read("/v1/certificates/%F0%9F%94%A5", 400, PARAMETER),
        Row::read("/v1/retirements/ret_", 400, PARAMETER),
        Row::read("/v1/retirements/ret_/statement", 400, PARAMETER),
        Row::read("/v1/retirements/ret_/proof", 400, PARAMETER),
        Row::read("/v1/orders/ord_", 400, PARAMETER),
        Row::read("/v1/deals/del_", 400, PARAMETER),
        Row::read("/v1/markets/gold/book", 400, PARAMETER),
        Row::read("/v1/credits/OBK", 400, PARAMETER),
        Row::read(format!("/v1/credits/{}", &serial[..serial.len() - 2]), 400, PARAMETER),
        Row::read("/log/entry/-1", 400, PARAMETER),
        Row::read("/log/entry/1e3", 400, PARAMETER),
        Row::read("/log/entry/100000", 404, "must_exist"),
        Row::read("/log/entry/18446744073709551615", 404, "must_exist"),
        Row::read("/log/entry/18446744073709551616", 400, PARAMETER),
        Row::read("/log/proof/18446744073709551615", 404, "must_exist"),
        Row::read("/log/tile/9/000", 404, "must_exist"),
        Row::read("/log/tile/0/000", 404, "must_exist"),
        Row::read("/log/tile/0/000.p/0", 404, "must_exist"),
        Row::read("/log/tile/0/999/999", 404, "must_exist"),
        Row::read("/log/tile/../../register.db", 404, "no_such_route"),
        Row::read("/problems/nothing_of_the_kind", 404, "must_exist"),
        Row::read("/retirements/ret_", 400, PARAMETER),
    ]
}

fn dry_runs(stage: &Stage) -> Vec<Row> {
    let own = format!("/v1/dry-run?organisation={}", stage.lumen.id);
    let row = |body: &str, status, code| Row::write(format!("dry run of {body}"), body, status, code).to("POST", &own);
    let account = r#"{"act":{"open_account":{"name":"second"}}}"#;
    vec![
        row("", 400, "document_is_malformed"),
        row("{}", 400, "document_is_malformed"),
        row("[]", 400, "document_is_malformed"),
        row(r#"{"act":{}}"#, 400, "document_is_malformed"),
        row(r#"{"act":{"fly":{}}}"#, 400, "document_is_malformed"),
        row(r#"{"act":{"open_account":{"name":"second"}},"sign":"yes"}"#, 400, "document_is_malformed"),
        row(r#"{"act":{"open_account":{"name":""}}}"#, 400, "document_is_malformed"),
        row(&format!("{}{}", r#"{"act":"#.repeat(2_000), "}".repeat(2_000)), 400, "document_is_malformed"),
        row(r#"{"act":{"confirm_key":{}}}"#, 422, "field_must_be"),
        row(account, 400, "request_is_malformed").to("POST", "/v1/dry-run?org=1"),
        row(account, 400, PARAMETER).to("POST", "/v1/dry-run?organisation=lumen"),
        row(account, 404, "must_exist").to("POST", format!("/v1/dry-run?organisation={}", OrganisationId::from(1))),
    ]
}
