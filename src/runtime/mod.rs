//! Carries out what people ask for: the only code that holds the database, the network and the model together.
//!
//! One thread, one owner: every change makes the next [`Model`] and publishes it. Recording never waits for
//! anything but the disk, and syncing never stands in its way.

mod account;
mod around;
mod commenting;
mod copies;
mod deciding;
mod drafting;
mod figuring;
mod importing;
mod load;
mod members;
mod planning;
mod recording;
mod rostering;
mod syncing;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use domain::device::{Author, Intent};
use domain::id::ReplicaId;
use domain::sync::Pace;
use domain::time::Millis;
use yew::Callback;

use crate::browser::database::Database;
use crate::browser::events::EventListener;
use crate::browser::network::Server;
use crate::browser::{
    clock, files, focus, ids, install, navigation, pictures, preferences, space, tabs, tasks, update,
};
use crate::route::Route;
use crate::state::{Command, Deciding, Figuring, Model, Picture, Stage, VisitRef};
use crate::text::Text;

/// The running app.
pub struct Runtime {
    model: RefCell<Rc<Model>>,
    publish: Callback<Rc<Model>>,
    /// Who uses this tablet.
    accounts: Database,
    /// The data of whoever does.
    data: RefCell<Option<Rc<Database>>>,
    server: Server,
    /// What is not on disk yet, in order.
    queue: RefCell<VecDeque<Pending>>,
    /// How many acts have left the queue for the disk.
    stored: Cell<u64>,
    /// Whether somebody is writing the queue to disk.
    writing: RefCell<bool>,
    /// Syncs that failed in a row.
    failures: RefCell<u32>,
    /// What the line was found to bear.
    pace: Cell<Pace>,
    next_sync: RefCell<Option<tasks::Timeout>>,
    tabs: RefCell<Option<tabs::Tabs>>,
    update: RefCell<Option<update::Ready>>,
    offer: RefCell<Option<install::Offer>>,
    listeners: RefCell<Vec<EventListener>>,
    /// The file that past visits are imported from.
    import_file: RefCell<Option<files::Chosen>>,
    roster_files: RefCell<Vec<files::Chosen>>,
    /// When the server last said who is signed in here, and what they may do.
    who_asked: Cell<Option<Millis>>,
}

/// An act that is not on disk yet.
struct Pending {
    at: VisitRef,
    when: Millis,
    intents: Vec<Intent>,
}

impl Runtime {
    /// Starts the app; `publish` is called with every model from now on.
    #[must_use]
    pub fn start(publish: Callback<Rc<Model>>) -> Rc<Self> {
        let runtime = Rc::new(Self {
            model: RefCell::new(Rc::new(Model::starting())),
            publish,
            accounts: Database::new(String::from("throughline")),
            data: RefCell::new(None),
            server: Server,
            queue: RefCell::default(),
            stored: Cell::new(0),
            writing: RefCell::new(false),
            failures: RefCell::new(0),
            pace: Cell::default(),
            next_sync: RefCell::new(None),
            tabs: RefCell::new(None),
            update: RefCell::new(None),
            offer: RefCell::new(None),
            listeners: RefCell::default(),
            import_file: RefCell::default(),
            roster_files: RefCell::default(),
            who_asked: Cell::default(),
        });
        runtime.listen();
        let starting = Rc::clone(&runtime);
        tasks::spawn(async move { starting.open().await });
        runtime
    }

    /// Where pages send commands.
    #[must_use]
    pub fn sender(self: &Rc<Self>) -> Callback<Command> {
        let runtime = Rc::clone(self);
        Callback::from(move |command| runtime.carry_out(command))
    }

    fn carry_out(self: &Rc<Self>, command: Command) {
        let runtime = Rc::clone(self);
        match command {
            Command::Go(route) => self.go(route),
            Command::SignIn { email, passphrase } => {
                tasks::spawn(async move { runtime.sign_in(email, passphrase).await });
            }
            Command::SetUp { token, district, name, email, passphrase } => {
                let with = crate::browser::network::SetUp { token, district, name, email, passphrase };
                tasks::spawn(async move { runtime.set_up(with).await });
            }
            Command::SignOut => tasks::spawn(async move { runtime.sign_out().await }),
            Command::Begin(visit) => self.begin(visit),
            Command::Act(at, act) => self.act(&at, &act),
            Command::Undo(at) => self.undo(&at),
            Command::CorrectClock(at) => self.correct_clock(&at),
            Command::Load(wanted) => tasks::spawn(async move { runtime.bring(wanted).await }),
            Command::RetrySaving => self.write_out(),
            Command::Sync => self.sync_now(),
            Command::Ask(question) => tasks::spawn(async move { runtime.ask(question).await }),
            Command::Prefer(chosen) => {
                preferences::keep(&chosen);
                self.change(|model| {
                    if model.preferences.language != chosen.language {
                        model.text = Text::new(chosen.language);
                    }
                    model.preferences = chosen;
                });
            }
            Command::KeepPhrases(phrases) => tasks::spawn(async move { runtime.keep_phrases(phrases).await }),
            Command::ChangeWeek(monday, change) => {
                tasks::spawn(async move { runtime.change_week(monday, change).await });
            }
            Command::UndoWeek => tasks::spawn(async move { runtime.undo_week().await }),
            Command::SaveCopy => tasks::spawn(async move { runtime.save_copy().await }),
            Command::LoadCopy => self.load_copy(),
            Command::SaveUnreadable => tasks::spawn(async move { runtime.save_unreadable().await }),
            Command::SendAgain(refused) => tasks::spawn(async move { runtime.send_again(refused).await }),
            Command::TakeBack(refused) => tasks::spawn(async move { runtime.take_back(refused).await }),
            Command::SaveFile { name, kind, contents } => files::save(&name, kind, &contents),
            Command::SavePicture { name, lines, chart, kind: Picture::Svg } => {
                pictures::save_svg(&name, &lines, &chart);
            }
            Command::SavePicture { name, lines, chart, kind: Picture::Png } => {
                tasks::spawn(async move { pictures::save_png(&name, &lines, &chart).await });
            }
            Command::TakeUpdate => tasks::spawn(async move { runtime.take_update().await }),
            Command::Install => {
                if let Some(offer) = self.offer.take() {
                    offer.take();
                }
                self.change(|model| model.storage.can_install = false);
            }
            Command::DismissInstallHint => {
                preferences::dismiss_hint();
                self.change(|model| model.storage.hint_dismissed = true);
            }
            Command::AskPersistence => tasks::spawn(async move {
                space::persist().await;
                runtime.measure_space().await;
            }),
            Command::Import(step) => tasks::spawn(async move { runtime.import(step).await }),
            Command::Roster(step) => tasks::spawn(async move { runtime.roster(step).await }),
            Command::Draft(step) => tasks::spawn(async move { runtime.draft(step).await }),
            Command::Comment(step) => tasks::spawn(async move { runtime.comment(step).await }),
            Command::DecideAnew => self.change(|model| model.deciding = Deciding::default()),
            Command::Figures(step) => tasks::spawn(async move { runtime.figures(step).await }),
            Command::Decide(change) => tasks::spawn(async move { runtime.decide(*change).await }),
            Command::People(step) => tasks::spawn(async move { runtime.people(step).await }),
            Command::LookAtLink(token) => tasks::spawn(async move { runtime.look_at_link(token).await }),
            Command::Join { token, passphrase } => {
                tasks::spawn(async move { runtime.join(token, passphrase).await });
            }
            Command::Print => navigation::print(),
        }
    }

    /// Goes to a page. The same page with other filters takes the present one's place: going back leaves the page,
    /// and the focus stays where the person is typing.
    fn go(&self, route: Route) {
        if std::mem::discriminant(&self.model().route) == std::mem::discriminant(&route) {
            navigation::replace(&route);
            self.change(|model| model.route = route);
        } else {
            navigation::go(&route);
            self.arrive(route);
        }
    }

    /// Draws the page of an address that is already in the address bar.
    fn arrive(&self, route: Route) {
        self.change(|model| {
            model.route = route;
            model.trouble = None;
        });
        tasks::Timeout::new(0, focus::to_heading).forget();
    }

    /// Makes the next model and publishes it.
    fn change(&self, make: impl FnOnce(&mut Model)) {
        let mut next = (**self.model.borrow()).clone();
        next.now = clock::now();
        next.offset = clock::offset_at(next.now);
        make(&mut next);
        let next = Rc::new(next);
        self.model.replace(Rc::clone(&next));
        self.publish.emit(next);
    }

    fn model(&self) -> Rc<Model> {
        Rc::clone(&self.model.borrow())
    }

    fn data(&self) -> Option<Rc<Database>> {
        self.data.borrow().clone()
    }

    /// Who records here, with a name for a replica should one be needed.
    fn author(&self) -> Option<Author> {
        let account = self.model.borrow().me.as_ref()?.account.clone();
        Some(Author { account, fresh: fresh_replica() })
    }

    fn tell_tabs(&self) {
        if let (Some(tabs), Some(me)) = (&*self.tabs.borrow(), &self.model.borrow().me) {
            tabs.tell(me.account.as_str());
        }
    }
}

fn fresh_replica() -> ReplicaId {
    ReplicaId::from(ids::random())
}

impl Model {
    /// Before anything has been read.
    #[must_use]
    pub fn starting() -> Self {
        let preferences = preferences::read();
        let now = clock::now();
        Self {
            stage: Stage::Starting,
            route: navigation::here(),
            text: Text::new(preferences.language),
            preferences,
            now,
            offset: clock::offset_at(now),
            me: None,
            documents: Rc::default(),
            packs: Rc::default(),
            visits: Rc::default(),
            waiting: Rc::new(BTreeMap::new()),
            quarantined: Rc::default(),
            recorded: 0,
            ledger: domain::device::Ledger::default(),
            saving: crate::state::Saving::default(),
            syncing: crate::state::Syncing::default(),
            storage: crate::state::StorageFacts::default(),
            unreadable: 0,
            unread: Rc::default(),
            phrases: Rc::default(),
            planning: crate::state::Planning::default(),
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
}
