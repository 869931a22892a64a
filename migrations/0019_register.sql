-- What the register holds of organisations and units besides persons. A unit keeps its identity through new names and
-- mergers, since its series of answers hangs on it.

-- A unit of the network that gets no questionnaire (a hotel, a housing company) has no sector.
alter table unit alter column sector drop not null;
alter table unit add column merged_into uuid check (merged_into <> unit_id);
alter table unit add foreign key (municipality_id, merged_into) references unit (municipality_id, unit_id);
alter table unit add check (merged_into is null or active_to is not null);

create table former_unit_name (
	municipality_id municipality_code not null,
	unit_id uuid not null,
	name short_text not null,
	used_to date not null,
	primary key (municipality_id, unit_id, name),
	foreign key (municipality_id, unit_id) references unit
);

-- How many the unit answers for (pupils, members, inhabitants): what its numbers are shares of.
create table unit_size (
	municipality_id municipality_code not null,
	unit_id uuid not null,
	holds_from date not null,
	size integer not null check (size between 0 and 99999999),
	measure short_text not null,
	primary key (municipality_id, unit_id, holds_from),
	foreign key (municipality_id, unit_id) references unit
);

-- Written agreements of cooperation: at least purposes and areas (9 §). IOP: idéburet offentligt partnerskap.
create table agreement (
	municipality_id municipality_code not null,
	agreement_id uuid not null,
	organisation_id uuid not null,
	title short_text not null,
	kind text not null check (kind in ('cooperation', 'iop', 'contract')),
	reference short_text,
	purposes text not null check (length(purposes) between 1 and 2000),
	areas text not null check (length(areas) between 1 and 2000),
	valid_from date not null,
	valid_to date check (valid_to >= valid_from),
	primary key (municipality_id, agreement_id),
	unique (municipality_id, organisation_id, title),
	foreign key (municipality_id, organisation_id) references organisation
);

alter table former_unit_name enable row level security;
alter table unit_size enable row level security;
alter table agreement enable row level security;
create policy own_municipality on former_unit_name using (municipality_id = current_municipality());
create policy own_municipality on unit_size using (municipality_id = current_municipality());
create policy own_municipality on agreement using (municipality_id = current_municipality());
grant select, insert, update, delete on former_unit_name, unit_size, agreement to lagesbild_app;
