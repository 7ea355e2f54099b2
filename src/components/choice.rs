use yew::prelude::*;

/// One entry of a native select.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What comes back when it is chosen. Unique within one select.
    pub value: AttrValue,
    /// What the person reads.
    pub label: AttrValue,
}

impl Choice {
    /// Both parts at once, for lists written out by hand.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// The options of a select with the chosen one marked.
///
/// A browser ignores a changed `selected` attribute on an option the person has touched. The key holds the mark, so
/// that an option whose mark changes is a fresh element and "clear filters" shows at once.
pub(super) fn options(choices: &[Choice], chosen: &str) -> Html {
    choices
        .iter()
        .map(|choice| {
            let is_chosen = choice.value == chosen;
            html! {
                <option key={format!("{}|{is_chosen}", choice.value)} value={choice.value.clone()} selected={is_chosen}>
                    { choice.label.clone() }
                </option>
            }
        })
        .collect()
}
