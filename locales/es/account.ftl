# El marco de las páginas, Hoy, Sincronización, Ajustes, inicio de sesión y puesta en marcha.
wordmark = Throughline
starting = Leyendo lo que hay en esta tableta

frame-navigation = Principal
frame-home = Throughline, ir a Hoy
frame-skip = Ir a la página
frame-today = Hoy
frame-visits = Visitas
frame-compare = Comparar
frame-framework = Marco
frame-sync = Datos
frame-settings = Ajustes

frame-not-saved = { $n } sin guardar
frame-saving = guardando …
frame-saved = guardado
frame-waiting = { $n } por enviar
frame-signed-out = sesión cerrada
frame-offline = sin conexión
frame-syncing = sincronizando …
frame-sync-failed = no sincronizado
frame-synced = sincronizado { $when }
frame-not-synced = nunca sincronizado

banner-unsaved = { $n ->
    [one] Su última anotación aún no está guardada en esta tableta.
   *[other] Sus últimas { $n } anotaciones aún no están guardadas en esta tableta.
}
banner-unsaved-safe = Todo lo anterior está a salvo, y esto se conserva mientras la página siga abierta. Puede seguir registrando.
banner-unsaved-remedy = Inténtelo de nuevo; si vuelve a fallar, guarde una copia en un archivo antes de cerrar la página.
banner-full-remedy = El almacenamiento de la tableta está lleno: guarde una copia en un archivo, libere espacio (fotos, videos, otras aplicaciones) e inténtelo de nuevo.
banner-save-copy = Guardar una copia
banner-retry = Intentar de nuevo
banner-signed-out = El servidor ha cerrado su sesión.
banner-signed-out-safe = Puede seguir registrando y todo se queda en esta tableta. Inicie sesión de nuevo y se enviará lo pendiente.
banner-sign-in = Iniciar sesión de nuevo
banner-unreadable = { $n ->
    [one] Un dato guardado en esta tableta no se puede leer.
   *[other] { $n } datos guardados en esta tableta no se pueden leer.
}
banner-unreadable-safe = No se ha borrado nada: los datos se conservan tal como están y la aplicación funciona sin ellos. Guárdelos en un archivo y envíelo a quien se ocupa de Throughline en su distrito.
banner-save-unreadable = Guardar los datos ilegibles
banner-clock-fast = El reloj de esta tableta va { $length } adelantado.
banner-clock-slow = El reloj de esta tableta va { $length } atrasado.
banner-clock-remedy = Las visitas se guardan y se cuentan igual, con las horas que les dio esta tableta. En los ajustes de la tableta, active la fecha y hora automáticas y vuelva a sincronizar.
banner-clock-visits = Ver las visitas afectadas
banner-update = Hay una versión nueva.
banner-update-safe = Se conserva todo lo que ha registrado. Tarda unos segundos.
banner-update-safe-open = Su visita abierta se conserva y sus cronómetros siguen; todo se guarda antes de recargar la página. Tarda unos segundos.
banner-take-update = Usar la versión nueva
banner-install = Ponga Throughline en la pantalla de inicio.
banner-install-first = Ponga Throughline en la pantalla de inicio antes de su primera visita.
banner-install-why = El navegador puede borrar los datos de una página tras una semana sin uso; una aplicación instalada los conserva.
banner-install-unsent = { $n ->
    [one] Una visita de esta página aún no se ha enviado y la aplicación instalada no puede verla: primero sincronice o guarde una copia, y después instale.
   *[other] { $n } visitas de esta página aún no se han enviado y la aplicación instalada no puede verlas: primero sincronice o guarde una copia, y después instale.
}
banner-install-how = Cómo instalarla
banner-install-now = Instalar
banner-dismiss = Ahora no

no-storage-happened = Este navegador no da a Throughline ningún lugar donde guardar sus visitas.
no-storage-safe = No se ha registrado nada, así que no se ha perdido nada.
no-storage-remedy = Las ventanas privadas no suelen tener almacenamiento: abra Throughline en una ventana normal. Si ya lo es, permita en los ajustes del navegador que esta dirección guarde datos y vuelva a cargar la página.

not-found-title = Esta página no existe
not-found-what = Puede que la dirección esté mal escrita o que esa visita no esté en esta tableta. Nada de lo que ha registrado se ve afectado.
not-found-today = Ir a Hoy
not-found-visits = Ver las visitas

sign-in-title = Iniciar sesión en Throughline
sign-in-first = Esta vez necesita conexión. Después, todo funciona sin ella el tiempo que haga falta.
sign-in-again = El servidor ha cerrado su sesión. Iníciela de nuevo para sincronizar; lo que ha registrado está a salvo en esta tableta.
sign-in-offline = Ahora no hay conexión. El primer inicio de sesión en una tableta la necesita; a partir de ahí puede registrar, consultar y comparar sin ella.
sign-in-email = Correo electrónico
sign-in-passphrase = Frase de contraseña
sign-in-show = Mostrar la frase de contraseña
sign-in-go = Iniciar sesión
sign-in-waits = Iniciando sesión …
sign-in-unreachable = El servidor no responde. Compruebe la conexión de la tableta e inténtelo de nuevo; el primer inicio de sesión la necesita.
sign-in-fault = El servidor tiene un problema propio. Es posible que su correo y su frase sean correctos: inténtelo de nuevo dentro de unos minutos.

setup-title = Ponga en marcha su distrito
setup-introduction = Este servidor de Throughline está vacío. Usted será su primer administrador y después este enlace dejará de funcionar.
setup-district = Nombre del distrito
setup-name = Su nombre
setup-name-hint = Como lo conocen sus colegas.
setup-email = Su correo electrónico
setup-email-wrong = Esto no es una dirección de correo: le falta una @.
setup-passphrase = Una frase de contraseña
setup-passphrase-hint = Al menos { $n } caracteres. Unas cuantas palabras seguidas se recuerdan bien y se adivinan mal.
setup-passphrase-short = Esta frase es demasiado corta.
setup-go = Poner en marcha el distrito
setup-waits = Poniendo en marcha …
setup-used = Este enlace ya se usó, fue sustituido o tiene más de una semana. Si lo usó usted, inicie sesión. Si no, vuelva a arrancar el servidor y use el enlace que muestra.
setup-sign-in = Iniciar sesión
setup-refused = El servidor no pudo usar lo que escribió. Revise los nombres y el correo e inténtelo de nuevo.
setup-unreachable = El servidor no responde. No se ha puesto en marcha nada: compruebe la conexión e inténtelo de nuevo.

failure-unreachable = El servidor no responde. Todo está a salvo en esta tableta y se enviará en cuanto se pueda llegar al servidor.
failure-garbled = Ha respondido algo que no es el servidor de Throughline: a menudo, la página de acceso de la red del edificio. Abra cualquier otro sitio web para pasarla e inténtelo de nuevo.
failure-slow-down = Demasiados intentos. Espere { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
} e inténtelo de nuevo.
failure-busy = El servidor está ocupado en este momento. Todo está a salvo en esta tableta; se intentará de nuevo enseguida.
failure-signed-out = El servidor ha cerrado su sesión. Todo está a salvo en esta tableta; inicie sesión de nuevo y se enviará.
failure-wrong-passphrase = El correo y la frase de contraseña no coinciden. Revise ambos; en la frase cuentan las mayúsculas.
failure-not-allowed = El servidor no permite esto a su cuenta. Lo que ha registrado está a salvo en esta tableta; consulte a la administración de su distrito.
failure-rewound = El servidor se restauró de una copia de seguridad. En esta tableta no se pierde nada: vuelve a enviar por sí sola su propio trabajo.
failure-wrong-origin = Esta página se abrió en una dirección que el servidor no conoce. Abra Throughline desde la dirección que le dio su distrito.
failure-fault = El servidor tiene un problema propio. Todo está a salvo en esta tableta y se intentará de nuevo automáticamente.
failure-versions = Esta aplicación y el servidor no se entienden; uno de los dos es más antiguo. Todo está a salvo en esta tableta. Vuelva a cargar la página para obtener la versión más nueva.

today-title = Hoy
today-date = { $weekday }, { $date }
today-schools = { $n ->
    [one] una escuela
   *[other] { $n } escuelas
}
today-start = Empezar una visita
today-open = { $n ->
    [one] Una visita sigue abierta
   *[other] { $n } visitas siguen abiertas
}
today-unnamed-room = Un aula sin nombre
today-no-lead = Sin docente indicado
today-open-since = { $lead } · empezó { $time }
today-watched = Observado { $time }
today-watched-paused = En pausa · observado { $time }
today-continue = Continuar
today-finish-at = Terminarla en su última marca, { $time }
today-figures = De un vistazo
today-visits-this-week = { $n ->
    [one] visita suya esta semana
   *[other] visitas suyas esta semana
}
today-visits-by-all = { $n } con las de sus colegas
today-classrooms = de { $n ->
    [one] un aula visitada
   *[other] { $n } aulas visitadas
}
today-waiting = { $n ->
    [one] visita por enviar
   *[other] visitas por enviar
}
today-waiting-since = la más antigua desde { $when }
today-last-sync = última sincronización: { $when }
today-rooms = Las que llevan más tiempo sin visita
today-all-rooms = Todas las aulas
today-start-here = Empezar aquí
today-start-in = Empezar aquí: { $room }
today-never-visited = Aún sin visitar
today-last-visited = { $days ->
    [0] Última visita: hoy
    [one] Última visita: ayer
   *[other] Última visita: hace { $days } días, { $date }
}
today-arriving = Han llegado { $done } de { $all } visitas
today-arriving-safe = Esto ocurre una sola vez. Puede cerrar la aplicación: seguirá donde se quedó.
today-asking = Preguntando al servidor qué hay
today-first-title = Las aulas de su escuela y el marco aún no están en esta tableta
today-first-offline = No hay conexión. Conéctese una vez y llegarán solos; a partir de ahí todo funciona sin ella.
today-first-waits = Llegan con la primera sincronización.
today-district-title = En esta tableta no se guardan visitas de ninguna escuela
today-district-text = Usted ve todo el distrito y el servidor responde por él: compare lo observado con lo esperado por escuela, grado y asignatura.
today-compare = Comparar
today-framework = Leer el marco
today-no-framework-title = Su distrito aún no ha publicado un marco
today-no-framework-text = Las visitas se registran según los indicadores del marco. En cuanto la administración lo publique, llegará con la siguiente sincronización.
today-no-roster-title = Su escuela aún no tiene aulas en su lista
today-no-roster-text = Puede empezar una visita igualmente y describir el aula; se asociará más tarde, cuando la administración haya publicado la lista.

weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo

sync-title = Sincronización y almacenamiento
sync-subtitle = Dónde está su trabajo y si está a salvo
sync-ledger = Su trabajo
sync-verdict-unsaved = { $n ->
    [one] Una anotación aún no está guardada en esta tableta.
   *[other] { $n } anotaciones aún no están guardadas en esta tableta.
}
sync-verdict-waiting = { $n ->
    [one] Una visita está guardada en esta tableta y espera ser enviada.
   *[other] { $n } visitas están guardadas en esta tableta y esperan ser enviadas.
}
sync-verdict-nothing = Aún no se ha registrado nada en esta tableta.
sync-verdict-differs = El servidor cuenta algo distinto que esta tableta. Aquí no se ha perdido nada; sincronice de nuevo y, si sigue igual, guarde una copia y avise a la administración de su distrito.
sync-verdict-all = Todo lo de esta tableta está en el servidor.
sync-verdict-refused = { $n ->
    [one] Todo lo de esta tableta está en el servidor, salvo una anotación que rechazó.
   *[other] Todo lo de esta tableta está en el servidor, salvo { $n } anotaciones que rechazó.
}
sync-recorded = Anotaciones registradas aquí
sync-waiting = Por enviar
sync-waiting-value = { $edits } { $visits ->
    [0] { "" }
    [one] en una visita
   *[other] en { $visits } visitas
}
sync-acknowledged = Confirmadas por el servidor
sync-refused = Rechazadas por el servidor
sync-on-server = El servidor dice tener
sync-not-heard = aún sin respuesta
sync-fingerprint = Huella de lo confirmado
sync-fingerprint-server = Huella del servidor
sync-last = Última sincronización
sync-never = nunca
sync-now = Sincronizar ahora
sync-running = Sincronizando …
sync-sending = Enviando: { $done } de { $all } anotaciones están en el servidor
sync-stopped = La última sincronización se detuvo.
sync-offline = No hay conexión. Todo está a salvo en esta tableta y se enviará por sí solo cuando vuelva la conexión.
sync-next-seconds = Próximo intento en { $n ->
    [one] un segundo
   *[other] { $n } segundos
}.
sync-next-minutes = Próximo intento en { $n ->
    [one] un minuto
   *[other] { $n } minutos
}.

clock-dates = Las semanas y los periodos se cuentan por la fecha de cada visita. Estas fechas son incorrectas si el reloj ya iba mal cuando se registró la visita:
clock-correct = Cambiar la fecha a { $date }

storage-title = Almacenamiento en esta tableta
storage-full = El almacenamiento de la tableta está lleno.
storage-kept = El navegador conserva estos datos hasta que usted los quite.
storage-installed = La aplicación está instalada: la tableta conserva sus datos.
storage-may-be-cleared = El navegador puede borrar estos datos cuando falte espacio.
storage-unknown = Este navegador no dice si conserva los datos. Instale la aplicación y los conservará.
storage-ask = Pedir al navegador que los conserve
storage-used = Usado
storage-left = Disponible
storage-not-said = el navegador no lo dice
storage-megabytes = { $n } MB
storage-gigabytes = { $n } GB
storage-little-room = Queda poco espacio. Quite fotos, videos o aplicaciones que no necesite; las visitas de Throughline ocupan poco.

copies-title = Una copia por seguridad
copies-why = Un archivo con todo lo que aún no está en el servidor. Cárguelo en esta tableta, o en cualquier otra donde inicie sesión, y nada se contará dos veces.
copies-save = Guardar una copia
copies-load = Cargar una copia
copies-not-a-copy = Este archivo no es una copia de Throughline o pertenece a otra cuenta. No se ha cambiado nada.
copies-all-here = { $n ->
    [one] La única anotación de esta copia ya estaba aquí. No se ha cambiado nada.
   *[other] Las { $n } anotaciones de esta copia ya estaban aquí. No se ha cambiado nada.
}
copies-loaded = { $n ->
    [one] Se recuperó una anotación
   *[other] Se recuperaron { $n } anotaciones
}; { $known ->
    [0] ninguna estaba ya aquí.
    [one] una ya estaba aquí.
   *[other] { $known } ya estaban aquí.
}

refused-title = { $n ->
    [one] El servidor rechazó una anotación
   *[other] El servidor rechazó { $n } anotaciones
}
refused-what = Siguen en esta tableta, señaladas en sus visitas, y no entran en ningún recuento. No retienen el resto de su trabajo.
refused-no-visit = Ninguna visita
refused-visit-name = { $room }, { $date }
refused-malformed = El servidor no pudo leerla
refused-not-assigned = Usted no estaba asignado a esa escuela cuando se registró
refused-not-yours = La visita es de otra persona
refused-not-author = Nombra a otro autor
refused-wrong-stream = La visita pertenece a otra escuela
refused-save = Guardarlas en un archivo
refused-none = Ya no hay nada rechazado
refused-why-when = { $why } · rechazada { $when }
refused-again = Enviar otra vez
refused-again-spoken = Enviar otra vez: { $entry }
refused-save-one = Guardar
refused-save-spoken = Guardar en un archivo: { $entry }
refused-take-back = Retirar
refused-take-back-spoken = Retirar: { $entry }
refused-take-back-what = Desaparecerá para siempre de esta tableta, y la visita quedará como está en el servidor. Guárdela antes en un archivo si puede necesitarla.
refused-keep = Conservarla
refused-sent-again = Sale con la próxima sincronización. Si el servidor vuelve a rechazarla, aparecerá aquí de nuevo.
refused-taken-back = Se ha retirado. La próxima sincronización trae lo que el servidor tiene en su lugar.

entry-set = { $field }: { $value }
entry-mark = { $what }, { $at }
entry-void = Algo se deshizo
entry-unknown = Algo que escribió una versión más nueva de la aplicación
entry-unreadable = Algo que no se puede leer
entry-tap = Una vez más: { $look-for }
entry-timer-start = Cronómetro iniciado: { $look-for }
entry-timer-stop = Cronómetro detenido
entry-pause = Pausa iniciada
entry-resume = Pausa terminada

install-title = La aplicación en esta tableta
install-done = Throughline está instalada en esta tableta.
install-why = Instalada, se abre desde la pantalla de inicio sin conexión y la tableta conserva sus datos.
install-latest = Usa la versión más nueva de la que esta tableta tiene noticia.
install-ipad = iPad y iPhone, en Safari
install-ipad-how = Compartir y luego Añadir a pantalla de inicio
install-android = Android, en Chrome
install-android-how = ⋮ y luego Añadir a pantalla de inicio
install-chromebook = Chromebook y Windows
install-chromebook-how = El signo de instalar a la derecha de la barra de direcciones

account-title = Sesión iniciada
account-name = Nombre
account-email = Correo electrónico
account-role = Función
account-schools = Escuelas
account-whole-district = todo el distrito
account-sign-out = Cerrar sesión
account-stay = Seguir con la sesión
account-sign-out-plain = Todo lo que ha registrado está en el servidor. Para iniciar sesión de nuevo hace falta conexión.
account-sign-out-unsent = { $n ->
    [one] Una visita aún no se ha enviado.
   *[other] { $n } visitas aún no se han enviado.
} Se queda en esta tableta a nombre de { $name }, nadie más puede verlo y se enviará cuando { $name } inicie sesión aquí de nuevo. Para iniciar sesión hace falta conexión.
role-administrator = Administración del distrito
role-principal = Dirección
role-coach = Asesoría pedagógica
role-observer = Observación

settings-title = Ajustes
settings-subtitle = En esta tableta, para todas las personas que la usan
settings-looks = Aspecto
settings-language = Idioma
settings-theme = Colores
settings-theme-system = Como la tableta
settings-theme-light = Claros
settings-theme-dark = Oscuros
settings-size = Tamaño del texto
settings-size-normal = Normal
settings-size-large = Grande
settings-size-larger = Más grande
settings-recording = Mientras registra
settings-hand = Cronómetros y contadores cerca de
settings-hand-left = Mano izquierda
settings-hand-right = Mano derecha
settings-quiet = Pantalla discreta
settings-quiet-hint = Empieza cada visita con el nombre del docente y sus notas ocultos.
settings-district = El distrito
settings-phrases = Sus frases para notas
settings-phrases-label = Una frase por línea
settings-phrases-hint = Aparecen junto a la nota mientras registra; un toque inserta una. Solo usted ve esta lista.
settings-phrases-keep = Guardar estas frases
settings-phrases-kept = { $n ->
    [0] Aún no hay frases
    [one] Una frase guardada
   *[other] { $n } frases guardadas
}
settings-phrases-changed = Cambiado, aún sin guardar
