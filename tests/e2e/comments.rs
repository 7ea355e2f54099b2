//! An administrator asks what people think of a draft; a principal finds it, comments, and reads the answer.

use crate::journey::{enter_at, sign_in};
use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::shots::draw;

in_every_browser!(whoever_is_asked_comments_and_the_district_answers,);

const GOAL: &str = "Learning goal stated in words students can repeat";

async fn whoever_is_asked_comments_and_the_district_answers(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let (office, tablet) = (stage.new_tablet().await, stage.new_tablet().await);
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    tablet.go(&server.at("/framework/comments")).await;
    tablet.see("You are not asked for comments just now").await;

    enter_at(&office, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    office.see("No school’s visits are kept on this tablet").await;
    office.go(&server.at("/framework/draft")).await;
    office.press("From version 1, …").await;
    office.press("Ask for comments").await;
    office.press("Open the round").await;
    office.see("Nobody is chosen").await;
    office.press("Open the round").await;
    office.see("Choose at least one person.").await;
    office.press("Everyone").await;
    office.type_into("What you tell them", "Is every look-for clear?").await;
    office.is_accessible("the form of a comment round").await;
    office.press("Open the round").await;
    office.see("Comments are taken until").await;

    tablet.go(&server.at("/framework")).await;
    tablet.see("You are asked for comments until").await;
    tablet.press("Read and comment").await;
    tablet.see("Is every look-for clear?").await;
    tablet.press(&format!("Comment on: {GOAL}")).await;
    tablet.press("Store").await;
    tablet.see("Write 1 to 1000 characters.").await;
    tablet.type_into(&format!("Your comment on: {GOAL}"), "In which language?").await;
    tablet.is_accessible("a comment that is being written").await;
    tablet.press("Store").await;
    tablet.see("One comment · 1 without an answer").await;

    office.go(&server.at("/framework/draft")).await;
    office.see("One comment · 1 without an answer").await;
    office.press("Answer …").await;
    office.type_into("Your answer", "In any language.").await;
    office.choose("What becomes of it", "Taken up").await;
    office.press("Store").await;
    office.see("One comment · all answered").await;
    office.is_accessible("a draft with comments").await;

    tablet.go(&server.at("/framework/comments")).await;
    tablet.see("In any language.").await;
    tablet.see("Taken up").await;
    tablet.see_no("Withdraw").await;
}

mod chromium_alone {
    use super::*;

    #[test]
    fn a_comment_round_fits_every_screen() {
        crate::play::play(crate::browser::Browser::Chromium, every_screen);
    }
}

async fn every_screen(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let (office, tablet) = (stage.new_tablet().await, stage.new_tablet().await);
    enter_at(&office, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    office.see("No school’s visits are kept on this tablet").await;
    office.go(&server.at("/framework/draft")).await;
    office.press("From version 1, …").await;
    office.press("Ask for comments").await;
    office.press("Open the round").await;
    office.see("Nobody is chosen").await;
    office.press("Everyone").await;
    draw(&office, "comments-round").await;
    office.press("Open the round").await;
    office.see("Comments are taken until").await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    tablet.go(&server.at("/framework/comments")).await;
    tablet.press(&format!("Comment on: {GOAL}")).await;
    tablet.type_into(&format!("Your comment on: {GOAL}"), "In which language?").await;
    tablet.press("Store").await;
    tablet.see("One comment · 1 without an answer").await;
    draw(&tablet, "comments-asked").await;
    office.go(&server.at("/framework/draft")).await;
    office.see("One comment · 1 without an answer").await;
    draw(&office, "comments-draft").await;
    office.press("Answer …").await;
    let script = "document.querySelector('form').scrollIntoView({ block: 'center' });";
    office.script(script, vec![]).await.or_fail("going to the answer");
    draw(&office, "comments-answer").await;
}
