use yew::prelude::*;

/// How much a banner wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerKind {
    /// Good to know.
    #[default]
    Info,
    /// Something to decide soon.
    Warning,
    /// Work is in danger. Read out at once.
    Danger,
    /// A new version is ready.
    Update,
}

/// What [`Banner`] needs.
#[derive(Properties, PartialEq)]
pub struct BannerProps {
    /// Decides colour and how it is read out.
    #[prop_or_default]
    pub kind: BannerKind,
    /// The point, in a few bold words.
    pub title: AttrValue,
    /// The rest, if any.
    #[prop_or_default]
    pub children: Html,
    /// Buttons.
    #[prop_or_default]
    pub actions: Html,
}

/// A message across the page, with what can be done about it.
#[component]
pub fn Banner(props: &BannerProps) -> Html {
    let (kind, role) = match props.kind {
        BannerKind::Info => ("info", "status"),
        BannerKind::Warning => ("warning", "status"),
        BannerKind::Danger => ("danger", "alert"),
        BannerKind::Update => ("update", "status"),
    };
    html! {
        <div class="banner" data-kind={kind} role={role}>
            <div class="banner-text"><span class="banner-title">{ &props.title }</span>{ " " }{ props.children.clone() }</div>
            <div class="banner-actions">{ props.actions.clone() }</div>
        </div>
    }
}
