use yew::prelude::*;

use super::truth;

/// One tab.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// The id of the panel it shows; the tab's own id is this with `-tab`.
    pub panel: AttrValue,
    /// Its word.
    pub label: AttrValue,
}

/// What [`Tabs`] needs.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// What the tabs choose between, for screen readers.
    pub label: AttrValue,
    /// The tabs, in order.
    pub tabs: Vec<Tab>,
    /// Which one is shown.
    pub chosen: usize,
    /// Which one should be shown.
    pub on_choose: Callback<usize>,
}

/// Tabs. Every one is a stop of the Tab key, so no focus has to be moved by program.
/// The page draws the panel: `<div role="tabpanel" id={panel} aria-labelledby={panel-tab}>`.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    html! {
        <div class="tabs" role="tablist" aria-label={&props.label}>
            { for props.tabs.iter().enumerate().map(|(index, tab)| {
                let is_chosen = index == props.chosen;
                html! {
                    <button
                        type="button"
                        class="tab"
                        role="tab"
                        id={format!("{}-tab", tab.panel)}
                        aria-selected={truth(is_chosen)}
                        aria-controls={is_chosen.then(|| tab.panel.clone())}
                        onclick={props.on_choose.reform(move |_: MouseEvent| index)}
                    >{ &tab.label }</button>
                }
            }) }
        </div>
    }
}
