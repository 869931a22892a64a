-- Motions to fullmäktige and their att-satser: what the council has asked for, and what it was answered by.

create table motion (
	municipality_id municipality_code not null references municipality,
	motion_id uuid not null,
	title short_text not null,
	-- The year of kommunallagen 5:35 is counted from here.
	received_on date not null,
	reported_on date check (reported_on >= received_on),
	decided_on date check (decided_on >= received_on),
	decision_reference short_text,
	-- What is written into the answer's document.
	texts jsonb not null,
	revision integer not null default 1 check (revision > 0),
	primary key (municipality_id, motion_id),
	check ((decided_on is null) = (decision_reference is null))
);

create table motion_mover (
	municipality_id municipality_code not null,
	motion_id uuid not null,
	place integer not null check (place > 0),
	name short_text not null,
	party short_text not null,
	primary key (municipality_id, motion_id, place),
	foreign key (municipality_id, motion_id) references motion
);

create table motion_diarienummer (
	municipality_id municipality_code not null,
	motion_id uuid not null,
	place integer not null check (place > 0),
	diarienummer short_text not null,
	primary key (municipality_id, motion_id, place),
	unique (municipality_id, motion_id, diarienummer),
	foreign key (municipality_id, motion_id) references motion
);

create table motion_clause (
	municipality_id municipality_code not null,
	clause_id uuid not null,
	motion_id uuid not null,
	place integer not null check (place > 0),
	wording text not null check (length(wording) between 1 and 2000),
	proposed_answer text check (proposed_answer in ('bifall', 'avslag', 'besvarad', 'avskriven')),
	reason text not null default '' check (length(reason) <= 4000),
	legal_basis short_text,
	watch_on date,
	watch_for short_text,
	outcome text check (outcome in ('bifall', 'avslag', 'besvarad', 'avskriven')),
	primary key (municipality_id, clause_id),
	unique (municipality_id, motion_id, place) deferrable,
	foreign key (municipality_id, motion_id) references motion,
	check ((watch_on is null) = (watch_for is null))
);

-- One round may answer att-satser of several motions, and an att-sats that asks for something recurring has several.
create table motion_clause_round (
	municipality_id municipality_code not null,
	clause_id uuid not null,
	round_id uuid not null,
	primary key (municipality_id, clause_id, round_id),
	foreign key (municipality_id, clause_id) references motion_clause on delete cascade,
	foreign key (municipality_id, round_id) references round
);

alter table motion enable row level security;
alter table motion_mover enable row level security;
alter table motion_diarienummer enable row level security;
alter table motion_clause enable row level security;
alter table motion_clause_round enable row level security;
create policy own_municipality on motion using (municipality_id = current_municipality());
create policy own_municipality on motion_mover using (municipality_id = current_municipality());
create policy own_municipality on motion_diarienummer using (municipality_id = current_municipality());
create policy own_municipality on motion_clause using (municipality_id = current_municipality());
create policy own_municipality on motion_clause_round using (municipality_id = current_municipality());
grant select, insert, update, delete on motion, motion_mover, motion_diarienummer, motion_clause, motion_clause_round
	to lagesbild_app;
