use yew::prelude::*;

use super::icon::{Icon, IconMark};
use super::truth;

/// How much a button asks to be pressed. One primary button a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The thing this screen is for.
    Primary,
    /// Anything else.
    #[default]
    Plain,
    /// Beside text, without a border.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Plain => "plain",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// What [`Button`] needs.
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// How it looks.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// 64 px instead of 48.
    #[prop_or_default]
    pub big: bool,
    /// A sign before the words.
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// Said instead of the words, when they are too short to stand alone ("+").
    #[prop_or_default]
    pub spoken: Option<AttrValue>,
    /// For a button that stays down.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// For a button that opens something.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// Sends the form it stands in.
    #[prop_or_default]
    pub submit: bool,
    /// Cannot be pressed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Takes the focus when a dialog opens.
    #[prop_or_default]
    pub autofocus: bool,
    /// For tests and labels.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Pressed.
    #[prop_or_default]
    pub on_press: Callback<()>,
    /// The words.
    pub children: Html,
}

/// A button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    html! {
        <button
            class="button"
            id={props.id.clone()}
            type={if props.submit { "submit" } else { "button" }}
            data-kind={props.kind.name()}
            data-size={props.big.then_some("big")}
            aria-label={props.spoken.clone()}
            aria-pressed={props.pressed.map(truth)}
            aria-expanded={props.expanded.map(truth)}
            disabled={props.disabled}
            autofocus={props.autofocus}
            onclick={props.on_press.reform(|_: MouseEvent| ())}
        >
            if let Some(icon) = props.icon {
                <IconMark icon={icon} />
            }
            <span>{ props.children.clone() }</span>
        </button>
    }
}

/// What [`ButtonLink`] needs.
#[derive(Properties, PartialEq)]
pub struct ButtonLinkProps {
    /// Where it goes.
    pub href: AttrValue,
    /// How it looks.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// 64 px instead of 48.
    #[prop_or_default]
    pub big: bool,
    /// A sign before the words.
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// Said instead of the words.
    #[prop_or_default]
    pub spoken: Option<AttrValue>,
    /// It leads to a file that is saved, not to a page.
    #[prop_or_default]
    pub download: bool,
    /// The words.
    pub children: Html,
}

/// A link that looks like a button: it goes somewhere instead of doing something.
#[component]
pub fn ButtonLink(props: &ButtonLinkProps) -> Html {
    html! {
        <a
            class="button"
            href={&props.href}
            download={props.download.then_some("")}
            data-kind={props.kind.name()}
            data-size={props.big.then_some("big")}
            aria-label={props.spoken.clone()}
        >
            if let Some(icon) = props.icon {
                <IconMark icon={icon} />
            }
            <span>{ props.children.clone() }</span>
        </a>
    }
}
