//! Who may do what, and where. One table, used by the app to show or hide and by the server to allow or refuse.

use serde::{Deserialize, Serialize};

use crate::district::{Area, Decider, District, DistrictChange, Goal};
use crate::expectation::Scope;
use crate::id::{AccountId, DistrictId, LookForId, SchoolId};
use crate::stream::Stream;
use crate::time::Date;

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
    /// See what the rosters hold, and import them.
    ImportRoster,
    /// Import visits of other programs through the app, see what was imported, and undo it. An import writes in the name of
    /// everyone whom its file names, in any school, and its mapping holds for all.
    ImportVisits,
    /// Write the next version of the framework, and publish it.
    WriteFramework,
    /// Invite people, and change what they may do and where.
    ManagePeople,
    /// Choose what a school watches just now; where its district has said who sets its priorities, whoever does, and then what
    /// is expected of it too.
    ChooseFocus,
    /// Choose what the district and its networks watch, what is expected, the goals and initiatives, the calendar, the rules that
    /// everyone is held against, and who decides for each school.
    SetDistrict,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 11] = [
        Self::PullSchool,
        Self::RecordVisit,
        Self::EditOthersVisit,
        Self::CompareSchool,
        Self::CompareDistrict,
        Self::ImportRoster,
        Self::ImportVisits,
        Self::WriteFramework,
        Self::ManagePeople,
        Self::ChooseFocus,
        Self::SetDistrict,
    ];
}

impl Me {
    /// Whether they may do something in a school. [`Action::CompareDistrict`], [`Action::ImportRoster`],
    /// [`Action::WriteFramework`], [`Action::ManagePeople`] and [`Action::SetDistrict`] ask about no school in particular.
    #[must_use]
    pub fn may(&self, action: Action, school: &SchoolId) -> bool {
        let here = self.role == Role::Administrator || self.schools.contains(school);
        match (action, self.role) {
            (
                Action::CompareDistrict
                | Action::ImportRoster
                | Action::ImportVisits
                | Action::WriteFramework
                | Action::ManagePeople
                | Action::SetDistrict,
                role,
            ) => role == Role::Administrator,
            (Action::PullSchool | Action::RecordVisit | Action::CompareSchool, _) => here,
            (Action::EditOthersVisit | Action::ChooseFocus, Role::Administrator | Role::Principal) => here,
            (Action::EditOthersVisit | Action::ChooseFocus, Role::Coach | Role::Observer) => false,
        }
    }

    /// Whether they may see how an observer's findings compare with those of others: their own, or anybody's for an
    /// administrator.
    #[must_use]
    pub fn may_see_leniency(&self, observer: &AccountId) -> bool {
        self.role == Role::Administrator || self.account == *observer
    }

    /// Whether they may import visits of other programs through the app, see what was imported, and undo it.
    #[must_use]
    pub fn may_import(&self) -> bool {
        self.may(Action::ImportVisits, &SchoolId::default())
    }

    /// Whether they may see what the rosters of all schools hold, and import them.
    #[must_use]
    pub fn may_import_rosters(&self) -> bool {
        self.may(Action::ImportRoster, &SchoolId::default())
    }

    /// Whether they may write the next version of the framework, and publish it.
    #[must_use]
    pub fn may_write_framework(&self) -> bool {
        self.may(Action::WriteFramework, &SchoolId::default())
    }

    /// Whether they may invite people, and change what they may do and where.
    #[must_use]
    pub fn may_manage_people(&self) -> bool {
        self.may(Action::ManagePeople, &SchoolId::default())
    }

    /// The part of the district that they work in: one school, or else all of it.
    #[must_use]
    pub fn area(&self) -> Area {
        match &self.schools[..] {
            [school] => Area::School(school.clone()),
            _ => Area::District,
        }
    }

    /// Whether they may choose what an area watches just now.
    #[must_use]
    pub fn may_choose_focus(&self, area: &Area) -> bool {
        match area {
            Area::School(school) => self.may(Action::ChooseFocus, school),
            Area::District | Area::Network(_) => self.may_set_district(),
        }
    }

    /// Whether they may decide for the whole district: its rules, its calendar, what it expects.
    #[must_use]
    pub fn may_set_district(&self) -> bool {
        self.may(Action::SetDistrict, &SchoolId::default())
    }

    /// Whether they choose on a day what an area watches: of those whose role allows it whoever sets its priorities, where the
    /// district has said who does, and else all of them.
    #[must_use]
    pub fn chooses_focus(&self, district: &District, area: &Area, day: Date) -> bool {
        self.may_choose_focus(area) && district.priorities_of(area, day).is_none_or(|decider| decider == self.decider())
    }

    /// Whether they decide on a day if an area watches one look-for: as [`chooses_focus`](Self::chooses_focus), unless the models
    /// of the goals that it carries say otherwise.
    #[must_use]
    pub fn may_watch(&self, district: &District, area: &Area, look_for: &LookForId, day: Date) -> bool {
        let decider = district.priorities_for(area, look_for, day);
        self.may_choose_focus(area) && decider.is_none_or(|decider| decider == self.decider())
    }

    /// Whether they set on a day what is expected of a look-for somewhere: the district, unless a school sets its priorities itself,
    /// at large or for the goals that the look-for carries.
    #[must_use]
    pub fn sets_expectations(&self, district: &District, scope: &Scope, look_for: &LookForId, day: Date) -> bool {
        let area = scope.area();
        self.sets_for(&area, district.priorities_for(&area, look_for, day))
    }

    /// Whether there is a place of which they set on a day what is expected of a look-for.
    #[must_use]
    pub fn sets_somewhere(&self, district: &District, look_for: &LookForId, day: Date) -> bool {
        let schools = self.schools.iter().cloned().map(Scope::School);
        schools.chain([Scope::District]).any(|scope| self.sets_expectations(district, &scope, look_for, day))
    }

    /// Whether they set on a day the goals of an area, and list its initiatives: the district, unless a school sets its priorities
    /// itself.
    #[must_use]
    pub fn sets_goals(&self, district: &District, area: &Area, day: Date) -> bool {
        self.sets_for(area, district.priorities_of(area, day))
    }

    /// Whether they set on a day what a goal is and what its measure reads: as [`sets_goals`](Self::sets_goals), unless the goal's own
    /// model in the school that it is for says otherwise.
    #[must_use]
    pub fn sets_goal(&self, district: &District, goal: &Goal, day: Date) -> bool {
        let model = match &goal.area {
            Area::School(school) => district.model_on(school, Some(&goal.id), day),
            Area::District | Area::Network(_) => None,
        };
        let at_large = || district.priorities_of(&goal.area, day);
        self.sets_for(&goal.area, model.map(|chosen| chosen.model.priorities).or_else(at_large))
    }

    /// Whether there is an area of which they set the goals on a day.
    #[must_use]
    pub fn sets_some_goals(&self, district: &District, day: Date) -> bool {
        self.areas().any(|area| self.sets_goals(district, &area, day))
    }

    /// Whether they choose on a day what an area watches, or some of it.
    #[must_use]
    pub fn chooses_some_of(&self, district: &District, area: &Area, day: Date) -> bool {
        let mut carrying = district.goals.all.iter().flat_map(|goal| &goal.look_fors);
        self.chooses_focus(district, area, day) || carrying.any(|one| self.may_watch(district, area, one, day))
    }

    /// Whether there is an area for which they choose on a day what is watched, or some of it.
    #[must_use]
    pub fn chooses_some_focus(&self, district: &District, day: Date) -> bool {
        self.areas().any(|area| self.chooses_some_of(district, &area, day))
    }

    /// The areas for which they may decide something.
    fn areas(&self) -> impl Iterator<Item = Area> {
        self.schools.iter().cloned().map(Area::School).chain([Area::District])
    }

    fn sets_for(&self, area: &Area, decider: Option<Decider>) -> bool {
        self.may_choose_focus(area) && decider.unwrap_or(Decider::District) == self.decider()
    }

    /// For whom they decide, where they decide anything.
    fn decider(&self) -> Decider {
        if self.role == Role::Administrator { Decider::District } else { Decider::School }
    }

    /// Whether they may change something about the district on a day.
    #[must_use]
    pub fn may_change(&self, change: &DistrictChange, district: &District, day: Date) -> bool {
        match change {
            DistrictChange::Focus { area, was, now } => {
                let [before, after] = district.focus_before_and_after(area, now, day);
                let touched: Vec<&LookForId> = apart(&before, &after).chain(apart(&after, &before)).collect();
                let over = was.until.is_some_and(|last| last < day);
                let reorders = !common(&before, &after).eq(common(&after, &before));
                let orders = touched.is_empty() || (!over && was.until != now.until) || reorders;
                touched.iter().all(|one| self.may_watch(district, area, one, day))
                    && (!orders || self.chooses_focus(district, area, day))
            }
            DistrictChange::Expect { was, now } => {
                both(was, now, |one| self.sets_expectations(district, &one.scope, &one.look_for, day))
            }
            DistrictChange::Goal { was, now } => both(was, now, |one| self.sets_goal(district, one, day)),
            DistrictChange::Initiative { was, now } => both(was, now, |one| self.sets_goals(district, &one.area, day)),
            DistrictChange::Rules { .. } | DistrictChange::Calendar { .. } | DistrictChange::Model { .. } => {
                self.may_set_district()
            }
        }
    }

    /// The streams that their tablet holds. An administrator's tablet holds only the district's documents and asks
    /// the server for the rest.
    #[must_use]
    pub fn streams(&self) -> Vec<Stream> {
        let schools = self.schools.iter().cloned().map(Stream::School);
        std::iter::once(Stream::District).chain(schools).collect()
    }
}

/// Whether it holds of what is changed and of what that becomes, as far as there is either; nothing may be said of neither.
fn both<T>(was: &Option<Box<T>>, now: &Option<Box<T>>, may: impl Fn(&T) -> bool) -> bool {
    (was.is_some() || now.is_some()) && was.iter().chain(now).all(|one| may(one))
}

/// What is in one list and not in another.
fn apart<'a>(one: &'a [LookForId], other: &'a [LookForId]) -> impl Iterator<Item = &'a LookForId> {
    one.iter().filter(|id| !other.contains(id))
}

/// What is in both lists, in the order of the first.
fn common<'a>(one: &'a [LookForId], other: &'a [LookForId]) -> impl Iterator<Item = &'a LookForId> {
    one.iter().filter(|id| other.contains(id))
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

    /// What the table in `docs/permissions.md` calls an action.
    fn in_the_docs(action: Action) -> &'static str {
        match action {
            Action::PullSchool => "Hold a school’s roster and visits on a tablet",
            Action::RecordVisit => "Record visits, and edit one’s own",
            Action::EditOthersVisit => "Change a visit that somebody else recorded",
            Action::CompareSchool => "Compare a school’s visits with what is expected",
            Action::CompareDistrict => "Compare visits across the whole district",
            Action::ImportRoster => "See what the rosters hold, and import them",
            Action::ImportVisits => "Import visits of other programs, and undo it",
            Action::WriteFramework => "Write the next version of the framework, and publish it",
            Action::ManagePeople => "Invite people, and change what they may do and where",
            Action::ChooseFocus => "Choose what a school watches just now",
            Action::SetDistrict => {
                "Choose what the district and its networks watch, what is expected, the goals and initiatives, the calendar, the rules that everyone is held against, and who decides for each school"
            }
        }
    }

    #[test]
    fn the_docs_have_the_same_table() {
        let docs = include_str!("../../../docs/permissions.md");
        for action in Action::ALL {
            let cell = |role| {
                let someone = me(role, if role == Role::Administrator { &[] } else { &["here"] });
                match (someone.may(action, &"here".into()), someone.may(action, &"elsewhere".into())) {
                    (true, true) => "yes",
                    (true, false) => "own schools",
                    (false, _) => "no",
                }
            };
            let row = format!("| {} | {} |", in_the_docs(action), Role::ALL.map(cell).join(" | "));
            assert!(docs.lines().any(|line| line == row), "docs/permissions.md lacks: {row}");
        }
    }

    #[test]
    fn only_administrators_import() {
        assert_eq!(Role::ALL.map(|role| me(role, &["here"]).may_import()), [true, false, false, false]);
    }
}
