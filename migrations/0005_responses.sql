-- Answers. No column, hash, key, sequence or time joins these tables to an invitation, a unit or a person.

-- Sealed under a key derived from the link's token: only who holds the link can read it. The key of the row is derived
-- from the token too, by another way than the invitation's hash, so the two cannot be joined without the token.
create table draft (
	municipality_id municipality_code not null,
	draft_id bytea not null check (length(draft_id) = 32),
	round_id uuid not null,
	sealed bytea not null check (length(sealed) <= 2000000),
	primary key (municipality_id, draft_id),
	foreign key (municipality_id, round_id) references round on delete cascade
);

-- A unit's counts and facts, without opinions and free text, in the order of the frozen instrument's variables.
-- unit_pseudonym is an HMAC over series and unit under a key that is not in the database.
create table unit_response (
	municipality_id municipality_code not null,
	round_id uuid not null,
	unit_pseudonym bytea not null check (length(unit_pseudonym) = 32),
	sector sector_code not null,
	answered_on date not null,
	variable_count integer not null,
	packed integer[] not null check (cardinality(packed) = variable_count and array_ndims(packed) = 1),
	primary key (municipality_id, round_id, unit_pseudonym),
	foreign key (municipality_id, round_id, sector, variable_count)
		references round_questionnaire (municipality_id, round_id, sector, variable_count)
);

-- Opinions are kept as tallies of the sector from the first: there is no row of a respondent to find.
create table opinion_tally (
	municipality_id municipality_code not null,
	round_id uuid not null,
	sector sector_code not null,
	variable text not null check (length(variable) between 1 and 200),
	option text not null check (length(option) between 1 and 200),
	answers integer not null check (answers > 0),
	primary key (municipality_id, round_id, sector, variable, option),
	foreign key (municipality_id, round_id, sector) references round_questionnaire
);

-- Free text, sealed under the round's own key and padded, so that neither content nor length tells.
create table free_text_answer (
	municipality_id municipality_code not null,
	free_text_id uuid not null,
	round_id uuid not null,
	sector sector_code not null,
	item text not null check (length(item) between 1 and 200),
	sealed bytea not null,
	primary key (municipality_id, free_text_id),
	foreign key (municipality_id, round_id, sector) references round_questionnaire
);

alter table draft enable row level security;
alter table unit_response enable row level security;
alter table opinion_tally enable row level security;
alter table free_text_answer enable row level security;
create policy own_municipality on draft using (municipality_id = current_municipality());
create policy own_municipality on unit_response using (municipality_id = current_municipality());
create policy own_municipality on opinion_tally using (municipality_id = current_municipality());
create policy own_municipality on free_text_answer using (municipality_id = current_municipality());
grant select, insert, update, delete on draft, unit_response, opinion_tally, free_text_answer to lagesbild_app;
