# Empezar, registrar y leer una visita.

## Cómo se llega a una visita
recorder-title = Registrar una visita
recorder-loading = Leyendo la visita
recorder-to-visits = Todas las visitas
recorder-to-today = Hoy
recorder-not-here = Esta visita no está en esta tableta
recorder-not-here-text = Quizá aún no se ha sincronizado aquí, o es de una escuela que usted no ve. Sincronice y búsquela en la lista de visitas.
recorder-unreadable = Esta visita no se puede leer en esta tableta
recorder-unreadable-text = No se ha borrado nada: lo guardado se conserva tal como está. Si se sincronizó, la visita también está en el servidor; ábrala en otro dispositivo, o actualice la aplicación y vuelva a intentarlo.
recorder-no-framework = El marco de esta visita aún no ha llegado
recorder-no-framework-text = No se ha perdido nada: la visita está guardada. Sincronice una vez y podrá verse.
recorder-over = Esta visita no está abierta para registrar
recorder-over-text = Ha terminado o es de otra persona. Lo que aún se puede corregir está en su propia página.
recorder-see-visit = Ver la visita

## Palabras para lo que nombra una visita
recorder-room-unknown = Un aula que ya no está en la lista
recorder-teacher-unknown = Docente que ya no está en la lista
recorder-grade-label = Grado
recorder-grade-none = Mixto o desconocido
recorder-subject-label = Materia
recorder-subject-none = Ninguna en particular
recorder-lead-label = Docente principal
recorder-lead-none = Sin nombre
recorder-segment-label = Parte de la clase
recorder-segment-opening = Inicio
recorder-segment-middle = Desarrollo
recorder-segment-closing = Cierre
recorder-in-opening = inicio de la clase
recorder-in-middle = desarrollo de la clase
recorder-in-closing = cierre de la clase
recorder-flags-label = Circunstancias
recorder-flag-substitute = Suplente
recorder-flag-co-taught = Enseñanza compartida
recorder-flag-test = Examen
recorder-flag-transition = Cambio de actividad
recorder-flag-special-room = Otra aula
recorder-answer-seen = visto
recorder-answer-not-seen = no visto
recorder-answer-not-applicable = no aplica
recorder-answer-could-not-judge = no se pudo juzgar
recorder-answer-level = nivel { $n }

## La cabecera
recorder-change-context = Cambiar la parte de la clase, las circunstancias, el grado o la materia
recorder-watched-time = Tiempo observado
recorder-pause = Pausa
recorder-resume = Seguir
recorder-from-paper = de papel, { $date }
recorder-saves-itself = Cada toque se guarda en esta tableta
recorder-saved-at = Guardado en esta tableta { $time }
recorder-saving = Guardando
recorder-waiting = { $n ->
    [one] 1 visita por sincronizar
   *[other] { $n } visitas por sincronizar
}
recorder-offline = sin conexión
recorder-unsaved = { $n ->
    [one] Sin guardar: 1 cambio está solo en la memoria
   *[other] Sin guardar: { $n } cambios están solo en la memoria
}
recorder-unsaved-title = { $n ->
    [one] 1 cambio no está guardado en esta tableta.
   *[other] { $n } cambios no están guardados en esta tableta.
}
recorder-unsaved-full = El almacenamiento de la tableta está lleno. Lo registrado sigue en la memoria: no cierre esta página, guarde una copia y libere espacio.
recorder-unsaved-text = El almacenamiento de la tableta no respondió. Lo registrado sigue en la memoria: no cierre esta página y guarde una copia. La aplicación sigue intentándolo.
recorder-try-again = Intentar otra vez
recorder-save-copy = Guardar una copia
recorder-paused-title = En pausa.
recorder-paused-text = No se cuenta el tiempo hasta que siga.
recorder-last-question = Última pregunta para esta aula ({ $date }):
recorder-question-read = Entendido

## Indicadores
recorder-focus = En foco este mes
recorder-answered = { $n } de { $of } respondidos
recorder-also-saw = También vi …
recorder-more = { $n ->
    [one] 1 indicador más
   *[other] { $n } indicadores más
}
recorder-elsewhere = No se juzga en esta parte de la clase
recorder-seen = Visto
recorder-not-seen = No visto
recorder-not-applicable = N/A
recorder-not-applicable-spoken = N/A: no aplica
recorder-cannot-tell = ?
recorder-could-not-judge = No se pudo juzgar
recorder-none-seen = Ninguno mientras observé
recorder-other-answers = Otras respuestas: { $look-for }
recorder-one-less = Uno menos: { $look-for }
recorder-one-more = Uno más: { $look-for }
recorder-start = Iniciar
recorder-stop = Parar
recorder-start-spoken = Empezar a medir: { $look-for }
recorder-stop-spoken = Parar de medir: { $look-for }
recorder-running = En marcha
recorder-timer-paused = En pausa a los { $time }
recorder-time-in-all = { $time } en total
recorder-minutes = Minutos
recorder-seconds = Segundos
recorder-set-time = Fijar tiempo
recorder-time-wrong = Hasta 240 minutos y 59 segundos
recorder-yes = Sí
recorder-no = No
recorder-happening-yes = Sí, ahora: { $look-for }
recorder-happening-no = Ahora no: { $look-for }
recorder-present-so-far = { $n } presentes
recorder-not-doing-so-far = no lo hacen: { $list }
recorder-so-far = { $list } hasta ahora
recorder-every = cada { $n } min
recorder-count-now = Contar ahora
recorder-not-doing = No lo hacen: { $look-for }
recorder-not-doing-less = Uno menos que no lo hace: { $look-for }
recorder-not-doing-more = Uno más que no lo hace: { $look-for }
recorder-in-the-room = En el aula
recorder-in-the-room-less = Uno menos en el aula
recorder-in-the-room-more = Uno más en el aula
recorder-record = Registrar
recorder-cancel = Cancelar
recorder-set = Fijar
recorder-students-present = Estudiantes presentes
recorder-how-many-present = ¿Cuántos estudiantes están presentes?
recorder-as-enrolled = { $n }, según la matrícula

## Barra y pie
recorder-dock = En marcha, pendiente y recién contado
recorder-prompt = ¿{ $look-for } ahora?
recorder-prompt-not = { $look-for }: ¿cuántos no?
recorder-undo = Deshacer
recorder-undo-what = Deshacer «{ $what }»
recorder-note = Nota
recorder-note-at = Nota a los { $time }
recorder-finish = Terminar visita
undo-cleared = borrado: { $look-for }
undo-tap = +1 { $look-for }
undo-untap = −1 { $look-for }
undo-timer-start = iniciado: { $look-for }
undo-timer-stop = parado: { $look-for }
undo-time = tiempo: { $look-for }
undo-snapshot = recuento: { $look-for }
undo-note = nota
undo-present = estudiantes presentes
undo-context = cambio de clase
undo-pause = pausa
undo-resume = seguir
undo-nothing = nada que observar
undo-finish = terminar
undo-reopen = retomada
undo-discard = descartar
undo-strength = fortaleza
undo-question = pregunta
undo-choice = elección

## Hojas
recorder-close = Cerrar
recorder-quiet = Pantalla discreta
recorder-quiet-hint = Oculta el nombre del docente y sus notas
recorder-leave = Dejarla abierta e ir a Hoy
recorder-discard = Descartar visita
recorder-discard-sure = La visita no contará en ningún lugar. Queda en la lista, marcada, y puede recuperarse.
recorder-discard-keep = Conservarla
recorder-discard-yes = Descartar
recorder-note-words = ¿Qué vio?
recorder-note-rewrite = Reescribir la nota
recorder-note-about = Sobre
recorder-note-about-nothing = Nada en particular
recorder-save-note = Guardar nota
recorder-notes-so-far = Notas hasta ahora
recorder-edit = Editar
recorder-edit-note-spoken = Editar la nota a los { $time }
recorder-delete = Borrar
recorder-delete-note-spoken = Borrar la nota a los { $time }
recorder-too-long = Como máximo { $n } caracteres
recorder-phrases = Sus frases
recorder-keep-phrase = Guardar como frase
recorder-remove-phrases = Quitar frases
recorder-remove-phrase = Quitar «{ $phrase }»
recorder-finish-title = Terminar la visita
recorder-still-blank = { $n ->
    [one] Un indicador de este mes sigue en blanco. Respóndalo o déjelo así: en blanco nunca cuenta como «no».
   *[other] { $n } indicadores de este mes siguen en blanco. Respóndalos o déjelos así: en blanco nunca cuenta como «no».
}
recorder-nothing-blank = Todos los indicadores de este mes tienen respuesta.
recorder-none-of-them = Ninguno de estos { $n } mientras observé
recorder-finish-blank = { $n ->
    [one] Terminar con 1 en blanco
   *[other] Terminar con { $n } en blanco
}
recorder-go-on = Seguir observando
recorder-finish-at-last = Terminó a las { $time }, con la última marca
recorder-finish-at-last-hint = { $n ->
    [one] Hace 1 minuto
   *[other] Hace { $n } minutos
}
recorder-still-there = ¿Sigue en el aula?
recorder-still-there-text = { $n ->
    [one] No se ha registrado nada desde hace 1 minuto.
   *[other] No se ha registrado nada desde hace { $n } minutos.
}
recorder-still-here = Sigo aquí
recorder-paused-since = En pausa desde entonces
recorder-finish-then = Terminar en la última marca

## Empezar una visita
start-title = Empezar una visita
start-subtitle = Toque un aula y comienza. Primero, las que llevan más tiempo sin visita.
start-search = Aula, docente, grado o materia
start-school = Escuela
start-rooms = Aulas
start-no-room = Ningún aula con esas palabras
start-no-room-text = Cambie las palabras o describa el aula más abajo.
start-no-school = No hay aulas en esta tableta
start-no-school-text = Las visitas se registran en las escuelas que usted tiene asignadas, cuando han llegado sus listas. Conéctese y sincronice una vez; después funciona sin conexión.
start-to-sync = Sincronización y almacenamiento
start-from-paper = Pasar de papel
start-here = Empezar aquí
start-in = Empezar aquí: { $room }
start-details = Detalles
start-details-in = Detalles de una visita a { $room }
start-fewer-details = Cerrar detalles
start-never-visited = Nunca visitada
start-last-visited = { $days ->
    [0] Última visita hoy
    [one] Última visita ayer
   *[other] Última visita hace { $days } días, { $date }
}
start-start = Empezar
start-nothing = Nada que observar
start-nothing-hint = «Nada que observar» termina la visita al momento. Solo cuenta para la cobertura.
start-elsewhere = Un lugar que no está en la lista
start-elsewhere-hint = Descríbalo como a un colega. Más tarde podrá emparejarse con la lista.
start-room = Aula
start-teacher = Docente
start-still-open = Una visita a { $room } sigue abierta.
start-still-open-text = Siga con ella o empiece otra.
start-continue = Seguir
paper-title = Pasar una visita de papel
paper-subtitle = Cuándo y dónde fue; después se abre el registro, sin reloj en marcha.
paper-choose-room = Elija un aula
paper-date = Fecha
paper-time = Empezó a las
paper-minutes = Minutos observados
paper-start = Pasar lo observado
paper-needs = Hacen falta el aula, la fecha, el inicio y los minutos.
paper-date-future = Ese día aún no ha llegado
paper-minutes-wrong = Un número entero de 1 a { $most }

## La visita después
visit-title = Visita
visit-when = { $date }, { $time }
visit-continue = Seguir registrando
visit-edit = Editar
visit-edit-done = Terminar de editar
visit-edit-lesson = La clase
visit-print = Imprimir
visit-for-teacher = Para el docente
visit-open = Sigue abierta
visit-open-text = Cuenta cuando se termina.
visit-discarded = Descartada.
visit-discarded-text = Esta visita no cuenta en ningún lugar. Puede recuperarse.
visit-waiting = { $n ->
    [one] 1 cambio por sincronizar
   *[other] { $n } cambios por sincronizar
}
visit-on-server = Todo lo de esta visita está en el servidor
visit-refused-safe = Lo rechazado queda en esta tableta y puede guardarse en un archivo.
visit-refused-see = Ver lo rechazado
visit-rivals = Dos tabletas dijeron cosas distintas.
visit-rivals-text = Se conservan las dos. Elija cuál vale.
visit-rival-keep = Quedarse con esta
visit-rival-keep-spoken = Para { $field }, quedarse con: { $value }
visit-field-begin = Inicio
visit-field-context = Clase
visit-field-finished = Final
visit-field-discarded = Descartada
visit-value-empty = vacío
visit-value-students = { $n } de { $of } no lo hacen
visit-match = No está en la lista
visit-match-text = Elija qué aula o docente era, cuando la lista los conozca.
visit-match-room = «{ $name }» es esta aula
visit-match-teacher = «{ $name }» es este docente
visit-match-none = Sin emparejar
visit-watched = Observado
visit-segments = Partes de la clase
visit-recorded-by = Registrada por
visit-observer-unknown = Alguien que no está en la lista del distrito
visit-source = Registro
visit-source-live = Registrada en el aula
visit-source-paper = Pasada de papel
visit-source-imported = Importada de otro sistema
visit-source-calibration = Para calibrar; no cuenta en ningún otro lugar
visit-nothing = Nada que observar
visit-nothing-text = Esta visita solo cuenta para la cobertura.
visit-left-blank = En blanco
visit-not-applicable = No aplica
visit-could-not-judge = No se pudo juzgar
visit-seen = Visto
visit-not-seen = No visto
visit-none = Ninguno mientras se observó
visit-level = Nivel { $n }: { $name }
visit-times = { $n ->
    [one] una vez
   *[other] { $n } veces
}
visit-per-ten = { $rate } en 10 minutos
visit-of-the-time = { $share } del tiempo
visit-over-counts = { $n ->
    [one] { $share }, un recuento
   *[other] { $share } en { $n } recuentos
}
visit-blank = { $n ->
    [one] 1 indicador en blanco
   *[other] { $n } indicadores en blanco
}
visit-notes = Notas
visit-write-note = Escribir una nota
visit-for-teacher-text = Una fortaleza y una pregunta, con sus palabras. La próxima visita a esta aula se abre con la pregunta.
visit-strength = Una fortaleza
visit-strength-hint = Algo que hizo el docente y lo que aportó a los estudiantes
visit-question = Una pregunta
visit-question-hint = Algo en que pensar hasta la próxima visita
visit-save = Guardar
visit-kept = Guardado
visit-reopen = Retomarla
visit-restore = Recuperar
visit-discard-title = ¿Descartar esta visita?
teacher-back = La visita
teacher-purpose = Una visita breve informa; no evalúa. Esto es lo que alguien vio en unos minutos de una clase.
teacher-seen = Lo que se vio
teacher-seen-none = En estos minutos no se anotó nada de la lista del marco.
teacher-minutes = { $n ->
    [one] 1 minuto
   *[other] { $n } minutos
}
teacher-hand-over = Entregar como archivo
teacher-no-words = Aún sin fortaleza ni pregunta
teacher-no-words-text = Escriba una de cada en la página de la visita antes de entregar esto.
