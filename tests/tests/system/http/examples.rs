//! The examples of docs/api.md, as they stand there: each is put to a real server, and answers its question.

use std::process::Command;

use orebook_registry::instruction::*;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::World;

const PAGE: &str = include_str!("../../../../docs/api.md");

/// The examples of the sections on look-ups and grievances.
fn examples() -> Vec<&'static str> {
    let from = PAGE.find("## Looking things up").unwrap();
    let to = PAGE.find("## Dumps").unwrap();
    PAGE[from..to].lines().filter(|line| line.starts_with("curl -s ")).collect()
}

/// Has a shell cut an example into its arguments, with the variables that it names, and sends what curl would.
fn ask(house: &House, example: &str, variables: &[(&str, String)]) -> Answer {
    let script = example.replacen("curl -s", "printf '%s\\n'", 1);
    assert_ne!(script, example, "{example}");
    let variables = variables.iter().map(|(name, value)| (*name, value.as_str()));
    let output = Command::new("sh").args(["-u", "-c", &script]).envs(variables).output().unwrap();
    assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let (mut headers, mut body, mut path) = (Vec::new(), None, "");
    let mut arguments = text.lines();
    while let Some(argument) = arguments.next() {
        match argument {
            "-H" => headers.push(arguments.next().unwrap().split_once(": ").unwrap()),
            "-d" => body = arguments.next(),
            url => path = url.strip_prefix(house.http.url()).unwrap_or_else(|| panic!("{url} in {example}")),
        }
    }
    let method = if body.is_some() { "POST" } else { "GET" };
    house.http.send(method, path, &headers, body.unwrap_or("").as_bytes().to_vec())
}

#[test]
fn the_examples_of_the_page_answer_their_questions() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "1", "4200.00"));
        let mut house = House::of(location, world.scenario.clone());
        house.act(&clara, Act::PlaceSellOrder(offer));
        let bought = house.act(&lumen, Act::PlaceBuyOrder(bid)).text("/last").to_owned();
        let world = World { scenario: house.scenario.clone(), ..world };
        let blocks = world.blocks(lumen.account, batch, "0.5");
        let serial = blocks[0].to_string();
        house.act(&lumen, Act::Retire(world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}))));
        let retirement = house.get("/v1/retirements").text("/items/0/id").to_owned();
        let variables = [
            ("URL", house.http.url().to_owned()),
            ("SERIAL", serial),
            ("N", bought),
            ("BATCH", batch.to_string()),
            ("PRODUCER", clara.id.to_string()),
            ("RETIREMENT", retirement),
        ];
        // What each answer must tell, in the order of the page.
        let told: [&[&str]; 10] = [
            &[r#""state":"available""#, &format!(r#""holder":"{}""#, lumen.id)],
            &[r#""state":"retired""#, r#""event":"issued""#, "Lumen & Vale Jewellery"],
            &[r#""what":"retired""#],
            &[r#""mass_of_batch":"0.5""#, "Lumen & Vale Jewellery"],
            &[r#""state":"retired""#, r#""mass":"0.5""#],
            &[r#""maximum":"45""#, r#""issued":"12.412""#, r#""sold":"1""#, r#""retired":"0.5""#],
            &[r#""retired":"0.5""#, &format!(r#""id":"{batch}""#)],
            &[r#""mineral":"GLD""#, r#""countries":["CO"]"#],
            &["beneficiary,claim,countries,flag,id", "Lumen & Vale Jewellery"],
            &[r#""receipt":"#, r#""triage_due":"#],
        ];
        let summary: &[&str] = &[r#""filed":"1""#, r#""awaiting":"1""#];
        let told: Vec<&[&str]> = told.into_iter().chain([summary]).collect();
        let examples = examples();
        assert_eq!(examples.len(), told.len(), "{examples:#?}");
        for (example, told) in examples.iter().zip(told) {
            let answer = ask(&house, example, &variables);
            assert!([200, 201].contains(&answer.status), "{example}: {}", answer.body);
            for expected in told {
                assert!(answer.body.contains(expected), "{example}: no {expected} in {}", answer.body);
            }
        }
        house.audit();
    });
}
