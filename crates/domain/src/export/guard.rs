//! Text that a spreadsheet would take for a formula.

use std::borrow::Cow;

/// What stands in front of guarded text.
const GUARD: char = '\'';

/// Signs with which spreadsheets let a formula or a command begin, and the guard itself so that it can be told apart.
/// Those of OWASP's "CSV Injection".
const RISKY: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', GUARD];

/// Text as it is written to the table: with an apostrophe in front where its first sign could start a formula, so that
/// nobody's spreadsheet computes what somebody typed into a note about a room.
///
/// ```
/// use domain::export::{guard, unguard};
/// assert_eq!(guard("=HYPERLINK(1)"), "'=HYPERLINK(1)");
/// assert_eq!(unguard(&guard("'tis")), "'tis");
/// ```
#[must_use]
pub fn guard(text: &str) -> Cow<'_, str> {
    if text.starts_with(RISKY) { Cow::Owned(format!("{GUARD}{text}")) } else { Cow::Borrowed(text) }
}

/// Text as it was before [`guard`].
#[must_use]
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix(GUARD).unwrap_or(cell)
}

/// Text as it was before [`guard`], of a cell that somebody may have typed: an apostrophe that guards nothing stays.
pub(crate) fn typed(cell: &str) -> &str {
    let plain = unguard(cell);
    if guard(plain) == cell { plain } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_start_a_formula_is_guarded_and_reads_back() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'", "''=1"] {
            let cell = guard(text);
            assert!(cell.starts_with(GUARD), "{text:?}");
            assert_eq!(unguard(&cell), text);
        }
        for text in ["", "Room 204", "2 - 3", " =1"] {
            assert_eq!(guard(text), text);
        }
    }
}
