//! Every sentence a person reads, in every language.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Tree, numbered};

pub(super) fn every_language_has_the_same_messages(tree: &Tree) -> Vec<Finding> {
    let languages = messages(tree);
    let everything: BTreeSet<&str> = languages.values().flat_map(|ids| ids.keys().map(String::as_str)).collect();
    languages
        .iter()
        .flat_map(|(language, ids)| {
            everything
                .iter()
                .filter(|id| !ids.contains_key(**id))
                .map(move |id| Finding::new(&format!("locales/{language}"), 0, format!("has no message `{id}`")))
        })
        .collect()
}

pub(super) fn every_message_used_exists(tree: &Tree) -> Vec<Finding> {
    let languages = messages(tree);
    tree.under("src/", ".rs")
        .flat_map(|(path, text)| asked_for(text).into_iter().map(move |(line, id)| (path, line, id)))
        .filter(|(_, _, id)| !languages.values().any(|ids| ids.contains_key(id)))
        .map(|(path, line, id)| Finding::new(path, line, format!("no language has `{id}`")))
        .collect()
}

/// A message counts as used when its id stands anywhere in the app's source as a whole string, when
/// the source puts together such an id, as in `format!("month-{number}")`, or when another message
/// refers to it.
pub(super) fn every_message_is_used(tree: &Tree) -> Vec<Finding> {
    let source: String = tree.under("src/", ".rs").map(|(_, text)| text).collect();
    let sentences: String = tree.under("locales/", ".ftl").map(|(_, text)| text).collect();
    let is_used = |id: &str| {
        source.contains(&format!("\"{id}\""))
            || id.match_indices('-').any(|(at, _)| source.contains(&format!("\"{}-{{", &id[..at])))
            || sentences.contains(&format!("{{ {id} }}"))
            || sentences.contains(&format!("{{ {id}."))
    };
    messages(tree)
        .into_values()
        .flatten()
        .filter(|(id, _)| !is_used(id))
        .map(|(id, (path, line))| Finding::new(&path, line, format!("nothing uses the message `{id}`")))
        .collect()
}

/// By language and id, where each message stands.
fn messages(tree: &Tree) -> BTreeMap<String, BTreeMap<String, (String, usize)>> {
    let mut languages: BTreeMap<String, BTreeMap<_, _>> = BTreeMap::new();
    for (path, text) in tree.under("locales/", ".ftl") {
        let language = path.split('/').nth(1).unwrap_or(path);
        let language = language.trim_end_matches(".ftl").to_owned();
        let ids = languages.entry(language).or_default();
        for (line, words) in numbered(text) {
            if let Some(id) = defined(words) {
                ids.insert(id.to_owned(), (path.to_owned(), line));
            }
        }
    }
    languages
}

/// The id that a line of Fluent defines: letters, digits, `-` and `_` before an equals sign, with
/// no space before it.
fn defined(line: &str) -> Option<&str> {
    let id = line.split_once('=')?.0.trim_end();
    let is_id = id.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && id.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
    is_id.then_some(id)
}

/// The ids asked for by name, as in `text.get("today-title")`; the call may be broken over lines.
fn asked_for(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for call in ["text.get(", "text.with("] {
        for (at, _) in source.match_indices(call) {
            let rest = source[at + call.len()..].trim_start();
            if let Some((id, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                found.push((source[..at].matches('\n').count() + 1, id.to_owned()));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: (&str, &str) = ("locales/en/today.ftl", "today-title = Today\n# note = no\n");

    #[test]
    fn a_message_that_one_language_lacks_is_found() {
        let both = [EN, ("locales/es/today.ftl", "today-title = Hoy\nstart = Empezar\n")];
        let found = every_language_has_the_same_messages(&Tree::of(&both));
        assert_eq!(found, [Finding::new("locales/en", 0, "has no message `start`")]);
    }

    #[test]
    fn a_message_used_that_no_language_has_is_found_even_over_two_lines() {
        let page = "text.get(\"today-title\");\ntext.with(\n    \"today-gone\", &args);";
        let tree = Tree::of(&[EN, ("src/pages/today.rs", page)]);
        let found = every_message_used_exists(&tree);
        assert_eq!(found, [Finding::new("src/pages/today.rs", 2, "no language has `today-gone`")]);
    }

    #[test]
    fn a_message_that_nothing_uses_is_found() {
        let used = ("src/pages/today.rs", "match day { Today => \"today-title\" }");
        assert_eq!(every_message_is_used(&Tree::of(&[EN, used])), []);
        let composed = ("src/pages/today.rs", "text.get(&format!(\"today-{part}\"))");
        assert_eq!(every_message_is_used(&Tree::of(&[EN, composed])), []);
        assert_eq!(every_message_is_used(&Tree::of(&[EN])).len(), 1);
    }

    #[test]
    fn attributes_variants_and_continued_lines_are_not_messages() {
        let text = "    .label = Start\n   [one] a = b\n-brand = Throughline\n";
        assert!(text.lines().all(|line| defined(line).is_none()));
    }
}
