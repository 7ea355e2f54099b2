use std::cmp::Reverse;

use domain::device::Documents;
use domain::framework::Framework;
use domain::id::DocumentHash;

use crate::state::Model;

/// The version that was chosen, or else the one that visits of today are recorded with.
pub(super) fn in_use(model: &Model, chosen: Option<DocumentHash>) -> Option<(DocumentHash, &Framework)> {
    let known = chosen.and_then(|hash| Some((hash, model.documents.frameworks.get(&hash)?)));
    known.or_else(|| model.documents.framework_on(model.today()))
}

/// Every version, the latest first.
pub(super) fn latest_first(documents: &Documents) -> Vec<(DocumentHash, &Framework)> {
    let mut all: Vec<_> = documents.frameworks.iter().map(|(hash, framework)| (*hash, framework)).collect();
    all.sort_by_key(|(hash, framework)| Reverse((framework.effective, framework.version, *hash)));
    all
}
