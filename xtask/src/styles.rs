//! `styles`: all stylesheets as one file, so that a slow line carries one request instead of forty.
//! Trunk calls this before it builds. The order of the files does not matter, because every rule is
//! in a layer; the file that sets the order of the layers comes first.

use std::fs;

use crate::failure::Failure;
use crate::inputs::files_under;
use crate::shell::root;

const LAYERS: &str = "index.css";

/// Writes `target/styles.css`, which `index.html` links to.
pub(crate) fn run() -> Result<(), Failure> {
    let folder = root().join("styles");
    let mut files = files_under(&folder)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    files.sort_by_key(|file| (!file.ends_with(LAYERS), file.clone()));
    let mut sheets = String::new();
    for file in files {
        let path = folder.join(file);
        sheets.push_str(&fs::read_to_string(&path).map_err(Failure::at(&path))?);
        sheets.push('\n');
    }
    let joined = root().join("target/styles.css");
    fs::write(&joined, sheets).map_err(Failure::at(&joined))
}
