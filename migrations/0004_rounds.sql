-- A series is the recurring kartläggning; a round is one year of it. A round's state is computed from its timestamps.

create table series (
	municipality_id municipality_code not null references municipality,
	series_id uuid not null,
	slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	title short_text not null,
	-- Months between rounds. The law (2023:196, 6 §) allows at most 24.
	rhythm_months integer not null check (rhythm_months between 1 and 24),
	legal_basis text not null check (length(legal_basis) between 1 and 4000),
	primary key (municipality_id, series_id),
	unique (municipality_id, slug)
);

create table round (
	municipality_id municipality_code not null,
	round_id uuid not null,
	series_id uuid not null,
	year integer not null check (year between 2000 and 2200),
	period_from date not null,
	period_to date not null check (period_to >= period_from),
	opens_on date not null,
	closes_on date not null check (closes_on >= opens_on),
	-- T: the least number of persons that may be shown.
	threshold integer not null check (threshold between 3 and 10),
	created_at timestamptz not null,
	opened_at timestamptz check (opened_at >= created_at),
	closed_at timestamptz check (closed_at >= opened_at),
	-- Brå's four control questions on the choice and limits of sources; they become the method chapter.
	why_this_problem text not null default '' check (length(why_this_problem) <= 4000),
	sources_used text not null default '' check (length(sources_used) <= 4000),
	limits_of_sources text not null default '' check (length(limits_of_sources) <= 4000),
	meaning_of_limits text not null default '' check (length(meaning_of_limits) <= 4000),
	-- The round's own key for free text, sealed under the program's key. Deleting it makes every free text unreadable.
	free_text_key bytea,
	primary key (municipality_id, round_id),
	unique (municipality_id, series_id, year),
	foreign key (municipality_id, series_id) references series
);

-- The questionnaire as it was frozen for the round, with what was compiled from it.
create table round_questionnaire (
	municipality_id municipality_code not null,
	round_id uuid not null,
	sector sector_code not null,
	version integer not null check (version > 0),
	survey jsonb not null,
	instrument jsonb not null,
	variable_count integer not null check (variable_count > 0),
	sha256 bytea not null check (length(sha256) = 32),
	primary key (municipality_id, round_id, sector),
	unique (municipality_id, round_id, sector, variable_count),
	foreign key (municipality_id, round_id) references round on delete cascade
);

create table asked_unit (
	municipality_id municipality_code not null,
	round_id uuid not null,
	unit_id uuid not null,
	primary key (municipality_id, round_id, unit_id),
	foreign key (municipality_id, round_id) references round on delete cascade,
	foreign key (municipality_id, unit_id) references unit
);

-- No state of answering stands here: whether a unit has answered is found by the program, which holds the pseudonym's key.
create table invitation (
	municipality_id municipality_code not null,
	invitation_id uuid not null,
	round_id uuid not null,
	unit_id uuid not null,
	token_hash bytea not null unique check (length(token_hash) = 32),
	issued_on date not null,
	withdrawn_on date check (withdrawn_on >= issued_on),
	primary key (municipality_id, invitation_id),
	foreign key (municipality_id, round_id, unit_id) references asked_unit
);

create unique index invitation_one_valid on invitation (municipality_id, round_id, unit_id) where withdrawn_on is null;

alter table series enable row level security;
alter table round enable row level security;
alter table round_questionnaire enable row level security;
alter table asked_unit enable row level security;
alter table invitation enable row level security;
create policy own_municipality on series using (municipality_id = current_municipality());
create policy own_municipality on round using (municipality_id = current_municipality());
create policy own_municipality on round_questionnaire using (municipality_id = current_municipality());
create policy own_municipality on asked_unit using (municipality_id = current_municipality());
create policy own_municipality on invitation using (municipality_id = current_municipality());
grant select, insert, update, delete on series, round, asked_unit, invitation to lagesbild_app;
-- A frozen questionnaire is never changed.
grant select, insert, delete on round_questionnaire to lagesbild_app;

create function municipality_of_invitation(sought bytea) returns text
	language sql stable security definer set search_path = public, pg_temp
	as $$ select municipality_id::text from invitation where token_hash = sought $$;
revoke all on function municipality_of_invitation(bytea) from public;
grant execute on function municipality_of_invitation(bytea) to lagesbild_app;
