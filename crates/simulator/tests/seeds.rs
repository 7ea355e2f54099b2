//! The promise, under 2,000 seeds, and under every run that once broke it.

use std::sync::Arc;

use simulator::{Step, Template, many, run, runtime, steps};

const SEEDS: u64 = 2_000;

#[test]
fn nothing_is_lost_and_nothing_counted_twice() {
    let template = Arc::new(runtime().unwrap().block_on(Template::make()).unwrap());
    let found = many(&template, 0..SEEDS).unwrap();
    assert!(found.broken.is_none(), "{}; `cargo xtask simulate` cuts it down", found.broken.unwrap().1);
    println!("{} seeds: {}", found.seeds, found.ran);
    let ran = found.ran;
    let often = [
        ("requests", ran.requests),
        ("deaths", ran.deaths),
        ("rewinds", ran.rewinds),
        ("restores", 4 * ran.restores),
        ("erasures", 2 * ran.erasures),
        ("newer", 2 * ran.newer),
    ];
    for (what, times) in often {
        assert!(times > SEEDS / 4, "only {times} {what}: the steps hardly meet");
    }
}

#[test]
fn runs_that_once_broke_it_hold() {
    let runtime = runtime().unwrap();
    let template = runtime.block_on(Template::make()).unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let (seed, steps): (u64, Vec<Step>) = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let held = runtime.block_on(run(&template, seed, &steps)).unwrap();
        assert!(held.is_ok(), "{}: {}", file.display(), held.unwrap_err());
    }
}

#[test]
fn a_seed_runs_the_same_way_twice() {
    let runtime = runtime().unwrap();
    let template = runtime.block_on(Template::make()).unwrap();
    for seed in 0..5 {
        let one = runtime.block_on(run(&template, seed, &steps(seed))).unwrap();
        assert_eq!(one, runtime.block_on(run(&template, seed, &steps(seed))).unwrap());
    }
}
