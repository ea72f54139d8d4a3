//! A house with a declaration that names some files.

use std::path::PathBuf;

use orebook_registry::instruction::*;
use orebook_registry::values::DeclarationId;
use orebook_store::Location;
use orebook_tests::house::{Answer, House, Http};
use orebook_tests::scenario::{Actor, World, certification, declaration, value};

/// An assay report.
pub const REPORT: &[u8] = b"%PDF-1.7\n% assay of lots 1 to 7 \xe2\xe3\xcf\xd3\n1 0 obj << >> endobj\n%%EOF\n";
/// A table.
pub const TABLE: &[u8] = b"lot;gross;ppm\n1;0.4;920000\n2;0.6;915000\n";
/// What is not taken in.
pub const PROGRAM: &[u8] = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00";

/// The SHA-256 of a file.
pub fn digest(file: &[u8]) -> Digest {
    Digest(orebook_document::sha256(file))
}

/// A server, and a declaration of P1 by its mandated holder that names four files; the last is nowhere.
pub struct Stage {
    pub house: House,
    pub world: World,
    /// Holds the certificate of the declaration, and may declare.
    pub holder: Actor,
    /// Accredited.
    pub auditor: Actor,
    pub declaration: DeclarationId,
}

impl Stage {
    pub fn on(location: &Location) -> Self {
        Self::naming(location, &[REPORT, TABLE, PROGRAM, b"nowhere"])
    }

    pub fn naming(location: &Location, files: &[&[u8]]) -> Self {
        let (mut world, _) = World::issued();
        let holder = world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder]);
        let auditor = world.scenario.register("Ledger Auditors", "DE", &[Role::Auditor]);
        let mut terms = certification("CO-CHO", "10");
        terms.application.holder = Some(holder.id);
        terms.application.mandate = vec![MandatePower::Declare];
        terms.application.site = value("SITE-2");
        terms.grant.effective = value("2026-07-01");
        let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
        let certificate = world.certify(&clara, &cordillera, terms).unwrap();
        let mut house = House::of(location, world.scenario.clone());
        let act = Declare {
            evidence: files.iter().map(|file| digest(file)).collect(),
            ..declaration(certificate, "1", "0", ["2026-07-01", "2026-07-10"])
        };
        let declared = house.act(&holder, Act::Declare(act));
        assert_eq!(declared.status, 201, "{}", declared.body);
        let declaration = declared.text("/entry/events/0/certificate/declared/declaration").parse().unwrap();
        Self { house, world, holder, auditor, declaration }
    }

    /// As the producer.
    pub fn clara(&self) -> Http {
        self.house.member(&self.world.clara)
    }

    pub fn list(&self) -> String {
        format!("/v1/declarations/{}/evidence", self.declaration)
    }

    pub fn path(&self, file: &[u8]) -> String {
        format!("{}/{}", self.list(), digest(file))
    }

    /// Uploads a file under its digest.
    pub fn put(&self, http: &Http, file: &[u8]) -> Answer {
        http.send("PUT", &self.path(file), &[], file.to_vec())
    }

    /// The states of the files, in order.
    pub fn states(&self) -> Vec<String> {
        let answer = self.clara().get(&self.list());
        let items = answer.json["items"].as_array().unwrap_or_else(|| panic!("{}", answer.body)).clone();
        items.iter().map(|item| item["state"].as_str().unwrap().to_owned()).collect()
    }

    /// Starts the server anew with these settings.
    pub fn configured(&mut self, settings: &str) {
        std::fs::write(self.house.data().join("orebook.toml"), settings).unwrap();
        self.house.restart();
    }

    pub fn directory(&self) -> PathBuf {
        self.house.data().join("evidence")
    }

    /// Where a file stands.
    pub fn stored(&self, file: &[u8]) -> PathBuf {
        let name = digest(file).to_string();
        self.directory().join(&name[..2]).join(name)
    }

    /// Files that are on their way.
    pub fn arriving(&self) -> usize {
        std::fs::read_dir(self.directory().join("incoming")).unwrap().count()
    }
}
