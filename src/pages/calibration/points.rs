use domain::calibration::{Noted, Said, Session, TalkingPoint, talking_points};
use domain::framework::Framework;
use domain::id::LookForId;
use domain::visit::{Outcome, Snapshot};
use yew::prelude::*;

use super::versions;
use super::words::watcher;
use crate::pages::record::short_name;
use crate::state::{Model, use_app};
use crate::text::Text;

/// What [`Points`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct PointsProps {
    pub(super) session: Session,
    /// The version whose look-fors are listed.
    pub(super) framework: Framework,
}

/// Where the observers parted: over the lesson as a whole, then minute by minute, with what they noted.
#[component]
pub(super) fn Points(props: &PointsProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let points = talking_points(&props.session, &versions(&model.documents), &props.framework);
    let (minutes, whole): (Vec<&TalkingPoint>, Vec<&TalkingPoint>) =
        points.iter().partition(|point| point.minute.is_some());
    let page = Page { model, props };
    html! {
        <section class="section" aria-labelledby="points-title">
            <h2 id="points-title">{ text.get("calibration-points") }</h2>
            if points.is_empty() {
                <p>{ text.get("calibration-no-points") }</p>
            }
            if !whole.is_empty() {
                <h3>{ text.get("calibration-whole-lesson") }</h3>
                <ul role="list" class="talking-points">{ for whole.iter().map(|point| page.point(point, true)) }</ul>
            }
            if !minutes.is_empty() {
                <h3>{ text.get("calibration-by-minute") }</h3>
                <ul role="list" class="talking-points">{ for minutes.iter().map(|point| page.point(point, false)) }</ul>
            }
        </section>
    }
}

struct Page<'a> {
    model: &'a Model,
    props: &'a PointsProps,
}

impl Page<'_> {
    fn point(&self, point: &TalkingPoint, with_notes: bool) -> Html {
        let text = &self.model.text;
        let name = short_name(&self.props.framework, &point.look_for);
        let wording = self.props.framework.look_for(&point.look_for).map(|look_for| look_for.text.clone());
        let notes = if with_notes { self.notes(&point.look_for) } else { Vec::new() };
        html! {
            <li class="talking-point">
                <p class="strong">
                    if let Some(minute) = point.minute {
                        <span class="talking-point-minute">{ text.with("calibration-minute", [("n", (minute + 1).into())]) }</span>
                        { " " }
                    }
                    { name }
                </p>
                if point.minute.is_none() {
                    <p class="muted small">{ wording.unwrap_or_default() }</p>
                }
                <ul role="list" class="talking-point-said">
                    { for point.said.iter().map(|(who, what)| html! {
                        <li><span class="muted">{ watcher(self.model, who) }</span>{ " " }<span>{ said(text, *what) }</span></li>
                    }) }
                </ul>
                { for notes.iter().map(|note| html! { <p class="small">{ note }</p> }) }
            </li>
        }
    }

    /// "M. Ruiz, minute 3: said on the board".
    fn notes(&self, look_for: &LookForId) -> Vec<String> {
        let text = &self.model.text;
        let about = |note: &&Noted| note.about.as_ref() == Some(look_for);
        let mut notes = Vec::new();
        for sitting in &self.props.session.sittings {
            notes.extend(sitting.notes.iter().filter(about).map(|note| {
                let minute = (note.second / 60 + 1).into();
                let name = watcher(self.model, &sitting.watcher);
                let words = [("name", name.into()), ("minute", minute), ("note", note.text.clone().into())];
                text.with("calibration-note", words)
            }));
        }
        notes
    }
}

fn said(text: &Text, said: Said) -> String {
    match said {
        Said::Ended(_, Some(level)) => text.with("recorder-answer-level", [("n", level.into())]),
        Said::Ended(outcome, None) => ended(text, outcome),
        Said::Taps(n) => text.with("calibration-taps", [("n", n.into())]),
        Said::Ran(n) => text.with("calibration-seconds", [("n", n.into())]),
        Said::Found(None) => text.get("calibration-missed"),
        Said::Found(Some(Snapshot::Happening(true))) => text.get("recorder-yes"),
        Said::Found(Some(Snapshot::Happening(false))) => text.get("recorder-no"),
        Said::Found(Some(Snapshot::Students { present, not_doing })) => {
            let doing = present.saturating_sub(not_doing);
            text.with("calibration-students", [("doing", doing.into()), ("present", present.into())])
        }
    }
}

/// How a look-for ended, in words.
pub(super) fn ended(text: &Text, outcome: Outcome) -> String {
    text.get(match outcome {
        Outcome::Shown => "recorder-answer-seen",
        Outcome::NotShown => "recorder-answer-not-seen",
        Outcome::NotApplicable => "recorder-answer-not-applicable",
        Outcome::CouldNotJudge => "recorder-answer-could-not-judge",
        Outcome::Blank => "visit-left-blank",
    })
}
