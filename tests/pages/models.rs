use std::rc::Rc;

use domain::district::{CannotChangeDistrict, CannotChoose, ChosenModel, DecisionModel};
use domain::id::SchoolId;
use domain::permission::Role;
use domain::time::date;
use throughline::pages::{DecidingPage, ExpectationsPage, WhoDecidesPage};
use throughline::state::{Deciding, Decision, FileFailure, Model};
use throughline::text::Language;

use crate::busy::words;
use crate::deciding::with_role;
use crate::support::{draw, model};

async fn page(model: Model) -> String {
    draw::<WhoDecidesPage>(model, ()).await
}

/// The school of whoever has signed in.
fn school(model: &Model) -> SchoolId {
    model.me.as_ref().unwrap().schools[0].clone()
}

/// Under this model since September, and another later.
fn under(at: usize, role: Role, language: Language) -> Model {
    let model = model(language);
    let school = school(&model);
    let chosen = |at: usize, from| ChosenModel {
        school: school.clone(),
        goal: None,
        model: DecisionModel::ALL[at],
        from,
        reason: "Agreed with its staff in May.".to_owned(),
        autonomy: "Its own schedule, within the contract.".to_owned(),
    };
    let mut documents = (*model.documents).clone();
    documents.district.as_mut().unwrap().models =
        vec![chosen(at, date(2026, 9, 1)), chosen((at + 1) % 4, date(2027, 1, 4))];
    with_role(role, Model { documents: Rc::new(documents), ..model })
}

#[tokio::test(flavor = "current_thread")]
async fn everyone_reads_in_one_paragraph_who_decides() {
    for (language, name) in [(Language::En, "who_decides"), (Language::Es, "who_decides_in_spanish")] {
        let mut said = words(&page(with_role(Role::Coach, model(language))).await);
        for at in 0..4 {
            let html = page(under(at, Role::Coach, language)).await;
            assert!(!html.contains("<form") && !html.contains("who-model"));
            said += &format!("\n\n{}", words(&html));
        }
        insta::assert_snapshot!(name, said);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn an_administrator_chooses_for_every_school() {
    let html = page(under(2, Role::Administrator, Language::En)).await;
    assert!(html.matches("Choose who decides").count() >= 2, "{html}");
    assert!(words(&html).contains("Change what holds from 1 Sep 2026"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn what_a_page_offers_follows_the_model() {
    let offers = async |at: usize, role: Role| {
        let focus = draw::<DecidingPage>(under(at, role, Language::En), ()).await.contains("focus-keep");
        let expect = draw::<ExpectationsPage>(under(at, role, Language::En), ()).await.contains("Expect something");
        (focus, expect)
    };
    assert_eq!(offers(0, Role::Principal).await, (false, false));
    assert_eq!(offers(1, Role::Principal).await, (false, false));
    assert_eq!(offers(2, Role::Principal).await, (true, true));
    assert_eq!(offers(3, Role::Principal).await, (true, true));
    assert_eq!(offers(2, Role::Administrator).await, (true, true), "for the district and its other schools");
    assert_eq!(offers(2, Role::Coach).await, (false, false));
}

#[tokio::test(flavor = "current_thread")]
async fn why_a_model_was_not_chosen_is_said() {
    let school = school(&model(Language::En));
    let mut said = String::new();
    for why in [CannotChoose::Again, CannotChoose::Goal, CannotChoose::Reason, CannotChoose::Autonomy] {
        let failure = Some(FileFailure::Cannot(CannotChangeDistrict::Model(why)));
        let deciding = Deciding { about: Some(Decision::Model(school.clone())), failure, ..Deciding::default() };
        let html = page(Model { deciding, ..under(0, Role::Administrator, Language::En) }).await;
        let banner = html.split("class=\"banner-text\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        said += &format!("{}\n", words(&format!("<div{banner}")));
    }
    insta::assert_snapshot!(said);
}
