use domain::visit::Act;
use yew::prelude::*;

use super::RowProps;
use super::other::{BESIDE_AMOUNTS, Others, with_others};
use crate::components::{Counter, LookForRow};
use crate::pages::record::found::Found;

/// Taps, counted.
#[component]
pub(super) fn CountRow(props: &RowProps) -> Html {
    let open = use_state(|| false);
    let (text, look_for) = (&props.text, &props.look_for);
    let taps = match props.standing.found {
        Found::Taps(taps) => taps,
        Found::Nothing | Found::Timed { .. } | Found::Snapshots { .. } => 0,
    };
    let short = look_for.short.as_str();
    let control = html! {
        <Counter
            label={look_for.text.clone()}
            value={taps.to_string()}
            minus_label={text.with("recorder-one-less", [("look-for", short.into())])}
            plus_label={text.with("recorder-one-more", [("look-for", short.into())])}
            can_subtract={taps > 0}
            on_add={props.act(Act::Tap(look_for.id.clone()))}
            on_subtract={props.act(Act::Untap(look_for.id.clone()))}
        />
    };
    let others = Others { answers: &BESIDE_AMOUNTS, open, wide: false };
    html! {
        <LookForRow id={props.row_id()} kind="count" answered={props.standing.answered} title={look_for.text.clone()} hint={props.hint()}>
            { with_others(props, &others, control) }
        </LookForRow>
    }
}
