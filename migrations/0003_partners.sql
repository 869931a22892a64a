-- Organisations (myndighet, förening) and the units of them that answer. The organisation is the holder whose
-- contributions are merged before any disclosure rule.

create table organisation (
	municipality_id municipality_code not null references municipality,
	organisation_id uuid not null,
	name short_text not null,
	kind text not null check (kind in (
		'police', 'social_services', 'school', 'civil_society', 'housing_or_hospitality', 'health_care',
		'county_board_or_coordinator', 'other_authority')),
	primary key (municipality_id, organisation_id),
	unique (municipality_id, name)
);

create table unit (
	municipality_id municipality_code not null,
	unit_id uuid not null,
	organisation_id uuid not null,
	name short_text not null,
	sector sector_code not null,
	area_id text,
	contact_name short_text not null,
	contact_email text check (contact_email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(contact_email) <= 254),
	active_from date not null,
	active_to date check (active_to >= active_from),
	primary key (municipality_id, unit_id),
	unique (municipality_id, organisation_id, name),
	foreign key (municipality_id, organisation_id) references organisation,
	foreign key (municipality_id, area_id) references area
);

alter table organisation enable row level security;
alter table unit enable row level security;
create policy own_municipality on organisation using (municipality_id = current_municipality());
create policy own_municipality on unit using (municipality_id = current_municipality());
grant select, insert, update, delete on organisation, unit to lagesbild_app;
