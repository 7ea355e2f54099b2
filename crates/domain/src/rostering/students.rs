//! Students: counted, and forgotten.

use std::collections::{BTreeMap, HashMap};

use super::records::Headcount;

/// A class is tagged with a group when at least this share of its students is of it, in percent.
pub const TAGGED_PERCENT: u8 = 25;
/// And at least so many students: of fewer, the tag would say who.
const TAGGED_LEAST: usize = 3;

/// What is held while a package is read.
#[derive(Debug, Default)]
pub(super) struct Students {
    numbers: HashMap<String, u32>,
    groups: HashMap<u32, Vec<String>>,
    classes: BTreeMap<String, Vec<u32>>,
    pub(super) rows: u32,
}

impl Students {
    /// A student of some groups.
    pub(super) fn see(&mut self, id: &str, groups: Vec<String>) {
        self.rows += 1;
        if groups.is_empty() {
            return;
        }
        let number = self.number(id);
        self.groups.insert(number, groups);
    }

    /// A student of a class; however often, it is one.
    pub(super) fn enrol(&mut self, class: &str, student: &str) {
        let number = self.number(student);
        if let Some(enrolled) = self.classes.get_mut(class) {
            enrolled.push(number);
        } else {
            self.classes.insert(class.to_owned(), vec![number]);
        }
    }

    fn number(&mut self, id: &str) -> u32 {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(id.to_owned(), number);
        number
    }

    /// How many there are of each class, and of which groups enough of them are.
    pub(super) fn count(self) -> BTreeMap<String, Headcount> {
        let Self { groups, classes, .. } = self;
        let counted = classes.into_iter().map(|(class, mut students)| {
            students.sort_unstable();
            students.dedup();
            let mut of_groups: BTreeMap<&String, usize> = BTreeMap::new();
            for group in students.iter().filter_map(|student| groups.get(student)).flatten() {
                *of_groups.entry(group).or_default() += 1;
            }
            let all = students.len();
            let enough = |count: usize| count >= TAGGED_LEAST && count * 100 >= all * usize::from(TAGGED_PERCENT);
            let tags = of_groups.into_iter().filter(|(_, count)| enough(*count)).map(|(group, _)| group.clone());
            (class, Headcount { students: u16::try_from(all).unwrap_or(u16::MAX), groups: tags.collect() })
        });
        counted.collect()
    }
}
