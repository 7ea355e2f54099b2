use yew::prelude::*;

use crate::components::{Button, ButtonKind, Chip, InputKind, TextField};
use crate::text::Text;

/// What [`PresentEntry`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct PresentEntryProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The language.
    pub text: Text,
    /// Students on the roster: offered, never filled in.
    #[prop_or_default]
    pub enrolled: Option<u16>,
    /// How many were counted before.
    #[prop_or_default]
    pub present: Option<u16>,
    /// How many are present.
    pub on_present: Callback<u16>,
}

/// Asks once how many students are present.
#[component]
pub(crate) fn PresentEntry(props: &PresentEntryProps) -> Html {
    let text = &props.text;
    let typed = use_state(|| AttrValue::from(props.present.map(|present| present.to_string()).unwrap_or_default()));
    let number = typed.trim().parse::<u16>().ok().filter(|number| *number <= 500);
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |words: AttrValue| typed.set(words))
    };
    let save = {
        let on_present = props.on_present.clone();
        Callback::from(move |()| {
            if let Some(number) = number {
                on_present.emit(number);
            }
        })
    };
    let suggestion = props.enrolled.filter(|enrolled| Some(*enrolled) != props.present);
    html! {
        <div class="recorder-present" role="group" aria-label={text.get("recorder-students-present")}>
            <TextField id={&props.id} label={text.get("recorder-students-present")} kind={InputKind::Number} value={&*typed} {on_input} />
            <Button kind={ButtonKind::Primary} disabled={number.is_none()} on_press={save}>{ text.get("recorder-set") }</Button>
            if let Some(enrolled) = suggestion {
                <Chip
                    label={text.with("recorder-as-enrolled", [("n", enrolled.into())])}
                    on_press={props.on_present.reform(move |()| enrolled)}
                />
            }
        </div>
    }
}
