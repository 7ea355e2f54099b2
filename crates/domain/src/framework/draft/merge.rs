use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use crate::framework::{LookFor, Strand};
use crate::id::{LookForId, StrandId};

/// What two people made of one draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// What both did. Where they clash, it has theirs.
    pub draft: Draft,
    /// Where they did different things to one thing.
    pub clashes: Vec<Clash>,
}

/// Two people changed one thing in different ways.
#[derive(Debug, Clone, PartialEq)]
pub enum Clash {
    /// What the framework is called.
    Title {
        /// What I made of it.
        mine: String,
        /// What they made of it.
        theirs: String,
    },
    /// What a strand is called.
    Strand {
        /// Which one.
        id: StrandId,
        /// What I made of it.
        mine: String,
        /// What they made of it.
        theirs: String,
    },
    /// A look-for.
    LookFor {
        /// Which one.
        id: LookForId,
        /// What I made of it.
        mine: Side,
        /// What they made of it.
        theirs: Side,
    },
}

/// What one of two people made of a look-for.
#[derive(Debug, Clone, PartialEq)]
pub enum Side {
    /// It, in a strand.
    Wrote(StrandId, Box<LookFor>),
    /// They took it out.
    Removed,
}

/// What became of one thing that three drafts may have.
enum Became<T> {
    Agreed(Option<T>),
    Clash,
}

/// A strand that one of the drafts has.
struct Named<'a> {
    name: &'a str,
    /// Nobody took it out. One that somebody did stays only for the look-fors that are still to stand in it.
    stays: bool,
}

impl Draft {
    /// What I and others made of a draft, from what it was when I began. Changes to different things are both kept, moves
    /// too; where both changed the order of one strand, it is theirs.
    #[must_use]
    pub fn merge(was: &Self, mine: &Self, theirs: &Self) -> Merged {
        let mut clashes = Vec::new();
        let title = match became(Some(&was.title), Some(&mine.title), Some(&theirs.title)) {
            Became::Agreed(title) => title.cloned().unwrap_or_default(),
            Became::Clash => {
                clashes.push(Clash::Title { mine: mine.title.clone(), theirs: theirs.title.clone() });
                theirs.title.clone()
            }
        };
        let names = [was, mine, theirs].map(Self::names);
        let mut strands = BTreeMap::new();
        for id in names.iter().flat_map(BTreeMap::keys).copied().collect::<BTreeSet<_>>() {
            let [was, mine, theirs] = [0, 1, 2].map(|who: usize| names[who].get(id).copied());
            let name = match (became(was, mine, theirs), mine, theirs) {
                (Became::Agreed(name), ..) => name,
                (Became::Clash, Some(mine), Some(theirs)) => {
                    clashes.push(Clash::Strand { id: id.clone(), mine: mine.to_owned(), theirs: theirs.to_owned() });
                    Some(theirs)
                }
                // Renamed by one, taken out by the other: it stays.
                (Became::Clash, one, other) => one.or(other),
            };
            let known = [theirs, mine, was].into_iter().flatten().next().unwrap_or_default();
            strands.insert(id, Named { name: name.unwrap_or(known), stays: name.is_some() });
        }
        let contents = [was, mine, theirs].map(Self::contents);
        let mut look_fors: BTreeMap<&LookForId, &LookFor> = BTreeMap::new();
        for id in contents.iter().flat_map(BTreeMap::keys).copied().collect::<BTreeSet<_>>() {
            let [was, mine, theirs] = [0, 1, 2].map(|who: usize| contents[who].get(id).copied());
            let [was, written, others] = [was, mine, theirs].map(|one| one.map(|(_, look_for)| look_for));
            let kept = match became(was, written, others) {
                Became::Agreed(kept) => kept,
                Became::Clash => {
                    clashes.push(Clash::LookFor { id: id.clone(), mine: side(mine), theirs: side(theirs) });
                    others
                }
            };
            look_fors.extend(kept.map(|one| (id, one)));
        }
        let strands = Places { was, mine, theirs }.arrange(&strands, &look_fors);
        Merged { draft: Self { title, strands }, clashes }
    }

    /// A look-for written, that was so when somebody began to write: who wrote it meanwhile is not written over.
    #[must_use]
    pub fn rewritten(&self, was: Option<(&StrandId, &LookFor)>, strand: &StrandId, look_for: LookFor) -> Merged {
        use super::DraftChange::LookFor as Write;
        let Some((before, was)) = was else {
            return Merged { draft: self.with(Write(strand.clone(), look_for)), clashes: Vec::new() };
        };
        let here = self.look_for(&was.id).map_or(before, |(here, _)| here);
        // As it was: without what writing it would change elsewhere.
        let mut begun = self.clone();
        begun.write(here, was.clone());
        let there = self.strands.iter().any(|one| one.id == *strand);
        let to = if strand == before || !there { here } else { strand };
        let mine = begun.with(Write(to.clone(), look_for));
        Self::merge(&begun, &mine, self)
    }

    fn names(&self) -> BTreeMap<&StrandId, &str> {
        self.strands.iter().map(|strand| (&strand.id, strand.name.as_str())).collect()
    }

    fn contents(&self) -> BTreeMap<&LookForId, (&StrandId, &LookFor)> {
        self.look_fors().map(|(strand, one)| (&one.id, (strand, one))).collect()
    }

    /// The look-fors of a strand, in order; none where there is no such strand.
    fn ids_in<'a>(&'a self, strand: &StrandId) -> Vec<&'a LookForId> {
        let here = self.strands.iter().find(|one| one.id == *strand);
        here.into_iter().flat_map(|strand| &strand.look_fors).map(|one| &one.id).collect()
    }

    fn strand_ids(&self) -> Vec<&StrandId> {
        self.strands.iter().map(|strand| &strand.id).collect()
    }
}

impl Clash {
    /// The draft with what I made of it, in place of what they did.
    #[must_use]
    pub fn with_mine(&self, draft: &Draft) -> Draft {
        use super::DraftChange::{LookFor, Remove, Strand, Title};
        match self {
            Self::Title { mine, .. } => draft.with(Title(mine.clone())),
            Self::Strand { id, mine, .. } => draft.with(Strand(id.clone(), mine.clone())),
            Self::LookFor { mine: Side::Wrote(strand, look_for), .. } => {
                // Where they took its strand out too, it stands in the last one.
                let there = draft.strands.iter().any(|one| one.id == *strand);
                let strand = if there { Some(strand) } else { draft.strands.last().map(|last| &last.id) };
                strand.map_or_else(
                    || draft.clone(),
                    |strand| draft.with(LookFor(strand.clone(), look_for.as_ref().clone())),
                )
            }
            Self::LookFor { id, mine: Side::Removed, .. } => draft.with(Remove(id.clone())),
        }
    }
}

fn side(found: Option<(&StrandId, &LookFor)>) -> Side {
    found.map_or(Side::Removed, |(strand, one)| Side::Wrote(strand.clone(), Box::new(one.clone())))
}

fn became<T: PartialEq>(was: Option<T>, mine: Option<T>, theirs: Option<T>) -> Became<T> {
    if mine == was || mine == theirs {
        Became::Agreed(theirs)
    } else if theirs == was {
        Became::Agreed(mine)
    } else {
        Became::Clash
    }
}

/// Three drafts, for where things stand in them.
struct Places<'a> {
    was: &'a Draft,
    mine: &'a Draft,
    theirs: &'a Draft,
}

impl Places<'_> {
    /// Everything that is kept, in its place. A move of one person stands unless the other moved the same thing.
    fn arrange(
        &self,
        strands: &BTreeMap<&StrandId, Named<'_>>,
        look_fors: &BTreeMap<&LookForId, &LookFor>,
    ) -> Vec<Strand> {
        let ids = both(self.was.strand_ids(), self.mine.strand_ids(), self.theirs.strand_ids());
        let build = |id: &StrandId| {
            let within = |draft: &'_ Draft| -> Vec<LookForId> { draft.ids_in(id).into_iter().cloned().collect() };
            let (was, mine, theirs) = (within(self.was), within(self.mine), within(self.theirs));
            let here = both(was.iter().collect(), mine.iter().collect(), theirs.iter().collect());
            let stands_here = |one: &&LookForId| self.strand_of(one).as_ref() == Some(id);
            let kept = here.into_iter().filter(stands_here).filter_map(|one| look_fors.get(one));
            let kept: Vec<LookFor> = kept.map(|one| (*one).clone()).collect();
            let named = strands.get(id).filter(|strand| strand.stays || !kept.is_empty())?;
            Some(Strand { id: id.clone(), name: named.name.to_owned(), look_fors: kept })
        };
        ids.into_iter().filter_map(build).collect()
    }

    /// The strand that a look-for stands in: where somebody put it, and theirs where both did.
    fn strand_of(&self, id: &LookForId) -> Option<StrandId> {
        let [was, mine, theirs] = [self.was, self.mine, self.theirs].map(|draft| draft.look_for(id));
        let [was, mine, theirs] = [was, mine, theirs].map(|found| found.map(|(strand, _)| strand));
        let put = match became(was, mine, theirs) {
            Became::Agreed(strand) => strand,
            Became::Clash => theirs,
        };
        put.or(theirs).or(mine).cloned()
    }
}

/// What two made of a list: mine with what they added, unless they changed the order of what was there; then theirs with what I added.
/// What is added stands behind its neighbour.
fn both<'a, T: Ord>(was: Vec<&'a T>, mine: Vec<&'a T>, theirs: Vec<&'a T>) -> Vec<&'a T> {
    let known = |of: &[&'a T], among: &[&'a T]| -> Vec<&'a T> {
        of.iter().copied().filter(|one| among.contains(one)).collect()
    };
    let same_order = known(&theirs, &was) == known(&was, &theirs);
    let (mut order, second) = if same_order { (mine, theirs) } else { (theirs, mine) };
    for (at, one) in second.iter().enumerate() {
        if !order.contains(one) {
            let before = at.checked_sub(1).and_then(|at| second.get(at));
            let behind = before.and_then(|before| order.iter().position(|one| one == before)).map_or(0, |at| at + 1);
            order.insert(behind, one);
        }
    }
    order
}
