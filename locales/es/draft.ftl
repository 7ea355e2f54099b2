# Escribir la próxima versión del marco.
draft-link = Escribir la próxima versión
draft-link-first = Escribir el marco
draft-title = La próxima versión
draft-not-allowed = Solo los administradores escriben el marco
draft-not-allowed-text = Hable con el administrador de su distrito si una práctica debería redactarse u observarse de otra manera.
draft-offline = Puede que otras personas también escriban, así que el marco se escribe con conexión.
draft-reading = Preguntando al servidor por el borrador …
draft-storing = Guardando …
draft-not-stored = Aún sin guardar
draft-stored = Guardado { $time } por { $name }
draft-undo = Deshacer
draft-again = Intentar otra vez
draft-unread = No se pudo leer el borrador
draft-store-failed = Su último cambio aún no está guardado
draft-failed = Eso no funcionó
draft-file-failed = Ese archivo no se puede usar. No se cambió nada.
draft-published = La versión { $version } está publicada
draft-published-text = Las tabletas la reciben en su próxima sincronización. Las visitas ya registradas o abiertas siguen con su propia versión.
draft-begin = Empezar un borrador
draft-begin-text = Solo los administradores ven un borrador, y quienes ustedes inviten a comentarlo. Las visitas siguen con la versión en uso hasta que usted publique.
draft-begin-first = Su distrito aún no tiene un marco. Empiece con uno de estos y hágalo suyo; los observadores no ven nada antes de que usted publique.
draft-begin-newest = De la versión { $version }, «{ $title }»
draft-begin-starter = Del marco inicial
draft-begin-file = De un archivo
draft-begin-nothing = Desde cero
draft-begin-kinds = Un archivo es uno que Throughline guardó aquí o en otro distrito, una tabla (CSV) con las columnas strand y practice, o un paquete CASE de 1EdTech (JSON).
draft-name = Cómo llama su distrito al marco
draft-keep = Conservar
draft-leave = Dejar como estaba
draft-not-yet = Todavía no
draft-keep-it = Conservarlo
draft-still-open = Más arriba hay algo abierto: consérvelo o déjelo primero.
draft-strands = Ejes y prácticas
draft-order-hint = Ordene las prácticas arrastrándolas, o con Subir y Bajar.
draft-add-strand = Añadir un eje
draft-new-strand = Eje nuevo
draft-strand = Eje
draft-strand-name = Nombre del eje
draft-strand-unnamed = Un eje necesita un nombre.
draft-rename = Renombrar
draft-rename-spoken = Renombrar { $name }
draft-remove = Quitar
draft-remove-spoken = Quitar { $name }
draft-up = Subir
draft-up-spoken = Subir: { $name }
draft-down = Bajar
draft-down-spoken = Bajar: { $name }
draft-moved = { $name } es ahora { $place } de { $of }
draft-edit = Editar
draft-edit-spoken = Editar { $name }
draft-add = Añadir una práctica
draft-archive = Archivar
draft-archived = Prácticas archivadas
draft-archived-text = Están en versiones anteriores y no en este borrador. Las visitas registradas con ellas las conservan.
draft-archived-now = Ahora: { $after }
draft-restore = Volver a incluir
draft-restore-spoken = Volver a incluir: { $name }
draft-text = La práctica
draft-text-hint = Como la lee un observador a la distancia de un brazo: una sola cosa que se ve o se oye.
draft-short = Nombre corto
draft-short-hint = Unas pocas palabras para los gráficos; el comienzo de la práctica si usted no dice otra cosa.
draft-hint = Qué cuenta como verla
draft-hint-hint = Aparece bajo la práctica en el registro.
draft-examples = Ejemplos
draft-examples-hint = Cómo puede verse en una clase, uno por línea. Aparecen en la página del marco.
draft-origin = De dónde viene
draft-origin-hint = Prácticas que este borrador ya no tiene. Elija aquellas cuyo lugar ocupa esta: así las tendencias continúan, o dicen por qué no pueden.
draft-origin-counts = { $n ->
    [one] Las visitas registradas con ella cuentan para esta
   *[other] Las visitas registradas con ellas cuentan para esta
}
draft-origin-counts-hint = { $n ->
    [one] Para la misma práctica con otras palabras. Si ahora significa otra cosa, no lo marque.
   *[other] Para una práctica que las abarca todas: una visita que mostró cualquiera de ellas muestra esta.
}
draft-origin-split = { $other } también viene de ella. Las visitas anteriores no dicen cuál de las dos se vio, así que se cuentan aparte.
draft-origin-other-rule = { $before } se observaba de otra manera, así que sus visitas se cuentan aparte.
draft-origin-not-additive = Los cronómetros, las instantáneas y los niveles de varias prácticas no se pueden sumar, así que sus visitas se cuentan aparte.
draft-kind-presence = Se ve o no se ve
draft-kind-count = Se toca cada vez
draft-kind-duration = Un cronómetro corre mientras dura
draft-kind-interval = Una instantánea cada pocos minutos
draft-kind-rating = Un nivel de una rúbrica
draft-autonomy = Quién decide
draft-autonomy-fixed = No negociable
draft-autonomy-open = Adaptable por las escuelas
draft-minutes = Minutos de una instantánea a la siguiente
draft-minutes-less = Un minuto menos
draft-minutes-more = Un minuto más
draft-ask = En cada instantánea
draft-ask-students = Cuántos estudiantes no lo hacen
draft-ask-moment = Si está ocurriendo
draft-levels = Niveles de la rúbrica, el más bajo primero
draft-level-name = Nivel { $number }
draft-level-descriptor = Qué ve un observador en el nivel { $number }
draft-level-add = Añadir un nivel
draft-level-remove = Quitar el más alto
draft-shown-from = Cuenta como mostrada desde
draft-shown-from-hint = Las visitas en este nivel o por encima muestran la práctica.
draft-segments = Cuándo aparece
draft-segments-hint = Las partes de la clase en que se puede juzgar; ninguna elegida quiere decir todas. En las demás no se aplica por sí sola.
draft-wrong-text = Diga qué busca el observador.
draft-wrong-level = Cada nivel necesita un nombre.
draft-preview = En el registro
draft-preview-part = Parte de la clase
draft-clash = Otra persona también cambió esto
draft-clash-text = Mientras usted escribía, otro administrador cambió lo mismo. Lo suyo está en el borrador; lo de usted está aquí. No se pierde nada: elija uno.
draft-clash-they = Lo que escribió la otra persona
draft-clash-you = Lo que escribió usted
draft-clash-theirs = Dejar lo de la otra persona
draft-clash-mine = Usar lo mío
draft-clash-removed = Archivada
draft-clash-more = { $n ->
    [one] Después de este hay uno más.
   *[other] Después de este hay { $n } más.
}
draft-publish-title = Publicar la versión { $version }
draft-publish = Publicar la versión { $version }
draft-unfit = Todavía no se puede publicar
draft-unfit-twice = «{ $name }» está dos veces.
draft-unfit-levels = «{ $name }» necesita de dos a seis niveles, cada uno con nombre, y uno desde el que cuente.
draft-unfit-interval = «{ $name }» necesita una instantánea cada 1 a 30 minutos.
draft-unfit-text = Una práctica de «{ $strand }» no dice nada.
draft-unfit-strand = El eje «{ $name }» está dos veces.
draft-unfit-title = Diga cómo llama su distrito al marco.
draft-unfit-empty = Aún no tiene prácticas.
draft-unfit-still-there = «{ $name }» ocupa el lugar de una práctica que sigue ahí. Archive esa, o abra esta y diga que no viene de ella.
draft-unfit-part = Lo que dio lugar a «{ $name }» se dividió, así que las visitas anteriores no pueden contar para ninguna de las partes. Ábrala y guárdela de nuevo.
draft-same = Nada es distinto de la versión en uso.
draft-only-order = Solo cambian el orden, el título o los nombres de los ejes.
draft-changes = { $n ->
    [one] Qué cambia: una práctica
   *[other] Qué cambia: { $n } prácticas
}
draft-changes-same = { $n ->
    [one] Una práctica sigue como está.
   *[other] { $n } prácticas siguen como están.
}
draft-column-look-for = Práctica
draft-column-change = Qué cambia
draft-added = Nueva.
draft-succeeds-counted = { $n ->
    [one] En lugar de { $before }. Las visitas registradas con ella cuentan, así que la tendencia continúa.
   *[other] En lugar de { $before }. Las visitas registradas con cualquiera de ellas cuentan, así que la tendencia continúa.
}
draft-succeeds-apart = En lugar de { $before }, y contada aparte: su tendencia empieza de nuevo.
draft-removed = Archivada: las visitas la conservan, las nuevas no la tienen.
draft-succeeded-by = Archivada; ahora { $after }. Las visitas la conservan, las nuevas no la tienen.
draft-reworded = Redactada de otra manera; era «{ $before }». La tendencia continúa.
draft-rule = Se observa de otra manera: su tendencia empieza de nuevo y sus números no se suman a los anteriores.
draft-segments-changed = Se puede valorar en otras partes de la clase. Las tendencias continúan.
draft-succession-changed = Cuentan para ella otras visitas anteriores que antes.
draft-moved-from = Cambia de lugar; estaba en «{ $from }».
draft-autonomy-changed = Cambia quién decide sobre ella.
draft-hint-changed = Nombre corto o ayuda.
draft-lost-focus = { $n ->
    [one] Está en el foco de este mes y no en esta versión:
   *[other] { $n } están en el foco de este mes y no en esta versión:
}
draft-lost-expectations = { $n ->
    [one] Se espera algo de ella y no está en esta versión. Lo esperado no pasa a otra:
   *[other] Se espera algo de { $n } que no están en esta versión. Lo esperado no pasa a otras:
}
draft-effective = En uso desde
draft-effective-hint = Las visitas que empiezan ese día o después se registran con ella.
draft-effective-wrong = Elija un día.
draft-sure = Las tabletas de todos la reciben en la próxima sincronización, y las visitas se registran con ella desde { $date }. Una versión publicada nunca cambia; lo que esté mal se corrige en la siguiente.
draft-files = Archivos
draft-save-json = Guardar como archivo
draft-save-csv = Guardar como tabla (CSV)
draft-save-case = Guardar como paquete CASE
draft-open-file = Traer un archivo
draft-files-note = El archivo y la tabla lo dicen todo y se leen tal como están; un paquete CASE no tiene lugar para cómo se observa una práctica. Un archivo que traiga ocupa el lugar de este borrador; Deshacer lo devuelve. Las prácticas que comparte con la versión en uso se actualizan, no se duplican.
draft-discard = Descartar el borrador
draft-discard-title = ¿Descartar el borrador?
draft-discard-text = Lo publicado queda como está. El borrador desaparece para todos los que escriben en él y no se puede recuperar.
draft-gone = Otra persona publicó o descartó el borrador. Lo que usted escribió sigue aquí: intente otra vez para hacerlo un borrador nuevo, o guárdelo como archivo.
draft-changed = Otra persona cambió el borrador entretanto, y aquí se ve tal como está ahora. Mírelo primero otra vez.
draft-overtaken = Entretanto se publicó la versión { $version }. Cuando haya llegado aquí, mire otra vez qué cambiaría la suya.
draft-too-early = La versión anterior está en uso desde el { $date }. Elija ese día o uno posterior.
draft-file-other = No es un marco guardado por Throughline, ni una tabla, ni un paquete CASE.
draft-file-columns = { $n ->
    [one] La tabla no tiene la columna { $columns }.
   *[other] La tabla no tiene las columnas { $columns }.
}
draft-file-text = La línea { $line } no es texto UTF-8. En una hoja de cálculo, guárdela como «CSV UTF-8».
draft-file-newer = Lo escribió una versión más nueva de Throughline.
draft-file-json = Línea { $line }, columna { $column }: { $what }
draft-offered = Qué cambiaría el archivo
draft-offered-same = Tiene las mismas prácticas que lo que hay aquí, en el orden que sea.
draft-offered-take = Usar este archivo
draft-offered-leave = Dejarlo
draft-left-out = { $n ->
    [one] Una fila o un elemento del archivo quedó fuera
   *[other] { $n } filas o elementos del archivo quedaron fuera
}
draft-left-out-item = Elemento { $number }: { $why }
draft-left-out-row = Fila { $number }, { $column }: { $why }
draft-left-out-strand = no está en ningún eje.
draft-left-out-one-of = «{ $value }» no es ninguno de estos: { $can }.
draft-left-out-number = «{ $value }» no es un número entero de { $least } a { $most }.
draft-left-out-levels = una rúbrica tiene de dos a seis niveles, sin huecos entre ellos.
draft-left-out-identifier = no tiene identificador.
draft-left-out-statement = no dice nada.
draft-left-out-twice = uno anterior tiene el mismo identificador.
draft-left-out-circle = sus padres forman un círculo.
