//! Who plays. Every organisation is invented; countries, volumes, structures and premiums are realistic.

use std::collections::BTreeMap;

use orebook_registry::values::{AccountId, BatchId, CertificateId, MarketId, OrganisationId};

/// A producer and its certificate.
pub(super) struct Producer {
    pub id: &'static str,
    pub name: &'static str,
    pub code: &'static str,
    pub region: &'static str,
    pub structure: &'static str,
    pub women_led: &'static str,
    pub holder: Option<&'static str>,
    pub mineral: &'static str,
    pub programme: &'static str,
    pub level: &'static str,
    pub ecological: &'static str,
    pub certifier: &'static str,
    pub verification: &'static str,
    pub valid: [&'static str; 2],
    pub maximum_kg: &'static str,
    /// Gross kilograms, parts per million, kilograms sold physically, last day, declared on, approved on.
    pub declaration: Option<Declaration>,
    /// Payee's name, kind, basis points of net.
    pub plan: &'static [(&'static str, &'static str, &'static str)],
}

pub(super) struct Declaration {
    pub gross: &'static str,
    pub ppm: &'static str,
    pub sold: &'static str,
    pub until: &'static str,
    pub declared: &'static str,
    pub approved: &'static str,
    pub issued: &'static str,
}

const fn declared(
    gross: &'static str,
    ppm: &'static str,
    sold: &'static str,
    issued: &'static str,
) -> Option<Declaration> {
    Some(Declaration { gross, ppm, sold, until: "2026-06-30", declared: "2026-07-06", approved: "2026-07-08", issued })
}

const YEAR: [&str; 2] = ["2026-01-01", "2026-12-31"];
const ACACIA: &str = "Acacia Assurance Ltd";
const CORDILLERA: &str = "Cordillera Verifica SAS";
const LACS: &str = "Lacs Audit SARL";

pub(super) const CERTIFIERS: [(&str, &str); 4] =
    [(ACACIA, "KE"), (CORDILLERA, "CO"), (LACS, "CD"), ("Sauti Community Monitors", "KE")];
pub(super) const AUDITORS: [(&str, &str); 2] = [("Nordlicht Prüfung GmbH", "DE"), ("Halyard Review BV", "NL")];
pub(super) const BUYERS: [(&str, &str, &str); 7] = [
    ("Lumen & Vale Jewellery", "GB", "GB-04417756"),
    ("Orfebre Siete", "ES", "ES-B87654321"),
    ("Fjordtone Audio", "NO", "NO-987654321"),
    ("Halden Mobility SE", "DE", "DE-HRB-118822"),
    ("Kestrel Circuits Inc", "US", "US-DE-5520017"),
    ("Maison Perrin Horlogers", "CH", "CHE-114.227.910"),
    ("Sunda Solder Co", "JP", "JP-0104-01-090112"),
];
pub(super) const AGENT: (&str, &str) = ("ClaimBridge Services BV", "NL");
pub(super) const HOLDERS: [(&str, &str); 2] = [("Bright Ridge Mining Ltd", "RW"), ("Karamoja Minerals Trust", "UG")];

/// The one payee that signs for what it receives itself; the others have no key.
pub(super) const PAYEE_WITH_KEYS: &str = "Altura Blanca Operations";

/// Programme, accredited certifier, verification, minerals.
pub(super) const ACCREDITATIONS: [(&str, &str, &str, &[&str]); 6] = [
    ("HZN", ACACIA, "third_party", &["GLD", "TUN", "TAN", "TIN", "MIC"]),
    ("HZN", CORDILLERA, "third_party", &["GLD"]),
    ("HZN", LACS, "third_party", &["GLD", "TIN"]),
    ("HZN", "Sauti Community Monitors", "second_party", &["GLD"]),
    ("TRL", CORDILLERA, "third_party", &["GLD"]),
    ("KIV", LACS, "third_party", &["COB", "TIN"]),
];

/// Kilograms that a beneficiary may retire in a year before an auditor's finding is due.
pub(super) const AUDIT_THRESHOLDS: [(&str, &str); 8] = [
    ("COB", "50000"),
    ("GLD", "5"),
    ("MIC", "200000"),
    ("PLT", "5"),
    ("SLV", "200"),
    ("TAN", "2000"),
    ("TIN", "20000"),
    ("TUN", "20000"),
];

#[rustfmt::skip]
pub(super) const PRODUCERS: [Producer; 10] = [
    Producer {
        id: "P1", name: "Cooperativa Minera Quebrada Clara", code: "K7Q2", region: "CO-ANT", structure: "cooperative", women_led: "no", holder: None,
        mineral: "GLD", programme: "HZN", level: "good", ecological: "no", certifier: CORDILLERA, verification: "third_party", valid: YEAR, maximum_kg: "45",
        declaration: declared("22.68", "900000", "8", "12.412"),
        plan: &[("Quebrada Clara Operations", "operations", "5433"), ("Quebrada Clara Community Fund", "community", "1567"), ("Quebrada Clara Women's Fund", "women", "2000"), ("Quebrada Clara School Fund", "community", "1000")],
    },
    Producer {
        id: "P2", name: "Asociación Altura Blanca", code: "B3L4", region: "PE-PUN", structure: "association", women_led: "no", holder: None,
        mineral: "GLD", programme: "TRL", level: "good", ecological: "yes", certifier: CORDILLERA, verification: "third_party", valid: YEAR, maximum_kg: "18",
        declaration: declared("8.5", "930000", "0", "7.905"),
        plan: &[("Altura Blanca Operations", "operations", "6000"), ("Altura Blanca Community Fund", "community", "2000"), ("Altura Blanca Women's Fund", "women", "2000")],
    },
    Producer {
        id: "P3", name: "Nyati Ridge Women Miners", code: "N5R2", region: "KE-37", structure: "womens_group", women_led: "yes", holder: None,
        mineral: "GLD", programme: "HZN", level: "entry", ecological: "no", certifier: ACACIA, verification: "third_party", valid: YEAR, maximum_kg: "6",
        declaration: declared("1.96", "950000", "0", "1.862"),
        plan: &[("Nyati Ridge Operations", "operations", "5000"), ("Nyati Ridge Women's Fund", "women", "3500"), ("Nyati Ridge Community Fund", "community", "1500")],
    },
    Producer {
        id: "P4", name: "Coopérative Minière Mwangaza ya Lualaba", code: "M4L6", region: "CD-LU", structure: "cooperative", women_led: "no", holder: None,
        mineral: "COB", programme: "KIV", level: "good", ecological: "no", certifier: LACS, verification: "third_party", valid: YEAR, maximum_kg: "420000",
        declaration: declared("942000", "200000", "0", "188400"),
        plan: &[("Mwangaza Operations", "operations", "6000"), ("Mwangaza Community Fund", "community", "2000"), ("Mwangaza Women's Fund", "women", "2000")],
    },
    Producer {
        id: "P5", name: "Coopérative Kivu Étain Solidaire", code: "K2V5", region: "CD-SK", structure: "cooperative", women_led: "no", holder: None,
        mineral: "TIN", programme: "KIV", level: "entry", ecological: "no", certifier: LACS, verification: "third_party", valid: YEAR, maximum_kg: "90000",
        declaration: Some(Declaration { gross: "62500", ppm: "500000", sold: "12000", until: "2026-04-30", declared: "2026-05-08", approved: "2026-05-12", issued: "19250" }),
        plan: &[("Kivu Étain Operations", "operations", "6000"), ("Kivu Étain Community Fund", "community", "2000"), ("Kivu Étain Women's Fund", "women", "2000")],
    },
    Producer {
        id: "P6", name: "Ituze Tantalum Outgrowers", code: "T7Z3", region: "RW-02", structure: "asm_on_large_mine_concession", women_led: "no", holder: Some("Bright Ridge Mining Ltd"),
        mineral: "TAN", programme: "HZN", level: "good", ecological: "no", certifier: ACACIA, verification: "third_party", valid: YEAR, maximum_kg: "9000",
        declaration: declared("13922", "250000", "1000", "2480.5"),
        plan: &[("Ituze Operations", "operations", "6000"), ("Ituze Community Fund", "community", "1500"), ("Ituze Women's Fund", "women", "2000"), ("Bright Ridge Mining Ltd", "holder", "500")],
    },
    Producer {
        id: "P7", name: "Karamoja Wolfram Network", code: "W4N8", region: "UG-N", structure: "service_network_non_profit", women_led: "no", holder: Some("Karamoja Minerals Trust"),
        mineral: "TUN", programme: "HZN", level: "entry", ecological: "no", certifier: ACACIA, verification: "third_party", valid: YEAR, maximum_kg: "30000",
        declaration: declared("19400", "500000", "0", "9700"),
        plan: &[("Karamoja Operations", "operations", "5433"), ("Karamoja Community Fund", "community", "1567"), ("Karamoja Women's Fund", "women", "2000"), ("Karamoja Minerals Trust", "holder", "1000")],
    },
    Producer {
        id: "P8", name: "Fitiavana Mica Group", code: "F6T2", region: "MG-U", structure: "communal_land_group", women_led: "yes", holder: None,
        mineral: "MIC", programme: "HZN", level: "entry", ecological: "no", certifier: ACACIA, verification: "third_party", valid: YEAR, maximum_kg: "",
        declaration: None,
        plan: &[],
    },
    Producer {
        id: "P10", name: "Kelompok Timah Bahari", code: "D5K9", region: "ID-BB", structure: "trader_network", women_led: "no", holder: None,
        mineral: "TIN", programme: "HZN", level: "good", ecological: "no", certifier: ACACIA, verification: "third_party", valid: ["2025-04-01", "2026-03-31"], maximum_kg: "120000",
        declaration: Some(Declaration { gross: "40000", ppm: "550000", sold: "5000", until: "2026-03-31", declared: "2026-06-15", approved: "2026-06-15", issued: "17000" }),
        plan: &[("Timah Bahari Operations", "operations", "6000"), ("Timah Bahari Community Fund", "community", "2000"), ("Timah Bahari Women's Fund", "women", "2000")],
    },
    Producer {
        id: "P11", name: "Mthunzi Gold Sisters", code: "M4T9", region: "ZW-MW", structure: "cooperative", women_led: "yes", holder: None,
        mineral: "GLD", programme: "HZN", level: "good", ecological: "no", certifier: ACACIA, verification: "third_party", valid: YEAR, maximum_kg: "10",
        declaration: declared("3.25", "960000", "0.5", "2.62"),
        plan: &[("Mthunzi Operations", "operations", "3334"), ("Mthunzi Women's Fund", "women", "3333"), ("Mthunzi Community Fund", "community", "3333")],
    },
];

/// Market's name, mineral, programme, level, ecological, currency, tick, floor, least value of an order.
pub(super) const MARKETS: [[&str; 9]; 8] = [
    ["gold good", "GLD", "HZN", "good", "no", "USD", "10.00", "4000.00", "1.00"],
    ["gold entry", "GLD", "HZN", "entry", "no", "USD", "10.00", "2000.00", "1.00"],
    ["gold eco", "GLD", "TRL", "good", "yes", "USD", "10.00", "6000.00", "1.00"],
    ["cobalt good", "COB", "KIV", "good", "no", "USD", "0.01", "5.00", "1.00"],
    ["tin entry", "TIN", "KIV", "entry", "no", "USD", "0.01", "1.50", "1.00"],
    ["tin good", "TIN", "HZN", "good", "no", "USD", "0.01", "1.50", "1.00"],
    ["tantalum good", "TAN", "HZN", "good", "no", "USD", "0.10", "12.00", "1.00"],
    ["tungsten entry", "TUN", "HZN", "entry", "no", "UGX", "1", "4416", "1000"],
];

/// What the play has made so far, by name.
#[derive(Default)]
pub(super) struct Cast {
    pub organisations: BTreeMap<String, Member>,
    pub certificates: BTreeMap<String, CertificateId>,
    pub batches: BTreeMap<String, BatchId>,
    pub markets: BTreeMap<String, MarketId>,
}

/// An organisation of the play.
#[derive(Clone, Copy)]
pub(super) struct Member {
    pub id: OrganisationId,
    pub account: Option<AccountId>,
}

impl Cast {
    pub(super) fn member(&self, name: &str) -> Result<Member, String> {
        self.organisations.get(name).copied().ok_or_else(|| format!("{name} has not joined"))
    }
    pub(super) fn account(&self, name: &str) -> Result<AccountId, String> {
        self.member(name)?.account.ok_or_else(|| format!("{name} holds no credits"))
    }
    pub(super) fn market(&self, name: &str) -> Result<MarketId, String> {
        self.markets.get(name).copied().ok_or_else(|| format!("there is no market for {name}"))
    }
    pub(super) fn batch(&self, producer: &str) -> Result<BatchId, String> {
        self.batches.get(producer).copied().ok_or_else(|| format!("{producer} has no batch"))
    }
    pub(super) fn certificate(&self, producer: &str) -> Result<CertificateId, String> {
        self.certificates.get(producer).copied().ok_or_else(|| format!("{producer} has no certificate"))
    }
}

/// A producer by its short name.
pub(super) fn producer(id: &str) -> Result<&'static Producer, String> {
    PRODUCERS.iter().find(|p| p.id == id).ok_or_else(|| format!("there is no producer {id}"))
}
