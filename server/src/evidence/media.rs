//! What a file is, by its content. What its sender or its name says of it is not asked.

/// Bytes at the beginning that are looked at.
const HEAD: usize = 8 * 1024;

/// Bytes at the end that are looked at: there a zip archive lists what is in it.
pub const TAIL: u64 = 64 * 1024;

/// A type that is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media {
    /// Its media type.
    pub name: &'static str,
    /// How names of such files end.
    pub ending: &'static str,
}

const XLSX: Media = Media { name: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ending: "xlsx" };
const DOCX: Media =
    Media { name: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ending: "docx" };
const TEXT: Media = Media { name: "text/plain", ending: "txt" };

/// What is taken in. Text stands for CSV too: its content does not tell one from the other.
pub const ALLOWED: [Media; 10] = [
    Media { name: "application/pdf", ending: "pdf" },
    Media { name: "image/jpeg", ending: "jpg" },
    Media { name: "image/png", ending: "png" },
    Media { name: "image/webp", ending: "webp" },
    Media { name: "image/heif", ending: "heic" },
    Media { name: "application/vnd.oasis.opendocument.spreadsheet", ending: "ods" },
    Media { name: "application/vnd.oasis.opendocument.text", ending: "odt" },
    XLSX,
    DOCX,
    TEXT,
];

/// Looks at a file as it comes.
#[derive(Debug)]
pub struct Sniff {
    head: Vec<u8>,
    plain: bool,
}

impl Default for Sniff {
    fn default() -> Self {
        Self { head: Vec::new(), plain: true }
    }
}

impl Sniff {
    /// Takes the next bytes.
    pub fn take(&mut self, bytes: &[u8]) {
        let room = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(bytes.get(..room).unwrap_or_default());
        self.plain = self.plain && bytes.iter().all(|byte| is_text(*byte));
    }

    /// What the file is, or what was found in its place.
    pub fn media(&self, tail: &[u8]) -> Result<Media, String> {
        if self.head.is_empty() {
            return Err("an empty file".to_owned());
        }
        let found = infer::get(&self.head);
        let name = found.map_or("unknown", |found| found.mime_type());
        if is_archive(name) {
            return office(tail);
        }
        if let Some(media) = of_name(name) {
            return Ok(media);
        }
        // A table whose first column begins with two letters that some binary format begins with is a table.
        let is_markup = found.is_some_and(|found| found.matcher_type() == infer::MatcherType::Text);
        if self.plain && !is_markup { Ok(TEXT) } else { Err(name.to_owned()) }
    }
}

/// The type that is taken in under this name.
pub fn of_name(name: &str) -> Option<Media> {
    ALLOWED.into_iter().find(|media| media.name == name)
}

/// Text of any encoding that continues ASCII: no control characters but tabs and ends of lines and pages.
const fn is_text(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c) || (byte >= b' ' && byte != 0x7f)
}

fn is_archive(name: &str) -> bool {
    name == "application/zip" || name.starts_with("application/vnd.openxmlformats-officedocument.")
}

/// Which office document a zip archive is, by the names in its directory: their order at the beginning is each writer's own.
fn office(tail: &[u8]) -> Result<Media, String> {
    let names = |name: &str| tail.windows(name.len()).any(|window| window == name.as_bytes());
    if names("vbaProject.bin") {
        return Err("a document with macros".to_owned());
    }
    match (names("xl/workbook.xml"), names("word/document.xml")) {
        (true, false) => Ok(XLSX),
        (false, true) => Ok(DOCX),
        _ => Err("application/zip".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn media(bytes: &[u8]) -> Result<&'static str, String> {
        let mut sniff = Sniff::default();
        bytes.chunks(7).for_each(|part| sniff.take(part));
        sniff.media(bytes).map(|media| media.ending)
    }

    #[test]
    fn types_are_told_by_content() {
        assert_eq!(media(b"%PDF-1.7\n\x00\xff"), Ok("pdf"));
        assert_eq!(media(b"\xff\xd8\xff\xe0rest\x00"), Ok("jpg"));
        assert_eq!(media(b"\x89PNG\r\n\x1a\n\x00"), Ok("png"));
        assert_eq!(media(b"RIFF\x00\x00\x00\x00WEBPVP8 \x00"), Ok("webp"));
        assert_eq!(media(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic\x00\x00"), Ok("heic"));
        assert_eq!(media(b"PK\x03\x04\x14\x00\x00\x00\x00\x00 PK\x01\x02 xl/workbook.xml"), Ok("xlsx"));
        assert_eq!(media(b"PK\x03\x04\x14\x00\x00\x00\x00\x00 PK\x01\x02 word/document.xml"), Ok("docx"));
        assert_eq!(media("lot;gross;ppm\n1;12,5;920000\n".as_bytes()), Ok("txt"));
        assert_eq!(media(b"BM is a name; two letters of a picture\n"), Ok("txt"), "a table that begins like a bitmap");
        assert_eq!(media(b"se\xf1ora; Latin-1\r\n"), Ok("txt"));
    }

    #[test]
    fn what_is_something_else_is_named() {
        assert_eq!(media(b""), Err("an empty file".to_owned()));
        assert_eq!(media(b"MZ\x90\x00\x03"), Err("application/vnd.microsoft.portable-executable".to_owned()));
        assert_eq!(media(b"<!DOCTYPE html><script>1</script>"), Err("text/html".to_owned()));
        assert_eq!(media(b"#!/bin/sh\nrm\n"), Err("text/x-shellscript".to_owned()));
        assert_eq!(media(b"PK\x03\x04\x14\x00\x00\x00\x00\x00 a.exe"), Err("application/zip".to_owned()));
        assert_eq!(
            media(b"PK\x03\x04\x14\x00\x00\x00\x00\x00 xl/workbook.xml xl/vbaProject.bin"),
            Err("a document with macros".to_owned())
        );
        assert_eq!(media(b"text\x00with a zero"), Err("unknown".to_owned()));
    }

    #[test]
    fn no_beginning_makes_it_panic() {
        for signature in
            [b"PK\x03\x04".as_slice(), b"RIFF", b"\x00\x00\x00\x18ftyp", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
        {
            for length in 0..600_usize {
                let fill = (length % 251) as u8;
                let bytes = [signature, b"[Content_Types].xml".as_slice(), &vec![fill; length]].concat();
                let _ = media(&bytes);
                let _ = media(&[signature, &vec![fill; length]].concat());
                let named = [signature, &[0xff; 26], b"[Content_Types].xml".as_slice(), &vec![0xff; length]].concat();
                let _ = media(&named);
            }
        }
    }
}
