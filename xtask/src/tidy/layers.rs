//! What may be named where: the invariants of ARCHITECTURE.md that a search can check.

use super::{Finding, Tree, code};

pub(super) fn only_the_browser_folder_touches_the_browser(tree: &Tree) -> Vec<Finding> {
    tree.under("src/", ".rs")
        .filter(|(path, _)| !path.starts_with("src/browser"))
        .flat_map(|(path, text)| {
            named(path, text, &["web_sys", "js_sys", "gloo_", "gloo::"], |word| {
                format!("`{word}` belongs in src/browser only")
            })
        })
        .collect()
}

pub(super) fn the_domain_has_no_clock_no_files_and_no_chance(tree: &Tree) -> Vec<Finding> {
    const OUTSIDE: [&str; 13] = [
        "SystemTime",
        "Instant",
        "::now(",
        "std::fs",
        "std::net",
        "std::env",
        "std::io",
        "std::process",
        "std::thread",
        "println!",
        "rand::",
        "getrandom",
        "web_sys",
    ];
    tree.under("crates/domain/src/", ".rs")
        .flat_map(|(path, text)| {
            named(path, text, &OUTSIDE, |word| format!("`{word}` in the domain: take what it gives as an argument"))
        })
        .collect()
}

pub(super) fn the_context_is_read_in_one_place(tree: &Tree) -> Vec<Finding> {
    let uses = tree.under("src/", ".rs").flat_map(|(path, text)| {
        named(path, text, &["use_context"], |_| String::from("`use_context` a second time: pages use the one hook"))
    });
    let (imports, calls): (Vec<_>, Vec<_>) = uses.partition(|finding| {
        tree.0[&finding.path].lines().nth(finding.line - 1).is_some_and(|line| line.trim_start().starts_with("use "))
    });
    drop(imports);
    calls.into_iter().skip(1).collect()
}

pub(super) fn sql_lives_in_the_store(tree: &Tree) -> Vec<Finding> {
    // The benchmark asks other databases on its own, the simulator puts a fuse into the server's, and a test damages one.
    const PLACES: [&str; 6] = [
        "crates/server/src/store",
        "crates/server/migrations",
        "crates/server/benches",
        "crates/server/tests/killed/together.rs",
        "crates/server/tests/sync/restored.rs",
        "crates/simulator/src/fuse.rs",
    ];
    let is_store = |path: &str| PLACES.iter().any(|place| path.starts_with(place));
    ["src/", "crates/"]
        .into_iter()
        .flat_map(|folder| tree.under(folder, ".rs"))
        .filter(|(path, _)| !is_store(path))
        .flat_map(|(path, text)| code(text).map(move |(line, code)| (path, line, code)))
        .filter(|(_, _, code)| is_sql(&code.to_lowercase()))
        .map(|(path, line, _)| Finding::new(path, line, "SQL belongs in the server's store"))
        .collect()
}

fn is_sql(line: &str) -> bool {
    let has = |words: &str| line.contains(words);
    has("sqlx::query")
        || has("\"insert into ")
        || has("\"delete from ")
        || has("\"create table ")
        || (has("\"select ") && has(" from "))
        || (has("\"update ") && has(" set "))
}

fn named(path: &str, text: &str, words: &[&str], rule: impl Fn(&str) -> String) -> Vec<Finding> {
    code(text)
        .filter_map(|(line, code)| {
            let word = words.iter().find(|word| code.contains(**word))?;
            Some(Finding::new(path, line, rule(word)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_uses_web_sys_is_found_and_the_browser_folder_is_not() {
        let tree = Tree::of(&[
            ("src/pages/today.rs", "\nuse web_sys::window;"),
            ("src/browser/clock.rs", "use web_sys::window;"),
            ("tests/browser/boot.rs", "use web_sys::window;"),
        ]);
        let found = only_the_browser_folder_touches_the_browser(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].path.as_str(), found[0].line), ("src/pages/today.rs", 2));
    }

    #[test]
    fn a_clock_in_the_domain_is_found_but_not_one_in_a_comment() {
        let found = |text| {
            the_domain_has_no_clock_no_files_and_no_chance(&Tree::of(&[("crates/domain/src/time.rs", text)])).len()
        };
        assert_eq!(found("let at = Timestamp::now();"), 1);
        assert_eq!(found("/// Never `Timestamp::now()`."), 0);
    }

    #[test]
    fn the_second_use_of_the_context_is_found_and_imports_do_not_count() {
        let hook = ("src/state.rs", "use yew::use_context;\nlet state = use_context::<State>();");
        assert_eq!(the_context_is_read_in_one_place(&Tree::of(&[hook])), []);
        let page = ("src/pages/today.rs", "let state = use_context::<State>();");
        assert_eq!(the_context_is_read_in_one_place(&Tree::of(&[hook, page])).len(), 1);
    }

    #[test]
    fn sql_in_a_handler_is_found_and_in_the_store_is_not() {
        let sql = "let sql = \"select id from visit\";";
        let tree = Tree::of(&[("crates/server/src/api/pull.rs", sql), ("crates/server/src/store/visit.rs", sql)]);
        let found = sql_lives_in_the_store(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "crates/server/src/api/pull.rs");
    }
}
