//! The demo district is made through the same store functions as any push.

use throughline_server::{App, Config};

#[tokio::test]
async fn a_made_up_district_is_made_whole() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(Config::in_folder(folder.path())).await.unwrap();
    let mut told = Vec::new();
    throughline_server::make_demo(&app, sample::Size::tiny(), |done, all| told.push((done, all))).await.unwrap();
    assert_eq!(told.last(), Some(&(40, 40)));
    let packs = app.fact_packs(&"demo".into()).await.unwrap();
    let sample = sample::district(sample::DEMO_SEED, sample::Size::tiny());
    assert_eq!(packs.iter().map(|pack| pack.len()).sum::<usize>(), sample.facts().count());
}
