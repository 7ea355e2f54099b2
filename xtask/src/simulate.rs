//! `simulate`: many tablets against one server under every fault; `simulate --mutants`: proof that this would notice if one
//! of the rules on which the promise rests were gone.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::shell::{answer, cargo, program, root, run as run_program, run_quietly, step};

/// Within so many seeds every mutant must be found.
const SEEDS: &str = "2000";

/// A rule taken out of the source.
struct Mutant {
    /// The rule that is gone.
    without: &'static str,
    file: &'static str,
    /// Text that occurs once in the file.
    from: &'static str,
    to: &'static str,
    found_by: Finder,
}

/// What notices that a rule is gone.
enum Finder {
    /// From this seed on: the ones before it were once seen to find nothing.
    Simulator(&'static str),
    /// A test of the server: it needs a database with several writers.
    Test(&'static str, &'static str),
}

const MUTANTS: [Mutant; 11] = [
    Mutant {
        without: "an edit that is there already is a duplicate",
        file: "crates/server/src/push/judge.rs",
        from: "Some(hash) if *hash == edit.hash() => return Ruling::Duplicate,",
        to: "Some(hash) if *hash == edit.hash() => {}",
        found_by: Finder::Simulator("0"),
    },
    Mutant {
        without: "another edit under the same number is a fork",
        file: "crates/server/src/push/judge.rs",
        from: "Some(_) => return Ruling::Fork,",
        to: "Some(_) => return Ruling::Duplicate,",
        found_by: Finder::Simulator("0"),
    },
    Mutant {
        without: "each commit draws a tag",
        file: "crates/server/src/outside.rs",
        from: "Ok((u64::from_le_bytes(tag) >> 1).max(1))",
        to: "Ok((u64::from_le_bytes(tag) >> 63).max(1).min(1))",
        found_by: Finder::Simulator("0"),
    },
    Mutant {
        without: "a page's cursor and its rows are stored together",
        file: "crates/domain/src/device/absorb.rs",
        from: "    storage.transact(|rows| decide(rows, frameworks, stream, page, &edits, &sent, now)).await\n",
        to: "    let position = |_: &Rows| {\n\
             \x20       let mut writes = Vec::new();\n\
             \x20       put(&mut writes, Key::position(stream), &position_after(page));\n\
             \x20       Ok((writes, ()))\n\
             \x20   };\n\
             \x20   storage.transact(position).await?;\n\
             \x20   storage.transact(|rows| decide(rows, frameworks, stream, page, &edits, &sent, now)).await\n",
        found_by: Finder::Simulator("0"),
    },
    Mutant {
        without: "a value replaces every value that its author saw",
        file: "crates/domain/src/merge.rs",
        from: "let replaces = self.values(&setting.field()).into_iter().map(|(change, _)| change).collect();",
        to: "let replaces = self.values(&setting.field()).into_iter().take(1).map(|(change, _)| change).collect();",
        found_by: Finder::Simulator("0"),
    },
    Mutant {
        without: "a void waits for its mark",
        file: "crates/domain/src/merge.rs",
        from: "            Body::Visit(_, Change::Void(id)) => {\n                self.voided.insert(*id);\n            }",
        to: "            Body::Visit(_, Change::Void(id)) => {\n                if self.marks.contains_key(id) {\n                    \
             self.voided.insert(*id);\n                }\n            }",
        found_by: Finder::Simulator("0"),
    },
    Mutant {
        without: "a pull says what was heard elsewhere",
        file: "crates/domain/src/sync/engine.rs",
        from: "        heard,\n",
        to: "        heard: heard.filter(|_| false),\n",
        found_by: Finder::Simulator("1600"),
    },
    Mutant {
        without: "fingerprints are held against each other",
        file: "crates/domain/src/sync/engine.rs",
        from: "Delivery::WrittenElsewhere => Turn::Forked,\n        Delivery::Missing => Turn::Rewound,",
        to: "Delivery::WrittenElsewhere | Delivery::Missing => Turn::Through,",
        found_by: Finder::Simulator("0"),
    },
    Mutant {
        without: "what was erased is erased again after a backup",
        file: "crates/server/src/app.rs",
        from: "        erase::erase_again(&app).await?;\n",
        to: "        let _ = erase::erase_again(&app);\n",
        found_by: Finder::Simulator("0"),
    },
    Mutant {
        without: "the counter row is locked until its commit",
        file: "crates/server/src/push/mod.rs",
        from: "    let here = commits::next(&mut tx, &me.district, tag, received).await?;\n",
        to: "    let mut first = app.store().begin().await?;\n\
             \x20   let here = commits::next(&mut first, &me.district, tag, received).await?;\n\
             \x20   first.commit().await.map_err(StoreError::from)?;\n",
        found_by: Finder::Test("killed", "nobody_steps_over"),
    },
    Mutant {
        without: "a connection whose transaction did not end is closed",
        file: "crates/server/src/store/place.rs",
        from: "Ok(!connection.is_in_transaction())",
        to: "Ok(true)",
        found_by: Finder::Test("killed", "a_full_disk"),
    },
];

pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    if let [only] = arguments
        && only == "--mutants"
    {
        return mutants();
    }
    build(&root())?;
    step("Running seeds", "2 minutes for 2,000", || run_program(program(binary()).args(arguments)))
}

/// Every mutant must be found.
pub(crate) fn mutants() -> Result<(), Failure> {
    let copy = root().join("target/mutants");
    step("Taking rules out of the source, one at a time, and running the simulator", "6 minutes", || {
        for mutant in &MUTANTS {
            mirror(&copy)?;
            take_out(&copy, mutant)?;
            println!("    without “{}”:", mutant.without);
            match mutant.found_by {
                Finder::Simulator(from) => {
                    build(&copy)?;
                    run_program(program(binary()).args(["--until-broken", "--from", from, "--seeds", SEEDS]))?;
                }
                Finder::Test(suite, test) => fails(&copy, suite, test)?,
            }
        }
        Ok(())
    })
}

/// A test must fail, and not for want of a build.
fn fails(source: &Path, suite: &'static str, test: &'static str) -> Result<(), Failure> {
    let tests = || {
        let mut tests = cargo();
        tests.current_dir(source).env("CARGO_TARGET_DIR", root().join("target")).env("CARGO_INCREMENTAL", "1");
        tests.args(["test", "--quiet", "--workspace", "--test", suite]).args(APART);
        tests
    };
    run_quietly(tests().arg("--no-run"))?;
    match answer(tests().args(["--", test])) {
        None => {
            println!("    found by {suite}::{test}");
            Ok(())
        }
        Some(_) => Err(Failure::NotFound { test }),
    }
}

/// Cargo takes a package of the copy for the checkout's own, and would give the checkout what it compiled without a rule.
/// Compiled with other settings they are two, and so is everything that depends on this one. What is compiled again and again is
/// compiled in parts, wherever `.ci/run` says otherwise.
const APART: [&str; 2] = ["--config", "profile.dev.package.throughline-domain.codegen-units=15"];

/// With the whole workspace's features and in its folder, so that no dependency is compiled twice. A rule taken out leaves
/// code behind that nothing uses: the compiler's remarks on that say nothing.
fn build(source: &Path) -> Result<(), Failure> {
    let mut build = cargo();
    build.current_dir(source).env("CARGO_TARGET_DIR", root().join("target"));
    build.args(["build", "--quiet", "--workspace", "--bin", "simulate"]);
    if source != root() {
        build.args(APART).env("CARGO_INCREMENTAL", "1");
    }
    run_quietly(&mut build)
}

fn binary() -> PathBuf {
    root().join("target/debug/simulate")
}

/// Brings the copy up to date with the checkout; what has not changed keeps its time, and is not compiled again.
fn mirror(copy: &Path) -> Result<(), Failure> {
    let mut git = program("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let missing =
        Failure::Missing { what: "git, or the checkout's list of files,", remedy: "Run this in a git checkout." };
    for file in answer(&mut git).ok_or(missing)?.lines() {
        let (from, to) = (root().join(file), copy.join(file));
        let Ok(now) = fs::read(&from) else { continue };
        if fs::read(&to).is_ok_and(|before| before == now) {
            continue;
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(Failure::at(folder))?;
        }
        fs::write(&to, now).map_err(Failure::at(&to))?;
    }
    Ok(())
}

fn take_out(copy: &Path, mutant: &Mutant) -> Result<(), Failure> {
    let file = copy.join(mutant.file);
    let source = fs::read_to_string(&file).map_err(Failure::at(&file))?;
    if source.matches(mutant.from).count() != 1 {
        return Err(Failure::NotThere { file, text: mutant.from });
    }
    fs::write(&file, source.replacen(mutant.from, mutant.to, 1)).map_err(Failure::at(&file))
}
