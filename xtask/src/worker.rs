//! The service worker of one build: the template in `src/browser/worker.js` with the build's id
//! and the SHA-256 of every file filled in.

use std::collections::BTreeMap;
use std::fmt;

use sha2::{Digest, Sha256};

const BUILD_MARK: &str = "@build@";
const FILES_MARK: &str = "/* @files@ */";

/// The files of one build by their path on the server, such as `/index.html`, each with the
/// SHA-256 of its bytes.
#[derive(Debug, Default)]
pub struct Listing(BTreeMap<String, String>);

impl Listing {
    /// Notes one file; a path noted twice keeps the later bytes.
    pub fn add(&mut self, path: &str, bytes: &[u8]) {
        self.0.insert(path.to_owned(), hex(&Sha256::digest(bytes)));
    }

    /// Names the build by its content: 16 hexadecimal digits, the same for the same files.
    pub fn build_id(&self) -> String {
        let mut hash = Sha256::new();
        for (path, digest) in &self.0 {
            hash.update(path);
            hash.update([0]);
            hash.update(digest);
        }
        hex(&hash.finalize()[..8])
    }

    /// The worker's text.
    ///
    /// # Errors
    /// When the template has lost one of the two marks that are filled in here.
    pub fn worker(&self, template: &str) -> Result<String, TemplateError> {
        for mark in [BUILD_MARK, FILES_MARK] {
            if template.matches(mark).count() != 1 {
                return Err(TemplateError { mark });
            }
        }
        let files: Vec<String> = self.0.iter().map(|(path, digest)| format!("  {path:?}: \"{digest}\",\n")).collect();
        Ok(template.replace(BUILD_MARK, &self.build_id()).replace(FILES_MARK, &format!("\n{}", files.concat())))
    }
}

/// The worker's template must hold this mark exactly once.
#[derive(Debug)]
pub struct TemplateError {
    /// The text that was looked for.
    pub mark: &'static str,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the service worker's template must hold `{}` exactly once", self.mark)
    }
}

impl std::error::Error for TemplateError {}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = include_str!("../../src/browser/worker.js");

    #[test]
    fn another_byte_in_any_file_makes_another_build() {
        let mut ours = Listing::default();
        ours.add("/index.html", b"one");
        let before = ours.build_id();
        ours.add("/index.html", b"two");
        assert_ne!(before, ours.build_id());
    }

    #[test]
    fn the_worker_names_its_build_and_every_file_with_its_digest() -> Result<(), TemplateError> {
        let mut ours = Listing::default();
        ours.add("/index.html", b"abc");
        let worker = ours.worker(TEMPLATE)?;
        assert!(worker.contains(&ours.build_id()));
        // FIPS 180-4, the example "abc".
        assert!(
            worker.contains("\"/index.html\": \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")
        );
        assert!(!worker.contains('@'));
        Ok(())
    }

    #[test]
    fn a_template_without_a_place_for_the_files_is_refused() {
        assert!(Listing::default().worker("const BUILD = \"@build@\";").is_err());
    }
}
