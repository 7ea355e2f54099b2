//! The hands and eyes of the other tests, tried on a page that has one of everything: a test that
//! cannot fail proves nothing.

use thirtyfour::Key;

use crate::play::{OrFail, Stage};
use crate::site::Site;

in_every_browser!(
    controls_are_found_by_their_words_and_by_what_they_stand_in,
    behind_an_open_dialog_nothing_can_be_pressed,
    the_keyboard_alone_reaches_a_control,
    two_tabs_share_what_is_stored,
    the_accessibility_rules_find_what_is_wrong,
);

const PAGE: &str = "<!doctype html><html lang=en><meta name=viewport content='width=device-width'>
    <title>One of everything</title>
    <style>.quiet { position: absolute; opacity: 0; width: 1px; height: 1px; pointer-events: none; }</style>
    <main><h1>One of everything</h1>
    <ul>
      <li><h2>Goal is shown</h2><button onclick='said(\"goal yes\")'>Yes</button></li>
      <li><h2>Checks for understanding</h2><button onclick='said(\"checks yes\")'>Yes</button></li>
    </ul>
    <fieldset><legend>Level</legend>
      <label><input class=quiet type=radio name=level onchange='said(\"level two\")'><span>Level 2</span></label>
    </fieldset>
    <label>Subject <select onchange='said(this.value)'><option>Reading<option>Mathematics</select></label>
    <button aria-label='Add one' onclick='said(\"added\")'><span aria-hidden=true>+</span></button>
    <button onclick='document.querySelector(\"dialog\").showModal()'>Finish</button>
    <dialog aria-label='Finish the visit'><button onclick='said(\"kept\"); this.closest(\"dialog\").close()'>Keep</button></dialog>
    <p role=status id=said></p></main>
    <script>function said(words) { document.getElementById('said').textContent += ' [' + words + ']'; }</script>
    </html>";

async fn controls_are_found_by_their_words_and_by_what_they_stand_in(stage: &mut Stage) {
    let site = Site::open(&[("/index.html", PAGE)]).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;

    tablet.press_within("Checks for understanding", "Yes").await;
    tablet.see("[checks yes]").await;
    tablet.press("Level 2").await;
    tablet.see("[level two]").await;
    tablet.press("Add …").await;
    tablet.see("[added]").await;
    tablet.choose("Subject", "Mathematics").await;
    tablet.see("[Mathematics]").await;
    let twice = tablet.try_to_press("Yes", None).await;
    assert_eq!(twice, Err("there are 2 that say \"Yes\"; say within what".to_owned()));
}

async fn behind_an_open_dialog_nothing_can_be_pressed(stage: &mut Stage) {
    let site = Site::open(&[("/index.html", PAGE)]).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;

    tablet.press("Finish").await;
    let behind = tablet.try_to_press("Add one", None).await;
    assert_eq!(behind, Err("nothing says \"Add one\"; there is: Keep".to_owned()));
    tablet.press("Keep").await;
    tablet.see("[kept]").await;
    tablet.press("Add one").await;
    tablet.see("[kept] [added]").await;
}

async fn the_keyboard_alone_reaches_a_control(stage: &mut Stage) {
    let site = Site::open(&[("/index.html", PAGE)]).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;

    tablet.tab_to("Add one").await;
    tablet.keys(Key::Enter).await;
    tablet.see("[added]").await;
}

async fn two_tabs_share_what_is_stored(stage: &mut Stage) {
    let site = Site::open(&[("/index.html", PAGE)]).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;
    tablet.script("localStorage.word = 'thread';", vec![]).await.or_fail("running a script");

    tablet.open_second_tab(&site.at("/")).await;
    let script = "said(localStorage.word); localStorage.word = 'line';";
    tablet.script(script, vec![]).await.or_fail("running a script");
    tablet.see("[thread]").await;

    tablet.go_to_tab(0).await;
    tablet.script("said(localStorage.word);", vec![]).await.or_fail("running a script");
    tablet.see("[line]").await;
}

async fn the_accessibility_rules_find_what_is_wrong(stage: &mut Stage) {
    let site = Site::open(&[("/index.html", PAGE)]).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&site.at("/")).await;
    tablet.is_accessible("one of everything").await;

    let spoil = "document.querySelector('[aria-label=\"Add one\"]').removeAttribute('aria-label');";
    tablet.script(spoil, vec![]).await.or_fail("running a script");
    let violations = tablet.violations().await;
    assert!(violations.iter().any(|one| one.starts_with("button-name")), "{violations:?}");
}
