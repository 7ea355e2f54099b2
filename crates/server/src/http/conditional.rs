//! Which state of a thing a request is about: `If-Match`, `If-None-Match` (RFC 9110, 13.1) and `ETag`.

use axum::http::{HeaderMap, header};
use domain::id::Bits128;

use crate::drafts::Seen;

/// A tag as an `ETag`.
pub(crate) fn etag(tag: Bits128) -> String {
    format!("\"{tag}\"")
}

/// What the sender has seen; `None` where they do not say. A proxy that compresses may have made the tag a weak one.
pub(crate) fn seen(headers: &HeaderMap) -> Option<Seen> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    if text(header::IF_NONE_MATCH) == Some("*") {
        return Some(Seen::Nothing);
    }
    let tag = text(header::IF_MATCH)?;
    let tag = tag.strip_prefix("W/").unwrap_or(tag).strip_prefix('"')?.strip_suffix('"')?;
    // Something that is no tag of ours is one that has long been changed.
    Some(Seen::Draft(tag.parse().unwrap_or_default()))
}
