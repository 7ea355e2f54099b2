//! Past visits from a file of another program, in three steps: the file, what its columns say, and what would happen.
//! The server reads the file; nothing is stored before the last button, and an import can be taken back as a whole.

mod columns;
mod file;
mod outcome;
mod past;
mod words;

use domain::framework::Framework;
use domain::import::Mapping;
use yew::prelude::*;

use crate::components::{Banner, BannerKind, EmptyState, PageHead, Progress};
use crate::route::Route;
use crate::state::{App, Command, ImportBusy, ImportFailure, ImportStep, Importing, VisitFilter, use_app};
use crate::text::Text;

/// Past visits from a file.
#[component]
pub fn ImportPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let allowed = app.model.me.as_deref().is_some_and(domain::permission::Me::may_import);
    let schools = app.model.documents.district.as_ref().map(|district| &district.schools);
    let first = schools.and_then(|schools| schools.first()).map(|school| school.id.clone());
    let first = first.filter(|_| app.model.importing.school.is_none());
    let send = app.send.clone();
    use_effect_with((allowed, first), move |(allowed, first)| {
        if *allowed {
            send.emit(Command::Import(ImportStep::ReadPast));
            first.iter().for_each(|school| send.emit(Command::Import(ImportStep::School(school.clone()))));
        }
    });
    let undo = use_state(|| None);
    let back = (AttrValue::from(Route::Visits(VisitFilter::default()).address()), text.get("visits-title").into());
    let head = html! { <PageHead title={text.get("import-title")} {back} /> };
    if !allowed {
        return html! {
            <>
                { head }
                <EmptyState title={text.get("import-not-allowed")} text={text.get("import-not-allowed-text")} />
            </>
        };
    }
    let page = Page { app: &app, text, now: &app.model.importing };
    html! {
        <>
            { head }
            <p class="reading">{ text.get("import-intro") }</p>
            if app.model.syncing.offline {
                <Banner kind={BannerKind::Info} title={text.get("export-offline")}>{ text.get("import-offline") }</Banner>
            }
            { page.file() }
            { page.columns() }
            { page.outcome() }
            <div aria-live="polite">{ page.busy() }{ page.failure() }{ page.undone() }</div>
            { page.past(&undo) }
        </>
    }
}

/// Everything that the parts of the page draw from.
struct Page<'a> {
    app: &'a App,
    text: &'a Text,
    now: &'a Importing,
}

impl Page<'_> {
    fn on<E: 'static>(&self, make: impl Fn(E) -> ImportStep + 'static) -> Callback<E> {
        self.app.on(move |event| Command::Import(make(event)))
    }

    /// Changes how the file is read.
    fn change<E: 'static>(&self, make: impl Fn(&mut Mapping, E) + 'static) -> Callback<E> {
        let mapping = self.now.mapping.clone();
        let send = self.app.send.clone();
        Callback::from(move |event| {
            let mut next = mapping.clone();
            if let Some(next) = &mut next {
                make(next, event);
            }
            next.into_iter().for_each(|next| send.emit(Command::Import(ImportStep::Read(Box::new(next)))));
        })
    }

    /// The version that the visits would be recorded against.
    fn framework(&self) -> Option<&Framework> {
        self.app.model.documents.frameworks.get(&self.now.look.as_ref()?.framework)
    }

    fn busy(&self) -> Html {
        let label = match self.now.busy {
            None => return Html::default(),
            Some(ImportBusy::Looking) => "import-looking",
            Some(ImportBusy::Trying) => "import-trying",
            Some(ImportBusy::Storing) => "import-storing",
            Some(ImportBusy::Undoing) => "import-undoing",
        };
        html! { <Progress id="import-progress" label={self.text.get(label)} /> }
    }

    fn failure(&self) -> Html {
        let why = match &self.now.failure {
            None => return Html::default(),
            Some(ImportFailure::Cannot(why)) => words::cannot(self.text, self.framework(), why),
            Some(ImportFailure::Network(failure)) => vec![super::words::failure(self.text, *failure)],
        };
        html! {
            <Banner kind={BannerKind::Warning} title={self.text.get("import-failed")}>
                <ul class="stack">{ for why.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            </Banner>
        }
    }
}
