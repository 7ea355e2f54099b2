//! What runs, what is due and what was counted last, in reach of a thumb.

use domain::framework::{Ask, Kind, LookFor};
use domain::time::Millis;
use domain::visit::{Act, Snapshot, Visit};
use yew::prelude::*;

use super::clock::{RunningTime, Stopwatch, use_time};
use super::found::Form;
use super::same::Same;
use crate::components::{Button, ButtonKind, Dock, DockItem, DockSide, Stepper, TimerButton};
use crate::state::DockSide as Side;
use crate::text::Text;

/// One thing in the dock, as plain data.
#[derive(Debug, Clone, PartialEq)]
pub enum Docked {
    /// A timer that runs.
    Timer(Same<LookFor>, Stopwatch),
    /// A prompt that is due from a moment on, with the students present if they were counted.
    Prompt(Same<LookFor>, Millis, Option<u16>),
    /// One of the last two counters used, and how far it is.
    Counter(Same<LookFor>, usize),
}

/// What belongs in the dock: running timers, prompts of look-fors in focus or already begun, the last two counters.
#[must_use]
pub fn docked(visit: &Visit, form: &Form, now: Millis) -> Vec<Docked> {
    if !visit.is_live() {
        return Vec::new();
    }
    let paused = visit.paused().is_some();
    let timers = form.all().filter(|look_for| visit.running(&look_for.id).is_some()).map(|look_for| {
        Docked::Timer(look_for.clone(), Stopwatch::of(visit.run_time(&look_for.id, now), !paused, now))
    });
    let asked = |look_for: &&Same<LookFor>| {
        let begun = visit.snapshots.get(&look_for.id).is_some_and(|taken| !taken.is_empty());
        let answered = visit.answers.contains_key(&look_for.id);
        !paused && !answered && (begun || form.focus.contains(look_for))
    };
    let prompts = form
        .all()
        .filter(asked)
        .filter_map(|look_for| Some(Docked::Prompt(look_for.clone(), visit.next_prompt(look_for)?, visit.present)));
    let mut counters: Vec<_> = form
        .all()
        .filter_map(|look_for| {
            let taps = visit.taps.get(&look_for.id)?;
            Some((taps.last()?.0, look_for, taps.len()))
        })
        .collect();
    counters.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    let counters = counters.into_iter().take(2).map(|(_, look_for, taps)| Docked::Counter(look_for.clone(), taps));
    timers.chain(prompts).chain(counters).collect()
}

/// What [`RecordDock`] needs.
#[derive(Properties, PartialEq)]
pub struct RecordDockProps {
    /// The language.
    pub text: Text,
    /// Which hand taps.
    pub side: Side,
    /// What may show; a prompt shows once it is due.
    pub docked: Vec<Docked>,
    /// Takes what the observer does.
    pub on_act: Callback<Act>,
    /// Asks how many students are present.
    pub on_present: Callback<()>,
}

/// The dock; nothing at all while nothing belongs in it.
#[component]
pub fn RecordDock(props: &RecordDockProps) -> Html {
    let now = use_time();
    let shown: Vec<&Docked> = props.docked.iter().filter(|docked| docked.shows(now)).collect();
    if shown.is_empty() {
        return html! {};
    }
    let side = match props.side {
        Side::Left => DockSide::Left,
        Side::Right => DockSide::Right,
    };
    html! {
        <Dock label={props.text.get("recorder-dock")} {side}>
            { for shown.into_iter().map(|docked| props.item(docked)) }
        </Dock>
    }
}

impl Docked {
    fn shows(&self, now: Millis) -> bool {
        match self {
            Self::Timer(..) | Self::Counter(..) => true,
            Self::Prompt(_, due, _) => now >= *due,
        }
    }
}

impl RecordDockProps {
    fn item(&self, docked: &Docked) -> Html {
        match docked {
            Docked::Timer(look_for, clock) => self.timer(look_for, *clock),
            Docked::Counter(look_for, taps) => self.counter(look_for, *taps),
            Docked::Prompt(look_for, _, present) => html! {
                <Prompt
                    key={format!("prompt-{}", look_for.id)}
                    text={self.text.clone()}
                    look_for={look_for.clone()}
                    present={*present}
                    on_act={self.on_act.clone()}
                    on_present={self.on_present.clone()}
                />
            },
        }
    }

    fn timer(&self, look_for: &Same<LookFor>, clock: Stopwatch) -> Html {
        let stop = Act::StopTimer(look_for.id.clone());
        let spoken = self.text.with("recorder-stop-spoken", [("look-for", look_for.short.as_str().into())]);
        html! {
            <DockItem
                key={format!("timer-{}", look_for.id)}
                running={true}
                label={html! { <RunningTime label={look_for.short.clone()} {clock} /> }}
            >
                <TimerButton running={true} compact={true} label={self.text.get("recorder-stop")} {spoken} on_toggle={self.on_act.reform(move |()| stop.clone())} />
            </DockItem>
        }
    }

    fn counter(&self, look_for: &Same<LookFor>, taps: usize) -> Html {
        let tap = Act::Tap(look_for.id.clone());
        let spoken = self.text.with("recorder-one-more", [("look-for", look_for.short.as_str().into())]);
        html! {
            <DockItem key={format!("counter-{}", look_for.id)} label={html! { { format!("{} {taps}", look_for.short) } }}>
                <Button {spoken} on_press={self.on_act.reform(move |()| tap.clone())}>{ "+" }</Button>
            </DockItem>
        }
    }
}

#[derive(Properties, PartialEq)]
struct PromptProps {
    text: Text,
    look_for: Same<LookFor>,
    present: Option<u16>,
    on_act: Callback<Act>,
    on_present: Callback<()>,
}

/// A prompt that waits for its answer.
#[component]
fn Prompt(props: &PromptProps) -> Html {
    let count = use_state(|| 0_u16);
    let text = &props.text;
    let short = props.look_for.short.as_str();
    let name = [("look-for", short.into())];
    let label = match ask(&props.look_for) {
        Ask::YesOrNo => html! { { text.with("recorder-prompt", name) } },
        Ask::NotDoing => html! { { text.with("recorder-prompt-not", name) } },
    };
    let answer = |snapshot: Snapshot| {
        let (id, count) = (props.look_for.id.clone(), count.clone());
        let on_act = props.on_act.clone();
        Callback::from(move |()| {
            count.set(0);
            on_act.emit(Act::Snapshot(id.clone(), snapshot));
        })
    };
    let control = match (ask(&props.look_for), props.present) {
        (Ask::YesOrNo, _) => html! {
            <>
                <Button spoken={text.with("recorder-happening-yes", [("look-for", short.into())])} on_press={answer(Snapshot::Happening(true))}>{ text.get("recorder-yes") }</Button>
                <Button spoken={text.with("recorder-happening-no", [("look-for", short.into())])} on_press={answer(Snapshot::Happening(false))}>{ text.get("recorder-no") }</Button>
            </>
        },
        (Ask::NotDoing, None) => html! {
            <Button on_press={props.on_present.clone()}>{ text.get("recorder-count-now") }</Button>
        },
        (Ask::NotDoing, Some(present)) => {
            let step = |to: u16| {
                let count = count.clone();
                Callback::from(move |()| count.set(to))
            };
            html! {
                <>
                    <Stepper
                        label={text.with("recorder-not-doing", [("look-for", short.into())])}
                        show_label={false}
                        value={count.to_string()}
                        minus_label={text.with("recorder-not-doing-less", [("look-for", short.into())])}
                        plus_label={text.with("recorder-not-doing-more", [("look-for", short.into())])}
                        can_subtract={*count > 0}
                        can_add={*count < present}
                        on_add={step(count.saturating_add(1).min(present))}
                        on_subtract={step(count.saturating_sub(1))}
                    />
                    <Button
                        kind={ButtonKind::Primary}
                        on_press={answer(Snapshot::Students { present, not_doing: (*count).min(present) })}
                    >{ text.get("recorder-record") }</Button>
                </>
            }
        }
    };
    html! { <DockItem due={true} {label}>{ control }</DockItem> }
}

fn ask(look_for: &LookFor) -> Ask {
    match look_for.kind {
        Kind::Interval { ask, .. } => ask,
        Kind::Presence | Kind::Count | Kind::Duration | Kind::Rating { .. } => Ask::YesOrNo,
    }
}
