use yew::prelude::*;

use super::truth;

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its heading.
    pub label: AttrValue,
    /// Numbers: set flush right.
    pub numeric: bool,
}

/// What [`DataTable`] needs.
#[derive(Properties, PartialEq)]
pub struct DataTableProps {
    /// What the table shows.
    pub caption: AttrValue,
    /// The columns; the first one names the row.
    pub columns: Vec<Column>,
    /// The rows, each with one cell per column.
    pub rows: Vec<Vec<Html>>,
}

/// The same numbers as the chart, as a table. Wider than the screen it scrolls by itself, with the keyboard too.
#[component]
pub fn DataTable(props: &DataTableProps) -> Html {
    html! {
        <div class="data-table-scroll" role="region" aria-label={&props.caption} tabindex="0">
            <table class="data-table">
                <caption>{ &props.caption }</caption>
                <thead>
                    <tr>
                        { for props.columns.iter().map(|column| html! {
                            <th scope="col" data-number={truth(column.numeric)}>{ &column.label }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>{ for props.rows.iter().map(|row| html! { <tr>{ cells(&props.columns, row) }</tr> }) }</tbody>
            </table>
        </div>
    }
}

fn cells(columns: &[Column], row: &[Html]) -> Html {
    columns
        .iter()
        .zip(row)
        .enumerate()
        .map(|(index, (column, cell))| {
            let number = truth(column.numeric);
            if index == 0 {
                html! { <th scope="row" data-number={number}>{ cell.clone() }</th> }
            } else {
                html! { <td data-number={number}>{ cell.clone() }</td> }
            }
        })
        .collect()
}
