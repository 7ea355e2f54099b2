//! Where fuzzing begins (`cargo xtask fuzz`): pushes and saved values as they are, in the folders `push` and `saved` of the
//! folder that is named.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use domain::device::rebuild_facts;
use domain::district::Published;
use domain::merge::VisitState;
use domain::saved::save;
use domain::sync::PushRequest;
use sample::Size;
use serde_json::value::RawValue;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name a folder")?);
    let (pushes, saved) = (folder.join("push"), folder.join("saved"));
    fs::create_dir_all(&pushes)?;
    fs::create_dir_all(&saved)?;
    let sample = sample::district(sample::DEMO_SEED, Size::tiny());
    let principal = sample.accounts.iter().find(|account| account.me.email == sample::DEMO_PRINCIPAL);
    let principal = &principal.ok_or("no principal")?.me.account;
    let framework = sample.frameworks.last().ok_or("no framework")?;
    let frameworks = [(Published::Framework(framework.clone()).write()?.hash(), framework.clone())].into();
    for (number, visit) in sample.visits().enumerate() {
        let Some((first, _)) = visit.first() else { continue };
        let mut state = VisitState::default();
        visit.iter().for_each(|(edit, received)| state.apply(edit, Some(*received)));
        fs::write(saved.join(format!("visit-{number}")), save(&state)?)?;
        let id = first.visit().ok_or("an edit of no visit")?;
        for pack in rebuild_facts([(id, &state)], &frameworks).values() {
            fs::write(saved.join(format!("pack-{number}")), save(pack)?)?;
        }
        if first.author() == principal {
            let edits = visit.iter().map(|(edit, _)| RawValue::from_string(edit.text().to_owned()));
            let edits = edits.collect::<Result<_, _>>()?;
            let push = PushRequest { cursor: None, replica: first.id().replica, edits };
            fs::write(pushes.join(format!("visit-{number}")), serde_json::to_string(&push)?)?;
        }
    }
    Ok(())
}
