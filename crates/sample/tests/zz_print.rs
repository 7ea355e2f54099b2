use domain::visit::Outcome;
use sample::*;
#[test]
fn print() {
    let s = district(1, Size::demo());
    for who in ["cedar-ridge", ""] {
        let facts: Vec<_> = s.facts().filter(|f| !f.nothing && f.key.school.as_str().starts_with(who)).collect();
        let rooms: std::collections::BTreeSet<_> = facts.iter().map(|f| format!("{:?}", f.classroom)).collect();
        println!("== {who} {} visits {} rooms, mean watched {}", facts.len(), rooms.len(), facts.iter().map(|f| f.watched).sum::<u32>() / facts.len() as u32);
        let mut a = 0;
        for (i, l) in s.frameworks[0].look_fors().enumerate() {
            let c = |o: Outcome| facts.iter().filter(|f| f.outcomes[i] == o).count();
            let (sh, ns, na, cj, bl) = (c(Outcome::Shown), c(Outcome::NotShown), c(Outcome::NotApplicable), c(Outcome::CouldNotJudge), c(Outcome::Blank));
            let mut am = String::new();
            if l.kind.is_amount() {
                let (x, y) = facts.iter().fold((0, 0), |t, f| (t.0 + f.amounts[a].amount, t.1 + f.amounts[a].of));
                let unit = if matches!(l.kind, domain::framework::Kind::Count) { 600.0 } else { 1.0 };
                am = format!("{:.2}", x as f64 / y as f64 * unit);
                a += 1;
            }
            println!("{:15} shown {:4}/{:4} = {:.2}  na {na} cj {cj} blank {bl} ({:.2}) {am}", l.id.as_str(), sh, sh + ns, sh as f64 / (sh + ns) as f64, bl as f64 / (sh + ns + bl).max(1) as f64);
        }
    }
    let mut per: std::collections::BTreeMap<_, usize> = Default::default();
    for v in s.made_up() { *per.entry(v.begin.observer.to_string()).or_default() += 1; }
    println!("{per:?}");
    let v: Vec<_> = s.visits().map(|v| v.len()).collect();
    println!("edits {} mean {} min {:?} max {:?}", v.iter().sum::<usize>(), v.iter().sum::<usize>() / v.len(), v.iter().min(), v.iter().max());
    let bytes: usize = s.visits().flatten().map(|(e, _)| e.text().len()).sum();
    println!("bytes {bytes}");
    for (e, r) in s.visits().nth(9999).into_iter().flatten() { println!("{} <- {}", r.0, e.text()); }
    for r in &s.rosters[..0] { for c in &r.classrooms { println!("{} {:?} {:?} {:?} {:?}", c.name, c.lead.as_ref().and_then(|l| r.teacher(l)).map(|t| &t.name), c.grade, c.subject, c.groups); } }
    for a in &s.accounts[..0] { println!("{:?} {} {} {:?}", a.me.role, a.me.email, a.me.name, a.me.schools); }
    let t = std::time::Instant::now();
    let big = district(1, Size::with_visits(150_000));
    println!("plan {:?} schools {} accounts {} rooms {}", t.elapsed(), big.rosters.len(), big.accounts.len(), big.rosters.iter().map(|r| r.classrooms.len()).sum::<usize>());
    println!("facts {} {:?}", big.facts().count(), t.elapsed());
    println!("visits {} made up", big.made_up().count());
    let t = std::time::Instant::now();
    println!("edits of 5000 visits {} {:?}", big.visits().take(5000).map(|v| v.len()).sum::<usize>(), t.elapsed());
    println!("{:?}", s.rosters.iter().map(|r| r.classrooms.len()).collect::<Vec<_>>());
    let names: Vec<_> = big.district.schools.iter().map(|s| s.name.clone()).collect();
    println!("{names:?} unique {}", names.iter().collect::<std::collections::BTreeSet<_>>().len());
    let notes: Vec<_> = s.made_up().take(60).flat_map(|v| v.notes.into_iter().map(|(_, n)| n.what.text)).collect();
    println!("{notes:#?}");
}
