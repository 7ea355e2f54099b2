# Words and formats that every page shares.
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-short = { $day } { $month }
date-full = { $day } { $month } { $year }
date-and-time = { $date }, { $time }
grade-pre-kindergarten = Pre-kindergarten
grade-kindergarten = Kindergarten
grade-number = Grade { $n }
length-minutes = { $n ->
    [one] one minute
   *[other] { $n } minutes
}
length-hours = { $n } hours
length-days = { $n } days
words-quoted = “{ $name }”
