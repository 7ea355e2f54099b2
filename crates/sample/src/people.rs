//! Who signs in: an administrator, a principal and observers in every school, a coach for every few schools.

use domain::district::Person;
use domain::id::{AccountId, DistrictId, SchoolId};
use domain::permission::{Me, Role};

use crate::names::Adults;

/// The seed of the demo district that the documents show.
pub const DEMO_SEED: u64 = 1;
/// What every demo account signs in with.
pub const DEMO_PASSPHRASE: &str = "walk the halls";
/// The administrator of the demo district.
pub const DEMO_ADMINISTRATOR: &str = "admin@demo.throughline.test";
/// The principal of Cedar Ridge Elementary: the account to look at first.
pub const DEMO_PRINCIPAL: &str = "principal@demo.throughline.test";
/// The coach of the West network; a second one is `coach2@demo.throughline.test`.
pub const DEMO_COACH: &str = "coach@demo.throughline.test";
/// An observer at Cedar Ridge Elementary.
pub const DEMO_OBSERVER: &str = "observer@demo.throughline.test";

/// A demo account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Who it is, and what they may do where.
    pub me: Me,
    /// What they sign in with: [`DEMO_PASSPHRASE`].
    pub passphrase: String,
}

/// Schools that one coach supports.
const SCHOOLS_A_COACH: usize = 4;

/// Everyone: the administrator first, then school by school its principal and observers, then the coaches. Every
/// school has `observers` of them, at least one.
pub(crate) fn accounts(
    district: &DistrictId,
    schools: &[SchoolId],
    observers: usize,
    names: &mut Adults,
) -> Vec<Account> {
    let mut account = |id: String, email: String, role: Role, schools: &[SchoolId]| Account {
        me: Me {
            account: AccountId(id),
            district: district.clone(),
            name: names.next().unwrap_or_default(),
            email,
            role,
            schools: schools.to_vec(),
        },
        passphrase: DEMO_PASSPHRASE.to_owned(),
    };
    let mut all = vec![account("admin".to_owned(), DEMO_ADMINISTRATOR.to_owned(), Role::Administrator, &[])];
    for (position, school) in schools.iter().enumerate() {
        let here = std::slice::from_ref(school);
        let email = if position == 0 { DEMO_PRINCIPAL.to_owned() } else { address(&format!("principal.{school}")) };
        all.push(account(format!("principal-{school}"), email, Role::Principal, here));
        for number in 1..=observers {
            let email = match (position, number) {
                (0, 1) => DEMO_OBSERVER.to_owned(),
                (_, 1) => address(&format!("observer.{school}")),
                (_, _) => address(&format!("observer{number}.{school}")),
            };
            all.push(account(format!("observer-{school}-{number}"), email, Role::Observer, here));
        }
    }
    for (position, theirs) in schools.chunks(SCHOOLS_A_COACH).enumerate() {
        let email = if position == 0 { DEMO_COACH.to_owned() } else { address(&format!("coach{}", position + 1)) };
        all.push(account(format!("coach-{}", position + 1), email, Role::Coach, theirs));
    }
    all
}

/// Those who record visits, as the district's document lists them.
pub(crate) fn observers(accounts: &[Account]) -> Vec<Person> {
    let watches = |account: &&Account| match account.me.role {
        Role::Administrator => false,
        Role::Principal | Role::Coach | Role::Observer => true,
    };
    let person = |account: &Account| Person { id: account.me.account.clone(), name: account.me.name.clone() };
    accounts.iter().filter(watches).map(person).collect()
}

fn address(name: &str) -> String {
    format!("{name}@demo.throughline.test")
}
