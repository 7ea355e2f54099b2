-- How the table of a source is read: one mapping a source, as JSON, the last that was used.
create table import_mappings (
    district text not null,
    source text not null,
    mapping text not null,
    used bigint not null,
    primary key (district, source)
);
