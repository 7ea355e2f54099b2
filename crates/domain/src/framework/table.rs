//! A framework as a table, one look-for a row: for whoever writes it in a spreadsheet.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{FromFile, LeftOut, NotAFramework, WhyLeftOut, short_of};
use super::{Ask, Autonomy, Draft, Framework, Kind, Level, LookFor, Segment, Strand, Succession};
use crate::export::{guard, typed};
use crate::id::{Bits128, LookForId, StrandId};

/// How many levels a rubric has at most.
const MOST_LEVELS: usize = 6;

const FRAMEWORK: &str = "framework";
const STRAND: &str = "strand";
const STRAND_ID: &str = "strand_id";
const ID: &str = "id";
const PRACTICE: &str = "practice";
const SHORT_NAME: &str = "short_name";
const HINT: &str = "hint";
const KIND: &str = "kind";
const MINUTES: &str = "every_minutes";
const ASK: &str = "ask";
const SHOWN_FROM: &str = "shown_from";
const AUTONOMY: &str = "autonomy";
const SEGMENTS: &str = "segments";
const EXAMPLES: &str = "examples";
const SUCCEEDS: &str = "succeeds";
const EARLIER_VISITS: &str = "earlier_visits";

/// The columns that must be there.
const NEEDED: [&str; 2] = [STRAND, PRACTICE];

const KINDS: [&str; 5] = ["presence", "count", "duration", "interval", "rating"];
const ASKS: [&str; 2] = ["not_doing", "yes_or_no"];
const AUTONOMIES: [&str; 2] = ["non_negotiable", "adaptable"];
/// Whether visits with the look-fors that it comes from count for it.
const EARLIER: [&str; 2] = ["count", "apart"];
const PARTS: [&str; 3] = ["opening", "middle", "closing"];

/// The name and the descriptor of a level, counted from 1.
fn level_columns(number: usize) -> [String; 2] {
    [format!("level_{number}"), format!("level_{number}_seen")]
}

/// The rows of a framework, the names of the columns first. A strand without look-fors is a row without a practice.
pub(super) fn rows(draft: &Draft) -> Vec<Vec<String>> {
    let mut names: Vec<String> = [
        FRAMEWORK,
        STRAND,
        STRAND_ID,
        ID,
        PRACTICE,
        SHORT_NAME,
        HINT,
        KIND,
        MINUTES,
        ASK,
        SHOWN_FROM,
        AUTONOMY,
        SEGMENTS,
        EXAMPLES,
        SUCCEEDS,
        EARLIER_VISITS,
    ]
    .map(str::to_owned)
    .to_vec();
    names.extend((1..=MOST_LEVELS).flat_map(level_columns));
    let width = names.len();
    let mut rows = vec![names];
    for strand in &draft.strands {
        let begin = [draft.title.as_str(), &strand.name, strand.id.as_str()].map(str::to_owned);
        if strand.look_fors.is_empty() {
            rows.push(begin.to_vec());
        }
        rows.extend(strand.look_fors.iter().map(|one| begin.iter().cloned().chain(cells(one)).collect()));
    }
    for row in &mut rows {
        row.resize(width, String::new());
        row.iter_mut().for_each(|cell| *cell = guard(cell).into_owned());
    }
    rows
}

fn cells(one: &LookFor) -> Vec<String> {
    let place = |segment: &Segment| Segment::ALL.iter().position(|other| other == segment).unwrap_or_default();
    let segments: Vec<&str> = one.segments.iter().map(|segment| PARTS[place(segment)]).collect();
    let (kind, minutes, ask, shown_from, levels) = match &one.kind {
        Kind::Presence => (0, None, "", None, &[][..]),
        Kind::Count => (1, None, "", None, &[][..]),
        Kind::Duration => (2, None, "", None, &[][..]),
        Kind::Interval { every_minutes, ask: Ask::NotDoing } => (3, Some(*every_minutes), ASKS[0], None, &[][..]),
        Kind::Interval { every_minutes, ask: Ask::YesOrNo } => (3, Some(*every_minutes), ASKS[1], None, &[][..]),
        Kind::Rating { levels, shown_from } => (4, None, "", Some(*shown_from), &levels[..]),
    };
    let number = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
    let autonomy = match one.autonomy {
        Autonomy::NonNegotiable => AUTONOMIES[0],
        Autonomy::Adaptable => AUTONOMIES[1],
    };
    let (succeeds, earlier) = match &one.succeeds {
        Some(Succession { of, counts }) => {
            let ids: Vec<&str> = of.iter().map(LookForId::as_str).collect();
            (ids.join("\n"), EARLIER[usize::from(!counts)])
        }
        None => (String::new(), ""),
    };
    let mut cells = vec![
        one.id.0.clone(),
        one.text.clone(),
        one.short.clone(),
        one.hint.clone().unwrap_or_default(),
        KINDS[kind].to_owned(),
        number(minutes),
        ask.to_owned(),
        number(shown_from),
        autonomy.to_owned(),
        segments.join(" "),
        one.examples.join("\n"),
        succeeds,
        earlier.to_owned(),
    ];
    cells.extend(levels.iter().flat_map(|level| [level.name.clone(), level.descriptor.clone()]));
    cells
}

/// Reads a table. A row that cannot be read is left out, and the others are taken. What there is no column for stays as `before` has
/// it.
pub(super) fn read(
    mut rows: impl Iterator<Item = (u32, Vec<String>)>,
    before: Option<&Framework>,
) -> Result<FromFile, NotAFramework> {
    let (_, names) = rows.next().unwrap_or_default();
    let names: Vec<String> = names.iter().map(|name| name.trim().to_lowercase().replace([' ', '-'], "_")).collect();
    let columns: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let missing: Vec<String> =
        NEEDED.iter().filter(|name| !columns.contains_key(*name)).map(|name| (*name).to_owned()).collect();
    if !missing.is_empty() {
        return Err(NotAFramework::NoColumns(missing));
    }
    let title = before.filter(|_| !columns.contains_key(FRAMEWORK)).map(|before| before.title.clone());
    let draft = Draft { title: title.unwrap_or_default(), strands: Vec::new() };
    let mut table = Table { before, draft, seen: BTreeSet::new(), strand: None };
    let mut left_out = Vec::new();
    for (number, cells) in rows {
        let row = Row { columns: &columns, cells: &cells };
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if let Err(Bad { column, why }) = table.take(&row) {
            left_out.push(LeftOut { number, column: Some(column.to_owned()), id: row.text(PRACTICE), why });
        }
    }
    Ok(FromFile { draft: table.draft, left_out })
}

struct Row<'a> {
    columns: &'a BTreeMap<&'a str, usize>,
    cells: &'a [String],
}

impl Row<'_> {
    /// What stands in a column, without white space around it; nothing where there is no such column.
    fn text(&self, column: &str) -> String {
        let cell = self.columns.get(column).and_then(|at| self.cells.get(*at));
        let cell = cell.map(|cell| cell.replace('\0', "").trim().to_owned()).unwrap_or_default();
        typed(&cell).to_owned()
    }

    /// Which of the values stands in a column; `None` where it is empty.
    fn one_of(&self, column: &'static str, can: &[&str]) -> Result<Option<usize>, Bad> {
        let value = self.text(column);
        if value.is_empty() {
            return Ok(None);
        }
        let typed = value.to_lowercase().replace([' ', '-'], "_");
        let found = can.iter().position(|one| *one == typed);
        let can = || can.iter().map(|one| (*one).to_owned()).collect();
        found.map(Some).ok_or_else(|| Bad { column, why: WhyLeftOut::NotOneOf { value: value.clone(), can: can() } })
    }

    fn number(&self, column: &'static str, least: u8, most: u8) -> Result<u8, Bad> {
        let value = self.text(column);
        let number = value.parse().ok().filter(|number| (least..=most).contains(number));
        number.ok_or(Bad { column, why: WhyLeftOut::NotANumber { value, least, most } })
    }

    fn kind(&self) -> Result<Kind, Bad> {
        Ok(match self.one_of(KIND, &KINDS)?.unwrap_or_default() {
            0 => Kind::Presence,
            1 => Kind::Count,
            2 => Kind::Duration,
            3 => Kind::Interval {
                every_minutes: self.number(MINUTES, 1, 30)?,
                ask: if self.one_of(ASK, &ASKS)? == Some(1) { Ask::YesOrNo } else { Ask::NotDoing },
            },
            _ => {
                let level = |number| {
                    let [name, descriptor] = level_columns(number).map(|column| self.text(&column));
                    Level { name, descriptor }
                };
                let mut levels: Vec<Level> = (1..=MOST_LEVELS).map(level).collect();
                let last = levels.iter().rposition(|level| !level.name.is_empty()).map_or(0, |at| at + 1);
                levels.truncate(last);
                if last < 2 || levels.iter().any(|level| level.name.is_empty()) {
                    return Err(Bad { column: "level_1", why: WhyLeftOut::Levels });
                }
                let most = u8::try_from(last).unwrap_or(u8::MAX);
                Kind::Rating { levels, shown_from: self.number(SHOWN_FROM, 1, most)? }
            }
        })
    }

    /// What the row says of a look-for that is known, and what is known where there is no column to say it in.
    fn over(&self, read: LookFor, known: &LookFor) -> LookFor {
        let has = |column: &str| self.columns.contains_key(column);
        let counted = known.succeeds.as_ref().is_some_and(|succession| succession.counts);
        let keep_counts = |read: Option<Succession>| match read {
            Some(read) if !has(EARLIER_VISITS) => Some(Succession { counts: counted, ..read }),
            read => read,
        };
        LookFor {
            short: if has(SHORT_NAME) { read.short } else { known.short.clone() },
            hint: if has(HINT) { read.hint } else { known.hint.clone() },
            kind: if has(KIND) { read.kind } else { known.kind.clone() },
            autonomy: if has(AUTONOMY) { read.autonomy } else { known.autonomy },
            segments: if has(SEGMENTS) { read.segments } else { known.segments.clone() },
            examples: if has(EXAMPLES) { read.examples } else { known.examples.clone() },
            succeeds: if has(SUCCEEDS) { keep_counts(read.succeeds) } else { known.succeeds.clone() },
            ..read
        }
    }

    /// The lines of a cell.
    fn lines(&self, column: &str) -> Vec<String> {
        let text = self.text(column);
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn succeeds(&self) -> Result<Option<Succession>, Bad> {
        let mut of: Vec<LookForId> = Vec::new();
        for id in self.lines(SUCCEEDS).into_iter().map(LookForId) {
            if !of.contains(&id) {
                of.push(id);
            }
        }
        let counts = self.one_of(EARLIER_VISITS, &EARLIER)? == Some(0);
        Ok((!of.is_empty()).then_some(Succession { of, counts }))
    }

    fn segments(&self) -> Result<Vec<Segment>, Bad> {
        let value = self.text(SEGMENTS);
        let words = value.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut found: Vec<Segment> = Vec::new();
        for word in words {
            let at = PARTS.iter().position(|part| *part == word.to_lowercase());
            let Some(segment) = at.and_then(|at| Segment::ALL.get(at)) else {
                let can = PARTS.map(str::to_owned).to_vec();
                return Err(Bad { column: SEGMENTS, why: WhyLeftOut::NotOneOf { value: word.to_owned(), can } });
            };
            found.push(*segment);
        }
        Ok(Segment::ALL.into_iter().filter(|segment| found.contains(segment)).collect())
    }
}

/// Why a row cannot be taken, and which of its cells is to blame.
struct Bad {
    column: &'static str,
    why: WhyLeftOut,
}

struct Table<'a> {
    before: Option<&'a Framework>,
    draft: Draft,
    seen: BTreeSet<LookForId>,
    /// Where the row before stands: a row that names no strand stands there too.
    strand: Option<usize>,
}

impl Table<'_> {
    fn take(&mut self, row: &Row<'_>) -> Result<(), Bad> {
        if self.draft.title.is_empty() {
            self.draft.title = row.text(FRAMEWORK);
        }
        let strand = self.strand(row)?;
        let text = row.text(PRACTICE);
        if text.is_empty() {
            // It says no more than that there is such a strand.
            return if row.text(ID).is_empty() {
                Ok(())
            } else {
                Err(Bad { column: PRACTICE, why: WhyLeftOut::NoStatement })
            };
        }
        let id = self.id(row, &text);
        let short = Some(row.text(SHORT_NAME)).filter(|short| !short.is_empty());
        let read = LookFor {
            id: id.clone(),
            short: short.unwrap_or_else(|| short_of(&text)),
            text,
            hint: Some(row.text(HINT)).filter(|hint| !hint.is_empty()),
            kind: row.kind()?,
            autonomy: match row.one_of(AUTONOMY, &AUTONOMIES)? {
                Some(0) => Autonomy::NonNegotiable,
                Some(_) | None => Autonomy::Adaptable,
            },
            segments: row.segments()?,
            examples: row.lines(EXAMPLES),
            succeeds: row.succeeds()?,
        };
        let look_for = match self.before.and_then(|before| before.look_for(&id)) {
            Some(known) => row.over(read, known),
            None => read,
        };
        if !self.seen.insert(id) {
            return Err(Bad { column: ID, why: WhyLeftOut::Twice });
        }
        if let Some(strand) = self.draft.strands.get_mut(strand) {
            strand.look_fors.push(look_for);
        }
        Ok(())
    }

    /// The place of the strand that a row stands in.
    fn strand(&mut self, row: &Row<'_>) -> Result<usize, Bad> {
        let (name, id) = (row.text(STRAND), row.text(STRAND_ID));
        if name.is_empty() && id.is_empty() {
            return self.strand.ok_or(Bad { column: STRAND, why: WhyLeftOut::NoStrand });
        }
        let known = self.before.into_iter().flat_map(|before| &before.strands).find(|strand| strand.name == name);
        let id = match (id.is_empty(), known) {
            (false, _) => StrandId(id),
            (true, Some(known)) => known.id.clone(),
            (true, None) => StrandId(Bits128::hash(&[b"strand", name.as_bytes()]).to_string()),
        };
        let at = self.draft.strands.iter().position(|strand| strand.id == id).unwrap_or_else(|| {
            self.draft.strands.push(Strand { id, name, look_fors: Vec::new() });
            self.draft.strands.len() - 1
        });
        self.strand = Some(at);
        Ok(at)
    }

    /// Which look-for a row is: by its id, else by its practice.
    fn id(&self, row: &Row<'_>, text: &str) -> LookForId {
        let id = row.text(ID);
        let known = self.before.into_iter().flat_map(Framework::look_fors).find(|one| one.text == text);
        match (id.is_empty(), known) {
            (false, _) => LookForId(id),
            (true, Some(known)) => known.id.clone(),
            (true, None) => LookForId(Bits128::hash(&[b"look-for", text.as_bytes()]).to_string()),
        }
    }
}
