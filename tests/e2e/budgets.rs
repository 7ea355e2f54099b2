//! The tablet's budgets, measured in Chromium on a district of 10,000 visits and a framework of 60 look-fors:
//! `cargo xtask bench`. Nothing here passes or fails; each line stands beside its budget.

#![expect(dead_code, reason = "shares what drives a browser with the tests, and needs only a part of it")]

#[macro_use]
mod play;
mod browser;
mod journey;
mod page;
mod process;
mod server;
mod tablet;
mod wait;

use std::time::{Duration, Instant};

use domain::district::Published;
use domain::framework::{Framework, LookFor};
use domain::id::LookForId;
use domain::permission::Role;
use domain::time::date;
use sample::{Sample, Size};
use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_server::{App, Config};

use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::tablet::Tablet;
use crate::wait::until_within;

/// What the budgets are written for.
const VISITS: usize = 10_000;
const LOOK_FORS: usize = 60;
/// How much slower than this machine a school's tablet is taken to be.
const SLOW: u32 = 4;

const STARTS: usize = 15;
const TAPS: usize = 200;
const SELECTIONS: usize = 40;

/// More than the slowest step takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(180);

fn main() {
    // `cargo bench` passes flags for a harness that is not here.
    play::play(browser::Browser::Chromium, measure);
}

async fn measure(stage: &mut Stage) {
    let (data, visits) = made_up().await;
    let mut server = Server::on(data, stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    println!(
        "\n{visits} visits by {LOOK_FORS} look-fors on a tablet {SLOW} times slower than this machine (Chromium's"
    );
    println!("throttle), unless it says otherwise; milliseconds\n");
    println!("{:<58}{:>8}{:>8}{:>8}{:>9}", "", "p50", "p95", "p99", "budget");

    let before = Instant::now();
    journey::enter_at(&tablet, &server.at("/"), sample::DEMO_COACH).await;
    seen_within(&tablet, "last synced").await;
    line("first pull, not slowed down", &mut [before.elapsed().as_secs_f64() * 1_000.0], "");
    tablet.ready_for_offline().await;
    server.stop().await;

    line("tap to durable in IndexedDB, not slowed down", &mut taps(&tablet, &server, "durable").await, "p95 20");
    slow_down(&tablet).await;
    line("tap to drawn, scripting", &mut taps(&tablet, &server, "drawn").await, "p99 16");
    line("a filter of Compare to its rows, computed and drawn", &mut compared(&tablet, &server).await, "50");
    line("a frame while scrolling all visits", &mut scrolled(&tablet, &server).await, "");
    line("start from the service worker to a usable Today", &mut starts(&tablet, &server).await, "1000");
}

/// A district whose coach has every school, and a second version of its framework with as many look-fors as the
/// budgets name.
async fn made_up() -> (TempDir, usize) {
    let data = TempDir::with_prefix("throughline-bench-").or_fail("making a data folder");
    let size = Size { schools: 8, visits: VISITS, until: date(2026, 11, 21) };
    let app = App::open(Config::in_folder(data.path())).await.or_fail("opening a server");
    println!("Making up {VISITS} visits …");
    throughline_server::make_demo(&app, size, |_, _| {}).await.or_fail("making up a district");
    let sample = sample::district(sample::DEMO_SEED, size);
    let wide = Published::Framework(widened(&sample)).write().or_fail("writing a framework");
    app.publish(&sample.district.id, &wide).await.or_fail("publishing a framework");
    let schools: Vec<_> = sample.district.schools.iter().map(|school| school.id.clone()).collect();
    let coach = sample.accounts.iter().find(|account| account.me.email == sample::DEMO_COACH);
    let coach = coach.ok_or("the demo has no coach").or_fail("finding the coach").me.account.clone();
    app.assign(&sample.district.id, &coach, Role::Coach, &schools).await.or_fail("giving the coach every school");
    app.close().await;
    (data, sample.visit_count())
}

/// The starter framework with its look-fors again under other names, until there are enough.
fn widened(sample: &Sample) -> Framework {
    let mut wide = sample.frameworks[0].clone();
    wide.version += 1;
    wide.effective = date(2026, 11, 1);
    let starter: Vec<LookFor> = wide.look_fors().cloned().collect();
    let strands = wide.strands.len();
    let more = starter.iter().cycle().take(LOOK_FORS - starter.len());
    for (number, mut look_for) in more.cloned().enumerate() {
        look_for.id = LookForId::from(format!("more-{number}").as_str());
        wide.strands[number % strands].look_fors.push(look_for);
    }
    wide
}

async fn slow_down(tablet: &Tablet) {
    let tools = tablet.session().cdp();
    tools.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": SLOW })).await.or_fail("slowing the tablet down");
}

async fn seen_within(tablet: &Tablet, words: &str) {
    until_within(PATIENCE, async || match tablet.script("return document.body.innerText;", vec![]).await? {
        Value::String(page) if page.contains(words) => Ok(()),
        _ => Err(format!("\"{words}\" is not there yet")),
    })
    .await
    .or_fail("waiting");
}

/// Taps on a counter with every row of the framework on the screen: from the event to the new number in the page, or
/// to the line that says it is on disk.
async fn taps(tablet: &Tablet, server: &Server, until: &str) -> Vec<f64> {
    tablet.go(&server.at("/")).await;
    tablet.see("Start a visit").await;
    journey::start_a_visit(tablet).await;
    tablet.press("Also saw …").await;
    tablet.see_element(".recorder .fold .look-for-row").await;
    let rows = tablet.script("return document.querySelectorAll('.look-for-row').length;", vec![]).await;
    assert_eq!(rows.or_fail("counting rows"), LOOK_FORS);
    let body = format!(
        "{WATCH}
        const plus = document.querySelector('.counter-plus');
        const number = document.querySelector('.counter-value');
        const saved = document.querySelector('.status-line');
        const times = [];
        for (let tap = 0; tap < {TAPS}; tap++) {{
            const drawn = changed(number, () => true);
            const durable = changed(saved, () => saved.dataset.state === 'saved');
            const from = performance.now();
            plus.click();
            const [a, b] = await Promise.all([drawn, durable]);
            times.push(('{until}' === 'drawn' ? a : b) - from);
            await idle();
        }}
        return times;"
    );
    let times = numbers(tablet, &body).await;
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.see("For the teacher").await;
    times
}

/// Compare for one school after another and for all: from the choice to the rows.
async fn compared(tablet: &Tablet, server: &Server) -> Vec<f64> {
    tablet.go(&server.at("/compare")).await;
    tablet.see_element(".compare-row").await;
    let body = format!(
        "{WATCH}
        const list = Array.from(document.querySelectorAll('select')).find((list) => list.labels[0]?.innerText.includes('School'));
        const choices = Array.from(list.options, (option) => option.value);
        const page = document.querySelector('main');
        const times = [];
        for (let turn = 0; turn < {SELECTIONS}; turn++) {{
            const drawn = changed(page, () => true);
            const from = performance.now();
            list.value = choices[(turn + 1) % choices.length];
            list.dispatchEvent(new Event('change', {{ bubbles: true }}));
            times.push(await drawn - from);
            await idle();
        }}
        return times.slice(1);"
    );
    numbers(tablet, &body).await
}

/// From frame to frame while the list of all visits flies past, 120 pixels each.
async fn scrolled(tablet: &Tablet, server: &Server) -> Vec<f64> {
    tablet.go(&server.at("/visits")).await;
    tablet.see_element(".visit-row").await;
    let body = "
        const list = Array.from(document.querySelectorAll('main, main *')).find((it) => it.scrollHeight > 50000);
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        const times = [];
        let last = await frame();
        for (let turn = 0; turn < 240; turn++) {
            list.scrollTop += 120;
            const now = await frame();
            times.push(now - last);
            last = now;
        }
        return times;";
    numbers(tablet, body).await
}

/// Reloads with the server gone: from the navigation to a Today that can be used.
async fn starts(tablet: &Tablet, server: &Server) -> Vec<f64> {
    tablet.go(&server.at("/")).await;
    tablet.see_element("main .classroom-card").await;
    let watch = "
        new MutationObserver((_, watching) => {
            if (document.querySelector('main .classroom-card')) {
                window.usable ??= performance.now();
                watching.disconnect();
            }
        }).observe(document, { childList: true, subtree: true });";
    let on_every_page = "Page.addScriptToEvaluateOnNewDocument";
    let tools = tablet.session().cdp();
    tools.send_raw(on_every_page, json!({ "source": watch })).await.or_fail("watching for Today");
    let mut times = Vec::new();
    for _ in 0..STARTS {
        tablet.reload().await;
        let usable = until_within(PATIENCE, async || {
            tablet.script("return window.usable ?? null;", vec![]).await?.as_f64().ok_or(String::from("not yet"))
        });
        times.push(usable.await.or_fail("waiting for Today"));
        slow_down(tablet).await;
    }
    times
}

/// `changed` resolves with the time at which something in a node has changed so that the condition holds; `idle` once
/// the page has had nothing to do for a moment.
const WATCH: &str = "
    const changed = (node, holds) => new Promise((done) => {
        new MutationObserver((_, watching) => {
            if (holds()) { watching.disconnect(); done(performance.now()); }
        }).observe(node, { attributes: true, characterData: true, childList: true, subtree: true });
    });
    const idle = () => new Promise((done) => requestIdleCallback(done));";

async fn numbers(tablet: &Tablet, body: &str) -> Vec<f64> {
    tablet.session().set_script_timeout(PATIENCE).await.or_fail("being patient");
    match tablet.promise(body).await.or_fail("measuring") {
        Value::Array(times) => times.iter().filter_map(Value::as_f64).collect(),
        other => panic!("measured {other}"),
    }
}

fn line(what: &str, times: &mut [f64], budget: &str) {
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    println!("{what:<58}{:>8.1}{:>8.1}{:>8.1}{budget:>9}", at(50), at(95), at(99));
}
