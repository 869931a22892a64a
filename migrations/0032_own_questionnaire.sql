-- The questionnaire that a series asks a sector with instead of the program's own: a template, in which municipality and year
-- are names in braces. A round freezes what holds when it is created.

create table own_questionnaire (
	municipality_id municipality_code not null,
	series_id uuid not null,
	sector sector_code not null,
	template jsonb not null,
	saved_at timestamptz not null,
	saved_by uuid not null,
	primary key (municipality_id, series_id, sector),
	foreign key (municipality_id, series_id) references series
);

alter table own_questionnaire enable row level security;
create policy own_municipality on own_questionnaire using (municipality_id = current_municipality());
grant select, insert, update, delete on own_questionnaire to lagesbild_app;
