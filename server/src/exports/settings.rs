//! When dumps are made, and how many are kept: `[exports]` in the configuration file.

use serde::Deserialize;

/// What is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The minute of the day, in UTC and by the wall's clock, after which the day's dump is made.
    pub daily_at: u32,
    /// So many are kept.
    pub keep: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    daily_at: String,
    #[serde(default = "a_month")]
    keep: usize,
}

fn a_month() -> usize {
    30
}

impl Settings {
    /// Reads the part of the file.
    pub fn of(value: toml::Value) -> Result<Settings, String> {
        let failed = |why: String| format!("[exports]: {why}");
        let file: File = value.try_into().map_err(|error: toml::de::Error| failed(error.to_string()))?;
        let daily_at = minute(&file.daily_at).ok_or_else(|| failed(format!("daily_at {}: as 02:00", file.daily_at)))?;
        if file.keep == 0 {
            return Err(failed("keep is 1 at least".to_owned()));
        }
        Ok(Settings { daily_at, keep: file.keep })
    }

    /// The same as it stands in the file.
    pub fn describe(&self) -> String {
        let (hour, minute) = (self.daily_at / 60, self.daily_at % 60);
        format!("[exports]\ndaily_at = \"{hour:02}:{minute:02}\"\nkeep = {}\n", self.keep)
    }
}

/// `02:00` → 120
fn minute(text: &str) -> Option<u32> {
    let (hour, minute) = text.split_once(':').filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2)?;
    let number = |digits: &str, end: u32| {
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u32>().ok()).flatten().filter(|n| *n < end)
    };
    Some(number(hour, 24)? * 60 + number(minute, 60)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_and_told_as_they_stand_in_the_file() {
        let of = |text: &str| Settings::of(text.parse::<toml::Table>().unwrap().into());
        let read = of("daily_at = \"02:05\"\nkeep = 7").unwrap();
        assert_eq!(read, Settings { daily_at: 125, keep: 7 });
        assert_eq!(of(read.describe().strip_prefix("[exports]\n").unwrap()), Ok(read));
        assert_eq!(of("daily_at = \"00:00\""), Ok(Settings { daily_at: 0, keep: 30 }));
        for wrong in ["24:00", "2:00", "02:60", "02-00", "+2:00", "", "02:00:00"] {
            assert!(of(&format!("daily_at = \"{wrong}\"")).is_err(), "{wrong}");
        }
        assert!(of("keep = 7").is_err() && of("daily_at = \"02:00\"\nkeep = 0").is_err());
    }
}
