use std::rc::Rc;

use domain::district::{CannotChangeDistrict, CannotExpect};
use domain::expectation::Reach;
use domain::permission::Role;
use domain::time::date;
use throughline::pages::ExpectationsPage;
use throughline::state::{Deciding, Decision, FileFailure, Model};
use throughline::text::Language;

use crate::busy::words;
use crate::deciding::with_role;
use crate::support::{draw, model};

async fn page(model: Model) -> String {
    draw::<ExpectationsPage>(model, ()).await
}

fn administrator(language: Language) -> Model {
    with_role(Role::Administrator, model(language))
}

#[tokio::test(flavor = "current_thread")]
async fn whoever_sets_nothing_reads_it_and_is_told_who_does() {
    for role in [Role::Principal, Role::Coach, Role::Observer] {
        let html = page(with_role(role, model(Language::En))).await;
        assert!(words(&html).contains("What is expected is set by somebody else:\nWho decides"));
        assert!(words(&html).contains("in the whole district: at least 90 % of visits"));
        assert!(!html.contains("Expect something") && !html.contains("Change what is expected"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_look_for_says_what_is_expected_and_where() {
    for (language, name) in [(Language::En, "expectations"), (Language::Es, "expectations_in_spanish")] {
        insta::assert_snapshot!(name, words(&page(administrator(language)).await));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_has_ended_is_folded_away_and_its_grounds_are_said() {
    let model = administrator(Language::En);
    let mut documents = (*model.documents).clone();
    let district = documents.district.as_mut().unwrap();
    let [first, second, ..] = &mut district.expectations[..] else { panic!("too little is expected") };
    first.until = Some(date(2026, 10, 30));
    second.reach = Some(Reach { lasts: 5, lesson: 50, visit: 10 });
    second.reason = Some("Visits begin with the lesson.".to_owned());
    let said = words(&page(Model { documents: Rc::new(documents), ..model }).await);
    assert!(said.contains("visits of 10 minutes find it at most 31 times in 100"), "{said}");
    assert!(said.contains("Expected all the same: Visits begin with the lesson."), "{said}");
    // One of the demo's own is folded away besides.
    assert!(said.matches("Earlier (1)").count() == 2 && !said.contains("30 Oct 2026"), "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn what_was_stored_or_not_is_said_beside_its_look_for() {
    use CannotExpect::{Again, Amount, Dates, Minutes, Place, Reason};

    let about = Some(Decision::Expectation("goal".into()));
    let mut said = String::new();
    for why in [Again, Place, Amount, Dates, Minutes, Reason] {
        let failure = Some(FileFailure::Cannot(CannotChangeDistrict::Expectation(why)));
        let deciding = Deciding { about: about.clone(), failure, ..Deciding::default() };
        let html = page(Model { deciding, ..administrator(Language::En) }).await;
        let banner = html.split("class=\"banner-text\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        said += &format!("{}\n", words(&format!("<div{banner}")));
    }
    insta::assert_snapshot!(said);
}
