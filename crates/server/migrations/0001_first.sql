-- What a district's server keeps. The district is the first column of every key, so that the data can be spread by
-- district. Columns are text, bigint or bytea; SQLite keeps bytes in a bytea column as they are.

-- The counter row: updated first in every transaction whose rows are pulled, so that commit order is seq order.
create table districts (
    district text not null primary key,
    epoch bigint not null,
    seq bigint not null,
    tag bigint not null,
    created bigint not null
);

create table commits (
    district text not null,
    seq bigint not null,
    tag bigint not null,
    at bigint not null,
    primary key (district, seq)
);

create table documents (
    district text not null,
    hash bytea not null,
    stream text not null,
    kind text not null,
    commit_seq bigint not null,
    text text not null,
    primary key (district, hash)
);
create index documents_by_stream on documents (district, stream, commit_seq);

create table accounts (
    district text not null,
    account text not null,
    email text not null,
    name text not null,
    role text not null,
    passphrase text not null,
    created bigint not null,
    primary key (district, account)
);
-- A person signs in with an email alone, so in one database it names one account.
create unique index accounts_by_email on accounts (email);

-- Where someone works and worked: rights over an edit are judged by the day the work was done.
create table assignments (
    district text not null,
    account text not null,
    school text not null,
    since bigint not null,
    until bigint,
    primary key (district, account, school, since)
);

create table sessions (
    district text not null,
    token bytea not null,
    account text not null,
    created bigint not null,
    ends bigint not null,
    primary key (district, token)
);

create table setups (
    district text not null primary key,
    token bytea not null,
    ends bigint not null
);

create table replicas (
    district text not null,
    replica bytea not null,
    account text not null,
    acked_through bigint not null,
    highest bigint not null,
    edits bigint not null,
    sum bytea not null,
    primary key (district, replica)
);

create table edits (
    district text not null,
    replica bytea not null,
    edit_seq bigint not null,
    hash bytea not null,
    change_id bytea not null,
    stream text not null,
    visit bytea,
    author text not null,
    commit_seq bigint not null,
    place bigint not null,
    held bigint not null,
    received bigint not null,
    text text not null,
    primary key (district, replica, edit_seq)
);
create index edits_by_commit on edits (district, stream, commit_seq, place);
create index edits_held on edits (district, visit) where held = 1;

create table refusals (
    district text not null,
    replica bytea not null,
    edit_seq bigint not null,
    hash bytea not null,
    account text not null,
    reason text not null,
    received bigint not null,
    primary key (district, replica, edit_seq, hash)
);

create table visits (
    district text not null,
    visit bytea not null,
    stream text not null,
    opened_by text not null,
    framework bytea,
    commit_seq bigint not null,
    state bytea not null,
    primary key (district, visit)
);
create index visits_by_stream on visits (district, stream, visit);
create index visits_by_framework on visits (district, framework);

create table packs (
    district text not null,
    school text not null,
    month bigint not null,
    framework bytea not null,
    commit_seq bigint not null,
    facts bytea not null,
    primary key (district, school, month, framework)
);
