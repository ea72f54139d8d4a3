//! Who sits at the operator's desk, and what they may open and do there.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use orebook_registry::Registry;
use orebook_registry::instruction::Role;
use orebook_texts::Texts;

use crate::access::rules::Asking;
use crate::access::{Permission, Permissions, member_of};
use crate::app::Data;
use crate::pages::desk::cards::{Cards, Link};
use crate::pages::desk::door;
use crate::pages::frame::{Frame, Me};
use crate::pages::names::Names;
use crate::problem::Problem;

/// Somebody of the operator, with the permission that a page needs.
pub struct Seat {
    /// Who they are.
    pub me: Me,
    /// What they may.
    pub may: Permissions,
}

/// What somebody is answered who may not open a page.
pub type Instead = Box<Result<HttpResponse, Problem>>;

impl Seat {
    /// Whoever asks; else what they are answered instead.
    pub fn of(shared: &Data, request: &HttpRequest, frame: &Frame, needed: Permission) -> Result<Self, Instead> {
        let me = door::opened(frame, &[Role::Operator]).map_err(|elsewhere| Box::new(Ok(elsewhere)))?;
        let may = member_of(request).map(|member| member.may).unwrap_or_default();
        if !may.contains(needed) {
            return Err(Box::new(refused(frame)));
        }
        Asking::of(request, shared).operator(needed).map_err(|problem| Box::new(Err(problem)))?;
        Ok(Self { me, may })
    }

    /// What things are called here.
    pub fn names<'a>(&self, registry: &'a Registry, t: Texts) -> Names<'a> {
        Names { registry, t, me: Some(self.me.id), office: true }
    }

    /// Whether they are shown money.
    pub fn money(&self) -> bool {
        self.may.contains(Permission::Money)
    }

    /// A page of the desk as it is for them.
    pub fn answer(&self, frame: &Frame, page: Cards) -> Result<HttpResponse, Problem> {
        self.answer_with(page.under(frame.t.nav_desk(), "/desk"))
    }

    /// A page as it is for them: whoever only reads is led to no act.
    pub fn answer_with(&self, page: Cards) -> Result<HttpResponse, Problem> {
        self.answer_as(page, StatusCode::OK)
    }

    /// The same with a status.
    pub fn answer_as(&self, page: Cards, status: StatusCode) -> Result<HttpResponse, Problem> {
        let page = if self.money() { page } else { page.without_acts() };
        page.with_one_first().answer_as(status)
    }
}

/// A page for those whom their role keeps out.
fn refused(frame: &Frame) -> Result<HttpResponse, Problem> {
    let t = frame.t;
    let page = Cards::new(frame.clone(), t.operator_closed(), t.operator_closed_text(), Vec::new());
    page.under(t.nav_desk(), "/desk").answer_as(StatusCode::FORBIDDEN)
}

/// The form of an act, from which one comes back here.
pub fn form(t: Texts, act: &str, fields: &[(&str, &str)], then: &str) -> Link {
    Link::form(t, act, &with(fields, then))
}

/// What is signed, everything known, from which one comes back here.
pub fn review(t: Texts, act: &str, fields: &[(&str, &str)], then: &str) -> Link {
    Link::review(t, act, &with(fields, then))
}

fn with<'a>(fields: &[(&'a str, &'a str)], then: &'a str) -> Vec<(&'a str, &'a str)> {
    fields.iter().copied().chain([("then", then)]).collect()
}
