//! Makes the day's dump in the background, by the server that leads. Whatever was missed, because no server was running
//! at the time, is made up for as soon as one leads on the same day.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use orebook_registry::values::{Date, Timestamp};

use super::settings::Settings;
use super::{days, write};
use crate::app::Shared;
use crate::rounds::Rounds;
use crate::view::rebuild;

/// The wall's clock may be set: it is looked at this often.
const LOOK: Duration = Duration::from_secs(60);
/// Until the server leads.
const SOON: Duration = Duration::from_millis(200);
/// After a failure.
const AGAIN: Duration = Duration::from_secs(600);

/// Starts the thread.
pub fn start(shared: Arc<Shared>, settings: Settings) -> std::io::Result<Rounds> {
    Rounds::start("exports", move || {
        if shared.sequencer.leads().is_err() {
            return SOON;
        }
        let Some(day) = due(wall(), settings.daily_at, &days(&shared.exports)) else { return LOOK };
        match make(&shared, day) {
            Ok(directory) => tracing::info!(directory = %directory.display(), "a public dump was made"),
            Err(error) => {
                tracing::warn!(%error, "a public dump could not be made");
                return AGAIN;
            }
        }
        forget(&shared.exports, settings.keep);
        LOOK
    })
}

fn wall() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_ms(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// The day whose dump is to be made now, if any.
fn due(now: Timestamp, daily_at: u32, there: &[Date]) -> Option<Date> {
    let day = now.date();
    let minute = (now.ms() - day.start().ms()) / 60_000;
    (minute >= i64::from(daily_at) && !there.contains(&day)).then_some(day)
}

/// The dump of the state as it is, under the name of a day.
fn make(shared: &Shared, day: Date) -> Result<PathBuf, String> {
    let directory = shared.exports.join(day.to_string());
    let published = shared.sequencer.published().ok_or("nothing was published yet")?;
    let last = published.checkpoint.size.checked_sub(1).ok_or("the log is empty")?;
    // Made again from the journal: to copy a large state would hold up every commit meanwhile.
    let registry = rebuild(shared, None, last).map_err(|problem| problem.detail)?;
    let written = shared.reader.snapshot(|read| write(&registry, read, &published, &directory));
    written.map(|_| directory).map_err(|error| error.to_string())
}

/// Removes the oldest.
fn forget(exports: &Path, keep: usize) {
    for day in days(exports).into_iter().skip(keep) {
        if let Err(error) = std::fs::remove_dir_all(exports.join(day.to_string())) {
            tracing::warn!(%error, %day, "an old public dump could not be removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dump_is_due_once_a_day_from_its_minute_on() {
        let day: Date = "2026-11-28".parse().unwrap();
        let rows: [(&str, &[&str], bool); 6] = [
            ("2026-11-28T01:59:59.999Z", &[], false),
            ("2026-11-28T02:00:00.000Z", &[], true),
            ("2026-11-28T23:59:59.999Z", &["2026-11-27"], true),
            ("2026-11-28T02:00:00.000Z", &["2026-11-28"], false),
            ("2026-11-28T02:00:00.000Z", &["2026-11-28", "2026-11-27"], false),
            ("2026-11-28T02:00:00.000Z", &["2026-11-29"], true),
        ];
        for (now, there, expected) in rows {
            let there: Vec<Date> = there.iter().map(|day| day.parse().unwrap()).collect();
            assert_eq!(due(now.parse().unwrap(), 120, &there), expected.then_some(day), "{now} {there:?}");
        }
    }
}
