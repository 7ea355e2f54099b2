//! The gallery's whole pages: Today, settings and other controls, the same in Spanish, and a sheet over the recorder.

use throughline::components::*;
use yew::prelude::*;

use super::gallery::{ENGLISH, filters, mark, none, presence, rail, recorder, row};

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

pub(crate) fn today() -> Html {
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

pub(crate) fn controls() -> Html {
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
                    <div role="tabpanel" id="a" aria-labelledby="a-tab">{ "A chart." }</div>
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

pub(crate) fn spanish() -> Html {
    let words = ["Hoy", "Visitas", "Comparar", "Marco de enseñanza", "Sincronizar", "Configuración"];
    html! {
        <Shell skip_label="Ir al contenido" rail={rail("/compare", words, vec!["3 sin enviar".into(), "sin conexión".into()])}>
            <PageHead
                title="Lo observado frente a lo esperado"
                subtitle="Escuela Primaria Cedar Ridge · del 1 de septiembre al 20 de noviembre · 64 visitas a 23 de 26 aulas · incluye 3 aún sin enviar"
                actions={html! { <><Button icon={Icon::Table}>{ "Ver como tabla" }</Button><Button icon={Icon::Print}>{ "Imprimir" }</Button></> }}
            />
            { filters([["Escuela", "Escuela Primaria Nuestra Señora de los Ángeles"], ["Cuándo", "Este trimestre"], ["Grado", "Todos"], ["Asignatura", "Todas"], ["Orden", "Mayor diferencia"]]) }
            <h2 class="visually-hidden">{ "Prácticas" }</h2>
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

pub(crate) fn sheet() -> Html {
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
