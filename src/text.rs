//! Every sentence a person reads, by language: Project Fluent messages from `locales/`, and numbers and dates in
//! the language's own form.

use std::rc::Rc;

use domain::time::{Date, Millis, UtcOffset, local};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};

/// A language that the app speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Spanish.
    Es,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The language's tag, as `<html lang>` and Fluent want it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language's own name for itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
        }
    }

    /// The best match for what a browser prefers, such as `es-MX`.
    #[must_use]
    pub fn preferred(tags: &[String]) -> Self {
        let spoken = |tag: &String| Self::ALL.into_iter().find(|language| tag.starts_with(language.tag()));
        tags.iter().find_map(spoken).unwrap_or(Self::En)
    }

    fn messages(self) -> &'static [&'static str] {
        match self {
            Self::En => messages::EN,
            Self::Es => messages::ES,
        }
    }
}

mod messages {
    macro_rules! files {
        ($language:literal) => {
            &[
                include_str!(concat!("../locales/", $language, "/common.ftl")),
                include_str!(concat!("../locales/", $language, "/recorder.ftl")),
                include_str!(concat!("../locales/", $language, "/visits.ftl")),
                include_str!(concat!("../locales/", $language, "/compare.ftl")),
                include_str!(concat!("../locales/", $language, "/report.ftl")),
                include_str!(concat!("../locales/", $language, "/trends.ftl")),
                include_str!(concat!("../locales/", $language, "/coverage.ftl")),
                include_str!(concat!("../locales/", $language, "/calibration.ftl")),
                include_str!(concat!("../locales/", $language, "/export.ftl")),
                include_str!(concat!("../locales/", $language, "/import.ftl")),
                include_str!(concat!("../locales/", $language, "/draft.ftl")),
                include_str!(concat!("../locales/", $language, "/comments.ftl")),
                include_str!(concat!("../locales/", $language, "/deciding.ftl")),
                include_str!(concat!("../locales/", $language, "/expectations.ftl")),
                include_str!(concat!("../locales/", $language, "/calendar.ftl")),
                include_str!(concat!("../locales/", $language, "/models.ftl")),
                include_str!(concat!("../locales/", $language, "/goals.ftl")),
                include_str!(concat!("../locales/", $language, "/people.ftl")),
                include_str!(concat!("../locales/", $language, "/roster.ftl")),
                include_str!(concat!("../locales/", $language, "/plan-week.ftl")),
                include_str!(concat!("../locales/", $language, "/account.ftl")),
            ]
        };
    }

    pub(super) const EN: &[&str] = files!("en");
    pub(super) const ES: &[&str] = files!("es");
}

/// A language with its messages; cheap to clone, equal when the language is.
#[derive(Clone)]
pub struct Text {
    language: Language,
    bundle: Rc<FluentBundle<FluentResource>>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Text({})", self.language.tag())
    }
}

impl Text {
    /// Reads a language's messages. A message that cannot be read is left out; the tests hold that none is.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let tag = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        bundle.set_use_isolating(false);
        for file in language.messages() {
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle: Rc::new(bundle) }
    }

    /// Which language this is.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments; the id itself when there is no such message, which the tests rule out.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message with arguments: numbers choose plural forms, texts stand as they are.
    #[must_use]
    pub fn with<'a, const N: usize>(&self, id: &str, args: [(&'a str, FluentValue<'a>); N]) -> String {
        self.format(id, Some(&args.into_iter().collect()))
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }

    /// A share in whole points: "45 %".
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        format!("{}\u{a0}%", (share * 100.0).round())
    }

    /// A number with at most one decimal, in the language's own form: "5.4", "5,4".
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let rounded = (number * 10.0).round() / 10.0;
        let written = rounded.to_string();
        match self.language {
            Language::En => written,
            Language::Es => written.replace('.', ","),
        }
    }

    /// A coefficient with two decimals, in the language's own form: "0.62", "0,62".
    #[must_use]
    pub fn hundredths(&self, number: f64) -> String {
        let rounded = (number * 100.0).round() / 100.0;
        // Adding 0 takes the sign off a zero; a minus is no hyphen.
        let written = format!("{:.2}", rounded + 0.0).replace('-', "−");
        match self.language {
            Language::En => written,
            Language::Es => written.replace('.', ","),
        }
    }

    /// A date without its year: "20 Nov", "20 nov".
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.get(&format!("month-short-{}", date.month()));
        self.with("date-short", [("day", date.day().into()), ("month", month.into())])
    }

    /// A date with its year: "20 Nov 2026".
    #[must_use]
    pub fn full_date(&self, date: Date) -> String {
        let month = self.get(&format!("month-short-{}", date.month()));
        let year = date.year().to_string();
        self.with("date-full", [("day", date.day().into()), ("month", month.into()), ("year", year.into())])
    }

    /// The time of day of a moment: "10:42".
    #[must_use]
    pub fn clock(&self, at: Millis, offset: UtcOffset) -> String {
        let (_, minute) = local(at, offset);
        minute_of_day(minute)
    }

    /// A length of time as minutes and seconds: "06:42".
    #[must_use]
    pub fn stopwatch(&self, millis: i64) -> String {
        let seconds = millis.max(0) / 1_000;
        format!("{:02}:{:02}", seconds / 60, seconds % 60)
    }
}

/// A minute of the local day as a time: "10:42".
#[must_use]
pub fn minute_of_day(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
