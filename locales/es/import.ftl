# Visitas anteriores desde un archivo de otro programa.
import-link = Importar visitas anteriores
import-title = Importar visitas anteriores
import-intro = Traiga recorridos de listas en papel, formularios y hojas de cálculo. Se dice una vez qué significan las columnas; se ve qué pasaría antes de guardar nada; las visitas importadas quedan marcadas como tales, y una importación entera se puede deshacer.
import-offline = El servidor lee el archivo. Vuelva a esta página cuando haya red; no se pierde nada.
import-not-allowed = Importar corresponde a la administración del distrito
import-not-allowed-text = Una importación escribe en nombre de todas las personas que su archivo nombra. Pídaselo a la administración del distrito.
import-file = 1 · El archivo
import-school-hint = De quién son estas visitas
import-source = De dónde viene
import-source-hint = Por ejemplo, «Google Forms 2025». Con este nombre se recuerda qué significan sus columnas.
import-source-first = Diga primero de dónde viene.
import-choose = Elegir un archivo
import-kinds = CSV o Excel (.xlsx), 16 MB como máximo
import-over = Tomar otro archivo
import-sheet = Hoja
import-columns = 2 · Qué significan sus columnas
import-rows = { $n ->
    [one] { $n } fila.
   *[other] { $n } filas.
}
import-remembered = Las columnas se leen como la última vez con este origen; cambie lo que ahora sea distinto.
import-guessed = Es una suposición por los nombres y valores de las columnas; revísela.
import-choose-one = Elegir …
import-date-order = Qué va primero en una fecha
import-date-example = «{ $example }» se puede leer de dos maneras, y ninguna otra fecha lo aclara.
import-month-first = El mes (3/4 es el 4 de marzo)
import-day-first = El día (3/4 es el 3 de abril)
import-part-nothing = No se lee
import-part-date = Fecha de la visita
import-part-start = Hora
import-part-minutes = Minutos observados
import-part-classroom = Aula
import-part-teacher = Docente
import-part-observer = Observador
import-part-school = Escuela
import-part-grade = Grado
import-part-subject = Materia
import-part-notes = Notas
import-look-for = Práctica: { $look-for }
import-value = «{ $value }» significa
import-empty = Una celda vacía significa
import-empty-blank = En blanco: nadie respondió
import-empty-not-seen = Se buscó y no se vio
import-means-seen = Visto
import-means-not-seen = No visto
import-means-not-applicable = No procede
import-means-could-not-judge = No se pudo juzgar
import-means-blank = En blanco
import-try = Mostrar qué pasaría
import-try-note = Con esto no se guarda nada.
import-looking = Se está leyendo el archivo
import-trying = Se están leyendo las filas; no se guarda nada
import-storing = Se están guardando las visitas; puede tardar un minuto
import-undoing = Se está deshaciendo la importación
import-failed = No funcionó, y no se guardó nada
import-outcome = 3 · Qué pasaría
import-left-out = Qué quedó fuera
import-new = { $n ->
    [0] Ninguna visita es nueva.
    [one] Se importaría { $n } visita.
   *[other] Se importarían { $n } visitas.
}
import-already = { $n ->
    [one] { $n } fila ya se importó y no añade nada.
   *[other] { $n } filas ya se importaron y no añaden nada.
}
import-changed = { $n ->
    [one] { $n } fila ha cambiado desde que se importó. La visita queda como está; corríjala a mano si hace falta.
   *[other] { $n } filas han cambiado desde que se importaron. Las visitas quedan como están; corríjalas a mano si hace falta.
}
import-refused = { $n ->
    [one] { $n } fila se rechaza; el motivo está abajo.
   *[other] { $n } filas se rechazan; los motivos están abajo.
}
import-elsewhere = { $n ->
    [one] { $n } fila trata de otra escuela y queda fuera.
   *[other] { $n } filas tratan de otras escuelas y quedan fuera.
}
import-read-month-first = Las fechas se leen con el mes primero.
import-read-day-first = Las fechas se leen con el día primero.
import-strange-classrooms = { $n ->
    [one] { $n } aula no está en el registro y se conserva tal como está escrita: { $names }
   *[other] { $n } aulas no están en el registro y se conservan tal como están escritas: { $names }
}
import-strange-teachers = { $n ->
    [one] { $n } docente no está en el registro y se conserva tal como está escrito: { $names }
   *[other] { $n } docentes no están en el registro y se conservan tal como están escritos: { $names }
}
import-strange-observers = { $n ->
    [one] { $n } observador no tiene cuenta, y usted figura en su lugar: { $names }
   *[other] { $n } observadores no tienen cuenta, y usted figura en su lugar: { $names }
}
import-strange-grades = { $n ->
    [one] { $n } grado no es ninguno o son varios, y queda abierto: { $names }
   *[other] { $n } grados no son ninguno o son varios, y quedan abiertos: { $names }
}
import-untimed = { $n ->
    [one] { $n } visita no tiene hora.
   *[other] { $n } visitas no tienen hora.
}
import-unwatched = { $n ->
    [one] { $n } visita no tiene minutos, así que lo contado en ella no tiene tasa.
   *[other] { $n } visitas no tienen minutos, así que lo contado en ellas no tiene tasa.
}
import-unmeant = Algunos valores aún no tienen significado. Elija uno para cada uno en «Qué significan sus columnas» y vuelva a mirar.
import-refused-caption = Filas que se rechazan
import-refused-more = { $n ->
    [one] No se muestra { $n } motivo más.
   *[other] No se muestran { $n } motivos más.
}
import-column-row = Fila
import-column-column = Columna
import-column-why = Por qué
import-column-when = Cuándo
import-column-undo = Deshacer
import-store = { $n ->
    [0] Nada que importar
    [one] Importar { $n } visita
   *[other] Importar { $n } visitas
}
import-store-note = Después se puede deshacer.
import-stored = { $n ->
    [one] Se importó { $n } visita.
   *[other] Se importaron { $n } visitas.
}
import-stored-text = Marcadas como importadas en todas partes; cada vista puede dejarlas fuera. Las tabletas las reciben en su próxima sincronización.
import-to-visits = Ver las visitas
import-past = Importaciones hasta ahora
import-past-caption = Importaciones, la última primero
import-undo = Deshacer
import-undone-at = deshecha { $time }
import-undo-title = ¿Deshacer esta importación?
import-undo-text = { $n ->
    [one] Su visita se descarta, en cada tableta en su próxima sincronización, con lo que alguien le haya añadido desde entonces. Después puede importar el archivo otra vez, con otros significados para sus columnas.
   *[other] Sus { $n } visitas se descartan, en cada tableta en su próxima sincronización, con lo que alguien les haya añadido desde entonces. Después puede importar el archivo otra vez, con otros significados para sus columnas.
}
import-undo-keep = Conservarla
import-undo-yes = { $n ->
    [one] Descartar { $n } visita
   *[other] Descartar { $n } visitas
}
import-undone = { $n ->
    [0] Ya no quedaba nada que deshacer.
    [one] Se descartó { $n } visita.
   *[other] Se descartaron { $n } visitas.
}
import-undone-text = El mismo archivo se puede importar otra vez.
import-undone-changed = { $n ->
    [one] { $n } de ellas se había corregido o completado desde entonces.
   *[other] { $n } de ellas se habían corregido o completado desde entonces.
}
import-no-mapping = Aún no se sabe cómo hay que leer el archivo.
import-no-source = El origen necesita un nombre con letras o cifras, de 100 caracteres como máximo.
import-no-framework = El distrito aún no ha publicado un marco, así que no hay con qué registrar visitas.
import-date-open = En «{ $column }», fechas como «{ $example }» se pueden leer de dos maneras. Elija qué va primero en una fecha.
import-other-format = El archivo no es texto (CSV) ni un libro de Excel (.xlsx). Ábralo en su programa de hojas de cálculo y guárdelo como uno de ellos.
import-not-text = Desde la línea { $line }, el archivo no es texto UTF-8. Guárdelo como «CSV UTF-8».
import-damaged = El libro no se puede leer: está dañado o protegido con contraseña.
import-no-sheet = El libro no tiene esa hoja. Tiene: { $found }
import-too-large = El archivo tiene más celdas de las que se leen de una vez. Divídalo e importe las partes una tras otra.
import-nothing-in-it = No hay nada en el archivo.
import-fault-no-date = Elija la columna que contiene la fecha de la visita.
import-fault-no-place = Elija la columna que nombra el aula o al docente.
import-fault-no-column = El archivo no tiene la columna «{ $column }».
import-fault-column-twice = La columna «{ $column }» se lee dos veces.
import-fault-no-look-for = El marco no tiene la práctica «{ $look-for }».
import-fault-look-for-twice = Dos columnas responden a la práctica «{ $look-for }».
import-fault-interval = «{ $look-for }» se compone de instantáneas, que no caben en una celda.
import-fault-unfit = «{ $value }» no puede significar eso en la práctica «{ $look-for }».
import-why-no-date = No hay fecha.
import-why-no-place = No se nombra ni aula ni docente.
import-why-cells-besides = Hay celdas a la derecha de la última columna con nombre.
import-why-not-a-date = «{ $value }» no es una fecha.
import-why-not-a-time = «{ $value }» no es una hora.
import-why-not-minutes = «{ $value }» no es un número de minutos de 0 a 600.
import-why-unknown = Nadie ha dicho qué significa «{ $value }».
import-why-not-a-count = «{ $value }» no es un número de 0 a 600, y nadie ha dicho qué significa.
import-why-future = El { $date } aún no ha llegado.
import-why-longer = { $minutes } minutos son más de los observados, o nada dice cuántos fueron.
import-why-too-long = El texto tiene { $n } caracteres; caben { $most }.
import-why-same = Dice lo mismo que la fila { $row }.
