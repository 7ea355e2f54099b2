//! `app`: the browser app, optimised, with its service worker, packed for the wire, in `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::worker::Listing;

use crate::compress;
use crate::failure::Failure;
use crate::inputs;
use crate::shell::{program, root, run as run_program, step};
use crate::sizes::{self, Sizes};
use crate::tools;

/// Kept beside the app: the digest of what it was built from.
const MADE_FROM: &str = ".made-from";

/// Where the built app is.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the app unless the one in `dist/` was made from the very same sources.
pub(crate) fn run() -> Result<Sizes, Failure> {
    tools::for_the_app()?;
    let wanted = inputs::digest()?;
    match fs::read_to_string(dist().join(MADE_FROM)) {
        Ok(made_from) if made_from == wanted => println!("\ndist/ is up to date."),
        Ok(_) | Err(_) => build(&wanted)?,
    }
    let sizes = sizes::measure(&dist())?;
    println!("\n{sizes}");
    Ok(sizes)
}

/// Everything happens in a folder of its own, so that a build that fails leaves the last good one.
fn build(inputs: &str) -> Result<(), Failure> {
    let staged = root().join("target/dist-next");
    step("Building the app", "3 minutes the first time, then one", || {
        run_program(
            program("trunk")
                .args(["build", "--release", "--skip-version-check", "--dist"])
                .arg(&staged)
                .env("PATH", tools::path())
                // Trunk reads any value of this as a wish to have no colour, and fails on "1".
                .env_remove("NO_COLOR")
                // The compiler's message is the news, not where in Trunk it passed through.
                .env("RUST_BACKTRACE", "0"),
        )
    })?;
    step("Writing the service worker and packing every file", "10 seconds", || {
        write_worker(&staged)?;
        compress::folder(&staged)
    })?;
    let mark = staged.join(MADE_FROM);
    fs::write(&mark, inputs).map_err(Failure::at(&mark))?;
    if dist().is_dir() {
        fs::remove_dir_all(dist()).map_err(Failure::at(&dist()))?;
    }
    fs::rename(&staged, dist()).map_err(Failure::at(&dist()))
}

fn write_worker(app: &Path) -> Result<(), Failure> {
    let mut listing = Listing::default();
    for file in inputs::files_under(app)? {
        let bytes = fs::read(app.join(&file)).map_err(Failure::at(&file))?;
        listing.add(&format!("/{}", file.display()), &bytes);
    }
    let template = root().join("src/browser/worker.js");
    let text = fs::read_to_string(&template).map_err(Failure::at(&template))?;
    let worker = listing.worker(&text).map_err(Failure::Template)?;
    let path = app.join("sw.js");
    fs::write(&path, worker).map_err(Failure::at(&path))
}
