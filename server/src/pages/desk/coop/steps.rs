//! The answers of a declaration, step by step. They stand in the address, so that a reload, the way back, a lost
//! connection and a colleague find them; nothing of them is kept here.

use orebook_registry::instruction::Act;
use orebook_registry::values::{CertificateId, Date, Mass, Ppm};

use super::grade;
use crate::pages::act::asked::{Asked, escaped, number};
use crate::pages::act::form::Form;
use crate::pages::act::read;

/// The last step: everything at a glance.
pub const LAST: u8 = 5;
/// Files at the most, as the register takes them.
const FILES_MAX: usize = 20;

/// The names of a step's answers.
pub const fn fields(step: u8) -> &'static [&'static str] {
    match step {
        1 => &["certificate", "period_from", "period_to"],
        2 => &["gross", "grade", "percent"],
        3 => &["sold_physically"],
        4 => &["evidence", "exclusive"],
        _ => &[],
    }
}

/// An answer that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// In this step.
    pub step: u8,
    /// The answer's name.
    pub name: &'static str,
    /// The id of what is said.
    pub what: &'static str,
}

/// What was answered so far, as far as it can be read.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    pub certificate: Option<CertificateId>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub gross: Option<Mass>,
    pub ppm: Option<Ppm>,
    pub sold: Option<Mass>,
    pub evidence: Vec<String>,
    pub exclusive: bool,
    pub faults: Vec<Fault>,
}

impl Answers {
    /// Of a query.
    pub fn of(asked: &Asked) -> Self {
        let mut all = Self::default();
        all.certificate = all.read(1, "certificate", asked.get("certificate").map(|id| id.parse().ok()), "fault-one");
        all.from = all.read(1, "period_from", asked.get("period_from").map(|day| day.parse().ok()), "fault-day");
        all.to = all.read(1, "period_to", asked.get("period_to").map(|day| day.parse().ok()), "fault-day");
        let mass = |name| asked.get(name).map(|text| number(text).parse().ok());
        all.gross = all.read(2, "gross", mass("gross"), "fault-mass");
        match grade::ppm(asked) {
            Ok(ppm) => all.ppm = all.read(2, "grade", ppm.map(Some), "fault-missing"),
            Err(what) => all.fault(2, "grade", if what == "one" { "fault-one" } else { what }),
        }
        all.sold = all.read(3, "sold_physically", mass("sold_physically"), "fault-mass");
        for digest in asked.all("evidence").flat_map(|text| text.split([' ', '\n', '\r', '\t', ',', ';'])) {
            if !digest.is_empty() && !all.evidence.iter().any(|one| one == digest) {
                all.evidence.push(digest.to_owned());
            }
        }
        let is_digest = |text: &String| text.parse::<orebook_registry::instruction::Digest>().is_ok();
        match all.evidence.len() {
            0 => all.fault(4, "evidence", "coop-fault-no-file"),
            1..=FILES_MAX if all.evidence.iter().all(is_digest) => {}
            1..=FILES_MAX => all.fault(4, "evidence", "fault-digest"),
            _ => all.fault(4, "evidence", "coop-fault-many-files"),
        }
        all.exclusive = asked.get("exclusive") == Some("yes");
        if !all.exclusive {
            all.fault(4, "exclusive", "coop-fault-exclusive");
        }
        all
    }

    fn fault(&mut self, step: u8, name: &'static str, what: &'static str) {
        self.faults.push(Fault { step, name, what });
    }

    /// An answer, or the fault of what stands in its place.
    fn read<T>(&mut self, step: u8, name: &'static str, read: Option<Option<T>>, what: &'static str) -> Option<T> {
        match read {
            Some(Some(answer)) => return Some(answer),
            Some(None) => self.fault(step, name, what),
            None => self.fault(step, name, "fault-missing"),
        }
        None
    }

    /// The first step before this one in which something is missing or wrong.
    pub fn first_faulty_before(&self, step: u8) -> Option<u8> {
        self.faults.iter().map(|fault| fault.step).filter(|at| *at < step).min()
    }

    /// Where one goes on from a step: to the end, if all behind it is answered already.
    pub fn next(&self, step: u8) -> u8 {
        let later = self.faults.iter().any(|fault| fault.step > step);
        if later { step + 1 } else { LAST }
    }

    /// Fine mass, as the register reckons it.
    pub fn fine(&self) -> Option<Mass> {
        Some(self.ppm?.fine(self.gross?))
    }

    /// The fields of the act. What is answered after a step is stood in for by what no rule minds, so that the rules
    /// can be asked about the answers up to it.
    pub fn to_query(&self, until: u8) -> Option<String> {
        let (mut gross, mut ppm, mut sold) = ("0.001".to_owned(), "1000000".to_owned(), "0".to_owned());
        let mut evidence = "0".repeat(64);
        if until >= 2 {
            (gross, ppm) = (self.gross?.to_string(), self.ppm?.to_string());
        }
        if until >= 3 {
            sold = self.sold?.to_string();
        }
        if until >= 4 {
            evidence = self.evidence.join(" ");
        }
        Some(format!(
            "certificate={}&period_from={}&period_to={}&gross={gross}&ppm={ppm}&sold_physically={sold}&evidence={}&exclusive=yes",
            self.certificate?,
            self.from?,
            self.to?,
            escaped(&evidence)
        ))
    }

    /// The act of the answers up to a step.
    pub fn act(&self, until: u8) -> Option<Act> {
        let asked = Asked::of(&self.to_query(until)?).ok()?;
        read::act(Form::of("declare")?, &asked).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "certificate=crt_01KJRE3SG0000000000000000A&period_from=2026-07-01&period_to=2026-09-30";

    fn answers(query: &str) -> Answers {
        Answers::of(&Asked::of(query).unwrap())
    }

    #[test]
    fn one_is_led_to_the_first_step_that_lacks_an_answer() {
        let digest = "ab".repeat(32);
        for (query, step, faulty, next) in [
            (String::new(), 5, Some(1), 2),
            (FIRST.to_owned(), 2, None, 2),
            (FIRST.to_owned(), 5, Some(2), 2),
            (format!("{FIRST}&gross=2,409&percent=92"), 3, None, 2),
            (format!("{FIRST}&gross=2,409&percent=920"), 3, Some(2), 2),
            (format!("{FIRST}&gross=2.4&grade=750000&sold_physically=0&evidence={digest}&exclusive=yes"), 5, None, 5),
            (format!("{FIRST}&gross=2.4&grade=750000&sold_physically=0&evidence={digest}"), 5, Some(4), 2),
        ] {
            let answers = answers(&query);
            assert_eq!((answers.first_faulty_before(step), answers.next(1)), (faulty, next), "{query}");
        }
    }

    #[test]
    fn the_rules_are_asked_about_what_is_answered_so_far() {
        let some = answers(&format!("{FIRST}&gross=2,409&grade=916667"));
        assert_eq!(some.fine().unwrap().to_string(), "2.20825");
        assert!(matches!(some.act(1), Some(Act::Declare(declare)) if declare.gross.to_string() == "0.001"));
        assert!(matches!(some.act(2), Some(Act::Declare(declare)) if declare.gross.to_string() == "2.409"));
        assert!(some.act(3).is_none());
    }
}
