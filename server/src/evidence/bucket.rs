//! Evidence in S3, or in what speaks its protocol. Three requests are all that is asked of it, each signed (SigV4) in its
//! address for a minute.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_registry::instruction::Digest;
use reqwest::blocking::{Body, Client, Response};
use reqwest::header::CONTENT_TYPE;
use rusty_s3::{Credentials, S3Action, UrlStyle};

use super::incoming::{Arrived, copy_hashed};
use super::settings::BucketSettings;
use super::storage::StorageError;
use crate::{cause, http};

/// How long a signature counts.
const SIGNED_FOR: Duration = Duration::from_secs(60);
/// How long a request may take, with its file.
const PATIENCE: Duration = Duration::from_secs(300);
/// What is read of an answer that explains a failure.
const WORDS_MAX: u64 = 500;
/// The digest that the storage compares with what it received.
const CHECKSUM: &str = "x-amz-checksum-sha256";

/// A bucket of evidence.
pub struct Bucket {
    bucket: rusty_s3::Bucket,
    credentials: Credentials,
    prefix: String,
    client: Client,
}

impl Bucket {
    pub(super) fn open(settings: &BucketSettings) -> Result<Self, String> {
        let failed = |why: String| format!("[evidence.s3]: {why}");
        let endpoint = settings.endpoint.parse().map_err(|error| failed(format!("endpoint: {error}")))?;
        let style = if settings.path_style { UrlStyle::Path } else { UrlStyle::VirtualHost };
        let bucket = rusty_s3::Bucket::new(endpoint, style, settings.bucket.clone(), settings.region.clone());
        let client = http::client().timeout(PATIENCE).build().map_err(|error| failed(error.to_string()))?;
        Ok(Self {
            bucket: bucket.map_err(|error| failed(error.to_string()))?,
            credentials: credentials(settings).map_err(failed)?,
            prefix: settings.prefix.clone(),
            client,
        })
    }

    fn name(&self, digest: Digest) -> String {
        format!("{}{digest}", self.prefix)
    }

    pub(super) fn put(&self, arrived: Arrived) -> Result<(), StorageError> {
        let name = self.name(arrived.digest);
        let checksum = STANDARD.encode(arrived.digest.0);
        let mut action = self.bucket.put_object(Some(&self.credentials), &name);
        action.headers_mut().insert(CHECKSUM, checksum.as_str());
        let mut file = arrived.file.reopen()?;
        file.rewind()?;
        let request = self.client.put(action.sign(SIGNED_FOR)).header(CHECKSUM, &checksum);
        let request = request.header(CONTENT_TYPE, "application/octet-stream");
        let answer = request.body(Body::sized(file, arrived.size)).send().map_err(failed)?;
        if answer.status().is_success() { Ok(()) } else { Err(refused(answer)) }
    }

    /// Writes a file to where it is wanted; answers its digest and size. Of a longer one no more than one part is read.
    pub(super) fn fetch(&self, digest: Digest, size: u64, to: &mut File) -> Result<(Digest, u64), StorageError> {
        let name = self.name(digest);
        let url = self.bucket.get_object(Some(&self.credentials), &name).sign(SIGNED_FOR);
        let mut answer = self.client.get(url).send().map_err(failed)?;
        match answer.status().as_u16() {
            200 => Ok(copy_hashed(&mut answer, to, size)?),
            404 => Err(StorageError::Damaged("no file".to_owned())),
            _ => Err(refused(answer)),
        }
    }

    /// The protocol does not tell whether there was one: it is looked for first.
    pub(super) fn remove(&self, digest: Digest) -> Result<bool, StorageError> {
        let name = self.name(digest);
        let url = self.bucket.head_object(Some(&self.credentials), &name).sign(SIGNED_FOR);
        let answer = self.client.head(url).send().map_err(failed)?;
        match answer.status().as_u16() {
            200 => {}
            404 => return Ok(false),
            _ => return Err(refused(answer)),
        }
        let url = self.bucket.delete_object(Some(&self.credentials), &name).sign(SIGNED_FOR);
        let answer = self.client.delete(url).send().map_err(failed)?;
        if answer.status().is_success() { Ok(true) } else { Err(refused(answer)) }
    }
}

fn credentials(settings: &BucketSettings) -> Result<Credentials, String> {
    let read = |path: &Path| {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok::<_, String>(text.trim().to_owned())
    };
    match (&settings.access_key_file, &settings.secret_key_file) {
        (Some(key), Some(secret)) => Ok(Credentials::new(read(key)?, read(secret)?)),
        _ => Credentials::from_env().ok_or_else(|| {
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set, and no files are named".to_owned()
        }),
    }
}

/// The address holds the signature: it is not told on.
fn failed(error: reqwest::Error) -> StorageError {
    StorageError::Failed(cause::told(&error.without_url()))
}

fn refused(answer: Response) -> StorageError {
    let status = answer.status();
    let mut words = Vec::new();
    let _ = answer.take(WORDS_MAX).read_to_end(&mut words);
    StorageError::Failed(format!("the bucket answered {status}: {}", String::from_utf8_lossy(&words).escape_debug()))
}
