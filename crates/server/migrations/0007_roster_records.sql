-- What roster packages of other systems have said so far, without students: what a delta is put onto.
create table roster_records (
    district text not null,
    text text not null,
    at bigint not null,
    primary key (district)
);
