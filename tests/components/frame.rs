use throughline::components::*;
use yew::prelude::*;

use super::drawn;

#[tokio::test(flavor = "current_thread")]
async fn the_rail_marks_where_the_person_is_and_keeps_the_status_in_sight() {
    let html = drawn(|| {
        let item = |icon, label: &'static str, href: &'static str, current| NavItem {
            icon,
            label: label.into(),
            href: href.into(),
            current,
        };
        let items = vec![item(Icon::Today, "Today", "/", false), item(Icon::Compare, "Compare", "/compare", true)];
        html! {
            <Rail
                label="Main"
                brand="T"
                brand_label="Throughline"
                {items}
                status={vec!["3 not sent".into(), "offline".into()]}
                status_href="/sync"
            />
        }
    })
    .await;
    assert_eq!(html.matches("aria-current=\"page\"").count(), 1);
    assert!(html.contains("3 not sent"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn the_page_head_has_the_one_heading_and_it_can_take_the_focus() {
    let html = drawn(|| {
        html! {
            <PageHead title="Visits" subtitle="This term" back={("/".into(), "Today".into())} actions={html! { <Button>{ "Print" }</Button> }} />
        }
    })
    .await;
    assert!(html.contains("<h1 id=\"page-title\" tabindex=\"-1\">"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_saved_tap_is_shown_and_not_read_out_and_an_unsaved_one_interrupts() {
    let saved = drawn(|| html! { <StatusLine status={Status::Saved} text="Saved 10:42:07" /> }).await;
    assert!(saved.contains("aria-live=\"off\""));
    let trouble = drawn(|| html! { <StatusLine status={Status::Trouble} text="Not saved" /> }).await;
    assert!(trouble.contains("aria-live=\"assertive\""));
    insta::assert_snapshot!(format!("{saved}\n\n{trouble}"));
}

#[tokio::test(flavor = "current_thread")]
async fn only_a_danger_banner_is_an_alert() {
    let role = |kind| async move { drawn(move || html! { <Banner {kind} title="Look" /> }).await };
    assert!(role(BannerKind::Danger).await.contains("role=\"alert\""));
    for kind in [BannerKind::Info, BannerKind::Warning, BannerKind::Update] {
        assert!(role(kind).await.contains("role=\"status\""));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn an_error_says_what_happened_what_is_safe_and_what_to_do() {
    let html = drawn(|| {
        html! {
            <ErrorState
                happened="Stored visits could not be read"
                safe="Nothing was deleted."
                remedy="Save the file."
                actions={html! { <Button kind={ButtonKind::Primary}>{ "Save" }</Button> }}
                details={(AttrValue::from("For support"), AttrValue::from("pack 17"))}
            />
        }
    })
    .await;
    let place = |words: &str| html.find(words).expect("is said");
    assert!(place("could not be read") < place("Nothing was deleted"));
    assert!(place("Nothing was deleted") < place("Save the file"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn the_page_behind_a_dialog_is_inert_and_the_dialog_is_not() {
    let html = drawn(|| {
        html! {
            <Shell skip_label="Skip to content" rail={html! {}} inert={true} overlay={html! { <p id="over">{ "Over" }</p> }}>
                <p>{ "Page" }</p>
            </Shell>
        }
    })
    .await;
    assert!(html.contains("inert"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn empty_waiting_and_listed_things_are_drawn() {
    let html = drawn(|| {
        html! {
            <>
                <EmptyState title="No visits yet" text="Start one from Today." actions={html! { <ButtonLink href="/">{ "Today" }</ButtonLink> }} />
                <Skeleton label="Loading visits" rows={2} />
                <Panel id="ledger" title="What is where">
                    <KeyValues rows={vec![KeyValue { label: "Waiting".into(), value: "3".into() }]} />
                </Panel>
                <IconMark icon={Icon::Print} />
            </>
        }
    })
    .await;
    insta::assert_snapshot!(html);
}
