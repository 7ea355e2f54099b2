use yew::prelude::*;

/// What [`Progress`] needs.
#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// Unique on the page; ties the words to the bar.
    pub id: AttrValue,
    /// What is under way and how far it has come, in words.
    pub label: AttrValue,
    /// How far, and of how much; `None` while that is not known.
    #[prop_or_default]
    pub of: Option<(u64, u64)>,
}

/// Something long that is under way: words above a bar.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let (value, max) = props.of.map(|(done, all)| (done.min(all).to_string(), all.max(1).to_string())).unzip();
    html! {
        <div class="progress">
            <label class="progress-label" for={&props.id}>{ &props.label }</label>
            <progress class="progress-bar" id={&props.id} {value} {max}></progress>
        </div>
    }
}
