//! The rules as data: `rules.txt`, read once.

use std::sync::LazyLock;

const TEXT: &str = include_str!("rules.txt");

/// One pattern of one rule.
pub(super) struct Rule {
    pub rule: &'static str,
    pub source: &'static str,
    pub language: &'static str,
    words: Vec<Vec<&'static str>>,
}

/// All patterns, in the order of the file.
pub(super) fn all() -> &'static [Rule] {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
        let rows = TEXT.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let (sources, patterns): (Vec<_>, Vec<_>) = rows.map(cells).partition(|[first, ..]| *first == "source");
        let source = |rule| sources.iter().find(|[_, named, _]| *named == rule).map_or("", |[.., text]| *text);
        let read = |[rule, language, words]: [&'static str; 3]| Rule {
            rule,
            source: source(rule),
            language,
            words: alternatives(words),
        };
        patterns.into_iter().map(read).collect()
    });
    &RULES
}

fn cells(line: &'static str) -> [&'static str; 3] {
    let mut cells = line.splitn(3, " | ");
    [(); 3].map(|()| cells.next().unwrap_or_default().trim())
}

/// `made {with from}` → one list of words for each place.
fn alternatives(pattern: &'static str) -> Vec<Vec<&'static str>> {
    let mut places = Vec::new();
    let mut rest = pattern.trim();
    while !rest.is_empty() {
        let (place, after) = match rest.strip_prefix('{') {
            Some(inside) => inside.split_once('}').unwrap_or((inside, "")),
            None => rest.split_once(' ').unwrap_or((rest, "")),
        };
        places.push(place.split_whitespace().collect());
        rest = after.trim_start();
    }
    places
}

fn matches(word: &str, pattern: &str) -> bool {
    pattern.strip_suffix('*').map_or(word == pattern, |stem| word.starts_with(stem))
}

impl Rule {
    /// The words that the pattern finds: one after the other, or written as one.
    pub(super) fn find(&self, words: &[String]) -> Option<String> {
        let fits = |window: &&[String]| {
            window.iter().zip(&self.words).all(|(word, place)| place.iter().any(|pattern| matches(word, pattern)))
        };
        let apart = words.windows(self.words.len()).find(fits).map(|window| window.join(" "));
        apart.or_else(|| words.iter().find(|word| self.words.len() > 1 && is_one(word, &self.words)).cloned())
    }
}

/// Whether a word is the places of a pattern without blanks: `mercuryfree`.
fn is_one(word: &str, places: &[Vec<&'static str>]) -> bool {
    let Some((place, rest)) = places.split_first() else { return word.is_empty() };
    place.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(stem) if rest.is_empty() => word.starts_with(stem),
        Some(_) => false,
        None => word.strip_prefix(pattern).is_some_and(|after| is_one(after, rest)),
    })
}
