use yew::prelude::*;

/// The shape and colour a standing is drawn with. The word stands beside it, always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// ▲ met.
    Met,
    /// ≈ close.
    Close,
    /// ▼ below.
    Below,
    /// ◇ too few visits, left blank too often, or can't tell yet.
    Unclear,
    /// ○ no visits yet.
    None,
}

impl Shape {
    /// The `data-standing` value the stylesheet colours by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Close => "close",
            Self::Below => "below",
            Self::Unclear => "unclear",
            Self::None => "none",
        }
    }

    /// The sign itself.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Met => "▲",
            Self::Close => "≈",
            Self::Below => "▼",
            Self::Unclear => "◇",
            Self::None => "○",
        }
    }
}

/// What [`StandingMark`] needs.
#[derive(Properties, PartialEq)]
pub struct StandingMarkProps {
    /// Shape and colour.
    pub shape: Shape,
    /// "Below".
    pub word: AttrValue,
}

/// A standing: shape and word.
#[component]
pub fn StandingMark(props: &StandingMarkProps) -> Html {
    html! {
        <span class="standing-mark" data-standing={props.shape.name()}>
            <span class="standing-mark-shape" aria-hidden="true">{ props.shape.sign() }</span>
            <span>{ &props.word }</span>
        </span>
    }
}
