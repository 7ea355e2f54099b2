use super::coefficient::Needs;
use super::gauge::gauge;
use super::report::{Line, Outcome, Report, remark};
use super::sheet::{Rating, Sheet};
use crate::stats::Estimate;
use crate::stats::agreement::over_groups;

/// More lessons than this are dealt out to so many groups, which are left out one after another: the interval hardly
/// changes, and a district's whole year stays quick to work out.
const MOST_GROUPS: usize = 20;

/// Ratings lesson by lesson. Answers of one lesson hang together, and so do its prompts: whoever parts on one parts on the
/// next. Where a lesson has several, intervals are therefore over lessons.
pub(super) struct Lessons {
    whole: Sheet,
    /// How many lessons have something to agree about; `None` where each has one unit at most, which stands for itself.
    lessons: Option<usize>,
    /// All ratings but those of one group of lessons; nothing where intervals are over units.
    without: Vec<Sheet>,
}

impl Lessons {
    /// Nobody rates a unit twice here: a session has one record an observer, and a record one value a unit.
    pub(super) fn of(lessons: &[Vec<Rating>]) -> Self {
        let sheet = |ratings: &[Rating]| Sheet::of(ratings).unwrap_or_default();
        let each: Vec<Sheet> = lessons.iter().map(|lesson| sheet(lesson)).collect();
        let paired = each.iter().filter(|lesson| lesson.paired() > 0).count();
        let hang_together = each.iter().any(|lesson| lesson.units() > 1);
        let groups = if hang_together && paired > 1 { paired.min(MOST_GROUPS) } else { 0 };
        let of_group = |group: usize| {
            let paired = lessons.iter().zip(&each).filter(|(_, lesson)| lesson.paired() > 0).enumerate();
            let others = paired.filter(|(at, _)| at % groups != group);
            sheet(&others.flat_map(|(_, (lesson, _))| lesson.clone()).collect::<Vec<_>>())
        };
        Self {
            whole: sheet(&lessons.concat()),
            lessons: hang_together.then_some(paired),
            without: (0..groups).map(of_group).collect(),
        }
    }

    /// A share of cases over all lessons, with its interval.
    pub(super) fn share(&self, of: impl Fn(&Sheet) -> Option<Estimate>) -> Option<Estimate> {
        let whole = of(&self.whole)?;
        Some(self.over(whole, 0.0, of))
    }

    /// Every coefficient, with its interval. The intraclass correlations keep theirs over units: without a lesson they may
    /// be about other observers.
    pub(super) fn report(&self) -> Report {
        let mut report = Report::of(&self.whole);
        report.lessons = self.lessons;
        for Line { coefficient, outcome } in &mut report.coefficients {
            let lowest = match coefficient.needs() {
                Needs::Icc(..) => continue,
                Needs::Percent => 0.0,
                Needs::Cohen(_) | Needs::Ac1 | Needs::Fleiss | Needs::Alpha(_) => -1.0,
            };
            if let Outcome::Found { estimate, .. } = outcome {
                let of = |sheet: &Sheet| gauge(sheet, *coefficient).ok().map(|(estimate, _)| estimate);
                *estimate = self.over(*estimate, lowest, of);
            }
        }
        report.remark = remark(report.observers, &report.coefficients);
        report
    }

    /// An estimate with its interval over lessons; as it is where there is one lesson, or nothing hangs together.
    fn over(&self, whole: Estimate, lowest: f64, of: impl Fn(&Sheet) -> Option<Estimate>) -> Estimate {
        let without: Vec<Option<f64>> = self.without.iter().map(|sheet| of(sheet).map(Estimate::point)).collect();
        over_groups(whole.point(), &without, lowest).unwrap_or(whole)
    }
}
