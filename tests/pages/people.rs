use std::rc::Rc;

use domain::people::{CannotChangePeople, LinkFor, Member, Membership, People};
use domain::permission::{Me, Role};
use domain::sync::{Failure, ProblemCode};
use throughline::pages::{JoinPage, JoinPageProps, MemberForm, MemberFormProps, PeoplePage};
use throughline::state::{FileFailure, Joining, MadeLink, Members, Model, Stage, Trouble};
use throughline::text::Language;
use yew::Callback;

use crate::busy::words;
use crate::support::{at, draw, fresh, model};

async fn page(model: Model) -> String {
    draw::<PeoplePage>(model, ()).await
}

fn with(language: Language, now: Members) -> Model {
    let model = model(language);
    let me = Me { role: Role::Administrator, ..(**model.me.as_ref().unwrap()).clone() };
    Model { me: Some(Rc::new(me)), members: Rc::new(now), ..model }
}

fn member(name: &str, role: Role, schools: &[&str], standing: Membership) -> Member {
    Member {
        account: name.into(),
        name: name.to_owned(),
        email: format!("{}@alder.example", name.to_lowercase()),
        role,
        schools: schools.iter().map(|school| (*school).into()).collect(),
        standing,
    }
}

fn people() -> Members {
    let people = vec![
        member("Ada", Role::Administrator, &[], Membership::Active),
        member("Ben", Role::Principal, &["cedar-ridge"], Membership::Invited { until: Some(at(9, 5)) }),
        member("Cem", Role::Coach, &["cedar-ridge", "unknown"], Membership::Invited { until: None }),
        member("Dua", Role::Observer, &[], Membership::Active),
        member("Eli", Role::Observer, &[], Membership::Left { at: at(8, 0) }),
    ];
    Members { people: Some(Rc::new(People { people })), ..Members::default() }
}

#[tokio::test(flavor = "current_thread")]
async fn only_administrators_look_after_people() {
    let html = page(model(Language::En)).await;
    assert!(words(&html).contains("People are looked after by district administrators"));
    assert!(!html.contains("people-all"));
}

#[tokio::test(flavor = "current_thread")]
async fn everyone_is_there_with_what_they_may_do_and_how_they_stand() {
    for (language, name) in [(Language::En, "people"), (Language::Es, "people_in_spanish")] {
        insta::assert_snapshot!(name, words(&page(with(language, people())).await));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_link_is_shown_once_to_be_handed_over() {
    let link = MadeLink { name: "Ben".into(), address: "https://a.example/join/d.00".into(), until: at(9, 5) };
    let said = words(&page(with(Language::En, Members { link: Some(link), ..people() })).await);
    assert!(said.contains("The link for Ben") && said.contains("https://a.example/join/d.00"), "{said}");
    assert!(said.contains("it is shown only once, works once, and until 20 Nov, 09:05"), "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn why_something_cannot_be_done_is_said_in_words() {
    let failures = [
        FileFailure::Cannot(CannotChangePeople::EmailTaken),
        FileFailure::Cannot(CannotChangePeople::Email),
        FileFailure::Cannot(CannotChangePeople::Name),
        FileFailure::Cannot(CannotChangePeople::School),
        FileFailure::Cannot(CannotChangePeople::NoAccount),
        FileFailure::Cannot(CannotChangePeople::LastAdministrator),
        FileFailure::Cannot(CannotChangePeople::HasLeft),
        FileFailure::Network(Failure::Unreachable),
    ];
    let mut said = String::new();
    for failure in failures {
        let html = page(with(Language::En, Members { failure: Some(failure), ..people() })).await;
        let banner = html.split("class=\"banner-text\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        said += &format!("{}\n", words(&format!("<div{banner}")));
    }
    insta::assert_snapshot!(said);
    let unread = Members { failure: Some(FileFailure::Network(Failure::Unreachable)), ..Members::default() };
    let said = words(&page(with(Language::En, unread)).await);
    assert!(said.contains("The list could not be read") && said.contains("Try again"), "{said}");
}

async fn form(member: Option<Member>) -> String {
    let props = MemberFormProps { member, busy: false, on_keep: Callback::noop(), on_leave: Callback::noop() };
    draw::<MemberForm>(with(Language::En, people()), props).await
}

#[tokio::test(flavor = "current_thread")]
async fn somebody_new_has_a_name_and_an_email_and_administrators_no_schools() {
    let new = form(None).await;
    assert!(words(&new).contains("Make the link") && new.contains("person-email"));
    let principal = form(Some(member("Ben", Role::Principal, &["cedar-ridge"], Membership::Active))).await;
    assert!(!principal.contains("person-email"));
    assert_eq!(principal.matches(" checked").count(), 1, "{principal}");
    let administrator = form(Some(member("Ada", Role::Administrator, &[], Membership::Active))).await;
    assert!(words(&administrator).contains("Administrators work in the whole district."));
    assert!(!administrator.contains("type=\"checkbox\""));
}

async fn join(told: Option<Result<LinkFor, Failure>>, trouble: Option<Trouble>) -> String {
    let joining = Some(Joining { token: "d.00".into(), told });
    let model = Model { stage: Stage::SignedOut, me: None, joining, trouble, ..fresh(Language::En) };
    draw::<JoinPage>(model, JoinPageProps { token: "d.00".into() }).await
}

#[tokio::test(flavor = "current_thread")]
async fn whoever_holds_a_link_is_greeted_and_chooses_a_passphrase() {
    let found = LinkFor { name: "Ben Ode".into(), email: "ben@alder.example".into(), district: "Alder County".into() };
    let html = join(Some(Ok(found.clone())), None).await;
    assert!(words(&html).contains("Ben Ode, choose a passphrase for Alder County."), "{html}");
    assert!(html.contains("value=\"ben@alder.example\"") && html.contains("autocomplete=\"new-password\""));
    let fault = Some(Trouble::Network(Failure::Problem(ProblemCode::NotAllowed, None)));
    assert!(words(&join(Some(Ok(found)), fault).await).contains("This link was used"));
    for (failure, said) in [
        (Failure::Problem(ProblemCode::NotAllowed, None), "This link was used"),
        (Failure::Unreachable, "Choosing a passphrase needs a connection, once."),
    ] {
        let html = join(Some(Err(failure)), None).await;
        assert!(words(&html).contains(said) && words(&html).contains("Sign in instead"), "{html}");
    }
    assert!(words(&join(None, None).await).contains("Looking whom the link is for"));
}
