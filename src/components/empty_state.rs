use yew::prelude::*;

/// What [`EmptyState`] needs.
#[derive(Properties, PartialEq)]
pub struct EmptyStateProps {
    /// What is not there yet.
    pub title: AttrValue,
    /// What to do next.
    pub text: AttrValue,
    /// The button that does it.
    #[prop_or_default]
    pub actions: Html,
}

/// Stands where a list would: says what to do next.
#[component]
pub fn EmptyState(props: &EmptyStateProps) -> Html {
    html! {
        <div class="empty-state">
            <h2 class="empty-state-title">{ &props.title }</h2>
            <p class="empty-state-text">{ &props.text }</p>
            <div class="empty-state-actions">{ props.actions.clone() }</div>
        </div>
    }
}
