//! What can go wrong on a tablet and on the line, in real browsers: it is said in plain words, and nothing is lost.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::journey::{sign_in, sign_in_again_if_asked, sign_in_at, start_a_visit};
use crate::line::{Line, Weather};
use crate::play::{OrFail, Stage, play};
use crate::server::Server;
use crate::tablet::Tablet;
use crate::wait::until;

in_every_browser!(
    a_connection_that_dies_under_a_tap_is_opened_again,
    taps_that_were_saved_outlive_a_browser_that_is_killed_again_and_again,
    a_full_disk_keeps_the_work_in_memory_until_there_is_room,
    what_cannot_be_read_is_kept_and_offered_and_the_app_still_starts,
    a_server_that_fails_and_a_line_that_is_cut_count_nothing_twice,
);

// Only Chromium's driver can set a page's clock.
mod chromium_clock {
    #[test]
    fn a_clock_two_days_fast_is_named_and_the_visit_still_arrives() {
        super::play(super::Browser::Chromium, super::a_clock_two_days_fast_is_named_and_the_visit_still_arrives);
    }

    #[test]
    fn what_the_server_refuses_is_read_sent_again_and_taken_back() {
        super::play(super::Browser::Chromium, super::what_the_server_refuses_is_read_sent_again_and_taken_back);
    }
}

const OPEN_QUESTIONS: &str = "Open questions asked";
const ONE_MORE: &str = "One more: Open questions";
const COUNTED: &str = "return document.querySelector('.look-for-row[data-kind=count] .counter-value').innerText;";

async fn count_shows(tablet: &Tablet, wanted: &str) {
    until(async || match tablet.script(COUNTED, vec![]).await? {
        Value::String(shown) if shown.trim() == wanted => Ok(()),
        other => Err(format!("the counter shows {other}")),
    })
    .await
    .or_fail(&format!("waiting for the counter to show {wanted}"));
}

async fn a_connection_that_dies_under_a_tap_is_opened_again(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    start_a_visit(&tablet).await;
    tablet.see("Saved on this tablet").await;

    let kill_the_next_connection = "
        window.killed = 0;
        const begin = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (...what) {
            if (window.killed++ === 0) { this.close(); }
            return begin.apply(this, what);
        };";
    tablet.script(kill_the_next_connection, vec![]).await.or_fail("making the connection die");
    tablet.press_within(OPEN_QUESTIONS, ONE_MORE).await;
    count_shows(&tablet, "1").await;
    until(async || match tablet.script("return window.killed;", vec![]).await? {
        Value::Number(opened) if opened.as_u64() > Some(1) => Ok(()),
        other => Err(format!("{other} transactions have begun")),
    })
    .await
    .or_fail("waiting for a second connection");
    tablet.see("Saved on this tablet").await;

    tablet.reload().await;
    count_shows(&tablet, "1").await;
}

/// Taps in bursts as fast as the page draws, and notes the count whenever the page says that all of it is saved.
const TAP_ON: &str = "
    const find = (what) => document.querySelector(`.look-for-row[data-kind=count] .counter-${what}`);
    const count = () => Number(find('value').innerText);
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const state = () => document.querySelector('.status-line').dataset.state;
    window.taps = { before: count(), made: 0, saved: 0 };
    (async () => {
        for (let burst = 1; burst < 60; burst++) {
            for (let tap = 0; tap < burst % 5; tap++) {
                find('plus').click();
                window.taps.made += 1;
                if (tap % 2) { await frame(); }
            }
            while (count() < window.taps.before + window.taps.made || state() !== 'saved') { await frame(); }
            window.taps.saved = count();
        }
    })();";
/// What `TAP_ON` makes at most.
const MOST_TAPS: u64 = 120;
const KILLS: usize = 6;

async fn taps_that_were_saved_outlive_a_browser_that_is_killed_again_and_again(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    tablet.ready_for_offline().await;
    start_a_visit(&tablet).await;
    let mut before = 0;
    for kill in 1..=KILLS {
        tablet.script(TAP_ON, vec![]).await.or_fail("beginning to tap");
        // No two of them die at the same point of a burst.
        let enough = before + 3 * kill as u64;
        let saved = until(async || match tablet.script("return window.taps.saved;", vec![]).await?.as_u64() {
            Some(saved) if saved >= enough => Ok(saved),
            other => Err(format!("{other:?} of {enough} taps are saved")),
        });
        let saved = saved.await.or_fail("waiting for saved taps");
        tablet.die_and_come_back().await;
        tablet.see("Focus this month").await;
        let there = tablet.script(COUNTED, vec![]).await.or_fail("counting");
        let there: u64 = there.as_str().unwrap_or_default().trim().parse().or_fail("reading the count");
        assert!((saved..=before + MOST_TAPS).contains(&there), "{saved} taps were saved, {there} are there");
        before = there;
    }
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.go(&server.at("/sync")).await;
    tablet.press("Sync now").await;
    sign_in_again_if_asked(&tablet, &server).await;
    tablet.see("Everything on this tablet is on the server.").await;
    another_tablet_sees(stage, &server, &format!("{before} times")).await;
}

async fn a_full_disk_keeps_the_work_in_memory_until_there_is_room(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&server.at("/")).await;
    shrink_the_disk(&tablet, &server).await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    start_a_visit(&tablet).await;
    tablet.see("Saved on this tablet").await;

    fill_the_disk(&tablet).await;
    tablet.press_within(OPEN_QUESTIONS, ONE_MORE).await;
    count_shows(&tablet, "1").await;
    tablet.see("The tablet’s storage is full.").await;
    // The file holds what the disk does not.
    let catch_the_file = "
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { blob.text().then((text) => { window.copy = text; }); return make(blob); };";
    tablet.script(catch_the_file, vec![]).await.or_fail("watching for a file");
    tablet.press("Save a copy").await;
    let copy = until(async || match tablet.script("return window.copy ?? null;", vec![]).await? {
        Value::String(copy) => Ok(copy),
        _ => Err(String::from("no file has been offered")),
    });
    let copy: Value = serde_json::from_str(&copy.await.or_fail("saving a copy")).or_fail("reading the copy");
    assert!(copy.to_string().contains("Tap"), "the unsaved tap is not in the copy: {copy}");

    make_room(&tablet).await;
    tablet.press("Try again").await;
    tablet.see_no("The tablet’s storage is full.").await;
    tablet.see("Saved on this tablet").await;
    tablet.reload().await;
    count_shows(&tablet, "1").await;
}

/// Chromium is given a small disk, in bytes; the other two cannot be.
async fn shrink_the_disk(tablet: &Tablet, server: &Server) {
    if tablet.browser() == Browser::Chromium {
        let quota = json!({ "origin": server.at(""), "quotaSize": 24_000_000 });
        let tools = tablet.session().cdp();
        tools.send_raw("Storage.overrideQuotaForOrigin", quota).await.or_fail("setting the quota");
    }
}

/// Fills what is left of Chromium's small disk; the other two get a database that refuses every value in the words of
/// a full one.
async fn fill_the_disk(tablet: &Tablet) {
    let fill = "
        const open = indexedDB.open('filler');
        open.onupgradeneeded = () => open.result.createObjectStore('photos', { autoIncrement: true });
        window.filler = await answer(open);
        for (let size = 1 << 22; size >= 1; size = size >> 1) {
            for (let full = false; !full;) {
                const photo = new Uint8Array(size);
                for (let from = 0; from < size; from += 65536) {
                    crypto.getRandomValues(photo.subarray(from, Math.min(size, from + 65536)));
                }
                full = await new Promise((done) => {
                    const writing = window.filler.transaction('photos', 'readwrite');
                    writing.oncomplete = () => done(false);
                    writing.onabort = () => done(true);
                    writing.objectStore('photos').put(photo);
                });
            }
        }";
    let refuse = "
        window.put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };";
    match tablet.browser() {
        Browser::Chromium => tablet.promise(&format!("{ANSWER}{fill}")).await.or_fail("filling the disk"),
        Browser::WebKit | Browser::Firefox => tablet.script(refuse, vec![]).await.or_fail("filling the disk"),
    };
}

/// As a person does who deletes their photos.
async fn make_room(tablet: &Tablet) {
    let make_room = "
        if (window.put) { IDBObjectStore.prototype.put = window.put; return; }
        window.filler.close();
        await new Promise((done, failed) => {
            const gone = indexedDB.deleteDatabase('filler');
            gone.onsuccess = done;
            gone.onerror = gone.onblocked = failed;
        });";
    tablet.promise(make_room).await.or_fail("making room");
}

async fn what_cannot_be_read_is_kept_and_offered_and_the_app_still_starts(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    start_a_visit(&tablet).await;
    tablet.see("Saved on this tablet").await;

    let spoil = format!(
        "{ANSWER}{OPEN_DATABASE}
        const rows = database.transaction(['hot', 'facts'], 'readwrite');
        const [[visit], [pack]] = await Promise.all(
            ['hot', 'facts'].map((shelf) => answer(rows.objectStore(shelf).getAllKeys())));
        await Promise.all([
            answer(rows.objectStore('hot').put(new Uint8Array([250, 1]), visit)),
            answer(rows.objectStore('facts').put(new Uint8Array([250, 2]), pack))]);
        database.close();"
    );
    until(async || tablet.promise(&spoil).await).await.or_fail("spoiling what is stored");
    tablet.go(&server.at("/")).await;
    tablet.see("Not visited for longest").await;
    tablet.see("Nothing was deleted").await;
    let everything = format!(
        "{ANSWER}{OPEN_DATABASE}
        const shelves = Array.from(database.objectStoreNames);
        const rows = database.transaction(shelves);
        const values = await Promise.all(shelves.map((shelf) => answer(rows.objectStore(shelf).getAll())));
        database.close();
        return values.flat().map((bytes) => Array.from(bytes).join(' ')).filter((text) => text.startsWith('250 '));"
    );
    let kept = tablet.promise(&everything).await.or_fail("looking at what is kept");
    let kept: BTreeSet<&str> = kept.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(kept, BTreeSet::from(["250 1", "250 2"]));

    // The app goes on: another visit, and its compare.
    start_a_visit(&tablet).await;
    tablet.press_within(OPEN_QUESTIONS, ONE_MORE).await;
    tablet.see("Saved on this tablet").await;
    tablet.go(&server.at("/compare")).await;
    tablet.see_element(".compare-row").await;
}

/// `answer` awaits a request to a database.
const ANSWER: &str = "
    const answer = (request) => new Promise((good, bad) => {
        request.onsuccess = () => good(request.result);
        request.onerror = () => bad(request.error);
    });";

/// The account's database as `database`.
const OPEN_DATABASE: &str = "
    const names = (await indexedDB.databases()).map((database) => database.name);
    const opened = await Promise.all(names.map((name) => answer(indexedDB.open(name))));
    const database = opened.find((database) => database.name.startsWith('throughline-'));
    opened.filter((other) => other !== database).forEach((other) => other.close());";

async fn a_server_that_fails_and_a_line_that_is_cut_count_nothing_twice(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let line = Line::to(server.port()).await;
    let tablet = stage.new_tablet().await;
    sign_in_at(&tablet, &line.at("/"), sample::DEMO_PRINCIPAL).await;
    line.set(Weather::Fails);
    start_a_visit(&tablet).await;
    for _ in 0..3 {
        tablet.press_within(OPEN_QUESTIONS, ONE_MORE).await;
    }
    count_shows(&tablet, "3").await;
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.see("For the teacher").await;

    for weather in [Weather::Fails, Weather::CutsTheAnswer] {
        line.set(weather);
        let before = line.spoiled();
        tablet.go(&line.at("/sync")).await;
        until(async || {
            tablet.try_to_press("Sync now", None).await.ok();
            if line.spoiled() > before { Ok(()) } else { Err(format!("no push has met {weather:?}")) }
        })
        .await
        .or_fail("waiting for a push to go wrong");
        tablet.see("The last sync stopped.").await;
        tablet.see("Waiting to be sent").await;
    }

    line.set(Weather::Good);
    tablet.press("Sync now").await;
    // Says so only when the server's count and fingerprint are the tablet's own.
    tablet.see("Everything on this tablet is on the server.").await;
    // With nothing to send, the next sync asks after both streams and sends no more than that.
    let before = line.carried();
    tablet.press("Sync now").await;
    until(async || match line.carried().requests - before.requests {
        2.. => Ok(()),
        fewer => Err(format!("{fewer} requests")),
    })
    .await
    .or_fail("waiting for a sync with nothing to do");
    let carried = line.carried().up - before.up;
    assert!(carried < 6_000, "a sync with nothing to do sent {carried} bytes");
    another_tablet_sees(stage, &server, "3 times").await;
}

/// Sets a tablet's clock, before its first page.
async fn set_clock(tablet: &Tablet, days_ahead: i64) {
    let source = format!("const real = Date.now; Date.now = () => real() + {days_ahead} * 86400000;");
    let on_every_page = "Page.addScriptToEvaluateOnNewDocument";
    let set = tablet.session().cdp().send_raw(on_every_page, json!({ "source": source })).await;
    set.or_fail("setting the tablet's clock");
}

/// By a clock a month slow, work was done long before the observer came to the school: the server takes none of it.
async fn what_the_server_refuses_is_read_sent_again_and_taken_back(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    server.add_observer("nia@demo.throughline.test", "cedar-ridge");
    let tablet = stage.new_tablet().await;
    set_clock(&tablet, -30).await;
    sign_in(&tablet, &server, "nia@demo.throughline.test").await;
    start_a_visit(&tablet).await;
    tablet.press_within(OPEN_QUESTIONS, ONE_MORE).await;
    count_shows(&tablet, "1").await;
    tablet.go(&server.at("/sync")).await;
    tablet.press("Sync now").await;
    tablet.see("The server refused 4 entries").await;
    tablet.see("One more: Open questions").await;
    tablet.see("Everything on this tablet is on the server, except 4 entries that it refused.").await;
    for (size, theme) in crate::shots::every_look() {
        crate::shots::look_like(&tablet, size, theme).await;
        tablet.script("scrollTo(0, 0);", vec![]).await.or_fail("going to the top");
        let picture = crate::shots::picture("refused", size, theme);
        tablet.session().screenshot(&picture).await.or_fail("taking a screenshot");
    }

    tablet.press("Send again: One more: Open questions …").await;
    tablet.see("It goes out with the next sync.").await;
    tablet.press("Sync now").await;
    tablet.see("The server refused 4 entries").await;
    tablet.press("Take back: One more: Open questions …").await;
    tablet.press("Keep it").await;
    tablet.press("Take back: One more: Open questions …").await;
    tablet.see("It is then gone from this tablet for good").await;
    tablet.press("Take back: One more: Open questions …").await;
    tablet.see("The server refused 3 entries").await;
    tablet.see_no("One more: Open questions").await;
}

async fn a_clock_two_days_fast_is_named_and_the_visit_still_arrives(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    set_clock(&tablet, 2).await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    tablet.see("This tablet’s clock is 2 days fast.").await;
    start_a_visit(&tablet).await;
    tablet.press_within(OPEN_QUESTIONS, ONE_MORE).await;
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.go(&server.at("/sync")).await;
    tablet.press("Sync now").await;
    tablet.see("Everything on this tablet is on the server.").await;
    tablet.press("Change the date to …").await;
    tablet.see_no("Change the date to").await;
    tablet.press("Sync now").await;
    tablet.see("Everything on this tablet is on the server.").await;

    another_tablet_sees(stage, &server, "Open questions").await;
}

/// What the newest visit says to someone else who has just signed in.
async fn another_tablet_sees(stage: &mut Stage, server: &Server, words: &str) {
    let other = stage.new_tablet().await;
    sign_in(&other, server, sample::DEMO_PRINCIPAL).await;
    other.press("Visits").await;
    other.press_first(".visit-row").await;
    other.see(words).await;
}
