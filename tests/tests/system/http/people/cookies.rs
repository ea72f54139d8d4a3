//! Cookies: exactly one of exactly one name, and nothing that is no secret of ours.

use orebook_server::running::Running;
use orebook_store::Location;
use orebook_tests::each_database;
use orebook_tests::house::{Http, PATIENCE, config};

use super::stage::{FORM, OWN, Stage, cookie};

#[test]
fn garbage_is_no_session_and_harms_nobody() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let secret = admin.cookie.split_once('=').unwrap().1.to_owned();
        let long = format!("orebook-session={}", "A".repeat(100_000));
        let rows = [
            String::new(),
            ";;;===;;".into(),
            "orebook-session".into(),
            "orebook-session=".into(),
            "orebook-session=x".into(),
            format!("orebook-session={}", "A".repeat(43)),
            format!("orebook-session={}", "/".repeat(43)),
            format!("orebook-session={secret}="),
            format!("orebook-session=\"{secret}\""),
            format!("orebook-session={}", &secret[1..]),
            format!("orebook-session={}", secret.to_ascii_lowercase()),
            format!("Orebook-Session={secret}"),
            format!("__Host-orebook={secret}"),
            format!("orebook-session={secret}; orebook-session={secret}"),
            format!("orebook-session=x; orebook-session={secret}"),
            format!("orebook-session,{secret}"),
        ];
        for row in &rows {
            assert!(!stage.browser(row).is_in(), "{row}");
            assert_eq!(stage.browser(row).get("/").status, 200, "{row}");
        }
        let answer = stage.browser(&long).get("/v1/sessions");
        assert!((400..500).contains(&answer.status), "{}", answer.status);
        for bytes in [&b"orebook-session=\xff\xfe"[..], b"\x80\x81=\x82"] {
            let value = reqwest::header::HeaderValue::from_bytes(bytes).unwrap();
            let url = format!("{}/v1/sessions", stage.house.http.url());
            let client = orebook_server::http::client().no_proxy().build().unwrap();
            assert_eq!(client.get(url).header("cookie", value).send().unwrap().status(), 401);
        }
        for good in [format!("a=b; {}", admin.cookie), format!("{};c=d", admin.cookie), format!(" {} ", admin.cookie)] {
            assert!(stage.browser(&good).is_in(), "{good}");
        }
        // Whoever shows a token is not recognised by a cookie as well.
        let both = admin.send("GET", "/v1/sessions", &[("authorization", "Bearer x")], Vec::new());
        assert_eq!(both.status, 401);
        stage.audit();
    });
}

#[test]
fn without_https_a_session_counts_on_this_machine_alone() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let afar: [(&str, &str); 4] = [
            ("x-forwarded-for", "203.0.113.7"),
            ("x-real-ip", "203.0.113.7"),
            ("forwarded", "for=203.0.113.7"),
            ("host", "register.example"),
        ];
        for header in afar {
            assert_eq!(
                admin.send("GET", "/v1/sessions", &[header], Vec::new()).code(),
                "token_is_required",
                "{header:?}"
            );
            let link = stage.login_link("ada@operator.example");
            let refused = stage.press(&link, &[header]);
            assert_eq!((refused.status, refused.code()), (409, "base_url_must_be_configured"), "{header:?}");
            let form = b"email=ada%40operator.example".to_vec();
            let asked = stage.http().send("POST", "/login", &[FORM, OWN, header], form);
            assert_eq!(asked.code(), "base_url_must_be_configured", "{header:?}");
        }
        stage.audit();
    });
}

/// The same house, told its https address.
fn with_https(stage: &Stage<'_>, location: &Location) -> Running {
    let site = "https://register.example".parse().unwrap();
    let config = orebook_server::config::Config { base_url: Some(site), ..config(location, stage.house.data()) };
    let clock = stage.house.running().shared.clock.clone();
    Running::start(&config, clock).unwrap()
}

#[test]
fn with_https_the_cookie_is_bound_to_the_host_and_no_other_name_counts() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let admin = stage.admin();
        let link = stage.login_link("ada@operator.example");
        let running = with_https(&stage, location);
        stage.house.stop();
        running.until_ready(PATIENCE).unwrap();
        let http = Http::new(running.url());
        // A proxy in front speaks https to the world.
        let headers = [FORM, OWN, ("x-forwarded-for", "203.0.113.7"), ("host", "register.example")];
        let entered = http.send("POST", &link, &headers, Vec::new());
        assert_eq!(entered.status, 303, "{}", entered.body);
        let set = entered.header("set-cookie");
        assert!(
            set.starts_with("__Host-orebook=") && set.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax"),
            "{set}"
        );
        let secret = cookie(&entered).split_once('=').unwrap().1.to_owned();
        let get = |cookie: &str| http.send("GET", "/v1/sessions", &[("cookie", cookie)], Vec::new()).status;
        assert_eq!(get(&format!("__Host-orebook={secret}")), 200);
        assert_eq!(get(&format!("orebook-session={secret}")), 401);
        assert_eq!(get(&admin.cookie), 401, "the name of development does not count, whatever its secret");
        running.stop();
        stage.house.restart();
        stage.audit();
    });
}
