//! Commenting on a draft in a round, and answering: the server has it all, and what is typed stays with its form.

use std::rc::Rc;

use domain::framework::{AnswerComment, AskedRound, CannotComment};
use domain::sync::{Failure, ProblemCode};

use super::Runtime;
use crate::browser::{focus, tasks};
use crate::state::{CommentPart, CommentStep, Commenting, FileFailure};

impl Runtime {
    pub(super) async fn comment(self: Rc<Self>, step: CommentStep) {
        match step {
            CommentStep::Asked => {
                if let Ok(said) = self.server.asked_for_comments().await {
                    self.commenting(|now| now.invitation = said.asked);
                }
            }
            CommentStep::Read(round) => {
                self.commenting(|now| now.failure = None);
                self.read_comments(round, false).await;
            }
            CommentStep::Plan(plan) => {
                self.ask_comments();
                let said = self.server.plan_round(&plan).await;
                self.commented(CommentPart::Round, said).await;
            }
            CommentStep::Close(round) => {
                self.ask_comments();
                let said = self.server.tell_comments("close", &round).await;
                self.commented(CommentPart::Round, said).await;
            }
            CommentStep::Write(comment) => {
                self.ask_comments();
                let said = self.server.tell_comments("write", &comment).await;
                self.commented(CommentPart::Own(comment.look_for), said).await;
            }
            CommentStep::Withdraw(comment) => {
                self.ask_comments();
                let said = self.server.tell_comments("withdraw", &comment).await;
                self.commented(CommentPart::Own(comment.look_for), said).await;
            }
            CommentStep::Answer(answer) => {
                self.ask_comments();
                let said = self.server.tell_comments("answer", &answer).await;
                let AnswerComment { account, look_for, .. } = answer;
                self.commented(CommentPart::Answer(account, look_for), said).await;
            }
        }
    }

    async fn commented(&self, part: CommentPart, said: Result<AskedRound, FileFailure<CannotComment>>) {
        let round = self.model().commenting.held.as_ref().map(|held| held.round.number);
        let id = part.id();
        let stale = matches!(said, Err(FileFailure::Cannot(CannotComment::Changed | CannotComment::Answered)));
        let done = said.is_ok();
        self.commenting(|now| {
            now.busy = false;
            match said {
                Ok(asked) => {
                    take(now, asked, true);
                    (now.done, now.last) = (now.done + 1, Some(part));
                }
                Err(failure) => now.failure = Some((part, failure)),
            }
        });
        if done {
            // What was pressed is drawn anew and has lost the focus.
            tasks::Timeout::new(0, move || focus::to(&id)).forget();
        }
        if stale {
            self.read_comments(round, true).await;
        }
    }

    /// What a round holds now. What is said about the last step stays.
    pub(super) async fn read_comments(&self, round: Option<u32>, after_failure: bool) {
        let said = self.server.comment_round(round).await;
        self.commenting(|now| match said {
            Ok(asked) => take(now, asked, after_failure),
            Err(_) if after_failure => {}
            Err(failure) => {
                if failure == Failure::Problem(ProblemCode::NotAllowed, None) {
                    (now.known, now.held, now.invitation) = (true, None, None);
                }
                now.failure = Some((CommentPart::Page, FileFailure::Network(failure)));
            }
        });
    }

    fn ask_comments(&self) {
        self.commenting(|now| (now.busy, now.failure) = (true, None));
    }

    fn commenting(&self, make: impl FnOnce(&mut Commenting)) {
        self.change(|model| make(Rc::make_mut(&mut model.commenting)));
    }
}

/// What the server has takes the place of what stood here. A draft that is being read stays until the page is opened anew: what
/// somebody has typed beside a look-for would go with it.
fn take(now: &mut Commenting, AskedRound { held, can_open }: AskedRound, reading: bool) {
    let before = now.held.take();
    now.known = true;
    now.can_open = can_open;
    now.held = held.map(|mut held| {
        let same = before.filter(|before| reading && before.round.number == held.round.number);
        if let Some(read) = same.and_then(|before| before.draft.clone()) {
            held.draft = Some(read);
        }
        Rc::new(held)
    });
}
