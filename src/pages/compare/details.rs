use domain::compare::{AmountTally, ComparisonRow, Selection, Steadiness, steadiness};
use domain::framework::{Ask, Kind};
use domain::stats::{Estimate, MINIMUM_REVISITED_CLASSROOMS, Measure, WANTED_RELIABILITY};
use domain::visit::Outcome;
use yew::prelude::*;

use super::rows::to_visits;
use super::{Unit, words};
use crate::components::RowDetails;
use crate::pages::held::Held;
use crate::pages::narrow::outcome;
use crate::pages::words::quoted;
use crate::text::Text;

#[derive(Properties, PartialEq)]
pub(super) struct DetailsProps {
    pub(super) text: Text,
    pub(super) row: ComparisonRow,
    pub(super) held: Held,
    /// The selection whose visits are on this tablet.
    pub(super) visits: Option<Selection>,
}

/// Where a row's numbers come from, in plain sentences, folded away until somebody asks.
#[component]
pub(super) fn Details(props: &DetailsProps) -> Html {
    let open = use_state(|| false);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |next| open.set(next))
    };
    let (sentences, links) = if *open {
        let links = props.visits.iter().flat_map(|selection| links(&props.text, &props.row, selection));
        (sentences(props), links.collect())
    } else {
        (Vec::new(), Vec::new())
    };
    html! {
        <RowDetails summary={props.text.get("compare-why")} open={*open} {on_toggle} {sentences} {links} />
    }
}

/// Every number of a row, each in a sentence that says what it means.
pub(super) fn sentences(props: &DetailsProps) -> Vec<AttrValue> {
    let (text, row) = (&props.text, &props.row);
    let mut said = vec![counted(text, row)];
    said.extend(row.amount.filter(|_| row.measure == Measure::Amount).map(|amount| amounts(text, row, amount)));
    said.push(text.with("compare-why-rooms", [("n", row.classrooms.into())]));
    said.push(set_aside(text, row));
    said.extend(row.plain.map(|plain| text.with("compare-why-plain", ends(text, row, plain))));
    said.extend(row.estimate.map(|estimate| text.with("compare-why-clustered", ends(text, row, estimate))));
    said.extend(row.design_effect.map(|effect| {
        text.with("compare-why-effect", [("n", row.visits.into()), ("effect", text.number(effect).into())])
    }));
    said.push(source(props));
    said.extend(row.standing.and_then(|_| {
        let more = row.needed.more_visits?;
        Some(text.with("compare-why-more", [("n", more.into())]))
    }));
    said.extend(
        row.needed
            .smallest_gap
            .map(|smallest| text.with("compare-why-gap", [("amount", Unit::Visits.difference(text, smallest).into())])),
    );
    said.extend(props.visits.as_ref().and_then(|selection| {
        let found = steadiness(&props.held.ground()?, selection, row)?;
        Some(steady(text, found))
    }));
    if !row.counts_also.is_empty() {
        said.push(text.with("compare-why-earlier", [("before", quoted(text, &row.counts_also).into())]));
    }
    if !row.became.is_empty() {
        said.push(text.with("compare-why-became", [("after", quoted(text, &row.became).into())]));
    } else if row.older {
        said.push(text.get("compare-why-older"));
    }
    said.into_iter().map(AttrValue::from).collect()
}

fn counted(text: &Text, row: &ComparisonRow) -> String {
    let tally = row.tally;
    let both = [("shown", tally.shown().into()), ("looked", tally.looked().into())];
    match row.look_for.kind {
        Kind::Rating { .. } => text.with("compare-why-rated", both),
        Kind::Presence | Kind::Count | Kind::Duration | Kind::Interval { .. } => text.with("compare-why-shown", both),
    }
}

fn amounts(text: &Text, row: &ComparisonRow, tally: AmountTally) -> String {
    let minutes = |seconds: u64| text.number((seconds as f64 / 60.0).round());
    let (amount, of) = match row.look_for.kind {
        Kind::Count => (text.number(tally.amount as f64), minutes(tally.of)),
        Kind::Duration => (minutes(tally.amount), minutes(tally.of)),
        Kind::Interval { .. } | Kind::Presence | Kind::Rating { .. } => {
            (text.number(tally.amount as f64), text.number(tally.of as f64))
        }
    };
    let values = [("amount", amount.into()), ("of", of.into()), ("n", tally.visits.into())];
    match row.look_for.kind {
        Kind::Count => text.with("compare-why-taps", values),
        Kind::Duration => text.with("compare-why-minutes", values),
        Kind::Interval { ask: Ask::NotDoing, .. } => text.with("compare-why-students", values),
        Kind::Interval { ask: Ask::YesOrNo, .. } | Kind::Presence | Kind::Rating { .. } => {
            text.with("compare-why-moments", values)
        }
    }
}

fn set_aside(text: &Text, row: &ComparisonRow) -> String {
    let tally = row.tally;
    let values = [
        ("blank", tally.blank().into()),
        ("absent", tally.not_applicable().into()),
        ("unjudged", tally.could_not_judge().into()),
    ];
    text.with("compare-why-aside", values)
}

/// How many visits one classroom needs before they say more about the classroom than about the days.
fn steady(text: &Text, found: Steadiness) -> String {
    if found.classrooms < MINIMUM_REVISITED_CLASSROOMS {
        let words = [("n", found.classrooms.into()), ("least", MINIMUM_REVISITED_CLASSROOMS.into())];
        return text.with("compare-why-steady-few", words);
    }
    let Some(visits) = found.visits else {
        return text.get("compare-why-steady-none");
    };
    let (part, interval) = (found.correlation.point(), found.correlation.interval());
    let words = [
        ("visits", visits.into()),
        ("wanted", text.number(WANTED_RELIABILITY).into()),
        ("part", text.percent(part).into()),
        ("low", text.percent(interval.low()).into()),
        ("high", text.percent(interval.high()).into()),
    ];
    text.with("compare-why-steady", words)
}

fn ends(
    text: &Text,
    row: &ComparisonRow,
    estimate: Estimate,
) -> [(&'static str, fluent_bundle::FluentValue<'static>); 2] {
    let (unit, interval) = (Unit::of(row), estimate.interval());
    [("low", unit.level(text, interval.low()).into()), ("high", unit.value(text, interval.high()).into())]
}

/// What is expected, where, and since when.
fn source(props: &DetailsProps) -> String {
    let (text, row) = (&props.text, &props.row);
    let Some(expectation) = &row.expectation else {
        return text.get("compare-why-not-expected");
    };
    let level = words::expected_level(text, &row.look_for.kind, expectation);
    let place = words::scope(text, props.held.documents.district.as_ref(), &expectation.scope);
    let since = text.full_date(expectation.from);
    text.with("compare-why-expected", [("level", level.into()), ("place", place.into()), ("since", since.into())])
}

/// Its visits by how it ended: address and words.
fn links(text: &Text, row: &ComparisonRow, selection: &Selection) -> Vec<(AttrValue, AttrValue)> {
    let tally = row.tally;
    let ways = [
        (Outcome::Shown, tally.shown()),
        (Outcome::NotShown, tally.looked() - tally.shown()),
        (Outcome::Blank, tally.blank()),
        (Outcome::NotApplicable, tally.not_applicable()),
        (Outcome::CouldNotJudge, tally.could_not_judge()),
    ];
    let link = |(way, visits): (Outcome, u32)| {
        let words = [("outcome", outcome(text, way).into()), ("n", visits.into())];
        let address = to_visits(selection, row.drill(Some(way)));
        (address.into(), text.with("compare-why-visits", words).into())
    };
    ways.into_iter().filter(|(_, visits)| *visits > 0).map(link).collect()
}

#[cfg(test)]
mod tests {
    use domain::compare::Needed;
    use domain::stats::{Interval, Standing};

    use super::*;
    use crate::pages::compare::made::row;
    use crate::text::Language;

    fn props(language: Language) -> DetailsProps {
        let mut row = row(Standing::Below, 0.45, (0.31, 0.6));
        row.plain = Some(Estimate::new(0.45, Interval::new(0.33, 0.58).unwrap()).unwrap());
        row.needed = Needed { smallest_gap: Some(0.113), ..Needed::default() };
        DetailsProps { text: Text::new(language), row, held: Held::default(), visits: None }
    }

    #[test]
    fn every_number_of_a_row_is_said_in_a_sentence() {
        let said = sentences(&props(Language::En)).join("\n");
        insta::assert_snapshot!(said.replace('\u{a0}', " "), @r"
        Shown in 26 of the 58 visits in which somebody looked for it.
        The visits went to 22 different classrooms.
        Not counted: left blank 0, not applicable 0, could not judge 0. A blank is never a “no”.
        If every visit stood for itself, the true value would likely lie between 33 % and 58 % of visits.
        Visits to one classroom resemble each other. With that counted in, it likely lies between 31 % and 60 % of visits (95 %).
        The design effect is 1.2: that many times as much spread as 58 unrelated visits would have.
        Expected: at least 80 % of visits, in the whole district, since 1 Sep 2026.
        The smallest gap that these visits could show is 11 points.
        ");
    }

    #[test]
    fn every_number_is_said_in_spanish_too() {
        let said = sentences(&props(Language::Es)).join("\n");
        insta::assert_snapshot!(said.replace('\u{a0}', " "), @r"
        Visto en 26 de las 58 visitas en las que alguien lo buscó.
        Las visitas fueron a 22 aulas distintas.
        No se cuentan: en blanco 0, no procede 0, no se pudo juzgar 0. Un blanco nunca es un «no».
        Si cada visita valiera por sí sola, el valor real estaría probablemente entre 33 % y 58 % de las visitas.
        Las visitas a una misma aula se parecen. Teniéndolo en cuenta, está probablemente entre 31 % y 60 % de las visitas (95 %).
        El efecto de diseño es 1,2: tantas veces la dispersión que tendrían 58 visitas sin relación entre sí.
        Se espera: al menos 80 % de las visitas, en todo el distrito, desde el 1 sept 2026.
        La menor distancia que estas visitas podrían mostrar es de 11 puntos.
        ");
    }

    #[test]
    fn how_many_visits_a_classroom_needs_is_said_where_it_can_be_told() {
        let correlation = Estimate::new(0.16, Interval::new(0.05, 0.31).unwrap()).unwrap();
        let found = Steadiness { classrooms: 23, correlation, visits: Some(13) };
        let said = [found, Steadiness { visits: None, ..found }, Steadiness { classrooms: 4, ..found }]
            .map(|found| [Language::En, Language::Es].map(|language| steady(&Text::new(language), found)).join("\n"));
        insta::assert_snapshot!(said.join("\n").replace('\u{a0}', " "), @r#"
        Of the spread between visits, 16 % lies between classrooms (ICC(1); 95 %: 5 %–31 %). A classroom needs 13 visits until their mean is reliable (0.7, Spearman–Brown).
        De la dispersión entre visitas, 16 % está entre aulas (CCI(1); 95 %: 5 %–31 %). Un aula necesita 13 visitas para que su media sea fiable (0,7, Spearman–Brown).
        Classrooms do not differ more than visits to one classroom do: no number of visits tells them apart.
        Las aulas no difieren más que las visitas a una misma aula: ningún número de visitas las distingue.
        4 classrooms were visited twice or more; from 10 on it can be told how many visits one classroom needs.
        4 aulas se visitaron dos veces o más; a partir de 10 se puede decir cuántas visitas necesita un aula.
        "#);
    }

    #[test]
    fn the_visits_behind_a_row_are_reached_by_how_they_ended() {
        let props = props(Language::En);
        let links = links(&props.text, &props.row, &Selection::default());
        let words: Vec<_> = links.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(words, ["Visits: shown (26)", "Visits: not shown (32)"]);
        assert!(links.iter().all(|(address, _)| address.starts_with("/visits?look-for=check&version=")));
    }
}
