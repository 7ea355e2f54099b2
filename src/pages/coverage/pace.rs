use domain::coverage::{DropOff, Pace, WeekCount};
use yew::prelude::*;

use super::Page;
use crate::components::{WeekBar, WeekBars};
use crate::text::Text;

impl Page<'_> {
    /// Visits week by week, and since when they have become fewer.
    pub(super) fn pace(&self, pace: &Pace) -> Html {
        let text = &self.app.model.text;
        html! {
            <section class="section" aria-labelledby="coverage-pace">
                <h2 id="coverage-pace">{ text.get("coverage-pace") }</h2>
                <p>{ pace_words(text, pace) }</p>
                { pace_bars(text, pace) }
            </section>
        }
    }
}

/// A bar a week, against what is expected of a week; nothing without weeks.
pub(crate) fn pace_bars(text: &Text, pace: &Pace) -> Html {
    if pace.weeks.is_empty() {
        return Html::default();
    }
    let most = pace.weeks.iter().map(|week| week.visits).chain(pace.expected).max().unwrap_or(0).max(1);
    let share = |visits: u32| f64::from(visits) / f64::from(most);
    let since = pace.drop_off.map(|drop_off| drop_off.since);
    let bar = |week: &WeekCount| WeekBar {
        at: share(week.visits),
        count: week.visits.to_string().into(),
        marked: since.is_some_and(|since| week.monday >= since),
        running: week.running,
    };
    let end = |week: Option<&WeekCount>| week.map_or_else(AttrValue::default, |week| text.date(week.monday).into());
    let expected = pace.expected.map(|visits| (share(visits), AttrValue::from(visits.to_string())));
    html! {
        <div class="panel">
            <WeekBars
                label={pace_words(text, pace)}
                bars={pace.weeks.iter().map(bar).collect::<Vec<_>>()}
                {expected}
                ends={[end(pace.weeks.first()), end(pace.weeks.last())]}
            />
        </div>
    }
}

/// How many visits a week has, against what is expected, and since when they have become fewer.
pub(crate) fn pace_words(text: &Text, pace: &Pace) -> String {
    let whole: Vec<_> = pace.weeks.iter().filter(|week| !week.running).collect();
    let sum: u32 = whole.iter().map(|week| week.visits).sum();
    let average = f64::from(sum) / f64::from(u32::try_from(whole.len().max(1)).unwrap_or(u32::MAX));
    let mut said = vec![match pace.expected {
        Some(expected) => {
            let enough = whole.iter().filter(|week| week.visits >= expected).count();
            let words = [
                ("average", text.number(average).into()),
                ("expected", expected.into()),
                ("enough", enough.into()),
                ("weeks", whole.len().into()),
            ];
            text.with("coverage-pace-expected", words)
        }
        None => text.with("coverage-pace-average", [("average", text.number(average).into())]),
    }];
    said.extend(pace.drop_off.map(|found| drop_off(text, found)));
    said.join(" ")
}

fn drop_off(text: &Text, found: DropOff) -> String {
    let words = [
        ("date", text.date(found.since).into()),
        ("before", text.number(found.before).into()),
        ("after", text.number(found.after).into()),
    ];
    text.with(if found.spring { "coverage-drop-off-spring" } else { "coverage-drop-off" }, words)
}
