use domain::compare::Selection;
use throughline::pages::{WeeklyPage, WeeklyPageProps};
use throughline::text::Language;

use crate::busy::{busy, words};
use crate::support::{draw, fresh};

async fn page(model: throughline::state::Model) -> String {
    words(&draw::<WeeklyPage>(model, WeeklyPageProps { selection: Selection::default() }).await)
}

#[tokio::test(flavor = "current_thread")]
async fn one_page_names_look_fors_and_nobody() {
    let model = busy(Language::En);
    let teachers: Vec<_> = model.documents.rosters.values().flat_map(|roster| roster.teachers.clone()).collect();
    let read = page(model).await;
    assert!(!teachers.is_empty());
    for teacher in teachers {
        assert!(!read.contains(&teacher.name), "{} is named", teacher.name);
    }
    insta::assert_snapshot!("weekly", read);
}

#[tokio::test(flavor = "current_thread")]
async fn the_page_in_spanish() {
    insta::assert_snapshot!("weekly_in_spanish", page(busy(Language::Es)).await);
}

#[tokio::test(flavor = "current_thread")]
async fn before_the_first_pull_it_says_how_to_get_there() {
    assert!(page(fresh(Language::En)).await.contains("No framework yet"));
}
