# Visits as files.
export-title = Take the visits with you
export-link = Export
export-visits = { $n ->
    [one] 1 visit on this tablet
   *[other] { $n } visits on this tablet
}
export-excel = Excel workbook
export-csv = CSV table
export-codebook = Codebook
export-note = One row for each visit and look-for, with the visit’s date, room, teacher, observer and circumstances. The codebook says what each column means. The files come from the server and hold names: keep them as you would keep the visits.
export-offline = There is no network
export-offline-text = The files are made by the server. What you have recorded is safe; try again when there is a connection.
export-waiting = Some visits are only on this tablet
export-waiting-text = What has not been sent is not in the files yet. Sync first.
