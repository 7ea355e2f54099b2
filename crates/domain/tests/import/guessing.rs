use domain::import::{Doubt, Empty, Meaning, guess};

use crate::made::{School1, sheet};

#[test]
fn a_google_form_is_guessed_from_its_questions_and_answers() {
    let school = School1::new();
    let sheet = sheet(&[
        &[
            "Timestamp",
            "Date of visit",
            "Name of observer",
            "Teacher name",
            "Room #",
            "Is the learning goal posted and referred to?",
            "Depth of student thinking",
            "Comments",
            "Students talk in pairs (minutes)",
            "Comments",
            "Email",
        ],
        &["9/3/2025 9:30:12", "9/3/2025", "Ada", "M. Nunez", "204", "Yes", "3 - Proficient", "a", "3", "b", "x@y.z"],
        &["9/20/2025 10:30:12", "9/20/2025", "Ada", "S. Reyes", "7", "No", "Developing", "", "", "", "x@y.z"],
    ]);
    let guess = guess(&sheet, &school.framework);
    let mapping = &guess.mapping;
    assert_eq!(mapping.date, "Date of visit");
    let named = |column: &Option<String>| column.clone().unwrap_or_default();
    assert_eq!(named(&mapping.observer), "Name of observer");
    assert_eq!(named(&mapping.teacher), "Teacher name");
    assert_eq!(named(&mapping.classroom), "Room #");
    assert_eq!(mapping.notes, ["Comments", "Comments (2)"]);
    let look_fors: Vec<_> = mapping.look_fors.iter().map(|one| (one.look_for.as_str(), one.column.as_str())).collect();
    let expected = [
        ("goal", "Is the learning goal posted and referred to?"),
        ("depth", "Depth of student thinking"),
        ("talk", "Students talk in pairs (minutes)"),
    ];
    assert_eq!(look_fors, expected);
    assert_eq!(mapping.look_fors[0].values["Yes"], Meaning::Seen);
    assert_eq!(mapping.look_fors[0].values["No"], Meaning::NotSeen);
    assert_eq!(mapping.look_fors[1].values["3 - Proficient"], Meaning::Level(3));
    assert_eq!(mapping.look_fors[1].values["Developing"], Meaning::Level(2));
    let unused = |column: &str| Doubt::NotUsed { column: column.to_owned() };
    assert_eq!(guess.unsure, [unused("Timestamp"), unused("Email")]);
    assert_eq!(mapping.faults(&sheet, &school.framework), []);
    assert_eq!(school.read(&sheet, mapping).unwrap().visits.len(), 1, "3 minutes of talk need the visit's minutes");
}

#[test]
fn what_cannot_be_known_is_asked_for() {
    let school = School1::new();
    let sheet = sheet(&[
        &["Day", "Learning goal posted and referred to", "Depth of thinking"],
        &["3/4/2026", "x", "so-so"],
        &["5/6/2026", "", "3"],
    ]);
    let found = guess(&sheet, &school.framework);
    let column = |name: &str| name.to_owned();
    for doubt in [
        Doubt::DateOrder { column: column("Day"), example: "3/4/2026".to_owned() },
        Doubt::NoPlace,
        Doubt::OnlyMarks { column: column("Learning goal posted and referred to") },
        Doubt::UnknownValues { column: column("Depth of thinking"), values: [("so-so".to_owned(), 1)].into() },
    ] {
        assert!(found.unsure.contains(&doubt), "{doubt:?} is not in {:?}", found.unsure);
    }
    assert_eq!(found.mapping.look_fors[0].empty, Empty::Blank, "blank is never no by itself");
    assert!(guess(&crate::made::sheet(&[&["A"], &["b"]]), &school.framework).unsure.contains(&Doubt::NoDate));
}

#[test]
fn who_filled_a_form_in_is_the_observer_where_nobody_else_is_named() {
    let school = School1::new();
    let sheet = sheet(&[&["Timestamp", "Email Address", "Room"], &["9/20/2025 10:30:12", "x@y.z", "204"]]);
    let found = guess(&sheet, &school.framework);
    assert_eq!(found.mapping.observer.as_deref(), Some("Email Address"));
    assert_eq!((found.mapping.date.as_str(), found.unsure), ("Timestamp", vec![]));
}
