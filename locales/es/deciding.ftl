# Lo que se observa ahora y con qué se compara a todos.
focus-link = Foco y reglas
focus-title = Foco y reglas
focus-subtitle = Lo que se mira primero ahora, y con qué se compara a todos
focus-offline = Lo que elija aquí vale para otras personas, por eso se guarda con conexión.
focus-not-allowed = Otra persona elige lo que está en foco
focus-not-allowed-text = «Quién decide» dice quién fija las prioridades de su escuela.
focus-no-framework = Aún no hay un marco del que elegir.
focus-area = Para quién
focus-district = Todo el distrito
focus-of = En el foco: { $name }
focus-count = { $n } de { $most } como máximo, en el orden en que aparecen en el registro
focus-none = No se ha elegido nada. El registro tiene todas las prácticas en «También vi».
focus-around = No se ha elegido nada propio, así que se observa lo que vale alrededor: { $names }.
focus-gone = Una práctica que ya no está en el marco
focus-ended = Esto terminó el { $date }. Hasta que alguien elija de nuevo, se observa lo que vale alrededor.
focus-until = Hasta
focus-until-hint = El último día. Déjelo vacío para observar estas hasta que alguien elija de nuevo.
focus-until-wrong = Elija hoy o un día posterior, o déjelo vacío.
focus-keep = Guardar este foco
focus-failed = No se cambió nada
focus-done = Guardado
focus-done-text = Las tabletas lo reciben en su próxima sincronización. Una visita que se está registrando en este momento no se altera.
focus-changed = Otra persona lo ha cambiado entretanto. Aquí se muestra como está en cuanto llegue; elija de nuevo.
focus-no-area = Esa escuela o red ya no existe.
focus-no-look-for = Una de estas prácticas no está en ninguna versión publicada del marco.
focus-too-many = En el foco caben como máximo ocho prácticas distintas.
focus-range = Uno de estos números está fuera de su rango.
rules-title = Con qué se compara a todos
rules-margin = Margen de cercanía
rules-points = { $n ->
    [one] 1 punto
   *[other] { $n } puntos
}
rules-margin-less = Un margen menor
rules-margin-more = Un margen mayor
rules-margin-hint = Una proporción que puede quedar hasta aquí por debajo de lo esperado, y no más, se lee «cerca».
rules-minimum = Visitas mínimas
rules-minimum-less = Menos visitas
rules-minimum-more = Más visitas
rules-minimum-hint = Con menos visitas en las que se miró una práctica, Comparar dice «muy pocas visitas» en lugar de una valoración.
rules-week = Visitas que se esperan de cada escuela por semana
rules-week-none = Ninguna
rules-week-less = Una visita menos por semana
rules-week-more = Una visita más por semana
rules-keep = Guardar estas reglas
