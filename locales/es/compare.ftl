# Filtros que comparten Comparar, la página semanal y la lista de visitas.
narrow-label = Filtros
narrow-clear = Quitar los filtros
narrow-all = Todo
narrow-school = Escuela
narrow-all-schools = Todas
narrow-when = Cuándo
narrow-when-term = Este periodo
narrow-when-weeks = Últimas 4 semanas
narrow-when-month = Este mes
narrow-when-year = Este año escolar
narrow-when-last-term = Periodo anterior
narrow-when-everything = Todas las fechas
narrow-when-chosen = Elegir fechas
narrow-from = Desde
narrow-to = Hasta
narrow-backwards = El último día es anterior al primero. Cambie uno de los dos.
narrow-grade = Grado
narrow-grades = Grados { $low }–{ $high }
narrow-subject = Materia
narrow-strand = Área
narrow-kind = Tipo
narrow-non-negotiable = No negociable
narrow-adaptable = Adaptable
narrow-group = Grupo
narrow-flags = Visitas señaladas
narrow-flags-count = Contarlas
narrow-flags-leave-out = Dejarlas fuera
narrow-flags-only = Solo: { $flag }
narrow-flag-substitute = suplente
narrow-flag-co-taught = enseñanza conjunta
narrow-flag-test = examen
narrow-flag-transition = transición
narrow-flag-special-room = otra aula
narrow-imported = Visitas importadas
narrow-no-paper = sin visitas pasadas de papel
narrow-no-imported = sin visitas importadas
narrow-shown = visto
narrow-not-shown = no visto
narrow-not-applicable = no procede
narrow-could-not-judge = no se pudo juzgar
narrow-blank = en blanco

# Comparar: el marco.
compare-title = Lo observado frente a lo esperado
compare-table = Tabla
compare-print = Imprimir
compare-weekly = Página para el personal
compare-order = Orden
compare-order-strand = Por área
compare-order-gap = Mayor distancia
compare-all-schools = Todas las escuelas
compare-reach = { $visits ->
    [one] 1 visita
   *[other] { $visits } visitas
} a { $rooms ->
    [one] 1 aula
   *[other] { $rooms } aulas
}
compare-reach-of = { $visits ->
    [one] 1 visita
   *[other] { $visits } visitas
} a { $rooms } de { $all ->
    [one] 1 aula
   *[other] { $all } aulas
}
compare-reach-and-others = { $visits ->
    [one] 1 visita
   *[other] { $visits } visitas
} a { $rooms } de { $all ->
    [one] 1 aula
   *[other] { $all } aulas
} y { $others ->
    [one] 1 más
   *[other] { $others } más
}
compare-nothing = { $n } sin nada que observar
compare-with-unsent = incluye { $n } sin enviar todavía
compare-without-unsent = { $n } de esta tableta sin enviar y sin contar

# Comparar: unidades.
compare-of-visits = { $level } de las visitas
compare-of-time = { $level } del tiempo
compare-of-students = { $level } del alumnado
compare-of-moments = { $level } de los momentos
compare-in-ten-minutes = { $level } por 10 minutos
compare-scale = Escala: de 0 a { $top }
compare-points = { $n ->
    [one] { $label } punto
   *[other] { $label } puntos
}
compare-at-least = al menos { $level }
compare-at-most = como mucho { $level }
compare-estimate = { $value } ({ $range })
compare-spoken = Observado: { $observed }; esperado: { $level }

# Comparar: situaciones.
compare-no-visits = Sin visitas aún
compare-too-many-blanks = Demasiado en blanco
compare-too-few = Pocas visitas
compare-met = Cumplido
compare-close = Cerca
compare-below = Por debajo
compare-over = Por encima
compare-cannot-tell = Aún no se sabe
compare-not-expected = Sin expectativa

# Comparar: distancias, con su intervalo.
compare-gap-short = { $amount } de menos
compare-gap-over = { $amount } de más
compare-gap-above = { $amount } por encima
compare-gap-under = { $amount } por debajo
compare-gap-maybe-none = { $short }, quizá ninguno
compare-gap-either = entre { $short } y { $past }
compare-gap-at-or-above = en { $level } o más
compare-gap-at-or-under = en { $level } o menos
compare-gap-or-short = { $there }, o a lo sumo { $short }
compare-blank-of = { $blank } de { $all } en blanco
compare-nobody-looked = nadie lo ha buscado todavía
compare-unjudged = { $n ->
    [one] no se pudo juzgar en 1 visita
   *[other] no se pudo juzgar en { $n } visitas
}
compare-no-interval = todavía se ha observado poco para dar un intervalo
compare-needed-more = { $n ->
    [one] 1 más mostraría 20 puntos
   *[other] { $n } más mostrarían 20 puntos
}
compare-needed-gap = estas visitas podrían mostrar una distancia de { $amount }
compare-needed-visits = { $n ->
    [one] falta 1 visita
   *[other] faltan { $n } visitas
}
compare-needed-rooms = { $n ->
    [one] falta 1 aula
   *[other] faltan { $n } aulas
}

# Comparar: la línea bajo cada práctica.
compare-visits-rooms = { $visits ->
    [one] 1 visita
   *[other] { $visits } visitas
}, { $rooms ->
    [one] 1 aula
   *[other] { $rooms } aulas
}
compare-blank = { $n } en blanco
compare-older = solo en una versión anterior

# Comparar: dónde rige una expectativa.
compare-scope-district = en todo el distrito
compare-scope-network = en la red { $name }
compare-scope-school = en { $name }
compare-scope-grades = en { $name }
compare-scope-subject = en { $name }
compare-scope-group = para { $name }

# Comparar: los números de una fila, en frases.
compare-why = De dónde salen estos números
compare-why-shown = Visto en { $shown } de las { $looked } visitas en las que alguien lo buscó.
compare-why-rated = En su nivel o por encima en { $shown } de las { $looked } visitas en las que se valoró.
compare-why-taps = Visto { $amount } veces en { $of } minutos observados, en { $n ->
    [one] 1 visita
   *[other] { $n } visitas
}.
compare-why-minutes = Duró { $amount } de { $of } minutos observados, en { $n ->
    [one] 1 visita
   *[other] { $n } visitas
}.
compare-why-students = { $amount } de los { $of } estudiantes contados en los avisos lo hacían, en { $n ->
    [one] 1 visita
   *[other] { $n } visitas
}.
compare-why-moments = Ocurría en { $amount } de { $of } avisos, en { $n ->
    [one] 1 visita
   *[other] { $n } visitas
}.
compare-why-rooms = Las visitas fueron a { $n ->
    [one] 1 aula
   *[other] { $n } aulas distintas
}.
compare-why-aside = No se cuentan: en blanco { $blank }, no procede { $absent }, no se pudo juzgar { $unjudged }. Un blanco nunca es un «no».
compare-why-plain = Si cada visita valiera por sí sola, el valor real estaría probablemente entre { $low } y { $high }.
compare-why-clustered = Las visitas a una misma aula se parecen. Teniéndolo en cuenta, está probablemente entre { $low } y { $high } (95 %).
compare-why-effect = El efecto de diseño es { $effect }: tantas veces la dispersión que tendrían { $n } visitas sin relación entre sí.
compare-why-expected = Se espera: { $level }, { $place }, desde el { $since }.
compare-why-not-expected = No se espera nada de ello para esta selección.
compare-why-more = { $n ->
    [one] 1 visita más como estas
   *[other] { $n } visitas más como estas
} mostrarían muy probablemente una distancia de 20 puntos, si la hay.
compare-why-gap = La menor distancia que estas visitas podrían mostrar es de { $amount }.
compare-why-steady = De la dispersión entre visitas, { $part } está entre aulas (CCI(1); 95 %: { $low }–{ $high }). Un aula necesita { $visits ->
    [one] { $visits } visita
   *[other] { $visits } visitas
} para que su media sea fiable ({ $wanted }, Spearman–Brown).
compare-why-steady-none = Las aulas no difieren más que las visitas a una misma aula: ningún número de visitas las distingue.
compare-why-steady-few = { $n ->
    [one] { $n } aula se visitó
   *[other] { $n } aulas se visitaron
} dos veces o más; a partir de { $least } se puede decir cuántas visitas necesita un aula.
compare-why-older = La versión más reciente del marco ya no lo incluye, o lo observa de otro modo.
compare-why-earlier = Las visitas registradas como { $before } también cuentan aquí.
compare-why-became = Se ha convertido en { $after }. Lo registrado antes se cuenta aquí, aparte.
compare-why-visits = Visitas: { $outcome } ({ $n })

# Comparar: la tabla.
compare-caption = Lo observado frente a lo esperado, práctica por práctica
compare-column-look-for = Práctica
compare-column-standing = Situación
compare-column-gap = Distancia
compare-column-observed = Observado
compare-column-interval = Intervalo probable
compare-column-expected = Esperado
compare-column-visits = Visitas
compare-column-rooms = Aulas
compare-column-blank = En blanco
compare-column-absent = No procede
compare-column-unjudged = No se pudo juzgar
compare-no-number = –

# Comparar: nada, espera, errores.
compare-loading = Comparando
compare-none-title = Ninguna visita en esta selección
compare-none-text = Nadie ha registrado una visita que cumpla todos estos filtros y tuviera algo que observar. Elija otras fechas o quite los filtros.
compare-asking = Se está preguntando al servidor. Hasta que responda, estos son los números de la selección anterior.
compare-earlier = Estos son los últimos números que llegaron. Pueden ser de otra selección de filtros.
compare-failed-safe = Todas las visitas registradas en esta tableta están a salvo.
compare-failed-remedy = Para comparar más allá de las escuelas de esta tableta hace falta el servidor. Vuelva a intentarlo cuando haya conexión, o elija una escuela suya.
compare-failed-again = Reintentar

# Una página para el personal.
weekly-title = Esta semana en nuestras aulas
weekly-back = Lo observado frente a lo esperado
weekly-verdicts-from = comparado sobre { $dates }
weekly-visits = { $n ->
    [one] visita esta semana
   *[other] visitas esta semana
}
weekly-rooms = { $n ->
    [one] aula visitada
   *[other] aulas distintas visitadas
}
weekly-well = Va bien
weekly-well-none = Todavía no hay nada que cumpla con seguridad lo esperado. Más visitas lo dirán.
weekly-below = Lo más lejos de lo que esperamos
weekly-below-none = Nada está con seguridad por debajo de lo esperado.
weekly-sentence = Visto: { $seen }. Esperado: { $expected }. De { $visits ->
    [one] 1 visita
   *[other] { $visits } visitas
}.
weekly-untold = Demasiado pronto para saberlo
weekly-untold-text = { $n ->
    [one] Una práctica no se puede situar todavía, por pocas visitas, demasiados blancos o un resultado demasiado justo:
   *[other] { $n } prácticas no se pueden situar todavía, por pocas visitas, demasiados blancos o un resultado demasiado justo:
}
weekly-untold-rest = y { $n } más
weekly-foot = Las visitas breves miran la práctica en toda la escuela. No nombran a ningún docente ni aula, y no son una evaluación. Donde se da un intervalo, el valor real está muy probablemente dentro de él.

# En una fecha de revisión: qué pide actuar.
discrepancies-title = Qué pide actuar
discrepancies-link = Pide actuar
discrepancies-check-date = Fecha de revisión
discrepancies-so-far = Hasta ahora
discrepancies-calls = Pide actuar
discrepancies-would-call = Pediría actuar si hoy fuera fecha de revisión
discrepancies-chance = Por debajo, puede ser azar
discrepancies-no-calls = Nada de lo que está por debajo va más allá de lo que puede hacer el azar.
discrepancies-summary = { $below ->
    [one] 1 indicador está
   *[other] { $below } indicadores están
} por debajo, de { $n } con una expectativa y visitas.
discrepancies-none = { $n ->
    [one] El único indicador
   *[other] Ninguno de los { $n } indicadores
} con una expectativa y visitas { $n ->
    [one] no está
   *[other] está
} por debajo.
discrepancies-untested = Ningún indicador tiene a la vez una expectativa y visitas suficientes para compararlo.
discrepancies-why = De lo que pide actuar se espera que sea azar uno de cada veinte como mucho: la regla de Benjamini–Hochberg sobre { $n ->
    [one] 1 indicador
   *[other] los { $n } indicadores
}, también los que están bien.
discrepancies-so-far-note = Así está hasta ahora. Los planes se hacen en las fechas de revisión, para no perseguir cada bajada.

# Escuelas lado a lado.
schools-title = Escuelas lado a lado
schools-link = Escuelas lado a lado
schools-caption = Cómo está cada escuela en cada indicador
schools-school = Escuela
schools-visits = Visitas
schools-sort-name = ordenar por nombre
schools-sort-visits = ordenar por visitas, primero las que tienen más
schools-sort-gap = ordenar por distancia, primero la mayor: { $look-for }
schools-cell = { $look-for }: { $standing }, { $visits ->
    [one] 1 visita
   *[other] { $visits } visitas
}
schools-legend = ▲ cumplido · ≈ cerca · ▼ por debajo · ◇ pocas visitas, o aún no se sabe · ○ nada esperado, o sin visitas. Cada marca lleva a su gráfico. Cada escuela se compara con lo que se espera de ella, no con las demás.

# Dos periodos o dos grupos.
contrast-title = Dos periodos o dos grupos
contrast-link = Comparar con otro
contrast-before = Primero
contrast-after = Segundo
contrast-caption = El segundo frente al primero
contrast-column-change = Diferencia
contrast-column-before = Primero
contrast-column-after = Segundo
contrast-of-visits = { $value }, { $n ->
    [one] 1 visita
   *[other] { $n } visitas
}
contrast-higher = { $amount } más
contrast-lower = { $amount } menos
contrast-alike = Iguales: como mucho { $down } menos o { $up } más
contrast-cannot-tell = No se sabe: entre { $down } menos y { $up } más
contrast-unknown = No se sabe: uno de los dos tiene muy pocos datos
contrast-same = Ambos son las mismas visitas. Cambie las fechas, la escuela u otro filtro de uno de ellos.
contrast-not-apart = Algunas visitas pueden estar en ambos. Las diferencias valen para visitas que están solo en uno.
contrast-foot = Cada diferencia va con su intervalo del 95 %, más ancho cuando las visitas comparten aulas. De veinte indicadores que no difieren, uno parecerá que sí.
