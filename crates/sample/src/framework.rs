//! The starter framework: five strands and 24 look-fors that a district can begin with and make its own.

mod assessment;
mod curriculum;
mod environment;
mod instruction;
mod intervention;

use domain::framework::{Autonomy, Framework, Kind, Level, LookFor, Segment, Strand};
use domain::id::LookForId;
use domain::time::Date;

/// The look-fors that matter this month: seven, in all five kinds.
const FOCUS: [&str; 7] = ["goal", "check", "open-questions", "talk", "thinking", "on-task", "routines"];

/// The starter framework, in force from a day.
#[must_use]
pub fn starter(effective: Date) -> Framework {
    Framework {
        title: "What good lessons have in common".to_owned(),
        version: 1,
        effective,
        strands: vec![
            strand("curriculum", "Curriculum", curriculum::look_fors()),
            strand("instruction", "Instruction", instruction::look_fors()),
            strand("assessment", "Assessment", assessment::look_fors()),
            strand("intervention", "Intervention", intervention::look_fors()),
            strand("environment", "Learning environment", environment::look_fors()),
        ],
    }
}

/// The focus list of the starter framework.
pub(crate) fn focus() -> Vec<LookForId> {
    FOCUS.into_iter().map(LookForId::from).collect()
}

fn strand(id: &str, name: &str, look_fors: Vec<LookFor>) -> Strand {
    Strand { id: id.into(), name: name.to_owned(), look_fors }
}

/// A look-for that schools may adapt and that can be judged in every segment.
fn look_for(id: &str, short: &str, text: &str, hint: &str, kind: Kind) -> LookFor {
    LookFor {
        id: id.into(),
        text: text.to_owned(),
        short: short.to_owned(),
        hint: Some(hint.to_owned()),
        kind,
        autonomy: Autonomy::Adaptable,
        segments: Vec::new(),
        examples: Vec::new(),
        succeeds: None,
    }
}

fn non_negotiable(look_for: LookFor) -> LookFor {
    LookFor { autonomy: Autonomy::NonNegotiable, ..look_for }
}

fn only_in<const N: usize>(segments: [Segment; N], look_for: LookFor) -> LookFor {
    LookFor { segments: segments.to_vec(), ..look_for }
}

fn rating<const N: usize>(shown_from: u8, levels: [(&str, &str); N]) -> Kind {
    let level = |(name, descriptor): (&str, &str)| Level { name: name.to_owned(), descriptor: descriptor.to_owned() };
    Kind::Rating { levels: levels.into_iter().map(level).collect(), shown_from }
}
