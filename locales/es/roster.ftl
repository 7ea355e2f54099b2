# Escuelas, clases y docentes de otro sistema.
roster-link = Escuelas, clases y docentes
roster-title = Escuelas, clases y docentes
roster-subtitle = La nómina del distrito
roster-not-allowed = La nómina es para la administración del distrito
roster-not-allowed-text = Contiene las clases y los docentes de todas las escuelas. Avise a la administración de su distrito si algo no está bien.
roster-offline = El servidor guarda la nómina y lee los archivos. Vuelva a esta página cuando haya red; no se pierde nada.
roster-files = Traer una nómina
roster-intro = Use la exportación OneRoster de su sistema escolar (versión 1.1 o 1.2, como zip o como tablas CSV), o llene la plantilla. Antes de guardar nada, verá qué cambiaría. Si trae otra vez la misma nómina, se actualiza; las clases y los docentes que ya no están conservan su nombre en las visitas pasadas.
roster-students = Los estudiantes solo se cuentan, clase por clase. No se guarda nada sobre ningún estudiante.
roster-choose = Elegir un zip o tablas
roster-template = Obtener la plantilla
roster-kinds = Un zip, o todas las tablas CSV de un paquete a la vez; 64 MB como máximo.
roster-over = Tomar otros archivos
roster-looking = Comparando los archivos con lo que hay …
roster-storing = Guardando los cambios …
roster-failed = No se guardó nada.
roster-unread = La nómina no se puede leer ahora.
roster-otherwise = Todavía no se guardó nada: mire otra vez.
roster-otherwise-text = El distrito ya no está como cuando se compararon los archivos. Abajo está lo que cambiarían ahora.
roster-outcome = Qué cambiaría
roster-stored-changes = Qué cambió
roster-stored = La nómina está guardada.
roster-stored-text = Las tabletas la reciben en su próxima sincronización.
roster-later = Todavía no se ve nada de ello; se recuerda para más adelante, como una inscripción que termina.
roster-same = Nada sería distinto: es lo que ya hay.
roster-store = Guardar estos cambios
roster-store-note = Todo a la vez, o nada.
roster-counts-caption = Cuántos cambian, al { $date }
roster-schools = Escuelas
roster-teachers = Docentes
roster-classes = Clases
roster-not-led = Sin docente principal
roster-column-kind = Tipo
roster-column-added = Nuevo
roster-column-changed = Cambiado
roster-column-gone = Ya no está
roster-column-same = Como antes
roster-column-file = Archivo
roster-column-name = Nombre
roster-column-what = Cambio
roster-year = { $n ->
    [0] El año escolar pasa a ser del { $first } al { $last }.
   *[other] El año escolar pasa a ser del { $first } al { $last }, con estos períodos: { $terms }.
}
roster-dropped = { $n ->
    [one] { $n } fecha de control o día libre queda fuera de él y desaparece.
   *[other] { $n } fechas de control y días libres quedan fuera de él y desaparecen.
}
roster-counted = { $n ->
    [one] Se contó { $n } estudiante y no se guardó. Una clase recibe la etiqueta de un grupo cuando el { $percent } % o más de sus estudiantes pertenece a él.
   *[other] Se contaron { $n } estudiantes y no se guardó ninguno. Una clase recibe la etiqueta de un grupo cuando el { $percent } % o más de sus estudiantes pertenece a él.
}
roster-over-classes = { $n ->
    [one] Se omite { $n } clase porque sus períodos terminaron.
   *[other] Se omiten { $n } clases porque sus períodos terminaron.
}
roster-refused = { $n ->
    [one] { $n } fila no se toma, entera o en parte; lo que se sabía de ella se conserva
   *[other] { $n } filas no se toman, enteras o en parte; lo que se sabía de ellas se conserva
}
roster-changes = Uno por uno: lo que ya no está, lo que cambia, lo nuevo
roster-more = { $n ->
    [one] y { $n } más
   *[other] y otros { $n }
}
roster-part-teacher = Docente
roster-part-class = Clase
roster-part-name = Nombre
roster-part-network = Red
roster-part-lead = Docente principal
roster-part-others = Otros docentes
roster-part-grade = Grado
roster-part-subject = Materia
roster-part-groups = Grupos
roster-part-students = Número de estudiantes
roster-part-lessons = Horario de clases
roster-note-other-source = Los últimos archivos eran de otro tipo.
roster-note-other-source-text = Lo que trajeron y estos no nombran dejaría de estar.
roster-note-no-manifest = No hay manifiesto.
roster-note-no-manifest-text = Cada tabla se leyó como completa: lo que no nombra cuenta como retirado.
roster-note-students = El número de estudiantes queda como estaba.
roster-note-students-text = Las inscripciones dicen solo lo que cambió, y eso no basta para contar una clase.
roster-note-past-year = El año escolar de los archivos ya terminó.
roster-note-past-year-text = Se conserva el año escolar del distrito; las clases y los docentes son los del último día de los archivos.
roster-note-many-gone = Más de un tercio de las clases o de los docentes dejaría de estar.
roster-note-many-gone-text = Asegúrese de que son todos los archivos, de todas las escuelas.
roster-note-schools-stay = Algunas escuelas ya no están en los archivos.
roster-note-schools-stay-text = Se quedan, sin clases, porque sus visitas pasadas son del distrito.
roster-cannot-unknown = Ningún archivo tiene un nombre que conozcan OneRoster o la plantilla. Elija el zip tal como lo escribió su sistema, o todas sus tablas a la vez.
roster-cannot-announced = El manifiesto anuncia { $file }, que no está entre los archivos. Elija todas las tablas a la vez, o exporte el paquete de nuevo.
roster-cannot-columns = { $n ->
    [one] A { $file } le falta la columna { $columns }. Los nombres están en su primera fila.
   *[other] A { $file } le faltan las columnas { $columns }. Los nombres están en su primera fila.
}
roster-cannot-mode = El manifiesto dice «{ $value }» de { $file }; puede decir bulk, delta o absent. Exporte el paquete de nuevo.
roster-cannot-twice = Hay dos archivos llamados { $file } en carpetas distintas. Elija un paquete a la vez.
roster-cannot-quote = La fila { $row } de { $file } tiene un salto de línea dentro de una celda. Casi siempre es una comilla sin cerrar, y se perderían las filas que siguen. Corrija la fila, o exporte el paquete de nuevo.
roster-cannot-zip = El archivo no es un zip, o está dañado. Descárguelo o expórtelo de nuevo.
roster-cannot-large = Las tablas son más grandes de lo que se puede leer a la vez. Deje fuera las que aquí no se leen, como datos demográficos y resultados.
roster-cannot-text = La línea { $line } de { $file } no es texto UTF-8. Guarde la tabla como «CSV UTF-8».
roster-cannot-district = El distrito todavía no está configurado.
roster-fault-missing = Está vacío y no debe estarlo
roster-fault-date = «{ $value }» no es una fecha; escriba 2026-11-20
roster-fault-ends-before = Termina antes de empezar
roster-fault-one-of = «{ $value }» no puede ir aquí; escriba una de estas: { $can }
roster-fault-lesson = «{ $value }» no es una clase; escriba 8:05-8:50
roster-fault-grade = «{ $value }» no es un grado; escriba PK, K o de 1 a 12
roster-fault-count = «{ $value }» no es un número de estudiantes
roster-fault-nowhere = Nada de lo que se toma de { $file } tiene el id «{ $id }»
roster-fault-role = No es un rol; escriba uno de estos: { $can }
roster-fault-same = La fila { $row } tiene el mismo id y dice otra cosa
roster-reading = Leyendo la nómina …
roster-none = Todavía no hay escuelas
roster-none-text = Traiga una nómina arriba: así las directoras y los directores pueden empezar visitas en sus aulas.
roster-held = Lo que hay
roster-held-caption = Cada escuela con sus clases y docentes
roster-imported = Traída por última vez el { $time }.
roster-never = Todavía no se ha traído nada de otro sistema.
