//! Every component at once, with long words and in Spanish, for looking at.

use throughline::components::*;
use yew::prelude::*;

use super::{drawn, styles::all_styles};

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

fn none<T: 'static>() -> Callback<T> {
    Callback::noop()
}

fn presence(label: &'static str, chosen: Option<usize>) -> Html {
    html! {
        <Segmented {label} options={vec!["Seen".into(), "Not seen".into(), "N/A".into()]} {chosen} on_choose={none()} />
    }
}

fn level(name: &'static str, descriptor: &'static str) -> RatingLevel {
    RatingLevel {
        name: name.into(),
        descriptor: descriptor.into(),
    }
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

fn recorder() -> Html {
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

fn rail(current: &str, words: [&'static str; 6], status: Vec<AttrValue>) -> Html {
    let icons = [
        Icon::Today,
        Icon::Visits,
        Icon::Compare,
        Icon::Framework,
        Icon::Sync,
        Icon::Settings,
    ];
    let hrefs = [
        "/",
        "/visits",
        "/compare",
        "/framework",
        "/sync",
        "/settings",
    ];
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

const ENGLISH: [&str; 6] = [
    "Today",
    "Visits",
    "Compare",
    "Framework",
    "Sync",
    "Settings",
];

fn mark(at: f64, text: &'static str) -> Option<BandMark> {
    Some(BandMark {
        at,
        text: text.into(),
    })
}

fn row(
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

fn filters(words: [[&'static str; 2]; 5]) -> Html {
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

fn card(title: &'static str, sub: &'static str, last: &'static str) -> Html {
    html! {
        <ClassroomCard {title} {sub} {last} actions={html! { <><Button>{ "Start here" }</Button></> }} />
    }
}

fn visit(
    date: &'static str,
    time: &'static str,
    title: &'static str,
    sub: &'static str,
    state: VisitRowState,
    state_text: &'static str,
) -> Html {
    html! { <VisitRow href="/visits/1" {date} {time} {title} {sub} {state} {state_text} /> }
}

fn today() -> Html {
    html! {
        <Shell skip_label="Skip to content" rail={rail("/", ENGLISH, vec!["synced".into(), "10:41".into()])}>
            <PageHead title="Friday, 20 November" subtitle="Cedar Ridge Elementary" actions={html! { <Button kind={ButtonKind::Primary} big={true} icon={Icon::Add}>{ "Start a visit" }</Button> }} />
            <Banner kind={BannerKind::Update} title="A new version is ready." actions={html! { <Button>{ "Save and reload" }</Button> }}>{ "Nothing is lost by it." }</Banner>
            <KeyFigures figures={vec![
                KeyFigure { value: "64".into(), label: "visits this term".into(), note: None },
                KeyFigure { value: "23".into(), label: "of 26 classrooms visited".into(), note: None },
                KeyFigure { value: "3".into(), label: "visits waiting to sync".into(), note: Some("last synced 10:41".into()) },
            ]} />
            <section class="section">
                <h2>{ "Not visited for longest" }</h2>
                <div class="grid">
                    { card("Room 112", "L. Marchetti-Vandenberghe · Grade 2 · Reading and language arts", "Never visited this year") }
                    { card("Room 7", "S. Ito · Grade 5 · Science", "Last visited 34 days ago") }
                    { card("Gym", "T. Adeyemi · Grades 3–5 · Physical education", "Last visited 21 days ago") }
                </div>
            </section>
            <section class="section">
                <h2>{ "Visits" }</h2>
                <div class="filters">
                    <SearchField id="search" label="Room, teacher, subject" value="" on_input={none()} />
                    <FilterSelect id="who" label="Observer" value="me" options={vec![Choice::new("me", "Me")]} on_change={none()} />
                </div>
                <div class="stack">
                    { visit("20 Nov", "10:35", "Room 204 · Mathematics", "R. Okafor · Grade 4 · 6 min so far", VisitRowState::Open, "still open") }
                    { visit("20 Nov", "09:10", "Room 118 · Reading and language arts, second group", "L. Marchetti-Vandenberghe · Grade 2 · 7 min · 9 answered", VisitRowState::Waiting, "not sent yet") }
                    { visit("19 Nov", "14:20", "Room 7 · Science", "S. Ito · Grade 5 · 8 min · 11 answered", VisitRowState::Done, "") }
                    { visit("18 Nov", "11:02", "Room 31 · Music", "D. Koh · Grade 1 · 4 min · 5 answered", VisitRowState::Trouble, "refused: look at it") }
                    { visit("17 Nov", "08:31", "Room 31 · Music", "D. Koh · Grade 1 · 1 min", VisitRowState::Discarded, "discarded") }
                </div>
            </section>
            <EmptyState title="No visits match" text="Widen the dates or clear the filters. Visits recorded on another tablet appear after the next sync." actions={html! { <Button>{ "Clear the filters" }</Button> }} />
            <Toast text="Visit to Room 7 discarded." action="Undo" />
        </Shell>
    }
}

fn controls() -> Html {
    html! {
        <Shell skip_label="Skip to content" rail={rail("/settings", ENGLISH, vec!["1 not saved".into()])}>
            <PageHead title="Settings" back={("/".into(), "Today".into())} subtitle="On this tablet only" />
            <div class="grid" data-size="wide">
                <Panel id="looks" title="How it looks">
                    <SelectField id="theme" label="Theme" value="s" options={vec![Choice::new("s", "As the device")]} on_change={none()} hint="Changes at once." />
                    <Segmented label="Text size" options={vec!["Normal".into(), "Large".into(), "Larger".into()]} chosen={Some(0)} on_choose={none()} />
                    <Switch label="Quiet screen" hint="Hides names and notes while recording" on={true} on_toggle={none()} />
                    <Switch label="Dock for the left hand" on={false} on_toggle={none()} />
                    <Checkbox id="cb" label="Substitute teacher" hint="Kept with the visit" checked={true} on_toggle={none()} />
                </Panel>
                <Panel id="signin" title="Sign in" aside={html! { <span class="muted">{ "offline" }</span> }}>
                    <TextField id="name" label="Name" value="r.okafor" on_input={none()} />
                    <TextField id="pass" label="Passphrase" kind={InputKind::Password} value="secret" error="Name and passphrase do not match. Try again in a moment." on_input={none()} />
                    <TextArea id="note" label="Note at 06:42" value="Asked why, waited, asked again." rows={3} on_input={none()} />
                    <div class="cluster">
                        <Button kind={ButtonKind::Primary}>{ "Sign in" }</Button>
                        <Button>{ "Cancel" }</Button>
                        <Button kind={ButtonKind::Quiet}>{ "Forgotten it?" }</Button>
                        <Button kind={ButtonKind::Danger}>{ "Discard" }</Button>
                        <Button disabled={true}>{ "Not now" }</Button>
                    </div>
                    <div class="cluster">
                        <Chip label="Test" chosen={true} on_press={none()} />
                        <Chip label="Co-taught" chosen={false} on_press={none()} />
                        <Chip label="Wait time after question" on_press={none()} />
                    </div>
                </Panel>
                <Panel id="ledger" title="What is where">
                    <KeyValues rows={vec![
                        KeyValue { label: "Recorded here".into(), value: "1,284".into() },
                        KeyValue { label: "Sent and acknowledged".into(), value: "1,281".into() },
                        KeyValue { label: "Waiting".into(), value: "3".into() },
                        KeyValue { label: "Fingerprint".into(), value: "9f3c 11d0 7a52 08be".into() },
                    ]} />
                    <StatusLine status={Status::Trouble} text="Not saved: the tablet’s storage is full" />
                </Panel>
                <div class="stack" data-gap="wide">
                    <Tabs label="View" tabs={vec![Tab { panel: "a".into(), label: "Chart".into() }, Tab { panel: "b".into(), label: "Table".into() }]} chosen={0} on_choose={none()} />
                    <Banner kind={BannerKind::Danger} title="Your last taps are not on the disk." actions={html! { <Button kind={ButtonKind::Primary}>{ "Save a copy" }</Button> }}>{ "They are safe while this page stays open." }</Banner>
                    <Banner title="Put Throughline on the home screen.">{ "Then this tablet keeps it for good." }</Banner>
                    <Skeleton label="Loading" rows={2} />
                </div>
            </div>
            <ErrorState
                happened="Stored visits could not be read"
                safe="Nothing was deleted: the unreadable data is kept as it is."
                remedy="Save it as a file and send it to whoever helps you with Throughline. You can go on recording."
                actions={html! { <Button kind={ButtonKind::Primary}>{ "Save the file" }</Button> }}
                details={(AttrValue::from("For support"), AttrValue::from("pack 17: unexpected end at byte 4096"))}
            />
        </Shell>
    }
}

fn spanish() -> Html {
    let words = [
        "Hoy",
        "Visitas",
        "Comparar",
        "Marco de enseñanza",
        "Sincronizar",
        "Configuración",
    ];
    html! {
        <Shell skip_label="Ir al contenido" rail={rail("/compare", words, vec!["3 sin enviar".into(), "sin conexión".into()])}>
            <PageHead
                title="Lo observado frente a lo esperado"
                subtitle="Escuela Primaria Cedar Ridge · del 1 de septiembre al 20 de noviembre · 64 visitas a 23 de 26 aulas · incluye 3 aún sin enviar"
                actions={html! { <><Button icon={Icon::Table}>{ "Ver como tabla" }</Button><Button icon={Icon::Print}>{ "Imprimir" }</Button></> }}
            />
            { filters([["Escuela", "Escuela Primaria Nuestra Señora de los Ángeles"], ["Cuándo", "Este trimestre"], ["Grado", "Todos"], ["Asignatura", "Todas"], ["Orden", "Mayor diferencia"]]) }
            <div class="compare-list">
                { row(Shape::Unclear, ["Demasiadas respuestas en blanco", "faltan 39 visitas más para distinguir 20 puntos", "Se comprueba la comprensión de cada estudiante antes de continuar con el siguiente contenido", "No negociable · 58 visitas, 22 aulas · 4 en blanco"], Some((0.0, 0.18)), mark(0.02, "2 %"), mark(0.05, "5 %")) }
                { row(Shape::Below, ["Por debajo", "entre 14 y 37 puntos por debajo", "El objetivo de aprendizaje se expresa con palabras que los estudiantes pueden repetir", "No negociable · 64 visitas, 23 aulas"], Some((0.53, 0.76)), mark(0.66, "66 %"), mark(0.9, "90 %")) }
            </div>
            <LookForGroup id="enfoque" title="Enfoque de este mes" note="5 de 7 contestados">
                <LookForRow id="objetivo" kind="presence" answered={true} title="El objetivo de aprendizaje se expresa con palabras que los estudiantes pueden repetir">
                    <Segmented label="Objetivo" options={vec!["Visto".into(), "No visto".into(), "No corresponde".into()]} chosen={Some(1)} on_choose={none()} />
                </LookForRow>
            </LookForGroup>
            { visit("20 de nov.", "10:35", "Aula 204 · Matemáticas para la vida cotidiana", "R. Okafor · 4.º grado · 6 min hasta ahora", VisitRowState::Waiting, "aún sin enviar") }
        </Shell>
    }
}

fn sheet() -> Html {
    html! {
        <>
            { recorder() }
            <Dialog
                id="finish"
                kind={DialogKind::Sheet}
                title="Finish the visit to Room 204?"
                close_label="Go on recording"
                on_close={none()}
                actions={html! { <><Button>{ "Go on recording" }</Button><Button kind={ButtonKind::Primary}>{ "Finish visit" }</Button></> }}
            >
                <p>{ "2 focus look-fors are still blank. Blank is kept as blank, never as “not seen”." }</p>
                <LookForRow id="f1" kind="presence" answered={false} title="Routines run without prompting">{ presence("Routines", None) }</LookForRow>
                <Checkbox id="last" label="End at the last mark, 06:31" checked={false} on_toggle={none()} />
            </Dialog>
        </>
    }
}
