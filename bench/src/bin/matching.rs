//! Prints figure S5 as one line of JSON. Arguments: seed, rounds; 1 and 9 if left out.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let rounds = arguments.next().map_or(Ok(9), |rounds| rounds.parse())?;
    let figures = orebook_bench::matching::run(seed, rounds)?;
    println!("{}", serde_json::to_string(&figures)?);
    if figures.checksum_equal { Ok(()) } else { Err("the books disagree".into()) }
}
