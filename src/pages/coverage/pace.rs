use domain::coverage::{DropOff, Pace};
use yew::prelude::*;

use super::Page;
use crate::components::{WeekBar, WeekBars};

impl Page<'_> {
    /// Visits week by week, and since when they have become fewer.
    pub(super) fn pace(&self, pace: &Pace) -> Html {
        let text = &self.app.model.text;
        let most = pace.weeks.iter().map(|week| week.visits).chain(pace.expected).max().unwrap_or(0).max(1);
        let share = |visits: u32| f64::from(visits) / f64::from(most);
        let since = pace.drop_off.map(|drop_off| drop_off.since);
        let bar = |week: &domain::coverage::WeekCount| WeekBar {
            at: share(week.visits),
            count: week.visits.to_string().into(),
            marked: since.is_some_and(|since| week.monday >= since),
            running: week.running,
        };
        let end = |week: Option<&domain::coverage::WeekCount>| {
            week.map_or_else(AttrValue::default, |week| text.date(week.monday).into())
        };
        let expected = pace.expected.map(|visits| (share(visits), AttrValue::from(visits.to_string())));
        html! {
            <section class="section" aria-labelledby="coverage-pace">
                <h2 id="coverage-pace">{ text.get("coverage-pace") }</h2>
                <p>{ self.said(pace) }</p>
                if !pace.weeks.is_empty() {
                    <div class="panel">
                        <WeekBars
                            label={self.said(pace)}
                            bars={pace.weeks.iter().map(bar).collect::<Vec<_>>()}
                            {expected}
                            ends={[end(pace.weeks.first()), end(pace.weeks.last())]}
                        />
                    </div>
                }
            </section>
        }
    }

    fn said(&self, pace: &Pace) -> String {
        let text = &self.app.model.text;
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
        said.extend(pace.drop_off.map(|drop_off| self.drop_off(drop_off)));
        said.join(" ")
    }

    fn drop_off(&self, drop_off: DropOff) -> String {
        let text = &self.app.model.text;
        let words = [
            ("date", text.date(drop_off.since).into()),
            ("before", text.number(drop_off.before).into()),
            ("after", text.number(drop_off.after).into()),
        ];
        text.with(if drop_off.spring { "coverage-drop-off-spring" } else { "coverage-drop-off" }, words)
    }
}
