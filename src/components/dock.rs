use yew::prelude::*;

use super::truth;

/// Which hand taps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DockSide {
    /// Buttons at the left.
    Left,
    /// Buttons at the right.
    #[default]
    Right,
}

/// What [`Dock`] needs.
#[derive(Properties, PartialEq)]
pub struct DockProps {
    /// What it is, for screen readers.
    pub label: AttrValue,
    /// Which hand taps.
    #[prop_or_default]
    pub side: DockSide,
    /// [`DockItem`]s.
    pub children: Html,
}

/// What runs, what is due and what was counted last, always in reach above the foot.
#[component]
pub fn Dock(props: &DockProps) -> Html {
    let side = match props.side {
        DockSide::Left => "left",
        DockSide::Right => "right",
    };
    html! {
        <section class="dock" aria-label={&props.label} data-side={side}>
            <div class="dock-list">{ props.children.clone() }</div>
        </section>
    }
}

/// What [`DockItem`] needs.
#[derive(Properties, PartialEq)]
pub struct DockItemProps {
    /// "Open questions 5", or a [`Running`](super::Running).
    pub label: Html,
    /// A prompt that waits for an answer.
    #[prop_or_default]
    pub due: bool,
    /// A timer that runs.
    #[prop_or_default]
    pub running: bool,
    /// Its control: one button or a [`Stepper`](super::Stepper).
    pub children: Html,
}

/// One thing in the dock.
#[component]
pub fn DockItem(props: &DockItemProps) -> Html {
    html! {
        <div class="dock-item" data-due={truth(props.due)} data-running={truth(props.running)}>
            <div class="dock-item-label">{ props.label.clone() }</div>
            <div class="dock-item-control">{ props.children.clone() }</div>
        </div>
    }
}
