//! Every component at once, with long words and in Spanish, for looking at.

use throughline::components::*;
use yew::prelude::*;

use super::drawn;
use super::gallery_pages::{controls, sheet, spanish, today};
use super::styles::all_styles;

#[tokio::test(flavor = "current_thread")]
async fn the_gallery_shows_every_screen_with_the_real_styles() {
    for (name, make) in [
        ("recorder", recorder as fn() -> Html),
        ("compare", compare),
        ("today", today),
        ("controls", controls),
        ("spanish", spanish),
        ("sheet", sheet),
    ] {
        let body = drawn(make).await;
        assert!(body.contains("class="), "{name} is empty");
        let lang = if name == "spanish" { "es" } else { "en" };
        let page = format!(
            "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width\"><title>{name}</title><style>{}</style><body>{body}</body></html>",
            all_styles()
        );
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
        std::fs::create_dir_all(&folder).expect("target/ can be written");
        std::fs::write(folder.join(format!("{name}.html")), page).expect("target/ can be written");
    }
}

pub(crate) fn none<T: 'static>() -> Callback<T> {
    Callback::noop()
}

pub(crate) fn presence(label: &'static str, chosen: Option<usize>) -> Html {
    html! {
        <Segmented {label} options={vec!["Seen".into(), "Not seen".into(), "N/A".into()]} {chosen} on_choose={none()} />
    }
}

fn level(name: &'static str, descriptor: &'static str) -> RatingLevel {
    RatingLevel { name: name.into(), descriptor: descriptor.into() }
}

fn snapshot_words() -> SnapshotWords {
    SnapshotWords {
        count_now: "Count now".into(),
        not_doing: "Not doing it".into(),
        not_doing_less: "One fewer off task".into(),
        not_doing_more: "One more off task".into(),
        present: "In the room".into(),
        present_less: "One fewer in the room".into(),
        present_more: "One more in the room".into(),
        save: "Record".into(),
        cancel: "Cancel".into(),
    }
}

pub(crate) fn recorder() -> Html {
    html! {
        <div class="recorder">
            <RecorderHead
                title="Room 204 · Grade 4 · Mathematics"
                context="R. Okafor · middle of the lesson"
                context_label="Change segment, subject, grade or flags"
                elapsed="06:42"
                elapsed_label="Watched time"
                paused={false}
                pause_label="Pause"
                status={html! {
                    <StatusLine status={Status::Saved} text="Saved on this tablet 10:42:07 · 3 visits waiting to sync · offline" />
                }}
                on_context={none()}
                on_pause={none()}
            />
            <main class="recorder-body">
                <LookForGroup id="focus" title="Focus this month" note="5 of 7 answered">
                    <LookForRow id="goal" kind="presence" answered={true} title="Learning goal stated in words students can repeat">
                        { presence("Learning goal", Some(0)) }
                    </LookForRow>
                    <LookForRow id="check" kind="presence" answered={true} title="Every student’s understanding checked before moving on">
                        { presence("Understanding", Some(1)) }
                    </LookForRow>
                    <LookForRow id="open" kind="count" answered={true} title="Open questions asked" hint={html! { "More than one right answer" }}>
                        <Counter
                            label="Open questions asked"
                            value="5"
                            minus_label="One open question fewer"
                            plus_label="One open question more"
                            can_subtract={true}
                            on_add={none()}
                            on_subtract={none()}
                        />
                    </LookForRow>
                    <LookForRow id="talk" kind="duration" answered={true} title="Students doing the talking" hint={html! { <Running text="Running · 2:10" /> }}>
                        <TimerButton running={true} label="Stop" spoken="Stop timing: students doing the talking" on_toggle={none()} />
                    </LookForRow>
                    <LookForRow id="level" kind="rating" answered={true} title="Level of thinking asked for" hint={html! { "3 · Apply: the idea used in a new problem" }}>
                        <RatingScale
                            label="Level of thinking asked for"
                            levels={vec![level("1", "Recall"), level("2", "Explain"), level("3", "Apply"), level("4", "Create")]}
                            chosen={Some(2)}
                            on_choose={none()}
                        />
                    </LookForRow>
                    <LookForRow id="off" kind="interval" answered={true} wide={true} title="Students off task" hint={html! { "26 present · 4, 2, 3 so far · every 2 min" }}>
                        <SnapshotEntry
                            words={snapshot_words()}
                            counting={Some(3)}
                            present={26}
                            on_open={none()}
                            on_count={none()}
                            on_present={none()}
                            on_save={none()}
                            on_cancel={none()}
                        />
                    </LookForRow>
                    <LookForRow id="routines" kind="presence" answered={false} title="Routines run without prompting">
                        { presence("Routines", None) }
                    </LookForRow>
                </LookForGroup>
                <Fold summary="Also saw …" note="17 more look-fors" open={false} on_toggle={none()}>{ "" }</Fold>
            </main>
            <div class="recorder-bottom">
                <Dock label="Running and due">
                    <DockItem running={true} label={html! { <Running text="Talking 2:10" /> }}>
                        <TimerButton running={true} compact={true} label="Stop" spoken="Stop timing" on_toggle={none()} />
                    </DockItem>
                    <DockItem due={true} label={html! { "Off task now?" }}>
                        <Stepper
                            label="Off task"
                            show_label={false}
                            value="3"
                            minus_label="One fewer"
                            plus_label="One more"
                            on_add={none()}
                            on_subtract={none()}
                        />
                    </DockItem>
                    <DockItem label={html! { "Open q. 5" }}>
                        <Button spoken="One open question more">{ "+" }</Button>
                    </DockItem>
                </Dock>
                <RecorderFoot
                    undo_label="Undo “not seen”"
                    can_undo={true}
                    note_label="Note at 06:42"
                    finish_label="Finish visit"
                    on_undo={none()}
                    on_note={none()}
                    on_finish={none()}
                />
            </div>
        </div>
    }
}

pub(crate) fn rail(current: &str, words: [&'static str; 6], status: Vec<AttrValue>) -> Html {
    let icons = [Icon::Today, Icon::Visits, Icon::Compare, Icon::Framework, Icon::Sync, Icon::Settings];
    let hrefs = ["/", "/visits", "/compare", "/framework", "/sync", "/settings"];
    let items = (0..6)
        .map(|index| NavItem {
            icon: icons[index],
            label: words[index].into(),
            href: hrefs[index].into(),
            current: hrefs[index] == current,
        })
        .collect::<Vec<_>>();
    html! {
        <Rail label="Main" brand="T" brand_label="Throughline, to Today" {items} {status} status_href="/sync" />
    }
}

pub(crate) const ENGLISH: [&str; 6] = ["Today", "Visits", "Compare", "Framework", "Sync", "Settings"];

pub(crate) fn mark(at: f64, text: &'static str) -> Option<BandMark> {
    Some(BandMark { at, text: text.into() })
}

pub(crate) fn row(
    shape: Shape,
    words: [&'static str; 4],
    interval: Option<(f64, f64)>,
    point: Option<BandMark>,
    expectation: Option<BandMark>,
) -> Html {
    let [word, gap, title, note] = words;
    html! {
        <CompareRow {shape} {word} {gap} {title} {note} href="/compare/x">
            <Band {shape} label={format!("{title}: {word}")} {interval} {point} {expectation} margin={0.1} />
        </CompareRow>
    }
}

pub(crate) fn filters(words: [[&'static str; 2]; 5]) -> Html {
    html! {
        <div class="filters">
            { for words.iter().enumerate().map(|(index, [label, value])| html! {
                <FilterSelect id={format!("f{index}")} label={*label} value={*value} options={vec![Choice::new(*value, *value)]} set={index == 0} on_change={none()} />
            }) }
        </div>
    }
}

fn compare() -> Html {
    html! {
        <Shell skip_label="Skip to content" rail={rail("/compare", ENGLISH, vec!["3 not sent".into(), "offline".into()])}>
            <PageHead
                title="Observed against expected"
                subtitle="Cedar Ridge Elementary · 1 Sep – 20 Nov · 64 visits to 23 of 26 classrooms · includes 3 not yet sent"
                actions={html! { <><Button icon={Icon::Table}>{ "Table" }</Button><Button icon={Icon::Print}>{ "Print" }</Button></> }}
            />
            { filters([["School", "Cedar Ridge"], ["When", "This term"], ["Grade", "All"], ["Subject", "All"], ["Sort", "Largest gap"]]) }
            <Banner
                kind={BannerKind::Warning}
                title="2 discrepancies call for action"
                actions={html! { <Button kind={ButtonKind::Primary}>{ "Plan a response" }</Button> }}
            >{ "at the 20 November check. " }<span class="muted">{ "Neither has a plan yet." }</span></Banner>
            <h2 class="visually-hidden">{ "Look-fors" }</h2>
            <div class="compare-list">
                <CompareAxis marks={vec!["0 %".into(), "50 %".into(), "100 %".into()]} />
                { row(Shape::Below, ["Below", "22–47 points short", "Every student’s understanding checked before moving on", "Non-negotiable · 58 visits, 22 rooms · 4 blank"], Some((0.33, 0.58)), mark(0.45, "45 %"), mark(0.8, "80 %")) }
                { row(Shape::Below, ["Below", "14–37 points short", "Learning goal stated in words students can repeat", "Non-negotiable · 64 visits, 23 rooms"], Some((0.53, 0.76)), mark(0.66, "66 %"), mark(0.9, "90 %")) }
                { row(Shape::Unclear, ["Too few visits", "39 more would show 20 points", "Students explain their thinking to each other", "Adaptable · 9 visits, 6 rooms"], Some((0.27, 0.81)), mark(0.56, "56 %"), mark(0.6, "60 %")) }
                { row(Shape::Close, ["Close", "4 points short, maybe none", "Routines run without prompting", "Adaptable · 62 visits, 23 rooms"], Some((0.66, 0.8)), mark(0.71, "71 %"), mark(0.75, "75 %")) }
                { row(Shape::Met, ["Met", "at or above 70 %", "Students do a third of the talking", "Adaptable · 61 visits, 23 rooms"], Some((0.72, 1.0)), mark(0.98, "98 %"), mark(0.95, "every visit")) }
                { row(Shape::None, ["No visits yet", "nothing to compare", "Feedback names the next step", "Non-negotiable · 0 visits"], None, None, mark(0.7, "70 %")) }
            </div>
            <DataTable
                caption="The same numbers"
                columns={vec![
                    Column { label: "Look-for".into(), numeric: false },
                    Column { label: "Observed".into(), numeric: true },
                    Column { label: "Expected".into(), numeric: true },
                    Column { label: "Visits".into(), numeric: true },
                ]}
                rows={vec![
                    vec![html! { "Every student’s understanding checked before moving on" }, html! { "45 %" }, html! { "80 %" }, html! { "58" }],
                    vec![html! { "Routines run without prompting" }, html! { "71 %" }, html! { "75 %" }, html! { "62" }],
                ]}
            />
        </Shell>
    }
}
