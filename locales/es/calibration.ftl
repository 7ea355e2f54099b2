# Calibración: clases que registraron varios observadores, y hasta qué punto coinciden.
calibration-title = Calibración
calibration-link = Calibración
calibration-record = Registrar en equipo
calibration-record-hint = Observen la misma clase, o el mismo video, y vean en qué coinciden. No cuenta en ningún otro lugar.
calibration-seat = Su lugar en la sesión
calibration-code = Código de la sesión
calibration-code-hint = El mismo para todos los que registran esta clase. Sin código se juntan los registros de la misma aula a la misma hora.
calibration-code-wrong = Un código tiene de cuatro a ocho letras o cifras.
calibration-watcher = Quién observa, si no es usted
calibration-watcher-hint = Dos observadores pueden turnarse en una tableta: el segundo escribe su nombre.
calibration-video = Vemos un video
calibration-compared = Los conteos y las duraciones se comparan en { $n ->
    [one] el minuto
   *[other] los { $n } minutos
} que todos observaron.
calibration-compared-nothing = Observaron juntos menos de tres minutos, así que los conteos y las duraciones no se comparan.
calibration-compared-video = Fue un video: los minutos se cuentan desde el comienzo de cada quien.
calibration-versions = Los registros siguen versiones distintas del marco. Sin comparar entre todos: { $look-fors }.
calibration-recording = calibración { $code }
calibration-recording-plain = calibración
calibration-code-make = Crear un código
calibration-to-session = A la sesión
calibration-sessions = Sesiones
calibration-session = Sesión
calibration-observers = { $n ->
    [one] 1 observador
   *[other] { $n } observadores
}
calibration-waits = espera a otro observador
calibration-waits-code = Nadie más ha registrado esta clase todavía, o su tableta no se ha sincronizado. El código es { $code }.
calibration-waits-room = Nadie más ha registrado esta aula a esta hora todavía, o su tableta no se ha sincronizado.
calibration-none = Todavía no se ha registrado ninguna clase en equipo
calibration-none-text = Dos observadores o más registran la misma clase. Entonces esta página dice hasta qué punto coinciden, indicador por indicador.
calibration-unread = { $n ->
    [one] Un registro no se puede leer
   *[other] { $n } registros no se pueden leer
}
calibration-unread-text = Queda en esta tableta tal como está y aquí no se compara. Puede que una versión más nueva de la aplicación lo lea.
calibration-gone = Esta sesión no está aquí
calibration-gone-text = Puede que su registro no esté terminado, que se haya descartado o que no se haya sincronizado con esta tableta.
calibration-aside = Dos registros tienen el mismo nombre
calibration-aside-text = Cuenta el primero; el posterior queda aparte. Si observó otra persona, escriba su nombre en ese registro, más abajo; si la clase se registró dos veces, descarte uno de los dos.
calibration-agreement = Hasta qué punto coinciden
calibration-lessons = { $n ->
    [one] clase registrada en equipo
   *[other] clases registradas en equipo
}
calibration-agree = Dos observadores anotaron lo mismo en { $share } de { $n } respuestas de sí o no.
calibration-beats-chance = Dos observadores anotaron lo mismo en { $share } de { $n } respuestas de sí o no: más que por azar.
calibration-may-be-chance = Dos observadores anotaron lo mismo en { $share } de { $n } respuestas de sí o no: puede ser azar.
calibration-except = Hablen primero de estos: { $look-fors }.
calibration-remark = Kappa es baja solo porque casi todos vieron lo mismo; los observadores sí coinciden.
calibration-each = Indicador por indicador
calibration-figures = Todos los coeficientes
calibration-figures-note = Cada uno con su intervalo del 95 %. Una unidad es una clase; en las instantáneas, un aviso. Los indicadores y avisos de una misma clase van unidos; por eso, con dos clases o más, el intervalo se calcula entre clases (jackknife). Con una sola clase, y en el ICC, se toman como independientes, y el intervalo es más bien demasiado estrecho. Un guion: no encaja con lo registrado.
calibration-together = Todos los indicadores de sí o no
calibration-look-for = Indicador
calibration-agree-column = Coincidencia
calibration-pairs = Comparadas
calibration-parted = Distintas
calibration-same = lo mismo
calibration-not-same = no lo mismo
calibration-within = { $share }, { $tolerance }
calibration-tolerance-taps = { $n ->
    [one] con 1 toque de margen
   *[other] con { $n } toques de margen
}
calibration-tolerance-seconds = con { $n } segundos de margen
calibration-tolerance-points = con { $n } puntos de margen
calibration-range = { $low }–{ $high } %
calibration-percent = coincidencia
calibration-kappa-linear = κ de Cohen, lineal
calibration-kappa-quadratic = κ de Cohen, cuadrática
calibration-alpha-nominal = α, nominal
calibration-alpha-ordinal = α, ordinal
calibration-alpha-interval = α, de intervalo
calibration-alpha-ratio = α, de razón
calibration-why-no-values = Todo quedó en blanco.
calibration-why-one-observer = Hacen falta dos observadores para coincidir.
calibration-why-no-overlap = Ningún par de observadores respondió a esto en la misma clase.
calibration-why-more-than-two = Este es para dos observadores.
calibration-why-not-numbers = Este es para números.
calibration-why-not-whole = Este es para números enteros.
calibration-why-too-many = Este es para categorías, no para cantidades.
calibration-why-negative = Este es para cantidades desde 0.
calibration-why-incomplete = Este necesita dos clases que hayan respondido todos los observadores.
calibration-why-no-variation = Todos anotaron siempre el mismo valor: no se distingue el azar de la coincidencia.
calibration-why-one-unit = Este necesita una segunda clase.
calibration-why-extreme = Los números están demasiado lejos unos de otros para calcular.
calibration-points = Para conversar
calibration-no-points = Nada que conversar: anotaron lo mismo, toque más o menos, segundos más o menos.
calibration-whole-lesson = En toda la clase
calibration-by-minute = Minuto a minuto
calibration-minute = Minuto { $n }
calibration-note = { $name }, minuto { $minute }: «{ $note }»
calibration-taps = { $n ->
    [one] 1 toque
   *[other] { $n } toques
}
calibration-seconds = { $n } s
calibration-snapshots = { $n ->
    [one] 1 instantánea
   *[other] { $n } instantáneas
}
calibration-missed = sin respuesta
calibration-students = { $doing } de { $present } estudiantes
calibration-side-by-side = Lado a lado
calibration-own = Corregir su registro de las { $time }
calibration-own-keep = Guardar
calibration-leniency = Junto a otros en las mismas aulas
calibration-more-often = Los indicadores se ven { $n ->
    [one] 1 punto
   *[other] { $n } puntos
} más a menudo que cuando otros visitan las mismas aulas (entre { $low } y { $high }).
calibration-less-often = Los indicadores se ven { $n ->
    [one] 1 punto
   *[other] { $n } puntos
} menos a menudo que cuando otros visitan las mismas aulas (entre { $low } y { $high }).
calibration-as-often = Sin diferencia clara con otros en las mismas aulas: { $n ->
    [one] 1 punto
   *[other] { $n } puntos
} (entre { $low } y { $high }).
calibration-shared-rooms = De { $visits ->
    [one] 1 visita
   *[other] { $visits } visitas
}; otros también visitaron { $rooms ->
    [one] 1 de estas aulas
   *[other] { $rooms } de estas aulas
}.
calibration-no-shared-rooms = Este observador y otros visitaron muy pocas aulas en común: { $rooms } hasta ahora, y hacen falta cinco.
calibration-since = Desde el { $date }:
calibration-drift-up = { $n ->
    [one] 1 punto
   *[other] { $n } puntos
} más a menudo que antes (entre { $low } y { $high }).
calibration-drift-down = { $n ->
    [one] 1 punto
   *[other] { $n } puntos
} menos a menudo que antes (entre { $low } y { $high }).
calibration-no-drift = sin cambio claro ({ $n ->
    [one] 1 punto
   *[other] { $n } puntos
}, entre { $low } y { $high }).
calibration-leniency-note = Solo lo ven el observador y la administración. No dice quién tiene razón.
