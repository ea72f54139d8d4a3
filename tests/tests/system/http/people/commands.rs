//! `orebook invite` and `orebook login-link`: how the first admin comes in, and everybody where no mail is sent.

use orebook_registry::instruction::Role;
use orebook_store::Location;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::programs::orebook;
use orebook_tests::scenario::Scenario;

use super::stage::Stage;

/// Exit code and what was printed.
fn run(stage: &Stage<'_>, arguments: &[&str]) -> (i32, String) {
    let database = match stage.location {
        Location::Sqlite(path) => format!("sqlite:{}", path.display()),
        Location::Postgres(url) => url.clone(),
    };
    let mut command = orebook();
    command.args(arguments).args(["--database", &database, "--data"]).arg(stage.house.data());
    let output = command.output().expect("the program starts");
    let told = [output.stdout, output.stderr].concat();
    (output.status.code().expect("it ends by itself"), String::from_utf8_lossy(&told).trim().to_owned())
}

#[test]
fn the_first_admin_comes_in_by_a_command_on_the_servers_machine() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let coop = scenario.register("Coop", "CO", &[Role::Producer]);
        let stage = Stage::of(House::of(location, scenario), location);
        let (code, link) = run(&stage, &["invite", "--email", "Ada@operator.example", "--role", "admin"]);
        assert_eq!(code, 0, "{link}");
        let path = link.strip_prefix("http://127.0.0.1:8080").expect("the address it would listen on");
        let ada = stage.entered(&stage.press(path, &[]));
        assert_eq!(ada.get("/v1/people").text("/items/0/organisation"), stage.operator().to_string());
        assert_eq!(ada.get("/v1/people").text("/items/0/name"), "Ada@operator.example");

        let base = "https://register.example";
        let of_coop = coop.id.to_string();
        let invite = |email: &str, role: &str, organisation: &str, language: &str| {
            let arguments = ["invite", "--email", email, "--role", role, "--organisation", organisation];
            run(&stage, &[&arguments[..], &["--language", language, "--name", "Bo", "--base-url", base]].concat())
        };
        let (code, link) = invite("bo@coop.example", "admin", &of_coop, "fr");
        assert_eq!(code, 0, "{link}");
        let bo = stage.entered(&stage.press(link.strip_prefix(base).unwrap(), &[]));
        assert_eq!(bo.get("/v1/people").text("/items/0/language"), "fr");
        let (code, link) = run(&stage, &["login-link", "--email", "bo@coop.example", "--base-url", base]);
        assert_eq!(code, 0, "{link}");
        assert!(stage.entered(&stage.press(link.strip_prefix(base).unwrap(), &[])).is_in());

        for (email, role, organisation, language, why) in [
            ("bo", "admin", of_coop.as_str(), "en", "--email"),
            ("bo@coop.example", "boss", &of_coop, "en", "--role"),
            ("bo@coop.example", "admin", "org_00000000000000000000000000", "en", "no entry of the log names"),
            ("bo@coop.example", "admin", "coop", "en", "--organisation"),
            ("bo@coop.example", "admin", &of_coop, "de", "--language"),
        ] {
            let (code, told) = invite(email, role, organisation, language);
            assert!(code == 1 && told.contains(why), "{told}");
        }
        let (code, told) = run(&stage, &["login-link", "--email", "eve@coop.example"]);
        assert!(code == 1 && told.contains("nobody logs in with eve@coop.example"), "{told}");
        let (code, told) =
            run(&stage, &["login-link", "--email", "bo@coop.example", "--base-url", "http://coop.example"]);
        assert!(code == 1 && told.contains("base_url"), "{told}");
        let log = stage.log(coop.id);
        assert!(log.iter().any(|row| row.kind == "invited" && row.actor == "operator"), "{log:?}");
        stage.audit();
    });
}
