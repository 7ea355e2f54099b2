# Cobertura: qué aulas, con qué reparto, a qué ritmo.
coverage-title = Cobertura
coverage-link = Cobertura
coverage-visited = aulas visitadas
coverage-of-rooms = de { $n }
coverage-never = nunca visitadas
coverage-not-lately = sin visita en cuatro semanas
coverage-only-at = solo a una hora del día
coverage-leans = ¿Pueden engañar estas visitas?
coverage-leans-none = No: están repartidas con suficiente igualdad por el día, la semana, la clase, las materias y los docentes.
coverage-leans-foot = Aparece lo que llega a vez y media lo parejo, o no llega a dos tercios, y rara vez se debe al azar. Lo que dice Comparar vale para las clases visitadas.
coverage-lean-more = { $part }: { $share } de las visitas, cuando lo parejo sería { $even }.
coverage-lean-none = { $part }: ninguna visita todavía, cuando lo parejo sería { $even }.
coverage-lean-fewer = { $part }: solo { $share } de las visitas, cuando lo parejo sería { $even }.
coverage-pace = Ritmo
coverage-pace-average = { $average } visitas por semana de media.
coverage-pace-expected = { $average } visitas por semana de media; se esperan { $expected }, y { $enough } de { $weeks } semanas completas las tuvieron.
coverage-drop-off = Desde la semana del { $date } hay menos visitas: { $after } por semana, cuando eran { $before }.
coverage-drop-off-spring = Ha empezado la caída de primavera: desde la semana del { $date } son { $after } visitas por semana, cuando eran { $before }.
coverage-rooms = Aulas a las que ir
coverage-rooms-none = Todas las aulas se visitaron en las últimas cuatro semanas, y no siempre a la misma hora.
coverage-rooms-caption = { $n ->
    [one] 1 aula espera
   *[other] { $n } aulas esperan
}
coverage-column-room = Aula
coverage-column-lack = Espera porque
coverage-column-last = Última visita
coverage-column-visits = Visitas
coverage-lack-never = nunca se visitó
coverage-lack-days = sin visita en { $n } días
coverage-lack-only = solo por la { $time }
coverage-balance = Cómo se reparten las visitas
coverage-by-time = Por hora del día
coverage-by-weekday = Por día de la semana
coverage-by-segment = Por segmento de la clase
coverage-by-subject = Por materia
coverage-by-teacher = Por docente
coverage-column-part = Parte
coverage-column-share = Proporción
coverage-column-even = Parejo sería
coverage-morning = mañana
coverage-midday = mitad del día
coverage-afternoon = tarde
coverage-weekday-0 = lunes
coverage-weekday-1 = martes
coverage-weekday-2 = miércoles
coverage-weekday-3 = jueves
coverage-weekday-4 = viernes
coverage-opening = inicio
coverage-middle = desarrollo
coverage-closing = cierre
coverage-untimed = { $n ->
    [one] Sin { $n } visita de la que nadie sabe la hora.
   *[other] Sin { $n } visitas de las que nadie sabe la hora.
}
