//! What the district has set out to reach: goals, the look-fors that carry them, and the initiatives that serve them.

mod figure_form;
mod figures;
mod goal_fields;
mod goal_form;
mod initiative_form;
pub(super) mod words;

use domain::district::{Area, District, Goal, Initiative};
use domain::expectation::{Common, holding};
use domain::id::{Bits128, GoalId, InitiativeId, LookForId};
use domain::permission::Me;
use domain::time::Date;
use yew::prelude::*;

use super::{leaves, named_areas, offline, opens, said, stored};
use crate::browser::ids;
use crate::components::{Button, ButtonKind, ButtonLink, EmptyState, Icon, PageHead, Panel};
use crate::pages::compare::expected_level;
use crate::pages::words::quoted;
use crate::route::Route;
use crate::state::{App, Command, Decision, use_app};
use crate::text::Text;
pub use figures::{GoalPage, GoalPageProps};
pub use goal_form::{GoalForm, GoalFormProps};
pub use initiative_form::{InitiativeForm, InitiativeFormProps};

/// What the district has set out to reach.
#[component]
pub fn GoalsPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let open = use_state(|| None::<Open>);
    let send = app.send.clone();
    use_effect_with((), move |()| send.emit(Command::DecideAnew));
    let back = (AttrValue::from(Route::Framework.address()), AttrValue::from(text.get("framework-title")));
    let (Some(me), Some(district)) = (app.model.me.as_deref(), &app.model.documents.district) else {
        let head = html! { <PageHead title={text.get("goal-title")} subtitle={text.get("goal-subtitle")} {back} /> };
        return html! { <>{ head }<EmptyState title={text.get("goal-none")} text={text.get("goal-none-text")} /></> };
    };
    // What has been stored closes its form.
    let shown = (*open).clone().filter(|open| !stored(&app, &open.decision()));
    let page = Page { app: &app, text, me, district, open: &open, shown: shown.as_ref() };
    let sets = me.sets_some_goals(district, app.model.today());
    let actions = html! {
        <>
            if sets {
                <Button icon={Icon::Add} id="goal-new" on_press={page.open("goal-name", Open::new_goal)}>{ text.get("goal-new") }</Button>
                <Button icon={Icon::Add} id="initiative-new" on_press={page.open("initiative-name", Open::new_initiative)}>{ text.get("initiative-new") }</Button>
            }
        </>
    };
    html! {
        <>
            <PageHead title={text.get("goal-title")} subtitle={text.get("goal-subtitle")} {back} {actions} />
            if sets {
                { offline(&app) }
            }
            { page.new_form() }
            { page.goals() }
            { page.distractions() }
            { page.past() }
        </>
    }
}

/// Which form is open.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Open {
    /// A goal, as it was when its form was opened; `None` for a new one.
    Goal(GoalId, Option<Box<Goal>>),
    /// The same of an initiative.
    Initiative(InitiativeId, Option<Box<Initiative>>),
}

impl Open {
    fn new_goal() -> Self {
        Self::Goal(GoalId(Bits128(ids::random()).to_string()), None)
    }

    fn new_initiative() -> Self {
        Self::Initiative(InitiativeId(Bits128(ids::random()).to_string()), None)
    }

    fn decision(&self) -> Decision {
        match self {
            Self::Goal(id, _) => Decision::Goal(id.clone()),
            Self::Initiative(id, _) => Decision::Initiative(id.clone()),
        }
    }
}

struct Page<'a> {
    app: &'a App,
    text: &'a Text,
    me: &'a Me,
    district: &'a District,
    open: &'a UseStateHandle<Option<Open>>,
    shown: Option<&'a Open>,
}

impl Page<'_> {
    /// The form of one that is not in the list, since it is new or somebody else took it out meanwhile; and what became of it.
    fn new_form(&self) -> Html {
        let text = self.text;
        match self.shown {
            Some(Open::Goal(id, was)) if self.district.goals.get(id).is_none() => html! {
                <Panel id="goal-new-form" title={text.get("goal-new")}>
                    <GoalForm key={id.0.clone()} id={id.clone()} was={was.as_deref().cloned()} on_leave={self.leave("goal-new")} />
                </Panel>
            },
            Some(Open::Initiative(id, was)) if self.all().all(|one| one.id != *id) => html! {
                <Panel id="initiative-new-form" title={text.get("initiative-new")}>
                    <InitiativeForm key={id.0.clone()} id={id.clone()} was={was.as_deref().cloned()} on_leave={self.leave("initiative-new")} />
                </Panel>
            },
            Some(Open::Goal(..) | Open::Initiative(..)) => Html::default(),
            // Of one that is new there is no place of its own.
            None => match &self.app.model.deciding.about {
                Some(about @ (Decision::Goal(_) | Decision::Initiative(_))) => said(self.app, about),
                Some(_) | None => Html::default(),
            },
        }
    }

    fn goals(&self) -> Html {
        let (text, today) = (self.text, self.app.model.today());
        let (achievement, instruction): (Vec<&Goal>, Vec<&Goal>) =
            self.present().partition(|goal| goal.measure().is_some());
        if achievement.is_empty() && instruction.is_empty() {
            return html! { <EmptyState title={text.get("goal-none")} text={text.get("goal-none-text")} /> };
        }
        let section = |id: &'static str, title: &str, goals: &[&Goal]| {
            if goals.is_empty() {
                return Html::default();
            }
            html! {
                <section class="section" aria-labelledby={id}>
                    <h2 {id}>{ text.get(title) }</h2>
                    { for goals.iter().map(|goal| self.goal(goal)) }
                </section>
            }
        };
        let most = [("n", self.district.goals.most().into())];
        html! {
            <>
                if self.me.sets_some_goals(self.district, today) {
                    <p class="muted">{ text.with("goal-most", most) }</p>
                }
                { section("goals-achievement", "goal-achievement", &achievement) }
                { section("goals-instruction", "goal-instruction", &instruction) }
            </>
        }
    }

    /// Those that are worked towards, or will be.
    fn present(&self) -> impl Iterator<Item = &Goal> {
        self.district.goals.all.iter().filter(|goal| !self.is_over(goal.until))
    }

    fn goal(&self, goal: &Goal) -> Html {
        let text = self.text;
        let id = format!("goal-{}", goal.id);
        if matches!(self.shown, Some(Open::Goal(id, _)) if *id == goal.id) {
            return html! {
                <Panel key={id.clone()} id={id.clone()} title={goal.name.clone()}>
                    <GoalForm key={id.clone()} id={goal.id.clone()} was={goal.clone()} on_leave={self.leave(&id)} />
                </Panel>
            };
        }
        let served: Vec<&Initiative> =
            self.all().filter(|one| self.stands_with(one).is_some_and(|known| known.id == goal.id)).collect();
        let spoken = |message: &str| AttrValue::from(text.with(message, [("name", goal.name.as_str().into())]));
        html! {
            <article key={id.clone()} class="expect" aria-labelledby={id.clone()}>
                <div class="expect-head">
                    <h3 id={id.clone()} tabindex="-1">{ &goal.name }</h3>
                    <div class="cluster">
                        if goal.measure().is_some() {
                            <ButtonLink spoken={spoken("goal-figures-spoken")} href={Route::Goal(goal.id.clone()).address()}>{ text.get("goal-figures") }</ButtonLink>
                        }
                        if self.sets(&goal.area) {
                            <Button kind={ButtonKind::Quiet} spoken={spoken("goal-change-spoken")} on_press={self.change("goal-name", Open::Goal(goal.id.clone(), Some(Box::new(goal.clone()))))}>
                                { text.get("expect-change") }
                            </Button>
                        }
                    </div>
                </div>
                <p>{ words::adopted(text, self.district, goal) }</p>
                if let Some(measure) = goal.measure() {
                    <p>{ words::measure(text, measure) }</p>
                }
                if !goal.look_fors.is_empty() {
                    <p class="strong">{ text.get("goal-carried") }</p>
                    <ul class="goal-list">{ for goal.look_fors.iter().map(|id| html! { <li>{ self.target(goal, id) }</li> }) }</ul>
                }
                if !goal.agreed.is_empty() {
                    <p class="muted small">{ text.with("goal-agreed-by", [("names", goal.agreed.join(", ").into())]) }</p>
                }
                if !served.is_empty() {
                    <p class="strong">{ text.get("goal-served") }</p>
                    <ul class="expect-list">{ for served.iter().map(|one| self.listed(one)) }</ul>
                }
            </article>
        }
    }

    /// A look-for that carries a goal, with what is expected of it where the goal holds.
    fn target(&self, goal: &Goal, id: &LookForId) -> String {
        let (text, today) = (self.text, self.app.model.today());
        let framework = self.app.model.documents.framework_on(today);
        let Some(look_for) = framework.and_then(|(_, framework)| framework.look_for(id)) else {
            return text.get("focus-gone");
        };
        let common = match &goal.area {
            Area::District => Common::default(),
            Area::Network(id) => Common { network: Some(id.clone()), ..Common::default() },
            Area::School(id) => {
                Common { school: Some(id.clone()), network: self.district.network_of(id).cloned(), ..Common::default() }
            }
        };
        let name = ("name", look_for.text.as_str().into());
        match holding(&self.district.expectations, id, &common, today) {
            Some(expected) => {
                let level = expected_level(text, &look_for.kind, expected);
                text.with("goal-target-of", [name, ("level", level.into())])
            }
            None => text.with("goal-target-none", [name]),
        }
    }

    /// What is under way, or will be, and serves no goal that is worked towards.
    fn distractions(&self) -> Html {
        let text = self.text;
        let present = self.all().filter(|one| !self.is_over(one.until));
        let all: Vec<&Initiative> = present.filter(|one| self.stands_with(one).is_none()).collect();
        if all.is_empty() {
            return Html::default();
        }
        html! {
            <Panel id="distractions" title={text.get("initiative-distractions")}>
                <p>{ text.get("initiative-distractions-text") }</p>
                <ul class="expect-list">{ for all.iter().map(|one| self.listed(one)) }</ul>
            </Panel>
        }
    }

    /// The goal that an initiative serves, or served: one that goes on after its goal is over serves it no more.
    fn stands_with(&self, one: &Initiative) -> Option<&Goal> {
        let goal = self.district.goals.get(one.serves.as_ref()?)?;
        (self.is_over(one.until) || !self.is_over(goal.until)).then_some(goal)
    }

    fn is_over(&self, until: Option<Date>) -> bool {
        until.is_some_and(|last| last < self.app.model.today())
    }

    fn all(&self) -> impl Iterator<Item = &Initiative> {
        self.district.goals.initiatives.iter()
    }

    fn listed(&self, one: &Initiative) -> Html {
        let text = self.text;
        let id = format!("initiative-{}", one.id);
        let key = id.clone();
        if matches!(self.shown, Some(Open::Initiative(id, _)) if *id == one.id) {
            let form = html! { <InitiativeForm id={one.id.clone()} was={one.clone()} on_leave={self.leave(&id)} /> };
            return html! { <li {key} class="goal-form">{ form }</li> };
        }
        let spoken = AttrValue::from(text.with("goal-change-spoken", [("name", one.name.as_str().into())]));
        html! {
            <li {key}>
                <div {id} tabindex="-1">
                    <p>
                        { &one.name }
                        if self.stands_with(one).is_none() {
                            { " " }<span class="tag">{ text.get("initiative-distraction") }</span>
                        }
                    </p>
                    <p class="muted small">{ words::under_way(text, self.district, one) }</p>
                </div>
                if self.sets(&one.area) {
                    <Button kind={ButtonKind::Quiet} {spoken} on_press={self.change("initiative-name", Open::Initiative(one.id.clone(), Some(Box::new(one.clone()))))}>{ text.get("expect-change") }</Button>
                }
            </li>
        }
    }

    /// What is over, without what already stands with its goal.
    fn past(&self) -> Html {
        let goals: Vec<&Goal> = self.district.goals.all.iter().filter(|goal| self.is_over(goal.until)).collect();
        let over = self.all().filter(|one| self.is_over(one.until));
        let initiatives: Vec<&Initiative> = over.filter(|one| self.stands_with(one).is_none()).collect();
        if goals.is_empty() && initiatives.is_empty() {
            return Html::default();
        }
        html! {
            <section class="section" aria-labelledby="goals-past">
                <h2 id="goals-past">{ self.text.get("goal-past") }</h2>
                { for goals.iter().map(|goal| self.goal(goal)) }
                <ul class="expect-list">{ for initiatives.iter().map(|one| self.listed(one)) }</ul>
            </section>
        }
    }

    fn sets(&self, area: &Area) -> bool {
        self.me.sets_goals(self.district, area, self.app.model.today())
    }

    fn open(&self, first: &'static str, next: impl Fn() -> Open + 'static) -> Callback<()> {
        opens(self.app, self.open, next, first)
    }

    fn change(&self, first: &'static str, next: Open) -> Callback<()> {
        self.open(first, move || next.clone())
    }

    fn leave(&self, back: &str) -> Callback<()> {
        leaves(self.open, back.to_owned())
    }
}

/// The goals that an area works towards today, in one sentence; nothing where there are none.
pub(in crate::pages) fn goals_of(app: &App, area: &Area) -> Option<String> {
    let district = app.model.documents.district.as_ref()?;
    let names: Vec<String> = district.goals_of(area, app.model.today()).map(|goal| goal.name.clone()).collect();
    let text = &app.model.text;
    (!names.is_empty()).then(|| text.with("goal-of-school", [("names", quoted(text, &names).into())]))
}

/// The areas whose goals somebody sets, with their names.
fn areas(app: &App) -> Vec<(Area, String)> {
    let (Some(me), Some(district)) = (app.model.me.as_deref(), &app.model.documents.district) else {
        return Vec::new();
    };
    let today = app.model.today();
    let all = named_areas(district, &app.model.text);
    all.filter(|(area, _)| me.sets_goals(district, area, today)).collect()
}
