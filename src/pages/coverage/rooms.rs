use std::cmp::Reverse;

use domain::coverage::{Lack, Report, RoomCoverage, TimeOfDay};
use yew::prelude::*;

use super::Page;
use crate::components::{Column, DataTable, KeyFigure, KeyFigures};
use crate::text::Text;

impl Page<'_> {
    /// How many classrooms were visited, and how many lack something.
    pub(super) fn figures(&self, report: &Report) -> Html {
        let (text, today) = (&self.app.model.text, self.app.model.today());
        let lacks: Vec<_> = report.rooms.iter().map(|room| room.lack(today)).collect();
        let count = |of: fn(&Lack) -> bool| lacks.iter().flatten().filter(|lack| of(lack)).count();
        let visited = report.rooms.iter().filter(|room| room.visits > 0).count();
        let figure = |value: usize, label: &str| KeyFigure {
            value: value.to_string().into(),
            label: text.get(label).into(),
            note: None,
        };
        let all = text.with("coverage-of-rooms", [("n", report.rooms.len().into())]);
        let figures = vec![
            KeyFigure { note: Some(all.into()), ..figure(visited, "coverage-visited") },
            figure(count(|lack| matches!(lack, Lack::Never)), "coverage-never"),
            figure(count(|lack| matches!(lack, Lack::NotLately(_))), "coverage-not-lately"),
            figure(count(|lack| matches!(lack, Lack::OnlyAt(_))), "coverage-only-at"),
        ];
        html! { <KeyFigures {figures} /> }
    }

    /// The rooms that lack something, those that need a visit most first.
    pub(super) fn rooms(&self, report: &Report) -> Html {
        let (text, today) = (&self.app.model.text, self.app.model.today());
        let mut lacking: Vec<_> = report.rooms.iter().filter_map(|room| Some((room, room.lack(today)?))).collect();
        lacking.sort_by_key(|(_, lack)| match lack {
            Lack::Never => (0, Reverse(0)),
            Lack::NotLately(days) => (1, Reverse(*days)),
            Lack::OnlyAt(_) => (2, Reverse(0)),
        });
        let words = |id: &str| Column { label: text.get(id).into(), numeric: false };
        let columns = vec![
            words("coverage-column-room"),
            words("coverage-column-lack"),
            words("coverage-column-last"),
            Column { label: text.get("coverage-column-visits").into(), numeric: true },
        ];
        let rows: Vec<_> = lacking.iter().map(|(room, lack)| self.room(room, *lack)).collect();
        html! {
            <section class="section" aria-labelledby="coverage-rooms">
                <h2 id="coverage-rooms">{ text.get("coverage-rooms") }</h2>
                if rows.is_empty() {
                    <p>{ text.get("coverage-rooms-none") }</p>
                } else {
                    <DataTable caption={text.with("coverage-rooms-caption", [("n", rows.len().into())])} {columns} {rows} />
                }
            </section>
        }
    }

    fn room(&self, room: &RoomCoverage, lack: Lack) -> Vec<Html> {
        let text = &self.app.model.text;
        let documents = &self.held.documents;
        let known = documents.rosters.get(&room.school).and_then(|roster| roster.classroom(&room.classroom));
        let name = known.map_or_else(|| room.classroom.to_string(), |classroom| classroom.name.clone());
        let school = documents.district.as_ref().and_then(|district| district.school(&room.school));
        let school = school.filter(|_| self.offered.schools.len() > 1).map(|school| school.name.clone());
        let name = school.map_or(name.clone(), |school| format!("{name} · {school}"));
        let last = room.last.map_or_else(|| text.get("compare-no-number"), |day| text.date(day));
        vec![html! { { name } }, html! { { said(text, lack) } }, html! { { last } }, html! { { room.visits } }]
    }
}

fn said(text: &Text, lack: Lack) -> String {
    match lack {
        Lack::Never => text.get("coverage-lack-never"),
        Lack::NotLately(days) => text.with("coverage-lack-days", [("n", days.into())]),
        Lack::OnlyAt(time) => text.with("coverage-lack-only", [("time", time_of_day(text, time).into())]),
    }
}

pub(crate) fn time_of_day(text: &Text, time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Morning => text.get("coverage-morning"),
        TimeOfDay::Midday => text.get("coverage-midday"),
        TimeOfDay::Afternoon => text.get("coverage-afternoon"),
    }
}
