use domain::district::{Calendar, Term};
use domain::time::Date;
use yew::prelude::*;

use crate::components::{Choice, FilterSelect, InputKind, TextField};
use crate::text::Text;

/// The first and the last day of a selection; `None` for no limit.
pub(crate) type Days = (Option<Date>, Option<Date>);

/// Days that people ask for by name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Preset {
    Everything,
    ThisTerm,
    FourWeeks,
    ThisMonth,
    ThisYear,
    LastTerm,
}

impl Preset {
    const ALL: [Self; 6] =
        [Self::ThisTerm, Self::FourWeeks, Self::ThisMonth, Self::ThisYear, Self::LastTerm, Self::Everything];

    fn name(self, text: &Text) -> String {
        match self {
            Self::Everything => text.get("narrow-when-everything"),
            Self::ThisTerm => text.get("narrow-when-term"),
            Self::FourWeeks => text.get("narrow-when-weeks"),
            Self::ThisMonth => text.get("narrow-when-month"),
            Self::ThisYear => text.get("narrow-when-year"),
            Self::LastTerm => text.get("narrow-when-last-term"),
        }
    }

    /// Its days; `None` where the calendar has no such thing.
    fn days(self, calendar: Option<&Calendar>, today: Date) -> Option<Days> {
        let (from, to) = match self {
            Self::Everything => return Some((None, None)),
            Self::ThisTerm => whole(begun(calendar?, today).next()?),
            Self::LastTerm => whole(begun(calendar?, today).nth(1)?),
            Self::FourWeeks => (today.plus_days(-27), today),
            Self::ThisMonth => today.whole_month(),
            Self::ThisYear => (calendar?.first_day, calendar?.last_day),
        };
        Some((Some(from), Some(to)))
    }
}

/// Terms that have begun, the latest first: in the holidays "this term" is the one that has just ended.
fn begun(calendar: &Calendar, today: Date) -> impl Iterator<Item = &Term> {
    calendar.terms.iter().rev().filter(move |term| term.first_day <= today)
}

fn whole(term: &Term) -> (Date, Date) {
    (term.first_day, term.last_day)
}

/// The days of the current term; no limits before a calendar has arrived.
pub(crate) fn this_term(calendar: Option<&Calendar>, today: Date) -> Days {
    Preset::ThisTerm.days(calendar, today).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
pub(crate) struct WhenFilterProps {
    /// Before the ids of its fields.
    pub(crate) prefix: &'static str,
    pub(crate) text: Text,
    pub(crate) calendar: Option<Calendar>,
    pub(crate) today: Date,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    pub(crate) on_change: Callback<Days>,
}

/// Days by name, or chosen one by one.
#[component]
pub(crate) fn WhenFilter(props: &WhenFilterProps) -> Html {
    let choosing = use_state(|| false);
    let text = &props.text;
    let presets: Vec<(Preset, Days)> = Preset::ALL
        .into_iter()
        .filter_map(|preset| Some((preset, preset.days(props.calendar.as_ref(), props.today)?)))
        .collect();
    let current = presets.iter().position(|(_, days)| *days == (props.from, props.to));
    let chosen = current.filter(|_| !*choosing).map_or_else(|| CHOSEN.to_owned(), |at| at.to_string());
    let options = presets
        .iter()
        .enumerate()
        .map(|(at, (preset, _))| Choice::new(at.to_string(), preset.name(text)))
        .chain([Choice::new(CHOSEN, text.get("narrow-when-chosen"))])
        .collect::<Vec<_>>();
    let on_change = {
        let (choosing, on_change) = (choosing.clone(), props.on_change.clone());
        Callback::from(move |value: AttrValue| {
            let preset = value.parse().ok().and_then(|at: usize| presets.get(at));
            choosing.set(preset.is_none());
            if let Some((_, days)) = preset {
                on_change.emit(*days);
            }
        })
    };
    html! {
        <>
            <FilterSelect
                id={format!("{}narrow-when", props.prefix)}
                label={text.get("narrow-when")}
                value={chosen.clone()}
                {options}
                set={props.from.is_some() || props.to.is_some()}
                {on_change}
            />
            if chosen == CHOSEN {
                { days(props) }
            }
        </>
    }
}

/// The value of "choose dates".
const CHOSEN: &str = "chosen";

fn days(props: &WhenFilterProps) -> Html {
    let (text, from, to) = (&props.text, props.from, props.to);
    let written = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
    let backwards = from.zip(to).is_some_and(|(from, to)| to < from);
    html! {
        <>
            <TextField
                id={format!("{}narrow-from", props.prefix)}
                label={text.get("narrow-from")}
                kind={InputKind::Date}
                value={written(from)}
                on_input={props.on_change.reform(move |day: AttrValue| (day.parse().ok(), to))}
            />
            <TextField
                id={format!("{}narrow-to", props.prefix)}
                label={text.get("narrow-to")}
                kind={InputKind::Date}
                value={written(to)}
                error={backwards.then(|| AttrValue::from(text.get("narrow-backwards")))}
                on_input={props.on_change.reform(move |day: AttrValue| (from, day.parse().ok()))}
            />
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn calendar() -> Calendar {
        let term = |first: &str, last: &str| Term { name: String::new(), first_day: day(first), last_day: day(last) };
        Calendar {
            first_day: day("2026-09-01"),
            last_day: day("2027-06-18"),
            terms: vec![term("2026-09-01", "2026-11-30"), term("2026-12-01", "2027-02-28")],
            check_dates: vec![],
            days_off: vec![],
        }
    }

    #[test]
    fn in_the_holidays_this_term_is_the_one_that_has_ended() {
        let days = this_term(Some(&calendar()), day("2027-03-07"));
        assert_eq!(days, (Some(day("2026-12-01")), Some(day("2027-02-28"))));
    }

    #[test]
    fn the_first_term_has_none_before_it() {
        assert!(Preset::LastTerm.days(Some(&calendar()), day("2026-10-01")).is_none());
        assert!(Preset::LastTerm.days(Some(&calendar()), day("2026-12-01")).is_some());
    }

    #[test]
    fn four_weeks_are_28_days_with_today() {
        let days = Preset::FourWeeks.days(None, day("2026-11-20"));
        assert_eq!(days, Some((Some(day("2026-10-24")), Some(day("2026-11-20")))));
    }
}
