//! By when a grievance must be triaged: working days, Monday to Friday in UTC; hours where people are in danger.

use orebook_registry::instruction::RegisterParameters;
use orebook_registry::values::{Date, Timestamp};
use orebook_store::TriageRule;

use super::KINDS;

/// The moment by which a case must be triaged: the end of so many working days after the day of its filing, or so many
/// hours after it where violence or children are alleged.
pub fn triage_due(filed_at: Timestamp, kind: &str, parameters: &RegisterParameters) -> Timestamp {
    if KINDS[..2].contains(&kind) {
        return filed_at.plus_seconds(i64::from(parameters.triage_grave_hours.0) * 3600);
    }
    let mut day = filed_at.date();
    for _ in 0..parameters.triage_days.0 {
        day = next_working_day(day);
    }
    day.end()
}

/// The same rule, for the database to count by.
pub fn triage_rule(parameters: &RegisterParameters) -> TriageRule {
    let RegisterParameters { triage_days, triage_grave_hours, .. } = parameters;
    let (working_days, grave_hours) = (u32::from(triage_days.0), u32::from(triage_grave_hours.0));
    TriageRule { working_days, grave_hours, grave: [KINDS[0], KINDS[1]] }
}

fn next_working_day(day: Date) -> Date {
    let mut next = day.plus_days(1);
    while is_weekend(next) {
        next = next.plus_days(1);
    }
    next
}

fn is_weekend(day: Date) -> bool {
    const THURSDAY: i64 = 3;
    // 1970 began on a Thursday.
    let days = day.days_since(Timestamp::from_ms(0).date());
    (days + THURSDAY).rem_euclid(7) >= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_days_leave_the_weekend_out_and_danger_does_not() {
        let parameters = RegisterParameters::default();
        for (filed, kind, due) in [
            ("2026-07-13T09:00:00.000Z", "payment", "2026-07-16T00:00:00.000Z"), // Monday → Wednesday
            ("2026-07-16T09:00:00.000Z", "payment", "2026-07-21T00:00:00.000Z"), // Thursday → Monday
            ("2026-07-17T23:59:00.000Z", "payment", "2026-07-22T00:00:00.000Z"), // Friday → Tuesday
            ("2026-07-18T09:00:00.000Z", "payment", "2026-07-22T00:00:00.000Z"), // Saturday → Tuesday
            ("2026-07-18T09:00:00.000Z", "violence", "2026-07-19T09:00:00.000Z"), // hours run on Sundays
            ("2026-07-18T09:00:00.000Z", "children", "2026-07-19T09:00:00.000Z"),
            ("2026-07-18T09:00:00.000Z", "forced_labour", "2026-07-22T00:00:00.000Z"),
        ] {
            let filed: Timestamp = filed.parse().unwrap();
            assert_eq!(triage_due(filed, kind, &parameters).to_string(), due, "{filed} {kind}");
        }
    }
}
