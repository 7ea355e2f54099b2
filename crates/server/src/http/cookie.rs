//! The session cookie.

use axum::http::{HeaderMap, HeaderValue, header};
use domain::id::DistrictId;

use crate::config::Reach;
use crate::sign_in::Token;

/// How long a browser keeps the cookie, in seconds: longer than the server keeps an idle session, which decides.
const MAX_AGE: u32 = 400 * 24 * 60 * 60;

/// Reads the session's district and token from a request; `None` when there are none that make sense.
pub(crate) fn read(headers: &HeaderMap, reach: Reach) -> Option<(DistrictId, Token)> {
    let wanted = name(reach);
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let value = cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == wanted).then_some(value))?;
    Token::from_text(value)
}

/// The header that keeps a session in the browser.
pub(crate) fn keep(district: &DistrictId, token: &Token, reach: Reach) -> Option<HeaderValue> {
    write(&token.to_text(district), MAX_AGE, reach)
}

/// The header that makes the browser forget it.
pub(crate) fn forget(reach: Reach) -> Option<HeaderValue> {
    write("", 0, reach)
}

/// `__Host-` binds a cookie to this host over TLS. On loopback plain HTTP, WebKit drops cookies that ask for TLS.
fn name(reach: Reach) -> &'static str {
    match reach {
        Reach::Loopback => "throughline",
        Reach::BehindTls => "__Host-throughline",
    }
}

fn write(value: &str, max_age: u32, reach: Reach) -> Option<HeaderValue> {
    let secure = match reach {
        Reach::Loopback => "",
        Reach::BehindTls => "; Secure",
    };
    let name = name(reach);
    HeaderValue::from_str(&format!("{name}={value}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}")).ok()
}
