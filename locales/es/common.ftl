# Palabras y formatos que comparten todas las páginas.
month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sept
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic
date-short = { $day } { $month }
date-full = { $day } { $month } { $year }
date-and-time = { $date }, { $time }
grade-pre-kindergarten = Prekínder
grade-kindergarten = Kínder
grade-number = { $n }.º grado
length-minutes = { $n ->
    [one] un minuto
   *[other] { $n } minutos
}
length-hours = { $n } horas
length-days = { $n } días
words-quoted = «{ $name }»
