# Qué opina la gente del borrador del marco.
comments-title = Comentarios sobre el borrador
comments-link = Comentarios y a quién se pregunta
comments-draft-link = Ir al borrador
comments-offline = Los comentarios están en el servidor: esta página necesita conexión. Lo que haya escrito aquí se queda.
comments-reading = Preguntando al servidor por los comentarios …
comments-unread = No se pudieron leer los comentarios
comments-not-asked = Ahora no se le piden comentarios
comments-not-asked-text = Cuando su distrito le pregunte qué opina de su próximo marco, la página Marco lo dirá y le traerá aquí.
comments-no-draft = Nadie está escribiendo un borrador
comments-no-draft-text = Empiece la próxima versión del marco; después podrá preguntar qué opina la gente.
comments-invitation = Se le piden comentarios hasta el { $date }: { $title }
comments-invitation-text = Lea el borrador y diga qué opina de cada práctica.
comments-invitation-link = Leer y comentar
comments-rounds = Ronda
comments-round-one = Ronda { $number }
comments-until = Se reciben comentarios hasta el { $date }
comments-ended = Se recibieron comentarios hasta el { $date }
comments-closed = Cerrada { $time }
comments-published = El borrador se publicó como versión { $version }
comments-discarded = El borrador se descartó
comments-ask = Pedir comentarios
comments-ask-text = Elija quién lee el borrador, hasta cuándo y qué le gustaría saber. Comentan práctica por práctica, y ustedes responden.
comments-opened = Lo pidió { $name }, { $time }
comments-asked = { $n ->
    [one] Se pregunta a una persona.
   *[other] Se pregunta a { $n } personas.
}
comments-who-reads = Todas las personas invitadas leen lo que usted escribe, sin su nombre; los administradores ven su nombre. Puede cambiar su comentario hasta que tenga respuesta.
comments-over-text = Ya no se puede escribir nada más. Las respuestas siguen llegando aquí.
comments-open = Abrir la ronda
comments-open-another = Abrir otra ronda
comments-round-change = Cambiar día, personas o nota
comments-close = Cerrarla ahora
comments-close-title = ¿Cerrar la ronda ahora?
comments-close-text = Después nadie escribe ni cambia comentarios, y no se puede volver a abrir; puede abrir otra. Todos los comentarios se quedan, y ustedes pueden seguir respondiendo.
comments-until-field = Último día
comments-until-hint = Se reciben comentarios hasta que este día termine.
comments-note = Qué les dice
comments-note-hint = Si quiere, hasta 1000 caracteres.
comments-people = A quién se pregunta
comments-everyone = Todas las personas
comments-nobody = Nadie
comments-chosen = { $n ->
    [0] No hay nadie elegido
    [one] Hay una persona elegida
   *[other] Hay { $n } personas elegidas
}
comments-whole = El borrador entero
comments-all = Todos los comentarios
comments-none = Aún no hay comentarios
comments-count = { $n ->
    [one] Un comentario
   *[other] { $n } comentarios
}
comments-unanswered = { $n } sin respuesta
comments-all-answered = todo respondido
comments-yours = Su comentario
comments-field = Su comentario sobre: { $name }
comments-words-hint = Hasta 1000 caracteres.
comments-write = Comentar
comments-write-spoken = Comentar: { $name }
comments-change = Cambiar
comments-change-spoken = Cambiar su comentario sobre: { $name }
comments-keep = Guardar
comments-withdraw = Retirar
comments-withdraw-title = ¿Retirar su comentario?
comments-withdraw-text = Nadie lo leerá más.
comments-by = { $name }, { $time }
comments-by-you = Usted
comments-by-somebody = Alguien a quien se preguntó
comments-gone = Esta práctica ya no está en el borrador.
comments-waiting = Aún sin respuesta
comments-answer = Responder
comments-answer-spoken = Responder a { $name } sobre: { $about }
comments-answer-change = Cambiar la respuesta
comments-answer-change-spoken = Cambiar la respuesta a { $name } sobre: { $about }
comments-answer-field = Su respuesta
comments-answer-by = Respondió { $name }, { $time }
comments-uptake = Qué se hace con él
comments-uptake-none = Sin decir
comments-uptake-yes = Se incorpora
comments-uptake-no = No se incorpora
comments-not-stored = Eso no se guardó. Lo que escribió sigue aquí.
comments-wrong-words = Escriba de 1 a 1000 caracteres.
comments-wrong-note = Escriba 1000 caracteres como máximo.
comments-wrong-until = Elija un día que no haya pasado.
comments-wrong-nobody = Elija al menos una persona.
comments-cannot-account = Alguien de quienes eligió ya no trabaja en el distrito. Abra esta página de nuevo y elija otra vez.
comments-cannot-no-draft = Ya no hay borrador: se publicó o se descartó. Empiece uno primero.
comments-cannot-open = Ya hay una ronda abierta. Abra esta página de nuevo para verla.
comments-cannot-over = La ronda terminó mientras tanto. Si sus palabras importan, cópielas y entréguelas a un administrador.
comments-cannot-look-for = Esta práctica salió del borrador mientras tanto. Comente el borrador entero.
comments-cannot-answered = Su comentario recibió respuesta mientras tanto, así que se queda como estaba. La respuesta está arriba.
comments-cannot-changed = Alguien cambió esto mientras tanto: arriba está como es ahora. Léalo, y guarde lo suyo otra vez si aún encaja.
