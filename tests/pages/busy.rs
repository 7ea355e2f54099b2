//! The principal's app late in November, with a few hundred visits on the tablet.

use std::collections::BTreeMap;
use std::rc::Rc;

use domain::fact::{Pack, PackKey};
use domain::permission::Me;
use sample::{DEMO_PRINCIPAL, Sample, Size, district};
use throughline::state::Model;
use throughline::text::Language;

use crate::support::{account, documents, model, today};

/// Two schools and 600 visits, of which the principal's tablet holds its own school's.
pub(crate) fn busy(language: Language) -> Model {
    busy_as(language, &district(1, Size { schools: 2, visits: 600, until: today() }), DEMO_PRINCIPAL)
}

/// The same for somebody else in another district.
pub(crate) fn busy_as(language: Language, sample: &Sample, email: &str) -> Model {
    let me = account(sample, email);
    Model {
        documents: Rc::new(documents(sample, &me)),
        packs: Rc::new(packs(sample, &me)),
        visits: Rc::default(),
        waiting: Rc::default(),
        me: Some(Rc::new(me)),
        ..model(language)
    }
}

fn packs(sample: &Sample, me: &Me) -> BTreeMap<PackKey, Rc<Pack>> {
    let mut packs: BTreeMap<PackKey, Pack> = BTreeMap::new();
    for fact in sample.facts().filter(|fact| me.schools.contains(&fact.key.school)) {
        packs.entry(fact.key.clone()).or_insert_with(|| Pack::new(fact.key.clone())).put(fact);
    }
    packs.into_iter().map(|(key, pack)| (key, Rc::new(pack))).collect()
}

/// What a person reads of a page: its words without the markup, a line an element.
pub(crate) fn words(html: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                words.push('\n');
            }
            _ if !inside => words.push(letter),
            _ => {}
        }
    }
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| line.replace('\u{a0}', " ")).collect::<Vec<_>>().join("\n")
}
