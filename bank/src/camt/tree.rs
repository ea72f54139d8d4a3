//! The elements of a file that mean something here, with their texts and lines. All others are passed over unread.

use std::borrow::Cow;

use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use super::error::{CamtError, Fault};
use super::{DEPTH_MAX, ELEMENTS_MAX, LENGTH_MAX};

/// Every element that is read, in order. An element of another name, or of another namespace than the document's, is
/// passed over with all that lies in it.
const NAMES: [&str; 49] = [
    "Acct",
    "AcctSvcrRef",
    "Amt",
    "AmtDtls",
    "Bal",
    "BkToCstmrDbtCdtNtfctn",
    "BkToCstmrStmt",
    "BkTxCd",
    "BookgDt",
    "Btch",
    "Ccy",
    "Cd",
    "CdOrPrtry",
    "CdtDbtInd",
    "CdtrRefInf",
    "Chrgs",
    "Document",
    "Domn",
    "Dt",
    "DtTm",
    "EndToEndId",
    "Fmly",
    "IBAN",
    "Id",
    "InstrId",
    "NbOfTxs",
    "Ntfctn",
    "Ntry",
    "NtryDtls",
    "Othr",
    "PmtInfId",
    "Prtry",
    "Rcrd",
    "Ref",
    "Refs",
    "RmtInf",
    "Rsn",
    "RtrInf",
    "RvslInd",
    "Stmt",
    "Strd",
    "Sts",
    "SubFmlyCd",
    "Tp",
    "TtlChrgsAndTaxAmt",
    "TxAmt",
    "TxDtls",
    "Ustrd",
    "ValDt",
];

/// What the namespaces of all forms begin with.
const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:";
/// The forms that are read.
const FORMS: [&str; 6] =
    ["camt.053.001.02", "camt.053.001.04", "camt.053.001.08", "camt.054.001.02", "camt.054.001.04", "camt.054.001.08"];

/// An element.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) name: &'static str,
    pub(super) line: u32,
    /// Its text, with the blanks at its ends left out.
    pub(super) text: String,
    /// Its attribute `Ccy`.
    pub(super) currency: Option<String>,
    pub(super) children: Vec<Node>,
}

impl Node {
    /// The first element of a name in it.
    pub(super) fn child(&self, name: &'static str) -> Option<&Node> {
        self.all(name).next()
    }

    /// All elements of a name in it.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = &Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element along a path.
    pub(super) fn at(&self, path: &[&'static str]) -> Option<&Node> {
        path.iter().try_fold(self, |node, name| node.child(name))
    }

    /// An element that must be there.
    pub(super) fn must(&self, name: &'static str) -> Result<&Node, CamtError> {
        self.child(name).ok_or_else(|| self.error(Fault::Missing { element: name }))
    }

    pub(super) fn error(&self, fault: Fault) -> CamtError {
        CamtError { line: self.line, at: self.name, fault }
    }
}

/// Reads a file into its form and its outermost element.
pub(super) fn read(bytes: &[u8]) -> Result<(&'static str, Node), CamtError> {
    let fault = |fault| CamtError { line: 1, at: "Document", fault };
    if bytes.len() > LENGTH_MAX {
        return Err(fault(Fault::TooLong { length: bytes.len(), most: LENGTH_MAX }));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| fault(Fault::MustBeUtf8))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Growing { text, reader: NsReader::from_str(text), counted: (0, 1), form: None, elements: 0, open: Vec::new() }
        .grow()
}

/// A tree while it grows.
struct Growing<'t> {
    text: &'t str,
    reader: NsReader<&'t [u8]>,
    /// How far lines were counted, and how many there were.
    counted: (usize, u32),
    form: Option<&'static str>,
    elements: usize,
    /// Elements that are not closed, from the outermost; those passed over are `None`.
    open: Vec<Option<Node>>,
}

impl Growing<'_> {
    fn grow(mut self) -> Result<(&'static str, Node), CamtError> {
        let mut root = None;
        loop {
            let event = self.reader.read_event().map_err(|error| self.not_xml(&error.to_string()))?;
            match event {
                Event::Start(start) if root.is_none() => self.open(&start)?,
                Event::Empty(start) if root.is_none() => {
                    self.open(&start)?;
                    root = self.close();
                }
                Event::Start(_) | Event::Empty(_) => return Err(self.not_xml("a second outermost element")),
                Event::End(_) => root = self.close(),
                Event::Text(text) => self.write(&text.xml10_content())?,
                Event::CData(text) => self.write(&text.xml10_content())?,
                Event::GeneralRef(reference) => {
                    let character = self.character(&reference)?;
                    self.write(character.encode_utf8(&mut [0; 4]))?;
                }
                Event::DocType(_) => return Err(self.error(Fault::DocumentType)),
                Event::Decl(declared) => self.declared(&declared)?,
                Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => {
                    let whole = root.filter(|_| self.open.is_empty()).zip(self.form);
                    return whole.map(|(root, form)| (form, root)).ok_or_else(|| self.not_xml("it breaks off"));
                }
            }
        }
    }

    /// A file that says it is in another encoding is not read as if it were not.
    fn declared(&mut self, declared: &BytesDecl<'_>) -> Result<(), CamtError> {
        match declared.encoding() {
            None => Ok(()),
            Some(Ok(name)) if name.eq_ignore_ascii_case("utf-8") || name.eq_ignore_ascii_case("us-ascii") => Ok(()),
            Some(_) => Err(self.error(Fault::MustBeUtf8)),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), CamtError> {
        self.elements += 1;
        if self.elements > ELEMENTS_MAX {
            return Err(self.error(Fault::TooManyElements { most: ELEMENTS_MAX }));
        }
        if self.open.len() >= DEPTH_MAX {
            return Err(self.error(Fault::TooDeep { most: DEPTH_MAX }));
        }
        let form = self.form_of(start);
        if self.open.is_empty() {
            if form.is_none() || start.local_name().as_ref() != "Document" {
                return Err(self.error(Fault::UnknownForm));
            }
            self.form = form;
        }
        let outer_is_read = self.open.last().is_none_or(Option::is_some);
        let name = NAMES.binary_search(&start.local_name().as_ref()).ok().and_then(|at| NAMES.get(at).copied());
        let node = match name.filter(|_| outer_is_read && form == self.form) {
            None => None,
            Some(name) => {
                let currency = self.currency(start)?;
                let line = self.line();
                Some(Node { name, line, text: String::new(), currency, children: Vec::new() })
            }
        };
        self.open.push(node);
        Ok(())
    }

    /// The form whose namespace an element has.
    fn form_of(&self, start: &BytesStart<'_>) -> Option<&'static str> {
        let (ResolveResult::Bound(namespace), _) = self.reader.resolver().resolve_element(start.name()) else {
            return None;
        };
        let form = namespace.as_ref().strip_prefix(NAMESPACE)?;
        FORMS.into_iter().find(|known| *known == form)
    }

    fn currency(&mut self, start: &BytesStart<'_>) -> Result<Option<String>, CamtError> {
        let attribute = start.try_get_attribute("Ccy");
        let value =
            attribute.map(|found| found.map(|one| one.normalized_value(XmlVersion::Implicit1_0).map(Cow::into_owned)));
        match value {
            Ok(None) => Ok(None),
            Ok(Some(Ok(code))) => Ok(Some(code)),
            Ok(Some(Err(error))) => Err(self.not_xml(&error.to_string())),
            Err(error) => Err(self.not_xml(&error.to_string())),
        }
    }

    /// Closes the innermost element; answers the outermost, once that is closed.
    fn close(&mut self) -> Option<Node> {
        let mut node = self.open.pop().flatten()?;
        let trimmed = node.text.trim();
        if trimmed.len() != node.text.len() {
            node.text = trimmed.to_owned();
        }
        match self.open.last_mut() {
            None => return Some(node),
            Some(outer) => outer.as_mut()?.children.push(node),
        }
        None
    }

    fn write(&mut self, text: &str) -> Result<(), CamtError> {
        match self.open.last_mut() {
            Some(Some(node)) => node.text.push_str(text),
            Some(None) => {}
            None if text.trim().is_empty() => {}
            None => return Err(self.not_xml("text outside of the outermost element")),
        }
        Ok(())
    }

    /// The five entities of XML and numbered characters stand for themselves; nothing else is looked up.
    fn character(&mut self, reference: &BytesRef<'_>) -> Result<char, CamtError> {
        match reference.as_ref() {
            "amp" => return Ok('&'),
            "apos" => return Ok('\''),
            "gt" => return Ok('>'),
            "lt" => return Ok('<'),
            "quot" => return Ok('"'),
            _ => {}
        }
        match reference.resolve_char_ref() {
            Ok(Some(character)) => Ok(character),
            Ok(None) => Err(self.error(Fault::Entity)),
            Err(error) => Err(self.not_xml(&error.to_string())),
        }
    }

    /// The line at which the reader stands.
    fn line(&mut self) -> u32 {
        let position = usize::try_from(self.reader.buffer_position()).unwrap_or(0).min(self.text.len());
        let (counted, lines) = self.counted;
        let passed = self.text.as_bytes().get(counted..position).unwrap_or_default();
        let more = passed.iter().filter(|byte| **byte == b'\n').count();
        self.counted = (position.max(counted), lines + u32::try_from(more).unwrap_or(0));
        self.counted.1
    }

    fn error(&mut self, fault: Fault) -> CamtError {
        let at = self.open.iter().rev().flatten().next().map_or("Document", |node| node.name);
        CamtError { line: self.line(), at, fault }
    }

    fn not_xml(&mut self, said: &str) -> CamtError {
        // The reader of XML repeats what it found, and a hostile file would have that be long.
        let said = said.chars().filter(|c| !c.is_control()).take(120).collect();
        self.error(Fault::MustBeXml { said })
    }
}
