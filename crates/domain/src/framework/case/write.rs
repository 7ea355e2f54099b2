use serde::Serialize;

use super::{CHILD, REPLACED, identifier};
use crate::framework::Draft;
use crate::time::Date;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    #[serde(rename = "CFDocument")]
    document: WrittenDocument<'a>,
    #[serde(rename = "CFItems")]
    items: Vec<WrittenItem<'a>>,
    #[serde(rename = "CFAssociations")]
    associations: Vec<WrittenAssociation>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenDocument<'a> {
    identifier: String,
    uri: String,
    creator: &'a str,
    title: &'a str,
    adoption_status: &'static str,
    last_change_date_time: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenItem<'a> {
    identifier: String,
    uri: String,
    full_statement: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    abbreviated_statement: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'a str>,
    #[serde(rename = "CFItemType")]
    item_type: &'static str,
    last_change_date_time: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenAssociation {
    identifier: String,
    uri: String,
    association_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sequence_number: Option<usize>,
    #[serde(rename = "originNodeURI")]
    origin: WrittenLink,
    #[serde(rename = "destinationNodeURI")]
    destination: WrittenLink,
    last_change_date_time: String,
}

#[derive(Serialize)]
struct WrittenLink {
    title: String,
    identifier: String,
    uri: String,
}

/// Writes a package: the document, its strands, their look-fors, and which earlier ones those replace. Of how a look-for is observed
/// a package says nothing; its hint is a note. `id` names the district's framework from version to version, `by` is who made it, `on` the day of the last change.
pub(in crate::framework) fn write(draft: &Draft, id: &str, by: &str, on: Date) -> Result<String, serde_json::Error> {
    let at = format!("{on}T00:00:00+00:00");
    let node = |id: &str| (identifier(id), format!("urn:uuid:{}", identifier(id)));
    let (document, document_uri) = node(id);
    let mut items = Vec::new();
    let mut associations = Vec::new();
    let mut tie = |kind: &'static str, child: (&str, &str), parent: (&str, &str), number: Option<usize>| {
        let link = |(title, id): (&str, &str)| {
            let (identifier, uri) = node(id);
            WrittenLink { title: title.to_owned(), identifier, uri }
        };
        let (identifier, uri) = node(&format!("{} {kind} {}", child.1, parent.1));
        associations.push(WrittenAssociation {
            identifier,
            uri,
            association_type: kind,
            sequence_number: number,
            origin: link(child),
            destination: link(parent),
            last_change_date_time: at.clone(),
        });
    };
    for (number, strand) in (1..).zip(&draft.strands) {
        let (identifier, uri) = node(strand.id.as_str());
        items.push(WrittenItem {
            identifier,
            uri,
            full_statement: &strand.name,
            abbreviated_statement: None,
            notes: None,
            item_type: "Strand",
            last_change_date_time: at.clone(),
        });
        let here = (strand.name.as_str(), strand.id.as_str());
        tie(CHILD, here, (&draft.title, id), Some(number));
        for (number, one) in (1..).zip(&strand.look_fors) {
            let (identifier, uri) = node(one.id.as_str());
            items.push(WrittenItem {
                identifier,
                uri,
                full_statement: &one.text,
                abbreviated_statement: Some(&one.short),
                notes: one.hint.as_deref(),
                item_type: "Look-for",
                last_change_date_time: at.clone(),
            });
            tie(CHILD, (&one.text, one.id.as_str()), here, Some(number));
            for earlier in one.succeeds.iter().flat_map(|succession| &succession.of) {
                tie(REPLACED, (earlier.as_str(), earlier.as_str()), (&one.text, one.id.as_str()), None);
            }
        }
    }
    let document = WrittenDocument {
        identifier: document,
        uri: document_uri,
        creator: by,
        title: &draft.title,
        adoption_status: "Draft",
        last_change_date_time: at.clone(),
    };
    serde_json::to_string_pretty(&Written { document, items, associations })
}
