//! How a look-for ended, in words.

use domain::framework::{Kind, LookFor};
use domain::time::Millis;
use domain::visit::{Amount, Answer, Outcome, Visit};

use crate::pages::record::join;
use crate::text::Text;

/// "Seen", "Level 3: Apply", "5 times · 7.4 in 10 minutes". Rates only where enough was watched for them to mean
/// something, which the domain decides.
pub(super) fn outcome_words(text: &Text, visit: &Visit, look_for: &LookFor, now: Millis) -> String {
    match visit.outcome(look_for, now) {
        Outcome::Blank => text.get("visit-left-blank"),
        Outcome::NotApplicable => text.get("visit-not-applicable"),
        Outcome::CouldNotJudge => text.get("visit-could-not-judge"),
        outcome @ (Outcome::Shown | Outcome::NotShown) => match visit.amount(look_for, now) {
            Some(amount) if amount.amount > 0 => amount_words(text, visit, look_for, amount),
            Some(_) => text.get("visit-none"),
            None => answer_words(text, visit, look_for, outcome),
        },
    }
}

/// The attribute that the stylesheet goes by.
pub(super) fn outcome_attribute(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Shown => "shown",
        Outcome::NotShown => "not-shown",
        Outcome::NotApplicable => "not-applicable",
        Outcome::CouldNotJudge => "could-not-judge",
        Outcome::Blank => "blank",
    }
}

fn answer_words(text: &Text, visit: &Visit, look_for: &LookFor, outcome: Outcome) -> String {
    if let (Some(Answer::Level(level)), Kind::Rating { levels, .. }) = (visit.answers.get(&look_for.id), &look_for.kind)
    {
        let name =
            usize::from(*level).checked_sub(1).and_then(|index| levels.get(index)).map(|level| level.name.as_str());
        return text.with("visit-level", [("n", (*level).into()), ("name", name.unwrap_or_default().into())]);
    }
    match outcome {
        Outcome::Shown => text.get("visit-seen"),
        Outcome::NotShown | Outcome::NotApplicable | Outcome::CouldNotJudge | Outcome::Blank => {
            text.get("visit-not-seen")
        }
    }
}

fn amount_words(text: &Text, visit: &Visit, look_for: &LookFor, amount: Amount) -> String {
    let rate = amount.rate(&look_for.kind);
    match &look_for.kind {
        Kind::Count => {
            let times = text.with("visit-times", [("n", amount.amount.into())]);
            let rate = rate.map(|rate| text.with("visit-per-ten", [("rate", text.number(rate).into())]));
            join([times].into_iter().chain(rate))
        }
        Kind::Duration => {
            let time = text.stopwatch(i64::from(amount.amount) * 1_000);
            let rate = rate.map(|rate| text.with("visit-of-the-time", [("share", text.percent(rate).into())]));
            join([time].into_iter().chain(rate))
        }
        Kind::Interval { .. } => {
            let counts = visit.snapshots.get(&look_for.id).map_or(0, std::collections::BTreeMap::len);
            let share = rate.map(|rate| text.percent(rate)).unwrap_or_default();
            text.with("visit-over-counts", [("share", share.into()), ("n", counts.into())])
        }
        Kind::Presence | Kind::Rating { .. } => text.get("visit-seen"),
    }
}
