use std::rc::Rc;

use domain::compare::Selection;
use domain::permission::{Me, Role};
use throughline::pages::{ReportPage, ReportPageProps};
use throughline::state::Model;
use throughline::text::Language;

use crate::busy::{busy, words};
use crate::support::{draw, fresh};

async fn page(model: Model) -> String {
    draw::<ReportPage>(model, ReportPageProps { selection: Selection::default() }).await
}

#[tokio::test(flavor = "current_thread")]
async fn a_school_says_how_it_stands_over_time_and_how_far_to_trust_it() {
    let html = page(busy(Language::En)).await;
    insta::assert_snapshot!("report", words(&html));
    assert_eq!(html.matches("<h3>").count(), 4, "in short, every look-for, over time, and how far to trust it");
    assert!(html.contains(r#"class="trend-chart""#) && html.contains(r#"class="band""#));
}

#[tokio::test(flavor = "current_thread")]
async fn it_names_no_teacher_among_the_numbers() {
    let model = busy(Language::En);
    let teachers: Vec<_> = model.documents.rosters.values().flat_map(|roster| roster.teachers.clone()).collect();
    let read = words(&page(model).await);
    assert!(!teachers.is_empty());
    for teacher in teachers {
        assert!(!read.contains(&teacher.name), "{} is named", teacher.name);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_report_in_spanish() {
    insta::assert_snapshot!("report_in_spanish", words(&page(busy(Language::Es)).await));
}

#[tokio::test(flavor = "current_thread")]
async fn several_schools_come_one_after_another_and_say_how_far_they_are() {
    let model = busy(Language::En);
    let me = Me { role: Role::Administrator, ..(**model.me.as_ref().unwrap()).clone() };
    let html = page(Model { me: Some(Rc::new(me)), ..model }).await;
    assert!(words(&html).contains("0 of 2 schools are ready"));
    assert_eq!(html.matches("<article").count(), 1, "the second waits for the first");
    assert!(html.contains("disabled"), "nothing half ready is printed");
}

#[tokio::test(flavor = "current_thread")]
async fn without_visits_or_documents_it_says_so() {
    let mut model = busy(Language::En);
    model.packs = Rc::default();
    assert!(words(&page(model).await).contains("No visits in this time."));
    assert!(words(&page(fresh(Language::En)).await).contains("No framework yet"));
}
