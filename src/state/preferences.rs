//! What must be known before the first paint.

use serde::{Deserialize, Serialize};

use crate::text::Language;

/// How a person likes the app. Kept on the tablet, the same for everyone who uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// The language.
    pub language: Language,
    /// The colours.
    pub theme: Theme,
    /// The size of text.
    pub text_size: TextSize,
    /// Which hand taps.
    pub dock_side: DockSide,
    /// The recorder hides the teacher's name and notes.
    pub quiet: bool,
}

/// The colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the tablet has it.
    #[default]
    System,
    /// Dark ink on paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// The size of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// As designed.
    #[default]
    Normal,
    /// An eighth larger.
    Large,
    /// A quarter larger.
    Larger,
}

/// Which hand taps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DockSide {
    /// The left.
    Left,
    /// The right.
    #[default]
    Right,
}
