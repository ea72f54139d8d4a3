//! Who asks, and when.

use orebook_registry::instruction::*;
use orebook_tests::scenario::{sign_at, value};

use super::Row;

pub const ROWS: &[Row] = &[
    ("registry_must_be", |s| s.altered(|i| i.registry = "other.example/log".into())),
    ("key_must_be_known", |s| {
        let (lumen, stranger) = (s.lumen.clone(), s.world.scenario.key("stranger"));
        let lumen = lumen.with_key("first", stranger);
        let bytes = s.world.scenario.sign_by(&lumen, 2, Act::ConfirmKey(ConfirmKey {}));
        s.submitted(&bytes)
    }),
    ("id_was_used_for_another_instruction", |s| {
        let open = |name: &str| Act::OpenAccount(OpenAccount { name: value(name) });
        let first = s.world.scenario.instruction(s.lumen.id, open("one"));
        let bytes = s.world.scenario.sign_instruction(first.clone(), &s.lumen.keys[0].secret);
        s.world.scenario.submit(&bytes);
        let second = Instruction { act: open("two"), ..first };
        let bytes = s.world.scenario.sign_instruction(second, &s.lumen.keys[0].secret);
        s.submitted(&bytes)
    }),
    ("key_must_be_confirmed", |s| {
        let registration = s.world.scenario.registration("New", "GB", &[Role::Buyer]);
        let new = s.world.scenario.admit(registration).expect("registered");
        s.refused(&new, Act::OpenAccount(OpenAccount { name: value("second") }))
    }),
    ("key_must_not_be_revoked", |s| {
        let lumen = s.lumen.clone();
        let revoke = Act::RevokeKey(RevokeKey { key: lumen.keys[0].secret.public(), reason: value("lost") });
        s.world.scenario.act_by(&lumen, 1, revoke).expect("revoked");
        s.by_lumen(Act::OpenAccount(OpenAccount { name: value("second") }))
    }),
    ("instruction_must_not_be_expired", |s| {
        let bytes = s.world.scenario.sign(&s.lumen.clone(), Act::OpenAccount(OpenAccount { name: value("second") }));
        s.world.scenario.advance_to(s.world.scenario.now().plus_seconds(600));
        s.submitted(&bytes)
    }),
    ("instruction_must_not_come_from_the_future", |s| {
        let open = Act::OpenAccount(OpenAccount { name: value("second") });
        let instruction = s.world.scenario.instruction(s.lumen.id, open);
        let bytes = sign_at(instruction, &s.lumen.keys[0].secret, s.world.scenario.seconds_from_now(61));
        s.submitted(&bytes)
    }),
    ("expiry_must_be_within_an_hour", |s| {
        let late = s.world.scenario.seconds_from_now(3_601);
        s.altered(|i| i.expires = late)
    }),
    ("id_must_be_made_at_signing", |s| s.altered(|i| i.id = value("urn:uuid:0198c0de-0000-7000-8000-000000000001"))),
];
