use yew::prelude::*;

/// What [`Shell`] needs.
#[derive(Properties, PartialEq)]
pub struct ShellProps {
    /// "Skip to content", the first stop of the Tab key.
    pub skip_label: AttrValue,
    /// The [`Rail`](super::Rail).
    pub rail: Html,
    /// A dialog is open: nothing in here can be reached.
    #[prop_or_default]
    pub inert: bool,
    /// Dialogs and toasts, outside what `inert` switches off.
    #[prop_or_default]
    pub overlay: Html,
    /// The page. Class `page` is already around it.
    pub children: Html,
}

/// Rail and page. Every screen but the recorder and sign-in stands in it.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    html! {
        <>
            <div class="shell" inert={props.inert}>
                <a class="skip-link" href="#main">{ &props.skip_label }</a>
                { props.rail.clone() }
                <main class="page" id="main" tabindex="-1">{ props.children.clone() }</main>
            </div>
            { props.overlay.clone() }
        </>
    }
}
