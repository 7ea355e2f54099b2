//! People: invited by link, changed, gone and back; and the permission table at the API, every role by every action.

use domain::compare::Comparison;
use domain::district::{Area, DistrictChange, DistrictRules, Focus};
use domain::edit::Pen;
use domain::id::LookForId;
use domain::people::{
    CannotChangePeople, ChangeMember, Invite, Join, Link, LinkFor, LookAtLink, Member, MemberChange, Membership,
    NewLink, People, PeopleProblem,
};
use domain::permission::{Action, Me, Role};
use domain::sync::{ProblemCode, Refusal, SignedIn, Verdict};
use domain::time::DAY;
use domain::visit::{Answer, Change, Context, Place, Setting};
use serde::Serialize;

use crate::district::{changed, district_now};
use crate::support::{NOW, PASSPHRASE, Reply, Server, Tablet, begin, person, post, set, visit};

const PASS: &str = "a lamp by the window";

async fn send(tablet: &Tablet<'_>, path: &str, body: &impl Serialize) -> Reply {
    tablet.post(&format!("/api/v1/people/{path}"), serde_json::to_string(body).unwrap()).await
}

async fn join(server: &Server, token: &str, passphrase: &str) -> Reply {
    let body = Join { token: token.to_owned(), passphrase: passphrase.to_owned() };
    server.send(post("/api/v1/join", serde_json::to_string(&body).unwrap())).await
}

async fn sign_in(server: &Server, who: &str, passphrase: &str) -> Reply {
    let body = serde_json::json!({ "email": format!("{who}@alder.example"), "passphrase": passphrase });
    server.send(post("/api/v1/session", body.to_string())).await
}

fn newcomer() -> Invite {
    Invite {
        name: " Noor Ávila ".into(),
        email: " Noor@Alder.example".into(),
        role: Role::Principal,
        schools: vec!["cedar".into()],
    }
}

async fn member(tablet: &Tablet<'_>, who: &str) -> Member {
    let People { people } = tablet.get("/api/v1/people").await.read();
    people.into_iter().find(|one| one.email == format!("{who}@alder.example")).unwrap()
}

fn why(reply: &Reply) -> (u16, CannotChangePeople) {
    let problem: PeopleProblem = serde_json::from_slice(&reply.body).unwrap();
    assert!(problem.message.ends_with("nothing was changed"), "{}", problem.message);
    (reply.status.as_u16(), problem.why)
}

async fn becomes(tablet: &Tablet<'_>, account: &str, change: MemberChange) -> Reply {
    send(tablet, "change", &ChangeMember { account: account.into(), change }).await
}

#[tokio::test]
async fn somebody_is_invited_chooses_a_passphrase_once_and_works() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let link: Link = send(&adams, "invite", &newcomer()).await.read();
    let invited = member(&adams, "noor").await;
    assert_eq!((invited.name.as_str(), invited.role, &invited.account), ("Noor Ávila", Role::Principal, &link.account));
    assert_eq!(invited.standing, Membership::Invited { until: Some(link.until) });
    // Nobody signs in with no passphrase.
    for passphrase in ["", PASSPHRASE] {
        assert_eq!(sign_in(&server, "noor", passphrase).await.problem(), (401, ProblemCode::WrongPassphrase));
    }
    let look = serde_json::to_string(&LookAtLink { token: link.token.clone() }).unwrap();
    let found: LinkFor = server.send(post("/api/v1/join/look", look)).await.read();
    let expected =
        LinkFor { name: "Noor Ávila".into(), email: "noor@alder.example".into(), district: "Alder County".into() };
    assert_eq!(found, expected);
    assert_eq!(join(&server, &link.token, "short").await.problem(), (400, ProblemCode::Unreadable));
    let joined = join(&server, &link.token, PASS).await;
    let SignedIn { me, .. } = joined.read();
    assert_eq!((me.role, me.schools.len(), joined.header("set-cookie").is_empty()), (Role::Principal, 1, false));
    assert_eq!(join(&server, &link.token, PASS).await.problem(), (403, ProblemCode::NotAllowed));
    assert_eq!(sign_in(&server, "noor", PASS).await.status, 200);
    assert_eq!(member(&adams, "noor").await.standing, Membership::Active);
    // Their visits can name them.
    let documents = adams.pull("stream=district").await.documents;
    assert!(documents.iter().any(|document| document.text.contains("Noor Ávila")));
}

#[tokio::test]
async fn a_link_that_was_replaced_or_is_old_opens_nothing() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let reyes = server.tablet("reyes").await;
    let first: Link = send(&adams, "link", &NewLink { account: "reyes".into() }).await.read();
    let second: Link = send(&adams, "link", &NewLink { account: "reyes".into() }).await.read();
    assert_eq!(join(&server, &first.token, PASS).await.problem(), (403, ProblemCode::NotAllowed));
    // Until they choose another, what they have goes on working.
    assert_eq!(sign_in(&server, "reyes", PASSPHRASE).await.status, 200);
    assert_eq!(join(&server, &second.token, PASS).await.status, 200);
    assert_eq!(sign_in(&server, "reyes", PASSPHRASE).await.problem(), (401, ProblemCode::WrongPassphrase));
    assert_eq!(reyes.get("/api/v1/session").await.problem(), (401, ProblemCode::SignedOut), "every other device");
    let third: Link = send(&adams, "link", &NewLink { account: "reyes".into() }).await.read();
    server.clock.forward(8 * DAY);
    assert_eq!(join(&server, &third.token, PASS).await.problem(), (403, ProblemCode::NotAllowed));
    for nonsense in ["", "alder", "alder.00", &format!("other.{}", "0".repeat(64))] {
        assert_eq!(join(&server, nonsense, PASS).await.problem(), (403, ProblemCode::NotAllowed), "{nonsense}");
    }
}

#[tokio::test]
async fn who_changes_schools_has_the_new_ones_and_no_longer_the_old() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let okafor = server.tablet("okafor").await;
    let work = MemberChange::Work { role: Role::Coach, schools: vec!["birch".into()] };
    assert_eq!(becomes(&adams, "okafor", work).await.status, 204);
    let SignedIn { me, .. } = okafor.get("/api/v1/session").await.read();
    assert_eq!((me.role, me.schools), (Role::Coach, vec!["birch".into()]));
    assert_eq!(okafor.get("/api/v1/sync/pull?stream=school/cedar").await.status, 403);
    assert_eq!(okafor.get("/api/v1/sync/pull?stream=school/birch").await.status, 200);
}

#[tokio::test]
async fn who_leaves_sees_nothing_and_their_tablet_still_sends_what_they_did() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let mut reyes = server.tablet("reyes").await;
    let edits = reyes.visit(visit(1));
    server.clock.forward(DAY);
    assert_eq!(becomes(&adams, "reyes", MemberChange::Leave).await.status, 204);
    let refused = (403, ProblemCode::NotAllowed);
    for path in ["/api/v1/sync/pull?stream=district", "/api/v1/sync/pull?stream=school/cedar", "/api/v1/compare"] {
        assert_eq!(reyes.get(path).await.problem(), refused, "{path}");
    }
    assert!(reyes.verdicts(&edits).await.iter().all(|verdict| *verdict == Verdict::Applied));
    // What they do from now on is not.
    let after = NOW.plus(2 * DAY);
    let stream = domain::stream::Stream::School("cedar".into());
    let later = reyes.pen.write(after, &stream, visit(1), set(Setting::Present(Some(9)))).unwrap();
    server.clock.forward(2 * DAY);
    assert_eq!(reyes.verdicts(&[later]).await, [Verdict::Rejected(Refusal::NotAssigned)]);
    let People { people } = adams.get("/api/v1/people").await.read();
    assert!(matches!(people.last().unwrap().standing, Membership::Left { .. }));
    // Neither a link nor other schools before they are back.
    let link = send(&adams, "link", &NewLink { account: "reyes".into() }).await;
    assert_eq!(why(&link), (422, CannotChangePeople::HasLeft));
    let work = MemberChange::Work { role: Role::Observer, schools: vec!["cedar".into()] };
    assert_eq!(why(&becomes(&adams, "reyes", work.clone()).await), (422, CannotChangePeople::HasLeft));
    // After two weeks nobody signs in any more.
    server.clock.forward(13 * DAY);
    assert_eq!(reyes.send_push(reyes.body(&edits)).await.problem(), (401, ProblemCode::SignedOut));
    assert_eq!(sign_in(&server, "reyes", PASSPHRASE).await.problem(), (401, ProblemCode::WrongPassphrase));

    assert_eq!(becomes(&adams, "reyes", MemberChange::Return).await.status, 204);
    assert_eq!(becomes(&adams, "reyes", work).await.status, 204);
    let back = server.tablet("reyes").await;
    assert_eq!(back.pull("stream=school/cedar").await.visits.len(), 1, "what they recorded stayed");
}

#[tokio::test]
async fn what_cannot_be_done_says_why_and_changes_nothing() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let before: People = adams.get("/api/v1/people").await.read();
    let wrong = [
        (Invite { email: "OKAFOR@alder.example".into(), ..newcomer() }, CannotChangePeople::EmailTaken),
        (Invite { email: "noor".into(), ..newcomer() }, CannotChangePeople::Email),
        (Invite { email: "noor@alder\0.example".into(), ..newcomer() }, CannotChangePeople::Email),
        (Invite { name: "  ".into(), ..newcomer() }, CannotChangePeople::Name),
        (Invite { name: "N".repeat(201), ..newcomer() }, CannotChangePeople::Name),
        (Invite { schools: vec!["nowhere".into()], ..newcomer() }, CannotChangePeople::School),
    ];
    for (invite, expected) in wrong {
        assert_eq!(why(&send(&adams, "invite", &invite).await), (422, expected), "{invite:?}");
    }
    let work = |role, school: &str| MemberChange::Work { role, schools: vec![school.into()] };
    let last = CannotChangePeople::LastAdministrator;
    assert_eq!(why(&becomes(&adams, "adams", MemberChange::Leave).await), (422, last));
    assert_eq!(why(&becomes(&adams, "adams", work(Role::Coach, "cedar")).await), (422, last));
    assert_eq!(why(&becomes(&adams, "okafor", work(Role::Coach, "nowhere")).await), (422, CannotChangePeople::School));
    assert_eq!(why(&becomes(&adams, "nobody", MemberChange::Leave).await), (422, CannotChangePeople::NoAccount));
    let link = send(&adams, "link", &NewLink { account: "nobody".into() }).await;
    assert_eq!(why(&link), (422, CannotChangePeople::NoAccount));
    assert_eq!(adams.get("/api/v1/people").await.read::<People>(), before);
    // With a second one who can sign in, the first may go.
    assert_eq!(becomes(&adams, "okafor", work(Role::Administrator, "cedar")).await.status, 204);
    assert_eq!(becomes(&adams, "adams", MemberChange::Leave).await.status, 204);
}

#[tokio::test]
async fn only_administrators_of_the_district_change_people() {
    let server = Server::start().await;
    let before: People = server.tablet("adams").await.get("/api/v1/people").await.read();
    let stranger = Me { district: "birch-county".into(), ..person("stranger", Role::Administrator, &[]) };
    let stranger = throughline_server::Newcomer { me: stranger, passphrase: PASSPHRASE.to_owned(), since: NOW };
    server.app.add_account(stranger).await.unwrap();
    let promote = ChangeMember {
        account: "reyes".into(),
        change: MemberChange::Work { role: Role::Administrator, schools: vec![] },
    };
    for who in ["okafor", "lin", "reyes", "stranger"] {
        let tablet = server.tablet(who).await;
        let replies = [
            send(&tablet, "invite", &newcomer()).await,
            send(&tablet, "link", &NewLink { account: "adams".into() }).await,
            send(&tablet, "change", &promote).await,
        ];
        for reply in replies {
            // An administrator of another district finds nobody of this one, nor its schools.
            let refused = if who == "stranger" { 422 } else { 403 };
            assert_eq!(reply.status.as_u16(), refused, "{who}: {reply:?}");
        }
    }
    let stranger = server.tablet("stranger").await;
    let People { people } = stranger.get("/api/v1/people").await.read();
    assert_eq!(people.len(), 1, "themselves");
    assert_eq!(server.tablet("adams").await.get("/api/v1/people").await.read::<People>(), before);
}

#[tokio::test]
async fn links_go_with_whoever_made_them() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let work = MemberChange::Work { role: Role::Administrator, schools: vec![] };
    assert_eq!(becomes(&adams, "okafor", work.clone()).await.status, 204);
    let okafor = server.tablet("okafor").await;
    let left: Link = send(&okafor, "link", &NewLink { account: "adams".into() }).await.read();
    let demoted: Link = send(&okafor, "link", &NewLink { account: "lin".into() }).await.read();
    let coach = MemberChange::Work { role: Role::Coach, schools: vec!["cedar".into()] };
    assert_eq!(becomes(&adams, "okafor", coach).await.status, 204);
    for link in [left, demoted] {
        assert_eq!(join(&server, &link.token, PASS).await.problem(), (403, ProblemCode::NotAllowed));
    }
}

/// Whether the server does what an action asks for.
async fn does(server: &Server, tablet: &mut Tablet<'_>, action: Action, school: &str, number: u8) -> bool {
    let path = match action {
        Action::RecordVisit => {
            let start = begin(tablet.pen.author().clone(), school, server.framework);
            let edit = tablet.write_in(school, visit(number), set(Setting::Begin(start)));
            return tablet.verdicts(&[edit]).await == [Verdict::Applied];
        }
        Action::EditOthersVisit => {
            let theirs = visit(if school == "cedar" { 101 } else { 102 });
            let edit = tablet.write_in(school, theirs, Change::Void([number; 16].into()));
            return tablet.verdicts(&[edit]).await == [Verdict::Applied];
        }
        Action::CompareDistrict => {
            let all: Comparison = tablet.get("/api/v1/compare").await.read();
            return all.visits > 1;
        }
        Action::PullSchool => format!("/api/v1/sync/pull?stream=school/{school}"),
        Action::CompareSchool => format!("/api/v1/compare?selection=%7b%22schools%22%3a%5b%22{school}%22%5d%7d"),
        Action::ImportRoster => "/api/v1/roster".to_owned(),
        Action::ImportVisits => "/api/v1/imports".to_owned(),
        Action::WriteFramework => "/api/v1/framework/draft".to_owned(),
        Action::ManagePeople => "/api/v1/people".to_owned(),
        Action::ChooseFocus => {
            let area = Area::School(school.into());
            let look_fors = vec![LookForId::from(["goal", "turns"][usize::from(number) % 2])];
            let was = district_now(server).await.chosen_focus(&area);
            let now = Focus { look_fors, until: None };
            return changed(tablet, &DistrictChange::Focus { area, was, now }).await.status == 204;
        }
        Action::SetDistrict => {
            let was = district_now(server).await.rules();
            let now = DistrictRules { minimum_visits: u32::from(number) + 20, ..was };
            return changed(tablet, &DistrictChange::Rules { was, now }).await.status == 204;
        }
    };
    let reply = tablet.get(&path).await;
    if reply.status != 200 {
        assert_eq!(reply.problem(), (403, ProblemCode::NotAllowed), "{action:?} {school}");
    }
    reply.status == 200
}

/// Every role, every action, in and out of scope.
#[tokio::test]
async fn the_server_does_what_the_permission_table_says_and_nothing_else() {
    let server = Server::start().await;
    // Somebody else's visits, one in each school.
    for (school, number, who) in [("cedar", 101, "reyes"), ("birch", 102, "berg")] {
        let mut tablet = server.tablet(who).await;
        let lesson = Context {
            classroom: Place::Known("204".into()),
            lead: None,
            others: vec![],
            grade: None,
            subject: None,
            groups: vec![],
        };
        let settings = [
            Setting::Begin(begin(who.into(), school, server.framework)),
            Setting::Context(lesson),
            Setting::Answer("goal".into(), Some(Answer::Seen)),
            Setting::Finished(Some(NOW.plus(300_000))),
        ];
        let edits = settings.map(|setting| tablet.write_in(school, visit(number), set(setting)));
        tablet.push(&edits).await;
    }
    let adams = server.tablet("adams").await;
    let mut number = 0;
    for role in Role::ALL {
        let schools = if role == Role::Administrator { vec![] } else { vec!["cedar".into()] };
        let name = format!("{role:?}").to_lowercase();
        let email = format!("{name}@alder.example");
        let invite = Invite { name: name.clone(), email, role, schools };
        let link: Link = send(&adams, "invite", &invite).await.read();
        assert_eq!(join(&server, &link.token, PASSPHRASE).await.status, 200);
        let mut tablet = server.tablet(&name).await;
        tablet.pen = Pen::new(tablet.pen.replica(), link.account.clone());
        let me = Me {
            account: link.account,
            ..person(&name, role, if invite.schools.is_empty() { &[] } else { &["cedar"] })
        };
        for action in Action::ALL {
            for school in ["cedar", "birch"] {
                number += 1;
                let did = does(&server, &mut tablet, action, school, number).await;
                assert_eq!(did, me.may(action, &school.into()), "{role:?} {action:?} in {school}");
            }
        }
    }
}
