//! What stands in the form of an expectation while somebody types.

use domain::district::{CannotExpect, District};
use domain::expectation::{Direction, Expectation, ExpectedAmount, ExpectedShare, Reach, Scope, Target};
use domain::framework::LookFor;
use domain::plan_week::Wish;
use domain::roster::Grade;
use domain::stats::Measure;
use domain::time::Date;

use crate::pages::compare::Unit;

/// A lesson lasts so long unless somebody says otherwise, in minutes.
const LESSON: u16 = 50;

/// Where something is expected, as it is chosen.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place {
    /// The district, a network or a school.
    Known(Scope),
    /// From a grade to another.
    Grades(Grade, Grade),
    /// As it is typed.
    Subject(String),
    /// As it is typed.
    Group(String),
}

/// The form of an expectation.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fields {
    pub(super) place: Place,
    pub(super) from: String,
    pub(super) until: String,
    pub(super) direction: Direction,
    pub(super) measure: Measure,
    /// In points, or in the look-for's unit where that is no share.
    pub(super) level: String,
    pub(super) lasts: String,
    pub(super) lesson: String,
    pub(super) visit: String,
    pub(super) reason: String,
}

/// What is wrong in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    From,
    Until,
    Share,
    Amount,
    Cannot(CannotExpect),
}

impl Fields {
    /// An empty form; lesson and visit last as long as was said last.
    pub(super) fn new(district: &District, look_for: &LookFor, scope: Scope, today: Date) -> Self {
        let said = district.expectations.iter().rev().find_map(|known| known.reach);
        Self {
            place: Place::Known(scope),
            from: today.to_string(),
            until: String::new(),
            direction: Direction::AtLeast,
            measure: if look_for.kind.is_amount() { Measure::Amount } else { Measure::ShareOfVisits },
            level: String::new(),
            lasts: String::new(),
            lesson: said.map_or(LESSON, |reach| reach.lesson).to_string(),
            visit: said.map_or(Wish::default().minutes_a_visit, |reach| reach.visit).to_string(),
            reason: String::new(),
        }
    }

    /// What is expected.
    pub(super) fn of(district: &District, look_for: &LookFor, expectation: &Expectation) -> Self {
        let place = match &expectation.scope {
            scope @ (Scope::District | Scope::Network(_) | Scope::School(_)) => Place::Known(scope.clone()),
            Scope::GradeBand(low, high) => Place::Grades(*low, *high),
            Scope::Subject(id) => Place::Subject(id.0.clone()),
            Scope::Group(id) => Place::Group(id.0.clone()),
        };
        let (measure, level) = match expectation.target {
            Target::Share(share) => (Measure::ShareOfVisits, f64::from(u8::from(share))),
            Target::Amount(amount) if in_points(look_for) => (Measure::Amount, amount.value() * 100.0),
            Target::Amount(amount) => (Measure::Amount, amount.value()),
        };
        let mut fields = Self {
            place,
            from: expectation.from.to_string(),
            until: expectation.until.map(|day| day.to_string()).unwrap_or_default(),
            direction: expectation.direction,
            measure,
            // Points that went through a share come back as they were typed.
            level: ((level * 1e6).round() / 1e6).to_string(),
            reason: expectation.reason.clone().unwrap_or_default(),
            ..Self::new(district, look_for, Scope::District, expectation.from)
        };
        if let Some(reach) = expectation.reach {
            fields.lasts = reach.lasts.to_string();
            fields.lesson = reach.lesson.to_string();
            fields.visit = reach.visit.to_string();
        }
        fields
    }

    /// Whether it has to be said how long the practice lasts: what should be there often must be there to be found.
    pub(super) fn asks_minutes(&self) -> bool {
        self.measure == Measure::ShareOfVisits && self.direction == Direction::AtLeast
    }

    /// As far as the minutes have been typed and fit together.
    pub(super) fn reach(&self) -> Option<Reach> {
        let minutes = |typed: &str| typed.trim().parse().ok();
        let reach =
            Reach { lasts: minutes(&self.lasts)?, lesson: minutes(&self.lesson)?, visit: minutes(&self.visit)? };
        (self.asks_minutes() && reach.is_sound()).then_some(reach)
    }

    /// More is expected than visits could find.
    pub(super) fn asks_reason(&self) -> bool {
        let points = self.points().map(u8::from);
        self.reach().is_some_and(|reach| points.is_some_and(|points| points > reach.highest_points()))
    }

    /// The expectation that was typed.
    pub(super) fn read(&self, look_for: &LookFor, was: Option<&Expectation>) -> Result<Expectation, Wrong> {
        let named = |typed: &str| Some(typed.trim().to_owned()).filter(|name| !name.is_empty());
        let scope = match &self.place {
            Place::Known(scope) => scope.clone(),
            Place::Grades(low, high) => Scope::GradeBand(*low, *high),
            Place::Subject(typed) => Scope::Subject(typed.trim().into()),
            Place::Group(typed) => Scope::Group(typed.trim().into()),
        };
        let from: Date = self.from.parse().map_err(|_| Wrong::From)?;
        let until = match self.until.as_str() {
            "" => None,
            typed => Some(typed.parse().map_err(|_| Wrong::Until)?),
        };
        let target = match self.measure {
            Measure::ShareOfVisits => Target::Share(self.points().ok_or(Wrong::Share)?),
            Measure::Amount => Target::Amount(self.amount(look_for).ok_or(Wrong::Amount)?),
        };
        let (reach, reason) = (self.reach(), named(&self.reason).filter(|_| self.asks_reason()));
        let expected = Expectation::new(look_for.id.clone(), scope, from, self.direction, target);
        let expected = Expectation { until, reach, reason, ..expected };
        expected.check(look_for, was).map_err(Wrong::Cannot)?;
        Ok(expected)
    }

    fn points(&self) -> Option<ExpectedShare> {
        let typed = self.level.trim().trim_end_matches('%').trim_end();
        ExpectedShare::from_points(typed.parse().ok()?).ok()
    }

    fn amount(&self, look_for: &LookFor) -> Option<ExpectedAmount> {
        let typed = self.level.trim().trim_end_matches('%').trim_end().replace(',', ".");
        let typed: f64 = typed.parse().ok()?;
        let amount = if in_points(look_for) { typed / 100.0 } else { typed };
        ExpectedAmount::new(amount).ok()
    }
}

/// Whether an amount of it is a share.
pub(super) fn in_points(look_for: &LookFor) -> bool {
    Unit::of_amount(&look_for.kind) != Unit::PerTenMinutes
}

#[cfg(test)]
mod tests {
    use domain::framework::{Autonomy, Kind};
    use domain::time::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 10);

    fn look_for(kind: Kind) -> LookFor {
        LookFor {
            id: "goal".into(),
            text: "Learning goal".to_owned(),
            short: "Goal".to_owned(),
            hint: None,
            examples: vec![],
            kind,
            autonomy: Autonomy::NonNegotiable,
            segments: vec![],
            succeeds: None,
        }
    }

    fn district() -> District {
        sample::district(1, sample::Size::tiny()).district
    }

    fn typed(kind: Kind, level: &str) -> Fields {
        Fields {
            level: level.to_owned(),
            lasts: "50".to_owned(),
            ..Fields::new(&district(), &look_for(kind), Scope::District, TODAY)
        }
    }

    #[test]
    fn what_is_typed_is_read_and_comes_back() {
        for (kind, level) in
            [(Kind::Presence, "80"), (Kind::Count, "4.5"), (Kind::Duration, "33"), (Kind::Duration, "7")]
        {
            let fields = typed(kind.clone(), level);
            let read = fields.read(&look_for(kind.clone()), None).unwrap();
            let back = Fields::of(&district(), &look_for(kind.clone()), &read);
            assert_eq!(back.level, level, "{kind:?}");
            assert_eq!(back.read(&look_for(kind), None), Ok(read));
        }
        let comma = typed(Kind::Count, " 4,5 ").read(&look_for(Kind::Count), None).unwrap();
        assert_eq!(comma.target, Target::Amount(ExpectedAmount::new(4.5).unwrap()));
        let every = typed(Kind::Presence, "100 %").read(&look_for(Kind::Presence), None).unwrap();
        assert_eq!(every.target, Target::Share(ExpectedShare::from_points(95).unwrap()));
    }

    #[test]
    fn what_cannot_be_meant_is_said() {
        let presence = look_for(Kind::Presence);
        let with = |change: &dyn Fn(&mut Fields)| {
            let mut fields = typed(Kind::Presence, "80");
            change(&mut fields);
            fields.read(&presence, None).map(|_| ())
        };
        assert_eq!(with(&|_| ()), Ok(()));
        assert_eq!(with(&|fields| fields.level = "many".to_owned()), Err(Wrong::Share));
        assert_eq!(with(&|fields| fields.level = "4".to_owned()), Err(Wrong::Share));
        assert_eq!(with(&|fields| fields.from = String::new()), Err(Wrong::From));
        assert_eq!(with(&|fields| fields.until = "2026-11-09".to_owned()), Err(Wrong::Cannot(CannotExpect::Dates)));
        assert_eq!(with(&|fields| fields.lasts = String::new()), Err(Wrong::Cannot(CannotExpect::Minutes)));
        assert_eq!(with(&|fields| fields.lasts = "51".to_owned()), Err(Wrong::Cannot(CannotExpect::Minutes)));
        assert_eq!(
            with(&|fields| fields.place = Place::Subject(" ".to_owned())),
            Err(Wrong::Cannot(CannotExpect::Place))
        );
        assert_eq!(
            with(&|fields| fields.place = Place::Grades(Grade(5), Grade(3))),
            Err(Wrong::Cannot(CannotExpect::Place))
        );
        assert_eq!(
            typed(Kind::Duration, "101").read(&look_for(Kind::Duration), None),
            Err(Wrong::Cannot(CannotExpect::Amount))
        );
        assert_eq!(typed(Kind::Count, "0").read(&look_for(Kind::Count), None), Err(Wrong::Amount));
    }

    #[test]
    fn more_than_visits_could_find_needs_a_reason() {
        let presence = look_for(Kind::Presence);
        let brief = Fields { lasts: "5".to_owned(), ..typed(Kind::Presence, "80") };
        assert!(brief.asks_reason());
        assert_eq!(brief.read(&presence, None), Err(Wrong::Cannot(CannotExpect::Reason)));
        let reasoned = Fields { reason: " Visits begin with the lesson. ".to_owned(), ..brief.clone() };
        assert_eq!(reasoned.read(&presence, None).unwrap().reason.as_deref(), Some("Visits begin with the lesson."));
        let within = Fields { level: "30".to_owned(), ..reasoned };
        assert_eq!(within.read(&presence, None).unwrap().reason, None, "what is within reach needs none");
        let rare = Fields { direction: Direction::AtMost, lasts: String::new(), ..brief };
        assert!(!rare.asks_reason() && rare.read(&presence, None).is_ok());
    }

    #[test]
    fn what_is_only_ended_needs_no_grounds() {
        let presence = look_for(Kind::Presence);
        let target = Target::Share(ExpectedShare::from_points(80).unwrap());
        let was = Expectation::new("goal".into(), Scope::District, TODAY, Direction::AtLeast, target);
        let ended = Fields { until: "2026-12-18".to_owned(), ..Fields::of(&district(), &presence, &was) };
        assert_eq!(ended.read(&presence, Some(&was)).unwrap().until, Some(date(2026, 12, 18)));
        let raised = Fields { level: "90".to_owned(), ..ended };
        assert_eq!(raised.read(&presence, Some(&was)), Err(Wrong::Cannot(CannotExpect::Minutes)));
    }
}
