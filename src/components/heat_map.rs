use yew::prelude::*;

use super::standing_mark::Shape;

/// In which direction a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// A to Z.
    Ascending,
    /// The most first.
    Descending,
}

/// A column's head: a link that sorts by it.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatColumn {
    /// A few words.
    pub label: AttrValue,
    /// What the link does, for screen readers, who hear it after the label.
    pub title: AttrValue,
    /// Where it goes.
    pub href: AttrValue,
    /// The lines stand in its order.
    pub sorted: Option<Sorted>,
}

/// A line: one school.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatLine {
    /// Its name.
    pub name: AttrValue,
    /// Where the name goes.
    pub href: AttrValue,
    /// How many visits.
    pub visits: AttrValue,
    /// One a column; `None` where there is nothing to hold side by side.
    pub cells: Vec<Option<HeatCell>>,
}

/// One cell: a standing, and the way down.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatCell {
    /// Shape and colour.
    pub shape: Shape,
    /// Look-for, standing and visits, in words.
    pub label: AttrValue,
    /// The chart behind it.
    pub href: AttrValue,
}

/// What [`HeatMap`] needs.
#[derive(Properties, PartialEq)]
pub struct HeatMapProps {
    /// What the table shows.
    pub caption: AttrValue,
    /// The head over the names.
    pub first: HeatColumn,
    /// The head over the numbers of visits.
    pub second: HeatColumn,
    /// The others.
    pub columns: Vec<HeatColumn>,
    /// From top to bottom.
    pub lines: Vec<HeatLine>,
}

/// Standings side by side, each in shape and colour. A real table: every cell is a link that says itself in words.
#[component]
pub fn HeatMap(props: &HeatMapProps) -> Html {
    html! {
        <div class="heat-map-scroll" role="region" aria-label={&props.caption} tabindex="0">
            <table class="heat-map">
                <caption class="visually-hidden">{ &props.caption }</caption>
                <thead>
                    <tr>
                        { head(&props.first, "first") }
                        { head(&props.second, "second") }
                        { for props.columns.iter().map(|column| head(column, "upright")) }
                    </tr>
                </thead>
                <tbody>{ for props.lines.iter().map(line) }</tbody>
            </table>
        </div>
    }
}

fn head(column: &HeatColumn, place: &'static str) -> Html {
    html! {
        <th scope="col" class="heat-map-head" data-place={place} aria-sort={column.sorted.map(direction)}>
            <a href={&column.href} aria-label={format!("{}: {}", column.label, column.title)} aria-current={column.sorted.map(|_| "true")}>
                { &column.label }
            </a>
        </th>
    }
}

const fn direction(sorted: Sorted) -> &'static str {
    match sorted {
        Sorted::Ascending => "ascending",
        Sorted::Descending => "descending",
    }
}

fn line(line: &HeatLine) -> Html {
    html! {
        <tr key={line.href.to_string()}>
            <th scope="row" class="heat-map-name"><a href={&line.href}>{ &line.name }</a></th>
            <td class="heat-map-visits">{ &line.visits }</td>
            { for line.cells.iter().map(|cell| html! { <td>{ for cell.as_ref().map(self::cell) }</td> }) }
        </tr>
    }
}

fn cell(cell: &HeatCell) -> Html {
    html! {
        <a class="heat-map-cell" data-standing={cell.shape.name()} href={&cell.href} aria-label={&cell.label}>
            { cell.shape.sign() }
        </a>
    }
}
