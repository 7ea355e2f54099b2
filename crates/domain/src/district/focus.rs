//! What is watched just now: a few look-fors that the recorder opens on, for everyone, for a network or for a school.

use serde::{Deserialize, Serialize};

use super::District;
use crate::id::{LookForId, NetworkId, SchoolId};
use crate::time::Date;

/// The recorder opens on no more look-fors than this.
pub const MOST_FOCUS: usize = 8;

/// A part of the district for which somebody decides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// All of it.
    District,
    /// The schools of a network.
    Network(NetworkId),
    /// One school.
    School(SchoolId),
}

/// What is watched just now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Focus {
    /// In the order in which the recorder has them, at most [`MOST_FOCUS`]; none where nothing in particular is watched.
    pub look_fors: Vec<LookForId>,
    /// The last day; `None` until somebody says otherwise.
    pub until: Option<Date>,
}

/// What one part of the district watches in place of the parts around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FocusSet {
    /// Which part.
    pub area: Area,
    /// What it watches.
    pub focus: Focus,
}

impl District {
    /// What an area has chosen for itself; nothing where it has chosen nothing.
    #[must_use]
    pub fn chosen_focus(&self, area: &Area) -> Focus {
        match self.focus_sets.iter().find(|set| set.area == *area) {
            Some(set) => set.focus.clone(),
            None if *area == Area::District => Focus { look_fors: self.focus.clone(), until: None },
            None => Focus::default(),
        }
    }

    /// What holds for an area on a day, and which area chose it: its own choice, else that of its network, else the district's.
    /// What has ended holds no more. `None` where nothing in particular is watched.
    #[must_use]
    pub fn focus_on(&self, area: &Area, day: Date) -> Option<(Area, Vec<LookForId>)> {
        let network = match area {
            Area::School(school) => self.network_of(school).cloned().map(Area::Network),
            Area::Network(_) | Area::District => None,
        };
        let areas = [Some(area.clone()), network, Some(Area::District)];
        areas.into_iter().flatten().find_map(|area| {
            let Focus { look_fors, until } = self.chosen_focus(&area);
            let holds = !look_fors.is_empty() && until.is_none_or(|last| day <= last);
            holds.then_some((area, look_fors))
        })
    }

    /// What is watched in an area on a day, in order.
    #[must_use]
    pub fn focus_in(&self, area: &Area, day: Date) -> Vec<LookForId> {
        self.focus_on(area, day).map(|(_, look_fors)| look_fors).unwrap_or_default()
    }

    /// What is watched in an area on a day, and what would be if it chose this: what holds around it included.
    #[must_use]
    pub fn focus_before_and_after(&self, area: &Area, focus: &Focus, day: Date) -> [Vec<LookForId>; 2] {
        let mut chosen = self.clone();
        chosen.choose_focus(area, focus.clone());
        [self.focus_in(area, day), chosen.focus_in(area, day)]
    }

    /// Every look-for that some area has chosen, once.
    #[must_use]
    pub fn watched(&self) -> Vec<LookForId> {
        let mut all = self.focus.clone();
        for id in self.focus_sets.iter().flat_map(|set| &set.focus.look_fors) {
            if !all.contains(id) {
                all.push(id.clone());
            }
        }
        all
    }

    /// It with another choice for an area; none in the place of an empty one.
    pub(super) fn choose_focus(&mut self, area: &Area, focus: Focus) {
        self.focus_sets.retain(|set| set.area != *area);
        if *area == Area::District {
            self.focus.clear();
        }
        if !focus.look_fors.is_empty() {
            self.focus_sets.push(FocusSet { area: area.clone(), focus });
        }
    }
}
