use yew::prelude::*;

use super::segmented::Segmented;

/// One level of a rubric.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingLevel {
    /// "3".
    pub name: AttrValue,
    /// "Apply: the idea used in a new problem".
    pub descriptor: AttrValue,
}

/// What [`RatingScale`] needs.
#[derive(Properties, PartialEq)]
pub struct RatingScaleProps {
    /// What is rated, for screen readers.
    pub label: AttrValue,
    /// The levels from low to high.
    pub levels: Vec<RatingLevel>,
    /// Which one is chosen.
    pub chosen: Option<usize>,
    /// The chosen level's descriptor stands under the scale; off where the row's hint already shows it.
    #[prop_or_default]
    pub describe: bool,
    /// The new level. Tapping the chosen one clears it.
    pub on_choose: Callback<Option<usize>>,
}

/// A rubric's levels as figures; each says its descriptor to a screen reader.
#[component]
pub fn RatingScale(props: &RatingScaleProps) -> Html {
    let names: Vec<AttrValue> = props.levels.iter().map(|level| level.name.clone()).collect();
    let spoken: Vec<AttrValue> =
        props.levels.iter().map(|level| AttrValue::from(format!("{}: {}", level.name, level.descriptor))).collect();
    let described = props.chosen.filter(|_| props.describe).and_then(|index| props.levels.get(index));
    html! {
        <div class="rating-scale">
            <Segmented
                label={&props.label}
                options={names}
                spoken={spoken}
                chosen={props.chosen}
                narrow={true}
                on_choose={props.on_choose.clone()}
            />
            if let Some(level) = described {
                <p class="rating-scale-descriptor">{ &level.name }{ " · " }{ &level.descriptor }</p>
            }
        </div>
    }
}
