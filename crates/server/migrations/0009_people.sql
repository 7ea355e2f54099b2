-- When someone left the district; null while they have not.
alter table accounts add column left_at bigint;

-- Links with which someone chooses a passphrase: after an invitation, or because they forgot theirs. One for each account.
create table invitations (
    district text not null,
    account text not null,
    token bytea not null,
    ends bigint not null,
    made_by text not null,
    primary key (district, account)
);
