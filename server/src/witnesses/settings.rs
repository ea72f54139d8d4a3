//! Which witnesses are asked, and how many of them must have cosigned: `[witnesses]` in the configuration file.

use std::time::Duration;

use orebook_tlog::WitnessKey;
use serde::Deserialize;

/// Who is asked to cosign checkpoints.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How many cosignatures make a checkpoint witnessed.
    pub quorum: usize,
    /// Witnesses are asked at most this often.
    pub every: Duration,
    /// The witnesses.
    pub witnesses: Vec<Witness>,
}

/// One witness.
#[derive(Debug, Clone)]
pub struct Witness {
    /// Its verifier key, whose name is the witness's.
    pub key: WitnessKey,
    /// Its submission prefix: `add-checkpoint` is asked below it.
    pub url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    quorum: usize,
    #[serde(default = "a_minute")]
    every_seconds: u64,
    witness: Vec<WitnessFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WitnessFile {
    key: String,
    url: String,
}

fn a_minute() -> u64 {
    60
}

impl Settings {
    /// Reads the part of the file.
    pub fn of(value: toml::Value) -> Result<Settings, String> {
        let failed = |why: String| format!("[witnesses]: {why}");
        let file: File = value.try_into().map_err(|error: toml::de::Error| failed(error.to_string()))?;
        let witnesses = file.witness.into_iter().map(Witness::of).collect::<Result<Vec<_>, _>>().map_err(failed)?;
        let mut names: Vec<&str> = witnesses.iter().map(|witness| witness.key.name()).collect();
        names.sort_unstable();
        names.dedup();
        if names.len() != witnesses.len() {
            return Err(failed("each witness stands there once".to_owned()));
        }
        if !(1..=witnesses.len()).contains(&file.quorum) {
            return Err(failed(format!("quorum is 1 to the number of witnesses, {}", witnesses.len())));
        }
        let every = Duration::from_secs(file.every_seconds.max(1));
        Ok(Settings { quorum: file.quorum, every, witnesses })
    }

    /// The same as it stands in the file.
    pub fn describe(&self) -> String {
        let witness = |w: &Witness| format!("\n[[witnesses.witness]]\nkey = \"{}\"\nurl = \"{}\"\n", w.key, w.url);
        let head = format!("[witnesses]\nquorum = {}\nevery_seconds = {}\n", self.quorum, self.every.as_secs());
        head + &self.witnesses.iter().map(witness).collect::<String>()
    }
}

impl Witness {
    fn of(file: WitnessFile) -> Result<Witness, String> {
        let key = file.key.parse().map_err(|error| format!("key {}: {error}", file.key))?;
        let url = file.url.trim_end_matches('/').to_owned();
        match url.starts_with("https://") || url.starts_with("http://") {
            true => Ok(Witness { key, url }),
            false => Err(format!("url {url}: begins with https:// or http://")),
        }
    }
}
