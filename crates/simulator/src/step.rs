//! What can happen in a run. Numbers choose among what there is at that moment, so that every step makes sense after any
//! others; one for which there is nothing does nothing.

use serde::{Deserialize, Serialize};

use crate::dice::Dice;

/// One thing that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Somebody does something on a tablet.
    Act {
        /// Which tablet.
        tablet: u8,
        /// What, among [`Deed`]s.
        deed: Deed,
        /// Chooses the visit, the mark, the look-for.
        which: u16,
    },
    /// A tab begins to sync.
    Sync {
        /// Which tablet.
        tablet: u8,
        /// Which of its two tabs.
        tab: u8,
    },
    /// One of the requests under way is dealt with.
    Serve {
        /// Which of them.
        which: u8,
        /// How.
        fate: Fate,
        /// Visits or edits a page, at most; 0 for as many as were asked for.
        page: u8,
    },
    /// A request that was thought lost arrives after all.
    Late {
        /// Which of them.
        which: u8,
    },
    /// A tablet's disk fails after some more transactions.
    Disk {
        /// Which tablet.
        tablet: u8,
        /// How many go through before.
        after: u8,
        /// How.
        fault: DiskFault,
    },
    /// A tablet dies and is started again: whatever it was doing is gone.
    Reboot {
        /// Which tablet.
        tablet: u8,
    },
    /// A tablet's clock is set to be so many hours off.
    Clock {
        /// Which tablet.
        tablet: u8,
        /// Hours ahead of the truth, up to 30 days either way.
        hours: i16,
    },
    /// An installation is copied to another tablet, which goes on with it.
    Clone {
        /// From which tablet.
        tablet: u8,
    },
    /// The server's process dies while it writes, and is started again.
    Kill {
        /// Which of the requests under way.
        which: u8,
        /// After so many row changes of it; when it makes fewer, between its commit and its answer.
        after: u8,
    },
    /// The server's file is copied.
    Backup,
    /// The copy is put back in place of the file, behind the server's back.
    PutBack,
    /// The file is lost, and the copy restored in its place.
    Restore,
    /// The district publishes the next version of its framework, or publishes it again.
    Publish,
    /// The district erases a visit for good.
    Erase {
        /// Which.
        which: u16,
    },
    /// The coach's second school is given or taken.
    Assign,
    /// Time passes.
    Wait {
        /// How long, in minutes.
        minutes: u8,
    },
}

/// What somebody does on a tablet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// Begins a visit.
    Begin,
    /// Begins one against a framework version that the tablet may not have.
    BeginAhead,
    /// Taps.
    Tap,
    /// Taps more often than a push holds.
    TapOn,
    /// Takes a tap back.
    Void,
    /// Answers a look-for.
    Answer,
    /// Writes a note, or writes it again.
    Note,
    /// Finishes.
    Finish,
    /// Discards, or takes the discarding back.
    Discard,
    /// Does what only a newer program knows, so that every program here must keep it unread.
    Sketch,
}

/// What becomes of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// It arrives, and so does the answer.
    Fine,
    /// It is lost.
    Lost,
    /// Half of it arrives, then the line is cut.
    HalfSent,
    /// It arrives; the answer does not.
    Cut,
    /// It arrives; half of the answer does.
    HalfAnswered,
    /// It arrives twice.
    Twice,
    /// It is lost for now.
    Delayed,
    /// The server has no time for it.
    Busy,
}

/// How a disk fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DiskFault {
    /// Nothing more fits.
    Full,
    /// The connection is dead.
    Lost,
    /// The tablet dies before it is written.
    DiesBefore,
    /// The tablet dies after it is written, and before anybody hears.
    DiesAfter,
}

const DEEDS: [Deed; 16] = [
    Deed::Begin,
    Deed::Begin,
    Deed::BeginAhead,
    Deed::Tap,
    Deed::Tap,
    Deed::Tap,
    Deed::Void,
    Deed::Void,
    Deed::Answer,
    Deed::Answer,
    Deed::Answer,
    Deed::Note,
    Deed::Note,
    Deed::Finish,
    Deed::Finish,
    Deed::Discard,
];

const FATES: [Fate; 16] = [
    Fate::Fine,
    Fate::Fine,
    Fate::Fine,
    Fate::Fine,
    Fate::Fine,
    Fate::Fine,
    Fate::Fine,
    Fate::Lost,
    Fate::HalfSent,
    Fate::Cut,
    Fate::Cut,
    Fate::HalfAnswered,
    Fate::Twice,
    Fate::Twice,
    Fate::Delayed,
    Fate::Busy,
];

const FAULTS: [DiskFault; 4] = [DiskFault::Full, DiskFault::Lost, DiskFault::DiesBefore, DiskFault::DiesAfter];

/// The steps of a seed, between 120 and 240. Which kinds of fault it has is part of the seed: with all of them in every run, none
/// would ever meet a sync that gets anywhere.
#[must_use]
pub fn steps(seed: u64) -> Vec<Step> {
    let mut dice = Dice::of(seed);
    let many = 120 + dice.below(120);
    let bad_line = dice.below(4) > 0;
    let has: [bool; 8] = std::array::from_fn(|_| dice.below(3) == 0);
    let mut steps: Vec<Step> = (0..many).map(|_| step(&mut dice, bad_line, has)).collect();
    erase_some(&mut steps, seed);
    restore_once(&mut steps, seed);
    sketch_some(&mut steps, seed);
    steps
}

/// In one seed of six, with dice of their own, somebody's program is newer than everybody's.
fn sketch_some(steps: &mut Vec<Step>, seed: u64) {
    let mut dice = Dice::of(seed ^ 0x5CE7_C400);
    if dice.below(6) == 0 {
        for _ in 0..1 + dice.below(6) {
            let (tablet, which) = (dice.below(256) as u8, dice.below(65_536) as u16);
            let at = dice.below(steps.len() as u32) as usize;
            steps.insert(at, Step::Act { tablet, deed: Deed::Sketch, which });
        }
    }
}

/// In one seed of eight, with dice of their own, a backup is made and later restored.
fn restore_once(steps: &mut Vec<Step>, seed: u64) {
    let mut dice = Dice::of(seed ^ 0x2E57_02ED);
    if dice.below(8) == 0 {
        let restored = dice.below(steps.len() as u32);
        steps.insert(restored as usize, Step::Restore);
        steps.insert(dice.below(restored + 1) as usize, Step::Backup);
    }
}

/// In one seed of five, with dice of their own, visits are erased in between.
fn erase_some(steps: &mut Vec<Step>, seed: u64) {
    let mut dice = Dice::of(seed ^ 0x0E2A_5E00);
    if dice.below(5) == 0 {
        for _ in 0..1 + dice.below(4) {
            let at = dice.below(steps.len() as u32) as usize;
            steps.insert(at, Step::Erase { which: dice.below(65_536) as u16 });
        }
    }
}

fn step(dice: &mut Dice, bad_line: bool, has: [bool; 8]) -> Step {
    let tablet = dice.below(256) as u8;
    let [disk, clock, clone, kill, rewind, publish, assign, late] = has;
    let which = dice.below(65_536) as u16;
    match dice.below(100) {
        0..32 => {
            let deed = if dice.below(300) == 0 { Deed::TapOn } else { dice.any(&DEEDS) };
            Step::Act { tablet, deed, which }
        }
        32..44 => Step::Sync { tablet, tab: which as u8 },
        44..80 => {
            let fate = if bad_line { dice.any(&FATES) } else { Fate::Fine };
            let page = if dice.below(2) == 0 { 0 } else { 1 + dice.below(4) as u8 };
            Step::Serve { which: which as u8, fate, page }
        }
        80..83 if late => Step::Late { which: which as u8 },
        83..86 if disk => Step::Disk { tablet, after: dice.below(4) as u8, fault: dice.any(&FAULTS) },
        86..87 => Step::Reboot { tablet },
        87..89 if clock => Step::Clock { tablet, hours: dice.below(1_441) as i16 - 720 },
        89..90 if clone => Step::Clone { tablet },
        90..93 if kill => Step::Kill { which: which as u8, after: dice.below(12) as u8 },
        93..95 if rewind => Step::Backup,
        95..96 if rewind => Step::PutBack,
        96..97 if publish => Step::Publish,
        97..98 if assign => Step::Assign,
        98..100 => Step::Wait { minutes: which as u8 },
        _ => Step::Serve { which: which as u8, fate: Fate::Fine, page: 0 },
    }
}
