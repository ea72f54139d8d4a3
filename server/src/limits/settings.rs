//! How much is served to whom: `[limits]` in the configuration file.

use std::num::NonZeroU32;
use std::time::Duration;

use serde::Deserialize;

use super::{Class, Network};

/// So many requests at once, and as many again, evenly, in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Requests.
    pub requests: NonZeroU32,
    /// Seconds.
    pub seconds: NonZeroU32,
}

impl Quota {
    const fn a_minute(requests: u32) -> Self {
        let requests = match NonZeroU32::new(requests) {
            Some(requests) => requests,
            None => NonZeroU32::MIN,
        };
        Self { requests, seconds: NonZeroU32::MIN.saturating_add(59) }
    }

    /// After this time one more request is served.
    pub fn period(&self) -> Duration {
        Duration::from_secs(self.seconds.get().into()) / self.requests.get()
    }
}

/// What is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Whose word about the address of a client is believed.
    pub proxies: Vec<Network>,
    /// Addresses that have a bucket of their own, of each class and generation.
    pub clients_max: usize,
    /// In the order of [`Class::ALL`].
    quotas: [Quota; Class::ALL.len()],
}

impl Default for Settings {
    /// Generous: a person never meets them, and a program that polls each second does not either.
    fn default() -> Self {
        let quotas = [1_200, 2_400, 1_200, 120, 30].map(Quota::a_minute);
        Self { proxies: Vec::new(), clients_max: 20_000, quotas }
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    off: bool,
    proxies: Vec<String>,
    clients_max: Option<usize>,
    public_reads: Option<Quota>,
    private_reads: Option<Quota>,
    writes: Option<Quota>,
    costly: Option<Quota>,
    sensitive: Option<Quota>,
}

impl Settings {
    /// Reads the part of the file; nothing when it turns them off.
    pub fn of(value: Option<toml::Value>) -> Result<Option<Settings>, String> {
        let failed = |why: String| format!("[limits]: {why}");
        let Some(value) = value else { return Ok(Some(Settings::default())) };
        let file: File = value.try_into().map_err(|error: toml::de::Error| failed(error.to_string()))?;
        let proxies = file.proxies.iter().map(|proxy| proxy.parse()).collect::<Result<_, _>>().map_err(failed)?;
        let own = Settings::default();
        let asked = [file.public_reads, file.private_reads, file.writes, file.costly, file.sensitive];
        let mut quotas = own.quotas;
        for (quota, asked) in quotas.iter_mut().zip(asked) {
            *quota = asked.unwrap_or(*quota);
        }
        let clients_max = file.clients_max.unwrap_or(own.clients_max);
        Ok((!file.off).then_some(Settings { proxies, clients_max, quotas }))
    }

    /// The quota of a class.
    pub fn quota(&self, class: Class) -> Quota {
        self.quotas[class as usize]
    }

    /// The same as it stands in the file.
    pub fn describe(settings: Option<&Settings>) -> String {
        let Some(settings) = settings else { return "[limits]\noff = true\n".to_owned() };
        let proxies: Vec<String> = settings.proxies.iter().map(|proxy| format!("\"{proxy}\"")).collect();
        let quota = |class: Class| {
            let Quota { requests, seconds } = settings.quota(class);
            format!("{} = {{ requests = {requests}, seconds = {seconds} }}\n", class.word())
        };
        let head = format!("[limits]\nproxies = [{}]\nclients_max = {}\n", proxies.join(", "), settings.clients_max);
        head + &Class::ALL.into_iter().map(quota).collect::<String>()
    }
}
