//! From the rows of a file to the sheets of its look-fors.

use std::collections::BTreeMap;

use domain::calibration::{RatedTwice, Rating, Sheet};

use crate::cli::table::{BadCell, BadRow, Row, Table};

pub(super) const COLUMNS: [&str; 4] = [UNIT, OBSERVER, LOOK_FOR, VALUE];

const UNIT: &str = "unit";
const OBSERVER: &str = "observer";
const LOOK_FOR: &str = "look-for";
const VALUE: &str = "value";

/// What the file has of one look-for.
#[derive(Default)]
struct Ratings {
    ratings: Vec<Rating>,
    /// Of each rating.
    lines: Vec<u64>,
}

/// Each look-for with its sheet, in the order of the file; or everything that is wrong with its rows.
pub(super) fn sheets(table: Table) -> Result<Vec<(String, Sheet)>, Vec<BadRow>> {
    let mut bad = table.bad;
    let mut names = Vec::new();
    let mut look_fors: BTreeMap<String, Ratings> = BTreeMap::new();
    for row in &table.rows {
        match rating(row) {
            Ok((look_for, rating)) => {
                let of_it = look_fors.entry(look_for.clone()).or_default();
                if of_it.lines.is_empty() {
                    names.push(look_for);
                }
                of_it.ratings.push(rating);
                of_it.lines.push(row.line);
            }
            Err(wrong) => bad.extend(wrong),
        }
    }
    let mut sheets = Vec::new();
    for look_for in names {
        let ratings = look_fors.remove(&look_for).unwrap_or_default();
        match Sheet::of(&ratings.ratings) {
            Ok(sheet) => sheets.push((look_for, sheet)),
            Err(twice) => bad.extend(ratings.rated_twice(&look_for, &twice)),
        }
    }
    bad.sort_by_key(|row| row.line);
    if bad.is_empty() { Ok(sheets) } else { Err(bad) }
}

impl Ratings {
    fn rated_twice(&self, look_for: &str, RatedTwice(places): &RatedTwice) -> Vec<BadRow> {
        let row = |&(first, again): &(usize, usize)| {
            let Rating { unit, observer, value: _ } = self.ratings.get(again)?.clone();
            let before = *self.lines.get(first)?;
            let what = BadCell::RatedTwice { observer, unit, look_for: look_for.to_owned(), before };
            Some(BadRow { line: *self.lines.get(again)?, column: None, what })
        };
        places.iter().filter_map(row).collect()
    }
}

/// The look-for and the rating of a row, or all that is wrong with it.
fn rating(row: &Row) -> Result<(String, Rating), Vec<BadRow>> {
    let wrong = |column, what| BadRow { line: row.line, column: Some(column), what };
    let named = |place, column| row.cell(place).map(str::to_owned).ok_or_else(|| wrong(column, BadCell::Blank));
    let (unit, observer, look_for) = (named(0, UNIT), named(1, OBSERVER), named(2, LOOK_FOR));
    let value = match row.cell(3) {
        Some(value) if is_no_value(value) => Err(wrong(VALUE, BadCell::NoValue(value.to_owned()))),
        value => Ok(value.map(str::to_owned)),
    };
    match (unit, observer, look_for, value) {
        (Ok(unit), Ok(observer), Ok(look_for), Ok(value)) => Ok((look_for, Rating { unit, observer, value })),
        (unit, observer, look_for, value) => {
            Err([unit.err(), observer.err(), look_for.err(), value.err()].into_iter().flatten().collect())
        }
    }
}

/// What other programs write where a value is missing or is no finite number: read as a word, it would be a category.
fn is_no_value(value: &str) -> bool {
    ["na", "n/a", "#n/a", ".", "null"].contains(&value.to_lowercase().as_str())
        || value.parse::<f64>().is_ok_and(|number| !number.is_finite())
}
