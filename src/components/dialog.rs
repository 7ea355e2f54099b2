use yew::prelude::*;

/// Where it opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogKind {
    /// In the middle: a question.
    #[default]
    Middle,
    /// From the bottom edge, wide, near the thumbs: the recorder's sheets.
    Sheet,
}

/// What [`Dialog`] needs.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Where it opens.
    #[prop_or_default]
    pub kind: DialogKind,
    /// Its heading.
    pub title: AttrValue,
    /// Said for the ✕.
    pub close_label: AttrValue,
    /// Closed by ✕, the Escape key, or a tap beside it.
    pub on_close: Callback<()>,
    /// Buttons at the foot; the safe one first, the primary one last.
    #[prop_or_default]
    pub actions: Html,
    /// What it says or asks.
    pub children: Html,
}

/// A window over the page. Shown by being drawn; leave it out to close it.
///
/// While it is drawn the page gives [`Shell`](super::Shell) `inert`, and `browser/` moves the focus to the dialog's
/// `[autofocus]`, or to the dialog itself, and afterwards back to where it was.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let kind = match props.kind {
        DialogKind::Middle => "middle",
        DialogKind::Sheet => "sheet",
    };
    let heading = format!("{}-title", props.id);
    html! {
        <div class="dialog-layer" data-kind={kind} onkeydown={escape(&props.on_close)}>
            <div class="dialog-scrim" aria-hidden="true" onclick={props.on_close.reform(|_: MouseEvent| ())}></div>
            <div
                class="dialog"
                id={&props.id}
                role="dialog"
                aria-modal="true"
                aria-labelledby={heading.clone()}
                tabindex="-1"
            >
                <div class="dialog-head">
                    <h2 class="dialog-title" id={heading}>{ &props.title }</h2>
                    <button
                        type="button"
                        class="dialog-close"
                        aria-label={&props.close_label}
                        onclick={props.on_close.reform(|_: MouseEvent| ())}
                    >{ "✕" }</button>
                </div>
                <div class="dialog-body">{ props.children.clone() }</div>
                <div class="dialog-actions">{ props.actions.clone() }</div>
            </div>
        </div>
    }
}

fn escape(on_close: &Callback<()>) -> Callback<KeyboardEvent> {
    let on_close = on_close.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            on_close.emit(());
        }
    })
}
