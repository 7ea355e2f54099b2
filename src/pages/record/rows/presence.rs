use domain::visit::{Act, Answer};
use yew::prelude::*;

use super::RowProps;
use super::other::index_of;
use crate::components::{LookForRow, Segmented};

const ANSWERS: [Answer; 4] = [Answer::Seen, Answer::NotSeen, Answer::NotApplicable, Answer::CouldNotJudge];

/// Seen, not seen, not applicable, or could not judge.
#[component]
pub(super) fn PresenceRow(props: &RowProps) -> Html {
    let text = &props.text;
    let standing = &props.standing;
    let words = vec![
        text.get("recorder-seen").into(),
        text.get("recorder-not-seen").into(),
        text.get("recorder-not-applicable").into(),
        text.get("recorder-cannot-tell").into(),
    ];
    let spoken = vec![
        text.get("recorder-seen").into(),
        text.get("recorder-not-seen").into(),
        text.get("recorder-not-applicable-spoken").into(),
        text.get("recorder-could-not-judge").into(),
    ];
    let look_for = props.look_for.id.clone();
    let on_choose = props.on_act.reform(move |chosen: Option<usize>| {
        Act::Answer(look_for.clone(), chosen.and_then(|index| ANSWERS.get(index).copied()))
    });
    let hint = match standing.answer {
        Some(Answer::CouldNotJudge) => Some(html! { { text.get("recorder-could-not-judge") } }),
        Some(Answer::Seen | Answer::NotSeen | Answer::NotApplicable | Answer::Level(_)) | None => props.hint(),
    };
    html! {
        <LookForRow id={props.row_id()} kind="presence" answered={standing.answered} title={props.look_for.text.clone()} {hint}>
            <Segmented
                label={props.look_for.text.clone()}
                options={words}
                {spoken}
                chosen={index_of(&ANSWERS, standing.answer)}
                {on_choose}
            />
        </LookForRow>
    }
}
