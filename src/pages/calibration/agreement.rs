use domain::calibration::{Agreed, Coefficient, Outcome, Report};
use domain::framework::Framework;
use yew::prelude::*;

use super::words::{coefficient, in_words, missing, name, on_one, over_lessons, range, remark, value};
use crate::components::{Column, DataTable, Fold, KeyFigure, KeyFigures};
use crate::pages::record::short_name;
use crate::state::use_app;
use crate::text::Text;

/// What lessons that were recorded together say.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) lessons: usize,
    /// The version whose look-fors are listed.
    pub(super) framework: Framework,
    /// All look-fors that are seen or not seen.
    pub(super) together: Report,
    /// Each look-for.
    pub(super) each: Vec<Agreed>,
}

/// What [`Agreement`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct AgreementProps {
    pub(super) id: AttrValue,
    pub(super) found: Found,
}

/// How far observers agree: in words first, then look-for by look-for, and every coefficient on demand.
#[component]
pub(super) fn Agreement(props: &AgreementProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let (each, all) = (use_state(|| false), use_state(|| false));
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |open| state.set(open))
    };
    let found = &props.found;
    let exceptions: Vec<String> =
        found.each.iter().filter(|one| one.is_exception()).map(|one| short(found, one)).collect();
    html! {
        <section class="section" aria-labelledby={format!("{}-title", props.id)}>
            <h2 id={format!("{}-title", props.id)}>{ text.get("calibration-agreement") }</h2>
            <KeyFigures figures={figures(text, found)} />
            <p>{ in_words(text, &found.together) }</p>
            if !exceptions.is_empty() {
                <p>{ text.with("calibration-except", [("look-fors", exceptions.join(", ").into())]) }</p>
            }
            if let Some(remark) = remark(text, &found.together) {
                <p class="muted">{ remark }</p>
            }
            <Fold summary={text.get("calibration-each")} open={*each} on_toggle={toggle(&each)}>
                { one_by_one(text, found) }
            </Fold>
            <Fold summary={text.get("calibration-figures")} open={*all} on_toggle={toggle(&all)}>
                { every_coefficient(text, found) }
            </Fold>
        </section>
    }
}

fn short(found: &Found, one: &Agreed) -> String {
    short_name(&found.framework, &one.look_for)
}

fn figures(text: &Text, found: &Found) -> Vec<KeyFigure> {
    let figure = |value: String, label: String| KeyFigure { value: value.into(), label: label.into(), note: None };
    let of = |which: Coefficient| {
        let estimate = found.together.estimate(which);
        let shown = estimate.map(|estimate| value(text, which, estimate));
        KeyFigure {
            value: shown.unwrap_or_else(|| text.get("compare-no-number")).into(),
            label: name(text, which).into(),
            note: estimate
                .filter(|_| over_lessons(&found.together))
                .map(|estimate| range(text, which, estimate).into()),
        }
    };
    vec![
        figure(found.lessons.to_string(), text.with("calibration-lessons", [("n", found.lessons.into())])),
        of(Coefficient::PercentAgreement),
        of(Coefficient::GwetsAc1),
        of(Coefficient::AlphaNominal),
    ]
}

fn one_by_one(text: &Text, found: &Found) -> Html {
    let column = |id: &str, numeric| Column { label: text.get(id).into(), numeric };
    let columns = vec![
        column("calibration-look-for", false),
        column("calibration-agree-column", false),
        column("calibration-pairs", true),
        column("calibration-parted", true),
    ];
    let rows = found.each.iter().map(|one| {
        let remark = remark(text, &one.report);
        vec![
            html! { { short(found, one) } },
            html! { <>{ on_one(text, one, &found.framework) }if let Some(remark) = remark { <br /><span class="muted small">{ remark }</span> }</> },
            html! { { one.report.paired } },
            html! { { one.parted } },
        ]
    });
    html! { <DataTable caption={text.get("calibration-each")} {columns} rows={rows.collect::<Vec<_>>()} /> }
}

/// A row a look-for, a column a coefficient; where one does not fit, why.
fn every_coefficient(text: &Text, found: &Found) -> Html {
    let first = Column { label: text.get("calibration-look-for").into(), numeric: false };
    let columns = Coefficient::ALL.map(|which| Column { label: name(text, which).into(), numeric: true });
    let cells = |report: &Report| {
        let lines = report.coefficients.iter().map(|line| match line.outcome {
            Outcome::Found { estimate, .. } => html! { { coefficient(text, line.coefficient, estimate) } },
            Outcome::Missing { missing: why } => {
                let why = missing(text, why);
                html! { <span class="muted" title={why.clone()}>{ "–" }<span class="visually-hidden">{ why }</span></span> }
            }
        });
        lines.collect::<Vec<_>>()
    };
    let row = |name: String, report: &Report| [vec![html! { { name } }], cells(report)].concat();
    let together = row(text.get("calibration-together"), &found.together);
    let rows = std::iter::once(together).chain(found.each.iter().map(|one| row(short(found, one), &one.report)));
    html! {
        <>
            <DataTable
                caption={text.get("calibration-figures")}
                columns={std::iter::once(first).chain(columns).collect::<Vec<_>>()}
                rows={rows.collect::<Vec<_>>()}
            />
            <p class="muted small">{ text.get("calibration-figures-note") }</p>
        </>
    }
}
