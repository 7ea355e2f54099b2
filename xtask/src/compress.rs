//! Packs the built app once, as tightly as possible, so that the server never packs anything.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::Failure;
use crate::inputs::files_under;

/// What gets smaller; pictures and fonts are packed already.
const PACKABLE: [&str; 9] = ["html", "js", "css", "wasm", "json", "webmanifest", "svg", "txt", "ftl"];

/// Writes a `.br` and a `.gz` beside every file that gets smaller by it.
pub(crate) fn folder(app: &Path) -> Result<(), Failure> {
    for file in files_under(app)? {
        let is_packable =
            file.extension().is_some_and(|extension| PACKABLE.iter().any(|packable| extension == *packable));
        if is_packable {
            let path = app.join(file);
            let bytes = fs::read(&path).map_err(Failure::at(&path))?;
            brotli(&bytes, &beside(&path, "br"))?;
            gzip(&bytes, &beside(&path, "gz"))?;
        }
    }
    Ok(())
}

/// The name of a file's packed form: `app.js` and "br" give `app.js.br`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    PathBuf::from(name)
}

fn brotli(mut bytes: &[u8], target: &Path) -> Result<(), Failure> {
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = File::create(target).map_err(Failure::at(target))?;
    brotli::BrotliCompress(&mut bytes, &mut out, &settings).map(drop).map_err(Failure::at(target))
}

fn gzip(bytes: &[u8], target: &Path) -> Result<(), Failure> {
    let out = File::create(target).map_err(Failure::at(target))?;
    let mut encoder = GzEncoder::new(out, Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map(drop).map_err(Failure::at(target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_file_keeps_the_whole_name_of_the_one_it_packs() {
        assert_eq!(beside(Path::new("dist/a.js"), "br"), Path::new("dist/a.js.br"));
    }
}
