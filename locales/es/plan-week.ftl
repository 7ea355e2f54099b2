# Planear mi semana: qué aulas visitar, y por qué esas.
plan-week-title = Planear mi semana
plan-week-subtitle = Semana del { $date }
plan-week-back = Hoy
plan-week-print = Imprimir
plan-week-undo = Deshacer
plan-week-saved = Cambiado y guardado en esta tableta.
plan-week-failed = El último cambio no se pudo guardar.
plan-week-failed-text = El plan de abajo está como antes. Libere espacio en la tableta y vuelva a intentarlo.
plan-week-district-title = Aquí no hay semana que planear
plan-week-district-text = Su cuenta es de todo el distrito y en esta tableta no se guardan visitas de ninguna escuela. La semana se planea a partir de esas visitas, y lo hacen quienes las hacen.
plan-week-district-coverage = Ver quién necesita una visita
plan-week-over-title = El año escolar ha terminado
plan-week-over-text = Al calendario del distrito no le queda ningún día de clase. En cuanto se publique el próximo año, podrá planear de nuevo.
plan-week-which = Qué semana
plan-week-this = Esta semana
plan-week-next = La próxima
plan-week-coming = Semana del { $date }
plan-week-wish = ¿Cuándo tiene tiempo?
plan-week-school = Escuela
plan-week-all-schools = Todas las mías, una por día
plan-week-days = Días
plan-week-off = Sin clases: { $days }.
plan-week-minutes-a-day = Minutos por día
plan-week-minutes-a-day-fewer = Diez minutos menos por día
plan-week-minutes-a-day-more = Diez minutos más por día
plan-week-minutes-a-visit = Minutos por visita, con el camino
plan-week-minutes-a-visit-fewer = Cinco minutos menos por visita
plan-week-minutes-a-visit-more = Cinco minutos más por visita
plan-week-fits = { $n ->
    [0] No cabe ninguna visita. Elija un día o más minutos.
    [one] Cabe una visita.
   *[other] Caben { $n } visitas.
}
plan-week-expected = Su distrito espera { $expected } visitas aquí en esa semana, las haga quien las haga; { $made ->
    [0] aún no hay ninguna
    [one] ya hay una
   *[other] ya hay { $made }
}.
plan-week-no-more = El plan no tiene más de las que espera.
plan-week-how = Dos de cada tres van a las aulas que más han esperado. Una de cada tres se sortea entre las aulas de la escuela de ese día, todas con la misma suerte, para que no vea solo las aulas que elige una regla. Cada aula recibe la hora del día en que menos se la vio.
plan-week-go = Planear mi semana
plan-week-anew = Planear de nuevo
plan-week-anew-note = Queda lo hecho, lo fijado y lo que usted añadió
plan-week-progress = { $done } de { $all } hechas
plan-week-empty = No hay nada planeado para esta semana. Planéela o añada un aula usted.
plan-week-day-note = { $n ->
    [one] una visita, { $minutes } minutos
   *[other] { $n } visitas, { $minutes } minutos
}
plan-week-morning = Por la mañana
plan-week-midday = A mitad del día
plan-week-afternoon = Por la tarde
plan-week-at-lesson = { $time }, clase de { $begins } a { $ends }
plan-week-from-day = { $day } · { $when }
plan-week-why-never = nunca visitada
plan-week-why-days = { $n ->
    [0] última visita hoy
    [one] última visita hace un día
   *[other] última visita hace { $n } días
}
plan-week-why-weeks = última visita hace { $n } semanas
plan-week-why-drawn = por sorteo
plan-week-why-by-hand = añadida por usted
plan-week-gone = Esta aula ya no está en la lista.
plan-week-kept = fija
plan-week-done = ✓ Visitada el { $day }
plan-week-change = Cambiar
plan-week-change-of = Cambiar: { $room }
plan-week-close = Cerrar
plan-week-day = Día
plan-week-time = Hora del día
plan-week-swap = Otra aula
plan-week-swap-of = Otra aula en lugar de { $room }
plan-week-keep = Fijar
plan-week-keep-of = Fijar { $room } al planear de nuevo
plan-week-remove = Quitar
plan-week-remove-of = Quitar { $room }
plan-week-add = Añadir un aula
plan-week-add-room = Aula
plan-week-add-choose = Elija un aula
plan-week-add-go = Añadir
plan-week-sample = ¿Pueden engañar estas visitas?
plan-week-note = Una visita cuenta para el plan en su día o más tarde esa semana, la haga quien la haga. El plan se queda en esta tableta; solo lo ve usted.

today-plan = Planeado para hoy
today-plan-week = { $done } de { $all } hechas esta semana
today-plan-done = Las { $all } visitas planeadas de esta semana están hechas.
today-plan-nothing = Para hoy no queda nada planeado.
today-plan-later = Para hoy no queda nada planeado. Después: { $day }, { $n ->
    [one] una visita
   *[other] { $n } visitas
}.
today-plan-none-title = Aún no hay semana planeada
today-plan-none-text = Diga cuántos minutos tiene. El plan toma las aulas que más han esperado, sortea algunas y las reparte por el día.

# Cuándo las visitas están tan mal repartidas que engañan.
sampling-leans = Estas visitas están tan mal repartidas que pueden engañar.
sampling-even = Estas visitas están repartidas con suficiente igualdad por el día, la semana, la clase, las materias y los docentes.
sampling-too-few = Hay muy pocas visitas para decir si están mal repartidas.
sampling-more = { $n ->
    [0] Ver la cobertura
    [one] Una más en la cobertura
   *[other] { $n } más en la cobertura
}
sampling-weekday = El { $part }
sampling-segment = En el { $part } de la clase
sampling-subject = En { $part }
sampling-teacher = Con { $part }
