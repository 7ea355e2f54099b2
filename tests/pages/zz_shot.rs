use std::rc::Rc;
use domain::compare::{Order, Selection};
use throughline::pages::*;
use throughline::route::CompareView;
use throughline::state::VisitFilter;
use throughline::text::Language;
use crate::busy::busy;
use crate::support::{draw, model};

fn save(name: &str, html: String) {
    std::fs::create_dir_all("/tmp/tl/cmp-shot").unwrap();
    let page = format!("<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content='width=device-width'><link rel=stylesheet href='styles.css'></head><body><div class='shell'><nav class=rail></nav><main class=page id=main>{html}</main></div></body></html>");
    std::fs::write(format!("/tmp/tl/cmp-shot/{name}.html"), page).unwrap();
}

#[tokio::test(flavor = "current_thread")]
async fn shots() {
    let strand = CompareView { table: false, order: Order::Strand };
    let gap = CompareView { table: false, order: Order::LargestGap };
    let table = CompareView { table: true, order: Order::LargestGap };
    let all = Selection::default();
    for (name, view) in [("strand", strand), ("gap", gap), ("table", table)] {
        save(name, draw::<ComparePage>(busy(Language::En), ComparePageProps { selection: all.clone(), view }).await);
    }
    save("gap-es", draw::<ComparePage>(busy(Language::Es), ComparePageProps { selection: all.clone(), view: gap }).await);
    save("few", draw::<ComparePage>(model(Language::En), ComparePageProps { selection: all.clone(), view: gap }).await);
    save("weekly", draw::<WeeklyPage>(busy(Language::En), WeeklyPageProps { selection: all.clone() }).await);
    save("visits", draw::<VisitsPage>(model(Language::En), VisitsPageProps { filter: VisitFilter::default() }).await);
    save("framework", draw::<FrameworkPage>(model(Language::En), ()).await);
    let _ = Rc::new(0);
}
