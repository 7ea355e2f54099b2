use yew::prelude::*;

use super::truth;

/// What [`Segmented`] needs.
#[derive(Properties, PartialEq)]
pub struct SegmentedProps {
    /// What is being answered: the look-for's words, for screen readers.
    pub label: AttrValue,
    /// The answers' words, two to five.
    pub options: Vec<AttrValue>,
    /// Said instead of the words, where those are only a figure. Empty, or one for each option.
    #[prop_or_default]
    pub spoken: Vec<AttrValue>,
    /// Which one is chosen; `None` is blank, and blank is never "no".
    pub chosen: Option<usize>,
    /// Figures instead of words: narrower.
    #[prop_or_default]
    pub narrow: bool,
    /// The new answer. Tapping the chosen one clears it.
    pub on_choose: Callback<Option<usize>>,
}

/// One answer of a few, each one tap away.
#[component]
pub fn Segmented(props: &SegmentedProps) -> Html {
    html! {
        <div class="segmented" role="group" aria-label={&props.label} data-narrow={truth(props.narrow)}>
            { for props.options.iter().enumerate().map(|(index, label)| option(props, index, label)) }
        </div>
    }
}

fn option(props: &SegmentedProps, index: usize, label: &AttrValue) -> Html {
    let is_chosen = props.chosen == Some(index);
    let next = (!is_chosen).then_some(index);
    html! {
        <button
            type="button"
            class="segmented-option"
            aria-pressed={truth(is_chosen)}
            aria-label={props.spoken.get(index).cloned()}
            onclick={props.on_choose.reform(move |_: MouseEvent| next)}
        >
            <span class="segmented-label" data-label={label}>{ label }</span>
        </button>
    }
}
