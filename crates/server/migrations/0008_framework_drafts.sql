-- The next version of a district's framework while it is being written; the tag names its text.
create table framework_drafts (
    district text not null,
    tag bytea not null,
    text text not null,
    account text not null,
    at bigint not null,
    primary key (district)
);
