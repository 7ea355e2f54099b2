//! 1EdTech CASE packages (`CFPackage`, <https://www.imsglobal.org/spec/case/v1p0>): strands from the tree, look-fors from its
//! leaves. Nothing that a package links to is fetched.

mod write;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::file::{FromFile, LeftOut, WhyLeftOut, short_of};
use super::{Autonomy, Draft, Framework, Kind, LookFor, Strand, Succession};
use crate::id::{Bits128, LookForId, StrandId};

pub(super) use write::write;

/// The two kinds of association that mean something here.
const CHILD: &str = "isChildOf";
const REPLACED: &str = "replacedBy";

#[derive(Deserialize)]
struct Package {
    #[serde(rename = "CFDocument")]
    document: Document,
    #[serde(rename = "CFItems", default)]
    items: Vec<Item>,
    #[serde(rename = "CFAssociations", default)]
    associations: Vec<Association>,
}

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    identifier: String,
    title: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    #[serde(default)]
    identifier: String,
    #[serde(default)]
    full_statement: String,
    abbreviated_statement: Option<String>,
    human_coding_scheme: Option<String>,
    notes: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Association {
    #[serde(default)]
    association_type: String,
    #[serde(rename = "originNodeURI")]
    origin: Option<Link>,
    #[serde(rename = "destinationNodeURI")]
    destination: Option<Link>,
    sequence_number: Option<i64>,
}

#[derive(Deserialize)]
struct Link {
    #[serde(default)]
    identifier: String,
}

/// An id as CASE wants it: a UUID stays what it is, 128 bits are written as one, anything else becomes the one that it hashes to
/// (version 8 of RFC 9562).
fn identifier(id: &str) -> String {
    let hyphens = |at: usize| matches!(at, 8 | 13 | 18 | 23);
    let fits = |(at, sign): (usize, char)| if hyphens(at) { sign == '-' } else { sign.is_ascii_hexdigit() };
    if id.len() == 36 && id.chars().enumerate().all(fits) {
        return id.to_owned();
    }
    let bits = id.parse().unwrap_or_else(|_| {
        let mut bits = Bits128::hash(&[b"look-for", id.as_bytes()]);
        bits.0[6] = (bits.0[6] & 0x0f) | 0x80;
        bits.0[8] = (bits.0[8] & 0x3f) | 0x80;
        bits
    });
    let digits = bits.to_string();
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| digits.get(part).unwrap_or_default());
    parts.join("-")
}

/// Reads a package. A look-for that `before` has keeps how it is observed and what schools may do with it; a new one is seen or
/// not seen, and adaptable.
pub(super) fn read(package: &serde_json::Value, before: Option<&Framework>) -> Result<FromFile, serde_json::Error> {
    let Package { document, items, associations } = Package::deserialize(package)?;
    let mut left_out = Vec::new();
    let mut known: BTreeMap<&str, (usize, &Item)> = BTreeMap::new();
    for (place, item) in items.iter().enumerate() {
        let why = if item.identifier.is_empty() {
            Some(WhyLeftOut::NoIdentifier)
        } else if plain(&item.full_statement).is_empty() {
            Some(WhyLeftOut::NoStatement)
        } else if known.contains_key(item.identifier.as_str()) {
            Some(WhyLeftOut::Twice)
        } else {
            known.insert(&item.identifier, (place, item));
            None
        };
        left_out.extend(why.map(|why| fault(place, item, why)));
    }
    let replaced = replaced(&associations, &known, before);
    let tree = Tree::new(known, &associations);
    let mut strands: Vec<Strand> = Vec::new();
    for root in &tree.roots {
        let leaves = tree.leaves(root);
        let look_fors =
            leaves.iter().filter_map(|leaf| tree.known.get(leaf)).map(|(_, item)| look_for(item, before, &replaced));
        let look_fors: Vec<LookFor> = look_fors.collect();
        // A leaf at the top is a look-for of the document's own.
        let alone = leaves == [*root];
        let id = strand_id(if alone { document.identifier.as_str() } else { root }, before);
        if let Some(strand) = strands.iter_mut().find(|strand| strand.id == id) {
            strand.look_fors.extend(look_fors);
            continue;
        }
        let name = match tree.known.get(root) {
            Some((_, item)) if !alone => plain(item.abbreviated_statement.as_deref().unwrap_or(&item.full_statement)),
            _ => plain(&document.title),
        };
        strands.push(Strand { id, name, look_fors });
    }
    let reached = tree.reached();
    let circle = items.iter().enumerate().filter(|(place, item)| {
        let taken = tree.known.get(item.identifier.as_str()).is_some_and(|(here, _)| here == place);
        taken && !reached.contains(item.identifier.as_str())
    });
    left_out.extend(circle.map(|(place, item)| fault(place, item, WhyLeftOut::Circle)));
    left_out.sort_by_key(|fault| fault.number);
    Ok(FromFile { draft: Draft { title: plain(&document.title), strands }, left_out })
}

fn fault(place: usize, item: &Item, why: WhyLeftOut) -> LeftOut {
    let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
    LeftOut { number, column: None, id: item.identifier.clone(), why }
}

/// Which item stands below which.
struct Tree<'a> {
    known: BTreeMap<&'a str, (usize, &'a Item)>,
    children: BTreeMap<&'a str, Vec<&'a str>>,
    roots: Vec<&'a str>,
}

impl<'a> Tree<'a> {
    fn new(known: BTreeMap<&'a str, (usize, &'a Item)>, associations: &'a [Association]) -> Self {
        let mut parents: BTreeMap<&str, (&str, Option<i64>)> = BTreeMap::new();
        let mut top: BTreeMap<&str, Option<i64>> = BTreeMap::new();
        for one in associations.iter().filter(|one| one.association_type.eq_ignore_ascii_case(CHILD)) {
            let (Some(origin), Some(destination)) = (&one.origin, &one.destination) else { continue };
            let (child, parent) = (origin.identifier.as_str(), destination.identifier.as_str());
            if !known.contains_key(child) {
                continue;
            }
            // Of an item with several parents the first counts; one that is no item of the package is the document.
            if known.contains_key(parent) {
                parents.entry(child).or_insert((parent, one.sequence_number));
            } else {
                top.entry(child).or_insert(one.sequence_number);
            }
        }
        let order = |id: &str| parents.get(id).map(|(_, number)| *number).or(top.get(id).copied()).flatten();
        let mut ids: Vec<&str> = known.keys().copied().collect();
        // By number; without one by code, in which 1.10 comes after 1.2; else as the package has them.
        ids.sort_by_cached_key(|id| {
            let (place, item) = known.get(id).map_or((0, None), |(place, item)| (*place, Some(*item)));
            let code = item.and_then(|item| item.human_coding_scheme.as_deref()).map(natural);
            let number = order(id);
            ((number.is_none(), number), (code.is_none(), code), place)
        });
        let mut children: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for id in &ids {
            if let Some((parent, _)) = parents.get(id) {
                children.entry(*parent).or_default().push(*id);
            }
        }
        let roots = ids.into_iter().filter(|id| !parents.contains_key(id)).collect();
        Self { known, children, roots }
    }

    /// The items below one that have none below them; itself, if it has none.
    fn leaves(&self, root: &'a str) -> Vec<&'a str> {
        let (mut leaves, mut waiting) = (Vec::new(), vec![root]);
        while let Some(id) = waiting.pop() {
            match self.children.get(id) {
                Some(children) => waiting.extend(children.iter().rev().copied()),
                None => leaves.push(id),
            }
        }
        leaves
    }

    /// Every item that stands below the document.
    fn reached(&self) -> BTreeSet<&'a str> {
        let (mut seen, mut waiting) = (BTreeSet::new(), self.roots.clone());
        while let Some(one) = waiting.pop() {
            if seen.insert(one) {
                waiting.extend(self.children.get(one).into_iter().flatten().copied());
            }
        }
        seen
    }
}

/// Digits as numbers, everything else as it is.
fn natural(code: &str) -> Vec<(u64, String)> {
    let mut parts: Vec<(u64, String)> = vec![(0, String::new())];
    let mut digits = String::new();
    for sign in code.chars().chain(['\0']) {
        if sign.is_ascii_digit() {
            digits.push(sign);
            continue;
        }
        if !digits.is_empty() {
            parts.push((digits.parse().unwrap_or(u64::MAX), String::new()));
            digits.clear();
        }
        if let Some((_, text)) = parts.last_mut().filter(|_| sign != '\0') {
            text.push(sign);
        }
    }
    parts
}

/// The strand that is there already under an identifier, or a new one of that name.
fn strand_id(wanted: &str, before: Option<&Framework>) -> StrandId {
    let known = before.into_iter().flat_map(|before| &before.strands);
    let known = known.into_iter().find(|strand| identifier(strand.id.as_str()) == wanted);
    known.map_or_else(|| StrandId(wanted.to_owned()), |known| known.id.clone())
}

/// By item, the earlier look-fors that it replaces: those that are no items of the package any more.
fn replaced<'a>(
    associations: &'a [Association],
    known: &BTreeMap<&str, (usize, &Item)>,
    before: Option<&Framework>,
) -> BTreeMap<&'a str, Vec<LookForId>> {
    let mut replaced: BTreeMap<&str, Vec<LookForId>> = BTreeMap::new();
    let earlier = |one: &LookFor| one.succeeds.iter().flat_map(|succession| succession.of.clone()).collect::<Vec<_>>();
    let look_fors = || before.into_iter().flat_map(Framework::look_fors);
    let ids: Vec<LookForId> = look_fors().flat_map(|one| [vec![one.id.clone()], earlier(one)].concat()).collect();
    for one in associations.iter().filter(|one| one.association_type.eq_ignore_ascii_case(REPLACED)) {
        let (Some(origin), Some(destination)) = (&one.origin, &one.destination) else { continue };
        if !known.contains_key(origin.identifier.as_str()) {
            let id = ids.iter().find(|id| identifier(id.as_str()) == origin.identifier);
            let id = id.cloned().unwrap_or_else(|| LookForId(origin.identifier.clone()));
            replaced.entry(&destination.identifier).or_default().push(id);
        }
    }
    replaced
}

fn look_for(item: &Item, before: Option<&Framework>, replaced: &BTreeMap<&str, Vec<LookForId>>) -> LookFor {
    let succeeds = replaced.get(item.identifier.as_str()).map(|of| Succession { of: of.clone(), counts: false });
    let known = before.into_iter().flat_map(Framework::look_fors);
    let known = known.into_iter().find(|one| identifier(one.id.as_str()) == item.identifier);
    let id = known.map_or_else(|| LookForId(item.identifier.clone()), |known| known.id.clone());
    let text = plain(&item.full_statement);
    let short = item.abbreviated_statement.as_deref().map(plain).filter(|short| !short.is_empty());
    let short = short.unwrap_or_else(|| short_of(&text));
    match known {
        Some(known) => {
            LookFor { id, short: if known.text == text { known.short.clone() } else { short }, text, ..known.clone() }
        }
        None => LookFor {
            id,
            text,
            short,
            hint: item.notes.as_deref().map(plain).filter(|notes| !notes.is_empty()),
            kind: Kind::Presence,
            autonomy: Autonomy::Adaptable,
            segments: Vec::new(),
            examples: Vec::new(),
            succeeds,
        },
    }
}

/// A sentence without the marks of HTML.
fn plain(text: &str) -> String {
    let (mut plain, mut within) = (String::with_capacity(text.len()), false);
    for (at, sign) in text.char_indices() {
        match sign {
            // "5 < 7" is no mark.
            '<' => {
                let next = text[at + 1..].chars().next();
                within = next.is_some_and(|next| next.is_ascii_alphabetic() || next == '/');
                plain.push(if within { ' ' } else { '<' });
            }
            '>' if within => within = false,
            _ if within => {}
            _ => plain.push(sign),
        }
    }
    let named = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let plain = named.iter().fold(plain, |text, (name, sign)| text.replace(name, sign));
    plain.replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
