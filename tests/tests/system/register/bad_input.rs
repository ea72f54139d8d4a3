//! What is refused of the acts on orders, deals and payouts: each by its name, with nothing booked.

use orebook_tests::script::{Script, stage};

/// An offer, a bid and a restricted bid at rest; a deal proposed and one accepted; a deposit of nobody's; payouts
/// planned, approved, instructed and settled.
fn set() -> Script {
    let mut world = stage();
    world.sisters = world.scenario.with_second_signer(&world.sisters.clone());
    let mut script = Script::upon(world);
    script.plays(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        offer   clara    O2 B1 1@4300                  ok
        bid     lumen    U2 0.5@4100                   ok escrow 2070.50
        bid     perrin   U3 0.5@4100 only:ZW           ok escrow 2070.50
        deal    clara    D1 sell lumen B1 1@4200       ok
        deal    perrin   D2 buy clara B1 1@4200        ok escrow 4242.00
        accept  clara    D2                            ok waits until 2026-07-14
        unknown operator X1 100 BANK-1                 ok
        details operator phone sisters/1               ok
        details lumen    bank                          ok
        payout  operator P1 100 sisters/1 sisters      ok
        payout  operator P2 100 sisters/1 sisters      ok
        payout  operator P3 100 sisters/1 sisters      ok
        take    lumen    P4 100                        ok
        approve operator F2 P2 phone                   ok
        approve operator F3 P3 phone                   ok
        instruct operator F3                           ok
        report  operator P3 accepted                   ok
        report  operator P3 settled MOMO-1             ok
    ",
    );
    script
}

/// Asks each line upon a copy; what it is refused with, and that the state is the very same.
fn are_refused(set: &Script, rows: &[(&str, &str)]) {
    let before = set.world.scenario.registry.dump();
    for (line, code) in rows {
        let mut script = set.clone();
        assert_eq!(script.asks(line), *code, "{line}");
        assert!(script.world.scenario.registry.dump() == before, "{line} changed the state");
    }
}

#[test]
fn what_is_another_roles_is_refused_whoever_else_asks() {
    let acts = [
        "halt {} price",
        "reopen {}",
        "floor {} 4100",
        "unknown {} X9 1 BANK-9",
        "assign {} X1 lumen",
        "recall {} X1 BANK-9",
        "charge {} 1 BANK-9",
        "correct {} 1 fees suspense",
        "reconcile {} 2026-07-13 1",
        "payout {} P9 1 sisters/1 sisters",
        "approve {} F9 P1 phone",
        "instruct {} F2",
        "report {} P3 returned BANK-9",
        "refund {} sisters",
    ];
    let set = set();
    let asked: Vec<String> = acts
        .iter()
        .flat_map(|act| ["lumen", "clara", "sisters", "acacia"].map(|actor| act.replace("{}", actor)))
        .collect();
    let mut rows: Vec<(&str, &str)> = asked.iter().map(|line| (line.as_str(), "role_is_required")).collect();
    rows.extend([
        ("offer lumen O9 B1 1@4300 fok", "role_is_required"),
        ("offer operator O9 B1 1@4300", "role_is_required"),
        ("bid clara U9 1@4300 fok", "role_is_required"),
        ("bid operator U9 1@4300 only:CO", "role_is_required"),
        ("bid acacia U9 1@4300", "role_is_required"),
        ("deal lumen D9 sell perrin B1 1@4200", "role_is_required"),
        ("deal clara D9 buy sisters B2 1@4200", "role_is_required"),
        ("deal operator D9 sell lumen B1 1@4200", "role_is_required"),
        ("details lumen bank sisters/1", "role_is_required"),
    ]);
    are_refused(&set, &rows);
}

#[test]
fn what_is_anothers_or_nobodys_does_not_exist() {
    are_refused(
        &set(),
        &[
            ("reduce perrin U2 0.1", "must_exist"),
            ("reduce operator U2 0.1", "must_exist"),
            ("reduce lumen U9 0.1", "must_exist"),
            ("reduce sisters O2 0.1", "must_exist"),
            ("cancel perrin U2", "must_exist"),
            ("cancel operator U9", "must_exist"),
            ("offer sisters O9 B1 1@4300", "must_exist"),
            ("bid lumen U9 1@4300 only:perrin", "must_exist"),
            ("deal sisters D9 sell lumen B1 1@4200", "must_exist"),
            ("deal lumen D9 buy sisters B1 1@4200", "must_exist"),
            ("deal clara D9 sell cordillera B1 1@4200", "must_exist"),
            ("accept perrin D1", "must_exist"),
            ("accept operator D1", "must_exist"),
            ("accept lumen D9", "must_exist"),
            ("accept clara D1", "act_must_be_signed_by_the"),
            ("decline perrin D1", "must_exist"),
            ("decline clara D1", "act_must_be_signed_by_the"),
            ("leave perrin D1", "must_exist"),
            ("leave lumen D1", "act_must_be_signed_by_the"),
            ("leave operator D2", "must_exist"),
            ("assign operator X9 lumen", "must_exist"),
            ("recall operator X9 BANK-9", "must_exist"),
            ("payout operator P9 1 sisters/1 lumen", "must_exist"),
            ("approve operator F9 P1,P9 phone", "must_exist"),
            ("instruct operator F9", "must_exist"),
            ("report operator P9 accepted", "must_exist"),
            ("drop lumen P1", "must_exist"),
            ("drop perrin P4", "must_exist"),
            ("drop sisters P1", "must_exist"),
            ("receipt lumen P3 100", "must_exist"),
            ("receipt clara P3 100 paper", "must_exist"),
            ("receipt operator P3 100 paper", "must_exist"),
            ("receipt sisters P9 100 paper", "must_exist"),
            ("dispute lumen P3", "must_exist"),
            ("dispute operator P3", "must_exist"),
        ],
    );
}

#[test]
fn figures_that_do_not_fit_are_refused_by_name() {
    are_refused(
        &set(),
        &[
            ("offer clara O9 B1 1@4305 fok", "price_must_be_on_tick"),
            ("offer clara O9 B1 1.0005@4300 fok", "mass_must_be_on_lot"),
            ("offer clara O9 B1 1@4300EUR fok", "currency_must_be"),
            ("bid lumen U9 1@4305 only:CO", "price_must_be_on_tick"),
            ("bid lumen U9 1.0005@4300 only:CO", "mass_must_be_on_lot"),
            ("bid lumen U9 1@4300EUR only:CO", "currency_must_be"),
            ("bid lumen U9 9@4300 fok", "cash_must_cover_escrow"),
            ("bid lumen U9 1@4300 only:anything", "field_must_be"),
            ("reduce lumen U2 0", "amount_must_be_positive"),
            ("reduce lumen U2 0.0005", "mass_must_be_on_lot"),
            ("reduce lumen U2 0.5", "reduction_must_leave_something"),
            ("floor operator 4305", "price_must_be_on_tick"),
            ("floor operator 0", "amount_must_be_positive"),
            ("floor operator 4300EUR", "currency_must_be"),
            ("deal clara D9 sell lumen B1 1@4205", "price_must_be_on_tick"),
            ("deal clara D9 sell lumen B1 1.0005@4200", "mass_must_be_on_lot"),
            ("deal clara D9 sell lumen B1 1@4200EUR", "currency_must_be"),
            ("deal clara D9 sell lumen B1 99@4200", "available_credits_must_cover_mass"),
            ("deal lumen D9 buy clara B1 9@4200", "cash_must_cover_escrow"),
            ("deal clara D9 sell lumen B1 1@4200 2026-07-13T00:00:00Z", "order_must_end_in_time"),
            ("unknown operator X9 0 BANK-9", "amount_must_be_positive"),
            ("unknown operator X9 1 BANK-1", "reference_must_be_new"),
            ("recall operator X1 BANK-1", "reference_must_be_new"),
            ("charge operator 0 BANK-9", "amount_must_be_positive"),
            ("charge operator 1EUR BANK-9", "balance_must_cover_amount"),
            ("correct operator 0 fees suspense", "amount_must_be_positive"),
            ("correct operator 1 fees fees", "field_must_be"),
            ("correct operator 1 U2 lumen", "field_must_be"),
            ("correct operator 1EUR lumen fees", "balance_must_cover_amount"),
            ("reconcile operator 2026-07-14 1", "dates_must_be_in_order"),
            ("take lumen P9 0", "amount_must_be_positive"),
            ("take lumen P9 1EUR", "balance_must_cover_amount"),
            ("payout operator P9 0 sisters/1 sisters", "amount_must_be_positive"),
            ("payout operator P9 1EUR sisters/1 sisters", "premium_must_cover_payout"),
            ("approve operator F9 P1,P1 phone", "field_must_be"),
            ("approve operator F9 P1 bank", "rail_must_be"),
            ("approve operator F9 P2 phone", "payout_must_be"),
            ("report operator P3 settled MOMO-2", "payout_must_be"),
            ("report operator P3 returned MOMO-1", "reference_must_be_new"),
            ("receipt sisters P3 100", "field_must_be"),
            ("receipt sisters P3 100.01 paper", "receipt_must_not_exceed_payout"),
            ("receipt sisters P3 99 paper", "field_must_be"),
            ("receipt sisters P3 100EUR paper", "currency_must_be"),
            ("refund operator sisters", "certificate_must_be_held"),
        ],
    );
}

/// What Lumen, P1 and P11 sign in the book, in deals and for money.
const SIGNED: [&str; 18] = [
    "offer clara O9 B1 1@4300 fok",
    "reduce clara O2 0.1",
    "deal clara D9 sell lumen B1 1@4200",
    "accept clara D1",
    "decline clara D2",
    "leave clara D1",
    "details clara bank",
    "take clara P9 1",
    "bid lumen U9 0.5@4300 only:CO",
    "bid lumen U9 0.5@4300 fok",
    "reduce lumen U2 0.1",
    "deal lumen D9 buy clara B1 1@4200",
    "accept lumen D1",
    "decline lumen D1",
    "leave lumen D1",
    "details lumen bank",
    "take lumen P9 1",
    "drop lumen P4",
];

#[test]
fn a_suspended_organisation_signs_none_of_it_and_a_held_one_neither() {
    for (stop, code) in [("suspend", "organisation_must_be_active"), ("freeze", "organisation_is_frozen")] {
        let mut set = set();
        for name in ["lumen", "clara"] {
            let answer = set.asks(&format!("{stop} operator {name}"));
            assert!(answer.starts_with("ok"), "{answer}");
        }
        let rows: Vec<(&str, &str)> = SIGNED.iter().map(|line| (*line, code)).collect();
        are_refused(&set, &rows);
    }
}

#[test]
fn nothing_new_is_begun_with_whoever_is_suspended_or_held() {
    let mut set = set();
    set.plays(
        "
        suspend operator orfebre                       ok
        suspend operator sisters/1                     ok
        freeze  operator perrin                        ok U3 hold D2 hold
        freeze  operator sisters/2                     ok
    ",
    );
    are_refused(
        &set,
        &[
            ("deal clara D9 sell orfebre B1 1@4200", "organisation_must_be_active"),
            ("deal clara D9 sell perrin B1 1@4200", "organisation_is_frozen"),
            ("assign operator X1 orfebre", "organisation_must_be_active"),
            ("payout operator P9 1 sisters/1 sisters", "organisation_must_be_active"),
            ("approve operator F9 P1 phone", "organisation_must_be_active"),
            ("deposit operator X9 1 BANK-9 orfebre", "organisation_must_be_active"),
        ],
    );
}
