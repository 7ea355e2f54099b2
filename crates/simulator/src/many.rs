//! Many seeds at once, one thread a processor.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::{Builder, Runtime};

use crate::district::{Failure, Template};
use crate::ran::Ran;
use crate::step::steps;
use crate::verdict::Broken;
use crate::world::run;

/// What many seeds have shown.
#[derive(Debug)]
pub struct Many {
    /// How many were run.
    pub seeds: u64,
    /// What those that held have seen, added up.
    pub ran: Ran,
    /// The lowest seed that did not hold. After the first that does not, no more are begun.
    pub broken: Option<(u64, Broken)>,
}

/// A run of its own, in which nothing happens at the same time.
///
/// # Errors
/// When the machine will not.
pub fn runtime() -> std::io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

/// Runs seeds until one does not hold.
///
/// # Errors
/// When the machine will not: the disk is full, a server does not open.
pub fn many(template: &Arc<Template>, seeds: Range<u64>) -> Result<Many, Failure> {
    let next = Arc::new(AtomicU64::new(seeds.start));
    let found = Arc::new(Mutex::new(Many { seeds: 0, ran: Ran::default(), broken: None }));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let worker = |_| {
        let (template, next, found, end) = (Arc::clone(template), Arc::clone(&next), Arc::clone(&found), seeds.end);
        std::thread::spawn(move || work(&template, &next, end, &found))
    };
    for thread in (0..threads).map(worker).collect::<Vec<_>>() {
        thread.join().map_err(|_| "a run panicked")??;
    }
    let found = Arc::into_inner(found).ok_or("a run goes on")?;
    Ok(found.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn work(template: &Template, next: &AtomicU64, end: u64, found: &Mutex<Many>) -> Result<(), Failure> {
    let runtime = runtime()?;
    loop {
        let seed = next.fetch_add(1, Ordering::SeqCst);
        if seed >= end || found.lock().unwrap_or_else(PoisonError::into_inner).broken.is_some() {
            return Ok(());
        }
        let held = runtime.block_on(run(template, seed, &steps(seed)))?;
        let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
        found.seeds += 1;
        match held {
            Ok(ran) => found.ran.add(ran),
            Err(broken) if found.broken.as_ref().is_none_or(|(other, _)| seed < *other) => {
                found.broken = Some((seed, broken));
            }
            Err(_) => {}
        }
    }
}
