//! What XML is written on: elements with a text or with elements, indented by two spaces.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Writing to memory reports an error as writing to a file would.
const MEMORY: &str = "memory takes every write";

/// A document that grows.
pub(super) struct Paper {
    writer: Writer<Vec<u8>>,
}

impl Paper {
    /// A document with its declaration, XML 1.0 and UTF-8.
    pub(super) fn new() -> Paper {
        let mut paper = Paper { writer: Writer::new_with_indent(Vec::new(), b' ', 2) };
        paper.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        paper
    }

    /// The document's bytes, with a line feed at the end.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    /// An element with elements in it.
    pub(super) fn element(&mut self, name: &str, inside: impl FnOnce(&mut Paper)) {
        self.within(BytesStart::new(name), inside);
    }

    /// An element with an attribute and elements in it.
    pub(super) fn element_with(&mut self, name: &str, attribute: (&str, &str), inside: impl FnOnce(&mut Paper)) {
        self.within(BytesStart::new(name).with_attributes([attribute]), inside);
    }

    /// An element with a text, in which what means something to XML is escaped.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.within(BytesStart::new(name), |paper| paper.event(Event::Text(BytesText::new(text))));
    }

    /// An element with an attribute and a text.
    pub(super) fn text_with(&mut self, name: &str, attribute: (&str, &str), text: &str) {
        self.element_with(name, attribute, |paper| paper.event(Event::Text(BytesText::new(text))));
    }

    /// An element with a text, if there is one.
    pub(super) fn text_if_any(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn within(&mut self, start: BytesStart<'_>, inside: impl FnOnce(&mut Paper)) {
        let end: BytesEnd<'static> = start.to_end().into_owned();
        self.event(Event::Start(start));
        inside(self);
        self.event(Event::End(end));
    }

    fn event(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect(MEMORY);
    }
}
