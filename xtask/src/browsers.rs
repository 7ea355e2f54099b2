//! The browsers that the tests drive, and the PostgreSQL that they start: installed where we know how, found where we
//! do not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::shell::{answer, on_path, program, run, step};
use crate::tools;

/// A browser and the driver that tests speak to.
pub(crate) struct Found {
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Which browsers the tests will use. One that is absent has been announced as such.
pub(crate) struct Browsers {
    chromium: Option<Found>,
    webkit: Option<Found>,
    firefox: Option<Found>,
}

const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// Where distributions put WebKitGTK's little browser, which is not on the PATH.
const MINI_BROWSERS: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/webkit2gtk-4.1/MiniBrowser",
];

/// Installs what is missing with apt on Debian and Ubuntu, and says what the tests will run in.
pub(crate) fn ready() -> Result<Browsers, Failure> {
    if let Some(packages) = Distribution::here().map(missing_packages) {
        install(&packages)?;
    }
    let browsers = Browsers { chromium: chromium(), webkit: webkit(), firefox: firefox() };
    browsers.announce()?;
    Ok(browsers)
}

impl Browsers {
    /// Tells the tests, through the environment, where each browser and its driver are.
    pub(crate) fn describe_to(&self, command: &mut Command) {
        for (name, found) in self.by_name() {
            if let Some(found) = found {
                command.env(format!("THROUGHLINE_{}", name.to_uppercase()), &found.browser);
                command.env(format!("THROUGHLINE_{}_DRIVER", name.to_uppercase()), &found.driver);
            }
        }
    }

    /// The module names of the tests that have no browser here.
    pub(crate) fn absent(&self) -> impl Iterator<Item = &'static str> {
        self.by_name().into_iter().filter(|(_, found)| found.is_none()).map(|(name, _)| name)
    }

    fn by_name(&self) -> [(&'static str, Option<&Found>); 3] {
        [("chromium", self.chromium.as_ref()), ("webkit", self.webkit.as_ref()), ("firefox", self.firefox.as_ref())]
    }

    fn announce(&self) -> Result<(), Failure> {
        println!("\nThe browser tests run in:");
        for (name, found) in self.by_name() {
            match found {
                Some(found) => println!("  {name:<9} {} driven by {}", found.browser.display(), found.driver.display()),
                None => println!("  {name:<9} NOT TESTED: {}", remedy(name)),
            }
        }
        match self.by_name().iter().any(|(_, found)| found.is_some()) {
            true => Ok(()),
            false => Err(Failure::NoBrowser),
        }
    }
}

fn remedy(name: &str) -> &'static str {
    match name {
        "chromium" => "put `chromium` (or `google-chrome`) and `chromedriver` on the PATH",
        "webkit" => {
            "needs WebKitGTK's `WebKitWebDriver` on the PATH, its MiniBrowser, and `xvfb-run` \
             (Linux only; Debian: webkit2gtk-driver and xvfb)"
        }
        _ => "put `firefox` on the PATH; its driver is then built from crates.io",
    }
}

fn chromium() -> Option<Found> {
    Some(Found { browser: on_path(&CHROMIUM)?, driver: on_path(&["chromedriver"])? })
}

fn webkit() -> Option<Found> {
    let browser = MINI_BROWSERS.iter().map(PathBuf::from).find(|path| path.is_file())?;
    on_path(&["xvfb-run"])?;
    Some(Found { browser, driver: on_path(&["WebKitWebDriver"])? })
}

/// Firefox is tested wherever its driver can be had; a driver that does not build is announced.
fn firefox() -> Option<Found> {
    let browser = on_path(&FIREFOX)?;
    let driver = match on_path(&["geckodriver"]) {
        Some(driver) => driver,
        None => tools::geckodriver().inspect_err(|failure| println!("    {failure}")).ok()?,
    };
    Some(Found { browser, driver })
}

/// The two families whose package names we know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Distribution {
    Debian,
    Ubuntu,
}

impl Distribution {
    fn here() -> Option<Distribution> {
        Distribution::read(&fs::read_to_string("/etc/os-release").ok()?)
    }

    fn read(os_release: &str) -> Option<Distribution> {
        let is = |id: &str| {
            os_release.lines().any(|line| {
                line.strip_prefix("ID=")
                    .or_else(|| line.strip_prefix("ID_LIKE="))
                    .is_some_and(|ids| ids.trim_matches('"').split(' ').any(|candidate| candidate == id))
            })
        };
        // Ubuntu says that it is like Debian, so it is asked for first.
        match (is("ubuntu"), is("debian")) {
            (true, _) => Some(Distribution::Ubuntu),
            (false, true) => Some(Distribution::Debian),
            (false, false) => None,
        }
    }
}

fn missing_packages(distribution: Distribution) -> Vec<&'static str> {
    let (chromium, driver, firefox) = match distribution {
        Distribution::Debian => ("chromium", "chromium-driver", "firefox-esr"),
        Distribution::Ubuntu => ("chromium-browser", "chromium-chromedriver", "firefox"),
    };
    let has_mini_browser = MINI_BROWSERS.iter().any(|path| Path::new(path).is_file());
    [
        (chromium, on_path(&CHROMIUM).is_none()),
        (driver, on_path(&["chromedriver"]).is_none()),
        (firefox, on_path(&FIREFOX).is_none()),
        ("webkit2gtk-driver", on_path(&["WebKitWebDriver"]).is_none() || !has_mini_browser),
        ("xvfb", on_path(&["xvfb-run"]).is_none()),
        ("xauth", on_path(&["xauth"]).is_none()),
        ("postgresql", !Path::new("/usr/lib/postgresql").is_dir() && on_path(&["initdb"]).is_none()),
        ("g++", on_path(&["c++", "g++", "clang++"]).is_none()),
        ("fonts-dejavu-core", !Path::new("/usr/share/fonts/truetype/dejavu").is_dir()),
    ]
    .into_iter()
    .filter_map(|(package, is_missing)| is_missing.then_some(package))
    .collect()
}

fn install(packages: &[&str]) -> Result<(), Failure> {
    if packages.is_empty() {
        return Ok(());
    }
    step(&format!("Installing with apt: {}", packages.join(" ")), "2 minutes, once", || {
        run(as_root("apt-get").args(["update", "--quiet"]))?;
        run(as_root("apt-get").args(["install", "--yes", "--quiet"]).args(packages))
    })
}

fn as_root(name: &str) -> Command {
    let is_root = answer(program("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = match is_root {
        true => program("env"),
        false => program("sudo"),
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", name]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distribution_is_known_by_itself_or_by_what_it_is_like() {
        assert_eq!(Distribution::read("ID=debian\n"), Some(Distribution::Debian));
        assert_eq!(Distribution::read("ID=ubuntu\nID_LIKE=debian\n"), Some(Distribution::Ubuntu));
        assert_eq!(Distribution::read("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), Some(Distribution::Ubuntu));
        assert_eq!(Distribution::read("ID=fedora\nVERSION_ID=43\n"), None);
    }
}
