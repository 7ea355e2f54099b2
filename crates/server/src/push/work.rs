//! A push on its way through one transaction: what it needs is read, what was ruled is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::fact::Fact;
use domain::framework::Framework;
use domain::id::{DocumentHash, VisitId};
use domain::permission::Me;
use domain::sync::{Fingerprint, Verdict};
use sqlx::AnyConnection;

use super::facts::{PackChanges, fact_of, framework_of, names_unknown};
use super::judge::{Judge, Ruling};
use super::read::{Arrived, Push};
use crate::app::App;
use crate::error::ApiError;
use crate::publish;
use crate::store::{NewEdit, Replica, StoreError, accounts, assignments, edits, erasures, refusals, replicas, visits};

/// A push on its way through one transaction.
pub(super) struct Work<'a> {
    app: &'a App,
    me: &'a Me,
    judge: Judge<'a>,
    pub(super) replica: Replica,
    /// What was in a pack before, so that it can be taken out.
    before: BTreeMap<VisitId, Option<Fact>>,
    /// Visits whose framework was not known before.
    waiting: BTreeSet<VisitId>,
    frameworks: BTreeMap<DocumentHash, Arc<Framework>>,
}

impl<'a> Work<'a> {
    /// Reads all that judging needs.
    pub(super) async fn begin(app: &'a App, tx: &mut AnyConnection, me: &'a Me, push: &Push) -> Result<Self, ApiError> {
        let district = &me.district;
        let fresh =
            Replica { account: me.account.clone(), acked_through: 0, highest: 0, fingerprint: Fingerprint::default() };
        let replica = replicas::get(tx, district, push.replica).await?.unwrap_or(fresh);
        if replica.account != me.account {
            return Err(ApiError::NotAllowed);
        }
        let seqs = || push.edits.iter().map(Arrived::seq);
        let known = match (seqs().min(), seqs().max()) {
            (Some(from), Some(through)) => edits::hashes(tx, district, push.replica, from, through).await?,
            (_, _) => BTreeMap::new(),
        };
        let named: BTreeSet<VisitId> = push.edits.iter().filter_map(Arrived::visit).collect();
        let named: Vec<VisitId> = named.into_iter().collect();
        let visits = visits::get(tx, district, &named).await?;
        let assignments = assignments::of(tx, district, &me.account).await?;
        let erased = erasures::among(tx, district, &named).await?;
        let account = accounts::get(tx, district, &me.account).await?;
        let left = account.and_then(|account| account.left_at);
        let judge = Judge::new((me, left), assignments, push.replica, known, visits, erased);
        let mut work = Self {
            app,
            me,
            judge,
            replica,
            before: BTreeMap::new(),
            waiting: BTreeSet::new(),
            frameworks: BTreeMap::new(),
        };
        work.remember(tx).await?;
        Ok(work)
    }

    async fn remember(&mut self, tx: &mut AnyConnection) -> Result<(), StoreError> {
        let hashes: Vec<_> = self.judge.visits().map(|(visit, stored)| (visit, framework_of(&stored.state))).collect();
        for (visit, hash) in hashes {
            let framework = self.framework(tx, hash).await?;
            if framework.is_none() {
                self.waiting.insert(visit);
            }
            let fact = self
                .judge
                .visit(visit)
                .zip(framework)
                .and_then(|(stored, framework)| fact_of(visit, &stored.state, &framework));
            self.before.insert(visit, fact);
        }
        Ok(())
    }

    pub(super) fn judge(&mut self, push: &Push) -> Vec<Ruling> {
        push.edits.iter().map(|arrived| self.judge.rule(arrived)).collect()
    }

    /// What each edit hears. Whether it counts already is seen only now that all of them are folded in.
    pub(super) async fn verdicts(
        &mut self,
        tx: &mut AnyConnection,
        push: &Push,
        rulings: &[Ruling],
    ) -> Result<Vec<Verdict>, StoreError> {
        let mut verdicts = Vec::with_capacity(rulings.len());
        for (arrived, ruling) in push.edits.iter().zip(rulings) {
            verdicts.push(match ruling {
                Ruling::Accepted => {
                    if self.counts(tx, arrived).await? {
                        Verdict::Applied
                    } else {
                        Verdict::Held
                    }
                }
                Ruling::Erased => Verdict::Applied,
                Ruling::Duplicate => Verdict::Duplicate,
                Ruling::Fork => Verdict::Fork,
                Ruling::Refused(refusal) => Verdict::Rejected(*refusal),
            });
        }
        Ok(verdicts)
    }

    async fn counts(&mut self, tx: &mut AnyConnection, arrived: &Arrived) -> Result<bool, StoreError> {
        let hash =
            arrived.visit().and_then(|visit| self.judge.visit(visit)).and_then(|stored| framework_of(&stored.state));
        let framework = self.framework(tx, hash).await?;
        Ok(framework.zip(arrived.edit()).is_some_and(|(framework, edit)| !names_unknown(edit, &framework)))
    }

    async fn framework(
        &mut self,
        tx: &mut AnyConnection,
        hash: Option<DocumentHash>,
    ) -> Result<Option<Arc<Framework>>, StoreError> {
        let Some(hash) = hash else { return Ok(None) };
        if let Some(known) = self.frameworks.get(&hash) {
            return Ok(Some(Arc::clone(known)));
        }
        let found = self.app.frameworks().get(tx, &self.me.district, hash).await?;
        if let Some(framework) = &found {
            self.frameworks.insert(hash, Arc::clone(framework));
        }
        Ok(found)
    }

    /// Notes what was accepted and answered. Whether there is anything to write.
    pub(super) fn record(&mut self, push: &Push, rulings: &[Ruling]) -> bool {
        let mut new = false;
        for (arrived, ruling) in push.edits.iter().zip(rulings) {
            match ruling {
                Ruling::Accepted | Ruling::Erased => {
                    self.replica.fingerprint.add(arrived.hash());
                    new = true;
                }
                Ruling::Refused(_) => new = true,
                Ruling::Duplicate => new |= self.judge.is_erased(arrived),
                Ruling::Fork => {}
            }
            self.replica.highest = self.replica.highest.max(arrived.seq());
            if arrived.seq() == self.replica.acked_through + 1 {
                self.replica.acked_through = arrived.seq();
            }
        }
        new
    }

    pub(super) async fn write(
        &mut self,
        tx: &mut AnyConnection,
        commit: u64,
        push: &Push,
        verdicts: &[Verdict],
        rulings: &[Ruling],
    ) -> Result<(), StoreError> {
        let district = &self.me.district;
        let ruled = push.edits.iter().zip(verdicts).zip(rulings);
        let accepted = ruled.filter_map(|((arrived, verdict), ruling)| {
            let held = match verdict {
                Verdict::Applied => false,
                Verdict::Held => true,
                Verdict::Duplicate | Verdict::Rejected(_) | Verdict::Fork => return None,
            };
            let erased = *ruling == Ruling::Erased;
            arrived.edit().map(|edit| NewEdit { edit, received: arrived.received(), held, erased })
        });
        edits::put(tx, district, commit, &accepted.collect::<Vec<_>>()).await?;
        for (arrived, ruling) in push.edits.iter().zip(rulings) {
            if let Ruling::Refused(refusal) = ruling {
                let id = (push.replica, arrived.seq(), arrived.hash());
                refusals::put(tx, district, id, &self.me.account, *refusal, arrived.received()).await?;
            }
        }
        self.write_visits(tx, commit).await?;
        self.tell_again(tx, commit, push).await?;
        self.close_gap(tx, push).await?;
        replicas::put(tx, district, push.replica, &self.replica).await
    }

    /// Keeps every visit that changed, and its fact in its pack.
    async fn write_visits(&mut self, tx: &mut AnyConnection, commit: u64) -> Result<(), StoreError> {
        let district = &self.me.district;
        let touched = self.judge.touched();
        let rows: Vec<_> =
            touched.iter().map(|(visit, stored)| (*visit, stored, framework_of(&stored.state))).collect();
        visits::put(tx, district, commit, &rows).await?;
        let mut changes = PackChanges::default();
        for (visit, stored, hash) in rows {
            let Some(framework) = self.framework(tx, hash).await? else {
                continue;
            };
            changes.note(visit, self.before.remove(&visit).flatten(), fact_of(visit, &stored.state, &framework));
            if self.waiting.remove(&visit) {
                publish::release(tx, district, &[visit], &framework).await?;
            }
        }
        changes.write(tx, district, commit).await
    }

    /// Tablets hear once more that a visit was erased: the one that pushed keeps what it now learns was taken, and another of
    /// its tabs may have pulled since.
    async fn tell_again(&self, tx: &mut AnyConnection, commit: u64, push: &Push) -> Result<(), StoreError> {
        let erased = push.edits.iter().filter(|arrived| self.judge.is_erased(arrived));
        for visit in erased.filter_map(Arrived::visit).collect::<BTreeSet<VisitId>>() {
            erasures::tell_again(tx, &self.me.district, visit, commit).await?;
        }
        Ok(())
    }

    /// A gap that this push has filled may have answered seqs behind it, from a push that overtook this one.
    async fn close_gap(&mut self, tx: &mut AnyConnection, push: &Push) -> Result<(), StoreError> {
        while self.replica.acked_through < self.replica.highest {
            let acked = self.replica.acked_through;
            let answered = edits::answered_after(tx, &self.me.district, push.replica, acked).await?;
            for seq in answered {
                if seq == self.replica.acked_through + 1 {
                    self.replica.acked_through = seq;
                }
            }
            if self.replica.acked_through == acked {
                break;
            }
        }
        Ok(())
    }
}
