//! `bench [s1 … s10 kinds proof due access letters pages overload sizes lag memory]`: one line of JSON a figure, all of them
//! when none is named.

use orebook_bench::figure::Settings;
use orebook_bench::{
    Outcome, access, blocks, growth, lag, letters, matching, memory, overload, pages, proofs, reading, replay, sizes,
    verifying, versus, words,
};

const ALL: [&str; 20] = [
    "s1", "s2", "s3", "s4", "s5", "kinds", "s6", "s7", "s8", "s9", "s10", "proof", "due", "access", "letters", "pages",
    "overload", "sizes", "lag", "memory",
];

/// That of the server, for either side.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Outcome<()> {
    let settings = Settings::of_environment();
    if let [_, verify, archive, key] = std::env::args().collect::<Vec<_>>().as_slice()
        && verify == verifying::VERIFY
    {
        return verifying::verify_and_tell(archive.as_ref(), key);
    }
    let mut names: Vec<String> = std::env::args().skip(1).map(|name| name.to_lowercase()).collect();
    if names.is_empty() {
        names = ALL.map(str::to_owned).to_vec();
    }
    for name in &names {
        match name.as_str() {
            "s1" => versus::per_request("S1", "postgresql", &settings)?,
            "s2" => versus::per_request("S2", "sqlite", &settings)?,
            "s3" => versus::bare(&settings)?,
            "s4" => versus::disk(&settings)?,
            "s5" => matching_figure(&settings)?,
            "kinds" => matching::selective::run(&settings)?,
            "s6" => reading::run(&settings)?,
            "s7" => growth::run(&settings)?,
            "s8" => replay::run(&settings)?,
            "s9" => blocks::run(&settings)?,
            "s10" => verifying::run(&settings)?,
            "proof" => proofs::run(&settings)?,
            "letters" => letters::run(&settings)?,
            "overload" => overload::run(&settings)?,
            "sizes" => sizes::run(&settings)?,
            "lag" => lag::run(&settings)?,
            "memory" => memory::run(&settings)?,
            "pages" => pages::run(&settings)?,
            "access" => access::run(&settings)?,
            "due" => blocks::run_due(&settings)?,
            other => return Err(format!("no figure is called {other}: {}", ALL.join(" "))),
        }
    }
    Ok(())
}

fn matching_figure(settings: &Settings) -> Outcome<()> {
    let figures = matching::run(settings.seed, settings.rounds).map_err(words)?;
    settings.print(&figures)?;
    if figures.checksum_equal { Ok(()) } else { Err("S5: the books disagree".to_owned()) }
}
