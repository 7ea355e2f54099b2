use yew::prelude::*;

/// The drawn signs, 24 × 24, one stroke width. Words stand beside every one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Lines of a day's list.
    Today,
    /// A school door.
    Visits,
    /// Two amounts against one line.
    Compare,
    /// A line that rises.
    Trends,
    /// A written page.
    Framework,
    /// Two arrows that pass each other.
    Sync,
    /// Sliders.
    Settings,
    /// A magnifying glass.
    Search,
    /// A plus.
    Add,
    /// An arrow to the left.
    Back,
    /// A pencil.
    Note,
    /// An arrow that turns back.
    Undo,
    /// A printer.
    Print,
    /// A table of rows.
    Table,
    /// A small flag.
    Flag,
    /// A person.
    Person,
    /// Three dots.
    More,
    /// An eye, struck through: the quiet screen.
    Quiet,
    /// An arrow into a tray.
    Save,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Today => "M4 6h16M4 12h10M4 18h7",
            Self::Visits => "M4 20V5l8-2 8 2v15M9 20v-6h6v6",
            Self::Compare => "M3 12h18M9 7v10M16 4v16",
            Self::Trends => "M4 17l5-6 4 3 7-9",
            Self::Framework => "M5 3h11l3 3v15H5zM9 9h6M9 13h6M9 17h4",
            Self::Sync => "M4 9h14l-4-4M20 15H6l4 4",
            Self::Settings => "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
            Self::Add => "M12 5v14M5 12h14",
            Self::Back => "M19 12H5M11 6l-6 6 6 6",
            Self::Note => "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
            Self::Undo => "M9 5L4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3",
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Table => "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14",
            Self::Flag => "M6 21V4M6 4h11l-2 4 2 4H6",
            Self::Person => "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c1-4 4-6 8-6s7 2 8 6",
            Self::More => "M5 12h.01M12 12h.01M19 12h.01",
            Self::Quiet => "M3 12c3-5 6-7 9-7s6 2 9 7c-3 5-6 7-9 7s-6-2-9-7zM4 4l16 16",
            Self::Save => "M12 3v12M7 10l5 5 5-5M4 16v5h16v-5",
        }
    }
}

/// What [`IconMark`] needs.
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// Which sign.
    pub icon: Icon,
}

/// One sign as inline SVG. Hidden from screen readers: the word beside it says the same.
#[component]
pub fn IconMark(props: &IconProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={props.icon.path()} /></svg>
    }
}
