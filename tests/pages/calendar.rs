use domain::district::{CalendarFault, CalendarPart, CannotChangeDistrict};
use domain::permission::Role;
use throughline::pages::CalendarPage;
use throughline::state::{Deciding, Decision, FileFailure, Model};
use throughline::text::Language;

use crate::busy::words;
use crate::deciding::with_role;
use crate::support::{draw, model};

async fn page(model: Model) -> String {
    draw::<CalendarPage>(model, ()).await
}

fn administrator(language: Language) -> Model {
    with_role(Role::Administrator, model(language))
}

#[tokio::test(flavor = "current_thread")]
async fn only_an_administrator_sets_the_calendar() {
    for role in [Role::Principal, Role::Coach, Role::Observer] {
        let html = page(with_role(role, model(Language::En))).await;
        assert!(words(&html).contains("Only administrators set the calendar"));
        assert!(!html.contains("calendar-first"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_year_its_terms_and_its_days_off_can_be_written() {
    for (language, name) in [(Language::En, "calendar"), (Language::Es, "calendar_in_spanish")] {
        let html = page(administrator(language)).await;
        insta::assert_snapshot!(name, words(&html));
        assert!(html.contains("type=\"date\""));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_wrong_is_said_with_its_row() {
    use CalendarFault::{Backwards, Check, Nameless, Outside, Overlap, Year};
    use CalendarPart::{DaysOff, Term};

    let faults = [
        Year,
        Nameless(Term, 0),
        Nameless(DaysOff, 1),
        Backwards(Term, 1),
        Backwards(DaysOff, 0),
        Outside(Term, 0),
        Outside(DaysOff, 2),
        Overlap(0, 1),
        Check(3),
    ];
    let mut said = String::new();
    for fault in faults {
        let failure = Some(FileFailure::Cannot(CannotChangeDistrict::Calendar(fault)));
        let deciding = Deciding { about: Some(Decision::Calendar), failure, ..Deciding::default() };
        let html = page(Model { deciding, ..administrator(Language::En) }).await;
        let banner = html.split("class=\"banner-text\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        said += &format!("{}\n", words(&format!("<div{banner}")));
    }
    insta::assert_snapshot!(said);
}
