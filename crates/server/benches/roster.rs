//! A large district's roster, from a folder of tables to a stored one, by the command itself: `cargo bench --profile server -p
//! throughline-server --bench roster`. What came in is held against what was written first.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use domain::district::{Calendar, District, Published};
use domain::id::DistrictId;
use domain::time::date;
use throughline_server::{App, Config};

const SCHOOLS: usize = 1_000;
const CLASSES: usize = 50_000;
const TEACHERS: usize = 20_000;
const STUDENTS: usize = 300_000;
const STUDENTS_A_CLASS: usize = 25;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let (package, data) = (folder.path().join("package"), folder.path().join("data"));
    std::fs::create_dir(&package)?;
    write(&package)?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(begin(&data))?;
    println!("{CLASSES} classes, {TEACHERS} teachers, {} enrolments", CLASSES * (1 + STUDENTS_A_CLASS));
    for (what, more) in [("dry run", &["--dry-run"][..]), ("import", &[]), ("the same again", &[])] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_throughline-server"));
        command.args(["import", "roster"]).arg(&package).arg("--data-dir").arg(&data).args(more);
        let begun = Instant::now();
        let output = command.output()?;
        let took = begun.elapsed();
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        println!("{what:<16} {:.1} s", took.as_secs_f64());
    }
    runtime.block_on(hold(&data))
}

fn id() -> DistrictId {
    "large".into()
}

async fn begin(data: &Path) -> Result<(), Box<dyn Error>> {
    let app = App::open(Config::in_folder(data)).await?;
    let district = District {
        id: id(),
        name: "Large".to_owned(),
        networks: vec![],
        schools: vec![],
        observers: vec![],
        calendar: Calendar {
            first_day: date(2026, 8, 1),
            last_day: date(2027, 6, 30),
            terms: vec![],
            check_dates: vec![],
            days_off: vec![],
        },
        margin: 0.1,
        focus: vec![],
        focus_sets: Vec::new(),
        minimum_visits: None,
        visits_a_week: None,
        expectations: vec![],
        models: vec![],
        goals: domain::district::Goals::default(),
    };
    app.publish(&id(), &Published::District(district).write()?).await?;
    app.close().await;
    Ok(())
}

async fn hold(data: &Path) -> Result<(), Box<dyn Error>> {
    let app = App::open(Config::in_folder(data)).await?;
    let holding = app.published(&id()).await?.ok_or("there is no district")?;
    app.close().await;
    let rooms = || holding.rosters.values().flat_map(|roster| &roster.classrooms);
    let whole = rooms().filter(|room| room.lead.is_some() && room.students == Some(25)).count();
    if (holding.rosters.len(), rooms().count(), whole) == (SCHOOLS, CLASSES, CLASSES) {
        return Ok(());
    }
    Err(format!("{} rosters with {} classes, {whole} of them whole", holding.rosters.len(), rooms().count()).into())
}

/// A OneRoster 1.1 package without a manifest.
fn write(folder: &Path) -> std::io::Result<()> {
    let table = |name: &str, columns: &str| -> std::io::Result<BufWriter<File>> {
        let mut table = BufWriter::new(File::create(folder.join(name))?);
        writeln!(table, "{columns}")?;
        Ok(table)
    };
    let mut orgs = table("orgs.csv", "sourcedId,name,type")?;
    for school in 0..SCHOOLS {
        writeln!(orgs, "s{school},School {school},school")?;
    }
    let mut classes = table("classes.csv", "sourcedId,title,grades,location,schoolSourcedId,subjects")?;
    let mut enrolments = table(
        "enrollments.csv",
        "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
    )?;
    for class in 0..CLASSES {
        let school = class % SCHOOLS;
        writeln!(classes, "c{class},Class {class},09,{},s{school},Mathematics", class % 300)?;
        writeln!(enrolments, "e{class},c{class},s{school},t{},teacher,true,,", class % TEACHERS)?;
        for place in 0..STUDENTS_A_CLASS {
            let student = (class * STUDENTS_A_CLASS + place) % STUDENTS;
            writeln!(enrolments, "x{class}-{place},c{class},s{school},p{student},student,,2026-08-17,2027-06-04")?;
        }
    }
    let mut users =
        table("users.csv", "sourcedId,enabledUser,orgSourcedIds,role,givenName,familyName,metadata.groups")?;
    for teacher in 0..TEACHERS {
        writeln!(users, "t{teacher},true,s{},teacher,Given {teacher},Family {teacher},", teacher % SCHOOLS)?;
    }
    for student in 0..STUDENTS {
        let group = if student % 7 == 0 { "English learners" } else { "" };
        writeln!(users, "p{student},true,s{},student,Given {student},Family {student},{group}", student % SCHOOLS)?;
    }
    [orgs, classes, enrolments, users].into_iter().try_for_each(|mut table| table.flush())
}
