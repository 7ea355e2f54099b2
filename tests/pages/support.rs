//! A ready model from the made-up district, and pages drawn from it.

use std::collections::BTreeMap;
use std::rc::Rc;

use domain::device::{Documents, Intent, Ledger, rebuild_facts};
use domain::district::Published;
use domain::edit::Pen;
use domain::fact::{Pack, PackKey};
use domain::id::{ReplicaId, VisitId};
use domain::merge::VisitState;
use domain::permission::Me;
use domain::stream::Stream;
use domain::sync::Fingerprint;
use domain::time::{Date, Millis, UtcOffset, moment};
use domain::visit::{Act, Begin, Change, Source, Visit};
use sample::{DEMO_PRINCIPAL, Sample, Size, district};
use throughline::route::Route;
use throughline::state::{
    App, Deciding, DockSide, Figuring, Model, OpenVisit, Planning, Preferences, Saving, Stage, StorageFacts, Syncing,
    TextSize, Theme, VisitRef,
};
use throughline::text::{Language, Text};
use yew::html::BaseComponent;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// Where the made-up district's clocks stand in November.
pub(crate) const OFFSET: UtcOffset = UtcOffset(-360);

/// Friday, 20 November 2026.
pub(crate) fn today() -> Date {
    domain::time::date_of_day(20_777)
}

/// A minute of today.
pub(crate) fn at(hour: u16, minute: u16) -> Millis {
    moment(today(), hour * 60 + minute, OFFSET)
}

/// The app as the principal of Cedar Ridge Elementary sees it on Friday, 20 November 2026 at 10:42: everything that was
/// visited before today has been synced at 7:12; one visit is open since 10:35, two more wait to be sent.
pub(crate) fn model(language: Language) -> Model {
    let sample = sample();
    let me = account(&sample, DEMO_PRINCIPAL);
    let documents = documents(&sample, &me);
    let visits = visits(&sample, &me);
    let packs = packs(&visits, &documents);
    let open = open_visit(&documents, &me);
    let mine =
        |visit: &&(VisitId, VisitState)| Visit::read(visit.0, &visit.1).is_some_and(|v| v.begin.observer == me.account);
    let kept: Vec<_> =
        visits.iter().filter(mine).rev().take(6).map(|(id, state)| in_memory(*id, state.clone())).collect();
    let waiting: BTreeMap<VisitId, usize> =
        kept.iter().take(2).map(|visit| (visit.at.visit, 14)).chain([(open.at.visit, 5)]).collect();
    let in_memory = kept.into_iter().chain([open]).map(|visit| (visit.at.visit, Rc::new(visit)));
    let delivered = Fingerprint { count: 412, ..Fingerprint::default() };
    Model {
        stage: Stage::Ready,
        route: Route::Today,
        text: Text::new(language),
        preferences: Preferences {
            language,
            theme: Theme::System,
            text_size: TextSize::Normal,
            dock_side: DockSide::Right,
            quiet: false,
        },
        now: at(10, 42),
        offset: OFFSET,
        me: Some(Rc::new(me)),
        documents: Rc::new(documents),
        packs: Rc::new(packs),
        visits: Rc::new(in_memory.collect()),
        waiting: Rc::new(waiting),
        quarantined: Rc::default(),
        recorded: 445,
        ledger: Ledger {
            acknowledged: delivered,
            on_server: Some(delivered),
            cursor: None,
            last_sync: Some(at(7, 12)),
            clock_ahead: Some(400),
        },
        saving: Saving::Saved(at(10, 41)),
        syncing: Syncing::default(),
        storage: StorageFacts {
            persisted: Some(true),
            used: Some(12_400_000.0),
            quota: Some(2_400_000_000.0),
            installed: true,
            can_install: false,
            hint_dismissed: false,
        },
        unreadable: 0,
        unread: Rc::default(),
        phrases: Rc::new(vec!["Wait time after the question".to_owned(), "Pairs before whole class".to_owned()]),
        planning: Planning::default(),
        importing: Rc::default(),
        rostering: Rc::default(),
        drafting: Rc::default(),
        commenting: Rc::default(),
        members: Rc::default(),
        deciding: Deciding::default(),
        figuring: Figuring::default(),
        joining: None,
        update_ready: false,
        trouble: None,
        answers: Rc::default(),
    }
}

/// The app before anything has arrived: somebody has signed in, and the first pull has not begun.
pub(crate) fn fresh(language: Language) -> Model {
    Model {
        documents: Rc::default(),
        packs: Rc::default(),
        visits: Rc::default(),
        waiting: Rc::default(),
        recorded: 0,
        ledger: Ledger::default(),
        saving: Saving::Nothing,
        phrases: Rc::default(),
        ..model(language)
    }
}

/// Two schools, forty visits up to yesterday.
pub(crate) fn sample() -> Sample {
    district(1, Size::tiny().until(today()))
}

/// Who signs in with this email.
pub(crate) fn account(sample: &Sample, email: &str) -> Me {
    let found = sample.accounts.iter().find(|account| account.me.email == email);
    found.expect("the made-up district has the demo accounts").me.clone()
}

/// What the district has published, as far as someone's tablet holds it.
pub(crate) fn documents(sample: &Sample, me: &Me) -> Documents {
    let rosters = sample.rosters.iter().filter(|roster| me.schools.contains(&roster.school));
    let published = [Published::District(sample.district.clone())]
        .into_iter()
        .chain(sample.frameworks.iter().cloned().map(Published::Framework))
        .chain(rosters.cloned().map(Published::Roster));
    let mut documents = Documents::default();
    for document in published {
        documents.put(document.write().expect("its numbers are finite").hash(), document);
    }
    documents
}

/// Draws a page as the app would, inside its context. What it sends goes nowhere: nothing can be pressed here.
pub(crate) async fn draw<P>(model: Model, props: P::Properties) -> String
where
    P: BaseComponent,
{
    let app = App { model: Rc::new(model), send: Callback::noop() };
    let html = yew::LocalServerRenderer::<Inside<P>>::with_props(InsideProps { app, props: Rc::new(props) })
        .hydratable(false)
        .render()
        .await;
    html.replace("><", ">\n<")
}

#[derive(Properties)]
struct InsideProps<T> {
    app: App,
    props: Rc<T>,
}

impl<T> PartialEq for InsideProps<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.props, &other.props) && self.app == other.app
    }
}

#[component]
fn Inside<P>(props: &InsideProps<P::Properties>) -> Html
where
    P: BaseComponent,
{
    let page: Html = VComp::new::<P>(Rc::clone(&props.props), None).into();
    html! { <ContextProvider<App> context={props.app.clone()}>{ page }</ContextProvider<App>> }
}

/// Every visit at someone's schools, oldest first.
fn visits(sample: &Sample, me: &Me) -> Vec<(VisitId, VisitState)> {
    let fold = |edits: Vec<(domain::edit::Edit, Millis)>| {
        let mut state = VisitState::default();
        edits.iter().for_each(|(edit, received)| state.apply(edit, Some(*received)));
        edits.first().and_then(|(edit, _)| edit.visit()).map(|visit| (visit, state))
    };
    let here = |(id, state): &(VisitId, VisitState)| {
        Visit::read(*id, state).is_some_and(|visit| me.schools.contains(&visit.begin.school))
    };
    sample.visits().filter_map(fold).filter(here).collect()
}

fn packs(visits: &[(VisitId, VisitState)], documents: &Documents) -> BTreeMap<PackKey, Rc<Pack>> {
    let packs = rebuild_facts(visits.iter().map(|(id, state)| (*id, state)), &documents.frameworks);
    packs.into_iter().map(|(key, pack)| (key, Rc::new(pack))).collect()
}

fn in_memory(id: VisitId, state: VisitState) -> OpenVisit {
    let visit = Visit::read(id, &state).expect("it has begun");
    let at = VisitRef { school: visit.begin.school.clone(), visit: id };
    OpenVisit { at, state, visit, undo: Vec::new(), quarantined: 0 }
}

/// A visit to the first classroom, begun at 10:35, with its first answer at 10:41.
fn open_visit(documents: &Documents, me: &Me) -> OpenVisit {
    let school = me.schools.first().expect("a principal has a school");
    let room = documents.rosters[school].classrooms.first().expect("a school has classrooms");
    let (framework, version) = documents.framework_on(today()).expect("the district has a framework");
    let id = VisitId::from([7; 16]);
    let begin = Begin {
        school: school.clone(),
        observer: me.account.clone(),
        framework,
        at: at(10, 35),
        date: today(),
        offset: OFFSET,
        source: Source::Live,
    };
    let mut ids = 0_u8;
    let mut fresh = || {
        ids += 1;
        [ids; 16]
    };
    let mut pen = Pen::new(ReplicaId::from([9; 16]), me.account.clone());
    let mut state = VisitState::default();
    let beginning = Act::begin(begin, room.context(), room.segment_at(635), &mut fresh);
    record(&mut state, &mut pen, &VisitRef { school: school.clone(), visit: id }, at(10, 35), beginning);
    let counted = version.look_fors().find(|look_for| look_for.kind == domain::framework::Kind::Count);
    let tap = Act::Tap(counted.expect("the framework counts something").id.clone());
    let begun = in_memory(id, state.clone());
    record(&mut state, &mut pen, &begun.at, at(10, 41), tap.intents(&begun.visit, at(10, 41), &mut fresh));
    in_memory(id, state)
}

/// Writes edits as the tablet would and folds them in.
fn record(state: &mut VisitState, pen: &mut Pen, visit: &VisitRef, now: Millis, intents: Vec<Intent>) {
    for intent in intents {
        let change = match intent {
            Intent::Add(mark, what) => Change::Add(mark, what),
            Intent::Void(mark) => Change::Void(mark),
            Intent::Set(setting) => state.setting(setting),
        };
        let stream = Stream::School(visit.school.clone());
        let edit = pen.write(now, &stream, visit.visit, change).expect("the change is well formed");
        state.apply(&edit, None);
    }
}
