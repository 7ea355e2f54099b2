use throughline::components::*;
use yew::prelude::*;

use super::{drawn, line};

fn none<T: 'static>() -> Callback<T> {
    Callback::noop()
}

fn words() -> SnapshotWords {
    SnapshotWords {
        count_now: "Count now".into(),
        not_doing: "Off task".into(),
        not_doing_less: "One fewer off task".into(),
        not_doing_more: "One more off task".into(),
        present: "In the room".into(),
        present_less: "One fewer in the room".into(),
        present_more: "One more in the room".into(),
        save: "Record".into(),
        cancel: "Cancel".into(),
    }
}

fn entry(counting: Option<u32>, present: u32) -> Html {
    html! {
        <SnapshotEntry
            words={words()}
            {counting}
            {present}
            due={true}
            on_open={none()}
            on_count={none()}
            on_present={none()}
            on_save={none()}
            on_cancel={none()}
        />
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_head_says_where_for_how_long_and_whether_it_is_saved() {
    let html = drawn(|| {
        html! {
            <RecorderHead
                title="Room 204"
                context="R. Okafor · middle of the lesson"
                context_label="Change segment"
                elapsed="06:42"
                elapsed_label="Watched time"
                paused={true}
                pause_label="Resume"
                status={html! { <StatusLine status={Status::Saved} text="Saved 10:42:07" /> }}
                on_context={none()}
                on_pause={none()}
            />
        }
    })
    .await;
    assert!(html.contains("role=\"timer\""));
    assert!(html.contains("aria-pressed=\"true\""));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_running_timer_is_a_dot_and_a_word() {
    let html = drawn(|| {
        html! {
            <LookForGroup id="focus" title="Focus this month" note="1 of 2 answered">
                <LookForRow id="talk" kind="duration" answered={true} title="Students doing the talking" hint={html! { <Running text="Running · 2:10" /> }}>
                    <TimerButton running={true} label="Stop" spoken="Stop timing: students doing the talking" on_toggle={none()} />
                </LookForRow>
            </LookForGroup>
        }
    })
    .await;
    assert!(html.contains("Running · 2:10"));
    assert!(html.contains("data-running=\"true\""));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_due_count_is_one_button_until_it_is_opened() {
    let html = drawn(|| entry(None, 26)).await;
    assert_eq!(html.matches("<button").count(), 1);
    assert!(html.contains("data-due=\"true\" aria-expanded=\"false\""));
}

#[tokio::test(flavor = "current_thread")]
async fn no_more_students_can_be_off_task_than_are_in_the_room() {
    let html = drawn(|| entry(Some(26), 26)).await;
    for closed in ["One more off task", "One fewer in the room"] {
        assert!(line(&html, closed).contains(" disabled"), "{closed}");
    }
    assert!(!line(&html, "One fewer off task").contains(" disabled"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn the_dock_can_be_left_handed_and_marks_what_is_due() {
    let html = drawn(|| {
        html! {
            <Dock label="Running and due" side={DockSide::Left}>
                <DockItem due={true} label={html! { "Off task now?" }}>
                    <Stepper label="Off task" show_label={false} value="3" minus_label="One fewer" plus_label="One more" on_add={none()} on_subtract={none()} />
                </DockItem>
            </Dock>
        }
    })
    .await;
    assert!(html.contains("data-side=\"left\""));
    assert!(html.contains("data-due=\"true\""));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn the_foot_offers_no_undo_when_there_is_nothing_to_undo() {
    let html = drawn(|| {
        html! {
            <RecorderFoot undo_label="Undo" can_undo={false} note_label="Note at 00:10" finish_label="Finish visit" on_undo={none()} on_note={none()} on_finish={none()} />
        }
    })
    .await;
    assert_eq!(html.matches(" disabled").count(), 1);
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_closed_fold_draws_nothing_of_what_it_hides() {
    let fold = |open| async move {
        drawn(move || html! { <Fold summary="Also saw …" note="17 more" {open} on_toggle={none()}><p>{ "hidden row" }</p></Fold> }).await
    };
    assert!(!fold(false).await.contains("hidden row"));
    let open = fold(true).await;
    assert!(open.contains("hidden row"));
    insta::assert_snapshot!(open);
}
