//! A house with people: links come from the commands' own functions, for what is kept of a link opens nothing.

use std::time::Duration;

use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_server::access::links::Invitation;
use orebook_server::access::secret::hash_of;
use orebook_server::commands::{invitation_link, link_for};
use orebook_server::config::Config;
use orebook_store::{Location, PersonRow, Reader, SecurityRow};
use orebook_tests::house::{Answer, House, Http, config};
use orebook_tests::scenario::value;

pub const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
pub const OWN: (&str, &str) = ("sec-fetch-site", "same-origin");

/// A house, and the database under it.
pub struct Stage<'a> {
    pub house: House,
    pub location: &'a Location,
}

/// A browser that somebody logged in with.
pub struct Browser {
    http: Http,
    /// `name=secret`
    pub cookie: String,
}

impl<'a> Stage<'a> {
    /// A register just founded.
    pub fn set(location: &'a Location) -> Self {
        Self { house: House::founded(location), location }
    }

    /// In a house that stands.
    pub fn of(house: House, location: &'a Location) -> Self {
        Self { house, location }
    }

    /// The operator's id.
    pub fn operator(&self) -> OrganisationId {
        self.house.scenario.operator.id
    }

    /// Whoever asks without anything to be known by.
    pub fn http(&self) -> Http {
        Http::new(self.house.http.url().to_owned())
    }

    fn config(&self) -> Config {
        config(self.location, self.house.data())
    }

    /// The wall's clock of the server.
    pub fn now(&self) -> Timestamp {
        self.house.running().shared.wall.now()
    }

    /// Moves the wall's clock on.
    pub fn pass(&self, seconds: u64) {
        self.house.running().shared.wall.advance(Duration::from_secs(seconds));
    }

    /// The path of an invitation's link.
    pub fn invitation(&self, organisation: OrganisationId, email: &str, role: &str) -> String {
        let invitation = Invitation {
            organisation,
            email: email.parse().unwrap(),
            name: value("Ana López"),
            role: role.parse().unwrap(),
            language: value("en"),
            by: "operator".to_owned(),
        };
        path(&invitation_link(&self.config(), self.now(), invitation).unwrap())
    }

    /// The path of a login link.
    pub fn login_link(&self, email: &str) -> String {
        path(&link_for(&self.config(), self.now(), email).unwrap())
    }

    /// Presses the button behind a link.
    pub fn press(&self, link: &str, headers: &[(&str, &str)]) -> Answer {
        self.http().send("POST", link, &[&[FORM, OWN], headers].concat(), Vec::new())
    }

    /// Somebody joins an organisation.
    pub fn joined(&self, organisation: OrganisationId, email: &str, role: &str) -> Browser {
        self.entered(&self.press(&self.invitation(organisation, email, role), &[]))
    }

    /// An admin of the operator.
    pub fn admin(&self) -> Browser {
        self.joined(self.operator(), "ada@operator.example", "admin")
    }

    /// Whoever logs in with an address does.
    pub fn logged_in(&self, email: &str) -> Browser {
        self.entered(&self.press(&self.login_link(email), &[]))
    }

    /// The browser that an answer let in.
    pub fn entered(&self, answer: &Answer) -> Browser {
        assert_eq!((answer.status, answer.header("location")), (303, "/desk"), "{}", answer.body);
        Browser { http: self.http(), cookie: cookie(answer) }
    }

    /// A browser with any cookie.
    pub fn browser(&self, cookie: &str) -> Browser {
        Browser { http: self.http(), cookie: cookie.to_owned() }
    }

    pub fn reader(&self) -> Reader {
        Reader::open(self.location, 1).unwrap()
    }

    /// Whoever logs in with an address.
    pub fn person(&self, email: &str) -> PersonRow {
        self.reader().read(|read| read.person_of_email(email)).unwrap().unwrap()
    }

    /// The security log of an organisation, newest first.
    pub fn log(&self, organisation: OrganisationId) -> Vec<SecurityRow> {
        let page = orebook_store::Page::newest(200);
        self.reader().read(|read| read.security_log(&organisation.to_string(), &page)).unwrap()
    }

    /// The kinds that the operator's log has, newest first.
    pub fn kinds(&self) -> Vec<String> {
        self.log(self.operator()).into_iter().map(|row| row.kind).collect()
    }

    /// Goes through everything that is left behind. The security log names no secret and no address.
    pub fn audit(self) {
        for row in self.log(self.operator()) {
            let told = format!("{row:?}");
            assert!(!told.contains('@') && row.subject.split(' ').all(|word| hash_of(word).is_none()), "{told}");
        }
        self.house.audit();
    }
}

impl Browser {
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], Vec::new())
    }

    /// What a page of this site sends.
    pub fn json(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let headers = [&[("content-type", "application/json"), OWN], headers].concat();
        self.send(method, path, &headers, body.as_bytes().to_vec())
    }

    /// A form of this site, with the token that stands in a page of its session.
    pub fn form(&self, path: &str, fields: &str) -> Answer {
        let form = format!("{fields}&csrf={}", self.csrf());
        self.send("POST", path, &[FORM, OWN], form.trim_start_matches('&').as_bytes().to_vec())
    }

    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        let headers = [&[("cookie", self.cookie.as_str())], headers].concat();
        self.http.send(method, path, &headers, body)
    }

    /// The token of its forms.
    pub fn csrf(&self) -> String {
        let page = self.get("/account");
        let token = page.body.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        token.unwrap_or_else(|| panic!("no token in {} {}", page.status, page.body)).to_owned()
    }

    /// Whether it is logged in.
    pub fn is_in(&self) -> bool {
        match self.get("/v1/sessions") {
            answer if answer.status == 200 => true,
            answer => {
                assert_eq!((answer.status, answer.code()), (401, "token_is_required"), "{}", answer.body);
                false
            }
        }
    }
}

/// `name=secret` of the cookie that an answer sets.
pub fn cookie(answer: &Answer) -> String {
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

fn path(link: &str) -> String {
    let (_, rest) = link.split_once("://").unwrap();
    format!("/{}", rest.split_once('/').unwrap().1)
}
