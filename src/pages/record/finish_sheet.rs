//! Finishing: what was left blank, answered with one tap or left as it is, and when the visit ended.

use domain::framework::{Kind, LookFor};
use domain::time::{MINUTE, Millis};
use domain::visit::{Act, Answer, Outcome, Visit};
use yew::prelude::*;

use super::clock::use_time;
use super::found::Form;
use super::same::Same;
use crate::components::{Button, ButtonKind, Checkbox, Dialog, DialogKind, Segmented};
use crate::state::use_app;
use crate::text::Text;

/// The last mark is offered as the end when it lies this far back.
const LONG_AGO: i64 = 2 * MINUTE;

/// What [`FinishSheet`] needs.
#[derive(Properties, PartialEq)]
pub struct FinishSheetProps {
    /// The visit.
    pub visit: Visit,
    /// The look-fors in focus.
    pub form: Same<Form>,
    /// The visit should end at its last mark, unless the observer says otherwise.
    #[prop_or_default]
    pub at_last_mark: bool,
    /// Takes what the observer answers.
    pub on_act: Callback<Act>,
    /// The visit ended at this moment.
    pub on_finish: Callback<Millis>,
    /// Closes the sheet.
    pub on_close: Callback<()>,
}

/// The finish sheet.
#[component]
pub fn FinishSheet(props: &FinishSheetProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let now = use_time();
    let at_last = use_state(|| props.at_last_mark);
    // What was blank when the sheet opened stays listed after it has been answered, so that it can be changed.
    let listed = use_memo((), |()| blank(&props.visit, &props.form, now));
    let visit = &props.visit;
    let last = visit.last_mark();
    let offers_last = visit.is_live() && (props.at_last_mark || now.since(last) >= LONG_AGO);
    let finish = {
        let on_finish = props.on_finish.clone();
        let end = match visit.finished {
            Some(end) => end,
            None if *at_last && offers_last => last,
            None => now,
        };
        Callback::from(move |()| on_finish.emit(end))
    };
    let toggle = {
        let at_last = at_last.clone();
        Callback::from(move |on: bool| at_last.set(on))
    };
    let left = listed.iter().filter(|look_for| visit.outcome(look_for, now) == Outcome::Blank).count();
    let actions = html! {
        <>
            <Button on_press={props.on_close.clone()}>{ text.get("recorder-go-on") }</Button>
            <Button kind={ButtonKind::Primary} on_press={finish}>{
                if left == 0 { text.get("recorder-finish") } else { text.with("recorder-finish-blank", [("n", left.into())]) }
            }</Button>
        </>
    };
    html! {
        <Dialog
            id="finish"
            kind={DialogKind::Sheet}
            title={text.get("recorder-finish-title")}
            close_label={text.get("recorder-close")}
            on_close={props.on_close.clone()}
            {actions}
        >
            { blanks(text, props, &listed, now) }
            if offers_last {
                <Checkbox
                    id="finish-last"
                    label={text.with("recorder-finish-at-last", [("time", text.clock(last, visit.begin.offset).into())])}
                    hint={text.with("recorder-finish-at-last-hint", [("n", minutes(now.since(last)).into())])}
                    checked={*at_last}
                    on_toggle={toggle}
                />
            }
        </Dialog>
    }
}

fn minutes(millis: i64) -> i64 {
    millis.max(0) / MINUTE
}

fn blank(visit: &Visit, form: &Form, now: Millis) -> Vec<Same<LookFor>> {
    let is_blank = |look_for: &&Same<LookFor>| visit.outcome(look_for, now) == Outcome::Blank;
    form.focus.iter().filter(is_blank).cloned().collect()
}

fn blanks(text: &Text, props: &FinishSheetProps, listed: &[Same<LookFor>], now: Millis) -> Html {
    if listed.is_empty() {
        return html! { <p>{ text.get("recorder-nothing-blank") }</p> };
    }
    let amounts: Vec<Act> = listed
        .iter()
        .filter(|look_for| look_for.kind.is_amount() && props.visit.outcome(look_for, now) == Outcome::Blank)
        .map(|look_for| Act::Answer(look_for.id.clone(), Some(Answer::NotSeen)))
        .collect();
    let rest = amounts.len();
    let none_of_them = {
        let on_act = props.on_act.clone();
        Callback::from(move |()| amounts.iter().for_each(|act| on_act.emit(act.clone())))
    };
    html! {
        <>
            <p>{ text.with("recorder-still-blank", [("n", listed.len().into())]) }</p>
            <ul class="finish-list">
                { for listed.iter().map(|look_for| blank_row(text, props, look_for)) }
            </ul>
            if rest > 1 {
                <Button on_press={none_of_them}>{ text.with("recorder-none-of-them", [("n", rest.into())]) }</Button>
            }
        </>
    }
}

fn blank_row(text: &Text, props: &FinishSheetProps, look_for: &Same<LookFor>) -> Html {
    let answers = answers(&look_for.kind);
    let words: Vec<AttrValue> =
        answers.iter().map(|answer| text.get(word(*answer, look_for.kind.is_amount())).into()).collect();
    let given = props.visit.answers.get(&look_for.id).copied();
    let id = look_for.id.clone();
    let on_choose = props.on_act.reform(move |chosen: Option<usize>| {
        Act::Answer(id.clone(), chosen.and_then(|index| answers.get(index).copied()))
    });
    html! {
        <li key={look_for.id.0.clone()} class="finish-item">
            <span>{ &look_for.text }</span>
            <Segmented
                label={look_for.text.clone()}
                options={words}
                chosen={answers.iter().position(|answer| Some(*answer) == given)}
                {on_choose}
            />
        </li>
    }
}

/// The answers that one tap can give: an amount or a level that was seen is recorded in its row instead.
fn answers(kind: &Kind) -> &'static [Answer] {
    match kind {
        Kind::Presence => &[Answer::Seen, Answer::NotSeen, Answer::NotApplicable, Answer::CouldNotJudge],
        Kind::Count | Kind::Duration | Kind::Interval { .. } => {
            &[Answer::NotSeen, Answer::NotApplicable, Answer::CouldNotJudge]
        }
        Kind::Rating { .. } => &[Answer::NotApplicable, Answer::CouldNotJudge],
    }
}

fn word(answer: Answer, amount: bool) -> &'static str {
    match answer {
        Answer::Seen | Answer::Level(_) => "recorder-seen",
        Answer::NotSeen if amount => "recorder-none-seen",
        Answer::NotSeen => "recorder-not-seen",
        Answer::NotApplicable => "recorder-not-applicable",
        Answer::CouldNotJudge => "recorder-could-not-judge",
    }
}
