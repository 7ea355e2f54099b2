use domain::framework::{Became, CannotComment, CommentCount, Round, Uptake, is_past};
use domain::time::{Millis, UtcOffset};

use crate::pages::words::{date_and_time, failure as network};
use crate::state::FileFailure;
use crate::text::Text;

/// How a round stands.
pub(in crate::pages) fn standing(text: &Text, round: &Round, now: Millis, offset: UtcOffset) -> String {
    let until = ("date", text.full_date(round.until).into());
    match (round.became, round.closed) {
        (Some(Became::Version(version)), _) => text.with("comments-published", [("version", version.into())]),
        (Some(Became::Discarded), _) => text.get("comments-discarded"),
        // One that had run out when the next was opened.
        (None, Some(at)) if is_past(round.until, at) => text.with("comments-ended", [until]),
        (None, Some(at)) => text.with("comments-closed", [("time", date_and_time(text, at, offset).into())]),
        (None, None) if round.is_open(now) => text.with("comments-until", [until]),
        (None, None) => text.with("comments-ended", [until]),
    }
}

/// How many comments there are, and how many wait for an answer.
pub(in crate::pages) fn counted(text: &Text, count: CommentCount) -> String {
    let CommentCount { all, unanswered } = count;
    if all == 0 {
        return text.get("comments-none");
    }
    let waiting = if unanswered == 0 {
        text.get("comments-all-answered")
    } else {
        text.with("comments-unanswered", [("n", unanswered.into())])
    };
    format!("{} · {waiting}", text.with("comments-count", [("n", all.into())]))
}

/// Whether the district follows a comment.
pub(super) fn uptake(uptake: Option<Uptake>) -> &'static str {
    match uptake {
        None => "comments-uptake-none",
        Some(Uptake::TakenUp) => "comments-uptake-yes",
        Some(Uptake::NotTakenUp) => "comments-uptake-no",
    }
}

/// Why a step did not work.
pub(super) fn failure(text: &Text, failure: &FileFailure<CannotComment>) -> String {
    match failure {
        FileFailure::Cannot(why) => text.get(cannot(*why)),
        FileFailure::Network(failure) => network(text, *failure),
    }
}

/// Why a round or a comment is not changed.
pub(super) fn cannot(why: CannotComment) -> &'static str {
    match why {
        CannotComment::Words => "comments-wrong-words",
        CannotComment::Note => "comments-wrong-note",
        CannotComment::Until => "comments-wrong-until",
        CannotComment::Nobody => "comments-wrong-nobody",
        CannotComment::Account => "comments-cannot-account",
        CannotComment::NoDraft => "comments-cannot-no-draft",
        CannotComment::AlreadyOpen => "comments-cannot-open",
        CannotComment::Over => "comments-cannot-over",
        CannotComment::LookFor => "comments-cannot-look-for",
        CannotComment::Answered => "comments-cannot-answered",
        CannotComment::Changed => "comments-cannot-changed",
    }
}
