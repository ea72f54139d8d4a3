//! The page for other verifiers' authors names what the code knows: every act, event, member, code and rule.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use orebook_registry::event::*;
use orebook_registry::instruction::*;
use orebook_registry::mineral::Mineral;
use orebook_verifier::rule;

const PAGE: &str = include_str!("../../docs/log-format.md");
const FORMS: [&str; 12] = [
    include_str!("../../registry/src/instruction/forms/party.rs"),
    include_str!("../../registry/src/instruction/forms/certificate.rs"),
    include_str!("../../registry/src/instruction/forms/credit.rs"),
    include_str!("../../registry/src/instruction/forms/money.rs"),
    include_str!("../../registry/src/instruction/forms/trade.rs"),
    include_str!("../../registry/src/instruction/forms/claim.rs"),
    include_str!("../../registry/src/event/forms/party.rs"),
    include_str!("../../registry/src/event/forms/certificate.rs"),
    include_str!("../../registry/src/event/forms/credit.rs"),
    include_str!("../../registry/src/event/forms/money.rs"),
    include_str!("../../registry/src/event/forms/trade.rs"),
    include_str!("../../registry/src/event/forms/claim.rs"),
];

fn word(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "public",
        Visibility::Members => "members",
    }
}

/// Rows that the page must have, and how many of that kind it has in all.
fn expect(rows: &[String], of_kind: impl Fn(&&str) -> bool) {
    for row in rows {
        assert!(PAGE.lines().any(|line| line.starts_with(row.as_str())), "docs/log-format.md has no row {row}");
    }
    assert_eq!(PAGE.lines().filter(of_kind).count(), rows.len(), "docs/log-format.md has a row too many");
}

#[test]
fn every_act_has_its_row_with_who_may_read_it() {
    let rows: Vec<String> =
        Act::TABLE.iter().map(|(act, visibility)| format!("| `{act}` | {} |", word(*visibility))).collect();
    expect(&rows, |line| line.starts_with("| `") && [" | public | ", " | members | "].iter().any(|v| cell(line, v)));
}

/// Whether the second cell of a row is this.
fn cell(line: &str, value: &str) -> bool {
    line.split("` | ").nth(1).is_some_and(|rest| format!(" | {rest}").starts_with(value))
}

#[test]
fn every_event_has_its_row_with_who_may_read_it() {
    let areas = [
        ("party", PartyEvent::TABLE),
        ("certificate", CertificateEvent::TABLE),
        ("credit", CreditEvent::TABLE),
        ("money", MoneyEvent::TABLE),
        ("trade", TradeEvent::TABLE),
        ("claim", ClaimEvent::TABLE),
    ];
    let row = |area: &str, (event, visibility): &(&str, Visibility)| {
        format!("| `{area}` | `{event}` | {} |", word(*visibility))
    };
    let rows: Vec<String> = areas.iter().flat_map(|(area, table)| table.iter().map(|event| row(area, event))).collect();
    expect(&rows, |line| areas.iter().any(|(area, _)| line.starts_with(&format!("| `{area}` | `"))));
}

/// The members of all forms, as the code declares them.
fn members(source: &str) -> Vec<String> {
    let body = source.split_once("\nforms! {").and_then(|(_, rest)| rest.split_once("\n}\n")).unwrap().0;
    let name = |line: &str| {
        let (before, _) = line.split_once(": ")?;
        let name = before.rsplit([' ', ',']).next()?;
        let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit());
        plain.then(|| name.to_owned())
    };
    let pieces = body.split("/**").map(|piece| piece.split_once("*/").map_or(piece, |(_, code)| code));
    let body: String = pieces.collect();
    let code = body.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    code.flat_map(|line| line.split(", ").filter_map(name).collect::<Vec<_>>()).collect()
}

#[test]
fn every_member_of_an_act_or_event_is_named() {
    let members: Vec<String> = FORMS.into_iter().flat_map(members).collect();
    assert!(members.len() > 200, "{}", members.len());
    for member in members {
        assert!(PAGE.contains(&format!("`{member}`")), "docs/log-format.md does not name the member {member}");
    }
}

#[test]
fn every_code_mineral_and_finding_is_named() {
    let mut words: Vec<&str> = rule::ALL.to_vec();
    words.extend(Role::ALL.iter().map(|code| code.word()));
    words.extend(Structure::ALL.iter().map(|code| code.word()));
    words.extend(KeyPurpose::ALL.iter().map(|code| code.word()));
    words.extend(OrganisationState::ALL.iter().map(|code| code.word()));
    words.extend(Level::ALL.iter().map(|code| code.word()));
    words.extend(Verification::ALL.iter().map(|code| code.word()));
    words.extend(Resale::ALL.iter().map(|code| code.word()));
    words.extend(MandatePower::ALL.iter().map(|code| code.word()));
    words.extend(WithdrawalCause::ALL.iter().map(|code| code.word()));
    words.extend(EquivalenceExtent::ALL.iter().map(|code| code.word()));
    words.extend(PayeeKind::ALL.iter().map(|code| code.word()));
    words.extend(InstalmentKind::ALL.iter().map(|code| code.word()));
    words.extend(TimeInForce::ALL.iter().map(|code| code.word()));
    words.extend(FootprintBasis::ALL.iter().map(|code| code.word()));
    words.extend(ClaimType::ALL.iter().map(|code| code.word()));
    words.extend(FindingOutcome::ALL.iter().map(|code| code.word()));
    words.extend(Severity::ALL.iter().map(|code| code.word()));
    words.extend(GrievanceDecision::ALL.iter().map(|code| code.word()));
    words.extend(GrievanceOutcome::ALL.iter().map(|code| code.word()));
    words.extend(CancelReason::ALL.iter().map(|code| code.word()));
    words.extend(HoldReason::ALL.iter().map(|code| code.word()));
    words.extend(HoldScope::ALL.iter().map(|code| code.word()));
    words.extend(CancellationReason::ALL.iter().map(|code| code.word()));
    words.extend(VoidReason::ALL.iter().map(|code| code.word()));
    words.extend(Wording::ALL.iter().map(|code| code.word()));
    words.extend(Mineral::all().map(Mineral::code));
    for word in words {
        assert!(PAGE.contains(&format!("`{word}`")), "docs/log-format.md does not name {word}");
    }
}

#[test]
fn the_table_of_two_persons_is_that_of_the_code() {
    use orebook_registry::party::{ALLOWED_WHILE_SUSPENDED, RECOVERY_KEY_SIGNS, two_persons};
    let (_, after) = PAGE.split_once("| act | second person |").unwrap();
    let rows: Vec<&str> = after.lines().skip(2).map(str::trim).take_while(|line| line.starts_with('|')).collect();
    let expected: Vec<String> =
        two_persons::TABLE.iter().map(|(act, rule)| format!("| `{act}` | {} |", rule.words())).collect();
    assert_eq!(rows, expected);
    let acts: Vec<&str> = Act::TABLE.iter().map(|(act, _)| *act).collect();
    let listed = two_persons::TABLE.iter().map(|(act, _)| act).chain(ALLOWED_WHILE_SUSPENDED).chain(RECOVERY_KEY_SIGNS);
    for act in listed {
        assert!(acts.contains(act), "{act} is no act");
    }
    let sentence = |words: &[&str]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let flat = PAGE.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(&sentence(ALLOWED_WHILE_SUSPENDED)), "{}", sentence(ALLOWED_WHILE_SUSPENDED));
    let (last, others) = RECOVERY_KEY_SIGNS.split_last().unwrap();
    assert!(flat.contains(&format!("{} and `{last}` only", sentence(others))), "{last}");
}
