//! When visits are lopsided enough to mislead, and how: in the same words wherever it is said.

use domain::compare::Selection;
use domain::coverage::{Balance, ENOUGH_VISITS, Key, Lean, balances};
use domain::device::Documents;
use domain::framework::Segment;
use yew::prelude::*;

use super::coverage::time_of_day;
use super::held::Held;
use super::plan_week::time;
use crate::route::Route;
use crate::state::use_app;
use crate::text::Text;

/// More would be a table, and Coverage has one.
const MOST: usize = 3;

/// What [`SamplingNote`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct SamplingNoteProps {
    /// Which visits; those on this tablet are looked at.
    pub selection: Selection,
    /// Where there is nothing to warn of, that is said too.
    #[prop_or_default]
    pub always: bool,
}

/// Where visits lean so far that they may mislead, in a few sentences.
#[component]
pub(super) fn SamplingNote(props: &SamplingNoteProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let held = Held::of(&app.model);
    let found = use_memo((held.clone(), props.selection.clone()), |(held, selection)| {
        held.ground().map(|ground| balances(&ground, selection)).unwrap_or_default()
    });
    let leans: Vec<_> = found.iter().flat_map(Balance::leans).collect();
    if leans.is_empty() && !props.always {
        return Html::default();
    }
    let enough = found.iter().any(|balance| balance.visits >= ENOUGH_VISITS);
    let said = leans.iter().take(MOST).map(|found| lean(text, &held.documents, found)).collect::<Vec<_>>().join(" ");
    let more = Route::Coverage(props.selection.clone()).address();
    html! {
        <p>
            if !leans.is_empty() {
                <span class="strong">{ text.get("sampling-leans") }</span>{ " " }{ said }{ " " }
            } else if enough {
                { text.get("sampling-even") }{ " " }
            } else {
                { text.get("sampling-too-few") }{ " " }
            }
            <a href={more}>{ text.with("sampling-more", [("n", leans.len().saturating_sub(MOST).into())]) }</a>
        </p>
    }
}

/// One lean as a sentence.
pub(super) fn lean(text: &Text, documents: &Documents, lean: &Lean<'_>) -> String {
    let words = [
        ("part", place(text, documents, &lean.part.key).into()),
        ("share", text.percent(lean.share).into()),
        ("even", text.percent(lean.part.even).into()),
    ];
    let id = match lean.more {
        true => "coverage-lean-more",
        false if lean.part.visits == 0 => "coverage-lean-none",
        false => "coverage-lean-fewer",
    };
    text.with(id, words)
}

/// Where visits were, as a sentence begins: "In the morning", "With R. Okafor".
fn place(text: &Text, documents: &Documents, key: &Key) -> String {
    let id = match key {
        Key::TimeOfDay(at) => return time(text, *at),
        Key::Weekday(_) => "sampling-weekday",
        Key::Segment(_) => "sampling-segment",
        Key::Subject(_) => "sampling-subject",
        Key::Teacher(_) => "sampling-teacher",
    };
    text.with(id, [("part", part(text, documents, key).into())])
}

/// The name of a part.
pub(super) fn part(text: &Text, documents: &Documents, key: &Key) -> String {
    match key {
        Key::TimeOfDay(time) => time_of_day(text, *time),
        Key::Weekday(day) => text.get(&format!("coverage-weekday-{day}")),
        Key::Segment(Segment::Opening) => text.get("coverage-opening"),
        Key::Segment(Segment::Middle) => text.get("coverage-middle"),
        Key::Segment(Segment::Closing) => text.get("coverage-closing"),
        Key::Subject(subject) => subject.to_string(),
        Key::Teacher(id) => {
            let known = documents.rosters.values().filter_map(|roster| roster.teacher(id)).next();
            known.map_or_else(|| id.to_string(), |teacher| teacher.name.clone())
        }
    }
}
