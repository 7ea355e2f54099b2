use std::rc::Rc;

use domain::framework::Framework;
use domain::id::{Bits128, DocumentHash};
use throughline::pages::FrameworkPage;
use throughline::state::Model;
use throughline::text::Language;

use crate::busy::words;
use crate::support::{draw, fresh, model, today};

async fn page(model: Model) -> String {
    draw::<FrameworkPage>(model, ()).await
}

#[tokio::test(flavor = "current_thread")]
async fn every_look_for_says_how_it_is_observed_and_what_is_expected() {
    let read = words(&page(model(Language::En)).await);
    let at = read.find("Assessment").unwrap();
    let end = read.find("Intervention").unwrap();
    insta::assert_snapshot!("framework_assessment", &read[at..end]);
    for said in ["version 1", "in use since", "24 look-fors", "In focus this month"] {
        assert!(read.contains(said), "{said}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_framework_is_framed_in_spanish_around_the_districts_own_words() {
    let read = words(&page(model(Language::Es)).await);
    for said in ["Marco", "24 prácticas", "Cómo se observa", "No negociable", "en todo el distrito"] {
        assert!(read.contains(said), "{said}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn several_versions_can_be_switched_between_and_the_one_in_use_opens() {
    let mut model = model(Language::En);
    let mut documents = (*model.documents).clone();
    let (_, now) = documents.framework_on(today()).unwrap();
    let next = Framework { version: 2, effective: "2027-01-11".parse().unwrap(), ..now.clone() };
    documents.frameworks.insert(DocumentHash(Bits128([1; 16])), next);
    model.documents = Rc::new(documents);
    let read = words(&page(model).await);
    assert!(read.contains("2 (11 Jan 2027)"), "{read}");
    assert!(read.contains("version 1 · in use since"), "{read}");
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_framework_it_says_how_one_arrives() {
    assert!(words(&page(fresh(Language::En)).await).contains("arrives with the first sync"));
}
