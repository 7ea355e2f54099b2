//! Reading a push. A fault of the envelope refuses it whole, and the device halves it until the fault is isolated; a
//! malformed edit that still says its number is answered by that number.

use std::io::Read;

use axum::body::Body;
use axum::http::{HeaderMap, header};
use domain::edit::Edit;
use domain::id::{Bits128, EditHash, ReplicaId, VisitId};
use domain::sync::{Cursor, MOST_EDITS, MOST_PUSH_BYTES, PushRequest};
use domain::time::Millis;
use flate2::read::GzDecoder;
use serde::Deserialize;

use crate::error::{ApiError, Measure, Unreadable};
use crate::http::read::{json, must_be_json, whole};

/// A push that could be read as a whole.
#[derive(Debug)]
pub(crate) struct Push {
    pub(crate) cursor: Option<Cursor>,
    pub(crate) replica: ReplicaId,
    /// In order of seq.
    pub(crate) edits: Vec<Arrived>,
}

/// An edit as it arrived.
#[derive(Debug)]
pub(crate) struct Arrived {
    edit: Result<Edit, Malformed>,
    received: Millis,
}

/// All that is kept of an edit that is not well formed.
#[derive(Debug)]
struct Malformed {
    seq: u64,
    hash: EditHash,
}

#[derive(Deserialize)]
struct Numbered {
    seq: u64,
}

/// Reads a push's body: JSON, plain or gzip, at most [`MOST_PUSH_BYTES`] either way.
pub(crate) async fn read(headers: &HeaderMap, body: Body, received: Millis) -> Result<Push, ApiError> {
    must_be_json(headers)?;
    let sent = whole(body, MOST_PUSH_BYTES).await?;
    let encoding = headers.get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap_or_default().trim());
    let bytes = match encoding {
        None | Some("identity") => sent.into(),
        Some(gzip) if gzip.eq_ignore_ascii_case("gzip") => unzip(&sent)?,
        Some(_) => return Err(Unreadable::Encoding.into()),
    };
    let PushRequest { cursor, replica, edits } = json(&bytes)?;
    if edits.len() > MOST_EDITS {
        return Err(ApiError::TooLarge { most: MOST_EDITS, of: Measure::Edits });
    }
    let edits = edits.iter().enumerate().map(|(position, text)| Arrived::read(position, text.get(), received));
    let edits = edits.collect::<Result<Vec<_>, _>>()?;
    in_order(&edits)?;
    Ok(Push { cursor, replica, edits })
}

/// Stops one byte after the limit, however much more there would be.
fn unzip(sent: &[u8]) -> Result<Vec<u8>, ApiError> {
    let mut bytes = Vec::new();
    let most = MOST_PUSH_BYTES as u64 + 1;
    GzDecoder::new(sent).take(most).read_to_end(&mut bytes).map_err(|_| Unreadable::Gzip)?;
    if bytes.len() > MOST_PUSH_BYTES {
        return Err(ApiError::TooLarge { most: MOST_PUSH_BYTES, of: Measure::Bytes });
    }
    Ok(bytes)
}

fn in_order(edits: &[Arrived]) -> Result<(), Unreadable> {
    let falls = edits.windows(2).position(|pair| matches!(pair, [one, next] if next.seq() <= one.seq()));
    falls.map_or(Ok(()), |position| Err(Unreadable::OutOfOrder { position: position + 1 }))
}

impl Arrived {
    /// An edit that has been read already.
    pub(crate) fn well_formed(edit: Edit, received: Millis) -> Self {
        Self { edit: Ok(edit), received }
    }

    fn read(position: usize, text: &str, received: Millis) -> Result<Self, Unreadable> {
        let fits = |seq: u64| (1..=i64::MAX.unsigned_abs()).contains(&seq);
        let edit = match Edit::read(text) {
            Ok(edit) if fits(edit.id().seq) => Ok(edit),
            Ok(_) => return Err(Unreadable::EditWithoutSeq { position }),
            Err(_) => match serde_json::from_str(text) {
                Ok(Numbered { seq }) if fits(seq) => {
                    Err(Malformed { seq, hash: EditHash(Bits128::hash(&[text.as_bytes()])) })
                }
                Ok(_) | Err(_) => return Err(Unreadable::EditWithoutSeq { position }),
            },
        };
        Ok(Self { edit, received })
    }

    /// The edit, if it is well formed.
    pub(crate) fn edit(&self) -> Option<&Edit> {
        self.edit.as_ref().ok()
    }

    pub(crate) fn seq(&self) -> u64 {
        self.edit.as_ref().map_or_else(|malformed| malformed.seq, |edit| edit.id().seq)
    }

    pub(crate) fn hash(&self) -> EditHash {
        self.edit.as_ref().map_or_else(|malformed| malformed.hash, Edit::hash)
    }

    pub(crate) fn visit(&self) -> Option<VisitId> {
        self.edit().and_then(Edit::visit)
    }

    /// When the server received it.
    pub(crate) fn received(&self) -> Millis {
        self.received
    }
}
