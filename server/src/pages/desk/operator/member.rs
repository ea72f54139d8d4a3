//! One member: who it is, its keys, accounts, money, certificates, and what is stopped.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::certificate::Certificate;
use orebook_registry::credit::{Account, Target};
use orebook_registry::instruction::{KeyPurpose, OrganisationState, Role};
use orebook_registry::party::{Key, KeyState, Organisation};
use orebook_registry::values::{AccountId, CertificateId, Money, OrganisationId, PublicKey, Timestamp};

use super::members::{PATH as MEMBERS, roles, standing};
use super::seat::{Seat, form};
use super::{bank, holds};
use crate::access::rules::Asking;
use crate::access::{Permission, security};
use crate::api::parse;
use crate::app::Data;
use crate::pages::act::asked::escaped;
use crate::pages::desk::cards::{Card, Cards, Link, Part};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Things of one kind on the page.
const MOST: usize = 100;

/// One member.
#[get("/desk/members/{id}")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    id: web::Path<String>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Read) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let id: OrganisationId = parse("id", &id)?;
    let (t, now) = (frame.t, shared.clock.now());
    let found = shared.state(|registry| {
        let one = registry.parties.organisation(id)?;
        let it = It { names: seat.names(registry, t), id, one, then: format!("{MEMBERS}/{id}") };
        let mut parts = vec![it.itself(), it.keys(), it.accounts(), it.certificates(), it.holds(now)];
        if seat.money() {
            parts.insert(3, it.money(now));
        }
        Some((one.name.to_string(), parts))
    });
    let (name, parts) = found.ok_or_else(|| Problem::not_found("organisation", id))?;
    security::record_read(&shared, id, Asking::of(&request, &shared).member(Permission::Read)?, request.path())?;
    seat.answer_with(Cards::new(frame, name, "", parts).under(t.operator_members(), MEMBERS))
}

/// The member that is shown.
struct It<'a> {
    names: Names<'a>,
    id: OrganisationId,
    one: &'a Organisation,
    /// Where one comes back to.
    then: String,
}

impl It<'_> {
    fn itself(&self) -> Part {
        let (t, one) = (self.names.t, self.one);
        let id = self.id.to_string();
        let group = (one.group != self.id).then(|| self.names.organisation(one.group));
        let structure = one.structure.map(|structure| t.word("structure", &structure.to_string()).into_owned());
        let card = standing(self.names, Card::of(roles(self.names, one)), one.state)
            .fact(t.operator_country(), self.names.country(one.country))
            .fact_if(t.operator_code(), one.code.as_ref().map(ToString::to_string))
            .fact_if(t.operator_structure(), structure)
            .fact_if(t.operator_registration(), one.registration_number.as_ref().map(ToString::to_string))
            .fact_if(t.operator_group(), group)
            .coded(t.operator_number(), "", &id);
        let card = self.acts(&id).into_iter().fold(card, Card::link);
        Part { heading: t.operator_member_itself().to_owned(), cards: vec![card], ..Part::default() }
    }

    /// What the operator can do with it; nothing with itself.
    fn acts(&self, id: &str) -> Vec<Link> {
        let (t, then) = (self.names.t, self.then.as_str());
        if self.one.roles.contains(&Role::Operator) {
            return Vec::new();
        }
        let of = [("organisation", id)];
        let suspend = form(t, "suspend_organisation", &of, then).called(t.operator_suspend());
        let reinstate = form(t, "reinstate_organisation", &of, then).called(t.operator_reinstate()).first();
        let close = form(t, "close_organisation", &of, then).called(t.operator_close());
        let hold = form(t, "place_hold", &[("target", "organisation"), ("target.organisation", id)], then);
        let key = form(t, "add_key_for", &of, then);
        match self.one.state {
            OrganisationState::Active => vec![suspend, hold, key, close],
            OrganisationState::Suspended => vec![reinstate, hold, key, close],
            OrganisationState::Applied => vec![key, suspend, close],
            OrganisationState::Closed => Vec::new(),
        }
    }

    fn keys(&self) -> Part {
        let t = self.names.t;
        let mut keys: Vec<(&PublicKey, &Key)> = self.names.registry.parties.keys_of(self.id).collect();
        keys.sort_by_key(|(_, key)| (matches!(key.state, KeyState::Revoked(_) | KeyState::Vetoed(_)), &key.person));
        Part {
            heading: t.operator_keys().to_owned(),
            lead: t.operator_keys_lead().to_owned(),
            empty: t.operator_keys_none().to_owned(),
            cards: keys.into_iter().take(MOST).map(|(public, key)| self.key(public, key)).collect(),
            ..Part::default()
        }
    }

    fn key(&self, public: &PublicKey, key: &Key) -> Card {
        let t = self.names.t;
        let purpose = match key.purpose {
            KeyPurpose::Signing => t.keys_for_every_day(),
            KeyPurpose::Recovery => t.keys_for_recovery(),
        };
        let public = public.to_string();
        let ending: String = public.chars().skip(public.chars().count().saturating_sub(4)).collect();
        let card = Card::of(format!("{} · {purpose} · …{ending}", key.person));
        let word = t.word("key-state", key.state.word()).into_owned();
        let can = key.state == KeyState::Active && !self.one.roles.contains(&Role::Operator);
        let card = match key.state {
            KeyState::Active => card.well(word),
            KeyState::Awaiting => card.waits(word),
            KeyState::Revoked(_) | KeyState::Vetoed(_) => card.held(word),
        };
        let fields = [("target", "key"), ("target.key", public.as_str()), ("reason", "security")];
        let waits = key.works_from.filter(|_| key.state == KeyState::Awaiting);
        card.fact_if(t.operator_works_from(), waits.map(|from| t.moment(from)))
            .coded(t.operator_key(), "", &public)
            .link_if(can.then(|| form(t, "place_hold", &fields, &self.then)))
    }

    fn accounts(&self) -> Part {
        let t = self.names.t;
        let accounts = self.names.registry.credits.accounts_of(self.id);
        let card = |(id, account): (AccountId, &Account)| {
            let id = id.to_string();
            let fields = [("target", "account"), ("target.account", id.as_str())];
            Card::of(account.name.to_string()).coded(t.operator_number(), "", &id).link(form(
                t,
                "place_hold",
                &fields,
                &self.then,
            ))
        };
        Part {
            heading: t.operator_accounts().to_owned(),
            empty: t.operator_accounts_none().to_owned(),
            cards: accounts.take(MOST).map(card).collect(),
            ..Part::default()
        }
    }

    /// Its money, and how it is paid.
    fn money(&self, now: Timestamp) -> Part {
        let (t, cash) = (self.names.t, &self.names.registry.cash);
        let id = self.id.to_string();
        let card = |held: Money| {
            let fields = [("organisation", id.as_str()), ("amount.currency", held.currency.code())];
            Card::of(self.names.money(held)).link(form(t, "deposit", &fields, &self.then))
        };
        let mut cards: Vec<Card> = cash.cash_of(self.id).map(card).collect();
        if cards.is_empty() && self.one.state == OrganisationState::Active {
            cards.push(Card::of(t.operator_no_money()).link(form(t, "deposit", &[("organisation", &id)], &self.then)));
        }
        let rail = |rail: orebook_registry::instruction::Rail| t.word("rail", rail.word()).into_owned();
        let (set, waits) =
            (cash.payouts().details_in_force(self.id, now), cash.payouts().details_waiting(self.id, now));
        let details = match set {
            Some(set) => Card::of(t.operator_details()).well(rail(set.rail)),
            None => Card::of(t.operator_details()).waits(t.operator_details_none()).link(form(
                t,
                "set_payout_details",
                &[("organisation", &id)],
                &self.then,
            )),
        };
        cards.push(details.fact_if(
            t.operator_details_change(),
            waits.map(|waits| format!("{} · {}", rail(waits.rail), t.moment(waits.works_from))),
        ));
        cards.push(Card::of(t.operator_deposits()).link(Link::to(
            t.operator_deposits_of(),
            format!("{}?q={}", bank::PATH, escaped(&self.one.name.to_string())),
        )));
        Part { heading: t.operator_money().to_owned(), cards, ..Part::default() }
    }

    fn certificates(&self) -> Part {
        let t = self.names.t;
        let all = self.names.registry.certificates.certificates();
        let own = all.filter(|(_, one)| [one.producer, one.holder, one.certifier].contains(&self.id));
        let card = |(id, one): (CertificateId, &Certificate)| {
            let word = t.word("certificate-state", one.state().word()).into_owned();
            let card = Card::of(self.names.of_id(&id.to_string()).unwrap_or_default());
            let card = match one.state().word() {
                "certified" => card.well(word),
                "applied" | "under_audit" => card.waits(word),
                _ => card.held(word),
            };
            card.fact(t.operator_certifier(), self.names.organisation(one.certifier))
                .fact_if(t.operator_last_day(), one.last_day().map(|day| t.day(day)))
                .coded(t.operator_number(), "", id.to_string())
        };
        Part {
            heading: t.operator_certificates().to_owned(),
            empty: t.operator_certificates_none().to_owned(),
            cards: own.take(MOST).map(card).collect(),
            ..Part::default()
        }
    }

    fn holds(&self, now: Timestamp) -> Part {
        let (t, registry) = (self.names.t, self.names.registry);
        let accounts = registry.credits.accounts_of(self.id).map(|(id, _)| Target::Account(id));
        let keys = registry.parties.keys_of(self.id).map(|(key, _)| Target::Key(*key));
        let targets = [Target::Organisation(self.id)].into_iter().chain(accounts).chain(keys);
        let found = targets.flat_map(|target| registry.credits.holds().on(target));
        let card = |(id, hold): (orebook_registry::values::HoldId, &orebook_registry::credit::Hold)| {
            holds::card(self.names, id, hold, holds::title(self.names, hold.target), now, &self.then)
        };
        Part {
            heading: t.operator_holds_of().to_owned(),
            empty: t.operator_holds_of_none().to_owned(),
            cards: found.take(MOST).map(card).collect(),
            ..Part::default()
        }
    }
}
