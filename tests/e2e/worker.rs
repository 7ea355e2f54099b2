//! The real service worker around a page of three lines: what it keeps, what it refuses, and when
//! a new version takes over.

use serde_json::{Value, json};

use crate::play::{OrFail, Stage};
use crate::site::Site;
use crate::tablet::Tablet;
use crate::wait::until;

in_every_browser!(
    the_first_reload_needs_no_network,
    every_address_opens_offline_but_the_api_never_comes_from_the_copy,
    a_corrupted_file_refuses_the_new_version_and_keeps_the_old_one,
    a_new_version_waits_until_it_is_told_to_take_over,
    what_a_page_has_stored_outlives_a_killed_page,
);

/// A page that shows its build, counts presses and keeps a word.
fn page(build: &str) -> String {
    format!(
        "<!doctype html><html lang=en><title>{build}</title>
         <h1>This is {build}</h1>
         <button onclick=\"this.textContent = 'Pressed'\">Press me</button>
         <label>Word <input oninput=\"localStorage.word = this.value\"></label>
         <p id=kept></p><script src=/app.js></script></html>"
    )
}

const SCRIPT: &str = "document.getElementById('kept').textContent = 'Kept: ' + localStorage.word;
    navigator.serviceWorker.register('/sw.js');";

async fn the_first_reload_needs_no_network(stage: &mut Stage) {
    let mut site = Site::open(&[("/index.html", &page("build one")), ("/app.js", SCRIPT)]).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;
    tablet.ready_for_offline().await;

    site.go_away().await;
    tablet.reload().await;

    tablet.see("This is build one").await;
    tablet.press("Press me").await;
    tablet.see("Pressed").await;
    tablet.type_into("Word", "thread").await;
    tablet.reload().await;
    tablet.see("Kept: thread").await;
}

async fn every_address_opens_offline_but_the_api_never_comes_from_the_copy(stage: &mut Stage) {
    let page = page("build one");
    let files = [("/index.html", page.as_str()), ("/app.js", SCRIPT), ("/api/v1/me", "a listed file")];
    let mut site = Site::open(&files).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;
    tablet.ready_for_offline().await;

    site.go_away().await;
    tablet.go(&site.at("/visits/7?from=today")).await;

    tablet.see("This is build one").await;
    let answer = tablet.promise("return (await fetch('/api/v1/me')).status;").await;
    assert!(answer.is_err(), "with no network /api must fail, but it answered {answer:?}");
}

async fn a_corrupted_file_refuses_the_new_version_and_keeps_the_old_one(stage: &mut Stage) {
    let mut site = Site::open(&[("/index.html", &page("build one")), ("/app.js", SCRIPT)]).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;
    tablet.ready_for_offline().await;
    let kept = copies(&tablet).await;
    assert_eq!(kept.as_array().map(Vec::len), Some(1), "one whole copy: {kept}");

    site.publish(&[("/index.html", &page("build two")), ("/app.js", SCRIPT)]);
    site.corrupt("/app.js", "cut off in the midd");
    let refused = tablet.promise(UPDATE).await.or_fail("asking for a new version");
    assert_eq!(refused, json!("redundant"));
    assert_eq!(copies(&tablet).await, kept, "the old copy only, and no half of a new one");

    site.go_away().await;
    tablet.reload().await;
    tablet.see("This is build one").await;
}

async fn a_new_version_waits_until_it_is_told_to_take_over(stage: &mut Stage) {
    let mut site = Site::open(&[("/index.html", &page("build one")), ("/app.js", SCRIPT)]).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;
    tablet.ready_for_offline().await;

    site.publish(&[("/index.html", &page("build two")), ("/app.js", SCRIPT)]);
    let installed = tablet.promise(UPDATE).await.or_fail("asking for a new version");
    assert_eq!(installed, json!("installed"));
    tablet.reload().await;
    tablet.see("This is build one").await;

    tablet.promise(TAKE_OVER).await.or_fail("telling the new version to take over");
    site.go_away().await;
    tablet.reload().await;
    tablet.see("This is build two").await;
    until(async || match copies(&tablet).await.as_array().map(Vec::len) {
        Some(1) => Ok(()),
        _ => Err("the old copy is still there"),
    })
    .await
    .or_fail("waiting until the old copy is deleted");
}

async fn what_a_page_has_stored_outlives_a_killed_page(stage: &mut Stage) {
    let mut site = Site::open(&[("/index.html", &page("build one")), ("/app.js", SCRIPT)]).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;
    tablet.ready_for_offline().await;
    tablet.promise(STORE).await.or_fail("storing a word");

    site.go_away().await;
    tablet.die_and_come_back().await;

    tablet.see("This is build one").await;
    let kept = tablet.promise(STORED).await.or_fail("reading the word");
    assert_eq!(kept, json!("thread"));
}

/// Looks for a new version; answers with the state in which it ends up.
const UPDATE: &str = "
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) => {
      registration.onupdatefound = () => {
        const worker = registration.installing;
        worker.onstatechange = () =>
          ['installed', 'redundant'].includes(worker.state) && resolve(worker.state);
      };
    });
    // A version that is refused makes this fail in some browsers and not in others.
    await registration.update().catch(() => undefined);
    return await found;";

const TAKE_OVER: &str = "
    const registration = await navigator.serviceWorker.ready;
    const changed = new Promise((resolve) => {
      navigator.serviceWorker.oncontrollerchange = () => resolve();
    });
    registration.waiting.postMessage({ type: 'take-over' });
    await changed;";

const STORE: &str = "
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('test');
      request.onupgradeneeded = () => request.result.createObjectStore('words');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const change = database.transaction('words', 'readwrite', { durability: 'strict' });
    change.objectStore('words').put('thread', 'word');
    await new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onabort = () => reject(change.error);
    });";

const STORED: &str = "
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('test');
      request.onsuccess = () => resolve(request.result);
    });
    const request = database.transaction('words').objectStore('words').get('word');
    return await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });";

async fn copies(tablet: &Tablet) -> Value {
    tablet.promise("return await caches.keys();").await.or_fail("asking for the kept copies")
}
