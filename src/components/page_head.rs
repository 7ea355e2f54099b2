use yew::prelude::*;

use super::icon::{Icon, IconMark};

/// What [`PageHead`] needs.
#[derive(Properties, PartialEq)]
pub struct PageHeadProps {
    /// The page's one level-1 heading.
    pub title: AttrValue,
    /// What the page shows, in one line: place, dates, how many visits.
    #[prop_or_default]
    pub subtitle: Option<AttrValue>,
    /// The way back: address and word.
    #[prop_or_default]
    pub back: Option<(AttrValue, AttrValue)>,
    /// Pages that show the same from another side: address and word.
    #[prop_or_default]
    pub links: Vec<(AttrValue, AttrValue)>,
    /// Buttons at the right.
    #[prop_or_default]
    pub actions: Html,
}

/// The top of a page. The heading takes the focus (`#page-title`) after the program has changed the page.
#[component]
pub fn PageHead(props: &PageHeadProps) -> Html {
    html! {
        <header class="page-head">
            <div class="page-head-text">
                if let Some((href, label)) = &props.back {
                    <a class="page-head-back" href={href}><IconMark icon={Icon::Back} /><span>{ label }</span></a>
                }
                <h1 id="page-title" tabindex="-1">{ &props.title }</h1>
                if let Some(subtitle) = &props.subtitle {
                    <p class="page-head-subtitle">{ subtitle }</p>
                }
            </div>
            <div class="page-head-actions">{ props.actions.clone() }</div>
            if !props.links.is_empty() {
                <div class="page-head-links">
                    { for props.links.iter().map(|(href, words)| html! { <a {href}>{ words }</a> }) }
                </div>
            }
        </header>
    }
}
