//! What is expected of a look-for: where the person works, and elsewhere.

use domain::district::District;
use domain::expectation::{Common, Expectation, holding, in_force};
use domain::framework::LookFor;
use domain::id::SchoolId;
use domain::time::Date;

use crate::pages::compare::{expected_level, scope};
use crate::state::App;

/// What holds today at the person's schools; for someone without a school, in the whole district.
pub(super) fn here(app: &App, look_for: &LookFor) -> String {
    let text = &app.model.text;
    let none = text.get("framework-expected-none");
    let Some(district) = app.model.documents.district.as_ref() else {
        return none;
    };
    let held = held_here(app, district, look_for);
    let say = |expectation: &Expectation| {
        let level = expected_level(text, &look_for.kind, expectation).into();
        text.with(
            "framework-expected-at",
            [("level", level), ("place", scope(text, Some(district), &expectation.scope).into())],
        )
    };
    let mut all = held.iter().map(|(_, expectation)| *expectation);
    let first = all.next().flatten();
    if all.all(|other| other == first) {
        return first.map_or(none, say);
    }
    let school = |(id, expectation): &(Option<&SchoolId>, Option<&Expectation>)| {
        let expectation = (*expectation)?;
        let name = id.and_then(|id| district.school(id)).map_or("", |school| &school.name);
        let facts = [
            ("school", name.into()),
            ("level", expected_level(text, &look_for.kind, expectation).into()),
            ("place", scope(text, Some(district), &expectation.scope).into()),
        ];
        Some(text.with("framework-expected-at-school", facts))
    };
    held.iter().filter_map(school).collect::<Vec<_>>().join("; ")
}

/// What else is expected of it: of other places, of grades, subjects and groups, and from a later day on.
pub(super) fn elsewhere(app: &App, look_for: &LookFor) -> Option<String> {
    let (text, today) = (&app.model.text, app.model.today());
    let district = app.model.documents.district.as_ref()?;
    let here: Vec<_> = held_here(app, district, look_for).into_iter().filter_map(|(_, held)| held).collect();
    let others = district.expectations.iter().filter(|expectation| {
        expectation.look_for == look_for.id && !here.contains(expectation) && matters(district, expectation, today)
    });
    let say = |expectation: &Expectation| {
        let level = expected_level(text, &look_for.kind, expectation).into();
        let place = scope(text, Some(district), &expectation.scope).into();
        if expectation.from <= today {
            text.with("framework-expected-at", [("level", level), ("place", place)])
        } else {
            let date = text.full_date(expectation.from).into();
            text.with("framework-expected-at-since", [("level", level), ("place", place), ("date", date)])
        }
    };
    let said: Vec<_> = others.map(say).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// By school, what holds for all of its visits.
fn held_here<'a>(
    app: &'a App,
    district: &'a District,
    look_for: &LookFor,
) -> Vec<(Option<&'a SchoolId>, Option<&'a Expectation>)> {
    let today = app.model.today();
    let held = |common: &Common| holding(&district.expectations, &look_for.id, common, today);
    let schools = app.model.me.as_ref().map_or(&[][..], |me| &me.schools);
    if schools.is_empty() {
        return vec![(None, held(&Common::default()))];
    }
    let at = |school: &SchoolId| Common {
        school: Some(school.clone()),
        network: district.network_of(school).cloned(),
        ..Common::default()
    };
    schools.iter().map(|school| (Some(school), held(&at(school)))).collect()
}

/// It is to come, or it is the one that holds today for just what it is scoped to.
fn matters(district: &District, expectation: &Expectation, today: Date) -> bool {
    expectation.from > today || in_force(&district.expectations, expectation, today)
}
