//! What people read on the pages, in the languages of the field: English, Spanish, French and Swahili. The words stand in
//! [Fluent](https://projectfluent.org) files, one folder a language; the build makes a method of every message and ends
//! when a language lacks one. Numbers and dates are written as each language writes them (Unicode CLDR 48).
//!
//! ```
//! use orebook_texts::{Texts, Tongue};
//! let t = Texts::of(Tongue::French);
//! assert_eq!(t.decimal("12877.50"), "12\u{202f}877,50");
//! assert_eq!(t.day("2026-07-31"), "31 juillet 2026");
//! ```

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

mod figures;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Swahili.
    Swahili,
    /// English with accents and a third longer: only to see what a layout bears. It is offered to nobody.
    Pseudo,
}

impl Tongue {
    /// Those that are offered.
    pub const ALL: [Self; 4] = [Self::English, Self::Spanish, Self::French, Self::Swahili];

    /// Its code (BCP 47).
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::Swahili => "sw",
            Self::Pseudo => "en-XA",
        }
    }

    /// What it is called in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo => "English",
            Self::Spanish => "Español",
            Self::French => "Français",
            Self::Swahili => "Kiswahili",
        }
    }

    /// By its code.
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::English, Self::Spanish, Self::French, Self::Swahili, Self::Pseudo]
            .into_iter()
            .find(|one| one.code() == code)
    }
}

/// The texts of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts(Tongue);

impl Texts {
    /// In a language.
    pub const fn of(tongue: Tongue) -> Self {
        Self(tongue)
    }

    /// Its language.
    pub const fn tongue(self) -> Tongue {
        self.0
    }

    /// What is said under an id where nothing is filled in.
    pub fn find(self, id: &str) -> Option<&'static str> {
        let at = IDS.binary_search(&id).ok()?;
        PLAIN[self.0 as usize][at]
    }

    /// The ids of all messages, sorted; every language has the same.
    pub const fn ids() -> &'static [&'static str] {
        IDS
    }

    /// What a code word of a set is called: `word("role", "producer")`. A word that has no name is shown as it is.
    pub fn word(self, set: &str, word: &str) -> Cow<'static, str> {
        let id = format!("{set}-{}", word.to_lowercase().replace(['_', '/', ' '], "-"));
        self.find(&id).map_or_else(|| Cow::Owned(word.replace('_', " ")), Cow::Borrowed)
    }

    /// What is said under an id, with these figures in it; nothing if there is no such message or it wants others.
    pub fn told<'a>(self, id: &str, figures: impl IntoIterator<Item = (&'a str, String)>) -> Option<String> {
        if let Some(plain) = self.find(id) {
            return Some(plain.to_owned());
        }
        let bundle = &BUNDLES[self.0 as usize];
        let pattern = bundle.get_message(id)?.value()?;
        let arguments: FluentArgs<'_> =
            figures.into_iter().map(|(name, figure)| (name, FluentValue::from(figure))).collect();
        let mut errors = Vec::new();
        let told = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        errors.is_empty().then(|| told.into_owned())
    }

    fn plain(self, at: usize) -> &'static str {
        PLAIN[self.0 as usize][at].unwrap_or_default()
    }

    fn filled<const N: usize>(self, id: &str, told: [(&'static str, FluentValue<'static>); N]) -> String {
        let bundle = &BUNDLES[self.0 as usize];
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { return String::new() };
        let arguments: FluentArgs<'_> = told.into_iter().collect();
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

/// A whole number that a plural is chosen by.
pub trait Count {
    /// The number.
    fn count(&self) -> u64;
}

impl Count for u64 {
    fn count(&self) -> u64 {
        *self
    }
}

impl Count for usize {
    fn count(&self) -> u64 {
        u64::try_from(*self).unwrap_or(u64::MAX)
    }
}

impl<T: Count> Count for &T {
    fn count(&self) -> u64 {
        (*self).count()
    }
}

fn shown(figure: impl Display) -> FluentValue<'static> {
    FluentValue::from(figure.to_string())
}

fn counted(figure: impl Count) -> FluentValue<'static> {
    FluentValue::from(figure.count())
}

/// No marks are put around what is filled in: pages isolate names with `<bdi>`.
static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 5]> = LazyLock::new(|| {
    let codes = ["en", "es", "fr", "sw", "en"];
    std::array::from_fn(|at| {
        let language = codes[at].parse().expect("a language's code");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(FILLED[at].to_owned()).expect("the build has parsed it");
        bundle.add_resource(resource).expect("the build has found no message twice");
        bundle
    })
});
