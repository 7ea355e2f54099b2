use yew::prelude::*;

/// What [`Skeleton`] needs.
#[derive(Properties, PartialEq)]
pub struct SkeletonProps {
    /// "Loading visits", for screen readers.
    pub label: AttrValue,
    /// How many grey rows.
    #[prop_or(3)]
    pub rows: usize,
}

/// Grey rows while something is read from the disk.
#[component]
pub fn Skeleton(props: &SkeletonProps) -> Html {
    html! {
        <div class="skeleton" role="status" aria-busy="true">
            <span class="visually-hidden">{ &props.label }</span>
            { for (0..props.rows).map(|_| html! { <div class="skeleton-row" aria-hidden="true"></div> }) }
        </div>
    }
}
