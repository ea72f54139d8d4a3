//! Reads the Fluent files of all languages, compares them, and writes a method for every message. A message that is
//! missing in a language, or that has other variables there, ends the build; a message that no file has is no method.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, Variant, VariantKey};

/// In the order of `Tongue`.
const LANGUAGES: [&str; 4] = ["en", "es", "fr", "sw"];
const KEYWORDS: &[&str] = &[
    "as", "break", "const", "continue", "else", "for", "if", "in", "loop", "match", "mod", "move", "return", "type",
    "use", "where", "while",
];

/// What a language says under an id.
#[derive(Clone, Default)]
struct Message {
    /// The text, when nothing is filled in.
    plain: Option<String>,
    /// Each variable; whether a plural is chosen by it.
    variables: BTreeMap<String, bool>,
}

type Messages = BTreeMap<String, Message>;

fn main() {
    let sources = LANGUAGES.map(source);
    let resources = sources.map(|text| parse(&text));
    let mut all: Vec<Messages> = resources.iter().map(messages).collect();
    compare(&all);
    let pseudo = resources[0].body.iter().cloned().map(accented).collect();
    let pseudo = Resource { body: pseudo };
    all.push(messages(&pseudo));
    let mut filled: Vec<String> = resources.iter().map(with_variables).collect();
    filled.push(with_variables(&pseudo));
    let out = std::env::var("OUT_DIR").expect("cargo says where");
    std::fs::write(Path::new(&out).join("messages.rs"), generated(&all, &filled)).expect("it can be written");
}

/// All files of a language, one after the other.
fn source(language: &str) -> String {
    println!("cargo::rerun-if-changed={language}");
    let mut files: Vec<_> = std::fs::read_dir(language).expect("a language has a folder").flatten().collect();
    files.sort_by_key(std::fs::DirEntry::path);
    let ftl = files.iter().filter(|file| file.path().extension().is_some_and(|end| end == "ftl"));
    ftl.map(|file| std::fs::read_to_string(file.path()).expect("a file is text") + "\n").collect()
}

fn parse(text: &str) -> Resource<String> {
    match fluent_syntax::parser::parse(text.to_owned()) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            let at =
                |at: usize| text.get(at.saturating_sub(60)..(at + 60).min(text.len())).unwrap_or_default().to_owned();
            let told: Vec<String> =
                errors.iter().map(|error| format!("{:?} near {:?}", error.kind, at(error.pos.start))).collect();
            panic!("a Fluent file is malformed: {}", told.join("\n"));
        }
    }
}

fn messages(resource: &Resource<String>) -> Messages {
    let mut all = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.clone();
        assert!(message.attributes.is_empty(), "{id} has attributes, which nobody reads");
        let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{id} says nothing"));
        let mut found = Message { plain: Some(String::new()), variables: BTreeMap::new() };
        read(&id, pattern, &mut found);
        assert!(all.insert(id.clone(), found).is_none(), "{id} is said twice");
    }
    all
}

fn read(id: &str, pattern: &Pattern<String>, into: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                into.plain = into.plain.take().map(|plain| plain + value);
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                into.plain = into.plain.take().map(|plain| plain + value);
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id: variable }),
            } => {
                into.plain = None;
                into.variables.entry(variable.name.clone()).or_default();
            }
            PatternElement::Placeable {
                expression:
                    Expression::Select { selector: InlineExpression::VariableReference { id: variable }, variants },
            } => {
                into.plain = None;
                *into.variables.entry(variable.name.clone()).or_default() |= variants.iter().any(is_plural);
                variants.iter().for_each(|variant| read(id, &variant.value, into));
            }
            PatternElement::Placeable { .. } => panic!("{id}: only variables, literals and selections are used here"),
        }
    }
}

fn is_plural(variant: &Variant<String>) -> bool {
    match &variant.key {
        VariantKey::Identifier { name } => matches!(name.as_str(), "one" | "few" | "many"),
        VariantKey::NumberLiteral { .. } => true,
    }
}

/// Every language says the same things of the same figures.
fn compare(all: &[Messages]) {
    let mut wrong = BTreeSet::new();
    for (language, messages) in LANGUAGES.iter().zip(all) {
        for (other, others) in LANGUAGES.iter().zip(all) {
            for (id, message) in messages {
                match others.get(id) {
                    None => drop(wrong.insert(format!("{other} lacks {id}, which {language} has"))),
                    Some(same) if !same.variables.keys().eq(message.variables.keys()) => {
                        wrong.insert(format!("{id} has other variables in {other} than in {language}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "the languages differ:\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

/// The messages that are filled in at run time, as Fluent writes them.
fn with_variables(resource: &Resource<String>) -> String {
    let is_filled = |entry: &&Entry<String>| {
        let Entry::Message(message) = entry else { return false };
        let mut found = Message { plain: Some(String::new()), variables: BTreeMap::new() };
        message.value.iter().for_each(|pattern| read(&message.id.name, pattern, &mut found));
        found.plain.is_none()
    };
    let body = resource.body.iter().filter(is_filled).cloned().collect();
    fluent_syntax::serializer::serialize(&Resource { body })
}

/// A message in letters with accents, and a third longer: what a layout must bear.
fn accented(entry: Entry<String>) -> Entry<String> {
    let Entry::Message(mut message) = entry else { return entry };
    if let Some(pattern) = &mut message.value {
        stretch(pattern);
        if let Some(PatternElement::TextElement { value }) = pattern.elements.last_mut() {
            let words = value.split_whitespace().count();
            value.push_str(&" łöñģ".repeat(words.div_ceil(3).min(12)));
        }
    }
    Entry::Message(message)
}

fn stretch(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = value.chars().map(accent).collect(),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter_mut().for_each(|variant| stretch(&mut variant.value));
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

const fn accent(letter: char) -> char {
    match letter {
        'a' => 'á',
        'c' => 'ç',
        'e' => 'é',
        'g' => 'ģ',
        'i' => 'ï',
        'l' => 'ł',
        'n' => 'ñ',
        'o' => 'ö',
        's' => 'š',
        'u' => 'ü',
        'A' => 'Å',
        'C' => 'Ç',
        'E' => 'É',
        'O' => 'Ø',
        'S' => 'Š',
        other => other,
    }
}

fn generated(all: &[Messages], filled: &[String]) -> String {
    let ids: Vec<&String> = all[0].keys().collect();
    let mut code = String::new();
    let line = |code: &mut String, text: std::fmt::Arguments<'_>| writeln!(code, "{text}").expect("a string takes it");
    line(&mut code, format_args!("/// The ids of all messages, sorted.\npub(crate) static IDS: &[&str] = &{ids:?};"));
    line(
        &mut code,
        format_args!("/// What each language says where nothing is filled in; nothing where something is."),
    );
    line(&mut code, format_args!("pub(crate) static PLAIN: [[Option<&str>; {}]; {}] = [", ids.len(), all.len()));
    for messages in all {
        let texts: Vec<Option<&str>> =
            ids.iter().map(|id| messages.get(*id).and_then(|m| m.plain.as_deref())).collect();
        line(&mut code, format_args!("{texts:?},"));
    }
    line(
        &mut code,
        format_args!(
            "];\n/// The messages that are filled in.\npub(crate) static FILLED: [&str; {}] = {filled:?};",
            filled.len()
        ),
    );
    line(&mut code, format_args!("impl Texts {{"));
    for (at, id) in ids.iter().enumerate() {
        line(&mut code, format_args!("{}", method(at, id, &all[0][*id])));
    }
    line(&mut code, format_args!("}}"));
    code
}

fn method(at: usize, id: &str, message: &Message) -> String {
    let name = id.replace('-', "_");
    let name = if KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name };
    if let Some(plain) = &message.plain {
        let doc = plain.replace('\n', " ");
        return format!("#[doc = {doc:?}]\npub fn {name}(self) -> &'static str {{ self.plain({at}) }}");
    }
    let take = |(variable, counts): (&String, &bool)| {
        let kind = if *counts { "crate::Count" } else { "std::fmt::Display" };
        format!("{}: impl {kind}", variable.replace('-', "_"))
    };
    let give = |(variable, counts): (&String, &bool)| {
        let how = if *counts { "counted" } else { "shown" };
        format!("({variable:?}, crate::{how}({}))", variable.replace('-', "_"))
    };
    let takes: Vec<String> = message.variables.iter().map(take).collect();
    let gives: Vec<String> = message.variables.iter().map(give).collect();
    let count = gives.len();
    let doc = format!("`{id}`, filled in.");
    format!(
        "#[doc = {doc:?}]\npub fn {name}(self, {}) -> String {{ let told: [_; {count}] = [{}]; self.filled({id:?}, told) }}",
        takes.join(", "),
        gives.join(", ")
    )
}
