//! The pages of one's account: what they show, and what their forms do.

use orebook_tests::each_database;
use orebook_tests::house::Answer;

use super::stage::{FORM, OWN, Stage, cookie};

/// A page's budget, before it is compressed.
const PAGE_MAX: usize = 14 * 1024;

fn is_a_page(answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!((answer.header("cache-control"), answer.header("referrer-policy")), ("no-store", "no-referrer"));
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    assert!(!policy.contains("script") && !answer.body.contains("<script"));
    assert!(answer.body.len() <= PAGE_MAX, "{} bytes", answer.body.len());
}

#[test]
fn the_account_says_who_one_is_and_where_one_is_logged_in() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let page = admin.get("/account");
        is_a_page(&page, 200);
        for told in
            ["Your account", "Ana López", "ada@operator.example", "Admin: people", "this one", "/account/people"]
        {
            assert!(page.body.contains(told), "{told}: {}", page.body);
        }
        assert!(!page.body.contains(admin.cookie.split_once('=').unwrap().1), "the cookie stands in no page");
        let french = admin.get("/account?lang=fr");
        assert!(french.body.contains("<html lang=\"fr\">") && french.body.contains("Se déconnecter partout"));
        assert_eq!(admin.get("/login").header("location"), "/desk");
        let viewer = stage.joined(stage.operator(), "bo@operator.example", "viewer");
        let page = viewer.get("/account");
        is_a_page(&page, 200);
        assert!(!page.body.contains("/account/people"));
        for path in ["/account", "/account/people"] {
            let visitor = stage.http().get(path);
            assert_eq!((visitor.status, visitor.header("location")), (303, "/login"));
        }
        // A form without a session leads to the login, and takes nothing.
        let id = stage.person("bo@operator.example").id;
        for path in ["/logout".to_owned(), "/account/people/invite".into(), format!("/account/people/{id}/end")] {
            let answer = stage.http().send("POST", &path, &[FORM, OWN], Vec::new());
            assert_eq!((answer.status, answer.header("location")), (303, "/login"), "{path}");
        }
        for (path, allowed) in [
            ("/logout", "POST"),
            ("/account/sign-out-everywhere", "POST"),
            ("/account/people/invite", "POST"),
            ("/account/people/usr_1/end", "POST"),
            ("/account/invitations/inv_1/withdraw", "POST"),
        ] {
            let answer = stage.http().get(path);
            assert_eq!((answer.status, answer.header("allow")), (405, allowed), "{path}");
        }
        for (method, path, allowed) in [
            ("POST", "/account", "GET"),
            ("DELETE", "/login", "GET, POST"),
            ("POST", "/v1/sessions", "GET, DELETE"),
            ("PUT", "/v1/invitations", "GET, POST"),
            ("POST", "/v1/people/usr_1", "GET, PUT, DELETE"),
            ("POST", "/v1/people", "GET"),
        ] {
            let answer = stage.http().send(method, path, &[], Vec::new());
            assert_eq!((answer.status, answer.header("allow")), (405, allowed), "{method} {path}");
        }
        stage.audit();
    });
}

#[test]
fn an_admin_invites_changes_and_ends_people_by_forms() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let done = |answer: &Answer| {
            assert_eq!((answer.status, answer.header("location")), (303, "/account/people"), "{}", answer.body);
        };
        let invite = "name=Bo+Ndlovu&email=bo%40operator.example&role=clerk&language=sw";
        done(&admin.form("/account/people/invite", invite));
        let page = admin.get("/account/people");
        is_a_page(&page, 200);
        assert!(page.body.contains("Bo Ndlovu") && page.body.contains("bo@operator.example"), "{}", page.body);
        let invitation = admin.get("/v1/invitations").text("/items/0/id").to_owned();
        done(&admin.form(&format!("/account/invitations/{invitation}/withdraw"), ""));
        let gone = admin.form(&format!("/account/invitations/{invitation}/withdraw"), "");
        is_a_page(&gone, 404);

        let fault = admin.form("/account/people/invite", "name=Bo&email=bo&role=clerk&language=sw");
        is_a_page(&fault, 400);
        assert!(fault.body.contains("value=\"bo\"") && fault.body.contains("Please write a name"), "{}", fault.body);
        let taken = admin.form("/account/people/invite", "name=A&email=ada%40operator.example&role=clerk&language=sw");
        is_a_page(&taken, 409);
        let hostile = admin.form("/account/people/invite", "name=%22%3E%3Cscript%3E&email=x&role=x&language=x");
        is_a_page(&hostile, 400);

        let bo = stage.joined(stage.operator(), "bo@operator.example", "viewer");
        let id = stage.person("bo@operator.example").id;
        let tag = |id: &str| admin.get(&format!("/v1/people/{id}")).header("etag").replace('"', "%22");
        let stale = tag(&id);
        done(&admin.form(&format!("/account/people/{id}/role"), &format!("role=trader&tag={stale}")));
        assert!(!bo.is_in());
        assert_eq!(stage.person("bo@operator.example").role, "trader");
        let late = admin.form(&format!("/account/people/{id}/role"), &format!("role=admin&tag={stale}"));
        is_a_page(&late, 412);
        assert!(late.body.contains("Somebody else has changed this meanwhile"));
        done(&admin.form(&format!("/account/people/{id}/end"), ""));
        let own = stage.person("ada@operator.example").id;
        let last = admin.form(&format!("/account/people/{own}/end"), "");
        is_a_page(&last, 409);
        assert!(last.body.contains("This is the last admin"), "{}", last.body);

        stage.joined(stage.operator(), "cy@operator.example", "admin");
        let changed = admin.form(&format!("/account/people/{own}/role"), &format!("role=clerk&tag={}", tag(&own)));
        done(&changed);
        let renewed = stage.browser(&cookie(&changed));
        assert!(renewed.is_in() && !admin.is_in());
        stage.audit();
    });
}
