//! Backup, restore and check, by the program itself, with tablets that are ahead of the backup.

use std::process::Output;

use domain::device::Boot;
use domain::id::LookForId;
use domain::permission::Role;
use domain::visit::{Act, Answer};
use sqlx::{AnyConnection, Connection};
use throughline_server::{Database, Reach};

use super::support::{Server, TestDatabase};
use super::tablet::{Tablet, counted};

fn program(arguments: &[&str], database: &TestDatabase) -> Output {
    database.program(arguments).output().unwrap()
}

/// What sqlx connects with.
pub(crate) fn url(database: &TestDatabase) -> String {
    match database.database() {
        Database::Folder(folder) => format!("sqlite://{}", folder.join("throughline.sqlite").display()),
        Database::Postgres(url) => url,
    }
}

fn said(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8(text).unwrap()
}

#[tokio::test]
async fn tablets_ahead_of_a_restored_backup_bring_everything_back() {
    let server = Server::start().await;
    let one = Tablet::of(&server, "okafor", Role::Principal, &["cedar"], 1).await;
    let two = Tablet::of(&server, "lin", Role::Coach, &["cedar", "birch"], 2).await;
    let first = one.whole_visit(&server, "204", Answer::Seen, 3).await;
    one.sync_now(&server).await;
    two.sync_now(&server).await;

    let file = server.database.path("backup.sqlite");
    let backup = ["backup", "--to", file.to_str().unwrap()];
    let done = program(&backup, &server.database);
    assert!(done.status.success(), "{}", said(&done));
    let again = program(&backup, &server.database);
    assert!(!again.status.success() && said(&again).contains("there is such a file already"), "{}", said(&again));

    // After the backup: one more visit of each, a tap in the first, and everyone has synced.
    one.act(first, Act::Tap(LookForId::from("turns"))).await;
    one.whole_visit(&server, "205", Answer::NotSeen, 1).await;
    two.whole_visit(&server, "206", Answer::Seen, 2).await;
    for tablet in [&one, &two, &one] {
        tablet.sync_now(&server).await;
    }
    let before = counted(&one.boot().await);
    server.app.close().await;

    let database = TestDatabase::new();
    let restored = program(&["restore", "--from", file.to_str().unwrap()], &database);
    assert!(restored.status.success(), "{}", said(&restored));
    let server = Server::open(database, Reach::Loopback, None).await;
    let outcomes = [one.sync_now(&server).await, two.sync_now(&server).await, one.sync_now(&server).await];
    assert!(outcomes[0].rewound && outcomes[1].rewound && !outcomes[2].rewound);
    let boots: [Boot; 2] = [one.boot().await, two.boot().await];
    for boot in &boots {
        assert_eq!(counted(boot), before);
        assert!(boot.waiting.is_empty() && boot.quarantined.is_empty());
        assert_eq!(Some(boot.ledger.acknowledged), boot.ledger.on_server);
    }
    server.app.close().await;
    let checked = program(&["check"], &server.database);
    assert!(
        checked.status.success() && said(&checked).contains("Everything is what the edits say."),
        "{}",
        said(&checked)
    );
}

#[tokio::test]
async fn what_is_no_backup_is_not_restored_and_a_database_is_never_replaced() {
    let server = Server::start().await;
    let (notes, backup) = (server.database.path("notes.txt"), server.database.path("backup.sqlite"));
    std::fs::write(&notes, "not a database").unwrap();
    let done = program(&["backup", "--to", backup.to_str().unwrap()], &server.database);
    assert!(done.status.success(), "{}", said(&done));
    server.app.close().await;
    let over = program(&["restore", "--from", backup.to_str().unwrap()], &server.database);
    let taken = match server.database.database() {
        Database::Folder(_) => "the data folder has a database",
        Database::Postgres(_) => "the database has a district",
    };
    assert!(!over.status.success() && said(&over).contains(taken), "{}", said(&over));
    let database = TestDatabase::new();
    let wrong = program(&["restore", "--from", notes.to_str().unwrap()], &database);
    assert!(!wrong.status.success() && said(&wrong).contains("it is not a backup of Throughline"), "{}", said(&wrong));
    assert_eq!(std::fs::read_dir(database.folder()).unwrap().count(), 0, "nothing is left behind");
    let nothing = program(&["check"], &database);
    let said = said(&nothing);
    assert!(!nothing.status.success() && said.contains("there is no district here yet"), "{said}");
    assert_eq!(
        std::fs::read_dir(database.folder()).unwrap().count(),
        0,
        "a misspelt folder is not made into an empty one"
    );
}

/// Each thing that is kept beside the edits, changed behind the server's back.
#[tokio::test]
async fn check_names_what_is_not_what_the_edits_say() {
    let damage = [
        ("update edits set text = replace(text, 'Seen', 'NotSeen')", "its text is not what"),
        ("update visits set state = (select state from visits order by visit desc limit 1)", "what is kept of it"),
        ("delete from visits where visit = (select visit from visits order by visit limit 1)", "what is kept of it"),
        ("delete from packs", "its tally is not"),
        ("update replicas set edits = edits + 1", "its fingerprint is not"),
        ("delete from commits where seq = 1", "history: it stands at"),
    ];
    let server = Server::start().await;
    let tablet = Tablet::of(&server, "okafor", Role::Principal, &["cedar"], 1).await;
    for room in ["204", "205"] {
        tablet.whole_visit(&server, room, Answer::Seen, 2).await;
    }
    tablet.sync_now(&server).await;
    server.app.close().await;
    for (sql, sentence) in damage {
        let copy = server.database.copy();
        let mut database = AnyConnection::connect(&url(&copy)).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut database).await.unwrap();
        database.close().await.unwrap();
        let checked = program(&["check"], &copy);
        assert_eq!(checked.status.code(), Some(1), "{sql}: {}", said(&checked));
        assert!(said(&checked).contains(sentence), "{sql}: {}", said(&checked));
    }
}
