//! What has happened in a run, counted.

use std::fmt;

/// What a run that held has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ran {
    /// Steps taken.
    pub steps: u64,
    /// Requests that reached the server.
    pub requests: u64,
    /// Edits recorded.
    pub edits: u64,
    /// Times that the server died in a request.
    pub deaths: u64,
    /// Times that the server's file was put back.
    pub rewinds: u64,
    /// Times that a backup was restored.
    pub restores: u64,
    /// Visits erased.
    pub erasures: u64,
    /// Edits of a program newer than everybody's.
    pub newer: u64,
}

impl Ran {
    pub(crate) fn add(&mut self, other: Self) {
        let Self { steps, requests, edits, deaths, rewinds, restores, erasures, newer } = other;
        self.steps += steps;
        self.requests += requests;
        self.edits += edits;
        self.deaths += deaths;
        self.rewinds += rewinds;
        self.restores += restores;
        self.erasures += erasures;
        self.newer += newer;
    }
}

impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { steps, requests, edits, deaths, rewinds, restores, erasures, newer } = self;
        write!(
            f,
            "{steps} steps, {requests} requests, {edits} edits, {deaths} deaths of the server, {rewinds} rewinds, \
             {restores} restores, {erasures} visits erased, {newer} edits of a newer program"
        )
    }
}
