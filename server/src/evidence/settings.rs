//! Where evidence is stored and how large a file may be: `[evidence]` in the configuration file.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Bytes of a file, unless configuration says otherwise: 25 MiB.
const SIZE_MAX: u64 = 25 * 1024 * 1024;

/// Where evidence is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Bytes of a file at the most.
    pub size_max: u64,
    /// The files, or, with a bucket, those that are on their way to and from it.
    pub directory: PathBuf,
    /// The bucket, if they stand in one.
    pub s3: Option<BucketSettings>,
}

/// A bucket of S3, or of what speaks its protocol.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BucketSettings {
    /// `https://…`, without the bucket.
    pub endpoint: String,
    /// Its name.
    pub bucket: String,
    /// Its region; some servers take any.
    pub region: String,
    /// What the names of the files begin with.
    #[serde(default)]
    pub prefix: String,
    /// `yes`: the bucket stands in the path, not in the host's name.
    #[serde(default)]
    pub path_style: bool,
    /// File with the id of the access key; without it, `AWS_ACCESS_KEY_ID`.
    pub access_key_file: Option<PathBuf>,
    /// File with the secret of the access key; without it, `AWS_SECRET_ACCESS_KEY`.
    pub secret_key_file: Option<PathBuf>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    size_max: Option<u64>,
    directory: Option<PathBuf>,
    s3: Option<BucketSettings>,
}

impl Settings {
    /// Reads the part of the file. Without one, evidence stands in the data directory.
    pub fn of(value: Option<toml::Value>, data: &Path) -> Result<Settings, String> {
        let failed = |why: String| format!("[evidence]: {why}");
        let file: Option<File> =
            value.map(toml::Value::try_into).transpose().map_err(|error| failed(error.to_string()))?;
        let file = file.unwrap_or_default();
        let size_max = file.size_max.unwrap_or(SIZE_MAX);
        if size_max == 0 {
            return Err(failed("size_max is at least 1".to_owned()));
        }
        if let Some(s3) = &file.s3 {
            s3.check().map_err(failed)?;
        }
        let directory = file.directory.unwrap_or_else(|| data.join("evidence"));
        Ok(Settings { size_max, directory, s3: file.s3 })
    }

    /// The same as it stands in the file.
    pub fn describe(&self) -> String {
        let head = format!(
            "[evidence]\nsize_max = {}\ndirectory = {:?}\n",
            self.size_max,
            self.directory.display().to_string()
        );
        head + &self.s3.as_ref().map(BucketSettings::describe).unwrap_or_default()
    }
}

impl BucketSettings {
    fn check(&self) -> Result<(), String> {
        if !self.endpoint.starts_with("https://") && !self.endpoint.starts_with("http://") {
            return Err(format!("s3.endpoint {}: begins with https:// or http://", self.endpoint));
        }
        // A name that climbs out of its directory would name another bucket's object.
        let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
        if !self.prefix.is_empty() && !self.prefix.trim_end_matches('/').split('/').all(plain) {
            return Err(format!("s3.prefix {}: words between single slashes", self.prefix));
        }
        if self.access_key_file.is_some() != self.secret_key_file.is_some() {
            return Err("s3.access_key_file and s3.secret_key_file stand together".to_owned());
        }
        Ok(())
    }

    fn describe(&self) -> String {
        let file = |name: &str, path: &Option<PathBuf>| {
            path.as_ref().map(|path| format!("{name} = {:?}\n", path.display().to_string())).unwrap_or_default()
        };
        format!(
            "\n[evidence.s3]\nendpoint = {:?}\nbucket = {:?}\nregion = {:?}\nprefix = {:?}\npath_style = {}\n{}{}",
            self.endpoint,
            self.bucket,
            self.region,
            self.prefix,
            self.path_style,
            file("access_key_file", &self.access_key_file),
            file("secret_key_file", &self.secret_key_file)
        )
    }
}
