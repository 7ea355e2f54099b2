//! What a command finds in the data folder: the district, its schools and its people.

use domain::id::{AccountId, DistrictId, SchoolId};
use domain::permission::{Me, Role};

use super::{CliError, DataArgs};
use crate::app::App;
use crate::config::Database;
use crate::people::{self, PeopleError};
use crate::store::{Account, FILE, StoreError, commits};

/// The server's data, and the one district in it. A misspelt folder is not made into an empty one.
pub(super) async fn open(data: &DataArgs) -> Result<(App, DistrictId), CliError> {
    let config = data.config()?;
    if let Database::Folder(folder) = &config.database
        && !folder.join(FILE).exists()
    {
        return Err(CliError::NoDistrict);
    }
    let app = App::open(config).await?;
    let district = app.store().districts().await?.into_iter().next().ok_or(CliError::NoDistrict)?;
    Ok((app, district))
}

/// Who signs in with an email.
pub(super) async fn find(app: &App, email: &str) -> Result<Account, CliError> {
    let account = app.store().account_by_email(email).await?;
    account.ok_or(CliError::People(PeopleError::NoAccount))
}

/// A misspelt school would be a school of its own, in which nobody else works.
pub(super) async fn known_schools(
    app: &App,
    district: &DistrictId,
    asked: &[String],
) -> Result<Vec<SchoolId>, CliError> {
    let mut tx = app.store().read().await?;
    let head = commits::head(&mut tx, district).await?;
    let document = people::latest_district(&mut tx, district, head.seq).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    let schools = document.map(|document| document.schools).unwrap_or_default();
    let known: Vec<SchoolId> = schools.into_iter().map(|school| school.id).collect();
    asked
        .iter()
        .map(|school| {
            let id = SchoolId(school.clone());
            if known.contains(&id) {
                return Ok(id);
            }
            let names: Vec<&str> = known.iter().map(SchoolId::as_str).collect();
            Err(CliError::NoSchool { school: school.clone(), known: names.join(", ") })
        })
        .collect()
}

/// Whoever can read the data folder sees what an administrator sees.
pub(super) fn operator(district: &DistrictId) -> Me {
    Me {
        account: AccountId::default(),
        district: district.clone(),
        name: String::new(),
        email: String::new(),
        role: Role::Administrator,
        schools: Vec::new(),
    }
}
