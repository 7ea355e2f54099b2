//! Who works in the district, as an administrator sees and changes it.

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, SchoolId};
use crate::permission::Role;
use crate::sync::ProblemCode;
use crate::time::Millis;

/// `GET /api/v1/people`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// By name; those who have left come last.
    pub people: Vec<Member>,
}

/// Someone who works, or worked, in the district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Their key.
    pub account: AccountId,
    /// As people say it.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// Where; an administrator works in all of them.
    pub schools: Vec<SchoolId>,
    /// How they stand.
    pub standing: Membership,
}

/// How someone stands in the district.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    /// They can sign in.
    Active,
    /// They have not chosen a passphrase yet.
    Invited {
        /// Until when their link works, by the server's clock; `None` when it no longer does.
        until: Option<Millis>,
    },
    /// They no longer work here. What they recorded stays.
    Left {
        /// Since when, by the server's clock.
        at: Millis,
    },
}

/// `POST /api/v1/people/invite`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    /// As people say it.
    pub name: String,
    /// What they will sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// Where.
    pub schools: Vec<SchoolId>,
}

/// A link with which someone chooses a passphrase. It works once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Whose it is.
    pub account: AccountId,
    /// The last part of the address, behind `/join/`. The server keeps only its hash, so nobody can ask for it again.
    pub token: String,
    /// Until when it works, by the server's clock.
    pub until: Millis,
}

/// `POST /api/v1/people/link`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLink {
    /// Who gets it.
    pub account: AccountId,
}

/// `POST /api/v1/people/change`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeMember {
    /// Whom it is about.
    pub account: AccountId,
    /// What becomes of them.
    pub change: MemberChange,
}

/// What becomes of somebody's place in the district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberChange {
    /// From now on they work in this role, in these schools and no others.
    Work {
        /// What they may do.
        role: Role,
        /// Where.
        schools: Vec<SchoolId>,
    },
    /// They leave: they see nothing more. What they recorded before is still taken for two weeks.
    Leave,
    /// They come back, to the schools that they are given then.
    Return,
}

/// `POST /api/v1/join/look`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookAtLink {
    /// The last part of the link.
    pub token: String,
}

/// Whom a link is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkFor {
    /// As people say it.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// Their district; empty before it has published itself.
    pub district: String,
}

/// `POST /api/v1/join`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The last part of the link.
    pub token: String,
    /// What they choose: 10 characters at least.
    pub passphrase: String,
}

/// Why somebody's place in the district is not changed. It is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotChangePeople {
    /// Another account signs in with this email.
    #[error("another account signs in with this email")]
    EmailTaken,
    /// The email is none.
    #[error("this is no email address")]
    Email,
    /// The name is empty or longer than 200 characters.
    #[error("a name has 1 to 200 characters")]
    Name,
    /// One of the schools is none of the district's.
    #[error("the district has no such school")]
    School,
    /// There is no such account.
    #[error("there is no such account")]
    NoAccount,
    /// Somebody has to be able to put things right.
    #[error("this is the last administrator of the district")]
    LastAdministrator,
    /// They have left: first they come back.
    #[error("they have left the district")]
    HasLeft,
}

/// The answer to what cannot be done with somebody's place: a [`Problem`](crate::sync::Problem) that says more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleProblem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
    /// What is wrong.
    pub why: CannotChangePeople,
}
