-- Visits that were erased for good. Of their edits the number and the hash stay, so that a tablet that sends one again is
-- told that it is known, and the text is empty.
create table erasures (
    district text not null,
    visit bytea not null,
    stream text not null,
    -- When tablets were last told to forget it.
    commit_seq bigint not null,
    at bigint not null,
    primary key (district, visit)
);
create index erasures_by_stream on erasures (district, stream, commit_seq);
