use domain::framework::Kind;
use domain::visit::{Act, Answer};
use yew::prelude::*;

use super::RowProps;
use super::other::{BESIDE_RATINGS, Others, with_others};
use crate::components::{LookForRow, RatingLevel, RatingScale};

/// The levels of a rubric; the chosen one is described under the practice.
#[component]
pub(super) fn RatingRow(props: &RowProps) -> Html {
    let open = use_state(|| false);
    let look_for = &props.look_for;
    let levels = match &look_for.kind {
        Kind::Rating { levels, .. } => levels.as_slice(),
        Kind::Presence | Kind::Count | Kind::Duration | Kind::Interval { .. } => &[],
    };
    let chosen = match props.standing.answer {
        Some(Answer::Level(level)) => usize::from(level).checked_sub(1),
        Some(Answer::Seen | Answer::NotSeen | Answer::NotApplicable | Answer::CouldNotJudge) | None => None,
    };
    let figures = levels.iter().enumerate().map(|(index, level)| RatingLevel {
        name: (index + 1).to_string().into(),
        descriptor: format!("{}: {}", level.name, level.descriptor).into(),
    });
    let described = chosen.and_then(|index| Some((index + 1, levels.get(index)?)));
    let hint = match described {
        Some((figure, level)) => Some(html! { { format!("{figure} · {}: {}", level.name, level.descriptor) } }),
        None => props.hint(),
    };
    let id = look_for.id.clone();
    let on_choose = props.on_act.reform(move |chosen: Option<usize>| {
        let level = chosen.and_then(|index| u8::try_from(index + 1).ok());
        Act::Answer(id.clone(), level.map(Answer::Level))
    });
    let control = html! {
        <RatingScale label={look_for.text.clone()} levels={figures.collect::<Vec<_>>()} {chosen} {on_choose} />
    };
    let others = Others { answers: &BESIDE_RATINGS, open, wide: false };
    html! {
        <LookForRow id={props.row_id()} kind="rating" answered={props.standing.answered} title={look_for.text.clone()} {hint}>
            { with_others(props, &others, control) }
        </LookForRow>
    }
}
