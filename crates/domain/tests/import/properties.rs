use std::collections::BTreeSet;

use domain::import::{Before, Sheet, guess};
use proptest::prelude::*;

use crate::made::{HEADER, School1, folded, mapping};

/// Cells of the kinds that real tables mix, and any text at all.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => "[0-9]{1,4}[/.:-][0-9]{1,4}([/.:-][0-9]{1,4})?( [0-9]{1,2}:[0-9]{2}( [AP]M)?)?",
        2 => prop::sample::select(vec!["Yes", "no", "N/A", "x", "3 - Proficient", "204", "Room 204", "12 min", "7"])
            .prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "\\PC{0,12}",
    ]
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), 0..14), 0..12)
}

proptest! {
    #[test]
    fn no_cells_whatever_panic(rows in rows()) {
        let school = School1::new();
        if let Ok(sheet) = Sheet::new((1..).zip(rows)) {
            let guessed = guess(&sheet, &school.framework);
            if let Ok(plan) = school.read(&sheet, &guessed.mapping) {
                prop_assert!(plan.visits.len() <= sheet.rows().len());
            }
        }
    }

    #[test]
    fn every_row_becomes_a_visit_or_is_refused_and_again_adds_nothing(rows in rows()) {
        let school = School1::new();
        let header = HEADER.iter().map(|name| (*name).to_owned()).collect();
        let sheet = Sheet::new((1..).zip(std::iter::once(header).chain(rows))).unwrap();
        if let Ok(plan) = school.read(&sheet, &mapping()) {
            let made: BTreeSet<u32> = plan.visits.iter().map(|visit| visit.row).collect();
            let refused: BTreeSet<u32> = plan.refused.iter().map(|refused| refused.row).collect();
            prop_assert!(made.is_disjoint(&refused));
            prop_assert_eq!(made.len() + refused.len(), sheet.rows().len());
            let visits: BTreeSet<_> = plan.visits.iter().map(|visit| visit.id).collect();
            let again = plan.against(&Before { visits: visits.clone(), undone: BTreeSet::new() });
            prop_assert!(again.new.is_empty() && again.changed.is_empty());
            let back = plan.against(&Before { visits: BTreeSet::new(), undone: visits.clone() });
            prop_assert!(back.new.len() == visits.len() && back.new.iter().all(|visit| !visits.contains(&visit.id)));
            // Every edit of every visit is well formed, and the visit counts.
            for visit in &plan.visits {
                prop_assert!(folded(visit).finished.is_some());
            }
        }
    }
}
