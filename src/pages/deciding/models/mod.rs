//! Who decides for each school: read by everyone, chosen by administrators.

mod form;

use domain::district::{Area, CannotChoose, ChosenModel, Decider, DecisionModel, District};
use domain::id::{GoalId, SchoolId};
use domain::permission::{Action, Me};
use domain::time::Date;
use yew::prelude::*;

use super::{leaves, offline, opens, said, stored};
use crate::components::{Button, EmptyState, PageHead, Panel};
use crate::route::Route;
use crate::state::{App, Command, Decision, use_app};
use crate::text::Text;
use form::{ModelForm, Open};

/// Who decides for each school that somebody may see.
#[component]
pub fn WhoDecidesPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let open = use_state(|| None::<Open>);
    let send = app.send.clone();
    use_effect_with((), move |()| send.emit(Command::DecideAnew));
    let back = (AttrValue::from(Route::Framework.address()), AttrValue::from(text.get("framework-title")));
    let head = html! { <PageHead title={text.get("who-title")} subtitle={text.get("who-subtitle")} {back} /> };
    let (Some(me), Some(district)) = (app.model.me.as_deref(), &app.model.documents.district) else {
        return html! { <>{ head }<EmptyState title={text.get("who-none")} text={text.get("who-none-text")} /></> };
    };
    let schools: Vec<&SchoolId> = district.schools.iter().map(|school| &school.id).collect();
    let mine = schools.into_iter().filter(|school| me.may(Action::CompareSchool, school));
    // What has been stored closes its form.
    let shown = (*open).clone().filter(|open| !stored(&app, &Decision::Model(open.school.clone())));
    let list = List { app: &app, me, district, open: &open, shown: shown.as_ref() };
    let mine: Vec<Html> = mine.map(|school| list.school(school)).collect();
    html! {
        <>
            { head }
            if me.may_set_district() {
                { offline(&app) }
            }
            if mine.is_empty() {
                <EmptyState title={text.get("who-none")} text={text.get("who-none-text")} />
            }
            { for mine }
        </>
    }
}

struct List<'a> {
    app: &'a App,
    me: &'a Me,
    district: &'a District,
    open: &'a UseStateHandle<Option<Open>>,
    shown: Option<&'a Open>,
}

impl List<'_> {
    fn school(&self, school: &SchoolId) -> Html {
        let text = &self.app.model.text;
        let today = self.app.model.today();
        let name = self.district.school(school).map_or_else(|| school.to_string(), |school| school.name.clone());
        let now = holding(self.district, school, today);
        let others: Vec<&ChosenModel> =
            self.district.models.iter().filter(|chosen| chosen.school == *school && !now.contains(chosen)).collect();
        let open = self.shown.filter(|open| open.school == *school);
        let id = format!("who-{school}");
        let key = id.clone();
        html! {
            <Panel key={key} {id} title={name.clone()}>
                { for paragraphs(text, self.district, school, today).into_iter().map(|one| html! { <p>{ one }</p> }) }
                { for others.iter().map(|chosen| html! { <p class="muted small">{ self.other(&name, chosen) }</p> }) }
                if let Some(open) = open {
                    <ModelForm
                        key={format!("{open:?}")}
                        school={school.clone()}
                        was={open.was.as_ref().map(|was| self.as_it_is(was))}
                        on_leave={self.leave()}
                    />
                } else {
                    { said(self.app, &Decision::Model(school.clone())) }
                    if self.me.may_set_district() {
                        <div class="cluster">
                            { self.button("who-choose", "who-choose-spoken", &name, Open { school: school.clone(), was: None }) }
                            { for now.iter().copied().chain(others.iter().copied()).map(|chosen| {
                                let open = Open { school: school.clone(), was: Some(chosen.clone()) };
                                self.button_with(self.change(chosen), &name, open)
                            }) }
                        </div>
                    }
                }
            </Panel>
        }
    }

    /// What the button says that changes a choice.
    fn change(&self, chosen: &ChosenModel) -> String {
        let text = &self.app.model.text;
        let from = ("from", text.full_date(chosen.from).into());
        match &chosen.goal {
            None => text.with("who-change", [from]),
            Some(goal) => text.with("who-change-goal", [from, ("goal", goal_name(self.district, goal).into())]),
        }
    }

    /// What was chosen before, or is to hold later.
    fn other(&self, name: &str, chosen: &ChosenModel) -> String {
        let text = &self.app.model.text;
        let facts = [
            ("from", text.full_date(chosen.from).into()),
            ("who", self.sentence(name, chosen).into()),
            ("reason", chosen.reason.trim().to_owned().into()),
        ];
        if chosen.from > self.app.model.today() {
            text.with("who-later", facts)
        } else {
            text.with("who-earlier", facts)
        }
    }

    fn sentence(&self, name: &str, chosen: &ChosenModel) -> String {
        let text = &self.app.model.text;
        let said = sentence(text, name, Some(chosen));
        match &chosen.goal {
            None => said,
            Some(goal) => about_goal(text, self.district, goal, said),
        }
    }

    /// What stands by now where somebody began to change it: another may have been quicker.
    fn as_it_is(&self, was: &ChosenModel) -> ChosenModel {
        let mut all = self.district.models.iter();
        all.find(|known| (&known.school, &known.goal, known.from) == (&was.school, &was.goal, was.from))
            .unwrap_or(was)
            .clone()
    }

    fn button(&self, label: &str, spoken: &str, name: &str, open: Open) -> Html {
        let text = &self.app.model.text;
        let spoken = AttrValue::from(text.with(spoken, [("name", name.into())]));
        html! { <Button {spoken} on_press={self.open(open)}>{ text.get(label) }</Button> }
    }

    fn button_with(&self, label: String, name: &str, open: Open) -> Html {
        let spoken = AttrValue::from(format!("{label}: {name}"));
        html! { <Button {spoken} on_press={self.open(open)}>{ label }</Button> }
    }

    fn open(&self, next: Open) -> Callback<()> {
        opens(self.app, self.open, move || next.clone(), "who-model")
    }

    fn leave(&self) -> Callback<()> {
        leaves(self.open, self.shown.map(|shown| format!("who-{}-title", shown.school)).unwrap_or_default())
    }
}

/// In one plain paragraph, who decides today for a school; nothing for what is no school.
pub(in crate::pages) fn who_decides(app: &App, area: &Area) -> Option<String> {
    let Area::School(id) = area else { return None };
    let district = app.model.documents.district.as_ref()?;
    Some(paragraphs(&app.model.text, district, id, app.model.today()).join(" "))
}

/// The choices that hold for a school on a day: for everything, where there is one, and for its goals.
fn holding<'a>(district: &'a District, school: &SchoolId, day: Date) -> Vec<&'a ChosenModel> {
    let here = Area::School(school.clone());
    let of_goals = district.goals_of(&here, day);
    let of_goals: Vec<_> = of_goals.filter_map(|goal| district.model_on(school, Some(&goal.id), day)).collect();
    district.model_on(school, None, day).into_iter().chain(of_goals).collect()
}

/// Who decides on a day for a school: at large, and for each goal that has a model of its own.
fn paragraphs(text: &Text, district: &District, school: &SchoolId, day: Date) -> Vec<String> {
    let name = district.school(school).map_or_else(|| school.to_string(), |school| school.name.clone());
    let at_large = paragraph(text, &name, district.model_on(school, None, day));
    let of_goals = holding(district, school, day).into_iter().filter_map(|chosen| {
        let goal = chosen.goal.as_ref()?;
        Some(about_goal(text, district, goal, paragraph(text, &name, Some(chosen))))
    });
    let mut said: Vec<String> = std::iter::once(at_large).chain(of_goals).collect();
    if said.len() > 2 {
        said.push(text.get("who-both"));
    }
    said
}

/// It, said of what carries a goal.
fn about_goal(text: &Text, district: &District, goal: &GoalId, said: String) -> String {
    text.with("who-for-goal", [("goal", goal_name(district, goal).into()), ("who", said.into())])
}

fn goal_name(district: &District, goal: &GoalId) -> String {
    district.goals.get(goal).map_or_else(|| goal.to_string(), |goal| goal.name.clone())
}

fn paragraph(text: &Text, name: &str, chosen: Option<&ChosenModel>) -> String {
    let mut said = vec![sentence(text, name, chosen)];
    if let Some(chosen) = chosen {
        let facts = [("from", text.full_date(chosen.from).into()), ("reason", chosen.reason.trim().to_owned().into())];
        said.push(text.with("who-since", facts));
        let autonomy = chosen.autonomy.trim();
        if !autonomy.is_empty() {
            said.push(text.with("who-autonomy", [("autonomy", autonomy.to_owned().into())]));
        }
    }
    said.join(" ")
}

fn sentence(text: &Text, name: &str, chosen: Option<&ChosenModel>) -> String {
    let name = [("school", name.into())];
    let Some(ChosenModel { model: DecisionModel { priorities, actions }, .. }) = chosen else {
        return text.with("who-nobody-said", name);
    };
    match (priorities, actions) {
        (Decider::District, Decider::District) => text.with("who-district-district", name),
        (Decider::District, Decider::School) => text.with("who-district-school", name),
        (Decider::School, Decider::School) => text.with("who-school-school", name),
        (Decider::School, Decider::District) => text.with("who-school-district", name),
    }
}

/// The message that says why a model cannot be chosen.
pub(super) fn cannot(why: CannotChoose) -> &'static str {
    match why {
        CannotChoose::Again => "who-wrong-again",
        CannotChoose::Goal => "who-wrong-goal",
        CannotChoose::Reason => "who-wrong-reason",
        CannotChoose::Autonomy => "who-wrong-autonomy",
    }
}
