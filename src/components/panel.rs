use yew::prelude::*;

/// What [`Panel`] needs.
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// Names the panel; unique on the page.
    pub id: AttrValue,
    /// Its heading, level 2.
    pub title: AttrValue,
    /// A word at the right of the heading.
    #[prop_or_default]
    pub aside: Html,
    /// What it holds.
    pub children: Html,
}

/// A titled card.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let heading = format!("{}-title", props.id);
    html! {
        <section class="panel" id={&props.id} aria-labelledby={heading.clone()}>
            <div class="panel-head"><h2 id={heading}>{ &props.title }</h2>{ props.aside.clone() }</div>
            { props.children.clone() }
        </section>
    }
}
