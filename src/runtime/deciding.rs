//! Changing what the district has decided: the server makes the change, and this tablet shows it at once.

use std::rc::Rc;

use domain::district::{CannotChangeDistrict, DistrictChange};
use domain::framework::Framework;

use super::Runtime;
use crate::browser::{focus, tasks};
use crate::state::{Deciding, Decision, FileFailure};

impl Runtime {
    pub(super) async fn decide(self: Rc<Self>, change: DistrictChange) {
        let about = Decision::of(&change);
        let now = Deciding { about: Some(about.clone()), ..Deciding::default() };
        self.deciding(|deciding| *deciding = Deciding { busy: true, ..now.clone() });
        let said = self.server.change_district(&change).await;
        let meanwhile = matches!(said, Err(FileFailure::Cannot(CannotChangeDistrict::Changed)));
        match said {
            Ok(()) => {
                self.show_change(change);
                self.deciding(|deciding| *deciding = Deciding { done: true, ..now });
            }
            Err(failure) => self.deciding(|deciding| *deciding = Deciding { failure: Some(failure), ..now }),
        }
        // What was pressed is drawn anew and has lost the focus.
        tasks::Timeout::new(0, move || focus::to(about.said())).forget();
        if self.model().deciding.done || meanwhile {
            self.sync_now();
        }
    }

    /// The next pull brings the same.
    fn show_change(&self, change: DistrictChange) {
        let documents = Rc::clone(&self.model().documents);
        let frameworks: Vec<Framework> = documents.frameworks.values().cloned().collect();
        let changed = documents.district.as_ref().map(|district| district.changed(change, &frameworks));
        if let Some(Ok(district)) = changed {
            self.change(|model| Rc::make_mut(&mut model.documents).district = Some(district));
        }
    }

    fn deciding(&self, make: impl FnOnce(&mut Deciding)) {
        self.change(|model| make(&mut model.deciding));
    }
}
