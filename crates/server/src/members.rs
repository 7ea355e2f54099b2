//! Who works in the district, as administrators change it: invitations, roles and schools, leaving and coming back.

use std::net::IpAddr;

use domain::id::{AccountId, DistrictId, SchoolId};
use domain::people::{
    CannotChangePeople, ChangeMember, Invite, Join, Link, LinkFor, Member, MemberChange, Membership, People,
};
use domain::permission::{Me, Role};
use domain::time::DAY;
use sqlx::AnyConnection;

use crate::app::App;
use crate::error::{ApiError, Unreadable};
use crate::outside::draw_tag;
use crate::people;
use crate::setup::new_account;
use crate::sign_in::{Passphrases, SESSION_LASTS, Token, tries};
use crate::store::{Account, StoreError, accounts, assignments, commits, invitations};

/// How long a link works, in milliseconds.
const LINK_LASTS: i64 = 7 * DAY;
/// The longest name, in characters.
const MOST_NAME: usize = 200;

/// Everyone.
///
/// # Errors
/// When the store fails.
pub(crate) async fn everyone(app: &App, district: &DistrictId) -> Result<People, StoreError> {
    let now = app.outside().now();
    let all = app.store().accounts(district).await?;
    let mut tx = app.store().read().await?;
    let links = invitations::all(&mut tx, district).await?;
    let mut people = Vec::with_capacity(all.len());
    for Account { account, name, email, role, passphrase, left_at, .. } in all {
        let work = assignments::of(&mut tx, district, &account).await?;
        let schools = work.into_iter().filter(|one| one.until.is_none()).map(|one| one.school).collect();
        let until = links.get(&account).copied().filter(|until| *until > now);
        let standing = match left_at {
            Some(at) => Membership::Left { at },
            None if passphrase.is_empty() => Membership::Invited { until },
            None => Membership::Active,
        };
        people.push(Member { account, name, email, role, schools, standing });
    }
    tx.rollback().await?;
    let left = |member: &Member| matches!(member.standing, Membership::Left { .. });
    people.sort_by_cached_key(|member| (left(member), member.name.to_lowercase(), member.account.clone()));
    Ok(People { people })
}

/// Adds somebody who has no passphrase yet, and makes the link with which they choose one.
///
/// # Errors
/// Why not.
pub(crate) async fn invite(app: &App, by: &Me, invite: Invite) -> Result<Link, ApiError> {
    let now = app.outside().now();
    let name = invite.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > MOST_NAME || name.contains('\0') {
        return Err(CannotChangePeople::Name.into());
    }
    let email = invite.email.trim().to_lowercase();
    if !email.contains('@') || email.chars().count() > MOST_NAME || email.contains(['\0', ' ']) {
        return Err(CannotChangePeople::Email.into());
    }
    let me = Me {
        account: new_account(app.outside())?,
        district: by.district.clone(),
        name,
        email,
        role: invite.role,
        schools: invite.schools,
    };
    let token = Token::draw(app.outside())?;
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, &me.district, tag, now).await?;
    known(&mut tx, &me.district, here.seq, &me.schools).await?;
    let written = people::write(&mut tx, &me, String::new(), now, (here.seq, now)).await;
    written.map_err(|error| match error {
        StoreError::EmailTaken => CannotChangePeople::EmailTaken.into(),
        other => ApiError::Store(other),
    })?;
    let until = now.plus(LINK_LASTS);
    invitations::offer(&mut tx, &me.district, &me.account, (token.hash(), until), &by.account).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Link { token: token.to_text(&me.district), account: me.account, until })
}

/// Makes a new link for somebody, in place of any earlier one: they were invited and it has ended, or they forgot their passphrase.
/// The passphrase that they have goes on working until they choose another.
///
/// # Errors
/// Why not.
pub(crate) async fn link(app: &App, by: &Me, account: &AccountId) -> Result<Link, ApiError> {
    let now = app.outside().now();
    let token = Token::draw(app.outside())?;
    let mut tx = app.store().begin().await?;
    let found = accounts::get(&mut tx, &by.district, account).await?.ok_or(CannotChangePeople::NoAccount)?;
    if found.left_at.is_some() {
        return Err(CannotChangePeople::HasLeft.into());
    }
    let until = now.plus(LINK_LASTS);
    invitations::offer(&mut tx, &by.district, account, (token.hash(), until), &by.account).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Link { token: token.to_text(&by.district), account: account.clone(), until })
}

/// Changes somebody's place.
///
/// # Errors
/// Why not.
pub(crate) async fn change(app: &App, district: &DistrictId, change: ChangeMember) -> Result<(), ApiError> {
    let now = app.outside().now();
    let ChangeMember { account, change } = change;
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    // Of two administrators who dismiss each other at once, the second finds out.
    let here = commits::next(&mut tx, district, tag, now).await?;
    let found = accounts::get(&mut tx, district, &account).await?.ok_or(CannotChangePeople::NoAccount)?;
    let remains = match &change {
        MemberChange::Work { role, .. } => *role == Role::Administrator,
        MemberChange::Leave => false,
        MemberChange::Return => true,
    };
    if !remains && found.role == Role::Administrator && found.left_at.is_none() {
        others(&mut tx, district, &found).await?;
        // A link that they made for another administrator would be a way back.
        invitations::withdraw_made_by(&mut tx, district, &account).await?;
    }
    match change {
        MemberChange::Work { role, schools } => {
            if found.left_at.is_some() {
                return Err(CannotChangePeople::HasLeft.into());
            }
            known(&mut tx, district, here.seq, &schools).await?;
            accounts::put(&mut tx, &Account { role, ..found }, now).await?;
            assignments::assign(&mut tx, district, &account, &schools, now).await?;
        }
        MemberChange::Leave => {
            accounts::leave(&mut tx, district, &account, Some(now)).await?;
            assignments::assign(&mut tx, district, &account, &[], now).await?;
            invitations::withdraw(&mut tx, district, &account).await?;
        }
        MemberChange::Return => accounts::leave(&mut tx, district, &account, None).await?,
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Whom a link is for.
///
/// # Errors
/// [`ApiError::NotAllowed`] for a link that was used, replaced, never made or is too old.
pub(crate) async fn look(app: &App, token: &str, from: Option<IpAddr>) -> Result<LinkFor, ApiError> {
    let now = app.outside().now();
    let (district, token) = Token::from_text(token).ok_or(ApiError::NotAllowed)?;
    let counted = counted(&token);
    tries::ask(app, &counted, from, now).await?;
    let mut tx = app.store().read().await?;
    let account = invitations::of(&mut tx, &district, token.hash(), now).await?.ok_or(ApiError::NotAllowed)?;
    let account = accounts::get(&mut tx, &district, &account).await?.ok_or(ApiError::NotAllowed)?;
    let head = commits::head(&mut tx, &district).await?;
    let document = people::latest_district(&mut tx, &district, head.seq).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    tries::succeeded(app, &counted, from, now).await?;
    let district = document.map(|document| document.name).unwrap_or_default();
    Ok(LinkFor { name: account.name, email: account.email, district })
}

/// Uses a link: from now on the passphrase is this one, every other device is signed out, and this one is signed in.
///
/// # Errors
/// [`ApiError::NotAllowed`] as in [`look`].
pub(crate) async fn join(app: &App, join: Join, from: Option<IpAddr>) -> Result<(Me, Token), ApiError> {
    let now = app.outside().now();
    let (district, link) = Token::from_text(&join.token).ok_or(ApiError::NotAllowed)?;
    let counted = counted(&link);
    tries::ask(app, &counted, from, now).await?;
    Passphrases::check(&join.passphrase).map_err(|_| Unreadable::Member("passphrase"))?;
    let passphrase = app.passphrases().make(join.passphrase, app.outside()).await?;
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    // Whoever changes their role at the same time is waited for.
    match commits::next(&mut tx, &district, tag, now).await {
        Err(StoreError::NoDistrict) => return Err(ApiError::NotAllowed),
        other => other?,
    };
    let account = invitations::of(&mut tx, &district, link.hash(), now).await?.ok_or(ApiError::NotAllowed)?;
    if !invitations::take(&mut tx, &district, link.hash()).await? {
        return Err(ApiError::NotAllowed);
    }
    let account = accounts::get(&mut tx, &district, &account).await?.ok_or(ApiError::NotAllowed)?;
    let account = Account { passphrase, ..account };
    accounts::put(&mut tx, &account, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    tries::succeeded(app, &counted, from, now).await?;
    app.store().close_sessions_of(&district, &account.account).await?;
    let token = Token::draw(app.outside())?;
    let ends = now.plus(SESSION_LASTS);
    app.store().open_session(&district, token.hash(), &account.account, now, ends).await?;
    let me = people::me(app.store(), &district, &account.account).await?.ok_or(ApiError::NotAllowed)?;
    Ok((me, token))
}

/// Under which tries of a link are counted: each by itself, so that nobody's wrong ones keep others out. The address that they come
/// from is counted beside it.
fn counted(token: &Token) -> String {
    let hash: String = token.hash()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("join link {hash}")
}

/// Whether every school is one of the district's.
async fn known(
    tx: &mut AnyConnection,
    district: &DistrictId,
    commit: u64,
    schools: &[SchoolId],
) -> Result<(), ApiError> {
    let document = people::latest_district(tx, district, commit).await?;
    let has = |school| document.as_ref().is_some_and(|document| document.school(school).is_some());
    if schools.iter().all(has) { Ok(()) } else { Err(CannotChangePeople::School.into()) }
}

/// Whether somebody else can administer the district.
async fn others(tx: &mut AnyConnection, district: &DistrictId, but: &Account) -> Result<(), ApiError> {
    let all = accounts::all(tx, district).await?;
    let can = |one: &Account| {
        one.role == Role::Administrator
            && one.left_at.is_none()
            && !one.passphrase.is_empty()
            && one.account != but.account
    };
    if all.iter().any(can) { Ok(()) } else { Err(CannotChangePeople::LastAdministrator.into()) }
}
