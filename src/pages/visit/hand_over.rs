//! The teacher's sheet as plain data, and as a page of its own that opens anywhere.

use domain::framework::Framework;
use domain::visit::Outcome;

use crate::pages::record::{Names, join};
use crate::state::{Model, OpenVisit};
use crate::text::Text;

/// What the teacher is handed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    /// The room, and whose lesson it was.
    pub title: String,
    /// School, date and minutes.
    pub subtitle: String,
    /// What was seen, in the framework's words.
    pub seen: Vec<String>,
    /// Empty for none.
    pub strength: String,
    /// Empty for none.
    pub question: String,
    date: String,
    room: String,
}

impl Sheet {
    pub(super) fn of(model: &Model, open: &OpenVisit, framework: &Framework) -> Self {
        let (text, visit) = (&model.text, &open.visit);
        let names = Names::new(model, &open.at.school);
        let context = visit.context.as_ref();
        let school = model.documents.district.as_ref().and_then(|district| district.school(&open.at.school));
        let end = visit.end(model.now);
        let shown = framework.look_fors().filter(|look_for| visit.outcome(look_for, end) == Outcome::Shown);
        let minutes = visit.watched_seconds(end).div_ceil(60);
        Self {
            title: context
                .map(|context| join([names.place(&context.classroom), names.adults(context)]))
                .unwrap_or_default(),
            subtitle: join([
                school.map(|school| school.name.clone()).unwrap_or_default(),
                text.full_date(visit.begin.date),
                text.with("teacher-minutes", [("n", minutes.into())]),
            ]),
            seen: shown.map(|look_for| look_for.text.clone()).collect(),
            strength: visit.strength.clone(),
            question: visit.question.clone(),
            date: visit.begin.date.to_string(),
            room: context.map(|context| names.place(&context.classroom)).unwrap_or_default(),
        }
    }
}

/// "visit-2026-11-20-room-204.html".
pub(super) fn file_name(sheet: &Sheet) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    let room: String = sheet.room.chars().map(plain).collect();
    format!("visit-{}-{}.html", sheet.date, room.trim_matches('-'))
}

/// The sheet as one HTML file without anything to load.
pub(super) fn page(text: &Text, sheet: &Sheet) -> String {
    let seen: String = sheet.seen.iter().map(|words| format!("<li>{}</li>", escaped(words))).collect();
    let seen = if seen.is_empty() {
        format!("<p>{}</p>", escaped(&text.get("teacher-seen-none")))
    } else {
        format!("<ul>{seen}</ul>")
    };
    let part = |title: &str, words: &str| {
        if words.is_empty() {
            String::new()
        } else {
            format!("<h2>{}</h2><p>{}</p>", escaped(&text.get(title)), escaped(words).replace('\n', "<br>"))
        }
    };
    format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><body style=\"font:1.1rem/1.5 Georgia,serif;max-width:38rem;margin:2rem auto;padding:0 1rem\">\
         <h1>{title}</h1><p>{subtitle}</p><p>{purpose}</p><h2>{heading}</h2>{seen}{strength}{question}</body></html>",
        lang = text.language().tag(),
        title = escaped(&sheet.title),
        subtitle = escaped(&sheet.subtitle),
        purpose = escaped(&text.get("teacher-purpose")),
        heading = escaped(&text.get("teacher-seen")),
        strength = part("visit-strength", &sheet.strength),
        question = part("visit-question", &sheet.question),
    )
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn sheet() -> Sheet {
        Sheet {
            title: "Room 204 · Ruth Okafor".to_owned(),
            subtitle: "Cedar Ridge".to_owned(),
            seen: vec!["Students use <their> own words".to_owned()],
            strength: "You waited.\nThey thought.".to_owned(),
            question: String::new(),
            date: "2026-11-20".to_owned(),
            room: "Room 204 (Annex)".to_owned(),
        }
    }

    #[test]
    fn the_file_is_named_after_day_and_room() {
        assert_eq!(file_name(&sheet()), "visit-2026-11-20-room-204--annex.html");
    }

    #[test]
    fn words_in_the_file_are_words_and_never_markup() {
        let page = page(&Text::new(Language::En), &sheet());
        assert!(page.contains("<li>Students use &lt;their&gt; own words</li>"));
        assert!(page.contains("<p>You waited.<br>They thought.</p>"));
        assert_eq!(page.matches("<h2>").count(), 2);
    }
}
