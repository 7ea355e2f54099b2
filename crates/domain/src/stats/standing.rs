use serde::{Deserialize, Serialize};

use super::{Direction, Estimate, Expected, Share};

/// Above this part of all visits left blank, in percent, the rest says too little about what
/// happened.
pub const BLANK_LIMIT_PERCENT: u32 = 20;

/// Observed against expected, in words. "At most" has the same seven: *below* then means worse than
/// expected, over the cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// No visits yet: nobody has looked.
    NoVisits,
    /// Left blank too often to trust what was filled in.
    TooManyBlanks,
    /// Too few visits, or too few classrooms.
    TooFew,
    /// At the expectation or better, and surely no further off than the margin.
    Met,
    /// Short of the expectation, but surely no further than the margin.
    Close,
    /// Surely short of the expectation.
    Below,
    /// The interval reaches from short of the expectation to past it.
    CannotTell,
}

/// What was observed of one look-for, over one selection of visits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// Visits in which it was looked at: shown or not shown, or its amount was taken.
    pub looked: u32,
    /// Visits in which it could have been judged and was left blank.
    pub blank: u32,
    /// Distinct classrooms among the looked visits.
    pub classrooms: u32,
    /// Classrooms the selection is about; 0 when nobody knows, and then they were not all visited.
    pub classrooms_in_scope: u32,
    /// The observed value in the unit of the expectation; `None` when the visits do not yield an
    /// interval.
    pub estimate: Option<Estimate>,
}

/// How lenient and how demanding a district is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// How far off still counts as close: points of a share of visits, a part of an expected
    /// amount.
    pub margin: Share,
    /// Fewer looked visits than this are too few.
    pub minimum_visits: u32,
    /// Fewer distinct classrooms than this are too few, unless they are all there are.
    pub minimum_classrooms: u32,
}

impl Rule {
    /// No margin and no minimum: the plain comparison of an interval with a level.
    pub const STRICT: Rule = Rule { margin: Share::ZERO, minimum_visits: 0, minimum_classrooms: 0 };
}

impl Default for Rule {
    /// Ten points, twelve visits, five classrooms.
    fn default() -> Rule {
        Rule { margin: Share::TEN_POINTS, minimum_visits: 12, minimum_classrooms: 5 }
    }
}

/// The first of seven that applies, with p the observed value, [L, U] its interval, E the expected
/// level, δ the margin:
///
/// 1. nothing looked at: [`Standing::NoVisits`];
/// 2. over 20 % of looked and blank together left blank: [`Standing::TooManyBlanks`];
/// 3. fewer visits or classrooms than the rule demands, or no interval: [`Standing::TooFew`];
/// 4. L ≥ E − δ and p ≥ E: [`Standing::Met`];
/// 5. L ≥ E − δ: [`Standing::Close`];
/// 6. U < E: [`Standing::Below`];
/// 7. otherwise: [`Standing::CannotTell`].
///
/// "At most" is the mirror image: U ≤ E + δ, p ≤ E, L > E. Shares and amounts go through the same
/// steps, and only the margin differs: see [`Expected::closeness`]. *Close* comes before *below*,
/// so a shortfall that is certain but smaller than the margin is close.
///
/// This is non-inferiority reasoning: the claim "no more than δ worse" is granted by the interval's
/// lower end. Piaggio and others, "Reporting of noninferiority and equivalence randomized trials",
/// JAMA 308 (2012) 2594–2604.
pub fn standing(evidence: &Evidence, expected: Expected, rule: &Rule) -> Standing {
    if evidence.looked == 0 {
        return Standing::NoVisits;
    }
    if blank_too_often(evidence) {
        return Standing::TooManyBlanks;
    }
    match evidence.estimate {
        Some(estimate) if !too_few(evidence, rule) => held_against(estimate, expected, rule.margin),
        Some(_) | None => Standing::TooFew,
    }
}

fn blank_too_often(evidence: &Evidence) -> bool {
    let blank = u64::from(evidence.blank);
    let all = blank + u64::from(evidence.looked);
    blank * 100 > all * u64::from(BLANK_LIMIT_PERCENT)
}

fn too_few(evidence: &Evidence, rule: &Rule) -> bool {
    let all_visited = evidence.classrooms_in_scope > 0 && evidence.classrooms >= evidence.classrooms_in_scope;
    evidence.looked < rule.minimum_visits || (evidence.classrooms < rule.minimum_classrooms && !all_visited)
}

/// Steps 4 to 7. "At most" turns every sign round, after which more is better in both directions.
fn held_against(estimate: Estimate, expected: Expected, margin: Share) -> Standing {
    let (point, interval, level) = (estimate.point(), estimate.interval(), expected.level());
    let (point, low, high, level) = match expected.direction() {
        Direction::AtLeast => (point, interval.low(), interval.high(), level),
        Direction::AtMost => (-point, -interval.high(), -interval.low(), -level),
    };
    let surely_near = low >= level - expected.closeness(margin);
    if surely_near && point >= level {
        Standing::Met
    } else if surely_near {
        Standing::Close
    } else if high < level {
        Standing::Below
    } else {
        Standing::CannotTell
    }
}
