use domain::visit::Source;
use yew::prelude::*;

use super::PartProps;
use crate::components::{KeyValue, KeyValues};
use crate::pages::record::{flag_name, segment_name};
use crate::state::use_app;
use crate::text::Text;

/// Who watched for how long, in which part of the lesson, under which circumstances.
#[component]
pub(super) fn Particulars(props: &PartProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let visit = &props.part.open.visit;
    let district = model.documents.district.as_ref();
    let observer = district.and_then(|district| district.observer(&visit.begin.observer)).map(ToOwned::to_owned);
    let observer = observer.unwrap_or_else(|| text.get("visit-observer-unknown"));
    let row = |label: &str, value: String| KeyValue { label: text.get(label).into(), value: value.into() };
    let segments: Vec<String> =
        visit.segments_visited().into_iter().map(|segment| segment_name(text, segment)).collect();
    let flags: Vec<String> = visit.flags.iter().map(|flag| flag_name(text, *flag)).collect();
    let rows = [
        Some(row("visit-watched", text.stopwatch(visit.watched(model.now)))),
        (!segments.is_empty()).then(|| row("visit-segments", segments.join(", "))),
        visit.present.map(|present| row("recorder-students-present", present.to_string())),
        (!flags.is_empty()).then(|| row("recorder-flags-label", flags.join(", "))),
        Some(row("visit-recorded-by", observer)),
        Some(row("visit-source", source_words(text, visit.begin.source))),
    ];
    html! { <KeyValues rows={rows.into_iter().flatten().collect::<Vec<_>>()} /> }
}

fn source_words(text: &Text, source: Source) -> String {
    text.get(match source {
        Source::Live => "visit-source-live",
        Source::Paper => "visit-source-paper",
        Source::Imported => "visit-source-imported",
        Source::Calibration => "visit-source-calibration",
    })
}
