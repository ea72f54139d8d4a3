//! A retirement as its form would send it.

use orebook_registry::instruction::Beneficiary;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::AccountId;

use super::retirer::Whom;

/// Names and values of fields.
pub type Fields = Vec<(String, String)>;

/// What a retirement says.
pub struct Said<'a> {
    pub account: AccountId,
    pub blocks: &'a [SerialBlock],
    pub whom: Whom,
    pub beneficiary: Beneficiary,
    pub claim: &'a str,
    /// The use of which a claim says a share.
    pub footprint: Option<String>,
    pub period_from: String,
    pub period_to: String,
    pub purpose: &'a str,
    pub product: Option<&'a str>,
}

impl Said<'_> {
    /// The fields of the act.
    pub fn fields(self) -> Fields {
        let blocks: Vec<String> = self.blocks.iter().map(ToString::to_string).collect();
        let mut all = vec![
            ("account", self.account.to_string()),
            ("blocks", blocks.join(" ")),
            ("claim", self.claim.to_owned()),
            ("beneficiary.name", self.beneficiary.name.to_string()),
            ("beneficiary.country", self.beneficiary.country.to_string()),
            ("period_from", self.period_from),
            ("period_to", self.period_to),
            ("purpose", self.purpose.to_owned()),
        ];
        let number = self.beneficiary.registration_number.map(|number| number.to_string());
        all.extend(number.map(|number| ("beneficiary.registration_number", number)));
        all.extend(self.product.map(|product| ("product", product.to_owned())));
        match self.whom {
            Whom::Own => {}
            Whom::Principal(id) => all.push(("principal", id.to_string())),
            Whom::Consent(id) => all.push(("consent", id.to_string())),
        }
        if self.claim == "match" {
            all.extend(self.footprint.map(|id| ("claim.footprint", id)));
        }
        all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// The value of a field.
pub fn value<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(one, _)| one == name).map_or("", |(_, value)| value)
}

/// The same as a line of a list: without what all lines share, and whom the register looks up itself.
pub fn as_line(fields: &[(String, String)], line: usize) -> Fields {
    let own = fields.iter().filter(|(name, _)| name != "account" && !name.starts_with("beneficiary."));
    own.map(|(name, value)| (format!("lines.{line}.{name}"), value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_list_has_its_own_fields_alone() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let fields = [pair("account", "acc_1"), pair("claim", "support"), pair("beneficiary.name", "Ana SA")];
        assert_eq!(as_line(&fields, 3), [pair("lines.3.claim", "support")]);
        assert_eq!(value(&fields, "account"), "acc_1");
    }
}
