use yew::prelude::*;

/// What [`RowDetails`] needs.
#[derive(Properties, PartialEq)]
pub struct RowDetailsProps {
    /// "Where these numbers come from".
    pub summary: AttrValue,
    /// It is open.
    pub open: bool,
    /// Whether it should be open now.
    pub on_toggle: Callback<bool>,
    /// One number each, in a sentence that says what it means. Drawn only while it is open.
    pub sentences: Vec<AttrValue>,
    /// Address and words of what lies behind the numbers.
    #[prop_or_default]
    pub links: Vec<(AttrValue, AttrValue)>,
}

/// The small print of a row, folded away: quiet, so that it does not compete with the verdict.
#[component]
pub fn RowDetails(props: &RowDetailsProps) -> Html {
    let next = !props.open;
    let on_toggle = props.on_toggle.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        on_toggle.emit(next);
    });
    html! {
        <details class="row-details" open={props.open}>
            <summary class="row-details-summary" {onclick}>{ &props.summary }</summary>
            if props.open {
                <ul class="row-details-sentences">
                    { for props.sentences.iter().map(|sentence| html! { <li>{ sentence }</li> }) }
                </ul>
                <div class="row-details-links">
                    { for props.links.iter().map(|(href, words)| html! {
                        <a class="row-details-link" {href}>{ words }</a>
                    }) }
                </div>
            }
        </details>
    }
}
