//! What must be known before the first paint, in localStorage: language, theme, text size, and the hand that taps.
//! Nothing that names a person.

use gloo_storage::{LocalStorage, Storage};

use crate::state::{DockSide, Preferences, TextSize, Theme};
use crate::text::Language;

const LANGUAGE: &str = "throughline.language";
const THEME: &str = "throughline.theme";
const TEXT: &str = "throughline.text";
const DOCK: &str = "throughline.dock";
const QUIET: &str = "throughline.quiet";
const HINT: &str = "throughline.install-hint-dismissed";

/// What was chosen before; anything unreadable counts as not chosen.
#[must_use]
pub fn read() -> Preferences {
    let chosen: Option<Language> = LocalStorage::get(LANGUAGE).ok();
    Preferences {
        language: chosen.unwrap_or_else(|| Language::preferred(&languages())),
        theme: LocalStorage::get(THEME).unwrap_or_default(),
        text_size: LocalStorage::get(TEXT).unwrap_or_default(),
        dock_side: LocalStorage::get(DOCK).unwrap_or_default(),
        quiet: LocalStorage::get(QUIET).unwrap_or_default(),
    }
}

/// Keeps what was chosen, and shows it. A browser that keeps nothing still shows it until the page is left.
pub fn keep(preferences: &Preferences) {
    let Preferences { language, theme, text_size, dock_side, quiet } = *preferences;
    let _ = LocalStorage::set(LANGUAGE, language);
    let _ = LocalStorage::set(THEME, theme);
    let _ = LocalStorage::set(TEXT, text_size);
    let _ = LocalStorage::set::<DockSide>(DOCK, dock_side);
    let _ = LocalStorage::set(QUIET, quiet);
    show(preferences);
}

/// Whether the hint about installing was put away.
#[must_use]
pub fn hint_dismissed() -> bool {
    LocalStorage::get(HINT).unwrap_or_default()
}

/// Puts the hint about installing away.
pub fn dismiss_hint() {
    let _ = LocalStorage::set(HINT, true);
}

/// Puts language, theme and text size on the document.
pub fn show(preferences: &Preferences) {
    let Some(root) = web_sys::window().and_then(|window| window.document()?.document_element()) else { return };
    let _ = root.set_attribute("lang", preferences.language.tag());
    let theme = match preferences.theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    let size = match preferences.text_size {
        TextSize::Normal => None,
        TextSize::Large => Some("large"),
        TextSize::Larger => Some("larger"),
    };
    for (name, value) in [("data-theme", theme), ("data-text", size)] {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

fn languages() -> Vec<String> {
    let tags = web_sys::window().map(|window| window.navigator().languages());
    tags.map(|tags| tags.iter().filter_map(|tag| tag.as_string()).collect()).unwrap_or_default()
}
