use domain::framework::{Ask, Kind};
use domain::time::Millis;
use domain::visit::{Act, Snapshot};
use yew::prelude::*;

use super::RowProps;
use super::other::{BESIDE_AMOUNTS, Others, with_others};
use super::present::PresentEntry;
use crate::browser::use_now;
use crate::components::{Button, LookForRow, SnapshotEntry, SnapshotWords};
use crate::pages::record::found::Found;
use crate::text::Text;

/// A snapshot at each prompt: how many are not doing it, or whether it is happening.
#[component]
pub(super) fn IntervalRow(props: &RowProps) -> Html {
    let open = use_state(|| false);
    let entry = use_state(|| Entry::Closed);
    // A prompt that comes due five seconds late is early enough, and costs this row alone one draw.
    let now = use_now(5_000);
    let (text, look_for) = (&props.text, &props.look_for);
    let (every, ask) = match look_for.kind {
        Kind::Interval { every_minutes, ask } => (every_minutes, ask),
        Kind::Presence | Kind::Count | Kind::Duration | Kind::Rating { .. } => (0, Ask::YesOrNo),
    };
    let (taken, due, present, enrolled) = match &props.standing.found {
        Found::Snapshots { taken, due, present, enrolled } => (taken.as_slice(), *due, *present, *enrolled),
        Found::Nothing | Found::Taps(_) | Found::Timed { .. } => (&[][..], None, None, None),
    };
    let due = due.is_some_and(|due| is_due(due, now));
    let control = match (ask, *entry, present) {
        (Ask::YesOrNo, _, _) => yes_or_no(props),
        (Ask::NotDoing, Entry::Open(_), None) => {
            let on_present = props.on_act.reform(|present| Act::Present(Some(present)));
            html! { <PresentEntry id={format!("present-{}", look_for.id)} text={text.clone()} {enrolled} {on_present} /> }
        }
        (Ask::NotDoing, state, present) => {
            let present = present.map_or(0, u32::from);
            students(props, &entry, state, present, due)
        }
    };
    let wide = ask == Ask::NotDoing && matches!(*entry, Entry::Open(_));
    let others = Others { answers: &BESIDE_AMOUNTS, open, wide };
    html! {
        <LookForRow
            id={props.row_id()}
            kind="interval"
            answered={props.standing.answered}
            {due}
            {wide}
            title={look_for.text.clone()}
            hint={if props.standing.elsewhere { props.hint() } else { Some(html! { { so_far(text, taken, present, every) } }) }}
        >
            { with_others(props, &others, control) }
        </LookForRow>
    }
}

/// A count that is being made.
#[derive(Clone, Copy, PartialEq)]
enum Entry {
    Closed,
    /// Students not doing it, and how many are in the room if that has changed since it was last counted.
    Open(Counting),
}

#[derive(Clone, Copy, PartialEq, Default)]
struct Counting {
    not_doing: u32,
    present: Option<u32>,
}

fn is_due(due: Millis, now: Millis) -> bool {
    now >= due
}

fn students(props: &RowProps, entry: &UseStateHandle<Entry>, state: Entry, known: u32, due: bool) -> Html {
    let counting = match state {
        Entry::Closed => None,
        Entry::Open(counting) => Some(counting),
    };
    let now = counting.unwrap_or_default();
    let present = now.present.unwrap_or(known);
    let set = |change: fn(Counting, u32) -> Counting| {
        let entry = entry.clone();
        Callback::from(move |number: u32| entry.set(Entry::Open(change(now, number))))
    };
    let close = |to: Entry| {
        let entry = entry.clone();
        Callback::from(move |()| entry.set(to))
    };
    let save = {
        let (entry, on_act, id) = (entry.clone(), props.on_act.clone(), props.look_for.id.clone());
        Callback::from(move |()| {
            let number = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
            if present != known {
                on_act.emit(Act::Present(Some(number(present))));
            }
            let what = Snapshot::Students { present: number(present), not_doing: number(now.not_doing) };
            on_act.emit(Act::Snapshot(id.clone(), what));
            entry.set(Entry::Closed);
        })
    };
    html! {
        <SnapshotEntry
            words={snapshot_words(&props.text, &props.look_for.short)}
            counting={counting.map(|counting| counting.not_doing)}
            {present}
            {due}
            on_open={close(Entry::Open(Counting::default()))}
            on_count={set(|counting, not_doing| Counting { not_doing, ..counting })}
            on_present={set(|counting, present| Counting { present: Some(present), ..counting })}
            on_save={save}
            on_cancel={close(Entry::Closed)}
        />
    }
}

fn yes_or_no(props: &RowProps) -> Html {
    let (text, id) = (&props.text, &props.look_for.id);
    let answer = |yes: bool| props.act(Act::Snapshot(id.clone(), Snapshot::Happening(yes)));
    let name = || [("look-for", props.look_for.short.as_str().into())];
    html! {
        <>
            <Button spoken={text.with("recorder-happening-yes", name())} on_press={answer(true)}>{ text.get("recorder-yes") }</Button>
            <Button spoken={text.with("recorder-happening-no", name())} on_press={answer(false)}>{ text.get("recorder-no") }</Button>
        </>
    }
}

/// "26 present · 4, 2, 3 so far · every 2 min".
fn so_far(text: &Text, taken: &[Snapshot], present: Option<u16>, every: u8) -> String {
    let numbers: Vec<String> = taken
        .iter()
        .map(|snapshot| match snapshot {
            Snapshot::Students { not_doing, .. } => not_doing.to_string(),
            Snapshot::Happening(true) => text.get("recorder-yes"),
            Snapshot::Happening(false) => text.get("recorder-no"),
        })
        .collect();
    let counts = taken.iter().any(|snapshot| matches!(snapshot, Snapshot::Students { .. }));
    let present = present.filter(|_| counts).map(|n| text.with("recorder-present-so-far", [("n", n.into())]));
    let numbers = (!numbers.is_empty()).then(|| {
        let list = numbers.join(", ");
        if counts {
            text.with("recorder-not-doing-so-far", [("list", list.into())])
        } else {
            text.with("recorder-so-far", [("list", list.into())])
        }
    });
    let every = text.with("recorder-every", [("n", every.into())]);
    crate::pages::record::names::join(present.into_iter().chain(numbers).chain([every]))
}

pub(super) fn snapshot_words(text: &Text, short: &str) -> SnapshotWords {
    let name = || [("look-for", short.into())];
    SnapshotWords {
        count_now: text.get("recorder-count-now").into(),
        not_doing: text.with("recorder-not-doing", name()).into(),
        not_doing_less: text.with("recorder-not-doing-less", name()).into(),
        not_doing_more: text.with("recorder-not-doing-more", name()).into(),
        present: text.get("recorder-in-the-room").into(),
        present_less: text.get("recorder-in-the-room-less").into(),
        present_more: text.get("recorder-in-the-room-more").into(),
        save: text.get("recorder-record").into(),
        cancel: text.get("recorder-cancel").into(),
    }
}
