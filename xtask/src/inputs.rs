//! What the app is made from, as one digest: whether a build is needed is decided by content, not
//! by file times, which a fresh clone or a branch switch makes meaningless.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::shell::root;

/// Every file and folder that can change what ends up in `dist/`; one that does not exist counts
/// as empty.
const INPUTS: [&str; 13] = [
    "src",
    "crates/domain",
    "styles",
    "locales",
    "public",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo",
    "xtask/src/app.rs",
    "xtask/src/compress.rs",
    "xtask/src/worker.rs",
];

/// The digest of the paths and bytes of everything the app is made from.
pub(crate) fn digest() -> Result<String, Failure> {
    let mut hash = Sha256::new();
    for input in INPUTS {
        let path = root().join(input);
        match path.is_dir() {
            true => {
                for file in files_under(&path)? {
                    add(&mut hash, &path.join(file))?;
                }
            }
            false if path.is_file() => add(&mut hash, &path)?,
            false => {}
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The files of a folder and all folders in it, relative to it, in the order of their names.
pub(crate) fn files_under(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current).map_err(Failure::at(&current))? {
            let path = entry.map_err(Failure::at(&current))?.path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.extend(path.strip_prefix(folder).map(Path::to_owned)),
            }
        }
    }
    found.sort();
    Ok(found)
}

fn add(hash: &mut Sha256, path: &Path) -> Result<(), Failure> {
    let bytes = fs::read(path).map_err(Failure::at(path))?;
    hash.update(path.strip_prefix(root()).unwrap_or(path).to_string_lossy().as_bytes());
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
    Ok(())
}
