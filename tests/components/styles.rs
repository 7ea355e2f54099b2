//! The stylesheet, read as text: contrast, tokens, and that nothing is forgotten.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const SHEETS: [&str; 5] = ["index", "tokens", "base", "layout", "print"];

/// All styles as one text, the order of the layers first: what `cargo xtask styles` makes of them.
pub(crate) fn all_styles() -> String {
    SHEETS
        .iter()
        .map(|name| root().join(format!("styles/{name}.css")))
        .chain(component_sheets())
        .map(|path| read(&path))
        .collect()
}

#[test]
fn only_the_tokens_name_a_raw_colour() {
    for path in ["base", "layout", "print"]
        .map(|name| root().join(format!("styles/{name}.css")))
        .into_iter()
        .chain(component_sheets())
    {
        let css = read(&path);
        assert!(!css.contains("!important"), "{} uses !important", path.display());
        for raw in ["#", "rgb(", "hsl("] {
            assert!(!css.contains(raw), "{} names a raw colour with {raw}", path.display());
        }
    }
}

#[test]
fn every_stylesheet_has_the_name_of_a_component_or_of_a_page() {
    for path in component_sheets() {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_");
        let component = root().join(format!("src/components/{name}.rs"));
        let page = root().join(format!("src/pages/{name}/mod.rs"));
        // What index.html shows before the program has loaded is neither.
        assert!(name == "boot" || component.is_file() || page.is_file(), "{name} is nobody's stylesheet");
    }
}

#[test]
fn every_class_a_component_writes_has_a_rule() {
    let css = all_styles();
    for class in components().split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        for name in class.split(' ') {
            let ends_there = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-');
            let is_styled = css.split(&format!(".{name}")).skip(1).any(ends_there);
            assert!(is_styled, "no rule for .{name}");
        }
    }
}

#[test]
fn the_start_page_and_the_manifest_name_files_that_exist() {
    let page = read(&root().join("index.html"));
    let manifest = read(&root().join("public/manifest.webmanifest"));
    let named = page.split("href=\"/").chain(page.split("src=\"/")).chain(manifest.split("\"src\": \"/"));
    for file in named.filter_map(|rest| rest.split('"').next()).filter(|name| name.contains('.') && !name.contains('<'))
    {
        assert!(root().join("public").join(file).is_file(), "public/{file} is missing");
    }
    assert!(!page.contains("<script>"), "the content policy allows no inline script");
}

#[test]
fn every_token_that_is_used_is_defined() {
    let css = all_styles();
    for name in css.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()) {
        assert!(css.contains(&format!("{name}:")), "{name} is used and never defined");
    }
}

#[test]
fn dark_chosen_and_dark_by_the_device_are_the_same() {
    let tokens = tokens();
    assert_eq!(block(&tokens, ":root[data-theme=\"dark\"] {"), block(&tokens, ":root:not([data-theme=\"light\"]) {"));
}

#[test]
fn text_has_a_contrast_of_7_in_both_themes() {
    let grounds = ["paper", "card", "sunk"];
    let texts = ["ink", "ink-2", "accent", "run-ink", "met", "close", "below", "unclear"];
    let mut pairs: Vec<(&str, &str)> = texts.iter().flat_map(|text| grounds.map(|ground| (*text, ground))).collect();
    pairs.extend([
        ("accent-ink", "accent"),
        ("accent-ink", "accent-deep"),
        ("chosen-ink", "chosen"),
        ("bar-ink", "bar"),
        ("bar-ink-2", "bar"),
        ("bar-run", "bar"),
        ("bar-ink", "bar-chosen"),
        ("ink", "accent-soft"),
        ("ink", "run-soft"),
        ("run-ink", "run-soft"),
        ("accent", "accent-soft"),
    ]);
    assert_contrast(&pairs, 7.0);
}

#[test]
fn lines_that_carry_meaning_have_a_contrast_of_3_in_both_themes() {
    let mut pairs: Vec<(&str, &str)> = ["paper", "card", "sunk"].map(|ground| ("edge", ground)).to_vec();
    pairs.extend([
        ("bar-edge", "bar"),
        ("run", "paper"),
        ("run", "card"),
        ("run", "sunk"),
        ("run", "run-soft"),
        ("met", "met-soft"),
        ("close", "close-soft"),
        ("below", "below-soft"),
        ("unclear", "unclear-soft"),
        ("ink", "met-soft"),
        ("ink", "close-soft"),
        ("ink", "below-soft"),
        ("ink", "unclear-soft"),
        ("accent", "accent-soft"),
    ]);
    assert_contrast(&pairs, 3.0);
}

fn assert_contrast(pairs: &[(&str, &str)], least: f64) {
    let tokens = tokens();
    for (theme, selector) in [("light", ":root {"), ("dark", ":root[data-theme=\"dark\"] {")] {
        let colours = block(&tokens, selector);
        for (front, ground) in pairs {
            let found = contrast(&colours[*front], &colours[*ground]);
            assert!(found >= least, "{theme}: {front} on {ground} has {found:.2}, needs {least}");
        }
    }
}

/// WCAG 2.2, "contrast ratio" and "relative luminance".
fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value =
            f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap_or_else(|_| panic!("{hex} is not #rrggbb")))
                / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// The custom properties of the first rule with this selector.
fn block(css: &str, selector: &str) -> BTreeMap<String, String> {
    let body = css
        .split(selector)
        .nth(1)
        .and_then(|rest| rest.split('}').next())
        .unwrap_or_else(|| panic!("no rule {selector}"));
    body.split(';')
        .filter_map(|line| line.rsplit("--").next()?.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// All components' sources as one text.
fn components() -> String {
    let folder = root().join("src/components");
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.filter_map(|entry| Some(read(&entry.ok()?.path()))).collect()
}

fn tokens() -> String {
    read(&root().join("styles/tokens.css"))
}

fn component_sheets() -> Vec<PathBuf> {
    let folder = root().join("styles/components");
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut sheets: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    sheets.sort();
    sheets
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
