//! Who may do what, and where. One table, used by the app to show or hide and by the server to allow or refuse.

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, DistrictId, SchoolId};
use crate::stream::Stream;

/// What someone is in the district.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Owns the framework, the expectations and the roster.
    Administrator,
    /// Leads a school.
    Principal,
    /// Supports teachers in several schools.
    Coach,
    /// Records visits in a school.
    Observer,
}

impl Role {
    /// From the widest scope to the narrowest.
    pub const ALL: [Self; 4] = [Self::Administrator, Self::Principal, Self::Coach, Self::Observer];
}

/// Someone who has signed in: what the app may show and the server may answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Their account.
    pub account: AccountId,
    /// Their district.
    pub district: DistrictId,
    /// As people say it.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// What they are.
    pub role: Role,
    /// Where; empty for an administrator, who is everywhere.
    pub schools: Vec<SchoolId>,
}

/// Something that can be allowed or refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Hold a school's roster and visits on a tablet.
    PullSchool,
    /// Record and edit visits of one's own.
    RecordVisit,
    /// Change a visit that somebody else recorded.
    EditOthersVisit,
    /// Compare a school's visits with what is expected.
    CompareSchool,
    /// Compare visits across the whole district.
    CompareDistrict,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 5] =
        [Self::PullSchool, Self::RecordVisit, Self::EditOthersVisit, Self::CompareSchool, Self::CompareDistrict];
}

impl Me {
    /// Whether they may do something in a school. [`Action::CompareDistrict`] asks about no school in particular.
    #[must_use]
    pub fn may(&self, action: Action, school: &SchoolId) -> bool {
        let here = self.role == Role::Administrator || self.schools.contains(school);
        match (action, self.role) {
            (Action::CompareDistrict, role) => role == Role::Administrator,
            (Action::PullSchool | Action::RecordVisit | Action::CompareSchool, _) => here,
            (Action::EditOthersVisit, Role::Administrator | Role::Principal) => here,
            (Action::EditOthersVisit, Role::Coach | Role::Observer) => false,
        }
    }

    /// Whether they may see how an observer's findings compare with those of others: their own, or anybody's for an
    /// administrator.
    #[must_use]
    pub fn may_see_leniency(&self, observer: &AccountId) -> bool {
        self.role == Role::Administrator || self.account == *observer
    }

    /// Whether they may import visits of other programs through the app, see what was imported, and undo it. An import
    /// writes in the name of everyone whom its file names, in any school, and its mapping holds for all.
    #[must_use]
    pub fn may_import(&self) -> bool {
        self.role == Role::Administrator
    }

    /// The streams that their tablet holds. An administrator's tablet holds only the district's documents and asks
    /// the server for the rest.
    #[must_use]
    pub fn streams(&self) -> Vec<Stream> {
        let schools = self.schools.iter().cloned().map(Stream::School);
        std::iter::once(Stream::District).chain(schools).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn me(role: Role, schools: &[&str]) -> Me {
        Me {
            account: "a".into(),
            district: "d".into(),
            name: String::new(),
            email: String::new(),
            role,
            schools: schools.iter().map(|id| SchoolId::from(*id)).collect(),
        }
    }

    #[test]
    fn the_permission_table() {
        let mut table = String::from("role           action            in scope  elsewhere\n");
        for role in Role::ALL {
            let someone = me(role, if role == Role::Administrator { &[] } else { &["here"] });
            for action in Action::ALL {
                let row = (format!("{role:?}"), format!("{action:?}"));
                let may = |school: &str| {
                    if someone.may(action, &school.into()) { "yes" } else { "no" }
                };
                table += &format!("{:<14} {:<17} {:<9} {}\n", row.0, row.1, may("here"), may("elsewhere"));
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn only_administrators_import() {
        assert_eq!(Role::ALL.map(|role| me(role, &["here"]).may_import()), [true, false, false, false]);
    }
}
