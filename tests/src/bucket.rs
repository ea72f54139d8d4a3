//! A real server of S3's protocol (s3s on a directory), which checks every signature.

use std::path::{Path, PathBuf};

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// The bucket's name.
pub const NAME: &str = "orebook-evidence";
/// Id of its access key.
pub const KEY: &str = "AKIAOREBOOKTESTS";
/// Secret of its access key.
pub const SECRET: &str = "a secret of the tests/and+nobody=else";

/// A bucket that listens, until it is dropped.
pub struct Bucket {
    root: TempDir,
    url: String,
    _runtime: Runtime,
}

impl Bucket {
    /// An empty bucket.
    ///
    /// # Panics
    /// If it cannot listen.
    pub fn start() -> Self {
        let root = tempfile::tempdir().expect("a temporary directory");
        std::fs::create_dir(root.path().join(NAME)).expect("a bucket");
        let files = FileSystem::new(root.path()).expect("a directory");
        let mut builder = S3ServiceBuilder::new(files);
        builder.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let service = builder.build();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).expect("it listens");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        runtime.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let service = TowerToHyperService::new(service.clone());
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        });
        Self { root, url, _runtime: runtime }
    }

    /// Where it is asked.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The directory in which its objects stand.
    pub fn objects(&self) -> PathBuf {
        self.root.path().join(NAME)
    }

    /// A file for its object of a name.
    pub fn object(&self, name: &str) -> PathBuf {
        self.objects().join(Path::new(name))
    }
}
