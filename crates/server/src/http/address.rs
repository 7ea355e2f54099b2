//! Where a request comes from, as far as that can be known.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use crate::app::App;
use crate::config::Reach;

/// The client's address; `None` when the request did not come over a socket.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Address(pub(crate) Option<IpAddr>);

impl FromRequestParts<App> for Address {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
        Ok(Self(match app.reach() {
            Reach::Loopback => peer,
            Reach::BehindTls => forwarded(parts).or(peer),
        }))
    }
}

/// The last address in `X-Forwarded-For`: the one that our own proxy saw. Those before it are hearsay.
fn forwarded(parts: &Parts) -> Option<IpAddr> {
    let line = parts.headers.get_all("x-forwarded-for").into_iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
}
