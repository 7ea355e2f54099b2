//! A disk that is full: a small one in memory, seen by the server alone.

use std::cell::Cell;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::time::Duration;

use load::{Fleet, Ground, Host, verdict};
use throughline_server::Database;
use tokio::time::timeout;

use super::{Folder, HURRY, SHAPE, program, visits};

/// A disk of so many bytes in the data folder, and a program on it. Linux lets anybody mount one for a process and its
/// children, or root alone where that is switched off; what they see of it others see below `/proc`.
fn program_on_a_small_disk(folder: &Path, data: &Path, bytes: u64) -> PathBuf {
    let script = folder.join("server-on-a-small-disk");
    let text = format!(
        "#!/bin/sh\n\
         apart=\"--user --map-root-user --mount\"\n\
         unshare $apart true 2>/dev/null || apart=--mount\n\
         exec unshare $apart sh -c '\n\
         mkdir {data}-on-disk && cp -r {data}/. {data}-on-disk\n\
         mount -t tmpfs -o size={bytes} none {data} && cp -r {data}-on-disk/. {data} && exec {program} \"$@\"' sh \"$@\"\n",
        data = data.display(),
        program = program().display()
    );
    fs::write(&script, text).unwrap();
    assert!(Command::new("chmod").arg("+x").arg(&script).status().unwrap().success());
    script
}

/// Many times what it takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(40);

/// How often the disk fills up.
const FULL: usize = 8;

/// Takes every byte that is left.
fn fill(ballast: &Path) {
    let mut file = fs::File::create(ballast).unwrap();
    while file.write_all(&[0; 4_096]).is_ok() {}
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_the_server_goes_on_when_there_is_room() {
    let folder = Folder::new();
    let database = Database::Folder(folder.data());
    let ground = Ground::prepare(&database, SHAPE).await.unwrap();
    let size = fs::metadata(folder.data().join("throughline.sqlite")).unwrap().len();
    let script = program_on_a_small_disk(folder.0.path(), &folder.data(), size + 24_000_000);
    let host = Host::start(&script, folder.0.path(), None).await.unwrap();
    // What the server's process sees of the folder.
    let seen = PathBuf::from(format!("/proc/{}/root{}", host.pid().unwrap(), folder.data().display()));
    let fleet = Fleet::sign_in(ground, &[&host]).await.unwrap();
    fleet.each(|tablet, _| async move { tablet.sync_through(1.0).await }).await.unwrap();
    let room = fs::metadata(seen.join("throughline.sqlite")).unwrap();
    assert!(room.len() >= size, "the server is on the small disk");
    let ballast = seen.join("ballast");

    let done = Rc::new(Cell::new(false));
    let filling = async {
        // Whether a transaction breaks off where it hurts is a matter of luck each time.
        for _ in 0..FULL {
            fleet.answered(4).await;
            fill(&ballast);
            for _ in 0..4 {
                fleet.refused().await;
            }
            fs::remove_file(&ballast).unwrap();
        }
        done.set(true);
    };
    // As long as it takes: a fleet that has no more to say would be waited for in vain.
    let pushing = fleet.each(|tablet, ground| {
        let done = done.clone();
        async move {
            while !done.get() {
                visits(tablet.clone(), ground.clone(), 1).await?;
            }
            Ok(())
        }
    });
    // A server that cannot go on leaves tablets trying for ever.
    let ((), pushed) = timeout(PATIENCE, async { tokio::join!(filling, pushing) }).await.unwrap();
    pushed.unwrap();
    let failures = fleet.take_figures().failures;
    assert!(failures.keys().any(|what| what.contains("Busy")), "{failures:?}");
    assert!(!failures.keys().any(|what| what.contains("Fault")), "a full disk is no fault: {failures:?}");
    // The disk goes with its server: it is copied first, once the last push is in.
    fleet.each(|tablet, _| async move { tablet.sync_through(HURRY).await }).await.unwrap();
    let kept = folder.0.path().join("kept");
    fs::create_dir(&kept).unwrap();
    for name in ["throughline.sqlite", "throughline.sqlite-wal"] {
        fs::copy(seen.join(name), kept.join(name)).unwrap();
    }
    drop(host);
    assert!(verdict(&fleet, &Database::Folder(kept)).await.unwrap() > 1_000);
}
