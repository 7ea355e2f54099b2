# Tendencias: el marco.
frame-trends = Tendencias
trends-title = Tendencias
trends-loading = Calculando las tendencias …
trends-by = Por
trends-week = Semana
trends-month = Mes
trends-term = Periodo
trends-look-fors = Indicadores
trends-focus = En foco este mes
trends-all = Todos
trends-start = Algo nuevo empezó el
trends-started = inicio
trends-version = versión { $n }
trends-visits = { $n ->
    [one] 1 visita
   *[other] { $n } visitas
}
trends-chance-none = de { $n ->
    [one] 1 gráfico
   *[other] { $n } gráficos
}, casi ninguno daría señal por azar
trends-chance = de { $n ->
    [one] 1 gráfico
   *[other] { $n } gráficos
}, { $expected } darían señal por azar
trends-outside-terms = { $n ->
    [one] 1 visita anterior al primer periodo no está en ningún gráfico
   *[other] { $n } visitas anteriores al primer periodo no están en ningún gráfico
}
trends-no-focus-title = Ningún indicador está en foco
trends-no-focus-text = El distrito no ha elegido indicadores para este mes. Puede ver todos.
trends-show-all = Ver todos los indicadores
trends-person = Persona
trends-everyone = Todas
trends-observer = Observado por { $name }
trends-teacher = Clases de { $name }

# Una tarjeta: hacia dónde va.
trends-rising = Sube: { $amount } por encima { $period ->
    [week] de las primeras semanas
    [month] de los primeros meses
   *[term] de los primeros periodos
}
trends-falling = Baja: { $amount } por debajo { $period ->
    [week] de las primeras semanas
    [month] de los primeros meses
   *[term] de los primeros periodos
}
trends-steady = Estable
trends-steady-met = Estable, como se espera
trends-steady-close = Estable, cerca de lo esperado
trends-steady-below = Estable, por debajo de lo esperado
trends-steady-over = Estable, por encima de lo esperado
trends-cannot-tell = Aún no se sabe si cambia
trends-change-between = Entre { $down } menos y { $up } más que { $period ->
    [week] en las primeras semanas
    [month] en los primeros meses
   *[term] en los primeros periodos
}.
trends-more-filters = Más filtros
trends-as-of = datos de { $time }
trends-too-short = { $period ->
    [week] Muy pocas semanas
    [month] Muy pocos meses
   *[term] Muy pocos periodos
} para decir hacia dónde va
trends-no-visits = Aún no hay visitas que pudieran mostrarlo
trends-outside-one = { $span } está fuera de los límites
trends-outside-several = { $n } { $period ->
    [week] semanas
    [month] meses
   *[term] periodos
} están fuera de los límites; la última vez, { $span }
trends-long-run = { $n } { $period ->
    [week] semanas seguidas
    [month] meses seguidos
   *[term] periodos seguidos
} al mismo lado del nivel habitual
trends-few-crossings = Se mueve en ondas: cruza el nivel habitual { $n ->
    [0] cero veces
    [one] una vez
   *[other] { $n } veces
}, cuando lo normal son { $least } o más
trends-week-of = La semana del { $date }
trends-the-week-of = la semana del { $date }

# Una tarjeta: de qué sale.
trends-limits = Nivel habitual { $level }, con límites { $period ->
    [week] de las primeras { $n } semanas
    [month] de los primeros { $n } meses
   *[term] de los primeros { $n } periodos
}.
trends-median = Nivel habitual { $level } (mediana).
trends-few-points = Aún sin límites: hacen falta 12 { $period ->
    [week] semanas
    [month] meses
   *[term] periodos
} y hay { $n }.
trends-small-counts = Sin límites: { $period ->
    [week] una semana típica
    [month] un mes típico
   *[term] un periodo típico
} tiene menos de 5 visitas que lo muestran, o menos de 5 que no.
trends-no-spread = Sin límites: nada se mueve de donde puedan salir.
trends-amount = Sin límites: son para porcentajes de visitas, y esto es una cantidad.
trends-one-person = Es el patrón de una persona, sin límites: mírenlo juntos y no juzguen a nadie por él.
trends-offer-month = Verlo por mes
trends-offer-term = Verlo por periodo
trends-counts = visitas que podían mostrarlo, por { $period ->
    [week] semana
    [month] mes
   *[term] periodo
}
trends-spoken = { $headline }. { $n } { $period ->
    [week] semanas
    [month] meses
   *[term] periodos
}, de { $first } a { $last }.
trends-spoken-expected = Se espera: { $level }.

# Una tarjeta: sus números.
trends-numbers = Números e imágenes
trends-column-span = { $period ->
    [week] Semana
    [month] Mes
   *[term] Periodo
}
trends-column-visits = Visitas
trends-column-value = Observado
trends-column-low = Límite inferior
trends-column-high = Límite superior
trends-column-expected = Esperado
trends-save-table = Guardar tabla (CSV)
trends-save-svg = Guardar imagen (SVG)
trends-save-png = Guardar imagen (PNG)
