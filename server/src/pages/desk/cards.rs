//! A page of things one below the other: each with its state, what is known of it, and what can be done with it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use orebook_registry::values::Timestamp;
use orebook_texts::Texts;

use crate::pages::act::asked::escaped;
use crate::pages::frame::Frame;
use crate::pages::names::capital;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

/// Things on one page.
pub const SHOWN: usize = 25;

/// The page.
#[derive(Template)]
#[template(path = "desk_cards.html")]
pub struct Cards {
    frame: Frame,
    title: String,
    lead: String,
    /// Where it belongs.
    back: Option<Link>,
    /// What can be done, whatever is on the page.
    links: Vec<Link>,
    search: Option<Search>,
    upload: Option<Upload>,
    parts: Vec<Part>,
}

framed!(Cards);

/// A field to look for something.
pub struct Search {
    /// Where it looks.
    pub action: &'static str,
    /// What to type.
    pub label: &'static str,
    /// What was typed.
    pub value: String,
}

/// A form that takes a file, and what came of the last one.
pub struct Upload {
    /// Where it is sent.
    pub action: &'static str,
    /// The token of the session's forms.
    pub csrf: String,
    /// Which file.
    pub label: &'static str,
    /// What is to be known of it.
    pub hint: &'static str,
    /// What the button says.
    pub button: &'static str,
    /// Files that a browser offers.
    pub accept: &'static str,
    /// What came of the last file.
    pub told: Vec<String>,
    /// Why nothing was done.
    pub fault: Option<String>,
}

/// A button upon a thing that is kept beside the register: nothing is signed.
pub struct Ask {
    /// Tells its fields from those of the others.
    pub id: String,
    /// Where it is sent.
    pub action: String,
    /// The token of the session's forms.
    pub csrf: String,
    /// What must be said with it, if anything.
    pub reason: Option<&'static str>,
    /// What the button says.
    pub button: &'static str,
}

/// Things of one kind.
#[derive(Default)]
pub struct Part {
    pub heading: String,
    pub lead: String,
    /// What is said where there is nothing.
    pub empty: String,
    pub cards: Vec<Card>,
    /// Where it goes on.
    pub more: Option<String>,
}

/// A thing.
#[derive(Default)]
pub struct Card {
    pub title: String,
    /// The page of the thing itself.
    pub link: Option<String>,
    pub state: Option<State>,
    pub facts: Vec<Fact>,
    /// What somebody wrote.
    pub text: Option<String>,
    pub links: Vec<Link>,
    pub ask: Option<Ask>,
}

/// A state in a word and a colour.
pub struct State {
    pub word: String,
    pub tone: &'static str,
}

/// Something known.
pub struct Fact {
    pub label: String,
    pub text: String,
    pub code: String,
}

/// Where something is done.
pub struct Link {
    pub name: String,
    pub href: String,
    pub is_first: bool,
}

impl Cards {
    /// A page of these parts.
    pub fn new(frame: Frame, title: impl Into<String>, lead: impl Into<String>, parts: Vec<Part>) -> Self {
        let (title, lead) = (title.into(), lead.into());
        Self { frame, title, lead, back: None, links: Vec::new(), search: None, upload: None, parts }
    }

    /// Which page it belongs to.
    pub fn under(mut self, name: &str, href: &str) -> Self {
        self.back = Some(Link::to(name, href));
        self
    }

    /// What can be done on it.
    pub fn with(mut self, links: impl IntoIterator<Item = Link>) -> Self {
        self.links.extend(links);
        self
    }

    /// What can be looked for.
    pub fn searched(mut self, search: Search) -> Self {
        self.search = Some(search);
        self
    }

    /// Which file it takes.
    pub fn uploading(mut self, upload: Upload) -> Self {
        self.upload = Some(upload);
        self
    }

    /// For whoever only reads: no link leads to an act.
    pub fn without_acts(mut self) -> Self {
        let keeps = |link: &Link| !link.href.starts_with("/act/");
        self.links.retain(keeps);
        self.parts.iter_mut().flat_map(|part| &mut part.cards).for_each(|card| card.links.retain(keeps));
        self
    }

    /// One thing alone is what one most likely does: the first that is said to be.
    pub fn with_one_first(mut self) -> Self {
        let of_cards = self.parts.iter_mut().flat_map(|part| &mut part.cards).flat_map(|card| &mut card.links);
        let firsts = self.links.iter_mut().chain(of_cards).filter(|link| link.is_first);
        firsts.skip(1).for_each(|link| link.is_first = false);
        self
    }

    /// As an answer, which nobody keeps.
    pub fn answer(&self) -> Result<HttpResponse, Problem> {
        self.answer_as(StatusCode::OK)
    }

    /// As an answer with another status.
    pub fn answer_as(&self, status: StatusCode) -> Result<HttpResponse, Problem> {
        unstored(self, status)
    }
}

impl Card {
    /// A thing of a name.
    pub fn of(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Leads to its own page.
    pub fn at(mut self, link: impl Into<String>) -> Self {
        self.link = Some(link.into());
        self
    }

    /// All is well with it: done, proven.
    pub fn well(self, word: impl Into<String>) -> Self {
        self.state(word, "")
    }

    /// It waits.
    pub fn waits(self, word: impl Into<String>) -> Self {
        self.state(word, " wait")
    }

    /// It is stopped, or late.
    pub fn held(self, word: impl Into<String>) -> Self {
        self.state(word, " held")
    }

    fn state(mut self, word: impl Into<String>, tone: &'static str) -> Self {
        self.state = Some(State { word: word.into(), tone });
        self
    }

    /// Due at a moment, or overdue since.
    pub fn due(self, t: Texts, due: Option<Timestamp>, now: Timestamp) -> Self {
        match due {
            Some(due) if due < now => self.held(t.desk_overdue(t.moment(due))),
            Some(due) => self.waits(t.desk_due(t.moment(due))),
            None => self,
        }
    }

    /// Something known of it.
    pub fn fact(self, label: impl Into<String>, text: impl Into<String>) -> Self {
        self.coded(label, text, "")
    }

    /// Something known of it, if it is.
    pub fn fact_if(self, label: &str, text: Option<impl Into<String>>) -> Self {
        match text {
            Some(text) => self.fact(label, text),
            None => self,
        }
    }

    /// Something known of it, with the code behind it.
    pub fn coded(mut self, label: impl Into<String>, text: impl Into<String>, code: impl Into<String>) -> Self {
        self.facts.push(Fact { label: label.into(), text: text.into(), code: code.into() });
        self
    }

    /// What can be done with it.
    pub fn link(mut self, link: Link) -> Self {
        self.links.push(link);
        self
    }

    /// What can be done with it without signing.
    pub fn asking(mut self, ask: Ask) -> Self {
        self.ask = Some(ask);
        self
    }

    /// What somebody wrote.
    pub fn quoting(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// What can be done with it, if it can.
    pub fn link_if(self, can: Option<Link>) -> Self {
        match can {
            Some(link) => self.link(link),
            None => self,
        }
    }
}

impl Link {
    /// A way somewhere.
    pub fn to(name: impl Into<String>, href: impl Into<String>) -> Self {
        Self { name: name.into(), href: href.into(), is_first: false }
    }

    /// The form of an act, filled in as far as it is known.
    pub fn form(t: Texts, act: &str, fields: &[(&str, &str)]) -> Self {
        Self::act(t, act, "", fields)
    }

    /// What is signed, everything known.
    pub fn review(t: Texts, act: &str, fields: &[(&str, &str)]) -> Self {
        Self::act(t, act, "/review", fields)
    }

    /// The same under another name.
    pub fn called(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    fn act(t: Texts, act: &str, page: &str, fields: &[(&str, &str)]) -> Self {
        let fields: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        let query = if fields.is_empty() { String::new() } else { format!("?{}", fields.join("&")) };
        Self::to(capital(&t.word("act", act)), format!("/act/{act}{page}{query}"))
    }

    /// What one most likely does.
    pub fn first(self) -> Self {
        Self { is_first: true, ..self }
    }
}

/// The things of a page out of all, and where the next page begins.
pub fn window<T>(all: Vec<T>, from: usize) -> (Vec<T>, Option<usize>) {
    let next = from.saturating_add(SHOWN);
    let more = (all.len() > next).then_some(next);
    (all.into_iter().skip(from).take(SHOWN).collect(), more)
}
