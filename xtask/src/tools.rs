//! What the build needs beyond Rust itself, all of it in `target/tools` and at fixed versions.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::shell::{answer, cargo, on_path, program, root, run, step};

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.1";
const DUCKDB: &str = "1.5.6-r.1";

const NPM_MISSING: Failure = Failure::Missing {
    what: "npm",
    remedy: "Install Node.js (https://nodejs.org or `apt-get install nodejs npm`); wasm-opt and \
             the accessibility rules come from there.",
};

/// Makes sure that everything the app build needs is there.
pub(crate) fn for_the_app() -> Result<(), Failure> {
    wasm_target()?;
    cargo_tool("trunk", TRUNK, &["--locked"], "4 minutes, once")?;
    // Its own lock file names a yanked crate, hence no `--locked`.
    let version = locked_version("wasm-bindgen")?;
    cargo_tool("wasm-bindgen-cli", &version, &[], "a minute, once")?;
    npm_tools()
}

/// Firefox's driver; only a reason to go on without Firefox when it cannot be built.
pub(crate) fn geckodriver() -> Result<PathBuf, Failure> {
    cargo_tool("geckodriver", GECKODRIVER, &["--locked"], "2 minutes, once")?;
    Ok(tools().join("bin/geckodriver"))
}

/// PATH with our own tools in front, for Trunk to find the versions we chose.
pub(crate) fn path() -> OsString {
    let ours = [tools().join("bin"), npm().join("node_modules/.bin")];
    let inherited = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.into_iter().chain(env::split_paths(&inherited))).unwrap_or(inherited)
}

/// The accessibility rules, as one script to run inside a page.
pub(crate) fn axe() -> PathBuf {
    npm().join("node_modules/axe-core/axe.min.js")
}

fn tools() -> PathBuf {
    root().join("target/tools")
}

fn npm() -> PathBuf {
    tools().join("npm")
}

fn wasm_target() -> Result<(), Failure> {
    let sysroot = answer(program("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        return Ok(());
    }
    step("Adding the wasm32-unknown-unknown target to Rust", "half a minute, once", || {
        run(program("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
    })
}

/// Builds a tool with cargo unless that very version is there. Cargo's own list of what it has
/// installed is the record, so a half-finished install is done again.
fn cargo_tool(name: &str, version: &str, flags: &[&str], usually: &str) -> Result<(), Failure> {
    let installed = fs::read_to_string(tools().join(".crates.toml")).unwrap_or_default();
    if installed.contains(&format!("\"{name} {version} ")) {
        return Ok(());
    }
    let scratch = root().join("target/tools-build");
    step(&format!("Installing {name} {version} into target/tools"), usually, || {
        run(cargo()
            .args(["install", name, "--version", &format!("={version}")])
            .args(flags)
            .arg("--root")
            .arg(tools())
            .arg("--target-dir")
            .arg(&scratch)
            // A tool that runs for a second is not worth minutes of link-time optimisation.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"))
    })
}

/// DuckDB, to be measured against; 60 MB that nothing else needs.
pub(crate) fn duckdb() -> Result<(), Failure> {
    npm_packages("DuckDB", &[("@duckdb/node-api", DUCKDB)])
}

/// PouchDB and its server, to be measured against: where its packages are.
pub(crate) fn pouchdb() -> Result<PathBuf, Failure> {
    let (from, to) = (root().join("benches/pouchdb"), tools().join("pouchdb"));
    let wanted = fs::read(from.join("package-lock.json")).map_err(Failure::at(&from))?;
    if fs::read(to.join("package-lock.json")).is_ok_and(|there| there == wanted) && to.join("node_modules").exists() {
        return Ok(to);
    }
    if on_path(&["npm"]).is_none() {
        return Err(NPM_MISSING);
    }
    fs::create_dir_all(&to).map_err(Failure::at(&to))?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(from.join(name), to.join(name)).map_err(Failure::at(&to))?;
    }
    step("Installing PouchDB from npm into target/tools", "half a minute, once", || {
        run(program("npm").args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(&to))
    })?;
    Ok(to)
}

fn npm_tools() -> Result<(), Failure> {
    npm_packages("wasm-opt and axe", &[("binaryen", BINARYEN), ("axe-core", AXE)])
}

fn npm_packages(what: &str, wanted: &[(&str, &str)]) -> Result<(), Failure> {
    if wanted.iter().all(|(package, version)| npm_has(package, version)) {
        return Ok(());
    }
    if on_path(&["npm"]).is_none() {
        return Err(NPM_MISSING);
    }
    fs::create_dir_all(npm()).map_err(Failure::at(&npm()))?;
    step(&format!("Installing {what} from npm into target/tools"), "half a minute, once", || {
        run(program("npm")
            .args(["install", "--no-audit", "--no-fund", "--no-package-lock", "--prefix"])
            .arg(npm())
            .args(wanted.iter().map(|(package, version)| format!("{package}@{version}"))))
    })
}

fn npm_has(package: &str, version: &str) -> bool {
    let manifest = npm().join("node_modules").join(package).join("package.json");
    fs::read_to_string(manifest).is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
}

/// The glue that wasm-bindgen writes only fits the library of the same version.
fn locked_version(package: &'static str) -> Result<String, Failure> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Failure::at(&path))?;
    version_in(&lock, package).ok_or(Failure::Unlocked { package })
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split('"').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_locked_package_is_found_by_its_whole_name() {
        let lock = "name = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "yew"), None);
    }
}
