//! Answers beside a control's own: none while I watched, not applicable, could not judge.

use domain::visit::{Act, Answer};
use yew::prelude::*;

use super::RowProps;
use crate::components::{Button, ButtonKind, Icon, Segmented};

/// Answers that go with any amount.
pub(super) const BESIDE_AMOUNTS: [Answer; 3] = [Answer::NotSeen, Answer::NotApplicable, Answer::CouldNotJudge];
/// Answers that go with a rating.
pub(super) const BESIDE_RATINGS: [Answer; 2] = [Answer::NotApplicable, Answer::CouldNotJudge];

/// What [`with_others`] puts beside a control.
pub(super) struct Others {
    /// Which answers there are.
    pub answers: &'static [Answer],
    /// They are unfolded. One that is chosen always shows.
    pub open: UseStateHandle<bool>,
    /// The control takes the whole width.
    pub wide: bool,
}

/// A control with its other answers folded behind a small button.
pub(super) fn with_others(props: &RowProps, others: &Others, control: Html) -> Html {
    let text = &props.text;
    let chosen = index_of(others.answers, props.standing.answer);
    let shown = *others.open || chosen.is_some();
    let toggle = {
        let open = others.open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let words: Vec<AttrValue> = others.answers.iter().map(|answer| text.get(word(*answer)).into()).collect();
    let answers = others.answers;
    let (look_for, open) = (props.look_for.id.clone(), others.open.clone());
    let on_act = props.on_act.clone();
    let on_choose = Callback::from(move |chosen: Option<usize>| {
        open.set(false);
        on_act.emit(Act::Answer(look_for.clone(), chosen.and_then(|index| answers.get(index).copied())));
    });
    html! {
        <div class="recorder-answers" data-wide={if others.wide { "true" } else { "false" }}>
            <div class="recorder-answers-main">
                { control }
                if chosen.is_none() {
                    <Button
                        kind={ButtonKind::Quiet}
                        icon={Icon::More}
                        expanded={shown}
                        spoken={text.with("recorder-other-answers", [("look-for", props.look_for.short.as_str().into())])}
                        on_press={toggle}
                    >{ "" }</Button>
                }
            </div>
            if shown {
                <Segmented label={props.look_for.text.clone()} options={words} {chosen} {on_choose} />
            }
        </div>
    }
}

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::NotSeen => "recorder-none-seen",
        Answer::NotApplicable => "recorder-not-applicable",
        Answer::CouldNotJudge => "recorder-could-not-judge",
        Answer::Seen | Answer::Level(_) => "recorder-seen",
    }
}

pub(super) fn index_of(answers: &[Answer], answer: Option<Answer>) -> Option<usize> {
    answers.iter().position(|offered| Some(*offered) == answer)
}
