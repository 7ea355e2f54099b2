//! The tidy table and its codebook as CSV: RFC 4180, UTF-8 without a byte order mark.

use std::collections::BTreeMap;
use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};
use domain::export::{CODEBOOK_COLUMNS, Cell, Column, Table, codebook};
use domain::framework::Framework;
use domain::id::DocumentHash;

pub(super) fn write(table: &Table<'_>, out: impl Write, mut tell: impl FnMut(u64)) -> io::Result<()> {
    let mut writer = writer(out);
    writer.write_record(Column::ALL.map(Column::name))?;
    let mut rows = 0;
    table.each(|cells| {
        rows += 1;
        tell(rows);
        write_row(&mut writer, cells)
    })?;
    writer.flush()
}

pub(super) fn write_codebook(frameworks: &BTreeMap<DocumentHash, &Framework>, out: impl Write) -> io::Result<()> {
    let mut writer = writer(out);
    writer.write_record(CODEBOOK_COLUMNS)?;
    codebook(frameworks).iter().try_for_each(|row| write_row(&mut writer, row))?;
    writer.flush()
}

fn writer<W: Write>(out: W) -> Writer<W> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out)
}

fn write_row(writer: &mut Writer<impl Write>, cells: &[Cell<'_>]) -> io::Result<()> {
    for cell in cells {
        match cell {
            Cell::Text(text) => writer.write_field(text.as_bytes())?,
            Cell::Number(number) => writer.write_field(number.to_string())?,
            Cell::Nothing => writer.write_field("")?,
        }
    }
    Ok(writer.write_record(None::<&[u8]>)?)
}
