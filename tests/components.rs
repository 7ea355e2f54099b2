//! Components drawn by Yew's server renderer: what they say, how they are labelled, and that the styles hold together.
//!
//! Snapshots keep the markup; the assertions beside them keep what must never change with it. The gallery
//! (`target/gallery.html`) shows every component with the real styles, to be looked at.
#![cfg(not(target_arch = "wasm32"))]

#[path = "components/compare.rs"]
mod compare;
#[path = "components/controls.rs"]
mod controls;
#[path = "components/frame.rs"]
mod frame;
#[path = "components/gallery.rs"]
mod gallery;
#[path = "components/gallery_pages.rs"]
mod gallery_pages;
#[path = "components/lists.rs"]
mod lists;
#[path = "components/recorder.rs"]
mod recorder;
#[path = "components/styles.rs"]
mod styles;

use yew::prelude::*;

/// Draws markup made in a closure, one tag a line, so that a snapshot's difference can be read.
async fn drawn(make: impl Fn() -> Html + Send + 'static) -> String {
    let html =
        yew::LocalServerRenderer::<Frame>::with_props(FrameProps { children: make() }).hydratable(false).render().await;
    html.replace("><", ">\n<")
}

/// The first drawn line that holds these words: one element's opening tag with all its attributes, in whatever order.
fn line<'a>(html: &'a str, words: &str) -> &'a str {
    html.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("no {words:?} in {html}"))
}

#[derive(Properties, PartialEq)]
struct FrameProps {
    children: Html,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    props.children.clone()
}
