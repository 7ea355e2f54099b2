use yew::prelude::*;

/// What [`ErrorState`] needs. Three sentences, in this order, always.
#[derive(Properties, PartialEq)]
pub struct ErrorStateProps {
    /// What happened.
    pub happened: AttrValue,
    /// What is safe.
    pub safe: AttrValue,
    /// What to do.
    pub remedy: AttrValue,
    /// The buttons that do it.
    #[prop_or_default]
    pub actions: Html,
    /// For whoever is asked for help: the word to open it, and the facts.
    #[prop_or_default]
    pub details: Option<(AttrValue, AttrValue)>,
}

/// An error as a person can use it. Old data stays on screen beside it.
#[component]
pub fn ErrorState(props: &ErrorStateProps) -> Html {
    html! {
        <section class="error-state" role="alert">
            <h2 class="error-state-title">{ &props.happened }</h2>
            <p class="error-state-safe">{ &props.safe }</p>
            <p>{ &props.remedy }</p>
            <div class="error-state-actions">{ props.actions.clone() }</div>
            if let Some((word, facts)) = &props.details {
                <details class="error-state-details"><summary>{ word }</summary><pre>{ facts }</pre></details>
            }
        </section>
    }
}
