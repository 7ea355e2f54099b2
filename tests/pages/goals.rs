use std::rc::Rc;

use domain::district::{
    Area, BadCell, BadFigure, BadRow, CannotChangeDistrict, CannotSetGoal, CannotTake, ChosenModel, DecisionModel,
    Figure, FigureChange, FigureKind, FiguresRead, Goal, NotFigures,
};
use domain::permission::Role;
use domain::sync::Failure;
use domain::time::{Date, date};
use throughline::pages::{
    DecidingPage, ExpectationsPage, GoalForm, GoalFormProps, GoalPage, GoalPageProps, GoalsPage, InitiativeForm,
    InitiativeFormProps, WhoDecidesPage,
};
use throughline::state::{Deciding, Decision, FiguresFailure, Figuring, FileFailure, Model};
use throughline::text::Language;
use yew::Callback;

use crate::busy::words;
use crate::deciding::with_role;
use crate::support::{draw, model, today};

async fn page(model: Model) -> String {
    draw::<GoalsPage>(model, ()).await
}

fn with_goals(model: Model, change: impl FnOnce(&mut Vec<Goal>)) -> Model {
    let mut documents = (*model.documents).clone();
    change(&mut documents.district.as_mut().unwrap().goals.all);
    Model { documents: Rc::new(documents), ..model }
}

#[tokio::test(flavor = "current_thread")]
async fn everyone_reads_what_the_district_has_set_out_to_reach() {
    for (language, name) in [(Language::En, "goals"), (Language::Es, "goals_in_spanish")] {
        let html = page(with_role(Role::Coach, model(language))).await;
        assert!(!html.contains("goal-new") && !html.contains("<form"));
        insta::assert_snapshot!(name, words(&html));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn whoever_sets_goals_is_offered_to() {
    let offered = async |role| {
        let html = page(with_role(role, model(Language::En))).await;
        (html.contains("id=\"goal-new\""), html.matches("aria-label=\"Change: ").count())
    };
    assert_eq!(offered(Role::Administrator).await, (true, 4), "two goals and two initiatives");
    assert_eq!(offered(Role::Principal).await, (false, 0), "nobody has said that the school sets its priorities");
}

#[tokio::test(flavor = "current_thread")]
async fn a_district_without_goals_is_told_what_will_stand_here_and_what_is_over_stands_apart() {
    let none = page(with_goals(with_role(Role::Coach, model(Language::En)), Vec::clear)).await;
    assert!(words(&none).contains("No goals yet"));
    // What served a goal that is no longer there is a distraction.
    assert_eq!(none.matches("class=\"tag\"").count(), 2);
    let over = |goals: &mut Vec<Goal>| goals[0].until = Some(today().plus_days(-1));
    let html = page(with_goals(with_role(Role::Coach, model(Language::En)), over)).await;
    let said = words(&html);
    let at = |part: &str| said.find(part).unwrap_or_else(|| panic!("{part}: {said}"));
    assert!(at("Students explain") < at("\nOver\n") && at("\nOver\n") < at("Two of three"), "{said}");
    // What goes on after its goal is over serves it no more, and stands once.
    assert_eq!((said.matches("A library in every classroom").count(), html.matches("class=\"tag\"").count()), (1, 2));
    let both = |model: Model| {
        let mut documents = (*model.documents).clone();
        let goals = &mut documents.district.as_mut().unwrap().goals;
        let last = Some(today().plus_days(-1));
        (goals.all[0].until, goals.initiatives[0].until, goals.initiatives[1].until) = (last, last, last);
        Model { documents: Rc::new(documents), ..model }
    };
    let said = words(&page(both(with_role(Role::Coach, model(Language::En)))).await);
    let at = |part: &str| said.find(part).unwrap_or_else(|| panic!("{part}: {said}"));
    assert!(at("Two of three") < at("A library") && at("A library") < at("New signs"), "{said}");
    assert_eq!(said.matches("Distraction").count(), 1, "{said}");
}

fn form(was: Option<Goal>) -> GoalFormProps {
    let id = was.as_ref().map_or_else(|| "new".into(), |was| was.id.clone());
    GoalFormProps { id, was, on_leave: Callback::noop() }
}

#[tokio::test(flavor = "current_thread")]
async fn the_form_of_a_goal_has_everything_that_it_says() {
    let office = || with_role(Role::Administrator, model(Language::En));
    let goals = office().documents.district.clone().unwrap().goals.all;
    let [reading, thinking] = &goals[..] else { panic!("two goals") };
    let html = draw::<GoalForm>(office(), form(Some(reading.clone()))).await;
    for part in
        ["value=\"51.4\"", "value=\"65\"", "Grade 4 reading, at or above standard", "Parents’ council", "Take it out"]
    {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert_eq!(html.matches("<input checked").count(), 3);
    let html = draw::<GoalForm>(office(), form(Some(thinking.clone()))).await;
    assert!(!html.contains("goal-baseline"), "visits measure it");
    let empty = draw::<GoalForm>(office(), form(None)).await;
    assert!(!empty.contains("Take it out") && empty.contains("goal-baseline"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_look_for_that_has_left_the_framework_can_be_taken_off_a_goal() {
    let office = with_role(Role::Administrator, model(Language::En));
    let mut reading = office.documents.district.clone().unwrap().goals.all[0].clone();
    reading.look_fors.push("slates".into());
    let html = draw::<GoalForm>(office, form(Some(reading))).await;
    assert!(html.contains("goal-by-slates") && html.matches("<input checked").count() == 4, "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn an_initiative_can_serve_any_goal_that_is_not_over() {
    let office = with_role(Role::Administrator, model(Language::En));
    let model = with_goals(office, |goals| goals[1].until = Some(today().plus_days(-1)));
    let props = InitiativeFormProps { id: "new".into(), was: None, on_leave: Callback::noop() };
    let html = draw::<InitiativeForm>(model, props).await;
    assert!(html.contains("None: it stands as a distraction") && html.contains("Two of three"), "{html}");
    assert!(!html.contains("Students explain"));
}

#[tokio::test(flavor = "current_thread")]
async fn why_a_goal_was_not_set_is_said() {
    let mut said = String::new();
    for why in [
        CannotSetGoal::Name,
        CannotSetGoal::Agreed,
        CannotSetGoal::Dates,
        CannotSetGoal::LookFors,
        CannotSetGoal::Measure,
        CannotSetGoal::Target,
        CannotSetGoal::TooMany,
        CannotSetGoal::InUse,
        CannotSetGoal::NoSuchGoal,
    ] {
        let failure = Some(FileFailure::Cannot(CannotChangeDistrict::Goal(why)));
        let deciding = Deciding { about: Some(Decision::Goal("reading".into())), failure, ..Deciding::default() };
        let html = page(Model { deciding, ..with_role(Role::Administrator, model(Language::En)) }).await;
        let banner = html.split("class=\"banner-text\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        said += &format!("{}\n", words(&format!("<div{banner}")));
    }
    insta::assert_snapshot!(said);
}

fn figure(school: Option<usize>, what: FigureKind, on: Date, value: &str) -> Figure {
    let schools = model(Language::En).documents.district.clone().unwrap().schools;
    let school = school.map(|at| schools[at].id.clone());
    Figure { school, group: None, what, on, value: value.parse().unwrap(), students: Some(48) }
}

fn figuring(model: Model, now: Figuring) -> Model {
    Model { figuring: Figuring { goal: Some("reading".into()), ..now }, ..model }
}

fn some() -> Figuring {
    let english = Figure {
        group: Some("English learners".into()),
        ..figure(Some(0), FigureKind::Result, date(2026, 11, 2), "38.5")
    };
    let held = vec![
        figure(None, FigureKind::Result, date(2026, 11, 2), "52.1"),
        figure(Some(0), FigureKind::Baseline, date(2026, 5, 20), "44"),
        figure(Some(0), FigureKind::Result, date(2026, 11, 2), "49"),
        english,
        figure(Some(1), FigureKind::Result, date(2026, 11, 2), "66"),
    ];
    Figuring { held: Some(Rc::new(held)), ..Figuring::default() }
}

async fn goal_page(model: Model) -> String {
    draw::<GoalPage>(model, GoalPageProps { id: "reading".into() }).await
}

#[tokio::test(flavor = "current_thread")]
async fn a_goal_comes_along_by_school_and_student_group() {
    for (language, name) in [(Language::En, "goal"), (Language::Es, "goal_in_spanish")] {
        let html = goal_page(figuring(with_role(Role::Coach, model(language)), some())).await;
        assert!(!html.contains("figure-new") && !html.contains("goal-entered"), "a coach reads");
        insta::assert_snapshot!(name, words(&html));
    }
    let html = goal_page(figuring(with_role(Role::Administrator, model(Language::En)), some())).await;
    assert!(html.contains("figure-new") && html.contains("figures-file"));
    assert_eq!(html.matches("aria-label=\"Correct: ").count(), 5);
}

#[tokio::test(flavor = "current_thread")]
async fn results_that_are_not_known_yet_are_told_from_none() {
    let office = || with_role(Role::Administrator, model(Language::En));
    let html = goal_page(figuring(office(), Figuring::default())).await;
    assert!(words(&html).contains("Reading the results"), "{html}");
    let none = Figuring { held: Some(Rc::new(Vec::new())), ..Figuring::default() };
    assert!(words(&goal_page(figuring(office(), none)).await).contains("No results yet"));
    let unread = Figuring { unread: Some(Failure::Unreachable), ..some() };
    let said = words(&goal_page(figuring(office(), unread)).await);
    assert!(said.contains("Read them again") && said.contains("52.1"), "old numbers stay beside the new error: {said}");
    let other = Figuring { goal: Some("thinking".into()), ..some() };
    let html = goal_page(Model { figuring: other, ..office() }).await;
    assert!(!html.contains("49"), "those of another goal do not show: {html}");
    let html = draw::<GoalPage>(office(), GoalPageProps { id: "gone".into() }).await;
    assert!(words(&html).contains("No such goal"));
}

#[tokio::test(flavor = "current_thread")]
async fn what_a_file_would_change_is_shown_before_it_does() {
    let was = figure(Some(0), FigureKind::Result, date(2026, 11, 2), "49");
    let changes = vec![
        FigureChange { was: Some(was.clone()), now: Some(Figure { value: "50.5".parse().unwrap(), ..was }) },
        FigureChange { was: None, now: Some(figure(Some(1), FigureKind::Target, date(2028, 6, 1), "70")) },
    ];
    let now = Figuring { offered: Some(FiguresRead { changes, same: 4 }), ..some() };
    let office = with_role(Role::Administrator, model(Language::En));
    let html = goal_page(figuring(office, now)).await;
    let offered =
        html.split("<h2 id=\"figures-offered-title\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap();
    insta::assert_snapshot!(words(&format!("<div {offered}")));
}

#[tokio::test(flavor = "current_thread")]
async fn why_results_were_not_taken_is_said_row_by_row() {
    let row = |number, column: &str, value: &str, why| BadRow {
        number,
        column: column.to_owned(),
        value: value.to_owned(),
        why,
    };
    let many = (0..22).map(|number| row(number + 2, "date", "soon", BadCell::Date)).collect();
    let rows = vec![
        row(2, "school", "elsewhere", BadCell::Figure(BadFigure::School)),
        row(3, "value", "many", BadCell::Number),
        row(4, "kind", "guess", BadCell::Kind),
        row(5, "students", "none", BadCell::Students),
        row(6, "school", "North", BadCell::TwoSchools),
    ];
    let mut said = String::new();
    for failure in [
        FiguresFailure::File(NotFigures::Rows(rows)),
        FiguresFailure::File(NotFigures::Rows(many)),
        FiguresFailure::File(NotFigures::NoColumns(vec!["date".to_owned(), "value".to_owned()])),
        FiguresFailure::File(NotFigures::NotText(3)),
        FiguresFailure::File(NotFigures::NoTable),
        FiguresFailure::File(NotFigures::Empty),
        FiguresFailure::Cannot(CannotTake { at: 0, why: BadFigure::Changed }),
        FiguresFailure::Cannot(CannotTake { at: 0, why: BadFigure::TooMany }),
        FiguresFailure::Network(Failure::Unreachable),
    ] {
        let now = Figuring { failure: Some(failure), ..some() };
        let html = goal_page(figuring(with_role(Role::Administrator, model(Language::En)), now)).await;
        let shown = html.split("id=\"figures-said\"").nth(1).and_then(|rest| rest.split("<section").next()).unwrap();
        said += &format!("{}\n\n", words(&format!("<div{shown}")));
    }
    insta::assert_snapshot!(said);
}

/// The district decides at large for the school, and the school for what carries its first goal.
fn for_reading(role: Role, language: Language) -> Model {
    let model = model(language);
    let school = model.me.as_ref().unwrap().schools[0].clone();
    let chosen = |goal: Option<&str>, at: usize| ChosenModel {
        school: school.clone(),
        goal: goal.map(Into::into),
        model: DecisionModel::ALL[at],
        from: date(2026, 9, 1),
        reason: "Agreed with its staff in May.".to_owned(),
        autonomy: String::new(),
    };
    let mut documents = (*model.documents).clone();
    documents.district.as_mut().unwrap().models = vec![chosen(None, 0), chosen(Some("reading"), 2)];
    with_role(role, Model { documents: Rc::new(documents), ..model })
}

#[tokio::test(flavor = "current_thread")]
async fn who_decides_about_one_goal_is_said_beside_who_decides_at_large() {
    let mut said = String::new();
    for language in [Language::En, Language::Es] {
        said += &format!("{}\n\n", words(&draw::<WhoDecidesPage>(for_reading(Role::Coach, language), ()).await));
    }
    insta::assert_snapshot!(said);
    let office = draw::<WhoDecidesPage>(for_reading(Role::Administrator, Language::En), ()).await;
    assert!(words(&office).contains("Change what holds from 1 Sep 2026 for “Two of three"), "{office}");
}

#[tokio::test(flavor = "current_thread")]
async fn whoever_decides_about_one_goal_is_offered_the_look_fors_that_carry_it_and_no_others() {
    let html = draw::<ExpectationsPage>(for_reading(Role::Principal, Language::En), ()).await;
    assert_eq!(html.matches("aria-label=\"Expect something of: ").count(), 3, "those that carry it");
    let html = draw::<DecidingPage>(for_reading(Role::Principal, Language::En), ()).await;
    assert!(words(&html).contains("You decide about some of these look-fors"));
    assert!(!html.contains("focus-until"));
    let boxes: Vec<&str> = html.split("<input").skip(1).filter(|rest| rest.contains("checkbox-input")).collect();
    let shut = boxes.iter().filter(|rest| rest.split('>').next().unwrap().contains("disabled")).count();
    assert_eq!((boxes.len(), boxes.len() - shut), (24, 3));
    let district = for_reading(Role::Principal, Language::En).documents.district.clone().unwrap();
    assert!(!district.focus_in(&Area::District, today()).is_empty(), "it begins with what is watched now");
    assert!(words(&html).contains("of at most 8"), "{html}");
}
