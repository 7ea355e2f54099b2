use yew::prelude::*;

/// What [`ClassroomCard`] needs.
#[derive(Properties, PartialEq)]
pub struct ClassroomCardProps {
    /// "Room 204".
    pub title: AttrValue,
    /// "R. Okafor · Grade 4 · Mathematics".
    pub sub: AttrValue,
    /// "Last visited 12 days ago", or that it has not been.
    pub last: AttrValue,
    /// The button that starts a visit, and whatever else.
    pub actions: Html,
}

/// One classroom and how long ago it was visited.
#[component]
pub fn ClassroomCard(props: &ClassroomCardProps) -> Html {
    html! {
        <article class="classroom-card">
            <h3 class="classroom-card-title">{ &props.title }</h3>
            <p class="classroom-card-sub">{ &props.sub }</p>
            <p class="classroom-card-last">{ &props.last }</p>
            <div class="classroom-card-actions">{ props.actions.clone() }</div>
        </article>
    }
}
