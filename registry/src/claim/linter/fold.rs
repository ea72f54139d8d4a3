//! Folding: what a reader takes for the same word becomes the same word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a name, folded: letters and digits only.
pub(super) fn words(name: &str) -> Vec<String> {
    // Trade marks would become letters: ™ is TM.
    let shown = name.chars().filter(|c| !is_unseen(*c)).map(|c| if "™℠®©".contains(c) { ' ' } else { c });
    let mut folded = String::new();
    for c in shown.nfkc().flat_map(char::to_lowercase).nfd().filter(|c| !is_combining_mark(*c) && !is_unseen(*c)) {
        match ligature(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Drawn as nothing, so it parts no word: soft hyphen, joiners, fillers, variation selectors, tags.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180E}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Letters that NFKC leaves whole.
const fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        _ => return None,
    })
}

/// A letter of the Latin script, as far as names are written with it.
fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{250}'..='\u{2AF}' | '\u{1D00}'..='\u{1DBF}' | '\u{1E00}'..='\u{1EFF}'
        | '\u{2C60}'..='\u{2C7F}' | '\u{A722}'..='\u{A7FF}' | '\u{AB30}'..='\u{AB6F}')
}

/// Latin beside another script in one word, or a Latin letter that is none of a to z once its accent is off.
pub(super) fn mixes_scripts(word: &str) -> bool {
    let (latin, other) = (word.chars().any(is_latin), word.chars().any(|c| c.is_alphabetic() && !is_latin(c)));
    let odd = word.chars().any(|c| is_latin(c) && !c.is_ascii_lowercase());
    odd || (latin && other)
}

/// The ways in which the words may be read, the plain one first.
pub(super) fn readings(plain: &[String]) -> Vec<Vec<String>> {
    let each = |change: fn(&str) -> String| plain.iter().map(|word| change(word)).collect::<Vec<_>>();
    let mut readings = vec![plain.to_vec()];
    for other in [each(letters_for_digits), each(latin_for_lookalikes), join_single_letters(plain)] {
        if !readings.contains(&other) {
            readings.push(other);
        }
    }
    readings
}

/// `c0ntains` → `contains`; a number by itself stays one, and so does CO2.
fn letters_for_digits(word: &str) -> String {
    if word == "co2" || !word.chars().any(char::is_alphabetic) {
        return word.to_owned();
    }
    let letter = |c| match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        c => c,
    };
    word.chars().map(letter).collect()
}

/// Cyrillic and Greek letters as the Latin ones they look like.
fn latin_for_lookalikes(word: &str) -> String {
    const CYRILLIC: (&str, &str) = ("абвсԁеһіјкӏмнорԛѕтуѵԝхгп", "abvcdehijklmhopqstyvwxrn");
    const GREEK: (&str, &str) = ("αβγδεηικνορτυχωσ", "abydenikvoptuxws");
    let latin = |c: char| {
        [CYRILLIC, GREEK].iter().find_map(|(from, to)| {
            let place = from.chars().position(|letter| letter == c)?;
            to.chars().nth(place)
        })
    };
    word.chars().map(|c| latin(c).unwrap_or(c)).collect()
}

/// `c o n t a i n s gold` → `contains gold`
fn join_single_letters(words: &[String]) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    let mut run = String::new();
    for word in words {
        if word.chars().count() == 1 {
            run.push_str(word);
            continue;
        }
        if !run.is_empty() {
            joined.push(std::mem::take(&mut run));
        }
        joined.push(word.clone());
    }
    if !run.is_empty() {
        joined.push(run);
    }
    joined
}
