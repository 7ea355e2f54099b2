//! What the app's page may do: run its own scripts and WebAssembly, talk to this server, and nothing else.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// The content security policy of a page. Its inline scripts are allowed by the hash of their text, so that no other
/// can be slipped in. Style attributes are allowed: a bar's length is one.
pub(super) fn of(page: &str) -> String {
    let mut scripts = String::from("'self' 'wasm-unsafe-eval'");
    for script in inline_scripts(page) {
        scripts.push_str(" 'sha256-");
        scripts.push_str(&Base64::encode_string(&Sha256::digest(script.as_bytes())));
        scripts.push('\'');
    }
    format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; style-src-attr 'unsafe-inline'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
}

/// The texts of scripts without a `src`. The page is our own build's, so its tags are written plainly.
fn inline_scripts(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        let Some((text, after)) = after.split_once("</script>") else {
            break;
        };
        if !tag.split_whitespace().any(|part| part.starts_with("src=")) {
            found.push(text);
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_allowed_by_hash_and_files_by_origin() {
        let page = "<script src=\"/a.js\"></script><script type=module>\nimport x\n</script>";
        assert_eq!(inline_scripts(page), ["\nimport x\n"]);
        insta::assert_snapshot!(of(page));
    }
}
