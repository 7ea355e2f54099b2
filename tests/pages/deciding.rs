use std::rc::Rc;

use domain::district::{Area, CannotChangeDistrict, Focus, FocusSet};
use domain::permission::{Me, Role};
use domain::sync::{Failure, ProblemCode};
use throughline::pages::DecidingPage;
use throughline::state::{Deciding, Decision, FileFailure, Model};
use throughline::text::Language;

use crate::busy::words;
use crate::support::{draw, model};

async fn page(model: Model) -> String {
    draw::<DecidingPage>(model, ()).await
}

pub(crate) fn with_role(role: Role, model: Model) -> Model {
    let mut me = Me { role, ..(**model.me.as_ref().unwrap()).clone() };
    if role == Role::Administrator {
        me.schools.clear();
    }
    Model { me: Some(Rc::new(me)), ..model }
}

/// The school of whoever has signed in has chosen for itself.
fn chosen(model: Model) -> Model {
    let school = model.me.as_ref().unwrap().schools[0].clone();
    let mut documents = (*model.documents).clone();
    let framework = documents.frameworks.values().next().unwrap().clone();
    let look_fors = framework.look_fors().skip(2).take(3).map(|one| one.id.clone()).collect();
    let focus = Focus { look_fors, until: Some(domain::time::date(2026, 12, 18)) };
    documents.district.as_mut().unwrap().focus_sets = vec![FocusSet { area: Area::School(school), focus }];
    Model { documents: Rc::new(documents), ..model }
}

#[tokio::test(flavor = "current_thread")]
async fn observers_and_coaches_are_told_whom_to_ask() {
    for role in [Role::Observer, Role::Coach] {
        let html = page(with_role(role, model(Language::En))).await;
        assert!(words(&html).contains("Somebody else chooses what is in focus"));
        assert!(!html.contains("focus-keep"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_principal_chooses_for_the_school_and_sees_what_holds_around_it() {
    let html = page(with_role(Role::Principal, model(Language::En))).await;
    let said = words(&html);
    assert!(said.contains("Nothing of its own is chosen, so it watches what holds around it: “"), "{said}");
    assert!(!html.contains("focus-area") && !html.contains("rules-form"), "{said}");
    let html = page(chosen(with_role(Role::Principal, model(Language::En)))).await;
    assert!(words(&html).contains("3 of at most 8, in the order"), "{html}");
    assert_eq!(html.matches("checkbox-input").count(), 24);
}

#[tokio::test(flavor = "current_thread")]
async fn an_administrator_chooses_for_every_area_and_sets_the_rules() {
    for (language, name) in [(Language::En, "deciding"), (Language::Es, "deciding_in_spanish")] {
        insta::assert_snapshot!(name, words(&page(with_role(Role::Administrator, model(language))).await));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn with_eight_chosen_no_other_can_be() {
    let model = with_role(Role::Administrator, model(Language::En));
    let mut documents = (*model.documents).clone();
    let framework = documents.frameworks.values().next().unwrap().clone();
    let look_fors = framework.look_fors().take(8).map(|one| one.id.clone()).collect();
    let focus = Focus { look_fors, until: None };
    documents.district.as_mut().unwrap().focus_sets = vec![FocusSet { area: Area::District, focus }];
    let html = page(Model { documents: Rc::new(documents), ..model }).await;
    let boxes = html.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap());
    let shut = |one: &&str| one.contains("checkbox-input") && one.contains("disabled");
    assert_eq!(boxes.filter(shut).count(), 16);
}

#[tokio::test(flavor = "current_thread")]
async fn what_was_stored_or_not_is_said_in_words() {
    let cannot = FileFailure::Cannot;
    let failures = [
        cannot(CannotChangeDistrict::Changed),
        cannot(CannotChangeDistrict::NoSuchArea),
        cannot(CannotChangeDistrict::NoSuchLookFor("song".into())),
        cannot(CannotChangeDistrict::TooMany),
        cannot(CannotChangeDistrict::Margin),
        FileFailure::Network(Failure::Problem(ProblemCode::NotAllowed, None)),
    ];
    let mut said = String::new();
    let principal = with_role(Role::Principal, model(Language::En));
    let school = principal.me.as_ref().unwrap().schools[0].clone();
    let of = Deciding { about: Some(Decision::Focus(Area::School(school))), ..Deciding::default() };
    let now = failures.map(|failure| Deciding { failure: Some(failure), ..of.clone() });
    for deciding in now.into_iter().chain([Deciding { done: true, ..of.clone() }]) {
        let html = page(Model { deciding, ..principal.clone() }).await;
        let banner = html.split("class=\"banner-text\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        said += &format!("{}\n", words(&format!("<div{banner}")));
    }
    insta::assert_snapshot!(said);
}
