use yew::prelude::*;

/// One large number.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    /// The number, as written in the person's language.
    pub value: AttrValue,
    /// What it counts.
    pub label: AttrValue,
    /// What it is worth: "of 26", "since 1 September".
    pub note: Option<AttrValue>,
}

/// What [`KeyFigures`] needs.
#[derive(Properties, PartialEq)]
pub struct KeyFiguresProps {
    /// Two to five of them.
    pub figures: Vec<KeyFigure>,
}

/// A few large numbers with their names.
#[component]
pub fn KeyFigures(props: &KeyFiguresProps) -> Html {
    html! {
        <dl class="key-figures">
            { for props.figures.iter().map(|figure| html! {
                <div class="key-figure">
                    <dt class="key-figure-label">{ &figure.label }</dt>
                    <dd class="key-figure-value">{ &figure.value }</dd>
                    if let Some(note) = &figure.note {
                        <dd class="key-figure-note">{ note }</dd>
                    }
                </div>
            }) }
        </dl>
    }
}
