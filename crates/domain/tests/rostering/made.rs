//! A district, and packages written as text.

use std::collections::BTreeMap;

use domain::district::{Calendar, District, School};
use domain::id::SchoolId;
use domain::roster::{Classroom, Roster};
use domain::rostering::{Layout, NotAPackage, Outcome, Reading, Records, RosterReport, Taken};
use domain::time::{Date, date};

pub(crate) const TODAY: (i16, i8, i8) = (2026, 11, 22);

pub(crate) fn today() -> Date {
    date(TODAY.0, TODAY.1, TODAY.2)
}

/// A package: files by name, each a table of lines, cells between `|`.
#[derive(Clone, Default)]
pub(crate) struct Package(BTreeMap<String, String>);

impl Package {
    pub(crate) fn with(mut self, file: &str, table: &str) -> Self {
        self.0.insert(file.to_owned(), table.to_owned());
        self
    }

    pub(crate) fn add(mut self, file: &str, row: &str) -> Self {
        let table = self.0.entry(file.to_owned()).or_default();
        table.push('\n');
        table.push_str(row);
        self
    }

    pub(crate) fn without(mut self, file: &str) -> Self {
        self.0.remove(file);
        self
    }

    pub(crate) fn replaced(mut self, file: &str, from: &str, to: &str) -> Self {
        let table = self.0.get_mut(file).unwrap();
        assert!(table.contains(from), "{file} has no {from:?}");
        *table = table.replace(from, to);
        self
    }

    pub(crate) fn read(&self, known: &Records) -> Result<Taken, NotAPackage> {
        let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
        let manifest: Vec<Vec<String>> =
            self.0.get("manifest.csv").into_iter().flat_map(|table| table.lines().map(cells)).collect();
        let layout = Layout::of(&self.0.keys().cloned().collect(), &manifest)?;
        let files: Vec<_> = layout.files().collect();
        let mut reading = Reading::new(layout, known.clone(), today());
        for file in files {
            let table = self.0.iter().find(|(name, _)| name.eq_ignore_ascii_case(file)).unwrap().1;
            for (number, line) in (1..).zip(table.lines()) {
                let cells = cells(line);
                let cells = cells.iter().map(String::as_str);
                if number == 1 {
                    reading.file(file, &cells.collect::<Vec<_>>())?;
                } else {
                    reading.row(number, cells);
                }
            }
        }
        Ok(reading.end())
    }
}

/// A OneRoster 1.1 package: two schools of a network, a course, three classes, three teachers, four students.
pub(crate) fn one_roster() -> Package {
    Package::default()
        .with(
            "manifest.csv",
            "propertyName|value\noneroster.version|1.1\nfile.orgs|bulk\nfile.academicSessions|bulk\nfile.courses|bulk\n\
             file.classes|bulk\nfile.users|bulk\nfile.enrollments|bulk\nfile.demographics|absent",
        )
        .with(
            "orgs.csv",
            "sourcedId|status|name|type|parentSourcedId\nd1||Alder County|district|\nn1||North|local|d1\n\
             cedar||Cedar Ridge|school|n1\nbirch||Birch Hill|school|d1",
        )
        .with(
            "academicSessions.csv",
            "sourcedId|title|type|startDate|endDate\ny|2026-27|schoolYear|2026-08-17|2027-06-04\n\
             f|Fall|semester|2026-08-17|2026-12-18\ns|Spring|semester|2027-01-04|2027-06-04\n\
             q1|First quarter|gradingPeriod|2026-08-17|2026-10-16",
        )
        .with("courses.csv", "sourcedId|title|grades|subjects\nalg|Algebra I|09|Mathematics")
        .with(
            "classes.csv",
            "sourcedId|title|grades|courseSourcedId|location|schoolSourcedId|termSourcedIds|subjects\n\
             c1|Algebra 1|09|alg|220|cedar|f,s|\nc2|Homeroom 3|03||204|birch|y|\nc3|Short course||alg||cedar|q1|",
        )
        .with(
            "users.csv",
            "sourcedId|enabledUser|orgSourcedIds|role|givenName|familyName|metadata.groups\n\
             t1|true|cedar|teacher|Ada|Okafor|\nt2|true|birch,cedar|teacher|José|Núñez|\na1|true|cedar|aide|Bo|Lin|\n\
             p1|true|cedar|administrator|Jo|Adams|\nk1|true|cedar|student|Kim|One|English learners\n\
             k2|true|cedar|student|Kim|Two|English learners\nk3|true|cedar|student|Kim|Three|English learners; IEP\nk4|true|cedar|student|Kim|Four|\n\
             m1|true|cedar|parent|Mo|One|",
        )
        .with(
            "enrollments.csv",
            "sourcedId|classSourcedId|schoolSourcedId|userSourcedId|role|primary|beginDate|endDate\n\
             e1|c1|cedar|t1|teacher|true|2026-08-17|2026-12-18\ne2|c1|cedar|t1|teacher|true|2027-01-04|2027-06-04\n\
             e3|c1|cedar|a1|aide|false||\ne4|c2|birch|t2|teacher|||\n\
             x1|c1|cedar|k1|student||2026-08-17|2026-12-18\nx2|c1|cedar|k1|student||2027-01-04|2027-06-04\n\
             x3|c1|cedar|k2|student|||\nx4|c1|cedar|k3|student|||\nx5|c1|cedar|k4|student|||\n\
             x6|c2|birch|k2|student||2026-08-17|2026-09-30",
        )
}

/// A district with a school year and nothing else.
pub(crate) fn district() -> District {
    District {
        id: "alder".into(),
        name: "Alder County".to_owned(),
        networks: vec![],
        schools: vec![],
        observers: vec![],
        calendar: Calendar {
            first_day: date(2026, 8, 1),
            last_day: date(2027, 6, 30),
            terms: vec![],
            check_dates: vec![date(2026, 10, 30), date(2027, 6, 28)],
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
    }
}

/// A district into which packages are imported one after another.
pub(crate) struct World {
    pub(crate) district: District,
    pub(crate) rosters: BTreeMap<SchoolId, Roster>,
    pub(crate) records: Records,
}

impl World {
    pub(crate) fn new() -> Self {
        Self { district: district(), rosters: BTreeMap::new(), records: Records::default() }
    }

    pub(crate) fn with_school(mut self, id: &str, name: &str) -> Self {
        self.district.schools.push(School { id: id.into(), name: name.to_owned(), network: None });
        self
    }

    /// What a package would change.
    pub(crate) fn look(&self, package: &Package) -> (RosterReport, Outcome, Taken) {
        let taken = package.read(&self.records).unwrap();
        let outcome = Outcome::new(&self.records, &taken.records, &self.district, &self.rosters, today());
        (RosterReport::new(&self.records, &taken, &outcome, (&self.district, &self.rosters)), outcome, taken)
    }

    pub(crate) fn import(&mut self, package: &Package) -> RosterReport {
        let (report, outcome, taken) = self.look(package);
        self.district = outcome.district;
        self.rosters.extend(outcome.rosters.into_iter().map(|roster| (roster.school.clone(), roster)));
        self.records = taken.records;
        report
    }

    pub(crate) fn room(&self, school: &str, room: &str) -> &Classroom {
        let rooms = &self.rosters[&SchoolId::from(school)].classrooms;
        rooms.iter().find(|one| one.id.as_str() == room).unwrap_or_else(|| panic!("{school} has no {room}"))
    }

    pub(crate) fn rooms(&self, school: &str) -> Vec<&str> {
        self.rosters[&SchoolId::from(school)].classrooms.iter().map(|room| room.id.as_str()).collect()
    }

    pub(crate) fn teachers(&self, school: &str) -> Vec<&str> {
        self.rosters[&SchoolId::from(school)].teachers.iter().map(|teacher| teacher.name.as_str()).collect()
    }
}

/// Each refused row in one line.
pub(crate) fn refused(report: &RosterReport) -> Vec<String> {
    let one = |row: &domain::rostering::RefusedRow| {
        format!("{} {} {}: {}", row.file, row.row, row.column.as_deref().unwrap_or("-"), row.fault)
    };
    report.refused.iter().map(one).collect()
}
