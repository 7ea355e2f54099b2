//! Which page an address shows, both ways.

mod query;

use domain::compare::{Order, Selection};
use domain::id::{GoalId, LookForId, SchoolId, VisitId};
use domain::stats::trend::Period;
use domain::time::Date;
use domain::trends::Over;

use crate::state::VisitFilter;

/// A page and what it shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Route {
    /// What waits, and a large button.
    #[default]
    Today,
    /// Which classrooms to visit this week.
    PlanWeek,
    /// Choose a classroom and go.
    Start,
    /// Enter a visit from paper.
    Paper,
    /// Record an open visit.
    Record(SchoolId, VisitId),
    /// What a visit saw.
    Visit(SchoolId, VisitId),
    /// What the teacher is handed.
    ForTeacher(SchoolId, VisitId),
    /// The list.
    Visits(VisitFilter),
    /// The visits of a selection as files.
    Export(Selection),
    /// Past visits from a file of another program.
    Import,
    /// Observed against expected.
    Compare(Selection, CompareView),
    /// What stands below at a check date, or so far.
    Discrepancies(Selection, Option<Date>),
    /// One page for staff.
    Weekly(Selection),
    /// A school's report, to print.
    Report(Selection),
    /// Two selections held against each other: the second against the first.
    Contrast(Selection, Selection),
    /// Where each school stands in each look-for.
    Schools(Selection, SchoolsView),
    /// Which classrooms have been visited, how evenly, at what pace.
    Coverage(Selection),
    /// Lessons that several observers recorded, and how far they agree.
    Calibration(Selection),
    /// The lesson that this record is of.
    Session(SchoolId, VisitId),
    /// Choose a classroom and record it together with others.
    Together,
    /// Observed practice over time.
    Trends(Selection, TrendsView),
    /// The published framework.
    Framework,
    /// The next version of it, for whoever writes it.
    FrameworkDraft,
    /// What people think of that version, for whoever is asked and whoever answers.
    Comments,
    /// What is watched just now and what everyone is held against, for whoever decides.
    Deciding,
    /// What is expected of each look-for, for whoever sets it.
    Expectations,
    /// The school year, for whoever sets it.
    Calendar,
    /// Who decides for each school, for everyone.
    WhoDecides,
    /// What the district has set out to reach, for everyone.
    Goals,
    /// How an achievement goal comes along.
    Goal(GoalId),
    /// Who works in the district, for whoever looks after them.
    People,
    /// Schools, classes and teachers, for whoever administers them.
    Roster,
    /// What is recorded, waiting, sent.
    Sync,
    /// Language, theme, text size.
    Settings,
    /// Sign in.
    SignIn,
    /// Set up an empty server, with the token of its link.
    Setup(String),
    /// The link with which somebody chooses a passphrase.
    Join(String),
    /// No such page.
    NotFound,
}

/// How Compare is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CompareView {
    /// As a table of the same numbers.
    pub table: bool,
    /// In which order.
    pub order: Order,
}

/// How Trends is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendsView {
    /// What a point covers.
    pub period: Period,
    /// Something starts on this day: limits rest on what was before.
    pub start: Option<Date>,
    /// Which charts.
    pub show: Shown,
}

/// Which look-fors a page shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Shown {
    /// Those of this month's focus.
    #[default]
    Focus,
    /// Every one.
    All,
    /// One alone.
    One(LookForId),
}

/// How schools stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SchoolsView {
    /// Every look-for, not only the focus of this month.
    pub all: bool,
    /// In which order.
    pub sort: SchoolOrder,
}

/// In which order schools stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SchoolOrder {
    /// By name.
    #[default]
    Name,
    /// Most visits first.
    Visits,
    /// The largest gap in a look-for first.
    Gap(LookForId),
}

impl Default for TrendsView {
    fn default() -> Self {
        Self { period: Period::Week, start: None, show: Shown::Focus }
    }
}

impl TrendsView {
    /// How the visits are laid out over time.
    #[must_use]
    pub fn over(&self) -> Over {
        Over { period: self.period, start: self.start }
    }
}

impl Route {
    /// The page at a path, such as `/visits/cedar/0f…`, and a query, such as `?school=cedar`.
    #[must_use]
    pub fn read(path: &str, query: &str) -> Self {
        let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(query::decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let visit = |school: &str, visit: &str, page: fn(SchoolId, VisitId) -> Self| {
            visit.parse().map_or(Self::NotFound, |visit| page(school.into(), visit))
        };
        match parts.as_slice() {
            [] => Self::Today,
            ["week"] => Self::PlanWeek,
            ["start"] => Self::Start,
            ["start", "paper"] => Self::Paper,
            ["record", school, id] => visit(school, id, Self::Record),
            ["visits"] => Self::Visits(query::read_filter(query)),
            ["visits", "import"] => Self::Import,
            ["visits", "export"] => Self::Export(query::read_selection(query)),
            ["visits", school, id] => visit(school, id, Self::Visit),
            ["visits", school, id, "teacher"] => visit(school, id, Self::ForTeacher),
            ["compare"] => Self::Compare(query::read_selection(query), query::read_view(query)),
            ["compare", "discrepancies"] => Self::Discrepancies(query::read_selection(query), query::read_check(query)),
            ["compare", "two"] => {
                let (before, after) = query::read_contrast(query);
                Self::Contrast(before, after)
            }
            ["compare", "schools"] => Self::Schools(query::read_selection(query), query::read_schools(query)),
            ["compare", "report"] => Self::Report(query::read_selection(query)),
            ["compare", "weekly"] => Self::Weekly(query::read_selection(query)),
            ["calibration"] => Self::Calibration(query::read_selection(query)),
            ["calibration", "record"] => Self::Together,
            ["calibration", school, id] => visit(school, id, Self::Session),
            ["coverage"] => Self::Coverage(query::read_selection(query)),
            ["trends"] => Self::Trends(query::read_selection(query), query::read_trends(query)),
            ["framework"] => Self::Framework,
            ["framework", "draft"] => Self::FrameworkDraft,
            ["framework", "comments"] => Self::Comments,
            ["framework", "focus"] => Self::Deciding,
            ["framework", "expectations"] => Self::Expectations,
            ["framework", "calendar"] => Self::Calendar,
            ["framework", "decisions"] => Self::WhoDecides,
            ["framework", "goals"] => Self::Goals,
            ["framework", "goals", id] => Self::Goal(GoalId(query::decode(id))),
            ["people"] => Self::People,
            ["roster"] => Self::Roster,
            ["sync"] => Self::Sync,
            ["settings"] => Self::Settings,
            ["sign-in"] => Self::SignIn,
            ["setup", token] => Self::Setup((*token).to_owned()),
            ["join", token] => Self::Join((*token).to_owned()),
            _ => Self::NotFound,
        }
    }

    /// The address of the page.
    #[must_use]
    pub fn address(&self) -> String {
        let visit = |school: &SchoolId, id: &VisitId| format!("{}/{id}", query::encode(school.as_str()));
        match self {
            Self::Today | Self::NotFound => String::from("/"),
            Self::PlanWeek => String::from("/week"),
            Self::Start => String::from("/start"),
            Self::Paper => String::from("/start/paper"),
            Self::Record(school, id) => format!("/record/{}", visit(school, id)),
            Self::Visit(school, id) => format!("/visits/{}", visit(school, id)),
            Self::ForTeacher(school, id) => format!("/visits/{}/teacher", visit(school, id)),
            Self::Visits(filter) => format!("/visits{}", query::write_filter(filter)),
            Self::Export(selection) => format!("/visits/export{}", query::write_selection(selection)),
            Self::Import => String::from("/visits/import"),
            Self::Compare(selection, view) => format!("/compare{}", query::write_compare(selection, *view)),
            Self::Discrepancies(selection, on) => {
                format!("/compare/discrepancies{}", query::write_check(selection, *on))
            }
            Self::Contrast(before, after) => format!("/compare/two{}", query::write_contrast(before, after)),
            Self::Schools(selection, view) => format!("/compare/schools{}", query::write_schools(selection, view)),
            Self::Weekly(selection) => format!("/compare/weekly{}", query::write_selection(selection)),
            Self::Report(selection) => format!("/compare/report{}", query::write_selection(selection)),
            Self::Calibration(selection) => format!("/calibration{}", query::write_selection(selection)),
            Self::Session(school, id) => format!("/calibration/{}", visit(school, id)),
            Self::Together => String::from("/calibration/record"),
            Self::Coverage(selection) => format!("/coverage{}", query::write_selection(selection)),
            Self::Trends(selection, view) => format!("/trends{}", query::write_trends(selection, view)),
            Self::Framework => String::from("/framework"),
            Self::FrameworkDraft => String::from("/framework/draft"),
            Self::Comments => String::from("/framework/comments"),
            Self::Deciding => String::from("/framework/focus"),
            Self::Expectations => String::from("/framework/expectations"),
            Self::Calendar => String::from("/framework/calendar"),
            Self::WhoDecides => String::from("/framework/decisions"),
            Self::Goals => String::from("/framework/goals"),
            Self::Goal(id) => format!("/framework/goals/{}", query::encode(id.as_str())),
            Self::People => String::from("/people"),
            Self::Roster => String::from("/roster"),
            Self::Sync => String::from("/sync"),
            Self::Settings => String::from("/settings"),
            Self::SignIn => String::from("/sign-in"),
            Self::Setup(token) => format!("/setup/{}", query::encode(token)),
            Self::Join(token) => format!("/join/{}", query::encode(token)),
        }
    }
}

/// Where the server has the visits of a selection as a file: `visits.csv`, `visits.xlsx` or `codebook.csv`.
#[must_use]
pub fn export_file(name: &str, selection: &Selection, today: Date) -> String {
    let selection = serde_json::to_string(selection).unwrap_or_default();
    format!("/api/v1/export/{name}?selection={}&today={today}", query::encode(&selection))
}
