//! Which coefficient fits which ratings, and its value where it does.

use super::coefficient::{Judgement, Needs};
use super::{Coefficient, Sheet, Why};
use crate::stats::Estimate;
use crate::stats::agreement::{
    Codes, Measurements, Model, PairTable, Scale, Weights, cohens_kappa, fleiss_kappa, gwets_ac1, intraclass,
    krippendorffs_alpha, percent_within,
};

/// More different values than this are amounts or remarks, not categories. Ours: no rubric has so many levels.
pub const MOST_CATEGORIES: usize = 30;

type Found = Result<(Estimate, usize), Why>;

pub(super) fn gauge(sheet: &Sheet, coefficient: Coefficient) -> Found {
    match sheet.observers() {
        0 => return Err(Why::NoValues),
        1 => return Err(Why::OneObserver),
        _ if sheet.paired() == 0 => return Err(Why::NoOverlap),
        _ => (),
    }
    match coefficient.needs() {
        Needs::Percent => Ok((percent_within(&measured(sheet)?, 0.0).ok_or(Why::NoOverlap)?, sheet.paired())),
        Needs::Cohen(weights) => cohen(sheet, weights),
        Needs::Ac1 => Ok((gwets_ac1(&categories(sheet)?).ok_or(Why::OneUnit)?, sheet.paired())),
        Needs::Fleiss => fleiss(sheet),
        Needs::Alpha(scale) => alpha(sheet, scale),
        Needs::Icc(model, judgement) => icc(sheet, model, judgement),
    }
}

fn cohen(sheet: &Sheet, weights: Weights) -> Found {
    if sheet.observers() > 2 {
        return Err(Why::MoreThanTwoObservers);
    }
    let codes = match weights {
        Weights::Same => few(sheet).and_then(|()| sheet.complete_codes()),
        Weights::Linear | Weights::Quadratic => levels(sheet),
    }?;
    let table = PairTable::of(&codes, 0, 1).ok_or(Why::NoOverlap)?;
    Ok((cohens_kappa(&table, weights).ok_or(Why::NoVariation)?, sheet.complete()))
}

fn fleiss(sheet: &Sheet) -> Found {
    let why = if sheet.different() == 1 { Why::NoVariation } else { Why::OneUnit };
    Ok((fleiss_kappa(&categories(sheet)?).ok_or(why)?, sheet.paired()))
}

fn alpha(sheet: &Sheet, scale: Scale) -> Found {
    match scale {
        Scale::Nominal => few(sheet)?,
        Scale::Ordinal | Scale::Interval => _ = numbers(sheet)?,
        Scale::Ratio => nothing_below_zero(numbers(sheet)?)?,
    }
    let judged = measured(sheet)?;
    let units = judged.units().iter().map(|row| row.iter().flatten().copied().collect::<Vec<f64>>());
    let compared = units.filter(|unit| unit.len() >= 2).flatten();
    let found = krippendorffs_alpha(&judged, scale).ok_or_else(|| without_spread(compared));
    Ok((found?, sheet.paired()))
}

fn icc(sheet: &Sheet, model: Model, judgement: Judgement) -> Found {
    _ = numbers(sheet)?;
    if sheet.complete() < 2 {
        return Err(Why::Incomplete);
    }
    let judged = sheet.complete_codes().and_then(|codes| sheet.measured(&codes))?;
    let compared = judged.units().iter().flatten().flatten().copied();
    let found = intraclass(&judged, model).ok_or_else(|| without_spread(compared))?;
    let estimate = match judgement {
        Judgement::Single => found.single,
        Judgement::Average => found.average,
    };
    Ok((estimate, found.units))
}

fn numbers(sheet: &Sheet) -> Result<&[f64], Why> {
    sheet.numbers().ok_or(Why::NotNumbers)
}

fn nothing_below_zero(numbers: &[f64]) -> Result<(), Why> {
    if numbers.iter().any(|number| *number < 0.0) { Err(Why::NegativeNumbers) } else { Ok(()) }
}

fn few(sheet: &Sheet) -> Result<(), Why> {
    if sheet.different() > MOST_CATEGORIES { Err(Why::TooManyCategories) } else { Ok(()) }
}

fn categories(sheet: &Sheet) -> Result<Codes, Why> {
    few(sheet)?;
    sheet.codes()
}

fn measured(sheet: &Sheet) -> Result<Measurements, Why> {
    sheet.codes().and_then(|codes| sheet.measured(&codes))
}

/// The units that all judged, with every whole number from the lowest to the highest as a category, used or not: then
/// categories are as far apart as their numbers.
fn levels(sheet: &Sheet) -> Result<Codes, Why> {
    let numbers = numbers(sheet)?;
    let (Some(lowest), Some(highest)) = (numbers.first(), numbers.last()) else { return Err(Why::NoValues) };
    if numbers.iter().any(|number| number.fract() != 0.0) {
        return Err(Why::NotWholeNumbers);
    }
    let span = highest - lowest + 1.0;
    if span > MOST_CATEGORIES as f64 {
        return Err(Why::TooManyCategories);
    }
    let judged = sheet.complete_codes().and_then(|codes| sheet.measured(&codes))?;
    let level = |number: &Option<f64>| number.map(|number| (number - lowest) as usize);
    let rows = judged.units().iter().map(|row| row.iter().map(level).collect()).collect();
    Codes::new((span as usize).max(2), rows).map_err(|_| Why::NoOverlap)
}

/// Why there is no coefficient of numbers that otherwise fits.
fn without_spread(mut compared: impl Iterator<Item = f64>) -> Why {
    let first = compared.next();
    if compared.all(|value| Some(value) == first) { Why::NoVariation } else { Why::TooExtreme }
}
