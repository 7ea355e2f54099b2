//! What stands in the form of a look-for while somebody types.

use domain::framework::{Ask, Autonomy, Kind, Level, LookFor, Segment, Succession};
use domain::id::{LookForId, StrandId};

/// The five kinds, in the order in which they are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KindOf {
    Presence,
    Count,
    Duration,
    Interval,
    Rating,
}

impl KindOf {
    pub(super) const ALL: [Self; 5] = [Self::Presence, Self::Count, Self::Duration, Self::Interval, Self::Rating];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Count => "count",
            Self::Duration => "duration",
            Self::Interval => "interval",
            Self::Rating => "rating",
        }
    }

    fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Presence => Self::Presence,
            Kind::Count => Self::Count,
            Kind::Duration => Self::Duration,
            Kind::Interval { .. } => Self::Interval,
            Kind::Rating { .. } => Self::Rating,
        }
    }
}

/// How many levels a rubric begins with.
const LEVELS: usize = 4;
/// How many it has at most.
pub(super) const MOST_LEVELS: usize = 6;
/// How many it has at least.
pub(super) const LEAST_LEVELS: usize = 2;
/// Minutes from one prompt to the next, unless somebody says otherwise.
const MINUTES: u8 = 3;
/// A short name is at most this long, in characters.
const SHORT: usize = 40;

/// The form of a look-for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fields {
    pub(super) strand: StrandId,
    pub(super) text: String,
    pub(super) short: String,
    pub(super) hint: String,
    pub(super) kind: KindOf,
    pub(super) minutes: u8,
    pub(super) ask: Ask,
    pub(super) levels: Vec<Level>,
    pub(super) shown_from: u8,
    pub(super) autonomy: Autonomy,
    pub(super) segments: Vec<Segment>,
    /// One a line.
    pub(super) examples: String,
    pub(super) succeeds: Option<Succession>,
}

/// What is wrong in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It says nothing.
    Text,
    /// A level without a name; counted from 0.
    Level(usize),
}

impl Fields {
    /// An empty form.
    pub(super) fn new(strand: StrandId) -> Self {
        Self {
            strand,
            text: String::new(),
            short: String::new(),
            hint: String::new(),
            kind: KindOf::Presence,
            minutes: MINUTES,
            ask: Ask::NotDoing,
            levels: vec![Level { name: String::new(), descriptor: String::new() }; LEVELS],
            shown_from: 3,
            autonomy: Autonomy::NonNegotiable,
            segments: Vec::new(),
            examples: String::new(),
            succeeds: None,
        }
    }

    /// What is there.
    pub(super) fn of(strand: StrandId, look_for: &LookFor) -> Self {
        let mut fields = Self {
            text: look_for.text.clone(),
            short: look_for.short.clone(),
            hint: look_for.hint.clone().unwrap_or_default(),
            kind: KindOf::of(&look_for.kind),
            autonomy: look_for.autonomy,
            segments: look_for.segments.clone(),
            examples: look_for.examples.join("\n"),
            succeeds: look_for.succeeds.clone(),
            ..Self::new(strand)
        };
        match &look_for.kind {
            Kind::Presence | Kind::Count | Kind::Duration => {}
            Kind::Interval { every_minutes, ask } => {
                (fields.minutes, fields.ask) = (*every_minutes, *ask);
            }
            Kind::Rating { levels, shown_from } => {
                (fields.levels, fields.shown_from) = (levels.clone(), *shown_from);
            }
        }
        fields
    }

    /// What was typed, as a look-for.
    pub(super) fn read(&self, id: &LookForId) -> Result<LookFor, Wrong> {
        let plain = |typed: &str| typed.trim().to_owned();
        let practice = plain(&self.text);
        if practice.is_empty() {
            return Err(Wrong::Text);
        }
        let unnamed = self.levels.iter().position(|level| level.name.trim().is_empty());
        if let Some(at) = unnamed.filter(|_| self.kind == KindOf::Rating) {
            return Err(Wrong::Level(at));
        }
        let short = plain(&self.short);
        Ok(LookFor {
            id: id.clone(),
            short: if short.is_empty() { practice.chars().take(SHORT).collect() } else { short },
            text: practice,
            hint: Some(plain(&self.hint)).filter(|hint| !hint.is_empty()),
            kind: self.kind(),
            autonomy: self.autonomy,
            segments: Segment::ALL.into_iter().filter(|segment| self.segments.contains(segment)).collect(),
            examples: self.examples(),
            succeeds: self.succeeds.clone(),
        })
    }

    fn kind(&self) -> Kind {
        match self.kind {
            KindOf::Presence => Kind::Presence,
            KindOf::Count => Kind::Count,
            KindOf::Duration => Kind::Duration,
            KindOf::Interval => Kind::Interval { every_minutes: self.minutes, ask: self.ask },
            KindOf::Rating => {
                let most = u8::try_from(self.levels.len()).unwrap_or(u8::MAX);
                Kind::Rating { levels: self.levels.clone(), shown_from: self.shown_from.clamp(1, most) }
            }
        }
    }

    /// It as far as it has been typed.
    pub(super) fn preview(&self, id: &LookForId) -> LookFor {
        LookFor {
            id: id.clone(),
            text: self.text.trim().to_owned(),
            short: self.short.trim().to_owned(),
            hint: Some(self.hint.trim().to_owned()).filter(|hint| !hint.is_empty()),
            kind: self.kind(),
            autonomy: self.autonomy,
            segments: self.segments.clone(),
            examples: self.examples(),
            succeeds: self.succeeds.clone(),
        }
    }

    fn examples(&self) -> Vec<String> {
        self.examples.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }
}
