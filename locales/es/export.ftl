# Las visitas como archivos.
export-title = Llevarse las visitas
export-link = Exportar
export-visits = { $n ->
    [one] 1 visita en esta tableta
   *[other] { $n } visitas en esta tableta
}
export-excel = Libro de Excel
export-csv = Tabla CSV
export-codebook = Libro de códigos
export-note = Una fila por cada visita e indicador, con fecha, aula, docente, observador y circunstancias. El libro de códigos dice qué significa cada columna. Los archivos vienen del servidor y contienen nombres: guárdelos como guarda las visitas.
export-offline = No hay red
export-offline-text = Los archivos los prepara el servidor. Lo que ha registrado está a salvo; inténtelo cuando haya conexión.
export-waiting = Algunas visitas están solo en esta tableta
export-waiting-text = Lo que no se ha enviado todavía no está en los archivos. Sincronice primero.
