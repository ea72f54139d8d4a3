//! A form as it is drawn: inputs with their labels, hints, values and faults, in one flat list.

use orebook_registry::instruction::Role;
use orebook_registry::values::{Country, OrganisationId};

use super::asked::Asked;
use super::form::{Field, Form, Kind, ROWS};
use super::read::Fault;
use crate::pages::names::Names;

/// What a drawing tells of one place of a form.
#[derive(Debug)]
pub enum Item {
    /// Some fields begin, under a name.
    Begin(String),
    /// They end.
    End,
    /// A field.
    Input(Box<Input>),
}

/// A field as it is drawn.
#[derive(Debug)]
pub struct Input {
    /// Its name in the form.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What is to be known of it.
    pub hint: Option<&'static str>,
    /// How it is drawn.
    pub draw: Draw,
    /// What stands in it.
    pub value: String,
    /// What stands beside it: the currency of an amount.
    pub beside: String,
    /// What may be chosen.
    pub options: Vec<Choice>,
    /// Whether it must be filled in.
    pub required: bool,
    /// What is wrong with it.
    pub fault: Option<String>,
}

/// How a field is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draw {
    /// A line of text.
    Line,
    /// A line of an id, a key, a code.
    Mono,
    /// A number.
    Number,
    /// An amount with its currency.
    Money,
    /// A day.
    Day,
    /// One of several.
    Select,
    /// Some of several.
    Checks,
    /// Several lines.
    Area,
    /// The digest of a file.
    File,
    /// A code with suggestions.
    Token,
}

/// Something to choose.
#[derive(Debug)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Draws forms.
pub struct Drawing<'a> {
    /// Which act's.
    pub form: &'static Form,
    /// What was filled in already.
    pub asked: &'a Asked,
    /// What is wrong with it.
    pub faults: &'a [Fault],
    /// What things are called.
    pub names: Names<'a>,
}

impl Drawing<'_> {
    /// All of it.
    pub fn items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        self.group("", self.form.fields, &mut items);
        items
    }

    fn group(&self, at: &str, fields: &[Field], items: &mut Vec<Item>) {
        for field in fields {
            let name = match (at, field.name) {
                ("", name) => name.to_owned(),
                (at, "") => at.to_owned(),
                (at, name) => format!("{at}.{name}"),
            };
            match field.kind {
                Kind::Group(inner) => {
                    items.push(Item::Begin(self.label(field.name)));
                    self.group(&name, inner, items);
                    items.push(Item::End);
                }
                Kind::Lines(inner) => {
                    for line in 0..self.rows(&name) {
                        items.push(Item::Begin(format!("{} · {}", self.label(field.name), line + 1)));
                        let begin = items.len();
                        let line = format!("{name}.{line}");
                        self.group(&line, inner, items);
                        if !self.is_filled(&line) {
                            none_required(&mut items[begin..]);
                        }
                        items.push(Item::End);
                    }
                }
                Kind::Either(_, forms) => {
                    items.push(Item::Input(Box::new(self.input(&name, field))));
                    let chosen = self.asked.get(&name);
                    for (_, inner) in forms.iter().filter(|(word, _)| chosen.is_none_or(|chosen| chosen == *word)) {
                        inner.iter().for_each(|field| {
                            let mut input = self.input(&format!("{name}.{}", field.name), field);
                            // Which of them it must be, only the choice says.
                            input.required &= chosen.is_some();
                            let is_new =
                                !items.iter().any(|item| matches!(item, Item::Input(one) if one.name == input.name));
                            if is_new {
                                items.push(Item::Input(Box::new(input)));
                            }
                        });
                    }
                }
                _ => items.push(Item::Input(Box::new(self.input(&name, field)))),
            }
        }
    }

    /// Lines that are filled in and one more, three at the least.
    fn rows(&self, name: &str) -> usize {
        let is_filled = |line: &usize| self.is_filled(&format!("{name}.{line}"));
        let filled = (0..64).rev().find(is_filled).map_or(0, |last| last + 1);
        (filled + 1).max(ROWS)
    }

    fn is_filled(&self, line: &str) -> bool {
        self.asked.has_in(line) || self.asked.get(line).is_some()
    }

    fn label(&self, field: &str) -> String {
        label(self.names, self.form.act, field)
    }

    fn input(&self, name: &str, field: &Field) -> Input {
        let t = self.names.t;
        let value = self.asked.get(name).unwrap_or("").to_owned();
        let last = if field.name.is_empty() { "value" } else { field.name };
        let fault = self.faults.iter().find(|fault| fault.name == name);
        let of_act = format!("field-{}-{}-hint", self.form.act, last).replace('_', "-");
        let hint = t.find(&of_act).or_else(|| t.find(&format!("field-{}-hint", last.replace('_', "-"))));
        let (draw, options) = self.drawn(&field.kind, name, field.name, &value);
        Input {
            label: self.label(last),
            hint,
            draw,
            beside: self.asked.get(&format!("{name}.currency")).unwrap_or("USD").to_owned(),
            options,
            required: !field.optional,
            fault: fault.map(|fault| t.find(&format!("fault-{}", fault.what)).unwrap_or(fault.what).to_owned()),
            name: name.to_owned(),
            value,
        }
    }

    fn drawn(&self, kind: &Kind, name: &str, field: &str, value: &str) -> (Draw, Vec<Choice>) {
        let t = self.names.t;
        let words = |set: &str, words: &mut dyn Iterator<Item = &'static str>| -> Vec<Choice> {
            let is_chosen = |word: &str| self.asked.all(name).any(|one| one == word);
            words
                .map(|word| Choice {
                    value: word.to_owned(),
                    label: t.word(set, word).into_owned(),
                    chosen: is_chosen(word),
                })
                .collect()
        };
        match kind {
            Kind::Id(prefix) => match self.things(prefix, field, value) {
                Some(things) => (Draw::Select, things),
                None => (Draw::Mono, Vec::new()),
            },
            Kind::One(set, all) => (Draw::Select, words(set, &mut all.iter().copied())),
            Kind::Some(set, all) => (Draw::Checks, words(set, &mut all.iter().copied())),
            Kind::Either(set, forms) => (Draw::Select, words(set, &mut forms.iter().map(|(word, _)| *word))),
            Kind::Token(set, all) => (Draw::Token, words(set, &mut all.iter().copied())),
            Kind::Mass | Kind::Percent | Kind::Count | Kind::Ppm | Kind::Decimal => (Draw::Number, Vec::new()),
            Kind::Money => (Draw::Money, Vec::new()),
            Kind::Day | Kind::EndOfDay => (Draw::Day, Vec::new()),
            Kind::Serials | Kind::List => (Draw::Area, Vec::new()),
            Kind::Digest | Kind::Digests => (Draw::File, Vec::new()),
            Kind::Country => (Draw::Select, self.countries(value)),
            Kind::Key | Kind::Currency | Kind::Code | Kind::Raw => (Draw::Mono, Vec::new()),
            Kind::Words | Kind::Reference | Kind::Group(_) | Kind::Lines(_) => (Draw::Line, Vec::new()),
        }
    }

    /// What may stand in a field of ids, if that is known and not too much to choose from.
    fn things(&self, prefix: &str, field: &str, value: &str) -> Option<Vec<Choice>> {
        const CHOICES_MAX: usize = 300;
        let (registry, me) = (self.names.registry, self.names.me?);
        let mut ids: Vec<String> = match (prefix, field) {
            // A receiver may be anybody's account.
            ("acc", "to") => return None,
            ("acc", _) => registry.credits.accounts_of(me).map(|(id, _)| id.to_string()).collect(),
            ("mkt", _) => registry.markets.markets().map(|(id, _)| id.to_string()).collect(),
            ("org", _) => self.organisations(field),
            ("crt", _) => {
                let all = registry.certificates.certificates();
                let mine =
                    all.filter(|(_, one)| [one.producer, one.holder, one.certifier].contains(&me) || self.names.office);
                mine.map(|(id, _)| id.to_string()).collect()
            }
            ("bat", _) => {
                let all = registry.credits.batches();
                all.filter(|(_, one)| one.producer == me || self.names.office).map(|(id, _)| id.to_string()).collect()
            }
            ("ftp", _) => {
                let all = registry.claims.footprints();
                all.filter(|(_, one)| one.record.beneficiary == me).map(|(id, _)| id.to_string()).collect()
            }
            _ => return None,
        };
        if !value.is_empty() && !ids.iter().any(|id| id == value) {
            ids.push(value.to_owned());
        }
        if ids.is_empty() || ids.len() > CHOICES_MAX {
            return None;
        }
        let choice = |id: String| Choice {
            label: self.names.of_id(&id).unwrap_or_else(|| id.clone()),
            chosen: id == value,
            value: id,
        };
        let mut choices: Vec<Choice> = ids.into_iter().map(choice).collect();
        choices.sort_by(|one, other| one.label.cmp(&other.label));
        Some(choices)
    }

    /// All countries, by their names.
    fn countries(&self, value: &str) -> Vec<Choice> {
        let choice = |country: Country| Choice {
            value: country.code().to_owned(),
            label: self.names.country(country),
            chosen: country.code().eq_ignore_ascii_case(value),
        };
        let mut all: Vec<Choice> = Country::all().map(choice).collect();
        all.sort_by(|one, other| one.label.cmp(&other.label));
        all
    }

    fn organisations(&self, field: &str) -> Vec<String> {
        let role = match field {
            "certifier" => Some(Role::Certifier),
            "producer" => Some(Role::Producer),
            "agent" => Some(Role::Agent),
            "holder" => Some(Role::Holder),
            "payee" => Some(Role::Payee),
            _ => None,
        };
        let all = self.names.registry.parties.organisations();
        let fits = |id: OrganisationId, roles: &std::collections::BTreeSet<Role>| {
            role.is_none_or(|role| roles.contains(&role)) && (Some(id) != self.names.me || field == "payee")
        };
        all.filter(|(id, one)| fits(*id, &one.roles)).map(|(id, _)| id.to_string()).collect()
    }
}

/// A line that is left empty is none at all: nothing of it must be filled in.
fn none_required(line: &mut [Item]) {
    for item in line {
        if let Item::Input(input) = item {
            input.required = false;
        }
    }
}

/// What a field is called, in an act or in all.
pub fn label(names: Names<'_>, act: &str, field: &str) -> String {
    let field = if field.is_empty() { "value" } else { field };
    let of_act = format!("field-{act}-{field}").replace('_', "-");
    names.t.find(&of_act).map_or_else(|| super::super::names::capital(&names.t.word("field", field)), ToOwned::to_owned)
}
