use yew::prelude::*;

use super::truth;

/// What [`Fold`] needs.
#[derive(Properties, PartialEq)]
pub struct FoldProps {
    /// "Also saw …".
    pub summary: AttrValue,
    /// "17 more look-fors".
    #[prop_or_default]
    pub note: AttrValue,
    /// It is open.
    pub open: bool,
    /// Whether it should be open now.
    pub on_toggle: Callback<bool>,
    /// Drawn as a line of text rather than a bar, where a bar would outweigh what stands above it.
    #[prop_or_default]
    pub quiet: bool,
    /// What it hides; drawn only while it is open.
    pub children: Html,
}

/// Something folded away. A native `details`, but the page holds the state, so that sixty hidden rows cost nothing.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let next = !props.open;
    let on_toggle = props.on_toggle.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        on_toggle.emit(next);
    });
    html! {
        <details class="fold" data-quiet={truth(props.quiet)} open={props.open}>
            <summary class="fold-summary" {onclick}>
                <span>{ &props.summary }</span>
                <span class="fold-note">{ &props.note }</span>
            </summary>
            if props.open {
                { props.children.clone() }
            }
        </details>
    }
}
