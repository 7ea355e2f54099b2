//! A district's beginning: the one-time link, and what using it makes.

use std::net::IpAddr;

use domain::district::{Calendar, District, Person, Published};
use domain::id::{AccountId, DistrictId};
use domain::permission::{Me, Role};
use domain::stream::Stream;
use domain::time::{DAY, Date, Millis, UtcOffset, local};

use crate::app::App;
use crate::error::{ApiError, Unreadable};
use crate::outside::{Outside, draw_tag};
use crate::people::{self, PeopleError};
use crate::sign_in::{Passphrases, SESSION_LASTS, Token, tries};
use crate::store::{StoreError, commits, documents, setups};

/// How long a link works, in milliseconds.
const LINK_LASTS: i64 = 7 * DAY;
/// The longest name of a person or a district, in characters.
const MOST_NAME: usize = 200;

/// Who sets the district up.
pub(crate) struct FirstAdministrator {
    pub(crate) district: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) passphrase: String,
}

/// Makes a new link in place of any earlier one, for a district that has nobody in it; its last part is what this
/// gives. `None` when there is somebody.
pub(crate) async fn offer(app: &App) -> Result<Option<String>, PeopleError> {
    // Of two processes that start at once, one makes the district; the last one's link is the one that works.
    let _turn = app.store().turn("beginning").await?;
    let district = match app.store().districts().await?.into_iter().next() {
        Some(district) => district,
        None => new_district(app.outside())?,
    };
    if !app.store().accounts(&district).await?.is_empty() {
        return Ok(None);
    }
    people::found(app, &district).await?;
    let token = Token::draw(app.outside()).map_err(StoreError::from)?;
    let ends = app.outside().now().plus(LINK_LASTS);
    app.store().offer_setup(&district, token.hash(), ends).await?;
    Ok(Some(token.to_text(&district)))
}

/// An id that no other district has: the name can change, the id never does.
fn new_district(outside: &dyn Outside) -> Result<DistrictId, StoreError> {
    Ok(DistrictId(format!("d-{}", short(outside)?)))
}

/// An id for a new account.
pub(crate) fn new_account(outside: &dyn Outside) -> Result<AccountId, StoreError> {
    Ok(AccountId(format!("a-{}", short(outside)?)))
}

/// Uses a link: makes the administrator and publishes the district. The link works once.
///
/// # Errors
/// [`ApiError::NotAllowed`] for a link that was used, replaced, never made or is too old.
pub(crate) async fn take(
    app: &App,
    link: &str,
    first: FirstAdministrator,
    from: Option<IpAddr>,
) -> Result<(Me, Token), ApiError> {
    let now = app.outside().now();
    // One key for all links: guessing them is slowed down like guessing a passphrase.
    tries::ask(app, "set-up link", from, now).await?;
    let first = first.check()?;
    let (district, link) = Token::from_text(link).ok_or(ApiError::NotAllowed)?;
    let passphrase = app.passphrases().make(first.passphrase, app.outside()).await?;
    let me = Me {
        account: new_account(app.outside())?,
        district: district.clone(),
        name: first.name,
        email: first.email.to_lowercase(),
        role: Role::Administrator,
        schools: Vec::new(),
    };
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    let here = match commits::next(&mut tx, &district, tag, now).await {
        Err(StoreError::NoDistrict) => return Err(ApiError::NotAllowed),
        other => other?,
    };
    if !setups::take(&mut tx, &district, link.hash(), now).await? {
        return Err(ApiError::NotAllowed);
    }
    let document = Published::District(fresh(&me, first.district, now)).write();
    let document = document.map_err(|_| StoreError::Damaged("documents.text"))?;
    documents::put(&mut tx, &district, &Stream::District, &document, here.seq).await?;
    people::write(&mut tx, &me, passphrase, now, (here.seq, now)).await?;
    tx.commit().await.map_err(StoreError::from)?;
    tries::succeeded(app, "set-up link", from, now).await?;
    let token = Token::draw(app.outside())?;
    let ends = now.plus(SESSION_LASTS);
    app.store().open_session(&district, token.hash(), &me.account, now, ends).await?;
    Ok((me, token))
}

impl FirstAdministrator {
    /// Spaces around what people type mean nothing.
    fn check(self) -> Result<Self, ApiError> {
        let Self { district, name, email, passphrase } = self;
        let (district, name, email) = (tidy(&district), tidy(&name), tidy(&email));
        let district = district.ok_or(Unreadable::Member("district"))?;
        let name = name.ok_or(Unreadable::Member("name"))?;
        let email = email.filter(|email| email.contains('@')).ok_or(Unreadable::Member("email"))?;
        Passphrases::check(&passphrase).map_err(|_| Unreadable::Member("passphrase"))?;
        Ok(Self { district, name, email, passphrase })
    }
}

fn tidy(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= MOST_NAME && !text.contains('\0');
    fits.then(|| text.to_owned())
}

fn short(outside: &dyn Outside) -> Result<String, StoreError> {
    Ok(outside.draw()?[..6].iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A district with a name and a school year, and nothing else yet.
fn fresh(me: &Me, name: String, now: Millis) -> District {
    let (first_day, last_day) = school_year(local(now, UtcOffset(0)).0);
    District {
        id: me.district.clone(),
        name,
        networks: Vec::new(),
        schools: Vec::new(),
        observers: vec![Person { id: me.account.clone(), name: me.name.clone() }],
        calendar: Calendar { first_day, last_day, terms: Vec::new(), check_dates: Vec::new(), days_off: Vec::new() },
        margin: 0.10,
        focus: Vec::new(),
        focus_sets: Vec::new(),
        minimum_visits: None,
        visits_a_week: None,
        expectations: Vec::new(),
        models: Vec::new(),
        goals: domain::district::Goals::default(),
    }
}

/// 1 August to 30 June: the school year that a day is in or, in July, the one that comes.
fn school_year(day: Date) -> (Date, Date) {
    let begins = if day.month() >= 7 { day.year() } else { day.year() - 1 };
    let date = |year, month, of_month| Date::new(year, month, of_month).unwrap_or(day);
    (date(begins, 8, 1), date(begins + 1, 6, 30))
}
