# La lista de visitas.
visits-title = Visitas
visits-start = Empezar una visita
visits-paper = Pasar desde papel
visits-search = Buscar aulas, docentes, observadores
visits-observer = Observador
visits-progress = Estado
visits-progress-finished = Terminadas
visits-progress-open = Abiertas
visits-progress-waiting = Sin sincronizar
visits-count = { $all ->
    [one] 1 visita
   *[other] { $all } visitas
}
visits-count-of = { $shown } de { $all ->
    [one] 1 visita
   *[other] { $all } visitas
}
visits-chip = { $words } ✕
visits-drill = { $look-for }: { $outcome }
visits-no-time = sin hora
visits-minutes = { $n } min
visits-by = por { $name }
visits-state-open = Aún abierta
visits-state-waiting = Sin sincronizar
visits-state-nothing = Nada que observar
visits-state-refused = Rechazada por el servidor
visits-state-discarded = Descartada
visits-empty-title = Todavía no hay visitas
visits-empty-text = Empiece una al entrar en un aula: son dos toques y no hace falta red. Aparece aquí en cuanto comienza.
visits-none-title = Ninguna visita coincide
visits-none-text = Nada aquí tiene todas estas palabras y filtros. Quite algunos, o quítelos todos.

# El marco publicado.
framework-title = Marco
framework-subtitle = { $title } · versión { $version } · en uso desde el { $date }
framework-subtitle-later = { $title } · versión { $version } · en uso a partir del { $date }
framework-version = Versión
framework-version-one = { $version } ({ $date })
framework-print = Imprimir
framework-search = Buscar prácticas
framework-empty-title = Todavía no hay marco
framework-empty-text = El marco del distrito llega con la primera sincronización. Conecte esta tableta una vez a una red, y se queda aquí.
framework-to-sync = Ir a sincronización
framework-none-title = Ninguna práctica coincide
framework-none-text = Ninguna práctica tiene todas estas palabras en su texto, su pista o sus niveles.
framework-none-all = Mostrar todas las prácticas
framework-count = { $n ->
    [one] 1 práctica
   *[other] { $n } prácticas
}
framework-count-of = { $shown } de { $n ->
    [one] 1 práctica
   *[other] { $n } prácticas
}
framework-focus = En el foco de este mes
framework-kind = Cómo se observa
framework-kind-presence = Visto o no visto
framework-kind-count = Se toca cada vez; se compara en veces por 10 minutos observados
framework-kind-duration = Un cronómetro corre mientras dura; se compara como parte del tiempo observado
framework-kind-students = { $minutes ->
    [one] Cada minuto: cuántos estudiantes no lo hacen
   *[other] Cada { $minutes } minutos: cuántos estudiantes no lo hacen
}
framework-kind-moment = { $minutes ->
    [one] Cada minuto: ¿ocurre en este momento?
   *[other] Cada { $minutes } minutos: ¿ocurre en este momento?
}
framework-kind-rating = Uno de { $n } niveles
framework-level = { $number }. { $name }
framework-level-shown = { $number }. { $name } – desde aquí cuenta como visto
framework-autonomy = Tipo
framework-autonomy-fixed = No negociable: se espera tal cual en todas las escuelas
framework-autonomy-open = Adaptable: cada escuela puede adaptarlo
framework-segments = Se juzga en
framework-segment-all = Toda la clase
framework-segment-opening = el inicio
framework-segment-middle = el desarrollo
framework-segment-closing = el cierre
framework-expected = Se espera aquí
framework-expected-elsewhere = Otras expectativas
framework-expected-none = Nada todavía
framework-expected-at = { $level } ({ $place })
framework-expected-at-since = { $level } ({ $place }, desde el { $date })
framework-expected-at-school = { $school }: { $level } ({ $place })
