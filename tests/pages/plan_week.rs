//! The week's plan: what a person is asked, what they get, and why there may be nothing to plan.

use std::rc::Rc;

use domain::district::DaysOff;
use domain::plan_week::{Basis, Change, Planner, Spot, Why, Wish, progress};
use domain::time::{Date, Month, moment};
use sample::{DEMO_ADMINISTRATOR, DEMO_COACH, Size, district};
use throughline::pages::{PlanWeekPage, TodayPage};
use throughline::state::{Model, Planning};
use throughline::text::Language;

use crate::busy::{busy, busy_as, words};
use crate::support::{OFFSET, account, at, documents, draw, fresh, sample, today};

async fn page(model: Model) -> String {
    draw::<PlanWeekPage>(model, ()).await
}

/// Changes the plan of this week as the runtime would.
fn change(model: Model, what: &Change) -> Model {
    let (ground, me) = (model.ground().unwrap(), model.me.clone().unwrap());
    let basis = Basis { ground: &ground, schools: &me.schools, now: (model.today(), 7 * 60), seed: 4 };
    let planner = model.planning.planner.change(&basis, today().monday(), what);
    let undo = Rc::new(vec![Planner::default()]);
    Model { planning: Planning { planner: Rc::new(planner), undo, failed: false }, ..model }
}

/// On another day, at 7:00.
fn on(date: Date, model: Model) -> Model {
    Model { now: moment(date, 7 * 60, OFFSET), ..model }
}

fn wish() -> Wish {
    Wish { minutes_a_day: 20, ..Wish::default() }
}

/// Planned on Monday morning from the visits of the months before; those of this week came with a later sync.
fn planned(language: Language) -> Model {
    let mut all = busy(language);
    let mut documents = (*all.documents).clone();
    documents.district.as_mut().unwrap().visits_a_week = None;
    all.documents = Rc::new(documents);
    let mut packs = (*all.packs).clone();
    packs.retain(|key, _| key.month < Month::from(today()));
    let earlier = Model { packs: Rc::new(packs), ..on(today().monday(), all.clone()) };
    Model { planning: change(earlier, &Change::Propose(wish())).planning, ..all }
}

fn done(model: &Model) -> usize {
    let plan = model.planning.planner.week(today().monday()).unwrap();
    progress(plan, model.packs.values().map(|pack| &**pack)).count()
}

fn of_today(model: &Model) -> Vec<Spot> {
    let plan = model.planning.planner.week(today().monday()).unwrap();
    plan.stops.iter().map(|stop| stop.spot.clone()).filter(|spot| spot.date == today()).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn before_there_is_a_plan_the_page_asks_for_days_and_minutes_and_says_how_it_will_choose() {
    let html = page(on(today().monday(), busy(Language::En))).await;
    assert_eq!(html.matches("<h1").count(), 1);
    assert_eq!(html.matches("data-kind=\"primary\"").count(), 1);
    insta::assert_snapshot!("asked", words(&html[html.find("plan-week-wish").unwrap()..]));
}

#[tokio::test(flavor = "current_thread")]
async fn a_plan_says_for_each_stop_where_when_and_why_and_what_is_done() {
    let model = planned(Language::En);
    let plan = model.planning.planner.week(today().monday()).unwrap().clone();
    assert_eq!(plan.stops.len(), 10);
    assert!(plan.stops.iter().any(|stop| stop.why == Why::Drawn) && done(&model) > 0 && done(&model) < 10);
    let html = page(model).await;
    assert_eq!(html.matches("class=\"plan-stop\"").count(), 10);
    insta::assert_snapshot!("planned", words(&html));
}

#[tokio::test(flavor = "current_thread")]
async fn the_plan_in_spanish() {
    insta::assert_snapshot!("planned_in_spanish", words(&page(planned(Language::Es)).await));
}

#[tokio::test(flavor = "current_thread")]
async fn a_change_that_could_not_be_stored_is_said_and_never_called_saved() {
    let mut model = planned(Language::En);
    assert!(page(model.clone()).await.contains("Changed, and saved on this tablet."));
    model.planning.failed = true;
    let html = page(model).await;
    assert!(html.contains("The last change could not be saved.") && !html.contains("Changed, and saved"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_plan_from_which_everything_was_taken_says_what_to_do() {
    let mut model = planned(Language::En);
    for stop in model.planning.planner.week(today().monday()).unwrap().stops.clone() {
        model = change(model, &Change::Remove(stop.spot));
    }
    let html = page(model.clone()).await;
    assert!(html.contains("Nothing is planned for this week.") && html.contains("Add a room"));
    assert!(draw::<TodayPage>(model, ()).await.contains("No week planned yet"));
}

#[tokio::test(flavor = "current_thread")]
async fn today_shows_its_stops_with_a_button_that_starts_there_and_how_much_remains() {
    let model = planned(Language::En);
    let stops = of_today(&model);
    let html = draw::<TodayPage>(model, ()).await;
    let section = &html[html.find("plan-title").unwrap()..html.find("figures-title").unwrap()];
    assert_eq!(stops.len(), 2);
    assert!(section.contains("done this week") && section.contains("href=\"/week\""));
    assert!(section.matches("Start here: ").count() >= stops.len(), "and those left over");
    let planned = section.split("Start here: ").skip(1).filter_map(|rest| rest.split('"').next());
    for room in planned {
        assert_eq!(html.matches(&format!("Start here: {room}\"")).count(), 1, "{room} is offered once");
    }
    insta::assert_snapshot!("on_today", words(section));
}

#[tokio::test(flavor = "current_thread")]
async fn today_says_what_comes_next_once_nothing_is_left_for_it() {
    let mut model = planned(Language::En);
    let plan = model.planning.planner.week(today().monday()).unwrap().clone();
    let overdue = plan.stops.iter().filter(|stop| stop.spot.date < today());
    for stop in overdue {
        model = change(model, &Change::Remove(stop.spot.clone()));
    }
    let html = draw::<TodayPage>(on(today().plus_days(-1), model), ()).await;
    assert!(html.contains("Nothing more is planned for today. Next: Friday, 20 Nov, 2 visits."));
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_plan_today_invites_to_make_one() {
    let html = draw::<TodayPage>(busy(Language::En), ()).await;
    assert!(html.contains("No week planned yet") && html.contains("href=\"/week\""));
}

#[tokio::test(flavor = "current_thread")]
async fn on_friday_the_next_week_can_be_planned_too() {
    let html = page(busy(Language::En)).await;
    assert!(html.contains("This week") && html.contains("Next week"));
    assert!(!page(on(today().plus_days(1), busy(Language::En))).await.contains("This week"), "Saturday");
    let evening = Model { now: at(17, 0), ..busy(Language::En) };
    assert!(page(evening).await.contains("Week of 23 Nov"), "and once school is over it stands first");
}

#[tokio::test(flavor = "current_thread")]
async fn a_coach_chooses_a_school_or_gets_one_a_day() {
    let sample = district(1, Size { schools: 2, visits: 300, until: today() });
    let model = busy_as(Language::En, &sample, DEMO_COACH);
    let html = page(on(today().monday(), model)).await;
    assert!(html.contains("All my schools, one a day"));
    assert!(html.contains(&sample.district.schools[1].name));
}

#[tokio::test(flavor = "current_thread")]
async fn an_administrator_whose_tablet_holds_no_visits_is_told_why() {
    let sample = sample();
    let me = account(&sample, DEMO_ADMINISTRATOR);
    let documents = Rc::new(documents(&sample, &me));
    let html = page(Model { me: Some(Rc::new(me)), documents, ..fresh(Language::En) }).await;
    assert!(html.contains("no school’s visits are kept on this tablet") && html.contains("href=\"/coverage"));
}

#[tokio::test(flavor = "current_thread")]
async fn before_the_first_pull_and_after_the_last_day_of_school_the_page_says_so() {
    assert!(page(fresh(Language::En)).await.contains("No framework yet"));
    let summer = domain::time::date(2027, 7, 20);
    assert!(page(on(summer, busy(Language::En))).await.contains("The school year is over"));
}

/// On Spanish paper a weekday inside a sentence is written small, at the beginning of a line with a capital.
#[tokio::test(flavor = "current_thread")]
async fn spanish_weekdays_are_small_inside_a_sentence() {
    let plan = words(&page(planned(Language::Es)).await);
    assert!(plan.contains("✓ Visitada el lunes") || plan.contains("✓ Visitada el martes"), "{plan}");
    assert!(!plan.contains("el Lunes") && plan.contains("\nLunes, "), "{plan}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_planned_room_that_has_left_the_roster_is_said_and_can_be_taken_out() {
    let mut model = planned(Language::En);
    let plan = model.planning.planner.week(today().monday()).unwrap().clone();
    let due = plan.stops.iter().rfind(|stop| stop.spot.date <= today()).unwrap().spot.clone();
    let documents = Rc::make_mut(&mut model.documents);
    let roster = documents.rosters.get_mut(&due.school).unwrap();
    let left = roster.classrooms.iter().position(|room| room.id == due.classroom).unwrap();
    let left = roster.classrooms.remove(left);
    roster.former_classrooms.push(left);
    let html = draw::<TodayPage>(model, ()).await;
    assert!(words(&html).contains("This room is no longer on the roster."), "{}", words(&html));
    assert!(words(&html).contains("Take out"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_day_off_is_not_offered_and_says_why() {
    let mut model = on(today().monday(), busy(Language::En));
    let mut documents = (*model.documents).clone();
    let tuesday = today().monday().plus_days(1);
    let off = DaysOff { name: "Staff training".into(), first_day: tuesday, last_day: tuesday };
    documents.district.as_mut().unwrap().calendar.days_off = vec![off];
    model.documents = Rc::new(documents);
    let html = page(model).await;
    assert!(words(&html).contains("(Staff training)."), "{}", words(&html));
    assert_eq!(html.matches("Tue").count(), 1, "only where it says why: {html}");
}
