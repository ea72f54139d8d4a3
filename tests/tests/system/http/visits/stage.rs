//! The demo's register with people who are logged in: they come in as the first ones do, by a command on the server's
//! machine.

use std::collections::BTreeMap;

use orebook_tests::browser;
use orebook_tests::programs::orebook;
use orebook_tests::served::Served;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::http::pages::{audited, first_retirement, served};
use crate::http::people::stage::{FORM, OWN, cookie};

/// Who can be logged in: what scripts call them, their organisation, their role. The operator's has no name here, as it
/// needs none to be invited.
const PEOPLE: [(&str, Option<&str>, &str); 7] = [
    ("operator", None, "admin"),
    ("coop", Some("Cooperativa Minera Quebrada Clara"), "signatory"),
    ("payee", Some("Karamoja Minerals Trust"), "signatory"),
    ("buyer", Some("Lumen & Vale Jewellery"), "trader"),
    ("watchmaker", Some("Maison Perrin Horlogers"), "trader"),
    ("certifier", Some("Cordillera Verifica SAS"), "signatory"),
    ("auditor", Some("Nordlicht Prüfung GmbH"), "admin"),
];

/// A register that is visited.
pub struct Visited {
    data: TempDir,
    pub served: Served,
}

impl Visited {
    /// The demo's.
    pub fn demo() -> Self {
        let (data, served) = served();
        Self { data, served }
    }

    /// Plays a script in it. `AUDIT=1` asks for the long form.
    pub fn play(&self, script: &str) {
        let sessions: BTreeMap<_, _> = PEOPLE
            .iter()
            .map(|(name, organisation, role)| (*name, self.logged_in(name, *organisation, role)))
            .collect();
        let given = json!({
            "url": self.served.http.url(),
            "output": browser::kept(),
            "sessions": sessions,
            "places": self.places(&sessions[&"certifier"]),
            "audit": std::env::var_os("AUDIT").is_some(),
        });
        browser::play(script, &given);
    }

    /// What stands in the braces of paths. A certifier tells what is private of its producers.
    fn places(&self, certifier: &str) -> Value {
        let producer = self.id_of("Cooperativa Minera Quebrada Clara");
        let retirement = first_retirement(&self.served);
        let serial = self.served.http.get(&format!("/v1/retirements/{retirement}")).text("/blocks/0").to_owned();
        let certificate = self.first(&format!("/v1/certificates?producer={producer}"), certifier);
        json!({
            "declaration": self.first(&format!("/v1/declarations?certificate={certificate}"), certifier),
            "certificate": certificate,
            "batch": self.first(&format!("/v1/batches?producer={producer}"), certifier),
            "serial": serial,
            "retirement": retirement,
            "market": self.market(|trades| trades > 0),
            "untraded": self.market(|trades| trades == 0),
            "producer": producer,
            "defrauder": self.id_of("Coopérative Kivu Étain Solidaire"),
        })
    }

    /// The id of the first market with so many trades.
    fn market(&self, are_so_many: impl Fn(usize) -> bool) -> String {
        let list = self.served.http.get("/v1/markets").json;
        let mut ids = list["items"].as_array().unwrap().iter().map(|market| market["id"].as_str().unwrap());
        let trades = |id: &&str| {
            self.served.http.get(&format!("/v1/markets/{id}/trades")).json["items"].as_array().map_or(0, Vec::len)
        };
        ids.find(|id| are_so_many(trades(id))).unwrap_or_else(|| panic!("a market in {list}")).to_owned()
    }

    /// The id of the first item of a list, as somebody who is logged in sees it.
    fn first(&self, path: &str, cookie: &str) -> String {
        let list = self.served.http.send("GET", path, &[("cookie", cookie)], Vec::new()).json;
        list["items"][0]["id"].as_str().unwrap_or_else(|| panic!("{path}: {list}")).to_owned()
    }

    /// `name=secret` of a browser that somebody logged in with.
    fn logged_in(&self, name: &str, organisation: Option<&str>, role: &str) -> String {
        let mut command = orebook();
        command.args(["invite", "--email", &format!("{name}@visits.example"), "--name", "Ana López", "--role", role]);
        if let Some(organisation) = organisation {
            command.args(["--organisation", &self.id_of(organisation)]);
        }
        let output = command.arg("--data").arg(self.data.path()).output().expect("the program starts");
        let link = String::from_utf8_lossy(&output.stdout);
        let path = link.trim().splitn(4, '/').nth(3).unwrap_or_else(|| panic!("{output:?}"));
        let entered = self.served.http.send("POST", &format!("/{path}"), &[FORM, OWN], Vec::new());
        assert_eq!(entered.status, 303, "{}", entered.body);
        cookie(&entered)
    }

    /// The id of an organisation that anybody can see.
    fn id_of(&self, organisation: &str) -> String {
        let list = self.served.http.get("/v1/organisations?limit=200").json;
        let items = list["items"].as_array().unwrap();
        let found = items.iter().find(|item| item["name"] == organisation);
        found.unwrap_or_else(|| panic!("{organisation} in {list}"))["id"].as_str().unwrap().to_owned()
    }

    /// Ends it, and goes through what it leaves behind.
    pub fn audit(self) {
        audited(&self.data, self.served);
    }
}
