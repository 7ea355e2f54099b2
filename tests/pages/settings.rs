//! Settings: each change takes effect at once, and phrases are kept on purpose.

use std::rc::Rc;

use throughline::pages::SettingsPage;
use throughline::state::{DockSide, Model, Preferences, TextSize, Theme};
use throughline::text::Language;

use super::support::{draw, model};

#[tokio::test(flavor = "current_thread")]
async fn each_setting_shows_what_holds_now() {
    let preferences = Preferences {
        language: Language::Es,
        theme: Theme::Dark,
        text_size: TextSize::Larger,
        dock_side: DockSide::Left,
        quiet: true,
    };
    let html = draw::<SettingsPage>(Model { preferences, ..model(Language::En) }, ()).await;
    let pressed: Vec<&str> = html
        .split("aria-pressed=\"true\"")
        .skip(1)
        .filter_map(|rest| rest.split("data-label=\"").nth(1)?.split('"').next())
        .collect();
    assert_eq!(pressed, ["Español", "Dark", "Larger", "Left hand"]);
    assert!(html.contains("aria-checked=\"true\""));
    assert_eq!(html.matches("<h1").count(), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn phrases_stand_one_a_line_and_kept_ones_are_said_to_be_kept() {
    let html = draw::<SettingsPage>(model(Language::En), ()).await;
    assert!(html.contains("Wait time after the question\nPairs before whole class"));
    assert!(html.contains("2 phrases kept"));
    let none = draw::<SettingsPage>(Model { phrases: Rc::default(), ..model(Language::En) }, ()).await;
    assert!(none.contains("No phrases yet"));
}

#[tokio::test(flavor = "current_thread")]
async fn settings_speak_spanish() {
    insta::assert_snapshot!(draw::<SettingsPage>(model(Language::Es), ()).await);
}
