//! The screens. Each reads the one context ([`crate::state::use_app`]), picks what it shows, draws it with
//! [`crate::components`] and sends [`crate::state::Command`]s. Nothing is computed here that the domain can compute.

// Around and between pages.
mod entry_words;
mod frame;
pub mod words;

// Before anybody uses the tablet.
mod join;
mod no_storage;
mod setup;
mod sign_in;
mod starting;

// The day, and where the work is.
mod not_found;
mod plan_week;
mod settings;
mod sync;
mod today;

// The district, for whoever administers it.
mod comments;
mod draft;
mod people;
mod roster;

// Recording, and what was recorded.
pub mod record;
mod start;
mod visit;

// Observed against expected.
mod ask;
mod calibration;
mod compare;
mod contrast;
mod coverage;
mod deciding;
mod discrepancies;
mod export;
mod framework;
mod held;
mod import;
mod narrow;
mod report;
mod sampling;
mod schools;
mod trends;
mod visits;
mod weekly;

pub use calibration::{CalibrationPage, CalibrationPageProps, SessionPage, SessionPageProps};
pub use comments::{CommentsPage, RoundForm, RoundFormProps, WordsForm, WordsFormProps};
pub use compare::{ComparePage, ComparePageProps, opening as opening_selection};
pub use contrast::{ContrastPage, ContrastPageProps};
pub use coverage::{CoveragePage, CoveragePageProps};
pub use deciding::{
    CalendarPage, DecidingPage, ExpectationsPage, GoalForm, GoalFormProps, GoalPage, GoalPageProps, GoalsPage,
    InitiativeForm, InitiativeFormProps, WhoDecidesPage,
};
pub use discrepancies::{DiscrepanciesPage, DiscrepanciesPageProps};
pub use draft::{DraftPage, LookForForm, LookForFormProps};
pub use export::{ExportPage, ExportPageProps};
pub use frame::{Frame, FrameProps};
pub use framework::FrameworkPage;
pub use import::ImportPage;
pub use join::{JoinPage, JoinPageProps};
pub use no_storage::NoStorage;
pub use not_found::NotFoundPage;
pub use people::{MemberForm, MemberFormProps, PeoplePage};
pub use plan_week::PlanWeekPage;
pub use record::{RecordPage, RecordPageProps};
pub use report::{ReportPage, ReportPageProps};
pub use roster::RosterPage;
pub use schools::{SchoolsPage, SchoolsPageProps};
pub use settings::SettingsPage;
pub use setup::{SetupPage, SetupPageProps};
pub use sign_in::SignInPage;
pub use start::{PaperPage, StartPage, StartPageProps};
pub use starting::Starting;
pub use sync::SyncPage;
pub use today::TodayPage;
pub use trends::{TrendsPage, TrendsPageProps};
pub use visit::{TeacherPage, TeacherPageProps, VisitPage, VisitPageProps};
pub use visits::{VisitsPage, VisitsPageProps};
pub use weekly::{WeeklyPage, WeeklyPageProps};
