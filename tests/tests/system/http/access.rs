//! How programs are known: assertions, access tokens, programs with keys of their own; and what an office reads is
//! recorded.

use orebook_document::SecretKey;
use orebook_registry::instruction::{Act, RevokeKey};
use orebook_store::{Page, Reader};
use orebook_tests::house::token::{ask, claims, signed, token};
use orebook_tests::house::{Answer, House, Http};
use orebook_tests::scenario::{Actor, World, value};
use orebook_tests::{each_database, until};
use serde_json::{Value, json};

fn header(key: &SecretKey) -> Value {
    json!({ "alg": "EdDSA", "kid": key.public().to_string() })
}

/// The assertion of an actor, with one claim changed.
fn changed(house: &House, actor: &Actor, name: &str, to: Value) -> String {
    let key = &actor.keys[0].secret;
    let mut claims = claims(&house.http, &actor.id.to_string());
    match to {
        Value::Null => {
            claims.as_object_mut().unwrap().remove(name);
        }
        to => claims[name] = to,
    }
    signed(&claims, &header(key), key)
}

fn json_to(http: &Http, method: &str, path: &str, body: &Value) -> Answer {
    http.send(method, path, &[("content-type", "application/json")], body.to_string().into_bytes())
}

#[test]
fn an_assertion_that_is_not_right_in_everything_gives_no_token() {
    each_database(|location| {
        let (world, _) = World::issued();
        let house = House::of(location, world.scenario.clone());
        let (clara, lumen) = (&world.clara, &world.buyers[0]);
        let key = &clara.keys[0].secret;
        let good = claims(&house.http, &clara.id.to_string());
        let now = good["iat"].as_i64().unwrap();
        let of = |name: &str, to: Value| changed(&house, clara, name, to);
        let by = |key: &SecretKey, header: Value| signed(&good, &header, key);
        let stranger = SecretKey::from_seed([77; 32]);
        let rows = [
            ("of another register", of("aud", json!("https://other.example"))),
            ("for several", of("aud", json!([good["aud"].as_str().unwrap(), "https://other.example"]))),
            ("for one in a list", of("aud", json!([good["aud"].as_str().unwrap()]))),
            ("for the endpoint", of("aud", json!(format!("{}/oauth/token", good["aud"].as_str().unwrap())))),
            ("expired", of("exp", json!(now - 31))),
            ("for ever", of("exp", json!(now + 3_600))),
            ("without an end", of("exp", Value::Null)),
            ("from the future", of("iat", json!(now + 120))),
            ("not yet", of("nbf", json!(now + 120))),
            ("without a name", of("jti", Value::Null)),
            ("with an empty name", of("jti", json!(""))),
            ("with an endless name", of("jti", json!("x".repeat(129)))),
            ("issued by another", of("iss", json!(lumen.id.to_string()))),
            ("about another", of("sub", json!(lumen.id.to_string()))),
            ("about nobody", of("sub", json!("org_none"))),
            ("by a stranger", by(&stranger, header(&stranger))),
            ("by a stranger in its name", by(&stranger, header(key))),
            ("by another member in its name", by(&lumen.keys[0].secret, header(&lumen.keys[0].secret))),
            ("without a key's name", by(key, json!({ "alg": "EdDSA" }))),
            ("of no algorithm", by(key, json!({ "alg": "none", "kid": key.public().to_string() }))),
            ("of a symmetric algorithm", by(key, json!({ "alg": "HS256", "kid": key.public().to_string() }))),
            ("of another type", by(key, json!({ "alg": "EdDSA", "typ": "vc+jwt", "kid": key.public().to_string() }))),
            ("that is an access token", token(&house.http, &clara.id.to_string(), key)),
            ("with a key of its own inside", by(&stranger, json!({ "alg": "EdDSA", "jwk": { "kty": "OKP" } }))),
            ("that is nothing", "x".to_owned()),
            ("that is empty", String::new()),
        ];
        for (what, assertion) in rows {
            let answer = ask(&house.http, &assertion, None);
            assert_eq!((answer.status, answer.code()), (401, "client_must_prove_itself"), "{what}: {}", answer.body);
            assert_eq!(answer.text("/error"), "invalid_client");
        }
        let right = signed(&good, &header(key), key);
        assert_eq!(ask(&house.http, &right, None).status, 200);
        assert_eq!(ask(&house.http, &right, None).code(), "client_must_prove_itself", "it was used before");
        house.audit();
    });
}

#[test]
fn a_request_for_a_token_is_of_its_form_and_asks_for_no_more_than_there_is() {
    each_database(|location| {
        let house = House::founded(location);
        let operator = house.scenario.operator.clone();
        let form = ("content-type", "application/x-www-form-urlencoded");
        let post = |body: &str| house.http.send("POST", "/oauth/token", &[form, ("authorization", "")], body.into());
        for body in ["", "grant_type=client_credentials", "grant_type=client_credentials&grant_type=client_credentials"]
        {
            assert_eq!(post(body).code(), "token_request_is_malformed", "{body}");
        }
        let rest = "&client_assertion_type=x&client_assertion=y";
        let other = post(&format!("grant_type=password{rest}"));
        assert_eq!((other.code(), other.text("/error")), ("grant_type_is_not_supported", "unsupported_grant_type"));
        assert_eq!(post(&format!("grant_type=client_credentials{rest}")).code(), "token_request_is_malformed");
        let assertion = || {
            let key = &operator.keys[0].secret;
            signed(&claims(&house.http, &operator.id.to_string()), &header(key), key)
        };
        let beyond = ask(&house.http, &assertion(), Some("read everything"));
        assert_eq!((beyond.code(), beyond.text("/error")), ("scope_is_beyond_the_client", "invalid_scope"));
        let narrow = ask(&house.http, &assertion(), Some("read"));
        assert_eq!((narrow.text("/scope"), narrow.header("cache-control")), ("read", "no-store"));
        let http = house.http.with_token(narrow.text("/access_token").to_owned());
        assert_eq!(http.get("/v1/holdings").status, 200);
        let refused = http.get("/v1/cash");
        assert_eq!((refused.code(), refused.text("/facts/permission")), ("permission_is_required", "money"));
        assert!(refused.header("www-authenticate").contains("insufficient_scope"));
        house.audit();
    });
}

#[test]
fn a_worthless_token_is_refused_even_where_none_is_needed() {
    each_database(|location| {
        let house = House::founded(location);
        let good = house.http.get("/v1/programmes");
        assert_eq!(good.status, 200);
        let token =
            token(&house.http, &house.scenario.operator.id.to_string(), &house.scenario.operator.keys[0].secret);
        let (head, tail) = token.split_at(token.len() - 2);
        let altered = format!("{head}{}{}", if tail.starts_with('A') { 'B' } else { 'A' }, &tail[1..]);
        for bearer in ["x".to_owned(), altered, "a.b.c".to_owned(), String::new()] {
            let headers = [("authorization", &*format!("Bearer {bearer}"))];
            let answer = house.http.send("GET", "/v1/programmes", &headers, Vec::new());
            assert_eq!((answer.status, answer.code()), (401, "token_is_not_in_force"), "{bearer}");
            assert!(answer.header("www-authenticate").contains("invalid_token"));
        }
        let lower = [("authorization", &*format!("bearer {token}"))];
        assert_eq!(house.http.send("GET", "/v1/holdings", &lower, Vec::new()).status, 200, "any case will do");
        let other = [("authorization", "Basic eDp5")];
        assert_eq!(house.http.send("GET", "/v1/holdings", &other, Vec::new()).code(), "token_is_required");
        house.audit();
    });
}

#[test]
fn a_token_ends_with_its_time_and_with_the_key_behind_it() {
    each_database(|location| {
        let (world, _) = World::issued();
        let mut house = House::of(location, world.scenario.clone());
        let clara = world.clara.clone();
        let http = house.member(&clara);
        assert_eq!(http.get("/v1/holdings").status, 200);
        house.move_wall(599);
        assert_eq!(http.get("/v1/holdings").status, 200);
        house.move_wall(31);
        assert_eq!(http.get("/v1/holdings").code(), "token_is_not_in_force");
        let http = house.member(&clara);
        assert_eq!(http.get("/v1/holdings").status, 200);
        let revoke = RevokeKey { key: clara.keys[0].secret.public(), reason: value("lost") };
        assert_eq!(house.act(&clara, Act::RevokeKey(revoke)).status, 201);
        assert_eq!(http.get("/v1/holdings").code(), "token_is_not_in_force", "its key was revoked");
        let assertion = changed(&house, &clara, "none", Value::Null);
        assert_eq!(ask(&house.http, &assertion, None).code(), "client_must_prove_itself");
        house.audit();
    });
}

#[test]
fn a_program_has_keys_of_its_own_and_goes_over_from_one_to_the_next() {
    each_database(|location| {
        let (world, _) = World::issued();
        let mut house = House::of(location, world.scenario.clone());
        let [clara, lumen] = [&world.clara, &world.buyers[0]].map(|actor| house.member(actor));
        let [first, second, third] = [31, 32, 33].map(|seed| SecretKey::from_seed([seed; 32]));
        let new = |key: &SecretKey, scope: &str| json!({ "name": "stock system", "scope": scope, "key": key.public().to_string() });
        let made = json_to(&clara, "POST", "/v1/clients", &new(&first, "read"));
        assert_eq!(made.status, 201, "{}", made.body);
        let id = made.text("/id").to_owned();
        for (body, code) in [
            (new(&first, "read"), "client_key_must_be_new"),
            (
                json!({ "name": "x", "scope": "read", "key": world.clara.keys[0].secret.public().to_string() }),
                "client_key_must_be_new",
            ),
            (new(&second, "read everything"), "parameter_is_malformed"),
            (json!({ "name": "", "scope": "read", "key": second.public().to_string() }), "parameter_is_malformed"),
            (json!({ "name": "a\nb", "scope": "read", "key": second.public().to_string() }), "parameter_is_malformed"),
            (json!({ "name": "x", "scope": "read", "key": "did:key:z6Mk" }), "parameter_is_malformed"),
            (json!({ "name": "x", "scope": "read" }), "document_is_malformed"),
            (
                json!({ "name": "x", "scope": "read", "key": second.public().to_string(), "more": "1" }),
                "document_is_malformed",
            ),
        ] {
            assert_eq!(json_to(&clara, "POST", "/v1/clients", &body).code(), code, "{body}");
        }
        let program = |house: &House, key: &SecretKey| house.http.with_token(token(&house.http, &id, key));
        let http = program(&house, &first);
        assert_eq!(http.get("/v1/holdings").status, 200);
        assert_eq!(http.get("/v1/cash").code(), "permission_is_required");
        assert_eq!(json_to(&http, "POST", "/v1/clients", &new(&third, "read")).code(), "permission_is_required");

        let keys = format!("/v1/clients/{id}/keys");
        let further = json!({ "key": second.public().to_string() });
        assert_eq!(json_to(&lumen, "POST", &keys, &further).code(), "must_exist", "it is another's");
        assert_eq!(json_to(&clara, "POST", &keys, &further).status, 201);
        let one_more = json!({ "key": third.public().to_string() });
        assert_eq!(json_to(&clara, "POST", &keys, &one_more).code(), "too_many_clients");
        let of_first = format!("{keys}/{}", first.public());
        assert_eq!(lumen.send("DELETE", &of_first, &[], Vec::new()).code(), "must_exist");
        assert_eq!(clara.send("DELETE", &of_first, &[], Vec::new()).status, 204);
        assert_eq!(clara.send("DELETE", &of_first, &[], Vec::new()).code(), "must_exist");
        assert_eq!(http.get("/v1/holdings").code(), "token_is_not_in_force");
        let http = program(&house, &second);
        assert_eq!(http.get("/v1/holdings").status, 200);
        assert_eq!(json_to(&clara, "POST", "/v1/clients", &new(&first, "read")).code(), "client_key_must_be_new");

        house.restart();
        let [clara, lumen] = [&world.clara, &world.buyers[0]].map(|actor| house.member(actor));
        let http = program(&house, &second);
        assert_eq!(clara.get("/v1/clients").json["items"][0]["keys"], json!([second.public().to_string()]));
        assert_eq!(lumen.get("/v1/clients").json["items"], json!([]));
        let path = format!("/v1/clients/{id}");
        assert_eq!(lumen.send("DELETE", &path, &[], Vec::new()).code(), "must_exist");
        assert_eq!(clara.send("DELETE", &path, &[], Vec::new()).status, 204);
        assert_eq!(http.get("/v1/holdings").code(), "token_is_not_in_force");
        assert_eq!(clara.send("DELETE", &path, &[], Vec::new()).code(), "must_exist");
        house.audit();
    });
}

#[test]
fn what_the_operator_reads_of_others_stands_in_their_security_log() {
    each_database(|location| {
        let (world, _) = World::issued();
        let house = House::of(location, world.scenario.clone());
        let (clara, operator) = (world.clara.id.to_string(), house.scenario.operator.id.to_string());
        assert_eq!(house.get(&format!("/v1/cash?organisation={clara}")).status, 200);
        assert_eq!(house.member(&world.clara).get("/v1/cash").status, 200);
        let reader = Reader::open(location, 1).unwrap();
        let rows = until("the reading to be written down", || {
            let rows = reader.read(|read| read.security_log(&clara, &Page::newest(10))).unwrap();
            (!rows.is_empty()).then_some(rows)
        });
        let told: Vec<_> = rows.iter().map(|row| (&*row.kind, &*row.actor, &*row.subject)).collect();
        assert_eq!(told, [("private_read", &*operator, "/v1/cash")]);
        house.audit();
    });
}

#[test]
fn nobody_gives_others_more_than_they_may_themselves() {
    each_database(|location| {
        let (world, _) = World::issued();
        let house = House::of(location, world.scenario.clone());
        let clara = house.member(&world.clara);
        let narrow = |scope: &str| {
            let answer = ask(&house.http, &changed(&house, &world.clara, "none", Value::Null), Some(scope));
            house.http.with_token(answer.text("/access_token").to_owned())
        };
        let [first, second] = [51, 52].map(|seed| SecretKey::from_seed([seed; 32]));
        let wide = json!({ "name": "books", "scope": "read money people", "key": first.public().to_string() });
        let id = json_to(&clara, "POST", "/v1/clients", &wide).text("/id").to_owned();
        let key = json!({ "key": second.public().to_string() });
        let invited = json!({ "email": "me@other.example", "name": "Me", "role": "admin", "language": "en" });
        let hook = json!({ "url": "https://93.184.215.14/" });
        for (scope, path, body, missing) in [
            ("settings", format!("/v1/clients/{id}/keys"), &key, "read"),
            ("people", "/v1/invitations".to_owned(), &invited, "read"),
            ("settings", "/v1/webhooks".to_owned(), &hook, "read"),
        ] {
            let refused = json_to(&narrow(scope), "POST", &path, body);
            let told = (refused.status, refused.code(), refused.text("/facts/permission"));
            assert_eq!(told, (403, "permission_is_required", missing), "{scope} {path}");
        }
        house.audit();
    });
}

#[test]
fn what_another_server_revoked_is_known_soon() {
    each_database(|location| {
        let (world, _) = World::issued();
        let house = House::of(location, world.scenario.clone());
        let clara = house.member(&world.clara);
        let key = SecretKey::from_seed([53; 32]);
        let new = json!({ "name": "books", "scope": "read", "key": key.public().to_string() });
        let id = json_to(&clara, "POST", "/v1/clients", &new).text("/id").to_owned();
        let http = house.http.with_token(token(&house.http, &id, &key));
        assert_eq!(http.get("/v1/holdings").status, 200);
        assert!(orebook_store::Letters::of(location).revoke_client(&id, 1, &[]).unwrap());
        until("the token to end", || (http.get("/v1/holdings").code() == "token_is_not_in_force").then_some(()));
        house.audit();
    });
}
