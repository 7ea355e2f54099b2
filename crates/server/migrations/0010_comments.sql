-- Times in which people are asked what they think of the draft of the framework. A round outlives its draft: `became` is null
-- while the draft is being written, 0 when it was discarded, and else the number of the version that it was published as.
create table comment_rounds (
    district text not null,
    round bigint not null,
    title text not null,
    until bigint not null,
    note text not null,
    account text not null,
    at bigint not null,
    closed bigint,
    became bigint,
    primary key (district, round)
);

-- Who is asked.
create table comment_invitations (
    district text not null,
    round bigint not null,
    account text not null,
    primary key (district, round, account)
);

-- What somebody says of a look-for, or, where that is empty, of the draft as a whole; and what the district answers.
create table comments (
    district text not null,
    round bigint not null,
    account text not null,
    look_for text not null,
    about text not null,
    text text not null,
    at bigint not null,
    answer text,
    uptake text,
    answered_by text,
    answered_at bigint,
    primary key (district, round, account, look_for)
);
