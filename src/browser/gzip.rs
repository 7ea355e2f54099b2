//! Packing what is sent: the browser's own gzip.

use js_sys::{Array, Function, Reflect, Uint8Array, global};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableWritablePair, Response};

/// Texts no longer than this go as they are: they fit into one packet.
const SMALL: usize = 1_400;

/// A text packed; `None` where that is not worth it, or the browser cannot (Safari before 16.4, Firefox before 113).
pub(super) async fn gzip(text: &str) -> Option<Uint8Array> {
    if text.len() <= SMALL {
        return None;
    }
    // web-sys has it among what may still change.
    let packer: Function = Reflect::get(&global(), &"CompressionStream".into()).ok()?.dyn_into().ok()?;
    let packer = Reflect::construct(&packer, &Array::of1(&"gzip".into())).ok()?;
    let text = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text))).ok()?;
    let packed = text.stream().pipe_through(packer.unchecked_ref::<ReadableWritablePair>());
    let packed = Response::new_with_opt_readable_stream(Some(&packed)).ok()?.array_buffer().ok()?;
    Some(Uint8Array::new(&JsFuture::from(packed).await.ok()?))
}
