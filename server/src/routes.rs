//! All routes on one screen.

use actix_web::http::StatusCode;
use actix_web::web::ServiceConfig;
use actix_web::{HttpRequest, HttpResponse};
use utoipa::OpenApi;
use utoipa_swagger_ui::SwaggerUi;

use crate::api::*;
use crate::openapi::ApiDoc;
use crate::pages;
use crate::problem::Problem;

/// Puts every route in its place.
pub fn all(config: &mut ServiceConfig) {
    config
        // How programs are known.
        .service(oauth::request_token)
        .service(oauth::get_authorisation_server)
        .service(oauth::get_key_set)
        .service(clients::list_clients)
        .service(clients::make_client)
        .service(clients::revoke_client)
        .service(clients::add_client_key)
        .service(clients::revoke_client_key)
        // The one way to write, its fate and its forecast.
        .service(instructions::submit_instruction)
        .service(instructions::get_instruction)
        .service(instructions::dry_run)
        .service(proposals::list_proposals)
        // What is and what was.
        .service(organisations::list_organisations)
        .service(organisations::get_organisation)
        .service(contact_details::get_contact_details)
        .service(contact_details::put_contact_details)
        .service(contact_details::erase_contact_details)
        .service(producers::get_producer)
        .service(programmes::list_programmes)
        .service(equivalences::list_equivalences)
        .service(certificates::list_certificates)
        .service(certificates::get_certificate)
        .service(certificates::list_declarations)
        .service(evidence::list_evidence)
        .service(evidence::get_evidence)
        .service(evidence::put_evidence)
        .service(batches::list_batches)
        .service(batches::get_batch)
        .service(batches::list_batch_blocks)
        .service(batches::list_batch_retirements)
        .service(credits::get_credit)
        .service(holdings::list_holdings)
        .service(holds::list_holds)
        .service(transfers::list_transfers)
        .service(trusted_accounts::list_trusted_accounts)
        .service(markets::list_markets)
        .service(markets::get_market)
        .service(book::get_book)
        .service(trades::list_trades)
        .service(statistics::get_statistics)
        .service(listings::list_listings)
        .service(orders::list_orders)
        .service(orders::get_order)
        .service(deals::list_deals)
        .service(deals::get_deal)
        .service(cash::get_cash)
        .service(deposits::list_deposits)
        .service(bank_statements::take_bank_statements)
        .service(bank_lines::list_bank_lines)
        .service(bank_lines::set_bank_line_aside)
        .service(bank_lines::take_bank_line_back)
        .service(instalment_plans::list_instalment_plans)
        .service(payout_details::put_payout_details)
        .service(payout_details::get_payout_details)
        .service(payout_details::erase_payout_details)
        .service(payout_files::get_payout_file)
        .service(payouts::list_payouts)
        .service(payouts::get_payout)
        .service(premiums::get_premiums)
        .service(purchases::list_purchases)
        .service(purchases::get_purchase)
        .service(reconciliation::get_reconciliation)
        .service(statements::get_statement_of_account)
        .service(premium_plans::list_premium_plans)
        .service(retirements::list_retirements)
        .service(retirements::get_retirement)
        .service(retirement_files::get_statement)
        .service(retirement_files::get_statement_token)
        .service(retirement_files::get_retirement_proof)
        .service(retirement_files::get_bundle)
        .service(retirement_files::get_code)
        .service(pages::verify::show_bundle)
        .service(pages::verify::show)
        .service(findings::get_retirement_history)
        .service(footprints::list_footprints)
        .service(claims::check_claim)
        .service(vocabulary::get_context)
        .service(vocabulary::get_did_document)
        .service(exports::list_exports)
        .service(exports::get_export)
        // What concerns a member, pulled or pushed.
        .service(events::list_events)
        .service(webhooks::add_webhook)
        .service(webhooks::list_webhooks)
        .service(webhooks::get_webhook)
        .service(webhooks::set_webhook)
        .service(webhooks::remove_webhook)
        .service(webhook_deliveries::rotate_webhook_secret)
        .service(webhook_deliveries::test_webhook)
        .service(webhook_deliveries::replay_webhook)
        .service(webhook_deliveries::list_webhook_deliveries)
        // Grievances. The fixed paths come before the one that takes anything.
        .service(grievances::file_grievance)
        .service(grievances::list_grievances)
        .service(grievances::get_grievance_summary)
        .service(grievances::look_up_grievance)
        .service(grievances::get_grievance)
        .service(notes::put_note)
        .service(notes::get_note)
        .service(notes::erase_note)
        // People.
        .service(people::list_people)
        .service(people::get_person)
        .service(people::put_person)
        .service(people::end_person)
        .service(invitations::invite)
        .service(invitations::list_invitations)
        .service(invitations::withdraw_invitation)
        .service(sessions::list_sessions)
        .service(sessions::end_sessions)
        .service(security_log::list_security_log)
        // The log.
        .service(log::get_witnessed_checkpoint)
        .service(log::list_witnesses)
        .service(log::get_checkpoint)
        .service(log::get_entry)
        .service(log::get_proof)
        .service(log::get_entry_bundle)
        .service(log::get_tile)
        // Operation.
        .service(letters::list_letters)
        .service(health::livez)
        .service(health::readyz)
        .service(health::leadz)
        .service(health::version)
        // Pages.
        .service(pages::home::show)
        .service(pages::retirement::show)
        .service(pages::grievance::show)
        .service(pages::grievance::file_form)
        .service(pages::grievance::show_case)
        .service(pages::login::show)
        .service(pages::login::ask)
        .service(pages::login::show_link)
        .service(pages::login::log_in)
        .service(pages::login::show_invitation)
        .service(pages::login::accept)
        .service(pages::account::show)
        .service(pages::account::sign_out)
        .service(pages::account::sign_out_everywhere)
        .service(pages::account::people::show)
        .service(pages::account::people::invite)
        .service(pages::account::people::withdraw)
        .service(pages::account::people::change_role)
        .service(pages::account::people::end)
        // Pages for everybody.
        .service(pages::batch::show)
        .service(pages::findings::show)
        .service(pages::how_to_verify::show)
        .service(pages::serial::show)
        .service(pages::status::show)
        .service(pages::market::show)
        .service(pages::markets::show)
        .service(pages::producer::show)
        .service(pages::producers::show)
        .service(pages::programme::show)
        .service(pages::programmes::show)
        // Pages of the desk: every member's, then by role.
        .service(pages::desk::show)
        .service(pages::desk::coop::declare::show)
        .service(pages::desk::coop::declarations::show)
        .service(pages::desk::coop::production::show)
        .service(pages::desk::coop::offers::show)
        .service(pages::desk::coop::offer::make)
        .service(pages::desk::coop::trades::show)
        .service(pages::desk::coop::payouts::show)
        .service(pages::desk::coop::plan::show)
        .service(pages::desk::coop::details::show)
        .service(pages::desk::coop::details::check)
        .service(pages::desk::brand::buy::show)
        .service(pages::desk::brand::retire::show)
        .service(pages::desk::brand::many::show)
        .service(pages::desk::brand::holdings::show)
        .service(pages::desk::brand::retirements::show)
        .service(pages::desk::brand::money::show)
        .service(pages::desk::brand::money::file)
        .service(pages::desk::brand::deals::show)
        .service(pages::desk::brand::footprints::show)
        .service(pages::desk::certifier::declarations::show)
        .service(pages::desk::certifier::declaration::show)
        .service(pages::desk::certifier::certificates::show)
        .service(pages::desk::certifier::certificate::show)
        .service(pages::desk::auditor::duties::show)
        .service(pages::desk::auditor::retirements::show)
        .service(pages::desk::auditor::retirement::show)
        .service(pages::desk::auditor::findings::show)
        .service(pages::desk::auditor::log::show)
        .service(pages::desk::operator::proposals::show)
        .service(pages::desk::operator::bank::show)
        .service(pages::desk::operator::lines::show)
        .service(pages::desk::operator::lines::take)
        .service(pages::desk::operator::lines::leave)
        .service(pages::desk::operator::lines::bring_back)
        .service(pages::desk::operator::payments::show)
        .service(pages::desk::operator::receipts::show)
        .service(pages::desk::operator::grievances::show)
        .service(pages::desk::operator::ending::show)
        .service(pages::desk::operator::holds::show)
        .service(pages::desk::operator::markets::show)
        .service(pages::desk::operator::members::show)
        .service(pages::desk::operator::member::show)
        .service(pages::desk::operator::rules::show)
        .service(pages::desk::operator::notices::show)
        // Keys and signing.
        .service(pages::keys::show)
        .service(pages::keys::join)
        .service(pages::act::show::show_form)
        .service(pages::act::show::review)
        .service(pages::act::show::file)
        .service(pages::act::sign::sign)
        .service(pages::act::sign::sign_file)
        .service(pages::style::asset)
        .service(pages::style::favicon)
        .service(pages::problem::show)
        .service(pages::unsubscribe::show)
        .service(pages::unsubscribe::stop)
        .service(actix_web::web::redirect("/docs", "/docs/"))
        .service(SwaggerUi::new("/docs/{_:.*}").url("/openapi.json", ApiDoc::openapi()));
}

/// What no route answers: a path that is not served, or one that is served to another method.
pub async fn no_such_route(request: HttpRequest) -> Result<HttpResponse, Problem> {
    let (method, path) = (request.method(), request.path());
    if !request.resource_map().has_resource(path) {
        let detail = format!("{method} {path} is not served here");
        return Err(Problem::new(StatusCode::NOT_FOUND, "no_such_route", detail));
    }
    let allowed = match path {
        "/oauth/token"
        | "/v1/instructions"
        | "/v1/dry-run"
        | "/v1/claims/check"
        | "/v1/grievances/lookup"
        | "/v1/bank-statements" => "POST",
        "/grievance/case" | "/sign" | "/sign/file" | "/desk/details/check" => "POST",
        line if line.starts_with("/v1/bank-lines/") || line.starts_with("/desk/bank/lines/") => "POST",
        client if client.starts_with("/v1/clients/") && client.ends_with("/keys") => "POST",
        client if client.starts_with("/v1/clients/") => "DELETE",
        hook if hook.starts_with("/v1/webhooks/") => match hook.rsplit('/').next() {
            Some("rotate" | "test" | "replay") => "POST",
            Some("deliveries") => "GET",
            _ => "GET, PUT, DELETE",
        },
        "/grievance" | "/v1/grievances" | "/v1/clients" | "/v1/webhooks" | "/login" | "/v1/invitations"
        | "/desk/bank/lines" => "GET, POST",
        "/logout" | "/account/sign-out-everywhere" | "/account/people/invite" => "POST",
        "/v1/sessions" => "GET, DELETE",
        link if link.starts_with("/login/") || link.starts_with("/invitation/") => "GET, POST",
        pressed if pressed.starts_with("/account/people/") || pressed.starts_with("/account/invitations/") => "POST",
        person if person.starts_with("/v1/people/") => "GET, PUT, DELETE",
        invitation if invitation.starts_with("/v1/invitations/") => "DELETE",
        declinable if declinable.starts_with("/unsubscribe/") => "GET, POST",
        contacts if contacts.starts_with("/v1/contact-details/") => "PUT, DELETE",
        erasable if erasable.starts_with("/v1/notes/") || erasable.starts_with("/v1/payout-details/") => {
            "GET, PUT, DELETE"
        }
        file if file.starts_with("/v1/declarations/") && !file.ends_with("/evidence") => "GET, PUT",
        _ => "GET",
    };
    Err(Problem::method_not_allowed(method.as_str(), path, allowed))
}
