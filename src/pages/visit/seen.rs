use domain::framework::{LookFor, Strand};
use domain::visit::Outcome;
use yew::prelude::*;

use super::amounts::{outcome_attribute, outcome_words};
use super::{Part, PartProps};
use crate::components::{EmptyState, Panel};
use crate::state::{Model, use_app};

/// What was seen, strand by strand. What was left blank stands at the end of each, as one line.
#[component]
pub(super) fn Seen(props: &PartProps) -> Html {
    let app = use_app();
    let (model, part) = (&app.model, &props.part);
    if part.open.visit.nothing {
        let text = &model.text;
        return html! { <EmptyState title={text.get("visit-nothing")} text={text.get("visit-nothing-text")} /> };
    }
    html! {
        <div class="grid" data-size="wide">
            { for part.framework.strands.iter().map(|strand| panel(model, part, strand)) }
        </div>
    }
}

fn panel(model: &Model, part: &Part, strand: &Strand) -> Html {
    let (text, visit) = (&model.text, &part.open.visit);
    let now = visit.end(model.now);
    let outcome = |look_for: &LookFor| visit.outcome(look_for, now);
    let (blank, ended): (Vec<_>, Vec<_>) =
        strand.look_fors.iter().partition(|look_for| outcome(look_for) == Outcome::Blank);
    html! {
        <Panel id={format!("strand-{}", strand.id)} title={strand.name.clone()}>
            <ul class="seen-list">
                { for ended.into_iter().map(|look_for| html! {
                    <li class="seen-item" data-outcome={outcome_attribute(outcome(look_for))}>
                        <span class="seen-text">{ &look_for.text }</span>
                        <span class="seen-outcome number">{ outcome_words(text, visit, look_for, now) }</span>
                    </li>
                }) }
            </ul>
            if !blank.is_empty() {
                <p class="muted small">{ text.with("visit-blank", [("n", blank.len().into())]) }</p>
            }
        </Panel>
    }
}
