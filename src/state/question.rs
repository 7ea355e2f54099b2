use std::rc::Rc;

use domain::calibration::Calibrated;
use domain::compare::{Comparison, Ground, Schools, Selection, by_school, compare};
use domain::coverage::{Report, report};
use domain::time::Date;
use domain::trends::{Over, Trends, trends};

/// Something to work out from visits. The tablet answers it from its own; the server is asked what reaches beyond them.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Observed against expected.
    Compare(Selection),
    /// The same over time.
    Trends(Selection, Over),
    /// The same school by school.
    Schools(Selection),
    /// Which classrooms have been visited, how evenly, at what pace.
    Coverage(Selection),
    /// Which lessons were recorded together, and how the observer it names compares with others.
    Calibration(Selection),
}

/// The answer to a [`Question`] of the same name.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// To [`Question::Compare`].
    Comparison(Rc<Comparison>),
    /// To [`Question::Trends`].
    Trends(Rc<Trends>),
    /// To [`Question::Schools`].
    Schools(Rc<Schools>),
    /// To [`Question::Coverage`].
    Coverage(Rc<Report>),
    /// To [`Question::Calibration`].
    Calibration(Rc<Calibrated>),
}

impl Question {
    /// Which visits it is about.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        match self {
            Self::Compare(selection)
            | Self::Trends(selection, _)
            | Self::Schools(selection)
            | Self::Coverage(selection)
            | Self::Calibration(selection) => selection,
        }
    }

    /// The answer from the visits that are here; `None` where their facts do not hold it: calibration reads the records
    /// themselves.
    #[must_use]
    pub fn answer(&self, ground: &Ground<'_>, today: Date) -> Option<Told> {
        Some(match self {
            Self::Calibration(_) => return None,
            Self::Compare(selection) => Told::Comparison(Rc::new(compare(ground, selection, today))),
            Self::Coverage(selection) => Told::Coverage(Rc::new(report(ground, selection, today))),
            Self::Schools(selection) => Told::Schools(Rc::new(by_school(ground, selection, today))),
            Self::Trends(selection, over) => Told::Trends(Rc::new(trends(ground, selection, *over, today))),
        })
    }
}
