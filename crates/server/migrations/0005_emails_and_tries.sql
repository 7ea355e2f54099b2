-- The two tables that are not of a district: whoever signs in has not said yet to which district they belong.
create table emails (
    email text not null primary key,
    district text not null,
    account text not null
);
insert into emails (email, district, account) select email, district, account from accounts;
drop index accounts_by_email;

-- Failed tries to sign in, of an email or from an address.
create table tries (
    who text not null primary key,
    failures bigint not null,
    last bigint not null
);
create index tries_by_last on tries (last);
