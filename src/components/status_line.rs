use yew::prelude::*;

/// How a person's work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// On this tablet's disk.
    Saved,
    /// On its way to the disk, or waiting to be sent.
    Waiting,
    /// Not yet anywhere safe.
    Trouble,
}

/// What [`StatusLine`] needs.
#[derive(Properties, PartialEq)]
pub struct StatusLineProps {
    /// Decides sign and colour.
    pub status: Status,
    /// "Saved on this tablet 10:42:07 · 3 visits waiting to sync · offline".
    pub text: AttrValue,
}

/// One line that says where the work is. Read out when it changes for the worse; a saved tap stays silent,
/// or a screen reader would talk over the whole visit.
#[component]
pub fn StatusLine(props: &StatusLineProps) -> Html {
    let (state, sign, live) = match props.status {
        Status::Saved => ("saved", "✓", "off"),
        Status::Waiting => ("waiting", "…", "off"),
        Status::Trouble => ("trouble", "!", "assertive"),
    };
    html! {
        <p class="status-line" role="status" aria-live={live} data-state={state}>
            <span class="status-line-sign" aria-hidden="true">{ sign }</span>
            <span>{ &props.text }</span>
        </p>
    }
}
