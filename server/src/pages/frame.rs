//! What stands around every page: its language, who reads it, and the ways on.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT_LANGUAGE, COOKIE};
use actix_web::{FromRequest, HttpRequest, web};
use orebook_registry::claim::wording::Language;
use orebook_registry::instruction::Role;
use orebook_registry::values::OrganisationId;
use orebook_texts::{Texts, Tongue};

use super::language::preferred;
use crate::access::session::session_of;
use crate::app::Shared;

/// Keeps the language that was chosen, and nothing else.
const COOKIE_NAME: &str = "orebook_lang";

/// The frame of a page.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Its texts.
    pub t: Texts,
    /// Who is logged in.
    pub me: Option<Me>,
    /// Where it is, without a language.
    path: String,
    /// The language was asked for just now.
    asked: bool,
    /// It answers a form: its address alone shows something else.
    sent: bool,
}

/// Who is logged in, and for whom.
#[derive(Debug, Clone)]
pub struct Me {
    /// Their organisation.
    pub id: OrganisationId,
    /// Its name.
    pub organisation: String,
    /// What it may do.
    pub roles: Vec<Role>,
}

impl Me {
    /// Whether the organisation has one of these roles.
    pub fn is_any(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }
}

impl Frame {
    /// Of a request: in the language that is asked for, else the person's own, else the one chosen last, else the
    /// browser's.
    pub fn of(request: &HttpRequest) -> Self {
        let session = session_of(request);
        let asked = asked(request.query_string());
        let own = || session.as_ref().and_then(|session| Tongue::of_code(&session.person.language));
        let tongue = asked.or_else(|| chosen(request)).or_else(own).unwrap_or_else(|| {
            let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
            tongue_of(preferred(header))
        });
        let me = session.as_ref().and_then(|session| {
            let id = session.person.organisation.parse().ok()?;
            let shared = request.app_data::<web::Data<Shared>>()?;
            shared.state(|registry| {
                let organisation = registry.parties.organisation(id)?;
                let roles = organisation.roles.iter().copied().collect();
                Some(Me { id, organisation: organisation.name.to_string(), roles })
            })
        });
        Self {
            t: Texts::of(tongue),
            me,
            path: bare(request),
            asked: asked.is_some(),
            sent: request.method() == Method::POST,
        }
    }

    /// In another language, unless one was asked for.
    pub fn in_language_of(self, code: Option<&str>) -> Self {
        let wished = code.and_then(Tongue::of_code).filter(|_| !self.asked);
        Self { t: wished.map_or(self.t, Texts::of), ..self }
    }

    /// The language's code.
    pub fn lang(&self) -> &'static str {
        self.t.tongue().code()
    }

    /// The language in which claims are told here.
    pub fn language(&self) -> Language {
        language_of(self.t.tongue())
    }

    /// The languages, with where this page is told in each.
    pub fn tongues(&self) -> Vec<Choice> {
        if self.sent {
            return Vec::new();
        }
        let join = if self.path.contains('?') { '&' } else { '?' };
        let choice = |tongue: Tongue| Choice {
            code: tongue.code(),
            name: tongue.name(),
            link: format!("{}{join}lang={}", self.path, tongue.code()),
            shown: tongue == self.t.tongue(),
        };
        Tongue::ALL.map(choice).into()
    }

    /// The main ways, and which of them leads here.
    pub fn ways(&self) -> Vec<Way> {
        let t = self.t;
        let mut ways = vec![
            ("/", t.nav_retirements(), &["/retirements", "/serials"][..]),
            ("/markets", t.nav_markets(), &["/markets"]),
            ("/producers", t.nav_producers(), &["/producers", "/batches"]),
            ("/how-to-verify", t.nav_verify(), &["/how-to-verify", "/findings"]),
        ];
        ways.push(match &self.me {
            Some(_) => ("/desk", t.nav_desk(), &["/desk", "/act", "/keys"]),
            None => ("/login", t.nav_log_in(), &["/login"]),
        });
        let here = self.path.split('?').next().unwrap_or("");
        let is_here = |link: &str, starts: &[&str]| here == link || starts.iter().any(|start| here.starts_with(start));
        ways.into_iter().map(|(link, name, starts)| Way { link, name, here: is_here(link, starts) }).collect()
    }

    /// A cookie to keep the language, when it was chosen just now.
    pub(super) fn cookie(&self) -> Option<String> {
        let code = self.lang();
        self.asked.then(|| format!("{COOKIE_NAME}={code}; Path=/; Max-Age=31536000; SameSite=Lax"))
    }
}

/// A language to choose.
pub struct Choice {
    /// Its code.
    pub code: &'static str,
    /// What it is called in itself.
    pub name: &'static str,
    /// This page in it.
    pub link: String,
    /// Whether it is the one shown.
    pub shown: bool,
}

/// A way on.
pub struct Way {
    /// Where to.
    pub link: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Whether it leads here.
    pub here: bool,
}

/// The language of pages in which claims of this one are told.
pub const fn tongue_of(language: Language) -> Tongue {
    match language {
        Language::English => Tongue::English,
        Language::Spanish => Tongue::Spanish,
        Language::French => Tongue::French,
        Language::Swahili => Tongue::Swahili,
    }
}

/// The language in which claims are told on pages of this one.
pub const fn language_of(tongue: Tongue) -> Language {
    match tongue {
        Tongue::English | Tongue::Pseudo => Language::English,
        Tongue::Spanish => Language::Spanish,
        Tongue::French => Language::French,
        Tongue::Swahili => Language::Swahili,
    }
}

fn asked(query: &str) -> Option<Tongue> {
    query.split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Tongue::of_code)
}

fn chosen(request: &HttpRequest) -> Option<Tongue> {
    let cookies = request.headers().get_all(COOKIE).filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE_NAME).and_then(|(_, code)| Tongue::of_code(code))
}

/// The path and what is asked, without the language.
fn bare(request: &HttpRequest) -> String {
    let rest: Vec<&str> =
        request.query_string().split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")).collect();
    if rest.is_empty() { request.path().to_owned() } else { format!("{}?{}", request.path(), rest.join("&")) }
}

/// Handlers of pages take a `Frame`.
impl FromRequest for Frame {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}
