//! Looking after the people of the district, and joining it with a link.

use std::rc::Rc;

use domain::id::AccountId;
use domain::people::{CannotChangePeople, Join, Link};

use super::Runtime;
use crate::browser::{clipboard, focus, navigation, tasks};
use crate::route::Route;
use crate::state::{FileFailure, Joining, MadeLink, Members, PeopleStep};

impl Runtime {
    pub(super) async fn people(self: Rc<Self>, step: PeopleStep) {
        match step {
            PeopleStep::Read => self.read_people().await,
            PeopleStep::CopyLink => {
                if let Some(link) = &self.model().members.link {
                    clipboard::copy(&link.address);
                }
            }
            PeopleStep::Invite(invite) => {
                let name = invite.name.trim().to_owned();
                self.members(|now| (now.busy, now.failure, now.link) = (true, None, None));
                let said = self.server.invite(&invite).await;
                self.linked(name, said).await;
            }
            PeopleStep::Link(account) => {
                let name = self.name_of(&account);
                self.members(|now| (now.busy, now.failure, now.link) = (true, None, None));
                let said = self.server.new_link(&account).await;
                self.linked(name, said).await;
            }
            PeopleStep::Change(change) => {
                self.members(|now| (now.busy, now.failure, now.link) = (true, None, None));
                let said = self.server.change_member(&change).await;
                self.members(|now| match said {
                    Ok(()) => now.done += 1,
                    Err(failure) => now.failure = Some(failure),
                });
                self.read_people().await;
            }
        }
    }

    async fn linked(&self, name: String, said: Result<Link, FileFailure<CannotChangePeople>>) {
        self.members(|now| match said {
            Ok(Link { token, until, .. }) => {
                let address = format!("{}{}", navigation::origin(), Route::Join(token).address());
                now.link = Some(MadeLink { name, address, until });
                now.done += 1;
            }
            Err(failure) => now.failure = Some(failure),
        });
        tasks::Timeout::new(0, || focus::to(PeopleStep::LINK)).forget();
        self.read_people().await;
    }

    async fn read_people(&self) {
        let said = self.server.people().await;
        self.members(|now| {
            now.busy = false;
            match said {
                Ok(people) => {
                    // What is said about the last step stays; that the list could not be read is over.
                    if now.people.replace(Rc::new(people)).is_none() {
                        now.failure = None;
                    }
                }
                Err(failure) => now.failure = now.failure.take().or(Some(FileFailure::Network(failure))),
            }
        });
    }

    fn name_of(&self, account: &AccountId) -> String {
        let people = self.model().members.people.clone();
        let found = people.as_ref().and_then(|people| people.people.iter().find(|one| one.account == *account));
        found.map(|one| one.name.clone()).unwrap_or_default()
    }

    /// Whom a link is for.
    pub(super) async fn look_at_link(self: Rc<Self>, token: String) {
        self.change(|model| model.joining = Some(Joining { token: token.clone(), told: None }));
        let told = self.server.look_at_link(&token).await;
        self.change(|model| model.joining = Some(Joining { token, told: Some(told) }));
    }

    pub(super) async fn join(self: Rc<Self>, token: String, passphrase: String) {
        self.change(|model| model.trouble = None);
        let answer = self.server.join(&Join { token, passphrase }).await;
        self.welcome(answer).await;
    }

    fn members(&self, make: impl FnOnce(&mut Members)) {
        self.change(|model| make(Rc::make_mut(&mut model.members)));
    }
}
