//! The migrations are compiled into the crate, and cargo does not see files a macro reads:
//! without these lines a new migration would be missing from the program until some source changed.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../migrations/sqlite");
    println!("cargo::rerun-if-changed=../migrations/postgres");
}
