//! Signing in with a passphrase.

mod passphrase;
mod token;
pub(crate) mod tries;

use std::net::IpAddr;

use domain::permission::Me;
use domain::time::{DAY, Millis};

use crate::app::App;
use crate::error::ApiError;
use crate::people;

pub(crate) use passphrase::Passphrases;
pub use passphrase::UnfitPassphrase;
pub(crate) use token::Token;
pub(crate) use tries::Failures;

/// How long a session lasts after it was last used, in milliseconds: a tablet that spent the summer in a drawer still
/// opens.
pub(crate) const SESSION_LASTS: i64 = 90 * DAY;

/// Signs someone in. An unknown email takes the same time and hears the same answer as a wrong passphrase, and too
/// many tries for one email or from one address have to wait.
///
/// # Errors
/// [`ApiError::WrongPassphrase`] and [`ApiError::SlowDown`], beside faults.
pub(crate) async fn sign_in(
    app: &App,
    email: &str,
    passphrase: String,
    from: Option<IpAddr>,
) -> Result<(Me, Token), ApiError> {
    let now = app.outside().now();
    let email = email.trim().to_lowercase();
    tries::ask(app, &email, from, now).await?;
    let account = app.store().account_by_email(&email).await?;
    // Who left long ago is nobody, and so is who has chosen no passphrase yet.
    let gone = |at: Millis| now > at.plus(people::GRACE);
    let account = account.filter(|account| !account.passphrase.is_empty() && !account.left_at.is_some_and(gone));
    let known = account.as_ref().map(|account| account.passphrase.clone());
    let fits = app.passphrases().fits(passphrase, known).await?;
    let account = account.filter(|_| fits).ok_or(ApiError::WrongPassphrase)?;
    tries::succeeded(app, &email, from, now).await?;
    let token = Token::draw(app.outside())?;
    let ends = now.plus(SESSION_LASTS);
    app.store().open_session(&account.district, token.hash(), &account.account, now, ends).await?;
    let me = people::me(app.store(), &account.district, &account.account).await?.ok_or(ApiError::WrongPassphrase)?;
    Ok((me, token))
}
