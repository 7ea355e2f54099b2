/// A column of the tidy table. Its name is part of the format: other people's scripts rely on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Which visit.
    Visit,
    /// The school's id.
    School,
    /// The school's name.
    SchoolName,
    /// The local date.
    Date,
    /// The local time at which the visit began.
    Time,
    /// The classroom's id on the roster.
    ClassroomId,
    /// The classroom, as the roster or the observer calls it.
    Classroom,
    /// The lead teacher's id on the roster.
    TeacherId,
    /// The lead teacher, as the roster or the observer writes the name.
    Teacher,
    /// The observer's account.
    ObserverId,
    /// The observer's name.
    Observer,
    /// The grade taught.
    Grade,
    /// The subject taught.
    Subject,
    /// Tags on the class group.
    Groups,
    /// Where the record comes from.
    Source,
    /// Circumstances of the lesson.
    Circumstances,
    /// Whether there was nothing to observe.
    NothingToObserve,
    /// Seconds watched.
    WatchedSeconds,
    /// The framework document.
    Framework,
    /// The framework's version number.
    FrameworkVersion,
    /// The strand's id.
    StrandId,
    /// The strand's name.
    Strand,
    /// The look-for's id.
    LookForId,
    /// The look-for's wording.
    LookFor,
    /// How it is observed.
    Kind,
    /// Whether schools may adapt it.
    Autonomy,
    /// How it ended.
    Outcome,
    /// What was found, for look-fors with an amount.
    Amount,
    /// What it could have been found in.
    Over,
    /// The units of the last two.
    Unit,
}

impl Column {
    /// In the order of the file.
    pub const ALL: [Self; 30] = [
        Self::Visit,
        Self::School,
        Self::SchoolName,
        Self::Date,
        Self::Time,
        Self::ClassroomId,
        Self::Classroom,
        Self::TeacherId,
        Self::Teacher,
        Self::ObserverId,
        Self::Observer,
        Self::Grade,
        Self::Subject,
        Self::Groups,
        Self::Source,
        Self::Circumstances,
        Self::NothingToObserve,
        Self::WatchedSeconds,
        Self::Framework,
        Self::FrameworkVersion,
        Self::StrandId,
        Self::Strand,
        Self::LookForId,
        Self::LookFor,
        Self::Kind,
        Self::Autonomy,
        Self::Outcome,
        Self::Amount,
        Self::Over,
        Self::Unit,
    ];

    /// The name in the first row.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::School => "school",
            Self::SchoolName => "school_name",
            Self::Date => "date",
            Self::Time => "time",
            Self::ClassroomId => "classroom_id",
            Self::Classroom => "classroom",
            Self::TeacherId => "teacher_id",
            Self::Teacher => "teacher",
            Self::ObserverId => "observer_id",
            Self::Observer => "observer",
            Self::Grade => "grade",
            Self::Subject => "subject",
            Self::Groups => "groups",
            Self::Source => "source",
            Self::Circumstances => "circumstances",
            Self::NothingToObserve => "nothing_to_observe",
            Self::WatchedSeconds => "watched_seconds",
            Self::Framework => "framework",
            Self::FrameworkVersion => "framework_version",
            Self::StrandId => "strand_id",
            Self::Strand => "strand",
            Self::LookForId => "look_for_id",
            Self::LookFor => "look_for",
            Self::Kind => "kind",
            Self::Autonomy => "autonomy",
            Self::Outcome => "outcome",
            Self::Amount => "amount",
            Self::Over => "over",
            Self::Unit => "unit",
        }
    }

    /// Whether reading the table back needs it. The others are there for people: names, wordings, units.
    #[must_use]
    pub fn is_read_back(self) -> bool {
        match self {
            Self::SchoolName
            | Self::Observer
            | Self::FrameworkVersion
            | Self::StrandId
            | Self::Strand
            | Self::LookFor
            | Self::Kind
            | Self::Autonomy
            | Self::Unit => false,
            Self::Visit
            | Self::School
            | Self::Date
            | Self::Time
            | Self::ClassroomId
            | Self::Classroom
            | Self::TeacherId
            | Self::Teacher
            | Self::ObserverId
            | Self::Grade
            | Self::Subject
            | Self::Groups
            | Self::Source
            | Self::Circumstances
            | Self::NothingToObserve
            | Self::WatchedSeconds
            | Self::Framework
            | Self::LookForId
            | Self::Outcome
            | Self::Amount
            | Self::Over => true,
        }
    }
}
