//! What the sentences of several commands have in common.

use std::fmt::Write;

use domain::rostering::Counts;

/// How many of a kind are listed one by one.
const MOST_LISTED: usize = 20;

pub(super) fn line(said: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    let _ = writeln!(said, "{words}");
}

pub(super) fn counts(said: &mut String, what: &str, counts: Counts) {
    let Counts { added, changed, gone, same } = counts;
    line(said, format_args!("  {what:<9} {added:>6} new {changed:>6} changed {gone:>6} gone {same:>6} the same"));
}

pub(super) fn list(said: &mut String, title: &str, items: impl ExactSizeIterator<Item = String>) {
    let all = items.len();
    list_of(said, title, items, all);
}

/// The same of items that may be only the first of them all.
pub(super) fn list_of(said: &mut String, title: &str, items: impl Iterator<Item = String>, all: usize) {
    if all == 0 {
        return;
    }
    line(said, format_args!("{title}:"));
    items.take(MOST_LISTED).for_each(|item| line(said, format_args!("  {item}")));
    if all > MOST_LISTED {
        line(said, format_args!("  and {} more", all - MOST_LISTED));
    }
}
