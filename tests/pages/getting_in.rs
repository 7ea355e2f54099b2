//! Before anybody uses the tablet: signing in, setting up, and when neither is possible.

use domain::sync::{Failure, ProblemCode, RetryAfter};
use throughline::pages::{NoStorage, NotFoundPage, SetupPage, SetupPageProps, SignInPage, Starting};
use throughline::state::{Model, Stage, Syncing, Trouble};
use throughline::text::Language;

use super::support::{draw, fresh};

fn nobody(trouble: Option<Trouble>) -> Model {
    Model { stage: Stage::SignedOut, me: None, trouble, ..fresh(Language::En) }
}

fn problem(code: ProblemCode, wait: Option<i64>) -> Option<Trouble> {
    Some(Trouble::Network(Failure::Problem(code, wait.map(RetryAfter))))
}

async fn setup(trouble: Option<Trouble>) -> String {
    draw::<SetupPage>(nobody(trouble), SetupPageProps { token: String::from("d-1.00") }).await
}

#[tokio::test(flavor = "current_thread")]
async fn signing_in_asks_for_two_things_that_a_password_manager_knows() {
    let html = draw::<SignInPage>(nobody(None), ()).await;
    assert!(html.contains("autocomplete=\"username\"") && html.contains("autocomplete=\"current-password\""));
    assert!(html.contains("type=\"password\""));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn every_failed_sign_in_says_what_to_do() {
    let cases = [
        (problem(ProblemCode::WrongPassphrase, None), "Email and passphrase do not go together."),
        (problem(ProblemCode::SlowDown, Some(90_000)), "Wait 2 minutes and try again."),
        (problem(ProblemCode::SlowDown, None), "Wait one minute and try again."),
        (problem(ProblemCode::Fault, None), "try again in a few minutes"),
        (Some(Trouble::Network(Failure::Unreachable)), "a first sign-in needs it"),
        (Some(Trouble::Network(Failure::Garbled)), "sign-in page of the building’s network"),
    ];
    for (trouble, said) in cases {
        let html = draw::<SignInPage>(nobody(trouble), ()).await;
        assert!(html.contains(said), "{said}");
        assert!(html.contains("aria-invalid=\"true\"") && html.contains("role=\"alert\""));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_first_sign_in_without_a_network_is_told_that_it_needs_one() {
    let syncing = Syncing { offline: true, ..Syncing::default() };
    let html = draw::<SignInPage>(Model { syncing, ..nobody(None) }, ()).await;
    assert!(html.contains("There is no network at the moment."));
}

#[tokio::test(flavor = "current_thread")]
async fn someone_whose_session_ended_signs_in_under_the_same_name() {
    let syncing = Syncing { signed_out: true, ..Syncing::default() };
    let html = draw::<SignInPage>(Model { syncing, ..fresh(Language::En) }, ()).await;
    assert!(html.contains("value=\"principal@demo.throughline.test\""));
    assert!(html.contains("what you have recorded is safe on this tablet"));
}

#[tokio::test(flavor = "current_thread")]
async fn setting_up_asks_for_the_district_and_its_first_administrator() {
    let html = setup(None).await;
    assert!(html.contains("autocomplete=\"new-password\"") && html.contains("At least 10 characters."));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_link_that_was_used_leads_to_signing_in() {
    let html = setup(problem(ProblemCode::NotAllowed, None)).await;
    assert!(html.contains("This link has been used") && html.contains("href=\"/sign-in\""));
    let unreachable = setup(Some(Trouble::Network(Failure::Unreachable))).await;
    assert!(unreachable.contains("Nothing was set up") && !unreachable.contains("href=\"/sign-in\""));
}

#[tokio::test(flavor = "current_thread")]
async fn the_app_without_a_page_or_a_place_to_keep_things_says_what_to_do() {
    let starting = draw::<Starting>(Model { stage: Stage::Starting, ..nobody(None) }, ()).await;
    assert!(starting.contains("aria-busy=\"true\""));
    let no_storage = draw::<NoStorage>(Model { stage: Stage::NoStorage, ..nobody(None) }, ()).await;
    assert!(no_storage.contains("nothing is lost") && no_storage.contains("ordinary window"));
    let not_found = draw::<NotFoundPage>(fresh(Language::En), ()).await;
    assert!(not_found.contains("href=\"/\"") && not_found.contains("href=\"/visits\""));
    for html in [starting, no_storage, not_found] {
        assert_eq!(html.matches("<h1").count(), 1);
    }
}
