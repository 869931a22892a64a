-- Annan information: public statistics, events and earlier surveys that a lägesbild is read beside. Nothing here is an
-- answer of ours, and disclosure control does not reach it (docs/decisions/0150).

create table reference_area (
	municipality_id municipality_code not null references municipality,
	-- Of a kommun that the own one is compared with; 0000 is Riket.
	area_code municipality_code not null,
	name short_text not null,
	population integer check (population > 0),
	primary key (municipality_id, area_code),
	check (area_code <> municipality_id)
);

create table reference_series (
	municipality_id municipality_code not null references municipality,
	series_id uuid not null,
	title short_text not null,
	unit short_text not null,
	kind text not null check (kind in ('antal', 'personer', 'invanare', 'kvot')),
	source short_text not null,
	address text check (length(address) between 1 and 1000),
	taken_on date not null,
	note text not null default '' check (length(note) <= 1000),
	beside short_text,
	is_shown boolean not null,
	origin text not null default 'skriven' check (origin in ('skriven', 'fil', 'pxweb', 'kolada')),
	origin_key short_text,
	primary key (municipality_id, series_id)
);

create table reference_value (
	municipality_id municipality_code not null,
	series_id uuid not null,
	area_code municipality_code not null,
	period text not null check (length(period) between 4 and 9),
	value double precision,
	mark text check (mark in ('saknas', 'inget')),
	primary key (municipality_id, series_id, area_code, period),
	foreign key (municipality_id, series_id) references reference_series on delete cascade,
	check ((value is null) <> (mark is null))
);

create table reference_event (
	municipality_id municipality_code not null references municipality,
	event_id uuid not null,
	on_day date not null,
	until_day date check (until_day >= on_day),
	kind text not null check (kind in ('lag', 'insats', 'verksamhet', 'annat')),
	title short_text not null,
	text text not null default '' check (length(text) <= 2000),
	source short_text not null,
	address text check (length(address) between 1 and 1000),
	is_shown boolean not null,
	primary key (municipality_id, event_id)
);

create table earlier_survey (
	municipality_id municipality_code not null references municipality,
	survey_id uuid not null,
	kind text not null check (kind in ('est', 'kartlaggning', 'annat')),
	title short_text not null,
	period short_text not null,
	source short_text not null,
	address text check (length(address) between 1 and 1000),
	made_on date not null,
	summary text not null default '' check (length(summary) <= 6000),
	lines jsonb not null,
	why_not_comparable text not null check (length(why_not_comparable) between 1 and 2000),
	is_shown boolean not null,
	primary key (municipality_id, survey_id)
);

-- Values that have been read out of a file or from Kolada and are shown before anything of them is written. Sealed, since
-- nobody knows what a file holds until it has been looked at.
create table reference_import (
	municipality_id municipality_code not null,
	import_id uuid not null,
	series_id uuid not null,
	created_at timestamptz not null,
	created_by uuid not null,
	sealed_content bytea not null,
	primary key (municipality_id, import_id),
	foreign key (municipality_id, series_id) references reference_series on delete cascade
);

alter table reference_area enable row level security;
alter table reference_series enable row level security;
alter table reference_value enable row level security;
alter table reference_event enable row level security;
alter table earlier_survey enable row level security;
alter table reference_import enable row level security;
create policy own_municipality on reference_area using (municipality_id = current_municipality());
create policy own_municipality on reference_series using (municipality_id = current_municipality());
create policy own_municipality on reference_value using (municipality_id = current_municipality());
create policy own_municipality on reference_event using (municipality_id = current_municipality());
create policy own_municipality on earlier_survey using (municipality_id = current_municipality());
create policy own_municipality on reference_import using (municipality_id = current_municipality());
grant select, insert, update, delete on reference_area, reference_series, reference_value, reference_event,
	earlier_survey to lagesbild_app;
grant select, insert, delete on reference_import to lagesbild_app;
