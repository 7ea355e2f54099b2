use std::ops::Range;

use yew::prelude::*;

use crate::browser::events::scroll_top;

/// Which items of a long list are drawn, and how much room stands in for the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// The drawn items.
    pub drawn: Range<usize>,
    /// Room above them, CSS pixels.
    pub above: f64,
    /// Room below them, CSS pixels.
    pub below: f64,
}

impl Window {
    /// The items in sight, and as many again on either side, so that a flick of the finger meets no white.
    ///
    /// `item_height`, `top` and `height` are CSS pixels. A height that is not a positive number draws the first
    /// screenful of nothing: an empty window, never an endless one.
    pub fn of(count: usize, item_height: f64, top: f64, height: f64) -> Self {
        let is_laid_out = item_height > 0.0 && height > 0.0;
        if !is_laid_out {
            return Self { drawn: 0..0, above: 0.0, below: 0.0 };
        }
        let in_sight = steps(height, item_height) + 1;
        let first = steps(top.max(0.0), item_height).saturating_sub(in_sight).min(count);
        let last = first.saturating_add(in_sight.saturating_mul(3)).min(count);
        Self { drawn: first..last, above: room(first, item_height), below: room(count - last, item_height) }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=u32::MAX before")]
fn steps(length: f64, item_height: f64) -> usize {
    (length / item_height).clamp(0.0, f64::from(u32::MAX)) as usize
}

fn room(items: usize, item_height: f64) -> f64 {
    f64::from(u32::try_from(items).unwrap_or(u32::MAX)) * item_height
}

/// What [`VirtualList`] needs.
#[derive(Properties, PartialEq)]
pub struct VirtualListProps {
    /// What the list holds, for screen readers.
    pub label: AttrValue,
    /// How many items there are.
    pub count: usize,
    /// One item with its gap, CSS pixels; the same for all.
    pub item_height: f64,
    /// How far it is scrolled, CSS pixels; what `on_scroll` said last.
    pub scroll_top: f64,
    /// How high the list is on the screen, CSS pixels.
    pub viewport: f64,
    /// Draws one item by its place in the list.
    pub render: Callback<usize, Html>,
    /// Scrolled to here, CSS pixels.
    pub on_scroll: Callback<f64>,
}

/// A list of thousands: only what is in sight, and a little more, is drawn.
///
/// The stand-ins above and below are sized by an SVG attribute, not by an inline style. Give the list a parent with a
/// height. Screen readers hear the true length through `aria-setsize`.
#[component]
pub fn VirtualList(props: &VirtualListProps) -> Html {
    let window = Window::of(props.count, props.item_height, props.scroll_top, props.viewport);
    html! {
        <div
            class="virtual-list"
            role="region"
            aria-label={&props.label}
            tabindex="0"
            onscroll={props.on_scroll.reform(|event: Event| scroll_top(&event))}
        >
            { space(window.above) }
            <ul class="virtual-list-window" role="list">
                { for window.drawn.map(|index| html! {
                    <li key={index} aria-setsize={props.count.to_string()} aria-posinset={(index + 1).to_string()}>
                        { props.render.emit(index) }
                    </li>
                }) }
            </ul>
            { space(window.below) }
        </div>
    }
}

fn space(height: f64) -> Html {
    html! { <svg class="virtual-list-space" width="1" height={format!("{height:.0}")} aria-hidden="true" focusable="false"></svg> }
}
