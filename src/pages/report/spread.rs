use domain::coverage::{Balance, Key, Lack};
use yew::prelude::*;

use super::school::Found;
use crate::pages::coverage::{pace_bars, pace_words};
use crate::pages::sampling;

/// How evenly the visits were spread: what a reader must know before trusting a share. That teachers were visited
/// unevenly is said, who is not: the report goes further than the visits may.
pub(super) fn spread(found: &Found<'_>) -> Html {
    let (text, coverage, today) = (found.text(), found.coverage, found.app.model.today());
    let never = coverage.rooms.iter().filter(|room| matches!(room.lack(today), Some(Lack::Never))).count();
    let leans: Vec<_> = coverage.balances.iter().flat_map(Balance::leans).collect();
    let (people, leans): (Vec<_>, Vec<_>) = leans.iter().partition(|lean| matches!(lean.part.key, Key::Teacher(_)));
    let lean = |lean| html! { <li>{ sampling::lean(text, &found.held.documents, lean) }</li> };
    let body = html! {
        <>
            <p>{ pace_words(text, &coverage.pace) }</p>
            { pace_bars(text, &coverage.pace) }
            if never > 0 {
                <p>{ text.with("report-never", [("n", never.into())]) }</p>
            }
            if leans.is_empty() && people.is_empty() {
                <p>{ text.get("coverage-leans-none") }</p>
            } else {
                <p>{ text.get("sampling-leans") }</p>
                <ul class="stack">
                    { for leans.into_iter().map(lean) }
                    if !people.is_empty() {
                        <li>{ text.get("report-uneven-teachers") }</li>
                    }
                </ul>
            }
        </>
    };
    found.section(text.get("report-spread"), body)
}
