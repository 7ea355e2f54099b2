-- What the measures of goals read, as one text a goal.
create table goal_figures (
    district text not null,
    goal text not null,
    text text not null,
    at bigint not null,
    primary key (district, goal)
);
