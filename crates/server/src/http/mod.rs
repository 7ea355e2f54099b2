//! What every request passes through, whatever it asks for.

pub(crate) mod address;
pub(crate) mod caller;
pub(crate) mod conditional;
pub(crate) mod cookie;
pub(crate) mod headers;
pub(crate) mod origin;
pub(crate) mod read;
pub(crate) mod request;
