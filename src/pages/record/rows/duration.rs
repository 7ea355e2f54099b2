use domain::id::LookForId;
use domain::time::Millis;
use domain::visit::Act;
use yew::prelude::*;

use super::RowProps;
use super::other::{BESIDE_AMOUNTS, Others, with_others};
use crate::components::{Button, InputKind, LookForRow, TextField, TimerButton};
use crate::pages::record::clock::{RunningTime, Stopwatch};
use crate::pages::record::found::Found;
use crate::text::Text;

/// A timer while the lesson goes on; afterwards, minutes and seconds.
#[component]
pub(super) fn DurationRow(props: &RowProps) -> Html {
    let open = use_state(|| false);
    let look_for = &props.look_for;
    let (clock, running, any) = match props.standing.found {
        Found::Timed { clock, running, any } => (clock, running, any),
        Found::Nothing | Found::Taps(_) | Found::Snapshots { .. } => (Stopwatch::Still(0), false, false),
    };
    let control = if props.standing.live {
        timer(props, running)
    } else {
        let seconds = clock.read(Millis(0)) / 1_000;
        html! { <TimeEntry text={props.text.clone()} look_for={look_for.id.clone()} name={look_for.short.clone()} {seconds} on_act={props.on_act.clone()} /> }
    };
    let others = Others { answers: &BESIDE_AMOUNTS, open, wide: !props.standing.live };
    html! {
        <LookForRow
            id={props.row_id()}
            kind="duration"
            answered={props.standing.answered}
            wide={!props.standing.live}
            title={look_for.text.clone()}
            hint={hint(props, clock, running, any)}
        >
            { with_others(props, &others, control) }
        </LookForRow>
    }
}

fn timer(props: &RowProps, running: bool) -> Html {
    let (text, look_for) = (&props.text, &props.look_for);
    let name = [("look-for", look_for.short.as_str().into())];
    let (label, spoken, act) = if running {
        (text.get("recorder-stop"), text.with("recorder-stop-spoken", name), Act::StopTimer(look_for.id.clone()))
    } else {
        (text.get("recorder-start"), text.with("recorder-start-spoken", name), Act::StartTimer(look_for.id.clone()))
    };
    html! { <TimerButton {running} {label} {spoken} on_toggle={props.act(act)} /> }
}

fn hint(props: &RowProps, clock: Stopwatch, running: bool, any: bool) -> Option<Html> {
    let text = &props.text;
    match (running, clock) {
        (true, Stopwatch::Since(_)) => Some(html! { <RunningTime label={text.get("recorder-running")} {clock} /> }),
        (true, Stopwatch::Still(millis)) => {
            Some(html! { { text.with("recorder-timer-paused", [("time", text.stopwatch(millis).into())]) } })
        }
        (false, Stopwatch::Still(millis)) if any => {
            Some(html! { { text.with("recorder-time-in-all", [("time", text.stopwatch(millis).into())]) } })
        }
        (false, _) => props.hint(),
    }
}

#[derive(Properties, PartialEq)]
struct TimeEntryProps {
    text: Text,
    look_for: LookForId,
    name: AttrValue,
    /// What is recorded so far.
    seconds: i64,
    on_act: Callback<Act>,
}

/// Minutes and seconds in all, for a time that was written down on paper or remembered.
#[component]
fn TimeEntry(props: &TimeEntryProps) -> Html {
    let text = &props.text;
    let minutes = use_state(|| AttrValue::from((props.seconds / 60).to_string()));
    let seconds = use_state(|| AttrValue::from((props.seconds % 60).to_string()));
    let total = read_time(&minutes, &seconds);
    let set = |field: &UseStateHandle<AttrValue>| {
        let field = field.clone();
        Callback::from(move |words: AttrValue| field.set(words))
    };
    let save = {
        let (on_act, look_for) = (props.on_act.clone(), props.look_for.clone());
        Callback::from(move |()| {
            if let Some(total) = total {
                on_act.emit(Act::TimedAfterwards(look_for.clone(), total));
            }
        })
    };
    let error = total.is_none().then(|| AttrValue::from(text.get("recorder-time-wrong")));
    html! {
        <div class="recorder-time-entry" role="group" aria-label={&props.name}>
            <TextField id={format!("minutes-{}", props.look_for)} label={text.get("recorder-minutes")} kind={InputKind::Number} value={&*minutes} {error} on_input={set(&minutes)} />
            <TextField id={format!("seconds-{}", props.look_for)} label={text.get("recorder-seconds")} kind={InputKind::Number} value={&*seconds} on_input={set(&seconds)} />
            <Button disabled={total.is_none()} on_press={save}>{ text.get("recorder-set-time") }</Button>
        </div>
    }
}

/// Seconds in all; `None` for anything but 0 ..= 240 minutes and 0 ..= 59 seconds. An empty field is nothing.
fn read_time(minutes: &str, seconds: &str) -> Option<u32> {
    let read = |words: &str, most: u32| {
        let words = words.trim();
        if words.is_empty() { Some(0) } else { words.parse().ok().filter(|number| *number <= most) }
    };
    Some(read(minutes, 240)? * 60 + read(seconds, 59)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_minutes_and_seconds_and_nothing_else() {
        assert_eq!(read_time("2", "10"), Some(130));
        assert_eq!(read_time("", "5"), Some(5));
        assert_eq!((read_time("2", "60"), read_time("-1", "0"), read_time("two", "0")), (None, None, None));
    }
}
