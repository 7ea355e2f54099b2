use yew::prelude::*;

use super::truth;

/// What [`LookForGroup`] needs.
#[derive(Properties, PartialEq)]
pub struct LookForGroupProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// "Focus this month", or the strand's name.
    pub title: AttrValue,
    /// "5 of 7 answered".
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// [`LookForRow`]s.
    pub children: Html,
}

/// Look-fors under one heading.
#[component]
pub fn LookForGroup(props: &LookForGroupProps) -> Html {
    let heading = format!("{}-title", props.id);
    html! {
        <section class="look-for-group" aria-labelledby={heading.clone()}>
            <div class="look-for-group-head">
                <h2 class="look-for-group-title" id={heading}>{ &props.title }</h2>
                if let Some(note) = &props.note {
                    <span class="number">{ note }</span>
                }
            </div>
            <div class="look-for-group-list">{ props.children.clone() }</div>
        </section>
    }
}

/// What [`LookForRow`] needs.
#[derive(Properties, PartialEq)]
pub struct LookForRowProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The practice, in the framework's words.
    pub title: AttrValue,
    /// presence, count, duration, interval or rating.
    pub kind: AttrValue,
    /// It is no longer blank.
    pub answered: bool,
    /// A prompt of it is due.
    #[prop_or_default]
    pub due: bool,
    /// The control takes a line of its own over the whole width.
    #[prop_or_default]
    pub wide: bool,
    /// The line under the practice.
    #[prop_or_default]
    pub hint: Option<Html>,
    /// The control.
    pub children: Html,
}

/// One look-for in the recorder: the practice at the left, the way to answer at the right.
///
/// A struct component: sixty of them stand on the page, and only the one that was tapped is drawn again.
pub struct LookForRow;

impl Component for LookForRow {
    type Message = ();
    type Properties = LookForRowProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        html! {
            <div
                class="look-for-row"
                id={&props.id}
                data-kind={&props.kind}
                data-answered={truth(props.answered)}
                data-due={truth(props.due)}
                data-wide={truth(props.wide)}
            >
                <div class="look-for-row-text">
                    <p class="look-for-row-title">{ &props.title }</p>
                    if let Some(hint) = &props.hint {
                        <p class="look-for-row-hint">{ hint.clone() }</p>
                    }
                </div>
                <div class="look-for-row-control">{ props.children.clone() }</div>
            </div>
        }
    }
}
