use domain::district::{DistrictChange, DistrictRules, MOST_GOALS, MOST_MARGIN, MOST_VISITS};
use yew::prelude::*;

use super::said;
use crate::components::{Button, ButtonKind, Panel, Stepper};
use crate::state::{Command, Decision, use_app};

#[derive(Properties, PartialEq)]
pub(super) struct RulesFormProps {
    pub(super) was: DistrictRules,
}

/// What everyone is held against.
#[component]
pub(super) fn RulesForm(props: &RulesFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let now = use_state(|| props.was);
    let to = |next: DistrictRules| {
        let now = now.clone();
        Callback::from(move |()| now.set(next))
    };
    let rules = *now;
    let week = rules.visits_a_week.unwrap_or_default();
    let a_week = |visits: u32| DistrictRules { visits_a_week: (visits > 0).then_some(visits), ..rules };
    let keep = {
        let was = props.was;
        app.on(move |()| Command::Decide(Box::new(DistrictChange::Rules { was, now: rules })))
    };
    html! {
        <Panel id="rules-form" title={text.get("rules-title")}>
            <div class="rule">
                <Stepper
                    label={text.get("rules-margin")}
                    value={text.with("rules-points", [("n", rules.margin.into())])}
                    minus_label={text.get("rules-margin-less")}
                    plus_label={text.get("rules-margin-more")}
                    can_subtract={rules.margin > 0}
                    can_add={rules.margin < MOST_MARGIN}
                    on_add={to(DistrictRules { margin: rules.margin + 1, ..rules })}
                    on_subtract={to(DistrictRules { margin: rules.margin.saturating_sub(1), ..rules })}
                />
                <p class="muted small">{ text.get("rules-margin-hint") }</p>
            </div>
            <div class="rule">
                <Stepper
                    label={text.get("rules-minimum")}
                    value={text.number(f64::from(rules.minimum_visits))}
                    minus_label={text.get("rules-minimum-less")}
                    plus_label={text.get("rules-minimum-more")}
                    can_subtract={rules.minimum_visits > 1}
                    can_add={rules.minimum_visits < MOST_VISITS}
                    on_add={to(DistrictRules { minimum_visits: rules.minimum_visits + 1, ..rules })}
                    on_subtract={to(DistrictRules { minimum_visits: rules.minimum_visits.saturating_sub(1), ..rules })}
                />
                <p class="muted small">{ text.get("rules-minimum-hint") }</p>
            </div>
            <div class="rule">
                <Stepper
                    label={text.get("rules-week")}
                    value={if week == 0 { text.get("rules-week-none") } else { text.number(f64::from(week)) }}
                    minus_label={text.get("rules-week-less")}
                    plus_label={text.get("rules-week-more")}
                    can_subtract={week > 0}
                    can_add={week < MOST_VISITS}
                    on_add={to(a_week(week + 1))}
                    on_subtract={to(a_week(week.saturating_sub(1)))}
                />
            </div>
            <div class="rule">
                <Stepper
                    label={text.get("rules-goals")}
                    value={text.number(f64::from(rules.most_goals))}
                    minus_label={text.get("rules-goals-less")}
                    plus_label={text.get("rules-goals-more")}
                    can_subtract={rules.most_goals > 1}
                    can_add={rules.most_goals < MOST_GOALS}
                    on_add={to(DistrictRules { most_goals: rules.most_goals + 1, ..rules })}
                    on_subtract={to(DistrictRules { most_goals: rules.most_goals.saturating_sub(1), ..rules })}
                />
                <p class="muted small">{ text.get("rules-goals-hint") }</p>
            </div>
            { said(&app, &Decision::Rules) }
            <div class="cluster">
                <Button
                    kind={ButtonKind::Primary}
                    disabled={rules == props.was || app.model.deciding.busy || app.model.syncing.offline}
                    on_press={keep}
                >{ text.get("rules-keep") }</Button>
            </div>
        </Panel>
    }
}
