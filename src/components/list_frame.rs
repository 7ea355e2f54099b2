use yew::prelude::*;

/// What [`ListFrame`] needs.
#[derive(Properties, PartialEq)]
pub struct ListFrameProps {
    /// A [`VirtualList`](super::VirtualList).
    pub children: Html,
}

/// As high as what is left of the screen, so that the list in it scrolls by itself.
#[component]
pub fn ListFrame(props: &ListFrameProps) -> Html {
    html! { <div class="list-frame">{ props.children.clone() }</div> }
}
