//! Who asks, and what they may: one place for both.
//!
//! Authority over credits and money is an instruction's signature alone; nothing here can move either. What stands
//! here decides who may *read* what is private, and who may keep settings that lie beside the log.

pub mod address;
pub mod asked;
pub mod assertion;
pub mod bearer;
pub mod clients;
pub mod directory;
pub mod door;
pub mod form;
pub mod links;
pub mod people;
pub mod permission;
pub mod recognise;
pub mod rules;
pub mod secret;
pub mod security;
pub mod session;
pub mod site;
pub mod staff;
pub mod token;
pub mod wall;

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use orebook_registry::values::OrganisationId;

pub use permission::{Permission, Permissions};

use crate::problem::Problem;

/// What handlers share of people.
pub struct People {
    /// Their sessions.
    pub directory: directory::Directory,
    /// Where they reach this server.
    pub site: site::Site,
    /// How many links were asked for.
    pub asked: asked::LinksAsked,
}

/// A member of the register, or somebody who works for one: whoever asks with a token or a session that is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// For whom they ask.
    pub organisation: OrganisationId,
    /// By what they are known.
    pub by: By,
    /// What they may.
    pub may: Permissions,
}

/// By what a member is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// A program, with an access token. Its client's id, or the organisation's own.
    Client(String),
    /// A person, with a session: the user's id.
    User(String),
}

impl Member {
    /// Refuses whoever lacks a permission.
    pub fn require(&self, permission: Permission) -> Result<(), Problem> {
        if self.may.contains(permission) {
            return Ok(());
        }
        let detail = format!("this needs the permission `{permission}`");
        Err(Problem::new(StatusCode::FORBIDDEN, "permission_is_required", detail)
            .with(serde_json::json!({ "permission": permission.word() })))
    }

    /// Refuses whoever may not do all of these.
    pub fn require_all(&self, permissions: Permissions) -> Result<(), Problem> {
        let wanted = Permission::ALL.iter().filter(|permission| permissions.contains(**permission));
        wanted.into_iter().try_for_each(|permission| self.require(*permission))
    }
}

/// The member that a request was recognised as, if it was.
pub fn member_of(request: &HttpRequest) -> Option<Member> {
    request.extensions().get::<Member>().cloned()
}

/// What is asked for without a token or session.
pub fn token_is_required() -> Problem {
    let detail = "this is private: ask with an access token (Authorization: Bearer …) or log in";
    Problem::new(StatusCode::UNAUTHORIZED, "token_is_required", detail)
}

/// Handlers of private things take a `Member`.
impl FromRequest for Member {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(member_of(request).ok_or_else(token_is_required))
    }
}
