//! What programs are told of a retirement in its page: search engines, and whoever shows a link to it. The claim never
//! stands there without its disclosure.

use serde_json::json;

/// A retirement in one place.
pub(super) struct About {
    pub title: String,
    pub claim: Option<String>,
    pub disclosure: String,
    pub language: &'static str,
    pub beneficiary: String,
    pub date: String,
    pub address: String,
}

impl About {
    /// The claim and what it does not say, in one breath.
    pub(super) fn text(&self) -> String {
        match &self.claim {
            Some(claim) => format!("{claim} {}", self.disclosure),
            None => self.disclosure.clone(),
        }
    }

    /// As JSON-LD in the words of schema.org. A `<` is escaped, so no text of a member ends the element it stands in.
    pub(super) fn json_ld(&self) -> String {
        let files = self.address.rsplit_once("/retirements/");
        let statement = files.map(|(site, id)| format!("{site}/v1/retirements/{id}/statement"));
        let document = json!({
            "@context": "https://schema.org",
            "@id": self.address,
            "@type": if self.claim.is_some() { "Claim" } else { "CreativeWork" },
            "about": { "@type": "Organization", "name": self.beneficiary },
            "datePublished": self.date,
            "encoding": { "@type": "MediaObject", "contentUrl": statement, "encodingFormat": "application/vc" },
            "inLanguage": self.language,
            "name": self.title,
            "text": self.text(),
            "url": self.address,
        });
        document.to_string().replace('<', "\\u003c")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_the_element_and_no_claim_stands_alone() {
        let about = About {
            title: "</script><script>alert(1)</script>".to_owned(),
            claim: Some("It supported.".to_owned()),
            disclosure: "It says no more.".to_owned(),
            language: "en",
            beneficiary: "<!-- & \"".to_owned(),
            date: "2026-07-31".to_owned(),
            address: "https://demo.example/retirements/ret_1".to_owned(),
        };
        let text = about.json_ld();
        assert!(!text.contains('<'), "{text}");
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["name"], "</script><script>alert(1)</script>");
        assert_eq!(read["text"], "It supported. It says no more.");
        assert_eq!(read["encoding"]["contentUrl"], "https://demo.example/v1/retirements/ret_1/statement");
    }
}
