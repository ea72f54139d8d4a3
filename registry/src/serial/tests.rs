use super::SerialBlock;

const PRINTED: [&str; 3] = [
    "OBK-GLD-CO-K7Q2-2026-0007-00000001-00000250-19",
    "OBK-GLD-CO-K7Q2-2026-0001-00000001.003000-00000003.411999-",
    "OBK-COB-CD-M4R9-2026-0001-00000001-00188400-",
];

/// The example without its check digits, completed by trying all of them: exactly one is accepted.
fn completed(text: &str) -> String {
    if text.parse::<SerialBlock>().is_ok() {
        return text.to_owned();
    }
    let accepted: Vec<String> =
        (0..100).map(|check| format!("{text}{check:02}")).filter(|t| t.parse::<SerialBlock>().is_ok()).collect();
    assert_eq!(accepted.len(), 1, "{text}");
    accepted[0].clone()
}

#[test]
fn a_block_prints_as_it_was_read() {
    for text in PRINTED {
        let text = completed(text);
        assert_eq!(text.parse::<SerialBlock>().unwrap().to_string(), text);
    }
}

#[test]
fn ends_inside_a_credit_carry_their_milligram() {
    let block: SerialBlock = completed(PRINTED[1]).parse().unwrap();
    assert_eq!((block.from, block.to), (3_000, 2_412_000));
    assert_eq!(block.mass().to_string(), "2.409");
}

#[test]
fn every_changed_character_is_refused() {
    for text in PRINTED.map(completed) {
        for at in 0..text.len() {
            for other in (0x20..0x7f_u8).filter(|c| *c != text.as_bytes()[at]) {
                let mut changed = text.clone().into_bytes();
                changed[at] = other;
                let changed = String::from_utf8(changed).unwrap();
                assert!(changed.parse::<SerialBlock>().is_err(), "{changed} for {text}");
            }
        }
    }
}

#[test]
fn every_swap_of_neighbours_is_refused() {
    for text in PRINTED.map(completed) {
        for at in 1..text.len() {
            let mut swapped = text.clone().into_bytes();
            swapped.swap(at - 1, at);
            if swapped != text.as_bytes() {
                let swapped = String::from_utf8(swapped).unwrap();
                assert!(swapped.parse::<SerialBlock>().is_err(), "{swapped} for {text}");
            }
        }
    }
}

#[test]
fn a_block_that_has_a_shorter_form_is_refused_in_the_longer_one() {
    for body in [
        "OBK-GLD-CO-K7Q2-2026-0007-00000001.000000-00000250.999999-",
        "OBK-GLD-CO-K7Q2-2026-0007-00000002-00000001-",
        "OBK-GLD-CO-K7Q2-2026-0007-00000000-00000001-",
    ] {
        assert!((0..100).all(|check| format!("{body}{check:02}").parse::<SerialBlock>().is_err()), "{body}");
    }
}
