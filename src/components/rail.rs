use yew::prelude::*;

use super::icon::{Icon, IconMark};
use super::truth;

/// One place to go.
#[derive(Clone, Debug, PartialEq)]
pub struct NavItem {
    /// The sign above the word.
    pub icon: Icon,
    /// One short word; two in Spanish at most.
    pub label: AttrValue,
    /// Where it goes, as a plain link.
    pub href: AttrValue,
    /// The person is there now.
    pub current: bool,
}

/// What [`Rail`] needs.
#[derive(Properties, PartialEq)]
pub struct RailProps {
    /// What the navigation is called, for screen readers.
    pub label: AttrValue,
    /// The letter at the top.
    pub brand: AttrValue,
    /// What the letter stands for, for screen readers.
    pub brand_label: AttrValue,
    /// Where the letter goes.
    #[prop_or(AttrValue::Static("/"))]
    pub brand_href: AttrValue,
    /// The places, in order; five or six.
    pub items: Vec<NavItem>,
    /// "3 not sent", "offline": one or two short lines, always in sight.
    pub status: Vec<AttrValue>,
    /// Where the status leads: sync and storage.
    pub status_href: AttrValue,
    /// Something needs the person: the status turns red and bold.
    #[prop_or_default]
    pub status_trouble: bool,
}

/// The way around: at the left on a tablet, at the bottom on a phone. Links are plain, the program takes them over.
#[component]
pub fn Rail(props: &RailProps) -> Html {
    html! {
        <nav class="rail" aria-label={&props.label}>
            <a class="rail-brand" href={&props.brand_href} aria-label={&props.brand_label}>{ &props.brand }</a>
            <ul class="rail-list" role="list">{ for props.items.iter().map(item) }</ul>
            <a class="rail-status" href={&props.status_href} data-trouble={truth(props.status_trouble)}>
                { for props.status.iter().map(|line| html! { <span class="rail-status-line">{ line }</span> }) }
            </a>
        </nav>
    }
}

fn item(item: &NavItem) -> Html {
    html! {
        <li key={item.href.to_string()}>
            <a class="rail-link" href={&item.href} aria-current={item.current.then_some("page")}>
                <IconMark icon={item.icon} />
                <span>{ &item.label }</span>
            </a>
        </li>
    }
}
