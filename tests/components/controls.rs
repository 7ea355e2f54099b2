use throughline::components::*;
use yew::prelude::*;

use super::{drawn, line};

fn none<T: 'static>() -> Callback<T> {
    Callback::noop()
}

#[tokio::test(flavor = "current_thread")]
async fn a_blank_segmented_answer_has_nothing_pressed() {
    let html = drawn(|| {
        html! { <Segmented label="Goal" options={vec!["Seen".into(), "Not seen".into()]} chosen={None::<usize>} on_choose={none()} /> }
    })
    .await;
    assert_eq!(html.matches("aria-pressed=\"false\"").count(), 2);
    assert!(!html.contains("aria-pressed=\"true\""));
}

#[tokio::test(flavor = "current_thread")]
async fn the_chosen_level_is_pressed_and_every_level_says_its_descriptor() {
    let html = drawn(|| {
        let level = |name: &'static str, words: &'static str| RatingLevel { name: name.into(), descriptor: words.into() };
        html! {
            <RatingScale label="Thinking" levels={vec![level("1", "Recall"), level("2", "Apply")]} chosen={Some(1)} describe={true} on_choose={none()} />
        }
    })
    .await;
    assert!(html.contains("aria-pressed=\"true\" aria-label=\"2: Apply\""));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_counter_at_nothing_cannot_go_below_it() {
    let html = drawn(|| {
        html! {
            <Counter label="Open questions" value="0" minus_label="One fewer" plus_label="One more" can_subtract={false} on_add={none()} on_subtract={none()} />
        }
    })
    .await;
    assert_eq!(html.matches(" disabled").count(), 1);
    assert!(html.contains("role=\"group\" aria-label=\"Open questions\""));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn buttons_say_whether_they_are_down_open_or_off() {
    let html = drawn(|| {
        html! {
            <>
                <Button kind={ButtonKind::Primary} big={true} icon={Icon::Add}>{ "Start a visit" }</Button>
                <Button pressed={true}>{ "Table" }</Button>
                <Button expanded={false} disabled={true}>{ "More" }</Button>
                <Button kind={ButtonKind::Danger} submit={true} spoken="Discard the visit">{ "Discard" }</Button>
                <Chip label="Test" chosen={true} on_press={none()} />
                <Chip label="Waited" on_press={none()} />
                <Switch label="Quiet" on={true} on_toggle={none()} />
                <Checkbox id="sub" label="Substitute" hint="Kept" checked={true} on_toggle={none()} />
            </>
        }
    })
    .await;
    assert!(html.contains("role=\"switch\" aria-checked=\"true\""));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_field_is_tied_to_its_label_hint_and_error() {
    let html = drawn(|| {
        html! {
            <TextField id="pass" label="Passphrase" kind={InputKind::Password} value="" hint="Four words" error="Does not match" on_input={none()} />
        }
    })
    .await;
    assert!(html.contains("for=\"pass\""));
    assert!(html.contains("aria-describedby=\"pass-hint pass-error\""));
    assert!(html.contains("aria-invalid=\"true\""));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_field_without_hint_or_error_is_described_by_nothing() {
    let html = drawn(|| html! { <TextArea id="note" label="Note" value="Waited." on_input={none()} /> }).await;
    assert!(!html.contains("aria-describedby"));
    assert!(!html.contains("aria-invalid"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_filter_shows_the_words_of_the_chosen_value() {
    let html = drawn(|| {
        let options = vec![Choice::new("all", "All grades"), Choice::new("4", "Grade 4")];
        html! {
            <>
                <FilterSelect id="grade" label="Grade" value="4" options={options.clone()} set={true} on_change={none()} />
                <SelectField id="g" label="Grade" value="all" {options} on_change={none()} />
                <SearchField id="q" label="Room or teacher" value="" on_input={none()} />
            </>
        }
    })
    .await;
    assert!(line(&html, "filter-select-value").contains(">Grade 4<"));
    assert_eq!(html.matches(" selected").count(), 2);
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_dialog_is_modal_and_named_by_its_heading() {
    let html = drawn(|| {
        html! {
            <Dialog id="finish" kind={DialogKind::Sheet} title="Finish the visit?" close_label="Go on" on_close={none()} actions={html! { <Button autofocus={true}>{ "Finish" }</Button> }}>
                <p>{ "2 blank" }</p>
            </Dialog>
        }
    })
    .await;
    assert!(html.contains("role=\"dialog\" aria-modal=\"true\" aria-labelledby=\"finish-title\""));
    assert!(html.contains("autofocus"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_toast_without_words_keeps_its_live_region() {
    let html = drawn(|| html! { <Toast /> }).await;
    assert!(line(&html, "toast-layer").contains("role=\"status\" aria-live=\"polite\""));
    assert!(!html.contains("class=\"toast\""));
    let html = drawn(|| html! { <Toast text="Discarded" action="Undo “discard”" on_action={none()} /> }).await;
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn one_tab_is_selected_and_names_its_panel() {
    let html = drawn(|| {
        let tab = |panel: &'static str, label: &'static str| Tab { panel: panel.into(), label: label.into() };
        html! { <Tabs label="View" tabs={vec![tab("chart", "Chart"), tab("table", "Table")]} chosen={1} on_choose={none()} /> }
    })
    .await;
    assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
    assert!(html.contains("aria-controls=\"table\""));
    insta::assert_snapshot!(html);
}
