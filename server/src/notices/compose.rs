//! A letter as it is sent: headers, the text, and the same as HTML. Bodies are always encoded, so nothing that a member
//! wrote stands in them as it is; every header value goes through [`HeaderText`].

use std::time::{Duration, SystemTime};

use askama::Template;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use orebook_store::LetterRow;
use orebook_texts::{Texts, Tongue};

use super::facts::Facts;
use super::header::{HeaderFault, HeaderText};
use super::settings::Settings;
use super::texts::{Sentences, table};
use crate::access::site::Site;

/// A file that goes with a letter.
pub struct Attached {
    /// What it is called.
    pub name: String,
    /// JSON.
    pub bytes: Vec<u8>,
}

/// Why a letter cannot be written. Trying again does not help.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Unsendable {
    #[error("its facts cannot be read: {0}")]
    Facts(String),
    #[error("it has no text")]
    Text,
    #[error(transparent)]
    Header(#[from] HeaderFault),
    #[error("its address is none")]
    Address,
    #[error("it cannot be put together: {0}")]
    Form(String),
}

/// A label and what it stands before.
struct Row {
    label: String,
    value: String,
}

/// What the letter says, in its language.
struct Said {
    language: &'static str,
    colon: &'static str,
    subject: HeaderText,
    greeting: String,
    paragraphs: Vec<String>,
    rows: Vec<Row>,
    action: String,
    link: String,
    why: String,
    automatic: &'static str,
    decline: Option<Row>,
}

macro_rules! template {
    ($name:ident, $path:literal) => {
        #[derive(Template)]
        #[template(path = $path)]
        struct $name<'s>(&'s Said);

        impl std::ops::Deref for $name<'_> {
            type Target = Said;
            fn deref(&self) -> &Said {
                self.0
            }
        }
    };
}

template!(AsText, "letter.txt");
template!(AsHtml, "letter.html");

/// Writes a letter, with links that lead to a site. `decline` is the address where its kind is declined, if it may be.
pub fn compose(
    row: &LetterRow,
    settings: &Settings,
    site: &Site,
    decline: Option<String>,
    attached: Option<Attached>,
) -> Result<Message, Unsendable> {
    let facts = Facts::of_json(&row.facts).map_err(Unsendable::Facts)?;
    let said = say(row, &facts, site, decline.clone())?;
    let render = |rendered: askama::Result<String>| rendered.map_err(|error| Unsendable::Form(error.to_string()));
    let text = render(AsText(&said).render())?;
    let html = render(AsHtml(&said).render())?;
    let both = MultiPart::alternative()
        .singlepart(encoded(ContentType::TEXT_PLAIN, text)?)
        .singlepart(encoded(ContentType::TEXT_HTML, html)?);
    let whole = match attached {
        Some(file) => MultiPart::mixed().multipart(both).singlepart(file.part()?),
        None => both,
    };
    let mut message = Message::builder()
        .message_id(Some(message_id(row, settings)?.to_string()))
        .date(SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(row.made_at).unwrap_or(0)))
        .from(settings.from.clone())
        .to(mailbox(&row.name, &row.address)?)
        .subject(said.subject.as_str())
        .raw_header(header("Auto-Submitted", &HeaderText::of("auto-generated")?))
        .raw_header(header("Content-Language", &HeaderText::of(said.language)?))
        // By which readers may sort what they get.
        .raw_header(header("X-Orebook-Letter", &HeaderText::of(&facts.text)?));
    if let Some(url) = decline {
        message = message
            .raw_header(header("List-Unsubscribe", &HeaderText::of(&format!("<{url}>"))?))
            .raw_header(header("List-Unsubscribe-Post", &HeaderText::of("List-Unsubscribe=One-Click")?));
    }
    message.multipart(whole).map_err(|error| Unsendable::Form(error.to_string()))
}

/// The Message-ID: the same each time the letter is sent.
pub fn message_id(row: &LetterRow, settings: &Settings) -> Result<HeaderText, HeaderFault> {
    HeaderText::of(&format!("<{}@{}>", row.id, settings.host()))
}

/// A name, cleaned, and an address, which is as it was given or not written to at all.
pub fn mailbox(name: &str, address: &str) -> Result<Mailbox, Unsendable> {
    let address: Address = HeaderText::of(address)?.as_str().parse().map_err(|_| Unsendable::Address)?;
    let name = HeaderText::cleaned(name);
    Ok(Mailbox::new(Some(name.as_str().to_owned()).filter(|name| !name.is_empty()), address))
}

/// The whole address of a link.
pub fn address_of(site: &Site, link: &str) -> String {
    if link.starts_with('/') { format!("{site}{link}") } else { link.to_owned() }
}

/// A header that the mail library has no type for.
fn header(name: &'static str, value: &HeaderText) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.as_str().to_owned())
}

fn say(row: &LetterRow, facts: &Facts, site: &Site, decline: Option<String>) -> Result<Said, Unsendable> {
    let t = Texts::of(Tongue::of_code(&row.language).unwrap_or(Tongue::English));
    let name = HeaderText::cleaned(&row.name);
    let sentences = Sentences::of(t, facts, name.as_str());
    let own = |part| sentences.own(part).ok_or(Unsendable::Text);
    let why = sentences.own("why").or_else(|| sentences.common("why"));
    Ok(Said {
        language: t.tongue().code(),
        colon: t.letter_colon(),
        subject: HeaderText::cleaned(&own("subject")?),
        greeting: sentences.common("greeting").ok_or(Unsendable::Text)?,
        paragraphs: vec![own("1")?, own("2")?],
        rows: table(t, facts).into_iter().map(|(label, value)| Row { label, value }).collect(),
        action: own("action")?,
        link: address_of(site, &facts.link),
        why: why.ok_or(Unsendable::Text)?,
        automatic: t.letter_automatic(),
        decline: decline.map(|value| Row { label: t.letter_decline().to_owned(), value }),
    })
}

fn encoded(kind: ContentType, text: String) -> Result<SinglePart, Unsendable> {
    let encoding = ContentTransferEncoding::QuotedPrintable;
    let body = Body::new_with_encoding(text, encoding).map_err(|_| Unsendable::Form("quoted-printable".to_owned()))?;
    Ok(SinglePart::builder().header(kind).body(body))
}

impl Attached {
    fn part(self) -> Result<SinglePart, Unsendable> {
        let encoding = ContentTransferEncoding::Base64;
        let body = Body::new_with_encoding(self.bytes, encoding).map_err(|_| Unsendable::Form("base64".to_owned()))?;
        let kind = ContentType::parse("application/json").map_err(|error| Unsendable::Form(error.to_string()))?;
        let name = HeaderText::of(&self.name)?;
        Ok(SinglePart::builder().header(ContentDisposition::attachment(name.as_str())).header(kind).body(body))
    }
}

#[cfg(test)]
mod tests;
