//! What the person can paste elsewhere.

/// Puts text there; a browser that does not let a page do so leaves it as it is.
pub fn copy(text: &str) {
    if let Some(window) = web_sys::window() {
        // The promise's failure is a browser's own refusal: the text stands on the page to be copied by hand.
        let _ = window.navigator().clipboard().write_text(text);
    }
}
