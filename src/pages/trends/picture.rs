use domain::trends::TrendPoint;
use yew::prelude::*;

use super::table::expected;
use super::words::Said;
use crate::components::{Button, Icon};
use crate::state::{Command, Picture};

/// Everything of a chart that can be taken along: its numbers, and its picture.
pub(super) fn buttons(said: &Said<'_>, send: &Callback<Command>, chart: &NodeRef) -> Html {
    let text = said.text;
    let name = format!("{}-{}", said.trend.row.look_for.id, file_period(said));
    let table = Command::SaveFile { name: format!("{name}.csv"), kind: "text/csv", contents: csv(said) };
    let picture = |kind| Command::SavePicture {
        name: name.clone(),
        lines: vec![said.trend.row.look_for.text.clone(), said.headline().words],
        chart: chart.clone(),
        kind,
    };
    let on = |command: Command| send.reform(move |()| command.clone());
    html! {
        <div class="cluster" data-print="no">
            <Button icon={Icon::Table} on_press={on(table)}>{ text.get("trends-save-table") }</Button>
            <Button icon={Icon::Save} on_press={on(picture(Picture::Png))}>{ text.get("trends-save-png") }</Button>
            <Button icon={Icon::Save} on_press={on(picture(Picture::Svg))}>{ text.get("trends-save-svg") }</Button>
        </div>
    }
}

fn file_period(said: &Said<'_>) -> String {
    let days = said.trends.dates.map(|(first, last)| format!("{first}-{last}"));
    days.unwrap_or_else(|| said.today.to_string())
}

/// One row a point, in plain numbers: shares as 0 to 1, amounts in the look-for's own unit.
fn csv(said: &Said<'_>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = ["look_for", "from", "to", "visits", "observed", "lower_limit", "upper_limit", "expected"];
    let rows = said.trend.points.iter().map(|point| row(said, point));
    // A vector takes everything; nothing can fail.
    let written = writer.write_record(header).and_then(|()| {
        let mut rows = rows;
        rows.try_for_each(|row| writer.write_record(row))
    });
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn row(said: &Said<'_>, point: &TrendPoint) -> [String; 8] {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    let (from, to) = said.trends.spans.get(point.span).map(|span| (span.from, span.to)).unzip();
    let day = |day: Option<domain::time::Date>| day.map_or_else(String::new, |day| day.to_string());
    [
        said.trend.row.look_for.text.clone(),
        day(from),
        day(to),
        point.visits.to_string(),
        point.value.to_string(),
        number(point.limits.map(|limits| limits.low())),
        number(point.limits.map(|limits| limits.high())),
        number(expected(said, point).map(|step| step.level)),
    ]
}
