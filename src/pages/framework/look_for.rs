use domain::district::Area;
use domain::framework::{Ask, Autonomy, Kind, LookFor, Segment};
use domain::permission::Me;
use yew::prelude::*;

use super::expected::{elsewhere, here};
use crate::components::{KeyValue, KeyValues};
use crate::state::App;
use crate::text::Text;

/// One look-for with everything that an observer needs to know of it.
pub(super) fn card(app: &App, look_for: &LookFor) -> Html {
    let text = &app.model.text;
    let id = format!("look-for-{}", look_for.id);
    let area = app.model.me.as_deref().map_or(Area::District, Me::area);
    let focus = app.model.documents.focus(&area, app.model.today()).contains(&look_for.id);
    let rows = facts(app, look_for);
    html! {
        <article key={id.clone()} class="panel" aria-labelledby={id.clone()}>
            <div class="panel-head">
                <h3 {id}>{ &look_for.text }</h3>
                if focus {
                    <span class="small strong">{ text.get("framework-focus") }</span>
                }
            </div>
            if let Some(hint) = &look_for.hint {
                <p class="muted">{ hint }</p>
            }
            if !look_for.examples.is_empty() {
                <ul class="muted">{ for look_for.examples.iter().map(|example| html! { <li>{ example }</li> }) }</ul>
            }
            { levels(text, &look_for.kind) }
            <KeyValues {rows} />
        </article>
    }
}

fn facts(app: &App, look_for: &LookFor) -> Vec<KeyValue> {
    let text = &app.model.text;
    let autonomy = match look_for.autonomy {
        Autonomy::NonNegotiable => text.get("framework-autonomy-fixed"),
        Autonomy::Adaptable => text.get("framework-autonomy-open"),
    };
    let fact = |label: String, value: String| KeyValue { label: label.into(), value: value.into() };
    let mut facts = vec![
        fact(text.get("framework-kind"), kind(text, &look_for.kind)),
        fact(text.get("framework-autonomy"), autonomy),
        fact(text.get("framework-segments"), segments(text, &look_for.segments)),
        fact(text.get("framework-expected"), here(app, look_for)),
    ];
    facts.extend(elsewhere(app, look_for).map(|others| fact(text.get("framework-expected-elsewhere"), others)));
    facts
}

/// How it is observed, in words.
pub(in crate::pages) fn kind(text: &Text, kind: &Kind) -> String {
    match kind {
        Kind::Presence => text.get("framework-kind-presence"),
        Kind::Count => text.get("framework-kind-count"),
        Kind::Duration => text.get("framework-kind-duration"),
        Kind::Interval { every_minutes, ask: Ask::NotDoing } => {
            text.with("framework-kind-students", [("minutes", (*every_minutes).into())])
        }
        Kind::Interval { every_minutes, ask: Ask::YesOrNo } => {
            text.with("framework-kind-moment", [("minutes", (*every_minutes).into())])
        }
        Kind::Rating { levels, .. } => text.with("framework-kind-rating", [("n", levels.len().into())]),
    }
}

/// The levels of a rubric, from the lowest up; the first one that counts as shown says so.
fn levels(text: &Text, kind: &Kind) -> Html {
    let Kind::Rating { levels, shown_from } = kind else {
        return Html::default();
    };
    let named = levels.iter().zip(1_usize..).map(|(level, number)| {
        let name = [("number", number.into()), ("name", level.name.as_str().into())];
        let name = if number == usize::from(*shown_from) {
            text.with("framework-level-shown", name)
        } else {
            text.with("framework-level", name)
        };
        html! { <li><span class="strong">{ name }</span><br />{ &level.descriptor }</li> }
    });
    html! { <ul class="stack">{ for named }</ul> }
}

/// The parts of the lesson in which it can be judged.
pub(in crate::pages) fn segments(text: &Text, segments: &[Segment]) -> String {
    if segments.is_empty() {
        return text.get("framework-segment-all");
    }
    let name = |segment: &Segment| match segment {
        Segment::Opening => text.get("framework-segment-opening"),
        Segment::Middle => text.get("framework-segment-middle"),
        Segment::Closing => text.get("framework-segment-closing"),
    };
    segments.iter().map(name).collect::<Vec<_>>().join(", ")
}
