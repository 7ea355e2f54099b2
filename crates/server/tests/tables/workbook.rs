//! A workbook in, with the dates and numbers that only a workbook has.

use domain::fact::Pack;
use domain::time::date;
use domain::visit::{Amount, Place};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::district::Folder;

#[tokio::test(flavor = "multi_thread")]
async fn dates_times_and_numbers_of_a_workbook_read_as_they_show() {
    let folder = Folder::new().await;
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Read me").unwrap().write_string(0, 0, "Nothing here").unwrap();
    let sheet = workbook.add_worksheet().set_name("Visits").unwrap();
    let (day, time) = (Format::new().set_num_format("m/d/yyyy"), Format::new().set_num_format("h:mm AM/PM"));
    // The table begins in the second column of the third row, under a row that is empty.
    for (place, name) in
        ["Date", "Start time", "Minutes", "Room", "The learning goal is posted", "Open questions asked"]
            .iter()
            .enumerate()
    {
        sheet.write_string(2, u16::try_from(place).unwrap() + 1, *name).unwrap();
    }
    let when = ExcelDateTime::from_ymd(2026, 3, 4).unwrap();
    sheet.write_datetime_with_format(3, 1, &when, &day).unwrap();
    sheet.write_datetime_with_format(3, 2, ExcelDateTime::from_hms(13, 5, 0).unwrap(), &time).unwrap();
    sheet.write_number(3, 3, 12).unwrap();
    sheet.write_number(3, 4, 204).unwrap();
    sheet.write_boolean(3, 5, true).unwrap();
    sheet.write_number(3, 6, 3).unwrap();
    sheet.write_string(5, 1, "no date").unwrap();
    workbook.save(folder.path("visits.xlsx")).unwrap();

    let missing = folder.import("visits.xlsx", &["--sheet", "Walks"]);
    assert!(missing.error.contains("it has no sheet \"Walks\"; it has: Read me, Visits"), "{}", missing.error);
    let guess = folder.import("visits.xlsx", &["--sheet", "Visits"]);
    folder.write("mapping.json", &guess.out);
    let done = folder.import("visits.xlsx", &["--sheet", "Visits", "--mapping", "mapping.json"]);
    assert!(done.out.contains("row 6, \"Date\": \"no date\" is no date"), "{}{}", done.out, done.error);
    assert!(done.out.ends_with("Imported 1 visit, marked as imported.\n"), "{}{}", done.out, done.error);
    let packs = folder.packs().await;
    let (_, row) = packs.iter().flat_map(Pack::rows).next().unwrap();
    assert_eq!((row.date(), row.minute(), row.watched()), (date(2026, 3, 4), 13 * 60 + 5, 720));
    assert_eq!(packs[0].classroom(row), Some(&Place::Known("r204".into())));
    assert_eq!(row.amounts(), [Amount { amount: 3, of: 720 }]);
}
