use yew::prelude::*;

/// How a visit stands, where it matters for the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VisitRowState {
    /// Finished, and nothing to say about it.
    #[default]
    Done,
    /// Still being recorded.
    Open,
    /// On this tablet only.
    Waiting,
    /// Refused or unreadable; the person has to look.
    Trouble,
    /// Taken out of the counts.
    Discarded,
}

impl VisitRowState {
    const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Trouble => "trouble",
            Self::Discarded => "discarded",
        }
    }
}

/// What [`VisitRow`] needs.
#[derive(Properties, PartialEq)]
pub struct VisitRowProps {
    /// Its summary.
    pub href: AttrValue,
    /// "20 Nov".
    pub date: AttrValue,
    /// "10:35".
    pub time: AttrValue,
    /// "Room 204 · Mathematics".
    pub title: AttrValue,
    /// "R. Okafor · Grade 4 · 7 min · 9 answered".
    pub sub: AttrValue,
    /// How it stands.
    #[prop_or_default]
    pub state: VisitRowState,
    /// The state in words: "not sent yet". Never the colour alone.
    #[prop_or_default]
    pub state_text: AttrValue,
}

/// One visit in a list. 4.5 rem high whatever stands in it: [`VirtualList`](super::VirtualList) counts on that.
///
/// A struct component, for lists of thousands.
pub struct VisitRow;

impl VisitRow {
    /// Height in root ems; with the gap below it, the item height for a [`VirtualList`](super::VirtualList) is 5 rem.
    pub const HEIGHT_REM: f64 = 4.5;
}

impl Component for VisitRow {
    type Message = ();
    type Properties = VisitRowProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        html! {
            <a class="visit-row" href={&props.href} data-state={props.state.name()}>
                <span class="visit-row-when">{ &props.date }<span class="visit-row-time">{ &props.time }</span></span>
                <span class="visit-row-text">
                    <span class="visit-row-title">{ &props.title }</span>
                    <span class="visit-row-sub">{ &props.sub }</span>
                </span>
                <span class="visit-row-state">{ &props.state_text }</span>
            </a>
        }
    }
}
