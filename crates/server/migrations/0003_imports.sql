-- Which imports there were, so that one can be undone. An import is also the replica that wrote the edits of its visits,
-- so the visits themselves stand in `edits`. `source` is the name as it is compared, `called` as it was typed; `mapping`
-- is how its file was read, as JSON.
create table imports (
    district text not null,
    import bytea not null,
    school text not null,
    source text not null,
    called text not null,
    mapping text not null,
    account text not null,
    at bigint not null,
    undone bigint,
    undone_by text,
    primary key (district, import)
);
create index imports_by_school on imports (district, school, source);
