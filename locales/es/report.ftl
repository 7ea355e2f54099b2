# El informe de una escuela, para imprimir.
report-link = Informe de la escuela
report-title = Informe de la escuela
report-progress = { $done } de { $all } escuelas listas
report-made = hecho el { $date }
report-no-visits = Ninguna visita en este periodo.
report-visits = visitas
report-met = cumplen lo esperado
report-below = están por debajo
report-of-look-fors = de { $n ->
    [one] { $n } práctica
   *[other] { $n } prácticas
} con una expectativa
report-in-short = En resumen
report-calls = { $below ->
    [one] { $below } práctica está
   *[other] { $below } prácticas están
} por debajo en estas visitas. { $calls ->
    [0] Todo ello puede ser azar.
    [one] En { $calls } de ellas el azar es una razón improbable; pediría actuar en una fecha de revisión.
   *[other] En { $calls } de ellas el azar es una razón improbable; pedirían actuar en una fecha de revisión.
}
report-column-chart = Observado
report-over-time = A lo largo del tiempo: lo no negociable
report-over-time-focus = A lo largo del tiempo: el foco de este mes
report-spread = Hasta dónde fiarse de estas visitas
report-never = { $n ->
    [one] { $n } aula no se ha visitado en este periodo.
   *[other] { $n } aulas no se han visitado en este periodo.
}
report-uneven-teachers = A algunos docentes se les visitó mucho más que a otros; en Cobertura se dice a quiénes.
report-how-to-read = Cómo leerlo: el punto es lo observado; la barra, el intervalo en el que probablemente está el valor real (95 %, contando como parecidas las visitas a una misma aula); la línea vertical, lo que se espera; la parte sombreada a su lado está bastante cerca. ▲ cumplido, ≈ cerca, ▼ por debajo, ◇ muy pocas visitas o un intervalo demasiado ancho para decirlo. Las visitas miran la práctica de toda la escuela y no nombran a ningún docente.
