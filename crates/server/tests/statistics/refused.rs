use crate::run;

/// What the program says of a file that it cannot use.
#[track_caller]
fn refused(content: impl AsRef<[u8]>, command: &str) -> String {
    for more in [&[][..], &["--json"]] {
        let output = run(content.as_ref(), &[&[command, "file.csv"], more].concat());
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]));
    }
    let said = String::from_utf8(run(content, &[command, "file.csv"]).stderr).unwrap();
    assert!(said.contains("file.csv") && said.ends_with("Nothing was computed, and nothing was changed.\n"), "{said}");
    said
}

#[test]
fn every_bad_row_is_named_with_its_line_its_column_and_the_reason() {
    insta::assert_snapshot!(
        "agreement",
        refused(
            "unit,observer,look-for,value\n1,Ann,Goal,1\n1,Bo,Goal,2\n\n1,Ann,Goal,\n,Ann,Goal,NA\n\
             2,Ann,Goal, in pairs,1\n2,Bo,,1e999\n",
            "agreement"
        )
    );
    insta::assert_snapshot!(
        "compare",
        refused(
            "look-for,shown,looked,expected\r\nGoal,7,6,0.8\r\n,1,2,0.8\r\nGoal,,6,0.8\r\n\
             Goal,-1,six,180 %\r\nGoal,1,2\r\n",
            "compare"
        )
    );
}

#[test]
fn twenty_bad_rows_are_listed_and_the_others_counted() {
    let many = "look-for,shown,looked,expected\n".to_owned() + &"Goal,2,1,0.8\n".repeat(23);
    let said = refused(many, "compare");
    assert!(said.contains("23 rows are wrong.") && said.contains("line 21:") && !said.contains("line 22:"), "{said}");
    assert!(said.contains("\n  and 3 more\n"), "{said}");
}

#[test]
fn one_observer_only_says_that_a_second_is_missing() {
    let said = refused("unit,observer,look-for,value\n1,Ann,Goal,1\n2,Ann,Goal,2\n", "agreement");
    assert!(said.contains("Goal: one observer only; agreement needs a second one"), "{said}");
}

#[test]
fn two_observers_of_different_lessons_say_that_they_share_none() {
    let said =
        refused("unit,observer,look-for,value\n1,Ann,Goal,1\n2,Bo,Goal,2\n2,Ann,Goal,\n3,Bo,Plan,\n", "agreement");
    assert!(
        said.contains("Goal: no unit was rated by two observers") && said.contains("Plan: every value is blank"),
        "{said}"
    );
}

#[test]
fn missing_columns_are_named_beside_those_that_are_there() {
    let said = refused("unit,who,look-for,value\n1,Ann,Goal,1\n", "agreement");
    assert!(said.contains("no column observer. Its first line has: unit, who, look-for, value."), "{said}");
    let semicolons = refused("look-for;shown;looked;expected\nGoal;1;2;0.8\n", "compare");
    assert!(semicolons.contains("Cells are separated by commas."), "{semicolons}");
    let twice = refused("look-for,shown,looked,expected,SHOWN\nGoal,1,2,0.8,1\n", "compare");
    assert!(twice.contains("the column shown twice"), "{twice}");
}

#[test]
fn an_empty_file_says_what_belongs_in_it() {
    assert!(
        refused("", "agreement")
            .contains("is empty. Its first line names the columns unit, observer, look-for, value.")
    );
    assert!(refused("\u{feff}\r\n", "compare").contains("is empty"));
    assert!(refused("look-for,shown,looked,expected\n,,,\n", "compare").contains("no rows below the names"));
}

#[test]
fn what_is_no_text_says_on_which_line() {
    let said = refused(b"look-for,shown,looked,expected\nGoal,1,2,0.8\nGr\xfc\xdfe,1,2,0.8\n", "compare");
    assert!(said.contains("line 3 is not UTF-8 text."), "{said}");
}

#[test]
fn a_file_that_is_not_there_says_so() {
    let output = run("", &["agreement", "no-such.csv"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("no-such.csv cannot be used: "), "{said}");
}

#[test]
fn a_margin_that_is_no_share_is_refused_with_how_it_is_written() {
    let output = run("look-for,shown,looked,expected\nGoal,1,2,0.8\n", &["compare", "file.csv", "--margin", "ten"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("0.1, 10 or 10%"), "{said}");
}
