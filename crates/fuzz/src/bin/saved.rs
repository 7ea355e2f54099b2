//! The saved form: whatever a disk gives back, it is read, or kept as it is. What was read is written so that it is read
//! the same again.

#![no_main]

use std::fmt::Debug;

use domain::device::{Ledger, Position, Quarantined};
use domain::edit::Pen;
use domain::fact::Pack;
use domain::merge::VisitState;
use domain::plan_week::Planner;
use domain::saved::{Loaded, load, save};
use domain::sync::PullAnswer;
use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde::de::DeserializeOwned;

fuzz_target!(|bytes: &[u8]| {
    holds::<VisitState>(bytes);
    holds::<Pack>(bytes);
    holds::<Ledger>(bytes);
    holds::<Position>(bytes);
    holds::<Pen>(bytes);
    holds::<Planner>(bytes);
    holds::<Vec<Quarantined>>(bytes);
    holds::<String>(bytes);
    holds::<PullAnswer>(bytes);
});

fn holds<T: Serialize + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) {
    match load::<T>(Some(bytes.to_vec())) {
        Loaded::Nothing => panic!("there was something"),
        Loaded::Unreadable(kept) => assert_eq!(kept, bytes, "what cannot be read is kept"),
        Loaded::Thing(thing) => {
            let again = save(&thing).expect("what was read can be written");
            assert_eq!(load(Some(again)), Loaded::Thing(thing), "what was written reads the same");
        }
    }
}
