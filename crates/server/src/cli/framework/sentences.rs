//! What `import framework` says in words.

use domain::framework::{Difference, Framework, FrameworkChanges, LeftOut};
use domain::id::LookForId;

use crate::cli::said::{line, list};

/// What a version changes, which items were left out, and which look-fors of the focus list it does not have.
pub(super) fn changes(
    next: &Framework,
    changes: &FrameworkChanges,
    left_out: &[LeftOut],
    lost: &[&LookForId],
) -> String {
    let mut said = String::new();
    let strands = next.strands.len();
    line(&mut said, format_args!("{:?}: {strands} strands, {} look-fors.", next.title, next.look_fors().count()));
    let changed = changes.look_fors.iter().map(|one| {
        let how: Vec<String> = one.how.iter().map(difference).collect();
        format!("{:?} ({}): {}", one.text, one.id, how.join("; "))
    });
    list(&mut said, "Look-fors", changed);
    if changes.same > 0 {
        line(&mut said, format_args!("{} look-fors stay as they are.", changes.same));
    }
    let items = left_out.iter().map(|one| match &one.column {
        Some(column) => format!("row {}, {column} ({:?}): {}", one.number, one.id, one.why),
        None => format!("item {} ({}): {}", one.number, one.id, one.why),
    });
    list(&mut said, "Left out", items);
    list(
        &mut said,
        "The focus list names look-fors that this version does not have",
        lost.iter().map(ToString::to_string),
    );
    said
}

fn difference(difference: &Difference) -> String {
    match difference {
        Difference::Added => "new".to_owned(),
        Difference::Succeeds { before, counts: true } => {
            format!("in the place of {before:?}, whose visits count for it")
        }
        Difference::Succeeds { before, counts: false } => format!("in the place of {before:?}, counted apart"),
        Difference::Removed => "removed".to_owned(),
        Difference::SucceededBy { after } => format!("removed, now {after:?}"),
        Difference::Reworded { before } => format!("reworded, was {before:?}"),
        Difference::Rule => "observed otherwise: its tallies are not pooled with the version before".to_owned(),
        Difference::Segments => "judged in other parts of the lesson".to_owned(),
        Difference::Succession => "other earlier visits count for it".to_owned(),
        Difference::Moved { from } => format!("moved, was in {from:?}"),
        Difference::Autonomy => "non-negotiable or adaptable is decided otherwise".to_owned(),
        Difference::Hint => "short name or hint".to_owned(),
    }
}
