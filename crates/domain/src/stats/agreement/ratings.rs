use thiserror::Error;

/// Into which category each observer put each unit: a lesson, or a minute of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codes {
    categories: usize,
    units: Vec<Vec<Option<usize>>>,
}

impl Codes {
    /// One row a unit, in it one place an observer, always in the same order; `None` where an observer has nothing.
    /// Categories are counted from 0, in the order of their scale if it has one, and include those that nobody used.
    ///
    /// Fails with fewer than two categories, and for rows that have not all the same two places or more, or name a
    /// category that there is not.
    pub fn new(categories: usize, units: Vec<Vec<Option<usize>>>) -> Result<Codes, BadRatings> {
        if categories < 2 {
            return Err(BadRatings::FewCategories { categories });
        }
        check_shape(&units)?;
        for (unit, row) in units.iter().enumerate() {
            if let Some(&category) = row.iter().flatten().find(|category| **category >= categories) {
                return Err(BadRatings::NoSuchCategory { unit, category, categories });
            }
        }
        Ok(Codes { categories, units })
    }

    /// How many categories there are, used or not; at least 2.
    pub fn categories(&self) -> usize {
        self.categories
    }

    /// The rows as given.
    pub fn units(&self) -> &[Vec<Option<usize>>] {
        &self.units
    }

    /// The categories by their number, for coefficients that take numbers: ranks, or levels that are evenly apart.
    pub fn as_measurements(&self) -> Measurements {
        let number = |code: &Option<usize>| code.map(|category| category as f64);
        Measurements { units: self.units.iter().map(|row| row.iter().map(number).collect()).collect() }
    }
}

/// Which amount each observer found in each unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurements {
    units: Vec<Vec<Option<f64>>>,
}

impl Measurements {
    /// One row a unit, in it one place an observer, always in the same order; `None` where an observer has nothing.
    ///
    /// Fails for rows that have not all the same two places or more, and for amounts that are not finite.
    pub fn new(units: Vec<Vec<Option<f64>>>) -> Result<Measurements, BadRatings> {
        check_shape(&units)?;
        match units.iter().position(|row| row.iter().flatten().any(|amount| !amount.is_finite())) {
            Some(unit) => Err(BadRatings::NotFinite { unit }),
            None => Ok(Measurements { units }),
        }
    }

    /// The rows as given.
    pub fn units(&self) -> &[Vec<Option<f64>>] {
        &self.units
    }
}

/// What makes a table of ratings no table of ratings. Units and observers are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadRatings {
    /// Nobody can disagree over one category.
    #[error("{categories} categories leave nothing to disagree about")]
    FewCategories {
        /// How many there are.
        categories: usize,
    },
    /// It takes two to agree.
    #[error("{observers} observers cannot agree")]
    FewObservers {
        /// How many there are.
        observers: usize,
    },
    /// A row has another number of places than the first.
    #[error("unit {unit} has {places} places for {observers} observers")]
    Uneven {
        /// Which row.
        unit: usize,
        /// How many places it has.
        places: usize,
        /// How many the first row has.
        observers: usize,
    },
    /// A category beyond the last.
    #[error("unit {unit} is in category {category} of {categories}")]
    NoSuchCategory {
        /// Which row.
        unit: usize,
        /// The category named.
        category: usize,
        /// How many there are.
        categories: usize,
    },
    /// An amount that is no number.
    #[error("unit {unit} has an amount that is not a finite number")]
    NotFinite {
        /// Which row.
        unit: usize,
    },
}

fn check_shape<T>(units: &[Vec<Option<T>>]) -> Result<(), BadRatings> {
    let Some(observers) = units.first().map(Vec::len) else {
        return Ok(());
    };
    if observers < 2 {
        return Err(BadRatings::FewObservers { observers });
    }
    match units.iter().enumerate().find(|(_, row)| row.len() != observers) {
        Some((unit, row)) => Err(BadRatings::Uneven { unit, places: row.len(), observers }),
        None => Ok(()),
    }
}
