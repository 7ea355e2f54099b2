//! All tablets of a district, and a day of theirs.

use std::future::Future;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::{JoinSet, LocalSet};

use crate::line::{Exchange, Heard};
use crate::{Failure, Figures, Ground, Host, Tablet};

/// All tablets of a district. They share one thread, and leave the other to the server.
pub struct Fleet {
    /// Each of them.
    pub tablets: Vec<Rc<Tablet>>,
    exchange: Exchange,
    ground: Rc<Ground>,
}

/// What a day is like.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    /// Visits that are on every tablet when it wakes.
    pub before: usize,
    /// Visits recorded and synced one by one after that.
    pub after: usize,
    /// Within so long all of them wake.
    pub wake: Duration,
    /// The longest pause before a visit is synced.
    pub think: Duration,
}

impl Fleet {
    /// Signs every tablet in; tablet by tablet they speak to these servers in turn.
    ///
    /// # Errors
    /// When a server will not.
    pub async fn sign_in(ground: Ground, hosts: &[&Host]) -> Result<Self, Failure> {
        let exchange = Exchange::default();
        let (first, ground) = (hosts.first().ok_or("no server")?, Rc::new(ground));
        let people = ground.sign_in(first).await?;
        let tablets = people.into_iter().zip(hosts.iter().cycle()).enumerate().map(|(number, ((me, cookie), host))| {
            Rc::new(Tablet::new(me, cookie, host.at(""), number, exchange.clone()))
        });
        let tablets = tablets.collect();
        Ok(Self { tablets, exchange, ground })
    }

    /// What was measured since the last time.
    #[must_use]
    pub fn take_figures(&self) -> Figures {
        self.exchange.figures.take()
    }

    /// Waits until so many more requests were answered.
    pub async fn answered(&self, more: usize) {
        let before = self.exchange.heard.borrow().answers;
        self.until(|heard| heard.answers >= before + more).await;
    }

    /// Waits until a server says once more that it takes nothing at the moment.
    pub async fn refused(&self) {
        let before = self.exchange.heard.borrow().refusals;
        self.until(|heard| heard.refusals > before).await;
    }

    async fn until(&self, holds: impl Fn(&Heard) -> bool) {
        // The sender is ours: it cannot go away.
        let _ = self.exchange.heard.subscribe().wait_for(holds).await;
    }

    /// What is recorded.
    #[must_use]
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// Does the same with every tablet, all at once.
    ///
    /// # Errors
    /// The first that any of them meets.
    pub async fn each<F: Future<Output = Result<(), Failure>> + 'static>(
        &self,
        what: impl Fn(Rc<Tablet>, Rc<Ground>) -> F,
    ) -> Result<(), Failure> {
        let (local, mut all) = (LocalSet::new(), JoinSet::new());
        for tablet in &self.tablets {
            all.spawn_local_on(what(Rc::clone(tablet), Rc::clone(&self.ground)), &local);
        }
        local
            .run_until(async {
                while let Some(done) = all.join_next().await {
                    done??;
                }
                Ok(())
            })
            .await
    }

    /// Everybody pulls for the first time, a few at a time: that was last summer.
    ///
    /// # Errors
    /// When a server will not.
    pub async fn settle_in(&self) -> Result<(), Failure> {
        let many = self.tablets.len() as f64;
        self.each(|tablet, _| async move {
            // A hundred a second.
            tokio::time::sleep(Duration::from_secs_f64(tablet.chance() * many / 100.0)).await;
            tablet.sync_through(1.0).await?;
            tablet.hang_up();
            Ok(())
        })
        .await
    }

    /// One day: everybody wakes with what they recorded without a network, and goes on. How long it took.
    ///
    /// # Errors
    /// When a tablet gives up.
    pub async fn live(&self, day: Day) -> Result<Duration, Failure> {
        self.each(|tablet, ground| async move {
            for _ in 0..day.before {
                tablet.visit(&ground).await?;
            }
            Ok(())
        })
        .await?;
        let begun = Instant::now();
        self.each(|tablet, ground| async move {
            tokio::time::sleep(day.wake.mul_f64(tablet.chance())).await;
            tablet.sync_through(1.0).await?;
            for _ in 0..day.after {
                tablet.visit(&ground).await?;
                tokio::time::sleep(day.think.mul_f64(tablet.chance())).await;
                tablet.sync_through(1.0).await?;
            }
            Ok(())
        })
        .await?;
        Ok(begun.elapsed())
    }
}
