//! Files that a person saves and opens.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};
use yew::Callback;

use super::tasks;

/// Hands a text over as a file.
pub fn save(name: &str, kind: &str, contents: &str) {
    // Without a document there is nobody to hand it to.
    let _ = offer(name, kind, contents);
}

fn offer(name: &str, kind: &str, contents: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(contents));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    offer_address(name, &address);
    // The browser needs the address for a moment after the click.
    tasks::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// Hands over what is at an address of the page's own, such as a `data:` one.
pub fn offer_address(name: &str, address: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(link) = document.and_then(|document| document.create_element("a").ok()) {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(address);
        link.set_download(name);
        link.click();
    }
}

/// A file that a person chose; its bytes stay with the browser until they are sent.
#[derive(Debug, Clone)]
pub struct Chosen(File);

impl Chosen {
    /// Its name, without where it lies.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// How many bytes it has; one that is too large to be sent has the most there are.
    #[must_use]
    pub fn size(&self) -> u32 {
        let size = self.0.size();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded above; a size is whole")]
        if size < f64::from(u32::MAX) { size as u32 } else { u32::MAX }
    }
}

/// Files with a line before them, as one body to be sent.
///
/// # Errors
/// What the browser says.
pub fn behind(line: &str, files: &[Chosen]) -> Result<Blob, JsValue> {
    let parts = Array::of1(&JsValue::from_str(line));
    files.iter().for_each(|Chosen(file)| _ = parts.push(file));
    Blob::new_with_blob_sequence(&parts)
}

/// Asks for a file and reads it as text.
pub fn open(kinds: &str, on_text: Callback<String>) {
    choose(kinds, |Chosen(file)| async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        on_text.emit(text.unwrap_or_default());
    });
}

/// Asks for a file.
pub fn choose<F: Future<Output = ()> + 'static>(kinds: &str, then: impl FnOnce(Chosen) -> F + 'static) {
    ask(kinds, false, move |files| {
        if let Some(file) = files.into_iter().next() {
            tasks::spawn(then(file));
        }
    });
}

/// Asks for one or more files.
pub fn choose_several<F: Future<Output = ()> + 'static>(kinds: &str, then: impl FnOnce(Vec<Chosen>) -> F + 'static) {
    ask(kinds, true, move |files| {
        if !files.is_empty() {
            tasks::spawn(then(files));
        }
    });
}

fn ask(kinds: &str, several: bool, then: impl FnOnce(Vec<Chosen>) + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Ok(element) = document.create_element("input") else { return };
    let input: HtmlInputElement = element.unchecked_into();
    input.set_type("file");
    input.set_accept(kinds);
    input.set_multiple(several);
    let chosen = input.clone();
    let listener = gloo_events::EventListener::once(&input, "change", move |_| {
        let files = chosen.files();
        let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|place| files.get(place)));
        then(files.map(Chosen).collect());
    });
    listener.forget();
    input.click();
}
