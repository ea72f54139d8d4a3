//! How many grievances there are of which kind, and how many of them were taken up in time: counted by the database in
//! one statement, so that no case is carried out of it.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::reader::Reading;

/// By when a case must be taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TriageRule {
    /// Working days, Monday to Friday in UTC, after the day of the filing.
    pub working_days: u32,
    /// Hours after the filing, for the grave kinds.
    pub grave_hours: u32,
    /// The grave kinds: plain words.
    pub grave: [&'static str; 2],
}

/// Cases that have all of this in common.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct GrievanceCount {
    /// What kind.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// 1 where an entry of the log took it up, else 0.
    #[diesel(sql_type = BigInt)]
    pub triaged: i64,
    /// 1 where that came after its deadline, or has not come by now and should have, else 0.
    #[diesel(sql_type = BigInt)]
    pub late: i64,
    /// How many.
    #[diesel(sql_type = BigInt)]
    pub cases: i64,
}

impl Reading<'_> {
    /// Counts the grievances by kind and by whether they were taken up in time, as of a moment.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn grievance_counts(&mut self, rule: &TriageRule, now: i64) -> Result<Vec<GrievanceCount>, StoreError> {
        let statement = diesel::sql_query(statement(rule, now));
        Ok(match self.connection {
            AnyConnection::Postgres(connection) => statement.load(connection)?,
            AnyConnection::Sqlite(connection) => statement.load(connection)?,
        })
    }
}

/// The statement that both databases understand. Both cut a quotient of whole numbers off towards zero.
///
/// The entry that took a case up names its digest, so it is found by the key of `subject`. Day 0, the first of 1970, was
/// a Thursday: `(day + 3) % 7` is 0 on Mondays. From a weekday `w`, `n` working days are `n + 2 * ((w + n) / 5)` days;
/// what is filed at a weekend counts from the Friday before.
fn statement(rule: &TriageRule, now: i64) -> String {
    let TriageRule { working_days, grave_hours, grave: [one, other] } = rule;
    format!(
        "select kind, triaged, late, count(*) as cases from (
            select kind,
                cast(case when at is null then 0 else 1 end as bigint) as triaged,
                cast(case when coalesce(at, {now}) > case
                    when kind in ('{one}', '{other}') then filed_at + {grave_hours} * cast(3600000 as bigint)
                    else (day - beyond + {working_days} + 2 * ((weekday - beyond + {working_days}) / 5) + 1)
                        * cast(86400000 as bigint)
                    end then 1 else 0 end as bigint) as late
            from (
                select kind, filed_at, at, day, weekday,
                    case when weekday > 4 then weekday - 4 else 0 end as beyond
                from (
                    select g.kind, g.filed_at, g.filed_at / 86400000 as day, (g.filed_at / 86400000 + 3) % 7 as weekday,
                        (select min(j.time) from subject s join journal j on j.sequence = s.sequence
                            where s.subject = g.digest and j.kind = 'triage_grievance') as at
                    from grievance g
                ) filed
            ) timed
        ) judged
        group by kind, triaged, late
        order by kind, triaged, late"
    )
}
