//! One place for colours, and no stylesheet that nobody loads.

use super::{Finding, Tree, numbered};

/// What `cargo xtask styles` makes of all stylesheets; a page that loads it loads every one.
const JOINED: &str = "target/styles.css";

const TOKENS: &str = "styles/tokens.css";

pub(super) fn colours_live_in_the_tokens(tree: &Tree) -> Vec<Finding> {
    tree.under("styles/", ".css")
        .filter(|(path, _)| *path != TOKENS)
        .flat_map(|(path, text)| numbered(text).map(move |(line, words)| (path, line, words)))
        .filter(|(_, _, words)| has_colour(words))
        .map(|(path, line, _)| Finding::new(path, line, format!("colours belong in {TOKENS}")))
        .collect()
}

pub(super) fn every_component_sheet_is_imported(tree: &Tree) -> Vec<Finding> {
    let importers: String = tree
        .files()
        .filter(|(path, _)| path.ends_with(".css") || *path == "index.html")
        .map(|(_, text)| text)
        .collect();
    tree.under("styles/components/", ".css")
        .filter(|(path, _)| !importers.contains(path.trim_start_matches("styles/")))
        .filter(|_| !importers.contains(JOINED))
        .map(|(path, _)| Finding::new(path, 0, "no stylesheet and no page loads this"))
        .collect()
}

/// Whether the value of a declaration spells a colour out.
fn has_colour(line: &str) -> bool {
    let Some((_, value)) = line.split_once(':') else {
        return false;
    };
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab("];
    functions.iter().any(|function| value.contains(function)) || value.split('#').skip(1).any(starts_with_hex)
}

fn starts_with_hex(text: &str) -> bool {
    let word = text.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or("");
    [3, 4, 6, 8].contains(&word.len()) && word.chars().all(|letter| letter.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_spelt_out_in_a_component_is_found_and_a_token_is_not() {
        let tree = Tree::of(&[
            (TOKENS, "--ink: #1a1a1a;"),
            ("styles/components/dock.css", "color: var(--ink);\nborder: 1px solid #abc;"),
            ("styles/components/band.css", "fill: rgb(1 2 3);\n#add { color: var(--ink); }"),
        ]);
        let found: Vec<_> =
            colours_live_in_the_tokens(&tree).into_iter().map(|finding| (finding.path, finding.line)).collect();
        assert_eq!(
            found,
            [(String::from("styles/components/band.css"), 1), (String::from("styles/components/dock.css"), 2)]
        );
    }

    #[test]
    fn a_component_sheet_that_nothing_imports_is_found() {
        let tree = Tree::of(&[
            ("styles/main.css", "@import \"./components/dock.css\";"),
            ("styles/components/dock.css", ""),
            ("styles/components/lost.css", ""),
        ]);
        let found = every_component_sheet_is_imported(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "styles/components/lost.css");
    }

    #[test]
    fn a_page_that_loads_the_joined_sheet_loads_every_component() {
        let tree = Tree::of(&[
            ("index.html", "<link data-trunk rel=css href=target/styles.css>"),
            ("styles/components/dock.css", ""),
        ]);
        assert_eq!(every_component_sheet_is_imported(&tree), []);
    }
}
