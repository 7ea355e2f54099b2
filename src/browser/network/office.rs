//! What administrators ask of the server: rosters, the framework that is being written, people.

use domain::district::{
    CannotChangeDistrict, CannotTake, ChangeFigures, DistrictChange, Figure, FiguresRead, GoalFigures, NotFigures,
};
use domain::framework::{
    AskedDraft, AskedForComments, AskedRound, CannotComment, CannotDraft, Draft, FromFile, HeldDraft, NotAFramework,
    PlanRound, PublishDraft, PublishedDraft, SaveDraft, SavedDraft,
};
use domain::id::{AccountId, Bits128, GoalId};
use domain::people::{CannotChangePeople, ChangeMember, Invite, Join, Link, LinkFor, LookAtLink, NewLink, People};
use domain::rostering::{CannotReadRoster, RosterAsk, RosterReport, RosterSummary};
use domain::sync::{Failure, SignedIn};
use gloo_net::http::{Request, RequestBuilder};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Server, explained, json, send, upload};
use crate::browser::files::Chosen;
use crate::state::FileFailure;

/// Where the figures of goals are.
const FIGURES: &str = "/api/v1/goals/figures";

/// Where the draft of the framework is.
const DRAFT: &str = "/api/v1/framework/draft";
/// Where comments on it are.
const COMMENTS: &str = "/api/v1/framework/comments";

impl Server {
    /// What the rosters hold.
    ///
    /// # Errors
    /// Why it is not known.
    pub async fn roster(&self) -> Result<RosterSummary, Failure> {
        send::<(), _>(Request::get("/api/v1/roster"), None).await
    }

    /// Says what a roster would change, or stores it.
    ///
    /// # Errors
    /// Why not. Nothing was stored then, unless the line was cut: looked at again, it says so.
    pub async fn import_roster(
        &self,
        ask: &RosterAsk,
        files: &[Chosen],
    ) -> Result<RosterReport, FileFailure<CannotReadRoster>> {
        let line = format!("{}\n", json(ask).map_err(FileFailure::Network)?);
        upload("/api/v1/roster/import", &line, files).await
    }

    /// The framework that is being written.
    ///
    /// # Errors
    /// Why it is not known.
    pub async fn framework_draft(&self) -> Result<AskedDraft, Failure> {
        send::<(), _>(Request::get(DRAFT), None).await
    }

    /// Begins a draft where none was seen, or changes the one that was.
    ///
    /// # Errors
    /// Why not. Somebody else may have written in between; then it says what there is now.
    pub async fn write_draft(
        &self,
        seen: Option<Bits128>,
        draft: &Draft,
    ) -> Result<HeldDraft, FileFailure<CannotDraft>> {
        let request = match seen {
            Some(tag) => about(Request::put(DRAFT), tag),
            None => Request::put(DRAFT).header("if-none-match", "*"),
        };
        let request = request.header("content-type", "application/json");
        let body = json(draft).map_err(FileFailure::Network)?;
        let text = explained(request.body(body)).await?;
        let asked: Option<AskedDraft> = serde_json::from_str(&text).ok();
        asked.and_then(|asked| asked.held).ok_or(FileFailure::Network(Failure::Garbled))
    }

    /// Takes the draft away that was seen.
    ///
    /// # Errors
    /// Why not.
    pub async fn discard_draft(&self, seen: Bits128) -> Result<(), FileFailure<CannotDraft>> {
        explained(about(Request::delete(DRAFT), seen).build()).await.map(|_| ())
    }

    /// Makes the draft that was seen the next version.
    ///
    /// # Errors
    /// Why not.
    pub async fn publish_draft(
        &self,
        seen: Bits128,
        publish: PublishDraft,
    ) -> Result<PublishedDraft, FileFailure<CannotDraft>> {
        let request = about(Request::post("/api/v1/framework/draft/publish"), seen);
        let request = request.header("content-type", "application/json");
        let body = json(&publish).map_err(FileFailure::Network)?;
        let text = explained(request.body(body)).await?;
        serde_json::from_str(&text).map_err(|_| FileFailure::Network(Failure::Garbled))
    }

    /// The starter framework.
    ///
    /// # Errors
    /// Why it is not known.
    pub async fn starter_framework(&self) -> Result<FromFile, Failure> {
        let draft = send::<(), _>(Request::get("/api/v1/framework/starter"), None).await?;
        Ok(FromFile { draft, left_out: Vec::new() })
    }

    /// What a file holds as a draft.
    ///
    /// # Errors
    /// Why it holds none.
    pub async fn read_framework(&self, file: &Chosen) -> Result<FromFile, FileFailure<NotAFramework>> {
        upload("/api/v1/framework/read", "", std::slice::from_ref(file)).await
    }

    /// A draft as a file.
    ///
    /// # Errors
    /// Why not.
    pub async fn save_framework(&self, draft: &SaveDraft) -> Result<SavedDraft, Failure> {
        send(Request::post("/api/v1/framework/save"), Some(draft)).await
    }

    /// Whether one is asked for comments on the draft.
    ///
    /// # Errors
    /// Why it is not known.
    pub async fn asked_for_comments(&self) -> Result<AskedForComments, Failure> {
        send::<(), _>(Request::get("/api/v1/framework/comments/asked"), None).await
    }

    /// A comment round: the one with this number, or else the newest that one may read.
    ///
    /// # Errors
    /// Why it is not known.
    pub async fn comment_round(&self, round: Option<u32>) -> Result<AskedRound, Failure> {
        let query = round.map(|round| ("round", round.to_string()));
        send::<(), _>(Request::get(COMMENTS).query(query), None).await
    }

    /// Opens a comment round, or changes one.
    ///
    /// # Errors
    /// Why not.
    pub async fn plan_round(&self, plan: &PlanRound) -> Result<AskedRound, FileFailure<CannotComment>> {
        let request = Request::put(&format!("{COMMENTS}/round")).header("content-type", "application/json");
        let text = explained(request.body(json(plan).map_err(FileFailure::Network)?)).await?;
        serde_json::from_str(&text).map_err(|_| FileFailure::Network(Failure::Garbled))
    }

    /// Does something in a comment round: closes it, or writes, withdraws or answers a comment.
    ///
    /// # Errors
    /// Why not.
    pub async fn tell_comments(
        &self,
        what: &str,
        body: &impl Serialize,
    ) -> Result<AskedRound, FileFailure<CannotComment>> {
        tell(&format!("{COMMENTS}/{what}"), body).await
    }

    /// Who works in the district.
    ///
    /// # Errors
    /// Why it is not known.
    pub async fn people(&self) -> Result<People, Failure> {
        send::<(), _>(Request::get("/api/v1/people"), None).await
    }

    /// Adds somebody, and makes the link with which they choose a passphrase.
    ///
    /// # Errors
    /// Why not.
    pub async fn invite(&self, invite: &Invite) -> Result<Link, FileFailure<CannotChangePeople>> {
        tell("/api/v1/people/invite", invite).await
    }

    /// Makes a new link for somebody.
    ///
    /// # Errors
    /// Why not.
    pub async fn new_link(&self, account: &AccountId) -> Result<Link, FileFailure<CannotChangePeople>> {
        tell("/api/v1/people/link", &NewLink { account: account.clone() }).await
    }

    /// Changes somebody's place.
    ///
    /// # Errors
    /// Why not.
    pub async fn change_member(&self, change: &ChangeMember) -> Result<(), FileFailure<CannotChangePeople>> {
        let request = Request::post("/api/v1/people/change").header("content-type", "application/json");
        explained(request.body(json(change).map_err(FileFailure::Network)?)).await.map(|_| ())
    }

    /// Changes what the district has decided.
    ///
    /// # Errors
    /// Why not.
    pub async fn change_district(&self, change: &DistrictChange) -> Result<(), FileFailure<CannotChangeDistrict>> {
        let request = Request::post("/api/v1/district/change").header("content-type", "application/json");
        explained(request.body(json(change).map_err(FileFailure::Network)?)).await.map(|_| ())
    }

    /// The figures of a goal, as far as one may see them.
    ///
    /// # Errors
    /// Why they are not known.
    pub async fn goal_figures(&self, goal: &GoalId) -> Result<Vec<Figure>, Failure> {
        let held: GoalFigures = send::<(), _>(Request::get(FIGURES).query([("goal", goal.as_str())]), None).await?;
        Ok(held.figures)
    }

    /// Changes figures of a goal.
    ///
    /// # Errors
    /// Why not. Nothing was changed then, unless the line was cut: looked at again, it says so.
    pub async fn change_figures(&self, change: &ChangeFigures) -> Result<(), FileFailure<CannotTake>> {
        let request = Request::post(FIGURES).header("content-type", "application/json");
        explained(request.body(json(change).map_err(FileFailure::Network)?)).await.map(|_| ())
    }

    /// What a file would change about the figures of a goal.
    ///
    /// # Errors
    /// Why it cannot be taken.
    pub async fn read_figures(&self, goal: &GoalId, file: &Chosen) -> Result<FiguresRead, FileFailure<NotFigures>> {
        let goal: String = form_urlencoded::byte_serialize(goal.as_str().as_bytes()).collect();
        upload(&format!("{FIGURES}/read?goal={goal}"), "", std::slice::from_ref(file)).await
    }

    /// Whom a link is for.
    ///
    /// # Errors
    /// Why it is not known.
    pub async fn look_at_link(&self, token: &str) -> Result<LinkFor, Failure> {
        send(Request::post("/api/v1/join/look"), Some(&LookAtLink { token: token.to_owned() })).await
    }

    /// Chooses a passphrase with a link, and is signed in.
    ///
    /// # Errors
    /// Why not.
    pub async fn join(&self, with: &Join) -> Result<SignedIn, Failure> {
        send(Request::post("/api/v1/join"), Some(with)).await
    }
}

/// The answer to something told, whose problems say more than a code.
async fn tell<T: DeserializeOwned, W: DeserializeOwned>(
    address: &str,
    what: &impl Serialize,
) -> Result<T, FileFailure<W>> {
    let request = Request::post(address).header("content-type", "application/json");
    let text = explained(request.body(json(what).map_err(FileFailure::Network)?)).await?;
    serde_json::from_str(&text).map_err(|_| FileFailure::Network(Failure::Garbled))
}

/// About the state of a thing that was seen, and no other.
fn about(request: RequestBuilder, seen: Bits128) -> RequestBuilder {
    request.header("if-match", &format!("\"{seen}\""))
}
